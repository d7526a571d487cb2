package ask

import (
	"context"
	"maps"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"

	"genjin/tui/words"
)

// drawer keeps drafts in memory.
type drawer map[string]map[string]string

func (d drawer) Draft(_ context.Context, form string) (map[string]string, error) { return d[form], nil }

func (d drawer) KeepDraft(_ context.Context, form string, fields map[string]string) error {
	if len(fields) == 0 {
		delete(d, form)
	} else {
		d[form] = maps.Clone(fields)
	}
	return nil
}

func newDraft(d drawer) *Draft {
	words := words.Of(label.ZH)
	draft := NewDraft(&words, desk{drawer: d}, "log/1")
	draft.Take(draft.Read()())
	return draft
}

func say(text string) map[string]string { return map[string]string{"situation": text} }

func TestTypingWithoutAPauseIsKept(t *testing.T) {
	if draftEvery > 2*time.Second {
		t.Errorf("a draft may lack %v", draftEvery)
	}
	d := drawer{}
	draft := newDraft(d)
	if draft.Typed(say("一"), nil) == nil {
		t.Fatal("nothing is going to be kept")
	}
	if draft.Typed(say("一二"), nil) != nil {
		t.Error("a key puts the keeping off")
	}
	if !draft.Due(draftDue{draft}) || draft.Due(draftDue{newDraft(d)}) {
		t.Error("the time to keep is not known")
	}
	run(draft.Keep(say("一二"), nil, ""))
	if d["log/1"]["situation"] != "一二" {
		t.Errorf("kept %v", d)
	}
	if draft.Typed(say("一二"), nil) != nil || draft.Typed(say("一二三"), nil) == nil {
		t.Error("what is kept is kept again, or what follows is not")
	}
}

func run(cmd tea.Cmd) {
	if cmd != nil {
		cmd()
	}
}

func TestADraftUnderWayDoesNotOutliveTheSave(t *testing.T) {
	d := drawer{}
	draft := newDraft(d)
	slow := draft.Keep(say("一"), nil, "")
	if err := draft.Forget(t.Context()); err != nil {
		t.Fatal(err)
	}
	run(slow)
	if len(d) != 0 {
		t.Errorf("the draft is back: %v", d)
	}
}

func TestADraftKeepsWhatStoodThere(t *testing.T) {
	d := drawer{}
	run(newDraft(d).Keep(say("二"), say("一"), ""))
	again := newDraft(d)
	if len(again.Offered()) == 0 {
		t.Fatal("it is not offered")
	}
	typed, before := again.Back()
	if !maps.Equal(typed, say("二")) || !maps.Equal(before, say("一")) || len(again.Offered()) != 0 {
		t.Errorf("back come %v over %v", typed, before)
	}
}

func TestAnEmptiedFormHasNoDraft(t *testing.T) {
	d := drawer{}
	draft := newDraft(d)
	run(draft.Keep(say("一"), nil, ""))
	run(draft.Keep(nil, nil, ""))
	if len(d) != 0 {
		t.Errorf("kept %v", d)
	}
}

// What was left is looked for first: until then nothing is written over it.
func TestNothingIsKeptBeforeTheDraftWasRead(t *testing.T) {
	d := drawer{"log/1": say("昨天的")}
	words := words.Of(label.ZH)
	unread, other := NewDraft(&words, desk{drawer: d}, "log/1"), NewDraft(&words, desk{drawer: d}, "log/2")
	if unread.Take(other.Read()()) {
		t.Error("it takes what is another form's")
	}
	run(unread.Keep(say("今天的"), nil, ""))
	if d["log/1"]["situation"] != "昨天的" {
		t.Errorf("kept %v", d)
	}
}

func TestAFormWithoutAnythingTypedSaysNothingOfADraft(t *testing.T) {
	if cmd := newDraft(drawer{}).Keep(nil, nil, "草稿已保留"); cmd != nil {
		t.Errorf("it says %v", cmd())
	}
}
