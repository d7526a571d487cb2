package files

import (
	"encoding/json"

	"genjin/model"
	"genjin/model/label"
)

// Apart are the phones of customers who share their name with others, by id: a
// list of what is theirs has them, so that it is read again as theirs.
type Apart map[int64]string

// addTo adds a column with the phones, where a row of the table has some.
func (a Apart) addTo(g *Grid, head string, l label.Lang, whose func(row int) int64) {
	some := false
	cells := make([]string, len(g.Rows))
	for i := range g.Rows {
		cells[i] = label.Show(recordCustomer, phonesSpec, a[whose(i)], "", l)
		some = some || cells[i] != ""
	}
	if !some {
		return
	}
	g.Headers = append(g.Headers, head)
	for i := range g.Rows {
		g.Rows[i] = append(g.Rows[i], cells[i])
	}
}

// callOf is the name of the column with a customer's phones, beside which a
// record may have phones of its own.
func callOf(hasPhones bool, l label.Lang) string {
	if hasPhones {
		return label.CustomerPhone(l)
	}
	return label.Field(recordCustomer, customerCall.code, l)
}

// member adds the phones to a customer's record under a name.
func (a Apart) member(record json.RawMessage, name string, customer int64) json.RawMessage {
	if a[customer] == "" {
		return record
	}
	return model.WithPhones(record, name, model.List(a[customer]))
}

// whose is the customer of earlier rows, by place, whom a row names: one of the
// name, with the phone if the row has one.
func whose(of map[string]int, name, phone string) (at int, known bool) {
	if folded(name) == "" {
		return 0, false
	}
	at, known = of[folded(name)+"\n"+folded(phone)]
	return at, known
}

// isOf notes the customer whom a row names.
func isOf(of map[string]int, name, phone string, at int) {
	of[folded(name)+"\n"+folded(phone)] = at
	if _, known := whose(of, name, ""); !known {
		of[folded(name)+"\n"] = at
	}
}
