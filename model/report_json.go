package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// PageJSON is a report as scripts read it (rule 4): kind, from, to, figures with
// their value or amount and what it was in the span before, and the tables. Of
// an amount there is an entry a currency; one of nothing is in the default one.
func PageJSON(kind string, p *Page) json.RawMessage {
	var o object
	o.put("kind", kind)
	o.put("from", p.Span.First)
	o.put("to", p.Span.Last)
	figures := []json.RawMessage{}
	for i := range p.Figures {
		f := &p.Figures[i]
		for _, currency := range f.currencies() {
			var one object
			one.put("code", f.Code)
			f.put(&one, currency)
			if f.Before != nil {
				one.put("before", f.Before.value(currency))
			}
			figures = append(figures, one.done())
		}
	}
	o.put("figures", figures)
	for i := range p.Tables {
		t := &p.Tables[i]
		lines := []json.RawMessage{}
		for n := range t.Lines {
			lines = append(lines, t.lineJSON(&t.Lines[n]))
		}
		o.put(t.Code, lines)
	}
	return o.done()
}

func (t *ReportTable) lineJSON(line *ReportLine) json.RawMessage {
	var o object
	name := t.By
	if name == "" {
		name = "name"
	}
	switch {
	case t.Of != "" && FieldOf(t.Of, t.By).IsRef():
		o.put(FieldOf(t.Of, t.By).Of, line.Name)
		o.put(strings.TrimSuffix(name, "_id")+"_id", refID(line.Value))
	case line.Code != "":
		o.put(name, line.Code)
	case t.Code == "targets":
		o.put("period", line.Name)
		o.put(line.By, line.Value)
	case line.By != "":
		o.put("factor", line.By)
		o.put("value", orNil(line.Value))
	case line.Value == "":
		o.put(name, nil)
	default:
		o.put(name, line.Value)
	}
	if line.Young {
		o.put("unfinished", true)
	}
	for i := range line.Cells {
		m := &line.Cells[i]
		if m.Unit != UnitMoney {
			o.put(m.Code, m.value(""))
			continue
		}
		list := []any{}
		for _, a := range m.Amounts {
			list = append(list, amountJSON(a.Amount, a.Currency))
		}
		o.put(m.Code, list)
	}
	return o.done()
}

// currencies are those of a figure and of the one before; "" of one that is no
// money.
func (f *Figure) currencies() []string {
	if f.Unit != UnitMoney {
		return []string{""}
	}
	var list []string
	add := func(m *Measure) {
		for _, a := range m.Amounts {
			if !slices.Contains(list, a.Currency) {
				list = append(list, a.Currency)
			}
		}
	}
	add(&f.Measure)
	if f.Before != nil {
		add(f.Before)
	}
	if len(list) == 0 {
		list = []string{DefaultCurrency}
	}
	return list
}

func (m *Measure) put(o *object, currency string) {
	if m.Unit == UnitMoney {
		o.put("amount", m.value(currency))
		o.put("count", m.N)
		return
	}
	o.put("value", m.value(currency))
}

// value is the number; of a share a percentage, null when it isn't known.
func (m *Measure) value(currency string) any {
	switch {
	case m.Unknown:
		return nil
	case m.Unit == UnitMoney:
		return amountJSON(m.Sum(currency), currency)
	case m.Unit == UnitPerMille:
		return float64(m.N) / 10
	}
	return m.N
}

func orNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}
