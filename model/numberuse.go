package model

// NumberUse is where a receipt or an invoice number was used before. That is
// said, never refused (rule 1.5).
type NumberUse struct {
	Number   string
	Record   string // RowOfPayment, RowOfReceivable or RowOfOrder
	Customer string
	On       Date // "" = not known
	Amount   int64
	Currency string
	Row      int // of the file that is imported; 0 = it is there already
}
