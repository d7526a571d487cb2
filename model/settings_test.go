package model

import (
	"errors"
	"reflect"
	"testing"
)

func TestSettingsThatCantBeFollowedAreRefused(t *testing.T) {
	for _, c := range []struct{ code, value, refusal string }{
		{"cadence_a", "", RefusedRequired}, {"cadence_ungraded", "3651", RefusedNumberRange}, {"date_lead", "61", RefusedNumberRange},
		{"theme", "", RefusedRequired}, {"theme", "pink", RefusedOption}, {"borders", "", RefusedRequired}, {"language", "fr", RefusedOption},
		{"default_currency", "", RefusedRequired}, {"default_currency", "ABC", RefusedCurrency}, {"default_currency", "CNYX", RefusedTooLong},
		{"rest_days", "sat\nfunday", RefusedOption}, {"holidays", "2026-13-01", RefusedDateFormat}, {"workdays", "11-3", RefusedDateFormat},
		{"importance_threshold", "-1", RefusedAmountRange},
	} {
		s := DefaultSettings()
		s.Apply(map[string]string{c.code: c.value})
		err := s.Check()
		var fe *FieldError
		if !errors.As(err, &fe) || fe.Field != c.code || fe.Code != c.refusal {
			t.Errorf("%s = %q: %v, want %s", c.code, c.value, err, c.refusal)
		}
	}
	s := DefaultSettings()
	s.Apply(map[string]string{"language": "", "rest_days": "", "holidays": "2026-12-31\n2027-01-04", "default_currency": "JPY",
		"sources": "抖音"})
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func TestApplyLeavesWhatIsNotGivenAsItIs(t *testing.T) {
	s, want := DefaultSettings(), DefaultSettings()
	s.Apply(map[string]string{"cadence_b": "10", "unheard": "of"})
	want.CadenceB = 10
	if s != want {
		t.Errorf("got %+v", s)
	}
}

func TestTheThresholdKeepsItsFigureInAnotherCurrency(t *testing.T) {
	s := DefaultSettings()
	s.ImportanceThreshold = 5000050
	for _, c := range []struct {
		values map[string]string
		want   int64
	}{
		{map[string]string{"default_currency": "USD"}, 5000050}, {map[string]string{"default_currency": "JPY"}, 50000},
		{map[string]string{"default_currency": "KWD"}, 50000000}, {map[string]string{"default_currency": "JPY", "importance_threshold": "7"}, 7},
	} {
		s.Apply(c.values)
		if s.ImportanceThreshold != c.want {
			t.Errorf("%v: %d, want %d", c.values, s.ImportanceThreshold, c.want)
		}
	}
}

func TestCurrenciesAreReadByCodeAndWord(t *testing.T) {
	for text, want := range map[string]string{"cny": "CNY", " usd ": "USD", "人民币": "CNY", "¥": "CNY", "元": "CNY",
		"$": "USD", "港币": "HKD", "ｊｐｙ": "JPY"} {
		if got, err := ReadCurrency(text); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "ABC", "元宝", "CNYCNY"} {
		if got, err := ReadCurrency(text); err == nil {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func TestASettingForScripts(t *testing.T) {
	s := DefaultSettings()
	s.Currency, s.ImportanceThreshold = "USD", 5000
	for code, want := range map[string]any{
		"cadence_b": int64(7), "statutory": true, "privacy_mask": false, "rest_days": []string{"sat", "sun"}, "holidays": []string{},
		"importance_threshold": jsonMoney{5000, "USD"}, "language": "", "unheard": nil, "date_lead": int64(3),
	} {
		if got := s.JSON(code); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", code, got, want)
		}
	}
}

func TestOwnOptionsAreByTheFieldThatTakesThem(t *testing.T) {
	s := Settings{Sources: "抖音\n老乡会", LostReasons: "换人了"}
	own := s.OwnOptions()
	if len(own["source"]) != 2 || own["lost_reason"][0] != "换人了" {
		t.Errorf("%v", own)
	}
	for code := range own {
		if f, ok := CustomerFields.ByCode(code); !ok || !f.Open {
			t.Errorf("%s takes no own values", code)
		}
	}
}
