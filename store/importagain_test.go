package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// trackingFile writes a file of the text, the first line its headers.
func trackingFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// takeSheet imports a text and answers what the preview said.
func takeSheet(t *testing.T, s *Store, text string, policy model.OnDuplicate) model.Preview {
	t.Helper()
	ctx := context.Background()
	p, err := s.PreviewImport(ctx, trackingFile(t, text), ImportOptions{OnDuplicate: policy})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatalf("%v\n%s", err, moneyRows(p))
	}
	return p
}

// owedIn says what is owed and what came in, a line each.
func owedIn(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	list, err := s.ReceivablesByID(ctx, ids(t, s, "SELECT id FROM receivable ORDER BY id"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range list {
		lines = append(lines,
			strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s paid %d of %d %s", r.Customer, r.InvoiceNo, r.OrderNo,
				r.DueOn, r.Now.Paid/100, r.Amount/100, r.Remark)), " "))
	}
	pays, err := s.PaymentsByID(ctx, ids(t, s, "SELECT id FROM payment ORDER BY id"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pays {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s +%d %s", p.ReceivedOn, p.Amount/100,
			strings.Repeat("advance", int(min(p.Advance(), 1))))))
	}
	return strings.Join(lines, "\n")
}

const trackingHeader = "客户名称,订单号,销售日期,发票号,发票金额,付款期限,付款日期,回款金额,付款状态,备注\n"

