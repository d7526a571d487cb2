package model

// Completeness says how much of what a salesperson should know of a customer
// stands on the card (rule 2.9).
type Completeness struct {
	Percent int      // 0..100, rounded down
	Missing []string // codes of the customer's fields that are wanted and empty, in the order of the card
}

// thinBelow is the percentage under which a card of grade A or B is too thin.
const thinBelow = 60

// wanted is what a card should say: by code, and where "not empty" is not the
// measure, when it is known and of whom it is wanted.
var wanted = []struct {
	code  string
	known func(*Customer) bool
	of    func(*Customer) bool
}{
	{code: "name"},
	{code: "kind"},
	{code: "gender", of: (*Customer).isPerson},
	{code: "phones", known: (*Customer).reachable},
	{code: "address"},
	{code: "interest"},
	{code: "source"},
	{code: "need", known: func(c *Customer) bool { return c.Need != "" && c.Need != NeedUnknown }},
	{code: "decides"},
	{code: "expected_on", of: func(c *Customer) bool { return c.Need == NeedClear }},
	{code: "expected_amount"},
	{code: "class"},
	{code: "next_action"},
	{code: "terms", of: func(c *Customer) bool { return !c.isPerson() }},
}

func (c *Customer) isPerson() bool { return c.Kind != Company }

// reachable: there is a phone or WeChat; a company can be written to as well.
func (c *Customer) reachable() bool {
	return c.Phones != "" || c.WeChat != "" || !c.isPerson() && c.Email != ""
}

// Completeness counts what is wanted of a person or a company.
func (c *Customer) Completeness() Completeness {
	var full Completeness
	all := 0
	for _, w := range wanted {
		if w.of != nil && !w.of(c) {
			continue
		}
		all++
		if !c.knows(w.code, w.known) {
			full.Missing = append(full.Missing, w.code)
		}
	}
	full.Percent = (all - len(full.Missing)) * 100 / all
	return full
}

func (c *Customer) knows(code string, known func(*Customer) bool) bool {
	if known != nil {
		return known(c)
	}
	f, _ := CustomerFields.ByCode(code)
	return f.Get(c) != ""
}

// Thin reports whether the card says too little for its grade: under 60 % for
// A and B.
func (c *Customer) Thin() bool {
	return (c.Grade == GradeA || c.Grade == GradeB) && c.Completeness().Percent < thinBelow
}
