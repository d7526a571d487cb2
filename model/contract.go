package model

// Contract is a contract or an agreement 合同/协议 with a customer (rule 1.7).
type Contract struct {
	Meta
	CustomerID  int64
	Number      string
	Scope       string
	SignedOn    Date
	ExpiresOn   Date
	Responsible string
	HandedOver  string // what is handed over with it
	Remark      string
}

// ContractFields is the contract's field table.
var ContractFields = Fields[Contract]{
	ofCustomer(func(c *Contract) *int64 { return &c.CustomerID }),
	text("number", func(c *Contract) *string { return &c.Number }).required().max(60),
	note("scope", func(c *Contract) *string { return &c.Scope }),
	date("signed_on", func(c *Contract) *Date { return &c.SignedOn }),
	date("expires_on", func(c *Contract) *Date { return &c.ExpiresOn }),
	text("responsible", func(c *Contract) *string { return &c.Responsible }).max(60),
	note("handed_over", func(c *Contract) *string { return &c.HandedOver }),
	note("remark", func(c *Contract) *string { return &c.Remark }),
}

// Check refuses a contract that can't be kept, such as one that ends before it
// was signed.
func (c *Contract) Check() error {
	if err := ContractFields.Check(c); err != nil {
		return err
	}
	if c.ExpiresOn != "" && c.SignedOn != "" && c.ExpiresOn < c.SignedOn {
		return At("expires_on", Refuse(RefusedBefore, string(c.SignedOn)))
	}
	return nil
}

var contractColumns = []Column[ItemOf]{expiring("", func(*ItemOf) bool { return true })}

var contractPresets = []Preset{{Code: "expiring", Filters: []Filter{{Field: "expiring", Op: OpIs, Value: "1"}}, Sort: "expires_on"}}
