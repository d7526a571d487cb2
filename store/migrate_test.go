package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"genjin/model"
)

// sums are those of the steps that files out there have had. A step is never
// edited: a file that had it wouldn't get the change. A new one adds its line.
var sums = map[string]string{
	"0001_customers_and_journal.sql": "adcefd65e9a0dd5ed39bf21dfbc818e47683440eb4b9ec67927c70699b0bdc2b",
	"0002_attached.sql":              "917fcf0d27f02dd9bb0238bdb89cae16562bc787a4e43d2b2456fc060c99b52c",
	"0003_settings.sql":              "1dea7f2d4ac899c01c6c58990e5409216d8fc2aa889edeffac00792d35267192",
	"0004_today.sql":                 "090ce8c25360e6fb0690bb8c95f7202307f6b30b5b486b5a1fc1cd35444d45fc",
	"0005_segments.sql":              "6a3a3947edbad85d2e9830a76a60253138d5484fec428a7f1b94cb54f9bc5a92",
	"0006_mapping.sql":               "2da3228e0134e7677db1efc40e0f240d4a652f6dc0e9e2275dba20c39725114c",
	"0007_receivables.sql":           "ca361882628eb4bdb63823b8af6a4d66a217160a3628bbc45d8736df41f2325a",
	"0008_orders.sql":                "d168630c74ec53f8f6e940a63a5961cbcc5dad148fc5e30c7bef38f26438c927",
	"0009_oem.sql":                   "afba019226fc6458e9c424222c7db38f1590e3e32bd7730fedaafec744b2e2fa",
	"0010_refunds.sql":               "c2eff8f7468a22b77c2e7df9a38e76111c5cb7f9ecf9bb5784a6f7c9cc805512",
	"0011_implied.sql":               "1b8bf12c9ccb370054cd086a3f5e21afde484a9adc8e156a35d987f39bb561f5",
	"0011_next_basis.sql":            "1d88bf8b4d5114c2660358d50dfcd4765b661bfe6d05810eb2ffd5551e0c4f14",
	"0012_transfers.sql":             "fd606646ca747e355311fea868af689d802eec8cae29838ed27d1750108b318b",
	"0013_turns.sql":                 "da71389b0c40bae28d84d5bcbe7ca0d1c0ee7d89737214b9553b78cedfb3294a",
	"0014_write_offs.sql":            "d998ae034e7e9094dd3b1ee562cf73125c90e29db8029675ec2b99d80580d858",
	"0015_as_of.sql":                 "b9630783d6c205e862826f51b022951d49f193ec2af5b0aff519d67ecdbcbcfd",
	"0016_segments_of_lists.sql":     "d14a1baa99dd336d31c8edfe3b965a524c57e7431edfdce528e1b98c053d5055",
	"0017_contact_persons.sql":       "b92513d2972863ec94015aadbd32c234ede20937d64a91c9820f031125960b02",
	"0018_market_notes.sql":          "263e82a84a253dca8eac728161e5708b4692a822760ee0f64c6b684d95f61089",
	"0019_disputes.sql":              "bd84267b52b204fd679361acb50470e338477309fdc7881b27b691a3ee3e78f1",
	"0020_lines_before.sql":          "22c1d170f3909ee0e3ebedb21d54eb7ceb02ff65fe0b7e3750909ce64c60cd9c",
	"0021_targets.sql":               "cdf22e1f90965703a6166930fb914cd07309080de76fa33d66f32b01f2082656",
	"0022_campaigns.sql":             "92e1d5bf7ffea129da23ec4cf994b53e4d0278ec011609cd6a4333a4c5882dc2",
	"0023_shipping.sql":              "94503665cfa9b9f075fcf5d56330516a794a0b1447506c6fa4385a167349edb2",
	"0024_reports.sql":               "7755304db6954037255b9df96e87a78eeb283d8e62ee9af485ca9f072e5163df",
	"0025_report_templates.sql":      "0a1025a349914bc0aee5881d50ed28de6e21d8e339985bc297559c8173230990",
	"0026_lost_to.sql":               "0aa3751713ae7c6eb7624c95f853ad02343337f282a4db75f27f56902fb54b5a",
	"0027_dossier.sql":               "0243fe5190901bd1bed4fedee07accc8dc63118adaf1a80cedecd8df3859f788",
	"0028_templates_of_papers.sql":   "2d418d7b57255005f901858d9291962efe62dbdf48251457444d5b4b8ca59e50",
	"0029_accounts.sql":              "10c860835ff20f0aa36d64208676b94b4ca163a3988bdee156e6a7cc0a0567c3",
	"0030_report_indices.sql":        "a5281d21b9cbc791b1eacdb07507e04f179a03e356ce33ef079fc1418eb64872",
	"0031_talks.sql":                 "5479a4f9adc03d1eb47e2a5927b6ccfd72d011e263882f8cb9cc604855dcd56c",
	"0032_backups.sql":               "3501b446b668f431cdd2866296d15b27368bfb4d5239743d76ff2e16e7a73639",
	"0033_undated.sql":               "adbc3da7b3d1f77af1a8c643643c9799b73126b001f459addb2e07585fd7be42",
	"0034_late_rate.sql":             "f764e953beaa71bdd2f4152a1d1e736639f0c9f4730a6c753cc99c484bb9d551",
	"0035_bills.sql":                 "4087acf06ae7f346e87be7691ba4d609a5f3cbf4662591e5d31612be234562f8",
	"0036_opening_of_accounts.sql":   "ecd0aae34b179895cf4ab42c6840cbc17006f0c1fe0e57965d257647051a48cd",
	"0037_parts.sql":                 "abf4c6320aeb937d1c32ba520a6dbd2f49d547fb2f7efe1ff740571d2acd6cc8",
	"0038_privacy.sql":               "75300edc95eb59a146d8331dbcca2575a3bebbd5dfbaf26251e733586545306b",
	"0039_on_the_way.sql":            "dae1d6df0a6c61b36cafdc5e75e78485ce3a5f0f6c11aecdbe9f0dd23f3f2237",
	"0040_rates.sql":                 "548dfce3e3e380fa586204fda8f1218323dfe921ba7e353ea08751e3b21f2beb",
	"0041_journal_words.sql":         "2dad90c9d9b402f4c14d32c4d5ccda27b4b861b522dda20385960af94ad7e1a0",
}

