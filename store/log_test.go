package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"genjin/model"

	"pgregory.net/rapid"
)

// tester is a *testing.T or a *rapid.T.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// openAt opens the file of a path as the program does, for the test's length.
func openAt(t *testing.T, path string, opts ...Option) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, append([]Option{AsOf("2026-11-24")}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func add(t *testing.T, s *Store, c model.Customer) model.Customer {
	t.Helper()
	c, err := s.AddCustomer(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// names are those of all customers, by id.
func names(t *testing.T, s *Store) string {
	t.Helper()
	cards, err := customers.query(context.Background(), s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range cards {
		list = append(list, c.Name)
	}
	return strings.Join(list, " ")
}

// column reads a column of texts.
func column(t tester, s *Store, query string, args ...any) []string {
	t.Helper()
	rows, err := s.db.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return texts
}

// tables is every row of every table but the log, drafts, and what depends on
// the day on which it was noted, as text.
func tableNames(t tester, s *Store) string {
	t.Helper()
	dumped.Do(func() {
		var all []string
		for _, table := range column(t, s, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
			AND name NOT LIKE 'journal_words%' AND name NOT IN ('change', 'change_set', 'draft', 'customer_thin')`) {
			fields := column(t, s, "SELECT group_concat('quote(' || name || ')', '||'',''||') FROM pragma_table_info('"+table+"')")[0]
			all = append(all, fmt.Sprintf("SELECT '%s: ' || %s AS r FROM %s", table, fields, table))
		}
		dumped.query = strings.Join(all, " UNION ALL ") + " ORDER BY r"
	})
	return strings.Join(column(t, s, dumped.query), "\n")
}

// dumped is the question for every row of every table: long, and the same for every
// file.
var dumped struct {
	sync.Once
	query string
}

// sameTables fails with the lines that differ between two dumps.
func sameTables(t tester, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	only := func(sign, a, b string) (lines []string) {
		others := strings.Split(b, "\n")
		for _, l := range strings.Split(a, "\n") {
			if !slices.Contains(others, l) {
				lines = append(lines, sign+l)
			}
		}
		return lines
	}
	t.Fatalf("%s:\n%s", what, strings.Join(append(only("- ", want, got), only("+ ", got, want)...), "\n"))
}

// checkDerived asserts that what is worked out from customers is what it would
// be if it were worked out anew, in the file and in memory.
func checkDerived(t tester, s *Store) {
	t.Helper()
	ctx := context.Background()
	cards, err := customers.query(ctx, s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	if lost, err := s.lostWords(ctx); err != nil || len(lost) > 0 {
		t.Fatalf("the index of the journal is off by %v, %v", lost, err)
	}
	var want, keys, thin []string
	var index []searchEntry
	for _, c := range cards {
		archived := 0
		if c.Archived {
			archived = 1
		}
		want = append(want, fmt.Sprint(c.ID, " ", archived, " ", searchText(c)))
		index = append(index, searchEntry{c.ID, searchText(c)})
		if !c.Archived && c.Thin() {
			thin = append(thin, fmt.Sprint(c.ID, " ", c.Grade))
		}
		for _, k := range keysOf(c) {
			keys = append(keys, fmt.Sprint(k.kind, " ", k.value, " ", c.ID))
		}
	}
	if got := column(t, s, "SELECT customer_id || ' ' || archived || ' ' || text FROM customer_search "+
		"ORDER BY customer_id"); !slices.Equal(got, want) {
		t.Fatalf("search texts %q, want %q", got, want)
	}
	if got := column(t, s, "SELECT customer_id || ' ' || grade FROM customer_thin ORDER BY customer_id"); !slices.Equal(got, thin) {
		t.Fatalf("thin cards %q, want %q", got, thin)
	}
	got := column(t, s, "SELECT kind || ' ' || key || ' ' || customer_id FROM customer_key")
	slices.Sort(got)
	slices.Sort(keys)
	if !slices.Equal(got, slices.Compact(keys)) {
		t.Fatalf("keys %q, want %q", got, keys)
	}
	version, err := s.Version(ctx)
	if err != nil || s.search.version != version || !slices.Equal(s.search.texts, index) {
		t.Fatalf("in memory, of %s and not %s: %v, want %v (%v)", s.search.version, version, s.search.texts, index, err)
	}
}

// randomAct does something to random records. Acts may be refused.
func randomAct(t *rapid.T, s *Store, today model.Date) error {
	ctx := context.Background()
	from := func(table string) int64 {
		var id int64
		_ = s.db.QueryRow("SELECT coalesce(max(id), 0) FROM " + table).Scan(&id)
		return rapid.Int64Range(1, max(id, 1)).Draw(t, table)
	}
	day := func(name string, lo, hi int) model.Date { return today.AddDays(rapid.IntRange(lo, hi).Draw(t, name)) }
	grade := func() model.Grade {
		return rapid.SampledFrom([]model.Grade{"", "A", "B", "C", "D", "E"}).Draw(t, "grade")
	}
	name := func() string {
		return rapid.SampledFrom([]string{"董先生", "刘女士", "单雄信", "Émile", "佛山市恒基有限公司", "<b>&"}).Draw(t, "name")
	}
	phones := func() model.List {
		return model.List(rapid.SampledFrom([]string{"", "138 0013 8000", "13800138000\n0757-83330001"}).Draw(t, "phones"))
	}
	need := func() model.Need {
		return rapid.SampledFrom([]model.Need{"unknown", "clear", "potential", "none"}).Draw(t, "need")
	}
	reason := rapid.SampledFrom([]string{"", "等新车型"}).Draw(t, "reason")
	entry := func() model.Entry {
		return model.Entry{
			At: model.Moment(day("at", -5, 1)), Outcome: rapid.SampledFrom([]model.Outcome{"", "reached", "not_reached"}).Draw(t, "outcome"),
			Kind:      rapid.SampledFrom([]model.EntryKind{"", "complaint"}).Draw(t, "kind"),
			Situation: rapid.SampledFrom([]string{"来电", "a\nb\u2028\"", ""}).Draw(t, "situation"),
		}
	}
	switch act := rapid.SampledFrom([]string{"add", "add", "save", "save", "log", "log", "log", "entry", "remove",
		"close", "archive", "grade", "handle", "confirm", "settings"}).Draw(t, "act"); act {
	case "add":
		_, err := s.AddCustomer(ctx, model.Customer{Name: name(), Phones: phones(), Grade: grade(), Need: need(),
			FilledOn: day("filled", -9, 0), Referrer: from("customer") - 1})
		return err
	case "save":
		c, err := s.Customer(ctx, from("customer"))
		if err != nil {
			return err
		}
		c.Name, c.Phones, c.Need = name(), phones(), need()
		if rapid.Bool().Draw(t, "more") {
			c.Grade, c.ExpectedOn, c.NextOn, c.Important = grade(), day("expected", 0, 200), day("next", -2, 9), !c.Important
		}
		_, err = s.SaveCustomer(ctx, c, reason)
		return err
	case "log":
		e := entry()
		e.CustomerID, e.SetGrade = from("customer"), grade()
		p := model.Plan{Reason: reason}
		if rapid.Bool().Draw(t, "typed") {
			p.NextOn, p.NextAction = day("next", 0, 9), "送样板"
		}
		_, _, err := s.Log(ctx, e, p)
		return err
	case "entry":
		old, err := s.Entry(ctx, from("journal"))
		if err != nil {
			return err
		}
		e := entry()
		old.At, old.Outcome, old.Situation = e.At, e.Outcome, e.Situation
		_, err = s.SaveEntry(ctx, old)
		return err
	case "remove":
		return s.RemoveEntry(ctx, from("journal"))
	case "close":
		return s.CloseCase(ctx, from("journal"), "已换货", "us")
	case "archive":
		return s.Archive(ctx, []int64{from("customer"), 1}, rapid.Bool().Draw(t, "archived"))
	case "grade":
		return s.SetGrade(ctx, from("customer"), grade(), reason)
	case "handle":
		id := from("customer")
		return s.Handle(ctx, model.Row{Kind: model.RowFollowUp, Record: id, CustomerID: id, DueOn: today}, day("until", 0, 5), reason)
	case "confirm":
		return s.ConfirmInferred(ctx, from("customer"))
	default:
		set, err := s.Settings(ctx)
		if err != nil {
			return err
		}
		set.CadenceB = int64(rapid.IntRange(5, 9).Draw(t, "cadence"))
		return s.SaveSettings(ctx, set)
	}
}

func TestEveryActCanBeUndoneAndRedoneExactly(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		path := filepath.Join(dir, fmt.Sprint(files))
		today := model.Date("2026-11-24")
		s := openFile(t, path)
		defer func() { _ = s.Close(); _ = os.Remove(path) }()
		s.today = func() model.Date { return today }
		if err := s.WarmSearch(ctx); err != nil {
			t.Fatal(err)
		}
		undo := func(want string) {
			if r, err := s.Undo(ctx); err != nil || r.Kept != 0 {
				t.Fatalf("undo: %+v, %v", r, err)
			}
			sameTables(t, "after undo", tableNames(t, s), want)
			checkDerived(t, s)
		}
		redo := func(want string) {
			if r, err := s.Redo(ctx); err != nil || r.Kept != 0 {
				t.Fatalf("redo: %+v, %v", r, err)
			}
			sameTables(t, "after redo", tableNames(t, s), want)
			checkDerived(t, s)
		}
		states := []string{tableNames(t, s)}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			today = today.AddDays(rapid.IntRange(0, 2).Draw(t, "days"))
			before := states[len(states)-1]
			version, _ := s.Version(ctx)
			err := randomAct(t, s, today)
			now := tableNames(t, s)
			if err != nil {
				sameTables(t, fmt.Sprintf("refused with %v", err), now, before)
			}
			if after, _ := s.Version(ctx); after == version {
				sameTables(t, "an act that isn't in the log", now, before)
				continue
			}
			checkDerived(t, s)
			undo(before)
			redo(now)
			states = append(states, now)
		}
		if rapid.Bool().Draw(t, "reopened") {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openFile(t, path)
			s.today = func() model.Date { return today }
			if err := s.WarmSearch(ctx); err != nil {
				t.Fatal(err)
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			undo(states[i])
		}
		if _, err := s.Undo(ctx); !errors.Is(err, model.ErrNothingToUndo) {
			t.Fatalf("beyond the first act: %v", err)
		}
		for _, state := range states[1:] {
			redo(state)
		}
		if _, err := s.Redo(ctx); !errors.Is(err, model.ErrNothingToRedo) {
			t.Fatalf("beyond the last act: %v", err)
		}
	})
}

func TestSomethingNewEndsWhatCouldBeRedone(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	add(t, s, model.Customer{Name: "董先生"})
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	add(t, s, model.Customer{Name: "刘女士"})
	if _, err := s.Redo(ctx); !errors.Is(err, model.ErrNothingToRedo) {
		t.Errorf("%v, want %v", err, model.ErrNothingToRedo)
	}
	if got := names(t, s); got != "刘女士" {
		t.Errorf("customers %q", got)
	}
}

func TestUndoAndRedoGoInOrderWhateverTheClockSays(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	clock := s.now()
	s.now = func() time.Time { clock = clock.Add(-time.Hour); return clock }
	for _, name := range []string{"a", "b", "c"} {
		add(t, s, model.Customer{Name: name})
	}
	for _, want := range []string{"a b", "a", ""} {
		if _, err := s.Undo(ctx); err != nil || names(t, s) != want {
			t.Fatalf("undone: %q, want %q (%v)", names(t, s), want, err)
		}
	}
	for _, want := range []string{"a", "a b", "a b c"} {
		if _, err := s.Redo(ctx); err != nil || names(t, s) != want {
			t.Fatalf("redone: %q, want %q (%v)", names(t, s), want, err)
		}
	}
}

func TestLastSaysWhatUndoAndRedoWouldDo(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	if undo, redo, err := s.Last(ctx); err != nil || undo.ID != 0 || redo.ID != 0 {
		t.Errorf("of a new file: %+v, %+v, %v", undo, redo, err)
	}
	a := add(t, s, model.Customer{Name: "董先生"})
	b := add(t, s, model.Customer{Name: "刘女士"})
	if err := s.Archive(ctx, []int64{a.ID, b.ID}, true); err != nil {
		t.Fatal(err)
	}
	if undo, _, _ := s.Last(ctx); undo.Act != model.ActArchive || undo.Records != 2 || undo.Name != "" {
		t.Errorf("of two customers: %+v", undo)
	}
	r, err := s.Undo(ctx)
	if err != nil || r.Set.Act != model.ActArchive {
		t.Errorf("undone %+v, %v", r, err)
	}
	if undo, redo, _ := s.Last(ctx); undo.Act != model.ActAdd || undo.Name != "刘女士" || redo.Act != model.ActArchive {
		t.Errorf("undo %+v, redo %+v", undo, redo)
	}
}

func TestTheLogNamesFieldBeforeAfterAndReason(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "董先生", Need: model.NeedClear, ExpectedOn: "2026-12-01", Grade: model.GradeA})
	c.Phones, c.PartySize = "13800138000", 3
	c, err := s.SaveCustomer(ctx, c, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetGrade(ctx, c.ID, model.GradeC, "等新车型"); err != nil {
		t.Fatal(err)
	}
	e, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-24 10:00", Situation: "来电"}, model.Plan{NextOn: "2026-12-08"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveEntry(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	other := add(t, s, model.Customer{Name: "刘女士"})
	if err := s.noted(ctx, "customers.xlsx", func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	changes, err := s.Changes(ctx, c.ID, 100)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, ch := range changes {
		if ch.CustomerID != c.ID || ch.Customer != "董先生" || ch.State != "done" || ch.At == "" {
			t.Errorf("%+v", ch)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s: %q → %q %s", ch.Act, ch.Op, ch.Record, ch.Field, ch.Before, ch.After, ch.Reason))
	}
	for _, want := range []string{
		`add_customer insert customer name: "" → "董先生" `,
		`edit_customer update customer phones: "" → "13800138000" `,
		`edit_customer update customer party_size: "" → "3" `,
		`set_grade update customer grade: "A" → "C" 等新车型`,
		`set_grade insert handled reason: "" → "等新车型" 等新车型`,
		`log_entry insert journal situation: "" → "来电" `,
		`log_entry update customer next_on: "2026-11-24" → "2026-12-08" `,
		`remove_entry delete journal situation: "来电" → "" `,
		`remove_entry update customer last_on: "2026-11-24" → "" `,
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("the log lacks %s:\n%s", want, strings.Join(lines, "\n"))
		}
	}
	if first := changes[0]; first.Act != model.ActRemove {
		t.Errorf("the newest is %+v", first)
	}
	all, err := s.Changes(ctx, 0, 100)
	if err != nil || all[0].Act != model.ActExport || all[0].Reason != "customers.xlsx" || all[1].CustomerID != other.ID {
		t.Errorf("of all: %+v, %v", all[:2], err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if all, _ := s.Changes(ctx, 0, 100); all[1].State != "undone" {
		t.Errorf("undone: %+v", all[1])
	}
}

func TestACardChangedElsewhereIsNotWrittenOver(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	mine := add(t, s, model.Customer{Name: "董先生"})
	theirs := mine
	theirs.Address = "佛山"
	theirs, err := s.SaveCustomer(ctx, theirs, "")
	if err != nil {
		t.Fatal(err)
	}
	mine.Remark = "x"
	if _, err := s.SaveCustomer(ctx, mine, ""); !errors.Is(err, model.ErrStale) {
		t.Errorf("a card: %v, want %v", err, model.ErrStale)
	}
	if got, _ := s.Customer(ctx, mine.ID); got != theirs {
		t.Errorf("kept %+v, want %+v", got, theirs)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveCustomer(ctx, mine, ""); err != nil {
		t.Errorf("after that was undone: %v", err)
	}
	e, _, err := s.Log(ctx, model.Entry{CustomerID: mine.ID, At: "2026-11-24", Situation: "a"}, model.Plan{})
	if err != nil {
		t.Fatal(err)
	}
	old := e
	e.Situation = "b"
	if _, err := s.SaveEntry(ctx, e); err != nil {
		t.Fatal(err)
	}
	old.Situation = "c"
	if _, err := s.SaveEntry(ctx, old); !errors.Is(err, model.ErrStale) {
		t.Errorf("an entry: %v, want %v", err, model.ErrStale)
	}
}

// imported writes customers with an entry each as one batch, as an import does.
func imported(t *testing.T, s *Store, names ...string) (batch int64, ids []int64) {
	t.Helper()
	ctx := context.Background()
	err := s.change(ctx, model.ActImport, "list.xlsx", func(w *write) error {
		b := model.Batch{File: "list.xlsx", New: int64(len(names))}
		if err := batches.insert(ctx, w, &b); err != nil {
			return err
		}
		batch = b.ID
		for _, name := range names {
			c := model.Customer{Name: name, FilledOn: "2026-11-20", Grade: model.GradeB}
			if err := w.addCustomer(ctx, &c); err != nil {
				return err
			}
			if err := w.addEntry(ctx, &model.Entry{CustomerID: c.ID, At: "2026-11-20", Situation: "进店"}); err != nil {
				return err
			}
			if err := w.recount(ctx, c.ID); err != nil {
				return err
			}
			ids = append(ids, c.ID)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return batch, ids
}

func TestABatchIsUndoneWholeHoweverMuchWasDoneSince(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	before := tableNames(t, s)
	batch, _ := imported(t, s, "a", "b", "c")
	during := tableNames(t, s)
	other := add(t, s, model.Customer{Name: "other"})
	r, err := s.UndoBatch(ctx, batch)
	if err != nil || r.Kept != 0 || names(t, s) != "other" {
		t.Fatalf("undone %+v, left %q, %v", r, names(t, s), err)
	}
	if _, err := s.UndoBatch(ctx, batch); !errors.Is(err, model.ErrNothingToUndo) {
		t.Errorf("a second time: %v", err)
	}
	if r, err := s.Undo(ctx); err != nil || r.Set.Name != "other" {
		t.Fatalf("then %+v, %v", r, err)
	}
	sameTables(t, "both undone", tableNames(t, s), before)
	if _, err := s.Redo(ctx); err != nil || names(t, s) != "other" {
		t.Fatalf("redone %q, %v", names(t, s), err)
	}
	if got, _ := s.Customer(ctx, other.ID); got != other {
		t.Errorf("redone %+v, want %+v", got, other)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); err != nil { // the other one, which is later
		t.Fatal(err)
	}
	sameTables(t, "the batch is back", tableNames(t, s), during)
}

func TestUndoingABatchKeepsWhatWasChangedSince(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	batch, ids := imported(t, s, "edited", "contacted", "person", "referrer", "plain")
	edited, err := s.Customer(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	edited.Address = "佛山"
	if _, err := s.SaveCustomer(ctx, edited, ""); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: ids[1], At: "2026-11-24", Situation: "来电"}, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`INSERT INTO contact (created_at, updated_at, customer_id, name, role, phones, wechat, email, birthday, remark)
		VALUES ('', '', ?, '李', '', '', '', '', '', '')`, ids[2]); err != nil {
		t.Fatal(err)
	}
	add(t, s, model.Customer{Name: "brought", Referrer: ids[3]})
	r, err := s.UndoBatch(ctx, batch)
	if err != nil || r.Kept == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got := names(t, s); got != "edited contacted person referrer brought" {
		t.Errorf("left %q", got)
	}
	if got, _ := s.Customer(ctx, ids[0]); got.Address != "佛山" || got.LastOn != "" || got.NextOn != "2026-11-20" {
		t.Errorf("the edited card: address %q, last %q, next %q; its imported entry is gone", got.Address, got.LastOn, got.NextOn)
	}
	if got, _ := s.Customer(ctx, ids[1]); got.LastOn != "2026-11-24" {
		t.Errorf("the contacted customer: last %q", got.LastOn)
	}
	if entries, _ := s.Entries(ctx, ids[1], 0); len(entries) != 1 || entries[0].Situation != "来电" {
		t.Errorf("its journal: %+v", entries)
	}
	for { // and whatever is left can be undone without getting stuck
		if _, err := s.Undo(ctx); errors.Is(err, model.ErrNothingToUndo) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTwoProcessesWriteTheSameFileAndNeitherLoses(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	one, two := openAt(t, path), openAt(t, path)
	c := add(t, one, model.Customer{Name: "董先生"})
	done := make(chan error)
	for _, s := range []*Store{one, two} {
		go func() {
			for i := range 30 {
				if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-24", Situation: fmt.Sprint(i)}, model.Plan{}); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	entries, err := two.Entries(ctx, c.ID, 0)
	if err != nil || len(entries) != 60 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for i, e := range entries {
		if e.Seq != int64(60-i) {
			t.Fatalf("entry %d has the number %d", i, e.Seq)
		}
	}
}

func TestASearchFindsWhatAnotherProcessAdded(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	one, two := openAt(t, path), openAt(t, path)
	found := func(s *Store, search string) int {
		t.Helper()
		ids, err := s.CustomerIDs(ctx, model.Query{Search: search})
		if err != nil {
			t.Fatal(err)
		}
		return len(ids)
	}
	add(t, one, model.Customer{Name: "董先生"})
	if found(one, "dxs") != 1 || found(two, "dxs") != 1 {
		t.Fatal("the first isn't found")
	}
	c := add(t, two, model.Customer{Name: "刘女士"})
	add(t, one, model.Customer{Name: "单雄信"}) // one's own change must not hide the other's
	for _, s := range []*Store{one, two} {
		if found(s, "sxx") != 1 || found(s, "lns") != 1 {
			t.Error("a customer that was added by the other isn't found")
		}
	}
	c.Name = "刘先生"
	if _, err := two.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	if found(one, "lns") != 0 || found(one, "lxs") != 1 {
		t.Error("a customer that the other renamed is found by the old name")
	}
	if _, err := two.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := two.UndoSet(ctx, one.LatestAct()); err != nil {
		t.Fatal(err)
	}
	if found(one, "lns") != 1 || found(one, "sxx") != 0 {
		t.Error("what the other undid is still found, or what it brought back isn't")
	}
	if ids, err := one.CustomerIDs(ctx, model.Query{}); err != nil || len(ids) != 2 {
		t.Errorf("the list has %v, %v", ids, err)
	}
}
