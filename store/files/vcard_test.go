package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	other "github.com/emersion/go-vcard"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"genjin/model"
	"genjin/model/label"
)

func gbk(t *testing.T, text string) string {
	t.Helper()
	out, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// quoted is a text in quoted-printable, as phones write all of it.
func quoted(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		fmt.Fprintf(&b, "=%02X", c)
	}
	return b.String()
}

func card(lines ...string) []byte {
	return []byte("BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n")
}

func TestCardsOfPhonesAndMailPrograms(t *testing.T) {
	qp := quoted("张建国")
	for name, c := range map[string]struct {
		content []byte
		want    fields
	}{
		"2.1 of an Android phone": {
			card("VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"+quoted("张")+";"+quoted("建国")+";;;",
				"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"+qp[:12]+"=", qp[12:], "TEL;CELL:13800138000", "TEL;WORK;PREF:0351-7021234",
				"ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;"+quoted("长风街1号")+";"+quoted("太原市")+";;;", "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ",
				" SkZJRg=="),
			fields{"name": "张建国", "phones": "13800138000\n0351-7021234", "address": "太原市长风街1号"},
		},
		"2.1 in GB2312, quoted": {
			card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=GB2312:"+quoted(gbk(t, "李秀英")), "TEL;CELL;VOICE:13900139000",
				"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=GBK:"+quoted(gbk(t, "展会认识"))),
			fields{"name": "李秀英", "phones": "13900139000", "remark": "展会认识"},
		},
		"2.1 in GBK without a word about it": {
			card("VERSION:2.1", "N:"+gbk(t, "王;小明"), "TEL;CELL:13700000001", "ORG:"+gbk(t, "晋通商贸")),
			fields{"name": "王小明", "phones": "13700000001", "remark": "公司名称:晋通商贸"},
		},
		"3.0 of an iPhone": {
			card("VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 17//EN", "N:董;建国;;;", "FN:董建国", "TEL;type=CELL;type=VOICE;type=pref:159 3594 6108",
				"item1.EMAIL;type=INTERNET:dong@example.com", "item1.X-ABLabel:邮箱", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-08-15",
				"item2.IMPP;X-SERVICE-TYPE=WeChat:x-apple:dong_wx", "item2.X-ABLabel:微信", "NOTE:第一行\\n第二\\, 行", "CATEGORIES:老客户,重点"),
			fields{"name": "董建国", "phones": "159 3594 6108", "email": "dong@example.com", "birthday": "--08-15", "wechat": "dong_wx",
				"remark": "第一行\n第二, 行", "tags": "老客户\n重点"},
		},
		"4.0": {
			card("VERSION:4.0", "FN:Ms Lee", "KIND:individual", "TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+44-20-7946-0018",
				"BDAY:19880815", "GENDER:F",
				"ADR;TYPE=work:;;1 High Street;London;;N1 1AA;UK", "X-WECHAT:lee", "X-QQ:12345", "TITLE:Buyer"),
			fields{"name": "Ms Lee", "phones": "+44-20-7946-0018", "birthday": "1988-08-15", "gender": "female",
				"address": "1 High Street, London, N1 1AA, UK", "wechat": "lee", "remark": "QQ 12345\n职务:Buyer"},
		},
		"a company": {
			card("VERSION:3.0", "FN:佛山恒基板材有限公司", "ORG:佛山恒基板材有限公司", "TEL;TYPE=WORK:0757-83330001", "TEL;TYPE=FAX,WORK:0757-83330002"),
			fields{"name": "佛山恒基板材有限公司", "kind": "company", "phones": "0757-83330001", "remark": "传真:0757-83330002"},
		},
		"folded within a character": {
			[]byte("BEGIN:VCARD\nVERSION:3.0\nFN:\xe5\xbc\n \xa0\xe5\xbb\xba\nTEL:1380013\n\t8000\nEND:VCARD\n"),
			fields{"name": "张建", "phones": "13800138000"},
		},
		"an agent within": {
			card("VERSION:2.1", "FN:Boss", "AGENT:", "BEGIN:VCARD", "FN:Secretary", "TEL:1", "END:VCARD", "TEL:13800138000"),
			fields{"name": "Boss", "phones": "13800138000"},
		},
		"nothing but an organisation": {card("VERSION:3.0", "N:;;;;", "FN:", "ORG:晋通商贸有限公司;采购部", "TEL:13800138000"),
			fields{"name": "晋通商贸有限公司", "kind": "company"}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Read(fileOf(t, "cards.vcf", c.content), Options{Today: today})
			if err != nil || f.Document != model.DocumentCards || len(f.Proposals) != 1 {
				t.Fatalf("%v %+v", err, f)
			}
			says(t, f.Proposals[0], c.want)
		})
	}
}

