package files

import (
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
	"strings"

	"genjin/model"
)

// WriteVCards writes customers as cards for a phone (vCard 3.0, which every
// phone reads).
func (k Cards) WriteVCards(w io.Writer) error {
	l := newLineWriter(w)
	for i := range k.Customers {
		c := &k.Customers[i]
		beginCard(l, uid(recordCustomer, c.Meta), c.Name)
		if c.Kind == model.Company {
			l.line("ORG", escaped(c.Name))
			l.line("X-ABSHOWAS", "COMPANY")
		}
		genderLine(l, c.Gender)
		reachLines(l, c.Phones, c.WeChat, c.Email)
		if c.Address != "" {
			l.line("ADR;TYPE=WORK", ";;"+escaped(c.Address)+";;;;")
		}
		birthdayLines(l, c.Birthday)
		if tags := c.Tags.Items(); len(tags) > 0 {
			for i := range tags {
				tags[i] = escaped(tags[i])
			}
			l.line("CATEGORIES", strings.Join(tags, ","))
		}
		l.text("NOTE", c.Remark)
		l.line("END", "VCARD")
	}
	return l.flush()
}

func genderLine(l *lineWriter, g model.Gender) {
	switch g {
	case model.Male:
		l.line("X-GENDER", "M")
	case model.Female:
		l.line("X-GENDER", "F")
	}
}

func beginCard(l *lineWriter, uid, name string) {
	l.line("BEGIN", "VCARD")
	l.line("VERSION", "3.0")
	l.line("UID", uid)
	l.line("FN", escaped(name))
	l.line("N", escaped(name)+";;;;")
}

// reachLines are the ways to reach somebody.
func reachLines(l *lineWriter, phones model.List, wechat, email string) {
	for _, p := range phones.Items() {
		kind := "TYPE=WORK,VOICE"
		if isMobile(p) {
			kind = "TYPE=CELL"
		}
		l.line("TEL;"+kind, escaped(p))
	}
	l.text("X-WECHAT", wechat)
	l.text("EMAIL;TYPE=INTERNET", email)
}

func isMobile(phone string) bool {
	digits := model.PhoneDigits(phone)
	return len(digits) == 11 && digits[0] == '1'
}

// uid names a record in the files of other programs, the same each time, so
// that writing it again changes it there instead of adding another. The
// instant of the record tells two databases apart.
func uid(record string, m model.Meta, parts ...string) string {
	h := fnv.New32a()
	_, _ = io.WriteString(h, m.CreatedAt) // a hash takes everything
	name := append([]string{record, strconv.FormatInt(m.ID, 10)}, parts...)
	return fmt.Sprintf("%s-%08x@genjin", strings.Join(name, "-"), h.Sum32())
}
