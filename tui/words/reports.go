package words

import (
	"genjin/model"
	"genjin/model/label"
)

// Reports is tab 7.
type Reports struct {
	Tab, Read, Nothing string
	Counting           string
	Earlier, Later     string
	Draft, Export      string
	CopyText           string
	PrintText, Afresh  string
	Freshened, Nobody  string
	Kept               string // the report
	KeptOn             string // the day
	NotKept            string
	Fill, Template     string
	TemplateHint       string
	Exported           string // path
	Carry              string
	NoCampaigns        string
	Carried            string // how many, the period
	NothingCarried     string // the period before, the period
}

// PageEmpty is what would fill a report that has nothing to count, by its kind.
var PageEmpty = map[string]T{
	model.ReportPlan: {"还没有销售计划:n 新增目标,c 照上期的目标再定一次", "No targets yet: n sets one, c sets those of the period before again"},
	model.ReportFunnel: {"还没有客户:在客户页按 n 新增或 i 导入,这里就按成交状态、等级、类型数",
		"No customers yet: add one (n) or import them (i) on the Customers tab; they are counted here by stage, grade and class"},
	model.ReportForecast: {"没有预计成交的客户:在客户卡上写「预计成交日期」和「预计金额」,这里就按月加",
		"Nobody is expected to buy: the expected date and amount on a customer's card are added up here by month"},
	model.ReportMoney: {"还没有应收款和回款:在回款页按 n 新增应收款、p 收款,或导入回款跟踪表,这里就有账龄和回款率",
		"Nothing is owed or paid yet: add a receivable (n) or a payment (p) on the Receivables tab, or import them"},
	model.ReportCases: {"这段时间没有客服事项:记跟进时把「类别」选成咨询、投诉、反馈或售后,这里就数",
		"No cases in the period: a contact of the kind inquiry, complaint, feedback or after-sales is counted here"},
	model.ReportSources: {"这段时间没有新客户、成交、签单或回款;在客户卡上写「客户来源」,这里就按渠道数",
		"No customers, deals, orders or payments in the period; the source on a customer's card is counted here"},
	model.ReportCampaigns: {"还没有营销活动带来的客户:在「营销活动」里新增活动(n),再在客户卡上写是哪个活动带来的",
		"No customers by a campaign yet: add one under Campaigns (n), and say on the customer's card by which they came"},
	model.ReportKeyPersons: {"还没有介绍人带来的客户:在客户卡上写「介绍人」,这里就数他带来了谁、值多少",
		"Nobody was brought by another customer yet: say on the card who the referrer is"},
	model.ReportDelivery: {"这段时间没有签收的订单;订单写上交付日期,签收后这里就有准时率",
		"Nothing was received in the period; give orders a promised day, and receive them"},
}

// ReportLacks is what would fill the figures of a report for which a book has
// nothing at all, by one of model.Lacks.
var ReportLacks = map[string]T{
	model.ExportCustomers: {"还没有客户:在客户页按 n 新增或 i 导入", "No customers yet: add one (n) or import them (i) on the Customers tab"},
	model.ExportJournal: {"还没有跟进:在客户上按 l 记一条,联系、拜访、进店就数在这里",
		"No contacts yet: log one on a customer (l); contacts and visits are counted here"},
	model.ExportOrders: {"还没有订单:在订单页按 n 下单,签单和交付就数在这里",
		"No orders yet: add one on the Orders tab (n); what is signed and delivered is counted here"},
	model.ExportPayments:    {"还没有回款:在回款页按 p 收款", "No payments yet: record one on the Receivables tab (p)"},
	model.ExportReceivables: {"还没有应收款:在回款页按 n 新增", "Nothing is owed yet: add a receivable on the Receivables tab (n)"},
	model.NeverCases: {"还没有客服事项:记跟进时把「类别」选成咨询、投诉、反馈或售后",
		"No cases yet: log a contact of the kind inquiry, complaint, feedback or after-sales"},
	model.NeverSpent: {"还没有营销活动:在「营销活动」里按 n 新增,费用就按渠道和活动分摊",
		"No campaigns yet: add one under Campaigns (n); what it cost is shared out by source and campaign"},
	model.NeverEnded: {"还没有成交或丢单:记跟进时写「成交状态」,这里就数谁往下走了、多少天",
		"Nothing is won or lost yet: set the stage as you log a contact; who went further, and in how many days, is counted here"},
}

func reports(t tongue) Reports {
	return Reports{
		Tab:      t.say("报表", "Reports"),
		Read:     t.say("读取报表", "read the report"),
		Nothing:  t.say("这段时间还没有记录;记跟进、下订单、收款之后,这里就有数字", "Nothing yet: contacts, orders and payments of the period are counted here"),
		Counting: t.say("正在数…", "counting …"),
		Earlier:  t.say("上一期", "the period before"),
		Later:    t.say("下一期", "the period after"),
		Draft:    t.say("改稿", "the text"), Export: t.say("导出报表", "export the report"),
		CopyText: t.say("复制文字", "copy the text"), PrintText: t.say("打印成文件", "write a file to print"),
		Afresh:         t.say("按现在的数字重写", "start afresh"),
		Freshened:      t.say("已换成现在的数字,ctrl+s 才保存", "the figures are those of now; ctrl+s keeps them"),
		Nobody:         t.say("还没有交出去", "nobody so far"),
		Kept:           t.say("已保存 %s", "kept: %s"),
		KeptOn:         t.say("这是 %s 保存的稿子;F7 按现在的数字重写", "As it was kept on %s; F7 starts afresh from the figures of now"),
		NotKept:        t.say("数字是现在的,保存以后不再变", "The figures are those of now, and stay as they are once this is kept"),
		NoCampaigns:    t.say("还没有营销活动:n 新增一个,再在客户卡上写是哪个活动带来的", "No campaigns yet: n adds one; a customer's card says by which they came"),
		Carry:          t.say("照上期的目标再定", "carry targets on"),
		Carried:        TargetsCarried.In(label.Lang(t)),
		Fill:           t.say("写进公司表格", "into the own workbook"),
		Template:       t.say("模板", "Template"),
		TemplateHint:   t.say("自己的 xlsx,单元格里写【签单】【问题】等名称", "an own xlsx whose cells say 【signed】, 【problems】 …"),
		NothingCarried: NothingCarried.In(label.Lang(t)),
		Exported:       t.say("已写出报表 %s", "The report is in %s"),
	}
}
