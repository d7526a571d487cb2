package model

import (
	"strings"
	"time"
)

// Settings are what a person sets once (SPEC 1.10). Every one has a default.
type Settings struct {
	Meta
	Language    string // zh, en; empty = from the locale
	Theme       string // auto, dark, light
	Borders     string // line, ascii
	CompanyName string
	Salesperson string
	Team        string
	Currency    string // ISO 4217, of amounts typed without one

	// Days between contacts per grade, rule 2.2.
	CadenceA, CadenceB, CadenceC, CadenceD, CadenceUngraded int64

	WorkdaysOnly bool  // due dates are moved forward to working days
	RestDays     List  // sun, mon, … sat
	Statutory    bool  // Chinese statutory holidays and make-up days are observed
	Holidays     List  // days off that a person adds, YYYY-MM-DD
	Workdays     List  // working days that a person adds
	DateLead     int64 // days before a birthday on which it is on Today
}

// DefaultSettings are the settings of a new database.
func DefaultSettings() Settings {
	return Settings{
		Theme: "auto", Borders: "line", Currency: "CNY",
		CadenceA: 1, CadenceB: 7, CadenceC: 15, CadenceD: 30, CadenceUngraded: 7,
		WorkdaysOnly: true, RestDays: "sat\nsun", Statutory: true, DateLead: 3,
	}
}

// SettingsFields is the settings' field table.
var SettingsFields = Fields[Settings]{
	choice("language", []string{"zh", "en"}, func(s *Settings) *string { return &s.Language }),
	choice("theme", []string{"auto", "dark", "light"}, func(s *Settings) *string { return &s.Theme }),
	choice("borders", []string{"line", "ascii"}, func(s *Settings) *string { return &s.Borders }),
	text("company_name", func(s *Settings) *string { return &s.CompanyName }),
	text("salesperson", func(s *Settings) *string { return &s.Salesperson }),
	text("default_team", func(s *Settings) *string { return &s.Team }),
	text("default_currency", func(s *Settings) *string { return &s.Currency }).max(3),
	number("cadence_a", 1, 3650, func(s *Settings) *int64 { return &s.CadenceA }),
	number("cadence_b", 1, 3650, func(s *Settings) *int64 { return &s.CadenceB }),
	number("cadence_c", 1, 3650, func(s *Settings) *int64 { return &s.CadenceC }),
	number("cadence_d", 1, 3650, func(s *Settings) *int64 { return &s.CadenceD }),
	number("cadence_ungraded", 1, 3650, func(s *Settings) *int64 { return &s.CadenceUngraded }),
	flagField(Spec{Code: "workdays_only"}, func(s *Settings) *bool { return &s.WorkdaysOnly }),
	textField(Spec{Code: "rest_days", Kind: KindTags}, func(s *Settings) *List { return &s.RestDays }),
	flagField(Spec{Code: "statutory"}, func(s *Settings) *bool { return &s.Statutory }),
	textField(Spec{Code: "holidays", Kind: KindTags}, func(s *Settings) *List { return &s.Holidays }),
	textField(Spec{Code: "workdays", Kind: KindTags}, func(s *Settings) *List { return &s.Workdays }),
	number("date_lead", 0, 60, func(s *Settings) *int64 { return &s.DateLead }),
}

// CadenceDays is how many days may lie between two contacts of a grade; 0 for
// grade E, which has no cadence.
func (s Settings) CadenceDays(g Grade) int {
	days := map[Grade]int64{GradeA: s.CadenceA, GradeB: s.CadenceB, GradeC: s.CadenceC, GradeD: s.CadenceD, Ungraded: s.CadenceUngraded}
	return int(days[g])
}

// Calendar is the person's working days.
func (s Settings) Calendar() Calendar {
	cal := Calendar{Statutory: s.Statutory}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if s.RestDays.Has(strings.ToLower(day.String()[:3])) {
			cal.Rest = append(cal.Rest, day)
		}
	}
	for _, d := range s.Holidays.Items() {
		cal.Holidays = append(cal.Holidays, Date(d))
	}
	for _, d := range s.Workdays.Items() {
		cal.Workdays = append(cal.Workdays, Date(d))
	}
	return cal
}

func (s Settings) workday(d Date) Date {
	if !s.WorkdaysOnly {
		return d
	}
	return s.Calendar().OnOrAfter(d)
}

// NextWorkday is the first working day after a day.
func (s Settings) NextWorkday(d Date) Date {
	if !s.WorkdaysOnly {
		return d.AddDays(1)
	}
	return s.Calendar().After(d)
}
