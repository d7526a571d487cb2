package model

import "slices"

// PaperForm says what of a paper is there: the paper itself, or a copy.
type PaperForm string

const (
	PaperOriginal PaperForm = "original"
	PaperCopy     PaperForm = "copy"
)

// PaperForms are the forms of a paper.
var PaperForms = []PaperForm{PaperOriginal, PaperCopy}

// Document is one line of a customer's 资料归档清单 (rule 1.7): a paper that is
// wanted of them, whether it is there, and where it is.
type Document struct {
	Meta
	CustomerID int64
	List       string // which list it stands in: the code of a built-in one, or the name of one's own
	Name       string
	Required   bool
	Form       PaperForm
	Copies     int64
	ReceivedOn Date
	ExpiresOn  Date   // 有效期
	Place      string // path or folder
	ReturnedOn Date
	HandedBy   string // 移交人
	HandedTo   string // 接收人
	Remark     string
}

// DocumentFields is the document's field table.
var DocumentFields = Fields[Document]{
	ofCustomer(func(d *Document) *int64 { return &d.CustomerID }),
	text("name", func(d *Document) *string { return &d.Name }).required().max(120),
	choice("list", DocumentLists, func(d *Document) *string { return &d.List }).open().max(60),
	flagField(Spec{Code: "required"}, func(d *Document) *bool { return &d.Required }),
	choice("form", PaperForms, func(d *Document) *PaperForm { return &d.Form }),
	number("copies", 1, 999, func(d *Document) *int64 { return &d.Copies }),
	date("received_on", func(d *Document) *Date { return &d.ReceivedOn }),
	date("expires_on", func(d *Document) *Date { return &d.ExpiresOn }),
	text("place", func(d *Document) *string { return &d.Place }).max(300),
	date("returned_on", func(d *Document) *Date { return &d.ReturnedOn }),
	text("handed_by", func(d *Document) *string { return &d.HandedBy }).max(60),
	text("handed_to", func(d *Document) *string { return &d.HandedTo }).max(60),
	note("remark", func(d *Document) *string { return &d.Remark }),
}

// Complete is what a new document is until it says otherwise: one paper.
func (d *Document) Complete(AsOf) { d.Copies = 1 }

// Check refuses a document that can't be kept, such as one that was given back
// before it came.
func (d *Document) Check() error {
	if err := DocumentFields.Check(d); err != nil {
		return err
	}
	if d.ReturnedOn != "" && d.ReceivedOn != "" && d.ReturnedOn < d.ReceivedOn {
		return At("returned_on", Refuse(RefusedBefore, string(d.ReceivedOn)))
	}
	return nil
}

// PaperState is how a document stands.
type PaperState string

const (
	PaperMissing  PaperState = "missing" // wanted, and not here
	PaperOptional PaperState = "optional"
	PaperReceived PaperState = "received"
	PaperReturned PaperState = "returned"
)

var paperStates = []PaperState{PaperMissing, PaperOptional, PaperReceived, PaperReturned}

// StateOfPaper is how a document stands, as an item has it.
func StateOfPaper(it *Item) PaperState {
	switch {
	case it.Values["returned_on"] != "":
		return PaperReturned
	case it.Values["received_on"] != "":
		return PaperReceived
	case it.Values["required"] != "":
		return PaperMissing
	}
	return PaperOptional
}

// PapersIn is how many of the papers that are wanted have come, returned ones
// among them; where none is wanted more than another, all count.
func PapersIn(list []Item) (in, of int) {
	all := 0
	for i := range list {
		came := list[i].Values["received_on"] != "" || list[i].Values["returned_on"] != ""
		if list[i].Values["required"] != "" {
			if of++; came {
				in++
			}
		}
		if came {
			all++
		}
	}
	if of == 0 {
		return all, len(list)
	}
	return in, of
}

// PaperLead is how many days before its last one a paper is on Today (rule 2.9).
const PaperLead = 30

// Paper is a document or a contract with a last day.
type Paper struct {
	Record     string // document, contract
	ID         int64
	CustomerID int64
	Name       string
	ExpiresOn  Date
}

// paperRows are the papers that expire: each is there from its lead on, until it is
// renewed, given back or ticked off.
func paperRows(f Facts) []Row {
	var rows []Row
	for _, p := range f.Papers {
		i := slices.IndexFunc(f.Customers, func(c Customer) bool { return c.ID == p.CustomerID })
		if i < 0 || f.Customers[i].Archived {
			continue
		}
		r := rowOf(RowPaper, &f.Customers[i])
		r.Record, r.About, r.DueOn, r.from = p.ID, p.Record, p.ExpiresOn, p.ExpiresOn.AddDays(-PaperLead)
		r.On = r.from
		r.Reason = because("paper", p.Record, p.Name, string(p.ExpiresOn))
		rows = append(rows, r)
	}
	return rows
}

// expiring is the flag of what has a last day that is near, or was.
func expiring(also string, is func(*ItemOf) bool) Column[ItemOf] {
	return test("expiring", func(r *ItemOf, at AsOf) bool {
		on := Date(r.Values["expires_on"])
		return on != "" && on <= at.Today.AddDays(PaperLead) && is(r)
	}, func(at AsOf) string {
		return "r.expires_on <> '' AND r.expires_on <= " + day(at.Today.AddDays(PaperLead)) + also
	})
}

// documentColumns are what the list of documents says beside their fields.
var documentColumns = []Column[ItemOf]{
	{
		Spec: axis("state", paperStates...), Get: func(r *ItemOf, _ AsOf) string { return string(StateOfPaper(&r.Item)) },
		SQL: func(AsOf) string {
			return "CASE WHEN r.returned_on <> '' THEN 'returned' WHEN r.received_on <> '' THEN 'received' " +
				"WHEN r.required = 1 THEN 'missing' ELSE 'optional' END"
		},
		Tone: func(r *ItemOf, _ AsOf) Tone {
			return map[PaperState]Tone{PaperMissing: ToneLate, PaperReturned: ToneDim}[StateOfPaper(&r.Item)]
		},
	},
	expiring(" AND r.returned_on = ''", func(r *ItemOf) bool { return r.Values["returned_on"] == "" }),
}

var documentPresets = []Preset{
	{Code: "missing", Filters: []Filter{{Field: "state", Op: OpIs, Value: string(PaperMissing)}}},
	{Code: "expiring", Filters: []Filter{{Field: "expiring", Op: OpIs, Value: "1"}}, Sort: "expires_on"},
}

// DocumentLists are the codes of the built-in lists of documents.
var DocumentLists = []string{"guarantee", "bookkeeping"}
