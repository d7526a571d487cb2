package quickadd

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// read takes the line in, and looks up who has its phones already.
func (d *Dialog) read() tea.Cmd {
	phones := d.quick.Customer.Phones
	d.understand(d.input.Value())
	now := d.quick.Customer.Phones
	switch {
	case now == phones:
		return nil
	case now == "":
		d.known = nil
		return nil
	}
	return func() tea.Msg {
		// A failure shows when the customer is kept.
		known, _ := d.store.CustomersByPhone(context.Background(), now)
		return lookedUp{d, now, known}
	}
}

// understand reads the line. Where it can't be read to its end, what stands
// before the trouble is understood all the same.
func (d *Dialog) understand(line string) {
	d.quick, d.problem = label.Quick{}, ""
	if strings.TrimSpace(model.Clean(line)) == "" {
		return
	}
	q, err := label.ParseQuick(line, d.store.Today(), d.env.Own["source"]...)
	d.quick = q
	if err != nil {
		d.problem, _ = label.Refusal("customer", err, d.words.Lang)
	}
}

// pairs are what was understood, field by field, and what the class implies.
func (d *Dialog) pairs() []kit.Pair {
	c := &d.quick.Customer
	var pairs []kit.Pair
	for _, f := range model.CustomerFields {
		inferred := c.Inferred.Has(f.Code)
		if !inferred && !slices.Contains(d.quick.Given, f.Code) {
			continue
		}
		value := label.Show("customer", f.Spec, f.Get(c), "", d.words.Lang)
		if f.Kind == model.KindDate && value != "" {
			value = d.words.Day(model.Date(value))
		}
		if inferred {
			value += " " + d.words.QuickAdd.Inferred
		}
		pairs = append(pairs, kit.Pair{Label: label.Field("customer", f.Code, d.words.Lang), Value: value})
	}
	return pairs
}

// name is a customer that has the phone, told apart from others by it.
func (d *Dialog) name(c model.Customer) string {
	f, _ := model.CustomerFields.ByCode("phones")
	return strings.TrimSpace(fmt.Sprintf("#%d %s  %s", c.ID, c.Name, d.words.Show("customer", f.Spec, string(c.Phones), "")))
}

// The box: its width, and the lines under the field that it always has, so that
// it stands still while one types.
const (
	boxWidth  = 78
	fieldRows = 9
)

// View draws the line over what was understood; trouble and known phones stand
// at the foot.
func (d *Dialog) View(w, h int) (string, *tea.Cursor) {
	s := d.env.Styles
	inner := max(min(boxWidth, w)-kit.FrameW, 1)
	line, x := d.input.View(inner)
	body := kit.Pairs(d.env, inner, d.pairs())
	if len(body) == 0 {
		for _, text := range kit.Wrap(d.words.QuickAdd.How, inner) {
			body = append(body, s.Dim.Render(text))
		}
	}
	foot := d.draft.Offer(d.env, d.draft.Offered()[draftLine], inner)
	if d.problem != "" {
		for _, text := range kit.Wrap(d.problem, inner) {
			foot = append(foot, s.Error.Render(text))
		}
	}
	for _, text := range kit.Wrap(d.left, inner) {
		if text != "" {
			foot = append(foot, s.Warn.Render(text))
		}
	}
	if len(d.known) > 0 {
		names := make([]string, len(d.known))
		for i, c := range d.known {
			names[i] = d.name(c)
		}
		for _, text := range kit.Wrap(fmt.Sprintf(d.words.QuickAdd.Known, strings.Join(names, ", ")), inner) {
			foot = append(foot, s.Warn.Render(text))
		}
	}
	const head = 2 // the line and the rule under it
	room := max(h-kit.FrameH-head, 0)
	foot = foot[:min(len(foot), room)]
	rows := min(max(fieldRows, len(body)+len(foot)), room) - len(foot)
	lines := []string{line, kit.Rule(d.env, inner)}
	for i := range rows {
		text := ""
		if i < len(body) {
			text = body[i]
		}
		lines = append(lines, text)
	}
	cursor := tea.NewCursor(kit.FrameX+x, kit.FrameY)
	cursor.Shape = tea.CursorBar
	return kit.Frame(d.env, d.words.QuickAdd.Title, kit.JoinV(append(lines, foot...)...), inner+kit.FrameW), cursor
}
