//go:build unix

package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"genjin/model"

	"genjin/store/backup"
	"genjin/store/files"
)

// times is how often something is proved: a few times with every change, and as
// often as it takes where GENJIN_LONG asks for it, see the README.
func times(few, many int) int {
	if os.Getenv("GENJIN_LONG") != "" {
		return many
	}
	return few
}

// luck are draws that come out alike in every run of a case.
func luck(n int) *rand.Rand { return rand.New(rand.NewPCG(uint64(n), 14)) }

// sampled is a small book of everything, and its file.
func sampled(t *testing.T) (path string, her model.Customer) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "genjin.db")
	s := openFile(t, path, AsOf("2026-11-24"))
	if err := s.FillDemo(context.Background(), model.DemoSize{Customers: 4}, 7, nil); err != nil {
		t.Fatal(err)
	}
	her, _ = sheHas(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, her
}

// copied is a copy of a closed database in a folder of its own.
func copied(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	to := filepath.Join(t.TempDir(), "genjin.db")
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}

func TestAKilledProgramLeavesNothingLostOrHalfDone(t *testing.T) {
	book, her := sampled(t)
	for n := range times(4, 1000) {
		path := copied(t, book)
		said := killedInTheMiddle(t, path, luck(n))
		s, err := Open(context.Background(), path, AsOf("2026-11-24"))
		if err != nil {
			t.Fatalf("%d: %v", n, err)
		}
		checks, err := s.Checkup(context.Background(), false)
		if err != nil || !model.Sound(slices.DeleteFunc(checks, func(c model.Check) bool { return c.Code == model.CheckTrial })) {
			t.Errorf("%d: %+v, %v", n, checks, err)
		}
		for _, name := range said {
			if name == "forgotten" {
				if c, err := s.Customer(context.Background(), her.ID); err != nil || c.Name != "nobody" {
					t.Errorf("%d: forgotten and still there: %+v, %v", n, c, err)
				}
				continue
			}
			if ids, err := s.CustomerIDs(context.Background(), model.Query{Search: name}); err != nil || len(ids) != 1 {
				t.Errorf("%d: %s was acknowledged: %v, %v", n, name, ids, err)
			}
		}
		if c, err := s.Customer(context.Background(), her.ID); err == nil && c.Name == "nobody" {
			held := holding(t, filepath.Dir(path), ofHer)
			for file, texts := range held {
				if filepath.Dir(file) == filepath.Dir(path) && !strings.HasSuffix(file, ".json") {
					t.Errorf("%d: half forgotten: %s holds %v", n, file, texts)
				}
			}
		}
		if left := files.Leftovers(filepath.Dir(path)); len(left) > 0 {
			t.Errorf("%d: left over: %v", n, left)
		}
		_ = s.Close()
	}
}

// killedInTheMiddle has another process work on a file and kills it somewhere; it
// answers what that said was done.
func killedInTheMiddle(t *testing.T, path string, r *rand.Rand) (said []string) {
	t.Helper()
	cmd := asChild(t, "TestChildWorks", path, false)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	upTo, wait := r.IntN(12), time.Duration(r.IntN(30))*time.Millisecond
	for n := 0; lines.Scan(); n++ {
		said = append(said, lines.Text())
		if n == upTo {
			time.Sleep(wait)
			_ = cmd.Process.Kill()
		}
	}
	_ = cmd.Wait()
	return said
}

// TestChildWorks does everything that writes, over and over, and says what is done.
func TestChildWorks(t *testing.T) {
	path, ctx := child(t), context.Background()
	s := openFile(t, path, AsOf("2026-11-24"))
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := 0; ; i++ {
		name := fmt.Sprintf("试%03d号", i)
		c, err := s.AddCustomer(ctx, model.Customer{Name: name})
		must(err)
		fmt.Println(name)
		_, _, err = s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-24", Situation: "来电"}, model.Plan{})
		must(err)
		_, err = s.Undo(ctx)
		must(err)
		list := filepath.Join(filepath.Dir(path), "in.csv")
		brought := fmt.Sprintf("进%03d号", i)
		must(os.WriteFile(list, []byte("客户名称,电话\n"+brought+",13"+fmt.Sprintf("%09d", i)+"\n"), 0o600))
		p, err := s.PreviewImport(ctx, list, model.ImportOptions{})
		must(err)
		_, err = s.Import(ctx, p, false)
		must(err)
		fmt.Println(brought)
		must(s.ExportCustomers(ctx, filepath.Join(filepath.Dir(path), "out.json"), []int64{c.ID}, 0))
		b, err := s.Backup(ctx, "", "")
		must(err)
		if i == 1 {
			_, err := s.PutBack(ctx, b.Path, "")
			must(err)
		}
		if i == 2 {
			var id int64
			must(s.db.QueryRow("SELECT id FROM customer WHERE phones LIKE '13577881234%'").Scan(&id))
			f, err := s.Forget(ctx, model.Subject{Customer: id}, "nobody")
			must(errors.Join(err, f.Unwiped))
			fmt.Println("forgotten")
		}
	}
}

