package sample

import (
	"fmt"

	"genjin/model"
)

// lastContact is the day of the latest contact that reached the customer, so
// that the cadence makes them due or not, as their role is; empty = none yet.
func (g *generator) lastContact(c *model.Customer, r role) model.Date {
	cadence := g.settings.CadenceDays(c.Grade)
	switch r {
	case untouched:
		c.FilledOn = g.today.AddDays(-g.rng.IntN(3))
		return ""
	case doneToday:
		return g.today
	case gradeMe, openCase:
		return g.workdayBefore(g.today.AddDays(-g.rng.IntN(3)))
	case retry:
		return g.dueSince(c, g.workdayBefore(g.attemptDay()).AddDays(-3-cadence))
	case due:
		late := 0
		if g.chance(40) {
			late = pick(g, 1, 1, 2, 3, 5, 8, 14, 22)
		}
		return g.dueSince(c, g.today.AddDays(-cadence-late))
	}
	if cadence == 0 {
		cadence = 300 // E is left alone
	}
	last := g.workdayBefore(g.today.AddDays(-g.rng.IntN(cadence)))
	for c.Grade != model.GradeE && c.DueAfter(last, g.settings) <= g.today && last < g.workdayBefore(g.today) {
		last = g.workday(last.AddDays(1))
	}
	return last
}

// dueSince is the working day, at or before the given one, after which the
// customer is due today at the latest.
func (g *generator) dueSince(c *model.Customer, day model.Date) model.Date {
	last := g.workdayBefore(day.AddDays(1))
	for c.DueAfter(last, g.settings) > g.today {
		last = g.workdayBefore(last)
	}
	return last
}

// entriesOf is how many entries a customer of a grade has.
func (g *generator) entriesOf(grade model.Grade) int {
	switch grade {
	case model.GradeA:
		return g.between(3, 8)
	case model.GradeB:
		return g.between(2, 6)
	case model.GradeC:
		return g.between(1, 5)
	case model.GradeD:
		return g.between(1, 3)
	}
	return g.between(1, 2)
}

// journal makes the contacts up to the last one, the oldest first, and sets
// the day of the card before them.
func (g *generator) journal(c *model.Customer, t *trade, last model.Date) []model.Entry {
	if last == "" {
		return nil
	}
	n := g.entriesOf(c.Grade)
	days := make([]model.Date, n)
	gap := max(g.settings.CadenceDays(c.Grade), 1)
	if c.Grade == model.GradeE {
		gap = 40
	}
	for i := n - 1; i >= 0; i-- {
		days[i] = last
		last = g.workdayBefore(last.AddDays(-gap - g.rng.IntN(gap/2+2) + 1))
	}
	c.FilledOn = days[0].AddDays(-g.rng.IntN(3))
	entries := make([]model.Entry, n)
	previous := -1
	for i, day := range days {
		s := pick(g, t.first...)
		if i > 0 {
			at := g.rng.IntN(len(t.middle))
			if at == previous {
				at = (at + 1) % len(t.middle)
			}
			s, previous = t.middle[at], at
		}
		if i == n-1 && c.Grade == model.GradeE {
			s = pick(g, t.end...)
		}
		entries[i] = model.Entry{At: g.at(day), Method: s.method, Situation: s.situation, Problem: s.problem, Solution: s.solution}
	}
	if c.Source == "" {
		c.Source = sourceOf(entries[0].Method)
	}
	return entries
}

// earlier adds the contacts before the first one that the sample still lacks.
func (g *generator) earlier(c *model.Customer, t *trade, entries []model.Entry) []model.Entry {
	g.entries.next()
	n := g.entries.short(len(entries))
	g.entries.give(n + len(entries))
	if n == 0 {
		return entries
	}
	const most = 45 // days between two
	all, day := make([]model.Entry, n, n+len(entries)), entries[0].At.Date()
	for i := n - 1; i >= 0; i-- {
		day = g.workdayBefore(day.AddDays(-g.rng.IntN(most)))
		s := pick(g, t.middle...)
		all[i] = model.Entry{At: g.at(day), Method: s.method, Situation: s.situation, Problem: s.problem, Solution: s.solution}
	}
	c.FilledOn = min(c.FilledOn, day)
	return append(all, entries...)
}

// at is a time of a working day.
func (g *generator) at(day model.Date) model.Moment {
	m, _ := model.NewMoment(day, g.between(9, 17), 5*g.rng.IntN(12))
	if day == g.today {
		m, _ = model.NewMoment(day, 9, 5*g.rng.IntN(12))
	}
	return m
}

func sourceOf(m model.Method) string {
	switch m {
	case model.Reception:
		return model.SourceWalkIn
	case model.Visit:
		return "cold_visit"
	case model.Chat:
		return "web"
	}
	return "phone_in"
}

// caseEntry is something that the customer waits on since a day or longer.
func (g *generator) caseEntry(t *trade, number int, day model.Date) model.Entry {
	s := t.cases[number%len(t.cases)]
	m, _ := model.NewMoment(day, 17, 30)
	return model.Entry{At: m, Method: s.method, Kind: s.kind, Situation: s.situation, Problem: s.problem}
}

// attemptDay is the latest working day after which one tries again today.
func (g *generator) attemptDay() model.Date {
	day := g.workdayBefore(g.today)
	for g.settings.NextWorkday(day) > g.today {
		day = g.workdayBefore(day)
	}
	return day
}

// attempts adds contacts that failed since the latest that didn't.
func (g *generator) attempts(entries []model.Entry, t model.Tally) ([]model.Entry, model.Tally) {
	const most = 5 // contacts before them
	entries = entries[max(0, len(entries)-most):]
	n := g.between(1, 3)
	day := g.attemptDay()
	var days []model.Date
	for range n {
		if day <= t.Last {
			break
		}
		days = append([]model.Date{day}, days...)
		day = g.workdayBefore(day)
	}
	for _, d := range days {
		entries = append(entries, model.Entry{
			At: g.at(d), Method: model.Phone, Outcome: model.NotReached, Situation: pick(g, "电话没人接", "关机,没联系上", "对方挂断,改日再打"),
		})
		t.Attempts, t.LastAttempt = t.Attempts+1, d
	}
	return entries, t
}

// birthdaySoon is a birthday in the next days.
func (g *generator) birthdaySoon(r role) model.Birthday {
	day := g.today.AddDays(2)
	if r == birthday {
		return model.Birthday(fmt.Sprintf("--%02d-%02d", day.Month(), day.Day()))
	}
	_, month, d, leap := model.LunarDate(day)
	mark := ""
	if leap {
		mark = "r"
	}
	b := model.Birthday(fmt.Sprintf("lunar:--%02d%s-%02d", month, mark, d))
	if _, err := model.ParseBirthday(string(b), g.today); err != nil {
		return model.Birthday(fmt.Sprintf("lunar:--%02d-%02d", month, min(d, 29)))
	}
	return b
}
