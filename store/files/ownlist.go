package files

import (
	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// isOwnList tells a list of customers that genjin wrote by columns that other
// programs don't have.
func isOwnList(headers []string) bool {
	met := map[string]bool{}
	for _, header := range headers {
		if len(header) <= mostHeader {
			code, _ := label.ReadHeader(recordCustomer, header)
			met[code] = true
		}
	}
	return met["inferred"] && met["attempts"] && met["retry_on"]
}

// Headers of phones that are the company's, and of those that are a person's.
var (
	officePhones = pattern.Of(`(?i)公司|办公|商务|座机|固|单位|传真|总机|work|office|company|business|main`)
	mobilePhones = pattern.Of(`(?i)手机|移动|mobile|cell`)
)

// phoneOfContact gives a phone that stands beside the name of a company's
// contact to the contact, too: of several columns the mobile one.
func (t table) phoneOfContact(customer map[string]string, v *rowValues, cells []string) {
	name := v.contact["name"]
	isNobody := isNothing(model.Spec{Code: "referrer"}, name) || sameName(name, customer["name"])
	if v.customer["phones"] == "" || v.contact["phones"] != "" || isNobody {
		return
	}
	kind, _ := label.ReadOption(recordCustomer, "kind", customer["kind"])
	if kind != string(model.Company) && !companyName.MatchString(customer["name"]) {
		return
	}
	columns, mobile := 0, ""
	for i, c := range t.columns {
		if c.heading != customerCall {
			continue
		}
		if c.mapped || officePhones.MatchString(c.header) {
			return
		}
		if columns++; mobilePhones.MatchString(c.header) && !isNothing(phonesSpec, cells[i]) {
			mobile = cells[i]
		}
	}
	switch {
	case columns == 1:
		v.contact["phones"] = v.customer["phones"]
	case mobile != "":
		v.contact["phones"] = mobile
	}
}
