package backup

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"genjin/model"
)

// Folder is where the backups of one database are kept, beside those of others.
type Folder struct {
	Dir  string
	Stem string // what the names of its backups begin with
}

// Of is the folder of a database's backups: the one that the person chose, else
// one beside it.
func Of(database, chosen string) Folder {
	stem := strings.TrimSuffix(filepath.Base(database), filepath.Ext(database))
	return Folder{Dir: cmp.Or(chosen, filepath.Join(filepath.Dir(database), "backups")), Stem: stem}
}

const stamp = "2006-01-02-150405"

// The endings of a backup's name; a sealed one opens with a passphrase only.
const (
	Ending       = ".db"
	SealedEnding = ".db.age"
)

// Name is a name for a backup that none has yet.
func (f Folder) Name(at time.Time, why model.BackupWhy, sealed bool) string {
	ending := Ending
	if sealed {
		ending = SealedEnding
	}
	for {
		path := filepath.Join(f.Dir, f.Stem+"-"+at.Format(stamp)+"-"+string(why)+ending)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
		at = at.Add(time.Second)
	}
}

// Make makes the folder where there is none, for its owner alone.
func (f Folder) Make() error {
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return err
	}
	if filepath.Base(f.Dir) == "backups" { // ours, and not a folder of others that was chosen
		_ = os.Chmod(f.Dir, 0o700)
	}
	return nil
}

// List are the backups that are there, the newest first.
func (f Folder) List() ([]model.Backup, error) {
	entries, err := os.ReadDir(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []model.Backup
	written := map[string]time.Time{} // which of a second was first
	for _, e := range entries {
		b, ok := f.named(e.Name())
		if info, err := e.Info(); ok && err == nil && info.Mode().IsRegular() {
			b.Size, written[b.Path] = info.Size(), info.ModTime()
			list = append(list, b)
		}
	}
	slices.SortStableFunc(list, func(a, b model.Backup) int {
		return cmp.Or(b.At.Compare(a.At), written[b.Path].Compare(written[a.Path]))
	})
	return list, nil
}

// named reads what a name says.
func (f Folder) named(name string) (model.Backup, bool) {
	rest, ok := strings.CutPrefix(name, f.Stem+"-")
	rest, sealed := strings.CutSuffix(rest, SealedEnding)
	rest, plain := strings.CutSuffix(rest, Ending)
	if !ok || !sealed && !plain || len(rest) < len(stamp)+2 {
		return model.Backup{}, false
	}
	at, err := time.ParseInLocation(stamp, rest[:len(stamp)], time.Local)
	why := model.BackupWhy(rest[len(stamp)+1:])
	known := err == nil && slices.Contains(model.BackupWhys, why)
	return model.Backup{Path: filepath.Join(f.Dir, name), At: at, Why: why, Sealed: sealed}, known
}

// Clear removes what was made without being asked for and is more than so many
// of its kind, or older than so many days; the newest of a kind stays.
func (f Folder) Clear(keep, days int64, now time.Time) error {
	list, err := f.List()
	if err != nil {
		return err
	}
	seen := map[model.BackupWhy]int64{}
	oldest := now.AddDate(0, 0, -int(days))
	for _, b := range list {
		seen[b.Why]++
		if b.Why == model.BackupAsked || seen[b.Why] == 1 || seen[b.Why] <= keep && b.At.After(oldest) {
			continue
		}
		if err := os.Remove(b.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
