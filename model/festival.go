package model

import (
	"slices"
	"strconv"
)

// The days on which a customer is greeted (rule 2.10, kind date): birthdays of
// customers and contacts, important dates, festivals. Each is on Today some
// days ahead, by Settings.DateLead; personal ones for a few days after as well.

// dateGrace is for how many days after a personal day a wish is still offered.
const dateGrace = 3

// onDay turns a row into one about a day that has its lead and its grace.
func (r *Row) onDay(day Date, s Settings) {
	r.DueOn = day.AddDays(-int(s.DateLead))
	r.gone = day.AddDays(dateGrace + 1)
}

// years is how many years lie between the first time and the day, as text;
// empty when the year is unknown.
func (b Birthday) years(on Date) string {
	if n, ok := b.Age(on); ok {
		return strconv.Itoa(n)
	}
	return ""
}

func (b Birthday) calendar() string {
	if b.Lunar() {
		return "lunar"
	}
	return ""
}

func birthdayRow(c *Customer, f Facts) (Row, bool) {
	if c.Birthday == "" || c.Grade == GradeE {
		return Row{}, false
	}
	day := c.Birthday.Next(f.Today.AddDays(-dateGrace))
	r := rowOf(RowDate, c)
	r.onDay(day, f.Settings)
	r.Reason = because("birthday", string(day), c.Birthday.years(day), c.Birthday.calendar())
	return r, day != ""
}

// yearlyRows are the contacts' birthdays and the important dates of the
// customers at hand.
func yearlyRows(f Facts) []Row {
	if len(f.Contacts) == 0 && len(f.Occasions) == 0 {
		return nil
	}
	byID := map[int64]*Customer{}
	for i := range f.Customers {
		byID[f.Customers[i].ID] = &f.Customers[i]
	}
	var rows []Row
	add := func(about string, record, customer int64, b Birthday, reason func(Date) Reason) {
		c := byID[customer]
		day := b.Next(f.Today.AddDays(-dateGrace))
		if c == nil || c.Archived || c.Grade == GradeE || day == "" {
			return
		}
		r := rowOf(RowDate, c)
		r.Record, r.About, r.Reason = record, about, reason(day)
		r.onDay(day, f.Settings)
		rows = append(rows, r)
	}
	for _, k := range f.Contacts {
		add(AboutContact, k.ID, k.CustomerID, k.Birthday, func(day Date) Reason {
			return because("contact_birthday", string(day), k.Birthday.years(day), k.Birthday.calendar(), k.Name, string(k.Role))
		})
	}
	for _, o := range f.Occasions {
		add(AboutOccasion, o.ID, o.CustomerID, o.Day, func(day Date) Reason {
			return because("occasion", string(day), o.Day.years(day), o.Day.calendar(), o.Label)
		})
	}
	return rows
}

// GreetedFestivals are the festivals on which a salesperson greets customers,
// in the order of the year. Spring Festival stands for its eve as well.
var GreetedFestivals = []string{"new_year", springFestival, "lantern", "dragon_boat", "mid_autumn", "national", "christmas"}

const springFestival = "spring_festival"

// Festival is a festival with the solar day on which it falls.
type Festival struct {
	Code string
	Day  Date
}

// FestivalsBetween are the greeted festivals on the days from one to another,
// both included.
func FestivalsBetween(from, to Date) []Festival {
	var list []Festival
	for d := from; d != "" && d <= to; d = d.AddDays(1) {
		for _, code := range Festivals(d) {
			if slices.Contains(GreetedFestivals, code) {
				list = append(list, Festival{code, d})
			}
		}
	}
	return list
}

// FestivalsNear are the festivals that are on the queue on a day, or will be
// within so many days.
func FestivalsNear(s Settings, today, by Date) []Festival {
	return FestivalsBetween(today, by.AddDays(int(s.DateLead)+1))
}

// Greetable counts the customers who could be greeted at a festival: those of
// grade A, B and C, and the important ones of the other grades but E.
type Greetable struct{ A, B, C, Important int }

// Total is how many they are.
func (g Greetable) Total() int { return g.A + g.B + g.C + g.Important }

// Festival is the code of the festival that a row is about; false for other
// rows.
func (r *Row) Festival() (string, bool) {
	return r.About, r.Kind == RowDate && r.CustomerID == 0
}

// festivalRows are one row a festival, as long as there is anyone to greet:
// from its lead to the day itself, Spring Festival from the lead of its eve.
func festivalRows(f Facts, by Date) []Row {
	g := f.Greetable
	if g.Total() == 0 {
		return nil
	}
	var rows []Row
	for _, fest := range FestivalsNear(f.Settings, f.Today, by) {
		first := fest.Day
		if fest.Code == springFestival {
			first = first.AddDays(-1)
		}
		rows = append(rows, Row{
			Kind: RowDate, About: fest.Code,
			DueOn: first.AddDays(-int(f.Settings.DateLead)), gone: fest.Day.AddDays(1),
			Reason: because("festival", string(fest.Day), strconv.Itoa(g.Total()),
				strconv.Itoa(g.A), strconv.Itoa(g.B), strconv.Itoa(g.C), strconv.Itoa(g.Important)),
		})
	}
	return rows
}
