package files

import (
	"cmp"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// handle is what somebody without a name is known by: a nickname, an e-mail
// address, a number, be it 110.
func (d *draft) handle() string {
	phone, _, _ := strings.Cut(d.values["phones"], "\n")
	return cmp.Or(d.nick, d.values["email"], d.values["wechat"], phone, d.short)
}

// isShortNumber tells 110 and *86 from phones.
func isShortNumber(text string) bool {
	const least = 5 // digits of a phone
	return strings.ContainsAny(text, "*#") || len(model.PhoneDigits(text)) < least && strings.Trim(text, "0123456789 -") == ""
}

// ofCards are the properties that say nothing of a person but what is read
// elsewhere, or of the card alone.
var ofCards = strings.Fields(`VERSION PRODID UID REV N FN ORG KIND SORT-STRING CLASS PROFILE SOURCE NAME CLIENTPIDMAP MAILER TZ
	GEO PHOTO LOGO SOUND KEY
	X-ABLABEL X-ABADR X-ABUID X-ABSHOWAS X-GENJIN-CUSTOMER X-GENJIN-BIRTHDAY X-WECHAT X-WEIXIN BEGIN END`)

// appleLabel is the name that Apple gives a date or a person, out of its signs:
// _$!<Spouse>!$_.
func appleLabel(text string) string {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "_$!<"), ">!$_")
	switch strings.ToLower(text) {
	case "spouse", "partner":
		return label.Said("spouse", label.ZH)
	case "anniversary":
		return label.Said("anniversary", label.ZH)
	}
	return text
}

var (
	compactDay = pattern.Of(`^(\d{4})(\d\d)(\d\d)`)
	wholeDay   = pattern.Of(`^\d{4}-\d\d?-\d\d?`)
	dayOnly    = pattern.Of(`^--(\d\d)-?(\d\d)$`)
)

// cardBirthday is a BDAY as it is typed: without its time, and without a year
// that only fills the place.
func cardBirthday(p property, text string) string {
	text = strings.TrimSpace(text)
	if m := compactDay.FindStringSubmatch(text); m != nil {
		text = m[1] + "-" + m[2] + "-" + m[3]
	}
	if day := wholeDay.FindString(text); day != "" {
		text = day
	}
	if m := dayOnly.FindStringSubmatch(text); m != nil {
		return "--" + m[1] + "-" + m[2]
	}
	if day, ok := strings.CutPrefix(text, strconv.Itoa(omittedYear)+"-"); ok {
		return "--" + day
	}
	if year := p.first("X-APPLE-OMIT-YEAR"); year != "" && strings.HasPrefix(text, year+"-") {
		return "--" + text[len(year)+1:]
	}
	return text
}

// omittedYear stands in a birthday whose year isn't known, as phones write it.
const omittedYear = 1604

// birthdayLines writes a birthday so that phones read it: a lunar one they
// can't, so it has a line of its own.
func birthdayLines(l *lineWriter, b model.Birthday) {
	switch text := string(b); {
	case text == "":
	case b.Lunar():
		l.text("X-GENJIN-BIRTHDAY", text)
	case strings.HasPrefix(text, "--"):
		year := strconv.Itoa(omittedYear)
		l.line("BDAY;X-APPLE-OMIT-YEAR="+year, year+"-"+text[2:])
	default:
		l.line("BDAY", text)
	}
}
