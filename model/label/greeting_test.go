package label

import (
	"strings"
	"testing"

	"genjin/model"
)

func TestEveryFestivalHasItsNameAndItsGreeting(t *testing.T) {
	for _, code := range model.GreetedFestivals {
		name, text := festivals[code], festivalGreetings[code]
		checkWord(t, code, name, true)
		checkWord(t, "greeting for "+code, text, true)
		r := model.Row{Kind: model.RowDate, About: code}
		if got := Greeting(r, model.Customer{}, model.Settings{}, ZH); got != text.zh {
			t.Errorf("%s: %q", code, got)
		}
		if Kind(r, ZH) != "节日" || Who(r, EN) != name.en {
			t.Errorf("%s: %s %s", code, Kind(r, ZH), Who(r, EN))
		}
	}
	if len(festivals) != len(model.GreetedFestivals) || len(festivalGreetings) != len(festivals) {
		t.Errorf("%d names and %d greetings for %d festivals", len(festivals), len(festivalGreetings), len(model.GreetedFestivals))
	}
}

// A title in the name is the way to address the person; notes in brackets are
// left out.
func TestANameWithATitleGetsNoOther(t *testing.T) {
	for _, tt := range []struct {
		name   string
		gender model.Gender
		zh, en string
	}{
		{"李太太", model.Female, "李太太", "Dear Mrs. 李"}, {"钱总", model.Male, "钱总", "Dear 钱总"}, {"张经理", model.Male, "张经理", "Dear 张经理"},
		{"赵校长（师院）", model.Female, "赵校长", "Dear 赵校长"}, {"周敏(二店)", model.Female, "周敏女士", "Dear Ms. 周敏"}, {"王姐", model.Female, "王姐", "Dear 王姐"},
		{"欧阳工", model.Male, "欧阳工", "Dear 欧阳工"}, {"张国工", model.Male, "张国工先生", "Dear Mr. 张国工"}, {"总", model.Male, "总先生", "Dear Mr. 总"},
		{"Dr Smith", model.Male, "Dr Smith", "Dear Dr Smith"}, {"John Smith", model.Male, "John Smith先生", "Dear Mr. John Smith"},
		{"刘小姐【新】", model.Female, "刘小姐", "Dear Ms. 刘"}, {"(老客户)", model.Male, "(老客户)先生", "Dear Mr. (老客户)"},
		{"孙老板娘", model.Female, "孙老板娘", "Dear 孙老板娘"},
		{"张经理先生", model.Male, "张经理先生", "Dear 张经理先生"}, {"陈医生 牙科", model.Male, "陈医生 牙科", "Dear 陈医生 牙科"},
		{"赵（师院）校长", model.Female, "赵校长", "Dear 赵校长"},
	} {
		c := model.Customer{Name: tt.name, Gender: tt.gender}
		if zh, en := addressOf(c, ZH), addressOf(c, EN); zh != tt.zh || en != tt.en {
			t.Errorf("%s: %q, %q; want %q, %q", tt.name, zh, en, tt.zh, tt.en)
		}
	}
	if got := addressOf(model.Customer{Name: "恒基（佛山）板材", Kind: model.Company}, ZH); got != "恒基（佛山）板材" {
		t.Errorf("a company: %q", got)
	}
}

