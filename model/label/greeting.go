package label

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"genjin/model"
)

// The texts that a salesperson sends on a day to greet on. They are letters,
// not labels: punctuation is that of running Chinese text.

var festivalGreetings = map[string]word{
	"new_year": of("元旦快乐！祝您和家人在新的一年里平安健康、事事顺心！",
		"Happy New Year! Wishing you and your family health, happiness and success in the year ahead."),
	"spring_festival": of("新春快乐！感谢您一年来的信任与支持，祝您和家人新年吉祥、身体健康、万事如意！",
		"Happy Chinese New Year! Thank you for your trust over the past year. Wishing you and your family health, joy and prosperity."),
	"lantern": of("元宵节快乐！祝您和家人团团圆圆、一年顺遂！",
		"Happy Lantern Festival! Wishing you and your family a bright and happy year."),
	"dragon_boat": of("端午安康！祝您和家人平安健康、诸事顺意！",
		"Happy Dragon Boat Festival! Wishing you and your family health and peace."),
	"mid_autumn": of("中秋快乐！值此佳节，祝您阖家团圆、幸福安康！",
		"Happy Mid-Autumn Festival! Wishing you and your family a joyful reunion under the full moon."),
	"national": of("国庆快乐！祝您和家人假期愉快、平安顺心！",
		"Happy National Day! Wishing you and your family a pleasant holiday."),
	"christmas": of("圣诞快乐！祝您和家人节日愉快，新的一年一切顺利！",
		"Merry Christmas! Wishing you and your family a joyful season and all the best for the new year."),
}

// Greeting is the text to send for a row of kind date: the festival's, or a
// wish by name for a birthday or an important date, signed with the
// salesperson of the settings. c is the row's customer. It is empty for other
// rows.
func Greeting(r model.Row, c model.Customer, s model.Settings, l Lang) string {
	arg := func(i int) string { return argOr(r.Reason.Args, i, "") }
	text := ""
	switch code, isFestival := r.Festival(); {
	case isFestival:
		text = festivalGreetings[code].in(l)
	case r.Kind != model.RowDate:
	case r.About == model.AboutContact:
		text = birthdayGreeting(address(arg(3), "", l), l)
	case r.About == model.AboutOccasion:
		text = occasionGreeting(addressOf(c, l), arg(3), l)
	case c.Kind == model.Company:
		text = addressOf(c, l) + pick(l, "：\n值此贵公司周年之际，谨祝事业兴旺、蒸蒸日上！", ",\nCongratulations on your company's anniversary! Wishing you continued success.")
	default:
		text = birthdayGreeting(addressOf(c, l), l)
	}
	if text == "" {
		return ""
	}
	return strings.TrimRight(text+"\n"+strings.TrimSpace(s.CompanyName+" "+s.Salesperson), "\n")
}

func birthdayGreeting(dear string, l Lang) string {
	return dear + pick(l, "，您好！\n生日快乐！祝您身体健康、事事顺心！", ",\nHappy birthday! Wishing you good health and every success in the year ahead.")
}

func occasionGreeting(dear, occasion string, l Lang) string {
	return dear + pick(l, "，您好！\n恭贺"+occasion+"！祝您幸福美满、诸事顺意！", ",\nWarm wishes on the occasion of "+occasion+"! All the very best to you.")
}

func addressOf(c model.Customer, l Lang) string {
	if c.Kind == model.Company {
		return pick(l, c.Name, "Dear "+c.Name) // its brackets are part of it
	}
	return address(c.Name, c.Gender, l)
}

// titles are how people are addressed who have no other title, and what their
// names may end in already; the last ones are only found in names.
var titles = []struct {
	gender model.Gender
	word
}{
	{model.Male, of("先生", "Mr.")}, {model.Female, of("女士", "Ms.")}, {"", of("小姐", "Ms.")}, {"", of("太太", "Mrs.")}, {"", of("夫人", "Mrs.")},
}

// called are the other titles that a name ends in: the way to address the
// person, to which nothing is added (rule 1.14). A short one is a title behind a
// surname alone, for a given name may end in it: 王工 and 张国工.
var called = struct{ long, short []string }{
	long: strings.Fields("总 老板 老板娘 经理 总监 主任 主管 校长 园长 老师 师傅 医生 大夫 教授 博士 律师 会计 店长 厂长 院长 局长 处长 科长 部长 县长 镇长 村长 站长 " +
		"队长 行长 所长 董事长 书记 秘书 阿姨 叔叔 伯伯 大哥 大姐 大叔 大妈 大爷 嫂子 奶奶 爷爷"),
	short: strings.Fields("哥 姐 叔 姨 伯 婶 嫂 工 董 局 处 科 导 队"),
}

var (
	inBrackets   = regexp.MustCompile(`\s*[(（\[【][^)）\]】]*[)）\]】]\s*`)
	englishTitle = regexp.MustCompile(`(?i)^(mr|mrs|ms|miss|dr|prof|sir|madam)\b`)
	twoSurnames  = strings.Fields("欧阳 司马 上官 诸葛 司徒 夏侯 东方 皇甫 尉迟 公孙 令狐 宇文 长孙 慕容 端木 南宫 独孤")
)

// hasTitle reports whether a name ends in a title, or begins with an English
// one.
func hasTitle(name string) bool {
	ends := func(title string) (bare string, ok bool) {
		bare, ok = strings.CutSuffix(name, title)
		return bare, ok && bare != ""
	}
	for _, title := range called.long {
		if _, ok := ends(title); ok {
			return true
		}
	}
	for _, title := range called.short {
		if bare, ok := ends(title); ok && (utf8.RuneCountInString(bare) == 1 || slices.Contains(twoSurnames, bare)) {
			return true
		}
	}
	return englishTitle.MatchString(name)
}

// address is how a letter speaks to a person: 周敏女士, Dear Ms. 周敏. A name that
// has a title keeps it; a note in brackets is left out.
func address(name string, g model.Gender, l Lang) string {
	if plain := strings.TrimSpace(inBrackets.ReplaceAllString(name, " ")); plain != "" {
		name = plain
	}
	for _, t := range titles {
		if bare, ok := strings.CutSuffix(name, t.zh); ok && bare != "" {
			return pick(l, name, "Dear "+t.en+" "+bare)
		}
	}
	for _, t := range titles {
		if g != "" && g == t.gender && !hasTitle(name) && !strings.Contains(name, ".") { // "J. Smith" is no Chinese name
			return pick(l, name+t.zh, "Dear "+t.en+" "+name)
		}
	}
	return pick(l, name, "Dear "+name)
}
