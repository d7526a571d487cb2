package words

// Reports is tab 7.
type Reports struct {
	Tab, Read, Nothing string
	Counting           string
	Earlier, Later     string
	Copy, Export       string
	Exported           string // path
	NoTargets, Carry   string
	NoCampaigns        string
	Carried            string // how many, the period
	NothingCarried     string // the period before, the period
}

func reports(t tongue) Reports {
	return Reports{
		Tab:      t.say("报表", "Reports"),
		Read:     t.say("读取报表", "read the report"),
		Nothing:  t.say("这段时间还没有记录;记跟进、下订单、收款之后,这里就有数字", "Nothing yet: contacts, orders and payments of the period are counted here"),
		Counting: t.say("正在数…", "counting …"),
		Earlier:  t.say("上一期", "the period before"),
		Later:    t.say("下一期", "the period after"),
		Copy:     t.say("复制文字", "copy as text"), Export: t.say("导出报表", "export the report"),
		NoTargets:   t.say("还没有销售计划:n 新增目标,c 照上期的目标再定一次", "No targets yet: n sets one, c sets those of the period before again"),
		NoCampaigns: t.say("还没有营销活动:n 新增一个,再在客户卡上写是哪个活动带来的", "No campaigns yet: n adds one; a customer's card says by which they came"),
		Carry:       t.say("照上期的目标再定", "carry targets on"),
		Carried:     t.say("已定 %d 个目标 · %s", "%d targets set · %s"),
		NothingCarried: t.say("%s 没有可以照搬的目标,或 %s 都定了",
			"%s has no target to carry on, or %s has them all"),
		Exported: t.say("已写出报表 %s", "The report is in %s"),
	}
}
