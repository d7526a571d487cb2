package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

const sampleForm = "files/testdata/paper-form.xlsx"

// importFile opens a database as of 24 November 2026 and imports a file into it.
func importFile(t *testing.T, path string, o ImportOptions) (*Store, model.Preview, model.Batch) {
	t.Helper()
	s := open(t, "2026-11-24")
	p, b := importInto(t, s, path, o, true)
	return s, p, b
}

func importInto(t *testing.T, s *Store, path string, o ImportOptions, keepGood bool) (model.Preview, model.Batch) {
	t.Helper()
	p, err := s.PreviewImport(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Import(context.Background(), p, keepGood)
	if err != nil {
		t.Fatal(err)
	}
	return p, b
}

// csvFile writes lines as a CSV file.
func csvFile(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func cardsOf(t *testing.T, s *Store) []model.Customer {
	t.Helper()
	all, err := customers.query(context.Background(), s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// recordsText is every record of every table but the log's, as text.
func recordsText(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	names, err := s.db.QueryContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
		AND name NOT LIKE 'journal_words%' AND name NOT IN ('change_set', 'change') ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	defer names.Close()
	var b strings.Builder
	for names.Next() {
		var name string
		if err := names.Scan(&name); err != nil {
			t.Fatal(err)
		}
		rows, err := s.db.QueryContext(ctx, "SELECT * FROM "+name)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		var lines []string
		for rows.Next() {
			values, ptrs := make([]sql.NullString, len(columns)), make([]any, len(columns))
			for i := range values {
				ptrs[i] = &values[i]
			}
			if err := rows.Scan(ptrs...); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, fmt.Sprintf("%s %v", name, values))
		}
		_ = rows.Close()
		slices.Sort(lines)
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	return b.String()
}

func TestSampleFormBecomesTwoCardsWithTheirJournals(t *testing.T) {
	s, p, b := importFile(t, sampleForm, ImportOptions{})
	if p.Document != "form" || len(p.Unknown) > 0 || b.New != 2 || b.Refused != 0 || p.CountEntries(model.ResultNew) != 4 {
		t.Fatalf("%s %v %+v", p.Document, p.Unknown, b)
	}
	cards := cardsOf(t, s)
	dong, liu := cards[0], cards[1]
	want := model.Customer{
		Meta: dong.Meta, Kind: model.Person, Name: "董先生", Gender: model.Male, Phones: "15935946108", PartySize: 3,
		Interest: "自有一辆奇瑞5E,想置换越野车陆风X7", Owner: "陈萌", FilledOn: "2026-11-20", Source: "walk_in", Need: model.NeedUnknown,
		Currency: "CNY", Class: model.ClassNew, Stage: model.Prospect, NextOn: "2026-11-27", NextBasis: model.Computed,
		LastOn: "2026-11-20", Inferred: "source",
	}
	if diff := same(model.CustomerFields, &want, &dong); diff != nil {
		t.Error(diff)
	}
	want = model.Customer{
		Meta: liu.Meta, Kind: model.Person, Name: "刘女士", Gender: model.Female, Phones: "138 0013 8000\n0354-2028888", PartySize: 2,
		Address: "晋中市榆次区迎宾街88号3单元1201", Birthday: "1988-08-15", Family: "夫妻二人,孩子上小学", Interest: "陆风X7 2.0T 自动",
		Owner: "陈萌", Team: "二组", FilledOn: "2026-11-03", Source: "walk_in", Need: model.NeedClear, ExpectedOn: "2026-12-03",
		Currency: "CNY", Class: model.ClassReady, Stage: model.Prospect, Grade: model.GradeA, NextOn: "2026-11-19",
		NextBasis: model.Computed, LastOn: "2026-11-18",
		Inferred: "source\nneed\nexpected_on\ngrade",
	}
	if diff := same(model.CustomerFields, &want, &liu); diff != nil {
		t.Error(diff)
	}
	entries, err := s.Entries(context.Background(), liu.ID, 0)
	if err != nil || len(entries) != 3 {
		t.Fatal(entries, err)
	}
	e := entries[1]
	if e.Seq != 2 || e.At != "2026-11-10 09:20" || e.Method != model.Phone || e.Outcome != model.Reached || e.Problem != "嫌首付高" ||
		e.Solution != "报30%首付36期方案" {
		t.Errorf("%+v", e)
	}
}

func TestSampleListsTakeFiveRowsAndRefuseThree(t *testing.T) {
	for _, name := range []string{"customer-list-gb18030.csv", "customer-list-utf8-bom.csv"} {
		s, p, b := importFile(t, "files/testdata/"+name, ImportOptions{Lang: "zh"})
		if p.Document != "list" || b.New != 5 || b.Refused != 3 {
			t.Fatalf("%s %+v", name, b)
		}
		want := map[int]string{7: "客户名称:不能为空", 8: "客户等级:没有「F」,可选 A、B、C、D、E", 9: "下次跟进日期:「2026-02-30」这一天不存在"}
		for _, r := range p.Rows {
			if r.Result == model.ResultRefused && label.Reasons(r.Record, r.Err, label.ZH) != want[r.Row] {
				t.Errorf("%s row %d: %s", name, r.Row, label.Reasons(r.Record, r.Err, label.ZH))
			}
		}
		cards := cardsOf(t, s)
		if cards[0].Kind != model.Company || cards[0].Grade != model.GradeA || cards[0].Source != "referral" || cards[0].NextOn != "2026-11-24" {
			t.Errorf("%+v", cards[0])
		}
		if cards[1].NextOn != "2026-11-30" || cards[2].Remark != `说"再看看"` || cards[4].NextOn != "" {
			t.Errorf("%+v", cards)
		}
	}
}

func TestWithARefusedRowNothingIsWritten(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	before := recordsText(t, s)
	p, err := s.PreviewImport(ctx, "files/testdata/customer-list-gb18030.csv", ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, false); !errors.Is(err, model.ErrRefusedRows) {
		t.Fatal(err)
	}
	if recordsText(t, s) != before {
		t.Error("something was written")
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	ctx := context.Background()
	for _, policy := range []model.OnDuplicate{model.DuplicateSkip, model.DuplicateUpdate} {
		for _, file := range []string{sampleForm, "files/testdata/customer-list-gb18030.csv"} {
			s, _, _ := importFile(t, file, ImportOptions{OnDuplicate: policy})
			before := recordsText(t, s)
			version, _ := s.Version(ctx)
			_, b := importInto(t, s, file, ImportOptions{OnDuplicate: policy}, true)
			again, _ := s.Version(ctx)
			if b.ID != 0 || b.New+b.Updated != 0 || recordsText(t, s) != before || version != again {
				t.Errorf("%s %s: %+v", policy, file, b)
			}
		}
	}
}

func TestUndoBringsBackWhatWasThereBefore(t *testing.T) {
	ctx := context.Background()
	file := csvFile(t, "客户名称,联系方式,客户等级,介绍人,下次跟进日期,日期,情况描述",
		"董先生,15935946108,B,刘女士,2026-12-01,2026-11-21,打电话说还要看看",
		"王五,13900000001,C,董先生,,,", "赵六,13900000002,D,王五,,2026-11-02,进店")
	for _, policy := range []model.OnDuplicate{model.DuplicateSkip, model.DuplicateUpdate, model.DuplicateNew} {
		s, _, _ := importFile(t, sampleForm, ImportOptions{})
		before := recordsText(t, s)
		_, b := importInto(t, s, file, ImportOptions{OnDuplicate: policy}, false)
		after := recordsText(t, s)
		if b.ID == 0 || after == before {
			t.Fatalf("%s: nothing was written: %+v", policy, b)
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := recordsText(t, s); got != before {
			t.Errorf("%s: after undo\n%s\nwant\n%s", policy, got, before)
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := recordsText(t, s); got != after {
			t.Errorf("%s: after redo\n%s\nwant\n%s", policy, got, after)
		}
		if r, err := s.UndoBatch(ctx, b.ID); err != nil || r.Kept != 0 || recordsText(t, s) != before {
			t.Errorf("%s: undoing the batch kept %d, %v", policy, r.Kept, err)
		}
	}
}

func TestUndoOfABatchKeepsWhatWasChangedSince(t *testing.T) {
	ctx := context.Background()
	s, _, b := importFile(t, sampleForm, ImportOptions{})
	liu := cardsOf(t, s)[1]
	liu.Remark = "要送脚垫"
	if _, err := s.SaveCustomer(ctx, liu, ""); err != nil {
		t.Fatal(err)
	}
	r, err := s.UndoBatch(ctx, b.ID)
	if err != nil || r.Kept == 0 {
		t.Fatal(r, err)
	}
	left := cardsOf(t, s)
	if len(left) != 1 || left[0].Name != "刘女士" || left[0].Remark != "要送脚垫" {
		t.Errorf("%+v", left)
	}
}

func TestUpdateWritesWhatTheFileGives(t *testing.T) {
	s, _, _ := importFile(t, sampleForm, ImportOptions{})
	p, b := importInto(t, s, csvFile(t, "姓名,电话,详细地址,客户等级,备注", "刘女士,13800138000,太原市长风街1号,B,", "董先生,,,,"),
		ImportOptions{OnDuplicate: model.DuplicateUpdate}, false)
	if b.Updated != 1 || b.Unchanged != 1 {
		t.Fatalf("%+v", b)
	}
	want := []model.FieldChange{
		{Field: "address", Before: "晋中市榆次区迎宾街88号3单元1201", After: "太原市长风街1号", Currency: "CNY"},
		{Field: "grade", Before: "A", After: "B", Currency: "CNY"},
	}
	if got := p.Rows[0].Changes; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	liu := cardsOf(t, s)[1]
	if liu.Grade != model.GradeB || liu.NextOn != "2026-11-25" || liu.Family == "" || liu.Inferred.Has("grade") {
		t.Errorf("%+v", liu)
	}
}

func TestKnownCustomersAreLeftAndTheirJournalGrows(t *testing.T) {
	s, _, _ := importFile(t, sampleForm, ImportOptions{})
	p, b := importInto(t, s, csvFile(t, "客户,电话,地址,跟进日期,跟进内容",
		"刘女士,13800138000,别处,2026-11-23 11:00,电话说明天来", "刘女士,,,2026/11/18,同意方案,月底前来订车"), ImportOptions{}, false)
	if b.Unchanged != 2 || b.New+b.Updated+b.Refused != 0 || b.ID == 0 || p.CountEntries(model.ResultNew) != 2 {
		t.Fatalf("%+v %d", b, p.CountEntries(model.ResultNew))
	}
	liu := cardsOf(t, s)[1]
	if liu.Address != "晋中市榆次区迎宾街88号3单元1201" || liu.LastOn != "2026-11-23" || liu.NextOn != "2026-11-24" {
		t.Errorf("%+v", liu)
	}
}

func TestWhoIsWho(t *testing.T) {
	base := []string{"客户名称,联系方式", "董先生,15935946108", "王先生,13900000001", "佛山恒基板材有限公司,0757-83330001", "李四,"}
	for _, c := range []struct{ row, want string }{
		{"董先生,159 3594 6108", "unchanged"},
		{"董先生,", "unchanged"},
		{"董先生,13700000000", "new"},       // another of that name
		{"董建国,15935946108", "unchanged"}, // the surname goes with it
		{"(广东省)佛山恒基板材,", "unchanged"},
		{"恒基板材,0757 83330001", "unchanged"},
		{"张三,15935946108", "refused"}, // somebody else's number
		{"李四,13700000009", "unchanged"},
		{"赵六,", "new"},
	} {
		s, _, _ := importFile(t, csvFile(t, base...), ImportOptions{})
		p, err := s.PreviewImport(context.Background(), csvFile(t, base[0], c.row), ImportOptions{})
		if err != nil || string(p.Rows[0].Result) != c.want {
			t.Errorf("%s: %s %v, want %s", c.row, p.Rows[0].Result, p.Rows[0].Err, c.want)
		}
		again, _, b := importFile(t, csvFile(t, append(base, c.row)...), ImportOptions{})
		if n := len(cardsOf(t, again)); c.want == "new" && n != 5 || c.want != "new" && n != 4 {
			t.Errorf("within one file %s makes %d customers, %+v", c.row, n, b)
		}
	}
}

func TestARowThatFitsSeveralIsRefused(t *testing.T) {
	s, _, _ := importFile(t, csvFile(t, "客户名称,联系方式", "王先生,13900000001", "王先生,13900000002"), ImportOptions{})
	p, err := s.PreviewImport(context.Background(), csvFile(t, "客户名称", "王先生"), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := label.Reasons("customer", p.Rows[0].Err, label.ZH); got != "与几个客户相符:#1 王先生、#2 王先生;请补上电话或写全名,或选定是哪一位(--row 2=#编号)" {
		t.Error(got)
	}
}

func TestReferrersAreFoundAcrossTheFile(t *testing.T) {
	s, _, _ := importFile(t, csvFile(t, "客户名称,介绍人", "王五,赵六", "赵六,", "钱七,孙八"), ImportOptions{})
	cards := cardsOf(t, s)
	if cards[0].Referrer != cards[1].ID || cards[2].Referrer != 0 || cards[2].Remark != "介绍人:孙八" {
		t.Errorf("%+v", cards)
	}
}

func TestRefusedRowsAreMendedAndImportedAgain(t *testing.T) {
	ctx := context.Background()
	for _, ext := range []string{".csv", ".xlsx"} {
		s, p, _ := importFile(t, "files/testdata/customer-list-gb18030.csv", ImportOptions{})
		path := filepath.Join(t.TempDir(), "refused"+ext)
		if err := s.WriteRefused(ctx, path, p); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Error(info, err)
		}
		again, err := s.PreviewImport(ctx, path, ImportOptions{})
		if err != nil || again.Count(model.ResultRefused) != 3 || len(again.Unknown) != 0 || again.Rows[0].Row != 2 {
			t.Errorf("%+v %v", again.Rows, err)
		}
		if got := again.Headers[again.Rows[0].Sheet]; got[len(got)-1] != "原因" || got[0] != "客户名称" {
			t.Error(got)
		}
	}
}

func TestAFormsRefusedJournalRowComesBackAsAList(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-05") // the later entries lie ahead
	p, err := s.PreviewImport(ctx, sampleForm, ImportOptions{})
	if err != nil || p.Count(model.ResultRefused) != 3 || p.Count(model.ResultNew) != 2 {
		t.Fatal(p.Count(model.ResultRefused), err)
	}
	if _, err := s.Import(ctx, p, true); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "refused.xlsx")
	if err := s.WriteRefused(ctx, path, p); err != nil {
		t.Fatal(err)
	}
	later, err := Open(ctx, s.Path(), AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer later.Close()
	again, err := later.PreviewImport(ctx, path, ImportOptions{})
	if err != nil || again.Count(model.ResultRefused) != 0 || again.Count(model.ResultNew) != 0 || again.CountEntries(model.ResultNew) != 3 {
		t.Errorf("%+v %v", again.Rows, err)
	}
}

func TestExportsArePrivateAndLogged(t *testing.T) {
	ctx := context.Background()
	s, _, _ := importFile(t, sampleForm, ImportOptions{})
	dir := t.TempDir()
	for _, name := range []string{"a.xlsx", "a.csv", "a.json"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := s.ExportCustomers(ctx, path, []int64{2, 1}, label.ZH); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Error(info.Mode(), err)
		}
	}
	if err := s.ExportForm(ctx, filepath.Join(dir, "missing", "a.xlsx"), []int64{1}); err == nil {
		t.Error("written into a folder that isn't there")
	}
	if err := s.ExportCustomers(ctx, filepath.Join(dir, "a.pdf"), []int64{1}, label.ZH); !errors.Is(err, model.ErrFileFormat) {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".genjin*")); len(left) > 0 {
		t.Error("left behind", left)
	}
	changes, err := s.Changes(ctx, 0, 10)
	if err != nil || len(changes) == 0 || changes[0].Act != model.ActExport {
		t.Errorf("%+v %v", changes, err)
	}
}
