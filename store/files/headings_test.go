package files

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// Headers under which other programs and spreadsheets have a customer's fields,
// each with a value and what it becomes.
var strangersHeaders = []struct{ header, value, code, want string }{
	{"座机电话", "0379-60001161", "phones", "0379-60001161"}, {"Mobile Phone", "13900001141", "phones", "13900001141"},
	{"電話", "13900001141", "phones", "13900001141"}, {"聯繫方式", "13900001141", "phones", "13900001141"},
	{"客户的电话", "13900001141", "phones", "13900001141"}, {"心情", "好", "", ""},
	{"电子邮件地址", "a@b.example", "email", "a@b.example"}, {"Email Id", "a@b.example", "email", "a@b.example"},
	{"微信昵称", "大海", "wechat", "大海"}, {"所在地区", "洛阳", "address", "洛阳"}, {"客户星级", "五星", "grade", "A"}, {"意向程度", "高", "need", "clear"},
	{"意向程度", "B", "grade", "B"}, {"跟进阶段", "报价", "stage", "negotiating"}, {"StageName", "Closed Won", "stage", "won"},
	{"跟进状态", "已寄样品等回复", "remark", "跟进状态 已寄样品等回复"}, {"需求", "要100张升降桌", "interest", "要100张升降桌"}, {"需求", "明显", "need", "clear"},
	{"网址", "www.a.example", "remark", "网址 www.a.example"}, {"客户编号", "K01", "remark", "客户编号 K01"}, {"QQ号", "12345", "remark", "QQ 12345"},
	{"備註", "老客戶", "remark", "老客戶"}, {"Description", "furniture", "remark", "furniture"}, {"线索来源", "展会", "source", "exhibition"},
	{"结算方式", "月结30天", "terms", "月结30天"}, {"商机金额", "30000", "expected_amount", "3000000"}, {"Owner", "Li", "owner", "Li"},
	{"预计成交日期", "12月中旬", "expected_on", "2026-12-15"}, {"预计成交日期", "年后", "remark", "预计成交日期:年后"},
}

func TestHeadersOfOtherPrograms(t *testing.T) {
	for _, c := range strangersHeaders {
		f, err := Read(fileOf(t, "list.csv", []byte("客户名称,"+c.header+"\n北岭轴承厂,"+c.value+"\n")), Options{Today: today})
		if err != nil || len(f.Proposals) != 1 {
			t.Fatalf("%s: %v %+v", c.header, err, f)
		}
		if c.code == "" {
			if !slices.Contains(f.Unknown, c.header) {
				t.Errorf("%s is read: %+v", c.header, f.Columns)
			}
			continue
		}
		if len(f.Unknown) > 0 {
			t.Errorf("%s isn't read", c.header)
		}
		says(t, f.Proposals[0], fields{c.code: c.want})
	}
}

