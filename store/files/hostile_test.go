package files

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"genjin/model"
	"genjin/model/label"
)

func fileOf(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// zipOf is a zip file of parts.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, "<x/>"); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a workbook whose one sheet unpacks to more than is read.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		w, err := z.Create(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.CopyN(w, spaces{}, mostBytes/2); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestFilesThatCantBeReadSayWhatTheyAre(t *testing.T) {
	form, err := os.ReadFile("testdata/paper-form.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(t.TempDir(), "secret.xlsx")
	f := excelize.NewFile()
	if err := f.SaveAs(secret, excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile(secret)
	if err != nil {
		t.Fatal(err)
	}
	tooMany, tooLarge := mostCustomers+1, model.ErrFileTooLarge
	if testing.Short() { // as many as that take long
		tooMany, tooLarge = 10, nil
	}
	for _, c := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"empty.xlsx", nil, model.ErrFileEmpty},
		{"blank.csv", []byte("\ufeff \r\n\r\n"), model.ErrFileEmpty},
		{"commas.csv", []byte(",,,\n,,,\n"), model.ErrFileEmpty},
		{"picture.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00"), model.ErrFileUnreadable},
		{"noise.csv", bytes.Repeat([]byte{0xff, 0x80, 0xfe, 0x81, ','}, 100), model.ErrFileUnreadable},
		{"text.xlsx", []byte("你好,这不是表格"), model.ErrNoCustomers},
		{"web.xls", []byte("<html><table><tr><td>客户名称"), model.ErrFileWebPage},
		{"xml.xls", []byte("<?xml version=\"1.0\"?><Workbook/>"), model.ErrFileWebPage},
		{"dates.ics", []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), model.ErrFileCalendar},
		{"other.zip", zipOf(t, "a.txt"), model.ErrFileArchive}, {"sheet.ods", zipOf(t, "mimetype", "content.xml"), model.ErrFileFormat},
		{"header.csv", []byte("客户名称,电话\n,,\n"), model.ErrNoRows},
		{"letter.xlsx", zipOf(t, "[Content_Types].xml", "word/document.xml"), model.ErrFileFormat},
		{"hollow.xlsx", zipOf(t, "[Content_Types].xml", "xl/workbook.xml"), model.ErrFileUnreadable},
		{"half.xlsx", form[:len(form)/2], model.ErrFileUnreadable},
		{"old.xls", append(bytes.Clone(oleMagic), make([]byte, 2000)...), model.ErrFileOldExcel},
		{"secret.xlsx", locked, model.ErrFileEncrypted},
		{"bomb.xlsx", bomb(t), model.ErrFileTooLarge},
		{"many.csv", []byte("客户名称,电话\n" + strings.Repeat("王五,13900000001\n", tooMany)), tooLarge},
		{"numbers.csv", []byte("1,2,3\n4,5,6\n"), model.ErrNoCustomers},
	} {
		_, err := Read(fileOf(t, c.name, c.content), Options{Today: today})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		for _, l := range []label.Lang{label.ZH, label.EN} {
			if sentence, ok := label.File(err, l); err != nil && (!ok || sentence == "") {
				t.Errorf("%s: no words", c.name)
			}
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "missing.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := Read(t.TempDir(), Options{}); !errors.Is(err, model.ErrFileFormat) {
		t.Error(err)
	}
}

func TestDamagedFilesNeverEndTheProgram(t *testing.T) {
	form, err := os.ReadFile("testdata/paper-form.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile("testdata/customer-list-gb18030.csv")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		data := bytes.Clone(rapid.SampledFrom([][]byte{form, list}).Draw(rt, "file"))
		for range rapid.IntRange(1, 20).Draw(rt, "damages") {
			data[rapid.IntRange(0, len(data)-1).Draw(rt, "at")] = rapid.Byte().Draw(rt, "byte")
		}
		path := filepath.Join(dir, "damaged")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			rt.Fatal(err)
		}
		_, _ = Read(path, Options{Today: today})
	})
}

func TestTextEncodingsAndDelimiters(t *testing.T) {
	lines := []string{"客户名称,联系方式,备注", "董先生,15935946108,\"说\n\"\"再看看\"\",好\"", "", "刘女士,13800138000,x"}
	text := strings.Join(lines, "\n")
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) []byte {
		b, err := unicode.UTF16(e, bom).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	semicolons := strings.NewReplacer("客户名称,联系方式,", "客户名称;联系方式;", "董先生,15935946108,", "董先生;15935946108;", "刘女士,13800138000,",
		"刘女士;13800138000;").Replace(text)
	for name, c := range map[string]struct {
		content []byte
		shift   int
	}{
		"UTF-8":                    {[]byte(text), 0},
		"UTF-8 with its mark":      {[]byte("\ufeff" + text), 0},
		"UTF-16 LE":                {utf16(unicode.LittleEndian, unicode.UseBOM), 0},
		"UTF-16 BE":                {utf16(unicode.BigEndian, unicode.UseBOM), 0},
		"UTF-16 LE without a mark": {utf16(unicode.LittleEndian, unicode.IgnoreBOM), 0},
		"GB18030":                  {gb, 0},
		"CRLF":                     {[]byte(strings.ReplaceAll(text, "\n", "\r\n")), 0},
		"CR":                       {[]byte(strings.ReplaceAll(text, "\n", "\r")), 0},
		"semicolons":               {[]byte(semicolons), 0},
		"tabs":                     {[]byte(strings.ReplaceAll(semicolons, ";", "\t")), 0},
		"sep=;":                    {[]byte("sep=;\r\n" + semicolons), 1},
	} {
		f, err := Read(fileOf(t, "list.csv", c.content), Options{Today: today})
		if err != nil || len(f.Proposals) != 2 {
			t.Errorf("%s: %+v %v", name, f, err)
			continue
		}
		says(t, f.Proposals[0], fields{"name": "董先生", "phones": "15935946108", "remark": "说\n\"再看看\",好"})
		if f.Proposals[0].Row != 2+c.shift || f.Proposals[1].Row != 4+c.shift {
			t.Errorf("%s: rows %d and %d", name, f.Proposals[0].Row, f.Proposals[1].Row)
		}
	}
}