// A tracking sheet states what has come in so far, and what is owed now. A later
// version of it is of the same receivables (rule 4).
func TestALaterVersionOfATrackingSheet(t *testing.T) {
	const first = "客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-10,1500,部分付款,\n"
	for name, tt := range map[string]struct {
		first, then string
		policy      model.OnDuplicate
		want        string
		says        string // part of the second preview
	}{
		"the rest came in": {first, "客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-18,3000,已付款,\n", "",
			"客户C FP3 S3 2026-01-10 paid 3000 of 3000\n2026-01-10 +1500\n2026-01-18 +1500",
			"2026-01-18 回款 1,500.00,文件写共回款 3,000.00,已记 1,500.00,核销 FP3 1,500.00"},
		"the same again": {first, first, "", "客户C FP3 S3 2026-01-10 paid 1500 of 3000\n2026-01-10 +1500", "unchanged"},
		"the same with another day of payment": {first, "客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-12,1500,部分付款,\n", "",
			"客户C FP3 S3 2026-01-10 paid 1500 of 3000\n2026-01-10 +1500", "unchanged"},
		"less than before": {first, "客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-12,1000,部分付款,\n", "",
			"客户C FP3 S3 2026-01-10 paid 1500 of 3000\n2026-01-10 +1500", "文件写共回款 1,000.00,少于已记的 1,500.00"},
		"more than is owed": {first, "客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-12,3200,已付款,\n", "",
			"客户C FP3 S3 2026-01-10 paid 3000 of 3000\n2026-01-10 +1500\n2026-01-12 +1700 advance", "预收 200.00"},
		"another amount, left": {first, "客户C,S3,2025-12-10,FP3,3600,2026-01-20,2026-01-10,1500,部分付款,改过\n", "skip",
			"客户C FP3 S3 2026-01-10 paid 1500 of 3000\n2026-01-10 +1500", "应收金额 3,000.00 → 3,600.00"},
		"another amount, taken over": {first, "客户C,S9,2025-12-11,FP3,3600,2026-01-20,2026-01-10,1500,部分付款,改过\n", "update",
			"客户C FP3 S9 2026-01-20 paid 1500 of 3600 改过\n2026-01-10 +1500", "updated"},
		"another amount, asked for as another": {first, "客户C,S3,2025-12-10,FP3,3600,2026-01-20,,,待付款,\n", "new",
			"客户C FP3 S3 2026-01-10 paid 1500 of 3000\n客户C FP3 S3 2026-01-20 paid 0 of 3600\n2026-01-10 +1500", "new"},
		"empty cells say nothing": {first, "客户C,,,FP3,3000,,,,,\n", "update", "客户C FP3 S3 2026-01-10 paid 1500 of 3000\n2026-01-10 +1500",
			"unchanged"},
		"the invoice number is there now": {"客户E,S5,2025-12-20,,800,,,0,未付款,发送付款提醒\n", "客户E,S5,2025-12-20,FP5,800,2026-02-20,,0,待付款,发送付款提醒\n",
			"update",
			"客户E FP5 S5 2026-02-20 paid 0 of 800 发送付款提醒", "updated"},
		"the invoice number is there now, left": {"客户E,S5,2025-12-20,,800,,,0,未付款,\n", "客户E,S5,2025-12-20,FP5,800,,,0,待付款,\n", "",
			"客户E S5 paid 0 of 800", "发票号 - → FP5"},
		"another invoice of the order": {first, first + "客户C,S3,2025-12-10,FP4,500,2026-02-10,,,待付款,\n", "update",
			"客户C FP3 S3 2026-01-10 paid 1500 of 3000\n客户C FP4 S3 2026-02-10 paid 0 of 500\n2026-01-10 +1500", "unchanged"},
		"another due date of the invoice": {"甲,S1,,FP1,400,2026-01-10,,,待付款,\n",
			"甲,S1,,FP1,400,2026-01-10,,,待付款,\n甲,S1,,FP1,600,2026-02-10,,,待付款,\n", "",
			"甲 FP1 S1 2026-01-10 paid 0 of 400\n甲 FP1 S1 2026-02-10 paid 0 of 600", "new"},
		"instalments of an order without invoices": {
			"客户C,S3,,,300,2026-01-10,,,待付款,定金\n客户C,S3,,,700,2026-02-10,,,待付款,尾款\n",
			"客户C,S3,,,750,2026-02-10,,,待付款,尾款\n客户C,S3,,,300,2026-01-10,,,待付款,定金\n", "update",
			"客户C S3 2026-01-10 paid 0 of 300 定金\n客户C S3 2026-02-10 paid 0 of 750 尾款", "应收金额 700.00 → 750.00"},
		"of nothing with a name, what came in since": {"客户C,,,,300,2026-01-10,,,待付款,\n", "客户C,,,,300,2026-01-10,2026-01-09,300,已付款,\n", "",
			"客户C 2026-01-10 paid 300 of 300\n2026-01-09 +300", "回款 300.00"},
	} {
		s := open(t, "2026-01-20")
		takeSheet(t, s, trackingHeader+tt.first, "")
		before := dump(t, s)
		p := takeSheet(t, s, trackingHeader+tt.then, tt.policy)
		if got := owedIn(t, s); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s\npreview\n%s", name, got, tt.want, moneyRows(p))
		}
		if !strings.Contains(moneyRows(p), tt.says) {
			t.Errorf("%s: the preview says\n%s\nwithout %s", name, moneyRows(p), tt.says)
		}
		if p.IsIdle() {
			continue
		}
		if _, err := s.Undo(context.Background()); err != nil || dump(t, s) != before {
			t.Errorf("%s: undo %v", name, err)
		}
	}
}

