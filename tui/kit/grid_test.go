package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// lineGrid is a form with a grid of goods between two fields.
func lineGrid(spec kit.GridSpec, value string) (*kit.Form, *kit.Grid) {
	spec.Columns = []kit.GridColumn{
		{Code: "code", Title: "Code", Width: 8, After: "count"},
		{Code: "name", Title: "Name", Width: 8, Most: 20},
		{Code: "count", Title: "Count", Width: 6, Right: true},
		{Code: "sum", Title: "Sum", Width: 6, Right: true, Fixed: true},
	}
	f := kit.NewForm(kittest.Env(), []kit.Field{
		{Code: "first", Label: "First"}, {Code: "lines", Kind: kit.GridField, Grid: spec, Value: value}, {Code: "last", Label: "Last"},
	})
	return f, f.Grid("lines")
}

// press sends keys to a form, texts in brackets as an input method commits
// them.
func press(f *kit.Form, keys ...string) {
	for _, key := range keys {
		if text, ok := strings.CutPrefix(key, "="); ok {
			kittest.Drain(f, kittest.Type(text))
			continue
		}
		kittest.Drain(f, kittest.Key(key))
	}
}

func rows(g *kit.Grid) string {
	var out []string
	for _, r := range g.Rows() {
		out = append(out, r["code"]+"/"+r["name"]+"/"+r["count"])
	}
	return strings.Join(out, " ")
}

func TestAGridIsTypedLikeASheet(t *testing.T) {
	f, g := lineGrid(kit.GridSpec{Rows: 3}, "")
	press(f, "enter", "=A-1", "tab", "=柜门板", "tab", "=12", "tab", "=B-2", "down")
	if rows(g) != "A-1/柜门板/12 B-2//" || f.Focused() != "lines" {
		t.Fatalf("%s, the focus is on %s", rows(g), f.Focused())
	}
	press(f, "up", "up", "=C-3") // replaces what stands there
	if rows(g) != "C-3/柜门板/12 B-2//" {
		t.Fatal(rows(g))
	}
	press(f, "backspace", "left", "=x") // edits, once begun
	if got := g.Cell(0, "code"); got != "Cx-" {
		t.Error(got)
	}
	press(f, "tab", "right", "left", "=板") // arrows move between cells that aren't begun
	if got := g.Cell(0, "name"); got != "板" {
		t.Error(got)
	}
	press(f, "ctrl+d")
	if rows(g) != "B-2//" {
		t.Error(rows(g))
	}
}

func TestAGridIsLeftAtItsEnds(t *testing.T) {
	f, g := lineGrid(kit.GridSpec{}, "")
	press(f, "tab", "up")
	if f.Focused() != "first" {
		t.Errorf("up leads to %s", f.Focused())
	}
	press(f, "down", "enter") // an empty row is the end
	if f.Focused() != "last" {
		t.Errorf("enter in an empty row leads to %s", f.Focused())
	}
	press(f, "shift+tab", "=A", "tab", "tab", "tab", "tab") // through the row, and the empty one after it
	if f.Focused() != "last" || rows(g) != "A//" {
		t.Errorf("tab leads to %s, %s", f.Focused(), rows(g))
	}
	press(f, "shift+tab", "shift+tab")
	if f.Focused() != "lines" {
		t.Errorf("shift+tab leads to %s", f.Focused())
	}
}

func TestAClosedGridKeepsItsRows(t *testing.T) {
	value := kit.GridText([]map[string]string{{"code": "A", "count": "1"}, {"code": "B", "count": "2"}})
	f, g := lineGrid(kit.GridSpec{Closed: true}, value)
	press(f, "tab", "ctrl+d", "down", "tab", "tab", "=7", "tab")
	if rows(g) != "A//1 B//7" || f.Focused() != "last" {
		t.Errorf("%s, the focus is on %s", rows(g), f.Focused())
	}
}

