package words

// Customers who go to somebody else, and files protected by a passphrase.
var (
	AboutHandover = T{"把客户连同名下的一切交给接手的人", "customers with all that hangs on them, for the one who takes over"}
	LongHandover  = T{"把筛选出的客户写成一个 json 文件:跟进记录、联系人、订单、应收与回款、项目、档案都在内。接手的人用 genjin import 导入,先看预览," +
		"undo 一步撤销。\n扩展名是 html 时写成可打印、可签字的客户清单。\n文件名以 .age 结尾时用口令保护:在终端上问两遍口令,或用 --passphrase-file、" +
		"环境变量 GENJIN_PASSPHRASE 给出;age 程序也能打开。没有口令的文件谁都能看,请当面交付。",
		"writes the customers that the filters choose as one json file: journal, contacts, orders, receivables, payments,\n" +
			"projects, papers. Whoever takes over imports it, after a preview, and undoes it in one step. A name that ends in\n" +
			"html gets the list of them to print and sign. A name that ends in .age is protected by a passphrase, which is\n" +
			"asked for twice on the terminal, or given by --passphrase-file or GENJIN_PASSPHRASE; the program age opens it too.\n" +
			"A file without a passphrase can be read by anybody: hand it over in person."}
	ExampleHandover = T{"genjin handover -o 交接.json.age --filter 所属团队=华东\ngenjin handover -o 交接清单.html --filter 所属团队=华东",
		"genjin handover -o handover.json.age --filter team=East\ngenjin handover -o list.html --filter team=East"}
	UseHandoverOut = T{"写到 `文件`:json 是全部资料,html 是清单,以 .age 结尾的有口令保护",
		"write to `FILE`: json is everything, html the list, protected by a passphrase if it ends in .age"}
	HandedOver      = T{"%d 位客户已写入 %s", "%d customers written to %s"}
	HandedOverPlain = T{"%d 位客户已写入 %s(没有口令保护,请当面交付)", "%d customers written to %s (not protected: hand it over in person)"}
	NobodyToHand    = T{"没有符合筛选的客户", "no customer fits the filters"}

	UsePassphraseFile = T{"口令在这个 `文件` 的第一行", "the passphrase is the first line of this `FILE`"}
	AskPassphrase     = T{"%s 的口令(不显示): ", "Passphrase of %s (not shown): "}
	AskAgain          = T{"再输一遍: ", "Once more: "}
	NeedsPassphrase   = T{"%s 要口令:在终端上运行,或用 --passphrase-file 文件、环境变量 GENJIN_PASSPHRASE 给出",
		"%s needs a passphrase: run it on a terminal, or give one by --passphrase-file FILE or GENJIN_PASSPHRASE"}
	EmptyPassphrase   = T{"口令是空的,什么都没有做", "the passphrase is empty, nothing was done"}
	PassphrasesDiffer = T{"两次输入的口令不一样", "the two passphrases differ"}

	Passphrase      = T{"口令", "Passphrase"}
	PassphraseAgain = T{"再输一遍", "Once more"}
	NoPassphrase    = T{"留空就不加密", "none: the file isn't protected"}
	ItsPassphrase   = T{"写文件的人设的口令", "the one that the file was written with"}

	HandOverAction = T{"交接给别人(文件)", "hand over to somebody (file)"}
	HandOverPrint  = T{"打印客户交接清单", "print the hand-over list"}
	HandOverTitle  = T{"交接 %d 位客户,连同名下的一切", "Hand over %d customers with all that hangs on them"}
	HandOverList   = T{"打印 %d 位客户的交接清单", "Print the hand-over list of %d customers"}
	HandOverName   = T{"交接-%s.json", "handover-%s.json"}
	HandListName   = T{"交接清单-%s.html", "handover-list-%s.html"}
)