func TestWholeFilesOfCardsInOtherEncodings(t *testing.T) {
	text := string(card("VERSION:3.0", "FN:张建国", "TEL:13800138000")) + string(card("VERSION:3.0", "FN:李秀英", "TEL:13900139000"))
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"gbk": gbk(t, text), "utf-16": wide, "a mark": "\ufeff" + text,
		"unix": strings.ReplaceAll(text, "\r", "")} {
		f, err := Read(fileOf(t, "cards.txt", []byte(content)), Options{Today: today})
		if err != nil || len(f.Proposals) != 2 {
			t.Fatalf("%s: %v %+v", name, err, f)
		}
		says(t, f.Proposals[0], fields{"name": "张建国"})
		says(t, f.Proposals[1], fields{"name": "李秀英", "phones": "13900139000"})
	}
}

func TestHostileCards(t *testing.T) {
	long := strings.Repeat("长", 200_000)
	for name, c := range map[string]struct {
		content string
		refused bool
	}{
		"cut off":            {"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张建国\r\nTEL:138001", true},
		"no name":            {"BEGIN:VCARD\r\nTEL:13800138000\r\nEND:VCARD\r\n", false},
		"a short number":     {"BEGIN:VCARD\r\nTEL:110\r\nEND:VCARD\r\n", false},
		"nothing":            {"BEGIN:VCARD\r\nNOTE:?\r\nEND:VCARD\r\n", true},
		"control characters": {"BEGIN:VCARD\r\nFN:张\x1b[31m建\u202e国\x00\r\nTEL:13800138000\r\nEND:VCARD\r\n", false},
		"a name too long":    {"BEGIN:VCARD\r\nFN:" + long + "\r\nEND:VCARD\r\n", true},
		"no colon":           {"BEGIN:VCARD\r\nFN:张建国\r\nnonsense\r\n;;;=\r\n:\r\nEND:VCARD\r\n", false},
		"bad quoting":        {"BEGIN:VCARD\r\nFN:张建国\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=ZZ=\r\n\r\nEND:VCARD\r\n", false},
		"bad base64":         {"BEGIN:VCARD\r\nFN:张建国\r\nNOTE;ENCODING=B:!!!\r\nEND:VCARD\r\n", false},
		"a formula":          {"BEGIN:VCARD\r\nFN:=cmd|' /C calc'!A0\r\nEND:VCARD\r\n", false},
		"a wrong birthday":   {"BEGIN:VCARD\r\nFN:张建国\r\nBDAY:2026-13-45\r\nEND:VCARD\r\n", true},
	} {
		f, err := Read(fileOf(t, "cards.vcf", []byte(c.content)), Options{Today: today})
		if err != nil || len(f.Proposals) != 1 {
			t.Errorf("%s: %v %d", name, err, len(f.Proposals))
			continue
		}
		p := f.Proposals[0]
		if refused := p.Err != nil; refused != c.refused {
			t.Errorf("%s: %v", name, p.Err)
		}
		if strings.ContainsAny(p.Customer.Name, "\x1b\u202e\x00") {
			t.Errorf("%s: %q", name, p.Customer.Name)
		}
		if p.Err != nil && label.Reasons("customer", p.Err, label.EN) == "" {
			t.Errorf("%s: no words", name)
		}
	}
	if testing.Short() { // the next one is huge
		return
	}
	if _, err := Read(fileOf(t, "many.vcf", bytes.Repeat(card("FN:x"), mostCustomers+1)), Options{Today: today}); !errors.Is(err,
		model.ErrFileTooLarge) {
		t.Error(err)
	}
}

