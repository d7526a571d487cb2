package label

import (
	"testing"

	"genjin/model"
)

func TestConditionsInWords(t *testing.T) {
	const today = model.Date("2026-11-24")
	at := model.AsOf{Today: today}
	inWords := func(f model.Filter, l Lang) string {
		spec, _ := Customers.Spec(f.Field, at)
		option := func(spec model.Spec, v string) string { return OptionIn(model.RowOfCustomer, spec, v, l) }
		return FilterIn(Customers.Head(f.Field, l), spec, f, l, option)
	}
	for _, tt := range []struct{ text, want, zh, en string }{
		{"等级=A、B", "grade==A,B", "客户等级 A、B", "Grade A, B"}, {"Grade!=e", "grade!=E", "客户等级 不是 E", "Grade is not E"},
		{"grade=未评级", "grade=", "客户等级 为空", "Grade is empty"}, {"grade=A,未评级", `grade==A,\0`, "客户等级 A、未评级", "Grade A, ungraded"},
		{"next_on<=12-1", "next_on<=2026-12-01", "下次跟进日期 <= 2026-12-01", "Next on <= 2026-12-01"},
		{"下次跟进<=今天", "next_on<=今天", "下次跟进日期 <= 今天", "Next on <= 今天"}, {"next_on<today", "next_on<=-1d", "下次跟进日期 <= -1d", "Next on <= -1d"},
		{"next_on>2026-12-31", "next_on>=2027-01-01", "下次跟进日期 >= 2027-01-01", "Next on >= 2027-01-01"},
		{"next_on=周五", "next_on==周五", "下次跟进日期 周五", "Next on 周五"},
		{"预计金额>=1.2万", "expected_amount>=1200000", "预计金额 >= 12,000.00", "Expected amount >= 12,000.00"},
		{"expected_amount>0", "expected_amount>=1", "预计金额 >= 0.01", "Expected amount >= 0.01"},
		{"attempts<=0", "attempts<=0", "未接通次数 <= 0", "Failed attempts <= 0"}, {"几人进店>=3人", "party_size>=3", "几人进店 >= 3", "Party size >= 3"},
		{"电话=138", "phones~138", "联系方式 含 138", "Phones has 138"}, {"name==恒基", "name==恒基", "客户名称 恒基", "Customer 恒基"},
		{"owner=陈", "owner~陈", "填表人 含 陈", "Owner has 陈"}, {"生日=8月15日", "birthday~-08-15", "生日 含 -08-15", "Birthday has -08-15"},
		{"tags=VIP,急", "tags==VIP,急", "标签 VIP、急", "Tags VIP, 急"}, {"tags=", "tags=", "标签 为空", "Tags is empty"},
		{"tags!=", "tags!=", "标签 不为空", "Tags is known"}, {"重要客户=是", "important==1", "重要客户 是", "Important yes"},
		{"重要客户=否", "important=", "重要客户 否", "Important no"},
		{"urgency=紧急,缓急", "urgency==urgent,soon", "紧急程度 紧急、近期", "Urgency urgent, soon"},
		{"紧急程度=近期", "urgency==soon", "紧急程度 近期", "Urgency soon"}, {"urgency=—", "urgency==unknown", "紧急程度 —", "Urgency —"},
		{"urgency!=未知", "urgency!=unknown", "紧急程度 不是 —", "Urgency is not —"},
		{"重要性=重要", "importance==important", "重要性 重要", "Importance important"}, {"referrer=#12", "referrer==12", "", ""},
		{"介绍人=董先生", "referrer~董先生", "介绍人 含 董先生", "Referrer has 董先生"},
		{"source=老带新", "source==老带新", "客户来源 老带新", "Source 老带新"}, {"创建时间>=2026-11-01", "created_at>=2026-11-01",
			"创建时间 >= 2026-11-01", "Created >= 2026-11-01"},
	} {
		cut, ok := model.CutFilter(tt.text)
		code, known := Customers.Named(cut.Field)
		spec, _ := Customers.Spec(code, at)
		if !ok || !known {
			t.Errorf("%s: %v %v", tt.text, ok, known)
			continue
		}
		f, err := ReadFilter(model.RowOfCustomer, spec, cut, today)
		if tt.text == "referrer=#12" {
			cut.Inside = false
			f, err = ReadFilter(model.RowOfCustomer, spec, cut, today)
			tt.zh, tt.en = "介绍人 #12", "Referrer #12"
		}
		if err != nil || f.String() != tt.want || inWords(f, ZH) != tt.zh || inWords(f, EN) != tt.en {
			t.Errorf("%s: %s, %q, %q (%v), want %s, %q, %q", tt.text, f, inWords(f, ZH), inWords(f, EN), err, tt.want, tt.zh, tt.en)
		}
	}
	for _, text := range []string{"grade=F", "grade~A", "name>=x", "next_on<=someday", "expected_amount>=much",
		"urgency=maybe", "important=perhaps", "tags>=x"} {
		cut, _ := model.CutFilter(text)
		code, _ := Customers.Named(cut.Field)
		spec, _ := Customers.Spec(code, at)
		if f, err := ReadFilter(model.RowOfCustomer, spec, cut, today); err == nil {
			t.Errorf("%s is taken: %+v", text, f)
		}
	}
}

func TestEveryColumnHasANameInBothLanguages(t *testing.T) {
	for _, spec := range Customers.Specs(model.AsOf{}) {
		zh, en := Customers.Head(spec.Code, ZH), Customers.Head(spec.Code, EN)
		if zh == spec.Code || en == spec.Code || zh == "" || en == "" {
			t.Errorf("%s: %q, %q", spec.Code, zh, en)
		}
		for _, name := range []string{spec.Code, zh, en} {
			if got, ok := Customers.Named(name); !ok || got != spec.Code {
				t.Errorf("%s is read as %q", name, got)
			}
		}
		for _, option := range spec.Options {
			zh, en := OptionIn(model.RowOfCustomer, spec, option, ZH), OptionIn(model.RowOfCustomer, spec, option, EN)
			if zh == "" || en == "" || len(option) > 1 && zh == option {
				t.Errorf("%s %s: %q, %q", spec.Code, option, zh, en)
			}
		}
	}
}
