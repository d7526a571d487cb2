package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// modes finds files and folders of ours that others may read. The folder that a
// person chose for the file is theirs, and only a finding where it is our own.
func (d *doctor) modes(ctx context.Context) error {
	var open []string
	look := func(path string) {
		info, err := os.Stat(path)
		if err == nil && info.Mode().Perm()&0o077 != 0 && files.HasModes {
			open = append(open, path)
		}
	}
	if dir := filepath.Dir(d.s.path); filepath.Base(dir) == ".genjin" {
		look(dir)
	}
	for _, ending := range append([]string{""}, besides...) {
		look(d.s.path + ending)
	}
	folder := d.s.backupFolder(ctx)
	if filepath.Base(folder.Dir) == "backups" {
		look(folder.Dir)
	}
	list, err := folder.List()
	if err != nil {
		return err
	}
	for _, b := range list {
		look(b.Path)
	}
	return d.count(model.CheckModes, model.CheckWrong, len(open), open, func() error {
		var err error
		for _, path := range open {
			mode := fs.FileMode(0o600)
			if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
				mode = 0o700
			}
			err = errors.Join(err, os.Chmod(path, mode))
		}
		return err
	})
}

// link tells where the file really is.
func (d *doctor) link(context.Context) error {
	state := model.CheckGood
	if d.s.asked != "" && d.s.asked != d.s.path {
		state = model.CheckNote
	}
	d.note(model.CheckLink, state, nil, d.s.path)
	return nil
}

// mostAhead is how much may be written ahead before it is said.
const mostAhead = 64 << 20

// ahead looks at what is written ahead, which may also tell of how the program
// ended.
func (d *doctor) ahead(ctx context.Context) error {
	var size int64
	if info, err := os.Stat(d.s.path + "-wal"); err == nil {
		size = info.Size()
	}
	state := model.CheckGood
	if size > mostAhead {
		state = model.CheckNote
		if d.fix {
			if _, err := d.s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
				return err
			}
			state = model.CheckFixed
		}
	}
	d.note(model.CheckLog, state, nil, label.Bytes(size))
	if d.s.unclean {
		d.note(model.CheckEnd, model.CheckNote, nil)
	} else {
		d.note(model.CheckEnd, model.CheckGood, nil)
	}
	return nil
}

// space looks at the disk that the file is on.
func (d *doctor) space(context.Context) error {
	var size int64
	if info, err := os.Stat(d.s.path); err == nil {
		size = info.Size()
	}
	if free, known := files.Free(filepath.Dir(d.s.path)); known {
		state := model.CheckGood
		if free < max(3*size, 100<<20) {
			state = model.CheckNote
		}
		d.note(model.CheckSpace, state, nil, label.Bytes(free))
	}
	state := model.CheckNote
	if files.OnEncryptedDisk(d.s.path) {
		state = model.CheckGood
	}
	d.note(model.CheckDisk, state, nil)
	return nil
}
