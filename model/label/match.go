package label

import (
	"slices"
	"strings"

	"genjin/model"
)

// BankColumn is what a column of a bank's statement holds.
type BankColumn string

// The columns. BankIn and BankOut are what came in and went out, BankSum both,
// with BankSide or a sign to say which.
const (
	BankOn       BankColumn = "on"
	BankPayer    BankColumn = "payer"
	BankIn       BankColumn = "in"
	BankOut      BankColumn = "out"
	BankSum      BankColumn = "sum"
	BankSide     BankColumn = "side"
	BankCurrency BankColumn = "currency"
	BankNote     BankColumn = "note"
	BankSerial   BankColumn = "serial"
)

// bankHeads are what banks call their columns, the plainest first.
var bankHeads = map[BankColumn][]string{
	BankOn: {"交易日期", "记账日期", "入账日期", "交易时间", "交易日", "记账日", "入账时间", "日期", "date", "transaction date", "booking date", "value date"},
	BankPayer: {"对方户名", "对方名称", "对方账户名称", "对方账号名称", "对方单位名称", "对方单位", "对方账户名", "交易对手名称", "交易对方", "付款人名称", "付款方名称", "付款方户名",
		"付款人户名", "付款人", "付款方", "汇款人", "counterparty", "counterparty name", "payer", "name", "sender"},
	BankIn: {"贷方金额", "贷方发生额", "收入金额", "贷方", "收入", "转入金额", "存入金额", "存入", "收款金额", "入账金额", "贷方发生额(收入)", "贷方发生额/元(收入)", "收入(贷方)", "贷方金额(收入)",
		"credit", "credit amount", "paid in", "money in", "deposit"},
	BankOut: {"借方金额", "借方发生额", "支出金额", "借方", "支出", "转出金额", "支取金额", "支取", "付款金额", "借方发生额(支取)", "借方发生额/元(支取)", "支出(借方)", "借方金额(支出)",
		"debit", "debit amount", "paid out", "money out", "withdrawal"},
	BankSum:      {"交易金额", "发生额", "金额", "交易发生额", "amount", "transaction amount"},
	BankSide:     {"借贷标志", "借贷", "借/贷", "收支", "收/支", "收付标志", "借贷方向", "交易方向", "debit/credit", "dc", "type"},
	BankCurrency: {"币种", "币别", "货币", "currency"},
	BankNote: {"摘要", "用途", "附言", "交易附言", "交易摘要", "备注", "说明", "交易说明",
		"description", "remittance information", "reference text", "details", "memo"},
	BankSerial: {"流水号", "交易流水号", "核心流水号", "账户明细编号-交易流水号", "企业流水号", "交易参考号", "参考号", "凭证号", "凭证号码",
		"日志号", "回单编号", "电子回单号", "transaction id", "reference", "serial", "serial no."},
}

// BankHeading is what a heading of a bank's statement means; how plain it is tells
// which of two columns is taken. ok is false for one that means nothing here. A unit
// or a currency in brackets behind it is no part of it.
func BankHeading(text string) (column BankColumn, rank int, ok bool) {
	plain := func(s string) string {
		return strings.ToLower(strings.Join(strings.Fields(model.HalfWidth(model.Clean(s))), " "))
	}
	head := plain(text)
	short, _, _ := strings.Cut(head, "(")
	for _, name := range []string{head, strings.TrimSpace(short)} {
		for column, names := range bankHeads {
			if rank := slices.Index(names, name); rank >= 0 {
				return column, rank, true
			}
		}
	}
	return "", 0, false
}

// cameIn are what a bank writes of money that came in where one column has both.
var cameIn = []string{"贷", "贷方", "收", "收入", "进", "转入", "来账", "c", "cr", "credit", "in", "+"}

// CameIn reports whether a bank's mark says that money came in.
func CameIn(mark string) bool {
	return slices.Contains(cameIn, strings.ToLower(model.HalfWidth(model.Clean(mark))))
}

var matchKinds = map[string]word{
	"one": of("对上一笔", "one receivable"), "sum": of("对上几笔", "several together"), "group": of("几家客户一起付", "several customers"),
	"known": of("已在账上", "in the books"), "several": of("不止一种对法", "more than one way"), "uneven": of("金额对不上", "no amount fits"),
	"unknown": of("不认识付款人", "payer not known"), "bad": of("读不了", "can't be read"),
}

// MatchKind is how a line of a bank's statement goes with what is owed, in words.
func MatchKind(k model.MatchKind, l Lang) string { return matchKinds[string(k)].in(l) }

// MatchWay is what a way of a match settles, in words: 恒达 FP1 3,840.00 + 预收 160.00.
func MatchWay(way []model.MatchPart, currency string, l Lang) string {
	var parts []string
	for _, p := range way {
		rest := p.Amount
		text := p.Customer
		for i, share := range p.Shares {
			if text += " " + p.Names[i]; share.Amount != p.Amount {
				text += " " + Amount(share.Amount, currency)
			}
			rest -= share.Amount
		}
		if rest > 0 {
			text += pick(l, " 预收 ", " advance ") + Amount(rest, currency)
		}
		parts = append(parts, strings.TrimSpace(text))
	}
	return strings.Join(parts, " + ")
}
