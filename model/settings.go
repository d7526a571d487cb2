package model

import (
	"slices"
	"strings"
	"time"
)

// Settings are what a person sets once (rule 1.10). Every one has a default.
type Settings struct {
	Meta
	CompanyName string
	Salesperson string
	Team        string
	Currency    string // ISO 4217, of amounts typed without one

	// Days between contacts per grade, rule 2.2.
	CadenceA, CadenceB, CadenceC, CadenceD, CadenceUngraded int64

	DateLead int64 // days before a birthday on which it is on Today
	// ImportanceThreshold is from which amount on a customer is important
	// (rule 2.3), in minor units of Currency; 0 = by hand only.
	ImportanceThreshold int64

	WorkdaysOnly bool // due dates are moved forward to working days
	RestDays     List // sun, mon, … sat
	Statutory    bool // Chinese statutory holidays and make-up days are observed
	Holidays     List // days off that a person adds, YYYY-MM-DD
	Workdays     List // working days that a person adds

	Language string // zh, en; empty = from the locale
	Theme    string // auto, dark, light
	Borders  string // line, ascii

	// What people add to the lists of choices; the built-in ones always stay.
	Sources, LostReasons List

	// Backups: where they go (empty: beside the database), how many of a kind are
	// kept, and for how many days.
	BackupFolder            string
	BackupCount, BackupDays int64

	MaskAfter   int64 // minutes without a key after which private data is masked; 0 = never
	LockAfter   int64 // minutes without a key after which the screen is locked, where it has a passphrase; 0 = never
	PrivacyMask bool  // phones, addresses and numbers are shown in part only

	// Receivables, rules 2.4 to 2.6.
	AgingDays  List   // the last day of each bucket after the due date
	Ladder     List   // the chasing steps, in days from the due date
	Rates      List   // what a unit of other currencies is worth in the default one: USD=7.2
	LateRate   string // interest for late payment, as contracts have it: 日万分之五; "" = none
	ChaseBy    string // what presses most of what is owed: ChaseByAmount or ChaseByAge
	MonthTerms string // 月结: MonthsWhole or MonthsDays
	MonthFrom  string // whose month: invoice, delivery, reconciliation
	// Where customers pay to, for letters and statements.
	BankName, BankAccount, BankHolder string
	Plans                             List // named terms of payment: name=terms

	// Orders, rule 1.4, 2.2 and 2.9. Days before the promised day by which a node
	// should be done; days after the receipt for the account and the invoice.
	LeadConfirm, LeadReview, LeadPrepare, LeadProduce, LeadShip int64
	LagReconcile, LagInvoice                                    int64

	NodeLead      int64 // days before its planned day on which a node is on Today
	DiscountLimit int64 // percent off a line beyond which the price is reviewed; 0 = without a limit
	QuoteDays     int64 // days after which a quote without an answer is on Today
	ReserveDays   int64 // days before reserved goods are free again on which it is said
	CareDays      int64 // days between two care visits 回访
	IntervalAlert bool  // whether a customer who orders later than usual is an alert
}

// By what Today ranks what is owed.
const (
	ChaseByAmount = "amount" // the amount at risk, then the age
	ChaseByAge    = "age"    // the age, then the amount
)

// HasBank reports whether a customer can be told where to pay to.
func (s Settings) HasBank() bool { return s.BankName != "" && s.BankAccount != "" }

// DefaultSettings are the settings of a new database.
func DefaultSettings() Settings {
	return Settings{
		Theme: "auto", Borders: "line", Currency: DefaultCurrency,
		CadenceA: 1, CadenceB: 7, CadenceC: 15, CadenceD: 30, CadenceUngraded: 7,
		WorkdaysOnly: true, RestDays: "sat\nsun", Statutory: true, DateLead: 3,
		AgingDays: "30\n60\n90", Ladder: "-7\n-1\n1\n7\n15\n30", ChaseBy: ChaseByAmount, MonthTerms: MonthsWhole, MonthFrom: "invoice",
		LeadConfirm: 14, LeadReview: 13, LeadPrepare: 10, LeadProduce: 4, LeadShip: 2, LagReconcile: 5, LagInvoice: 7,
		NodeLead: 1, DiscountLimit: 10, QuoteDays: 7, ReserveDays: 2, CareDays: 90, IntervalAlert: true,
		BackupCount: 14, BackupDays: 90,
	}
}

