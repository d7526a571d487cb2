//go:build unix

package files

import (
	"errors"
	"os"
	"syscall"
)

// Alive reports whether a process runs.
func Alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return pid > 0 && (err == nil || errors.Is(err, syscall.EPERM))
}

// HasModes: files say here who may read them.
const HasModes = true

// SyncFolder makes what was renamed in a folder outlive a power failure.
func SyncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
