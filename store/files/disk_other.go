//go:build !linux

package files

// Free: it isn't known here how much is left.
func Free(string) (int64, bool) { return 0, false }

// OnEncryptedDisk: it isn't known here.
func OnEncryptedDisk(string) bool { return false }
