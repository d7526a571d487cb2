package label

import (
	"strings"

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
		text = addressOf(c, l) + pick(l, "：\n值此贵公司周年之际，谨祝事业兴旺、蒸蒸日上！",
			",\nCongratulations on your company's anniversary! Wishing you continued success.")
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
		return pick(l, c.Addressee(), "Dear "+c.Addressee())
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

// address is how a letter speaks to a person: 周敏女士, Dear Ms. 周敏. A name that
// has a title keeps it; a note in brackets is left out.
func address(name string, g model.Gender, l Lang) string {
	called, titled := model.Addressed(name)
	for _, t := range titles {
		bare, ends := strings.CutSuffix(called, t.zh)
		if _, twice := model.Addressed(bare); ends && bare != "" && !twice {
			return pick(l, called, "Dear "+t.en+" "+bare)
		}
	}
	for _, t := range titles {
		if g != "" && g == t.gender && !titled && !strings.Contains(called, ".") { // "J. Smith" is no Chinese name
			return pick(l, called+t.zh, "Dear "+t.en+" "+called)
		}
	}
	return pick(l, called, "Dear "+called)
}
