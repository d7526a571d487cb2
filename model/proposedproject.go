package model

// ProposedProject is a project as a progress form has it.
type ProposedProject struct {
	Row     int
	Project Project
	Naming
	Template string   // named by the form; empty = the one whose steps fit best
	Given    []string // codes of the project's fields that the form gives
	Steps    []ProposedStep
	Err      error
	Cells    []string
}

// ProposedStep is one row of a progress form.
type ProposedStep struct {
	Row      int
	Phase    string      // 阶段, as the form has it
	Item     ProjectItem // its values; Title as the form has it
	Given    []string    // codes of the item's fields that the row gives
	Inferred List        // those worked out from others
	Err      error
	Cells    []string
	At       map[string]string // the cell of each field, as a spreadsheet names it
}

// CellError is what is wrong with one cell of a form.
type CellError struct {
	Cell string // E11
	Err  error
}

func (e *CellError) Error() string { return e.Cell + ": " + e.Err.Error() }

func (e *CellError) Unwrap() error { return e.Err }

// InCell names the cell of an error; no cell and no error pass.
func InCell(cell string, err error) error {
	if err == nil || cell == "" {
		return err
	}
	return &CellError{cell, err}
}
