package kit_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

func TestDispatch(t *testing.T) {
	actions := append(rowActions(), kit.Action{ID: "pay.other", Keys: []string{"p"}, Name: "收定金", Do: does("deposit")})
	for _, tc := range []struct{ key, want string }{
		{"l", "log"}, {"ctrl+l", "log"}, {"/", "search"}, {"／", "search"}, {"、", "search"},
		{"p", "deposit"}, {"ｕ", "undo"}, {"z", ""}, {"up", ""},
	} {
		cmd, ok := kit.Dispatch(actions, kittest.Key(tc.key))
		got := ""
		if cmd != nil {
			got = cmd().(did).id
		}
		if got != tc.want || ok != (tc.want != "") {
			t.Errorf("%s: did %q, handled %v", tc.key, got, ok)
		}
	}
	cmd, ok := kit.Dispatch(rowActions(), kittest.Key("p"))
	if !ok || cmd() != (kit.Notice{Text: "没有欠款"}) {
		t.Error("what can't be done does not say why")
	}
}

func TestKeyNames(t *testing.T) {
	for typed, want := range map[string]string{
		"？": "?", "：": ":", "／": "/", "３": "3", "　": "space", "【": "[", "】": "]", "a": "a", "中": "中",
	} {
		if got := kit.KeyName(kittest.Key(typed)); got != want {
			t.Errorf("%s is read as %q, not %q", typed, got, want)
		}
	}
	if got := kit.KeyName(kittest.Key("space")); got != "space" {
		t.Errorf("space is read as %q", got)
	}
}

