package label

import (
	"strings"
	"testing"

	"genjin/model"
)

// about is a conversation about one receivable.
func about(r model.ReceivableOf, level int) model.Talk {
	return model.Talk{Debts: []model.ReceivableOf{r}, Level: level}
}

func TestEveryStepHasItsTextInBothLanguages(t *testing.T) {
	r := model.ReceivableOf{Receivable: model.Receivable{InvoiceNo: "FP1", DueOn: "2026-01-10", Currency: "CNY", Amount: 50000},
		Now: model.Standing{Balance: 50000, DaysLate: 15}}
	c := model.Customer{Name: "刘敏", Gender: model.Female, Kind: model.Person}
	s := model.Settings{CompanyName: "Acme", BankAccount: "6222"}
	seen := map[string]bool{}
	for _, l := range []Lang{ZH, EN} {
		for level := range 6 {
			text := ChasingText(about(r, level), c, s, l)
			for _, want := range []string{"FP1", "500.00", "6222", "Acme", "刘敏"} {
				if !strings.Contains(text, want) {
					t.Errorf("level %d lacks %s:\n%s", level, want, text)
				}
			}
			if level < 5 && seen[text] {
				t.Errorf("level %d repeats:\n%s", level, text)
			}
			seen[text] = true
		}
		if text := ChasingText(model.Talk{Debts: about(r, 1).Debts, Level: 1, Broken: "2026-01-20"}, c, s, l); !strings.Contains(text,
			"2026-01-20") {
			t.Error(text)
		}
	}
}

func TestAChasingTextHasOneTitleAndNoNotes(t *testing.T) {
	r := model.ReceivableOf{Receivable: model.Receivable{InvoiceNo: "FP1", DueOn: "2026-01-10", Currency: "CNY", Amount: 50000},
		Now: model.Standing{Balance: 50000, DaysLate: 15}}
	for _, tt := range []struct {
		name   string
		kind   model.CustomerKind
		gender model.Gender
		zh, en string
	}{
		{"李太太", model.Person, model.Female, "李太太", "Dear Mrs. 李,\n"},
		{"张经理", model.Person, model.Male, "张经理", "Dear 张经理,\n"},
		{"赵校长（师院）", model.Person, model.Female, "赵校长", "Dear 赵校长,\n"},
		{"刘敏(财务)", model.Person, model.Female, "刘敏女士", "Dear Ms. 刘敏,\n"},
		{"恒基板材（慢付）", model.Company, "", "恒基板材", "Dear 恒基板材,\n"},
		{"恒基板材（集团）有限公司", model.Company, "", "恒基板材（集团）有限公司", "Dear 恒基板材（集团）有限公司,\n"},
	} {
		c := model.Customer{Name: tt.name, Kind: tt.kind, Gender: tt.gender}
		for level := range 5 {
			after := "：\n"
			if level < 2 && tt.kind == model.Person {
				after = "，您好！\n"
			}
			if text := ChasingText(about(r, level), c, model.Settings{}, ZH); !strings.HasPrefix(text, tt.zh+after) {
				t.Errorf("%s, level %d: %s", tt.name, level, text)
			}
			if text := ChasingText(about(r, level), c, model.Settings{}, EN); !strings.HasPrefix(text, tt.en) {
				t.Errorf("%s, level %d: %s", tt.name, level, text)
			}
		}
	}
}

func TestATextToSendHasNoBlanks(t *testing.T) {
	r := model.ReceivableOf{Receivable: model.Receivable{InvoiceNo: "FP1", DueOn: "2026-01-10", Currency: "CNY", Amount: 50000},
		Now: model.Standing{Balance: 50000, DaysLate: 15}}
	for _, l := range []Lang{ZH, EN} {
		for _, s := range []model.Settings{{}, {CompanyName: "Acme"}, {CompanyName: "Acme", BankAccount: "6222"}, {BankName: "ICBC"}} {
			text := ChasingText(about(r, 2), model.Customer{Name: "甲"}, s, l)
			bank := s.BankName + s.BankAccount
			if strings.Contains(text, blank) || strings.Contains(text, pick(l, "账号", "Account: ")) != (s.BankAccount != "") ||
				!strings.Contains(text, bank) {
				t.Errorf("%+v:\n%s", s, text)
			}
			if paper := BankDetails(s, l); !strings.Contains(paper, blank) {
				t.Errorf("nothing to fill in:\n%s", paper)
			}
		}
	}
}

func TestReasonsOfMoneyAreSentences(t *testing.T) {
	for _, code := range []string{"broken_promise", "chase", "reminder", "broken_promise_all", "chase_all",
		"reminder_all", "score_nothing", "score_paid", "score_unpaid",
		"score_overdue", "score_broken", "score_faster", "score_settle", "score_both", "score_capped", "score_promises"} {
		r := model.Reason{Code: code, Args: []string{"FP1", "50000", "CNY", "2026-01-10", "15", "2"}}
		zh, en := Reason(r, "2026-01-25", ZH), Reason(r, "2026-01-25", EN)
		if !han(zh) || han(en) || zh == code || en == code {
			t.Errorf("%s: %q, %q", code, zh, en)
		}
	}
}

func TestTermsAreShownBack(t *testing.T) {
	terms, err := model.ParseTerms("30%定金+70%月结30天")
	if err != nil {
		t.Fatal(err)
	}
	lines := Schedule(terms, 100000, "CNY", model.Events{model.EventSign: "2026-01-01", model.EventInvoice: "2026-01-15"},
		model.DefaultSettings(), ZH)
	if got := strings.Join(lines, "|"); got != "30% 定金 300.00 签约时 → 2026-01-01|70% 尾款 700.00 开票月后第1个月底 → 2026-02-28" {
		t.Error(got)
	}
}
