package model

// The enumerations of a customer (rule 1.1). Values are the stored codes.
type (
	CustomerKind string // person or company
	Gender       string
	Role         string // whether the customer buys, or brings buyers
	Need         string // how clear the demand is
	Answer       string // yes, no, or empty for not known
	Class        string // 客户类型, the five classes of the paper form
	Stage        string // how far the deal is
	Grade        string // A to E, empty = not yet graded; rule 2.1
)

const (
	Person  CustomerKind = "person"
	Company CustomerKind = "company"

	Male   Gender = "male"
	Female Gender = "female"

	NeedUnknown   Need = "unknown"
	NeedClear     Need = "clear"     // 目标客户
	NeedPotential Need = "potential" // 潜在客户
	NeedNone      Need = "none"      // 死亡客户

	Yes Answer = "yes"
	No  Answer = "no"

	ClassNew        Class = "new"        // 新客户
	ClassInterested Class = "interested" // 意向客户: a clear need, not urgent
	ClassReady      Class = "ready"      // 准客户: buys within a month
	ClassWarm       Class = "warm"       // 优质潜在客户: good rapport, no clear need
	ClassCold       Class = "cold"       // 一般潜在客户: no clear need, no power to decide

	Prospect    Stage = "prospect"
	Negotiating Stage = "negotiating"
	Won         Stage = "won"
	Lost        Stage = "lost"

	GradeA   Grade = "A"
	GradeB   Grade = "B"
	GradeC   Grade = "C"
	GradeD   Grade = "D"
	GradeE   Grade = "E"
	Ungraded Grade = ""

	SourceWalkIn = "walk_in"
)

// Needs are the needs in the order of a form.
var Needs = []Need{NeedUnknown, NeedClear, NeedPotential, NeedNone}

// Grades are the grades in their order, most pressing first.
var Grades = []Grade{GradeA, GradeB, GradeC, GradeD, GradeE}

// Sources are the built-in customer sources; people add their own.
var Sources = []string{SourceWalkIn, "cold_visit", "referral", "phone_in", "web", "ad", "exhibition", "other"}

// LostReasons are the built-in reasons for a lost deal; people add their own.
var LostReasons = []string{"price", "competitor", "no_budget", "other"}

var answers = []Answer{Yes, No}

// Customer is the customer card (rule 1.1): who they are, what they want, how
// pressing they are and when to contact them next.
type Customer struct {
	Meta
	Bought
	Kind     CustomerKind
	Name     string
	Gender   Gender
	Phones   List // as typed; matched on PhoneDigits
	WeChat   string
	Email    string
	Address  string
	Birthday Birthday
	Family   string
	// PartySize is how many people came into the shop; 0 = not noted.
	PartySize int64
	Interest  string // what they would buy, and what they have now
	Owner     string // the salesperson who filled in the card
	Team      string
	FilledOn  Date
	Source    string
	Campaign  int64 // the campaign by which they came; 0 = none
	Referrer  int64 // the customer who brought this one; 0 = none
	Role      Role
	Need      Need
	Rapport   Answer
	Decides   Answer

	ExpectedOn     Date
	ExpectedAmount int64  // minor units of Currency
	Currency       string // ISO 4217, of every amount on the card
	Class          Class
	Stage          Stage
	LostReason     string
	LostTo         string // the competitor who won the deal
	LostPrice      int64  // what the competitor asked; minor units of Currency
	Important      bool
	Grade          Grade

	Terms          string // payment terms as people write them, rule 2.5
	CreditLimit    int64  // minor units of Currency
	PotentialScore int64  // 1..5, 0 = not scored
	PaymentScore   int64  // 1..5, 0 = not scored
	Tags           List

	NextOn     Date  // rule 2.2; empty = nothing planned
	NextBasis  Basis // who says so: what a person agreed never moves by itself
	NextAction string
	NextMethod Method

	Consent   string // how the customer agreed that the data is kept
	ConsentOn Date
	Remark    string

	Archived bool // hidden, never lost

	// Kept by the rules.
	LastOn    Date  // the latest contact that reached the customer
	Attempts  int64 // contacts that failed since LastOn
	RetryOn   Date  // after a failed attempt: the working day to try again
	RegradeOn Date  // the first day on which the suggested grade differs, see RegradeOn
	AheadOn   Date  // the first entry that is dated after today; it counts from that day on
	CareFrom  Date  // since when the customer has all that was ordered; empty while an order is open, or before the first
	Inferred  List  // codes of fields that an import inferred and nobody has confirmed yet
}