func TestADamagedFileIsSaidAndNeverWrittenOn(t *testing.T) {
	ctx := context.Background()
	book, _ := sampled(t)
	whole, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	for n := range times(25, 2000) {
		r := luck(n)
		path := filepath.Join(t.TempDir(), "genjin.db")
		data := damaged(whole, r)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, path, AsOf("2026-11-24"))
		if err != nil {
			if after, readErr := os.ReadFile(path); readErr != nil || !bytes.Equal(after, data) {
				t.Errorf("%d: refused with %v and written on, %v", n, err, readErr)
			}
			continue
		}
		readOnly := s.ReadOnly()
		for _, read := range []func() error{
			func() error { _, err := s.CustomerIDs(ctx, model.Query{}); return err },
			func() error { _, err := s.Day(ctx, 7); return err },
			func() error { _, err := s.Changes(ctx, 0, 100); return err },
			func() error { _, err := s.Aging(ctx, model.AgingByCustomer); return err },
			func() error { _, err := s.Checkup(ctx, false); return err },
		} {
			if err := read(); err != nil && !isDamage(err) && !strings.Contains(err.Error(), "malformed") {
				t.Logf("%d: %v", n, err)
			}
		}
		_, err = s.AddCustomer(ctx, model.Customer{Name: "试"})
		if readOnly && !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%d: written on: %v", n, err)
		}
		_ = s.Close()
	}
}

// damaged is a database cut, with a page of noughts, or with bits flipped.
func damaged(whole []byte, r *rand.Rand) []byte {
	data := bytes.Clone(whole)
	const page = 4096
	switch r.IntN(3) {
	case 0:
		return data[:len(data)-1-r.IntN(len(data)/2)]
	case 1:
		at := r.IntN(len(data)/page) * page
		copy(data[at:at+page], make([]byte, page))
	default:
		for range 1 + r.IntN(20) {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
	}
	return data
}

func TestADamagedBackupIsRefusedEveryTime(t *testing.T) {
	ctx := context.Background()
	s, b := kept(t, "")
	whole, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	before, err := backup.Count(ctx, s.db.QueryContext)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "bad.db")
	for n := range times(25, 500) {
		r := luck(n)
		data := damaged(whole, r)
		if bytes.Equal(data, whole) {
			continue // a page of noughts was one
		}
		if err := os.WriteFile(bad, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.PutBack(ctx, bad, ""); err == nil {
			t.Fatalf("%d: put back", n)
		}
		if after, err := backup.Count(ctx, s.db.QueryContext); err != nil || fmt.Sprint(after) != fmt.Sprint(before) {
			t.Fatalf("%d: the live data is touched: %v", n, err)
		}
	}
}

func TestWhoeverIsForgottenLeavesNothingButWhatIsNamed(t *testing.T) {
	ctx := context.Background()
	for n := range times(2, 100) {
		dir := t.TempDir()
		s := openFile(t, filepath.Join(dir, "genjin.db"), AsOf("2026-11-24"))
		if err := s.FillDemo(ctx, model.DemoSize{Customers: 6}, uint64(n), nil); err != nil {
			t.Fatal(err)
		}
		ids, err := s.CustomerIDs(ctx, model.Query{})
		if err != nil || len(ids) == 0 {
			t.Fatal(ids, err)
		}
		p, err := s.person(ctx, s.db, model.Subject{Customer: ids[luck(n).IntN(len(ids))]})
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.Forget(ctx, p.Subject, "nobody")
		if err = errors.Join(err, f.Unwiped); err != nil {
			t.Fatalf("%d: %v", n, err)
		}
		if held := holding(t, dir, p.signs); len(held) > 0 && len(f.Mentions) == 0 {
			t.Errorf("%d: %v", n, held)
		}
		checks, err := s.Checkup(ctx, false)
		if err != nil || !model.Sound(checks) {
			t.Errorf("%d: %+v, %v", n, checks, err)
		}
		_ = s.Close()
	}
}
