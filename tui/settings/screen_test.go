package settings_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

var liu = model.Customer{
	Name: "刘女士", Gender: model.Female, Grade: model.GradeB, Phones: "138 0013 8000", Address: "广东省佛山市禅城区汾江路1号", FilledOn: "2026-11-20",
	Interest: "X7,爱人电话13900139000",
}

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{"settings": {"ctrl+g"}, "settings-end": {"ctrl+g", "shift+tab"}} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}

// tabTo moves to a setting, by the order of the field table.
func tabTo(d *test.Desk, code string) {
	d.Press("ctrl+g")
	for _, f := range model.SettingsFields {
		if f.Code == code {
			return
		}
		d.Press("tab")
	}
}

func TestASettingIsKeptAndTakenBack(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	tabTo(d, "cadence_b")
	d.Sees("默认 7", "约定的不变")
	d.Press("backspace", "9", "ctrl+s")
	d.Sees("已保存设置", "u 撤销")
	if got := d.Settings().CadenceB; got != 9 {
		t.Fatalf("B is every %d days", got)
	}
	changes, err := d.Store.Changes(context.Background(), 0, 1)
	if err != nil || changes[0].Act != model.ActSettings || changes[0].Field != "cadence_b" {
		t.Errorf("the log says %+v, %v", changes, err)
	}
	d.Press("ctrl+z")
	d.Sees("已撤销:改设置")
	if got := d.Settings().CadenceB; got != 7 {
		t.Errorf("after undo B is every %d days", got)
	}
	tabTo(d, "cadence_b")
	d.Sees("B级间隔(天)     7")
}

func TestDaysAreTypedInAnyFormAndSaidBack(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	tabTo(d, "rest_days")
	for range "周六, 周日" {
		d.Press("backspace")
	}
	d.Write("周八")
	d.Sees("没有「周八」,可选 周一、周二")
	d.Press("ctrl+s")
	d.Sees("设置", "可选 周一")
	d.Press("backspace", "backspace")
	d.Write("单休")
	d.Sees("周日  默认 周六, 周日")
	d.Press("tab", "tab")
	d.Write("12-30至1-2、2027-02-14")
	d.Sees("2026-12-30~2027-01-02, 2027-02-14")
	d.Press("ctrl+s")
	set := d.Settings()
	if set.RestDays != "sun" || set.Holidays != "2026-12-30\n2026-12-31\n2027-01-01\n2027-01-02\n2027-02-14" {
		t.Errorf("kept %q, %q", set.RestDays, set.Holidays)
	}
	tabTo(d, "holidays")
	d.Sees("2026-12-30~2027-01-02, 2027-02-14")
}

func TestLanguageThemeAndBordersSwitchAtOnce(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Start(120, 40, tui.Options{Lang: label.ZH})
	dark := d.App.View().Content
	tabTo(d, "language")
	d.Press("2", "tab", "3", "tab", "2", "ctrl+s") // English, light, ASCII
	d.Sees("1 Today", "settings saved", "u undoes", "----")
	d.Lacks("今日", "─")
	if d.App.View().Content == dark {
		t.Error("the colours are the same")
	}
	light := d.App.View().Content
	d.Press("ctrl+z")
	d.Sees("今日", "─")
	d.Press("ctrl+y")
	d.Sees("Today", "----")
	if strings.Split(d.App.View().Content, "\n")[0] != strings.Split(light, "\n")[0] {
		t.Error("redo brings other colours")
	}
}

func TestTheLanguageOfThePaletteIsASettingToo(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Press("ctrl+p")
	d.Write("English")
	d.Press("enter")
	d.Sees("1 Today")
	if got := d.Settings().Language; got != "en" {
		t.Errorf("the setting is %q", got)
	}
	d.Press("ctrl+z")
	d.Sees("今日")
}

