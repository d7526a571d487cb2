package files

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"genjin/model"
)

// unreadable stands for bytes that are no letters of the encoding.
const unreadable = "\uFFFD"

// decodeText brings a text file into UTF-8, and says in which encoding it was.
// That is told by a byte order mark; without one it is UTF-8 when the whole file
// is valid UTF-8, windows-1252 when its letters stand as western ones do, else
// GB18030, in which Chinese spreadsheets write CSV.
func decodeText(data []byte) (text, encoding string, err error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "", "", model.ErrFileEmpty
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), unreadable), model.EncodingUTF8, nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err = decodeUTF16(data, unicode.LittleEndian)
		return text, model.EncodingUTF16, err
	}
	if order, ok := looksUTF16(data); ok {
		text, err = decodeUTF16(data, order)
		return text, model.EncodingUTF16, err
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", "", model.ErrFileUnreadable
	}
	if utf8.Valid(data) {
		return string(data), model.EncodingUTF8, nil
	}
	text, encoding = decodeBytes(data)
	const mostBad = 20 // one in so many characters: it isn't text at all
	if bad := strings.Count(text, unreadable); bad*mostBad > utf8.RuneCountInString(text) {
		return "", "", model.ErrFileUnreadable
	}
	return text, encoding, nil
}

// decodeBytes reads text that isn't UTF-8.
func decodeBytes(data []byte) (text, encoding string) {
	if isWestern(data) {
		out, _ := charmap.Windows1252.NewDecoder().Bytes(data)
		return string(out), model.EncodingWestern
	}
	return gb18030(data), model.EncodingChinese
}

func gb18030(raw []byte) string {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), unreadable)
	}
	return string(text)
}

// isWestern tells letters with accents, which stand alone among plain ones
// (Gärtner), from Chinese characters, which are two such bytes.
func isWestern(data []byte) bool {
	pairs, alone := 0, 0
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] < utf8.RuneSelf:
		case i+1 < len(data) && (data[i+1] >= utf8.RuneSelf || isFour(data[i:])):
			pairs++
			i++
		default:
			alone++
		}
	}
	return alone > pairs
}

// isFour tells a character of four bytes.
func isFour(data []byte) bool {
	const size = 4
	return len(data) >= size && data[1] >= '0' && data[1] <= '9' && data[2] >= utf8.RuneSelf && data[3] >= '0' && data[3] <= '9'
}

func decodeUTF16(data []byte, order unicode.Endianness) (string, error) {
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	switch {
	case err != nil:
		return "", model.ErrFileUnreadable
	case len(bytes.TrimSpace(text)) == 0:
		return "", model.ErrFileEmpty
	}
	return string(text), nil
}

// looksUTF16 knows UTF-16 without a mark by the zero bytes that its commas and
// line ends have, always on the same side.
func looksUTF16(data []byte) (unicode.Endianness, bool) {
	const sample = 4096
	var zeros [2]int
	part := data[:min(len(data), sample)]
	for i, b := range part {
		if b == 0 {
			zeros[i%2]++
		}
	}
	const share = 40 // at least one ASCII character in so many bytes
	switch {
	case len(data)%2 != 0:
	case zeros[1]*share > len(part) && zeros[0] == 0:
		return unicode.LittleEndian, true
	case zeros[0]*share > len(part) && zeros[1] == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// refuseGarbled refuses what holds letters that couldn't be read: stored they
// would be lost for good.
func (f *File) refuseGarbled(encoding string) {
	if encoding == "" {
		encoding = model.EncodingUTF8
	}
	check := func(err *error, texts ...string) {
		for _, text := range texts {
			if strings.Contains(text, unreadable) {
				*err = errors.Join(*err, model.Refuse(model.RefusedGarbled, model.Clean(text), encoding))
				return
			}
		}
	}
	for i := range f.Proposals {
		p := &f.Proposals[i]
		if p.Whole {
			check(&p.Err, p.Customer.Name)
			continue
		}
		if rows := len(p.Debts) + len(p.Orders); rows == 0 {
			check(&p.Err, p.Cells...)
		}
		for n := range p.Debts {
			check(&p.Debts[n].Err, p.Debts[n].Cells...)
		}
		for n := range p.Orders {
			for l := range p.Orders[n].Lines {
				check(&p.Orders[n].Lines[l].Err, p.Orders[n].Lines[l].Cells...)
			}
		}
		for n := range p.Entries {
			e := &p.Entries[n]
			check(&e.Err, slices.Concat(e.Cells, []string{e.Entry.Situation, e.Entry.Problem, e.Entry.Solution})...)
		}
		for n := range p.Items {
			check(&p.Items[n].Err, slices.Concat(p.Items[n].Cells, []string{p.Items[n].Item.Values["name"]})...)
		}
		if p.Project != nil {
			check(&p.Err, p.Project.Cells...)
		}
	}
}
