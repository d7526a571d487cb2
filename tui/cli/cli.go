// Package cli is genjin's command line (rule 4): the same data as on the
// screen, printed once, for people, scripts, cron and pipes. One command per
// file. Every sentence is in the catalogue, in Chinese and English.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitUnshown = 3 // it is saved, and could not be shown
	exitPiped   = 141
)

// App is what a run of the program takes from outside.
type App struct {
	Out, Err io.Writer
	Terminal bool // the person sits at a terminal
	Getenv   func(string) string
	Home     string // the home directory, empty when there is none
	Now      func() time.Time
	// Open opens a database; asOf is the day that counts as today, empty = the
	// clock's.
	Open func(ctx context.Context, path string, asOf model.Date) (model.Store, error)
	// Secret asks the person at the terminal for what isn't shown while it is
	// typed.
	Secret func(ctx context.Context, prompt string) (string, error)
	// PutBack puts a backup in the place of a database, whatever state that is in.
	PutBack func(ctx context.Context, path, from, passphrase string) (model.PutBack, error)
	// Screen runs the full-screen program until the person leaves it.
	Screen func(ctx context.Context, st model.Store, lang label.Lang) error
}

// Run does what the arguments ask for and returns the exit code.
func Run(ctx context.Context, app App, args []string) int {
	r := &run{App: app}
	r.out = masking{shown{colorprofile.NewWriter(app.Out, r.environ())}, r}
	r.Out, r.Err = shown{app.Out}, masking{harmless{app.Err}, r}
	defer r.close()
	r.globals(args)
	r.lang = r.language(ctx)
	r.warnSurroundings()
	root := r.tree(args)
	root.SetArgs(append([]string{}, args...)) // nil would be the process's
	root.SetOut(r.out)
	root.SetErr(r.Err)
	err := root.ExecuteContext(ctx)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err() // the driver has its own word for it
	}
	code := r.report(err)
	if ctx.Err() == nil {
		r.dailyBackup(ctx)
	}
	return code
}

// run is one run of the program: what was asked, and the database once it is
// needed.
type run struct {
	App
	out      io.Writer // Out, with as much colour as it can show
	lang     label.Lang
	asJSON   bool
	db       string // as typed; empty = the default
	langText string
	asOfText string
	mask     string // yes, no, or "" by the setting
	asOf     model.Date
	st       model.Store
	fills    string         // the kind of record that would fill a list that is empty
	wrote    string         // the file that was written, if any
	warned   bool           // it was said what is wrong with the database
	set      model.Settings // as they were when the database was opened
}

// environ is what the colours depend on.
func (r *run) environ() []string {
	var env []string
	for _, name := range []string{"TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM_PROGRAM", "WT_SESSION", "TMUX", "STY"} {
		if v := r.Getenv(name); v != "" {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// store opens the database when a command first needs it.
func (r *run) store(ctx context.Context) (model.Store, error) {
	if r.st != nil {
		return r.st, nil
	}
	if r.Home == "" && r.db == "" {
		return nil, r.failed(words.NoHome)
	}
	st, err := r.Open(ctx, r.path(), r.asOf)
	if err != nil {
		return nil, err
	}
	r.st = st
	st.Speak(r.lang.String())
	if r.set, err = st.Settings(ctx); err != nil {
		return st, err
	}
	if err := st.Trouble(ctx); err != nil && !r.warned {
		r.warned = true
		r.complain(r.explain(err), err)
	}
	return st, nil
}

func (r *run) close() {
	if r.st != nil {
		// Everything is committed; there is nobody left to tell.
		_ = r.st.Close()
	}
}

// path is where the database is: --db, GENJIN_DB, or its place in the home
// directory.
func (r *run) path() string {
	if r.db != "" {
		return r.db
	}
	return filepath.Join(r.Home, ".genjin", "genjin.db")
}

// language is the one to speak: --lang, GENJIN_LANG, the settings', the
// locale's, else Chinese.
func (r *run) language(ctx context.Context) label.Lang {
	if l, ok := label.ParseLang(r.langText); ok {
		return l
	}
	if l, ok := r.settingsLanguage(ctx); ok {
		return l
	}
	return label.LocaleLang(r.Getenv)
}

// settingsLanguage reads the setting, if there is a database to read it from.
// What is wrong with the database is told when a command needs it.
func (r *run) settingsLanguage(ctx context.Context) (label.Lang, bool) {
	if _, err := os.Stat(r.path()); err != nil {
		return label.ZH, false
	}
	asOf, err := r.readAsOf()
	if err != nil {
		return label.ZH, false
	}
	r.asOf = asOf
	st, err := r.store(ctx)
	if err != nil {
		return label.ZH, false
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return label.ZH, false
	}
	return label.ParseLang(set.Language)
}

// readAsOf reads the day that counts as today; empty = the clock's.
func (r *run) readAsOf() (model.Date, error) {
	return model.ParseDate(r.asOfText, model.DateOf(r.Now()), model.Nearest)
}

// settle checks the global flags before a command runs.
func (r *run) settle() error {
	if _, ok := label.ParseLang(r.langText); !ok && r.langText != "" {
		return r.wrong(words.BadLanguage, r.langText)
	}
	asOf, err := r.readAsOf()
	var fe *model.FieldError
	if errors.As(err, &fe) {
		sentence, _ := label.Refusal("", fe, r.lang)
		return because(r.wrong(words.BadAsOf, sentence), err)
	}
	r.asOf = asOf
	if err == nil {
		err = r.checkMask()
	}
	return err
}

// customer finds the customer that an argument means.
func (r *run) customer(ctx context.Context, st model.Desk, text string) (model.Customer, error) {
	if strings.TrimSpace(model.Clean(text)) == "" {
		return model.Customer{}, r.wrong(words.EmptyCustomer)
	}
	c, err := st.Resolve(ctx, text)
	if errors.Is(err, model.ErrNotFound) {
		return c, &said{sentence: r.say(words.NoCustomer, model.Clean(text)), cause: err}
	}
	return c, err
}

// say is a text in the person's language, filled in.
func (r *run) say(t words.T, args ...any) string {
	if len(args) == 0 {
		return t.In(r.lang)
	}
	clean := make([]any, len(args)) // names of files and sheets, and what was typed
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			arg = model.Harmless(text)
		}
		clean[i] = arg
	}
	return fmt.Sprintf(t.In(r.lang), clean...)
}

// names gives the name of a customer, such as of who brought another one;
// empty when the card is gone.
func (r *run) names(ctx context.Context, st model.Desk) func(int64) string {
	known := map[int64]string{}
	return func(id int64) string {
		if name, ok := known[id]; ok {
			return name
		}
		if cards, err := st.CustomersByID(ctx, []int64{id}); err == nil && len(cards) == 1 {
			known[id] = cards[0].Name
		}
		return known[id]
	}
}
