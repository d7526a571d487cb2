package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

type customer struct {
	id                     int64
	name, grade, what, why string
	late                   int
	done                   bool
}

var queue = []customer{
	{1, "佛山恒基板材有限公司", "A", "承诺未到", "承诺11-18付42,000 FP0031", 5, false},
	{2, "周敏", "B", "投诉", "11-21脚垫缺货,未办结", 2, false},
	{3, "Blue Harbour Trading Co., Ltd.", "D", "签收确认", "预计11-19到,未确认", 2, false},
	{4, "👨‍👩‍👧 家庭客户", "B", "跟进", "“送”…①脚垫—●", 0, false},
	{5, "Zoë Café e\u0301", "C", "生日", "한국 ｶﾀｶﾅ", 0, false},
	{6, "曾国富", "C", "跟进", "已联系,下次12-08", 0, true},
}

func columns(env *kit.Env) []kit.Column[customer] {
	return []kit.Column[customer]{
		{Code: "name", Title: "客户", Min: 10, Max: 24, Weight: 2, Cell: func(c customer) string { return c.name }},
		{Code: "grade", Title: "级", Drop: 1, Cell: func(c customer) string { return c.grade },
			Style: func(customer) *lipgloss.Style { return &env.Styles.Badge }},
		{Code: "what", Title: "事项", Min: 8, Cell: func(c customer) string { return c.what }},
		{Code: "why", Title: "缘由", Min: 8, Weight: 3, Drop: 2, Cell: func(c customer) string { return c.why }},
		{Code: "late", Title: "迟", Min: 4, Right: true, Cell: func(c customer) string {
			if c.late == 0 {
				return "今天"
			}
			return fmt.Sprintf("%d天", c.late)
		}, Style: func(c customer) *lipgloss.Style {
			if c.late > 0 {
				return &env.Styles.Late
			}
			return nil
		}},
	}
}

func queueTable(w, h int) *kit.Table[customer] {
	env := kittest.Env()
	table := kit.NewTable(env, columns(env), "今天没有要办的\n按 n 新建客户")
	table.RowStyle = func(c customer) *lipgloss.Style {
		if c.done {
			return &env.Styles.Dim
		}
		return nil
	}
	table.SetSize(w, h)
	table.SetAll(queue)
	return table
}

func TestTableGolden(t *testing.T) {
	for _, size := range []struct{ w, h int }{{80, 24}, {120, 40}, {40, 5}} {
		name := fmt.Sprintf("table_%dx%d", size.w, size.h)
		table := queueTable(size.w, size.h)
		table.MarkBy(func(c customer) int64 { return c.id })
		table.MoveTo(2)
		table.ToggleMark()
		table.MoveTo(1)
		view := table.View()
		kittest.Sized(t, view, size.w, size.h)
		kittest.Golden(t, name, view)
	}
}

func TestTableCellsStandInTheirColumns(t *testing.T) {
	for w := 30; w <= 120; w++ {
		term := kittest.Draw(queueTable(w, 8).View(), nil, w, 8)
		at := term.Column(0, "事项")
		for i, c := range queue {
			if got := term.Column(i+1, " "+c.what); got != at-1 {
				t.Errorf("w %d: %s stands at %d, its column at %d: |%s|", w, c.what, got+1, at, term.Row(i+1))
			}
		}
	}
}

func TestTableFitsEveryWidth(t *testing.T) {
	for w := 1; w <= 130; w++ {
		for _, h := range []int{1, 2, 9} {
			table := queueTable(w, h)
			kittest.Sized(t, table.View(), w, h)
			table.SetAll(nil)
			kittest.Sized(t, table.View(), w, h)
		}
	}
}

func TestTableDropsColumnsByTheirOrder(t *testing.T) {
	for _, tc := range []struct {
		w    int
		want string
	}{
		{80, "客户 级 事项 缘由 迟"},
		{30, "客户 级 事项 迟"},
		{27, "客户 事项 迟"},
	} {
		head, _, _ := strings.Cut(ansi.Strip(queueTable(tc.w, 4).View()), "\n")
		if got := strings.Join(strings.Fields(head), " "); got != tc.want {
			t.Errorf("w %d: %q, not %q", tc.w, got, tc.want)
		}
	}
}

