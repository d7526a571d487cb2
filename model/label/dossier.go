package label

import "maps"

// What the dossier of a customer is called.

var dossierFields = map[string]word{
	"document.list": of("清单", "List", "资料清单", "归档清单"), "document.name": of("资料名称", "Document", "资料", "文件名称", "证照名称", "名称"),
	"document.required": of("必需", "Required", "必备", "必须"), "document.form": of("原件/复印件", "Original or copy", "原件或复印件", "形式"),
	"document.copies": of("份数", "Copies", "数量"), "document.received_on": of("收到日期", "Received on", "收件日期", "归档日期"),
	"document.expires_on":  of("有效期至", "Valid until", "有效期", "到期日", "到期日期"),
	"document.place":       of("存放位置", "Kept in", "存放", "位置", "文件路径", "档案盒"),
	"document.returned_on": of("归还日期", "Returned on", "退还日期"),
	"document.handed_by":   of("移交人", "Handed over by", "交件人"), "document.handed_to": of("接收人", "Handed over to", "接件人", "交接人"),
	"document.state": of("收件情况", "State", "状态"), "document.expiring": of("30天内到期", "expires within 30 days"),

	"lookup.subject": of("查询对象", "Subject", "对象"), "lookup.name": of("对象名称", "Name", "名称"),
	"lookup.source": of("查询途径", "Looked up in", "查询渠道", "查询网站", "途径"), "lookup.result": of("查询结果", "Result", "结果"),
	"lookup.checked_on": of("查询日期", "Looked up on", "日期"),

	"contract.number": of("合同编号", "Contract no.", "合同号", "协议编号", "编号"), "contract.scope": of("合同内容", "Scope", "服务范围", "范围", "标的"),
	"contract.signed_on":  of("签订日期", "Signed on", "签约日期", "签署日期"),
	"contract.expires_on": of("到期日期", "Expires on", "有效期至", "到期日"), "contract.responsible": of("负责人", "Responsible", "经办人"),
	"contract.handed_over": of("交接内容", "Handed over", "移交内容"), "contract.expiring": of("30天内到期", "expires within 30 days"),

	"minutes.template": of("模板", "Template", "记录类型", "类型"), "minutes.held_on": of("日期", "Date", "访谈日期", "核实日期"),
	"minutes.place": of("地点", "Place"), "minutes.present": of("受访人", "Spoken with", "被访人", "在场人员"),
	"minutes.written_by": of("记录人", "Written by", "访谈人"), "minutes.answers": of("问答", "Questions and answers", "内容", "记录内容"),
	"template.purpose": of("用途", "For"), "template.code": of("代码", "Code"),
	"template_step.required": of("必需", "Required"), "template_step.form": of("原件/复印件", "Original or copy"),
	"template_step.copies": of("份数", "Copies"),
	"minutes.conclusion":   of("结论", "Conclusion", "小结"), "minutes.answered": of("已答", "Answered"),
}

var dossierOptions = map[string]map[string]word{
	"document.list": {
		"guarantee":   of("担保项目资料归档清单", "guarantee project papers", "担保项目", "担保"),
		"bookkeeping": of("代理记账公司资料清单", "bookkeeping client papers", "代理记账", "记账"),
	},
	"template.purpose": {
		"project": of("项目", "projects"), "documents": of("资料清单", "documents"), "minutes": of("访谈核实", "records"),
	},
	"opens": {
		"minutes": of("访谈/核实记录", "record"), "document": of("归档资料", "document"), "lookup": of("信息查询", "look-up"),
		"company": of("企业档案", "company card"), "contract": of("合同/协议", "contract"), "accounts": of("财务信息", "accounts"),
	},
	"template_step.form": {"original": of("原件", "original"), "copy": of("复印件", "copy")},
	"document.form":      {"original": of("原件", "original"), "copy": of("复印件", "copy", "复印")},
	"document.state": {
		"missing": of("缺", "missing", "未收"), "optional": of("可补", "optional", "选收"), "received": of("已收", "received"),
		"returned": of("已还", "returned", "已归还"),
	},
	"lookup.subject": {
		"company": of("企业", "company", "公司"), "shareholder": of("股东", "shareholder"),
		"legal_rep": of("法定代表人", "legal representative", "法人"), "industry": of("行业", "industry"),
	},
	"minutes.template": {
		"intake": of("业务接洽记录", "intake record", "接洽记录"), "interview": of("法人访谈记录", "legal representative interview", "法人访谈"),
		"company_check":  of("企业状况核实", "company verification", "企业核实"),
		"accounts_check": of("财务重要项目核实", "accounts verification", "财务核实"), "visit_report": of("拜访报告", "visit report", "拜访记录"),
	},
}

func init() {
	join(fields, "", dossierFields)
	maps.Copy(options, dossierOptions)
	join(records, "", map[string]word{
		"document": of("归档资料", "document"), "lookup": of("信息查询", "look-up"), "contract": of("合同/协议", "contract"),
		"minutes": of("访谈/核实记录", "record"),
	})
	maps.Copy(plurals, map[string]string{
		"document": "Documents", "lookup": "Look-ups", "contract": "Contracts", "minutes": "Records",
	})
}

// expires says which paper is valid until when.
func expires(record, name, day string, l Lang) string {
	return Record(record, l) + " " + name + pick(l, ",有效期至", ", valid until ") + day
}
