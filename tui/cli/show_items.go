package cli

import (
	"context"
	"encoding/json"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// itemsOf are a customer's other records of the card by their kind: contacts,
// important dates, the company card.
func (r *run) itemsOf(ctx context.Context, st model.Customers, customer int64) (map[string][]model.Item, error) {
	all := map[string][]model.Item{}
	for _, kind := range model.AttachedRecords {
		list, err := st.Items(ctx, kind.Record, customer)
		if err != nil {
			return nil, err
		}
		all[kind.Record] = list
	}
	return all, nil
}

// items prints them, a kind a heading.
func (r *run) items(all map[string][]model.Item) error {
	var b strings.Builder
	for _, kind := range model.AttachedRecords {
		t := table{indent: "  "}
		for i, it := range all[kind.Record] {
			if i > 0 {
				t.add(plain(""))
			}
			for _, f := range kind.Shown {
				name := label.Field(kind.Record, f.Code, r.lang)
				value := r.value(kind.Record, f, it.Values[f.Code], it.Values["currency"])
				if value != "" && f.Code != "currency" {
					t.add(styled(name, &faint), plain(strings.ReplaceAll(value, "\n", "; ")))
				}
			}
		}
		if len(t.rows) > 0 {
			b.WriteString(accent.Render(label.Records(kind.Record, r.lang)) + "\n")
			_ = t.write(&b) // a strings.Builder takes everything
		}
	}
	return writeString(r.out, b.String())
}

// withOwn is a card in JSON with a list of each kind behind it.
func withOwn(card json.RawMessage, all map[string][]model.Item) (json.RawMessage, error) {
	var names []string
	lists := map[string]json.RawMessage{}
	for _, kind := range model.AttachedRecords {
		list := []json.RawMessage{}
		for _, it := range all[kind.Record] {
			list = append(list, model.ItemJSON(kind, it))
		}
		text, err := json.Marshal(list)
		if err != nil {
			return nil, err
		}
		names, lists[kind.Record] = append(names, kind.Record), text
	}
	return model.WithMembers(card, names, lists), nil
}
