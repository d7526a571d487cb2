package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Scratch makes a file, for its owner alone, in which something is written
// before it takes its place. Its name says which process does.
func Scratch(dir string) (*os.File, error) {
	return os.CreateTemp(dir, fmt.Sprintf("%s%d-*%s", scratchHead, os.Getpid(), scratchTail)) // 0600
}

const scratchHead, scratchTail = ".genjin-", ".tmp"

// Leftovers are the scratch files in a folder whose process is gone: it was
// killed while it wrote, and customers stand in them.
func Leftovers(dir string) []string {
	var list []string
	entries, _ := os.ReadDir(dir) // a folder that can't be read has none to clear
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), scratchHead)
		rest, tail := strings.CutSuffix(rest, scratchTail)
		owner, _, _ := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(owner); ok && tail && e.Type().IsRegular() && err == nil && !Alive(pid) {
			list = append(list, filepath.Join(dir, e.Name()))
		}
	}
	return list
}