func TestTableEmpty(t *testing.T) {
	env := kittest.Env()
	table := kit.NewTable(env, columns(env), "今天没有要办的\n按 n 新建客户")
	table.SetSize(60, 12)
	if view := ansi.Strip(table.View()); strings.Contains(view, "没有") {
		t.Errorf("says that there is nothing before it knows:\n%s", view)
	}
	table.SetCount(0)
	kittest.Golden(t, "table_empty", table.View())
	if _, ok := table.Selected(); ok {
		t.Error("an empty table has a selected row")
	}
}

func TestTableKeys(t *testing.T) {
	for _, tc := range []struct {
		keys []string
		want int
	}{
		{[]string{"down"}, 1}, {[]string{"j", "j", "k"}, 1}, {[]string{"up"}, 0},
		{[]string{"end"}, 99}, {[]string{"G", "down"}, 99}, {[]string{"G", "g"}, 0},
		{[]string{"pgdown"}, 9}, {[]string{"pgdown", "pgdown", "pgup"}, 9}, {[]string{"end", "home"}, 0},
	} {
		table := numbers(100, 20, 10)
		kittest.Drain(handled{table}, kittest.Keys(tc.keys...)...)
		if table.Cursor() != tc.want {
			t.Errorf("%v: on %d, not %d", tc.keys, table.Cursor(), tc.want)
		}
	}
	if _, ok := numbers(5, 20, 10).Update(kittest.Key("x")); ok {
		t.Error("the table takes a key that it has no use for")
	}
}

// handled makes a table an Updater.
type handled struct{ *kit.Table[int] }

func (h handled) Update(msg tea.Msg) tea.Cmd {
	cmd, _ := h.Table.Update(msg)
	return cmd
}

// numbers is a table of n numbers, all loaded.
func numbers(n, w, h int) *kit.Table[int] {
	table := kit.NewTable(kittest.Env(), numberColumns, "")
	table.SetSize(w, h)
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	table.SetAll(rows)
	return table
}

var numberColumns = []kit.Column[int]{{Title: "n", Min: 6, Cell: func(n int) string { return fmt.Sprint("row", n) }}}

func TestTableScrollsNoMoreThanItMust(t *testing.T) {
	table := numbers(100, 20, 11)
	kittest.Drain(handled{table}, kittest.Keys("pgdown", "down", "down")...)
	if table.Top() != 3 {
		t.Errorf("the first row in sight is %d", table.Top())
	}
	kittest.Drain(handled{table}, kittest.Keys("up", "up", "up", "up")...)
	if table.Top() != 3 {
		t.Errorf("moving up within sight scrolled to %d", table.Top())
	}
	lines := strings.Split(ansi.Strip(table.View()), "\n")
	if !strings.HasPrefix(lines[1], "^") || !strings.HasPrefix(lines[10], "v") {
		t.Errorf("does not show that there is more:\n%s", table.View())
	}
}

func TestTableMouse(t *testing.T) {
	table := numbers(100, 20, 11)
	table.SetOrigin(5, 2)
	opened := 0
	table.OnOpen = func() tea.Cmd { opened++; return nil }
	kittest.Drain(handled{table}, kittest.Click(8, 6))
	if table.Cursor() != 3 || opened != 0 {
		t.Errorf("the click went to %d, opened %d", table.Cursor(), opened)
	}
	kittest.Drain(handled{table}, kittest.Click(8, 6))
	if opened != 1 {
		t.Error("the second click did not open the row")
	}
	kittest.Drain(handled{table}, kittest.Wheel(8, 6, 1), kittest.Wheel(8, 6, 1), kittest.Wheel(8, 6, -1))
	if table.Cursor() != 6 {
		t.Errorf("the wheel went to %d", table.Cursor())
	}
	for _, outside := range []tea.Msg{kittest.Click(4, 6), kittest.Click(8, 2), kittest.Click(8, 13), kittest.Wheel(40, 6, 1)} {
		if _, ok := table.Update(outside); ok {
			t.Errorf("%v lies outside and was taken", outside)
		}
	}
}

