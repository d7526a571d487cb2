package files

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// isJSON tells JSON from a table whose first cell begins with a bracket.
func isJSON(text string) bool {
	const head = 4096
	text = strings.TrimLeft(text[:min(len(text), head)], "\ufeff \t\r\n")
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	next := strings.TrimLeft(text[1:], " \t\r\n")
	return next == "" || strings.ContainsAny(next[:1], `"{}]`)
}

// readJSON reads genjin's own file of all records, or an array of objects as
// the lists and exports of genjin print it, which is a list: the names of the
// members are its headers.
func (src *Source) readJSON(data []byte, step func(done int) error) error {
	if bytes.TrimLeft(data, " \t\r\n")[0] == '{' {
		all, err := openRecords(data)
		src.records = all
		return err
	}
	var objects []json.RawMessage
	if err := json.Unmarshal(data, &objects); err != nil {
		return noJSON(data, err)
	}
	sheet, err := sheetOfObjects(objects, step)
	src.sheets = []Sheet{sheet}
	return err
}

// noJSON says in which line a text stops being JSON.
func noJSON(data []byte, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return model.ErrFileUnreadable
	}
	return &model.JSONError{Line: 1 + bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))}
}

// sheetOfObjects makes a list of objects: a row each, numbered from 1.
func sheetOfObjects(objects []json.RawMessage, step func(done int) error) (Sheet, error) {
	s := Sheet{Rows: [][]string{nil}}
	if len(objects) > mostCustomers {
		return s, model.ErrFileTooLarge
	}
	at := map[string]int{}
	for i, raw := range objects {
		if i%someRows == 0 {
			if err := step(i); err != nil {
				return s, err
			}
		}
		names, values, ok := members(raw)
		if !ok {
			return s, model.ErrFileUnreadable
		}
		for _, cells := range orderCells(names, values) {
			var row []string
			for n, name := range cells.names {
				col, known := at[name]
				if !known {
					if col = len(at); col >= mostColumns {
						return s, model.ErrFileTooWide
					}
					at[name] = col
					s.Rows[0] = append(s.Rows[0], name)
				}
				for len(row) <= col {
					row = append(row, "")
				}
				row[col] = cells.texts[n]
			}
			s.Rows = append(s.Rows, trim(row))
		}
	}
	if len(objects) == 0 {
		return s, model.ErrFileEmpty
	}
	return s, nil
}

// objectCells are a row's headers and texts.
type objectCells struct{ names, texts []string }

// orderCells are an object's cells: one row or, of an order with lines, a row a
// line with the order's own cells on each, and a column a node.
func orderCells(names []string, values []json.RawMessage) []objectCells {
	var own objectCells
	var lines, nodes []json.RawMessage
	for n, name := range names {
		switch text, ok := cellText(values[n]); {
		case name == "lines" && len(values[n]) > 0 && values[n][0] == '[':
			_ = json.Unmarshal(values[n], &lines) // what is no list has no lines
		case name == "nodes" && len(values[n]) > 0 && values[n][0] == '[':
			_ = json.Unmarshal(values[n], &nodes)
		case name == orderChanges.code && len(values[n]) > 0 && values[n][0] == '[':
			own.names, own.texts = append(own.names, name), append(own.texts, changesOfObjects(values[n]))
		case ok:
			own.names, own.texts = append(own.names, name), append(own.texts, text)
		}
	}
	for _, raw := range nodes {
		var node struct {
			Node   string
			DoneOn string `json:"done_on"`
		}
		if json.Unmarshal(raw, &node) == nil && node.DoneOn != "" && !slices.Contains(own.names, node.Node) {
			own.names, own.texts = append(own.names, node.Node), append(own.texts, node.DoneOn)
		}
	}
	if len(lines) == 0 {
		return []objectCells{own}
	}
	var rows []objectCells
	for _, raw := range lines {
		row := objectCells{slices.Clone(own.names), slices.Clone(own.texts)}
		names, values, _ := members(raw)
		for n, name := range names {
			if text, ok := cellText(values[n]); ok && !slices.Contains(own.names, name) {
				row.names, row.texts = append(row.names, name), append(row.texts, text)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// members are the names and values of an object, in its order.
func members(raw json.RawMessage) (names []string, values []json.RawMessage, ok bool) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, nil, false
	}
	for dec.More() {
		t, err := dec.Token()
		name, isName := t.(string)
		var value json.RawMessage
		if err != nil || !isName || dec.Decode(&value) != nil {
			return nil, nil, false
		}
		if !slices.Contains(names, name) && len(names) <= mostColumns {
			names, values = append(names, name), append(values, value)
		}
	}
	return names, values, true
}

// cellText is a value as a cell of a list would have it; false for what a cell
// can't hold.
func cellText(raw json.RawMessage) (string, bool) {
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return "", true
	case raw[0] == '"':
		var text string
		ok := json.Unmarshal(raw, &text) == nil
		return text, ok
	case raw[0] == '[':
		var items []string
		if json.Unmarshal(raw, &items) != nil {
			return linesOfObjects(raw)
		}
		return strings.Join(items, "\n"), true
	case raw[0] == '{':
		var m struct {
			Amount   *int64
			Currency string
		}
		if json.Unmarshal(raw, &m) != nil || m.Amount == nil {
			return "", false
		}
		return label.Amount(*m.Amount, m.Currency), true
	case string(raw) == "true":
		return string(model.Yes), true
	case string(raw) == "false":
		return "", true
	}
	if _, err := strconv.ParseFloat(string(raw), 64); err != nil {
		return "", false
	}
	return string(raw), true
}
