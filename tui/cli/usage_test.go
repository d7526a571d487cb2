package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/store"
)

const failed, usage = 1, 2

func TestWrongUsageIsExitTwoAndSaysWhatToDo(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000 @B")
	for _, c := range []struct {
		words string
		args  []string
	}{
		{"did you mean today?", []string{"todya"}},
		{"there is no command", []string{"frobnicate"}},
		{"there is no command", []string{"help", "frobnicate"}},
		{"no flag --frob", []string{"today", "--frob"}},
		{"no flag -x", []string{"today", "-x"}},
		{"--ahead needs a value", []string{"today", "--ahead"}},
		{"does not fit --ahead", []string{"today", "--ahead", "soon"}},
		{"from 0 to", []string{"today", "--ahead", "-1"}},
		{"too much", []string{"today", "now"}},
		{"something is missing", []string{"add"}},
		{"something is missing", []string{"log", "Lee"}},
		{"something is missing", []string{"show"}},
		{"something is missing", []string{"import"}},
		{"something is missing", []string{"list"}},
		{"customers, journal", []string{"list", "suppliers"}},
		{"bash, zsh", []string{"completion", "tcsh"}},
		{"no language", []string{"today", "--lang", "fr"}},
		{"--as-of", []string{"today", "--as-of", "2026-02-30"}},
		{"--as-of", []string{"today", "--as-of", "whenever"}},
		{"--kind", []string{"log", "Lee", "x", "--kind", "gossip"}},
		{"--method", []string{"log", "Lee", "x", "--method", "pigeon"}},
		{"--grade", []string{"log", "Lee", "x", "--grade", "F"}},
		{"--next", []string{"log", "Lee", "x", "--next", "2026-02-30"}},
		{"--at", []string{"log", "Lee", "x", "--at", "25:99"}},
		{"can't read the filter", []string{"list", "customers", "--filter", "grade"}},
		{"no field", []string{"list", "customers", "--filter", "shoe=42"}},
		{"--filter", []string{"list", "customers", "--filter", "grade=F"}},
		{"no field", []string{"list", "customers", "--sort", "shoe"}},
		{"--limit", []string{"list", "customers", "--limit", "-5"}},
		{"--limit", []string{"changes", "--limit", "0"}},
		{"--batch", []string{"undo", "--batch", "0"}},
		{"--customers", []string{"demo", "--customers", "0"}},
		{"form, list", []string{"import", "x.csv", "--as", "letter"}},
		{"skip, update, new", []string{"import", "x.csv", "--on-duplicate", "overwrite"}},
		{"--map", []string{"import", "x.csv", "--map", "Model"}},
		{"no field", []string{"import", "x.csv", "--map", "Model=shoe"}},
		{"one file only", []string{"import", "x.csv", "y.csv", "--refused", "z.csv"}},
		{"-o", []string{"export", "form", "Lee"}},
		{"customers, journal", []string{"export", "suppliers"}},
		{"name the customer", []string{"show", " "}},
	} {
		h.fails(usage, c.words, c.args...)
	}
}

func TestFailuresAreExitOneAndSayWhatToDo(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000 @B")
	h.must("add", "Lee 13900139000")
	for _, c := range []struct {
		words string
		args  []string
	}{
		{"no customer, order or project “Smith”", []string{"show", "Smith"}},
		{"no customer, order or project “#99”", []string{"show", "#99"}},
		{"#2  Lee  13900139000", []string{"show", "Lee"}},
		{"is required", []string{"add", "  "}},
		{"is not a day of the calendar", []string{"add", "Wu", "+2月30日"}},
		{"has come already", []string{"log", "#1", "x", "--next", "2026-11-01"}},
		{"has not come yet", []string{"log", "#1", "x", "--at", "2026-12-24"}},
		{"is required", []string{"log", "#1", "\x1b[31m"}},
		{"is too long", []string{"log", "#1", strings.Repeat("很长", 15000)}},
		{"belongs to #1 Lee", []string{"add", "Wu 138-0013-8000"}},
		{"there is no file", []string{"import", filepath.Join(h.dir, "none.csv")}},
		{"is a folder", []string{"export", "customers", "-o", h.dir}},
		{"nothing to redo", []string{"redo"}},
		{"nothing to undo", []string{"undo", "--batch", "7"}},
	} {
		h.fails(failed, c.words, c.args...)
	}
	if n := len(h.list("list", "customers")); n != 2 {
		t.Errorf("%d customers, want 2", n)
	}
	h.must("add", "Wu 138-0013-8000", "--new")
}

func TestAGradeAgainstTheSuggestionAsksForTheReasonsFlag(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 @准客户")
	h.fails(failed, "--reason", "log", "董先生", "不急了", "--grade", "D")
	logged := h.object("log", "董先生", "不急了", "--grade", "D", "--reason", "明年再买")
	if g := logged["customer"].(map[string]any)["grade"]; g != "D" {
		t.Errorf("grade %v", g)
	}
	if out := h.must("changes", "董先生"); !strings.Contains(out, "明年再买") || !strings.Contains(out, "A → D") {
		t.Errorf("changes: %q", out)
	}
}

