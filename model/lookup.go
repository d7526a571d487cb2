package model

// LookupSubject is whom a look-up is about.
type LookupSubject string

const (
	LookupCompany     LookupSubject = "company"
	LookupShareholder LookupSubject = "shareholder"
	LookupLegalRep    LookupSubject = "legal_rep"
	LookupIndustry    LookupSubject = "industry"
)

// LookupSubjects are whom look-ups are about.
var LookupSubjects = []LookupSubject{LookupCompany, LookupShareholder, LookupLegalRep, LookupIndustry}

// Lookup is one look-up about a customer 信息查询记录 (rule 1.7): where one looked,
// and what was found.
type Lookup struct {
	Meta
	CustomerID int64
	Subject    LookupSubject
	Name       string // which shareholder, which industry
	Source     string // where it was looked up
	Result     string
	CheckedOn  Date
	Remark     string
}

// LookupFields is the look-up's field table.
var LookupFields = Fields[Lookup]{
	ofCustomer(func(c *Lookup) *int64 { return &c.CustomerID }),
	choice("subject", LookupSubjects, func(c *Lookup) *LookupSubject { return &c.Subject }).required(),
	text("name", func(c *Lookup) *string { return &c.Name }).max(120),
	text("source", func(c *Lookup) *string { return &c.Source }).required().max(200),
	note("result", func(c *Lookup) *string { return &c.Result }).required(),
	date("checked_on", func(c *Lookup) *Date { return &c.CheckedOn }).required(),
	note("remark", func(c *Lookup) *string { return &c.Remark }),
}

// Complete is what a new look-up is until it says otherwise: of today.
func (c *Lookup) Complete(at AsOf) { c.CheckedOn = at.Today }