// Some sheets have a row for each payment of an invoice, some one for each of
// its due dates.
func TestRowsOfOneInvoice(t *testing.T) {
	for name, tt := range map[string]struct{ rows, want string }{
		"a row for each payment": {"甲,S1,,FP1,1000,2026-01-10,2026-01-05,400,部分付款,\n甲,S1,,FP1,1000,2026-01-10,2026-01-09,600,已付款,\n",
			"甲 FP1 S1 2026-01-10 paid 1000 of 1000\n2026-01-05 +400\n2026-01-09 +600"},
		"what had come in by then": {"甲,S1,,FP1,1000,2026-01-10,2026-01-05,400,部分付款,\n甲,S1,,FP1,1000,2026-01-10,2026-01-09,1000,已付款,\n",
			"甲 FP1 S1 2026-01-10 paid 1000 of 1000\n2026-01-05 +400\n2026-01-09 +600"},
		"by the order": {"甲,S1,,,1000,2026-01-10,2026-01-05,400,部分付款,\n甲,S1,,,1000,2026-01-10,2026-01-09,600,已付款,\n",
			"甲 S1 2026-01-10 paid 1000 of 1000\n2026-01-05 +400\n2026-01-09 +600"},
		"two deliveries of an order": {"甲,S1,,,500,2026-01-10,2026-01-05,500,已付款,\n甲,S1,,,500,2026-01-10,2026-01-09,500,已付款,\n",
			"甲 S1 2026-01-10 paid 500 of 500\n甲 S1 2026-01-10 paid 500 of 500\n2026-01-05 +500\n2026-01-09 +500"},
		"instalments": {"甲,S1,,FP1,400,2026-01-10,2026-01-05,400,已付款,\n甲,S1,,FP1,600,2026-02-10,,,待付款,\n",
			"甲 FP1 S1 2026-01-10 paid 400 of 400\n甲 FP1 S1 2026-02-10 paid 0 of 600\n2026-01-05 +400"},
		"a row twice": {"甲,S1,,FP1,1000,2026-01-10,,,待付款,\n甲,S1,,FP1,1000,2026-01-10,,,待付款,\n",
			"甲 FP1 S1 2026-01-10 paid 0 of 1000"},
		"without a name": {"甲,,,,1000,2026-01-10,,,待付款,\n甲,,,,1000,2026-01-10,,,待付款,\n",
			"甲 2026-01-10 paid 0 of 1000\n甲 2026-01-10 paid 0 of 1000"},
	} {
		s := open(t, "2026-01-20")
		takeSheet(t, s, trackingHeader+tt.rows, "")
		if got := owedIn(t, s); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
		p, err := s.PreviewImport(context.Background(), trackingFile(t, trackingHeader+tt.rows), ImportOptions{})
		if err != nil || !p.IsIdle() {
			t.Errorf("%s, again:\n%s %v", name, moneyRows(p), err)
		}
	}
}

