package label

import (
	"strings"

	"genjin/model"
)

// Customers is the list of customers 客户一览表.
var Customers = List[model.CustomerOf]{
	View: &model.CustomerView, Kind: model.ExportCustomers, Document: model.DocumentList, Name: of("客户一览表", "Customers"),
	Heads: map[string]word{
		model.AxisUrgency: of("紧急程度", "Urgency"), model.AxisImportance: of("重要性", "Importance"), "prices": of("客户专价", "Customer prices"),
		"lead": broughtHeads["lead"],
	},
	Texts: map[string]func(*model.CustomerOf, model.AsOf, Lang) string{
		"grade": func(c *model.CustomerOf, _ model.AsOf, l Lang) string {
			if c.Grade == model.Ungraded {
				return Ungraded(l)
			}
			return string(c.Grade)
		},
		"prices": priceLines,
	},
	Written: map[string]func(*model.CustomerOf, model.AsOf, Lang) string{
		"gender": func(c *model.CustomerOf, _ model.AsOf, l Lang) string {
			return orUninferred(&c.Customer, "gender", string(c.Gender), l)
		},
		"source": func(c *model.CustomerOf, _ model.AsOf, l Lang) string {
			return orUninferred(&c.Customer, "source", c.Source, l)
		},
		"prices": priceLines,
	},
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		var parts []string
		for _, m := range model.ExpectedSums(sums) {
			parts = append(parts, Amount(m.Amount, m.Currency))
		}
		if parts == nil {
			return nil, nil
		}
		return [][]string{{pick(l, "预计金额合计 ", "expected in all: ") + strings.Join(parts, " + ")}}, nil
	},
}

func orUninferred(c *model.Customer, code, value string, l Lang) string {
	if value == "" {
		return Uninferred(c, code, l)
	}
	return Option(model.RowOfCustomer, code, value, l)
}

// Uninferred is what stands in a file for an empty field of a card that reading
// the card again would fill: that it isn't known. It is empty for other fields.
func Uninferred(c *model.Customer, code string, l Lang) string {
	if code == "gender" && model.GenderByTitle(c.Name) != "" || code == "source" && c.PartySize > 0 {
		return unknown.in(l)
	}
	return ""
}

// priceLines are the customer's own prices, one a line: product, price, colour
// and sample number.
func priceLines(c *model.CustomerOf, _ model.AsOf, l Lang) string {
	kind, _ := model.AttachedOf("customer_price")
	var lines []string
	for _, it := range c.Prices {
		var parts []string
		for _, f := range kind.Fields {
			text := Show(it.Record, f, it.Values[f.Code], it.Values["currency"], l)
			switch {
			case text == "" || f.Code == "currency":
			case f.Code == "colour" || f.Code == "sample_no":
				parts = append(parts, Field(it.Record, f.Code, l)+" "+text)
			default:
				parts = append(parts, text)
			}
		}
		lines = append(lines, strings.Join(parts, " "))
	}
	return strings.Join(lines, "\n")
}
