package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// brief writes instalments in one line: share, event, rule.
func brief(t Terms) string {
	var parts []string
	for _, i := range t.Instalments {
		text := fmt.Sprintf("%d/%d %s", i.Share, i.Whole, i.Event)
		switch {
		case i.Fixed != "":
			text = fmt.Sprintf("%s %s", i.Fixed, i.Event)
		case i.Rest:
			text = fmt.Sprintf("rest %s", i.Event)
		case i.Whole == WholeShare:
			text = fmt.Sprintf("%s%% %s", strings.TrimSuffix(Money{i.Share, ""}.String(), ".00"), i.Event)
		}
		if i.Papers {
			text += " papers"
		}
		if i.CutOff > 0 {
			text += fmt.Sprintf(" to%d", i.CutOff)
		}
		switch i.Rule {
		case RuleMonthN:
			text += fmt.Sprintf(" eom%d", i.Days)
		case RuleDayOf:
			text += fmt.Sprintf(" +%dm@%d", i.Months, i.Days)
		case RuleHalf, RuleQuarter:
			text += fmt.Sprintf(" %s%d", i.Rule, i.Days)
		default:
			if i.Months != 0 {
				text += fmt.Sprintf(" +%dm", i.Months)
			}
			if i.Days != 0 {
				text += fmt.Sprintf(" +%d", i.Days)
			}
		}
		text += " " + string(i.Kind)
		if i.Means != "" {
			text += " by " + string(i.Means)
		}
		if i.Discount > 0 {
			text += fmt.Sprintf(" -%d/%d", i.Discount, i.DiscountDays)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func TestTermsAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"款到发货": "100% ship goods", "先款后货": "100% ship goods", "prepaid": "100% ship goods", "货到付款": "100% receive goods",
		"COD": "100% receive goods", "cash on delivery": "100% receive goods",
		"票到30天": "100% invoice +30 goods", "票到付款": "100% invoice goods", "开票后45天付款": "100% invoice +45 goods",
		"账期30天": "100% invoice +30 goods", "net 30": "100% invoice +30 goods", "Net30": "100% invoice +30 goods",
		"30天": "100% invoice +30 goods", "n/60": "100% invoice +60 goods", "net 30 days": "100% invoice +30 goods",
		"货到30天": "100% receive +30 goods", "收货后15天内付清": "100% receive +15 goods", "签收后一个月": "100% receive +1m goods",
		"发货后7天": "100% ship +7 goods",
		"次月10号": "100% invoice +1m@10 goods", "次月10日前付款": "100% invoice +1m@10 goods", "下个月底": "100% invoice +1m@31 goods",
		"隔月5号": "100% invoice +2m@5 goods", "当月底": "100% invoice +0m@31 goods",
		"月结30天": "100% invoice eom30 goods", "月结": "100% invoice eom30 goods", "月结60": "100% invoice eom60 goods",
		"月结45天": "100% invoice eom45 goods", "30 days EOM": "100% invoice eom30 goods", "EOM 60": "100% invoice eom60 goods",
		"30%定金+60%发货前+10%验收后30天": "30% sign deposit; 60% ship progress; 10% accept +30 balance",
		"30％定金＋70％发货前":           "30% sign deposit; 70% ship balance",
		"定金30%,尾款70%货到30天":       "30% sign deposit; 70% receive +30 balance", "30%预付,余款发货前": "30% sign deposit; 70% ship balance",
		"30%签约、30%发货、35%安装验收、5%质保金一年":                     "30% sign deposit; 30% ship progress; 35% accept progress; 5% accept +12m retention",
		"30% deposit + 70% before shipment":               "30% sign deposit; 70% ship balance",
		"30% T/T in advance, 70% balance before shipment": "30% sign deposit by transfer; 70% ship balance",
		"50% 预付 + 50% 月结30天":                              "50% sign deposit; 50% invoice eom30 balance",
		"33.33%定金+33.33%发货前+33.34%验收合格":                   "33.33% sign deposit; 33.33% ship progress; 33.34% accept balance",
		"次月十号": "100% invoice +1m@10 goods", "月结三十天": "100% invoice eom30 goods", "货到后十五天": "100% receive +15 goods",
		"票到一百二十天": "100% invoice +120 goods", "三成定金+七成发货前": "30% sign deposit; 70% ship balance",
		"百分之三十定金,余款货到付清": "30% sign deposit; 70% receive balance", "一次性付清款到发货": "100% ship goods",
		"1/3定金+1/3发货前+1/3验收":                    "1/3 sign deposit; 1/3 ship progress; 1/3 accept balance",
		"三分之一定金,余款发货前":                          "1/3 sign deposit; 2/3 ship balance",
		"1/2 deposit + balance before shipment": "1/2 sign deposit; 50% ship balance",
		"预付20000,余款发货前":                         "20000 sign deposit; rest ship balance",
		"预付20,000元,余款发货前":                       "20000 sign deposit; rest ship balance",
		"定金2万+30%发货前+余款验收后30天":                  "2万 sign deposit; 30% ship progress; rest accept +30 balance",
		"定金800元,尾款货到":                           "800 sign deposit; rest receive balance",
		"预付200,余款发货前":                           "200 sign deposit; rest ship balance", "预付30天": "100% sign +30 goods",
		"当月结清": "100% invoice +0m@31 goods", "月底付款": "100% invoice +0m@31 goods",
		"次月付款": "100% invoice +1m@31 goods",
		"半月结":  "100% invoice half_month0 goods", "季结": "100% invoice quarter0 goods", "季结30天": "100% invoice quarter30 goods",
		"每月25号对账,次月15号付款": "100% invoice to25 +1m@15 goods", "每月25号对账次月15号付款": "100% invoice to25 +1m@15 goods",
		"30%定金;每月25日对账,月结30天": "30% sign deposit; 70% invoice to25 eom30 balance", "货到月结30天": "100% receive eom30 goods",
		"票到90天承兑": "100% invoice +90 goods by draft", "月结30天承兑": "100% invoice eom30 goods by draft",
		"月结60天电汇": "100% invoice eom60 goods by transfer",
		"货到付款现金":  "100% receive goods by cash", "T/T 30 days after invoice": "100% invoice +30 goods by transfer",
		"30% deposit + 70% against B/L copy": "30% sign deposit; 70% ship papers balance",
		"30%定金,70%见提单副本":                     "30% sign deposit; 70% ship papers balance",
		"L/C at sight":                       "100% ship papers goods by letter", "即期信用证": "100% ship papers goods by letter",
		"100% irrevocable L/C at sight": "100% ship papers goods by letter", "L/C 60 days": "100% ship papers +60 goods by letter",
		"2/10 net 30": "100% invoice +30 goods -200/10", "2/10, net 30": "100% invoice +30 goods -200/10",
		"1.5/7 n/45":     "100% invoice +45 goods -150/7",
		"95%验收后三个月+5%质保": "95% accept +3m progress; 5% accept retention", "对账后10天": "100% reconcile +10 goods",
	} {
		got, err := ParseTerms(text)
		if err != nil || brief(got) != want {
			t.Errorf("%s: %s, want %s (%v)", text, brief(got), want, err)
		}
	}
}

func TestTermsThatCantBeReadAreRefusedWithThePlace(t *testing.T) {
	for _, tt := range []struct{ text, code, at string }{
		{"看情况", RefusedTerms, "1"}, {"30%定金+看情况", RefusedTerms, "7"}, {"30%定金+60%发货前", RefusedTermsSum, "90.00"},
		{"60%定金+60%发货前", RefusedTermsSum, "120.00"},
		{"", RefusedRequired, ""}, {"次月45号", RefusedTerms, "1"}, {"30%+70%发货前", RefusedTermsWhen, "30%"}, {"30%定金+70%", RefusedTermsWhen, "70%"},
		{"30%定金+余款70%", RefusedTermsWhen, "余款70%"}, {"预付20000+30%发货前", RefusedTermsSum, "30.00"},
		{"1/3定金+1/3发货前", RefusedTermsSum, "66.67"}, {"发货前30天", RefusedTerms, "1"},
		{"定金+发货前", RefusedTerms, "4"}, {"0%定金+100%发货前", RefusedTermsShare, "0%定金"}, {"100%定金+发货前", RefusedTermsShare, "发货前"},
		{"月结30天再说", RefusedTerms, "1"}, {"每月45号对账,次月15号付款", RefusedTerms, "1"}, {"每月25号对账", RefusedTerms, "1"},
	} {
		_, err := ParseTerms(tt.text)
		var fe *FieldError
		if !errors.As(err, &fe) || fe.Code != tt.code || fe.Field != "terms" || tt.at != "" && fe.Args[1] != tt.at {
			t.Errorf("%s: %v, want %s at %s", tt.text, err, tt.code, tt.at)
		}
	}
}

// What can't be read is told with what is nearest to it.
func TestTermsThatCantBeReadOfferTheNearest(t *testing.T) {
	for text, want := range map[string]string{
		"月结30天再说": "月结30天", "30%定金+60%发货前吧+10%验收": "30%定金+60%发货前+10%验收", "大概票到30天": "票到30天", "看情况": "", "看情况+随便": "",
	} {
		_, err := ParseTerms(text)
		var fe *FieldError
		if !errors.As(err, &fe) || fe.Args[3] != want {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

func TestTheDatesOfTerms(t *testing.T) {
	days := DefaultSettings()
	days.MonthTerms = MonthsDays
	delivery := DefaultSettings()
	delivery.MonthFrom = "delivery"
	on := Events{EventInvoice: "2026-01-15", EventReceive: "2026-02-10", EventSign: "2026-01-31", EventAccept: "2026-03-01"}
	for _, tt := range []struct {
		text string
		s    Settings
		want Date
	}{
		{"月结30天", DefaultSettings(), "2026-02-28"}, {"月结30天", days, "2026-03-02"}, {"月结30天", delivery, "2026-03-31"},
		{"月结60天", DefaultSettings(), "2026-03-31"}, {"月结90天", DefaultSettings(), "2026-04-30"}, {"月结60天", days, "2026-04-01"},
		{"月结45天", DefaultSettings(), "2026-03-17"}, {"次月10号", DefaultSettings(), "2026-02-10"}, {"次月底", DefaultSettings(), "2026-02-28"},
		{"次月31号", DefaultSettings(), "2026-02-28"}, {"次月10号", delivery, "2026-03-10"},
		{"票到30天", DefaultSettings(), "2026-02-14"}, {"net 30", days, "2026-02-14"}, {"货到30天", DefaultSettings(), "2026-03-12"},
		{"当月结清", DefaultSettings(), "2026-01-31"}, {"半月结", DefaultSettings(), "2026-01-15"}, {"半月结", delivery, "2026-02-15"},
		{"季结", DefaultSettings(), "2026-03-31"}, {"季结30天", DefaultSettings(), "2026-04-30"}, {"季结30天", days, "2026-04-30"},
		{"每月25号对账次月15号付款", DefaultSettings(), "2026-02-15"}, {"每月10号对账次月15号付款", DefaultSettings(), "2026-03-15"},
		{"每月10号对账,月结30天", DefaultSettings(), "2026-03-31"}, {"货到月结30天", DefaultSettings(), "2026-03-31"},
		{"签约后一个月", DefaultSettings(), "2026-02-28"}, {"款到发货", DefaultSettings(), "2026-02-10"}, {"验收后三个月", DefaultSettings(), "2026-06-01"},
	} {
		terms, err := ParseTerms(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if got := terms.Instalments[0].Due(on, tt.s); got != tt.want {
			t.Errorf("%s %s/%s: due on %q, want %q", tt.text, tt.s.MonthTerms, tt.s.MonthFrom, got, tt.want)
		}
	}
}

func TestPartsAddUpAndRoundingGoesToTheLast(t *testing.T) {
	terms, _ := ParseTerms("33.33%定金+33.33%发货前+33.34%验收后30天")
	parts := terms.Parts(10001, "CNY")
	if parts[0] != 3333 || parts[1] != 3333 || parts[2] != 3335 {
		t.Errorf("parts %v", parts)
	}
	list := terms.Split(Receivable{Amount: 10001, SaleOn: "2026-01-01"}, Events{EventSign: "2026-01-01"}, DefaultSettings())
	if len(list) != 3 || list[0].DueOn != "2026-01-01" || list[2].DueOn != "" || list[2].Instalment != 3 || list[1].Kind != DueProgress {
		t.Errorf("split %+v", list)
	}
	for _, tt := range []struct {
		text, currency string
		total          int64
		want           []int64
	}{
		{"1/3定金+2/3发货前", "CNY", 30000_00, []int64{10000_00, 20000_00}}, {"1/3定金+1/3发货前+1/3验收", "CNY", 100, []int64{33, 33, 34}},
		{"预付20000,余款发货前", "CNY", 50000_00, []int64{20000_00, 30000_00}}, {"预付20000,余款发货前", "CNY", 15000_00, []int64{15000_00, 0}},
		{"预付20000,余款发货前", "JPY", 50000, []int64{20000, 30000}}, {"余款发货前,定金2万,10%验收后", "CNY", 50000_00, []int64{25000_00, 20000_00, 5000_00}},
	} {
		terms, err := ParseTerms(tt.text)
		if got := terms.Parts(tt.total, tt.currency); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s of %d %s: %v, want %v (%v)", tt.text, tt.total, tt.currency, got, tt.want, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64Range(1, MaxAmount).Draw(t, "total")
		var sum int64
		for _, p := range terms.Parts(total, "CNY") {
			if p < 0 {
				t.Fatalf("a part of %d is negative", total)
			}
			sum += p
		}
		if sum != total {
			t.Fatalf("parts of %d make %d", total, sum)
		}
	})
}

// Of the events of a sale only the signing is known by the day of the sale.
func TestInstalmentsOfASaleStayOpenUntilTheirEventHappens(t *testing.T) {
	for text, want := range map[string]string{
		"30%定金+60%发货前+10%验收后30天": "2026-03-01, , ",
		"款到发货": "2026-03-01", "prepaid": "2026-03-01", "L/C at sight": "", "30%定金+70%见提单副本": "2026-03-01, ",
		"货到付款": "", "货到30天": "", "发货后30天": "", "验收后30天": "", "对账后10天": "2026-03-19", "票到30天": "2026-04-08", "签约后10天": "2026-03-11",
	} {
		terms, err := ParseTerms(text)
		if err != nil {
			t.Fatal(text, err)
		}
		r := Receivable{Amount: 1000, SaleOn: "2026-03-01", InvoicedOn: "2026-03-09", Terms: text}
		var due []string
		for _, part := range terms.Split(r, r.Events(terms), DefaultSettings()) {
			due = append(due, string(part.DueOn))
		}
		if got := strings.Join(due, ", "); got != want {
			t.Errorf("%s is due %q, want %q", text, got, want)
		}
	}
}
