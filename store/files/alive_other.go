//go:build !unix

package files

import "os"

// Alive reports whether a process runs.
func Alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}

// HasModes: files don't say here who may read them.
const HasModes = false

// SyncFolder does nothing where folders can't be synced.
func SyncFolder(string) error { return nil }
