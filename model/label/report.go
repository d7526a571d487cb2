package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// summaries are the names of summaries by their period.
var summaries = map[model.Period]word{
	model.PeriodDay: of("日报", "Daily report"), model.PeriodWeek: of("周报", "Weekly report"),
	model.PeriodHalfMonth: of("半月报", "Half-monthly report"), model.PeriodMonth: of("月报", "Monthly report"),
	model.PeriodQuarter: of("季报", "Quarterly report"), model.PeriodYear: of("年报", "Yearly report"),
	model.PeriodDays: of("小结", "Summary"),
}

// shortSummaries are their English names among the other reports, which find room
// in 80 columns.
var shortSummaries = map[model.Period]string{
	model.PeriodDay: "Day", model.PeriodWeek: "Week", model.PeriodHalfMonth: "Half month", model.PeriodMonth: "Month",
}

// reportWords are the names of reports, of their measures and their tables.
var reportWords = map[string]word{
	"plan": of("计划", "Plan"), "cases": of("客服", "Cases"), "funnel": of("漏斗", "Funnel"), "forecast": of("预测", "Forecast"),
	"money":   of("回款", "Money"),
	"sources": of("渠道", "Sources"), "campaigns": of("活动效果", "Campaign results"), "keypersons": of("关键人", "Key persons"),
	"delivery": of("交付", "Delivery"),

	"by_campaign": of("营销活动", "By campaign"), "by_referrer": of("关键人", "By key person"),
	"by_product": of("产品", "By product"),
	"promised":   of("有交期", "Promised"), "days_late": of("迟交天数", "Days late"), "rate_on_time": of("准时率", "On time, %"),
	"young": of("(未满90天)", " (under 90 days)"),

	"new_customers": of("新增客户", "New customers"), "contacts": of("跟进", "Contacts"), "visits": of("拜访", "Visits"),
	"receptions": of("进店", "At the shop"), "not_reached": of("未接通", "No answer"), "signed": of("签单", "Signed"),
	"delivered": of("交付", "Delivered"), "on_time": of("准时", "On time"), "collected": of("回款", "Collected"),
	"cases_opened": of("客服新增", "Cases opened"), "cases_closed": of("客服办结", "Cases closed"),
	"cases_open": of("未办结", "Still open"), "days_to_close": of("办结天数", "Days to close"),

	"by_method": of("跟进方式", "By method"), "by_source": of("客户来源", "By source"), "by_case": of("客服类别", "By kind"),
	"by_fault": of("责任", "By fault"), "by_customer": of("客户", "By customer"),

	"by_stage": of("成交状态", "By stage"), "by_class": of("客户类型", "By class"), "by_grade": of("客户等级", "By grade"),
	"by_competitor": of("丢给谁", "Lost to"), "our_price": of("我方价格", "Our price"), "their_price": of("对方价格", "Their price"),
	"by_lost": of("丢单原因", "Why lost"), "value": of("现在", "Now"), "was": of("期初", "At the start"), "entered": of("期内进入", "Came in"),
	"conversion": of("往下走", "Went further"), "median": of("中位天数", "Median days"), "stuck": of("卡住", "Stuck"),
	"won": of("成交", "Won"), "lost": of("丢单", "Lost"), "pushed": of("一再推迟", "Pushed back"), "days": of("天", "days"),

	"targets": of("指标", "Target"), "goal": of("目标", "Goal"), "reached": of("完成", "Reached"), "share": of("完成率", "Share"),
	"time": of("时间", "Time"), "left": of("剩工作日", "Days left"), "per_day": of("每天还差", "Each day"), "lands": of("照此落在", "Lands at"),

	"leads": of("线索", "Leads"), "cost": of("费用", "Cost"), "cost_per_lead": of("每线索", "Per lead"),
	"cost_per_won": of("每成交", "Per won"),

	"closed": of("已有结果", "Closed"), "won_share": of("成交率", "Share won"), "expected": of("预计金额", "Expected"),
	"likely": of("可期金额", "Likely"), "undated": of("没有预计日期", "Without a day"), "by_month": of("月份", "By month"),
	"by_factor": of("凭什么", "By what"), "customers": of("客户", "Customers"), "needed": of("还差几个有结果的客户", "Closed customers still needed"),

	"open": of("未收", "Open"), "overdue": of("逾期", "Overdue"), "due": of("到期应收", "Fell due"), "opening": of("期初未收", "Opening"),
	"billed": of("开出", "Billed"), "closing": of("期末未收", "Closing"), "rate": of("回款率", "Rate"),
	"dso": of("DSO", "DSO"), "dso_back": of("倒推", "Back"),
	"cei": of("CEI", "CEI"), "by_currency": of("币种", "By currency"),
	"aging": of("账龄", "By age"), "weeks": of("预计与实收(周)", "Expected and received, by week"), "came": of("实收", "Received"),
	"off":      of("差额", "Off by"),
	"promises": of("承诺", "Promises"), "kept": of("兑现", "Kept"), "late": of("迟付", "Late"), "broken": of("未兑现", "Broken"),
	"pending": of("未到", "Still ahead"),

	"figure": of("指标", "Figure"), "now": of("本期", "Now"), "before": of("上期", "Before"), "unknown": of("未填", "not known"),
}

