package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Free is how many bytes are left to this person on the disk of a folder; false
// where the system doesn't say.
func Free(dir string) (int64, bool) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, false
	}
	return int64(st.Bavail) * st.Bsize, true
}

// OnEncryptedDisk reports whether the system says that the disk of a file is
// encrypted: by LUKS, itself or a disk that it is made of.
func OnEncryptedDisk(path string) bool {
	var st syscall.Stat_t
	if err := syscall.Stat(path, &st); err != nil {
		return false
	}
	dev := uint64(st.Dev)
	major, minor := dev>>8&0xfff|dev>>32&^0xfff, dev&0xff|dev>>12&^0xff
	return encrypted(fmt.Sprintf("/sys/dev/block/%d:%d", major, minor), 0)
}

func encrypted(device string, depth int) bool {
	uuid, err := os.ReadFile(device + "/dm/uuid")
	if err == nil && strings.HasPrefix(string(uuid), "CRYPT-") {
		return true
	}
	below, _ := filepath.Glob(device + "/slaves/*")
	for _, disk := range below {
		if depth < 5 && encrypted(disk, depth+1) {
			return true
		}
	}
	return false
}
