package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWhatOrdersAskForOnToday(t *testing.T) {
	s := DefaultSettings()
	for _, tt := range []struct {
		name string
		o    Order
		done string // the nodes done on 2026-11-10
		want string // kind about since
	}{
		{"a quote before its answer is due", Order{QuotedOn: "2026-11-18"}, "", ""},
		{"a quote without an answer", Order{QuotedOn: "2026-11-16"}, "", "quote answer 2026-11-23"},
		{"not quoted yet", Order{}, "", ""},
		{"reserved for long", Order{ReservedOn: "2026-11-10", ReservedUntil: "2026-11-27"}, "", ""},
		{"the reservation ends", Order{ReservedOn: "2026-11-10", ReservedUntil: "2026-11-26"}, "", "quote reserved 2026-11-24"},
		{"the next node is ahead", Order{PromisedOn: "2026-12-08"}, "confirm price_review", ""},
		{"it is due tomorrow", Order{PromisedOn: "2026-12-05"}, "confirm price_review", "order_step prepare 2026-11-24"},
		{"the promise can't be kept any more", Order{PromisedOn: "2026-11-25"}, "confirm price_review prepare produce",
			"order_step promised 2026-11-24, order_step ship 2026-11-22"},
		{"a price to be reviewed", Order{Review: ReviewNeeded, PromisedOn: "2027-01-20"}, "", "order_step price_review 2026-11-20"},
		{"in transit", Order{ETA: "2026-11-24", PromisedOn: "2026-11-20"}, "confirm ship", ""},
		{"past the eta", Order{ETA: "2026-11-23"}, "confirm ship", "shipment past_eta 2026-11-24"},
		{"the receipt isn't confirmed", Order{ETA: "2026-11-21"}, "confirm ship", "shipment receipt 2026-11-23"},
		{"no eta: the promised day", Order{PromisedOn: "2026-11-21"}, "confirm ship", "shipment receipt 2026-11-23"},
		{"no day was promised", Order{}, "confirm", "order_step undated 2026-11-11"},
		{"nor shipped to arrive on one", Order{}, "confirm ship", "shipment receipt 2026-11-13"},
		{"received, the account is due", Order{}, "confirm receive", "order_step invoice 2026-11-17, order_step reconcile 2026-11-15"},
		{"the invoice isn't out", Order{}, "confirm receive reconcile", "order_step invoice 2026-11-16"},
		{"all done", Order{}, "confirm receive reconcile invoice", ""},
		{"cancelled", Order{CancelledOn: "2026-11-12", QuotedOn: "2026-11-01"}, "confirm", ""},
	} {
		o := tt.o
		o.OrderedOn = "2026-11-02"
		nodes := NodesOf(&o, nil)
		for _, node := range strings.Fields(tt.done) {
			nodes.Of(Node(node)).DoneOn = "2026-11-10"
		}
		if o.Review == ReviewNeeded {
			nodes.Of(NodeReview).PlannedOn = "2026-11-20"
		}
		o.Follow(nodes, "")
		nodes.Replan(&Order{}, &o, s)
		o.Follow(nodes, "")
		o.Parted(o.InOne(nil))
		var got []string
		for _, r := range Queue(Facts{Today: "2026-11-24", Settings: s, Orders: []Ordered{{Order: o}}}) {
			got = append(got, fmt.Sprint(r.Kind, " ", r.About, " ", r.DueOn))
		}
		slices.Sort(got)
		if text := strings.Join(got, ", "); text != tt.want {
			t.Errorf("%s:\n  %s\nwant\n  %s", tt.name, text, tt.want)
		}
	}
}

func TestRowsOfOrdersStandBetweenFollowUpsAndReminders(t *testing.T) {
	var got []RowKind
	rows := []Row{{Kind: RowReminder}, {Kind: RowQuote}, {Kind: RowAlert}, {Kind: RowShipment}, {Kind: RowFollowUp},
		{Kind: RowOrderStep}, {Kind: RowChase}}
	slices.SortStableFunc(rows, morePressing)
	for _, r := range rows {
		got = append(got, r.Kind)
	}
	if want := []RowKind{RowChase, RowFollowUp, RowShipment, RowOrderStep, RowQuote, RowReminder, RowAlert}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestAnInquiryAboutAPriceAsksForAQuote(t *testing.T) {
	for text, want := range map[string]RowKind{"问18厘板的价格": RowQuote, "How much is the X7?": RowQuote, "请报个价": RowQuote, "问交货周期": RowCase} {
		k := Case{Entry: Entry{Kind: Inquiry, Status: CaseOpen, At: "2026-11-22", Situation: text}}
		rows := Queue(Facts{Today: "2026-11-24", Settings: DefaultSettings(), Cases: []Case{k}})
		if len(rows) != 1 || rows[0].Kind != want || rows[0].DueOn != "2026-11-23" {
			t.Errorf("%s: %+v", text, rows)
		}
	}
}

func TestHabitsAreAlertsUnlessTheyAreSwitchedOff(t *testing.T) {
	f := Facts{Today: "2026-11-24", Settings: DefaultSettings(), Habits: []Habitual{
		{CustomerID: 1, Usual: 30, Last: "2026-10-01"}, {CustomerID: 2, Usual: 30, Last: "2026-10-30"},
		{CustomerID: 3, Quarter: "2026-10-01", Before: 100, Now: 10, Currency: "CNY"},
	}}
	show := func() (text string) {
		for _, r := range Queue(f) {
			text += fmt.Sprint(r.CustomerID, " ", r.About, " ", r.DueOn, "; ")
		}
		return text
	}
	if got := show(); got != "3 drop 2026-10-01; 1 interval 2026-11-16; " {
		t.Error(got)
	}
	f.Settings.IntervalAlert = false
	if got := show(); got != "3 drop 2026-10-01; " {
		t.Error(got)
	}
}
