package cli

import (
	"context"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// isAcceptance tells whether a step is the acceptance of an order, which is no
// node of it but has its day all the same.
func isAcceptance(text string) bool {
	text = strings.ToLower(model.Clean(text))
	return text == "accept" || text == "accepted" || text == "验收" || text == label.Field(model.RowOfOrder, "accepted_on", label.ZH)
}

// accept notes the day on which the customer accepted what they received, or
// takes it back.
func (r *run) accept(ctx context.Context, st model.Store, number string, on model.Date, opt stepOptions) error {
	o, err := r.order(ctx, st, number)
	if err != nil {
		return err
	}
	was := o.AcceptedOn
	switch {
	case opt.plan != "":
		return r.wrong(words.AcceptedPlain)
	case opt.undo && was == "":
		return r.failed(words.NotAccepted, o.OrderNo)
	case opt.undo:
		on = ""
	case o.ReceivedOn == "":
		return r.failed(words.NotReceived, o.OrderNo, o.OrderNo)
	case on == "":
		on = st.Today()
	}
	o.AcceptedOn = on
	if o, err = st.SaveOrder(ctx, o); err != nil {
		return r.ofOrder(err)
	}
	switch {
	case opt.asJSON:
		return r.printOrder(ctx, st, o.ID, true)
	case opt.undo:
		return r.line(words.Unaccepted, o.OrderNo)
	}
	sentence := r.say(words.AcceptedOrder, o.OrderNo, string(on))
	if was != "" && was != on {
		sentence += r.say(words.DatedBefore, string(was), string(on))
	}
	return writeString(r.out, sentence+"\n")
}
