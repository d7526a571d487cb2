package tui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// midAutumn is a file that was filled three weeks before 中秋 2026: a festival,
// a birthday of a contact, an important date, a silent customer, a thin card.
var midAutumn = test.NewWorld(time.Date(2026, 9, 1, 9, 0, 0, 0, time.Local), func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	set, err := st.Settings(ctx)
	check(err)
	set.CompanyName, set.Salesperson = "恒基汽车", "陈萌"
	check(st.SaveSettings(ctx, set))
	add := func(c model.Customer) model.Customer {
		kept, err := st.AddCustomer(ctx, c)
		check(err)
		return kept
	}
	full := model.Customer{
		Name: "佛山恒基板材有限公司", Kind: model.Company, Phones: "0757-83330001", Address: "佛山市南海区", Interest: "抛光砖", Source: "referral",
		Need: model.NeedClear, ExpectedOn: "2026-11-20", Grade: model.GradeB, NextOn: "2026-12-01", NextAction: "送样",
		Decides: model.Yes, Important: true,
	}
	company := add(full)
	_, _, err = st.Log(ctx, model.Entry{CustomerID: company.ID, At: "2026-09-01", Method: model.Phone, Situation: "国庆后定样"},
		model.Plan{NextOn: "2026-12-01", NextAction: "送样"})
	check(err)
	for _, it := range []model.Item{
		{Record: "contact", Values: map[string]string{"name": "王经理", "role": "decision_maker", "birthday": "1986-09-24"}},
		{Record: "occasion", Values: map[string]string{"label": "开业纪念", "day": "lunar:2016-08-14"}},
	} {
		it.CustomerID = company.ID
		_, err := st.SaveItem(ctx, it)
		check(err)
	}
	add(model.Customer{Name: "周敏", Gender: model.Female, Grade: model.GradeA, Need: model.NeedClear, ExpectedOn: "2026-09-28",
		NextOn: "2026-10-09"})
	add(model.Customer{Name: "单雄信", Gender: model.Male, Grade: model.GradeC, Need: model.NeedClear, Birthday: "1990-09-25",
		NextOn: "2026-10-12"})
	add(model.Customer{Name: "欧阳静", Grade: model.GradeD, Need: model.NeedPotential, Important: true, NextOn: "2026-10-12"})
})

// beforeMidAutumn is a desk two days before the festival.
func beforeMidAutumn(t *testing.T, l label.Lang, w, h int) *test.Desk {
	t.Helper()
	return test.Reopen(midAutumn.Desk(t), time.Date(2026, 9, 23, 9, 12, 0, 0, time.Local), l, w, h)
}

func TestADayToGreetOn(t *testing.T) {
	for name, keys := range map[string][]string{
		"greet": nil, "greet-menu": {"down", "down", "enter"}, "greet-festival": {"down", "down", "enter", "esc"},
		"greet-alert": {"end", "enter"}, "greet-done": {"down", "down", "space", "space", "end"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			d := beforeMidAutumn(t, l, w, h)
			d.Press(keys...)
			return d
		})
	}
}

func TestAGreetingIsCopiedTheRowTickedAndUndone(t *testing.T) {
	d := beforeMidAutumn(t, label.ZH, 120, 40)
	d.Sees("中秋节", "可问候4位:A1 B1 C1", "0/6")
	d.Press("down", "down")
	if got := kittest.Clipboard(kittest.Drain(d, kittest.Keys("y", "enter")...)); got != "中秋快乐！值此佳节，祝您阖家团圆、幸福安康！\n恒基汽车 陈萌" {
		t.Errorf("the festival's greeting: %q", got)
	}
	d.Sees("已请终端复制", "到微信里粘贴即可发送")
	d.Press("enter", "down", "enter") // the menu's second entry
	d.Sees("中秋节 已办", "1/6")
	d.Press("u")
	d.Sees("0/6")
	d.Press("up", "s", "ctrl+s")
	d.Sees("中秋节 顺延至 09-24", "0/5")
}

func TestABirthdaysGreetingNamesThePerson(t *testing.T) {
	for _, tt := range []struct {
		lang label.Lang
		find string
		want string
	}{
		{label.ZH, "王经理 (决策人)", "王经理，您好！\n生日快乐！"},
		{label.ZH, "09-25生日", "单雄信先生，您好！\n生日快乐！"},
		{label.EN, "09-25", "Dear Mr. 单雄信,\nHappy birthday!"},
	} {
		d := beforeMidAutumn(t, tt.lang, 120, 40)
		for range 6 {
			if row := chosen(d.Screen()); strings.Contains(row, tt.find) && !strings.Contains(row, "中秋") && !strings.Contains(row, "Autumn") {
				break
			}
			d.Press("down")
		}
		if got := kittest.Clipboard(kittest.Drain(d, kittest.Keys("y", "enter")...)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %q\n%s", tt.find, got, d.Screen())
		}
	}
}

// chosen is the line with the cursor.
func chosen(screen string) string {
	for _, line := range strings.Split(screen, "\n") {
		if strings.HasPrefix(line, ">") {
			return line
		}
	}
	return ""
}

func TestAThinCardsFirstActionFillsItIn(t *testing.T) {
	d := beforeMidAutumn(t, label.ZH, 120, 40)
	d.Press("end", "up", "enter")
	d.Sees("1 修改", "资料不全")
	d.Press("enter")
	d.Sees("修改  周敏")
}

func TestGradingFromTodayIsCounted(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Sees("评级", "0/5")
	for range 6 {
		if strings.Contains(chosen(d.Screen()), "董先生") {
			break
		}
		d.Press("down")
	}
	d.Press("enter")
	d.Sees("1 评级")
	d.Press("enter", "right", "ctrl+s")
	d.Sees("董先生 评为", "1/6") // and A is due
}
