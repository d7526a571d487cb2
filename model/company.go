package model

// CompanyCard is the company card 企业档案 of a customer (rule 1.1); all of it is
// optional, and a customer has at most one.
type CompanyCard struct {
	Meta
	CustomerID              int64
	RegisteredAddress       string
	BusinessAddress         string
	LegalRep                string // legal representative 法定代表人
	LegalRepID              string // ID number 身份证号
	LegalRepAddress         string
	LegalRepPhone           string
	RegisteredCapital       string // as the licence says it
	TermOfBusiness          string
	LicenceNo               string
	Scope                   string
	OrganisationCode        string
	OrganisationCodeExpires Date
	TaxpayerID              string
	TaxOfficer              string
	Bank                    string
	BankAccount             string
	Industry                string
	Shareholders            string
	Guarantees              string // guarantees and counter-guarantees
	Traits                  string
	Business                string
	Dealings                string
}

// CompanyCardFields is the company card's field table.
var CompanyCardFields = Fields[CompanyCard]{
	ofCustomer(func(c *CompanyCard) *int64 { return &c.CustomerID }),
	text("registered_address", func(c *CompanyCard) *string { return &c.RegisteredAddress }),
	text("business_address", func(c *CompanyCard) *string { return &c.BusinessAddress }),
	text("legal_rep", func(c *CompanyCard) *string { return &c.LegalRep }),
	text("legal_rep_id", func(c *CompanyCard) *string { return &c.LegalRepID }).max(40),
	text("legal_rep_address", func(c *CompanyCard) *string { return &c.LegalRepAddress }),
	text("legal_rep_phone", func(c *CompanyCard) *string { return &c.LegalRepPhone }),
	text("registered_capital", func(c *CompanyCard) *string { return &c.RegisteredCapital }),
	text("term_of_business", func(c *CompanyCard) *string { return &c.TermOfBusiness }),
	text("licence_no", func(c *CompanyCard) *string { return &c.LicenceNo }),
	note("scope", func(c *CompanyCard) *string { return &c.Scope }),
	text("organisation_code", func(c *CompanyCard) *string { return &c.OrganisationCode }),
	date("organisation_code_expires", func(c *CompanyCard) *Date { return &c.OrganisationCodeExpires }),
	text("taxpayer_id", func(c *CompanyCard) *string { return &c.TaxpayerID }),
	text("tax_officer", func(c *CompanyCard) *string { return &c.TaxOfficer }),
	text("bank", func(c *CompanyCard) *string { return &c.Bank }),
	text("bank_account", func(c *CompanyCard) *string { return &c.BankAccount }),
	text("industry", func(c *CompanyCard) *string { return &c.Industry }),
	note("shareholders", func(c *CompanyCard) *string { return &c.Shareholders }),
	note("guarantees", func(c *CompanyCard) *string { return &c.Guarantees }),
	note("traits", func(c *CompanyCard) *string { return &c.Traits }),
	note("business", func(c *CompanyCard) *string { return &c.Business }),
	note("dealings", func(c *CompanyCard) *string { return &c.Dealings }),
}
