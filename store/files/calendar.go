package files

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"genjin/model"
	"genjin/model/label"
)

// Calendar is what is coming of the customers, as the calendar of a phone
// takes it: follow-ups, retries, birthdays and important dates.
type Calendar struct {
	Customers []model.Customer
	Contacts  []model.Contact  // of these customers
	Occasions []model.Occasion // of these customers
	Today     model.Date
	Now       time.Time
	Lang      label.Lang
}

// lunarYears is for how many years lunar days are written out: calendars don't
// repeat by the moon.
const lunarYears = 2

// Write writes the calendar (RFC 5545); it returns how many events it has.
func (k Calendar) Write(w io.Writer) error {
	c := calendarWriter{lineWriter: newLineWriter(w), k: k, stamp: k.Now.UTC().Format("20060102T150405Z")}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//genjin//genjin//ZH")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.text("X-WR-CALNAME", label.CalendarName(k.Lang))
	of := map[int64]*model.Customer{}
	for i := range k.Customers {
		of[k.Customers[i].ID] = &k.Customers[i]
		c.customer(&k.Customers[i])
	}
	for _, p := range k.Contacts {
		if owner := of[p.CustomerID]; owner != nil && p.Birthday != "" {
			c.yearly("birthday", recordContact, p.Meta, p.Birthday, label.BirthdayOf(p.Name+" ("+owner.Name+")", k.Lang), reachText(p.Phones))
		}
	}
	for _, o := range k.Occasions {
		if owner := of[o.CustomerID]; owner != nil {
			c.yearly("day", "occasion", o.Meta, o.Day, owner.Name+" "+o.Label, reachText(owner.Phones))
		}
	}
	c.line("END", "VCALENDAR")
	return c.flush()
}

// calendarWriter writes events.
type calendarWriter struct {
	*lineWriter
	k     Calendar
	stamp string
}

// customer writes what is coming of one customer. Someone who is archived, or
// whom nobody follows (grade E), has nothing coming.
func (c *calendarWriter) customer(m *model.Customer) {
	if m.Archived {
		return
	}
	if m.Grade != model.GradeE {
		if m.NextOn >= c.k.Today {
			c.event(uid(recordCustomer, m.Meta, "next"), m.NextOn, label.FollowUpOf(m, c.k.Lang), c.about(m), "")
		}
		if m.RetryOn >= c.k.Today {
			c.event(uid(recordCustomer, m.Meta, "retry"), m.RetryOn, label.RetryOf(m, c.k.Lang), c.about(m), "")
		}
	}
	if m.Birthday != "" {
		c.yearly("birthday", recordCustomer, m.Meta, m.Birthday, label.BirthdayOf(m.Name, c.k.Lang), reachText(m.Phones))
	}
}

// about is what one wants to know before a call: the number, the grade, what
// they want.
func (c *calendarWriter) about(m *model.Customer) string {
	var lines []string
	add := func(code, text string) {
		if text != "" {
			lines = append(lines, label.Field(recordCustomer, code, c.k.Lang)+": "+text)
		}
	}
	add("phones", reachText(m.Phones))
	add("grade", string(m.Grade))
	add("next_method", label.Option(recordCustomer, "next_method", string(m.NextMethod), c.k.Lang))
	add("interest", m.Interest)
	add("address", m.Address)
	return strings.Join(lines, "\n")
}

func reachText(phones model.List) string { return strings.Join(phones.Items(), " / ") }

// yearly writes a day that comes back: one event that repeats, or of a lunar
// day the next ones.
func (c *calendarWriter) yearly(what, record string, m model.Meta, day model.Birthday, summary, about string) {
	next := day.Next(c.k.Today)
	if next == "" {
		return
	}
	if !day.Lunar() {
		rule := "FREQ=YEARLY"
		if strings.HasSuffix(string(day), "-02-29") {
			rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
		}
		c.event(uid(record, m, what), next, summary, about, rule)
		return
	}
	for last := c.k.Today.AddMonths(12 * lunarYears); next != "" && next <= last; next = day.Next(next.AddDays(1)) {
		// By the year of the moon: the day itself moves from year to year.
		year, _, _, _ := model.LunarDate(next)
		c.event(uid(record, m, what, strconv.Itoa(year)), next, summary, strings.TrimSpace(label.Birthday(day, c.k.Lang)+"\n"+about), "")
	}
}

// event writes an event of a whole day.
func (c *calendarWriter) event(uid string, on model.Date, summary, about, rule string) {
	compact := func(d model.Date) string { return strings.ReplaceAll(string(d), "-", "") }
	c.line("BEGIN", "VEVENT")
	c.line("UID", uid)
	c.line("DTSTAMP", c.stamp)
	// A later file goes before an earlier one, also within a day.
	c.line("SEQUENCE", fmt.Sprint(max(c.k.Now.Unix()/60-firstMinute, 0)))
	c.line("DTSTART;VALUE=DATE", compact(on))
	c.line("DTEND;VALUE=DATE", compact(on.AddDays(1)))
	c.text("SUMMARY", summary)
	c.text("DESCRIPTION", about)
	if rule != "" {
		c.line("RRULE", rule)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// firstMinute is from when revisions are counted: 2026-01-01, in minutes.
const firstMinute = 29453760
