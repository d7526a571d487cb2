package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/pattern"
)

// rowAccount is what became of each row of a sheet that is being read. Rows
// that nothing is said of are told as left, so that none can vanish.
type rowAccount struct {
	s     *Sheet
	read  []bool
	why   []model.SkipReason
	owner map[int]int
	goOns []int
}

func newRowAccount(s *Sheet) *rowAccount {
	return &rowAccount{s: s, read: make([]bool, len(s.Rows)), why: make([]model.SkipReason, len(s.Rows)), owner: map[int]int{}}
}

// take notes that a row was read; it belongs to the record of the row that the
// spreadsheet numbers so.
func (a *rowAccount) take(row, owner int) {
	if row < 0 || row >= len(a.read) {
		return
	}
	a.read[row], a.why[row] = true, ""
	if number := a.s.Number(row); owner != number {
		a.owner[number] = owner
	}
}

// goOn notes that a row without a name was taken for more of the customer above.
func (a *rowAccount) goOn(row int) { a.goOns = append(a.goOns, a.s.Number(row)) }

// skip notes why a row isn't read, unless it was.
func (a *rowAccount) skip(row int, why model.SkipReason) {
	if row >= 0 && row < len(a.read) && !a.read[row] && a.why[row] == "" {
		a.why[row] = why
	}
}

// above notes the titles over a table and its headers.
func (a *rowAccount) above(t table) {
	for row := range t.first {
		switch {
		case isBlank(a.s.Rows[row]):
		case row < t.header:
			a.skip(row, model.SkipTitle)
		default:
			a.skip(row, model.SkipHeader)
		}
	}
}

// settle adds the account of a sheet to the file's.
func (f *File) settle(a *rowAccount) {
	const most = 200 // characters of a row that are shown
	of := model.SheetRows{Sheet: a.s.Name, Owner: a.owner, GoOn: a.goOns}
	last := -1 // of the rows left: a blank one that a further one goes on with
	for i, row := range a.s.Rows {
		number := a.s.Number(i)
		if number < 1 {
			continue // the names of the members of JSON objects
		}
		of.Rows = number
		if a.read[i] {
			of.Read = append(of.Read, number)
			last = -1
			continue
		}
		left := model.SkippedRows{Sheet: a.s.Name, Row: number, Last: number, Why: a.why[i]}
		switch {
		case isBlank(row):
			left.Why = model.SkipBlank
		case left.Why == "":
			left.Why = model.SkipUnread
		}
		if last >= 0 && left.Why == model.SkipBlank && f.Left[last].Why == model.SkipBlank {
			f.Left[last].Last = number
			continue
		}
		left.Text = rowText(row, most)
		f.Left = append(f.Left, left)
		last = len(f.Left) - 1
	}
	if first := a.s.Number(0); first > 1 { // a line that only names the delimiter
		f.Left = append(f.Left, model.SkippedRows{Sheet: a.s.Name, Row: 1, Last: first - 1, Why: model.SkipHeader, Text: "sep="})
	}
	f.Sheets = append(f.Sheets, of)
}

// rowText is what stands in a row, in one line.
func rowText(row []string, most int) string {
	var b strings.Builder
	for _, cell := range row {
		if len(cell) > 4*most {
			cell = string([]rune(cell[:4*most])[:most])
		}
		if text := model.Clean(cell); text != "" && b.Len() < 4*most {
			if b.Len() > 0 {
				b.WriteString(" ")
			}
			b.WriteString(text)
		}
	}
	text := []rune(b.String())
	if len(text) > most {
		return string(text[:most]) + "…"
	}
	return string(text)
}

var (
	// totals are rows of sums: 合计, 本页小计, 本月累计(元), 应收合计:3000, 上页结转.
	totals = pattern.Of(`^((?:[本上当前各]?[页月年周日季期]|本|以上|所有|全部|应收|已收|未收|回款|欠款|金额|数量)?(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)(金\s*额|数量|数|款|额)?` +
		`|总\s*数|承前页|过次页|转下页|承上页|上页结转|结转下页|(?i:(grand|sub|page|running)?[ -]?totals?))\s*([:：(（].*|[¥￥]?\s*\d[\d,.]*\s*[人户个家条位名笔元]?)?$`)
	// footnotes are no names wherever they stand.
	footnotes = pattern.Of(`^(?:第\s*\d+\s*页.*|[(（\-—\s]*以下空白[)）\-—\s]*|(?:注|附注|备注|说明|(?i:notes?))\s*\d*\s*[:：].*)$`)
	// signatures are none below a list; a name may begin so: 审核 中心, 统计局.
	signatures = pattern.Of(`^(?:(?:制\s*表|填\s*表|审\s*核|审\s*批|复\s*核|负\s*责|经\s*办|打\s*印|导\s*出|统\s*计|签\s*字|盖\s*章|日\s*期)` +
		`(?:人|者|员|日期|时间|单位|部门)?\s*[:：].*` +
		`|注\s.*|以上.*[\d:：].*)$`)
)

// reasons tells which rows of a list are no records, and why: blank ones, sums,
// headers repeated on each page, numbers without a customer, notes below.
func (t table) reasons(s *Sheet) []model.SkipReason {
	why := make([]model.SkipReason, len(s.Rows))
	below := false // a record stands further down on the page
	for row := len(s.Rows) - 1; row >= t.first; row-- {
		why[row] = t.reason(s.Rows[row], !below)
		switch why[row] {
		case "":
			below = true
		case model.SkipRepeated:
			below = false
		}
	}
	return why
}

// reason is why a row is no record; "" for one that is. last tells that none
// stands below it.
func (t table) reason(row []string, last bool) model.SkipReason {
	filled, first, serialOnly, same := 0, "", true, 0
	for i, cell := range row {
		text := model.Clean(cell)
		if text == "" {
			continue
		}
		if filled++; first == "" || i < len(t.columns) && t.columns[i].heading == customerName {
			if first == "" || totals.MatchString(text) {
				first = text
			}
		}
		if i >= len(t.columns) || !t.columns[i].serial {
			serialOnly = false
		}
		if i < len(t.columns) && strings.EqualFold(text, t.columns[i].header) {
			same++
		}
	}
	switch {
	case filled == 0:
		return model.SkipBlank
	case totals.MatchString(first):
		return model.SkipTotal
	case same > 1 && same*2 >= filled:
		return model.SkipRepeated
	case len(t.columns) >= wideTable && isFootnote(row, filled, last):
		return model.SkipFootnote
	case serialOnly && strings.Trim(first, "0123456789.、 ") == "":
		return model.SkipNumber
	case serialOnly:
		return model.SkipUnread
	}
	return ""
}

// wideTable is the fewest columns of a list below which notes are told from
// names.
const wideTable = 3

// isFootnote tells a row that holds nothing but a note, or who made the list.
func isFootnote(row []string, filled int, last bool) bool {
	return !slices.ContainsFunc(row, func(cell string) bool {
		text := model.Clean(cell)
		return text != "" && !(filled == 1 && footnotes.MatchString(text)) && !(last && signatures.MatchString(text))
	})
}

// isSum tells a row whose first text names a sum.
func isSum(row []string) bool {
	for _, cell := range row {
		if text := model.Clean(cell); text != "" {
			return totals.MatchString(text)
		}
	}
	return false
}
