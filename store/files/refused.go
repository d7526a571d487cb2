package files

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// reasonHeader heads the last column of a file of refused rows.
var reasonHeader = map[label.Lang]string{label.ZH: "原因", label.EN: "Reason"}

// EncodeRefused writes the refused rows of a preview as they stand in the file,
// with the reason in a last column, ready to be mended and imported again: CSV
// or xlsx by the extension. Forms become a list, one line a journal row.
func EncodeRefused(w io.Writer, ext string, p model.Preview) error {
	lang, _ := label.ParseLang(p.Lang)
	var order []string
	sheets := map[string][][]string{}
	for _, row := range p.Rows {
		cells, ok := refusedCells(p, row)
		if !ok {
			continue
		}
		if sheets[row.Sheet] == nil {
			order = append(order, row.Sheet)
			sheets[row.Sheet] = [][]string{append(withoutReason(p.Headers[row.Sheet], p.Headers[row.Sheet]), reasonHeader[lang])}
		}
		headers := p.Headers[row.Sheet]
		lines := [][]string{cells}
		if row.Record == recordCustomer && row.Entry < 0 {
			lines = append(lines, p.Proposals[row.Proposal].More...)
		}
		for _, cells := range lines {
			line := withoutReason(cells, headers)
			for len(line) < len(sheets[row.Sheet][0])-1 {
				line = append(line, "")
			}
			line = line[:len(sheets[row.Sheet][0])-1]
			sheets[row.Sheet] = append(sheets[row.Sheet], append(line, label.Reasons(row.Record, row.Err, lang)))
		}
	}
	if strings.EqualFold(ext, ".csv") {
		return writeRefusedCSV(w, order, sheets)
	}
	return writeRefusedWorkbook(w, order, sheets)
}

// refusedCells are the cells of a refused row; false for other rows, and for a
// customer of a form whose journal rows bring the card with them.
func refusedCells(p model.Preview, row model.PreviewRow) ([]string, bool) {
	if row.Result != model.ResultRefused {
		return nil, false
	}
	proposal := p.Proposals[row.Proposal]
	if _, line := proposal.OrderLine(row.Entry); line != nil && (row.Record == model.RowOfOrder || row.Record == model.RowOfLine) {
		return line.Cells, true
	}
	if row.Entry >= 0 && (row.Record == model.RowOfReceivable || row.Record == model.RowOfPayment) {
		return proposal.Debts[row.Entry].Cells, true
	}
	if row.Record == model.RowOfProject && proposal.Project != nil {
		return proposal.Project.Cells, true
	}
	if row.Record == model.RowOfStep {
		return proposal.Project.Steps[row.Entry].Cells, true
	}
	if row.Entry >= 0 {
		var cells []string
		if row.Record == model.RowOfJournal {
			cells = proposal.Entries[row.Entry].Cells
		} else {
			cells = proposal.Items[row.Entry].Cells
		}
		if cells == nil {
			cells = proposal.Cells
		}
		return cells, true
	}
	for _, e := range proposal.Entries {
		if e.Cells != nil && p.Document == DocumentForm {
			return nil, false
		}
	}
	return proposal.Cells, true
}

// withoutReason leaves out the reasons of a file that was refused before.
func withoutReason(cells, headers []string) []string {
	var kept []string
	for i, c := range cells {
		if i >= len(headers) || !isReason(headers[i]) {
			kept = append(kept, c)
		}
	}
	return kept
}

func writeRefusedCSV(w io.Writer, order []string, sheets map[string][][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, name := range order {
		for _, line := range sheets[name] {
			if err := out.Write(guarded(line)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func writeRefusedWorkbook(w io.Writer, order []string, sheets map[string][][]string) error {
	f := excelize.NewFile()
	defer f.Close()
	names := sheetNames{}
	for i, name := range order {
		if err := writeTable(f, names.next(name, i), sheets[name]); err != nil {
			return err
		}
	}
	return saveWorkbook(f, w)
}

// Holds reports whether a list has one of some texts in its cells; one that can't
// be read has none.
func Holds(path string, texts []string) bool {
	src, err := Open(path, "", nil)
	if err != nil {
		return false
	}
	for _, sheet := range src.sheets {
		for _, row := range sheet.Rows {
			for _, cell := range row {
				if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(cell, text) }) {
					return true
				}
			}
		}
	}
	return false
}