// Classes and Stages are the choices.
var (
	Classes = []Class{ClassNew, ClassInterested, ClassReady, ClassWarm, ClassCold}
	Stages  = []Stage{Prospect, Negotiating, Won, Lost}
)

// CustomerFields is the customer's field table, in the order of the paper
// form and then of the card.
var CustomerFields = Fields[Customer]{
	text("name", func(c *Customer) *string { return &c.Name }).required().max(200).begins("who"),
	choice("kind", []CustomerKind{Person, Company}, func(c *Customer) *CustomerKind { return &c.Kind }),
	choice("gender", []Gender{Male, Female}, func(c *Customer) *Gender { return &c.Gender }).orUnknown(),
	textField(Spec{Code: "phones", Kind: KindPhones}, func(c *Customer) *List { return &c.Phones }),
	text("wechat", func(c *Customer) *string { return &c.WeChat }),
	text("email", func(c *Customer) *string { return &c.Email }),
	text("address", func(c *Customer) *string { return &c.Address }),
	textField(Spec{Code: "birthday", Kind: KindBirthday}, func(c *Customer) *Birthday { return &c.Birthday }),
	note("family", func(c *Customer) *string { return &c.Family }),
	number("party_size", 0, 99, func(c *Customer) *int64 { return &c.PartySize }),
	note("interest", func(c *Customer) *string { return &c.Interest }).begins("want"),
	choice("source", Sources, func(c *Customer) *string { return &c.Source }).open(),
	ref("campaign", RowOfCampaign, func(c *Customer) *int64 { return &c.Campaign }),
	ref("referrer", "customer", func(c *Customer) *int64 { return &c.Referrer }),
	choice("role", []Role{"direct", "key_person", "latent"}, func(c *Customer) *Role { return &c.Role }),
	choice("need", Needs, func(c *Customer) *Need { return &c.Need }),
	choice("rapport", answers, func(c *Customer) *Answer { return &c.Rapport }).orUnknown(),
	choice("decides", answers, func(c *Customer) *Answer { return &c.Decides }).orUnknown(),
	date("expected_on", func(c *Customer) *Date { return &c.ExpectedOn }).ahead(),
	amount("expected_amount", func(c *Customer) *int64 { return &c.ExpectedAmount }),
	choice("class", Classes, func(c *Customer) *Class {
		return &c.Class
	}).begins("state"),
	choice("stage", Stages, func(c *Customer) *Stage { return &c.Stage }),
	choice("lost_reason", LostReasons, func(c *Customer) *string { return &c.LostReason }).open(),
	text("lost_to", func(c *Customer) *string { return &c.LostTo }).half(),
	amount("lost_price", func(c *Customer) *int64 { return &c.LostPrice }).half(),
	flagField(Spec{Code: "important"}, func(c *Customer) *bool { return &c.Important }),
	choice("grade", Grades, func(c *Customer) *Grade { return &c.Grade }),
	textField(Spec{Code: "tags", Kind: KindTags}, func(c *Customer) *List { return &c.Tags }),
	date("next_on", func(c *Customer) *Date { return &c.NextOn }).ahead(),
	choice("next_basis", []Basis{Agreed, Computed}, func(c *Customer) *Basis { return &c.NextBasis }),
	text("next_action", func(c *Customer) *string { return &c.NextAction }),
	choice("next_method", Methods, func(c *Customer) *Method { return &c.NextMethod }),
	text("currency", func(c *Customer) *string { return &c.Currency }).max(3).begins("terms"),
	text("terms", func(c *Customer) *string { return &c.Terms }),
	amount("credit_limit", func(c *Customer) *int64 { return &c.CreditLimit }),
	number("potential_score", 1, 5, func(c *Customer) *int64 { return &c.PotentialScore }),
	number("payment_score", 1, 5, func(c *Customer) *int64 { return &c.PaymentScore }),
	text("owner", func(c *Customer) *string { return &c.Owner }).begins("file"),
	text("team", func(c *Customer) *string { return &c.Team }),
	date("filled_on", func(c *Customer) *Date { return &c.FilledOn }),
	text("consent", func(c *Customer) *string { return &c.Consent }),
	date("consent_on", func(c *Customer) *Date { return &c.ConsentOn }),
	note("remark", func(c *Customer) *string { return &c.Remark }),
	flagField(Spec{Code: "archived"}, func(c *Customer) *bool { return &c.Archived }).kept(),
	date("last_on", func(c *Customer) *Date { return &c.LastOn }).kept(),
	number("attempts", 0, 1<<31, func(c *Customer) *int64 { return &c.Attempts }).kept(),
	date("retry_on", func(c *Customer) *Date { return &c.RetryOn }).kept(),
	date("regrade_on", func(c *Customer) *Date { return &c.RegradeOn }).kept(),
	date("ahead_on", func(c *Customer) *Date { return &c.AheadOn }).kept(),
	date("care_from", func(c *Customer) *Date { return &c.CareFrom }).kept(),
	textField(Spec{Code: "inferred", Kind: KindTags}, func(c *Customer) *List { return &c.Inferred }).kept(),
}

