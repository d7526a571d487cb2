package sample

import (
	"fmt"
	"strings"

	"genjin/model"
)

// The characters names are made of, the common ones more often.
var (
	surnames = strings.Split("王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向单翟",
		"")
	male   = strings.Fields("伟 强 磊 军 勇 杰 涛 明 超 刚 平 辉 鹏 华 飞 鑫 波 斌 宇 浩 凯 健 俊 帆 建国 建军 志强 志明 国庆 海涛 晓东 文斌 俊杰 子轩 浩然 宇航 天佑 立新 永康 家豪")
	female = strings.Fields("芳 娜 敏 静 丽 艳 娟 霞 秀英 燕 玲 桂英 丹 萍 红 玉兰 洁 梅 琳 雪 婷 莉 倩 颖 慧 欣怡 雨桐 梓涵 佳琪 晓燕 丽华 淑珍 秀兰 美玲 海燕 思琪 文静 春梅 雅婷 诗涵")
	cities = strings.Fields("苏州 无锡 常州 南京 杭州 宁波 嘉兴 昆山 太仓 上海 合肥 太原 长沙 重庆 厦门 东莞")
	roads  = strings.Fields("人民路 中山路 解放路 建设路 长江路 园区大道 滨河路 工业园路 迎宾大道 东环路 劳动路 文化路")
	brands = strings.Fields("恒达 华信 金诚 宏图 瑞丰 博远 天成 中联 新锐 嘉和 永固 鼎盛 佳美 盛泰 立方 汇通 顺达 百川 星海 启明 万利 同创 优品 长青")
	tags   = strings.Fields("老客户 转介绍 置换 贷款 要发票 比价 急用 企业采购")
)

// person makes a customer's card without what they want.
func (g *generator) person(i int, t *trade) model.Customer {
	c := model.Customer{
		Kind: model.Person, Gender: pick(g, model.Male, model.Male, model.Female),
		Phones: model.ListOf(fmt.Sprintf("137-%04d-%04d", i/10000%10000, i%10000)),
		Owner:  Salesperson, Team: Team, Currency: "CNY",
	}
	if g.chance(t.companies) {
		c.Kind, c.Gender = model.Company, ""
		c.Name = g.companyName(t)
		c.Remark = "联系人 " + g.personName(pick(g, model.Male, model.Female))
		if g.chance(50) {
			second := fmt.Sprintf("05%02d-%04d-%04d", 12+i/10000%80, 6600+i/800_000*100+g.rng.IntN(100), i%10000)
			c.Phones = model.ListOf(append(c.Phones.Items(), second)...)
		}
	} else {
		c.Name = g.personName(c.Gender)
		c.PartySize = int64(pick(g, 0, 1, 2, 2, 3))
		c.Family = pick(g, "", "", "三口之家", "已婚,两个孩子", "和父母同住", "单身")
		c.Birthday = g.someBirthday()
	}
	c.Address = fmt.Sprintf("%s市%s%d号", pick(g, cities...), pick(g, roads...), g.between(1, 399))
	if g.chance(45) {
		c.WeChat = fmt.Sprintf("wx%06d", i)
	}
	if g.chance(20) {
		c.Tags = model.ListOf(pick(g, tags...), pick(g, tags...))
	}
	c.Role = pick[model.Role](g, "direct", "direct", "key_person", "latent", "")
	if g.chance(25) {
		c.Source = pick(g, "referral", "exhibition", "ad", "web")
	}
	return c
}

// personName is a full name, or the surname as one addresses people.
func (g *generator) personName(gender model.Gender) string {
	surname := pick(g, surnames...)
	title, given := "先生", male
	if gender == model.Female {
		title, given = "女士", female
	}
	if g.chance(20) {
		return surname + title
	}
	return surname + pick(g, given...)
}

func (g *generator) companyName(t *trade) string {
	return pick(g, cities...) + pick(g, brands...) + pick(g, t.lines...) + pick(g, "有限公司", "有限公司", "有限责任公司", "厂", "商行", "经营部")
}

// someBirthday is a birthday that nobody has to be wished yet: those come by
// their role.
func (g *generator) someBirthday() model.Birthday {
	if !g.chance(35) {
		return ""
	}
	b := model.Birthday(fmt.Sprintf("%04d-%02d-%02d", g.between(1958, 2003), g.between(1, 12), g.between(1, 28)))
	if g.chance(15) {
		b = model.Birthday(fmt.Sprintf("lunar:--%02d-%02d", g.between(1, 12), g.between(1, 29)))
	}
	if next := b.Next(g.today.AddDays(-10)); next == "" || next <= g.today.AddDays(15) {
		return ""
	}
	return b
}
