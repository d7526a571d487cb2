package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"genjin/model"
	"genjin/model/label"
)

func western(t *testing.T, text string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The letters of a name are right, or the row is refused with the encoding that
// it was read in.
func TestLettersAreRightOrRefused(t *testing.T) {
	card := func(name string) string {
		return "BEGIN:VCARD\r\nVERSION:2.1\r\n" + name + "\r\nTEL:13900000001\r\nEND:VCARD\r\n"
	}
	for name, tt := range map[string]struct{ file, text, encoding, want string }{
		"western": {"t.csv",
			western(t, "Company,Phone,Address\nGärtner & Söhne KG,13900000001,Tübingen\nCafé Zoë,13900000002,Besançon\n"),
			"windows-1252", "Gärtner & Söhne KG|Café Zoë"},
		"western in capitals":    {"t.csv", western(t, "Company,Phone\nMÜLLER GMBH,13900000001\n"), "windows-1252", "MÜLLER GMBH"},
		"Chinese":                {"t.csv", gbk(t, "客户名称,联系方式\n李秀英,13900000001\n"), "GB18030", "李秀英"},
		"Chinese, rare":          {"t.csv", gbk(t, "客户名称,联系方式\n朱镕喆,13900000001\n"), "GB18030", "朱镕喆"},
		"Chinese, one byte lost": {"t.csv", gbk(t, "客户名称,联系方式\n李秀英,13900000001\n王建国和他的公司") + "\xff,13900000002\n", "GB18030", "李秀英|! GB18030"},
		"UTF-8":                  {"t.csv", "客户名称,联系方式\nGärtner,13900000001\n", "UTF-8", "Gärtner"},
		"UTF-8, garbled before":  {"t.csv", "客户名称,联系方式\n李\uFFFD英,13900000001\n", "UTF-8", "! UTF-8"},
		"UTF-8 with a mark, bad": {"t.csv", byteOrderMark + "客户名称,联系方式\n李\xff英,13900000001\n", "UTF-8", "! UTF-8"},
		"JSON":                   {"t.json", `[{"name":"李\uFFFD英","phones":"13900000001"}]`, "UTF-8", "! UTF-8"},
		"all records":            {"t.json", `{"format":"genjin-records","version":1,"customers":[{"name":"李\uFFFD英"}]}`, "UTF-8", "! UTF-8"},
		"card, western":          {"t.vcf", card("FN;CHARSET=ISO-8859-1:" + western(t, "Jörg Müller")), "", "Jörg Müller"},
		"card, unsaid":           {"t.vcf", card("FN:" + western(t, "Jörg Müller")), "", "Jörg Müller"},
		"card, bad":              {"t.vcf", card("FN;CHARSET=GBK:" + gbk(t, "李秀英") + "\xff"), "", "! UTF-8"},
		"debts": {"t.csv", "客户名称,发票号,应收金额,付款期限\n李\uFFFD英,K1,5,2026-12-01\n王五,K\uFFFD,5,2026-12-01\n",
			"UTF-8", "! UTF-8|! UTF-8"},
	} {
		path := filepath.Join(t.TempDir(), tt.file)
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := Read(path, Options{Today: "2026-11-24"})
		if err != nil || f.Encoding != tt.encoding {
			t.Errorf("%s: read as %q, want %q: %v", name, f.Encoding, tt.encoding, err)
		}
		var got []string
		for _, p := range f.Proposals {
			err := p.Err
			if len(p.Debts) > 0 && err == nil {
				err = p.Debts[0].Err
			}
			said := p.Customer.Name
			if err != nil {
				why := label.Reasons(recordCustomer, err, label.EN)
				_, after, _ := strings.Cut(why, "was read as ")
				encoding, _, _ := strings.Cut(after, ". ")
				said = "! " + encoding
			}
			got = append(got, said)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %s, want %s", name, s, tt.want)
		}
	}
	noise := filepath.Join(t.TempDir(), "n.csv")
	if err := os.WriteFile(noise, []byte(strings.Repeat("\x81a\x8da,", 50)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(noise, Options{}); err == nil || !strings.Contains(err.Error(), model.ErrFileUnreadable.Error()) {
		t.Errorf("noise: %v", err)
	}
}
