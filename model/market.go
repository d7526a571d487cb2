package model

import "slices"

// MarketNote is what the salesperson heard of the market 市场调查 (rule 1.11): what
// a competitor offers, and at what price. Price is minor units of Currency.
type MarketNote struct {
	Meta
	CustomerID int64 // who said it, or where it was met; 0 = nobody
	NotedOn    Date
	Subject    string
	Competitor string
	Product    string
	Currency   string
	Price      int64
	Note       string
	Source     string
}

// MarketNoteFields is the market note's field table.
var MarketNoteFields = Fields[MarketNote]{
	ref("customer_id", RowOfCustomer, func(n *MarketNote) *int64 { return &n.CustomerID }).kept(),
	date("noted_on", func(n *MarketNote) *Date { return &n.NotedOn }).required(),
	text("subject", func(n *MarketNote) *string { return &n.Subject }).required().max(100),
	text("competitor", func(n *MarketNote) *string { return &n.Competitor }),
	text("product", func(n *MarketNote) *string { return &n.Product }),
	amount("price", func(n *MarketNote) *int64 { return &n.Price }),
	text("currency", func(n *MarketNote) *string { return &n.Currency }).max(3),
	note("note", func(n *MarketNote) *string { return &n.Note }),
	text("source", func(n *MarketNote) *string { return &n.Source }),
}

// Complete is what a new note is until it says otherwise: of today.
func (n *MarketNote) Complete(at AsOf) { n.NotedOn, n.Currency = at.Today, at.Settings.Currency }

// MarketNoteOf is a market note with whose it is.
type MarketNoteOf struct {
	MarketNote
	Customer string // the name
}

// MarketNoteView is the list of market notes, the latest first.
var MarketNoteView = View[MarketNoteOf]{
	Record: "market_note",
	Meta:   func(n *MarketNoteOf) *Meta { return &n.Meta },
	Columns: slices.Concat(
		named(Lift(MarketNoteFields, func(n *MarketNoteOf) *MarketNote { return &n.MarketNote }), "customer_id", RowOfCustomer,
			func(n *MarketNoteOf) string { return n.Customer }),
		Instants(func(n *MarketNoteOf) *Meta { return &n.Meta })),
	Usual: []string{"noted_on", "subject", "competitor", "product", "price", "customer_id", "source"},
	Sort:  "-noted_on",
}