// A list is read right whatever its headers are called, in whatever order they
// stand, below whatever titles.
func TestListsOfAnyLayout(t *testing.T) {
	words := map[string][]string{
		"name":     {"客户名称", "客户", "单位名称", "Customer", "Account Name", "客戶名稱"},
		"phones":   {"联系方式", "手机", "电话号码", "Mobile Phone", "電話", "座机电话"},
		"address":  {"详细地址", "公司地址", "Address", "地址(省市)", "通讯地址"},
		"wechat":   {"微信", "微信号", "WeChat"},
		"email":    {"邮箱", "电子邮件", "E-mail", "Email Address"},
		"source":   {"客户来源", "获客渠道", "Lead Source", "來源"},
		"grade":    {"客户等级", "客户级别", "Grade", "评级"},
		"interest": {"意向产品", "客户需求", "Interested in"},
		"remark":   {"备注", "备注信息", "Notes", "備註"},
	}
	want := []fields{
		{"name": "北岭轴承厂", "phones": "0379-60001161", "address": "洛阳市建设路1号", "wechat": "bl01", "email": "bl@m.example",
			"source": "exhibition", "grade": "A", "interest": "升降桌", "remark": "老客户"},
		{"name": "夏禾", "phones": "13900001142", "grade": "C", "source": "referral"},
		{"name": "岳川", "phones": "13900001143", "address": "中山市兴业路2号", "remark": "下午在"},
	}
	cells := []fields{maps.Clone(want[0]), maps.Clone(want[1]), maps.Clone(want[2])}
	cells[0]["source"], cells[1]["source"] = "展会", "转介绍"
	for seed := range uint64(60) {
		draw := rand.New(rand.NewPCG(seed, 16))
		codes := slices.Sorted(maps.Keys(words))
		draw.Shuffle(len(codes), func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
		var b strings.Builder
		for range draw.IntN(3) {
			b.WriteString("华东区客户一览" + strings.Repeat(",", draw.IntN(3)) + "\n")
		}
		for row := -1; row < len(cells); row++ {
			for i, code := range codes {
				if i > 0 {
					b.WriteString(",")
				}
				if row < 0 {
					b.WriteString(words[code][draw.IntN(len(words[code]))])
				} else {
					b.WriteString(cells[row][code])
				}
			}
			b.WriteString("\n")
		}
		f, err := Read(fileOf(t, "list.csv", []byte(b.String())), Options{Today: today})
		if err != nil || len(f.Proposals) != len(want) || len(f.Unknown) > 0 {
			t.Errorf("seed %d: %v, %d rows, not read %v\n%s", seed, err, len(f.Proposals), f.Unknown, b.String())
			continue
		}
		for i, p := range f.Proposals {
			says(t, p, want[i])
		}
	}
}

func TestPeopleOfAnAddressBook(t *testing.T) {
	for name, text := range map[string]string{
		"parts":   "First Name,Last Name,Company,Mobile Phone\n三,张,北岭轴承厂,13900001151\nEva,Berg,,13900001152\n",
		"whole":   "姓名,公司,手机\n张三,北岭轴承厂,13900001151\nEva Berg,,13900001152\n",
		"both":    "Name,Given Name,Family Name,Organization 1 - Name,Phone 1 - Value\n张三,三,张,北岭轴承厂,13900001151\nEva Berg,Eva,Berg,,13900001152\n",
		"chinese": "姓,名,单位名称,手机\n张,三,北岭轴承厂,13900001151\nBerg,Eva,,13900001152\n",
	} {
		f, err := Read(fileOf(t, "people.csv", []byte(text)), Options{Today: today})
		if err != nil || len(f.Proposals) != 2 || len(f.Unknown) > 0 {
			t.Errorf("%s: %v %+v", name, err, f)
			continue
		}
		says(t, f.Proposals[0], fields{"name": "北岭轴承厂", "kind": "company", "phones": "13900001151"})
		if items := f.Proposals[0].Items; len(items) != 1 || items[0].Item.Values["name"] != "张三" {
			t.Errorf("%s: %+v", name, items)
		}
		says(t, f.Proposals[1], fields{"name": "Eva Berg", "phones": "13900001152"})
	}
}

func TestAnAddressInPartsIsOne(t *testing.T) {
	for text, want := range map[string]string{
		"省,市,详细地址\n河南,洛阳,建设路1号":                           "河南洛阳建设路1号",
		"省,市,地址\n河南省,洛阳市,河南省洛阳市建设路1号":                     "河南省洛阳市建设路1号",
		"Business Street,Business City\nMain St 1,Berlin": "Main St 1, Berlin",
	} {
		rows := strings.Split(text, "\n")
		f, err := Read(fileOf(t, "list.csv", []byte("客户名称,"+rows[0]+"\n夏禾,"+rows[1]+"\n")), Options{Today: today})
		if err != nil || len(f.Proposals) != 1 {
			t.Fatalf("%s: %v", text, err)
		}
		says(t, f.Proposals[0], fields{"address": want})
	}
}

func TestPhonesAmongWords(t *testing.T) {
	for cell, want := range map[string]string{
		"0379-60001161转802":              "0379-60001161转802",
		`13900001141\13900001142`:        "13900001141 / 13900001142",
		"13900001143:::13900001144":      "13900001143 / 13900001144",
		"张三13900001145":                  "13900001145",
		"13900001146(李四)":                "13900001146",
		"王经理 13900001147 李秘书13900001148": "13900001147 / 13900001148",
	} {
		f, err := Read(fileOf(t, "list.csv", []byte("客户名称,电话\n夏禾,"+cell+"\n")), Options{Today: today})
		if err != nil || len(f.Proposals) != 1 || f.Proposals[0].Err != nil {
			t.Fatalf("%s: %v %+v", cell, err, f.Proposals)
		}
		c := f.Proposals[0].Customer
		if got := strings.Join(c.Phones.Items(), " / "); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
		if words := strings.ContainsAny(cell, "张李王"); words != strings.Contains(c.Remark, cell) {
			t.Errorf("%s: remark %q", cell, c.Remark)
		}
	}
	f, _ := Read(fileOf(t, "list.csv", []byte("客户名称,电话\n夏禾,张三123\n")), Options{Today: today})
	if f.Proposals[0].Err == nil {
		t.Error("123 is taken for a phone")
	}
}

// 联系方式 beside what happened says how the customer was reached.
func TestTheWayOfContactUnderTheHeaderOfPhones(t *testing.T) {
	text := "客户名称,日期时间,情况描述,联系方式,下次联系\n夏禾,11月8日 上午,谈价,电话跟进,年后\n夏禾,11月9日 下午,看样,上门拜访,12月中旬\n"
	f, err := Read(fileOf(t, "journal.csv", []byte(text)), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range f.Proposals {
		for _, e := range p.Entries {
			if e.Err != nil {
				t.Errorf("row %d: %s", e.Row, label.Reasons("journal", e.Err, label.ZH))
			}
			got = append(got, string(e.Entry.At)+" "+string(e.Entry.Method))
		}
	}
	if want := []string{"2026-11-08 09:00 phone", "2026-11-09 15:00 visit"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A list of orders from a shop is one of orders, though it has an amount and a
// status as a list of receivables has.
func TestOrdersOfAShop(t *testing.T) {
	text := "订单编号,客户名称,下单时间,订单状态,实付金额\nD1,夏禾,2026-11-01,已发货,1000\nD2,夏禾,2026-11-01,待付款,1000\n" +
		"D3,夏禾,2026-11-01,部分发货,900\nD4,夏禾,2026-11-01,交易成功,800\nD5,夏禾,2026-11-01,已关闭,700\n"
	for _, total := range []string{"实付金额", "订单金额"} {
		f, err := Read(fileOf(t, "orders.csv", []byte(strings.Replace(text, "实付金额", total, 1))), Options{Today: today})
		if err != nil || f.Document != model.DocumentOrders || len(f.Proposals) != 1 {
			t.Fatalf("%v %s %+v", err, f.Document, f.Proposals)
		}
		want := []model.OrderStatus{model.OrderConfirmed, model.OrderConfirmed, model.OrderConfirmed, model.OrderClosed, model.OrderCancelled}
		for i, o := range f.Proposals[0].Orders {
			if o.Err != nil || o.Stated != want[i] {
				t.Errorf("%s: %v %s, want %s", o.Order.OrderNo, o.Err, o.Stated, want[i])
			}
			if _, shipped := o.Done[model.NodeShip]; shipped != (i == 0) && i < 3 {
				t.Errorf("%s: shipped %v", o.Order.OrderNo, shipped)
			}
		}
	}
}

func TestHeadersThatArentKnownSayWhatTheyAreLike(t *testing.T) {
	for header, want := range map[string]string{"收货地址": "详细地址", "跟進日期": "日期时间", "心情": "", "最近一次的联系方式": "联系方式", "E-mal": "邮箱"} {
		if got := label.NearHeader(header, label.ZH); got != want {
			t.Errorf("%s is like %q, want %q", header, got, want)
		}
	}
}
