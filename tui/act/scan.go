package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// ScanDialog shows what a phone takes from the screen with its camera, one code at
// a time.
type ScanDialog struct {
	env   *kit.Env
	words *words.Words
	store model.Store
	scans []model.Scan
	at    int
	open  bool // it may be seen: the mask is off, or the person said so
}

// NewScan shows the codes, of which there is at least one.
func NewScan(env *kit.Env, words *words.Words, store model.Store, scans []model.Scan) *ScanDialog {
	return &ScanDialog{env: env, words: words, store: store, scans: scans, open: !words.Private}
}

// Init does nothing.
func (d *ScanDialog) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (d *ScanDialog) Editing() bool { return false }

// Actions go from code to code.
func (d *ScanDialog) Actions() []kit.Action {
	l := d.words.Lang
	if !d.open {
		return []kit.Action{
			{ID: "scan.show", Keys: []string{"enter"}, Name: words.ScanShow.In(l), Hint: true, Do: func() tea.Cmd { d.open = true; return nil }},
			{ID: "scan.close", Keys: []string{"esc"}, Name: d.env.Words.Close, Hint: true, Do: d.close},
		}
	}
	actions := []kit.Action{{ID: "scan.file", Keys: []string{"x", "f2"}, Name: words.ScanFile.In(l), Hint: true, Do: d.file}}
	if len(d.scans) > 1 {
		actions = append([]kit.Action{
			{ID: "scan.next", Keys: []string{"right", "down", "tab", "space"}, Name: words.ScanNext.In(l), Hint: true, Do: d.turn(1)},
			{ID: "scan.before", Keys: []string{"left", "up", "shift+tab"}, Name: words.ScanBefore.In(l), Do: d.turn(-1)},
		}, actions...)
	}
	return append(actions, kit.Action{ID: "scan.close", Keys: []string{"esc", "enter", "q"}, Name: d.env.Words.Close, Hint: true, Do: d.close})
}

func (d *ScanDialog) turn(step int) func() tea.Cmd {
	return func() tea.Cmd {
		d.at = (d.at + step + len(d.scans)) % len(d.scans)
		return nil
	}
}

func (d *ScanDialog) close() tea.Cmd { return kit.Close(d, nil) }

// file writes the code as a page, which has room for it.
func (d *ScanDialog) file() tea.Cmd {
	s := d.scans[d.at]
	title := label.ScanKind(s.Kind, d.words.Lang)
	e := model.Export{Kind: model.ExportScan, Scans: []model.Scan{s}, Lang: d.words.Lang.String()}
	write := func(ctx context.Context, path string) (string, error) {
		_, err := d.store.Export(ctx, path, e)
		return fmt.Sprintf(words.ScanWritten.In(d.words.Lang), path), err
	}
	return kit.Open(ask.NewFile(d.env, d.words, title+"  "+s.Of, s.Of+"-"+title+".html", write))
}

// Update takes the keys.
func (d *ScanDialog) Update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		cmd, _ := kit.Dispatch(d.Actions(), press)
		return cmd
	}
	return nil
}

// View draws the code, or says why it isn't there.
func (d *ScanDialog) View(w, h int) (string, *tea.Cursor) {
	s, l := d.scans[d.at], d.words.Lang
	title := fmt.Sprintf("%s  %s  %d/%d", label.ScanKind(s.Kind, l), s.Of, d.at+1, len(d.scans))
	if !d.open {
		return d.framed(title, w, kit.Wrap(words.ScanMasked.In(l), min(w-kit.FrameW, mostScanText))), nil
	}
	code, err := kit.NewQRCode(s.Text)
	if err != nil {
		return d.framed(title, w, kit.Wrap(words.ScanTooLong.In(l), min(w-kit.FrameW, mostScanText))), nil
	}
	wide, high := code.Size(d.env.ASCII)
	room := h - kit.FrameH
	if wide > w-kit.FrameW || high > room {
		why := fmt.Sprintf(words.ScanTooLarge.In(l), wide+kit.FrameW, high+kit.FrameH)
		return d.framed(title, w, kit.Wrap(why, min(w-kit.FrameW, mostScanText))), nil
	}
	lines := code.Draw(d.env)
	for _, line := range kit.Wrap(d.words.Note(s.Says), max(wide, min(w-kit.FrameW, mostScanText))) {
		if len(lines) < room {
			lines = append(lines, d.env.Styles.Dim.Render(line))
		}
	}
	return d.framed(title, w, lines), nil
}

// mostScanText is how wide the text under a code runs.
const mostScanText = 50

// framed centres the lines in a box.
func (d *ScanDialog) framed(title string, w int, lines []string) string {
	inner := 0
	for _, line := range append(lines, title+"  ") {
		inner = max(inner, kit.Width(line))
	}
	inner = min(inner, w-kit.FrameW)
	for i, line := range lines {
		lines[i] = kit.FitCenter(line, inner)
	}
	return kit.Frame(d.env, title, kit.JoinV(lines...), inner+kit.FrameW)
}
