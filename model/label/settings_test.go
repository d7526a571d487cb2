package label

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"genjin/model"
)

func TestSettingsAreReadAsPeopleTypeThem(t *testing.T) {
	set := model.DefaultSettings()
	for _, c := range []struct{ code, text, want string }{
		{"rest_days", "周六、周日", "sat\nsun"}, {"rest_days", "sat,sun", "sat\nsun"}, {"rest_days", "sun sat", "sat\nsun"},
		{"rest_days", "星期天", "sun"}, {"rest_days", "一，三；五", "mon\nwed\nfri"}, {"rest_days", "双休", "sat\nsun"}, {"rest_days", "单休", "sun"},
		{"rest_days", "Monday", "mon"}, {"rest_days", "无", ""}, {"rest_days", "none", ""}, {"rest_days", "", ""}, {"rest_days", "周日、周日", "sun"},
		{"holidays", "12-31", "2026-12-31"}, {"holidays", "1-2、12-31", "2026-12-31\n2027-01-02"},
		{"holidays", "2027年2月14日~2-16", "2027-02-14\n2027-02-15\n2027-02-16"},
		{"holidays", "12-30至1-2", "2026-12-30\n2026-12-31\n2027-01-01\n2027-01-02"}, {"holidays", "明天 12-31", "2026-11-25\n2026-12-31"},
		{"holidays", "12-30~12-31 1-3", "2026-12-30\n2026-12-31\n2027-01-03"},
		{"holidays", "Dec 31 to Jan 2", "2026-12-31\n2027-01-01\n2027-01-02"}, {"workdays", "2026/11/28,2026.11.29", "2026-11-28\n2026-11-29"},
		{"workdays", "无", ""},
		{"default_currency", "usd", "USD"}, {"default_currency", "人民币", "CNY"}, {"default_currency", "ＥＵＲ", "EUR"},
		{"default_currency", "US$", "USD"},
		{"importance_threshold", "5万", "5000000"}, {"importance_threshold", "¥50,000.00", "5000000"}, {"importance_threshold", "0", ""},
		{"importance_threshold", "关", ""}, {"importance_threshold", "", ""},
		{"language", "English", "en"}, {"language", "中文", "zh"}, {"language", "跟随系统", ""}, {"theme", "深色", "dark"}, {"borders", "ascii", "ascii"},
		{"cadence_a", "3", "3"}, {"cadence_b", "7天", "7"}, {"date_lead", "0", ""}, {"statutory", "关", ""}, {"privacy_mask", "on", "1"},
		{"privacy_mask", "是", "1"}, {"privacy_mask", "否", ""},
		{"sources", "抖音、老乡会, 进店 #直播", "抖音\n老乡会\n进店 #直播"}, {"sources", "进店,walk-in,抖音,抖音", "抖音"}, {"lost_reasons", "价格、换人了", "换人了"},
		{"salesperson", " 陈萌\t", "陈萌"},
	} {
		got, err := ReadSetting(c.code, c.text, set, "2026-11-24")
		if err != nil || got != c.want {
			t.Errorf("%s %q: %q, %v; want %q", c.code, c.text, got, err, c.want)
		}
	}
}

func TestBadSettingsAreRefusedAndSayWhatIsAllowed(t *testing.T) {
	set := model.DefaultSettings()
	for _, c := range []struct{ code, text, refusal, zh, en string }{
		{"rest_days", "周八", model.RefusedOption, "可选 周一、周二", "choose Mon, Tue"},
		{"holidays", "节后", model.RefusedDateFormat, "例如", "try"},
		{"holidays", "2-30", model.RefusedDateMissing, "不存在", "not a day"},
		{"holidays", "2026-01-01~2026-12-31", model.RefusedDateFormat, "例如", "try"},
		{"holidays", "12-5~2026-12-01", model.RefusedDateFormat, "例如", "try"},
		{"default_currency", "元宝", model.RefusedCurrency, "CNY", "CNY"},
		{"default_currency", "ABC", model.RefusedCurrency, "CNY", "CNY"},
		{"default_currency", "", model.RefusedRequired, "不能为空", "required"},
		{"importance_threshold", "很多", model.RefusedAmount, "例如", "try"},
		{"importance_threshold", "USD 500", model.RefusedOption, "CNY", "CNY"},
		{"cadence_a", "0", model.RefusedNumberRange, "1 到 3650", "1 to 3650"},
		{"cadence_a", "", model.RefusedRequired, "不能为空", "required"},
		{"date_lead", "61", model.RefusedNumberRange, "0 到 60", "0 to 60"},
		{"theme", "粉色", model.RefusedOption, "自动、深色、浅色", "automatic, dark, light"},
		{"theme", "", model.RefusedRequired, "不能为空", "required"},
		{"privacy_mask", "也许", model.RefusedOption, "是、否", "yes, no"},
		{"nothing", "x", model.RefusedOption, "", ""},
	} {
		_, err := ReadSetting(c.code, c.text, set, "2026-11-24")
		var fe *model.FieldError
		if !errors.As(err, &fe) || fe.Code != c.refusal || fe.Field != c.code {
			t.Errorf("%s %q: %v, want %s", c.code, c.text, err, c.refusal)
			continue
		}
		for l, want := range map[Lang]string{ZH: c.zh, EN: c.en} {
			if sentence, _ := Refusal("settings", err, l); !strings.Contains(sentence, want) {
				t.Errorf("%s %q says %q, want %q", c.code, c.text, sentence, want)
			}
		}
	}
}

