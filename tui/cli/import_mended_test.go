package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Of every kind of document the refused rows are written with all that the file
// says of them, and are taken when they come back mended (rule 4).
func TestRefusedRowsOfEveryDocumentComeBackMended(t *testing.T) {
	for name, tt := range map[string]struct {
		file, text   string
		bad, good    string // a cell that is refused, and mended
		keeps        string // what no field is known for
		list, column string
		want         string
	}{
		"a list":      {"t.csv", "客户名称,联系方式,心情\n甲,12,好\n", "12", "13900001001", "好", "customers", "phones", "[[13900001001]]"},
		"a journal":   {"t.csv", "客户名称,日期,情况描述,心情\n甲,2026-13-01,问价,好\n", "2026-13-01", "2026-11-01", "好", "journal", "situation", "[问价]"},
		"contacts":    {"t.csv", "客户名称,联系人,角色,联系方式,心情\n甲,贺敏,财务,12,好\n", "12", "13900001001", "好", "contacts", "phones", "[[13900001001]]"},
		"receivables": {"t.csv", "客户名称,发票号,付款期限,应收金额,心情\n甲,K1,2026-12-01,abc,好\n", "abc", "300", "好", "receivables", "invoice_no", "[K1]"},
		"payments":    {"t.csv", "客户名称,回款日期,回款金额,收据号,心情\n甲,2026-11-01,abc,R1,好\n", "abc", "300", "好", "payments", "receipt_no", "[R1]"},
		"orders":      {"t.csv", "订单号,客户名称,下单时间,产品,数量,单价,心情\nS1,甲,2026-11-01,板,abc,2,好\n", "abc", "5", "好", "orders", "order_no", "[S1]"},
		"products":    {"t.csv", "样板编号,产品名称,标准价,心情\nP1,板,abc,好\n", "abc", "5", "好", "products", "code", "[P1]"},
		"a form": {"t.csv", "客户跟踪表,,,\n客户名称,甲,心情,好\n联系方式,12,填表日期,2026-11-03\n日期时间,情况描述,遇到问题,天气\n2026-11-04,问价,贵,晴\n",
			"12", "13900001001", "好", "customers", "phones", "[[13900001001]]"},
		"a project": {"t.csv", "项目名称,手持终端,,,,\n客户名称,甲,项目负责人,王工,,\n阶段,事项,责任部门,进度,计划日期,心情\n" +
			"产品研发阶段,电池,研发部,abc%,2026-12-01,好\n产品研发阶段,软件,研发部,50%,2026-12-01,坏\n", "abc%", "40%", "好", "oem", "name", "[手持终端]"},
		"cards": {"t.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:甲\nTEL:13900abc0001\nURL:www.jia.example\nEND:VCARD\n",
			"13900abc0001", "13900001001", "www.jia.example", "customers", "phones", "[[13900001001]]"},
	} {
		h := newHome(t)
		file := h.file(tt.file, tt.text)
		create := []string{}
		if tt.list == "journal" || tt.list == "contacts" || tt.list == "payments" {
			create = []string{"--create"}
		}
		h.run(append([]string{"import", file}, create...)...)
		saved := filepath.Join(h.dir, "t-refused.csv")
		text, err := os.ReadFile(saved)
		if err != nil || !strings.Contains(string(text), tt.bad) || !strings.Contains(string(text), tt.keeps) {
			t.Errorf("%s: %q %v", name, text, err)
			continue
		}
		if err := os.WriteFile(saved, []byte(strings.Replace(string(text), tt.bad, tt.good, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if out := h.run(append([]string{"import", saved}, create...)...); out.code != 0 {
			t.Errorf("%s: %s\n%s%s", name, text, out.out, out.err)
			continue
		}
		var got []any
		for _, r := range h.list("list", tt.list) {
			got = append(got, r[tt.column])
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: %v, want %s", name, got, tt.want)
		}
	}
}
