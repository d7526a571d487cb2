package model

import (
	"regexp"
	"strconv"
	"strings"
)

// The words of terms (rule 2.5), as tidyTerms leaves them: half-width, lower
// case, without spaces.

var (
	sharePattern = regexp.MustCompile(`(\d{1,3})(?:\.(\d{1,2}))?(?:%|percent|pct)`)
	dayOfPattern = regexp.MustCompile(`^(次月|下月|下个月|隔月|当月|本月)(?:的)?(?:(\d{1,2})[号日]?|(底|末|月底|月末|最后一天))(?:前|之前)?(?:付款?|支付|付清|结清)?$`)
	monthPattern = regexp.MustCompile(
		`^(?:月结|(?:monthly|eom|endofmonth)[+]?)(?:(\d{1,3})(?:天|日|days?|d)?)?(?:付款?|支付)?$` +
			`|^(?:net)?(\d{1,3})(?:天|日|days?|d)?(?:月结|eom|endofmonth)$`,
	)
	bareDays      = regexp.MustCompile(`^(?:账期|帐期|信用期|赊账|net|n/|t/t|tt)?(\d{1,3})(?:天|日|days?|d)?(?:账期|帐期|net)?(?:付款?|支付|内付款?|内付清)?$`)
	spanPattern   = regexp.MustCompile(`(\d{1,4})(个月|天|日|周|星期|月|年|days?|d|weeks?|months?|years?)`)
	spokenPattern = regexp.MustCompile(`(半|一|两|二|三|四|五|六|十二|十)(个月|周|星期|年)`)
)

// termsWord is a word of an event: what it means, and what it leaves to say.
type termsWord struct {
	word  string
	event Event
	kind  DueKind
}

// Longer and more telling words first: 发货前 before 货.
var termsWords = []termsWord{
	{"质保金", EventAccept, DueRetention}, {"质保", EventAccept, DueRetention}, {"保修金", EventAccept, DueRetention},
	{"retention", EventAccept, DueRetention}, {"warranty", EventAccept, DueRetention},
	{"款到发货", EventShip, ""}, {"先款后货", EventShip, ""}, {"付款发货", EventShip, ""}, {"带款提货", EventShip, ""}, {"现款现货", EventShip, ""},
	{"款到", EventShip, ""},
	{"发货前", EventShip, ""}, {"出货前", EventShip, ""}, {"提货前", EventShip, ""}, {"装运前", EventShip, ""}, {"beforeshipment", EventShip, ""},
	{"beforeshipping", EventShip, ""}, {"beforedelivery", EventShip, ""}, {"priortoshipment", EventShip, ""},
	{"验收", EventAccept, ""}, {"安装", EventAccept, ""}, {"调试", EventAccept, ""}, {"acceptance", EventAccept, ""},
	{"installation", EventAccept, ""},
	{"对账", EventReconcile, ""}, {"对帐", EventReconcile, ""}, {"reconciliation", EventReconcile, ""},
	{"票到", EventInvoice, ""}, {"到票", EventInvoice, ""}, {"收票", EventInvoice, ""}, {"见票", EventInvoice, ""},
	{"开票", EventInvoice, ""}, {"发票", EventInvoice, ""}, {"invoice", EventInvoice, ""},
	{"发货", EventShip, ""}, {"出货", EventShip, ""}, {"提货", EventShip, ""}, {"shipment", EventShip, ""}, {"shipping", EventShip, ""},
	{"货到", EventReceive, ""}, {"到货", EventReceive, ""}, {"收货", EventReceive, ""}, {"签收", EventReceive, ""},
	{"交货", EventReceive, ""}, {"交付", EventReceive, ""}, {"cod", EventReceive, ""}, {"cashondelivery", EventReceive, ""},
	{"delivery", EventReceive, ""}, {"receiptofgoods", EventReceive, ""}, {"receipt", EventReceive, ""},
	{"预付全款", EventShip, ""}, {"全款预付", EventShip, ""}, {"prepaid", EventShip, ""}, {"prepayment", EventShip, ""},
	{"cashinadvance", EventShip, ""}, {"cia", EventShip, ""},
	{"定金", EventSign, DueDeposit}, {"订金", EventSign, DueDeposit}, {"预付", EventSign, DueDeposit}, {"首付", EventSign, DueDeposit},
	{"deposit", EventSign, DueDeposit}, {"inadvance", EventSign, DueDeposit}, {"advance", EventSign, DueDeposit},
	{"downpayment", EventSign, DueDeposit},
	{"签约", EventSign, ""}, {"签合同", EventSign, ""}, {"合同签订", EventSign, ""}, {"签订", EventSign, ""}, {"下单", EventSign, ""},
	{"订单确认", EventSign, ""}, {"signing", EventSign, ""}, {"withorder", EventSign, ""}, {"order", EventSign, ""},
}

// termsFill are words that say nothing more, the longer first.
var termsFill = []string{
	"款到发货", "货到付款", "尾款", "余款", "其余", "余额", "货款", "全款", "进度款", "款项", "合同款", "合同", "生效", "合格", "完毕", "完成", "付清",
	"结清", "支付", "付款", "结算", "一次性", "到期", "满", "期", "内", "后", "前", "时", "付", "款", "到", "的", "当天", "当日", "即",
	"balance", "remaining", "rest", "payment", "paid", "after", "upon", "before", "from", "against", "within",
	"date", "goods", "the", "of", "on", "by", "in", "t/t", "tt", "net", "due", "pay", "copy", "b/l", "at", "days",
	"day", "-", "/", ":", "(", ")", ".",
}

