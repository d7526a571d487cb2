package importer_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui"
	"genjin/tui/test"
)

// crm is a list of another program, in columns that genjin doesn't know all of.
const crm = "代号,甲方,手机,电话,等级说明,地址,备注\n" +
	"K1,佛山恒基板材有限公司,13900138000,0757-83330001,A,佛山市南海区桂城街道,老客户\n" +
	"K2,太原晋通商贸有限公司,13900138001,,B,太原市小店区,\n" +
	"K3,王五,13900138002,,Q,,等级写错了\n"

// known is a list of customers some of whom are there.
const known = "客户名称,联系方式,详细地址,客户等级,备注\n" +
	"刘女士,13800138000,太原市长风街1号,B,换了地址\n" +
	"董先生,15935946108,,,\n" +
	"赵六,13900000006,晋中市,C,\n" +
	"孙八,12,,F,\n"

// owed is a tracking sheet: one row's status is not the one that the rules give.
const owed = "客户名称,发票号,应收金额,付款期限,付款日期,回款金额,付款状态\n" +
	"刘女士,FP01,¥3000,2026-11-10,2026-11-05,1000,已付款\n" +
	"董先生,FP02,5000,2026-12-10,,,待付款\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func customers() []model.Customer {
	return []model.Customer{
		{Name: "刘女士", Phones: "138 0013 8000", Address: "晋中市榆次区", Grade: model.GradeA, FilledOn: "2026-11-03"},
		{Name: "董先生", Phones: "15935946108", FilledOn: "2026-11-20"},
	}
}

// open opens the program and reads a file as far as the preview.
func open(t *testing.T, l label.Lang, w, h int, path string, keys ...string) *test.Desk {
	t.Helper()
	d := test.Open(t, l, w, h, customers()...)
	read(d, path, keys...)
	return d
}

func read(d *test.Desk, path string, keys ...string) {
	d.Press("ctrl+o")
	d.Write(path)
	d.Press(append([]string{"enter", "ctrl+s"}, keys...)...)
}

func TestScreens(t *testing.T) {
	for _, scene := range []struct {
		name, file, text string
		keys             []string
	}{
		{"mapping", "crm.csv", crm, nil},
		{"mapping-field", "crm.csv", crm, []string{"down", "enter"}},
		{"preview", "list.csv", known, nil},
		{"preview-refused", "list.csv", known, []string{"shift+tab"}},
		{"preview-updated", "list.csv", known, []string{"f5", "2", "tab", "tab"}},
		{"row-updated", "list.csv", known, []string{"f5", "2", "tab", "tab", "enter"}},
		{"row-refused", "list.csv", known, []string{"enter"}},
		{"how", "list.csv", known, []string{"f5"}},
		{"money", "owed.csv", owed, nil},
		{"money-row", "owed.csv", owed, []string{"home", "enter"}},
		{"money-payment", "owed.csv", owed, []string{"home", "down", "enter"}},
	} {
		test.Golden(t, scene.name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return open(t, l, w, h, write(t, scene.file, scene.text), scene.keys...)
		})
	}
}

func TestColumnsAreMappedAndRememberedForTheNextFile(t *testing.T) {
	path := write(t, "crm.csv", crm)
	d := open(t, label.ZH, 120, 40, path)
	d.Sees("对应列", "没有认出客户名称是哪一列", "甲方")
	// The cursor stands on the first column that isn't known.
	d.Press("delete", "enter")
	d.Write("khmc")
	d.Press("enter")
	d.Sees("甲方", "客户名称 *")
	d.Press("ctrl+s")
	d.Sees("新增 3", "没认出的列:等级说明", "手机, 电话 合并到「联系方式」")
	d.Press("f3", "enter")
	d.Write("grade")
	d.Press("enter", "ctrl+s")
	d.Sees("拒绝 1", "新增 2", "没有「Q」")
	d.Press("ctrl+s")
	d.Sees("已导入:新增 2")
	next := write(t, "next.csv", strings.Split(crm, "\n")[0]+"\nK9,运城新远机械有限公司,13900138009,,C,,\n")
	read(d, next)
	d.Sees("用了上次的对应列", "新增 1", "运城新远机械有限公司")
	p, err := d.Store.PreviewImport(context.Background(), next, model.ImportOptions{})
	if err != nil || !p.Remembered || p.Proposals[0].Customer.Grade != model.GradeC {
		t.Errorf("%+v %v", p, err)
	}
}

func TestTheFilterOfThePreviewGoesThroughTheResults(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "list.csv", known))
	d.Sees("[全部]", "新增 1", "不变 2", "拒绝 1")
	d.Press("tab")
	d.Sees("[新增 1]", "赵六")
	d.Lacks("孙八")
	d.Press("tab")
	d.Sees("没有「更新」的行")
	d.Press("tab", "tab")
	d.Sees("[拒绝 1]", "孙八")
	d.Press("tab")
	d.Sees("[全部]", "赵六")
}

