package files

import (
	"strings"
	"unicode"

	"genjin/model"
	"genjin/model/label"
)

// readBlock reads the labels and values above the journal. Values stand right
// of their labels or, where labels stand beside labels, below them.
func (f *form) readBlock() {
	f.below = f.valuesBelow()
	f.readCells(false)
	f.readClass()
	f.readCells(true) // a class that is a mere value
	f.noteUnknown()
}

// readCells reads every label of the block. The class comes after the others:
// what is a value of theirs is no option of it.
func (f *form) readCells(class bool) {
	for _, row := range f.rows {
		for col := range f.s.Rows[row] {
			if code, ok := f.labelAt(row, col); class || !ok || code != "class" {
				f.readCell(row, col)
			}
		}
	}
}

// valuesBelow tells on which side of their labels the values stand.
func (f *form) valuesBelow() bool {
	right, below := 0, 0
	for _, row := range f.rows {
		for col := range f.s.Rows[row] {
			if _, ok := f.labelAt(row, col); !ok {
				continue
			}
			at := f.s.span(row, col)
			next, under := at.LastCol+1, at.LastRow+1
			switch {
			case !f.blank(row, next) && !f.isLabel(row, next):
				right++
			case f.isLabel(row, next) && f.inBlock(under) && !f.blank(under, col) && !f.isLabel(under, col):
				below++
			}
		}
	}
	return below > right
}

func (f *form) inBlock(row int) bool {
	return len(f.rows) > 0 && row >= f.rows[0] && row <= f.rows[len(f.rows)-1]
}

// readCell reads the label in a cell, if it is one, with its value.
func (f *form) readCell(row, col int) {
	if f.used[[2]int{row, col}] || f.blank(row, col) {
		return
	}
	if _, under := f.s.covered(row, col); under {
		return
	}
	if in, ok := f.r.inline(f.s.At(row, col)); ok {
		f.use(row, col)
		f.set(in.code, in.value)
		return
	}
	code, ok := f.labelAt(row, col)
	if !ok {
		return
	}
	f.use(row, col)
	spec, _ := model.CustomerFields.ByCode(code)
	if spec.Kind == model.KindChoice && !f.below && f.readOptions(row, col, spec.Spec) {
		return
	}
	if r, at, ok := f.valueOf(row, col, spec.Spec); ok {
		f.use(r, at)
		c := column{heading: heading{recordCustomer, code}}
		c.unit, _ = headerUnit(f.s.At(row, col))
		f.set(code, f.r.read(c, f.s.shown(c, r, at)))
	}
}

// valueOf finds the cell with a label's value.
func (f *form) valueOf(row, col int, spec model.Spec) (int, int, bool) {
	at := f.s.span(row, col)
	if f.below {
		if under := at.LastRow + 1; f.inBlock(under) && !f.isLabel(under, col) {
			return under, col, !f.blank(under, col)
		}
	}
	next := at.LastCol + 1
	if !f.blank(row, next) {
		return row, next, !f.used[[2]int{row, next}] && f.isValue(row, next, spec)
	}
	if own := f.s.span(row, next); own.LastCol > own.Col || own.LastRow > own.Row {
		return 0, 0, false // its cell is there, and empty
	}
	const far = 3
	for c := next + 1; c <= next+far; c++ {
		if f.blank(row, c) {
			continue
		}
		after := f.s.span(row, c).LastCol + 1
		paired := !f.blank(row, after) && !f.isLabel(row, after) // a label that isn't known, and its value
		_, isClass := label.ReadOption(recordCustomer, "class", f.s.At(row, c))
		free := !f.isLabel(row, c) && !paired && !f.used[[2]int{row, c}]
		return row, c, free && (!isClass || spec.Code == "class")
	}
	return 0, 0, false
}

// isValue tells whether the cell beside a label is its value. A word that could
// be a label too (电话 as a way of contact, a team called 销售) is a value, unless
// it has a value of its own.
func (f *form) isValue(row, col int, spec model.Spec) bool {
	if !f.isLabel(row, col) {
		return true
	}
	if _, ok := label.ReadOption(recordCustomer, spec.Code, f.s.At(row, col)); ok && spec.Kind == model.KindChoice {
		return true
	}
	after := f.s.span(row, col).LastCol + 1
	return f.isLabel(row, after) || after >= len(f.s.Rows[row])
}

// optionCell is one option of a choice in a form.
type optionCell struct {
	at    Range
	value string
	state tickState
}

// readOptions reads a choice whose options stand right of the label, each with
// its tick; false when there is only a value.
func (f *form) readOptions(row, col int, spec model.Spec) bool {
	var options []optionCell
	var cells [][2]int
	boxed := false
	for c := f.s.span(row, col).LastCol + 1; c < len(f.s.Rows[row]); c = f.s.span(row, c).LastCol + 1 {
		text := f.s.At(row, c)
		word, state := stripTick(text)
		value, isOption := label.ReadOption(recordCustomer, spec.Code, word)
		isBox := tickOf(text) != noBox && !isOption
		if !f.blank(row, c) && !isOption && !isBox || f.used[[2]int{row, c}] {
			break
		}
		boxed = boxed || isBox || state != noBox
		if isOption {
			options = append(options, optionCell{f.s.span(row, c), value, state})
		}
		cells = append(cells, [2]int{row, c})
	}
	if len(options) < 2 && !(len(options) == 1 && boxed) {
		return false
	}
	for _, c := range cells {
		f.used[c] = true
	}
	f.settle(spec, options, f.s.span(row, col).LastCol)
	return true
}

