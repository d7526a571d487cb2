package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"genjin/model"

	"genjin/store/seal"
)

// kept is a database with one customer and money, and a backup of it.
func kept(t *testing.T, passphrase string) (s *Store, b model.Backup) {
	t.Helper()
	seal.Work = 4
	s = openAt(t, filepath.Join(t.TempDir(), "genjin.db"))
	c := add(t, s, model.Customer{Name: "董先生", Phones: "15935946108"})
	p := model.Payment{CustomerID: c.ID, Amount: 300000, Currency: "CNY", ReceivedOn: "2026-11-24"}
	if _, err := s.Pay(context.Background(), p, nil); err != nil {
		t.Fatal(err)
	}
	b, err := s.Backup(context.Background(), "", passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return s, b
}

func TestABackupIsPutBackAndThatIsUndone(t *testing.T) {
	ctx := context.Background()
	for _, passphrase := range []string{"", "一句 pass phrase"} {
		s, b := kept(t, passphrase)
		if b.Customers != 1 || b.Sealed != (passphrase != "") {
			t.Errorf("%+v", b)
		}
		for path, want := range map[string]os.FileMode{b.Path: 0o600, filepath.Dir(b.Path): 0o700} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v", path, info.Mode(), err)
			}
		}
		add(t, s, model.Customer{Name: "刘女士"})
		done, err := s.PutBack(ctx, b.Path, passphrase)
		if err != nil || names(t, s) != "董先生" {
			t.Fatalf("put back: %q, %v", names(t, s), err)
		}
		if ids, err := s.CustomerIDs(ctx, model.Query{Search: "lns"}); err != nil || len(ids) > 0 {
			t.Errorf("the search still finds %v, %v", ids, err)
		}
		add(t, s, model.Customer{Name: "周敏"})
		if _, err := s.PutBack(ctx, done.Kept, ""); err != nil || names(t, s) != "董先生 刘女士" {
			t.Errorf("undone: %q, %v", names(t, s), err)
		}
		if _, err := s.PutBack(ctx, model.ReplacedBackup, ""); err != nil || names(t, s) != "董先生 周敏" {
			t.Errorf("and that undone: %q, %v", names(t, s), err)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), ".genjin-*")); len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	}
}

