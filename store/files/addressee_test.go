package files

import (
	"bytes"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// A paper for a customer names them without the salesperson's notes, and the
// salesperson's own lists keep them.
func TestAPaperForACustomerHasNoNotes(t *testing.T) {
	c := model.Customer{Name: "赵校长（师院）", Kind: model.Person, Gender: model.Female, NextOn: "2026-11-25"}
	for _, l := range []label.Lang{label.ZH, label.EN} {
		st := Statements{List: []model.Statement{{Customer: c, Currency: "CNY", From: "2026-11-01", To: "2026-11-30"}}, Lang: l}
		var page, doc bytes.Buffer
		if err := st.WriteHTML(&page); err != nil {
			t.Fatal(err)
		}
		o := OrderDocument{Kind: model.ExportConfirmation, Customer: c, Lang: l}
		if err := o.WriteHTML(&doc); err != nil {
			t.Fatal(err)
		}
		rows := ""
		for _, row := range st.rows(st.List[0]) {
			rows += strings.Join(row, " ") + "\n"
		}
		for what, text := range map[string]string{"statement": page.String(), "workbook": rows, "confirmation": doc.String()} {
			if !strings.Contains(text, "赵校长") || strings.Contains(text, "师院") || strings.Contains(text, "女士") || strings.Contains(text, "Ms.") {
				t.Errorf("%s, %s:\n%s", what, l, text)
			}
		}
		var cards, days bytes.Buffer
		if err := (Cards{Customers: []model.Customer{c}, Lang: l}).WriteVCards(&cards); err != nil {
			t.Fatal(err)
		}
		if err := (Calendar{Customers: []model.Customer{c}, Today: "2026-11-24", Lang: l}).Write(&days); err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string]string{"card": cards.String(), "calendar": days.String()} {
			if !strings.Contains(text, "赵校长（师院）") || strings.Contains(text, "女士") || strings.Contains(text, "Ms.") {
				t.Errorf("%s, %s:\n%s", what, l, text)
			}
		}
	}
}
