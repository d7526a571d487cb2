package label

import (
	"slices"
	"strings"
	"unicode"

	"genjin/model"
	"genjin/model/pattern"
)

// Quick is a customer card written on one line (rule 4, genjin add):
// what was understood, and the codes of the fields that the line gave, in the
// order of the card.
type Quick struct {
	Customer model.Customer
	Given    []string
}

// ParseQuick reads a card from one line: 董先生 15935946108 3人 想置换陆风X7
// #进店 @A +3d.
//
// The first word is the name; one of several words stands in quotes. What looks
// like a phone is one, also with spaces in it. 3人 is how many came; #进店 the
// source if there is such a one, built in or among the person's own sources,
// else a tag; @A the grade, @准客户 the class;
// +3d, +12-8, 明天 and 周五 the next date; 微信:abc and a@b.cn what they look
// like. Everything else is the interest, in its order. 先生 and 女士 in the name
// give the gender, 公司, 厂 and their like the kind. A class without a grade
// gives the need, as on the paper form (rule 2.1).
//
// Refused, as a model.FieldError: a line without a name, a grade or class that
// there is not, a date that can't be read or has gone by, and whatever
// Customer.Check refuses. What stands before the trouble is understood all the
// same, and returned with the refusal. The line is read once, whatever its
// length.
func ParseQuick(text string, today model.Date, sources ...string) (Quick, error) {
	q := quick{today: today, sources: sources, given: map[string]bool{}}
	words := q.name(model.Clean(text))
	if q.card.Name == "" {
		return Quick{}, model.At("name", model.Refuse(model.RefusedRequired))
	}
	q.give("name")
	q.readName()
	for len(words) > 0 {
		n, err := q.word(words)
		if err != nil {
			understood, _ := q.done()
			return understood, err
		}
		words = words[n:]
	}
	return q.done()
}

// quick gathers a card word by word.
type quick struct {
	card     model.Customer
	today    model.Date
	sources  []string // the person's own
	given    map[string]bool
	phone    []string
	tags     []string
	interest []string
}

func (q *quick) give(code string) { q.given[code] = true }

// done completes the card and checks it; a card that is refused is returned as
// far as it was understood.
func (q *quick) done() (Quick, error) {
	c := &q.card
	c.Phones, c.Tags = model.ListOf(q.phone...), model.ListOf(q.tags...)
	if len(q.interest) > 0 {
		c.Interest = strings.Join(q.interest, " ")
		q.give("interest")
	}
	c.FilledOn = q.today
	c.InferFromClass()
	err := c.Check()
	out := Quick{Customer: *c}
	for _, f := range model.CustomerFields {
		if q.given[f.Code] {
			out.Given = append(out.Given, f.Code)
		}
	}
	return out, err
}

var quotes = map[rune]rune{'"': '"', '“': '”', '「': '」', '\'': '\''}

// name takes the name from the start of the line and returns the words after
// it; the name stays empty when the line begins with something else.
func (q *quick) name(line string) []string {
	runes := []rune(line)
	if len(runes) == 0 {
		return nil
	}
	if end, quoted := quotes[runes[0]]; quoted {
		if i := slices.Index(runes[1:], end); i > 0 {
			q.card.Name = strings.TrimSpace(string(runes[1 : i+1]))
			return strings.Fields(string(runes[i+2:]))
		}
	}
	words := strings.Fields(line)
	if strings.ContainsRune("#@+", []rune(model.HalfWidth(words[0]))[0]) || phoneIn(words) > 0 {
		return nil
	}
	n := 1
	if honorific(words[0]) && len(words) > 1 {
		n = 2 // Mr Smith
	}
	q.card.Name = strings.Join(words[:n], " ")
	return words[n:]
}

func honorific(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "mr", "mrs", "ms", "miss", "dr":
		return true
	}
	return false
}

var companyName = pattern.Of(`(?i)公司|有限|集团|厂$|厂[(（]|商行$|经营部|门市|\b(ltd|inc|llc|gmbh|corp|co)\b`)

// readName takes the gender and the kind from the name.
func (q *quick) readName() {
	name := q.card.Name
	q.card.Gender = model.GenderByTitle(name)
	switch {
	case q.card.Gender != "":
	case companyName.MatchString(name):
		q.card.Kind = model.Company
		q.give("kind")
	}
	if q.card.Gender != "" {
		q.card.Kind = model.Person
		q.give("gender")
	}
}

var party = pattern.Of(`^([0-9]+|[一二两三四五六七八九十])(个人|人|位)$`)

// word reads what the words start with and says how many of them it took.
func (q *quick) word(words []string) (int, error) {
	half := model.HalfWidth(words[0])
	rest := half[1:]
	switch half[0] {
	case '#':
		return 1, q.hash(trimSign(words[0]))
	case '@':
		return 1, q.at(rest)
	case '+':
		if n := phoneIn(words); n > 0 && !q.isDate(rest) {
			return n, q.phones(words[:n])
		}
		return 1, q.plus(rest)
	}
	if n := phoneIn(words); n > 0 {
		return n, q.phones(words[:n])
	}
	if m := party.FindStringSubmatch(half); m != nil {
		return 1, q.party(m[1])
	}
	if q.labelled(half) || q.day(half) {
		return 1, nil
	}
	q.interest = append(q.interest, words[0])
	return 1, nil
}

