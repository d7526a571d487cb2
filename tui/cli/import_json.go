package cli

import (
	"genjin/model"
	"genjin/model/label"
)

// importJSON is what became, or would become, of a file.
type importJSON struct {
	File        string          `json:"file"`
	Document    string          `json:"document"`
	New         int             `json:"new"`
	Updated     int             `json:"updated"`
	Unchanged   int             `json:"unchanged"`
	Refused     int             `json:"refused"`
	NewEntries  int             `json:"new_entries"`
	NewContacts int             `json:"new_contacts"`
	Unknown     []string        `json:"unknown_headers"`
	Skipped     []string        `json:"skipped_sheets"`
	Rows        []importRowJSON `json:"rows"`
	Batch       *int64          `json:"batch"`
	DryRun      bool            `json:"dry_run"`
	RefusedFile *string         `json:"refused_file"`
}

type importRowJSON struct {
	Row        int                `json:"row"`
	Sheet      *string            `json:"sheet"`
	Record     string             `json:"record"`
	Outcome    model.Result       `json:"outcome"`
	Reason     *string            `json:"reason"`
	Customer   string             `json:"customer"`
	CustomerID *int64             `json:"customer_id"`
	Changes    []importChangeJSON `json:"changes"`
	Inferred   []string           `json:"inferred"`
}

type importChangeJSON struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// previewJSON is a preview before anything is written.
func (r *run) previewJSON(p model.Preview, dryRun bool) importJSON {
	out := importJSON{
		File: p.File, Document: p.Document,
		New: p.Count(model.ResultNew), Updated: p.Count(model.ResultUpdated),
		Unchanged: p.Count(model.ResultUnchanged), Refused: p.Count(model.ResultRefused),
		NewEntries: p.CountEntries(model.ResultNew), NewContacts: p.CountContacts(model.ResultNew),
		Unknown: notNull(p.Unknown), Skipped: notNull(p.Skipped), Rows: []importRowJSON{}, DryRun: dryRun,
	}
	for _, row := range p.Rows {
		line := importRowJSON{
			Row: row.Row, Sheet: orNull(row.Sheet), Record: row.Record, Outcome: row.Result,
			Customer: row.Name, CustomerID: idOrNull(row.CustomerID),
			Changes: []importChangeJSON{}, Inferred: notNull(row.Inferred.Items()),
		}
		if row.Err != nil {
			line.Reason = orNull(label.Reasons(row.Record, row.Err, r.lang))
		}
		for _, c := range row.Changes {
			line.Changes = append(line.Changes, importChangeJSON{c.Field, c.Before, c.After})
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}

// notNull is an empty list in JSON instead of null.
func notNull(items []string) []string {
	if items == nil {
		return []string{}
	}
	return items
}