var balanceWords = []string{"尾款", "余款", "其余", "余额", "balance", "remaining", "rest"}

var monthCount = map[string]int{"当月": 0, "本月": 0, "次月": 1, "下月": 1, "下个月": 1, "隔月": 2}

var spokenNumbers = map[string]int{"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10, "十二": 12}

// readInstalment reads one part of terms; given tells that it names its share.
func readInstalment(text string) (i Instalment, given, ok bool) {
	s := strings.ToLower(strings.Join(strings.Fields(HalfWidth(text)), ""))
	s = strings.NewReplacer("％", "%", "帐", "账", "。", "", "号码", "").Replace(s)
	if m := sharePattern.FindStringSubmatchIndex(s); m != nil {
		whole, _ := strconv.ParseInt(s[m[2]:m[3]], 10, 64)
		i.Share, given = whole*100, true
		if m[4] >= 0 {
			parts, _ := strconv.ParseInt((s[m[4]:m[5]] + "0")[:2], 10, 64)
			i.Share += parts
		}
		s = s[:m[0]] + s[m[1]:]
	}
	for _, w := range balanceWords {
		if strings.Contains(s, w) {
			i.Kind = DueBalance
		}
	}
	if s == "" {
		return i, given, false
	}
	return i, given, i.readWhen(s)
}

// readWhen reads when an instalment is due.
func (i *Instalment) readWhen(s string) bool {
	lead := s
	for _, w := range balanceWords {
		lead = strings.TrimPrefix(lead, w)
	}
	if m := dayOfPattern.FindStringSubmatch(lead); m != nil {
		i.Event, i.Rule, i.Months, i.Base = EventInvoice, RuleDayOf, monthCount[m[1]], true
		i.Days, _ = strconv.Atoi(m[2])
		if m[3] != "" {
			i.Days = 31
		}
		return i.Days >= 1 && i.Days <= 31
	}
	if m := monthPattern.FindStringSubmatch(lead); m != nil {
		i.Event, i.Rule, i.Base, i.Days = EventInvoice, RuleMonthN, true, 30
		if n := m[1] + m[2]; n != "" {
			i.Days, _ = strconv.Atoi(n)
		}
		return true
	}
	if m := bareDays.FindStringSubmatch(lead); m != nil {
		i.Event, i.Rule = EventInvoice, RuleDays
		i.Days, _ = strconv.Atoi(m[1])
		return true
	}
	return i.readEvent(s)
}

// readEvent reads an event and what is to pass after it: 验收后30天.
func (i *Instalment) readEvent(s string) bool {
	i.Rule = RuleDays
	s = i.cutSpan(s)
	for _, w := range termsWords {
		at := strings.Index(s, w.word)
		if at < 0 {
			continue
		}
		before, isAfter := strings.Contains(s, "前") || strings.Contains(s, "before"), i.Days+i.Months > 0
		if before && isAfter {
			return false // 发货前30天: when that is nobody knows beforehand
		}
		i.Event = w.event
		if i.Kind == "" {
			i.Kind = w.kind
		}
		s = s[:at] + s[at+len(w.word):]
		// A further word may say the same: 签约预付, 验收质保金.
		for _, more := range termsWords {
			if (more.event == w.event || more.kind != "") && strings.Contains(s, more.word) {
				s = strings.Replace(s, more.word, "", 1)
				if i.Kind == "" {
					i.Kind = more.kind
				}
			}
		}
		break
	}
	if i.Event == "" {
		return false
	}
	for _, w := range termsFill {
		s = strings.ReplaceAll(s, w, "")
	}
	return s == ""
}

// cutSpan takes the time that passes out of the words.
func (i *Instalment) cutSpan(s string) string {
	if m := spokenPattern.FindStringSubmatchIndex(s); m != nil {
		n, unit := spokenNumbers[s[m[2]:m[3]]], s[m[4]:m[5]]
		switch {
		case s[m[2]:m[3]] == "半" && unit == "年":
			i.Months = 6
		case s[m[2]:m[3]] == "半":
			i.Days = 15
		default:
			i.pass(n, unit)
		}
		return s[:m[0]] + s[m[1]:]
	}
	if m := spanPattern.FindStringSubmatchIndex(s); m != nil {
		n, _ := strconv.Atoi(s[m[2]:m[3]])
		i.pass(n, s[m[4]:m[5]])
		return s[:m[0]] + s[m[1]:]
	}
	return s
}

// pass adds so many units of time.
func (i *Instalment) pass(n int, unit string) {
	switch {
	case strings.HasPrefix(unit, "个月"), unit == "月", strings.HasPrefix(unit, "month"):
		i.Months += n
	case unit == "年", strings.HasPrefix(unit, "year"):
		i.Months += 12 * n
	case unit == "周", unit == "星期", strings.HasPrefix(unit, "week"):
		i.Days += 7 * n
	default:
		i.Days += n
	}
}
