package ask_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/ask"
	"genjin/tui/words"
)

type chosen struct{ name string }

func dialog(t *testing.T) *ask.CustomerDialog {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), "genjin.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, name := range []string{"董先生", "周敏", "欧阳静", "佛山恒基板材有限公司", "刘一", "刘二", "刘三", "刘四", "刘五", "刘六", "刘七", "刘八", "刘九"} {
		if _, err := st.AddCustomer(ctx, model.Customer{Name: name, Phones: "15935946108"}); err != nil {
			t.Fatal(err)
		}
	}
	words := words.Of(label.ZH)
	d := ask.NewCustomer(kittest.Env(), &words, st, "哪位客户", func(c model.Customer) tea.Cmd {
		return func() tea.Msg { return chosen{c.Name} }
	})
	kittest.Start(d)
	return d
}

// picked is whose the keys after a search choose.
func picked(t *testing.T, text string, keys ...string) string {
	t.Helper()
	d := dialog(t)
	host := kittest.NewHost(kittest.Env(), nothing{}, 80, 24)
	kittest.Run(host, host.Dialogs.Push(d))
	if text != "" {
		kittest.Drain(host, kittest.Type(text))
	}
	seen := kittest.Drain(host, kittest.Keys(keys...)...)
	c, _ := kittest.Find[chosen](seen)
	return c.name
}

// nothing is a screen with nothing on it.
type nothing struct{}

func (nothing) Init() tea.Cmd               { return nil }
func (nothing) Update(tea.Msg) tea.Cmd      { return nil }
func (nothing) View() (string, *tea.Cursor) { return "", nil }
func (nothing) SetSize(int, int)            {}
func (nothing) Actions() []kit.Action       { return nil }
func (nothing) Editing() bool               { return false }
func (nothing) Reload() tea.Cmd             { return nil }
func (nothing) Retranslate()                {}
func (nothing) Count() int                  { return 0 }

func TestTheCustomerIsFoundAsOneTypes(t *testing.T) {
	for _, tc := range []struct {
		text string
		keys []string
		want string
	}{
		{"oyj", []string{"enter"}, "欧阳静"},
		{"佛山", []string{"enter"}, "佛山恒基板材有限公司"},
		{"zhoumin", []string{"enter"}, "周敏"},
		{"没有这个人", []string{"enter"}, ""},
		{"oyj", []string{"down", "up", "enter"}, "欧阳静"},
		{"oyj", []string{"esc"}, ""},
	} {
		if got := picked(t, tc.text, tc.keys...); got != tc.want {
			t.Errorf("%q %v is %q, not %q", tc.text, tc.keys, got, tc.want)
		}
	}
}

func TestMoreThanFitAreSaid(t *testing.T) {
	d := dialog(t)
	kittest.Drain(d, kittest.Type("刘"))
	if view := kittest.RenderDialog(d, 80, 24); !strings.Contains(view, "...") || !strings.Contains(view, "刘") {
		t.Errorf("nothing says that there are more:\n%s", view)
	}
}
