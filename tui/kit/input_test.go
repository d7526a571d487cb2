package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// mixed has everything that has ever put a cursor in the wrong place.
const mixed = "张三A丰e\u0301👨‍👩‍👧\u2026①한ｶﾞ🇨🇳é末"

// characters splits a text as a person counts.
func characters(s string) []string {
	var out []string
	for s != "" {
		c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		out = append(out, c)
		s = s[len(c):]
	}
	return out
}

func TestInputCursorStandsOnItsCharacter(t *testing.T) {
	chars := characters(mixed)
	for _, w := range []int{40, 12, 7, 3} {
		in := kit.NewInput(kittest.Env(), "", 0)
		in.Focus()
		kittest.Drain(in, kittest.Type(mixed), kittest.Key("home"))
		for i := 0; i <= len(chars); i++ {
			view, x := in.View(w)
			kittest.Aligned(t, view, w)
			term := kittest.Draw(view, tea.NewCursor(x, 0), w, 1)
			at, _, _ := term.Cursor()
			want := " "
			if i < len(chars) {
				want = chars[i]
			}
			// A wide character may not find room in the last cell: the cursor is
			// right, the character is not drawn in half.
			if got := term.Cell(at, 0); got != want && (at != w-1 || got != " ") {
				t.Errorf("w %d, character %d: the cursor stands at %d on %q, not on %q: |%s|", w, i, at, got, want, term.Row(0))
			}
			if i > 0 && at > 0 && !strings.HasSuffix(leftOf(term), chars[i-1]) {
				t.Errorf("w %d, character %d: left of the cursor stands %q, not %q", w, i, leftOf(term), chars[i-1])
			}
			kittest.Drain(in, kittest.Key("right"))
		}
	}
}

func TestInputDeletesWholeCharacters(t *testing.T) {
	in := kit.NewInput(kittest.Env(), "", 0)
	in.Focus()
	in.SetValue(mixed)
	chars := characters(mixed)
	for i := len(chars) - 1; i >= 0; i-- {
		kittest.Drain(in, kittest.Key("backspace"))
		if want := strings.Join(chars[:i], ""); in.Value() != want {
			t.Fatalf("after backspace: %q, not %q", in.Value(), want)
		}
	}
	in.SetValue(mixed)
	kittest.Drain(in, kittest.Keys("home", "delete", "delete", "delete", "delete", "delete", "delete")...)
	if want := strings.Join(chars[6:], ""); in.Value() != want {
		t.Errorf("after delete: %q, not %q", in.Value(), want)
	}
}

func TestInputTakesText(t *testing.T) {
	for _, tc := range []struct {
		name string
		msgs []tea.Msg
		want string
	}{
		{"an input method's commit", []tea.Msg{kittest.Type("中文输入")}, "中文输入"},
		{"single characters", kittest.TypeEach("中a文"), "中a文"},
		{"a space", kittest.Keys("a", "space", "b"), "a b"},
		{"capitals", kittest.Keys("A", "b"), "Ab"},
		{"pasted lines", []tea.Msg{kittest.Paste("一\n二\t三")}, "一 二 三"},
		{"in the middle", []tea.Msg{kittest.Type("甲丁"), kittest.Key("left"), kittest.Type("乙丙")}, "甲乙丙丁"},
		{"no more than fits", []tea.Msg{kittest.Type("一二三四五六七八九十百千")}, "一二三四五六七八九十"},
		{"full width as typed", []tea.Msg{kittest.Type("？"), kittest.Type("：")}, "？："},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := kit.NewInput(kittest.Env(), "", 10)
			in.Focus()
			kittest.Drain(in, tc.msgs...)
			if in.Value() != tc.want {
				t.Errorf("got %q, not %q", in.Value(), tc.want)
			}
		})
	}
}

func TestInputStandsStillWhileTyping(t *testing.T) {
	in := kit.NewInput(kittest.Env(), "", 0)
	in.Focus()
	moved := 0
	var before string
	for _, msg := range kittest.TypeEach(strings.Repeat("字", 40)) {
		kittest.Drain(in, msg)
		view, x := in.View(20)
		text := ansi.Strip(view)
		if !strings.HasPrefix(strings.TrimRight(text, " "), strings.TrimRight(before, " ")) {
			moved++
		}
		if x < 0 || x >= 20 {
			t.Fatalf("the cursor stands at %d", x)
		}
		before = text
	}
	if moved > 8 {
		t.Errorf("the text moved %d times in 40 characters", moved)
	}
}

