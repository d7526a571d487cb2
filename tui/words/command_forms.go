package words

// The commands that make and change records.
var (
	AboutNew  = T{"新增任一种记录:客户、联系人、订单、应收……", "make a record of any kind: a customer, a contact, an order, a receivable …"}
	AboutEdit = T{"修改任一种记录", "change a record of any kind"}
	LongNew   = T{"每项写成 字段=内容,字段写代码或名称,检查与表单相同。订单的明细写 line=\"YB-01 10 85.50\",可写多个。\n访谈/核实记录写 问题=回答(问题的一部分或序号);documents 只写 list= 就套用整张清单。",
		"Each value is field=value, the field by its code or name, with the checks of its form. Lines of an order are line=\"YB-01 " +
			"10 85.50\", one each.\nA record by template takes question=answer, the question by a part of it or its number; documents with list= " +
			"alone get the whole list."}
	LongEdit = T{"订单写单号,客户写名称、#编号或电话,项目写名称;其他记录写种类和编号,如 contacts #3。字段后面空着就是去掉。",
		"An order is named by its number, a customer by name, #id or phone, a project by name, any other record by KIND and #id, such as " +
			"contacts #3. An empty value takes away what stands there."}
	ExampleNew = T{"genjin new contacts customer=董先生 name=王经理 role=finance phones=13800138000\ngenjin new receivables 客户=华兴 " +
		"amount=3万 due_on=12-20\ngenjin new documents customer=华兴 list=代理记账\ngenjin new records customer=华兴 template=业务接洽记录 主营业务=板材",
		"genjin new contacts customer=董先生 name=王经理 role=finance phones=13800138000\ngenjin new receivables customer=华兴 " +
			"amount=30000 due_on=12-20\ngenjin new documents customer=华兴 list=bookkeeping\n" +
			"genjin new records customer=华兴 template=intake \"main business\"=boards"}
	ExampleEdit = T{"genjin edit 董先生 预计金额=12万\ngenjin edit DD001 promised_on=12-30\ngenjin edit contacts #3 role=decision_maker",
		"genjin edit 董先生 expected_amount=120000\ngenjin edit DD001 promised_on=12-30\ngenjin edit contacts #3 role=decision_maker"}
	UseEditReason = T{"等级与建议不同,或企业名称、税号、银行账号、法定代表人变更的原因 `TEXT`",
		"why the grade differs from the suggestion, or a company's name, tax number, account or representative changes, `TEXT`"}
	UseImportReason = T{"企业名称、税号、银行账号、法定代表人变更的原因 `TEXT`", "why a name, tax number, bank account or legal representative changes, `TEXT`"}
	UseEditPaper    = T{"证明变更的文件 `NAME`,如 变更登记通知书", "the paper that proves the change, `NAME`"}
	ListedPapers    = T{"%s 已列入 %d 份资料", "%s: documents listed: %d"}
	OnlyOfOnePaper  = T{"套用整张清单时不能写「%s」;加一份资料请写 name=", "“%s” is of one document: name it with name=; a whole list takes none"}
	MadeRecord      = T{"已新增 %s #%d", "%s #%d added"}
	ChangedRecord   = T{"已修改 %s #%d", "%s #%d changed"}
	KnownPhoneNew   = T{"电话 %s 已有客户 #%d %s;改它用 genjin edit,确要另建用 genjin add … --new",
		"phone %s belongs to customer #%d %s; genjin edit changes it, genjin add … --new makes another"}
	NoRecord      = T{"没有找到 %s,请检查编号", "there is no %s; check the number"}
	BadAssignment = T{"「%s」要写成 字段=内容", "“%s” has to be field=value"}
	BadRecord     = T{"「%s」要写编号,如 #3;编号见 genjin list", "“%s” has to be a number such as #3; genjin list shows them"}
)
