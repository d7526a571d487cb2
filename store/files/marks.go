package files

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mark is what the text of a cell doesn't tell: that it is a number, and in
// what style.
type mark struct {
	col     int
	style   int
	isError bool
}

// markScanner goes through the XML of a worksheet beside excelize's rows,
// which give the texts only.
type markScanner struct {
	data    []byte
	at      int
	number  int // of the row that cells now belong to
	col     int
	pending bool // that row was met, and not asked for yet
	found   []mark
}

// row lists the numbers and errors among a row's cells; rows are asked for in
// their order.
func (m *markScanner) row(number int) []mark {
	m.found = m.found[:0]
	if m.pending && m.number > number {
		return nil
	}
	m.pending = false
	for {
		name, tag, ok := m.next()
		switch {
		case !ok:
			return m.found
		case name == "row":
			m.number++
			if n, err := strconv.Atoi(attribute(tag, "r")); err == nil {
				m.number = n
			}
			m.col = -1
			if m.number > number {
				m.pending = true
				return m.found
			}
		case name == "c" && m.number == number:
			m.cell(tag)
		case name == "mergeCells":
			m.at -= len(tag) // it is read by merges
			return m.found
		}
	}
}

func (m *markScanner) cell(tag []byte) {
	m.col++
	if ref := attribute(tag, "r"); ref != "" {
		if col, _, err := excelize.CellNameToCoordinates(ref); err == nil {
			m.col = col - 1
		}
	}
	kind := attribute(tag, "t")
	if kind != "" && kind != "n" && kind != "e" {
		return
	}
	style, _ := strconv.Atoi(attribute(tag, "s"))
	m.found = append(m.found, mark{col: m.col, style: style, isError: kind == "e"})
}

// merges lists the merged cells, which stand behind the rows.
func (m *markScanner) merges() []Range {
	const most = 100_000
	var merges []Range
	for len(merges) < most {
		name, tag, ok := m.next()
		if !ok {
			break
		}
		if name != "mergeCell" {
			continue
		}
		from, to, ok := strings.Cut(attribute(tag, "ref"), ":")
		if !ok {
			continue
		}
		col, row, err := excelize.CellNameToCoordinates(from)
		lastCol, lastRow, err2 := excelize.CellNameToCoordinates(to)
		if err == nil && err2 == nil && lastCol >= col && lastRow >= row {
			merges = append(merges, Range{row - 1, col - 1, lastRow - 1, lastCol - 1})
		}
	}
	return merges
}

// next is the next opening tag: its name without a prefix, and all of it.
func (m *markScanner) next() (name string, tag []byte, ok bool) {
	for {
		start := bytes.IndexByte(m.data[m.at:], '<')
		if start < 0 {
			return "", nil, false
		}
		start += m.at
		end := bytes.IndexByte(m.data[start:], '>')
		if end < 0 {
			m.at = len(m.data)
			return "", nil, false
		}
		m.at = start + end + 1
		tag := m.data[start:m.at]
		stop := bytes.IndexAny(tag, " \t\r\n/>")
		if stop < 2 || tag[1] == '?' || tag[1] == '!' {
			continue
		}
		local := tag[1:stop]
		if colon := bytes.IndexByte(local, ':'); colon >= 0 {
			local = local[colon+1:]
		}
		return string(local), tag, true
	}
}

// attribute is the value of a tag's attribute.
func attribute(tag []byte, name string) string {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name+"="))
		if i < 0 {
			return ""
		}
		value := rest[i+len(name)+1:]
		if i > 0 && strings.IndexByte(" \t\r\n", rest[i-1]) >= 0 && len(value) > 1 {
			if end := bytes.IndexByte(value[1:], value[0]); end >= 0 {
				return string(value[1 : 1+end])
			}
		}
		rest = value
	}
}

// tags lists the attributes of every element of a name in a small part, by
// local name.
func tags(part []byte, name string) []map[string]string {
	var found []map[string]string
	decoder := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := decoder.Token()
		if err != nil {
			return found
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			attributes := map[string]string{}
			for _, a := range start.Attr {
				attributes[a.Name.Local] = a.Value
			}
			found = append(found, attributes)
		}
	}
}
