package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// What a frame adds around its body: a border and a column of air on each
// side.
const (
	FrameX = 2 // the body's place in the frame
	FrameY = 1
	FrameW = 2 * FrameX // how much wider and higher than its body a frame is
	FrameH = 2 * FrameY
)

// asciiBorder survives terminals that draw line characters wide.
var asciiBorder = lipgloss.Border{
	Top: "-", Bottom: "-", Left: "|", Right: "|",
	TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
}

// Frame draws a border w cells wide around a body, with the title in it. Lines
// of the body are cut and padded to fit.
func Frame(env *Env, title, body string, w int) string {
	b := lipgloss.RoundedBorder()
	if env.ASCII {
		b = asciiBorder
	}
	line := env.Styles.Border
	inner := max(w-FrameW, 0)
	lines := []string{frameTop(env, b, title, w)}
	for text := range strings.SplitSeq(body, "\n") {
		lines = append(lines, line.Render(b.Left)+" "+Fit(text, inner)+" "+line.Render(b.Right))
	}
	bottom := b.BottomLeft + strings.Repeat(b.Bottom, max(w-2, 0)) + b.BottomRight
	return strings.Join(append(lines, line.Render(bottom)), "\n")
}

func frameTop(env *Env, b lipgloss.Border, title string, w int) string {
	line := env.Styles.Border
	if title == "" {
		return line.Render(b.TopLeft + strings.Repeat(b.Top, max(w-2, 0)) + b.TopRight)
	}
	title = Cut(title, max(w-6, 0))
	rest := max(w-5-Width(title), 0)
	return line.Render(b.TopLeft+b.Top) + " " + env.Styles.Title.Render(title) + " " +
		line.Render(strings.Repeat(b.Top, rest)+b.TopRight)
}
