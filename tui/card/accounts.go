package card

import (
	"strings"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
)

// ratioCells is how wide a ratio's column is.
const ratioCells = 10

// ratios are a customer's ratios, a period a line under the guide values, and how
// they went.
func (c *Card) ratios() []string {
	list := model.AccountsOf(c.shown().items[model.RowOfAccounts])
	if len(list) == 0 {
		return nil
	}
	s, l := c.env.Styles, c.words.Lang
	room := max(c.w-ratioCells*len(model.Ratios), 4)
	line := func(first string, cells []string) string {
		text := kit.Fit(first, room)
		for _, cell := range cells {
			text += strings.Repeat(" ", max(ratioCells-kit.Width(cell), 0)) + kit.Cut(cell, ratioCells)
		}
		return kit.Fit(text, c.w)
	}
	var heads, guides, trend []string
	for _, r := range model.Ratios {
		heads = append(heads, label.RatioHead(r, l))
		guides = append(guides, label.Guide(r))
		trend = append(trend, kit.Sparkline(c.env, label.RatioValues(r, list)))
	}
	lines := []string{s.Label.Render(line("", heads)), s.Dim.Render(line(c.words.Card.Guide, guides))}
	for i := range list {
		lines = append(lines, s.Row.Render(line(list[i].Period, label.RatioRow(&list[i])[1:])))
	}
	if len(list) > 1 {
		lines = append(lines, s.Row.Render(line(c.words.Card.Trend, trend)))
	}
	return append(lines, "")
}
