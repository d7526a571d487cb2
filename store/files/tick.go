package files

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// tickState is what a box beside an option says.
type tickState int

const (
	noBox tickState = iota
	ticked
	unticked
)

// Boxes as they stand in files: signs, and letters in brackets.
var (
	boxes       = pattern.Of(`[√✓✔☑☒■●◉▣◼◆🗹✅□☐○◯◻▢◇]\x{FE0F}?|[\[(【]\s*[xXvV√✓✔■●*是]?\s*[\])】]`)
	tickedSigns = "√✓✔☑☒■●◉▣◼◆🗹✅xXvV*是"
	tickWords   = map[string]bool{"是": true, "对": true, "有": true, "y": true, "yes": true, "x": true, "v": true,
		"1": true, "true": true, "勾": true}
)

// piece is a box or a word of a cell.
type piece struct {
	word string
	box  tickState
}

// pieces divides a cell into boxes and words.
func pieces(text string) []piece {
	text = strings.NewReplacer("（", "(", "）", ")", "［", "[", "］", "]").Replace(model.CleanNote(text))
	var out []piece
	words := func(part string) {
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune(" \n\t\u3000,，、;；|/", r) }) {
			out = append(out, piece{word: w})
		}
	}
	at := 0
	for _, m := range boxes.FindAllStringIndex(text, -1) {
		words(text[at:m[0]])
		state := unticked
		if strings.ContainsAny(text[m[0]:m[1]], tickedSigns) {
			state = ticked
		}
		out = append(out, piece{box: state})
		at = m[1]
	}
	words(text[at:])
	return out
}

// stripTick takes a box off a cell with one word: "☑ 新客户", "准客户(√)".
func stripTick(text string) (string, tickState) {
	if !boxes.MatchString(text) {
		return text, noBox
	}
	word, state := "", noBox
	for _, p := range pieces(text) {
		switch {
		case p.box != noBox && state == noBox:
			state = p.box
		case p.box == noBox && word == "":
			word = p.word
		default:
			return text, noBox
		}
	}
	return word, state
}

// tickOf is what a cell of its own says as a box: √, [x], 是; □ is an empty one.
func tickOf(text string) tickState {
	text = model.Clean(text)
	if word, state := stripTick(text); word == "" && state != noBox {
		return state
	}
	if tickWords[strings.ToLower(model.HalfWidth(text))] {
		return ticked
	}
	return noBox
}

// chosen is the text of a choice, taken from among ticked options where the
// cell lists them: "□新客户 ☑意向客户 □准客户" is 意向客户. Several ticked ones are
// joined, and so refused.
func chosen(record string, spec model.Spec, text string) string {
	if !boxes.MatchString(text) {
		return text
	}
	if _, ok := label.ReadOption(record, spec.Code, text); ok {
		return text
	}
	all := pieces(text)
	before := len(all) > 0 && all[0].box != noBox
	var picked []string
	words := 0
	for i, p := range all {
		if p.box != noBox {
			continue
		}
		words++
		beside := i + 1
		if before {
			beside = i - 1
		}
		if beside >= 0 && beside < len(all) && all[beside].box == ticked {
			picked = append(picked, p.word)
		}
	}
	if words == 0 {
		if all[0].box == ticked {
			return "√"
		}
		return ""
	}
	return strings.Join(picked, "、")
}

// isAnswer tells the choices that only say yes or no.
func isAnswer(spec model.Spec) bool {
	return spec.Kind == model.KindFlag ||
		spec.Kind == model.KindChoice && len(spec.Options) == 2 && spec.Options[0] == string(model.Yes)
}

// answered is a box as the answer that it stands for.
func answered(text string) string {
	switch tickOf(text) {
	case ticked:
		return string(model.Yes)
	case unticked:
		return ""
	}
	return text
}
