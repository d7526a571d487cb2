package cli_test

import (
	"strings"
	"testing"

	"genjin/model"
)

func TestSettingsAreListedWithValueDefaultAndHelp(t *testing.T) {
	h := newHome(t)
	h.must("settings", "cadence_b", "9")
	out := h.must("settings")
	for _, want := range []string{"跟进规则", "cadence_b", "B级间隔(天)", "约定的不变", "周六, 周日", "遮住个人信息", "默认"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not listed:\n%s", want, out)
		}
	}
	for _, f := range model.SettingsFields {
		if !strings.Contains(out, f.Code) {
			t.Errorf("%s is not listed", f.Code)
		}
	}
	list := h.list("settings")
	if len(list) != len(model.SettingsFields) {
		t.Fatalf("%d settings", len(list))
	}
	for _, s := range list {
		if s["key"] == "cadence_b" && (s["value"] != 9.0 || s["default"] != 7.0 || s["help"] == "") {
			t.Errorf("cadence_b is %v", s)
		}
	}
	if out := english(t).must("settings"); !strings.Contains(out, "Working days only") || !strings.Contains(out, "those agreed stay") {
		t.Errorf("in English:\n%s", out)
	}
}

func TestOneSettingIsShownWithWhatItMayBe(t *testing.T) {
	h := newHome(t)
	if out := h.must("settings", "主题"); !strings.Contains(out, "自动、深色、浅色") || !strings.Contains(out, "theme") {
		t.Errorf("got\n%s", out)
	}
	if o := h.object("settings", "theme"); o["value"] != "auto" || len(o["allowed"].([]any)) != 3 {
		t.Errorf("got %v", o)
	}
}

func TestASettingIsChangedAndTakenBack(t *testing.T) {
	h := newHome(t)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"休息日", "周日"}, "休息日:周六, 周日 → 周日"},
		{[]string{"rest-days", "none"}, "休息日:周日 → 无"},
		{[]string{"holidays", "12-30~1-1", "1-3"}, "另加假日:无 → 2026-12-30~2027-01-01, 2027-01-03"},
		{[]string{"importance_threshold", "5万"}, "重要客户门槛:不用 → 50,000.00"},
		{[]string{"privacy_mask", "开"}, "遮住个人信息:否 → 是"},
		{[]string{"privacy_mask", "on"}, "已是 是,没有改动"},
		{[]string{"sources", "抖音、老乡会"}, "自定客户来源:无 → 抖音, 老乡会"},
		{[]string{"company_name", "恒基", "板材"}, "公司名称:- → 恒基 板材"},
		{[]string{"rest_days", "--default"}, "休息日:无 → 周六, 周日"},
		{[]string{"holidays", ""}, "→ 无"},
		{[]string{"language", "English"}, "Language: the system's → English"},
	} {
		if out := h.must(append([]string{"settings"}, c.args...)...); !strings.Contains(out, c.says) {
			t.Errorf("%v says %q, want %q", c.args, out, c.says)
		}
	}
	if o := h.object("settings", "importance_threshold"); o["value"].(map[string]any)["amount"] != 5000000.0 {
		t.Errorf("the threshold is %v", o)
	}
	if out := h.must("undo"); !strings.Contains(out, "settings") {
		t.Errorf("undo says %q", out)
	}
	if out := h.must("changes"); !strings.Contains(out, "重要客户门槛") || !strings.Contains(out, "休息日") {
		t.Errorf("the log says\n%s", out)
	}
	if c := h.object("add", "阿明 #抖音"); c["source"] != "抖音" {
		t.Errorf("the source is %v", c["source"])
	}
}

func TestBadSettingsEndWithWhatIsAllowed(t *testing.T) {
	h := newHome(t)
	h.fails(1, "可选 自动、深色、浅色", "settings", "theme", "粉色")
	h.fails(1, "1 到 3650", "settings", "cadence_a", "0")
	h.fails(1, "可选 周一、周二", "settings", "rest_days", "周八")
	h.fails(1, "例如", "settings", "holidays", "节后")
	h.fails(1, "CNY", "settings", "default_currency", "金币")
	h.fails(1, "不能为空", "settings", "cadence_a", "")
	h.fails(2, "没有设置「thema」", "settings", "thema")
	h.fails(2, "没有设置「thema」", "settings", "thema", "dark")
	h.fails(2, "genjin settings KEY --default", "settings", "--default")
	h.fails(2, "--default", "settings", "theme", "dark", "--default")
	e := english(t)
	e.fails(1, "choose automatic, dark, light", "settings", "theme", "pink")
	e.fails(2, "no setting", "settings", "thema")
}
