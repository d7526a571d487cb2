//go:build unix

package store

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"genjin/model"
)

// made is a database with one customer in it, closed again.
func made(t *testing.T, path string) {
	t.Helper()
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "董先生"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func modeOf(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func TestFolderAndFilesAreForTheirOwnerOnlyWhateverTheUmask(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	dir := filepath.Join(t.TempDir(), "home", ".genjin")
	path := filepath.Join(dir, "genjin.db")
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "董先生"})
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if got := modeOf(t, name); got != 0o600 {
			t.Errorf("%s: %o", filepath.Base(name), got)
		}
	}
	if got := modeOf(t, dir); got != 0o700 {
		t.Errorf("folder: %o", got)
	}
}

func TestAFileThatOthersCanReadIsTakenFromThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "genjin.db")
	made(t, path)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "刘女士"})
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if got := modeOf(t, name); got != 0o600 {
			t.Errorf("%s: %o", filepath.Base(name), got)
		}
	}
}

func TestASymbolicLinkIsFollowedToItsFile(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.db"), filepath.Join(dir, "link.db")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, link) // the target is made
	add(t, s, model.Customer{Name: "董先生"})
	real, err := filepath.EvalSymlinks(target)
	if err != nil || s.Path() != real {
		t.Errorf("path %s, want %s (%v)", s.Path(), real, err)
	}
	if _, err := os.Stat(link + "-wal"); err == nil {
		t.Error("SQLite's files stand beside the link")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, openAt(t, link)); got != "董先生" {
		t.Errorf("through the link: %s", got)
	}
}

func TestAHardLinkIsRefused(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "genjin.db")
	made(t, path)
	if err := os.Link(path, filepath.Join(dir, "second.db")); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path); !errors.Is(err, model.ErrHardLink) {
		t.Errorf("%v, want %v", err, model.ErrHardLink)
	}
}

