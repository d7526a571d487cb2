package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

// choosing are the options by which list and export choose and order records.
var choosing = []string{"search", "filter", "sort", "segment", "preset", "archived", "columns"}

// optionKinds says for which kinds of records an option of list and export is
// there; the others it would leave as they are, so that it is refused.
func optionKinds(command, option string) []string {
	var rows []string
	for _, name := range model.ListKinds {
		if hasOption(kinds[name], option) {
			rows = append(rows, name)
		}
	}
	if command == "export" && slices.Contains([]string{"search", "filter", "sort", "archived", "segment", "preset"}, option) {
		rows = append(rows, model.ExportCalendar)
	}
	return rows
}

// hasOption reports whether the list of a view has an option.
func hasOption(k kind, option string) bool {
	switch option {
	case "archived":
		return k.shelved()
	case "preset":
		return len(k.presets()) > 0
	}
	return true
}

// mayChoose refuses an option that does nothing for a kind of records, by its
// name.
func (r *run) mayChoose(cmd *cobra.Command, kind string) error {
	for _, option := range choosing {
		kinds := optionKinds(cmd.Name(), option)
		if cmd.Flags().Changed(option) && !slices.Contains(kinds, kind) {
			return r.wrong(words.OptionNotFor, "--"+option, kind, strings.Join(kinds, ", "))
		}
	}
	return nil
}
