package kit_test

import (
	"context"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

func TestALateAnswerIsDroppedAndItsReadGivenUp(t *testing.T) {
	var l kit.Load[int]
	var given error
	first := l.Run(func(ctx context.Context) (int, error) {
		given = ctx.Err()
		return 1, nil
	})
	second := l.Run(func(context.Context) (int, error) { return 2, nil })
	late := first()
	if !errors.Is(given, context.Canceled) {
		t.Errorf("what was asked before is still read: %v", given)
	}
	if n, _, ok := l.Take(late); ok {
		t.Errorf("the late %d is taken", n)
	}
	if !l.Busy() {
		t.Error("nothing is being read any more")
	}
	if n, err, ok := l.Take(second()); !ok || n != 2 || err != nil {
		t.Errorf("%d %v %v", n, err, ok)
	}
	var other kit.Load[int]
	if _, _, ok := other.Take(l.Run(func(context.Context) (int, error) { return 3, nil })()); ok {
		t.Error("another load's answer is taken")
	}
}

func TestAPaneInTheDarkReadsWhenItIsNeeded(t *testing.T) {
	reads := 0
	p := kit.NewPane(kittest.Env(), func(_ context.Context, key int) (string, error) {
		reads++
		return map[int]string{7: "seven", 8: "eight"}[key], nil
	})
	p.Draw = func(d *string, _ int) ([]string, []kit.Section) { return nil, nil }
	p.SetBox(kit.Box{W: 20, H: 5})
	p.Light(false)
	if cmd := p.Show(7); cmd != nil || p.Data() != nil {
		t.Error("it reads what nobody sees")
	}
	said := ""
	run := func(cmd tea.Cmd) { p.Update(cmd()) }
	run(p.Ready(func() tea.Cmd {
		said = *p.Data()
		return nil
	}))
	if said != "seven" || reads != 1 {
		t.Errorf("%q after %d reads", said, reads)
	}
	p.Show(8)
	run(p.Light(true))
	if d := p.Data(); d == nil || *d != "eight" || reads != 2 {
		t.Errorf("%v after %d reads", d, reads)
	}
}
