package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How people are called. A word that ends in another stands before it.
var (
	// titles are the words by which a name says how to speak to the person.
	titles = strings.Fields(`先生 女士 小姐 太太 夫人 阿姨 叔叔 伯伯 大哥 大姐 大叔 大爷 大妈 大姨 爷爷 奶奶 老板娘 老板 老总 老师 师傅 师父 教授 教练 博士 医生 医师
		大夫 护士 律师 会计 出纳 秘书 助理 警官 书记 主席 董事长 董事 总经理 经理 总监 总裁 总工 工程师 厂长 部长 科长 处长 局长 司长 院长 校长 园长 所长 站长
		店长 馆长 会长 社长 组长 班长 队长 行长 村长 镇长 乡长 县长 区长 市长 省长 主任 主管 老大`)
	// endings are titles of one character, at the end of a name.
	endings = strings.Fields("总 姐 哥 嫂")
	// ofSurname are titles of one character that given names end in too: they
	// are titles after no more than a surname.
	ofSurname = strings.Fields("董 工 叔 婶 姨 伯 爷 娘 局 处 科 导 队")
	// surnamesOfTwo are the surnames of two characters.
	surnamesOfTwo = strings.Fields("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 司空 端木 独孤 南宫 西门 轩辕 百里 呼延 申屠 长孙 宇文")
	// englishTitles stand before or after a name.
	englishTitles = strings.Fields("mr mrs ms miss mx sir madam madame mme dr doctor prof professor manager director " +
		"president captain coach boss")
)

// Addressed is how a person is spoken to: the name without the notes in
// brackets, and whether it has a title already, so that nothing is added to it
// (rule 1.14).
func Addressed(name string) (called string, titled bool) {
	called = WithoutNotes(name)
	return called, hasTitle(called)
}

// hasTitle reports whether a name says how to speak to the person: 李太太, 钱总,
// 张经理, 小王, Dr. Wang.
func hasTitle(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return false
	}
	for _, word := range []string{words[0], words[len(words)-1]} {
		if len(words) > 1 && slices.Contains(englishTitles, strings.ToLower(HalfWidth(word))) {
			return true
		}
	}
	return slices.ContainsFunc(words, func(word string) bool {
		if slices.ContainsFunc(titles, func(t string) bool { return strings.Contains(word, t) }) {
			return true
		}
		_, ok := beforeTitle(word)
		return ok || familiar(word)
	})
}

// familiar is 老王, 小李, 阿强.
func familiar(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return strings.ContainsRune("老小阿", r) && utf8.RuneCountInString(word[size:]) == 1
}

// Titles that tell whether it is a man or a woman.
var (
	ofMen   = strings.Fields("先生 哥 叔叔 大叔 伯伯 大爷 爷爷 mr sir")
	ofWomen = strings.Fields("女士 小姐 太太 夫人 阿姨 大姐 姐 嫂 大妈 大姨 奶奶 老板娘 mrs ms miss madam madame mme")
)

// GenderByTitle is the gender that the title in a name tells: 刘女士, 王（先生）,
// Mr. Smith; "" where it tells none.
func GenderByTitle(name string) Gender {
	for _, text := range []string{WithoutNotes(name), name} {
		words := strings.FieldsFunc(strings.ToLower(HalfWidth(text)), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) == 0 {
			continue
		}
		first, last := words[0], words[len(words)-1]
		tells := func(titles []string) bool {
			return slices.ContainsFunc(titles, func(t string) bool {
				isEnglish := t[0] < utf8.RuneSelf
				return isEnglish && len(words) > 1 && first == t || !isEnglish && strings.HasSuffix(last, t) && (last != t || len(words) > 1)
			})
		}
		switch {
		case tells(ofWomen):
			return Female
		case tells(ofMen):
			return Male
		}
	}
	return ""
}

// beforeTitle is what stands before the title that a name ends in.
func beforeTitle(name string) (rest string, ok bool) {
	for _, word := range titles {
		if rest, ok := strings.CutSuffix(name, word); ok && rest != "" {
			return strings.TrimSuffix(rest, "副"), true
		}
	}
	for _, word := range endings {
		if rest, ok := strings.CutSuffix(name, word); ok && rest != "" {
			return strings.TrimSuffix(rest, "副"), true
		}
	}
	for _, word := range ofSurname {
		if rest, ok := strings.CutSuffix(name, word); ok && (utf8.RuneCountInString(rest) == 1 || slices.Contains(surnamesOfTwo, rest)) {
			return rest, true
		}
	}
	return "", false
}

// SurnameOnly is the surname of somebody who is known by no more than it: 刘 of
// 刘女士. A great many customers are called so.
func SurnameOnly(name string) (surname string, ok bool) {
	surname, ok = beforeTitle(name)
	n := utf8.RuneCountInString(surname)
	return surname, ok && n > 0 && n <= 2
}

const (
	opening = "(（[［【〔"
	closing = ")）]］】〕"
)

// WithoutNotes is a person's name without the notes in brackets, 赵校长 of
// 赵校长（师院）. A name that is nothing but a note stays.
func WithoutNotes(name string) string {
	var kept strings.Builder
	depth := 0
	for _, r := range name {
		switch {
		case strings.ContainsRune(opening, r):
			depth++
		case strings.ContainsRune(closing, r):
			depth = max(depth-1, 0)
		case depth == 0:
			kept.WriteRune(r)
		}
	}
	if text := oneSpaced(kept.String()); text != "" {
		return text
	}
	return oneSpaced(name)
}

func oneSpaced(text string) string { return strings.Join(strings.Fields(text), " ") }

var (
	lastNote = regexp.MustCompile(`\s*[(（\[［【〔][^()（）\[\]［］【】〔〕]*[)）\]］】〕]\s*$`)
	// ofTheFirm are words in brackets that are a part of a company's name:
	// 某某事务所（特殊普通合伙）, 某某机械有限公司（分公司）.
	ofTheFirm = regexp.MustCompile(`(?i)合伙|独资|个体|公司|集团|股份|中国|店|厂|china|group|holding|branch`)
)

// Addressee is the name of a customer on a letter or a paper for them: a person
// without notes in brackets, a company without those at the end that aren't a
// part of the name.
func (c *Customer) Addressee() string {
	if c.Kind != Company {
		return WithoutNotes(c.Name)
	}
	name := strings.TrimSpace(c.Name)
	for {
		note := lastNote.FindString(name)
		if note == "" || len(note) == len(name) || ofTheFirm.MatchString(note) {
			return name
		}
		name = strings.TrimSuffix(name, note)
	}
}
