package files

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"unicode/utf16"

	"genjin/model"
)

// Replace writes a file as a whole: what stood there is replaced once the new
// content is complete, never half. The file is 0600, for it holds customers'
// data. Something that isn't a plain file, such as /dev/stdout, is written to.
func Replace(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return &os.PathError{Op: "write", Path: path, Err: errIsFolder}
		}
		return writeTo(path, write)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	tmp, err := Scratch(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tmp.Close()
			_ = os.Remove(tmp.Name())
		}
	}()
	if err := buffered(tmp, write); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

var errIsFolder = errors.New("is a folder")

func writeTo(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(buffered(f, write), f.Close())
}

func buffered(f io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(f, 64<<10)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// fitCell refuses a text that a cell of a spreadsheet would cut short.
func fitCell(text string) error {
	const most = 32767 // UTF-16 units
	if len(text) > most && len(utf16.Encode([]rune(text))) > most {
		return model.ErrTextTooLong
	}
	return nil
}
