package label

import (
	"strings"

	"genjin/model"
)

// foreign are headers under which the files of other programs hold what isn't
// on the card itself, or is told otherwise there; by record and field.
var foreign = map[string]word{
	"customer.filled_on":         of("创建时间", "created", "建立时间", "添加时间", "created at", "create time", "录入人时间"),
	"customer.address":           of("所在地区", "city", "城市", "省", "市", "省份", "地区", "street"),
	"customer.wechat":            of("微信昵称", "wechat name"),
	"customer.remark":            of("QQ", "QQ", "QQ号", "QQ号码"),
	"contact.name":               of("联系人", "contact", "联系人姓名", "主要联系人", "首要联系人", "contact name", "contact person"),
	"contact.gender":             of("联系人性别", "contact gender", "联系人称谓"),
	"contact.department":         of("联系人部门", "contact department", "所在部门", "科室"),
	"contact.role":               of("角色", "role", "职务", "职位", "联系人职务", "联系人职位", "联系人角色", "title", "job title", "position"),
	"contact.phones":             of("联系人电话", "contact phone", "联系人手机", "联系人手机号", "联系人联系方式", "contact mobile"),
	"contact.wechat":             of("联系人微信", "contact wechat"),
	"contact.email":              of("联系人邮箱", "contact email"),
	"contact.birthday":           of("联系人生日", "contact birthday"),
	"company.industry":           of("客户行业", "industry", "所属行业", "行业", "行业类型", "行业分类", "customer industry"),
	"company.taxpayer_id":        of("纳税人识别号", "tax id", "统一社会信用代码", "税号"),
	"company.scope":              of("主营业务", "scope", "主营产品", "经营范围"),
	"company.legal_rep":          of("法人", "legal representative", "法人代表", "法定代表人"),
	"company.registered_capital": of("注册资本", "registered capital", "注册资金"),
	"company.bank":               of("开户行", "bank", "开户银行"),
	"company.bank_account":       of("银行账号", "bank account", "银行帐号", "对公账号"),
}

// ReadForeign finds what a header of another program's file is; ok is false
// for headers that it doesn't know.
func ReadForeign(text string) (record, code string, ok bool) {
	wanted := bare(text)
	if wanted == "" {
		return "", "", false
	}
	for name, w := range foreign {
		if w.named("", wanted) {
			record, code, _ = strings.Cut(name, ".")
			return record, code, true
		}
	}
	return "", "", false
}

// ReadMapping finds the field that a column is said to be: by code or by name,
// with its record before a dot where several have such a field.
func ReadMapping(text string) (record, code string, ok bool) {
	owner, name, named := strings.Cut(strings.TrimSpace(text), ".")
	if !named {
		owner, name = "", owner
	}
	records := []string{"customer", "journal", "contact", "company", "payment", "receivable", model.RowOfOrder,
		model.RowOfLine, model.RowOfNode, model.RowOfProduct}
	for _, document := range model.ItemDocuments {
		k, _ := model.ItemDocument(document)
		records = append(records, k.Record)
	}
	for _, record := range records {
		if owner != "" && owner != record {
			continue
		}
		if code, ok := ReadHeader(record, name); ok {
			if model.FieldOf(record, code).Code != "" {
				return record, code, true
			}
		}
	}
	return "", "", false
}

// said are the words with which an import notes in the remark what has no
// field.
var said = map[string]word{
	"fax": of("传真", "Fax"), "title": of("职务", "Title"), "web": of("网址", "Web"), "nick": of("昵称", "Nickname"),
	"anniversary": of("纪念日", "Anniversary"), "spouse": of("配偶", "Spouse"), "call": of("短号", "Short number"),
}

// Said is such a word.
func Said(code string, l Lang) string { return said[code].in(l) }

// IsShownOnly tells the header of a column that exports show and imports pass
// over.
func IsShownOnly(text string) bool {
	wanted := bare(text)
	if wanted == "" {
		return false
	}
	for _, l := range []Lang{ZH, EN} {
		for _, code := range []string{"prices", model.AxisUrgency, model.AxisImportance} {
			if wanted == bare(Customers.Head(code, l)) {
				return true
			}
		}
	}
	return fields["updated_at"].named("updated_at", wanted) || wanted == bare("created_at") || wanted == bare("referrer_id") ||
		wanted == bare("campaign_id") ||
		wanted == bare("customer_id")
}
