// Package sample makes up customers with their journals, to look at and to
// measure with. It is pure: the same count, seed and day give the same
// customers. Names, numbers and stories are invented; phones are 137-0000-….
package sample

import (
	"math/rand/v2"

	"genjin/model"
)

// Salesperson, Team and Company are whose customers a sample holds.
const (
	Salesperson = "林晓"
	Team        = "华东一组"
	Company     = "恒远商贸有限公司"
)

// role is why a customer is in the sample.
type role byte

const (
	idle      role = iota // not due
	due                   // the next contact is due, or late
	retry                 // the last attempts failed
	openCase              // waits for an answer
	regrade               // the suggested grade differs
	gradeMe               // reached, not graded yet
	untouched             // never contacted
	birthday              // a birthday in the next days
	lunarSoon             // the same in the lunar calendar
	doneToday             // contacted this morning
	roleCount             //
)

// quota is how many customers of a role a sample of any size has: a day's work
// doesn't grow with the file.
var quota = [roleCount]int{due: 36, retry: 3, openCase: 3, regrade: 2, gradeMe: 2, untouched: 3, birthday: 1, lunarSoon: 1, doneToday: 4}

// Generate makes the customers of a size as of a day and yields them one by one, each with
// its journal, the oldest entry first. Entries have their number and no
// customer yet. Every card is as the rules would have it on that day, under
// the default settings. It stops at the first error of yield and returns it.
func Generate(size model.DemoSize, seed uint64, today model.Date, yield func(model.Customer, []model.Entry) error) error {
	g := &generator{rng: rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)), today: today, settings: model.DefaultSettings()}
	g.settings.Salesperson, g.settings.Team = Salesperson, Team
	g.cal = g.settings.Calendar()
	g.left = idleQuota(size.Customers)
	roles := g.roles(size.Customers)
	g.entries = share{want: size.Entries, among: len(roles)}
	for _, r := range roles {
		if r == untouched {
			g.entries.among--
		}
	}
	for i, r := range roles {
		c, entries := g.customer(i, r)
		if err := yield(c, entries); err != nil {
			return err
		}
	}
	return nil
}

type generator struct {
	rng      *rand.Rand
	today    model.Date
	settings model.Settings
	cal      model.Calendar
	left     map[model.Grade]int // how many idle customers of a grade may still come
	seen     [roleCount]int      // customers so far, by role
	entries  share               // of those who were ever contacted
}

// idleQuota bounds the pressing grades: nobody works on a thousand at once.
func idleQuota(n int) map[model.Grade]int {
	return map[model.Grade]int{
		model.GradeA: min(1+n/60, 8), model.GradeB: min(1+n/12, 150), model.GradeC: min(2+n/6, 1500),
	}
}

// roles deals the roles out, mixed. A small sample has one of each as far as
// half of it goes.
func (g *generator) roles(n int) []role {
	var deck []role
	for round := 0; len(deck) < n; round++ {
		before := len(deck)
		for r := due; r < roleCount; r++ {
			if round < quota[r] {
				deck = append(deck, r)
			}
		}
		if len(deck) == before {
			break
		}
	}
	roles := make([]role, n)
	copy(roles, deck[:min(len(deck), (n+1)/2)])
	g.rng.Shuffle(n, func(i, j int) { roles[i], roles[j] = roles[j], roles[i] })
	return roles
}

// customer makes the i-th customer.
func (g *generator) customer(i int, r role) (model.Customer, []model.Entry) {
	number := g.seen[r]
	g.seen[r]++
	t := g.trade()
	c := g.person(i, t)
	c.Grade = g.grade(r, number)
	g.want(&c, t, r, number)
	last := g.lastContact(&c, r)
	entries := g.journal(&c, t, last)
	tally := model.Tally{Last: last}
	switch r {
	case openCase:
		entries = append(entries, g.caseEntry(t, number, last))
	case retry:
		entries, tally = g.attempts(entries, tally)
	}
	if r != untouched {
		entries = g.earlier(&c, t, entries)
	}
	for j := range entries {
		entries[j].Seq = int64(j + 1)
		entries[j].Complete()
	}
	g.settle(&c, r, tally)
	if r == birthday || r == lunarSoon {
		c.Kind, c.Name, c.Gender, c.Birthday = model.Person, g.personName(model.Male), model.Male, g.birthdaySoon(r)
	}
	return c, entries
}

