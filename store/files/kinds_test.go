package files

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"genjin/model"
	"genjin/model/label"
)

func csvOf(t *testing.T, lines ...string) string {
	return fileOf(t, "list.csv", []byte(strings.Join(lines, "\n")+"\n"))
}

func TestWhatTheRowsOfAListAre(t *testing.T) {
	for headers, want := range map[string]string{
		"客户名称,联系方式,客户等级":            DocumentList,
		"公司名称,联系人,电话":               DocumentList,
		"客户,日期,情况描述":                DocumentJournal,
		"客户名称,电话,跟进时间,跟进方式,跟进内容,备注": DocumentJournal,
		"电话,日期,情况":                  DocumentJournal,
		"客户名称,地址,日期,情况描述":           DocumentList,
		"客户,姓名,角色,联系方式,微信,邮箱,生日,备注": DocumentContacts,
		"客户名称,姓名,电话":                DocumentContacts,
		"公司,联系人,职务,手机":              DocumentContacts,
		"公司,联系人,职务,手机,地址":           DocumentList,
		"Customer,Name,Role,Phones": DocumentContacts,
	} {
		n := strings.Count(headers, ",")
		row := "恒基板材" + strings.Repeat(",", n)
		values := map[string]string{"日期": "2026-11-20", "跟进时间": "2026-11-20", "情况描述": "说好了", "跟进内容": "说好了", "情况": "说好了",
			"姓名": "王经理", "Name": "Wang", "联系人": "王经理", "电话": "13800138000", "手机": "13800138000"}
		cells := strings.Split(row, ",")
		for i, h := range strings.Split(headers, ",") {
			if v := values[h]; v != "" {
				cells[i] = v
			}
		}
		f, err := Read(csvOf(t, headers, strings.Join(cells, ",")), Options{Today: today})
		if err != nil || f.Document != want {
			t.Errorf("%s: %s, want %s (%v)", headers, f.Document, want, err)
		}
	}
}

func TestJournalRowsOnlyNameTheirCustomers(t *testing.T) {
	f := read(t, csvOf(t, "客户,跟进时间,跟进方式,结果,情况描述,遇到问题,备注", "恒基板材,2026-11-20 9:30,电话,未接通,没人接,,下午再打", "恒基板材,11-21,微信,,发了报价,嫌贵,",
		"董先生,2026-11-22,,,,没有情况,"))
	if len(f.Proposals) != 3 {
		t.Fatalf("%+v", f)
	}
	first, last := f.Proposals[0], f.Proposals[2]
	if e := first.Entries[0].Entry; !first.Known || e.At != "2026-11-20 09:30" || e.Method != model.Phone || e.Outcome != model.NotReached ||
		e.Remark != "下午再打" {
		t.Errorf("%+v", first)
	}
	if last.Entries[0].Err == nil || last.Err != nil {
		t.Errorf("a row without a situation: %+v", last)
	}
}

func TestContactRows(t *testing.T) {
	f := read(t, csvOf(t, "客户名称,姓名,职务,电话,微信,备注", "恒基板材,王经理,决策人,138 0013 8000,wang,爱喝茶", ",李工,技术总监,0757-83330001,,", "恒基板材,,财务,,,"))
	if len(f.Proposals) != 3 || f.Document != DocumentContacts {
		t.Fatalf("%+v", f)
	}
	wang, li := f.Proposals[0].Items[0].Item.Values, f.Proposals[1].Items[0].Item.Values
	if wang["role"] != "decision_maker" || wang["phones"] != "138 0013 8000" || wang["remark"] != "爱喝茶" {
		t.Errorf("%v", wang)
	}
	if f.Proposals[1].Customer.Name != "恒基板材" || li["role"] != "other" || li["remark"] != "职务:技术总监" {
		t.Errorf("%+v", f.Proposals[1])
	}
	if f.Proposals[2].Items[0].Err == nil {
		t.Error("a contact without a name was taken")
	}
}

// otherCRM are the headers of the list of another CRM.
const otherCRM = "客户名称,联系人,手机,电话,QQ,微信,地址,备注,来源,客户等级,客户行业,客户状态,客户类型,创建时间,更新时间,最近沟通时间,沟通内容,归属人"

