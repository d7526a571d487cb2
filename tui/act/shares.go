package act

import (
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// shares is the part of a form that divides money over a customer's open
// receivables: the oldest first, until a person types another share.
type shares struct {
	till     *Till
	form     *kit.Form
	first    int                // fields of the form before the shares
	open     []model.Receivable // of the customer, in all currencies
	shown    []model.Receivable // those of the currency, in the order in which they are settled
	currency string
	read     bool                 // the open ones are known
	whole    func() (int64, bool) // what there is to divide; false while it can't be read
}

const sharePrefix = "share/"

func shareCode(id int64) string { return sharePrefix + strconv.FormatInt(id, 10) }

// show makes the fields for the receivables of a currency.
func (s *shares) show(currency string) {
	s.currency = currency
	s.shown = nil
	of := map[int64]model.Receivable{}
	for _, r := range s.open {
		of[r.ID] = r
	}
	all, _ := model.SuggestShares(model.MaxAmount, currency, s.open)
	var list []kit.Field
	for i, share := range all {
		r := of[share.ReceivableID]
		s.shown = append(s.shown, r)
		f := kit.Field{Code: shareCode(r.ID), Label: kit.Cut(r.Name(), shareName), MaxLen: 30, Width: shareWidth, Anew: true, Check: s.check(r)}
		if i == 0 {
			f.Section = s.till.words.Money.Settles
		}
		list = append(list, f)
	}
	s.form.SetRest(s.first, list)
	s.suggest()
}

// The room for a receivable's name and its share.
const (
	shareName  = 18
	shareWidth = 15
)

// suggest divides what the person has not divided, the oldest due first.
func (s *shares) suggest() {
	rest, _ := s.whole()
	var free []model.Receivable
	for _, r := range s.shown {
		if s.form.Touched(shareCode(r.ID)) {
			rest -= s.of(r.ID)
		} else {
			free = append(free, r)
		}
	}
	parts, _ := model.SuggestShares(rest, s.currency, free)
	for _, r := range free {
		text := ""
		if i := slices.IndexFunc(parts, func(p model.Share) bool { return p.ReceivableID == r.ID }); i >= 0 {
			text = label.Amount(parts[i].Amount, s.currency)
		}
		s.form.Suggest(shareCode(r.ID), text)
	}
	s.form.Recheck()
}

// changed follows an edited field.
func (s *shares) changed(code, currency string) {
	switch {
	case !s.read:
	case strings.HasPrefix(code, sharePrefix) || currency == s.currency:
		s.suggest()
	default:
		s.show(currency)
	}
}

var shareSpec = model.Spec{Code: "amount", Kind: model.KindAmount}

// of is the share of a receivable as it stands; 0 while it can't be read.
func (s *shares) of(id int64) int64 {
	value, named, err := label.ReadAmount(shareSpec, s.form.Value(shareCode(id)), s.currency)
	if err != nil || named != "" && named != s.currency {
		return 0
	}
	n, _ := strconv.ParseInt(value, 10, 64)
	return n
}

// sum is what is divided, without one receivable (0 = all).
func (s *shares) sum(without int64) (sum int64) {
	for _, r := range s.shown {
		if r.ID != without {
			sum, _ = model.AddMoney(sum, s.of(r.ID))
		}
	}
	return sum
}

// check says beside a share what it is a share of, or why it can't be.
func (s *shares) check(r model.Receivable) func(string) (string, string) {
	return func(text string) (echo, problem string) {
		l, w := s.till.words.Lang, s.till.words.Money
		value, named, err := label.ReadAmount(shareSpec, text, s.currency)
		n, _ := strconv.ParseInt(value, 10, 64)
		switch {
		case err != nil:
		case named != "" && named != s.currency:
			err = model.Refuse(model.RefusedForeign, named, s.currency)
		case n > r.Open():
			err = model.Refuse(model.RefusedOver, label.Amount(n, s.currency), label.Amount(r.Open(), s.currency))
		}
		if err != nil {
			_, problem, _ = label.Problem("allocation", err, l)
			return "", problem
		}
		if whole, ok := s.whole(); ok && n > 0 {
			if left := whole - s.sum(r.ID); n > left {
				return "", w.OnlyLeft + label.Amount(max(left, 0), s.currency)
			}
		}
		parts := []string{label.Amount(r.Open(), s.currency)}
		if r.DueOn != "" {
			parts = append(parts, label.DaysLate(s.till.store.Today().Sub(r.DueOn), l))
		}
		if r.Disputed {
			parts = append(parts, label.Field("receivable", "disputed", l))
		}
		return strings.Join(parts, "  "), ""
	}
}

// list is the division, nil while the open receivables aren't known: then the
// oldest are settled first.
func (s *shares) list() []model.Share {
	if !s.read {
		return nil
	}
	list := []model.Share{}
	for _, r := range s.shown {
		if n := s.of(r.ID); n > 0 {
			list = append(list, model.Share{ReceivableID: r.ID, Amount: n})
		}
	}
	return list
}

// foot says what is settled and what is left as the customer's advance.
func (s *shares) foot(w int) []string {
	words, st := s.till.words.Money, s.till.env.Styles
	whole, ok := s.whole()
	if !s.read || !ok {
		return []string{""}
	}
	settled := s.sum(0)
	line := " " + st.Label.Render(words.Settled) + " " + st.Strong.Render(label.Amount(settled, s.currency))
	if rest := whole - settled; rest > 0 {
		line += "   " + st.Label.Render(words.LeftOver) + " " + st.Warn.Render(label.Amount(rest, s.currency))
	}
	return []string{kit.Rule(s.till.env, w), kit.Fit(line, w)}
}