func TestAGridOffersWhatFits(t *testing.T) {
	var g *kit.Grid
	taken := ""
	f, g := lineGrid(kit.GridSpec{
		Rows: 5,
		Seek: func(row int, column, text string) tea.Cmd {
			if column == "code" && text == "A" {
				g.Offer(row, column, text, []kit.Option{{Code: "A-1", Label: "A-1 board"}, {Code: "A-2", Label: "A-2 edge"}})
			}
			return nil
		},
		Take: func(_ int, _, code string) tea.Cmd { taken = code; return nil },
	}, "")
	press(f, "tab", "=A")
	view, _ := f.View(60, 12)
	if !strings.Contains(view, "> A-1 board") || !strings.Contains(view, "A-2 edge") {
		t.Fatalf("nothing is offered:\n%s", view)
	}
	press(f, "esc")
	if view, _ := f.View(60, 12); strings.Contains(view, "board") || f.Focused() != "lines" {
		t.Fatalf("esc closes what is offered, not the form:\n%s", view)
	}
	press(f, "backspace", "=A", "down", "enter")
	if _, column := g.At(); taken != "A-2" || g.Cell(0, "code") != "A-2" || column != "count" {
		t.Errorf("taken %q, at %s", taken, column)
	}
}

func TestColumnsWithoutRoomArePassedOver(t *testing.T) {
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "lines", Kind: kit.GridField, Grid: kit.GridSpec{Columns: []kit.GridColumn{
		{Code: "code", Title: "Code", Width: 8},
		{Code: "unit", Title: "Unit", Width: 8, Drop: 1},
		{Code: "price", Title: "Price", Width: 8},
	}}}})
	g := f.Grid("lines")
	f.View(60, 8)
	press(f, "=A", "tab")
	if _, at := g.At(); at != "unit" {
		t.Errorf("with room tab leads to %s", at)
	}
	f.View(24, 8)
	press(f, "=m", "shift+tab", "=B")
	f.View(24, 8)
	press(f, "tab", "=9")
	view, _ := f.View(24, 8)
	if g.Cell(0, "unit") != "m" || g.Cell(0, "price") != "9" || strings.Contains(view, "Unit") {
		t.Errorf("%v\n%s", g.Rows(), view)
	}
	g.GoTo(0, "unit") // as a refusal does
	if view, cursor := f.View(24, 8); !strings.Contains(view, "Unit") || cursor == nil {
		t.Errorf("the cell that is typed in isn't in sight:\n%s", view)
	}
}

func TestAGridKeepsItsTextThroughADraft(t *testing.T) {
	f, g := lineGrid(kit.GridSpec{}, "")
	press(f, "tab", "=A", "tab", "=板\"材\"")
	values := f.Values()
	again, kept := lineGrid(kit.GridSpec{}, "")
	again.Restore(values)
	if rows(kept) != rows(g) || rows(g) != "A/板\"材\"/" || !again.Touched("lines") {
		t.Errorf("%s, was %s", rows(kept), rows(g))
	}
	again.Restore(map[string]string{"lines": "no grid"})
	if rows(kept) != rows(g) {
		t.Error("a text that is no grid's empties it")
	}
}

func TestAGridIsDrawnInItsCells(t *testing.T) {
	value := kit.GridText([]map[string]string{{"code": "A-1", "name": "柜门板很长的名字放不下的", "count": "12", "sum": "99.00"}})
	for _, w := range []int{20, 40, 60, 100} {
		f, g := lineGrid(kit.GridSpec{Rows: 4, Mark: func(map[string]string) string { return "!" }}, value)
		f.Focus("lines")
		g.GoTo(0, "count")
		view, cursor := f.View(w, 10)
		kittest.Sized(t, view, w, 10)
		if w >= 40 && (cursor == nil || cursor.Y != 2) {
			t.Errorf("at %d the cursor stands at %v:\n%s", w, cursor, view)
		}
	}
}

func TestAFormThatCanBeTakenAsItIsIsSavedByEnter(t *testing.T) {
	saved := 0
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "a", Value: "x"}, {Code: "b"}, {Code: "c"}})
	f.Ready = true
	f.OnSubmit = func(map[string]string) tea.Cmd { saved++; return nil }
	press(f, "enter")
	if saved != 1 {
		t.Error("enter didn't save")
	}
	press(f, "=y", "enter")
	if saved != 1 || f.Focused() != "b" {
		t.Errorf("saved %d times, the focus is on %s", saved, f.Focused())
	}
}