func TestQuotesThatNothingCloses(t *testing.T) {
	f := read(t, fileOf(t, "list.csv", []byte("客户名称,备注,电话\n赵六,\"a\" ,13900000002\n钱七,=\"0351\",'+86 13900000003\n\"王五,他说好,13900000001\n")))
	if len(f.Proposals) != 3 {
		t.Fatalf("%+v", f.Proposals)
	}
	says(t, f.Proposals[0], fields{"name": "赵六", "remark": "a"})
	says(t, f.Proposals[1], fields{"name": "钱七", "remark": "0351", "phones": "+86 13900000003"})
	says(t, f.Proposals[2], fields{"name": `"王五`, "phones": "13900000001"})
}

func TestControlCharactersAndGiants(t *testing.T) {
	long := strings.Repeat("长", 30000)
	f := read(t, fileOf(t, "list.csv", []byte("客户名称,备注\n\x1b[31m王\u202e五\x07,x\u200b\n赵六,"+long+"\n")))
	says(t, f.Proposals[0], fields{"name": "王五", "remark": "x"})
	if f.Proposals[1].Err != nil {
		t.Log(f.Proposals[1].Err) // the card's own limit is checked when it is kept
	}
	x, last := excelize.NewFile(), "1048576"
	if testing.Short() { // all the rows before it are read
		last = "10485"
	}
	for cell, text := range map[string]string{"A1": "客户名称", "B1": "电话", "A2": "王五", "A" + last: "赵六", "XFD" + last: "x"} {
		if err := x.SetCellValue("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "far.xlsx")
	if err := x.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if f := read(t, path); len(f.Proposals) != 2 || strconv.Itoa(f.Proposals[1].Row) != last {
		t.Errorf("%d", len(f.Proposals))
	}
}

func TestFormulasAreGuardedAndComeBack(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "@SUM(A1)": "'@SUM(A1)", "+cmd|x": "'+cmd|x", "-x": "'-x", "＝1": "'＝1",
		"+86 137-0000-0002": "+86 137-0000-0002", "-5": "-5", "王五": "王五", "'=x": "''=x", "'x": "'x", "": "",
	} {
		if got := guard(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("'=+-@＝x1 "))).Draw(rt, "text")
		if got := unguard(guard(text)); got != text {
			rt.Errorf("%q came back as %q", text, got)
		}
	})
}

func TestWritingLeavesTheOldFileWhenItFails(t *testing.T) {
	path := fileOf(t, "list.csv", []byte("old"))
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := Replace(path, func(w io.Writer) error {
		_, _ = w.Write(make([]byte, 1<<20))
		return broken
	})
	content, _ := os.ReadFile(path)
	left, _ := os.ReadDir(filepath.Dir(path))
	if !errors.Is(err, broken) || string(content) != "old" || len(left) != 1 {
		t.Errorf("%v %q %v", err, content, left)
	}
	if err := Replace(path, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(path)
	if content, _ = os.ReadFile(path); string(content) != "new" || info.Mode().Perm() != 0o600 {
		t.Errorf("%q %v", content, info.Mode())
	}
}

func BenchmarkRead10kRows(b *testing.B) {
	var text strings.Builder
	text.WriteString("客户名称,性别,联系方式,详细地址,客户等级,客户类型,客户来源,下次跟进日期,预计金额,备注\n")
	rows := [][]any{{"客户名称", "性别", "联系方式", "详细地址", "客户等级", "客户类型", "客户来源", "下次跟进日期", "预计金额", "备注"}}
	for i := range 10000 {
		fmt.Fprintf(&text, "客户%d,男,139%08d,太原市长风街%d号,B,意向客户,陌拜,2026/11/30,\"12,000.00\",月结30天\n", i, i, i)
		rows = append(rows, []any{fmt.Sprintf("客户%d", i), "男", 13900000000 + i, "太原市长风街", "B", "意向客户", "陌拜", 46356, 12000.5, "月结30天"})
	}
	for name, path := range map[string]string{"csv": fileOf(b, "list.csv", []byte(text.String())), "xlsx": workbookOf(b, rows)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if f := read(b, path); len(f.Proposals) != 10000 {
					b.Fatal(len(f.Proposals))
				}
			}
		})
	}
}
