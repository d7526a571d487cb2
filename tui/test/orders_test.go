//go:build unix

package test

import (
	"fmt"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/words"
)

// An order goes from the quote to the payment by keys alone, over several days,
// and every screen tells the same story at each step.
func TestFromTheQuoteToThePayment(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", l, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				w := words.Of(l)
				h := newHome(t, l.String())
				h.run(t, "add", "恒基板材 15935946108 @C")
				h.run(t, "log", "恒基板材", "要40张柜门板", "--next", "2027-02-01")
				number := "20261123-01"
				step := func(node model.Node) string { return fmt.Sprintf(w.Ordering.Stepped, number, label.Node(node, l)) }
				status := func(s model.OrderStatus) string { return label.OrderStatus(s, l) }

				term := h.open(t, size.w, size.h)
				// card looks at the customer's card, which lies over the list
				// where there is little room.
				card := func(text string) {
					t.Helper()
					term.write("2")
					if size.w < 100 {
						term.press("enter")
						term.sees(w.Card.Items)
						term.press("esc")
						term.until("the card with "+text, func(screen string) bool {
							return strings.Contains(screen, text) && !strings.Contains(screen, w.Card.Items)
						})
						term.press("esc")
						term.sees(w.Customers.SearchHint)
						return
					}
					term.sees(text)
				}
				term.sees("恒基板材")
				term.write("4")
				term.sees(firstLine(w.Orders.None))
				term.press("shift+tab", "ctrl+n")
				term.sees("─ " + w.Ordering.NewProduct)
				term.write("HJ-101")
				term.press("enter", "enter")
				term.write("柜门板")
				term.press("enter", "enter", "enter")
				term.write("128.5")
				term.press("ctrl+s")
				term.sees(fmt.Sprintf(w.Ordering.ProductSaved, "HJ-101"))
				term.press("tab", "ctrl+n")
				term.sees(w.Ordering.NewFor)
				term.write("恒基")
				term.sees("> 恒基板材")
				term.press("enter")
				term.sees(number)
				term.press("shift+tab") // the terms
				term.write("30%定金+70%货到30天")
				term.press("enter")
				term.write("12-02")
				term.press("enter")
				term.write("柜门")
				term.sees("> HJ-101")
				term.press("enter")
				term.sees("128.50")
				term.write("40")
				term.sees("5,140.00", "1,542.00", "3,598.00")
				term.press("ctrl+s")
				term.sees(number, status(model.OrderQuote)+" 1")

				term.write("5")
				term.sees(firstLine(w.Owed.None))
				card(number + " >.......")
				term.kill()

				// A week later nobody has answered: it is on Today, and they say yes.
				h.day = "2026-11-30"
				term = h.open(t, size.w, size.h)
				term.sees(number, "0/1")
				term.press("space")
				term.sees(step(model.NodeConfirm))
				term.write("5")
				term.sees("[5 ", "1,542.00", "3,598.00", "11-30")
				term.write("1")
				for _, node := range []model.Node{model.NodePrepare, model.NodeProduce} {
					term.sees(number + " " + label.Node(node, l))
					term.press("home", "space")
					term.sees(step(node))
				}
				term.sees(number + " " + label.Node(model.NodeShip, l))
				term.press("home", "space")
				term.sees(label.Field("customer_order", "waybill", l))
				term.write("老客户") // the deposit isn't there
				term.press("enter")
				term.write("德邦物流")
				term.press("ctrl+s")
				term.sees(step(model.NodeShip))
				term.write("4")
				term.press("tab", "tab")
				term.sees("德邦物流", "12-02")
				card(number + " #####")
				term.kill()

				// Two days after the goods should be there.
				h.day = "2026-12-04"
				term = h.open(t, size.w, size.h)
				term.sees(number)
				term.until("the shipment's row", func(screen string) bool {
					if strings.Contains(screen, fmt.Sprintf(w.Ordering.StepOf, label.Node(model.NodeReceive, l))) {
						return true
					}
					term.press("down")
					return false
				})
				term.press("space")
				term.sees(label.Field("customer_order", "received_by", l))
				term.press("enter")
				term.sees(step(model.NodeReceive))
				term.write("5")
				term.sees("[5 ", "1,542.00", "3,598.00", "27-01-03")
				term.write("4")
				term.sees(status(model.OrderDelivered)+" 1", fmt.Sprintf(w.Ordering.StepOf, label.Node(model.NodeReconcile, l)))
				term.press("space")
				term.sees(step(model.NodeReconcile), fmt.Sprintf(w.Ordering.StepOf, label.Node(model.NodeInvoice, l)))
				term.press("space")
				term.sees(label.Field("customer_order", "invoice_no", l))
				term.write("FP0101")
				term.press("ctrl+s")
				term.sees(step(model.NodeInvoice))
				term.write("5")
				term.sees("FP0101")
				term.write("4")
				term.write("p")
				term.sees(fmt.Sprintf(w.Money.PayTitle, "恒基板材"), "5,140.00")
				term.press("ctrl+s")
				term.sees(status(model.OrderClosed) + " 1")
				term.write("5")
				term.sees(firstLine(w.Owed.NothingOpen))
				term.write("1")
				term.until("Today to be silent about it", func(screen string) bool {
					return strings.Contains(screen, w.Today.DoneOf) && !strings.Contains(screen, "> "+number)
				})
				card(number + " ########")
				term.leave()
			})
		}
	}
}

// firstLine is the first line of a sentence.
func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
