package customers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/test"
)

// Q shows the phone and the card to a camera: not where private data is masked,
// before the person says so, and not where the window has no room.
func TestTheRowsPhoneIsScanned(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	d := test.Open(t, label.ZH, 80, 24, model.Customer{Name: "董先生", Phones: "15935946108", FilledOn: "2026-11-20"})
	d.Press("2", "Q")
	d.Sees("拨打  董先生  1/2", "█▀▀▀▀▀█", "15935946108")
	d.Press("right")
	d.Sees("存名片  董先生  2/2")
	d.Press("x", "enter")
	page, err := os.ReadFile(filepath.Join(home, "董先生-存名片.html"))
	if err != nil || !strings.Contains(string(page), "<svg") || !strings.Contains(string(page), "董先生") {
		t.Errorf("%v %.80s", err, page)
	}
	d.Press("esc", "f9", "Q")
	d.Sees("遮住")
	d.Lacks("█▀▀▀▀▀█")
	d.Press("enter")
	d.Sees("█▀▀▀▀▀█")
	d.Press("esc")
	small := test.Open(t, label.EN, 80, 15, model.Customer{Name: "董先生", Phones: "15935946108", FilledOn: "2026-11-20"})
	small.Press("2", "Q")
	small.Sees("the window is too small")
	small.Press("esc")
	none := test.Open(t, label.EN, 80, 24, model.Customer{Name: "董先生", FilledOn: "2026-11-20"})
	none.Press("2", "Q")
	none.Sees("there is no phone")
}
