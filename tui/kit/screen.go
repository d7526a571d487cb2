// Package kit is the set of parts that every screen is made of: the screen
// contract, actions and keys, fields and forms, tables, dialogs, the bottom
// line and small charts.
//
// It holds no words and knows no records: labels come from the caller, and the
// few sentences that the kit itself needs come in [Words]. Text that enters it
// is clean already (no control or bidi characters).
package kit

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/mattn/go-runewidth"

	"genjin/tui/theme"
)

func init() {
	// bubbles still measures with runewidth inside, which would otherwise take
	// the width of ambiguous characters from the locale.
	runewidth.DefaultCondition.EastAsianWidth = false
}

// Screen is one tab or a part of one.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	// View draws exactly w×h cells and says where the terminal's cursor
	// stands, nil for nowhere.
	View() (string, *tea.Cursor)
	SetSize(w, h int)
	// Actions are what can be done right now, in the order of use.
	Actions() []Action
	// Editing: a field has the focus, letters are text.
	Editing() bool
	// Reload reads what it shows again; Retranslate takes over another language or
	// theme.
	Reload() tea.Cmd
	Retranslate()
	// Count stands beside the tab's name; 0 = nothing does.
	Count() int
}

// Env is what every part shares by pointer. The root replaces its contents
// when the theme or the language changes.
type Env struct {
	Styles    *theme.Styles
	Words     *Words
	ASCII     bool // borders and bars without ambiguous-width characters
	Clipboard Clipboard
	// Clock tells a double click from two; nil: no click is measured.
	Clock func() time.Time
	// Own are the values that the person added to choices, by the field's code.
	Own map[string][]string
}

// Clipboard is how a text gets to other programs.
type Clipboard struct {
	System     func(text string) error // nil: none in reach, as over ssh
	NoTerminal bool                    // the terminal doesn't copy either
}

// Words are the few words that the kit itself puts on the screen.
type Words struct {
	HelpTitle    string // head of the dialog with the keys
	PaletteTitle string // head of the palette
	PaletteHint  string // placeholder of its field
	NoMatch      string // nothing fits what was typed

	FullLines string // more lines came than a field takes, with how many it takes
	Full      string // more text came than a field takes, with how much it takes

	Nothing string // an empty value
	Table   string // a value that is a table

	NextField               string // names of the keys in the bottom line
	PrevField               string
	NewLine                 string
	MoreFields, FewerFields string // the rare fields of a form
	DropLine                string // a row of a table in a form
	Save                    string
	Cancel                  string
	Choose                  string // an option, an entry
	Move                    string
	Scroll                  string
	Close                   string
	Tick                    string // an entry of a checklist
	Take                    string // what is ticked
	MoveUp                  string // an entry among others
	MoveDown                string

	Open, Back               string // a row's details; the list again
	NextSection, PrevSection string
	Search, ToList           string
	ClearSearch, ClearFilter string
	NotFound                 string // what was searched for
	NothingLeft              string // what the list is narrowed down to
	Select, SelectAll        string
	SelectNone, Selected     string // how many
	Many, ManyTitle          string // what can be done with the selected rows; how many
}

// Changed says that a write went through, and what the bottom line says then,
// with the key that takes it back. The active screen reloads now, the others
// when they are looked at.
type Changed struct{ Said string }

// Failed says that something did not work. Op is what was attempted, in the
// person's words.
type Failed struct {
	Op  string
	Err error
}

// Notice is a short sentence for the bottom line.
type Notice struct{ Text string }

// OpenDialog puts a dialog on top.
type OpenDialog struct{ Dialog Dialog }

// CloseDialog takes a dialog away, the top one if Dialog is nil, and then
// runs Then.
type CloseDialog struct {
	Dialog Dialog
	Then   tea.Cmd
}

// Cmd wraps a message that is already known.
func Cmd(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Open asks for a dialog to be shown.
func Open(d Dialog) tea.Cmd { return Cmd(OpenDialog{Dialog: d}) }

// Close asks for a dialog to be closed and what to do after it (or nil).
func Close(d Dialog, then tea.Cmd) tea.Cmd { return Cmd(CloseDialog{Dialog: d, Then: then}) }

// Notify asks for a notice.
func Notify(text string) tea.Cmd { return Cmd(Notice{Text: text}) }

// Write runs a change that needs no dialog and says what was done.
func Write(said string, change func(context.Context) error) tea.Cmd {
	return Attempt(said, said, change)
}

// Attempt is a Write whose failure has another name than what it did.
func Attempt(op, said string, change func(context.Context) error) tea.Cmd {
	return func() tea.Msg {
		if err := change(context.Background()); err != nil {
			return Failed{Op: op, Err: err}
		}
		return Changed{Said: said}
	}
}

// Fail reports a failure.
func Fail(op string, err error) tea.Cmd { return Cmd(Failed{Op: op, Err: err}) }

// cursorAt is the terminal's own cursor as a bar, so that an input method's
// window stands where the text goes.
func cursorAt(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape = tea.CursorBar
	return c
}
