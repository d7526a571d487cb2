package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// sampleItem is the nth record of a kind with a value in every field that a
// person fills in, as far as the kind's own rules allow it.
func sampleItem(t *testing.T, k model.RecordKind, n int, currency string) model.Item {
	t.Helper()
	it := model.Item{Record: k.Record, Values: map[string]string{}}
	for _, s := range k.Specs {
		if s.Kept {
			continue
		}
		text := fmt.Sprintf("%s %d", s.Code, n)
		switch {
		case s.Code == "currency":
			text = currency
		case s.Asked:
			text = fmt.Sprintf("【主营业务】板材 %d\n第二行\n【还款来源(\"主要\")】\n【其他】无", n)
		case s.Kind == model.KindNote:
			text = fmt.Sprintf("第一行 %d\n- 第二行,\"带引号\"", n)
		case s.Kind == model.KindNumber:
			text = strconv.FormatInt(s.Min+int64(n)%(max(s.Max-s.Min, 1)), 10)
		case s.Kind == model.KindAmount:
			text = strconv.Itoa(123400 + 100*n)
		case s.Kind == model.KindDate:
			text = string(model.Date("2026-10-01").AddDays(n))
		case s.Kind == model.KindMoment:
			text = fmt.Sprintf("2026-10-0%d 09:30", n)
		case s.Kind == model.KindBirthday:
			text = []string{"1988-05-12", "--05-11", "lunar:--08-15"}[n%3]
		case s.Kind == model.KindChoice && len(s.Options) > 0:
			text = s.Options[n%len(s.Options)]
		case s.Kind == model.KindFlag:
			text = []string{"", "1"}[n%2]
		case s.Kind == model.KindPhones:
			text = fmt.Sprintf("1390000100%d\n1390000200%d", n, n)
		case s.Kind == model.KindTags:
			text = "甲\n乙"
		case s.Kind == model.KindQuantity:
			text = strconv.Itoa(1500 + n)
		case s.Kind == model.KindPeriod:
			text = fmt.Sprintf("2026-%02d", 1+n%9)
		case s.IsRef():
			text = "1"
		}
		if limit := s.Limit(); len([]rune(text)) > limit {
			text = string([]rune(text)[:limit])
		}
		it.Values[s.Code] = text
	}
	for range k.Specs { // the kind's rules say what can't stand beside what
		rec := k.FromItem(it)
		if k.OfCustomer() {
			k.Give(rec, 1)
		}
		err := k.Check(rec)
		var fe *model.FieldError
		if err == nil {
			return it
		}
		if !errors.As(err, &fe) || fe.Field == "" {
			t.Fatalf("%s: %v", k.Record, err)
		}
		it.Values[fe.Field] = ""
	}
	t.Fatalf("%s: no sample that its rules allow: %v", k.Record, it.Values)
	return it
}

// itemBook is a book with some records of every kind that is kept as items, and
// an order, a product and a project for them to refer to.
func itemBook(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	s := open(t, "2026-11-18")
	peopleOf(t, s)
	for _, k := range model.Kinds {
		if !k.IsItem() || k.Parts {
			continue
		}
		for n := range 3 {
			it := sampleItem(t, k, n, []string{"CNY", "USD", "JPY"}[n])
			if k.Card && (n < 2 || k.OfSomebody()) {
				it.CustomerID = int64(n + 1)
			}
			if _, err := s.SaveItem(ctx, it); err != nil {
				t.Fatalf("%s: %v: %v", k.Record, err, it.Values)
			}
		}
	}
	return s
}

// peopleOf adds customers of whom two have one name.
func peopleOf(t *testing.T, s *Store) {
	t.Helper()
	add(t, s, model.Customer{Name: "王建国", Phones: "13900000001"})
	add(t, s, model.Customer{Name: "王建国", Phones: "13900000002"})
	add(t, s, model.Customer{Name: "华兴电子有限公司", Kind: model.Company, Phones: "075512345678"})
}

