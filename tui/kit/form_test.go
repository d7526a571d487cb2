package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

var methods = []kit.Option{
	{Code: "phone", Label: "电话"}, {Code: "visit", Label: "上门"}, {Code: "invite", Label: "邀约"},
	{Code: "store", Label: "进店"}, {Code: "wechat", Label: "微信"}, {Code: "sms", Label: "短信"}, {Code: "other", Label: "其他"},
}

var results = []kit.Option{
	{Code: "reached", Label: "已联系"}, {Code: "no_answer", Label: "未接通"}, {Code: "refused", Label: "拒绝"},
}

// readDate knows one date.
func readDate(text string) (echo, problem string) {
	switch text {
	case "":
		return "", ""
	case "11-24":
		return "周二 (A级:每日)", ""
	default:
		return "", "日期看不懂：写成 3d、周五、12-8 或 明天"
	}
}

// contactPrompt is the dialog that logs a contact.
func contactPrompt(env *kit.Env) *kit.Prompt {
	return kit.NewPrompt(env, "记录跟进  刘女士  A级", []kit.Field{
		{Code: "method", Label: "方式", Kind: kit.ChoiceField, Options: methods, Value: "phone"},
		{Code: "result", Label: "结果", Kind: kit.ChoiceField, Options: results, Half: true},
		{Code: "next_method", Label: "下次方式", Kind: kit.ChoiceField, Options: methods, Optional: true},
		{Code: "situation", Label: "情况", Kind: kit.NoteField, MinRows: 2, MaxRows: 4, Placeholder: "说了什么"},
		{Code: "problem", Label: "问题"},
		{Code: "solution", Label: "解决方案", Placeholder: "怎么办"},
		{Code: "next_on", Label: "下次", Section: "计划", Half: true, Width: 10, Value: "11-24", Check: readDate},
		{Code: "next_action", Label: "事项", Value: "确认来店时间", MaxLen: 10},
	}, nil)
}

// leftOf is what stands on the cursor's line left of the cursor.
func leftOf(term *kittest.Terminal) string {
	x, y, shown := term.Cursor()
	if !shown {
		return "(no cursor)"
	}
	var b strings.Builder
	for i := range x {
		b.WriteString(term.Cell(i, y))
	}
	return b.String()
}

func TestFormGolden(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"form_80x24", 80, 24}, {"form_120x40", 120, 40}, {"form_44x14", 44, 14}} {
		t.Run(size.name, func(t *testing.T) {
			p := contactPrompt(kittest.Env())
			stack := kit.NewStack(kittest.Env())
			stack.Push(p)
			kittest.Drain(p, append(kittest.Keys("tab", "tab", "tab"), kittest.Type("同意36期方案,月底前来订车"))...)
			view, cursor := stack.Draw("", size.w, size.h, nil)
			kittest.Sized(t, view, size.w, size.h)
			kittest.Golden(t, size.name, view)
			term := kittest.Draw(view, cursor, size.w, size.h)
			if !strings.HasSuffix(leftOf(term), "月底前来订车") {
				t.Errorf("left of the cursor stands %q", leftOf(term))
			}
		})
	}
}

func TestFormKeysBetweenFields(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []string
		want string
	}{
		{"tab goes on", []string{"tab"}, "result"},
		{"enter goes on", []string{"enter"}, "result"},
		{"down goes on", []string{"down"}, "result"},
		{"up stays at the first", []string{"up"}, "method"},
		{"shift+tab goes around to the last", []string{"shift+tab"}, "next_action"},
		{"tab goes around to the first", []string{"shift+tab", "tab"}, "method"},
		{"down stays at the last", []string{"shift+tab", "down"}, "next_action"},
		{"enter leaves a note", []string{"tab", "tab", "tab", "enter"}, "problem"},
		{"down leaves an empty note", []string{"tab", "tab", "tab", "down"}, "problem"},
		{"up leaves an empty note", []string{"tab", "tab", "tab", "up"}, "next_method"},
		{"down stays in a note of two lines", []string{"tab", "tab", "tab", "a", "ctrl+j", "b", "up", "down"}, "situation"},
		{"and leaves it from the second", []string{"tab", "tab", "tab", "a", "alt+enter", "b", "down"}, "problem"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			form := contactPrompt(kittest.Env()).Form
			form.View(74, 20)
			kittest.Drain(form, kittest.Keys(tc.keys...)...)
			if got := form.Focused(); got != tc.want {
				t.Errorf("the focus is on %s, not %s", got, tc.want)
			}
		})
	}
}

