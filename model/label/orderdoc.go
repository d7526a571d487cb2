package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// OrderDocWords are the words of an order confirmation and a delivery note.
type OrderDocWords struct {
	Title, Seller, Buyer, Phone, Address, Contact, Line, Total, Capitals, Terms, Bank, Remark, SellerSign, BuyerSign, Agreed, Part string
}

// OrderDoc gives the words of an order confirmation 订单确认书 or a delivery note
// 送货单, by the kind of export.
func OrderDoc(kind string, l Lang) OrderDocWords {
	w := OrderDocWords{
		"订单确认书", "卖方", "买方", "电话", "地址", "业务员", "序号", "合计", "大写", "付款条件", "收款账户", "备注",
		"卖方签章:              日期:", "买方签章:              日期:", "请核对品名、规格、数量、价格和交期,签章后回传即生效。", "分批",
	}
	if l == EN {
		w = OrderDocWords{
			"Order confirmation", "Seller", "Buyer", "Phone", "Address", "Salesperson", "No.", "Total", "In Chinese capitals",
			"Payment terms", "Please pay to", "Remark",
			"Seller, signature and stamp:              Date:", "Buyer, signature and stamp:              Date:",
			"Please check goods, quantities, prices and dates; the order holds once signed and returned.", "Shipment",
		}
	}
	if kind != model.ExportDelivery {
		return w
	}
	w.Title, w.SellerSign, w.BuyerSign = pick(l, "送货单", "Delivery note"),
		pick(l, "送货人:              日期:", "Delivered by:              Date:"),
		pick(l, "收货人签章:              日期:", "Received, signature and stamp:              Date:")
	w.Agreed = pick(l, "请当面点清数量、查看外观,如有不符请在签收时注明。", "Please count and look at the goods on arrival, and note what is wrong when signing.")
	return w
}

// PartOf says which shipment of an order this is.
func PartOf(shipment int, l Lang) string {
	n := strconv.Itoa(shipment)
	return pick(l, "第"+n+"批", "no. "+n)
}

// Seller is the company that sells, or a blank to be filled in.
func Seller(s model.Settings) string {
	if s.CompanyName == "" {
		return blank
	}
	return s.CompanyName
}

// Capitals is an amount in capitals 大写 with its currency; "" for currencies
// that have none.
func Capitals(m model.Money) string {
	words := map[string]string{"CNY": "人民币", "HKD": "港币", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "TWD": "新台币",
		"AUD": "澳元", "CAD": "加元", "SGD": "新加坡元"}
	text, name := model.Capitals(m), words[m.Currency]
	if text == "" || name == "" {
		return ""
	}
	return name + text
}

// OwedOn are the instalments of an order with their days: those of its
// receivables, or before they are made those that its terms will make.
func OwedOn(d *model.OrderDetail, c *model.Customer, s model.Settings, l Lang) []string {
	var lines []string
	for i := range d.Receivables {
		r := &d.Receivables[i]
		words := []string{dueKinds[string(r.Kind)].in(l), Amount(r.Amount, r.Currency)}
		if t, err := model.ParseTerms(r.Terms); err == nil && int(max(r.Instalment, 1)) <= len(t.Instalments) {
			words = append(words, When(t.Instalments[max(r.Instalment, 1)-1], s, l))
		}
		if r.DueOn != "" {
			words = append(words, "→ "+string(r.DueOn))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	if t, ok := d.Schedule(c); ok && lines == nil {
		lines = Schedule(t, d.Total, d.Currency, d.Events(), s, l)
	}
	return lines
}

// OrderHistory is what a change of an order kept of before or after, in words.
func OrderHistory(k model.ChangeKind, text string, l Lang) string {
	if k == model.ChangeCancel {
		return OrderStatus(model.OrderStatus(text), l)
	}
	return text
}
