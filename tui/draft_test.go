package tui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

func liu(t *testing.T, st *store.Store) model.Customer {
	t.Helper()
	c, err := st.Customer(context.Background(), 2)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// toLiu goes to the card of 刘女士 and opens its form.
func toLiu(d *test.Desk) {
	d.Press("2", "ctrl+f")
	d.Write("刘女士")
	d.Press("enter", "f2")
	d.Sees("修改  刘女士")
}

func TestADraftPutsNothingOverNewerData(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	toLiu(d)
	d.Write("甲") // behind the name
	d.Press("esc")
	d.Sees("草稿已保留")
	if kept := d.Draft("customer/2"); strings.Contains(kept, "2026-11-19") || !strings.Contains(kept, "刘女士甲") {
		t.Errorf("the draft keeps %q", kept)
	}
	c := liu(t, d.Store)
	c.Grade, c.NextOn, c.NextAction = model.GradeB, "2026-12-24", "送资料"
	if _, err := d.Store.SaveCustomer(t.Context(), c, "资金紧"); err != nil {
		t.Fatal(err)
	}
	restart(d, label.ZH, 120, 40)
	toLiu(d)
	d.Sees("恢复草稿?")
	if strings.Count(d.Screen(), "刘女士甲") != 1 {
		t.Errorf("it is put back unasked:\n%s", d.Screen())
	}
	d.Press("ctrl+r", "ctrl+s")
	d.Sees("已保存 刘女士甲")
	if c := liu(t, d.Store); c.Name != "刘女士甲" || c.Grade != model.GradeB || c.NextOn != "2026-12-24" || c.NextAction != "送资料" {
		t.Errorf("the card is %s, %s, %s, %s", c.Name, c.Grade, c.NextOn, c.NextAction)
	}
	if kept := d.Draft("customer/2"); kept != "" {
		t.Errorf("the draft stays after saving: %q", kept)
	}
}

func TestWhatChangedInBothPlacesIsShown(t *testing.T) {
	for l, said := range map[label.Lang][]string{label.ZH: {"别处已改为「刘大姐」", "1 项别处也改过"},
		label.EN: {"changed elsewhere to \"刘大姐\"", "1 changed elsewhere too"}} {
		d := openDesk(t, l, 120, 40, samples)
		d.Press("2", "ctrl+f")
		d.Write("刘女士")
		d.Press("enter", "f2")
		d.Write("甲")
		d.Press("esc")
		c := liu(t, d.Store)
		c.Name = "刘大姐"
		if _, err := d.Store.SaveCustomer(t.Context(), c, ""); err != nil {
			t.Fatal(err)
		}
		restart(d, l, 120, 40)
		d.Press("2", "ctrl+f")
		d.Write("刘大姐")
		d.Press("enter", "f2", "ctrl+r")
		d.Sees(said...)
		d.Sees("刘女士甲")
		d.Press("backspace")
		d.Lacks(said[0]) // seen, and edited
	}
}

func TestTheDateOfADraftIsTodays(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l")
	d.Write("昨天说到一半")
	d.Press("esc")
	later := test.Reopen(d, test.Monday.AddDate(0, 0, 1), label.ZH, 120, 40)
	later.Press("2", "ctrl+f")
	later.Write("刘女士")
	later.Press("enter", "ctrl+l", "f5")
	later.Sees("2026-11-24 09:12")
	later.Press("ctrl+r", "ctrl+s")
	later.Sees("已记录 刘女士")
	list, err := later.Store.Entries(t.Context(), 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	if e := list[0]; e.Situation != "昨天说到一半" || e.At.Date() != "2026-11-24" {
		t.Errorf("%q is dated %s", e.Situation, e.At)
	}
}

func TestAnOfferThatIsNotTakenStaysBeneathWhatIsTyped(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l")
	d.Write("头一件")
	d.Press("esc", "ctrl+l", "tab")
	d.Write("第二件") // the problem
	d.Press("esc", "ctrl+l", "ctrl+r")
	d.Sees("头一件", "第二件")
}

func TestADraftGoesWithItsRecord(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	for _, form := range []string{"entry/1", "close/1", "entry/12", "entry/2", "log/1"} {
		if err := d.Store.KeepDraft(t.Context(), form, map[string]string{"situation": form}); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Store.RemoveEntry(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	for form, stays := range map[string]bool{"entry/1": false, "close/1": false, "entry/12": true, "entry/2": true, "log/1": true} {
		if got := d.Draft(form) != ""; got != stays {
			t.Errorf("%s stays: %v", form, got)
		}
	}
}

// typedForms are the keys to forms of every kind, and the name of their draft.
var typedForms = map[string][]string{
	"log/2": {"down", "ctrl+l"}, "customer/new": {"2", "ctrl+n"}, "customer/2": {"2", "down", "down", "down", "f2"}, "quick": {"f4"},
}

func TestWhatIsTypedIsKeptWhenTheProgramEnds(t *testing.T) {
	for form, keys := range typedForms {
		for _, over := range []string{"", "a menu"} {
			d := openDesk(t, label.ZH, 120, 40, samples)
			d.Press(keys...)
			d.Write("说到一半")
			if over != "" {
				kittest.Run(d, kit.Open(kit.NewMenu(kittest.Env(), over, nil)))
			}
			d.App.KeepDrafts()
			if !strings.Contains(d.Draft(form), "说到一半") {
				t.Errorf("%s, %q over it: the draft is %q", form, over, d.Draft(form))
			}
		}
	}
}

// patient is a store whose saves can be refused.
type patient struct {
	*store.Store
	fail bool
}

func (p *patient) Log(ctx context.Context, e model.Entry, plan model.Plan) (model.Entry, model.Customer, error) {
	if p.fail {
		return model.Entry{}, model.Customer{}, errors.New("full")
	}
	return p.Store.Log(ctx, e, plan)
}

func TestASaveThatFailsLeavesTheDraft(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	p := &patient{d.Store, true}
	d.App = tui.New(p, d.Settings(), tui.Options{Lang: label.ZH, NoColor: true})
	d.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	kittest.Run(d, d.App.Init())
	d.Press("down", "ctrl+l")
	d.Write("说到一半")
	d.Press("ctrl+s")
	d.Sees("说到一半")
	d.App.KeepDrafts()
	if !strings.Contains(d.Draft("log/2"), "说到一半") {
		t.Error("nothing was kept")
	}
	p.fail = false
	d.Press("ctrl+s", "ctrl+s")
	d.Sees("已记录 刘女士")
	if kept := d.Draft("log/2"); kept != "" {
		t.Errorf("the draft stays: %q", kept)
	}
}

func TestASaveInAHurryIsOne(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l")
	d.Write("只说一次")
	first, second := d.Update(kittest.Key("ctrl+s")), d.Update(kittest.Key("ctrl+s"))
	kittest.Run(d, tea.Sequence(first, second))
	list, err := d.Store.Entries(t.Context(), 2, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 3 {
		t.Errorf("there are %d entries, not 3", len(list))
	}
}

func TestADraftHoldsNoSuggestions(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l", "tab", "tab", "tab", "tab", "tab", "right") // another grade: another day is suggested
	d.Sees("2026-11-30")
	d.Press("esc")
	fields, err := d.Store.Draft(t.Context(), "log/2")
	if err != nil || fields["grade"] != string(model.GradeB) {
		t.Fatalf("kept %v, %v", fields, err)
	}
	if _, ok := fields["next_on"]; ok {
		t.Errorf("the suggested day is kept as typed: %v", fields)
	}
}

// The forms that are about no one record: each is offered what was typed in it,
// and nothing else is put over what stands there by then.
func TestEveryFormIsOfferedAgainAfterTheProgramIsKilled(t *testing.T) {
	for _, tt := range []struct {
		form, typed string
		open        []string
	}{
		{"settings", "恒基照明", []string{"ctrl+g"}}, {"import", "/tmp/客户.csv", []string{"ctrl+o"}},
	} {
		d := openDesk(t, label.ZH, 120, 40, samples)
		d.Press(tt.open...)
		d.Write(tt.typed)
		d.App.KeepDrafts() // as the clock does; what follows comes without a word
		if kept := d.Draft(tt.form); !strings.Contains(kept, tt.typed) || strings.Contains(kept, "cadence") {
			t.Errorf("%s keeps %q", tt.form, kept)
		}
		if _, err := d.Store.ChangeSettings(t.Context(), map[string]string{"cadence_b": "9"}); err != nil {
			t.Fatal(err)
		}
		restart(d, label.ZH, 120, 40)
		d.Press(tt.open...)
		d.Sees("恢复草稿?", tt.typed)
		if strings.Count(d.Screen(), tt.typed) != 1 {
			t.Errorf("%s is put back unasked:\n%s", tt.form, d.Screen())
		}
		d.Press("ctrl+r")
		d.Lacks("恢复草稿?")
		d.Sees(tt.typed)
		d.Press("ctrl+s")
		if set := d.Settings(); set.CadenceB != 9 || tt.form == "settings" && (set.CompanyName != tt.typed || d.Draft(tt.form) != "") {
			t.Errorf("%s: %q, %d days, draft %q", tt.form, set.CompanyName, set.CadenceB, d.Draft(tt.form))
		}
	}
}

func TestSettingsThatAreLeftUnsavedAreNotOffered(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("ctrl+g")
	d.Write("恒基")
	d.App.KeepDrafts()
	d.Press("esc", "right", "enter")
	if kept := d.Draft("settings"); kept != "" {
		t.Errorf("kept %q", kept)
	}
}
