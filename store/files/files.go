// Package files reads and writes the files that people swap: the paper form
// 客户基本信息及业务跟踪情况表, lists of customers, of journal entries and of
// contacts, vCards, calendars, and JSON (rule 4). What it reads are
// proposals; whether they are new, and what becomes of them, is the store's
// business.
package files

import (
	"bytes"
	"fmt"
	"path/filepath"

	"genjin/model"

	"genjin/store/seal"
)

// The documents that are recognised in a table.
const (
	DocumentForm     = model.DocumentForm
	DocumentList     = model.DocumentList
	DocumentJournal  = model.DocumentJournal
	DocumentContacts = model.DocumentContacts
)

// Options are what a reader has to know besides the file.
type Options struct {
	Map   map[string]string // header = field code or label; "-" leaves the column out
	As    string            // the document that it is; empty = recognised by the content
	Today model.Date        // from which dates without a year are reckoned
	Step  Step
	// Unpaid is what an amount paid is beside a status that says unpaid.
	Unpaid  model.UnpaidAs
	Answers model.ReadingAnswers
}

// Step is told now and then how far the reading is, in rows of so many, 0 when
// that isn't known; an error that it answers ends the reading.
type Step func(done, total int) error

// File is what was found in a file.
type File struct {
	Encoding  string // of a text file
	Document  string
	Headers   map[string][]string // of each sheet, for the file of refused rows
	Unknown   []string            // headers that no field was found for
	Skipped   []string            // sheets that hold neither form nor list
	Columns   []model.ImportColumn
	Shared    []model.SharedField
	Proposals []model.Proposal
	Loose     model.Records
	Sheets    []model.SheetRows
	Left      []model.SkippedRows
	Apart     bool // see model.Preview
}

// Source is a file that was opened: its content, not understood yet.
type Source struct {
	name    string
	sheets  []Sheet
	cards   []vcard
	records *records

	encoding string // of a text file
}

// Read opens a file and reads it, see Open and Source.Read.
func Read(path string, opt Options) (File, error) {
	src, err := Open(path, "", opt.Step)
	if err != nil {
		return File{}, err
	}
	return src.Read(opt)
}

// Open reads a file's content by what it begins with, whatever its name; one
// that is protected is opened with the passphrase. Errors are the file
// system's, model.ErrFile… and those of seal.Read.
func Open(path, passphrase string, step Step) (*Source, error) {
	src := &Source{name: filepath.Base(path)}
	data, err := readData(path)
	if err == nil && seal.Sealed(data) {
		data, err = unsealed(data, passphrase)
	}
	if err == nil {
		err = src.load(data, step)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.name, err)
	}
	return src, nil
}

func (src *Source) load(data []byte, step Step) (err error) {
	count := func(done int) error {
		if step == nil {
			return nil
		}
		return step(done, 0)
	}
	switch {
	case bytes.HasPrefix(data, zipMagic), bytes.HasPrefix(data, oleMagic):
		src.sheets, err = readBook(data, count)
		return err
	case isVCard(data):
		src.cards, err = readVCards(bytes.TrimPrefix(data, []byte(byteOrderMark)), count)
		return err
	}
	text, encoding, err := decodeText(data)
	src.encoding = encoding
	switch {
	case err != nil:
		return err
	case isVCard([]byte(text[:min(len(text), 256)])): // in UTF-16
		src.cards, err = readVCards([]byte(text), count)
		return err
	case isJSON(text):
		return src.readJSON([]byte(text), count)
	}
	if err := refuseDocument(text); err != nil {
		return err
	}
	sheet, err := readCSV(text, count)
	src.sheets = []Sheet{sheet}
	return err
}

// Columns are the columns of the lists in the file, as they are recognised
// when nothing is said about them.
func (src *Source) Columns(as string) []model.ImportColumn {
	r, err := newReader(Options{As: as})
	if err != nil {
		return nil
	}
	for i := range src.sheets {
		s := &src.sheets[i]
		if as == "" && (r.isProgress(s) || r.recognise(s) == DocumentForm) {
			continue
		}
		if t, ok := r.listHeader(s); ok {
			r.note(s, &t, never)
		} else {
			r.guess(s)
		}
	}
	return r.file.Columns
}

// Read understands the content. Errors about the file as a whole are
// model.ErrFile…, ErrNoCustomers, ErrNoHeader, a model.DocumentError where it
// is another document than opt says; a FieldError when a mapping names no
// field. What is wrong with a row is in its proposal. The columns are told
// even when nothing was found.
func (src *Source) Read(opt Options) (File, error) {
	f, err := src.read(opt)
	if err == nil {
		return f, src.isOther(f, opt)
	}
	return f, fmt.Errorf("%s: %w", src.name, err)
}

func (src *Source) read(opt Options) (File, error) {
	r, err := newReader(opt)
	if err != nil {
		return File{}, err
	}
	switch {
	case src.cards != nil:
		err = r.cards(src.cards)
	case src.records != nil:
		err = r.records(src.records)
	}
	for i := range src.sheets {
		if err == nil {
			err = r.sheet(&src.sheets[i])
		}
	}
	if err == nil {
		err = r.unusedMapping()
	}
	if err != nil {
		return File{}, err
	}
	r.file.Encoding = src.encoding
	r.file.refuseGarbled(src.encoding)
	if len(r.file.Proposals) == 0 && len(r.file.Loose) == 0 {
		if other := (src.isOther(r.file, opt)); other != nil {
			return r.file, other
		}
		if r.headerOnly {
			return r.file, model.ErrNoRows
		}
		return r.file, nothingIn(opt.As)
	}
	return r.file, nil
}

// nothingIn says that a file holds no rows of what it was said to be.
func nothingIn(document string) error {
	switch document {
	case model.DocumentOrders:
		return model.ErrNoOrders
	case model.DocumentProducts:
		return model.ErrNoProducts
	}
	if _, ok := model.ItemDocument(document); ok {
		return &model.NoKindError{Document: document}
	}
	return model.ErrNoCustomers
}

// isOther refuses a file that was said to be what it isn't: read as it was
// said it has fewer customers than it really has.
func (src *Source) isOther(f File, opt Options) error {
	if opt.As == "" || opt.As == f.Document && opt.As != DocumentForm && opt.As != DocumentList {
		return nil
	}
	if f.Document == model.DocumentCards && (opt.As == DocumentList || opt.As == DocumentContacts) {
		return nil
	}
	as := opt.As
	opt.As, opt.Map = "", nil
	really, err := src.read(opt)
	if err != nil || really.Document == as {
		return nil
	}
	inLists := as == DocumentForm && really.Document != DocumentForm || as == DocumentList && really.Document == DocumentForm
	if len(f.Proposals) > 0 && (len(f.Proposals) >= len(really.Proposals) || !inLists) && src.sheets != nil {
		return nil
	}
	return &model.DocumentError{File: src.name, Found: really.Document, Wanted: as}
}
