package tui

import (
	"context"
	"errors"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/customers"

	"genjin/tui/journal"
	"genjin/tui/kit"
	"genjin/tui/oem"
	"genjin/tui/orders"

	"genjin/tui/act"
	"genjin/tui/quickadd"
	"genjin/tui/receivables"
	"genjin/tui/reports"
	"genjin/tui/settings"
	"genjin/tui/theme"
	"genjin/tui/today"
	"genjin/tui/words"
)

// Options are what the command line and the environment say of the screen.
type Options struct {
	Lang    label.Lang
	NoColor bool
	// Clock tells a burst of characters from keys pressed one by one; nil: every
	// message stands alone.
	Clock func() time.Time
	// Clipboard is how a text gets to other programs.
	Clipboard kit.Clipboard
}

// Run shows the program until the person leaves it.
func Run(ctx context.Context, store model.Store, opts Options) error {
	set, err := store.Settings(ctx)
	if err != nil {
		return err
	}
	opts.Clock, opts.Clipboard = time.Now, clipboardOf(os.Getenv)
	return New(store, set, opts).run(tea.WithContext(ctx), tea.WithFPS(120))
}

// tab is a screen with its digit, which stays the same whatever tabs there are
// (rule 3), and its name; stale until it is looked at after a change.
type tab struct {
	kit.Screen
	digit string
	name  func(*words.Words) string
	begun bool
	stale bool

	count func(context.Context) (int, error) // reads its count without reading the tab; nil: it can't
	take  func(n int)                        // shows it
}

// App is the root model.
type App struct {
	store   model.Store
	opts    Options
	set     model.Settings
	env     kit.Env
	words   words.Words
	tabs    []*tab
	active  int
	dialogs *kit.Stack

	customers *customers.Screen // the tabs that others turn to
	projects  *oem.Screen

	typing  typing
	lock    lock
	said    kit.Message
	offered int64  // the act that what is said offers to undo; 0: none
	mouse   bool   // the program has the mouse
	dark    bool   // the terminal's background, as far as it answered
	damaged bool   // it was said that the file is
	ended   error  // why the program leaves by itself
	version string // of the file's records, as seen last
	today   model.Date
	w, h    int
}

// New makes the root with its tabs.
func New(store model.Store, set model.Settings, opts Options) *App {
	a := &App{store: store, opts: opts, set: set, mouse: true, dark: true, today: store.Today(), typing: typing{clock: opts.Clock}}
	a.words = words.Of(opts.Lang)
	store.Speak(opts.Lang.String())
	a.env.Words = &a.words.Kit
	a.env.Clipboard, a.env.Clock = opts.Clipboard, opts.Clock
	a.words.Private = set.PrivacyMask
	a.env.Own, a.words.Planned = set.OwnOptions(), &a.set
	a.env.ASCII = set.Borders == "ascii"
	a.restyle()
	a.dialogs = kit.NewStack(&a.env)
	a.customers, a.projects = customers.New(&a.env, &a.words, store), oem.New(&a.env, &a.words, store)
	sold, owed := orders.New(&a.env, &a.words, store), receivables.New(&a.env, &a.words, store)
	a.tabs = []*tab{
		{digit: "1", Screen: today.New(&a.env, &a.words, store), name: func(w *words.Words) string { return w.App.TabToday }},
		{digit: "2", Screen: a.customers, name: func(w *words.Words) string { return w.App.TabCustomers }},
		{digit: "3", Screen: journal.New(&a.env, &a.words, store), name: func(w *words.Words) string { return w.Journal.Tab }},
		{digit: "4", Screen: sold, name: func(w *words.Words) string { return w.Orders.Tab }, count: sold.ReadCount, take: sold.TakeCount},
		{digit: "5", Screen: owed, name: func(w *words.Words) string { return w.Owed.Tab }, count: owed.ReadCount, take: owed.TakeCount},
		{digit: "6", Screen: a.projects, name: func(w *words.Words) string { return w.OEM.Tab },
			count: a.projects.ReadCount, take: a.projects.TakeCount},
		{digit: "7", Screen: reports.New(&a.env, &a.words, store), name: func(w *words.Words) string { return w.Reports.Tab }},
	}
	return a
}