// mostDays is how many characters the lists of added days take: the days off
// of many years.
const mostDays = 20000

// SettingsFields is the settings' field table, in the order of the settings
// screen.
var SettingsFields = Fields[Settings]{
	text("company_name", func(s *Settings) *string { return &s.CompanyName }).begins("general"),
	text("salesperson", func(s *Settings) *string { return &s.Salesperson }),
	text("default_team", func(s *Settings) *string { return &s.Team }),
	text("default_currency", func(s *Settings) *string { return &s.Currency }).required().max(3),
	number("cadence_a", 1, 3650, func(s *Settings) *int64 { return &s.CadenceA }).required().begins("follow_up"),
	number("cadence_b", 1, 3650, func(s *Settings) *int64 { return &s.CadenceB }).required(),
	number("cadence_c", 1, 3650, func(s *Settings) *int64 { return &s.CadenceC }).required(),
	number("cadence_d", 1, 3650, func(s *Settings) *int64 { return &s.CadenceD }).required(),
	number("cadence_ungraded", 1, 3650, func(s *Settings) *int64 { return &s.CadenceUngraded }).required(),
	number("date_lead", 0, 60, func(s *Settings) *int64 { return &s.DateLead }),
	amount("importance_threshold", func(s *Settings) *int64 { return &s.ImportanceThreshold }),
	flagField(Spec{Code: "workdays_only"}, func(s *Settings) *bool { return &s.WorkdaysOnly }).begins("working_days"),
	textField(Spec{Code: "rest_days", Kind: KindTags}, func(s *Settings) *List { return &s.RestDays }),
	flagField(Spec{Code: "statutory"}, func(s *Settings) *bool { return &s.Statutory }),
	textField(Spec{Code: "holidays", Kind: KindTags}, func(s *Settings) *List { return &s.Holidays }).max(mostDays),
	textField(Spec{Code: "workdays", Kind: KindTags}, func(s *Settings) *List { return &s.Workdays }).max(mostDays),
	textField(Spec{Code: "aging_days", Kind: KindTags, Required: true}, func(s *Settings) *List { return &s.AgingDays }).begins("money"),
	textField(Spec{Code: "ladder", Kind: KindTags}, func(s *Settings) *List { return &s.Ladder }),
	choice("chase_by", []string{ChaseByAmount, ChaseByAge}, func(s *Settings) *string { return &s.ChaseBy }).required(),
	textField(Spec{Code: "rates", Kind: KindTags}, func(s *Settings) *List { return &s.Rates }).max(400),
	text("late_rate", func(s *Settings) *string { return &s.LateRate }).max(40),
	choice("month_terms", []string{MonthsWhole, MonthsDays}, func(s *Settings) *string { return &s.MonthTerms }).required(),
	choice("month_from", []string{"invoice", "delivery", "reconciliation"}, func(s *Settings) *string { return &s.MonthFrom }).required(),
	text("bank_name", func(s *Settings) *string { return &s.BankName }),
	text("bank_account", func(s *Settings) *string { return &s.BankAccount }),
	text("bank_holder", func(s *Settings) *string { return &s.BankHolder }),
	textField(Spec{Code: "plans", Kind: KindTags}, func(s *Settings) *List { return &s.Plans }).max(2000),
	number("lead_confirm", 0, 365, func(s *Settings) *int64 { return &s.LeadConfirm }).begins("orders"),
	number("lead_price_review", 0, 365, func(s *Settings) *int64 { return &s.LeadReview }),
	number("lead_prepare", 0, 365, func(s *Settings) *int64 { return &s.LeadPrepare }),
	number("lead_produce", 0, 365, func(s *Settings) *int64 { return &s.LeadProduce }),
	number("lead_ship", 0, 365, func(s *Settings) *int64 { return &s.LeadShip }),
	number("lag_reconcile", 0, 365, func(s *Settings) *int64 { return &s.LagReconcile }),
	number("lag_invoice", 0, 365, func(s *Settings) *int64 { return &s.LagInvoice }),
	number("node_lead", 0, 60, func(s *Settings) *int64 { return &s.NodeLead }),
	number("discount_limit", 0, 100, func(s *Settings) *int64 { return &s.DiscountLimit }),
	number("quote_days", 1, 365, func(s *Settings) *int64 { return &s.QuoteDays }).required(),
	number("reserve_days", 0, 60, func(s *Settings) *int64 { return &s.ReserveDays }),
	number("care_days", 1, 3650, func(s *Settings) *int64 { return &s.CareDays }).required(),
	flagField(Spec{Code: "interval_alert"}, func(s *Settings) *bool { return &s.IntervalAlert }),
	choice("language", []string{"zh", "en"}, func(s *Settings) *string { return &s.Language }).begins("look"),
	choice("theme", []string{"auto", "dark", "light"}, func(s *Settings) *string { return &s.Theme }).required(),
	choice("borders", []string{"line", "ascii"}, func(s *Settings) *string { return &s.Borders }).required(),
	textField(Spec{Code: "sources", Kind: KindTags}, func(s *Settings) *List { return &s.Sources }).max(2000).begins("lists"),
	textField(Spec{Code: "lost_reasons", Kind: KindTags}, func(s *Settings) *List { return &s.LostReasons }).max(2000),
	text("backup_folder", func(s *Settings) *string { return &s.BackupFolder }).begins("backups"),
	number("backup_count", 1, 1000, func(s *Settings) *int64 { return &s.BackupCount }).required(),
	number("backup_days", 1, 3650, func(s *Settings) *int64 { return &s.BackupDays }).required(),
	flagField(Spec{Code: "privacy_mask"}, func(s *Settings) *bool { return &s.PrivacyMask }).begins("privacy"),
	number("mask_after", 0, 1440, func(s *Settings) *int64 { return &s.MaskAfter }),
	number("lock_after", 0, 1440, func(s *Settings) *int64 { return &s.LockAfter }),
}

