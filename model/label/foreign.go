package label

import (
	"strings"

	"genjin/model"
)

// foreign are headers under which the files of other programs hold what isn't
// on the card itself, or is told otherwise there; by record and field.
var foreign = map[string]word{
	"customer.filled_on": of("创建时间", "created", "建立时间", "添加时间", "created at", "create time", "录入人时间"),
	"customer.address": of("所在地区", "city", "城市", "省", "市", "省份", "地区", "street", "所在地", "区域", "国家", "country", "province", "state",
		"business street", "business city", "business state", "business country/region", "home street", "home city"),
	"customer.wechat":            of("微信昵称", "wechat name"),
	"remark.qq":                  of("QQ", "QQ", "QQ号", "QQ号码"),
	"remark.web":                 of("网址", "web", "网站", "公司网址", "公司网站", "官网", "主页", "website", "web page", "url", "homepage"),
	"remark.fax":                 of("传真", "fax", "传真号码", "公司传真", "business fax", "fax number"),
	"remark.number":              of("客户编号", "customer no", "客户代码", "客户编码", "customer number", "customer code", "account number"),
	"remark.zip":                 of("邮编", "zip", "邮政编码", "zip code", "postal code", "postcode", "business postal code"),
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

// foreignChoices are headers of other programs under which stands what one of
// the customer's choices may say, in the order in which they are tried.
var foreignChoices = []struct {
	code string
	word
}{
	{"stage", of("跟进状态", "lead status", "跟进阶段", "销售阶段", "商机阶段", "客户阶段", "成交阶段", "stage name", "sales stage", "deal stage",
		"opportunity stage", "follow-up status")},
	{"grade", of("客户星级", "rating", "星级", "意向程度", "重要程度", "客户重要程度")},
	{"need", of("意向程度", "intent", "购买意向", "意向强度", "购买意愿")},
}

// ForeignChoices are the choices of a customer that a header of another
// program's file may name.
func ForeignChoices(text string) (codes []string) {
	wanted := bare(text)
	for _, choice := range foreignChoices {
		if wanted != "" && choice.named("", wanted) {
			codes = append(codes, choice.code)
		}
	}
	return codes
}

// companies are headers of a customer's name that only companies stand under.
var companies = of("公司名称", "company", "公司", "企业名称", "单位名称", "客户单位", "往来单位", "购货单位", "company name", "organization", "organisation",
	"organization name", "企业全称", "公司全称")

// IsOfCompanies tells the header of a column of companies.
func IsOfCompanies(text string) bool { return companies.named("", bare(text)) }

// people are headers of a name that only people stand under.
var people = of("姓名", "name", "full name", "display name", "名字", "显示名称", "联系人姓名")

// IsOfPeople tells the header of a column of people.
func IsOfPeople(text string) bool { return people.named("", bare(text)) }

// nameParts are headers of the parts of a person's name, in the order in which
// English has them.
var nameParts = []struct {
	part string
	word
}{
	{"given", of("名", "first name", "given name", "名字")}, {"middle", of("", "middle name", "additional name")},
	{"family", of("姓", "last name", "family name", "surname", "姓氏")},
}

// ReadNamePart tells the part of a person's name that a column holds: given,
// middle or family; "" for others.
func ReadNamePart(text string) string {
	wanted := bare(text)
	for _, p := range nameParts {
		if wanted != "" && p.named("", wanted) {
			return p.part
		}
	}
	return ""
}

// said are the words with which an import notes in the remark what has no
// field.
var said = map[string]word{
	"qq": of("QQ", "QQ"), "number": of("客户编号", "Customer no."), "zip": of("邮编", "Postcode"),
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
