package label

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"genjin/model"

	"pgregory.net/rapid"
)

func spec1(t *testing.T, record, code string) model.Spec {
	t.Helper()
	s, ok := spec(record, code)
	if !ok {
		t.Fatalf("no field %s.%s", record, code)
	}
	return s
}

func TestAValueIsReadAsPeopleTypeIt(t *testing.T) {
	for _, tt := range []struct{ record, field, text, want string }{
		{"customer", "name", "  董先生\u200b ", "董先生"},
		{"customer", "interest", "陆风X7\r\n置换  \n\n", "陆风X7\n置换"},
		{"customer", "party_size", "３人", "3"}, {"customer", "party_size", "0", ""},
		{"customer", "expected_amount", "1.2万", "1200000"}, {"customer", "expected_amount", "¥3,000.00", "300000"},
		{"customer", "expected_amount", "0", ""},
		{"customer", "expected_on", "12-18", "2026-12-18"}, {"customer", "expected_on", "3d", "2026-11-26"},
		{"journal", "at", "11-20 9:30", "2026-11-20 09:30"},
		{"customer", "birthday", "农历七月初三", "lunar:--07-03"},
		{"customer", "phones", "138 0013 8000 / 0757-83330001、13800138000", "138 0013 8000\n0757-83330001"},
		{"customer", "tags", "大客户，#急; 大客户", "大客户\n急"}, {"settings", "rest_days", "周六、sun", "sat\nsun"},
		{"customer", "important", "√", "1"}, {"customer", "important", "否", ""},
		{"customer", "class", "准客户", "ready"}, {"customer", "grade", "未评级", ""}, {"customer", "grade", "Ungraded", ""},
		{"customer", "grade", "ａ", "A"},
		{"customer", "source", "直播", "直播"}, {"customer", "source", "进店", "walk_in"},
		{"customer", "name", "   ", ""}, {"customer", "grade", "", ""},
	} {
		if got, err := Read(tt.record, spec1(t, tt.record, tt.field), tt.text, "2026-11-23", model.Nearest); err != nil || got != tt.want {
			t.Errorf("%s %q: %q, %v; want %q", tt.field, tt.text, got, err, tt.want)
		}
	}
}

func TestAValueThatCannotBeReadIsRefusedAtItsField(t *testing.T) {
	for _, tt := range []struct{ record, field, text, code string }{
		{"customer", "party_size", "many", model.RefusedNumber}, {"customer", "party_size", "100", model.RefusedNumberRange},
		{"customer", "expected_amount", "a lot", model.RefusedAmount}, {"customer", "expected_amount", "-5", model.RefusedPositive},
		{"customer", "expected_amount", "1.234", model.RefusedAmountParts},
		{"customer", "expected_on", "2026-02-30", model.RefusedDateMissing}, {"customer", "expected_on", "bald", model.RefusedDateFormat},
		{"journal", "at", "11-20 25:00", model.RefusedTimeFormat}, {"customer", "birthday", "2027-01-01", model.RefusedFuture},
		{"customer", "phones", "call me", model.RefusedPhone}, {"customer", "important", "perhaps", model.RefusedOption},
		{"customer", "grade", "F", model.RefusedOption}, {"customer", "class", "ungraded", model.RefusedOption},
		{"customer", "class", "未评级", model.RefusedOption},
		{"customer", "name", strings.Repeat("名", 201), model.RefusedTooLong},
	} {
		got, err := Read(tt.record, spec1(t, tt.record, tt.field), tt.text, "2026-11-23", model.Nearest)
		var refused *model.FieldError
		if !errors.As(err, &refused) || refused.Code != tt.code || refused.Field != tt.field || got != "" {
			t.Errorf("%s %q: %q, %v; want %s", tt.field, tt.text, got, err, tt.code)
		}
	}
}

// example draws a canonical value of a field.
func example(t *rapid.T, record string, f model.Spec) string {
	number := func(lo, hi int64) string { return fmt.Sprint(rapid.Int64Range(max(lo, 1), hi).Draw(t, f.Code)) }
	day := func() model.Date { return model.Date("2026-11-23").AddDays(-rapid.IntRange(0, 40000).Draw(t, "days")) }
	text := rapid.StringMatching(`[A-Za-z董刘单曾欧阳]{1,9}( [a-z0-9]{1,5})?`)
	switch f.Kind {
	case model.KindNumber:
		return number(f.Min, f.Max)
	case model.KindAmount:
		return number(1, model.MaxAmount)
	case model.KindQuantity:
		return number(1, 1e12)
	case model.KindDate:
		return string(day())
	case model.KindMoment:
		m, _ := model.NewMoment(day(), rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		return string(m)
	case model.KindBirthday:
		return rapid.SampledFrom([]string{"1988-08-15", "--08-15", "--02-29", "lunar:1988-07-03", "lunar:--07-03",
			"lunar:--12-23", "lunar:1987-06r-12", "lunar:--06r-30", "lunar:1990-01-01"}).Draw(t, f.Code)
	case model.KindChoice:
		return rapid.SampledFrom(f.Options).Draw(t, f.Code)
	case model.KindFlag:
		return "1"
	case model.KindPhones:
		return string(model.ListOf(rapid.SliceOfN(rapid.StringMatching(`1[3-9][0-9]{9}|0757-8[0-9]{7}`), 1, 3).Draw(t, f.Code)...))
	case model.KindTags:
		if options := optionsOf(record, f.Code); len(options) > 0 {
			return string(model.ListOf(rapid.SliceOfN(rapid.SampledFrom([]string{"mon", "sat", "sun"}), 1, 3).Draw(t, f.Code)...))
		}
		return string(model.ListOf(rapid.SliceOfN(rapid.StringMatching(`[A-Za-z大急客户]{1,6}`), 1, 3).Draw(t, f.Code)...))
	case model.KindNote:
		return text.Draw(t, f.Code) + "\n" + text.Draw(t, f.Code)
	}
	if f.Limit() < 10 {
		return "USD"
	}
	return text.Draw(t, f.Code)
}

func TestWhatIsShownCanBeReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, d := range everything {
			if d.record == "handled" || d.record == "import_batch" {
				continue // never typed
			}
			for _, f := range d.specs {
				if f.Kept || f.Kind == model.KindRef {
					continue
				}
				value := example(t, d.record, f)
				for _, l := range []Lang{ZH, EN} {
					shown := Show(d.record, f, value, "CNY", l)
					got, err := Read(d.record, f, shown, "2026-11-23", model.Past)
					if err != nil || got != value {
						t.Fatalf("%s.%s %q is shown as %q and read as %q, %v", d.record, f.Code, value, shown, got, err)
					}
				}
			}
		}
	})
}

