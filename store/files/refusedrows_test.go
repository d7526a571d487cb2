package files

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"genjin/model"
)

func TestGuardKeepsFormulasFromRunning(t *testing.T) {
	for text, want := range map[string]string{
		"=1+2": "'=1+2", "@SUM": "'@SUM", "＝1": "'＝1", "+cmd": "'+cmd", "'=1": "''=1", "'-5": "''-5", "-5": "-5",
		"+86 13900000001": "+86 13900000001", "甲": "甲", "": "", "'甲": "'甲",
	} {
		if got := guard(text); got != want || unguard(got) != text {
			t.Errorf("%q: %q, back %q", text, got, unguard(got))
		}
	}
}

// The journal rows of a refused form bring the card with them: it has no line of
// its own.
func TestRefusedFormIsALineAJournalRow(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"客户名称", "董先生", "性别", "男"}, {"联系方式", "12", "填表日期", "2026-11-03"},
		{"序号", "日期时间", "情况描述"}, {"1", "2026-11-04", "进店"}, {"2", "2026-11-05", "=来电"},
	}))
	p := model.Preview{Document: f.Document, Proposals: f.Proposals, Headers: f.Headers, Lang: "zh"}
	refused := func(record string, entry int) model.PreviewRow {
		return model.PreviewRow{Sheet: f.Proposals[0].Sheet, Record: record, Entry: entry, Result: model.ResultRefused, Err: f.Proposals[0].Err}
	}
	p.Rows = []model.PreviewRow{refused(model.RowOfCustomer, -1), refused(model.RowOfJournal, 0), refused(model.RowOfJournal, 1)}
	var b bytes.Buffer
	if err := EncodeRefused(&b, ".csv", p); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\r\n")
	if len(lines) != 3 || !strings.Contains(lines[1], "进店") || !strings.Contains(lines[2], "'=来电") || !strings.Contains(lines[2], "董先生") {
		t.Errorf("%q", lines)
	}
}

func TestUTF16WithoutAMarkInEitherOrder(t *testing.T) {
	const text = "name,phone,city\nabc,13900000001,x\n"
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		data, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := decodeText(data); got != text || err != nil {
			t.Errorf("%v: %q %v", order, got, err)
		}
	}
}

func TestATableOfMoreRowsThanASpreadsheetHasIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("a million rows")
	}
	if _, err := readCSV(strings.Repeat("a\n", mostRows), uncounted); err != nil {
		t.Errorf("as many as it has: %v", err)
	}
	if _, err := readCSV(strings.Repeat("a\n", mostRows+1), uncounted); !errors.Is(err, model.ErrFileTooLarge) {
		t.Errorf("%v", err)
	}
}

// A refused customer of a list has a row of its own, whatever journal rows go on
// below it.
func TestRefusedRowOfAListStandsBesideItsJournalRows(t *testing.T) {
	f := read(t, csvOf(t, "客户名称,联系方式,地址,日期,情况描述", "董先生,12,太原,2026-11-04,进店", ",,,2026-11-05,来电"))
	p := model.Preview{Document: f.Document, Proposals: f.Proposals, Headers: f.Headers, Lang: "zh"}
	for _, entry := range []int{-1, 1} {
		p.Rows = append(p.Rows, model.PreviewRow{Record: model.RowOfJournal, Entry: entry, Result: model.ResultRefused, Err: f.Proposals[0].Err})
	}
	var b bytes.Buffer
	if err := EncodeRefused(&b, ".csv", p); err != nil || !strings.Contains(b.String(), "董先生,12,太原") ||
		!strings.Contains(b.String(), ",,,2026-11-05,来电") {
		t.Errorf("%q %v", b.String(), err)
	}
}

// What a row says of a person is kept with them: a title without a contact in
// the customer's remark, sex and birthday beside a company with its contact.
func TestNothingARowSaysOfAPersonIsLost(t *testing.T) {
	f := read(t, csvOf(t, "客户名称,手机,职务", "夏禾,13900001081,采购主管"))
	says(t, f.Proposals[0], fields{"name": "夏禾", "remark": "职务:采购主管"})
	f = read(t, csvOf(t, "客户名称,联系人,手机,性别,生日,地址", "北岭轴承有限公司,贺敏,13900001001,女,1990-05-02,洛阳", "岳川,,13900001002,男,1988-03-01,"))
	says(t, f.Proposals[0], fields{"kind": "company", "gender": "", "birthday": ""})
	if of := f.Proposals[0].Items; len(of) != 1 || of[0].Err != nil || of[0].Item.Values["birthday"] != "1990-05-02" ||
		of[0].Item.Values["gender"] != "female" {
		t.Errorf("%+v", of)
	}
	says(t, f.Proposals[1], fields{"gender": "male", "birthday": "1988-03-01"})
}

// What stands above a project form's table, and the stage that goes on below the
// first of its steps, come with a refused row and are read again from there.
func TestARefusedStepBringsItsProjectAlong(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"项目名称", "手持终端", "客户名称", "恒达"}, {"产品报价", "US$1200", "项目负责人", "陈萌"},
		{"阶段", "事项", "负责人", "进度"}, {"打样", "外观", "李强", "50%"}, {"", "结构", "李强", "很快"},
	}))
	p := model.Preview{Document: f.Document, Proposals: f.Proposals, Headers: f.Headers, Lang: "zh"}
	p.Rows = []model.PreviewRow{{Sheet: f.Proposals[0].Sheet, Record: model.RowOfStep, Entry: 1, Result: model.ResultRefused,
		Err: f.Proposals[0].Project.Steps[1].Err}}
	var b bytes.Buffer
	if err := EncodeRefused(&b, ".csv", p); err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(b.String(), "很快", "60%", 1)
	again := read(t, csvOf(t, strings.Split(strings.TrimPrefix(strings.TrimSpace(text), byteOrderMark), "\r\n")...))
	if len(again.Proposals) != 1 || again.Proposals[0].Project == nil {
		t.Fatalf("%s gives %+v", text, again.Proposals)
	}
	was, is := f.Proposals[0].Project, again.Proposals[0].Project
	if is.Project.Quote != 120000 || is.Project.Currency != "USD" || is.Project.Lead != was.Project.Lead || was.Project.Lead != "陈萌" ||
		again.Proposals[0].Customer.Name != "恒达" || len(is.Steps) != 1 || is.Steps[0].Phase != "打样" || is.Steps[0].Err != nil {
		t.Errorf("%s gives %+v, %+v", text, is.Project, is.Steps)
	}
}