func TestTableAsksForItsWindow(t *testing.T) {
	table := kit.NewTable(kittest.Env(), numberColumns, "")
	table.SetSize(20, 11)
	loads := 0
	load := func() {
		offset, limit, ok := table.Need()
		if !ok {
			return
		}
		loads++
		if _, _, again := table.Need(); again {
			t.Error("asks for the same window twice")
		}
		table.SetCount(1000)
		var rows []int
		for i := offset; i < min(offset+limit, 1000); i++ {
			rows = append(rows, i)
		}
		table.SetRows(offset, rows)
	}
	load()
	for range 999 {
		kittest.Drain(handled{table}, kittest.Key("down"))
		load()
		for i := table.Top(); i < table.Top()+10; i++ {
			if row, ok := table.Row(i); !ok || row != i {
				t.Fatalf("at %d, row %d in sight is not loaded", table.Cursor(), i)
			}
		}
	}
	if loads > 80 {
		t.Errorf("%d loads for 1000 rows", loads)
	}
	table.Refresh()
	if _, _, ok := table.Need(); !ok {
		t.Error("does not load again after Refresh")
	}
	if _, ok := table.Selected(); !ok {
		t.Error("the old rows are gone before the new ones are there")
	}
	table.SetCount(0)
	table.SetRows(0, nil)
	if _, _, ok := table.Need(); ok {
		t.Error("asks for rows of an empty list")
	}
}

func TestTableKeepsOnTheRecord(t *testing.T) {
	table := numbers(100, 20, 11)
	table.MoveTo(50)
	line := table.Cursor() - table.Top()
	var rows []int
	for i := range 99 { // the order turned and one is gone
		rows = append(rows, 99-i)
	}
	table.SetAll(rows)
	if !table.KeepOn(func(n int) bool { return n == 50 }) {
		t.Fatal("did not find the record")
	}
	if row, _ := table.Selected(); row != 50 || table.Cursor()-table.Top() != line {
		t.Errorf("on %d, line %d, not line %d", row, table.Cursor()-table.Top(), line)
	}
	if table.KeepOn(func(n int) bool { return n == 0 }) {
		t.Error("found a record that is gone")
	}
	table.SetAll(rows[:3])
	if table.Cursor() != 2 {
		t.Errorf("on %d of 3", table.Cursor())
	}
}

func TestTableJumpsBetweenKinds(t *testing.T) {
	table := numbers(30, 20, 11)
	kind := func(n int) string { return fmt.Sprint(n / 10) }
	moves := 0
	table.OnMove = func() tea.Cmd { moves++; return nil }
	for _, step := range []struct{ direction, want int }{{1, 10}, {1, 20}, {1, 20}, {-1, 10}, {-1, 0}, {-1, 0}} {
		table.Jump(step.direction, kind)
		if table.Cursor() != step.want {
			t.Errorf("jumped to %d, not %d", table.Cursor(), step.want)
		}
	}
	if moves != 4 {
		t.Errorf("OnMove ran %d times", moves)
	}
}

func TestTableMarks(t *testing.T) {
	table := queueTable(80, 10)
	table.ToggleMark()
	if table.Marks() != 0 {
		t.Error("marks without a key")
	}
	table.MarkBy(func(c customer) int64 { return c.id })
	table.ToggleMark()
	table.MoveTo(3)
	table.ToggleMark()
	table.ToggleMark()
	if got := table.Marked(); len(got) != 1 || got[0] != 1 {
		t.Errorf("marked %v", got)
	}
	table.SetMarks([]int64{2, 77})
	if view := ansi.Strip(table.View()); strings.Count(view, "*") != 1 || table.Marks() != 2 {
		t.Errorf("%d marks:\n%s", table.Marks(), view)
	}
}

func BenchmarkTableView(b *testing.B) {
	table := queueTable(120, 50)
	table.SetCount(100_000)
	rows := make([]customer, 150)
	for i := range rows {
		rows[i] = queue[i%len(queue)]
	}
	table.MoveTo(50_050)
	table.SetRows(49_950, rows)
	b.ReportAllocs()
	for b.Loop() {
		table.View()
	}
}

// What would fill a list is said whole, in as many lines as that takes.
func TestWhatWouldFillATableIsNotCut(t *testing.T) {
	env := kittest.Env()
	table := kit.NewTable(env, columns(env), "Nothing is promised yet\nLog a step with the day promised, and it is listed here in full")
	table.SetSize(40, 12)
	table.SetCount(0)
	if said := strings.Join(strings.Fields(ansi.Strip(table.View())), " "); !strings.Contains(said, "and it is listed here in full") {
		t.Errorf("cut: %s", said)
	}
}
