//go:build !unix

package store

import (
	"io/fs"
	"os"
)

// linkCount is how many names the file has; Windows doesn't say without
// opening it, so one is assumed.
func linkCount(fs.FileInfo) uint64 { return 1 }

// canWrite reports whether a file or folder is not marked read-only.
func canWrite(path string) bool {
	info, err := os.Stat(path)
	return err == nil && (info.IsDir() || info.Mode().Perm()&0o200 != 0)
}
