package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Option is one of the values that a field may have.
type Option struct{ Code, Label string }

// Choice is a field that takes one of a few values, all of them in sight:
// "(电话) 上门  邀约". Arrows, the number, the first letter (of its pinyin
// too) or the word itself choose.
type Choice struct {
	env      *Env
	options  []Option
	keys     []searchKey
	optional bool
	focused  bool
	selected int // -1: none
}

// NewChoice makes a field with nothing chosen. Optional: delete takes the
// choice back.
func NewChoice(env *Env, options []Option, optional bool) *Choice {
	c := &Choice{env: env, optional: optional, selected: -1}
	c.SetOptions(options)
	return c
}

// SetOptions replaces the options; the choice stays if it is still there.
func (c *Choice) SetOptions(options []Option) {
	code := c.Value()
	c.options, c.keys = options, make([]searchKey, len(options))
	for i, o := range options {
		c.keys[i] = newSearchKey(o.Label)
	}
	c.SetValue(code)
}

// Value is the code of the choice, "" for none.
func (c *Choice) Value() string {
	if c.selected < 0 {
		return ""
	}
	return c.options[c.selected].Code
}

// SetValue chooses by code; an unknown code is no choice.
func (c *Choice) SetValue(code string) {
	c.selected = -1
	for i, o := range c.options {
		if o.Code == code {
			c.selected = i
			return
		}
	}
}

// Focus gives the field the keys.
func (c *Choice) Focus() { c.focused = true }

// Blur takes them away.
func (c *Choice) Blur() { c.focused = false }

// Update chooses.
func (c *Choice) Update(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || !c.focused || len(c.options) == 0 {
		return nil
	}
	name := KeyName(key)
	n := len(c.options)
	switch name {
	case "right", "space":
		c.selected = (c.selected + 1) % n
	case "left":
		c.selected = (max(c.selected, 0) + n - 1) % n
	case "home":
		c.selected = 0
	case "end":
		c.selected = n - 1
	case "backspace", "delete":
		if c.optional {
			c.selected = -1
		}
	default:
		if d := digit(name); d > 0 {
			if d <= n {
				c.selected = d - 1
			}
		} else if text := key.Key().Text; text != "" {
			c.seek(text)
		}
	}
	return nil
}

// seek chooses the next option that begins with the text, written or spelt.
func (c *Choice) seek(text string) {
	query := newQuery(text)
	for step := 1; step <= len(c.options); step++ {
		i := (c.selected + step + len(c.options)) % len(c.options)
		if c.keys[i].begins(query) {
			c.selected = i
			return
		}
	}
}

// View draws the options in w cells, on as many lines as they need; compact,
// on the one line that holds the choice.
func (c *Choice) View(w int, compact bool) []string {
	rows, more := c.shown(w, compact)
	if more {
		return []string{Fit(c.row(rows[0], w-1), w-1) + c.env.Styles.Dim.Render(cutMark)}
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = Fit(c.row(row, w), w)
	}
	return lines
}

func (c *Choice) draw(w int, compact bool) ([]string, int, int) { return c.View(w, compact), -1, 0 }

// click chooses what is drawn at a place in the field.
func (c *Choice) click(x, y, w int, compact bool) {
	rows, _ := c.shown(w, compact)
	if y < 0 || y >= len(rows) {
		return
	}
	for _, i := range rows[y] {
		if x -= Width(c.options[i].Label) + 2; x < 0 {
			c.selected = i
			return
		}
	}
}

// shown is the lines of options that are drawn, and whether there are more.
func (c *Choice) shown(w int, compact bool) (rows [][]int, more bool) {
	rows, _ = c.rows(w)
	if !compact || len(rows) == 1 {
		return rows, false
	}
	rows, current := c.rows(w - 1) // a cell for the mark that there are more
	return rows[current : current+1], true
}

// rows breaks the options into lines and says which holds the choice.
func (c *Choice) rows(w int) (rows [][]int, current int) {
	rows = [][]int{nil}
	x := 0
	for i, o := range c.options {
		ow := Width(o.Label) + 2
		if x+ow > w && x > 0 {
			rows = append(rows, nil)
			x = 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
		if i == c.selected {
			current = len(rows) - 1
		}
		x += ow
	}
	return rows, current
}

func (c *Choice) row(options []int, w int) string {
	s := c.env.Styles
	var b strings.Builder
	for _, i := range options {
		label := Cut(c.options[i].Label, w-2)
		switch {
		case i == c.selected && c.focused:
			b.WriteString(s.Selected.Render("(" + label + ")"))
		case i == c.selected:
			b.WriteString(s.Strong.Render("(" + label + ")"))
		case c.focused:
			b.WriteString(s.Row.Render(" " + label + " "))
		default:
			b.WriteString(s.Dim.Render(" " + label + " "))
		}
	}
	return b.String()
}

// takes: a choice keeps no key that moves between the fields.
func (c *Choice) takes(string) bool { return false }

// Full says nothing: no option is ever too long.
func (c *Choice) Full() string { return "" }
