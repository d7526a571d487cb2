package model

// Occasion is an important date 重要日子 of a customer (rule 1.1): it comes back
// every year, by the solar or the lunar calendar.
type Occasion struct {
	Meta
	CustomerID int64
	Label      string
	Day        Birthday
}

// OccasionFields is the important date's field table.
var OccasionFields = Fields[Occasion]{
	ofCustomer(func(o *Occasion) *int64 { return &o.CustomerID }),
	text("label", func(o *Occasion) *string { return &o.Label }).required().max(60),
	textField(Spec{Code: "day", Kind: KindBirthday, Required: true}, func(o *Occasion) *Birthday { return &o.Day }),
}
