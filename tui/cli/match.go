package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// matchCommand takes what came in on a bank account from the bank's statement.
func (r *run) matchCommand() *cobra.Command {
	var to []string
	var dry, asJSON bool
	cmd := &cobra.Command{
		Use: "match FILE [flags]", Short: r.say(words.AboutMatch), Long: r.say(words.LongMatch), Example: r.say(words.ExampleMatch),
		Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			m, err := st.MatchBank(cmd.Context(), args[0], nil)
			if err != nil {
				return err
			}
			if err := r.matchTo(cmd.Context(), st, &m, to); err != nil {
				return err
			}
			out := matchedJSON{File: m.File, Other: m.Other, DryRun: dry, Lines: []matchJSON{}}
			if !dry {
				if out.Recorded, out.Verified, err = st.TakeMatches(cmd.Context(), m.Matches); err != nil {
					return err
				}
			}
			if asJSON {
				for i := range m.Matches {
					out.Lines = append(out.Lines, r.matchJSON(&m.Matches[i]))
				}
				return r.json(out)
			}
			return r.matched(&m, out)
		},
	}
	cmd.Flags().StringArrayVar(&to, "to", nil, r.say(words.UseMatchTo))
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.say(words.UseMatchDry))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// matchTo takes what a person says of lines: whose they are, and what they settle.
func (r *run) matchTo(ctx context.Context, st model.Debts, m *model.BankMatches, to []string) error {
	for _, said := range to {
		row, whom, ok := strings.Cut(said, "=")
		n, err := strconv.Atoi(strings.TrimSpace(row))
		if !ok || err != nil {
			return r.wrong(words.MatchBadTo, said)
		}
		at := slices.IndexFunc(m.Matches, func(x model.Match) bool {
			return x.Line.Row == n && x.Kind != model.MatchBad && x.Kind != model.MatchKnown
		})
		if at < 0 {
			return r.failed(words.MatchNoRow, said)
		}
		way, err := r.wayTo(ctx, st, &m.Matches[at].Line, whom)
		if err != nil {
			return err
		}
		m.Matches[at].Ways = [][]model.MatchPart{way}
		m.Matches[at].Choose(0)
	}
	return nil
}

// wayTo is how a line settles what is named of the customers named, the last of
// whom has what is over; without a name the oldest due first.
func (r *run) wayTo(ctx context.Context, st model.Debts, line *model.BankLine, whom string) (way []model.MatchPart, err error) {
	rest := line.Amount
	parts := strings.Split(whom, ",")
	for i, part := range parts {
		who, numbers, named := strings.Cut(part, ":")
		c, err := r.customer(ctx, st, strings.TrimSpace(who))
		if err != nil {
			return nil, err
		}
		open, err := st.OpenReceivables(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		p := model.MatchOldest(rest, line.Currency, c, open)
		if named {
			pay := model.Payment{Currency: line.Currency, Amount: rest}
			if p.Shares, err = r.sharesFor(ctx, st, c, pay, strings.Split(numbers, "+")); err != nil {
				return nil, err
			}
			p.Names = nil
			for _, share := range p.Shares {
				at := slices.IndexFunc(open, func(o model.Receivable) bool { return o.ID == share.ReceivableID })
				p.Names = append(p.Names, open[at].Name())
			}
		}
		if i < len(parts)-1 {
			p.Amount = 0
			for _, share := range p.Shares {
				p.Amount += share.Amount
			}
		}
		if rest -= p.Amount; p.Amount <= 0 {
			return nil, r.failed(words.MatchTooMuch, line.Row, label.Amount(line.Amount, line.Currency), part)
		}
		way = append(way, p)
	}
	return way, nil
}

// matched prints the lines and what became of them.
func (r *run) matched(m *model.BankMatches, out matchedJSON) error {
	waiting := 0
	for i := range m.Matches {
		x := &m.Matches[i]
		line := &x.Line
		kind := label.MatchKind(x.Kind, r.lang)
		if line.Err != nil {
			kind += " " + label.Reasons(model.RowOfPayment, line.Err, r.lang)
		}
		if err := r.line(words.MatchLine, line.Row, string(line.On), line.Payer, label.Amount(line.Amount, line.Currency), kind); err != nil {
			return err
		}
		if !x.Kind.Fits() && x.Kind != model.MatchKnown {
			waiting++
		}
		for n, way := range x.Ways {
			text := words.MatchWay
			if n > 0 {
				text = words.MatchOr
			}
			if err := r.line(text, label.MatchWay(way, line.Currency, r.lang)); err != nil {
				return err
			}
		}
	}
	if m.Other > 0 {
		if err := r.line(words.MatchOther, m.Other); err != nil {
			return err
		}
	}
	if out.DryRun {
		fits := len(m.Matches) - waiting - m.Count(model.MatchKnown)
		return r.line(words.MatchWould, fits, m.Count(model.MatchKnown), waiting)
	}
	return r.line(words.MatchDone, out.Recorded, out.Verified, waiting)
}

// matchedJSON is what was made of a statement.
type matchedJSON struct {
	File     string      `json:"file"`
	DryRun   bool        `json:"dry_run"`
	Recorded int         `json:"recorded"`
	Verified int         `json:"verified"`
	Other    int         `json:"other"`
	Lines    []matchJSON `json:"lines"`
}

type matchJSON struct {
	Row      int               `json:"row"`
	On       model.Date        `json:"received_on"`
	Payer    string            `json:"payer"`
	Amount   moneyJSON         `json:"amount"`
	Serial   string            `json:"receipt_no"`
	Kind     model.MatchKind   `json:"match"`
	Why      string            `json:"why,omitempty"`
	Ways     [][]matchPartJSON `json:"ways"`
	Payments []int64           `json:"payments,omitempty"`
}

type matchPartJSON struct {
	Customer   string           `json:"customer"`
	CustomerID int64            `json:"customer_id"`
	Amount     moneyJSON        `json:"amount"`
	Settles    []matchShareJSON `json:"settles"`
}

type matchShareJSON struct {
	Receivable int64     `json:"receivable_id"`
	Name       string    `json:"name"`
	Amount     moneyJSON `json:"amount"`
}

func (r *run) matchJSON(m *model.Match) matchJSON {
	l := &m.Line
	money := func(n int64) moneyJSON { return moneyJSON{n, l.Currency} }
	out := matchJSON{Row: l.Row, On: l.On, Payer: l.Payer, Amount: money(l.Amount), Serial: l.Serial, Kind: m.Kind,
		Ways: [][]matchPartJSON{}, Payments: m.Payments}
	if l.Err != nil {
		out.Why = label.Reasons(model.RowOfPayment, l.Err, r.lang)
	}
	for _, way := range m.Ways {
		var parts []matchPartJSON
		for _, p := range way {
			part := matchPartJSON{p.Customer, p.CustomerID, money(p.Amount), []matchShareJSON{}}
			for i, share := range p.Shares {
				part.Settles = append(part.Settles, matchShareJSON{share.ReceivableID, p.Names[i], money(share.Amount)})
			}
			parts = append(parts, part)
		}
		out.Ways = append(out.Ways, parts)
	}
	return out
}
