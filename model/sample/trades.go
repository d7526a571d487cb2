package sample

import "genjin/model"

// scene is one contact as a salesperson writes it down.
type scene struct {
	method                       model.Method
	situation, problem, solution string
	kind                         model.EntryKind // of a case
}

// trade is a line of business: what its customers want and what happens.
type trade struct {
	companies   int // percent
	lines       []string
	interests   []string
	actions     []string
	least, most int // expected amount, thousands
	first       []scene
	middle      []scene
	end         []scene
	cases       []scene
}

// trade is cars for half of the customers, boards and electronics for the rest.
func (g *generator) trade() *trade { return pick(g, &cars, &cars, &boards, &electronics) }

var cars = trade{
	companies: 8,
	lines:     []string{"物流", "工程", "汽车服务", "装饰"},
	interests: []string{
		"想置换陆风X7,看中 7 座", "家用 SUV,预算 15 万", "第一辆车,想要省油的", "新能源轿车,在意续航", "给公司添两台商务车",
		"旧车 2016 年卡罗拉,想置换", "混动 SUV,要有全景天窗", "接送孩子用,小型车", "皮卡,跑工地", "二胎家庭,看 MPV",
	},
	actions: []string{"约周末试驾", "报置换价", "发分期方案", "邀约到店看现车", "确认颜色和配置", "谈最终价", "送购置税计算单"},
	least:   80, most: 300,
	first: []scene{
		{method: model.Reception, situation: "和家人一起进店,看了两款 SUV,坐进去试了座椅", problem: "觉得后排空间小", solution: "建议看加长版,约周末试驾"},
		{method: model.Reception, situation: "一个人进店,问了最低配的价格,留了电话", problem: "还在比较别的品牌", solution: "加了微信,发了配置对比表"},
		{method: model.Phone, situation: "来电问置换补贴", solution: "请他带行驶证到店评估"},
		{method: model.Chat, situation: "网上留资,微信上问现车颜色", solution: "发了白色和灰色的实拍视频"},
		{method: model.Reception, situation: "朋友介绍来的,指定要看混动版", solution: "讲了油耗,算了一年的油费"},
	},
	middle: []scene{
		{method: model.Phone, situation: "电话问周末有没有空试驾", problem: "周末要加班", solution: "改约平时晚上六点"},
		{method: model.Invite, situation: "到店试驾,对动力满意", problem: "嫌价格比网上高两千", solution: "向店长申请装饰礼包"},
		{method: model.Chat, situation: "发了分期方案,首付三成", problem: "利息比预想的高", solution: "换成两年免息的方案再算"},
		{method: model.Phone, situation: "旧车评估四万二", problem: "客户觉得低了", solution: "请评估师复检,争取加三千"},
		{method: model.Invite, situation: "带老婆来看颜色,白色和灰色之间犹豫", solution: "两台现车并排给他们看"},
		{method: model.Phone, situation: "问他考虑得怎么样,说还要和家里商量", solution: "约后天再联系"},
		{method: model.Visit, situation: "上门送了报价单,顺便看了旧车", solution: "报价保留到月底"},
	},
	end: []scene{
		{method: model.Phone, situation: "已经在别家买了,价格便宜三千", problem: "价格"},
		{method: model.Phone, situation: "家里不同意,今年不买了"},
		{method: model.Chat, situation: "说工作调动去外地,不考虑了"},
	},
	cases: []scene{
		{kind: model.Complaint, method: model.Phone, situation: "投诉交车延期,原定上周五", problem: "车还在运输途中"},
		{kind: model.Inquiry, method: model.Chat, situation: "问二手车置换要带哪些材料"},
		{kind: model.AfterSales, method: model.Phone, situation: "提车后右后门有异响,要求检查"},
	},
}

