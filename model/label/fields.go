package label

// fields are the names of fields, by code, or by record and code where a code
// means something else in another record.
var fields = map[string]word{
	"id":         of("编号", "ID"),
	"created_at": of("创建时间", "Created"),
	"updated_at": of("更新时间", "Updated"),
	"remark":     of("备注", "Remark", "说明", "note", "notes", "comment"),

	"customer.name":            of("客户名称", "Customer", "客户", "姓名", "名称", "客户姓名", "公司名称", "单位名称", "customer name", "full name", "company"),
	"customer.kind":            of("客户性质", "Kind", "性质"),
	"customer.gender":          of("性别", "Gender", "sex"),
	"customer.phones":          of("联系方式", "Phones", "电话", "手机", "手机号", "手机号码", "联系电话", "电话号码", "phone", "mobile", "tel", "telephone"),
	"customer.wechat":          of("微信", "WeChat", "微信号"),
	"customer.email":           of("邮箱", "Email", "电子邮箱", "邮件", "e-mail", "mail"),
	"customer.address":         of("详细地址", "Address", "地址", "住址", "联系地址"),
	"customer.birthday":        of("生日", "Birthday", "出生日期", "birth date", "date of birth"),
	"customer.family":          of("家庭情况", "Family"),
	"customer.party_size":      of("几人进店", "Party size", "进店人数", "来店人数"),
	"customer.interest":        of("意向产品", "Interest", "意向产品/车型", "车型", "意向车型", "意向", "想要的产品", "interested in"),
	"customer.owner":           of("填表人", "Owner", "业务员", "销售员", "销售", "负责人", "归属人", "salesperson"),
	"customer.team":            of("所属团队", "Team", "团队", "小组"),
	"customer.filled_on":       of("填表日期", "Filled in on", "登记日期", "建档日期", "filled on"),
	"customer.source":          of("客户来源", "Source", "来源", "来源渠道"),
	"customer.campaign":        of("营销活动", "Campaign", "活动"),
	"customer.referrer":        of("介绍人", "Referrer", "推荐人"),
	"customer.role":            of("意向类型", "Role"),
	"customer.need":            of("需求", "Need", "需求情况"),
	"customer.rapport":         of("沟通良好", "Good rapport"),
	"customer.decides":         of("有决策权", "Decides"),
	"customer.expected_on":     of("预计成交日期", "Expected on", "预计成交", "预计签约日期", "expected close"),
	"customer.expected_amount": of("预计金额", "Expected amount", "预计成交金额"),
	"customer.currency":        of("币种", "Currency"),
	"customer.class":           of("客户类型", "Class", "客户分类"),
	"customer.stage":           of("成交状态", "Stage", "客户状态"),
	"customer.lost_reason":     of("丢单原因", "Lost because"),
	"customer.important":       of("重要客户", "Important"),
	"customer.grade":           of("客户等级", "Grade", "等级", "客户级别", "级别"),
	"customer.terms":           of("付款条件", "Payment terms", "账期"),
	"customer.credit_limit":    of("信用额度", "Credit limit"),
	"customer.potential_score": of("潜在价值", "Potential"),
	"customer.payment_score":   of("付款信誉度", "Payment score"),
	"customer.tags":            of("标签", "Tags", "tag"),
	"customer.next_on":         of("下次跟进日期", "Next on", "下次跟进", "下次联系", "下次联系日期", "下次回访", "next follow-up", "next contact"),
	"customer.next_action":     of("下次跟进事项", "Next action", "下次事项"),
	"customer.next_method":     of("下次方式", "Next by", "下次跟进方式"),
	"customer.consent":         of("信息使用同意", "Consent"),
	"customer.consent_on":      of("同意日期", "Consented on"),
	"customer.archived":        of("归档", "Archived"),
	"customer.last_on":         of("最近联系", "Last contact", "最近跟进", "最近沟通时间"),
	"customer.attempts":        of("未接通次数", "Failed attempts"),
	"customer.retry_on":        of("重试日期", "Retry on"),
	"customer.regrade_on":      of("改级日期", "Regrade on"),
	"customer.inferred":        of("待确认", "To confirm"),

	"journal.customer_id": of("客户", "Customer"),
	"journal.seq":         of("序号", "No.", "no", "#"),
	"journal.at":          of("日期时间", "Date and time", "日期", "时间", "跟进时间", "跟进日期", "date"),
	"journal.method":      of("跟进方式", "Method", "方式"),
	"journal.outcome":     of("结果", "Outcome", "跟进结果"),
	"journal.kind":        of("类别", "Kind"),
	"journal.situation":   of("情况描述", "Situation", "跟进内容", "沟通内容", "情况", "内容"),
	"journal.problem":     of("遇到问题", "Problem", "问题"),
	"journal.solution":    of("解决方案", "Solution", "方案"),
	"journal.case_status": of("处理状态", "Case status"),
	"journal.closed_on":   of("办结日期", "Closed on"),
	"journal.fault":       of("责任", "Fault"),
	"journal.set_grade":   of("等级改为", "Grade set"),
	"journal.set_class":   of("类型改为", "Class set"),
	"journal.set_stage":   of("状态改为", "Stage set"),
	"journal.set_next":    of("下次跟进", "Next set"),

	"handled.kind":        of("事项", "What"),
	"handled.record":      of("记录", "Record"),
	"handled.about":       of("细目", "About"),
	"handled.customer_id": of("客户", "Customer"),
	"handled.due_on":      of("到期", "Due"),
	"handled.handled_on":  of("处理日", "Handled on"),
	"handled.until":       of("顺延至", "Snoozed until"),
	"handled.reason":      of("原因", "Reason"),

	"contact.name": of("姓名", "Name", "联系人", "联系人姓名"), "contact.role": of("角色", "Role", "职务"),
	"contact.phones": of("联系方式", "Phones", "电话", "手机"), "contact.wechat": of("微信", "WeChat"),
	"contact.email": of("邮箱", "Email"), "contact.birthday": of("生日", "Birthday"),

	"visit_plan.purpose": of("拜访目的", "Purpose"), "visit_plan.bring": of("要带的东西", "Bring"), "visit_plan.pitch": of("说辞(100字内)", "Pitch (100 characters)"),

	"purchase.plan": of("采购计划", "Plan"), "purchase.to_solve": of("要解决的问题", "Problem to solve"), "purchase.deciders": of("决策人和影响者", "Deciders and influencers"),
	"purchase.timetable": of("采购时间表", "Timetable"), "purchase.budget": of("采购预算", "Budget"), "purchase.process": of("采购流程", "Process"),

	"occasion.label": of("名目", "Occasion"), "occasion.day": of("日子", "Day"),

	"customer_price.product": of("产品", "Product"), "customer_price.currency": of("币种", "Currency"), "customer_price.price": of("专价", "Price"),
	"customer_price.colour": of("色样", "Colour"), "customer_price.sample_no": of("客户样板编号", "Sample no."),

	"product.code": of("样板编号", "Code"), "product.name": of("名称", "Name"), "product.colour": of("色样", "Colour"), "product.spec": of("规格", "Spec"), "product.unit": of("单位", "Unit"),
	"product.currency": of("币种", "Currency"), "product.list_price": of("标准价", "List price"), "product.floor_price": of("最低价", "Floor price"), "product.inactive": of("停用", "Inactive"),

	"company.registered_address": of("注册地址", "Registered address"), "company.business_address": of("经营地址", "Business address"),
	"company.legal_rep": of("法定代表人", "Legal representative", "法人"), "company.legal_rep_id": of("法人身份证号", "Representative's ID number"),
	"company.legal_rep_address": of("法人住址", "Representative's address"), "company.legal_rep_phone": of("法人电话", "Representative's phone"),
	"company.registered_capital": of("注册资金", "Registered capital"), "company.term_of_business": of("经营期限", "Term of business"),
	"company.licence_no": of("工商执照注册号", "Licence no."), "company.scope": of("经营范围", "Scope"),
	"company.organisation_code": of("代码证号", "Organisation code"), "company.organisation_code_expires": of("代码证有效期", "Organisation code expires"),
	"company.taxpayer_id": of("纳税识别号", "Taxpayer ID", "税号"), "company.tax_officer": of("专管员", "Tax officer"),
	"company.bank": of("开户银行", "Bank"), "company.bank_account": of("银行账号", "Bank account", "账号"), "company.industry": of("行业", "Industry"),
	"company.shareholders": of("股东信息", "Shareholders"), "company.guarantees": of("担保/反担保", "Guarantees"),
	"company.traits": of("客户特征", "Traits"), "company.business": of("业务状况", "State of business"), "company.dealings": of("交易现状", "Present dealings"),

	"import_batch.file":      of("文件", "File"),
	"import_batch.new":       of("新增", "New"),
	"import_batch.updated":   of("更新", "Updated"),
	"import_batch.unchanged": of("不变", "Unchanged"),
	"import_batch.refused":   of("拒绝", "Refused"),
	"import_batch.refusals":  of("拒绝明细", "Refusals"),

	"settings.company_name":         of("公司名称", "Company name"),
	"settings.salesperson":          of("业务员", "Salesperson"),
	"settings.default_team":         of("所属团队", "Team"),
	"settings.default_currency":     of("币种", "Currency"),
	"settings.cadence_a":            of("A级间隔(天)", "Grade A, days"),
	"settings.cadence_b":            of("B级间隔(天)", "Grade B, days"),
	"settings.cadence_c":            of("C级间隔(天)", "Grade C, days"),
	"settings.cadence_d":            of("D级间隔(天)", "Grade D, days"),
	"settings.cadence_ungraded":     of("未评级间隔(天)", "Ungraded, days"),
	"settings.date_lead":            of("生日提前(天)", "Birthday lead, days"),
	"settings.importance_threshold": of("重要客户门槛", "Important from"),
	"settings.workdays_only":        of("只在工作日跟进", "Working days only"),
	"settings.rest_days":            of("休息日", "Rest days"),
	"settings.statutory":            of("法定节假日与调休", "Statutory holidays"),
	"settings.holidays":             of("另加假日", "Extra holidays"),
	"settings.workdays":             of("另加工作日", "Extra working days"),
	"settings.language":             of("语言", "Language"),
	"settings.theme":                of("主题", "Theme"),
	"settings.borders":              of("边框", "Borders"),
	"settings.sources":              of("自定客户来源", "Own sources"),
	"settings.lost_reasons":         of("自定丢单原因", "Own lost reasons"),
	"settings.privacy_mask":         of("遮住个人信息", "Mask private data"),
}