func TestABackupIsADatabaseThatOtherProgramsOpen(t *testing.T) {
	_, b := kept(t, "")
	c := filepath.Join(t.TempDir(), "copy.db")
	file, err := os.ReadFile(b.Path)
	if err == nil {
		err = os.WriteFile(c, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s := openAt(t, c)
	if got := names(t, s); got != "董先生" {
		t.Errorf("%q", got)
	}
	add(t, s, model.Customer{Name: "刘女士"})
}

func TestADamagedBackupIsRefusedAndNothingIsTouched(t *testing.T) {
	ctx := context.Background()
	s, b := kept(t, "")
	sealedOne, err := s.Backup(ctx, filepath.Join(t.TempDir(), "b.db.age"), "pass")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	closed, err := os.ReadFile(sealedOne.Path)
	if err != nil {
		t.Fatal(err)
	}
	size := strings.LastIndex(string(whole), "genjin-backup 1") // where the lines are, for a flip in each of their bytes
	try := func(what string, file []byte, passphrase string, want ...error) {
		t.Helper()
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := s.PutBack(ctx, path, passphrase)
		for _, w := range want {
			if errors.Is(err, w) {
				return
			}
		}
		t.Errorf("%s: %v, want %v", what, err, want)
	}
	flipped := func(file []byte, at int) []byte {
		f := bytes.Clone(file)
		f[at] ^= 0x20
		return f
	}
	for _, at := range []int{0, 70, 5000, len(whole) / 2, size - 4, size + 3, size + 20, len(whole) - 40, len(whole) - 2} {
		try("flipped", flipped(whole, at), "", model.ErrBackupDamaged, model.ErrBackupCut, model.ErrNotBackup)
	}
	for _, n := range []int{0, 50, 4096, len(whole) / 3, len(whole) - 1, len(whole) - 90} {
		try("cut", whole[:n], "", model.ErrBackupCut, model.ErrNotBackup)
	}
	for _, at := range []int{20, 300, len(closed) / 2, len(closed) - 1} {
		try("flipped, sealed", flipped(closed, at), "pass", model.ErrSealBroken, model.ErrPassphrase, model.ErrNotBackup, model.ErrSealedForKey)
	}
	try("cut, sealed", closed[:len(closed)/2], "pass", model.ErrSealBroken)
	try("sealed", closed, "", model.ErrSealed)
	try("sealed", closed, "other", model.ErrPassphrase)
	try("a spreadsheet", bytes.Repeat([]byte("PK\x03\x04 no database "), 500), "", model.ErrNotBackup)
	newer := filepath.Join(t.TempDir(), "newer.db")
	made(t, newer)
	sqliteFile(t, newer, "INSERT INTO migration (name) VALUES ('what_comes_next')")
	plain, err := os.ReadFile(newer)
	if err != nil {
		t.Fatal(err)
	}
	try("a database that is no backup", plain, "", model.ErrNotBackup)
	if got := names(t, s); got != "董先生" {
		t.Errorf("live data: %q", got)
	}
}

func TestABackupOfALaterVersionIsNamedAsThat(t *testing.T) {
	s, _ := kept(t, "")
	if _, err := s.db.Exec("INSERT INTO migration (name) VALUES ('what_comes_next')"); err != nil {
		t.Fatal(err)
	}
	b, err := s.Backup(context.Background(), filepath.Join(t.TempDir(), "later.db"), "")
	if err != nil {
		t.Fatal(err)
	}
	other := openAt(t, filepath.Join(t.TempDir(), "genjin.db"))
	if _, err := other.PutBack(context.Background(), b.Path, ""); !errors.Is(err, model.ErrBackupNewer) {
		t.Errorf("%v", err)
	}
}

func TestARestoreWaitsForNobodyElseAndTellsThemToLetGo(t *testing.T) {
	ctx := context.Background()
	was := letGoPause
	letGoPause = time.Millisecond
	defer func() { letGoPause = was }()
	s, b := kept(t, "")
	path := s.Path()
	if _, err := PutBack(ctx, path, b.Path, ""); !errors.Is(err, model.ErrInUse) {
		t.Fatalf("%v, want %v", err, model.ErrInUse)
	}
	add(t, s, model.Customer{Name: "刘女士"})
	if _, err := os.Stat(path + letGo); err == nil {
		t.Error("others are told to let go for good")
	}
	if err := os.WriteFile(path+letGo, []byte(strconv.Itoa(os.Getppid())), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Version(ctx); !errors.Is(err, model.ErrLetGo) {
		t.Errorf("%v, want %v", err, model.ErrLetGo)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := PutBack(ctx, path, model.NewestBackup, ""); err != nil {
		t.Fatal(err)
	}
	if got := names(t, openAt(t, path)); got != "董先生" {
		t.Errorf("%q", got)
	}
}

func TestADamagedFileIsKeptAsItIsWhenABackupTakesItsPlace(t *testing.T) {
	s, b := kept(t, "")
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Repeat([]byte("no database "), 1000)
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := PutBack(context.Background(), path, b.Path, "")
	if err != nil || !p.Raw {
		t.Fatalf("%+v, %v", p, err)
	}
	if was, err := os.ReadFile(p.Kept); err != nil || !bytes.Equal(was, broken) {
		t.Errorf("not kept: %v", err)
	}
	if got := names(t, openAt(t, path)); got != "董先生" {
		t.Errorf("%q", got)
	}
}

func TestBackupsAreMadeByThemselves(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, 11, 24, 10, 30, 0, 0, time.Local)
	path := filepath.Join(t.TempDir(), "genjin.db")
	s := openFile(t, path, Clock(func() time.Time { return now }), Guarded())
	defer s.Close()
	daily := func() bool {
		t.Helper()
		b, err := s.BackupOfDay(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return b != nil
	}
	if daily() {
		t.Error("an empty file was backed up")
	}
	add(t, s, model.Customer{Name: "董先生"})
	if !daily() || daily() {
		t.Error("not once on the first day")
	}
	now = now.AddDate(0, 0, 1)
	if daily() {
		t.Error("backed up without a change")
	}
	for range 20 {
		now = now.AddDate(0, 0, 1)
		add(t, s, model.Customer{Name: "刘女士"})
		daily()
	}
	list, err := s.Backups(ctx)
	if err != nil || len(list) != 14 || list[0].Why != model.BackupDaily || model.DateOf(list[0].At) != model.DateOf(now) {
		t.Errorf("%d kept, %v", len(list), err)
	}
	now = now.AddDate(1, 0, 0)
	add(t, s, model.Customer{Name: "周敏"})
	daily()
	if list, err = s.Backups(ctx); err != nil || len(list) != 1 {
		t.Errorf("%d kept after a year, %v", len(list), err)
	}
}

func TestAFileIsBackedUpBeforeItIsUpgradedOrUpdated(t *testing.T) {
	ctx := context.Background()
	old := older(t, "0001_customers_and_journal", "0002_attached", "0003_settings")
	s := openFile(t, old, Guarded())
	defer s.Close()
	list, err := s.Backups(ctx)
	if err != nil || len(list) != 1 || list[0].Why != model.BackupMigrate {
		t.Fatalf("%+v, %v", list, err)
	}
	if _, took, err := s.CheckBackup(ctx, list[0].Path, ""); err != nil || took <= 0 {
		t.Errorf("%v, %v", took, err)
	}
	add(t, s, model.Customer{Name: "董先生", Phones: "15935946108"})
	file := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(file, []byte("客户名称,联系方式,微信\n董先生,15935946108,dong\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, b := importInto(t, s, file, ImportOptions{OnDuplicate: model.DuplicateUpdate}, false); b.Updated != 1 {
		t.Fatalf("%+v", b)
	}
	if list, err = s.Backups(ctx); err != nil || len(list) != 2 || list[0].Why != model.BackupImport {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestAllBackupsAreSealedWhenThePersonSaysSo(t *testing.T) {
	ctx := context.Background()
	s, _ := kept(t, "")
	if err := s.SealBackups(ctx, "pass"); err != nil {
		t.Fatal(err)
	}
	b, err := s.Backup(ctx, "", "")
	if err != nil || !b.Sealed {
		t.Fatalf("%+v, %v", b, err)
	}
	f, err := os.Open(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	opened, err := seal.Read(f, "pass")
	if err != nil {
		t.Fatal(err)
	}
	if file, err := io.ReadAll(opened); err != nil || !bytes.HasPrefix(file, []byte("SQLite format 3\x00")) {
		t.Errorf("%v", err)
	}
	if _, err := s.PutBack(ctx, b.Path, ""); err != nil {
		t.Errorf("with the passphrase that is kept: %v", err)
	}
}

func TestWhatAKilledProgramLeftIsClearedAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "genjin.db")
	left, own := filepath.Join(filepath.Dir(path), ".genjin-999999999-1.tmp"), filepath.Join(filepath.Dir(path), ".genjin-1-1.tmp")
	for _, name := range []string{left, own} {
		if err := os.WriteFile(name, []byte("董先生"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	openAt(t, path)
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed program left is still there")
	}
	if _, err := os.Stat(own); err != nil {
		t.Error("what a program writes was taken from it")
	}
}
