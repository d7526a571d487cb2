package store

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"genjin/model"

	"genjin/store/files"
)

// Rows without a name go on with the customer above, unless they have a number
// of their own or say something else (rule 4); nothing they say is lost.
func TestRowsWithoutANameGoOnWithTheCustomerAbove(t *testing.T) {
	for name, tt := range map[string]struct {
		text, query, want string
		refused           int
		goOn              string
	}{
		"phones and accounts": {"编号,客户名称,联系方式,邮箱\nC1,甲,13900001141,a@m.example\n,,13900001142,b@m.example\nC2,乙,13900001143,\n",
			"SELECT replace(phones, char(10), ' ') || ' ' || email || ' ' || remark FROM customer WHERE name = '甲'",
			"13900001141 13900001142 a@m.example 邮箱:b@m.example", 0, "[3]"},
		"a contact of a company": {"客户名称,联系人,手机\n甲有限公司,贺敏,13900001141\n,岳川,13900001142\n",
			"SELECT group_concat(name || phones, ' ') FROM contact", "贺敏13900001141 岳川13900001142", 0, "[3]"},
		"what is empty above": {"客户名称,联系方式,详细地址\n甲,13900001141,\n,,洛阳\n", "SELECT address FROM customer", "洛阳", 0, "[3]"},
		"its own number":      {"序号,客户名称,联系方式\n1,甲,13900001141\n2,,13900001142\n", "SELECT phones FROM customer", "13900001141", 1, "[]"},
		"something else":      {"客户名称,联系方式,客户来源\n甲,13900001141,展会\n,13900001142,网络\n", "SELECT phones FROM customer", "13900001141", 1, "[]"},
		"debts": {"客户名称,发票号,付款期限,应收金额\n甲,K1,2026-12-01,100\n,K2,2026-12-02,200\n,,,300\n乙,K3,2026-12-01,5\n",
			"SELECT count(*) || ' ' || sum(amount) FROM receivable r JOIN customer c ON c.id = r.customer_id WHERE c.name = '甲'",
			"2 30000", 1, "[3]"},
		"orders": {"订单号,客户名称,下单时间,产品,数量,单价\nS1,甲,2026-11-01,板,1,2\nS2,,2026-11-02,板,1,3\n",
			"SELECT count(*) || '' FROM customer_order o JOIN customer c ON c.id = o.customer_id WHERE c.name = '甲'", "2", 0, "[3]"},
	} {
		s := open(t, "2026-11-29")
		refused, p := taken(t, s, "t.csv", tt.text, ImportOptions{})
		var got string
		if err := s.db.QueryRow(tt.query).Scan(&got); err != nil || got != tt.want || refused != tt.refused || fmt.Sprint(p.GoOn()) != tt.goOn {
			t.Errorf("%s: %q, want %q; %d refused, going on %v, %v", name, got, tt.want, refused, p.GoOn(), err)
		}
	}
}

// A customer who is refused takes the rows that go on with them along, and they
// come back together.
func TestRowsThatGoOnAreRefusedWithTheirCustomer(t *testing.T) {
	s := open(t, "2026-11-29")
	refused, p := taken(t, s, "t.csv", "客户名称,联系方式,心情\n甲,12,好\n,13900001142,坏\n乙,13900001143,\n", ImportOptions{})
	var file bytes.Buffer
	if err := files.EncodeRefused(&file, ".csv", p); err != nil || refused != 1 {
		t.Fatal(refused, err)
	}
	text := file.String()
	if !strings.Contains(text, "\r\n甲,12,好,") || !strings.Contains(text, "\r\n,13900001142,坏,") {
		t.Fatal(text)
	}
	taken(t, s, "t-refused.csv", strings.Replace(text, "甲,12,", "甲,13900001141,", 1), ImportOptions{})
	var got string
	if err := s.db.QueryRow("SELECT replace(phones, char(10), ' ') FROM customer WHERE name = '甲'").Scan(&got); err != nil ||
		got != "13900001141 13900001142" {
		t.Errorf("mended: %q %v", got, err)
	}
}

// Words in the rows of a list that are labels elsewhere make it no form, and a
// list needs no header that is known but the name.
func TestAListIsKnownByItsCustomers(t *testing.T) {
	for name, text := range map[string]string{
		"words of channels":           "客户名称,电话,渠道,联系偏好\n夏禾,13900001091,微信,电话\n岳川,13900001092,电话,微信\n贺敏,13900001093,邮箱,电话\n",
		"the name in the middle":      "渠道,客户名称,联系偏好,电话\n微信,夏禾,电话,13900001091\n电话,岳川,微信,13900001092\n微信,贺敏,地址,13900001093\n合计,,,3\n",
		"nothing known but the name":  "客户名称,心情,星座\n夏禾,好,白羊\n岳川,坏,金牛\n贺敏,好,双子\n",
		"under a title":               "客户表,,\n客户名称,心情,星座\n夏禾,好,白羊\n岳川,坏,金牛\n贺敏,好,双子\n",
		"words of channels, in short": "客户,微信,渠道\n夏禾,xh,电话\n岳川,yc,微信\n贺敏,hm,电话\n",
	} {
		s := open(t, "2026-11-29")
		refused, p := taken(t, s, "t.csv", text, ImportOptions{})
		if n := p.Count(model.ResultNew); n != 3 || refused != 0 || p.Document != model.DocumentList {
			t.Errorf("%s: a %s with %d customers, %d refused", name, p.Document, n, refused)
		}
	}
}

// Headings of other programs are known in both languages.
func TestHeadingsOfOtherProgramsAreKnown(t *testing.T) {
	for name, text := range map[string]string{
		"Chinese": "客户名称,座机电话,电子邮件,所在地区,业务负责人,备注信息\n甲,0379-60001161,bl@m.example,洛阳,李静,熟\n",
		"English": "Account Name,Work Phone,Email Id,City,Assigned To,Remark\n甲,0379-60001161,bl@m.example,洛阳,李静,熟\n",
	} {
		s := open(t, "2026-11-29")
		refused, p := taken(t, s, "t.csv", text, ImportOptions{})
		var got string
		err := s.db.QueryRow("SELECT name || phones || email || address || owner || remark FROM customer").Scan(&got)
		if err != nil || refused != 0 || got != "甲0379-60001161bl@m.example洛阳李静熟" || len(p.Unknown) > 0 {
			t.Errorf("%s: %q, not known %v, %v", name, got, p.Unknown, err)
		}
	}
}
