package store

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"genjin/model"
)

var update = flag.Bool("update", false, "write the files of all records that older ones become")

// instants are when records were made and changed here.
var instants = regexp.MustCompile(`"(created_at|updated_at)":"[^"]*"`)

func TestFilesOfAllRecordsOfOlderVersionsAreStillRead(t *testing.T) {
	ctx := context.Background()
	for _, version := range []string{"1", "2", "3", "4"} {
		s := open(t, "2026-11-24")
		_, b := importInto(t, s, filepath.Join("testdata", "records", version+".json"), ImportOptions{}, false)
		if b.Refused > 0 || b.New == 0 {
			t.Errorf("version %s: %+v", version, b)
		}
		out := filepath.Join(t.TempDir(), "all.json")
		if _, err := s.Export(ctx, out, model.Export{Kind: model.ExportAll}); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got = instants.ReplaceAll(got, []byte(`"$1":""`))
		golden := filepath.Join("testdata", "records", version+".now.json")
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got, want) {
			t.Errorf("version %s is read otherwise: %v", version, err)
		}
	}
}

func TestAFileOfAllRecordsReadBackIsWrittenTheSame(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	changed := regexp.MustCompile(`"updated_at":"[^"]*"`)
	write := func(s *Store, name string) []byte {
		path := filepath.Join(dir, name)
		if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return changed.ReplaceAll(data, nil)
	}
	first, second := open(t, "2026-11-24"), open(t, "2026-11-24")
	importInto(t, first, filepath.Join("testdata", "records", "4.json"), ImportOptions{}, false)
	for _, list := range []string{"customer_order", "receivable"} { // filters of a name in two lists are two
		if _, err := first.SaveSegment(ctx, model.Segment{List: list, Name: "晚了", Conditions: "days_late=1.."}); err != nil {
			t.Fatal(err)
		}
	}
	want := write(first, "a.json")
	importInto(t, second, filepath.Join(dir, "a.json"), ImportOptions{}, false)
	if got := write(second, "b.json"); !bytes.Equal(got, want) {
		t.Error(firstDifference(string(want), string(got)))
	}
	if _, err := second.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if after, empty := write(second, "c.json"), write(open(t, "2026-11-24"), "d.json"); !bytes.Equal(after, empty) {
		t.Errorf("undone: %s", after)
	}
}
