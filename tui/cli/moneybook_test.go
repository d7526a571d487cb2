package cli_test

import (
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The oracle of the book of money: it reads the same commands and reckons by plain
// arithmetic of its own, with nothing of the program's code.
type bookDebt struct {
	who, name, currency string
	amount              int64 // cents
	since, due, known   string
	took                []bookTake // what settled it
}

type bookTake struct {
	on   string
	sum  int64
	paid bool // money, no credit
}

type bookPay struct {
	who, on, currency string
	sum               int64
	draft             bool
}

type book struct {
	debts []*bookDebt
	pays  []bookPay
	off   []bookPay // credited and given up
}

func cents(text string) int64 {
	whole, part, _ := strings.Cut(text, ".")
	n, _ := strconv.ParseInt(whole, 10, 64)
	m, _ := strconv.ParseInt((part + "00")[:2], 10, 64)
	return n*100 + m
}

// said are the values of a flag in a command's words.
func said(words []string, flag string) (values []string) {
	for i := 0; i+1 < len(words); i++ {
		if words[i] == flag {
			values = append(values, words[i+1])
		}
	}
	return values
}

func one(values []string, other string) string {
	if len(values) == 0 {
		return other
	}
	return values[0]
}

func (b *book) read(words []string) {
	switch words[0] {
	case "owe":
		due := said(words, "--due")[0]
		b.debts = append(b.debts, &bookDebt{who: words[1], name: said(words, "--invoice")[0], amount: cents(words[2]),
			currency: one(said(words, "--currency"), "CNY"), since: said(words, "--on")[0], due: due, known: "2000-01-01"})
	case "#=":
		b.debts = append(b.debts, &bookDebt{who: words[2], name: words[1], amount: cents(words[3]), currency: "CNY",
			since: words[4], due: words[5], known: words[6]})
	case "pay":
		on, sum := said(words, "--on")[0], cents(words[2])
		b.pays = append(b.pays, bookPay{words[1], on, one(said(words, "--currency"), "CNY"), sum, one(said(words, "--method"), "") == "draft"})
		for _, name := range said(words, "--for") {
			for _, d := range b.debts {
				if part := min(sum, d.amount-d.settled("9999")); d.name == name && part > 0 {
					d.took = append(d.took, bookTake{on, part, true})
					sum -= part
				}
			}
		}
	case "credit", "write-off":
		for _, d := range b.debts {
			if d.name == words[1] {
				d.took = append(d.took, bookTake{said(words, "--on")[0], cents(words[2]), false})
				b.off = append(b.off, bookPay{d.who, said(words, "--on")[0], d.currency, cents(words[2]), false})
			}
		}
	}
}

func (d *bookDebt) settled(day string) (sum int64) {
	for _, t := range d.took {
		if t.on <= day {
			sum += t.sum
		}
	}
	return sum
}

func daysBetween(from, to string) int {
	a, _ := time.Parse("2006-01-02", from)
	b, _ := time.Parse("2006-01-02", to)
	return int(math.Round(b.Sub(a).Hours() / 24))
}

// age is the bucket of a debt on a day.
func (d *bookDebt) age(day string) string {
	if d.known > day {
		return "undated"
	}
	switch late := daysBetween(d.due, day); {
	case late <= 0:
		return "not_due"
	case late <= 30:
		return "d1_30"
	case late <= 60:
		return "d31_60"
	case late <= 90:
		return "d61_90"
	}
	return "d90_plus"
}

func (b *book) aging(day string) map[string]int64 {
	sums := map[string]int64{}
	for _, d := range b.debts {
		if open := d.amount - d.settled(day); d.since <= day && open > 0 {
			sums[d.who+" "+d.currency+" "+d.age(day)] += open
			sums[d.who+" "+d.currency+" total"] += open
		}
	}
	return sums
}

// balance is what a customer owes in a currency, the advance taken off.
func (b *book) balance(who, currency, day string) (sum int64) {
	for _, d := range b.debts {
		if d.who == who && d.currency == currency && d.since <= day {
			sum += d.amount
		}
	}
	for _, p := range append(append([]bookPay{}, b.pays...), b.off...) {
		if p.who == who && p.currency == currency && p.on <= day {
			sum -= p.sum
		}
	}
	return sum
}

// score is the payment score by the rule: the average days late by value, of what was
// paid and of what is overdue, in bands, at most 3 with anything over 60 days late.
func (b *book) score(who, day string) int {
	var weight, sum, oldest int64
	for _, d := range b.debts {
		if d.who != who || d.since > day || d.known > day {
			continue
		}
		for _, t := range d.took {
			if t.paid && t.on <= day {
				weight, sum = weight+t.sum, sum+t.sum*int64(daysBetween(d.due, t.on))
			}
		}
		if late := int64(daysBetween(d.due, day)); late > 0 && d.amount > d.settled(day) {
			open := d.amount - d.settled(day)
			weight, sum, oldest = weight+open, sum+open*late, max(oldest, late)
		}
	}
	if weight == 0 {
		return 0
	}
	score := 1
	for _, band := range []struct{ days, score int64 }{{60, 2}, {30, 3}, {7, 4}, {0, 5}} {
		if sum <= band.days*weight {
			score = int(band.score)
		}
	}
	if oldest > 60 {
		score = min(score, 3)
	}
	return score
}

// exposure is what is open, with the drafts that aren't cashed.
func (b *book) exposure(who, day string) (sum int64) {
	for _, d := range b.debts {
		if d.who == who && d.currency == "CNY" && d.since <= day {
			sum += d.amount - d.settled(day)
		}
	}
	for _, p := range b.pays {
		if p.who == who && p.draft && p.on <= day {
			sum += p.sum
		}
	}
	return sum
}

func TestTheBookOfMoneyEqualsAnArithmeticOfItsOwn(t *testing.T) {
	h := newHome(t)
	h.env["GENJIN_AS_OF"] = "2026-06-30"
	text, err := os.ReadFile("testdata/money-book.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b book
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		b.read(words)
		if words[0] == "#=" {
			continue
		}
		if at := len(words); words[0] == "order" { // --line takes goods, quantity and price as one
			for i := range words {
				if words[i] == "--line" {
					at = i + 1
				}
			}
			words = append(append(append([]string{}, words[:at]...), strings.Join(words[at:at+3], " ")), words[at+3:]...)
		}
		if words[0] == "add" {
			words = []string{"add", strings.Join(words[1:], " ")}
		}
		h.must(words...)
	}
	for _, day := range []string{"2026-02-10", "2026-03-31", "2026-04-25", "2026-05-31", "2026-06-30"} {
		checkAging(t, h, &b, day)
		for _, who := range []string{"深圳恒达", "佛山亚特", "东莞立华", "青岛海恒", "苏州新宇", "顺德美厨"} {
			checkCustomer(t, h, &b, who, day)
		}
	}
}

func checkAging(t *testing.T, h *home, b *book, day string) {
	t.Helper()
	got, want := map[string]int64{}, b.aging(day)
	for _, row := range h.list("report", "aging", "--by", "customer", "--as-of", day) {
		for _, code := range []string{"undated", "not_due", "d1_30", "d31_60", "d61_90", "d90_plus", "total"} {
			if n := int64(amountOf(row[code])); n != 0 {
				got[row["customer"].(string)+" "+row["currency"].(string)+" "+code] = n
			}
		}
	}
	keys := map[string]bool{}
	for key := range got {
		keys[key] = true
	}
	for key := range want {
		keys[key] = true
	}
	var all []string
	for key := range keys {
		all = append(all, key)
	}
	sort.Strings(all)
	for _, key := range all {
		if got[key] != want[key] {
			t.Errorf("%s %s: %d, by hand %d", day, key, got[key], want[key])
		}
	}
}

func checkCustomer(t *testing.T, h *home, b *book, who, day string) {
	t.Helper()
	for _, st := range h.list("report", "statement", who, "--from", "2026-01-01", "--to", day, "--as-of", day) {
		currency := st["currency"].(string)
		if n, want := int64(amountOf(st["closing"])), b.balance(who, currency, day); n != want {
			t.Errorf("%s %s %s: the statement closes with %d, by hand %d", day, who, currency, n, want)
		}
	}
	money := h.object("show", who, "--as-of", day)["money"].(map[string]any)
	if n, want := int64(amountOf(money["exposure"].(map[string]any)["sum"])), b.exposure(who, day); n != want {
		t.Errorf("%s %s: exposure %d, by hand %d", day, who, n, want)
	}
	score, _ := money["payment_score_suggested"].(map[string]any)
	if n, _ := score["value"].(float64); int(n) != b.score(who, day) {
		t.Errorf("%s %s: score %v, by hand %d", day, who, score, b.score(who, day))
	}
}
