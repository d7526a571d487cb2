package cli

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// backupOptions are what the flags of genjin backup say.
type backupOptions struct {
	list, check, seal, unseal, asJSON bool
	passphraseFile                    string
}

func (r *run) backupCommand() *cobra.Command {
	var o backupOptions
	cmd := &cobra.Command{
		Use: "backup [FILE] [flags]", Short: r.say(words.AboutBackup), Long: r.say(words.LongBackup), Example: r.say(words.ExampleBackup),
		Args: r.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if ofMany(o.list, o.check, o.seal, o.unseal) > 1 {
				return r.wrong(words.OneBackupFlag)
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			file := ""
			if len(args) > 0 {
				file = args[0]
			}
			switch ctx := cmd.Context(); {
			case o.list:
				return r.listBackups(ctx, st, o.asJSON)
			case o.check:
				return r.checkBackup(ctx, st, file, o)
			case o.seal, o.unseal:
				return r.sealBackups(ctx, st, o)
			default:
				return r.backup(ctx, st, file, o)
			}
		},
	}
	fs := cmd.Flags()
	fs.BoolVar(&o.list, "list", false, r.say(words.UseListBackups))
	fs.BoolVar(&o.check, "check", false, r.say(words.UseCheckBackup))
	fs.BoolVar(&o.seal, "seal", false, r.say(words.UseSeal))
	fs.BoolVar(&o.unseal, "unseal", false, r.say(words.UseUnseal))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	r.passphraseFlag(fs, &o.passphraseFile)
	return cmd
}

// ofMany is how many of some are so.
func ofMany(some ...bool) (n int) {
	for _, is := range some {
		if is {
			n++
		}
	}
	return n
}

// backupJSON is a backup as scripts read it.
type backupJSON struct {
	File      string          `json:"file"`
	At        string          `json:"at"`
	Why       model.BackupWhy `json:"why"`
	Bytes     int64           `json:"bytes"`
	Sealed    bool            `json:"sealed"`
	Customers *int64          `json:"customers,omitempty"`
	Seconds   *float64        `json:"seconds,omitempty"`
}

func backupOf(b model.Backup) backupJSON {
	return backupJSON{File: b.Path, At: b.At.UTC().Format(time.RFC3339), Why: b.Why, Bytes: b.Size, Sealed: b.Sealed}
}

// counted adds what was found in a backup, and how long that took.
func (b backupJSON) counted(customers int64, took time.Duration) backupJSON {
	seconds := took.Seconds()
	b.Customers, b.Seconds = &customers, &seconds
	return b
}

func (r *run) backup(ctx context.Context, st model.File, file string, o backupOptions) error {
	passphrase := ""
	if o.passphraseFile != "" && file != "" {
		file = model.ProtectedName(file)
	}
	if model.IsProtected(file) {
		var err error
		if passphrase, err = r.passphrase(ctx, file, o.passphraseFile, true); err != nil {
			return err
		}
	}
	begun := time.Now()
	b, err := st.Backup(ctx, file, passphrase)
	if err != nil {
		return err
	}
	r.wrote = b.Path
	if o.asJSON {
		return r.json(backupOf(b).counted(b.Customers, time.Since(begun)))
	}
	return r.line(words.BackedUp, b.Customers, b.Path, label.Bytes(b.Size))
}

