package model

// Contact is a person at a customer (rule 1.1): who decides, who pays, whom to
// ask for.
type Contact struct {
	Meta
	CustomerID int64
	Name       string
	Gender     Gender
	Department string
	Role       ContactRole
	Phones     List
	WeChat     string
	Email      string
	Birthday   Birthday
	Remark     string
}

// ContactRole is what a person has to say in a purchase.
type ContactRole string

// ContactFields is the contact's field table.
var ContactFields = Fields[Contact]{
	ofCustomer(func(c *Contact) *int64 { return &c.CustomerID }),
	text("name", func(c *Contact) *string { return &c.Name }).required().max(100),
	choice("gender", []Gender{Male, Female}, func(c *Contact) *Gender { return &c.Gender }).orUnknown(),
	text("department", func(c *Contact) *string { return &c.Department }),
	choice("role", []ContactRole{"decision_maker", "influencer", "user", "finance", "other"}, func(c *Contact) *ContactRole {
		return &c.Role
	}),
	textField(Spec{Code: "phones", Kind: KindPhones}, func(c *Contact) *List { return &c.Phones }),
	text("wechat", func(c *Contact) *string { return &c.WeChat }),
	text("email", func(c *Contact) *string { return &c.Email }),
	textField(Spec{Code: "birthday", Kind: KindBirthday}, func(c *Contact) *Birthday { return &c.Birthday }),
	note("remark", func(c *Contact) *string { return &c.Remark }),
}