func TestTroubleWithTheFileIsExplained(t *testing.T) {
	h := english(t)
	foreign := h.file("notes.txt", strings.Repeat("not a database\n", 100))
	h.fails(failed, foreign+": this is not a genjin database", "today", "--db", foreign)
	h.must("add", "Lee")
	path := filepath.Join(h.dir, ".genjin", "genjin.db")
	twin := filepath.Join(h.dir, "twin.db")
	if err := os.Link(path, twin); err != nil {
		t.Skip("no hard links here")
	}
	h.fails(failed, "two names", "today")
	if err := os.Remove(twin); err != nil {
		t.Fatal(err)
	}
	h.must("today")
	if os.Getuid() == 0 {
		return // root writes everywhere
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	h.must("today")
	h.fails(failed, "read-only", "add", "Wu")
}

func TestHelpIsInTheLanguageAndOnTheStandardOutput(t *testing.T) {
	for lang, words := range map[string][]string{"zh": {"用法", "命令", "今天该做的事", "通用选项"},
		"en": {"Usage", "Commands", "what is due today", "Flags of every command"}} {
		h := newHome(t)
		for _, args := range [][]string{{"--help"}, {"help"}, {"-h"}} {
			out := h.must(append(args, "--lang", lang)...)
			for _, w := range words {
				if !strings.Contains(out, w) {
					t.Errorf("%v in %s lacks %q:\n%s", args, lang, w, out)
				}
			}
		}
		for _, name := range commands {
			out := h.must(name, "--help", "--lang", lang)
			if !strings.Contains(out, "genjin "+name) || strings.Contains(out, "%!") {
				t.Errorf("%s --help in %s:\n%s", name, lang, out)
			}
			if lang == "en" && strings.ContainsFunc(strings.ReplaceAll(out, "3人", ""), func(r rune) bool {
				return r >= 0x4e00 && r <= 0x9fff && r != '人'
			}) {
				t.Errorf("%s --help in English has Chinese:\n%s", name, out)
			}
		}
		golden(t, "help."+lang+".txt", h.must("--help", "--lang", lang))
	}
}

var commands = []string{
	"today", "add", "log", "list", "show", "import", "export", "changes", "undo", "redo", "duplicates", "merge",
	"demo", "version", "completion",
}

func TestCompletionsAndVersion(t *testing.T) {
	h := newHome(t)
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := h.must("completion", shell); !strings.Contains(out, "genjin") {
			t.Errorf("%s: %.80q", shell, out)
		}
	}
	if out := h.run("__complete", "log", "x", "y", "--kind", "").out; !strings.Contains(out, "complaint") {
		t.Errorf("kinds: %q", out)
	}
	if out := h.must("version"); !strings.HasPrefix(out, "genjin ") {
		t.Errorf("version: %q", out)
	}
	if v := h.object("version"); v["version"] == "" {
		t.Errorf("version: %v", v)
	}
}

func TestWithoutACommandTheScreenOpens(t *testing.T) {
	h := newHome(t)
	h.fails(failed, "这里不是终端")
	h.screen = func() { h.screens++ }
	h.must()
	if h.screens != 1 {
		t.Error("the screen did not open")
	}
}

// An option that does nothing for a kind of records is refused by its name; a
// condition is read alike for every kind.
func TestNoOptionIsDroppedInSilence(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.must("add", "张江 13800000002")
	h.must("log", "华兴", "谈价", "--method", "电话", "--at", "2026-11-20 09:30")
	h.must("log", "华兴", "看样", "--method", "微信", "--at", "2026-11-22")
	h.must("log", "张江", "投诉色差", "--kind", "投诉", "--method", "电话")
	for _, args := range [][]string{
		{"list", "payments", "--archived"}, {"list", "receivables", "--archived"},
		{"list", "contacts", "--preset", "open"}, {"export", "all", "--search", "x"}, {"export", "form", "华兴", "--filter", "grade=A"},
	} {
		h.fails(2, args[len(args)-2], append(args, "--lang", "en")...)
	}
	h.fails(failed, "没有保存过筛选「nothere」:这种记录还没有", "list", "orders", "--segment", "nothere")
	h.fails(failed, "没有保存过筛选「nope」", "export", "receivables", "--segment", "nope")
	h.with(func(ctx context.Context, st *store.Store) error {
		_, err := st.SaveSegment(ctx, model.Segment{List: "journal", Name: "电话", Conditions: "method=phone", SortBy: "at"})
		return err
	})
	if rows := h.list("list", "journal", "--segment", "电话"); len(rows) != 2 || rows[0]["at"] != "2026-11-20 09:30" {
		t.Errorf("the saved filter: %v", rows)
	}
	h.fails(2, "days_late", "list", "receivables", "--filter", "late>3")
	for _, c := range []struct {
		filter string
		want   int
	}{
		{"method=电话,微信", 3}, {"method!=电话", 1}, {"customer!=华兴", 1}, {"customer=华兴,张江", 3}, {"customer~华", 2},
		{"situation~色差", 1}, {"situation==谈价", 1},
		{"at<=2026-11-22", 2}, {"at=2026-11-20", 1}, {"at=11-20", 1}, {"at!=2026-11-20", 2}, {"at>昨天", 1}, {"kind!=投诉", 2},
		{"problem=", 3}, {"problem!=", 0},
	} {
		if rows := h.list("list", "journal", "--filter", c.filter); len(rows) != c.want {
			t.Errorf("%s: %d entries, want %d", c.filter, len(rows), c.want)
		}
	}
	h.with(func(ctx context.Context, st *store.Store) error {
		for i, values := range []map[string]string{{"name": "张工", "role": "user", "phones": "13911112222"}, {"name": "李会计", "role": "finance"}} {
			if _, err := st.SaveItem(ctx, model.Item{Record: "contact", CustomerID: int64(i + 1), Values: values}); err != nil {
				return err
			}
		}
		return nil
	})
	for filter, want := range map[string]int{"name~张": 1, "name=张": 1, "name==张": 0, "role!=财务": 1, "role=财务,使用人": 2,
		"phones~1111": 1, "phones!=": 1, "customer=华兴": 1, "customer~江": 1} {
		if rows := h.list("list", "contacts", "--filter", filter); len(rows) != want {
			t.Errorf("%s: %d contacts, want %d", filter, len(rows), want)
		}
	}
}
