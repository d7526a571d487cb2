package label

import "genjin/model"

// StatementWords are the words of a statement of account.
type StatementWords struct {
	Title, Customer, Period, Currency, Opening, Closing, Debit, Credit, Balance, Date, What string
	Ref, Due, Note, Bank, Ours, Confirm, Differs, Sign, Issued                              string
}

// Statement gives the words of a statement of account 对账单.
func Statement(l Lang) StatementWords {
	if l == EN {
		return StatementWords{
			"Statement of account", "Customer", "Period", "Currency", "Opening balance", "Closing balance", "Owed",
			"Paid", "Balance", "Date", "What", "Reference", "Due on", "Note",
			"Please pay to", "Balance by our books:", "We confirm that the balance is correct.",
			"Balance by your books:", "Signature and stamp:              Date:",
			"Issued by",
		}
	}
	return StatementWords{
		"对账单", "客户名称", "期间", "币种", "期初余额", "期末余额", "应收", "已收/冲减", "余额", "日期", "事项", "单据", "付款期限", "备注",
		"收款账户", "我方账面余额:", "以上余额经核对无误。", "贵方账面余额(不符时填写):", "客户签章:              日期:", "出具",
	}
}

// LateInterest says what late payment has cost up to a day, at the rate of the
// settings; "" where there is no rate, or nothing was late. It is never booked.
func LateInterest(sum int64, currency string, to model.Date, s model.Settings, l Lang) string {
	if sum <= 0 {
		return ""
	}
	return pick(l, "逾期利息(按"+s.LateRate+",计至"+string(to)+",未计入余额):"+Amount(sum, currency),
		"Interest for late payment at "+s.LateRate+" up to "+string(to)+", not in the balance: "+Amount(sum, currency))
}
