package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// did says which action ran.
type did struct{ id string }

func does(id string) func() tea.Cmd { return func() tea.Cmd { return kit.Cmd(did{id}) } }

func rowActions() []kit.Action {
	return []kit.Action{
		{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: "记录跟进", Do: does("log"), Hint: true, Menu: true, Group: "这一行"},
		{ID: "pay", Keys: []string{"p"}, Name: "收款", Do: does("pay"), Why: "没有欠款", Hint: true, Menu: true, Group: "这一行"},
		{ID: "snooze", Keys: []string{"s"}, Name: "顺延", Do: does("snooze"), Hint: true, Menu: true, Group: "这一行"},
		{ID: "archive", Keys: []string{"d", "delete"}, Name: "归档", Do: does("archive"), Menu: true, Group: "这一行"},
		{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: "查找", Do: does("search"), Hint: true, Group: "到处"},
		{ID: "undo", Keys: []string{"u", "ctrl+z"}, Name: "撤销", Do: does("undo"), Group: "到处"},
		{ID: "move", Keys: []string{"up", "down", "j", "k"}, Name: "移动", Group: "移动"},
	}
}

// desk is a screen of Chinese text, the worst thing to lay a box over.
type desk struct{ w, h int }

func (d *desk) Init() tea.Cmd          { return nil }
func (d *desk) Update(tea.Msg) tea.Cmd { return nil }
func (d *desk) SetSize(w, h int)       { d.w, d.h = w, h }
func (d *desk) Actions() []kit.Action  { return rowActions() }
func (d *desk) Editing() bool          { return false }
func (d *desk) Reload() tea.Cmd        { return nil }
func (d *desk) Retranslate()           {}
func (d *desk) Count() int             { return 0 }
func (d *desk) View() (string, *tea.Cursor) {
	line := strings.Repeat("客户跟进", d.w)
	lines := make([]string, d.h)
	for i := range lines {
		lines[i] = kit.Fit(strings.Repeat("a", i%2)+line, d.w)
	}
	return strings.Join(lines, "\n"), nil
}

func TestDialogsOverTheScreen(t *testing.T) {
	env := kittest.Env()
	for name, open := range map[string]func() kit.Dialog{
		"menu":    func() kit.Dialog { return kit.NewMenu(env, "佛山恒基板材有限公司", kit.InMenu(rowActions())) },
		"help":    func() kit.Dialog { return kit.NewHelp(env, rowActions()) },
		"palette": func() kit.Dialog { return kit.NewPalette(env, entries()) },
		"confirm": func() kit.Dialog { return confirmation(env) },
		"prompt":  func() kit.Dialog { return contactPrompt(env) },
	} {
		for _, size := range []struct {
			suffix string
			w, h   int
		}{{"_80x24", 80, 24}, {"_120x40", 120, 40}, {"", 61, 15}, {"", 30, 9}} {
			host := kittest.NewHost(env, &desk{}, size.w, size.h)
			kittest.Drain(host, kit.OpenDialog{Dialog: open()})
			view, cursor := host.View()
			kittest.Sized(t, view, size.w, size.h)
			if term := kittest.Draw(view, cursor, size.w, size.h); term.Text() != ansi.Strip(view) {
				t.Errorf("%s%s: the terminal shows something else:\n%s", name, size.suffix, term.Text())
			}
			if size.suffix != "" {
				kittest.Golden(t, name+size.suffix, view)
			}
		}
	}
}

func confirmation(env *kit.Env) *kit.Confirm {
	return kit.NewConfirm(env, "彻底删除", "刘女士的资料、跟进和回款都会删除，不能撤销。", []kit.Action{
		{Name: "不删"}, {Name: "删除", Keys: []string{"ctrl+d"}, Do: does("purge")},
	})
}