var sections = map[string]word{
	"who": of("基本情况", "Who"), "want": of("需求", "What they want"), "state": of("跟进", "Follow-up"),
	"terms": of("商务", "Terms"), "file": of("建档", "File"),
	"general": of("基本", "General"), "follow_up": of("跟进规则", "Follow-up"), "working_days": of("工作日", "Working days"),
	"look": of("外观", "Look"), "lists": of("选项", "Lists"), "privacy": of("隐私", "Privacy"),
}

var (
	yesNo   = map[string]word{"yes": of("是", "yes", "有", "√", "✓", "☑", "对", "1", "y", "true"), "no": of("否", "no", "无", "没有", "×", "0", "n", "false")}
	onOff   = map[string]word{"yes": of("是", "yes", "开", "打开", "on", "√", "1", "y", "true"), "no": of("否", "no", "关", "关闭", "off", "0", "n", "false")}
	methods = map[string]word{
		"phone": of("电话", "phone", "打电话", "电话沟通", "电话联系", "call", "来电"), "visit": of("上门拜访", "visit", "直接登门", "上门", "拜访", "登门"),
		"invite": of("邀约到店", "invite", "邀约登门", "邀约", "到店"), "reception": of("进店接待", "reception", "进店", "接待"),
		"chat": of("微信", "chat", "网络对话", "网络", "wechat", "qq", "聊天"), "sms": of("短信", "text message", "发短信"),
		"hosting": of("来访/陪同验厂", "hosting", "来访", "陪同验厂", "验厂"), "other": of("其他", "other", "其它"),
	}
	grades  = map[string]word{"A": of("A", "A", "A级", "A类"), "B": of("B", "B", "B级", "B类"), "C": of("C", "C", "C级", "C类"), "D": of("D", "D", "D级", "D类"), "E": of("E", "E", "E级", "E类")}
	classes = map[string]word{
		"new": of("新客户", "new"), "interested": of("意向客户", "interested", "意向"), "ready": of("准客户", "ready"),
		"warm": of("优质潜在客户", "warm", "优质潜在"), "cold": of("一般潜在客户", "cold", "一般潜在"),
	}
	stages = map[string]word{
		"prospect": of("潜在", "prospect", "潜在客户"), "negotiating": of("正在谈判", "negotiating", "谈判", "谈判中", "洽谈中"),
		"won": of("已成交", "won", "成交", "成交客户"), "lost": of("丢单", "lost", "流失", "战败"),
	}
)

