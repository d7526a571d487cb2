package model

// Purchase is a purchase project 采购项目 of a customer (rule 1.1, BANT): what
// they plan to buy and how it is decided.
type Purchase struct {
	Meta
	CustomerID int64
	Plan       string
	ToSolve    string
	Deciders   string // decision makers and influencers
	Timetable  string
	Budget     string
	Process    string
}

// PurchaseFields is the purchase project's field table.
var PurchaseFields = Fields[Purchase]{
	ofCustomer(func(p *Purchase) *int64 { return &p.CustomerID }),
	text("plan", func(p *Purchase) *string { return &p.Plan }).required(),
	note("to_solve", func(p *Purchase) *string { return &p.ToSolve }),
	text("deciders", func(p *Purchase) *string { return &p.Deciders }),
	text("timetable", func(p *Purchase) *string { return &p.Timetable }),
	text("budget", func(p *Purchase) *string { return &p.Budget }),
	note("process", func(p *Purchase) *string { return &p.Process }),
}
