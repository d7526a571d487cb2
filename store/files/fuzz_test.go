package files

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"genjin/model"
)

// fuzzRead reads whatever bytes as a file: it is read or refused, never a fault.
func fuzzRead(f *testing.F, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		src, err := Open(path, "", nil)
		if err != nil {
			return
		}
		for _, as := range []string{"", DocumentList, DocumentJournal, model.DocumentReceivables, model.DocumentOrders} {
			_ = src.Columns(as)
			_, _ = src.Read(Options{Today: today, As: as})
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String("姓名,电话\n董先生,13800000001\n")
	if err != nil {
		f.Fatal(err)
	}
	fuzzRead(f, "客户名称,联系方式,备注\n董先生,15935946108,\"说\n\"\"好\"\"\"\n", "姓名;电话\n董先生;1\n;2\n", "客户名称,金额,日期\na,\"1,2\",02-30\n", "\xef\xbb\xbf",
		"\"", "\"a\"b,c\n", "订单号,产品,数量,单价\nDD1,a,1,1\n,b,2,2\n", "a\rb\r\nc", utf16, "客户\n=1+1\n", "{\"a\":1},\n")
}

func FuzzReadCards(f *testing.F) {
	fuzzRead(f, "BEGIN:VCARD\nVERSION:3.0\nFN:董先生\nTEL:15935946108\nEND:VCARD\n", "BEGIN:VCARD\n",
		"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=E8=91\nEND:VCARD",
		"BEGIN:VCARD\nBDAY:--02-30\nN:;;;;\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n")
}

func FuzzReadJSON(f *testing.F) {
	fuzzRead(f, `{"format":"genjin-records","version":4,"customers":[{"id":1,"name":"董先生"}]}`,
		`{"format":"genjin-records","customers":[{"id":-1},null]}`, `[{"name":"董先生","phones":["1"]},{"name":null}]`, `[]`, `[1]`, `{`,
		`{"format":"genjin-records","version":4,"orders":[{"customer":9,"lines":[{}]}]}`)
}

func FuzzReadWorkbook(f *testing.F) {
	for _, name := range []string{"paper-form.xlsx", "oem-progress.xlsx", "receivables-tracking.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	fuzzRead(f, "PK\x03\x04")
}