var boards = trade{
	companies: 60,
	lines:     []string{"板材", "家居", "木业", "建材", "装饰材料"},
	interests: []string{
		"E0 级生态板 18mm,每月 300 张", "多层板做橱柜门板,要防潮", "颗粒板,全屋定制用,看花色", "实木贴面板,酒店工程", "阻燃板 B1 级,要检测报告", "密度板 9mm 和 15mm,长期供货",
	},
	actions: []string{"送样板", "报含运费的价", "带检测报告上门", "跟进色样确认", "邀请到仓库看货", "谈月结条件"},
	least:   5, most: 200,
	first: []scene{
		{method: model.Visit, situation: "陌拜建材市场,老板在,留了名片和色卡", problem: "已有固定供货商", solution: "先送两块样板试用"},
		{method: model.Phone, situation: "来电问生态板价格和起订量", solution: "报了含税价,约上门量尺寸"},
		{method: model.Reception, situation: "到展厅看色样,拍了五个花色", problem: "担心批次有色差", solution: "答应同批次供货,附批次号"},
		{method: model.Chat, situation: "展会上加的微信,问环保等级", solution: "发了 E0 检测报告"},
	},
	middle: []scene{
		{method: model.Visit, situation: "送样板上门,老板娘看中胡桃木色", problem: "要降到 128 一张", solution: "满 200 张给这个价"},
		{method: model.Phone, situation: "回访样板使用情况,说封边效果不错", solution: "下周带合同过去"},
		{method: model.Chat, situation: "发了新报价,含运费", problem: "付款想月结 60 天", solution: "先按月结 30 天,三个月后再谈"},
		{method: model.Hosting, situation: "陪客户看了仓库和裁板车间", solution: "客户同意先下一个小单"},
		{method: model.Phone, situation: "催问工程进度,说月底进场", solution: "提前备货 150 张"},
		{method: model.Visit, situation: "上门对色,实样和色卡有偏差", problem: "偏黄", solution: "换一个批次重新送样"},
	},
	end: []scene{
		{method: model.Phone, situation: "店面转让了,不再做板材"},
		{method: model.Visit, situation: "改用外地厂家直供,价格低一成", problem: "价格"},
	},
	cases: []scene{
		{kind: model.Complaint, method: model.Phone, situation: "投诉到货有 12 张边角破损", problem: "司机卸货时没有护角"},
		{kind: model.Inquiry, method: model.Chat, situation: "问阻燃板能不能做 25mm,要报价"},
		{kind: model.AfterSales, method: model.Phone, situation: "门板变形两块,要求补货"},
	},
}

var electronics = trade{
	companies: 95,
	lines:     []string{"电子", "智能科技", "自动化", "电器", "通讯设备"},
	interests: []string{
		"手持终端 OEM,首批 500 台", "主板 PCBA,带 4G 模块", "平板成品,要定制开机画面", "裸机,外壳自己开模", "扫码枪,软件要对接他们的系统", "车载终端,宽温,防水 IP65",
	},
	actions: []string{"发规格书", "约研发开会", "报 500 台的价", "跟进丝印文件", "送样机", "确认付款条件", "回复认证问题"},
	least:   50, most: 800,
	first: []scene{
		{method: model.Chat, situation: "阿里询盘,要 PCBA 方案", problem: "没有给结构尺寸", solution: "发了需求表请他们填"},
		{method: model.Visit, situation: "拜访采购部,了解现在的供应商", solution: "约下周带样机演示"},
		{method: model.Phone, situation: "来电问能不能做防水平板", solution: "和研发确认后回复"},
		{method: model.Hosting, situation: "展会认识,来厂参观产线", solution: "谈了首批数量和交期"},
	},
	middle: []scene{
		{method: model.Chat, situation: "收到产品规格要求,转研发评估", problem: "电池容量和厚度冲突", solution: "建议用异形电池"},
		{method: model.Phone, situation: "跟进报价,对方说超预算 8%", problem: "屏的成本降不下来", solution: "换国产屏再报一版"},
		{method: model.Visit, situation: "带样机上门演示,工程师在场", problem: "低温启动慢", solution: "研发改固件,一周后送新样机"},
		{method: model.Phone, situation: "确认丝印文件,等法务盖章", solution: "周五前催回"},
		{method: model.Hosting, situation: "客户验厂,看了 SMT 和老化房", solution: "整改两处,发整改报告"},
		{method: model.Chat, situation: "付款条件谈到 30% 定金,发货前付清", solution: "走合同流程"},
		{method: model.Phone, situation: "问认证进度,CCC 下月出证", solution: "出证后安排小批量试产"},
	},
	end: []scene{
		{method: model.Chat, situation: "项目取消,对方改用标准品"},
		{method: model.Phone, situation: "预算没批,明年再说", problem: "没有预算"},
	},
	cases: []scene{
		{kind: model.Complaint, method: model.Chat, situation: "投诉试产 50 台里有 3 台触摸失灵", problem: "怀疑排线虚焊"},
		{kind: model.Inquiry, method: model.Chat, situation: "问 1000 台的交货周期"},
		{kind: model.AfterSales, method: model.Phone, situation: "升级后蓝牙断连,要求给出原因"},
	},
}
