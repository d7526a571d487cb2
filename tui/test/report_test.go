//go:build unix

package test

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/words"
)

// A month is reported by keys alone: a target is set, the month opened, its draft
// edited and kept, and all of it written into the employer's own workbook.
func TestAMonthIsReportedIntoTheOwnWorkbook(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", l, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				w, h := words.Of(l), newHome(t, l.String())
				h.run(t, "add", "恒基板材 15935946108 @C")
				h.run(t, "log", "恒基板材", "要40张柜门板", "--problem", "嫌贵")
				h.run(t, "pay", "恒基板材", "1000")
				form := filepath.Join(h.dir, "form.xlsx")
				lay(t, form, map[string]string{
					"A1": "【新增客户】", "B1": "=A1*2", "A2": "【collected】", "A3": "【全文】", "A4": "【问题】", "A5": "【指标】", "B5": "【指标目标】",
				})

				term := h.open(t, size.w, size.h)
				term.sees("恒基板材")
				term.write("7")
				term.sees(label.ReportShort(model.Summary.Code, model.PeriodDay, l))
				term.press("tab", "tab", "tab", "tab") // the plan
				term.sees(firstWords(words.PageEmpty[model.ReportPlan].In(l)))
				term.press("ctrl+n")
				term.sees(label.Field("target", "metric", l))
				term.press("tab", "right", "tab")
				term.write("40")
				term.press("ctrl+s")
				term.sees("2026-11", "2.5%") // one of forty

				term.press("shift+tab") // the month
				term.sees(label.Measured("contacts", l))
				term.press("f2")
				term.sees(firstWords(w.Reports.NotKept))
				term.write("样品已寄")
				term.press("ctrl+s")
				term.sees(strings.TrimSpace(fmt.Sprintf(w.Reports.Kept, "")))

				term.write("w")
				term.sees(w.Reports.Template)
				term.write(form)
				term.press("ctrl+s")
				term.sees(firstWords(w.Reports.Exported))
				term.kill()

				written, _ := filepath.Glob(filepath.Join(h.dir, "*2026-11.xlsx"))
				if len(written) != 1 {
					t.Fatalf("written: %v\n%s", written, term.text())
				}
				filled(t, written[0])
				again := filepath.Join(h.dir, "again.xlsx") // the form is remembered
				h.run(t, "report", "monthly", "2026-11", "--filled", "-o", again)
				filled(t, again)
			})
		}
	}
}

// firstWords are those of a text before what is filled in, or cut.
func firstWords(text string) string {
	before, _, _ := strings.Cut(text, "%")
	runes := []rune(before)
	return strings.TrimSpace(string(runes[:min(6, len(runes))]))
}

// workbooks is held while one is read or written here: what excelize's parser
// learns of its types it keeps for all, unseen by the race detector.
var workbooks sync.Mutex

// lay writes a workbook.
func lay(t *testing.T, path string, cells map[string]string) {
	t.Helper()
	workbooks.Lock()
	defer workbooks.Unlock()
	f := excelize.NewFile()
	defer f.Close()
	for cell, text := range cells {
		err := f.SetCellStr("Sheet1", cell, text)
		if text[0] == '=' {
			err = f.SetCellFormula("Sheet1", cell, text[1:])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// filled: the workbook has the month's figures.
func filled(t *testing.T, path string) {
	t.Helper()
	workbooks.Lock()
	defer workbooks.Unlock()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "1", "A2": "1,000.00", "A4": "嫌贵", "B5": "40"} {
		if got, _ := f.GetCellValue("Sheet1", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if got, _ := f.GetCellFormula("Sheet1", "B1"); got != "A1*2" {
		t.Errorf("the formula is %q", got)
	}
	if got, _ := f.GetCellValue("Sheet1", "A3"); !strings.Contains(got, "样品已寄") {
		t.Errorf("the text is %q", got)
	}
}