// One more payment of an invoice that has a row for each.
func TestAFurtherRowOfAnInvoice(t *testing.T) {
	s := open(t, "2026-01-20")
	rows := trackingHeader + "甲,S1,,FP1,1000,2026-01-10,2026-01-05,400,部分付款,\n"
	takeSheet(t, s, rows, "")
	takeSheet(t, s,
		trackingHeader+"甲,S1,,FP1,1000,2026-01-10,2026-01-04,100,部分付款,\n甲,S1,,FP1,1000,2026-01-10,2026-01-05,400,部分付款,\n甲,S1,,FP1,1000,"+
			"2026-01-10,2026-01-09,500,已付款,\n", "")
	if got, want := owedIn(t, s), "甲 FP1 S1 2026-01-10 paid 1000 of 1000\n2026-01-05 +400\n2026-01-04 +100\n2026-01-09 +500"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestAnAmountCantFallBelowWhatIsSettled(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-01-20")
	takeSheet(t, s, trackingHeader+"客户C,S3,2025-12-10,FP3,3000,2026-01-10,2026-01-10,1500,部分付款,\n", "")
	p, err := s.PreviewImport(ctx, trackingFile(t, trackingHeader+"客户C,S3,2025-12-10,FP3,1200,2026-01-10,,,,\n"),
		ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if err != nil || !strings.Contains(moneyRows(p), "发票金额:1200.00 少于已结的 1500.00") {
		t.Errorf("%s %v", moneyRows(p), err)
	}
}

func TestARowNamesItsColumnsAsTheFileDoes(t *testing.T) {
	const header = "客户名称,发票号,应收款,付款期限,到账日期,到账金额,付款状态\n"
	for row, want := range map[string]string{
		"甲,FP1,很多,2026-01-10,,,待付款":                 "应收款:看不懂金额「很多」,例如 3000、3,000.00、1.2万",
		"甲,FP1,1000,2026-01-10,2026-01-05,一些,部分付款":  "到账金额:看不懂金额「一些」,例如 3000、3,000.00、1.2万",
		"甲,FP1,1000,2026-02-30,,,待付款":               "付款期限:「2026-02-30」这一天不存在",
		"甲,FP1,1000,2026-01-10,2099-01-01,400,部分付款": "到账日期:「2099-01-01」还没到",
		"甲,FP1,1000,05/01/26,2026-01-05,400,部分付款":   "付款期限:「05/01/26」分不清年月日:是 2005-01-26、2026-01-05 还是 2026-05-01?请写成 2005-01-26 这样",
		"甲,FP1,1000,2026-01-10,1/5/2026,400,部分付款":   "到账日期:「1/5/2026」分不清年月日:是 2026-01-05 还是 2026-05-01?请写成 2026-01-05 这样",
	} {
		s := open(t, "2026-01-20")
		header := header
		if strings.Contains(row, "到账") {
			t.Fatal("a header in a row")
		}
		p, err := s.PreviewImport(context.Background(), trackingFile(t, header+row+"\n"),
			ImportOptions{Map: map[string]string{"应收款": "receivable.amount", "到账日期": "payment.received_on", "到账金额": "payment.amount"}})
		if err != nil {
			t.Fatal(err)
		}
		last := p.Rows[len(p.Rows)-1]
		if got := label.Reasons(last.Record, last.Err, label.ZH); got != want || last.Record != model.RowOfReceivable {
			t.Errorf("%s: %s says %q, want %q", row, last.Record, got, want)
		}
	}
}

// A status that isn't known, and one that is a matter for a person, are told.
func TestWhatIsSaidOfTheStatus(t *testing.T) {
	s := open(t, "2026-01-20")
	rows := ""
	for i, status := range []string{"坏账", "全部付清", "待收", "结清", "未收", "协商中", "已收"} {
		rows += fmt.Sprintf("甲,S%d,,FP%d,1000,2026-01-10,,,%s,\n", i, i, status)
	}
	p := takeSheet(t, s, "客户名称,订单号,销售日期,发票号,发票金额,付款期限,付款状态\n"+strings.ReplaceAll(strings.ReplaceAll(rows, ",,,", ","), ",\n", "\n"), "")
	var got []string
	for _, r := range p.Rows {
		if r.Status != nil {
			got = append(got, label.Differs(r.Status, label.ZH))
		}
	}
	want := []string{
		"文件写「坏账」,没有核销;按规则截至2026-01-20是「逾期未付款」",
		"文件写「待付款」,按规则截至2026-01-20是「逾期未付款」",
		"文件写「未付款」,按规则截至2026-01-20是「逾期未付款」",
		"看不懂文件写的「协商中」;按规则截至2026-01-20是「逾期未付款」",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if owed := owedIn(t, s); strings.Count(owed, "paid 1000 of 1000") != 3 {
		t.Error(owed)
	}
}

func TestSumsOfAPageAreNobodysDebt(t *testing.T) {
	ctx := context.Background()
	for _, sum := range []string{"本页小计", "本月合计", "累计", "合计金额", "小计:", "小计：99999", "合 计", "总计(元)", "本年累计", "上页结转",
		"应收合计", "Page total", "Subtotal:", "以上合计", "承前页"} {
		s := open(t, "2026-01-20")
		p, err := s.PreviewImport(ctx, trackingFile(t, "客户名称,发票号,发票金额,付款期限\n甲,FP1,1000,2026-01-10\n"+sum+",,99999,\n"), ImportOptions{})
		if err != nil || len(p.Rows) != 2 {
			t.Errorf("%s: %s %v", sum, moneyRows(p), err)
		}
	}
	for _, name := range []string{"合计金属制品有限公司", "总计量院", "小计", "累计科技"} {
		if name == "小计" {
			continue // a sum all the same
		}
		s := open(t, "2026-01-20")
		p, err := s.PreviewImport(ctx, trackingFile(t, "客户名称,发票号,发票金额,付款期限\n"+name+",FP1,1000,2026-01-10\n"), ImportOptions{})
		if err != nil || len(p.Rows) != 2 {
			t.Errorf("%s: %s %v", name, moneyRows(p), err)
		}
	}
}

// The due date of what isn't paid may stand under 付款日期, and lie ahead.
func TestAPaymentCantLieAhead(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-01-20")
	takeSheet(t, s, "客户名称,发票号,发票金额,付款日期,回款金额,付款状态\n甲,FP1,1000,2026-03-05,,待付款\n", "")
	if got := owedIn(t, s); got != "甲 FP1 2026-03-05 paid 0 of 1000" {
		t.Error(got)
	}
	p, err := s.PreviewImport(ctx, trackingFile(t, "客户名称,发票号,发票金额,付款日期,回款金额,付款状态\n甲,FP2,1000,2026-03-05,1000,已付款\n"), ImportOptions{})
	if err != nil || !strings.Contains(moneyRows(p), "refused 付款日期:「2026-03-05」还没到") {
		t.Errorf("%s %v", moneyRows(p), err)
	}
}

// A customer who came with refused rows only isn't made.
func TestRefusedRowsMakeNoCustomer(t *testing.T) {
	ctx := context.Background()
	for name, text := range map[string]string{
		"owed":     trackingHeader + "好的,S1,,FP1,1000,2026-01-10,,,待付款,\n坏的,S2,,FP2,很多,2026-01-10,,,待付款,\n",
		"orders":   "客户名称,订单号,下单时间,产品,数量,单价\n好的,D1,2026-01-05,板材,2,100\n坏的,D2,2026-02-30,板材,2,100\n",
		"payments": "客户名称,回款日期,回款金额\n好的,2026-01-05,100\n坏的,2099-01-05,100\n",
		"journal":  "客户名称,日期时间,情况描述\n好的,2026-01-05,来过\n坏的,2026-02-30,来过\n",
	} {
		s := open(t, "2026-01-20")
		p, err := s.PreviewImport(ctx, trackingFile(t, text), ImportOptions{Create: true})
		if err != nil {
			t.Fatal(name, err)
		}
		for _, r := range p.Rows {
			if r.Record == model.RowOfCustomer && r.Name == "坏的" {
				t.Errorf("%s: the preview makes the customer: %s", name, moneyRows(p))
			}
		}
		if _, err := s.Import(ctx, p, false); !errors.Is(err, model.ErrRefusedRows) {
			t.Error(name, err)
		}
		if _, err := s.Import(ctx, p, true); err != nil {
			t.Error(name, err)
		}
		if got := ids(t, s, "SELECT id FROM customer"); len(got) != 1 {
			t.Errorf("%s: %d customers", name, len(got))
		}
	}
}

// Nor does a project that can't be taken.
func TestARefusedProjectMakesNoCustomer(t *testing.T) {
	ctx := context.Background()
	f, err := excelize.OpenFile(progressSample)
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetName(0)
	cell, err := f.SearchSheet(sheet, "王工")
	if err != nil || len(cell) != 1 {
		t.Fatal(cell, err)
	}
	path := filepath.Join(t.TempDir(), "p.xlsx")
	if err := errors.Join(f.SetCellStr(sheet, cell[0], strings.Repeat("王", 3000)), f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	s := open(t, "2026-11-23")
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil || p.CountRecords(model.ResultRefused, model.RowOfProject) != 1 ||
		p.CountRecords(model.ResultNew, model.RowOfCustomer) != 0 {
		t.Fatalf("%s %v", moneyRows(p), err)
	}
	if _, err := s.Import(ctx, p, true); err != nil || len(ids(t, s, "SELECT id FROM customer")) != 0 {
		t.Error(err)
	}
}