func TestInputPlaceholder(t *testing.T) {
	in := kit.NewInput(kittest.Env(), "客户、电话或拼音", 0)
	if view, x := in.View(10); strings.TrimSpace(ansi.Strip(view)) != "" || x != -1 {
		t.Errorf("without the focus: %q, cursor %d", ansi.Strip(view), x)
	}
	in.Focus()
	view, x := in.View(10)
	kittest.Aligned(t, view, 10)
	if ansi.Strip(view) != "客户、电~ " || x != 0 {
		t.Errorf("with the focus: %q, cursor %d", ansi.Strip(view), x)
	}
}

func TestAreaCursorStandsOnItsCharacter(t *testing.T) {
	for _, tc := range []struct {
		text string
		w    int
	}{{"同意36期方案,月底\n前来订车abc", 12}, {mixed + "\n" + mixed, 40}, {"长" + strings.Repeat("字", 60), 15}} {
		area := kit.NewArea(kittest.Env(), "", 0, 1, 4)
		area.Focus()
		kittest.Drain(area, kittest.Paste(tc.text), kittest.Key("ctrl+home"))
		for i, c := range append(characters(tc.text), " ") {
			if c == "\n" {
				c = " "
			}
			lines, x, y := area.View(tc.w)
			view := strings.Join(lines, "\n")
			kittest.Aligned(t, view, tc.w)
			term := kittest.Draw(view, tea.NewCursor(x, y), tc.w, len(lines))
			if got := term.Cell(x, y); got != c {
				t.Errorf("character %d: the cursor stands at %d,%d on %q, not on %q\n%s", i, x, y, got, c, term.Text())
			}
			kittest.Drain(area, kittest.Key("right"))
		}
	}
}

func TestAreaGrowsAndScrolls(t *testing.T) {
	area := kit.NewArea(kittest.Env(), "", 0, 2, 4)
	area.Focus()
	for i, want := range []int{2, 2, 3, 4, 4, 4} {
		lines, _, y := area.View(10)
		if len(lines) != want || y >= want {
			t.Errorf("with %d lines the field is %d high, cursor on %d, not %d", i+1, len(lines), y, want)
		}
		kittest.Drain(area, kittest.Type("行"), kittest.Key("ctrl+j"))
	}
	if area.AtTop() || !area.AtBottom() {
		t.Error("the cursor is not at the bottom")
	}
}

func TestAreaShowsTheEndOfALongText(t *testing.T) {
	area := kit.NewArea(kittest.Env(), "", 0, 1, 3)
	area.SetValue("一\n二\n三\n四\n五")
	area.Focus()
	lines, x, y := area.View(10)
	term := kittest.Draw(strings.Join(lines, "\n"), tea.NewCursor(x, y), 10, len(lines))
	if got := leftOf(term); got != "五" {
		t.Errorf("left of the cursor stands %q\n%s", got, term.Text())
	}
}

func TestChoiceKeys(t *testing.T) {
	for _, tc := range []struct {
		name string
		msgs []tea.Msg
		want string
	}{
		{"nothing", nil, ""},
		{"right from nothing", kittest.Keys("right"), "phone"},
		{"right and left", kittest.Keys("right", "right", "left"), "phone"},
		{"around the end", kittest.Keys("right", "left"), "other"},
		{"space goes on", kittest.Keys("space", "space"), "visit"},
		{"home and end", kittest.Keys("end", "home"), "phone"},
		{"digit", kittest.Keys("3"), "invite"},
		{"digit beyond", kittest.Keys("3", "9"), "invite"},
		{"full-width digit", []tea.Msg{kittest.Type("５")}, "wechat"},
		{"initial of the pinyin", kittest.Keys("w"), "wechat"},
		{"the same initial", kittest.Keys("d", "d"), "sms"},
		{"around with the initial", kittest.Keys("d", "d", "d"), "phone"},
		{"the word itself", []tea.Msg{kittest.Type("进店")}, "store"},
		{"its first character", []tea.Msg{kittest.Type("邀")}, "invite"},
		{"taken back", kittest.Keys("2", "backspace"), ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := kit.NewChoice(kittest.Env(), methods, true)
			c.Focus()
			kittest.Drain(c, tc.msgs...)
			if got := c.Value(); got != tc.want {
				t.Errorf("got %q, not %q", got, tc.want)
			}
		})
	}
}

func TestChoiceMustStay(t *testing.T) {
	c := kit.NewChoice(kittest.Env(), methods, false)
	c.Focus()
	kittest.Drain(c, kittest.Keys("2", "delete")...)
	if c.Value() != "visit" {
		t.Errorf("got %q", c.Value())
	}
}

