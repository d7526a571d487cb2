package model

// ContactQuery says which contacts of all customers a list shows.
type ContactQuery struct {
	Search   string // name, phone, WeChat, email, also by pinyin; of the contact or the customer
	Customer int64  // of one customer only; 0 = of all
	Archived bool   // of the archived customers instead
}
