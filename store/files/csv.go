package files

import (
	"strings"

	"genjin/model"
)

// readCSV reads text as records. Its delimiter is the one that makes the most
// headers known. A record is a row of the spreadsheet, line ends within quotes
// don't make another, empty lines are rows too.
func readCSV(text string, step func(done int) error) (Sheet, error) {
	text, named := cutSeparatorLine(text)
	best, most := byte(','), -1
	if named != 0 {
		best = named
	} else {
		const head = 64 << 10
		for _, delimiter := range []byte{',', '\t', ';', '|'} {
			p := csvParser{text: cutAtLine(text, head), delimiter: delimiter}
			if score := headerScore(&p); score > most {
				best, most = delimiter, score
			}
		}
	}
	s := Sheet{First: 1, isCSV: true}
	if named != 0 {
		s.First = 2
	}
	p := csvParser{text: text, delimiter: best}
	cells, used := 0, 0
	for !p.done() {
		if len(s.Rows)%someRows == 0 {
			if err := step(len(s.Rows)); err != nil {
				return s, err
			}
		}
		row := trim(p.record())
		if isTooWide(row) {
			return s, model.ErrFileTooWide
		}
		if cells += len(row); cells > mostCells || len(s.Rows) >= mostRows {
			return s, model.ErrFileTooLarge
		}
		s.Rows = append(s.Rows, row)
		if len(row) > 0 {
			used = len(s.Rows)
		}
	}
	s.Rows = s.Rows[:used]
	if used == 0 {
		return s, model.ErrFileEmpty
	}
	return s, nil
}

// cutSeparatorLine takes Excel's first line "sep=;" off.
func cutSeparatorLine(text string) (string, byte) {
	const length = len("sep=;")
	if len(text) > length && strings.EqualFold(text[:length-1], "sep=") && (text[length] == '\n' || text[length] == '\r') {
		rest := strings.TrimPrefix(text[length:], "\r")
		return strings.TrimPrefix(rest, "\n"), text[length-1]
	}
	return text, 0
}

// cutAtLine is the beginning of a text, whole lines of it.
func cutAtLine(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if i := strings.LastIndexByte(text[:most], '\n'); i > 0 {
		return text[:i+1]
	}
	return text[:most]
}

// headerScore is how well a delimiter divides the file: the most known headers
// of a row weigh most, then how many columns it makes.
func headerScore(p *csvParser) int {
	const rows, weight = headerRows, 100
	best := 0
	for i := 0; i < rows && !p.done(); i++ {
		row := p.record()
		known := 0
		for _, cell := range row {
			if isHeader(cell) {
				known++
			}
		}
		best = max(best, known*weight+min(len(row), weight-1))
	}
	return best
}

// csvParser reads records one by one, forgiving what RFC 4180 doesn't allow.
type csvParser struct {
	text      string
	delimiter byte
	at        int
	unclosed  bool // a quote was opened that nothing closes: quotes are text from there on
}

func (p *csvParser) done() bool { return p.at >= len(p.text) }

// record reads one record and the line end behind it.
func (p *csvParser) record() []string {
	var row []string
	for {
		row = append(row, p.field())
		if p.done() {
			return row
		}
		switch c := p.text[p.at]; {
		case c == p.delimiter:
			p.at++
			if p.done() {
				return append(row, "")
			}
		default:
			if c == '\r' && strings.HasPrefix(p.text[p.at:], "\r\n") {
				p.at++
			}
			p.at++
			return row
		}
	}
}

// field reads one field and stops at what ends it.
func (p *csvParser) field() string {
	if p.text[p.at] == '"' && !p.unclosed {
		if text, end, ok := p.quoted(); ok {
			p.at = end
			return text
		}
		p.unclosed = true
	}
	end := p.at
	for end < len(p.text) && !p.ends(end) {
		end++
	}
	text := p.text[p.at:end]
	p.at = end
	if inner, ok := strings.CutPrefix(text, `="`); ok && strings.HasSuffix(inner, `"`) {
		return strings.TrimSuffix(inner, `"`) // ="0351" keeps a spreadsheet from taking a phone for a number
	}
	return unguard(text)
}

func (p *csvParser) ends(at int) bool {
	c := p.text[at]
	return c == p.delimiter || c == '\n' || c == '\r'
}

// quoted reads a field in quotes; a quote within that isn't doubled, and has
// no end behind it, belongs to the text.
func (p *csvParser) quoted() (text string, end int, ok bool) {
	var b strings.Builder
	for i := p.at + 1; i < len(p.text); i++ {
		next := strings.IndexByte(p.text[i:], '"')
		if next < 0 {
			return "", 0, false
		}
		b.WriteString(p.text[i : i+next])
		i += next
		after := i + 1
		if end := p.afterSpaces(after); end >= len(p.text) || p.ends(end) {
			return unguard(b.String()), end, true
		}
		if p.text[after] == '"' {
			i++
		}
		b.WriteByte('"')
	}
	return "", 0, false
}

// afterSpaces is the place behind spaces.
func (p *csvParser) afterSpaces(at int) int {
	for at < len(p.text) && p.text[at] == ' ' {
		at++
	}
	return at
}
