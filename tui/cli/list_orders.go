package cli

import (
	"context"
	"strings"

	"genjin/model"
	"genjin/tui/words"
)

// sumLine prints the parts of a line of sums.
func (r *run) sumLine(parts []string) error {
	return writeString(r.out, faint.Render(strings.Join(parts, r.say(words.SumSeparator)))+"\n")
}

// exportedOrder chooses the order whose document is exported; name is its number.
func (r *run) exportedOrder(ctx context.Context, st model.Store, e model.Export, args []string) (_ model.Export, name string, err error) {
	order, err := r.order(ctx, st, args[1])
	e.IDs = []int64{order.ID}
	return e, order.OrderNo, err
}