// restyle mixes the styles for the background.
func (a *App) restyle() {
	dark := a.dark
	if a.set.Theme != "auto" && a.set.Theme != "" {
		dark = a.set.Theme == "dark"
	}
	a.env.Styles = theme.New(dark, a.opts.NoColor || os.Getenv("NO_COLOR") != "")
}

// Init asks for the background and reads the first tab; the others follow when
// the first is on the screen.
func (a *App) Init() tea.Cmd {
	a.lock.pressed = a.store.Now()
	if has, err := a.store.HasLock(context.Background()); err == nil && has {
		a.lockUp() // before anything is drawn
	}
	if a.store.ReadOnly() {
		a.said = kit.Message{Text: a.words.App.ReadOnly, Failure: true}
	}
	return tea.Batch(tea.RequestBackgroundColor, tea.Sequence(a.begin(0), a.begin(1), a.recount(), a.trouble(), a.dailyBackup()),
		a.look(), a.pulse())
}

// counted is a tab's count, read while another tab is shown.
type counted struct {
	tab *tab
	n   int
}

// recount reads the counts of the tabs that nobody looks at.
func (a *App) recount() tea.Cmd {
	var cmds []tea.Cmd
	for i, t := range a.tabs {
		if t.count == nil || i == a.active {
			continue
		}
		cmds = append(cmds, func() tea.Msg {
			n, err := t.count(context.Background())
			if err != nil {
				return nil // the tab itself tells it when it is looked at
			}
			return counted{t, n}
		})
	}
	return tea.Batch(cmds...)
}

// begin starts a tab once.
func (a *App) begin(i int) tea.Cmd {
	if a.tabs[i].begun {
		return nil
	}
	a.tabs[i].begun = true
	return a.tabs[i].Init()
}

// pulse looks every few seconds whether the day or the file changed: another
// terminal may have logged the call that one is about to make. Nothing is drawn
// unless something did.
type pulse struct{}

const pulseEvery = 2 * time.Second

func (a *App) pulse() tea.Cmd {
	return tea.Tick(pulseEvery, func(time.Time) tea.Msg { return pulse{} })
}

// looked is what the file's version is now.
type looked struct{ version string }

// look asks for the file's version: another program may have changed it.
func (a *App) look() tea.Cmd {
	return func() tea.Msg {
		v, err := a.store.Version(context.Background())
		if errors.Is(err, model.ErrMoved) || errors.Is(err, model.ErrLetGo) {
			return kit.Failed{Err: err}
		}
		if err != nil {
			return nil // the next look may do
		}
		return looked{v}
	}
}