func TestAGreetingSpeaksToThePersonAndIsSigned(t *testing.T) {
	s := model.Settings{CompanyName: "恒基汽车", Salesperson: "陈萌"}
	birthday := model.Row{Kind: model.RowDate, CustomerID: 1, Reason: model.Reason{Code: "birthday", Args: []string{"2026-11-24", "", ""}}}
	contact := model.Row{Kind: model.RowDate, CustomerID: 1, About: model.AboutContact,
		Reason: model.Reason{Code: "contact_birthday", Args: []string{"2026-11-24", "", "", "王经理", "finance"}}}
	occasion := model.Row{Kind: model.RowDate, CustomerID: 1, About: model.AboutOccasion,
		Reason: model.Reason{Code: "occasion", Args: []string{"2026-11-24", "", "", "开业十周年"}}}
	for _, tt := range []struct {
		name   string
		row    model.Row
		c      model.Customer
		zh, en string
	}{
		{"a man", birthday, model.Customer{Name: "单雄信", Gender: model.Male}, "单雄信先生，您好！\n生日快乐！", "Dear Mr. 单雄信,\nHappy birthday!"},
		{"a woman", birthday, model.Customer{Name: "周敏", Gender: model.Female}, "周敏女士，您好！", "Dear Ms. 周敏,"},
		{"a title already", birthday, model.Customer{Name: "刘女士", Gender: model.Female}, "刘女士，您好！", "Dear Ms. 刘,"},
		{"an English title", birthday, model.Customer{Name: "Mr. Smith", Gender: model.Male}, "Mr. Smith，您好！", "Dear Mr. Smith,"},
		{"the gender is not known", birthday, model.Customer{Name: "欧阳静"}, "欧阳静，您好！", "Dear 欧阳静,"},
		{"a company", birthday, model.Customer{Name: "恒基板材", Kind: model.Company}, "恒基板材：\n值此贵公司周年之际",
			"Congratulations on your company's anniversary!"},
		{"a contact", contact, model.Customer{Name: "恒基板材", Kind: model.Company}, "王经理，您好！\n生日快乐！", "Dear 王经理,\nHappy birthday!"},
		{"an important date", occasion, model.Customer{Name: "周敏", Gender: model.Female}, "周敏女士，您好！\n恭贺开业十周年！",
			"Warm wishes on the occasion of 开业十周年!"},
	} {
		for l, want := range map[Lang]string{ZH: tt.zh, EN: tt.en} {
			got := Greeting(tt.row, tt.c, s, l)
			if !strings.Contains(got, want) || !strings.HasSuffix(got, "\n恒基汽车 陈萌") {
				t.Errorf("%s, %s: %q", tt.name, l, got)
			}
		}
	}
	if got := Greeting(birthday, model.Customer{Name: "周敏"}, model.Settings{}, ZH); strings.HasSuffix(got, "\n") {
		t.Errorf("nobody to sign: %q", got)
	}
	if got := Greeting(model.Row{Kind: model.RowFollowUp}, model.Customer{}, s, ZH); got != "" {
		t.Errorf("a follow-up: %q", got)
	}
}

func TestTheAlertsAndDatesSayWhyInBothLanguages(t *testing.T) {
	const today model.Date = "2026-11-23"
	for _, tt := range []struct {
		code   string
		args   []string
		zh, en string
	}{
		{"silence", []string{"B", "7", "2026-11-02", "2027-01-04"}, "B级每7天,上次11-02,下次要到2027-01-04",
			"grade B every 7 days, last 11-02, next only 2027-01-04"},
		{"silence", []string{"", "7", "2026-11-02", ""}, "未评级每7天,上次11-02,没有下次", "ungraded every 7 days, last 11-02, nothing planned"},
		{"thin", []string{"A", "53", "address"}, "A级资料只有53%,缺 详细地址", "grade A, card 53 % full, lacks Address"},
		{"thin", []string{"A", "41", "address", "source", "decides"}, "A级资料只有41%,缺 详细地址、客户来源等3项",
			"grade A, card 41 % full, lacks Address, Source and 1 more"},
		{"birthday", []string{"2026-11-24", "38", "lunar"}, "11-24生日(农历),满38岁", "birthday 11-24 (lunar), turns 38"},
		{"contact_birthday", []string{"2026-11-24", "", "", "王经理", ""}, "王经理 11-24生日", "王经理 birthday 11-24"},
		{"contact_birthday", []string{"2026-11-24", "40", "", "王经理", "decision_maker"}, "王经理 (决策人) 11-24生日,满40岁",
			"王经理 (decision maker) birthday 11-24, turns 40"},
		{"occasion", []string{"2026-11-24", "10", "", "开业"}, "开业 11-24,10周年", "开业 11-24, 10 years"},
		{"occasion", []string{"2026-11-24", "0", "", "开业"}, "开业 11-24", "开业 11-24"},
		{"festival", []string{"2026-12-25", "15", "3", "0", "12", "0"}, "12-25,可问候15位:A3 C12", "12-25, 15 to greet: A3 C12"},
	} {
		r := model.Reason{Code: tt.code, Args: tt.args}
		if got := Reason(r, today, ZH); got != tt.zh {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.zh)
		}
		if got := Reason(r, today, EN); got != tt.en {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.en)
		}
	}
}

func TestTheAxesAndTheCompletenessHaveWords(t *testing.T) {
	for _, u := range model.Urgencies {
		w, ok := options["customer.urgency"][string(u)]
		checkWord(t, string(u), w, ok)
	}
	for _, tt := range []struct {
		c      model.Completeness
		zh, en string
	}{
		{model.Completeness{Percent: 100}, "", ""},
		{model.Completeness{Percent: 55, Missing: []string{"address", "expected_amount"}}, "55%:缺 详细地址、预计金额",
			"55 %: lacks Address, Expected amount"},
	} {
		if zh, en := Completeness(tt.c, ZH), Completeness(tt.c, EN); zh != tt.zh || en != tt.en {
			t.Errorf("%q, %q", zh, en)
		}
	}
}
