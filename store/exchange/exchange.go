// Package exchange reads and writes the files that people swap: the paper form
// 客户基本信息及业务跟踪情况表, lists of customers, and JSON (SPEC section 4).
// What it reads are proposals; whether they are new, and what becomes of them,
// is the store's business.
package exchange

import (
	"fmt"
	"path/filepath"

	"genjin/model"
)

// The documents that are recognised.
const (
	DocumentForm = "form"
	DocumentList = "list"
)

// Options are what a reader has to know besides the file.
type Options struct {
	Map   map[string]string // header = field code or label; "-" leaves the column out
	Today model.Date        // from which dates without a year are reckoned
}

// File is what was found in a file.
type File struct {
	Document  string
	Headers   map[string][]string // of each sheet, for the file of refused rows
	Unknown   []string            // headers that no field was found for
	Skipped   []string            // sheets that hold neither form nor list
	Proposals []model.Proposal
}

// Read recognises the file by its content and reads every sheet of it. Errors
// about the file as a whole are model.ErrFile…, ErrNoCustomers, ErrNoHeader; a
// FieldError when a mapping names no field. What is wrong with a row is in its
// proposal.
func Read(path string, opt Options) (File, error) {
	sheets, err := readSheets(path)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	r, err := newReader(opt)
	if err != nil {
		return File{}, err
	}
	for i := range sheets {
		r.sheet(&sheets[i])
	}
	if err := r.unusedMapping(); err != nil {
		return File{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	if len(r.file.Proposals) == 0 {
		return r.file, fmt.Errorf("%s: %w", filepath.Base(path), model.ErrNoCustomers)
	}
	return r.file, nil
}
