package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/store/seal"
)

func TestABackupAndBackAgain(t *testing.T) {
	h := english(t)
	h.fails(failed, "no such backup", "restore", "--newest")
	h.must("add", "Lee 13800138000 @B")
	file := filepath.Join(h.dir, "copy.db")
	h.must("backup", file)
	if out := h.must("backup"); !strings.Contains(out, "1 customers") {
		t.Errorf("says %q", out)
	}
	h.fails(failed, "there already", "backup", file)
	list := h.list("backup", "--list")
	if len(list) != 1 || list[0]["why"] != "asked" || list[0]["sealed"] != false {
		t.Errorf("%v", list)
	}
	if tried := h.object("backup", "--check"); tried["customers"] != 1.0 {
		t.Errorf("%v", tried)
	}
	h.must("add", "Wang 13900139000")
	if out := h.must("restore", file); !strings.Contains(out, "1 customers") || !strings.Contains(out, "restore --undo") {
		t.Errorf("says %q", out)
	}
	if got := h.list("list", "customers"); len(got) != 1 {
		t.Errorf("%d customers are there", len(got))
	}
	h.must("restore", "--undo")
	if got := h.list("list", "customers"); len(got) != 2 {
		t.Errorf("undone: %d customers are there", len(got))
	}
	back := h.object("restore", "--newest")
	if back["customers"] != 1.0 || back["kept"] == nil {
		t.Errorf("%v", back)
	}
	h.fails(usage, "name a backup", "restore")
	h.fails(usage, "use one of", "restore", file, "--undo")
	h.fails(usage, "use one of", "backup", "--list", "--seal")
	h.fails(failed, "there is no backup", "restore", "nowhere.db")
	h.fails(failed, "no backup made by genjin", "restore", h.file("notes.txt", "hello"))
	h.fails(failed, "belongs to the database itself", "restore", filepath.Join(h.dir, ".genjin", "genjin.db"))
}

func TestASealedBackupOnTheCommandLine(t *testing.T) {
	seal.Work = 4
	h := english(t)
	h.must("add", "Lee 13800138000")
	file, pass := filepath.Join(h.dir, "copy.db.age"), h.file("pass", "open sesame\n")
	h.fails(failed, "needs a passphrase", "backup", file)
	h.must("backup", file, "--passphrase-file", pass)
	h.fails(failed, "needs a passphrase", "restore", file)
	h.fails(failed, "not its passphrase", "restore", file, "--passphrase-file", h.file("other", "wrong"))
	h.must("restore", file, "--passphrase-file", pass)
	h.must("backup", "--seal", "--passphrase-file", pass)
	h.must("backup")
	if list := h.list("backup", "--list"); list[0]["sealed"] != true {
		t.Errorf("%v", list)
	}
	h.must("restore", "--newest") // the passphrase is in the database that is there
	h.must("backup", "--seal", "--passphrase-file", pass)
	h.must("backup", "--unseal")
	h.must("backup", filepath.Join(h.dir, "plain.db"))
}

func TestACommandThatChangesSomethingMakesTheDaysBackup(t *testing.T) {
	h := english(t)
	h.guarded = true
	h.must("add", "Lee 13800138000")
	h.must("add", "Wang 13900139000")
	h.now = h.now.AddDate(0, 0, 1)
	h.must("list", "customers")
	h.must("add", "Zhou 13700137000")
	if list := h.list("backup", "--list"); len(list) != 2 || list[0]["why"] != "daily" {
		t.Errorf("%v", list)
	}
}

func TestADamagedDatabaseIsRestored(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000")
	h.must("backup")
	db := filepath.Join(h.dir, ".genjin", "genjin.db")
	if err := os.WriteFile(db, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	h.fails(failed, "restore", "list", "customers")
	if out := h.must("restore", "--newest"); !strings.Contains(out, "damaged; it is kept") {
		t.Errorf("says %q", out)
	}
	if got := h.list("list", "customers"); len(got) != 1 {
		t.Errorf("%d customers are there", len(got))
	}
}