// Update routes: what concerns the whole, then the dialogs, then the keys that
// work everywhere, then the active tab. What is no input goes to every tab.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if cmd, done := a.behindLock(msg); done {
		return a, cmd
	}
	switch msg := msg.(type) {
	case lockAsked:
		if msg.has {
			a.lockUp()
		}
		return a, nil
	case unlocked:
		a.open(msg)
		return a, nil
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return a, a.broadcast(msg) // what comes into sight may have to be read
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.restyle()
		a.retranslate()
		return a, nil
	case kit.Notice:
		a.tell(kit.Message{Text: msg.Text})
		return a, nil
	case kit.Failed:
		if errors.Is(msg.Err, model.ErrLetGo) {
			a.ended = msg.Err
			return a, a.quit()
		}
		return a, a.failed(msg)
	case kit.Changed:
		a.say(msg.Said)
		return a, a.changed()
	case settings.Saved:
		a.apply(msg.Set)
		a.say(a.words.Settings.Saved)
		return a, a.changed()
	case settingsRead:
		a.apply(msg.set)
		return a, nil
	case quickadd.OpenCustomer:
		return a, a.showCustomer(msg.Customer)
	case act.Open:
		return a, a.showProject(msg)
	case looked:
		return a, a.noticed(msg.version)
	case counted:
		msg.tab.take(msg.n)
		return a, nil
	case pulse:
		return a, tea.Batch(a.look(), a.pulse(), a.newDay(), a.idle())
	case tea.FocusMsg:
		return a, tea.Batch(a.look(), a.newDay())
	case tea.KeyPressMsg:
		switch msg.String() {
		case "ctrl+c":
			return a, a.quit()
		case "f9": // over every dialog: someone may be looking
			return a, a.toggleMask()
		case "ctrl+q":
			return a, a.back()
		}
		if !a.editing() {
			before, done := a.pressed(msg)
			if done {
				return a, before
			}
			return a, tea.Batch(before, a.route(msg))
		}
	case heldDue:
		if msg.key == a.typing.held {
			return a, a.release()
		}
		return a, nil
	case tea.PasteMsg:
		if !a.editing() {
			return a, a.swallow()
		}
		return a, a.route(pasted(msg))
	case tea.MouseClickMsg:
		if a.dialogs.Repeated(msg) {
			return a, nil
		}
		return a, tea.Batch(a.release(), a.route(msg))
	}
	return a, a.route(msg)
}

// route hands a message to the dialogs, and what does not end there to the
// tabs.
func (a *App) route(msg tea.Msg) tea.Cmd {
	cmd, done := a.dialogs.Update(msg)
	switch {
	case done:
		return cmd
	case !isInput(msg):
		return tea.Batch(cmd, a.broadcast(msg))
	}
	return a.input(msg)
}

func isInput(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyMsg, tea.PasteMsg, tea.MouseMsg:
		return true
	}
	return false
}

func (a *App) broadcast(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, len(a.tabs))
	for i, t := range a.tabs {
		cmds[i] = t.Update(msg)
	}
	return tea.Batch(cmds...)
}

// input hands keys, pastes and the mouse on while no dialog is open.
func (a *App) input(msg tea.Msg) tea.Cmd {
	active := a.tabs[a.active]
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a.said.Failure && !a.store.ReadOnly() {
			a.tell(kit.Message{})
		}
		if active.Editing() {
			break
		}
		if cmd, done := a.globalKey(msg); done {
			return cmd
		}
	case tea.MouseClickMsg:
		if msg.Y == 0 && msg.Button == tea.MouseLeft {
			return a.turnTo(a.tabRow().At(msg.X, a.w))
		}
	}
	return active.Update(kit.Shift(msg, 0, -headRows))
}

// changed reloads the active tab now, the others when they are looked at; the
// settings may be what was changed.
func (a *App) changed() tea.Cmd {
	for _, t := range a.tabs {
		t.stale = t.begun
	}
	return tea.Batch(a.readSettings(), a.refresh(), a.recount())
}

func (a *App) refresh() tea.Cmd {
	t := a.tabs[a.active]
	if !t.begun {
		return a.begin(a.active)
	}
	if !t.stale {
		return nil
	}
	t.stale = false
	return t.Reload()
}

// noticed reloads when the file changed since the last look. After a change of
// its own that is one reload more, which shows nothing new.
func (a *App) noticed(version string) tea.Cmd {
	known := a.version
	a.version = version
	if known == "" || known == version {
		return nil
	}
	return a.changed()
}

// turnTo shows another tab.
func (a *App) turnTo(i int) tea.Cmd {
	if i < 0 || i >= len(a.tabs) || i == a.active {
		return nil
	}
	a.active = i
	return a.refresh()
}

func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	a.dialogs.SetSize(w, max(h-1, 0))
	for _, t := range a.tabs {
		t.SetSize(w, max(h-headRows-footRows, 0))
	}
}