// Every row that is no record, and every column, is said before anything is
// written (rule 4).
func TestRowsThatAreNoRecordsAreListed(t *testing.T) {
	text := "客户名单,,\n客户名称,联系方式,心情\n注塑厂霍工,,好\n\n合计,1,\n注:价格含税,,\n"
	d := open(t, label.ZH, 120, 40, write(t, "list.csv", text))
	d.Sees("新增 1", "跳过 4", "没认出的列:心情", "表头是第 2 行", "表头上面的标题", "注塑厂霍工", "空行", "合计行", "表下的注或签字")
	d.Press("end", "enter")
	d.Sees("表下的注或签字  注:价格含税")
	d = open(t, label.EN, 120, 40, write(t, "list.csv", text))
	d.Sees("skipped 4", "columns not recognised: 心情", "headers in row 2", "a note or signature")
}

func TestThePolicyIsChangedInThePreview(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "list.csv", known), "f5")
	d.Sees("已有的客户: 保持原样  *")
	d.Press("down", "enter")
	d.Sees("更新 1", "新增 1")
	d.Press("tab", "tab", "enter")
	d.Sees("认出是 #1 刘女士", "晋中市榆次区", "太原市长风街1号")
	d.Press("esc", "ctrl+s")
	d.Sees("已导入:新增 1,更新 1")
	c, err := d.Store.Customer(context.Background(), 1)
	if err != nil || c.Address != "太原市长风街1号" {
		t.Errorf("%+v %v", c, err)
	}
}

func TestAFileWithNothingNewSaysSo(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "list.csv", "客户名称,联系方式\n刘女士,13800138000\n"))
	d.Sees("不变 1")
	d.Press("ctrl+s")
	d.Sees("没有新内容")
	d.Lacks("已导入")
	read(d, write(t, "some.csv", "客户名称,联系方式\n刘女士,13800138000\n赵先生,12\n"))
	d.Press("ctrl+s")
	d.Sees("没被拒绝的都已在库里,没有新内容")
}

// A later version of a tracking sheet: what it has otherwise is shown before it
// is taken over.
func TestWhatAFileHasOtherwiseIsShown(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "owed.csv", owed))
	d.Press("ctrl+s")
	later := write(t, "later.csv", strings.NewReplacer("5000,2026-12-10", "5600,2026-12-20").Replace(owed))
	read(d, later)
	d.Sees("不变 2", "新增 0")
	d.Press("end", "enter")
	d.Sees("没有改动,文件不同", "5,000.00", "5,600.00", "2026-12-20")
	d.Press("esc", "ctrl+s")
	d.Sees("没有新内容;1 行与库里不同")
	d.Press("f5", "2", "ctrl+s")
	d.Sees("已导入:新增 0,更新 1")
	r, err := d.Store.Receivable(context.Background(), 2)
	if err != nil || r.Amount != 560000 || r.DueOn != "2026-12-20" {
		t.Errorf("%+v %v", r, err)
	}
}

// The refused rows are kept with every column of the file, and the mended file
// takes the columns as the first one did (rule 4).
func TestRefusedRowsAreSavedAndSaidWhenTheGoodOnesAreTaken(t *testing.T) {
	for l, said := range map[label.Lang][]string{
		label.ZH: {"已导入:新增 1,更新 0", "拒绝 1 行,另存为 crm-refused.csv"}, label.EN: {"imported: 1 new, 0 updated",
			"1 refused, saved as crm-refused.csv"},
	} {
		path := write(t, "crm.csv", "客户名称,联系方式,心情,备注\n赵六,13900000006,好,=1+2\n孙八,12,=SUM(A1),坏\n")
		d := open(t, l, 120, 40, path, "ctrl+s")
		d.Sees(said...)
		saved := filepath.Join(filepath.Dir(path), "crm-refused.csv")
		text, err := os.ReadFile(saved)
		lines := strings.Split(string(text), "\r\n")
		if err != nil || !strings.HasPrefix(strings.TrimPrefix(lines[0], "\ufeff"), "客户名称,联系方式,心情,备注,") ||
			!strings.HasPrefix(lines[1], "孙八,12,'=SUM(A1),坏,") || len(lines) != 3 {
			t.Fatalf("%q %v", text, err)
		}
		if err := os.WriteFile(saved, []byte(strings.Replace(string(text), "孙八,12", "孙八,13900000008", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		read(d, saved, "ctrl+s")
		d.Sees(said[0])
		d.Lacks(said[1])
	}
}

// Where the refused rows can't be kept nothing is imported, and that is said.
func TestNothingIsImportedWhereTheRefusedRowsCannotBeKept(t *testing.T) {
	path := write(t, "crm.csv", "客户名称,联系方式\n赵六,13900000006\n孙八,12\n")
	d := open(t, label.ZH, 120, 40, path)
	t.Setenv("HOME", filepath.Join(t.TempDir(), "none"))
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s")
	d.Sees("什么都没有导入")
	if all, err := d.Store.CustomersByPhone(context.Background(), "13900000006"); err != nil || len(all) > 0 {
		t.Errorf("%v %v", all, err)
	}
}

func TestMissingCustomersOfAJournalAreMadeWhenAsked(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "journal.csv", "客户,日期,情况描述\n刘女士,2026-11-20,来店看样\n钱七,2026-11-21,电话问价\n"))
	d.Sees("跟进记录表", "新增 1", "拒绝 1", "没有这位客户「钱七」")
	d.Press("f5")
	d.Sees("新建没有的客户")
	d.Press("2")
	d.Sees("新增 2", "拒绝 0")
	d.Press("ctrl+s")
	d.Sees("已导入:新增 1", "跟进 2 条")
}

func TestAFileThatIsNotThereSaysSo(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "/nowhere/list.csv")
	d.Sees("没有这个文件")
	d = open(t, label.EN, 120, 40, write(t, "letter.pdf", "%PDF-1.7\n"))
	d.Sees("this kind of file isn't supported")
}

