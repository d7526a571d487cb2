package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// deliveryOptions are what the flags of genjin report delivery say.
type deliveryOptions struct {
	from, to, by, out string
	force, asJSON     bool
}

func (r *run) deliveryCommand() *cobra.Command {
	var o deliveryOptions
	cmd := &cobra.Command{
		Use: "delivery [flags]", Short: r.say(words.AboutDelivery), Long: r.say(words.LongReport), Example: r.say(words.ExampleDelivery),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.by != "" {
				if err := r.oneOf(o.by, []string{"customer"}); err != nil {
					return err
				}
			}
			if err := r.mayWrite(o.out, o.force, false); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.delivery(cmd.Context(), st, o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "", r.say(words.UseFrom))
	cmd.Flags().StringVar(&o.to, "to", "", r.say(words.UseTo))
	cmd.Flags().StringVar(&o.by, "by", "", r.say(words.UseByCustomer))
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseDeliverOut))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	completions(cmd, "by", []string{"customer"})
	return cmd
}

func (r *run) delivery(ctx context.Context, st model.Store, o deliveryOptions) error {
	from, to, err := r.period(o.from, o.to, st.Today())
	if err != nil {
		return err
	}
	sum, lines, err := st.OnTime(ctx, from, to, 0)
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := st.ExportDelivery(ctx, o.out, from, to, sum, lines, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	switch {
	case o.asJSON && o.by == "":
		return r.json(model.OnTimeJSON(&sum, from, to, false))
	case o.asJSON:
		return r.array(func(add func(any) error) error {
			for i := range lines {
				if err := add(model.OnTimeJSON(&lines[i], from, to, true)); err != nil {
					return err
				}
			}
			return nil
		})
	case o.out != "":
		return r.line(words.DeliveryOut, o.out)
	case len(lines) == 0:
		return r.line(words.NoDeliveries, string(from), string(to))
	}
	return r.deliveryText(from, to, sum, lines, o.by != "")
}

func (r *run) deliveryText(from, to model.Date, sum model.OnTime, lines []model.OnTime, byCustomer bool) error {
	rate := label.DeliveryCells(sum)[3]
	if rate == "" {
		rate = r.say(words.UnknownRate)
	}
	if err := r.line(words.DeliveryHead, string(from), string(to), rate, sum.InTime, sum.Received, sum.DaysLate,
		sum.Unpromised); err != nil || !byCustomer {
		return err
	}
	t := table{indent: "  ", right: map[int]bool{1: true, 2: true, 3: true, 4: true, 5: true}, head: label.DeliveryHeaders(r.lang)}
	for _, line := range lines {
		var cells []cell
		for _, text := range label.DeliveryCells(line) {
			cells = append(cells, plain(text))
		}
		t.add(cells...)
	}
	return t.write(r.out)
}