func TestTheListOfAnotherCRM(t *testing.T) {
	f := read(t, csvOf(t, otherCRM,
		"佛山恒基板材有限公司,王经理,13800138000,0757-83330001,12345,hengji,佛山市南海区,老客户,转介绍,A,建材,已成交,准客户,2025-03-01 10:00:00,2026-11-01 09:00:00,"+
			"2026-11-20 15:30,谈好价格,陈萌",
		"董建国,董建国,13900139000,,,,,,陌拜,B,,潜在,意向客户,2026-11-01,,,,陈萌"))
	if f.Document != DocumentList || len(f.Unknown) > 0 {
		t.Fatalf("%s %v", f.Document, f.Unknown)
	}
	hengji, dong := f.Proposals[0], f.Proposals[1]
	says(t, hengji, fields{
		"name": "佛山恒基板材有限公司", "kind": "company", "phones": "13800138000\n0757-83330001", "wechat": "hengji", "remark": "QQ 12345\n老客户",
		"source": "referral", "grade": "A", "stage": "won", "class": "ready", "filled_on": "2025-03-01", "owner": "陈萌",
	})
	if len(hengji.Entries) != 1 || hengji.Entries[0].Entry.At != "2026-11-20 15:30" || hengji.Entries[0].Entry.Situation != "谈好价格" {
		t.Errorf("%+v", hengji.Entries)
	}
	items := map[string]string{}
	for _, it := range hengji.Items {
		items[it.Item.Record] = it.Item.Values["name"] + it.Item.Values["industry"]
	}
	if items["contact"] != "王经理" || items["company"] != "建材" {
		t.Errorf("%v", items)
	}
	says(t, dong, fields{"name": "董建国", "phones": "13900139000", "filled_on": "2026-11-01"})
	if len(dong.Items)+len(dong.Entries) > 0 {
		t.Errorf("%+v %+v", dong.Items, dong.Entries)
	}
	want := model.SharedField{Field: "customer.phones", Headers: []string{"手机", "电话"}, Joined: true}
	if len(f.Shared) != 1 || f.Shared[0].Field != want.Field || !f.Shared[0].Joined || len(f.Shared[0].Headers) != 2 {
		t.Errorf("%+v", f.Shared)
	}
}

func TestAClassThatSaysTheKindIsTheKind(t *testing.T) {
	f := read(t, csvOf(t, "客户名称,电话,客户类型,客户状态", "恒基板材,13800138000,企业客户,跟进中", "董建国,,个人客户,流失"))
	says(t, f.Proposals[0], fields{"kind": "company", "class": "", "stage": "negotiating"})
	says(t, f.Proposals[1], fields{"kind": "person", "stage": "lost"})
}

func TestTwoColumnsOnOneFieldByMapping(t *testing.T) {
	path := csvOf(t, "甲方,乙名,地址一,地址二", "恒基板材,,,佛山", ",董先生,太原,晋中")
	f := read(t, path, "甲方=name", "乙名=name", "地址一=address", "地址二=address")
	says(t, f.Proposals[0], fields{"name": "恒基板材", "address": "佛山"})
	says(t, f.Proposals[1], fields{"name": "董先生", "address": "太原"})
	if len(f.Shared) != 2 || f.Shared[1].Joined {
		t.Errorf("%+v", f.Shared)
	}
	f = read(t, csvOf(t, "甲方,对接人,做什么的", "恒基板材,王经理,建材"), "甲方=name", "对接人=contact.name", "做什么的=company.industry")
	if len(f.Proposals[0].Items) != 2 {
		t.Errorf("%+v", f.Proposals[0])
	}
}