// saidItems is what the records of a kind say, and whose they are.
func saidItems(t *testing.T, s *Store, k model.RecordKind) string {
	t.Helper()
	list, err := kinds[k.Record].items(context.Background(), s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, it := range list {
		var b strings.Builder
		fmt.Fprintf(&b, "of %d", it.CustomerID)
		for _, spec := range k.Specs {
			fmt.Fprintf(&b, " %s=%q", spec.Code, it.Values[spec.Code])
		}
		lines = append(lines, b.String())
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func idsIn(t *testing.T, s *Store, record string) []int64 {
	t.Helper()
	var ids []int64
	err := each(context.Background(), s.db, kindIn(record), "ORDER BY id",
		func(rec any) { ids = append(ids, model.Identity(rec).ID) })
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func kindIn(record string) model.RecordKind {
	k, _ := model.KindOf(record)
	return k
}

// Every kind that is kept as items is read again from each format that it is
// written in, in both languages, with the same books; a second time changes
// nothing, and one undo takes it back.
func TestWhatIsKeptAsItemsIsReadAgain(t *testing.T) {
	ctx := context.Background()
	s := itemBook(t)
	round := 0
	for _, k := range model.Kinds {
		if !k.IsItem() || k.Parts { // those of orders: TestPartsComeBackFromFiles
			continue
		}
		round++
		for _, format := range []string{"csv", "xlsx", "json"} {
			for _, lang := range []label.Lang{label.ZH, label.EN} {
				if round++; testing.Short() && round%6 != 0 { // a form and a language a kind, in turn
					continue
				}
				name := fmt.Sprintf("%s %s %s", k.ListName(), format, lang)
				path := filepath.Join(t.TempDir(), "list."+format)
				if _, err := s.Export(ctx, path, model.Export{Kind: k.ListName(), IDs: idsIn(t, s, k.Record), Lang: lang.String()}); err != nil {
					t.Fatal(name, err)
				}
				got := open(t, "2026-11-18")
				peopleOf(t, got)
				p, b := importInto(t, got, path, ImportOptions{}, true)
				if p.Document != k.ListName() || b.Refused > 0 || len(p.Unknown) > 0 {
					t.Errorf("%s: document %q, refused %d, headers not known %q\n%s", name, p.Document, b.Refused, p.Unknown, b.Refusals)
					continue
				}
				if was, is := saidItems(t, s, k), saidItems(t, got, k); was != is {
					t.Errorf("%s: was\n%s\nis\n%s", name, was, is)
				}
				if p, b = importInto(t, got, path, ImportOptions{}, true); b.ID != 0 || p.CountRecords(model.ResultUnchanged, k.Record) != 3 {
					t.Errorf("%s: the second time %+v", name, b)
				}
				if _, err := got.Undo(ctx); err != nil || saidItems(t, got, k) != "" {
					t.Errorf("%s: after undo (%v)\n%s", name, err, saidItems(t, got, k))
				}
			}
		}
	}
}

// A list as people make it is known by its signs, in either language; what is
// like another row is left, changed or added as the person says.
func TestListsOfItemsAsPeopleMakeThem(t *testing.T) {
	s := open(t, "2026-11-18")
	peopleOf(t, s)
	path := csvFile(t, "2026年市场调查汇总", "日期,对手,主题,产品,报价,客户名称",
		"11.3,华强,降价,车贴膜,¥1200,华兴电子有限公司", "2026年11月5日,宏达,新品,车衣,1.2万,13900000002", "11-6,宏达,促销,车衣,,",
		"11-7,宏达,促销,车衣,,#99", "11-8,宏达,,车衣,,", "合计,,,,,")
	p, b := importInto(t, s, path, ImportOptions{Map: map[string]string{"报价": "price", "对手": "competitor"}, As: "market"}, true)
	if p.Document != "market" || b.New != 3 || b.Refused != 2 {
		t.Fatalf("%q %+v", p.Document, b)
	}
	for i, want := range []string{
		"of 3 customer_id=\"\" noted_on=\"2026-11-03\" subject=\"降价\" competitor=\"华强\" product=\"车贴膜\" price=\"120000\"",
		"of 2 customer_id=\"\" noted_on=\"2026-11-05\" subject=\"新品\" competitor=\"宏达\" product=\"车衣\" price=\"1200000\"",
		"of 0 customer_id=\"\" noted_on=\"2026-11-06\" subject=\"促销\"",
	} {
		if said := saidItems(t, s, kindIn("market_note")); !strings.Contains(said, want) {
			t.Errorf("%d: %s\nin\n%s", i, want, said)
		}
	}
	refused := filepath.Join(t.TempDir(), "refused.csv")
	if err := s.WriteRefused(context.Background(), refused, p); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(refused)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r", "")
	for _, want := range []string{"11-7,宏达,促销,车衣,,#99,", "11-8,宏达,,车衣,,,", "报价,客户名称,原因"} {
		if !strings.Contains(text, want) {
			t.Errorf("refused rows lack %q:\n%s", want, text)
		}
	}
}

// Targets are the same where period and metric are: left, changed or refused as
// the person says of duplicates.
func TestTargetsThatAreThere(t *testing.T) {
	ctx := context.Background()
	for _, test := range []struct {
		policy           model.OnDuplicate
		as               model.Result
		goal             string
		changes, differs int
		refused          int64
	}{
		{policy: model.DuplicateSkip, as: model.ResultUnchanged, goal: "20", differs: 1},
		{policy: model.DuplicateUpdate, as: model.ResultUpdated, goal: "30", changes: 1},
		{policy: model.DuplicateNew, as: model.ResultRefused, goal: "20", refused: 1},
	} {
		s := open(t, "2026-11-18")
		it := model.Item{Record: "target", Values: map[string]string{"period": "2026-11", "metric": "contacts", "goal": "20"}}
		if _, err := s.SaveItem(ctx, it); err != nil {
			t.Fatal(err)
		}
		path := csvFile(t, "Period,Metric,Goal,Amount", "2026-11,contacts,30,", "2026-12,collected,,$500")
		p, b := importInto(t, s, path, ImportOptions{OnDuplicate: test.policy}, true)
		row := p.Rows[0]
		if p.Document != "targets" || row.Result != test.as || b.Refused != test.refused ||
			len(row.Changes) != test.changes || len(row.Differs) != test.differs {
			t.Errorf("%s: %q %+v %+v", test.policy, p.Document, row, b)
		}
		said := saidItems(t, s, kindIn("target"))
		for _, want := range []string{`goal="` + test.goal + `"`, `metric="collected" goal="" amount="50000" currency="USD"`} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %s in\n%s", test.policy, want, said)
			}
		}
	}
}

// What was said to be a list of a kind and is none is refused with the columns
// that such a list has.
func TestAFileWithoutRowsOfTheKind(t *testing.T) {
	s := open(t, "2026-11-18")
	_, err := s.PreviewImport(context.Background(), csvFile(t, "颜色,大小", "红,5"), ImportOptions{As: "market"})
	sentence, _ := label.File(err, label.ZH)
	if !strings.Contains(sentence, "「日期」「主题」") && !strings.Contains(sentence, "主题") {
		t.Errorf("%v: %q", err, sentence)
	}
	if name := cmp.Or(label.Document("market", label.EN), "none"); name != "Market notes" {
		t.Errorf("a document is called %q", name)
	}
}

// A campaign that a list of customers only named is completed by the list of
// campaigns, whichever of them comes first.
func TestACampaignThatWasOnlyNamedIsCompleted(t *testing.T) {
	s := open(t, "2026-11-18")
	if _, err := s.SaveItem(context.Background(), model.Item{Record: model.RowOfCampaign,
		Values: map[string]string{"name": "春季展会"}}); err != nil {
		t.Fatal(err)
	}
	want := sampleItem(t, kindIn(model.RowOfCampaign), 1, "CNY")
	want.Values["name"] = "春季展会"
	other := open(t, "2026-11-18")
	if _, err := other.SaveItem(context.Background(), want); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "campaigns.csv")
	ids := idsIn(t, other, model.RowOfCampaign)
	if _, err := other.Export(context.Background(), path, model.Export{Kind: "campaigns", IDs: ids}); err != nil {
		t.Fatal(err)
	}
	importInto(t, s, path, ImportOptions{}, false)
	if was, is := saidItems(t, other, kindIn(model.RowOfCampaign)), saidItems(t, s, kindIn(model.RowOfCampaign)); was != is {
		t.Errorf("was\n%s\nis\n%s", was, is)
	}
}