func TestAStepIsNeverEdited(t *testing.T) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, file := range files {
		script, err := migrations.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(script)
		if is := hex.EncodeToString(sum[:]); sums[path.Base(file)] != is {
			t.Errorf("%s is new or was edited; a new one's line here is\n%q: %q,", file, path.Base(file), is)
		}
		if names[stepName(file)] {
			t.Errorf("two steps are called %s", stepName(file))
		}
		names[stepName(file)] = true
	}
	if len(sums) != len(files) {
		t.Errorf("%d steps, %d sums", len(files), len(sums))
	}
}

// older makes a file as a version did that counted its steps: those named, the
// ones kept in testdata as they were then.
func older(t *testing.T, steps ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, step := range steps {
		script, err := os.ReadFile(filepath.Join("testdata", "older", step+".sql"))
		if errors.Is(err, fs.ErrNotExist) {
			script, err = migrations.ReadFile("migrations/" + step + ".sql")
		}
		if err != nil {
			t.Fatal(err)
		}
		runSQL(t, db, string(script))
	}
	blank(t, db, "settings", map[string]string{"currency": "'CNY'"})
	blank(t, db, "customer", map[string]string{"name": "'董先生'"})
	runSQL(t, db, fmt.Sprintf("PRAGMA user_version = %d", len(steps)))
	return file
}

func schemaOf(t *testing.T, s *Store) []string {
	t.Helper()
	var all []string
	for _, parts := range []string{tableParts, columnParts, indexParts} {
		keys, err := textsOf(context.Background(), s.db, "SELECT key FROM ("+parts+") ORDER BY key")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, keys...)
	}
	return all
}

func TestAFileOfAnyLineOfWorkOpensWithTheWholeSchema(t *testing.T) {
	base := []string{
		"0001_customers_and_journal", "0002_attached", "0003_settings", "0004_today", "0005_segments", "0006_mapping", "0007_receivables",
	}
	want := schemaOf(t, open(t, "2026-11-24"))
	for i, steps := range [][]string{
		base[:1], base[:3], base[:5], base, slices.Concat(base, []string{"0008_orders"}), slices.Concat(base, []string{"0009_oem"}),
		slices.Concat(base, []string{"0010_refunds"}), slices.Concat(base, []string{"0009_oem", "0010_refunds"}),
		slices.Concat(base, []string{"0008_orders", "0009_oem", "0010_refunds"}),
	} {
		if testing.Short() && i%4 != 0 {
			continue
		}
		file := older(t, steps...)
		for range 2 {
			s := openAt(t, file)
			if got := names(t, s); got != "董先生" {
				t.Errorf("%v: customers %q", steps, got)
			}
			if got := schemaOf(t, s); !slices.Equal(got, want) {
				t.Errorf("%v: the schema is\n%v, want\n%v", steps, got, want)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestStepsAreKnownByNameWhateverTheirNumber(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "genjin.db")
	s := openAt(t, file)
	add(t, s, model.Customer{Name: "董先生"})
	// A line of work that had all but one from the middle.
	for _, query := range []string{
		"DELETE FROM migration WHERE name = 'mapping'", "DROP TABLE import_mapping", "PRAGMA user_version = 9",
	} {
		if _, err := s.db.ExecContext(ctx, query); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, file)
	if got := names(t, s); got != "董先生" {
		t.Errorf("customers %q", got)
	}
	if err := s.KeepMapping(ctx, model.Preview{HeaderSet: "客户,电话", Map: map[string]string{"客户": "name"}}); err != nil {
		t.Errorf("the step that was missing didn't run: %v", err)
	}
	if _, err := s.db.ExecContext(ctx, "INSERT INTO migration (name) VALUES ('of_another_line')"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, file); !errors.Is(err, model.ErrNewer) {
		t.Errorf("%v, want %v", err, model.ErrNewer)
	}
}
