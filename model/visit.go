package model

// VisitPlan is the preparation 拜访准备 of the next visit (rule 1.1): why, with
// what, and the pitch, short enough to say at the door.
type VisitPlan struct {
	Meta
	CustomerID int64
	Purpose    string
	Bring      string
	Pitch      string // at most 100 characters
}

// VisitPlanFields is the visit preparation's field table.
var VisitPlanFields = Fields[VisitPlan]{
	ofCustomer(func(v *VisitPlan) *int64 { return &v.CustomerID }),
	text("purpose", func(v *VisitPlan) *string { return &v.Purpose }),
	text("bring", func(v *VisitPlan) *string { return &v.Bring }),
	note("pitch", func(v *VisitPlan) *string { return &v.Pitch }).max(100),
}
