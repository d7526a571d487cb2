package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"genjin/model"

	"genjin/store/files"
	"genjin/store/seal"
)

// WriteRefused writes the refused rows of a preview into a file of their own,
// with the reason in a last column (rule 4). It holds customers' data: it is
// logged as an export, and protected as the file was (see Preview.RefusedName).
func (s *Store) WriteRefused(ctx context.Context, path string, p model.Preview) error {
	if err := s.place.apart(path); err != nil {
		return err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return files.EncodeRefused(w, "."+formatOf(path), p) }
	if bare := write; p.Passphrase != "" || model.IsProtected(path) {
		write = func(w io.Writer) error { return seal.Write(w, p.Passphrase, bare) }
	}
	return s.noted(ctx, full, func() error { return files.Replace(path, write) })
}

// SaveRefused writes the refused rows beside the file that they are from or,
// where that folder can't be written, in the home directory, and answers where
// they are: list-refused.xlsx. Another file of the name may be being mended and
// stays; one that says the same already is left as it is.
func (s *Store) SaveRefused(ctx context.Context, file string, p model.Preview) (string, error) {
	if model.IsProtected(file) {
		file = file[:len(file)-len(model.Protected)]
	}
	ext := strings.ToLower(filepath.Ext(file))
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + "-refused"
	if ext != ".xlsx" && ext != ".csv" {
		ext = ".csv"
	}
	var text bytes.Buffer
	if err := files.EncodeRefused(&text, ext, p); err != nil {
		return "", err
	}
	path, err := s.saveRefused(ctx, filepath.Join(filepath.Dir(file), stem), ext, text.Bytes(), p)
	if err != nil && ctx.Err() == nil {
		if home, none := os.UserHomeDir(); none == nil {
			if elsewhere, failed := s.saveRefused(ctx, filepath.Join(home, stem), ext, text.Bytes(), p); failed == nil {
				return elsewhere, nil
			}
		}
	}
	return path, err
}

func (s *Store) saveRefused(ctx context.Context, stem, ext string, text []byte, p model.Preview) (string, error) {
	path := p.RefusedName(stem + ext)
	for i := 2; ; i++ {
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			if err := s.WriteRefused(ctx, path, p); err != nil {
				return "", err
			}
			return path, nil
		}
		if err != nil {
			return "", err
		}
		if there, err := readRefused(path, p); err == nil && bytes.Equal(there, text) {
			return path, nil
		}
		path = p.RefusedName(stem + "-" + strconv.Itoa(i) + ext)
	}
}

// readRefused is a file of refused rows, opened where it is protected.
func readRefused(path string, p model.Preview) ([]byte, error) {
	there, err := os.ReadFile(path)
	if err != nil || !seal.Sealed(there) {
		return there, err
	}
	opened, err := seal.Read(bytes.NewReader(there), p.Passphrase)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(opened)
}