func TestMenu(t *testing.T) {
	for _, tc := range []struct {
		name   string
		keys   []string
		want   string
		closed bool
	}{
		{"enter does the first", []string{"enter"}, "log", true},
		{"arrows", []string{"down", "down", "enter"}, "snooze", true},
		{"around the top", []string{"up", "enter"}, "archive", true},
		{"a digit", []string{"3"}, "snooze", true},
		{"a full-width digit", []string{"４"}, "archive", true},
		{"the action's own key", []string{"s"}, "snooze", true},
		{"its second key", []string{"delete"}, "archive", true},
		{"no such digit", []string{"9"}, "", false},
		{"what can't be done says why", []string{"2"}, "没有欠款", false},
		{"esc", []string{"esc"}, "", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			env := kittest.Env()
			host := kittest.NewHost(env, &desk{}, 80, 24)
			kittest.Drain(host, kit.OpenDialog{Dialog: kit.NewMenu(env, "周敏", kit.InMenu(rowActions()))})
			seen := kittest.Drain(host, kittest.Keys(tc.keys...)...)
			ran, _ := kittest.Find[did](seen)
			said, _ := kittest.Find[kit.Notice](seen)
			if ran.id+said.Text != tc.want {
				t.Errorf("did %q, said %q, not %q", ran.id, said.Text, tc.want)
			}
			if closed := host.Dialogs.Len() == 0; closed != tc.closed {
				t.Errorf("closed: %v", closed)
			}
		})
	}
}

// clickOn clicks on a text of the screen.
func clickOn(t *testing.T, host *kittest.Host, text string) []tea.Msg {
	t.Helper()
	view, _ := host.View()
	term := kittest.Draw(view, nil, host.W, host.H)
	for y := range host.H {
		if x := term.Column(y, text); x >= 0 {
			return kittest.Drain(host, kittest.Click(x, y))
		}
	}
	t.Fatalf("%s is not on the screen:\n%s", text, term.Text())
	return nil
}

func TestDialogsByMouse(t *testing.T) {
	env := kittest.Env()
	for _, tc := range []struct {
		dialog     kit.Dialog
		text, want string
	}{
		{kit.NewMenu(env, "周敏", kit.InMenu(rowActions())), "顺延", "snooze"},
		{kit.NewPalette(env, entries()), "银行流水", "bank"},
		{confirmation(env), "删除 ctrl", "purge"},
		{confirmation(env), "刘女士", ""},
	} {
		host := kittest.NewHost(env, &desk{}, 80, 24)
		kittest.Drain(host, kit.OpenDialog{Dialog: tc.dialog})
		if ran, _ := kittest.Find[did](clickOn(t, host, tc.text)); ran.id != tc.want {
			t.Errorf("the click on %s did %q, not %q", tc.text, ran.id, tc.want)
		}
	}
}

func TestFormByMouse(t *testing.T) {
	env := kittest.Env()
	p := contactPrompt(env)
	host := kittest.NewHost(env, &desk{}, 80, 24)
	kittest.Drain(host, kit.OpenDialog{Dialog: p})
	for _, step := range []struct{ text, focus, code, value string }{
		{"微信", "method", "method", "wechat"},
		{"未接通", "result", "result", "no_answer"},
		{"确认来店", "next_action", "next_action", "确认来店时间"},
		{"解决方案", "solution", "solution", ""},
	} {
		clickOn(t, host, step.text)
		if p.Form.Focused() != step.focus || p.Form.Value(step.code) != step.value {
			t.Errorf("after a click on %s: focus %s, %s is %q", step.text, p.Form.Focused(), step.code, p.Form.Value(step.code))
		}
	}
	if !p.Form.Touched("method") || p.Form.Touched("next_action") {
		t.Error("clicks are not told from edits")
	}
}

func TestDialogsWithLineBorders(t *testing.T) {
	env := kittest.Env()
	env.ASCII = false
	host := kittest.NewHost(env, &desk{}, 80, 24)
	kittest.Drain(host, kit.OpenDialog{Dialog: kit.NewHelp(env, rowActions())}, kit.OpenDialog{Dialog: contactPrompt(env)})
	view, cursor := host.View()
	kittest.Sized(t, view, 80, 24)
	kittest.Golden(t, "lines_80x24", view)
	if term := kittest.Draw(view, cursor, 80, 24); term.Text() != ansi.Strip(view) {
		t.Errorf("the terminal shows something else:\n%s", term.Text())
	}
}

