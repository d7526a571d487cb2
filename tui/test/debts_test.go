//go:build unix

package test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// Ten debtors are chased from Today: the text is copied, a promise or a
// payment noted; the queue shrinks, and the score moves and says why.
func TestTenDebtorsAreChasedFromToday(t *testing.T) {
	t.Parallel()
	h := newHome(t, "zh")
	people, debts := []string{"姓名,等级,电话,下次跟进日期"}, []string{"客户名称,发票号,销售日期,付款期限,应收金额"}
	for i := 1; i <= 10; i++ {
		people = append(people, fmt.Sprintf("第%02d家公司,D,1370000%04d,2027-01-02", i, i))
		debts = append(debts, fmt.Sprintf("第%02d家公司,FP%04d,2026-08-01,2026-09-%02d,%d", i, i, 10+i, 1000*i))
	}
	h.fill(t, people)
	h.fill(t, debts, "--as", "receivables")
	h.run(t, "settings", "chase_by", "age")
	term := h.open(t, 120, 40)
	term.sees("0/10", "FP0001 1,000,逾期73天", "还没有付过,逾期1笔平均迟付73天")
	for i := 1; i <= 10; i++ {
		term.sees(fmt.Sprintf("%d/10", i-1), fmt.Sprintf(">   第%02d家公司", i))
		term.write("y")
		term.sees("复制催款话术", "enter 复制")
		term.press("enter")
		term.sees("已请终端复制")
		term.copied(fmt.Sprintf("发票FP%04d款项人民币 %d,000.00 元已逾期", i, i))
		if i%2 == 1 {
			term.press("ctrl+l")
			term.sees("记录催款", "承诺付款日期")
			term.write("财务说月底付")
			term.press("tab")
			term.write("11-30")
			term.sees("2026-11-30")
			term.press("ctrl+s")
			term.sees(fmt.Sprintf("已记录对 第%02d家公司 的催款", i))
			continue
		}
		term.write("p")
		term.sees(fmt.Sprintf("收款  第%02d家公司", i), fmt.Sprintf("核销 %d,000.00", i))
		term.press("ctrl+s")
		term.sees(fmt.Sprintf("已收 第%02d家公司", i))
	}
	term.sees("10/10")
	term.press("up") // the one who paid last: the score goes by the payment now
	term.sees("24个月内1笔,按金额平均迟付64天:1分", "没有欠款")
	term.leave()

	var open []struct {
		Customer string `json:"customer"`
		Promised string `json:"promise_on"`
	}
	if err := json.Unmarshal([]byte(h.run(t, "list", "receivables", "--filter", "status!=paid", "--json")), &open); err != nil {
		t.Fatal(err)
	}
	if len(open) != 5 {
		t.Errorf("%d are open, not 5", len(open))
	}
	for _, r := range open {
		if r.Promised != "2026-11-30" {
			t.Errorf("%s promised for %q", r.Customer, r.Promised)
		}
	}
}

// copied waits until the terminal's clipboard holds a text.
func (term *terminal) copied(text string) {
	term.t.Helper()
	term.until(fmt.Sprintf("%q to be copied", text), func(string) bool {
		term.mu.Lock()
		defer term.mu.Unlock()
		const begin = "\x1b]52;c;"
		at := bytes.LastIndex(term.raw, []byte(begin))
		if at < 0 {
			return false
		}
		code, _, _ := strings.Cut(string(term.raw[at+len(begin):]), "\x07")
		plain, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(code, "\x1b\\"))
		return err == nil && strings.Contains(string(plain), text)
	})
}
