package model

import (
	"slices"
	"strconv"
	"strings"

	"genjin/model/pattern"
)

// The words of terms (rule 2.5), as tidyTerms leaves them: half-width, lower
// case, without spaces.

// monthWord is a month as seen from that of the event.
const monthWord = `(当月|本月|次月|下月|下个月|隔月)`

// discountTerms begin terms with a discount for who pays early: 2/10 net 30.
const discountTerms = `^(\d{1,2})(?:\.(\d))?%?/([7-9]|[1-9]\d)(?:days?|d)?`

// payWord ends terms of a day or a period.
const payWord = `(?:付款?|支付|付清|结清|结款|清账|结账|结)`

var (
	percentPattern  = pattern.Of(`(\d{1,3})(?:\.(\d{1,2}))?(?:%|percent|pct)|百分之(\d{1,3})`)
	tenthPattern    = pattern.Of(`(\d)成`)
	fractionPattern = pattern.Of(`(\d{1,2})/(\d{1,2})|(\d{1,2})分之(\d{1,2})`)
	amountPattern   = pattern.Of(`(?:rmb|人民币|¥)?(\d+(?:\.\d+)?(?:万|千|k)?)(元|块|rmb)?([天日号个月周星年d%/成]?)`)
	discountPattern = pattern.Of(discountTerms + `(net|n/)`)
	discountOnly    = pattern.Of(discountTerms + `$`)
	cutOffPattern   = pattern.Of(`^每月(\d{1,2})[号日]?(?:对账|结账|出账|关账|截止|截单)`)
	cutOffOnly      = pattern.Of(cutOffPattern.String() + `$`)
	dayOfPattern    = pattern.Of(`^` + monthWord + `的?(?:(\d{1,2})[号日]?|(底|末|月底|月末|最后一天))(?:前|之前)?` + payWord + `?$`)
	clearPattern    = pattern.Of(`^(?:` + monthWord + `内?|月底|月末)` + payWord + `$`)
	monthPattern    = pattern.Of(
		`^(货到|到货|收货|票到|开票|对账)?后?(?:月结|(?:monthly|eom|endofmonth)[+]?)(?:(\d{1,3})(?:天|日|days?|d)?)?` + payWord + `?$` +
			`|^(?:net)?(\d{1,3})(?:天|日|days?|d)?(?:月结|eom|endofmonth)$`,
	)
	periodPattern = pattern.Of(`^按?(半月|季度?)结(?:算|账|清)?(?:(\d{1,3})(?:天|日)?)?$`)
	bareDays      = pattern.Of(`^(?:账期|信用期|赊账|net|n/)?(\d{1,3})(?:天|日|days?|d)?(?:账期|net)?(?:付款?|支付|内付款?|内付清)?$`)
	spanPattern   = pattern.Of(`(\d{1,4})(个月|天|日|周|星期|月|年|days?|d|weeks?|months?|years?)`)
	halfPattern   = pattern.Of(`半(个月|年)`)
	hanPattern    = pattern.Of(`[零一二两三四五六七八九十百廿卅]+`)
)

// hanBefore are what numbers stand before in terms; other Chinese digits are
// parts of words, such as 一次性.
var hanBefore = []string{"天", "日", "号", "个月", "个星期", "周", "星期", "月", "年", "%", "成", "分之", "元", "万", "千"}

// meansWords are what is paid with; a letter of credit, and papers, are paid
// when the goods are on their way.
var meansWords = []struct {
	word   string
	means  Means
	papers bool
}{
	{"电子银行承兑", MeansDraft, false}, {"银行承兑", MeansDraft, false}, {"商业承兑", MeansDraft, false}, {"承兑汇票", MeansDraft, false},
	{"承兑交单", MeansDraft, true}, {"付款交单", "", true}, {"汇票", MeansDraft, false}, {"承兑", MeansDraft, false}, {"银承", MeansDraft, false},
	{"商承", MeansDraft, false}, {"bankacceptance", MeansDraft, false}, {"acceptancedraft", MeansDraft, false}, {"d/a", MeansDraft, true},
	{"d/p", "", true}, {"电汇", MeansTransfer, false}, {"转账", MeansTransfer, false}, {"对公", MeansTransfer, false}, {"t/t", MeansTransfer, false},
	{"telegraphictransfer", MeansTransfer, false}, {"banktransfer", MeansTransfer, false}, {"wiretransfer", MeansTransfer, false},
	{"现金", MeansCash, false}, {"incash", MeansCash, false},
	{"信用证", MeansLetter, true}, {"l/c", MeansLetter, true}, {"letterofcredit", MeansLetter, true},
	{"提单复印件", "", true}, {"提单副本", "", true}, {"提单扫描件", "", true}, {"提单", "", true}, {"billoflading", "", true}, {"b/l", "", true},
	{"shippingdocuments", "", true}, {"shippingdocs", "", true},
}

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
	{"现结", EventReceive, ""}, {"deposit", EventSign, DueDeposit}, {"inadvance", EventSign, DueDeposit}, {"advance", EventSign, DueDeposit},
	{"downpayment", EventSign, DueDeposit},
	{"签约", EventSign, ""}, {"签合同", EventSign, ""}, {"合同签订", EventSign, ""}, {"签订", EventSign, ""}, {"下单", EventSign, ""},
	{"订单确认", EventSign, ""}, {"signing", EventSign, ""}, {"withorder", EventSign, ""}, {"order", EventSign, ""},
}