func TestTheMaskHidesOnEveryScreenAndComesOff(t *testing.T) {
	for _, w := range []int{80, 120} {
		d := test.Open(t, label.ZH, w, 40, liu)
		open := []string{"13900139000", "138 0013 8000", "汾江路"}
		private := func(keys ...string) {
			t.Helper()
			d.Press(keys...)
			d.Lacks(open...)
			d.Sees("138****8000")
		}
		d.Press("enter", "esc")
		d.Sees(open[:2]...)
		private("f9")
		d.Sees("个人信息已遮住", "139****9000")
		d.Press("end")
		d.Sees("广东省佛山市****")
		if w < 100 {
			d.Press("esc")
		}
		private("2")
		d.Press("enter", "esc")
		private()
		d.Press("f2")
		d.Sees("138 0013 8000", "汾江路") // a form shows what it changes
		d.Press("esc")
		d.Press("f9")
		d.Lacks("****")
		d.Sees("个人信息已显示", "138 0013 8000")
		if d.Settings().PrivacyMask {
			t.Error("F9 changes the setting")
		}
	}
}

func TestTheMaskAsASettingHoldsFromTheStart(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	tabTo(d, "privacy_mask")
	d.Press("left", "ctrl+s")
	d.Lacks("138 0013 8000")
	d.Sees("138****8000")
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Sees("138****8000")
	d.Press("ctrl+z")
	d.Sees("138 0013 8000")
}

func TestTheMaskWorksUnderAnOpenDialog(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Press("f1", "f9", "esc")
	d.Sees("138****8000")
}

func TestOwnSourcesAreOfferedInForms(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	tabTo(d, "sources")
	d.Write("抖音、进店、老乡会")
	d.Sees("抖音, 老乡会  默认 无")
	d.Press("ctrl+s", "ctrl+n")
	d.Sees("抖音", "老乡会", "展会")
	d.Write("董先生")
	for range 11 { // to the source
		d.Press("tab")
	}
	d.Press("left", "ctrl+s")
	c, err := d.Store.Customer(context.Background(), 1)
	if err != nil || c.Source != "老乡会" {
		t.Errorf("kept %q, %v", c.Source, err)
	}
}

func TestWhatWasNotSavedIsAskedAbout(t *testing.T) {
	d := test.Open(t, label.ZH, 80, 24)
	d.Press("ctrl+g", "esc")
	d.Lacks("公司名称")
	d.Press("ctrl+g")
	d.Write("恒基")
	d.Press("esc")
	d.Sees("有改动还没保存")
	d.Press("right", "right", "enter") // go on
	d.Sees("恒基")
	d.Press("esc", "right", "enter") // leave
	d.Lacks("恒基")
	d.Press("ctrl+g")
	d.Write("恒基")
	d.Press("esc", "enter") // save
	if got := d.Settings().CompanyName; got != "恒基" {
		t.Errorf("kept %q", got)
	}
}

func TestADefaultComesBackWithOneKey(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	if _, err := d.Store.ChangeSettings(context.Background(), map[string]string{"rest_days": "sun", "cadence_b": "9"}); err != nil {
		t.Fatal(err)
	}
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	tabTo(d, "rest_days")
	d.Press("f5", "ctrl+s")
	if set := d.Settings(); set.RestDays != "sat\nsun" || set.CadenceB != 9 {
		t.Errorf("kept %q, %d", set.RestDays, set.CadenceB)
	}
}

func TestWhatAnotherWindowChangedStays(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Press("ctrl+g")
	d.Write("恒基")
	if _, err := d.Store.ChangeSettings(context.Background(), map[string]string{"cadence_b": "9", "privacy_mask": "1"}); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s")
	if set := d.Settings(); set.CompanyName != "恒基" || set.CadenceB != 9 || !set.PrivacyMask {
		t.Errorf("kept %+v", set)
	}
	d.Sees("138****8000")
}

func TestTheMouseChooses(t *testing.T) {
	d := test.Open(t, label.EN, 120, 40)
	tabTo(d, "borders")
	term := kittest.Draw(d.App.View().Content, nil, 120, 40)
	for y := range 40 {
		if x := term.Column(y, "ASCII"); x >= 0 && term.Column(y, "Borders") >= 0 {
			kittest.Drain(d, tea.Msg(kittest.Click(x, y)))
			d.Press("ctrl+s")
			break
		}
	}
	if got := d.Settings().Borders; got != "ascii" {
		t.Errorf("the borders are %q", got)
	}
}