// weekdays are the codes of the days of the week, as Settings.RestDays has
// them.
var weekdays = []string{time.Sunday: "sun", time.Monday: "mon", time.Tuesday: "tue", time.Wednesday: "wed",
	time.Thursday: "thu", time.Friday: "fri", time.Saturday: "sat"}

// Check refuses settings that can't be followed.
func (s *Settings) Check() error {
	if err := SettingsFields.Check(s); err != nil {
		return err
	}
	if !IsCurrency(s.Currency) {
		return At("default_currency", Refuse(RefusedCurrency, s.Currency))
	}
	for _, day := range s.RestDays.Items() {
		if !slices.Contains(weekdays, day) {
			return &FieldError{Field: "rest_days", Code: RefusedOption, Args: append([]string{day}, weekdays...)}
		}
	}
	for code, days := range map[string]List{"holidays": s.Holidays, "workdays": s.Workdays} {
		for _, day := range days.Items() {
			if d, err := ParseDate(day, "", Nearest); err != nil || string(d) != day {
				return At(code, Refuse(RefusedDateFormat, day))
			}
		}
	}
	return s.checkMoney()
}

// Apply sets the values given by code, in canonical text, and leaves the
// others as they are. The threshold keeps its figure when only the currency
// changes: 50,000 stay 50,000 where the yen has no cents.
func (s *Settings) Apply(values map[string]string) {
	decimals := Decimals(s.Currency)
	for _, f := range SettingsFields {
		if v, ok := values[f.Code]; ok {
			f.Set(s, v)
		}
	}
	if _, given := values["importance_threshold"]; given {
		return
	}
	for ; decimals < Decimals(s.Currency) && s.ImportanceThreshold <= MaxAmount/10; decimals++ {
		s.ImportanceThreshold *= 10
	}
	for ; decimals > Decimals(s.Currency); decimals-- {
		s.ImportanceThreshold /= 10
	}
}

