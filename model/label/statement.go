package label

// StatementWords are the words of a statement of account.
type StatementWords struct {
	Title, Customer, Period, Currency, Opening, Closing, Debit, Credit, Balance, Date, What string
	Ref, Due, Note, Bank, Confirm, Differs, Sign, Issued                                    string
}

// Statement gives the words of a statement of account 对账单.
func Statement(l Lang) StatementWords {
	if l == EN {
		return StatementWords{
			"Statement of account", "Customer", "Period", "Currency", "Opening balance", "Closing balance", "Owed",
			"Paid", "Balance", "Date", "What", "Reference", "Due on", "Note",
			"Please pay to", "We confirm that the balance is correct.", "Balance by our books:", "Signature and stamp:              Date:",
			"Issued by",
		}
	}
	return StatementWords{
		"对账单", "客户名称", "期间", "币种", "期初余额", "期末余额", "应收", "已收/冲减", "余额", "日期", "事项", "单据", "付款期限", "备注",
		"收款账户", "以上余额经核对无误。", "我方账面余额:", "客户签章:              日期:", "出具",
	}
}