func (r *run) listBackups(ctx context.Context, st model.File, asJSON bool) error {
	list, err := st.Backups(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return r.array(func(add func(any) error) error {
			for _, b := range list {
				if err := add(backupOf(b)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if len(list) == 0 {
		return r.line(words.NoBackupsYet)
	}
	t := table{head: []string{r.say(words.ColumnWhen), r.say(words.ColumnFor), r.say(words.ColumnSize), "", r.say(words.ColumnFile)}}
	for _, b := range list {
		mark := ""
		if b.Sealed {
			mark = r.say(words.SealedMark)
		}
		t.add(plain(b.At.Format("2006-01-02 15:04")), plain(label.BackupWhy(b.Why, r.lang)), plain(label.Bytes(b.Size)), plain(mark),
			plain(b.Path))
	}
	return t.write(r.out)
}

// checkBackup tries a backup: without a name the newest.
func (r *run) checkBackup(ctx context.Context, st model.File, file string, o backupOptions) error {
	if file == "" {
		list, err := st.Backups(ctx)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return model.ErrNoBackup
		}
		file = list[0].Path
	}
	var b model.Backup
	var took time.Duration
	err := r.withPassphrase(ctx, file, o.passphraseFile, func(passphrase string) (err error) {
		b, took, err = st.CheckBackup(ctx, file, passphrase)
		return err
	})
	if err != nil {
		return err
	}
	if o.asJSON {
		return r.json(backupOf(b).counted(b.Customers, took))
	}
	return r.line(words.BackupTried, b.Path, b.Customers, label.Seconds(took, r.lang))
}

// withPassphrase opens a file that may be sealed: it looks for the passphrase
// only where one is needed.
func (r *run) withPassphrase(ctx context.Context, of, file string, open func(passphrase string) error) error {
	err := open("")
	if !errors.Is(err, model.ErrSealed) && (!errors.Is(err, model.ErrPassphrase) || file == "") {
		return err
	}
	passphrase, err := r.passphrase(ctx, of, file, false)
	if err != nil {
		return err
	}
	return open(passphrase)
}

func (r *run) sealBackups(ctx context.Context, st model.File, o backupOptions) error {
	if o.unseal {
		if err := st.SealBackups(ctx, ""); err != nil {
			return err
		}
		return r.line(words.BackupsPlain)
	}
	passphrase, err := r.passphrase(ctx, st.Path(), o.passphraseFile, true)
	if err != nil {
		return err
	}
	if err := st.SealBackups(ctx, passphrase); err != nil {
		return err
	}
	return r.line(words.BackupsSealed)
}

// dailyBackup makes the day's backup behind a command that changed something,
// and says where that failed.
func (r *run) dailyBackup(ctx context.Context) {
	if r.st == nil || !r.st.Saved() {
		return
	}
	if _, err := r.st.BackupOfDay(ctx); err != nil {
		r.complain(r.say(words.NoDailyBackup, r.explain(err)), err)
	}
}

func (r *run) restoreCommand() *cobra.Command {
	var newest, undo, asJSON bool
	var passphraseFile string
	cmd := &cobra.Command{
		Use: "restore [FILE] [flags]", Short: r.say(words.AboutRestore), Long: r.say(words.LongRestore), Example: r.say(words.ExampleRestore),
		Args: r.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			from := ""
			switch n := ofMany(newest, undo, len(args) > 0); {
			case n == 0:
				return r.wrong(words.WhichBackup)
			case n > 1:
				return r.wrong(words.OneRestore)
			case newest:
				from = model.NewestBackup
			case undo:
				from = model.ReplacedBackup
			default:
				from = args[0]
			}
			return r.restore(cmd.Context(), from, passphraseFile, asJSON)
		},
	}
	cmd.Flags().BoolVar(&newest, "newest", false, r.say(words.UseNewest))
	cmd.Flags().BoolVar(&undo, "undo", false, r.say(words.UseUndoBack))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	r.passphraseFlag(cmd.Flags(), &passphraseFile)
	return cmd
}

// restoredJSON says what was put back, and where what it replaced is.
type restoredJSON struct {
	backupJSON
	Kept    *string `json:"kept"`
	Damaged bool    `json:"damaged"` // what was replaced
}

// restore puts a backup back, and opens what is there then: an older version's
// is brought up to date.
func (r *run) restore(ctx context.Context, from, passphraseFile string, asJSON bool) error {
	if r.Home == "" && r.db == "" {
		return r.failed(words.NoHome)
	}
	if r.st != nil { // this program's own hold on the file
		if err := r.st.Close(); err != nil {
			return err
		}
		r.st = nil
	}
	var p model.PutBack
	err := r.withPassphrase(ctx, from, passphraseFile, func(passphrase string) (err error) {
		p, err = r.PutBack(ctx, r.path(), from, passphrase)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return r.missing(words.NoSuchBackup, from)
	}
	if err != nil {
		return err
	}
	r.wrote = r.path()
	if _, err := r.store(ctx); err != nil {
		return err
	}
	if asJSON {
		return r.json(restoredJSON{backupOf(p.Backup).counted(p.Customers, p.Took), orNull(p.Kept), p.Raw})
	}
	if err := r.line(words.Restored, p.At.Format("2006-01-02 15:04"), p.Customers, label.Seconds(p.Took, r.lang)); err != nil {
		return err
	}
	switch {
	case p.Raw:
		return r.line(words.DamagedKept, p.Kept)
	case p.Kept != "":
		return r.line(words.ReplacedKept, p.Kept)
	}
	return nil
}