// Check refuses a card that can't be kept as it is.
func (c *Customer) Check() error {
	if err := CustomerFields.Check(c); err != nil {
		return err
	}
	if c.Birthday != "" {
		if _, err := ParseBirthday(string(c.Birthday), c.FilledOn); err != nil {
			return At("birthday", err)
		}
	}
	if c.Referrer != 0 && c.Referrer == c.ID {
		return At("referrer", Refuse(RefusedReference, c.Name))
	}
	return nil
}

// LossFields say of a lost deal why, to whom and at what price; they stand on no
// other card.
var LossFields = []string{"lost_reason", "lost_to", "lost_price"}

// ClearLoss takes what is said of a loss off a card whose deal isn't lost.
func (c *Customer) ClearLoss() { c.LostReason, c.LostTo, c.LostPrice = "", "", 0 }

// CheckLost refuses a deal that is lost without saying why, now that it is lost
// or the reason was taken off, and what is said of a loss where nothing is lost
// (rule 1.1). before is the card as it was.
func (c *Customer) CheckLost(before *Customer) error {
	if c.Stage == Lost {
		if c.LostReason == "" && (before.Stage != Lost || before.LostReason != "") {
			return At("lost_reason", Refuse(RefusedRequired))
		}
		return nil
	}
	for _, code := range LossFields {
		f, _ := CustomerFields.ByCode(code)
		if is := f.Get(c); is != "" && is != f.Get(before) {
			return At(code, Refuse(RefusedNotLost))
		}
	}
	return nil
}

// LossNote is the market note of a deal that is lost to a competitor now, or of
// whom, or at what price, more is known than before; false where none is due.
func (c *Customer) LossNote(before *Customer, today Date) (MarketNote, bool) {
	same := before.Stage == Lost && before.LostTo == c.LostTo && before.LostPrice == c.LostPrice
	if c.Stage != Lost || c.LostTo == "" || same {
		return MarketNote{}, false
	}
	return MarketNote{CustomerID: c.ID, NotedOn: today, Competitor: c.LostTo, Price: c.LostPrice, Currency: c.Currency}, true
}

// InferLost notes another reason, or the competitor whom it names, where a file
// says that a deal is lost and not why, until a person says it.
func (c *Customer) InferLost() {
	if c.Stage == Lost && c.LostReason == "" {
		if c.LostReason = "other"; c.LostTo != "" {
			c.LostReason = "competitor"
		}
		c.Inferred = ListOf(append(c.Inferred.Items(), "lost_reason")...)
	}
}

// Complete fills in what a new card takes from the settings and the day: the
// salesperson, the team, the currency, the date, and when the customer is due.
func (c *Customer) Complete(s Settings, today Date) {
	setIfEmpty(&c.Owner, s.Salesperson)
	setIfEmpty(&c.Team, s.Team)
	setIfEmpty(&c.Currency, s.Currency)
	setIfEmpty(&c.FilledOn, today)
	setIfEmpty(&c.Kind, Person)
	setIfEmpty(&c.Need, NeedUnknown)
	setIfEmpty(&c.Stage, Prospect)
	setIfEmpty(&c.Class, c.SuggestClass(today))
	if c.NextOn == "" {
		c.NextOn, c.NextBasis = c.DueAfter(c.LastOn, s), Computed
	}
	setIfEmpty(&c.NextBasis, Agreed)
	c.RegradeOn = c.firstRegrade(today)
}

func setIfEmpty[S ~string](at *S, value S) {
	if *at == "" {
		*at = value
	}
}