func TestCardsWrittenAreReadBackAndByOthers(t *testing.T) {
	customers := []model.Customer{
		{Meta: model.Meta{ID: 1, CreatedAt: "x"}, Name: "董先生", Gender: model.Male, Phones: "15935946108\n0351-7021234",
			WeChat: "dong", Email: "d@example.com", Address: "太原市长风街1号;东门,二楼", Birthday: "--08-15", Remark: "一,二;三\n四\\五", Tags: "老客户\n重,点"},
		{Meta: model.Meta{ID: 2, CreatedAt: "y"}, Name: "佛山恒基;板材,有限公司", Kind: model.Company, Birthday: "lunar:1988-07-03"},
		{Meta: model.Meta{ID: 3, CreatedAt: "z"}, Name: strings.Repeat("很长的名字", 30), Birthday: "1988-08-15"},
	}
	var b bytes.Buffer
	if err := (Cards{Customers: customers}).WriteVCards(&b); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(b.String(), "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
	f, err := Read(fileOf(t, "out.vcf", b.Bytes()), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range customers {
		got := f.Proposals[i].Customer
		for _, code := range []string{"name", "kind", "gender", "phones", "wechat", "email", "address", "birthday", "remark"} {
			field, _ := model.CustomerFields.ByCode(code)
			if field.Get(&got) != field.Get(&c) {
				t.Errorf("%s: %q became %q", code, field.Get(&c), field.Get(&got))
			}
		}
	}
	dec := other.NewDecoder(&b)
	for i := 0; ; i++ {
		card, err := dec.Decode()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || !strings.HasPrefix(card.Value(other.FieldUID), "customer-") {
			t.Fatalf("%v %v", err, card)
		}
		if i == 0 && (card.Value(other.FieldFormattedName) != "董先生" || len(card.Values(other.FieldTelephone)) != 2) {
			t.Errorf("%v", card)
		}
	}
}

func TestContactsWrittenAreContactsAgain(t *testing.T) {
	var b bytes.Buffer
	all := []model.ContactOf{{Customer: "恒基板材", Contact: model.Contact{Meta: model.Meta{ID: 4}, Name: "王经理",
		Role: "decision_maker", Phones: "13800138000", Birthday: "1980-01-02", Remark: "爱喝茶"}}}
	if err := (Contacts{All: all}).WriteVCards(&b); err != nil {
		t.Fatal(err)
	}
	f, err := Read(fileOf(t, "contacts.vcf", b.Bytes()), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	p := f.Proposals[0]
	if p.Err != nil || !p.Known || p.Customer.Name != "恒基板材" || len(p.Items) != 1 || p.Customer.Phones != "" {
		t.Fatalf("%+v", p)
	}
	want := map[string]string{"name": "王经理", "role": "decision_maker", "phones": "13800138000", "birthday": "1980-01-02"}
	for code, value := range want {
		if got := p.Items[0].Item.Values[code]; got != value {
			t.Errorf("%s: %q, want %q", code, got, value)
		}
	}
}

// A card without a name is called by what it has, marked for a person to
// confirm; what is no phone, and what has no field, is kept in the remark.
func TestACardWithoutANameIsCalledByWhatItHas(t *testing.T) {
	card := func(lines ...string) string {
		return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
	}
	f, err := Read(fileOf(t, "cards.vcf", []byte(
		card("N:;;;;", "FN:", "TEL:13900001121")+card("N:;;;;", "NICKNAME:小禾", "TEL:13900001122")+card("EMAIL:only@m.example")+
			card("N:岳;川;;;", "NICKNAME:川哥", "TEL:110", "TEL:*86", "TEL:13900001124", "BDAY:1604-03-05", "URL:www.yc.example",
				"ANNIVERSARY:2010-05-01",
				"a.X-ABRELATEDNAMES:贺敏", "a.X-ABLABEL:_$!<Spouse>!$_", "X-MOOD:好"))), Options{Today: today})
	if err != nil || len(f.Proposals) != 4 {
		t.Fatal(err)
	}
	for i, want := range []string{"13900001121", "小禾", "only@m.example", "岳川"} {
		if p := f.Proposals[i]; p.Customer.Name != want || (strings.Contains(string(p.Customer.Inferred), "name")) != (i < 3) || p.Err != nil {
			t.Errorf("%q, inferred %q, %v", p.Customer.Name, p.Customer.Inferred, p.Err)
		}
	}
	says(t, f.Proposals[3], fields{
		"phones": "13900001124", "birthday": "--03-05",
		"remark": "短号:110\n短号:*86\n网址:www.yc.example\n纪念日:2010-05-01\n配偶:贺敏\n昵称:川哥",
	})
	if strings.Join(f.Unknown, " ") != "X-MOOD" {
		t.Errorf("not read: %v", f.Unknown)
	}
}