func TestColumnsAreToldWhereNoneIsKnown(t *testing.T) {
	src, err := Open(csvOf(t, "2026年名单", "甲,乙,丙", "恒基板材,138 0013 8000,佛山"), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := src.Read(Options{Today: today})
	if !errors.Is(err, model.ErrNoCustomers) || len(f.Columns) != 3 || f.Columns[0].Header != "甲" || f.Columns[0].Sample != "恒基板材" {
		t.Errorf("%v %+v", err, f.Columns)
	}
	if model.HeaderSet(src.Columns("")) != model.HeaderSet(f.Columns) {
		t.Error("the headers depend on who asks")
	}
	f, err = src.Read(Options{Today: today, Map: map[string]string{"甲": "name", "乙": "phones"}})
	if err != nil || f.Proposals[0].Customer.Phones != "138 0013 8000" {
		t.Errorf("%v %+v", err, f)
	}
}

func TestAKindThatWasSaidIsTakenOrRefused(t *testing.T) {
	list := csvOf(t, "客户名称,联系方式", "董先生,15935946108", "刘女士,13800138000")
	var other *model.DocumentError
	if _, err := Read(list, Options{Today: today, As: DocumentForm}); !errors.As(err, &other) || other.Found != DocumentList {
		t.Error(err)
	}
	journal := csvOf(t, "客户,日期,情况描述", "董先生,2026-11-20,说好了")
	if f, err := Read(journal, Options{Today: today, As: DocumentList}); err != nil || f.Proposals[0].Known ||
		len(f.Proposals[0].Entries) != 1 {
		t.Errorf("%v %+v", err, f)
	}
	if f, err := Read(csvOf(t, "公司名称,联系人,电话", "恒基板材,王经理,13800138000"), Options{Today: today, As: DocumentContacts}); err != nil ||
		f.Document != DocumentContacts || len(f.Proposals[0].Items) != 1 {
		t.Errorf("%v %+v", err, f)
	}
	if _, err := Read(fileOf(t, "a.vcf", card("FN:x", "TEL:13800138000")), Options{Today: today, As: DocumentJournal}); !errors.As(err,
		&other) {
		t.Error(err)
	}
}

func TestJSONListsAreReadAsLists(t *testing.T) {
	c := model.Customer{Name: "董先生", Phones: "15935946108\n0351-7021234", Tags: "老客户", ExpectedAmount: 1234500,
		Currency: "USD", Important: true, Birthday: "--08-15", Grade: model.GradeB}
	var b bytes.Buffer
	if err := ListJSON(&b, &model.CustomerView, []model.CustomerOf{{Customer: c}}, model.AsOf{}, nil); err != nil {
		t.Fatal(err)
	}
	f, err := Read(fileOf(t, "list.json", b.Bytes()), Options{Today: today})
	if err != nil || len(f.Unknown) > 0 {
		t.Fatal(err, f.Unknown)
	}
	says(t, f.Proposals[0], fields{"phones": "15935946108\n0351-7021234", "tags": "老客户", "expected_amount": "1234500",
		"currency": "USD", "important": "1", "birthday": "--08-15", "grade": "B"})
}

func TestHostileJSON(t *testing.T) {
	whole := func(members string) string {
		return `{"format":"genjin-records","version":1,"customers":[{"id":1,"name":"王五"` + members + `}]}`
	}
	for name, c := range map[string]struct {
		content string
		want    error // of the file
		refused bool  // of the row
	}{
		"cut off":           {whole("")[:60], model.ErrFileUnreadable, false},
		"another program's": {`{"users":[]}`, model.ErrFileFormat, false},
		"a later version":   {`{"format":"genjin-records","version":99,"customers":[]}`, model.ErrFileNewer, false},
		"no customers":      {`{"format":"genjin-records","version":1,"customers":[]}`, model.ErrNoCustomers, false},
		"customers a text":  {`{"format":"genjin-records","version":1,"customers":"x"}`, model.ErrFileUnreadable, false},
		"an empty array":    {`[]`, model.ErrFileEmpty, false},
		"deep":              {`[{"a":` + strings.Repeat("[", 100_000), model.ErrFileUnreadable, false},
		"sound":             {whole(""), nil, false},
		"name a number":     {`{"format":"genjin-records","version":1,"customers":[{"name":5}]}`, nil, true},
		"no name":           {`{"format":"genjin-records","version":1,"customers":[{}]}`, nil, true},
		"phones a text":     {whole(`,"phones":"138"`), nil, true},
		"grade unknown":     {whole(`,"grade":"Z"`), nil, true},
		"a date that isn't": {whole(`,"next_on":"2026-02-30"`), nil, true},
		"money a text":      {whole(`,"expected_amount":"12"`), nil, true},
		"money too large":   {whole(`,"expected_amount":{"amount":99999999999999999,"currency":"CNY"}`), nil, true},
		"score out":         {whole(`,"potential_score":9`), nil, true},
		"flag a number":     {whole(`,"important":1`), nil, true},
		"journal an object": {whole(`,"journal":{}`), nil, true},
		"control signs":     {whole(`,"address":"a\u001b[31mb\u202ec\u0000"`), nil, false},
		"too long":          {whole(`,"address":"` + strings.Repeat("长", 501) + `"`), nil, true},
		"unknown members":   {whole(`,"future":{"a":[1]}`), nil, false},
		"a huge id":         {whole(`,"referrer_id":99999999999999999999`), nil, true},
	} {
		f, err := Read(fileOf(t, "x.json", []byte(c.content)), Options{Today: today})
		if c.want != nil {
			if !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
			if _, ok := label.File(err, label.EN); err != nil && !ok {
				t.Errorf("%s: no words", name)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := f.Proposals[0]
		refused := p.Err != nil || p.Customer.Check() != nil
		if refused != c.refused || strings.ContainsAny(p.Customer.Address, "\x1b\u202e\x00") {
			t.Errorf("%s: %v %q", name, p.Err, p.Customer.Address)
		}
	}
}

func TestTheCalendarIsReadByOthers(t *testing.T) {
	k := Calendar{
		Customers: []model.Customer{
			{Meta: model.Meta{ID: 1, CreatedAt: "a"}, Name: "董先生;甲,乙", Phones: "15935946108", Grade: model.GradeA,
				NextOn: "2026-11-30", NextAction: "确认来店时间\n带合同", RetryOn: "2026-11-25", Birthday: "1988-02-29"},
			{Meta: model.Meta{ID: 2, CreatedAt: "b"}, Name: "刘女士", NextOn: "2026-11-01", Birthday: "lunar:1990-08-15"},
			{Meta: model.Meta{ID: 3, CreatedAt: "c"}, Name: "归档的", NextOn: "2026-12-01", Archived: true},
			{Meta: model.Meta{ID: 4, CreatedAt: "d"}, Name: "不跟的", NextOn: "2026-12-01", Grade: model.GradeE},
		},
		Contacts:  []model.Contact{{Meta: model.Meta{ID: 7}, CustomerID: 1, Name: "王经理", Birthday: "--12-01"}},
		Occasions: []model.Occasion{{Meta: model.Meta{ID: 8}, CustomerID: 2, Label: "开业纪念", Day: "2010-05-01"}},
		Today:     today, Now: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC), Lang: label.ZH,
	}
	text := func() string {
		var b bytes.Buffer
		if err := k.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := text()
	cal, err := ics.ParseCalendar(strings.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	uids := map[string]bool{}
	for _, e := range cal.Events() {
		summary, start := e.GetProperty(ics.ComponentPropertySummary).Value, e.GetProperty(ics.ComponentPropertyDtStart).Value
		rule := ""
		if p := e.GetProperty(ics.ComponentPropertyRrule); p != nil {
			rule = " " + p.Value
		}
		got[start+rule] = summary
		if uids[e.Id()] {
			t.Errorf("%s twice", e.Id())
		}
		uids[e.Id()] = true
	}
	want := map[string]string{
		"20261130": "跟进 董先生;甲,乙:确认来店时间\n带合同", "20261125": "再联系 董先生;甲,乙:确认来店时间\n带合同",
		"20270228 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1": "董先生;甲,乙 生日", "20261201 FREQ=YEARLY": "王经理 (董先生;甲,乙) 生日",
		"20270915": "刘女士 生日", "20281003": "刘女士 生日", "20270501 FREQ=YEARLY": "刘女士 开业纪念",
	}
	for on, summary := range want {
		if got[on] != summary {
			t.Errorf("%s: %q, want %q", on, got[on], summary)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d events, want %d: %v", len(got), len(want), got)
	}
	// A later one has the same names and goes before this one.
	k.Customers[0].NextOn, k.Now = "2026-12-05", k.Now.Add(time.Hour)
	again, err := ics.ParseCalendar(strings.NewReader(text()))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range again.Events() {
		if !uids[e.Id()] {
			t.Errorf("%s is new", e.Id())
		}
	}
}

func TestTablesInTheOtherForms(t *testing.T) {
	g := Grid{Title: "名单", Lang: "zh", Headers: []string{"客户名称", "备注"}, Rows: [][]string{{"<script>|a", "一\n二"}, {"=1+1", "*粗*"}}}
	var md, page bytes.Buffer
	if err := errors.Join(g.WriteMarkdown(&md), g.WriteHTML(&page)); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(md.String(), `| &lt;script>\|a | 一<br>二 |`) || strings.Contains(page.String(), "<script>") ||
		!strings.Contains(page.String(), "&lt;script&gt;|a") {
		t.Errorf("%s\n%s", md.String(), page.String())
	}
}