func TestFormNoteTakesNewLines(t *testing.T) {
	form := contactPrompt(kittest.Env()).Form
	form.Focus("situation")
	kittest.Drain(form, kittest.Type("第一行"), kittest.Key("alt+enter"), kittest.Type("第二行"), kittest.Key("ctrl+j"), kittest.Type("三"))
	if got := form.Value("situation"); got != "第一行\n第二行\n三" {
		t.Errorf("the note is %q", got)
	}
}

func TestFormSubmitAndCancel(t *testing.T) {
	type saved struct{ action string }
	type left struct{}
	setup := func() *kit.Form {
		form := contactPrompt(kittest.Env()).Form
		form.OnSubmit = func(v map[string]string) tea.Cmd { return kit.Cmd(saved{v["next_action"]}) }
		form.OnCancel = func() tea.Cmd { return kit.Cmd(left{}) }
		return form
	}
	t.Run("ctrl+s saves from any field", func(t *testing.T) {
		if !kittest.Has(kittest.Drain(setup(), kittest.Key("ctrl+s")), saved{"确认来店时间"}) {
			t.Error("nothing was submitted")
		}
	})
	t.Run("enter saves from the last field", func(t *testing.T) {
		if !kittest.Has(kittest.Drain(setup(), kittest.Keys("shift+tab", "enter")...), saved{"确认来店时间"}) {
			t.Error("nothing was submitted")
		}
	})
	t.Run("esc leaves", func(t *testing.T) {
		if !kittest.Has(kittest.Drain(setup(), kittest.Key("esc")), left{}) {
			t.Error("the form was not left")
		}
	})
	t.Run("a field that can't be taken gets the focus and keeps its text", func(t *testing.T) {
		form := setup()
		form.Focus("next_on")
		kittest.Drain(form, kittest.Key("ctrl+u"), kittest.Type("下下"))
		form.Focus("method")
		if seen := kittest.Drain(form, kittest.Key("ctrl+s")); len(seen) > 0 {
			t.Errorf("submitted: %v", seen)
		}
		if form.Focused() != "next_on" || form.Value("next_on") != "下下" {
			t.Errorf("focus %s, text %q", form.Focused(), form.Value("next_on"))
		}
		if view, _ := form.View(74, 20); !strings.Contains(view, "日期看不懂：写成 3d、周五、12-8 或 明天") {
			t.Errorf("the reason is not said in full:\n%s", view)
		}
	})
}

func TestFormTouchedAndSuggested(t *testing.T) {
	form := contactPrompt(kittest.Env()).Form
	var changed []string
	form.OnChange = func(code string) { changed = append(changed, code) }
	if form.Dirty() {
		t.Error("a new form is dirty")
	}
	if !form.Suggest("next_action", "送脚垫") || form.Value("next_action") != "送脚垫" {
		t.Error("a suggestion for an untouched field was not taken")
	}
	if form.Touched("next_action") {
		t.Error("a suggestion counts as the person's own edit")
	}
	form.Focus("next_action")
	kittest.Drain(form, kittest.Type("和发票"))
	if !form.Touched("next_action") || !form.Dirty() {
		t.Error("the edit was not noticed")
	}
	if form.Suggest("next_action", "别的") || form.Value("next_action") != "送脚垫和发票" {
		t.Error("a suggestion overwrote what the person typed")
	}
	if len(changed) != 1 || changed[0] != "next_action" {
		t.Errorf("OnChange told %v", changed)
	}
	kittest.Drain(form, kittest.Keys("left", "right")...)
	if len(changed) != 1 {
		t.Error("moving the cursor counts as a change")
	}
	form.SetValue("next_action", "定了")
	if form.Value("next_action") != "定了" {
		t.Error("the owner can't force a value")
	}
}