// options are the names of enumeration values.
var options = map[string]map[string]word{
	"customer.kind": {"person": of("个人", "person"), "company": of("企业", "company", "公司", "单位")},
	"gender":        {"male": of("男", "male", "先生", "m", "mr"), "female": of("女", "female", "女士", "小姐", "f", "ms", "mrs")},
	"source": {
		"walk_in": of("进店", "walk-in", "到店", "自然进店"), "cold_visit": of("陌拜", "cold visit", "陌生拜访"),
		"referral": of("转介绍", "referral", "介绍", "老客户介绍"), "phone_in": of("来电", "phone-in", "电话咨询"),
		"web": of("网络", "web", "网站", "线上", "internet"), "ad": of("广告", "ad", "advertising"),
		"exhibition": of("展会", "exhibition", "展览", "fair"), "other": of("其他", "other", "其它"),
	},
	"role": {
		"direct": of("直接型", "direct"), "key_person": of("间接型", "key person", "关键人", "间接型/关键人"), "latent": of("潜在型", "latent"),
	},
	"need": {
		"unknown": of("未知", "unknown"), "clear": of("明显", "clear", "目标客户"), "potential": of("潜在", "potential", "潜在客户"), "none": of("无", "none", "死亡客户"),
	},
	"rapport": yesNo, "decides": yesNo, "workdays_only": onOff, "statutory": onOff, "privacy_mask": onOff,
	"class": classes, "set_class": classes, "stage": stages, "set_stage": stages, "grade": grades, "set_grade": grades,
	"lost_reason": {"price": of("价格", "price"), "competitor": of("竞品", "competitor", "竞争对手"), "no_budget": of("没有预算", "no budget"), "other": of("其他", "other")},
	"method":      methods, "next_method": methods,
	"outcome": {"reached": of("已联系", "reached", "接通", "已接通"), "not_reached": of("未接通", "no answer", "未联系上", "无人接听", "not reached")},
	"journal.kind": {
		"follow_up": of("跟进", "follow-up"), "inquiry": of("咨询", "inquiry"), "complaint": of("投诉", "complaint"), "feedback": of("反馈", "feedback"), "aftersales": of("售后", "after-sales"),
	},
	"case_status": {"open": of("未办结", "open"), "closed": of("已办结", "closed")},
	"fault":       {"us": of("我方", "us"), "customer": of("客户方", "customer"), "third": of("第三方", "third party")},
	"language":    {"zh": of("中文", "Chinese"), "en": of("英文", "English")},
	"theme":       {"auto": of("自动", "automatic"), "dark": of("深色", "dark"), "light": of("浅色", "light")},
	"borders":     {"line": of("线条", "lines"), "ascii": of("ASCII", "ASCII")},
	"rest_days": {
		"mon": of("周一", "Mon", "星期一", "礼拜一", "一", "monday"), "tue": of("周二", "Tue", "星期二", "礼拜二", "二", "tuesday", "tues"),
		"wed": of("周三", "Wed", "星期三", "礼拜三", "三", "wednesday"), "thu": of("周四", "Thu", "星期四", "礼拜四", "四", "thursday", "thur", "thurs"),
		"fri": of("周五", "Fri", "星期五", "礼拜五", "五", "friday"), "sat": of("周六", "Sat", "星期六", "礼拜六", "六", "saturday"),
		"sun": of("周日", "Sun", "周天", "星期日", "星期天", "礼拜日", "礼拜天", "日", "天", "sunday"),
	},
	"handled.kind": rowKinds,
	"contact.role": {
		"decision_maker": of("决策人", "decision maker"), "influencer": of("影响者", "influencer"), "user": of("使用人", "user"), "finance": of("财务", "finance"), "other": of("其他", "other"),
	},
}
