package label

import (
	"strings"

	"genjin/model"
)

// ItemTitle is what a record that is kept as an item is called in a list of
// several kinds: by what tells two of its kind apart, else by the first of what
// it says.
func ItemTitle(it model.Item, l Lang) string {
	k, _ := model.KindOf(it.Record)
	var parts []string
	add := func(s model.Spec) {
		if text := Show(k.Record, s, it.Values[s.Code], it.Values["currency"], l); text != "" && s.Code != "currency" {
			parts = append(parts, model.Clean(text))
		}
	}
	for _, code := range k.Key {
		add(model.FieldOf(k.Record, code))
	}
	for _, s := range k.Specs {
		if len(parts) < 2 && len(k.Key) == 0 && !s.IsRef() {
			add(s)
		}
	}
	return strings.Join(parts, " ")
}

// noneOfKind says what a list of records of the kind has to have.
func noneOfKind(document string, l Lang) string {
	k, _ := model.ItemDocument(document)
	var names []string
	if k.OfSomebody() {
		names = append(names, Field(model.RowOfCustomer, "name", l))
	}
	example := ""
	for _, s := range k.Specs {
		if s.Kept {
			continue
		}
		if example == "" {
			example = k.Record + "." + s.Code
		}
		if s.Required {
			names = append(names, Field(k.Record, s.Code, l))
		}
	}
	if len(names) == 0 {
		names = []string{Field(k.Record, strings.TrimPrefix(example, k.Record+"."), l)}
	}
	of := Records(k.Record, l)
	return pick(l, "没有找到「"+of+"」的表头:要有「"+strings.Join(names, "」「")+"」。列名不同时请指明,例如 --map 栏目="+example,
		"no list of “"+of+"” was found: it has the columns “"+strings.Join(names, "”, “")+"”; name the column, e.g. --map Heading="+example)
}

// ofLists find the columns of the lists of records that are kept as items, by
// record.
var ofLists = func() map[string]func(string) (string, bool) {
	all := map[string]func(string) (string, bool){Market.Record: Market.Named, Campaigns.Record: Campaigns.Named}
	for _, list := range Items {
		all[list.Record] = list.Named
	}
	return all
}()

// IsOfList tells the header of a column that the list of a record shows.
func IsOfList(record, header string) bool {
	if IsShownOnly(header) {
		return true
	}
	named, ok := ofLists[record]
	if !ok {
		return false
	}
	_, ok = named(header)
	return ok
}

// CustomerPhones is the name of a customer's phones in JSON, beside a record that
// has phones of its own.
const CustomerPhones = "customer_phones"

var customerPhone = of("客户电话", "Customer phone")

// CustomerPhone heads the column with the phones of a record's customer, where
// the record has some of its own.
func CustomerPhone(l Lang) string { return customerPhone.in(l) }

// IsCustomerPhone tells such a header.
func IsCustomerPhone(text string) bool { return customerPhone.named(CustomerPhones, bare(text)) }
