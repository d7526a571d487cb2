package card

import (
	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/act"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// scanAction shows the customer's phones, cards and what the row would have one
// write as codes for the phone.
func (c *Card) scanAction(row *model.Row) kit.Action {
	return kit.Action{ID: "scan", Keys: []string{"Q"}, Name: words.ScanName.In(c.words.Lang), Menu: true,
		Do: func() tea.Cmd { return c.scan(row) }}
}

func (c *Card) scan(row *model.Row) tea.Cmd {
	d, l := c.shown(), c.words.Lang
	text := ""
	if row != nil && row.Kind == model.RowDate {
		text = label.Greeting(*row, d.customer, d.settings, l)
	}
	scans := model.ScansOf(d.customer, model.ContactsOf(d.items["contact"]), text)
	if d.settings.HasBank() {
		bank := label.BankDetails(d.settings, l)
		scans = append(scans, model.Scan{Kind: model.ScanBank, Of: d.settings.BankHolder, Text: bank, Says: bank})
	}
	if len(scans) == 0 {
		return kit.Notify(words.ScanNothing.In(l))
	}
	return kit.Open(act.NewScan(c.env, c.words, c.store, scans))
}