// sqliteFile makes a database past the store.
func sqliteFile(t *testing.T, path string, script ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, writable))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range script {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAFileThatIsNotOursIsRefusedAndNotTouched(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(path string)
		want error
	}{
		{"a later version's", func(path string) { made(t, path); sqliteFile(t, path, "PRAGMA user_version = 99") }, model.ErrNewer},
		{"a later version's with another journal", func(path string) {
			made(t, path)
			sqliteFile(t, path, "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 99")
		}, model.ErrNewer},
		{"a later version's with a step more", func(path string) {
			made(t, path)
			sqliteFile(t, path, "INSERT INTO migration (name) VALUES ('what_comes_next')")
		}, model.ErrNewer},
		{"another branch's, which has a step of its own and lacks one", func(path string) {
			made(t, path)
			sqliteFile(t, path, "UPDATE migration SET name = 'of_another_branch' WHERE name = 'campaigns'")
		}, model.ErrOtherLine},
		{"another branch's with more steps", func(path string) {
			made(t, path)
			sqliteFile(t, path, "DELETE FROM migration WHERE name = 'campaigns'",
				"INSERT INTO migration (name) VALUES ('of_another_branch'), ('and_one_more')", "PRAGMA user_version = 99")
		}, model.ErrOtherLine},
		{"another branch's, one of whose steps does something else", func(path string) {
			made(t, path)
			sqliteFile(t, path, "UPDATE migration SET sum = 'another' WHERE name = 'campaigns'")
		}, model.ErrOtherLine},
		{"one whose number of steps is damaged", func(path string) { made(t, path); sqliteFile(t, path, "PRAGMA user_version = -3") },
			model.ErrNotDatabase},
		{"another program's", func(path string) { sqliteFile(t, path, "CREATE TABLE notes (text TEXT)") }, model.ErrNotDatabase},
		{"another program's with our number of migrations", func(path string) {
			sqliteFile(t, path, "CREATE TABLE customer (text TEXT)", "PRAGMA user_version = 1")
		}, model.ErrNotDatabase},
		{"another program's without tables", func(path string) { sqliteFile(t, path, "PRAGMA application_id = 77") }, model.ErrNotDatabase},
		{"a spreadsheet", func(path string) {
			if err := os.WriteFile(path, bytes.Repeat([]byte("PK\x03\x04 no database "), 500), 0o644); err != nil {
				t.Fatal(err)
			}
		}, model.ErrNotDatabase},
		{"a short text", func(path string) {
			if err := os.WriteFile(path, []byte("客户名称,电话\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}, model.ErrNotDatabase},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "file")
			tt.make(path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			mode := modeOf(t, path)
			s, err := Open(context.Background(), path)
			if err == nil {
				_ = s.Close()
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was changed (%v)", err)
			}
			if got := modeOf(t, path); got != mode {
				t.Errorf("permissions were %o and are %o", mode, got)
			}
		})
	}
}

func TestAFolderInTheFilesPlaceIsRefused(t *testing.T) {
	if _, err := Open(context.Background(), t.TempDir()); !errors.Is(err, model.ErrNotDatabase) {
		t.Errorf("%v, want %v", err, model.ErrNotDatabase)
	}
}

func TestAnyNameIsAGoodName(t *testing.T) {
	for _, name := range []string{"my file.db", "客户资料.db", "what?.db", "no#1.db", "100%.db", "a%20b.db", "x&mode=ro;y=1.db",
		"a'b\"c.db", "a+b.db"} {
		path := filepath.Join(t.TempDir(), "文件 夹?", name)
		made(t, path)
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := names(t, openAt(t, path)); got != "董先生" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestManyCanMakeTheSameFileAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "genjin.db")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			// On a busy machine one is told after a while that the file is locked.
			s, err := Open(context.Background(), path)
			for errors.Is(err, model.ErrLocked) {
				s, err = Open(context.Background(), path)
			}
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			c := model.Customer{Name: fmt.Sprint("客户", i)}
			_, err = s.AddCustomer(context.Background(), c)
			for errors.Is(err, model.ErrLocked) {
				_, err = s.AddCustomer(context.Background(), c)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := len(strings.Fields(names(t, openAt(t, path)))); got != 8 {
		t.Errorf("%d of 8 customers kept", got)
	}
}

// asChild runs a test of this binary in a process of its own, as nobody when
// the tests run as root, whom permissions don't hold back.
func asChild(t *testing.T, test, path string, nobody bool) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^"+test+"$")
	cmd.Env = append(os.Environ(), "GENJIN_TEST_CHILD="+path)
	cmd.Stderr = os.Stderr
	if nobody && os.Geteuid() == 0 {
		binary, err := os.ReadFile(self)
		if err != nil {
			t.Fatal(err)
		}
		cmd.Path = filepath.Join(openFolder(t), "store.test")
		if err := os.WriteFile(cmd.Path, binary, 0o755); err != nil {
			t.Fatal(err)
		}
		cmd.Dir = filepath.Dir(cmd.Path)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return cmd
}

// child is the path that the parent handed to this process; a test that isn't
// run by one is skipped.
func child(t *testing.T) string {
	t.Helper()
	path := os.Getenv("GENJIN_TEST_CHILD")
	if path == "" {
		t.Skip("run by another test, in a process of its own")
	}
	return path
}

// openFolder is a temporary folder that others can look into.
func openFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700); _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAReadOnlyFileIsOpenedToRead(t *testing.T) {
	for _, tt := range []struct {
		name         string
		folder, file os.FileMode
	}{{"the file", 0o777, 0o444}, {"the folder", 0o555, 0o666}, {"both", 0o555, 0o444}} {
		t.Run(tt.name, func(t *testing.T) {
			dir := openFolder(t)
			path := filepath.Join(dir, "genjin.db")
			made(t, path)
			if err := errors.Join(os.Chmod(path, tt.file), os.Chmod(dir, tt.folder)); err != nil {
				t.Fatal(err)
			}
			if out, err := asChild(t, "TestChildReads", path, true).Output(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestChildReads(t *testing.T) {
	s := openAt(t, child(t))
	ctx := context.Background()
	if !s.ReadOnly() {
		t.Fatal("the file can be written to")
	}
	if got := names(t, s); got != "董先生" {
		t.Errorf("read %q", got)
	}
	ids, err := s.CustomerIDs(ctx, model.Query{Search: "dxs"})
	if err != nil || len(ids) != 1 {
		t.Errorf("found %v, %v", ids, err)
	}
	if _, err := s.Day(ctx, 7); err != nil {
		t.Error(err)
	}
	for what, change := range map[string]func() error{
		"add": func() error { _, err := s.AddCustomer(ctx, model.Customer{Name: "x"}); return err },
		"log": func() error {
			_, _, err := s.Log(ctx, model.Entry{CustomerID: 1, At: "2026-11-24", Situation: "x"}, model.Plan{})
			return err
		},
		"undo": func() error { _, err := s.Undo(ctx); return err },
	} {
		if err := change(); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("%s: %v, want %v", what, err, model.ErrReadOnly)
		}
	}
	if err := s.KeepDraft(ctx, "customer", map[string]string{"name": "x"}); err != nil {
		t.Errorf("a draft: %v", err)
	}
}

func TestWhatWasAcknowledgedOutlivesAKill(t *testing.T) {
	for range 3 {
		path := filepath.Join(t.TempDir(), "genjin.db")
		made(t, path)
		cmd := asChild(t, "TestChildLogs", path, false)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acknowledged := 0
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatalf("the child says %q", lines.Text())
			}
			acknowledged = n
			if n == 60 {
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = cmd.Wait()
		s := openAt(t, path)
		entries, err := s.Entries(context.Background(), 1, 0)
		if err != nil || len(entries) < acknowledged || acknowledged < 60 {
			t.Fatalf("%d kept of %d acknowledged, %v", len(entries), acknowledged, err)
		}
		for i, e := range entries {
			if want := fmt.Sprint("第", len(entries)-i); e.Situation != want {
				t.Fatalf("entry %d says %q, want %q", i, e.Situation, want)
			}
		}
		var sets int
		if err := s.db.QueryRow("SELECT count(*) FROM change_set").Scan(&sets); err != nil || sets != len(entries)+1 {
			t.Errorf("%d entries and %d acts in the log, %v", len(entries), sets, err)
		}
	}
}

func TestChildLogs(t *testing.T) {
	s := openAt(t, child(t))
	for i := 1; ; i++ {
		e := model.Entry{CustomerID: 1, At: "2026-11-24", Situation: fmt.Sprint("第", i)}
		if _, _, err := s.Log(context.Background(), e, model.Plan{}); err != nil {
			t.Fatal(err)
		}
		fmt.Println(i)
	}
}