// Value is one setting's canonical text; false for a code that is none.
func (s *Settings) Value(code string) (string, bool) {
	f, ok := SettingsFields.ByCode(code)
	if !ok {
		return "", false
	}
	return f.Get(s), true
}

// JSON is one setting's value as scripts read it, as in JSON.
func (s *Settings) JSON(code string) any {
	f, ok := SettingsFields.ByCode(code)
	if !ok {
		return nil
	}
	return f.jsonValue(f.Get(s), s.Currency)
}

// IsCurrency tells whether a code is an ISO 4217 currency that the program
// reads amounts of.
func IsCurrency(code string) bool {
	return slices.Contains(currencyCodes, code) || len(code) == 3 && Decimals(code) != 2
}

// ReadCurrency is the currency that a code or a word means: cny, 人民币, US$.
func ReadCurrency(text string) (string, error) {
	word := strings.ToUpper(HalfWidth(Clean(text)))
	if IsCurrency(word) {
		return word, nil
	}
	for _, w := range currencyWords {
		if w.word == word && IsCurrency(namedCurrency(w.code, DefaultCurrency)) {
			return namedCurrency(w.code, DefaultCurrency), nil
		}
	}
	return "", Refuse(RefusedCurrency, text)
}

// OwnOptions are the values that the person added, by the customer's field
// that takes them.
func (s Settings) OwnOptions() map[string][]string {
	return map[string][]string{"source": s.Sources.Items(), "lost_reason": s.LostReasons.Items()}
}

// Important tells whether a customer is important (rule 2.3): marked by hand,
// or expected to buy for the threshold or more. An amount of another currency
// is not compared.
func (s Settings) Important(c *Customer) bool {
	same := c.Currency == "" || c.Currency == s.Currency
	return c.Important || same && s.ImportanceThreshold > 0 && c.ExpectedAmount >= s.ImportanceThreshold
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
	for day, code := range weekdays {
		if s.RestDays.Has(code) {
			cal.Rest = append(cal.Rest, time.Weekday(day))
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

// PlansAs tells whether the next dates come out as with other settings: the
// cadence and the working days are the same.
func (s Settings) PlansAs(other Settings) bool {
	plan := func(s Settings) Settings {
		return Settings{
			CadenceA: s.CadenceA, CadenceB: s.CadenceB, CadenceC: s.CadenceC, CadenceD: s.CadenceD, CadenceUngraded: s.CadenceUngraded,
			CareDays: s.CareDays, WorkdaysOnly: s.WorkdaysOnly, RestDays: s.RestDays, Statutory: s.Statutory, Holidays: s.Holidays,
			Workdays: s.Workdays,
		}
	}
	return plan(s) == plan(other)
}

// Guesses tells whether a date that is moved to working days may be wrong by
// some: the holidays of its year are not known yet.
func (s Settings) Guesses(d Date) bool { return s.WorkdaysOnly && s.Calendar().Misses(d) }

func (s Settings) workday(d Date) Date {
	if !s.WorkdaysOnly {
		return d
	}
	return s.Calendar().OnOrAfter(d)
}

// workdayBefore is a day or, where it is a rest day, the working day before it.
func (s Settings) workdayBefore(d Date) Date {
	if !s.WorkdaysOnly {
		return d
	}
	return s.Calendar().OnOrBefore(d)
}

// NextWorkday is the first working day after a day.
func (s Settings) NextWorkday(d Date) Date {
	if !s.WorkdaysOnly {
		return d.AddDays(1)
	}
	return s.Calendar().After(d)
}
