package tui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// at is where a text stands on the screen.
func (k *keyboard) at(text string) (x, y int) {
	k.T.Helper()
	for y, line := range strings.Split(k.Screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return kit.Width(before), y
		}
	}
	k.T.Fatalf("%q is not on the screen:\n%s", text, k.Screen())
	return 0, 0
}

// click clicks after a while.
func (k *keyboard) click(x, y int, after time.Duration) {
	k.now = k.now.Add(after)
	kittest.Drain(k, kittest.Click(x, y))
}

func TestAClickBesideAMenuClosesIt(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("enter")
	x, y := k.at("> 1 ")
	k.click(2, y, time.Second)
	k.Lacks("2 修改")
	k.press("enter")
	k.click(x+1, y, time.Second)
	k.Lacks("2 修改")
	k.Sees("╭") // the entry's own dialog
}

func TestClicksThatDoNothingInADialog(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("enter")
	k.now = k.now.Add(time.Second)
	x, y := k.at("> 1 ")
	menu := k.Screen()
	left, top := k.at("╭")
	for name, msg := range map[string]tea.Msg{
		"the frame at the left": kittest.Click(left, y), "its air": kittest.Click(left+1, y), "its head": kittest.Click(x, top),
		"another button": tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseRight}, "the wheel beside": kittest.Wheel(2, 2, 0),
		"the release": tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}, "a move": tea.MouseMotionMsg{X: x, Y: y},
	} {
		kittest.Drain(k, msg)
		if k.Screen() != menu {
			t.Errorf("%s: the screen is\n%s", name, k.Screen())
		}
		k.now = k.now.Add(time.Second)
	}
}

func TestADoubleClickOpensOnce(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("2")
	x, y := k.at("> ")
	k.click(x+4, y, time.Second)
	open := k.Screen()
	k.click(x+4, y, 300*time.Millisecond)
	if k.Screen() != open {
		t.Errorf("the second click did something:\n%s", k.Screen())
	}
}

func TestADoubleClickOnTodaysRowOpensItsMenu(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	x, y := k.at("> ")
	k.click(x+4, y, time.Second)
	k.Sees("╭")
	menu := k.Screen()
	k.click(x+4, y, 350*time.Millisecond)
	if k.Screen() != menu {
		t.Errorf("the second click did something:\n%s", k.Screen())
	}
	k.click(x+4, y, time.Second) // beside the menu, or on an entry
	if k.Screen() == menu {
		t.Error("a click of its own does nothing")
	}
}

func TestAFreshDialogTakesNoClicks(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("enter") // 80 ms go by
	x, y := k.at("> 1 ")
	menu := k.Screen()
	k.click(x, y, 100*time.Millisecond)
	k.click(2, 2, 10*time.Millisecond)
	if k.Screen() != menu {
		t.Errorf("the menu took a click:\n%s", k.Screen())
	}
	k.click(x, y, 100*time.Millisecond)
	if k.Screen() == menu {
		t.Error("it takes none after a quarter of a second")
	}
}

func TestAClickBesideAFormKeepsADraft(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("down", "ctrl+l")
	k.Write("说到一半")
	k.click(1, 38, time.Second)
	k.Lacks("情况描述  ")
	k.Sees("草稿已保留")
	k.press("ctrl+l")
	k.Sees("恢复草稿?")
}

func TestTabsTakeLeftClicks(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	x, y := k.at("3 跟进")
	kittest.Drain(k, tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseRight})
	k.Lacks("[3 跟进")
	k.click(x, y, time.Second)
	k.Sees("[3 跟进")
	k.click(119, 0, time.Second)
	k.Sees("[3 跟进")
}

func TestThePaletteTakesClicks(t *testing.T) {
	k := openKeyboard(t, label.ZH)
	k.press("ctrl+p")
	k.Write("快速新增")
	x, y := k.at("> 快速新增")
	k.click(x+3, y+1, time.Second) // below the only one
	k.Sees("> 快速新增")
	k.click(x+3, y, time.Second)
	k.Sees("先写名称")
}
