package act

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
	"genjin/tui/theme"
)

// The cells of a bar say without colour how a stage stands.
var (
	glyphs = map[model.Cell]string{model.CellDone: "█", model.CellDoing: ">", model.CellLate: "!", model.CellBlocked: "x",
		model.CellToCome: "░"}
	asciiGlyphs = map[model.Cell]string{model.CellDone: "#", model.CellDoing: ">", model.CellLate: "!", model.CellBlocked: "x",
		model.CellToCome: "."}
)

// Glyph is how a stage is drawn.
func Glyph(env *kit.Env, c model.Cell) string {
	if env.ASCII {
		return asciiGlyphs[c]
	}
	return glyphs[c]
}

// CellStyle is the colour that repeats what the glyph says.
func CellStyle(s *theme.Styles, c model.Cell) *lipgloss.Style {
	switch c {
	case model.CellDone:
		return &s.Accent
	case model.CellDoing:
		return &s.Strong
	case model.CellLate, model.CellBlocked:
		return &s.Late
	}
	return &s.Dim
}

// Bar is a cell a stage; airy, with a column of air between them.
func ProjectBar(env *kit.Env, stages []model.StageView, airy bool) []kit.Span {
	var spans []kit.Span
	for n := range stages {
		if airy && n > 0 {
			spans = append(spans, kit.Span{Text: " "})
		}
		c := stages[n].Cell
		spans = append(spans, kit.Span{Text: Glyph(env, c), Style: CellStyle(env.Styles, c)})
	}
	return spans
}

// BarText is the bar as a line of text.
func BarText(env *kit.Env, stages []model.StageView, airy bool) string {
	var b strings.Builder
	for _, s := range ProjectBar(env, stages, airy) {
		if s.Style == nil {
			b.WriteString(s.Text)
		} else {
			b.WriteString(s.Style.Render(s.Text))
		}
	}
	return b.String()
}

// Legend says what the cells mean.
func Legend(env *kit.Env, l label.Lang) string {
	var parts []string
	for _, c := range []model.Cell{model.CellDone, model.CellDoing, model.CellLate, model.CellBlocked, model.CellToCome} {
		parts = append(parts, Glyph(env, c)+" "+label.Cell(c, l))
	}
	return strings.Join(parts, "  ")
}

// Days is for how long a card of the board has been in its stage, against the plan:
// 12/30.
func Days(days int, plan int64) string {
	if plan == 0 {
		return strconv.Itoa(days)
	}
	return strconv.Itoa(days) + "/" + strconv.FormatInt(plan, 10)
}
