package words

// Matching what came in by a bank's statement.
var (
	AboutMatch = T{"按银行流水认款", "match a bank's statement with what is owed"}
	LongMatch  = T{"读网银导出的明细(xlsx、csv),只看进账。付款人按户名认客户(不看有限公司等字样;以前替谁付过,也认得),金额等于一笔未收、几笔之和的," +
		"登记回款并核销,标为已审核;已登记过的只标已审核,同一份流水再来一次不会重复。不止一种对法、金额对不上、不认识付款人的都留着," +
		"用 --to 指定。一次登记可用 genjin undo 整个撤销。",
		"Reads the movements that a bank exports (xlsx, csv); money in only. A payer is a customer by the name, bare of its company\n" +
			"words, or one for whom that payer has paid before. Where the amount is what is open of one receivable, or of several\n" +
			"together, the payment is recorded, settles them and is verified. What is recorded already is marked as verified, and the\n" +
			"same statement again adds nothing. Lines with more than one way, no fitting amount or an unknown payer wait: say what they\n" +
			"are with --to. genjin undo takes all of it back."}
	ExampleMatch = T{"genjin match 流水.xlsx --dry-run\ngenjin match 流水.xlsx --to 7=恒达 --to 9=佛山亚特:FP0007+FP0009",
		"genjin match statement.csv --dry-run\ngenjin match statement.csv --to 7=Acme --to 9=Lee:INV7+INV9"}
	UseMatchTo = T{"第几行是谁的:`行=客户`,或 行=客户:发票+发票,一笔几家付写 行=甲:发票,乙:发票",
		"whose a line is: `ROW=CUSTOMER`, or ROW=CUSTOMER:INVOICE+INVOICE; for several customers ROW=A:INVOICE,B:INVOICE"}
	UseMatchDry = T{"只看,不登记", "show only, record nothing"}

	AboutSettle = T{"用预收款核销", "settle what is owed from the advance"}
	LongSettle  = T{"把客户的预收款用在未收款上:--for 指明的,否则最早到期的。先收到的钱先用。",
		"Uses a customer's advance for what is open: what --for names, else what is due first. The oldest money goes first."}
	ExampleSettle = T{"genjin settle 恒达\ngenjin settle 恒达 --for FP0002", "genjin settle Acme\ngenjin settle Acme --for INV2"}
	SettledBy     = T{"%s 用预收款核销 %s,还剩预收款 %s", "%s: %s settled from the advance, %s of it left"}
	NoAdvanceOf   = T{"%s 没有 %s 预收款", "%s has no advance in %s"}

	MatchLine    = T{"第%d行 %s %s %s  %s", "row %d %s %s %s  %s"}
	MatchWay     = T{"      → %s", "      → %s"}
	MatchOr      = T{"      或 %s", "      or %s"}
	MatchOther   = T{"另有 %d 行不是进账", "lines that are no money in: %d"}
	MatchDone    = T{"登记回款 %d 笔,标为已审核 %d 笔,留待确认 %d 行", "payments recorded: %d, marked as verified: %d, lines that wait: %d"}
	MatchWould   = T{"可登记 %d 行,已在账上 %d 行,留待确认 %d 行(没有写入)", "lines that fit: %d, in the books: %d, waiting: %d (nothing written)"}
	MatchNoRow   = T{"--to %s:流水里没有这一行进账", "--to %s: the statement has no such line of money in"}
	MatchBadTo   = T{"--to 写成 行=客户,如 7=恒达;不是「%s」", "--to is ROW=CUSTOMER, such as 7=Acme, not “%s”"}
	MatchTooMuch = T{"第%d行只有 %s,指定的要 %s", "row %d is %s, and what was named needs %s"}
)