func TestFormRestoresADraft(t *testing.T) {
	form := contactPrompt(kittest.Env()).Form
	form.Focus("problem")
	kittest.Drain(form, kittest.Type("要求送脚垫"))
	draft := form.Values()
	again := contactPrompt(kittest.Env()).Form
	again.Restore(draft)
	if again.Value("problem") != "要求送脚垫" || !again.Touched("problem") || again.Touched("method") {
		t.Errorf("the draft came back as %v", again.Values())
	}
}

func TestFormErrorsFromOutside(t *testing.T) {
	form := contactPrompt(kittest.Env()).Form
	form.SetError("problem", "太长")
	if form.Focused() != "problem" || form.Error("problem") != "太长" {
		t.Errorf("focus %s, error %q", form.Focused(), form.Error("problem"))
	}
	form.SetError("no_such", "别处改过了")
	kittest.Drain(form, kittest.Key("tab"))
	if view, _ := form.View(74, 20); !strings.Contains(view, "别处改过了") || !strings.Contains(view, "!") {
		t.Errorf("the errors are not seen:\n%s", view)
	}
	form.Focus("problem")
	kittest.Drain(form, kittest.Type("短"))
	if form.Error("problem") != "" {
		t.Error("the error stays after an edit")
	}
}

func TestFormScrollsToTheFocus(t *testing.T) {
	var fields []kit.Field
	for _, r := range "甲乙丙丁戊己庚辛壬癸" {
		fields = append(fields, kit.Field{Code: string(r), Label: string(r), Value: "值" + string(r)})
	}
	form := kit.NewForm(kittest.Env(), fields)
	for _, field := range append(fields[1:], fields[0]) {
		kittest.Drain(form, kittest.Key("tab"))
		view, cursor := form.View(30, 4)
		kittest.Sized(t, view, 30, 4)
		term := kittest.Draw(view, cursor, 30, 4)
		if !strings.HasSuffix(leftOf(term), field.Value) {
			t.Errorf("on %s the cursor stands after %q", field.Code, leftOf(term))
		}
	}
}

func TestFormAtEverySize(t *testing.T) {
	for w := 1; w <= 90; w++ {
		for _, h := range []int{1, 2, 5, 20} {
			form := contactPrompt(kittest.Env()).Form
			form.Focus("situation")
			view, cursor := form.View(w, h)
			kittest.Sized(t, view, w, h)
			if cursor != nil && (cursor.X < 0 || cursor.X >= w || cursor.Y < 0 || cursor.Y >= h) {
				t.Errorf("at %d×%d the cursor stands at %d,%d", w, h, cursor.X, cursor.Y)
			}
		}
	}
}

func TestTheRestOfAFormIsReplacedAndReadAgain(t *testing.T) {
	limit := "5"
	check := func(text string) (string, string) {
		if text > limit {
			return "", "more than " + limit
		}
		return "", ""
	}
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "a", Label: "A"}})
	f.SetRest(1, []kit.Field{{Code: "b", Label: "B", Value: "7", Check: check}, {Code: "c", Label: "C"}})
	if f.Value("b") != "7" || f.Error("b") != "more than 5" {
		t.Errorf("b is %q, %q", f.Value("b"), f.Error("b"))
	}
	limit = "9"
	f.Recheck()
	if f.Error("b") != "" {
		t.Errorf("b is still refused: %s", f.Error("b"))
	}
	f.Focus("c")
	f.SetRest(1, nil)
	if f.Focused() != "a" || f.Value("b") != "" {
		t.Errorf("the focus is on %q, b is %q", f.Focused(), f.Value("b"))
	}
	f.SetRest(0, []kit.Field{{Code: "d", Label: "D"}})
	kittest.Drain(f, kittest.Type("x"))
	if f.Focused() != "d" || f.Value("d") != "x" {
		t.Errorf("the focus is on %q, d is %q", f.Focused(), f.Value("d"))
	}
}

