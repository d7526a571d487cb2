package ask

import (
	"context"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
	"genjin/tui/words"
)

// desk keeps drafts and nothing else.
type desk struct {
	model.Desk
	drawer
}

func (d desk) Draft(ctx context.Context, form string) (map[string]string, error) {
	return d.drawer.Draft(ctx, form)
}

func (d desk) KeepDraft(ctx context.Context, form string, fields map[string]string) error {
	return d.drawer.KeepDraft(ctx, form, fields)
}

func newEditor(drafts drawer) *Editor {
	words := words.Of(label.ZH)
	return NewEditor(kittest.Env(), &words, desk{drawer: drafts}, "t", "entry", "log/1",
		[]kit.Field{{Code: "situation", Label: "情况"}, {Code: "secret", Label: "口令", Kind: kit.SecretField}})
}

func TestWhatIsPastedIsGoingToBeKept(t *testing.T) {
	for name, msg := range map[string]tea.Msg{"a key": kittest.Type("来电"), "a paste": kittest.Paste("来电")} {
		e := newEditor(drawer{})
		kittest.Start(e)
		kittest.Drain(e, msg)
		if typed, before := e.typed(); e.draft.Typed(typed, before) != nil {
			t.Errorf("%s does not start the time after which a draft is kept", name)
		}
	}
}

func TestAFormIsSavedOnceHoweverOftenItIsAsked(t *testing.T) {
	drafts := drawer{}
	e := newEditor(drafts)
	saves, fault := 0, errors.New("the disk is full")
	e.Save = func(context.Context, map[string]string, string) (Done, error) {
		saves++
		return Done{}, fault
	}
	kittest.Start(e)
	kittest.Drain(e, kittest.Type("来电"))
	for round, want := range []int{1, 2} {
		first := e.Update(kittest.Key("ctrl+s"))
		second := e.Update(kittest.Key("ctrl+s")) // before the first has been answered
		kittest.Run(e, first)
		kittest.Run(e, second)
		if saves != want {
			t.Errorf("asked twice, saved %d times", saves)
		}
		if kept := drafts["log/1"] != nil; round == 1 && kept {
			t.Error("the draft stays after saving")
		}
		fault = nil // after a fault it can be saved again
		kittest.Run(e, e.Keep())
	}
}

func TestAFormLeftWhileItIsSavedKeepsNoDraft(t *testing.T) {
	drafts := drawer{}
	e := newEditor(drafts)
	e.Save = func(context.Context, map[string]string, string) (Done, error) { return Done{}, nil }
	kittest.Start(e)
	kittest.Drain(e, kittest.Type("来电"))
	save, leave := e.Update(kittest.Key("ctrl+s")), e.Update(kittest.Key("esc"))
	closed, ok := kittest.Find[kit.CloseDialog](kittest.Run(e, leave))
	if !ok {
		t.Fatal("it isn't left")
	}
	if said, ok := kittest.Find[kit.Notice](kittest.Run(e, closed.Then)); ok {
		t.Errorf("it says %q of what is being saved", said.Text)
	}
	kittest.Run(e, save)
	if len(drafts) != 0 {
		t.Errorf("kept %v", drafts)
	}
}

func TestADraftOverWhatNobodyChangedComesBackWithoutARemark(t *testing.T) {
	drafts := drawer{}
	e := newEditor(drafts)
	kittest.Start(e)
	kittest.Drain(e, kittest.Type("来电"))
	kittest.Run(e, e.Keep())
	again := newEditor(drafts)
	kittest.Start(again)
	said, ok := kittest.Find[kit.Notice](kittest.Drain(again, kittest.Key("ctrl+r")))
	if want := words.Of(label.ZH).Card.DraftBack; !ok || said.Text != want || again.Form.Value("situation") != "来电" {
		t.Errorf("it says %q, not %q, of %q", said.Text, want, again.Form.Value("situation"))
	}
}

func TestWhatNobodyMaySeeIsInNoDraft(t *testing.T) {
	drafts := drawer{}
	e := newEditor(drafts)
	kittest.Start(e)
	kittest.Drain(e, kittest.Type("来电"), kittest.Key("tab"), kittest.Type("sesame"))
	kittest.Run(e, e.Keep())
	if kept := drafts["log/1"]; kept["situation"] != "来电" || kept["secret"] != "" {
		t.Errorf("kept %v", kept)
	}
}

// A form that stands over another one is answered alone.
func TestWhatAnotherFormSavedClosesThisOneNot(t *testing.T) {
	e, other := newEditor(drawer{}), newEditor(drawer{})
	if cmd := e.Update(saved{editor: other}); cmd != nil {
		t.Errorf("it answers %v", cmd())
	}
}

// Where both changed a field in the same way nothing is left to say.
func TestADraftThatSaysWhatIsThereNowHasNoRemark(t *testing.T) {
	drafts := drawer{"log/1": {"situation": "来电", was + "situation": "短信"}}
	e := newEditor(drafts)
	e.Form.SetValue("situation", "来电")
	kittest.Start(e)
	said, ok := kittest.Find[kit.Notice](kittest.Drain(e, kittest.Key("ctrl+r")))
	if want := words.Of(label.ZH).Card.DraftBack; !ok || said.Text != want {
		t.Errorf("it says %q, not %q", said.Text, want)
	}
}
