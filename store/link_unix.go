//go:build unix

package store

import (
	"io/fs"
	"syscall"
)

// canWrite reports whether the file system lets this process write to a file
// or folder. It doesn't open the file: closing it again would take away the
// locks that SQLite holds on it in this process.
func canWrite(path string) bool {
	const write = 2
	return syscall.Access(path, write) == nil
}

// linkCount is how many names the file has.
func linkCount(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(st.Nlink) //nolint:unconvert // its width differs between systems
	}
	return 1
}
