package model

import (
	"fmt"
	"slices"
)

// ProjectQuery says which projects a list shows, and in what order.
type ProjectQuery struct {
	Customer int64    // of one customer only; 0 = of all
	Search   string   // a project, a customer, a project lead
	States   []string // none = those that run or are on hold
	Owed     string   // a department that has open items in the current stage
	Pressing bool     // only what is blocked or late
	Filters  []Filter // on ProjectColumns
	// one of their codes, customer or id; empty = those that run, by the stage they have reached and since when; SortPressing
	Sort string
	Desc bool
}

// SortPressing orders projects by how pressing they are: the blocked ones, then
// those that are late the longest, then those that will be first.
const SortPressing = "pressing"

// ProjectRow is a project as a list shows it.
type ProjectRow struct {
	Project
	Customer   string
	Template   string
	TemplateEN string
	Now        ProjectView
	Late       int // open items of the current stage past their date
}

// ProjectOf is a project with all that its page shows.
type ProjectOf struct {
	ProjectTree
	Now    ProjectView
	Notes  []ItemNote // the newest first
	Orders []OrderOf  // the oldest first
}

// ProjectColumns is what a list of projects can show, be filtered and ordered
// by.
func ProjectColumns() []Spec {
	var list []Spec
	for _, f := range ProjectFields {
		list = append(list, f.Spec)
	}
	return append(list, Spec{Code: "created_at", Kind: KindDate, Kept: true}, Spec{Code: "updated_at", Kind: KindDate, Kept: true})
}

// ProjectColumn finds one of ProjectColumns.
func ProjectColumn(code string) (Spec, bool) {
	all := ProjectColumns()
	i := slices.IndexFunc(all, func(s Spec) bool { return s.Code == code })
	if i < 0 {
		return Spec{}, false
	}
	return all[i], true
}

// AmbiguousProjectError names the projects that a text could mean. It is an
// ErrAmbiguous.
type AmbiguousProjectError struct {
	Text     string
	Projects []Project // some of them
}

func (e *AmbiguousProjectError) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrAmbiguous) }

func (e *AmbiguousProjectError) Unwrap() error { return ErrAmbiguous }
