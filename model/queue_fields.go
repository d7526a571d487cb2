package model

import "strconv"

// QueueFields is what the rows of Today can be narrowed down to.
var QueueFields = []Spec{
	axis("kind", RowBroken, RowCase, RowChase, RowFollowUp, RowRetry, RowShipment, RowOrderStep, RowQuote, RowReminder, RowStep,
		RowRegrade, RowGradeMe, RowDate, RowAlert),
	axis("grade", Grades...),
	{Code: "customer_id", Kind: KindRef, Of: RowOfCustomer},
	{Code: "days_late", Kind: KindNumber},
}

// Fits reports whether a row meets conditions on QueueFields.
func (r *Row) Fits(filters []Filter, today Date) bool {
	value := map[string]string{
		"kind": string(r.Kind), "grade": string(r.Grade), "customer_id": strconv.FormatInt(r.CustomerID, 10),
		"days_late": strconv.Itoa(r.DaysLate),
	}
	for _, f := range filters {
		for _, spec := range QueueFields {
			if spec.Code == f.Field && !f.Fits(spec, value[f.Field], today) {
				return false
			}
		}
	}
	return true
}