func TestAnAmountHasItsThousandsGrouped(t *testing.T) {
	for _, tt := range []struct {
		n        int64
		currency string
		want     string
	}{
		{0, "CNY", "0.00"}, {5, "CNY", "0.05"}, {99999, "CNY", "999.99"}, {100000, "CNY", "1,000.00"}, {4200000, "", "42,000.00"},
		{123456789012, "CNY", "1,234,567,890.12"}, {-4200000, "CNY", "-42,000.00"}, {-99900, "CNY", "-999.00"},
		{12850, "USD", "USD 128.50"}, {-12850000, "USD", "USD -128,500.00"}, {3000, "JPY", "JPY 3,000"}, {300, "JPY", "JPY 300"},
	} {
		if got := Amount(tt.n, tt.currency); got != tt.want {
			t.Errorf("%d %s: %q, want %q", tt.n, tt.currency, got, tt.want)
		}
	}
}

func TestAnAmountSetsTheCurrencyThatItNames(t *testing.T) {
	set := func(c *model.Customer, text string) error {
		return Set("customer", model.CustomerFields, "expected_amount", c, text, "2026-11-23", model.Nearest)
	}
	c := model.Customer{Currency: "JPY"}
	if err := set(&c, "3000"); err != nil || c.ExpectedAmount != 3000 || c.Currency != "JPY" {
		t.Errorf("in the card's own: %d %s, %v", c.ExpectedAmount, c.Currency, err)
	}
	if err := set(&c, "USD 128.50"); err != nil || c.ExpectedAmount != 12850 || c.Currency != "USD" {
		t.Errorf("naming one: %d %s, %v", c.ExpectedAmount, c.Currency, err)
	}
	if err := set(&c, ""); err != nil || c.ExpectedAmount != 0 || c.Currency != "USD" {
		t.Errorf("emptied: %d %s, %v", c.ExpectedAmount, c.Currency, err)
	}
	if err := set(&c, "-1"); err == nil {
		t.Error("a negative amount is taken")
	}
	if err := Set("customer", model.CustomerFields, "no_such", &c, "1", "", model.Nearest); err == nil {
		t.Error("an unknown field is taken")
	}
}

func TestABirthdayIsShownInWords(t *testing.T) {
	for _, tt := range []struct {
		b      model.Birthday
		zh, en string
	}{
		{"1988-08-15", "1988-08-15", "1988-08-15"}, {"--08-15", "08-15", "08-15"},
		{"lunar:1988-07-03", "农历1988年七月初三", "lunar 1988-07-03"}, {"lunar:--07-03", "农历七月初三", "lunar 07-03"},
		{"lunar:--01-01", "农历正月初一", "lunar 01-01"}, {"lunar:--11-10", "农历冬月初十", "lunar 11-10"},
		{"lunar:--12-20", "农历腊月二十", "lunar 12-20"}, {"lunar:--12-30", "农历腊月三十", "lunar 12-30"}, {"lunar:--08-21", "农历八月廿一", "lunar 08-21"},
		{"lunar:1987-06r-12", "农历1987年闰六月十二", "lunar 1987-06-12 (leap month)"}, {"lunar:--06r-12", "农历闰六月十二", "lunar 06-12 (leap month)"},
	} {
		if zh, en := Birthday(tt.b, ZH), Birthday(tt.b, EN); zh != tt.zh || en != tt.en {
			t.Errorf("%s: %q, %q; want %q, %q", tt.b, zh, en, tt.zh, tt.en)
		}
	}
}

func TestALoggedValueIsShownInWordsOnOneLine(t *testing.T) {
	for _, tt := range []struct{ record, field, value, want string }{
		{"customer", "class", "ready", "准客户"}, {"customer", "expected_amount", "4200000", "42,000.00"}, {"customer", "phones", "1\n2", "1 / 2"},
		{"customer", "inferred", "need\ngrade", "需求, 客户等级"}, {"journal", "situation", "a\nb", "a b"},
		{"settings", "rest_days", "sat\nsun", "周六, 周日"},
		{"customer", "source", "直播", "直播"}, {"import_batch", "file", "a.xlsx", "a.xlsx"}, {"customer", "grade", "", ""},
	} {
		if got := Value(tt.record, tt.field, tt.value, ZH); got != tt.want {
			t.Errorf("%s.%s %q: %q, want %q", tt.record, tt.field, tt.value, got, tt.want)
		}
	}
}
