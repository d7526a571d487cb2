package oem

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// boards is the section with the stages of a template side by side and the
// projects in them. As many columns as fit stand around the cursor.
type boards struct {
	s      *Screen
	list   []model.Board
	at     int   // which template's
	column int   // where the cursor is
	row    int   // of the column
	tops   []int // first card in sight of each column
	left   int   // first column in sight
	loaded bool

	kit.Unmarked
	events kit.Events
	load   kit.Load[[]model.Board]
	stale  bool
	empty  string

	x, y, w, h int
}

// A column of the board, the air between two, and a card's lines.
const (
	columnMin = 17
	columnMax = 26
	columnGap = 2
	cardRows  = 3 // two lines and one of air
	boardHead = 2 // the stage and a rule
	boardEdge = 2 // at the left and the right, for the marks that there is more
)

// Bind says what follows what happens on the board.
func (b *boards) Bind(e kit.Events) { b.events, b.stale = e, true }

// Renew marks the board as out of date.
func (b *boards) Renew(bool) { b.stale = true }

// Look reads the board if it is out of date.
func (b *boards) Look() tea.Cmd {
	if !b.stale {
		return nil
	}
	b.stale = false
	q := b.s.query(board)
	return b.load.Run(func(ctx context.Context) ([]model.Board, error) { return b.s.store.Boards(ctx, q) })
}

// Answer takes what was read, and reports whether the message is that.
func (b *boards) Answer(msg tea.Msg) (tea.Cmd, bool) {
	list, err, ok := b.load.Take(msg)
	switch {
	case !ok:
		return nil, false
	case err != nil:
		return b.events.Failed(err), true
	}
	b.set(list)
	return b.events.Read(false), true
}

// SetEmpty says what stands on a board without projects.
func (b *boards) SetEmpty(text string) { b.empty = text }

// Count is how many projects are on the board.
func (b *boards) Count() int { return len(b.ids()) }

// ids are the projects on the board.
func (b *boards) ids() []int64 {
	var ids []int64
	for _, c := range b.columns() {
		for i := range c.Cards {
			ids = append(ids, c.Cards[i].ID)
		}
	}
	return ids
}

// SetSize says how many cells the board has.
func (b *boards) SetSize(w, h int) {
	b.w, b.h = w, h
	b.settle()
}

// SetOrigin says where it lies, for the mouse.
func (b *boards) SetOrigin(x, y int) { b.x, b.y = x, y }

// set takes over what was read; the cursor stays on its project, or in its
// stage.
func (b *boards) set(list []model.Board) {
	was, kept := b.card()
	template := int64(0)
	if b.at < len(b.list) {
		template = b.list[b.at].TemplateID
	}
	first := !b.loaded
	b.list, b.loaded = list, true
	b.at = 0
	for i := range list {
		if list[i].TemplateID == template {
			b.at = i
		}
	}
	switch {
	case kept:
		b.stand(was.ID)
	case first:
		b.toFirst()
	}
	if _, ok := b.card(); kept && !ok {
		b.toFirst()
	}
	b.settle()
}

// stand puts the cursor on a project.
func (b *boards) stand(id int64) {
	for i := range b.list {
		for c, column := range b.list[i].Columns {
			for r := range column.Cards {
				if column.Cards[r].ID == id {
					b.at, b.column, b.row = i, c, r
				}
			}
		}
	}
}

// toFirst goes to the first project of the first stage that has any.
func (b *boards) toFirst() {
	filled := func(c model.BoardColumn) bool { return len(c.Cards) > 0 }
	b.column, b.row = max(slices.IndexFunc(b.columns(), filled), 0), 0
}

func (b *boards) columns() []model.BoardColumn {
	if b.at >= len(b.list) {
		return nil
	}
	return b.list[b.at].Columns
}

// card is the chosen project.
func (b *boards) card() (model.BoardCard, bool) {
	columns := b.columns()
	if b.column >= len(columns) || b.row >= len(columns[b.column].Cards) {
		return model.BoardCard{}, false
	}
	return columns[b.column].Cards[b.row], true
}

// fits is how many columns are in sight, and how wide each is.
func (b *boards) fits() (n, width int) {
	all := len(b.columns())
	if all == 0 {
		return 0, 0
	}
	room := b.w - 2*boardEdge
	n = max(min((room+columnGap)/(columnMin+columnGap), all), 1)
	width = min((room-columnGap*(n-1))/n, columnMax)
	return n, max(width, 1)
}

// cards is how many cards of a column are in sight.
func (b *boards) cards() int { return max((b.h-boardHead+1)/cardRows, 1) }

// settle keeps the cursor on a card and in sight.
func (b *boards) settle() {
	columns := b.columns()
	if len(columns) == 0 {
		b.column, b.row, b.left, b.tops = 0, 0, 0, nil
		return
	}
	b.column = max(min(b.column, len(columns)-1), 0)
	b.row = max(min(b.row, len(columns[b.column].Cards)-1), 0)
	if len(b.tops) != len(columns) {
		b.tops = make([]int, len(columns))
	}
	n, _ := b.fits()
	b.left = max(min(b.left, b.column, len(columns)-n), b.column-n+1, 0)
	for c := range columns {
		b.tops[c] = max(min(b.tops[c], len(columns[c].Cards)-b.cards()), 0)
	}
	top := &b.tops[b.column]
	*top = max(min(*top, b.row), b.row-b.cards()+1, 0)
}

