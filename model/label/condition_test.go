package label_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"
)

func TestAConditionIsWrittenInWords(t *testing.T) {
	for _, tc := range []struct{ typed, code, zh, en string }{
		{"", "", "", ""},
		{"是否开模=是", "new_mould=yes", "是否开模=是", "New mould=yes"},
		{"New mould = Yes", "new_mould=yes", "是否开模=是", "New mould=yes"},
		{"产品形态≠主板", "form!=pcba", "产品形态!=PCBA", "Product form!=PCBA"},
		{"产品形态！＝裸机", "form!=bare", "产品形态!=裸机", "Product form!=bare unit"},
		{"form!=bare", "form!=bare", "产品形态!=裸机", "Product form!=bare unit"},
		{"软件定制已填", "software", "软件定制已填", "Custom software known"},
		{"Custom software known", "software", "软件定制已填", "Custom software known"},
		{"software", "software", "软件定制已填", "Custom software known"},
	} {
		code, err := label.ReadCondition(tc.typed)
		if err != nil || code != tc.code || label.Condition(code, label.ZH) != tc.zh || label.Condition(code, label.EN) != tc.en {
			t.Errorf("%q: %q, %v; in words %q, %q", tc.typed, code, err, label.Condition(code, label.ZH), label.Condition(code, label.EN))
		}
		if err := model.CheckCondition(code); err != nil {
			t.Errorf("%q: %v", code, err)
		}
	}
	for _, typed := range []string{"客户名称=王", "是否开模=也许", "乱写", "=是", "项目名称"} {
		if code, err := label.ReadCondition(typed); err == nil {
			t.Errorf("%q is taken as %q", typed, code)
		} else if _, problem, ok := label.Problem("project_item", err, label.ZH); !ok || problem == "" {
			t.Errorf("%q: no sentence for %v", typed, err)
		}
	}
}

func TestStageDay(t *testing.T) {
	for _, tc := range []struct {
		days   int
		plan   int64
		zh, en string
	}{{12, 30, "第12天/计划30天", "day 12 of 30"}, {0, 0, "第0天", "day 0"}} {
		if zh, en := label.StageDay(tc.days, tc.plan, label.ZH), label.StageDay(tc.days, tc.plan, label.EN); zh != tc.zh || en != tc.en {
			t.Errorf("%d of %d: %q, %q", tc.days, tc.plan, zh, en)
		}
	}
}
