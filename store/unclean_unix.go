//go:build unix

package store

import (
	"io"
	"os"
	"syscall"
)

// liveByte is the byte of the shared index that every program locks that has the
// database open.
const liveByte = 128

// heldByOthers reports whether another program has the database open.
func heldByOthers(index string) bool {
	f, err := os.OpenFile(index, os.O_RDWR, 0)
	if err != nil {
		return true // nobody can tell
	}
	defer f.Close()
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: liveByte, Len: 1}
	return syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock) != nil || lock.Type != syscall.F_UNLCK
}