// Update moves between the stages and the projects.
func (b *boards) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		b.key(kit.KeyName(msg))
	case tea.MouseWheelMsg:
		if msg.Button == tea.MouseWheelUp {
			b.row--
		} else {
			b.row++
		}
	case tea.MouseClickMsg:
		return b.click(msg.X-b.x, msg.Y-b.y), true
	}
	b.settle()
	return nil, true
}

func (b *boards) key(name string) {
	switch name {
	case "left":
		b.column--
	case "right":
		b.column++
	case "up", "k":
		b.row--
	case "down", "j":
		b.row++
	case "pgup":
		b.row -= b.cards()
	case "pgdown":
		b.row += b.cards()
	case "home", "g":
		b.column, b.row = 0, 0
	case "end", "G":
		b.column, b.row = len(b.columns())-1, 0
	}
}

// click chooses the card at a place; again, it opens it.
func (b *boards) click(x, y int) tea.Cmd {
	n, width := b.fits()
	if n == 0 || y < boardHead {
		return nil
	}
	column := b.left + max(x-boardEdge, 0)/(width+columnGap)
	if column >= len(b.columns()) {
		return nil
	}
	row := b.tops[column] + (y-boardHead)/cardRows
	if row >= len(b.columns()[column].Cards) {
		return nil
	}
	if column == b.column && row == b.row {
		return b.events.Opened()
	}
	b.column, b.row = column, row
	b.settle()
	return nil
}

// turn shows the board of another template.
func (b *boards) turn(by int) tea.Cmd {
	if n := len(b.list); n > 0 {
		b.at = (b.at + by + n) % n
		b.left, b.tops = 0, nil
		b.toFirst()
		b.settle()
	}
	return nil
}

// choices are the templates that have a board, the shown one in brackets;
// nothing where there is one only.
func (b *boards) choices() string {
	if len(b.list) < 2 {
		return ""
	}
	st := b.s.env.Styles
	var parts []string
	for i, t := range b.list {
		name := label.Either(t.Name, t.NameEN, b.s.words.Lang)
		if t.TemplateID == 0 {
			name = b.s.words.OEM.NoTemplate
		}
		name += " " + strconv.Itoa(t.Projects)
		if i == b.at {
			parts = append(parts, st.Strong.Render("["+name+"]"))
		} else {
			parts = append(parts, st.Dim.Render(" "+name+" "))
		}
	}
	return strings.Join(parts, "") + "  "
}

// View draws the columns that are in sight.
func (b *boards) View() string {
	columns := b.columns()
	if len(columns) == 0 {
		text := ""
		if b.loaded {
			text = b.s.env.Styles.Dim.Render(kit.Center(b.empty, b.w, b.h))
		}
		return kit.FitBlock(text, b.w, b.h)
	}
	n, width := b.fits()
	parts := make([]kit.Part, n)
	for i := range parts {
		parts[i] = kit.Part{Text: b.drawColumn(b.left+i, width), W: width}
	}
	lines := strings.Split(kit.JoinH(b.h, strings.Repeat(" ", columnGap), parts...), "\n")
	for i := range lines {
		left, right := "  ", "  "
		if i == 0 && b.left > 0 {
			left = b.s.env.Styles.Accent.Render("<") + " "
		}
		if i == 0 && b.left+n < len(columns) {
			right = " " + b.s.env.Styles.Accent.Render(">")
		}
		lines[i] = kit.Fit(left+lines[i], b.w-len("  ")) + right
	}
	return kit.FitBlock(strings.Join(lines, "\n"), b.w, b.h)
}

func (b *boards) drawColumn(at, width int) string {
	st, column := b.s.env.Styles, b.columns()[at]
	name := fmt.Sprintf("%d %s", at+1, label.Either(column.Name, column.NameEN, b.s.words.Lang))
	count := ""
	if n := len(column.Cards); n > 0 {
		count = " " + strconv.Itoa(n)
	}
	style := &st.Dim
	if len(column.Cards) > 0 {
		style = &st.Section
	}
	if at == b.column {
		style = &st.Title
	}
	lines := []string{style.Render(kit.Fit(name, width-kit.Width(count)) + count), kit.Rule(b.s.env, width)}
	end := min(b.tops[at]+b.cards(), len(column.Cards))
	for i := b.tops[at]; i < end; i++ {
		lines = append(lines, b.drawCard(&column.Cards[i], width, at == b.column && i == b.row)...)
		if i == end-1 && end < len(column.Cards) {
			lines = append(lines, st.Dim.Render(kit.FitRight(fmt.Sprintf(b.s.words.OEM.More, len(column.Cards)-end), width)))
		} else {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines, "\n")
}

// drawCard is a project: its name, below it whose it is, its mark and how long
// it has been there.
func (b *boards) drawCard(c *model.BoardCard, width int, chosen bool) []string {
	st, today := b.s.env.Styles, b.s.today
	cell := c.Cell(today)
	mark, name, below := *act.CellStyle(st, cell), st.Row, st.Dim
	pointer := "  "
	if chosen {
		pointer = "> "
		mark, name, below = mark.Inherit(st.Selected), name.Inherit(st.Selected), below.Inherit(st.Selected)
	}
	days := act.Days(c.Days(today), c.Now.Days)
	if cell != model.CellDoing {
		days = act.Glyph(b.s.env, cell) + " " + days
	}
	return []string{
		name.Render(pointer + kit.Fit(c.Name, width-len(pointer))),
		below.Render("  "+kit.Fit(c.Customer, max(width-len(pointer)-1-kit.Width(days), 0))+" ") + mark.Render(days),
	}
}