func TestConfirm(t *testing.T) {
	for _, tc := range []struct {
		keys []string
		want string
		open bool
	}{
		{[]string{"enter"}, "", false},
		{[]string{"right", "enter"}, "purge", false},
		{[]string{"left", "enter"}, "purge", false},
		{[]string{"2"}, "purge", false},
		{[]string{"ctrl+d"}, "purge", false},
		{[]string{"esc"}, "", false},
		{[]string{"x"}, "", true},
	} {
		env := kittest.Env()
		host := kittest.NewHost(env, &desk{}, 80, 24)
		kittest.Drain(host, kit.OpenDialog{Dialog: confirmation(env)})
		ran, _ := kittest.Find[did](kittest.Drain(host, kittest.Keys(tc.keys...)...))
		if ran.id != tc.want || (host.Dialogs.Len() > 0) != tc.open {
			t.Errorf("%v: did %q, open %v", tc.keys, ran.id, host.Dialogs.Len() > 0)
		}
	}
}

func TestStack(t *testing.T) {
	env := kittest.Env()
	host := kittest.NewHost(env, &desk{}, 80, 24)
	below, above := kit.NewHelp(env, rowActions()), contactPrompt(env)
	kittest.Drain(host, kit.OpenDialog{Dialog: below}, kit.OpenDialog{Dialog: above})
	if host.Dialogs.Top() != kit.Dialog(above) {
		t.Fatal("the last dialog is not on top")
	}
	_, cursor := host.View()
	if cursor != nil {
		t.Error("a choice shows a cursor")
	}
	kittest.Drain(host, kittest.Key("tab"), kittest.Key("tab"), kittest.Key("tab"), kittest.Type("你好"))
	view, cursor := host.View()
	if got := leftOf(kittest.Draw(view, cursor, 80, 24)); !strings.HasSuffix(got, "你好") {
		t.Errorf("left of the cursor stands %q", got)
	}
	if above.Form.Value("situation") != "你好" {
		t.Error("the top dialog did not get the text")
	}
	kittest.Drain(host, kit.CloseDialog{Dialog: above}, kit.CloseDialog{Dialog: above})
	if host.Dialogs.Top() != kit.Dialog(below) {
		t.Error("closing one dialog twice closed another")
	}
	kittest.Drain(host, kit.CloseDialog{})
	if host.Dialogs.Len() != 0 {
		t.Error("the last dialog is still open")
	}
}

func TestPromptKeepsItsText(t *testing.T) {
	env := kittest.Env()
	var p *kit.Prompt
	p = kit.NewPrompt(env, "收款", []kit.Field{{Code: "amount", Label: "金额"}}, func(v map[string]string) tea.Cmd {
		if v["amount"] != "1.2万" {
			p.Form.SetError("amount", "金额写成 1.2万 或 12000")
			return nil
		}
		return kit.Close(p, kit.Cmd(did{"pay"}))
	})
	host := kittest.NewHost(env, &desk{}, 80, 24)
	kittest.Drain(host, kit.OpenDialog{Dialog: p}, kittest.Type("一万二"), kittest.Key("enter"))
	if view, _ := host.View(); !strings.Contains(ansi.Strip(view), "一万二") || !strings.Contains(ansi.Strip(view), "金额写成 1.2万") {
		t.Errorf("the text or the reason is gone:\n%s", ansi.Strip(view))
	}
	seen := kittest.Drain(host, kittest.Key("ctrl+u"), kittest.Type("1.2万"), kittest.Key("ctrl+s"))
	if !kittest.Has(seen, did{"pay"}) || host.Dialogs.Len() != 0 {
		t.Errorf("not submitted: %v", seen)
	}
}

func TestHelpScrollsAndCloses(t *testing.T) {
	env := kittest.Env()
	h := kit.NewHelp(env, rowActions())
	host := kittest.NewHost(env, &desk{}, 40, 8)
	kittest.Drain(host, kit.OpenDialog{Dialog: h})
	first := kittest.RenderDialog(h, 40, 8)
	if !strings.Contains(first, "这一行") {
		t.Errorf("does not begin with the first group:\n%s", first)
	}
	kittest.Drain(host, kittest.Key("end"))
	if last := kittest.RenderDialog(h, 40, 8); !strings.Contains(last, "up  down  j  k") {
		t.Errorf("the end is not in sight:\n%s", last)
	}
	kittest.Drain(host, kittest.Key("？"))
	if host.Dialogs.Len() != 0 {
		t.Error("？ does not close the help")
	}
}