// termsFill are words that say nothing more, the longer first.
var termsFill = []string{
	"款到发货", "货到付款", "尾款", "余款", "其余", "余额", "货款", "全款", "进度款", "款项", "合同款", "合同", "生效", "合格", "完毕", "完成", "付清",
	"结清", "支付", "付款", "结算", "一次性", "到期", "满", "期", "内", "后", "前", "时", "付", "款", "到", "的", "当天", "当日", "即期", "远期", "即", "见单", "见票", "见",
	"凭", "不可撤销", "可转让", "irrevocable", "confirmed", "documentary", "sight", "copies", "draft", "by", "with", "as",
	"balance", "remaining", "rest", "payment", "paid", "after", "upon", "before", "from", "against", "within",
	"date", "goods", "the", "of", "on", "in", "net", "due", "pay", "copy", "at", "days",
	"day", "-", "/", ":", "(", ")", ".",
}

var balanceWords = []string{"尾款", "余款", "其余", "余额", "balance", "remaining", "rest"}

var monthCount = map[string]int{"当月": 0, "本月": 0, "次月": 1, "下月": 1, "下个月": 1, "隔月": 2}

// periodRules are the rules of periods that aren't months.
var periodRules = map[string]Rule{"半月": RuleHalf, "季": RuleQuarter, "季度": RuleQuarter}

// tidyTerms writes a part of terms in one way: half-width, lower case, without
// spaces, numbers in digits.
func tidyTerms(text string) string {
	s := strings.ToLower(strings.Join(strings.Fields(HalfWidth(text)), ""))
	s = strings.NewReplacer("％", "%", "￥", "¥", "帐", "账", "。", "", "号码", "", ",", "").Replace(s)
	var b strings.Builder
	for at := 0; at < len(s); {
		m := hanPattern.FindStringIndex(s[at:])
		if m == nil {
			b.WriteString(s[at:])
			break
		}
		word, rest := s[at+m[0]:at+m[1]], s[at+m[1]:]
		n, ok := hanCount(word)
		counts := slices.ContainsFunc(hanBefore, func(w string) bool { return strings.HasPrefix(rest, w) })
		b.WriteString(s[at : at+m[0]])
		if ok && (counts || strings.HasSuffix(b.String(), "分之")) {
			word = strconv.Itoa(n)
		}
		b.WriteString(word)
		at += m[1]
	}
	return b.String()
}

// readInstalment reads one part of terms; given tells that it names its share.
func readInstalment(text string) (i Instalment, given, ok bool) {
	s := tidyTerms(text)
	if m := discountPattern.FindStringSubmatchIndex(s); m != nil {
		i.Discount, i.DiscountDays = hundredths(s[m[2]:m[3]], submatch(s, m, 2)), atoi(s[m[6]:m[7]])
		s = s[m[8]:]
	}
	s = i.cutMeans(s)
	s, given = i.cutShare(s)
	for _, w := range balanceWords {
		if strings.Contains(s, w) {
			i.Kind = DueBalance
		}
	}
	if s == "" && !i.Papers {
		return i, given, false
	}
	return i, given, i.readWhen(s)
}

// onlyShare reports whether a part of terms names its share and nothing else.
func onlyShare(text string) bool {
	var i Instalment
	s, _ := i.cutShare(i.cutMeans(tidyTerms(text)))
	for _, w := range termsFill {
		s = strings.ReplaceAll(s, w, "")
	}
	return s == ""
}

func atoi(digits string) int { n, _ := strconv.Atoi(digits); return n }

// submatch is a group of a match, "" where it has none.
func submatch(s string, m []int, group int) string {
	if m[2*group] < 0 {
		return ""
	}
	return s[m[2*group]:m[2*group+1]]
}

// hundredths is a number of at most two decimals in hundredths.
func hundredths(whole, decimals string) int64 {
	return int64(atoi(whole)*100 + atoi((decimals + "00")[:2]))
}

