package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"genjin/model"
)

// wordsHold asserts that the index of the journal's text has every entry with all
// of its text, and nothing else.
func wordsHold(t tester, s *Store) {
	t.Helper()
	lost, err := s.lostWords(context.Background())
	if err != nil || len(lost) > 0 {
		t.Fatalf("entries that the index of texts lacks or shouldn't have: %v, %v", lost, err)
	}
	all, err := journal.query(context.Background(), s.db, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		for _, text := range []string{e.Situation, e.Problem, e.Solution} {
			if text == "" {
				continue
			}
			text = string([]rune(text)[:min(longestSeen, len([]rune(text)))])
			found := column(t, s, fmt.Sprintf("SELECT count(*) FROM journal_words WHERE rowid = %d AND journal_words MATCH %s", e.ID,
				quote(phraseOf(text))))
			if found[0] != "1" {
				t.Fatalf("entry %d isn't found by %q", e.ID, text)
			}
		}
	}
}

// A text is found wherever SQLite's own comparison of texts finds it.
func TestTheJournalsIndexFindsWhatAComparisonFinds(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "甲", Kind: model.Person})
	long := strings.Repeat("合同细节", 30)
	for _, e := range []model.Entry{
		{Situation: "客户要签合同,问 iPhone-15 的价(100%)"}, {Situation: "签", Problem: "合同没到"}, {Situation: "Ünïcode ñandú É"},
		{Situation: "say \"yes\" AND no", Solution: "a*b_c"}, {Situation: long + "甲乙", Problem: "行一\n行二"}, {Situation: "𠮷野家🎉约好"},
	} {
		e.CustomerID, e.At, e.Method = c.ID, "2026-11-20 10:00", model.Phone
		if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"签", "合同", "签合同", "同", "要签合同,", "iphone", "PHONE-1", "-15 的", "100%", "%", "(", "\"", "\"yes\"", " and ",
		"AND",
		"a*b", "*", "_", "é", "É", "ñan", "u", "ü", "行一\n行", "一\n", "𠮷野", "🎉", "家🎉约", "没有", "同合", "到签", long, long + "甲", long + "丙", "签合同没"} {
		want := column(t, s, "SELECT id FROM journal WHERE instr(lower(situation), lower("+quote(text)+")) > 0 OR instr(lower(problem), lower("+
			quote(text)+")) > 0 OR instr(lower(solution), lower("+quote(text)+")) > 0 ORDER BY id")
		found, err := inJournal(ctx, s, "journal", text)
		if err != nil {
			t.Fatal(err)
		}
		ids, err := s.ids(ctx, "SELECT id FROM journal r WHERE "+found.sql+" ORDER BY id", found.args...)
		var got []string
		for _, id := range ids {
			got = append(got, strconv.FormatInt(id, 10))
		}
		if err != nil || !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q: found %v, want %v, %v", text, got, want, err)
		}
	}
	wordsHold(t, s)
}

func TestWhatIsChangedDeletedOrUndoneIsFoundAsItStands(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "甲", Kind: model.Person})
	e, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-20 10:00", Method: model.Phone, Situation: "约好看样板"}, model.Plan{})
	if err != nil {
		t.Fatal(err)
	}
	finds := func(what, text string, want int) {
		t.Helper()
		ids, err := s.JournalList().IDs(ctx, model.Query{Search: text})
		if err != nil || len(ids) != want {
			t.Errorf("%s: %q finds %v, %v", what, text, ids, err)
		}
		wordsHold(t, s)
	}
	undo := func() {
		t.Helper()
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	e.Situation = "约好付定金"
	if e, err = s.SaveEntry(ctx, e); err != nil {
		t.Fatal(err)
	}
	finds("edited", "样板", 0)
	finds("edited", "定金", 1)
	undo()
	finds("edit undone", "样板", 1)
	finds("edit undone", "定金", 0)
	if err := s.RemoveEntry(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	finds("deleted", "样板", 0)
	undo()
	finds("brought back", "样板", 1)
	undo()
	finds("the first act undone", "样板", 0)

	if _, err := s.db.Exec("INSERT INTO journal_words (journal_words) VALUES ('delete-all')"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("INSERT INTO journal_words (journal_words) VALUES ('delete-all')"); err != nil {
		t.Fatal(err)
	}
	checks, err := s.Checkup(ctx, true)
	at := slices.IndexFunc(checks, func(c model.Check) bool { return c.Code == model.CheckWords })
	if err != nil || at < 0 || checks[at].State != model.CheckFixed {
		t.Fatalf("%+v, %v", checks, err)
	}
	finds("mended", "样板", 1)
}
