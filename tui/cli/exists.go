package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"

	"genjin/tui/words"
	"github.com/spf13/cobra"
)

// makers are the commands that make a database that isn't there: what a person
// begins with, and those that need none.
var makers = []string{"genjin", "add", "new", "import", "demo", "restore", "help", "completion", "version"}

// mustExist refuses a database that was named and isn't there, unless the
// command makes one: a mistyped name would read as an empty file.
func (r *run) mustExist(cmd *cobra.Command, args []string) error {
	writes := cmd.Name() == "settings" && len(args) > 1
	if r.db == "" || writes || slices.Contains(makers, cmd.Name()) {
		return nil
	}
	if _, err := os.Stat(r.db); errors.Is(err, fs.ErrNotExist) {
		return r.failed(words.NeedsFile, r.db, shellWord(r.db))
	}
	return nil
}