// ReportTitle is the name of a report with its span.
func ReportTitle(p *model.Page, l Lang) string {
	return ReportName(p.Code, p.Period, l) + "  " + SpanOf(p.Span, l)
}

// ReportName is the name of a report.
func ReportName(code string, p model.Period, l Lang) string {
	if code == model.Summary.Code {
		return summaries[p].in(l)
	}
	return reportWords[code].in(l)
}

// ReportShort is the name of a report among others.
func ReportShort(code string, p model.Period, l Lang) string {
	if short, ok := shortSummaries[p]; ok && l == EN && code == model.Summary.Code {
		return short
	}
	return ReportName(code, p, l)
}

// SpanOf is a span in words: its month, or its days.
func SpanOf(s model.Span, l Lang) string {
	switch p := model.PeriodBetween(s); p {
	case model.PeriodDay:
		return string(s.First) + " " + Weekday(s.First, l)
	case model.PeriodMonth, model.PeriodQuarter, model.PeriodYear:
		return p.Name(s)
	}
	return string(s.First) + " – " + string(s.Last)
}

// Measured names a measure, or a table of a report.
func Measured(code string, l Lang) string { return reportWords[code].in(l) }

// Measure is a measure's value in words: 14, 282,000.00, 62.0%, —.
func Measure(m *model.Measure, l Lang) string {
	switch {
	case m.Unknown:
		return "—"
	case m.Unit == model.UnitMoney:
		return amounts(m.Amounts, Amount)
	case m.Unit == model.UnitPerMille:
		return perMille(m.N)
	}
	return strconv.FormatInt(m.N, 10)
}

// MeasureShort is the same in few cells: 28.2万.
func MeasureShort(m *model.Measure, l Lang) string {
	if m.Unit != model.UnitMoney || m.Unknown {
		return Measure(m, l)
	}
	return amounts(m.Amounts, func(n int64, currency string) string {
		if currency == model.DefaultCurrency {
			return Compact(n, currency, l)
		}
		return currency + " " + Compact(n, currency, l)
	})
}

func amounts(list []model.Money, written func(int64, string) string) string {
	if len(list) == 0 {
		return "0"
	}
	texts := make([]string, len(list))
	for i, a := range list {
		texts[i] = written(a.Amount, a.Currency)
	}
	return strings.Join(texts, " + ")
}

func perMille(n int64) string {
	return strconv.FormatInt(n/10, 10) + "." + strconv.FormatInt(n%10, 10) + "%"
}

// LineOf is what a line of a report's table is about.
func LineOf(t *model.ReportTable, n int, l Lang) string {
	line := &t.Lines[n]
	switch {
	case t.Ages != nil:
		return Bucket(*t.Ages, n, l)
	case t.Code == "targets":
		return Value(t.Of, line.By, line.Value, l) + " " + line.Name
	case line.Young:
		return line.Name + reportWords["young"].in(l)
	case line.Name != "":
		return line.Name
	case line.Code != "":
		return Measured(line.Code, l)
	case line.By != "":
		return Field(t.Of, line.By, l) + " " + orUnknown(Value(t.Of, line.By, line.Value, l), l)
	case line.Value == "":
		return reportWords["unknown"].in(l)
	case t.Of != "":
		return Value(t.Of, t.By, line.Value, l)
	}
	return line.Value
}

func orUnknown(text string, l Lang) string {
	if text == "" {
		return reportWords["unknown"].in(l)
	}
	return text
}

// Sheet is a table of a report in words.
type Sheet struct {
	Title string
	Head  []string
	Rows  [][]string
}

// Sheets are a report's figures and its tables in words.
func Sheets(p *model.Page, l Lang) []Sheet {
	figures := Sheet{Title: ReportTitle(p, l), Head: []string{Measured("figure", l), Measured("now", l), Measured("before", l)}}
	told, _ := p.Told()
	for _, f := range told {
		before := ""
		if f.Before != nil {
			before = Measure(f.Before, l)
		}
		figures.Rows = append(figures.Rows, []string{Measured(f.Code, l), Measure(&f.Measure, l), before})
	}
	sheets := []Sheet{figures}
	for i := range p.Tables {
		t := &p.Tables[i]
		s := Sheet{Title: Measured(t.Code, l), Head: []string{Measured(t.Code, l)}}
		for _, code := range t.Heads {
			s.Head = append(s.Head, Measured(code, l))
		}
		for _, n := range t.Told() {
			row := []string{LineOf(t, n, l)}
			for c := range t.Lines[n].Cells {
				row = append(row, Measure(&t.Lines[n].Cells[c], l))
			}
			s.Rows = append(s.Rows, row)
		}
		sheets = append(sheets, s)
	}
	return sheets
}