func TestChoiceView(t *testing.T) {
	c := kit.NewChoice(kittest.Env(), methods, false)
	c.SetValue("wechat")
	for _, tc := range []struct {
		w       int
		compact bool
		want    string
	}{
		{50, false, " 电话  上门  邀约  进店 (微信) 短信  其他         "},
		{20, false, " 电话  上门  邀约   \n 进店 (微信) 短信   \n 其他               "},
		{20, true, " 进店 (微信) 短信  ~"},
	} {
		lines := c.View(tc.w, tc.compact)
		if got := ansi.Strip(strings.Join(lines, "\n")); got != tc.want {
			t.Errorf("%d cells:\n%s\nnot\n%s", tc.w, got, tc.want)
		}
	}
}

func TestAWordDeletedForwardsEndsAtTheTextsEnd(t *testing.T) {
	for _, c := range []struct {
		text string
		left int // how often left is pressed from the end
		want string
	}{
		{"张三", 1, "张"}, {"a", 1, ""}, {"", 0, ""}, {"a", 0, "a"}, {"ab cd", 5, " cd"}, {"ab  cd ef", 7, "ab ef"}, {"ab  ", 2, "ab"},
	} {
		for _, key := range []string{"alt+d", "alt+delete"} {
			in := kit.NewInput(kittest.Env(), "", 0)
			in.Focus()
			in.SetValue(c.text)
			for range c.left {
				kittest.Drain(in, kittest.Key("left"))
			}
			kittest.Drain(in, kittest.Key(key))
			if in.Value() != c.want {
				t.Errorf("%q, %d from the end, %s: %q, want %q", c.text, c.left, key, in.Value(), c.want)
			}
			kittest.Drain(in, kittest.Type("x"))
		}
	}
}

func TestAFieldWithoutFocusKeepsItsWords(t *testing.T) {
	in := kit.NewInput(kittest.Env(), "", 0)
	in.SetValue("a")
	kittest.Drain(in, kittest.Key("home"), kittest.Key("alt+d"))
	if in.Value() != "a" {
		t.Errorf("%q", in.Value())
	}
}

func TestAFieldTakesSoMuchAndNoMore(t *testing.T) {
	huge := strings.Repeat("客户 ", 300_000)
	f := kit.NewForm(kittest.Env(), []kit.Field{
		{Code: "line", Label: "L"}, {Code: "short", Label: "S", MaxLen: 3}, {Code: "note", Label: "N", Kind: kit.NoteField},
		{Code: "grid", Label: "G", Kind: kit.GridField, Grid: kit.GridSpec{Columns: []kit.GridColumn{{Code: "c", Title: "C", Width: 8}}}},
	})
	for code, most := range map[string]int{"line": 2000, "short": 3, "note": 10_000, "grid": 2000} {
		f.Focus(code)
		kittest.Drain(f, kittest.Paste(huge))
		got := f.Value(code)
		if code == "grid" {
			got = kit.GridRows(got)[0]["c"]
		}
		if n := len([]rune(got)); n != most {
			t.Errorf("%s holds %d characters, not %d", code, n, most)
		}
		if !strings.Contains(f.Error(code), "后面的没有放进来") {
			t.Errorf("%s says %q of what was left out", code, f.Error(code))
		}
		kittest.Drain(f, kittest.Key("left"), kittest.Type("x"))
		if f.Error(code) == "" {
			t.Errorf("%s says nothing of the character that was left out", code)
		}
		kittest.Drain(f, kittest.Key("backspace"), kittest.Type("x"))
		if f.Error(code) != "" {
			t.Errorf("%s has room and says %q", code, f.Error(code))
		}
		f.View(80, 24)
	}
}

func TestALongNoteOfShortLinesIsKeptWhole(t *testing.T) {
	note, pasted := strings.Repeat("客\n", 1200)+"户", strings.Repeat("客\n", 990)+"户"
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "set", Label: "S", Kind: kit.NoteField},
		{Code: "pasted", Label: "P", Kind: kit.NoteField}})
	f.SetValue("set", note)
	f.Focus("pasted")
	kittest.Drain(f, kittest.Paste(pasted))
	if f.Value("set") != note || f.Value("pasted") != pasted {
		t.Errorf("%d bytes of %d, %d of %d", len(f.Value("set")), len(note), len(f.Value("pasted")), len(pasted))
	}
}
