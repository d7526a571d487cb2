package tui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// keyboard is somebody at the program with a clock of their own.
type keyboard struct {
	*test.Desk
	now time.Time
}

func openKeyboard(t *testing.T, l label.Lang) *keyboard {
	k := &keyboard{Desk: openDesk(t, l, 120, 40, samples), now: test.Monday}
	k.Start(120, 40, tui.Options{Lang: l, NoColor: true, Clock: func() time.Time { return k.now }})
	return k
}

// burst sends characters one message each, as fast as a terminal does, then
// waits; every screen that is drawn meanwhile takes a while.
func (k *keyboard) burst(text string) {
	var held []tea.Cmd
	for _, r := range text {
		held = append(held, k.Update(k.message(r)))
		k.now = k.now.Add(200 * time.Millisecond)
		k.App.View()
		k.now = k.now.Add(time.Millisecond)
	}
	for _, cmd := range held {
		k.wait(cmd)
	}
	k.now = k.now.Add(time.Second)
}

func (k *keyboard) message(r rune) tea.Msg {
	switch r {
	case '\n':
		return kittest.Key("enter")
	case '\t':
		return kittest.Key("tab")
	case ' ':
		return kittest.Key("space")
	}
	return kittest.Type(string(r))
}

// wait runs what follows a key, the end of its waiting too.
func (k *keyboard) wait(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if several, ok := msg.(tea.BatchMsg); ok {
		for _, one := range several {
			k.wait(one)
		}
		return
	}
	kittest.Run(k, kit.Cmd(msg))
}

// press presses keys one by one, as a person does.
func (k *keyboard) press(names ...string) {
	for _, name := range names {
		k.wait(k.Update(kittest.Key(name)))
		k.now = k.now.Add(80 * time.Millisecond)
	}
}

// noField are the keys to every kind of place without a field.
var noField = map[string][]string{
	"today": nil, "customers": {"2"}, "journal": {"3"}, "orders": {"4"}, "receivables": {"5"}, "oem": {"6"},
	"menu": {"enter"}, "help": {"f1"}, "segments": {"2", "f7"}, "bulk": {"2", "space", "enter"},
}

func TestTextTypedWhereNoFieldIsOpenRunsNothing(t *testing.T) {
	said := map[label.Lang]string{label.ZH: "输入法", label.EN: "input method"}
	texts := []string{
		"客户同意，明天来店", "，明天来店", "ok,明天来店", "ds不错", "dsq", "u d", "no\tn\n", "N,ee", "3人u", "，", "。", "ｄ", "好", "１号线", "/，，", "：、d",
	}
	for l, hint := range said {
		for name, keys := range noField {
			k := openKeyboard(t, l)
			k.press(keys...)
			screen, file := withoutStatus(k.Screen()), k.version()
			for _, text := range texts {
				k.burst(text)
				if got := withoutStatus(k.Screen()); got != screen || k.version() != file {
					t.Fatalf("%s, %s, %q: the screen was\n%s\nand is\n%s", l, name, text, screen, got)
				}
				if !strings.Contains(k.Screen(), hint) {
					t.Errorf("%s, %s, %q: nothing is said of the input method", l, name, text)
				}
			}
		}
	}
}

func withoutStatus(screen string) string { return screen[:strings.LastIndex(screen, "\n")] }

func (k *keyboard) version() string {
	k.T.Helper()
	v, err := k.Store.Version(k.T.Context())
	if err != nil {
		k.T.Fatal(err)
	}
	return v
}

func TestTextThenSaveChangesNoSettings(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.burst("客户同意，明天来店")
	k.press("ctrl+s")
	k.Lacks("公司名称")
	if name := k.Settings().CompanyName; name != "" {
		t.Errorf("the company is called %q", name)
	}
}

func TestAPasteWhereNoFieldIsOpenIsSaid(t *testing.T) {
	for _, text := range []string{"客户同意", "dsq", strings.Repeat("明天来店\n", 100_000)} {
		k := openKeyboard(t, label.ZH)
		before := withoutStatus(k.Screen())
		kittest.Drain(k, kittest.Paste(text))
		if withoutStatus(k.Screen()) != before {
			t.Errorf("%.20q changed the screen", text)
		}
		k.Sees("输入法")
	}
}

func TestKeysPressedOneByOneAct(t *testing.T) {
	for _, tc := range []struct{ key, sees string }{
		{"l", "记录跟进"}, {"？", "按键"}, {"：", "命令"}, {",", "公司名称"}, {"N", "快速新增"}, {"space", "已办"}, {"2", "[2 客户"}, {"３", "[3 跟进"},
	} {
		k := openKeyboard(t, label.ZH)
		k.press(tc.key)
		k.Sees(tc.sees)
	}
}

func TestAKeyAfterABurstActs(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.burst("好的")
	k.App.View()
	k.now = k.now.Add(5 * time.Second)
	k.App.View() // the screen is drawn for another reason
	k.press("l")
	k.Sees("记录跟进")
}

func TestAKeyHeldDownMovesOn(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("2")
	k.burst("jjjj")
	k.Sees("> 欧阳静")
	k.Lacks("输入法")
}

func TestAKeyIsDoneBeforeTheOneThatFollows(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("2")
	held := k.Update(kittest.Key("j"))
	kittest.Drain(k, kittest.Key("down"))
	k.wait(held)
	k.Sees("> 佛山恒基板材~")
	held = k.Update(kittest.Key("k"))
	kittest.Drain(k, kittest.Click(20, 0)) // a click does not overtake it
	k.wait(held)
	k.press("2")
	k.Sees("> 董先生")
}