func TestASettingsWordsAreReadBack(t *testing.T) {
	set := model.DefaultSettings()
	set.Holidays = "2026-12-30\n2026-12-31\n2027-01-01\n2027-01-03"
	set.Workdays = "2026-11-28\n2026-11-29"
	set.ImportanceThreshold, set.Sources = 5000000, "抖音\n老乡会"
	if got := Setting("holidays", string(set.Holidays), "", ZH); got != "2026-12-30~2027-01-01, 2027-01-03" {
		t.Errorf("holidays are %q", got)
	}
	for _, s := range []model.Settings{set, model.DefaultSettings(), {}} {
		s.Currency = "CNY"
		for _, l := range []Lang{ZH, EN} {
			for _, f := range model.SettingsFields {
				value := f.Get(&s)
				if value == "" && f.Required {
					continue
				}
				shown := Setting(f.Code, value, s.Currency, l)
				if back, err := ReadSetting(f.Code, shown, s, "2026-11-24"); err != nil || back != value {
					t.Errorf("%s %q is shown as %q and read as %q, %v", f.Code, value, shown, back, err)
				}
			}
		}
	}
}

func TestEverySettingHasItsHelpAndDefault(t *testing.T) {
	for _, f := range model.SettingsFields {
		w, ok := settingHelp[f.Code]
		checkWord(t, "help of "+f.Code, w, ok)
		for _, l := range []Lang{ZH, EN} {
			if SettingDefault(f.Code, l) == "" || SettingHelp(f.Code, l) == "" {
				t.Errorf("%s has no default or no help", f.Code)
			}
		}
		if f.Kind == model.KindFlag && len(SettingOptions(f.Code, EN)) != 2 {
			t.Errorf("%s: options %v", f.Code, SettingOptions(f.Code, EN))
		}
	}
	if len(settingHelp) != len(model.SettingsFields) {
		t.Error("a help for no setting")
	}
	if got := SettingOptions("language", EN); !slices.Equal(got, []string{"Chinese", "English", "the system's"}) {
		t.Errorf("languages %v", got)
	}
}

func TestMasksLeaveOnlyTheEndsInSight(t *testing.T) {
	field := func(code string) model.Spec {
		if f, ok := spec("customer", code); ok {
			return f
		}
		f, _ := spec("company", code)
		return f
	}
	for _, c := range []struct{ code, value, want string }{
		{"phones", "13800138000", "138****8000"}, {"phones", "138 0013 8000\n0757-83330001", "138****8000\n075****0001"},
		{"phones", "+86 138-0013-8000", "138****8000"}, {"phones", "83330001", "****0001"}, {"phones", "8333001", "****3001"},
		{"phones", "12345", "****"},
		{"phones", "+44 20 7946 0018", "442****0018"}, {"phones", "", ""},
		{"legal_rep_phone", "13800138000、0757-83330001", "138****8000 / 075****0001"}, {"legal_rep_phone", "见名片", "见名片"},
		{"legal_rep_id", "44060219880815123X", "****123X"}, {"bank_account", "6222 0200 1234 5678 901", "****8901"},
		{"bank_account", "123", "****"},
		{"address", "广东省佛山市禅城区汾江路1号", "广东省佛山市****"}, {"address", "佛山禅城", "佛山****"}, {"business_address", "No. 1 High Street", "No. 1 ****"},
		{"wechat", "13800138000", "13****"}, {"wechat", "zhang_san", "zh****"}, {"email", "a@b.cn", "****@b.cn"},
		{"family", "爱人电话139 0013 9000,2026-11-20见过2次", "爱人电话139****9000,2026-11-20见过2次"},
		{"remark", "身份证44060219880815123x 卡6222020012345678901 门店0757-83330001", "身份证****123x 卡****8901 门店075****0001"},
		{"interest", "X7 15.98万 2026-11-20 2026-11-21", "X7 15.98万 2026-11-20 2026-11-21"},
		{"next_on", "2026-11-24", "2026-11-24"}, {"grade", "A", "A"}, {"taxpayer_id", "9144", "9144"},
	} {
		if got := Mask(field(c.code), c.value); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.code, c.value, got, c.want)
		}
	}
	if got := MaskValue("customer", "phones", "13800138000"); got != "138****8000" {
		t.Errorf("a logged phone is %q", got)
	}
	if got := MaskValue("unheard", "of", "13800138000"); got != "138****8000" {
		t.Errorf("an unknown field's value is %q", got)
	}
}

func TestImportanceSaysWhy(t *testing.T) {
	set := model.DefaultSettings()
	set.ImportanceThreshold = 5000000
	for _, c := range []struct {
		customer model.Customer
		want     string
	}{
		{model.Customer{}, ""}, {model.Customer{Important: true, ExpectedAmount: 9000000}, "是"},
		{model.Customer{ExpectedAmount: 5000000, Currency: "CNY"}, "是(预计金额达到 50,000.00)"},
		{model.Customer{ExpectedAmount: 4999999}, ""}, {model.Customer{ExpectedAmount: 5000000, Currency: "USD"}, ""},
	} {
		if got := Important(&c.customer, set, ZH); got != c.want {
			t.Errorf("%+v: %q, want %q", c.customer, got, c.want)
		}
	}
}
