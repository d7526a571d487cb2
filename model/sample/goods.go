package sample

import "genjin/model"

// Products are what a sample's customers order.
func Products() []model.Product {
	list := make([]model.Product, len(goods))
	for i, p := range goods {
		p.Currency = model.DefaultCurrency
		list[i] = p
	}
	return list
}

// The first ones are what people buy, the others what companies do.
var goods = []model.Product{
	{Code: "X7-7S", Name: "X7 七座版", Spec: "1.5T 自动", Colour: "珍珠白", Unit: "台", ListPrice: 158_800_00, FloorPrice: 149_000_00},
	{Code: "X7-5S", Name: "X7 五座版", Spec: "1.5T 自动", Colour: "星空灰", Unit: "台", ListPrice: 138_800_00, FloorPrice: 131_000_00},
	{Code: "E5-410", Name: "E5 纯电版", Spec: "续航410km", Colour: "冰川蓝", Unit: "台", ListPrice: 129_900_00, FloorPrice: 124_000_00},
	{Code: "ACC-01", Name: "装饰礼包", Spec: "脚垫+贴膜", Unit: "套", ListPrice: 2_680_00, FloorPrice: 1_800_00},
	{Code: "B-018", Name: "生态柜门板", Spec: "2440×1220×18", Colour: "胡桃木", Unit: "㎡", ListPrice: 128_50, FloorPrice: 112_00},
	{Code: "B-025", Name: "免漆多层板", Spec: "2440×1220×25", Colour: "暖白", Unit: "㎡", ListPrice: 156_00, FloorPrice: 138_00},
	{Code: "B-009", Name: "背板", Spec: "2440×1220×9", Colour: "灰橡", Unit: "张", ListPrice: 86_00, FloorPrice: 74_00},
	{Code: "B-EDGE", Name: "封边条", Spec: "1×22", Colour: "胡桃木", Unit: "卷", ListPrice: 65_00, FloorPrice: 48_00},
	{Code: "T-510", Name: "手持终端", Spec: "5.5寸 NFC", Colour: "黑", Unit: "台", ListPrice: 1_280_00, FloorPrice: 1_090_00},
	{Code: "T-BAT", Name: "备用电池", Spec: "5000mAh", Unit: "块", ListPrice: 98_00, FloorPrice: 76_00},
}

// ofPeople is how many of goods people buy.
const ofPeople = 4

// lines are what a customer orders: a car with its kit, or goods by the square
// metre and by the piece.
func (d *Dealer) lines(c *model.Customer, o *model.Order, how deal) []model.OrderLine {
	line := func(at int, thousandths int64) model.OrderLine {
		p := goods[at]
		p.Currency = o.Currency
		l := model.OrderLine{Product: p.Code, Currency: o.Currency, Quantity: thousandths}
		l.FillFrom(p, model.CustomerPrice{})
		return l
	}
	var lines []model.OrderLine
	if c.Kind != model.Company {
		lines = append(lines, line(d.rng.IntN(ofPeople-1), 1000))
		if d.rng.IntN(2) == 0 {
			lines = append(lines, line(ofPeople-1, 1000))
		}
	} else {
		at := ofPeople + d.what
		lines = append(lines, line(at, int64(d.size+d.between(0, d.size/5))*500), line(at+1, int64(d.size/3+d.between(1, 5))*1000))
	}
	if d.rng.IntN(3) == 0 {
		gross, _ := model.PriceOf(lines[0].Quantity, lines[0].UnitPrice)
		lines[0].Discount = gross / 50 / 100 * 100
	}
	if how == underReview {
		lines[0].UnitPrice, lines[0].Discount = lines[0].FloorPrice*95/100/100*100, 0
	}
	return lines
}