// What is suggested of an amount or a date gives way to what is typed, unless
// a cursor key says that it is to be edited.
func TestAFieldThatIsTypedAnew(t *testing.T) {
	for _, tt := range []struct {
		keys []tea.Msg
		want string
	}{
		{kittest.TypeEach("1.5万"), "1.5万"},
		{[]tea.Msg{tea.PasteMsg{Content: "800"}}, "800"},
		{append(kittest.Keys("end"), kittest.TypeEach("5")...), "9,000.085"},
		{append(kittest.Keys("left"), kittest.TypeEach("5")...), "9,000.058"},
		{append(kittest.Keys("backspace"), kittest.TypeEach("9")...), "9,000.09"},
		{append(append(kittest.TypeEach("1"), kittest.Keys("tab", "shift+tab")...), kittest.TypeEach("2")...), "12"},
		{append(kittest.Keys("tab", "shift+tab"), kittest.TypeEach("2")...), "2"},
	} {
		form := kit.NewForm(kittest.Env(), []kit.Field{{Code: "amount", Label: "金额", Value: "9,000.08", Anew: true},
			{Code: "remark", Label: "备注", Value: "x"}})
		kittest.Drain(form, tt.keys...)
		if got := form.Value("amount"); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
		kittest.Drain(form, append(kittest.Keys("tab"), kittest.TypeEach("y")...)...)
		if got := form.Value("remark"); got != "xy" {
			t.Errorf("another field became %q", got)
		}
	}
}

// TestRareFieldsAreShownWhenAsked: they stay out of the way, keep what was typed
// into them, and one that is refused comes into sight.
func TestRareFieldsAreShownWhenAsked(t *testing.T) {
	p := kit.NewPrompt(kittest.Env(), "记录跟进", []kit.Field{
		{Code: "said", Label: "情况"}, {Code: "method", Label: "下次方式", Rare: true}, {Code: "next", Label: "下次"},
		{Code: "at", Label: "时间", Rare: true},
	}, nil)
	p.Head = func(int) []string { return []string{" 上次11-18:同意36期"} }
	shows := func(want, lacks []string) {
		t.Helper()
		view := kittest.RenderDialog(p, 60, 16)
		for _, text := range want {
			if !strings.Contains(view, text) {
				t.Errorf("%s isn't shown:\n%s", text, view)
			}
		}
		for _, text := range lacks {
			if strings.Contains(view, text) {
				t.Errorf("%s is shown:\n%s", text, view)
			}
		}
	}
	shows([]string{"上次11-18", "情况", "下次"}, []string{"下次方式", "时间"})
	kittest.Drain(p, kittest.Keys("tab")...)
	if p.Form.Focused() != "next" {
		t.Errorf("tab went to %s", p.Form.Focused())
	}
	kittest.Drain(p, kittest.Keys("f5", "tab")...)
	kittest.Drain(p, kittest.Type("10:00"))
	shows([]string{"下次方式", "时间", "10:00"}, nil)
	kittest.Drain(p, kittest.Keys("f5")...)
	shows([]string{"时间", "10:00"}, []string{"下次方式"})
	p.Form.SetError("method", "没有这种方式")
	shows([]string{"下次方式"}, nil)
	if got := p.Form.Values(); got["at"] != "10:00" || len(got) != 4 {
		t.Errorf("the form holds %v", got)
	}
}

// What is wrong with a form is said whole, in as many lines as that takes.
func TestWhatIsWrongIsNotCut(t *testing.T) {
	const problem = "the template has names that are unknown: Sheet1!A4 nonsense; nothing was written"
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "path", Label: "Template"}})
	f.SetError("path", problem)
	for _, draw := range []func() (string, *tea.Cursor){
		func() (string, *tea.Cursor) { return f.ViewUpTo(40, 12) }, func() (string, *tea.Cursor) { return f.View(40, 6) },
	} {
		view, _ := draw()
		if said := strings.Join(strings.Fields(ansi.Strip(view)), " "); !strings.Contains(said, problem) {
			t.Errorf("cut:\n%s", view)
		}
	}
}
