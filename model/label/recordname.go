package label

// Records is the name of a kind of record over several of them.
func Records(code string, l Lang) string {
	if many := plurals[code]; many != "" && l == EN {
		return many
	}
	return Record(code, l)
}

// Record is the name of a record of a kind.
func Record(code string, l Lang) string {
	if w, ok := records[code]; ok {
		return w.in(l)
	}
	return code
}

var records = map[string]word{
	"customer": of("客户", "customer"), "journal": of("跟进记录", "journal entry"), "handled": of("今日处理", "queue"),
	"settings": of("设置", "settings"), "import_batch": of("导入批次", "import"), "segment": of("保存的筛选", "saved filter"),
	"receivable": of("应收款", "receivable"), "payment": of("回款", "payment"), "allocation": of("核销", "allocation"),
	"credit": of("冲减", "credit note"), "dunning": of("催收记录", "chasing step"), "reconciliation": of("对账", "reconciliation"),
	"refund":  of("退款", "refund"),
	"contact": of("联系人", "contact"), "visit_plan": of("拜访准备", "visit preparation"), "purchase": of("采购项目", "purchase project"),
	"occasion": of("重要日子", "important date"), "customer_price": of("客户专价", "customer price"), "company": of("企业档案", "company card"),
	"market_note": of("市场调查", "market note"), "target": of("销售计划", "target"),
	"campaign": of("营销活动", "campaign"), "accounts": of("财务信息", "accounts"),
	"report": of("报告", "kept report"),
}

// plurals are the headings over records that are kept beside the customers and
// the money; Chinese says one and several alike.
var plurals = map[string]string{
	"contact": "Contacts", "visit_plan": "Visit preparation", "purchase": "Purchase project", "occasion": "Important dates",
	"customer_price": "Customer prices", "company": "Company card", "market_note": "Market notes",
	"accounts": "Accounts",
	"target":   "Targets", "campaign": "Campaigns", "report": "Kept reports",
}
