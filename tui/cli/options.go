package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
)

// choosing are the options by which list and export choose and order records.
var choosing = []string{"search", "filter", "sort", "segment", "archived", "columns"}

// optionKinds says for which kinds of records an option of list and export is
// there; the others it would leave as they are, so that it is refused.
func optionKinds(command, option string) []string {
	rows := []string{
		model.ExportCustomers, model.ExportJournal, model.ExportContacts, model.ExportReceivables, model.ExportPayments, model.ExportOrders, model.ExportProducts, model.ExportProjects,
	}
	switch option {
	case "search", "filter", "sort":
		if command == "export" {
			rows = append(rows, model.ExportCalendar)
		}
		return rows
	case "archived":
		rows = []string{model.ExportCustomers, model.ExportJournal, model.ExportContacts, model.ExportProducts, model.ExportProjects}
		if command == "export" {
			rows = append(rows, model.ExportCalendar)
		}
		return rows
	case "segment":
		if command == "export" {
			return []string{model.ExportCustomers, model.ExportCalendar}
		}
	case "columns":
		return []string{model.ExportCustomers, model.ExportProducts}
	}
	return []string{model.ExportCustomers}
}

// mayChoose refuses an option that does nothing for a kind of records, by its
// name.
func (r *run) mayChoose(cmd *cobra.Command, kind string) error {
	for _, option := range choosing {
		kinds := optionKinds(cmd.Name(), option)
		if cmd.Flags().Changed(option) && !slices.Contains(kinds, kind) {
			return r.wrong(optionNotFor, "--"+option, kind, strings.Join(kinds, ", "))
		}
	}
	return nil
}
