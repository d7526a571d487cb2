package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

func entries() []kit.Entry {
	english := map[string]string{"log": "Log contact", "pay": "Record payment", "snooze": "Snooze", "archive": "Archive",
		"search": "Search", "undo": "Undo"}
	var out []kit.Entry
	for _, a := range rowActions() {
		out = append(out, kit.Entry{Action: a, Aliases: []string{english[a.ID]}})
	}
	return append(out, kit.Entry{Action: kit.Action{ID: "bank", Name: "银行流水对账", Do: does("bank")},
		Aliases: []string{"Reconcile bank statement"}})
}

func TestPaletteFinds(t *testing.T) {
	for _, tc := range []struct{ typed, want string }{
		{"记录", "log"}, {"跟进", "log"}, {"jilugenjin", "log"}, {"jlgj", "log"}, {"jilug", "log"}, {"jl gj", "log"},
		{"gj", "log"}, {"genj", "log"}, {"shunyan", "snooze"}, {"SY", "snooze"}, {"snoo", "snooze"}, {"Log", "log"},
		{"chaxun", ""}, {"cz", "search"}, {"search", "search"}, {"yinhang", "bank"}, {"yhls", "bank"}, {"liushui", "bank"},
		{"statement", "bank"}, {"顺延", "snooze"}, {"xyz", ""},
	} {
		t.Run(tc.typed, func(t *testing.T) {
			env := kittest.Env()
			host := kittest.NewHost(env, &desk{}, 80, 24)
			kittest.Drain(host, kit.OpenDialog{Dialog: kit.NewPalette(env, entries())}, kittest.Type(tc.typed))
			ran, _ := kittest.Find[did](kittest.Drain(host, kittest.Key("enter")))
			if ran.id != tc.want {
				view, _ := host.View()
				t.Errorf("did %q, not %q:\n%s", ran.id, tc.want, ansi.Strip(view))
			}
		})
	}
}

func TestPaletteBestFirst(t *testing.T) {
	env := kittest.Env()
	var list []kit.Entry
	for _, name := range []string{"客户导出", "导出", "报表导出", "到处查"} {
		list = append(list, kit.Entry{Action: kit.Action{ID: name, Name: name, Do: does(name)}})
	}
	p := kit.NewPalette(env, list)
	kittest.Drain(p, kittest.Type("导出"))
	view := kittest.RenderDialog(p, 80, 24)
	if !strings.Contains(view, "> 导出") || strings.Contains(view, "到处查") {
		t.Errorf("the best is not first:\n%s", view)
	}
}

func TestPaletteKeys(t *testing.T) {
	env := kittest.Env()
	for _, tc := range []struct {
		name string
		msgs []tea.Msg
		want string
		open bool
	}{
		{"enter does the first", kittest.Keys("enter"), "log", false},
		{"down", kittest.Keys("down", "down", "enter"), "snooze", false},
		{"what can't be done says why", kittest.Keys("down", "enter"), "没有欠款", true},
		{"esc", kittest.Keys("esc"), "", false},
		{"digits are text", kittest.Keys("2", "enter"), "", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			host := kittest.NewHost(env, &desk{}, 80, 24)
			kittest.Drain(host, kit.OpenDialog{Dialog: kit.NewPalette(env, entries())})
			seen := kittest.Drain(host, tc.msgs...)
			ran, _ := kittest.Find[did](seen)
			said, _ := kittest.Find[kit.Notice](seen)
			if ran.id+said.Text != tc.want || (host.Dialogs.Len() > 0) != tc.open {
				t.Errorf("did %q, said %q, open %v", ran.id, said.Text, host.Dialogs.Len() > 0)
			}
		})
	}
}

func TestPaletteSaysThatNothingFits(t *testing.T) {
	p := kit.NewPalette(kittest.Env(), entries())
	before := strings.Count(kittest.RenderDialog(p, 80, 24), "\n")
	kittest.Drain(p, kittest.Type("没有的东西"))
	view := kittest.RenderDialog(p, 80, 24)
	if !strings.Contains(view, "没有这样的命令") {
		t.Errorf("says nothing:\n%s", view)
	}
	if after := strings.Count(view, "\n"); after != before {
		t.Errorf("the box went from %d to %d lines", before, after)
	}
}

func BenchmarkPaletteFilter(b *testing.B) {
	var list []kit.Entry
	for i := range 200 {
		for _, e := range entries() {
			e.Action.Name = fmt.Sprint(e.Action.Name, i)
			list = append(list, e)
		}
	}
	p := kit.NewPalette(kittest.Env(), list)
	b.ReportAllocs()
	for b.Loop() {
		p.Update(kittest.Type("yinhang"))
		p.Update(kittest.Key("ctrl+u"))
	}
}

func BenchmarkPaletteOpen(b *testing.B) {
	list := entries()
	for len(list) < 100 {
		list = append(list, list...)
	}
	b.ReportAllocs()
	for b.Loop() {
		kit.NewPalette(kittest.Env(), list[:100])
	}
}