// readClass reads the ticked class. Its options may take several rows of the
// block, without a label in each.
func (f *form) readClass() {
	var options []optionCell
	labelEnd, labelAt := -1, [2]int{-1, -1}
	for _, row := range f.rows {
		for col := range f.s.Rows[row] {
			if code, ok := f.labelAt(row, col); ok {
				if code == "class" {
					labelEnd, labelAt = f.s.span(row, col).LastCol, [2]int{row, col}
				}
				continue
			}
			if f.used[[2]int{row, col}] {
				continue
			}
			word, state := stripTick(f.s.At(row, col))
			if value, ok := label.ReadOption(recordCustomer, "class", word); ok {
				options = append(options, optionCell{f.s.span(row, col), value, state})
			}
		}
	}
	if len(options) < 2 {
		return
	}
	spec, _ := model.CustomerFields.ByCode("class")
	f.used[labelAt] = true
	for _, o := range options {
		f.use(o.at.Row, o.at.Col)
	}
	f.settle(spec.Spec, options, labelEnd)
}

// settle finds which options are ticked: in the cell itself, in the cell beside
// it, or below it. Ticks stand behind their options, unless there is room for
// one before the first and none after the last.
func (f *form) settle(spec model.Spec, options []optionCell, labelEnd int) {
	before := f.ticksBefore(options, labelEnd)
	beside := func(o optionCell) tickState {
		switch {
		case o.state != noBox:
			return o.state
		case before:
			return f.tickAt(o.at.Row, o.at.Col-1)
		}
		return f.tickAt(o.at.Row, o.at.LastCol+1)
	}
	picked := pick(spec, options, beside)
	if len(picked) == 0 {
		picked = pick(spec, options, func(o optionCell) tickState {
			if !f.inBlock(o.at.LastRow + 1) {
				return noBox
			}
			return f.tickAt(o.at.LastRow+1, o.at.Col)
		})
	}
	if len(picked) > 0 {
		f.draft.values[spec.Code] = strings.Join(picked, "、")
	}
}

// pick lists the options that are ticked, in words.
func pick(spec model.Spec, options []optionCell, state func(optionCell) tickState) []string {
	var picked []string
	for _, o := range options {
		if state(o) == ticked {
			picked = append(picked, label.Option(recordCustomer, spec.Code, o.value, label.ZH))
		}
	}
	return picked
}

// tickAt reads a box and marks it as read.
func (f *form) tickAt(row, col int) tickState {
	if m, ok := f.s.covered(row, col); ok {
		row, col = m.Row, m.Col
	}
	if f.used[[2]int{row, col}] {
		return noBox
	}
	state := tickOf(f.s.At(row, col))
	if state != noBox {
		f.use(row, col)
	}
	return state
}

// ticksBefore tells on which side of the options their ticks stand.
func (f *form) ticksBefore(options []optionCell, labelEnd int) bool {
	first, last := options[0].at, options[0].at
	for _, o := range options {
		if o.at.Row == first.Row {
			last = o.at
		}
	}
	if tickOf(f.s.At(first.Row, first.Col-1)) != noBox && first.Col-1 > labelEnd {
		return true
	}
	if tickOf(f.s.At(last.Row, last.LastCol+1)) != noBox {
		return false
	}
	room := first.Col-1 > labelEnd && labelEnd >= 0
	return room && last.LastCol+1 >= f.s.Width()
}

// captions stand in the form and are no data.
var captions = map[string]bool{formSection: true, formHowTo: true, formFurther: true, "客户基本信息": true, "业务跟踪情况": true,
	"跟踪情况": true, "跟进记录": true}

// noteUnknown reports labels that no field was found for: short words with a
// value beside them that nothing has read.
func (f *form) noteUnknown() {
	for _, row := range f.rows {
		for col := 0; col < len(f.s.Rows[row]); col++ {
			text := model.Clean(f.s.At(row, col))
			if f.used[[2]int{row, col}] || text == "" || captions[folded(text)] {
				continue
			}
			if head, value, ok := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":"); ok {
				if _, known := f.r.field(recordCustomer, head); !known && isShortWord(head) {
					f.r.unknown(head)
					f.draft.leave(head, value)
				}
				continue
			}
			next := f.s.span(row, col).LastCol + 1
			if isShortWord(text) && !f.blank(row, next) && !f.used[[2]int{row, next}] && !f.isLabel(row, next) &&
				tickOf(f.s.At(row, next)) == noBox {
				f.r.unknown(text)
				f.draft.leave(text, f.s.At(row, next))
				col = next
			}
		}
	}
}

// isShortWord tells what may be a label.
func isShortWord(text string) bool {
	const most = 8
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) || !unicode.IsLetter(r) && !unicode.IsSpace(r) {
			return false
		}
		n++
	}
	return n > 1 && n <= most
}