func TestStrayText(t *testing.T) {
	for text, want := range map[string]bool{"跟进": true, "中": true, "abc": true, "，": true, "。": true, "ｄ": true,
		"！": true, "a": false, "？": false, "：": false, "／": false, "３": false, "　": false, "“": true} {
		if got := kit.IsStrayText(kittest.Type(text).(tea.KeyPressMsg)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	for _, key := range []string{"enter", "f1", "ctrl+s", "space", "up"} {
		if kit.IsStrayText(kittest.Key(key)) {
			t.Errorf("%s is taken for text", key)
		}
	}
}

func TestKeyLabels(t *testing.T) {
	for key, want := range map[string]string{"f1": "F1", "pgdown": "PgDn", "delete": "Del", "ctrl+s": "ctrl+s", "f": "f", "space": "space"} {
		if got := kit.KeyLabel([]string{key, "x"}); got != want {
			t.Errorf("%s is written %q", key, got)
		}
	}
	if kit.KeyLabel(nil) != "" {
		t.Error("no key has a label")
	}
}

func TestMessages(t *testing.T) {
	err := errors.New("磁盘满")
	if kit.Fail("保存", err)() != (kit.Failed{Op: "保存", Err: err}) || kit.Notify("好")() != (kit.Notice{Text: "好"}) {
		t.Error("a constructor makes another message")
	}
}

func TestFit(t *testing.T) {
	for _, tc := range []struct {
		text string
		w    int
		want string
	}{
		{"张三", 6, "张三  "}, {"张三丰", 5, "张三~"}, {"张三丰", 4, "张~ "}, {"张三丰", 1, "~"}, {"张", 0, ""},
		{"ab\ncd", 6, "ab cd "}, {"e\u0301e\u0301", 3, "e\u0301e\u0301 "}, {"👨‍👩‍👧家", 3, "👨‍👩‍👧~"}, {"…①", 4, "…①  "},
	} {
		if got := kit.Fit(tc.text, tc.w); got != tc.want {
			t.Errorf("Fit(%q, %d) = %q, not %q", tc.text, tc.w, got, tc.want)
		}
	}
	if got := kit.FitRight("5天", 6); got != "   5天" {
		t.Errorf("FitRight: %q", got)
	}
	styled := kittest.Env().Styles.Late.Render("逾期九天")
	if got := kit.Fit(styled, 5); ansi.StringWidth(got) != 5 || ansi.Strip(got) != "逾期~" || !strings.Contains(got, "\x1b[m") {
		t.Errorf("a styled text is cut to %q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		text string
		w    int
		want string
	}{
		{"王经理答应18号付，先付一半", 12, "王经理答应18|号付，先付一|半"},
		{"对账单已发，未回签", 10, "对账单已|发，未回签"},
		{"see Blue Harbour today", 12, "see Blue|Harbour|today"},
		{"abc中文很长的一句", 8, "abc中文|很长的一|句"},
		{"一\n\n二", 8, "一||二"},
		{"supercalifragilistic", 8, "supercal|ifragili|stic"},
		{"", 8, ""},
		{"（见附件）", 4, "（见|附|件）"},
	} {
		lines := kit.Wrap(tc.text, tc.w)
		if got := strings.Join(lines, "|"); got != tc.want {
			t.Errorf("Wrap(%q, %d) = %q, not %q", tc.text, tc.w, got, tc.want)
		}
	}
	for w := 1; w < 30; w++ {
		for _, line := range kit.Wrap(mixed+"，"+mixed+" end of it", w) {
			if got := ansi.StringWidth(line); got > max(w, 2) {
				t.Errorf("w %d: a line of %d cells: %q", w, got, line)
			}
		}
	}
}

func TestBoxes(t *testing.T) {
	screen := kit.Box{W: 80, H: 24}
	rows := screen.Rows(kit.Fixed(2), kit.Fill(1), kit.Fixed(1))
	if rows[1] != (kit.Box{X: 0, Y: 2, W: 80, H: 21}) || rows[2] != (kit.Box{X: 0, Y: 23, W: 80, H: 1}) {
		t.Errorf("rows %v", rows)
	}
	columns := rows[1].Columns(kit.Fill(3), kit.Fixed(3), kit.Fill(2))
	if columns[0].W+columns[2].W != 77 || columns[2].X != columns[0].W+3 || columns[0].Y != 2 {
		t.Errorf("columns %v", columns)
	}
	if small := (kit.Box{W: 4, H: 1}).Rows(kit.Fixed(2), kit.Fill(1), kit.Fixed(1)); small[0].H != 1 || small[1].H+small[2].H != 0 {
		t.Errorf("too small: %v", small)
	}
}

func TestJoinH(t *testing.T) {
	view := kit.JoinH(3, " | ", kit.Part{Text: "张三\n李四", W: 6}, kit.Part{Text: "一二三四五", W: 5})
	if want := "张三   | 一二~\n李四   |      \n       |      "; view != want {
		t.Errorf("%q", view)
	}
}

func TestStatus(t *testing.T) {
	env := kittest.Env()
	for _, tc := range []struct {
		w    int
		m    kit.Message
		want string
	}{
		{60, kit.Message{}, " l 记录跟进  s 顺延  / 查找"},
		{60, kit.Message{Text: "已保存 09:12 · u 撤销"}, " l 记录跟进  s 顺延  / 查找           已保存 09:12 · u 撤销"},
		{30, kit.Message{Text: "已保存 09:12"}, " l 记录跟进      已保存 09:12"},
		{20, kit.Message{}, " l 记录跟进  s 顺延"},
		{16, kit.Message{Text: "保存失败：磁盘满了", Failure: true}, "  保存失败：磁~"},
	} {
		line := kit.Status(env, tc.w, rowActions(), tc.m)
		kittest.Aligned(t, line, tc.w)
		if got := strings.TrimRight(ansi.Strip(line), " "); got != tc.want {
			t.Errorf("w %d: %q, not %q", tc.w, got, tc.want)
		}
	}
}

func TestTabRow(t *testing.T) {
	env := kittest.Env()
	row := kit.TabRow{Left: "genjin", Right: "11-23 周一", Active: 0, Tabs: []kit.Tab{
		{"1", "今日", 12}, {"2", "客户", 218}, {"3", "跟进", 0}, {"4", "订单", 3}, {"5", "回款", 6}, {"6", "OEM", 2}, {"7", "报表", 0},
	}}
	var b strings.Builder
	for _, w := range []int{120, 112, 100, 90, 80, 70, 60, 40} {
		line := row.View(env, w)
		kittest.Aligned(t, line, w)
		b.WriteString(ansi.Strip(line) + "|\n")
		term := kittest.Draw(line, nil, w, 1)
		for i, tab := range row.Tabs {
			if x := term.Column(0, tab.Digit); x >= 0 && w > 60 && row.At(term.Column(0, tab.Digit+" "+tab.Name), w) != i {
				t.Errorf("w %d: a click on %s goes to %d", w, tab.Name, row.At(x, w))
			}
		}
	}
	kittest.Golden(t, "tabs", b.String())
	if row.At(0, 120) != -1 {
		t.Error("the name is a tab")
	}
}

func TestCharts(t *testing.T) {
	env := kittest.Env()
	for _, tc := range []struct{ got, want string }{
		{kit.Progress(8, 20, 20), "########............"},
		{kit.Progress(0, 20, 10), ".........."},
		{kit.Progress(1, 200, 10), "#........."},
		{kit.Progress(0, 0, 4), "...."},
		{kit.Progress(30, 20, 4), "####"},
		{kit.Bar(env, 50, 100, 10), "=====     "},
		{kit.Bar(env, 0, 100, 4), "    "},
		{kit.Sparkline(env, []int64{0, 5, 10}), "_=#"},
		{kit.Sparkline(env, []int64{0, 0}), "__"},
		{kit.Stacked(env, []int64{70, 20, 10, 0, 1}, 20), "~~~~~~~~~~~~~~~...:="},
	} {
		if len(tc.got) != len(tc.want) || tc.want != tc.got && !strings.HasPrefix(tc.want, "####") {
			t.Errorf("%q, not %q", tc.got, tc.want)
		}
	}
	env.ASCII = false
	for v := int64(0); v <= 100; v++ {
		kittest.Aligned(t, kit.Bar(env, v, 100, 7), 7)
		kittest.Aligned(t, kit.Stacked(env, []int64{v, 100 - v, v / 2, 3, 1}, 7), 7)
	}
	if got := kit.Bar(env, 55, 100, 10); got != "█████▌    " {
		t.Errorf("%q", got)
	}
}

func TestDetail(t *testing.T) {
	env := kittest.Env()
	d := kit.NewDetail(env)
	d.SetSize(44, 12)
	facts := kit.Pairs(env, 44, []kit.Pair{{"欠款", "42,000.00"}, {"微信", ""}, {"家庭情况", "两个孩子，太太在工商银行上班，岳父是老客户介绍来的"}})
	log := strings.Split(strings.Repeat("11-14 电话 王经理答应18号付\n", 12), "\n")[:12]
	d.SetContent([]string{"佛山恒基板材有限公司", "王经理 决策人"}, []kit.Section{{"资料", facts}, {"跟进", log}, {"变更", []string{"11-14 下次跟进 11-21 -> 11-18"}}})
	kittest.Sized(t, d.View(), 44, 12)
	kittest.Golden(t, "detail", d.View())
	for i, want := range []string{"跟进", "变更", "资料"} {
		d.Update(kittest.Key("tab"))
		if view := ansi.Strip(d.View()); !strings.Contains(view, want+" -") || !strings.HasPrefix(view, "佛山恒基") {
			t.Errorf("tab %d does not show %s:\n%s", i, want, view)
		}
	}
	d.Update(kittest.Key("end"))
	d.Update(kittest.Key("down"))
	if view := ansi.Strip(d.View()); !strings.Contains(view, "-> 11-18") {
		t.Errorf("the end is not in sight:\n%s", view)
	}
	for w := 1; w < 60; w++ {
		d.SetSize(w, 9)
		kittest.Sized(t, d.View(), w, 9)
	}
}

// Where the sections don't all find room the active one is in sight, and a click
// goes to the one under it.
func TestTheActiveSectionIsInSight(t *testing.T) {
	env := kittest.Env()
	names := []string{"日报", "周报", "Half month", "计划", "漏斗", "预测", "Money", "客服", "营销活动"}
	for w := 24; w < 90; w++ {
		for active := range names {
			s := kit.Sections{Names: names, Active: active}
			line := ansi.Strip(s.View(env, w))
			name := "[" + names[active] + "]"
			at := strings.Index(line, name)
			if at < 0 || kit.Width(line) != w {
				t.Fatalf("w %d: %q lacks %s", w, line, name)
			}
			if got := s.At(kit.Width(line[:at])+1, w); got != active {
				t.Errorf("w %d: a click on %s of %q goes to %d", w, name, line, got)
			}
		}
	}
}