// trimSign is a word without its first character.
func trimSign(word string) string { return string([]rune(word)[1:]) }

// hash is #进店 or #a tag.
func (q *quick) hash(name string) error {
	if name == "" {
		return model.At("tags", model.Refuse(model.RefusedRequired))
	}
	if code, ok := ReadOption("customer", "source", name, q.sources...); ok && q.card.Source == "" {
		q.card.Source = code
		q.give("source")
		return nil
	}
	q.tags = append(q.tags, name)
	q.give("tags")
	return nil
}

// at is @A or @准客户.
func (q *quick) at(name string) error {
	if code, ok := ReadOption("customer", "grade", name); ok {
		q.card.Grade = model.Grade(code)
		q.give("grade")
		return nil
	}
	if code, ok := ReadOption("customer", "class", name); ok {
		q.card.Class = model.Class(code)
		q.give("class")
		return nil
	}
	refusal := &model.FieldError{Field: "grade", Code: model.RefusedOption, Args: []string{"@" + name}}
	for _, g := range model.Grades {
		refusal.Args = append(refusal.Args, string(g))
	}
	return refusal
}

func (q *quick) isDate(text string) bool {
	d, err := model.ParseDate(text, q.today, model.Future)
	return err == nil && d >= q.today
}

// plus is +3d, +12-8, +明天.
func (q *quick) plus(text string) error {
	d, err := model.ParseDate(text, q.today, model.Future)
	switch {
	case err == nil && d == "":
		err = model.Refuse(model.RefusedDateFormat, "+")
	case err == nil && d < q.today:
		err = model.Refuse(model.RefusedPast, text)
	}
	if err != nil {
		return model.At("next_on", err)
	}
	q.card.NextOn = d
	q.give("next_on")
	return nil
}

var dayInWords = pattern.Of(`(?i)^(today|tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)day)$`)

// day is 明天, 周五, 12月8日 or friday without a +. Such words also occur in
// an interest; a date with a + leaves them there.
func (q *quick) day(text string) bool {
	inChinese := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
	if q.card.NextOn != "" || !inChinese && !isISO(text) && !dayInWords.MatchString(text) || !q.isDate(text) {
		return false
	}
	q.card.NextOn, _ = model.ParseDate(text, q.today, model.Future)
	q.give("next_on")
	return true
}

func (q *quick) party(number string) error {
	if i := slices.Index([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}, number); i > 0 {
		q.card.PartySize = int64(i)
	} else if number == "两" {
		q.card.PartySize = 2
	} else {
		n, err := model.ParseInt(number, 0, 99)
		if err != nil {
			return model.At("party_size", err)
		}
		q.card.PartySize = n
	}
	q.give("party_size")
	return nil
}

var (
	wechatWord = pattern.Of(`(?i)^(微信|wechat|wx|vx)[号]?:?([a-z][-_a-z0-9]{5,19})$`)
	emailWord  = pattern.Of(`^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$`)
)

// labelled is a WeChat id or an email.
func (q *quick) labelled(half string) bool {
	if m := wechatWord.FindStringSubmatch(half); m != nil && q.card.WeChat == "" {
		q.card.WeChat = m[2]
		q.give("wechat")
		return true
	}
	if emailWord.MatchString(half) && q.card.Email == "" {
		q.card.Email = half
		q.give("email")
		return true
	}
	return false
}

func (q *quick) phones(words []string) error {
	phones, err := model.ParsePhones(phoneLabel.ReplaceAllString(strings.Join(words, " "), ""))
	if err != nil {
		return model.At("phones", err)
	}
	q.phone = append(q.phone, phones...)
	q.give("phones")
	return nil
}

var (
	phoneLabel = pattern.Of(`(?i)^(电话|手机|手机号|tel|phone|mobile)[:：]?`)
	phoneWord  = pattern.Of(`^\+?[0-9()][-0-9()/,;、]*[0-9]$`)
	digitsOnly = pattern.Of(`^(\+86|[0-9]+)$`)
)

// leastPhone is how many digits make a word without more a phone; shorter
// numbers are prices, models and years.
const leastPhone = 7

// phoneIn is how many of the words make a phone at their start, 0 when they
// start with none: 138-0013-8000 is one word, 138 0013 8000 three.
func phoneIn(words []string) int {
	first := phoneLabel.ReplaceAllString(model.HalfWidth(words[0]), "")
	if phoneWord.MatchString(first) && len(model.PhoneDigits(first)) >= leastPhone && !isISO(first) {
		return 1
	}
	joined := ""
	for i, w := range words {
		w = model.HalfWidth(w)
		if i == 0 {
			w = first
		}
		if !digitsOnly.MatchString(w) {
			return 0
		}
		if joined += w; len(joined) > len("008613800138000") {
			return 0
		}
		if whole(model.PhoneDigits(joined)) {
			return i + 1
		}
	}
	return 0
}

// whole tells whether digits are a mobile number or one with an area code.
func whole(digits string) bool {
	return len(digits) == 11 && digits[0] == '1' || len(digits) >= 10 && len(digits) <= 12 && digits[0] == '0' && digits[1] != '0'
}

var isoDate = pattern.Of(`^\+?[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}$`)

func isISO(word string) bool { return isoDate.MatchString(word) }