// cutMeans takes what is paid with out of the words.
func (i *Instalment) cutMeans(s string) string {
	for _, w := range meansWords {
		if rest := strings.Replace(s, w.word, "", 1); rest != s && (i.Means == "" || w.means == "") {
			s, i.Papers = rest, i.Papers || w.papers
			setUnlessEmpty(&i.Means, w.means)
		}
	}
	return s
}

// cutShare takes the share, or the fixed amount, out of the words.
func (i *Instalment) cutShare(s string) (rest string, given bool) {
	cut := func(m []int) string { return s[:m[0]] + s[m[1]:] }
	if m := percentPattern.FindStringSubmatchIndex(s); m != nil {
		i.Share, i.Whole = hundredths(submatch(s, m, 1)+submatch(s, m, 3), submatch(s, m, 2)), WholeShare
		return cut(m), true
	}
	if m := tenthPattern.FindStringSubmatchIndex(s); m != nil {
		i.Share, i.Whole = int64(atoi(s[m[2]:m[3]]))*WholeShare/10, WholeShare
		return cut(m), true
	}
	if m := fractionPattern.FindStringSubmatchIndex(s); m != nil {
		part, whole := atoi(submatch(s, m, 1)+submatch(s, m, 4)), atoi(submatch(s, m, 2)+submatch(s, m, 3))
		if part > 0 && part < whole {
			i.Share, i.Whole = int64(part), int64(whole)
			return cut(m), true
		}
	}
	for _, m := range amountPattern.FindAllStringSubmatchIndex(s, -1) {
		number, unit := s[m[2]:m[3]], submatch(s, m, 2)
		isAmount := unit != "" || strings.ContainsAny(number, "万千k") || atoi(number) >= leastAmount || endsWithDeposit(s[:m[0]])
		if submatch(s, m, 3) != "" || !isAmount {
			continue
		}
		i.Fixed = number
		return cut(m), true
	}
	return s, false
}

// endsWithDeposit reports whether what comes next is how much is paid in advance:
// 预付200.
func endsWithDeposit(s string) bool {
	return slices.ContainsFunc(termsWords, func(w termsWord) bool { return w.kind == DueDeposit && strings.HasSuffix(s, w.word) })
}

// leastAmount is from where on a bare number in terms is an amount, and not a
// number of days.
const leastAmount = 1000

// readWhen reads when an instalment is due.
func (i *Instalment) readWhen(s string) bool {
	lead := s
	for _, w := range balanceWords {
		lead = strings.TrimPrefix(lead, w)
	}
	if m := cutOffPattern.FindStringSubmatch(lead); m != nil {
		i.CutOff = atoi(m[1])
		lead = lead[len(m[0]):]
		if i.CutOff < 1 || i.CutOff > 31 {
			return false
		}
	}
	if i.readPeriod(lead) {
		return true
	}
	if m := bareDays.FindStringSubmatch(lead); m != nil && !i.Papers && i.CutOff == 0 {
		i.Event, i.Rule, i.Days = EventInvoice, RuleDays, atoi(m[1])
		return true
	}
	return i.CutOff == 0 && i.readEvent(s)
}

// readPeriod reads terms by months and other periods: 次月10号, 当月结清, 月结30天,
// 半月结, 季结.
func (i *Instalment) readPeriod(s string) bool {
	if m := dayOfPattern.FindStringSubmatch(s); m != nil {
		i.Event, i.Rule, i.Months, i.Days, i.Base = EventInvoice, RuleDayOf, monthCount[m[1]], atoi(m[2]), true
		if m[3] != "" {
			i.Days = 31
		}
		return i.Days >= 1 && i.Days <= 31
	}
	if m := clearPattern.FindStringSubmatch(s); m != nil {
		i.Event, i.Rule, i.Months, i.Days, i.Base = EventInvoice, RuleDayOf, monthCount[m[1]], 31, true
		return true
	}
	if m := periodPattern.FindStringSubmatch(s); m != nil {
		i.Event, i.Rule, i.Days, i.Base = EventInvoice, periodRules[m[1]], atoi(m[2]), true
		return true
	}
	m := monthPattern.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	i.Event, i.Rule, i.Base, i.Days = EventInvoice, RuleMonthN, true, 30
	if n := m[2] + m[3]; n != "" {
		i.Days = atoi(n)
	}
	for _, w := range termsWords {
		if m[1] != "" && w.word == m[1] {
			i.Event, i.Base = w.event, false
		}
	}
	return true
}

// readEvent reads an event and what is to pass after it: 验收后30天.
func (i *Instalment) readEvent(s string) bool {
	i.Rule = RuleDays
	s = i.cutSpan(s)
	if i.Papers {
		i.Event = EventShip
	}
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
	if m := halfPattern.FindStringSubmatchIndex(s); m != nil {
		if s[m[2]:m[3]] == "年" {
			i.Months = 6
		} else {
			i.Days = 15
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