// settle works out what the rules keep on a card.
func (g *generator) settle(c *model.Customer, r role, tally model.Tally) {
	regradeFrom := g.today
	if r == regrade {
		regradeFrom = g.today.AddDays(-3)
	}
	c.Complete(g.settings, regradeFrom)
	c.Class = c.SuggestClass(g.today)
	c.Recount(tally, g.settings)
	switch {
	case c.Grade == model.GradeE:
		c.NextOn = ""
	case r == idle && c.Grade == model.GradeA, r == idle && c.NextOn <= g.today,
		r >= openCase && r != untouched && r != doneToday && c.NextOn <= g.today:
		c.NextOn, c.NextBasis = g.workday(g.today.AddDays(1+g.rng.IntN(6))), model.Agreed
	}
}

// grade is a customer's grade. Those that are due are of all grades; the
// others are mostly D and E.
func (g *generator) grade(r role, number int) model.Grade {
	switch r {
	case gradeMe, untouched:
		return model.Ungraded
	case due:
		return pick(g, model.GradeA, model.GradeA, model.GradeA, model.GradeB, model.GradeB, model.GradeB, model.GradeC,
			model.GradeC, model.GradeD, model.GradeD)
	case retry:
		return pick(g, model.GradeA, model.GradeB, model.GradeC)
	case regrade:
		return []model.Grade{model.GradeB, model.GradeD}[number%2]
	case birthday, lunarSoon, openCase:
		return pick(g, model.GradeC, model.GradeD)
	case doneToday:
		return pick(g, model.GradeA, model.GradeA, model.GradeB)
	}
	grade := pick(g, model.GradeA, model.GradeB, model.GradeB, model.GradeC, model.GradeC, model.GradeC)
	if g.rng.IntN(5) < 2 && g.left[grade] > 0 {
		g.left[grade]--
		return grade
	}
	return pick(g, model.GradeD, model.GradeD, model.GradeD, model.GradeE, model.GradeE)
}

// want sets need, expected date, stage and amount so that they speak for the
// grade today; for a regrade they don't.
func (g *generator) want(c *model.Customer, t *trade, r role, number int) {
	in := func(least, most int) model.Date { return g.today.AddDays(g.between(least, most)) }
	c.Need = model.NeedClear
	switch {
	case r == regrade && number%2 == 0:
		c.ExpectedOn = in(20, 25)
	case r == regrade:
		// A clear need without a date speaks for C.
	case c.Grade == model.GradeA:
		c.ExpectedOn = in(2, 25)
	case c.Grade == model.GradeB:
		c.ExpectedOn = in(35, 85)
	case c.Grade == model.GradeC && g.chance(40):
		c.ExpectedOn = in(95, 175)
	case c.Grade == model.GradeD && g.chance(15):
		c.ExpectedOn = in(200, 360)
	case c.Grade == model.GradeD:
		c.Need = model.NeedPotential
	case c.Grade == model.GradeE:
		c.Need = model.NeedNone
	case c.Grade == model.Ungraded:
		c.Need = model.NeedUnknown
	}
	c.Rapport, c.Decides = pick(g, model.Yes, model.Yes, model.No, ""), pick(g, model.Yes, model.No, "")
	c.Stage = model.Prospect
	switch {
	case c.Grade == model.GradeE && g.chance(50):
		c.Stage, c.LostReason = model.Lost, pick(g, model.LostReasons...)
	case c.ExpectedOn != "" && c.ExpectedOn < g.today.AddDays(90) && g.chance(60):
		c.Stage = model.Negotiating
	case c.Grade == model.GradeD && c.Need == model.NeedPotential && g.chance(12):
		c.Stage = model.Won
	}
	c.Interest = pick(g, t.interests...)
	if c.Need == model.NeedClear {
		c.ExpectedAmount = int64(g.between(t.least, t.most)) * 1000_00
		c.Important = c.ExpectedAmount > int64(t.most)*800_00
	}
	if r == due || r == doneToday {
		c.NextAction, c.NextMethod = pick(g, t.actions...), pick(g, model.Phone, model.Phone, model.Chat, model.Visit)
	}
}

func (g *generator) between(least, most int) int { return least + g.rng.IntN(most-least+1) }

func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

func pick[T any](g *generator, items ...T) T { return items[g.rng.IntN(len(items))] }

// workday is the day, or the working day after it.
func (g *generator) workday(d model.Date) model.Date { return g.cal.OnOrAfter(d) }

// workdayBefore is the last working day before the day.
func (g *generator) workdayBefore(d model.Date) model.Date {
	const year = 366
	for range year {
		if d = d.AddDays(-1); g.cal.IsWorkday(d) {
			return d
		}
	}
	return d
}