// A status that says unpaid beside an amount that came in is asked, and the
// answer holds for the whole sheet.
func TestAnAmountBesideUnpaidIsAsked(t *testing.T) {
	const text = "客户名称,发票号,应收金额,付款日期,回款金额,付款状态\n刘女士,FP01,3000,1月5日,2000,待付款\n董先生,FP02,500,1月15日,500,逾期未付款\n"
	d := open(t, label.ZH, 120, 40, write(t, "owed.csv", text))
	d.Sees("拒绝 2", "状态是「待付款」,却有回款 2000.00", "状态是「逾期未付款」,却有回款 500.00")
	d.Press("f5")
	d.Sees("写着未付款却有回款金额的: 先不导入  *", "都还没收到", "都已收到")
	d.Press("2")
	d.Sees("拒绝 0", "应收 3,000.00,2027-01-05到期")
	d.Press("down")
	d.Sees("付款日期没写年份:照本表其他行是 2027-01-15")
	d.Press("f5")
	d.Sees("都还没收到  *")
	d.Press("3")
	d.Sees("拒绝 0", "2026-01-05 回款 2,000.00", "回款 +2")
}

// A column of dates that can be read in two ways is a question, and the answer
// holds for the sheet.
func TestDatesThatCanBeReadInTwoWaysAreAsked(t *testing.T) {
	const text = "客户名称,发票号,付款期限,应收金额\n刘女士,FP01,9/5/2026,3000\n董先生,FP02,10/4/2026,500\n"
	d := open(t, label.ZH, 120, 40, write(t, "us.csv", text))
	d.Sees("拒绝 2", "几种读法都通:日/月/年、月/日/年", "请按 F5 选定")
	d.Press("f5")
	d.Sees("日期的先后是: 月/日/年")
	d.Press("2")
	d.Sees("拒绝 0", "应收 3,000.00,2026-09-05到期", "照您说的按月/日/年读")
	d.Press("f5")
	d.Sees("日期的先后是: 月/日/年  *")
}

// A sheet of market notes is known by its headers; where it isn't, F5 says what
// it is, and F3 which column is what.
func TestOtherRecordsAreReadAsWhatThePersonSays(t *testing.T) {
	d := open(t, label.ZH, 120, 40, write(t, "market.csv", "调查日期,主题,竞品,价格,客户名称\n11-3,降价,华强,1200,刘女士\n11-4,新品,宏达,,钱七\n"))
	d.Sees("市场调查", "新增 1", "拒绝 1", "没有这位客户「钱七」", "2026-11-03 降价")
	d.Press("f5")
	d.Sees("新建没有的客户", "当作其他记录来读…")
	d.Press("2")
	d.Sees("新增 2", "拒绝 0")
	d.Press("ctrl+s")
	d.Sees("已导入:新增 2")
	read(d, write(t, "known.csv", known))
	d.Press("f5", "up", "enter")
	d.Sees("当作其他记录来读…", "销售计划", "重要日子")
	d.Write("市场")
	d.Press("enter")
	d.Sees("known.csv 认出来是客户名单,不是市场调查;没有读取")
}

// What was said of a file's columns is there again after the program was killed:
// offered, and gone once it was used.
func TestTheMappingUnderWayIsADraft(t *testing.T) {
	path := write(t, "crm.csv", crm)
	form := "import/" + path
	d := open(t, label.ZH, 120, 40, path)
	d.Press("down", "enter") // 甲方
	d.Write("khmc")
	d.Press("enter")
	d.App.KeepDrafts() // as the clock does; what follows comes without a word
	if kept := d.Draft(form); !strings.Contains(kept, "customer.name") {
		t.Fatalf("kept %q", kept)
	}
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	read(d, path)
	d.Sees("恢复草稿?", "没有认出客户名称是哪一列")
	d.Lacks("客户名称 *")
	d.Press("ctrl+r")
	d.Sees("客户名称 *")
	d.Lacks("恢复草稿?")
	d.Press("esc")
	d.Sees("草稿")
	d.Press("f3")
	d.Sees("恢复草稿?")
	d.Press("ctrl+r", "ctrl+s")
	d.Sees("新增 3")
	if kept := d.Draft(form); kept != "" {
		t.Errorf("used, the draft stays: %q", kept)
	}
}
