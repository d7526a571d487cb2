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

// The progress form comes in at development; the items are finished, the order
// is placed for the project, shipped, received, reconciled, invoiced and paid,
// all from the keyboard, until the collection is confirmed and the project done.
func TestFromTheProgressFormToTheCollection(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", l, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				w, st := words.Of(l), stages[l.String()]
				h := newHome(t, l.String())
				h.run(t, "import", sample(t, "oem-progress.xlsx"))
				if out := h.run(t, "show", "手持终端", "--json"); !strings.Contains(out, `"lead_time": 45`) ||
					!strings.Contains(out, "30%定金+60%发货前+10%验收后30天") {
					t.Errorf("the form is not taken so:\n%s", out)
				}
				term := h.open(t, size.w, size.h)
				term.sees("6 OEM")
				term.write("6")
				term.sees(st.tab, "手持终端OEM-01", st.stage)
				term.press("enter")
				term.sees(st.battery, "60%", st.software, "80%", st.structure, "70%")
				finish(term, st.battery, st.software, st.structure)
				for _, item := range []string{st.pilot, st.test, st.problems, st.told} {
					standsOn(term, item)
					if item == st.test {
						decide(term, "1", "")
					} else {
						tick(term, "1", item)
					}
				}
				j := &orderJourney{term: term, w: &w, number: "20261123-01"}
				j.place()
				for _, node := range model.Nodes {
					if node != model.NodeReview { // nothing is to be reviewed
						j.step(node)
					}
				}
				j.pay()
				term.sees(label.Option("project", "state", string(model.ProjectDone), l))
				term.press("end")
				term.until("the collection to be confirmed", func(screen string) bool {
					return strings.HasPrefix(cursor(screen), "> [x] "+st.collected)
				})
				term.press("esc")
				term.sees(st.list)
				term.leave()
				if out := h.run(t, "list", "oem", "--json"); !strings.Contains(out, `"state": "done"`) {
					t.Errorf("the project is not done:\n%s", out)
				}
				if out := h.run(t, "show", j.number, "--json"); !strings.Contains(out, `"status": "closed"`) ||
					!strings.Contains(out, `"project": "手持终端OEM-01"`) {
					t.Errorf("the order is not closed:\n%s", out)
				}
			})
		}
	}
}

// orderJourney is an order of a project, on the project's page.
type orderJourney struct {
	term   *terminal
	w      *words.Words
	number string
}

// place adds the order: how many is all that is open.
func (j *orderJourney) place() {
	j.term.t.Helper()
	j.term.write("O")
	j.term.sees("128.50", "2027-01-07", "(手持终端OEM-01)")
	j.term.write("100")
	j.term.sees("12,850.00", "3,855.00", "7,710.00", "1,285.00") // three instalments
	j.term.press("ctrl+s")
	j.term.until("the order to be kept", func(screen string) bool {
		return !strings.Contains(screen, "╭─") && strings.Contains(screen, j.number)
	})
}

// menu opens the order's menu from the project's page.
func (j *orderJourney) menu() {
	j.term.t.Helper()
	j.term.press("enter")
	j.term.sees("> 1 ")
	j.term.press("f3")
	j.term.sees("1 " + j.w.OEM.AddOrder)
	j.term.write("2")
	j.term.sees("> 1 " + j.number)
	j.term.write("1")
	j.term.sees(j.w.Ordering.Nodes)
}

// step does the next node of the order; what goes with it is asked.
func (j *orderJourney) step(node model.Node) {
	j.term.t.Helper()
	j.menu()
	name := label.Node(node, j.w.Lang)
	j.term.sees("> 1 " + fmt.Sprintf(j.w.Ordering.StepOf, name))
	j.term.press("enter")
	switch node {
	case model.NodeShip, model.NodeReceive, model.NodeInvoice:
		j.term.sees(label.Field("order_node", "done_on", j.w.Lang))
		if node == model.NodeShip {
			j.term.write("老客户") // nothing is paid
		}
		j.term.press("ctrl+s")
	}
	done := fmt.Sprintf(j.w.Ordering.Stepped, j.number, name)
	j.term.until(done, func(screen string) bool { return !strings.Contains(screen, "╭─") && strings.Contains(screen, done) })
}

// pay takes the payment of all that is open.
func (j *orderJourney) pay() {
	j.term.t.Helper()
	j.menu()
	j.term.write("p")
	j.term.sees("─ "+fmt.Sprintf(j.w.Money.PayTitle, "佛山恒基板材有限公司"), "12,850.00")
	j.term.press("ctrl+s")
	j.term.until("the payment to be kept", func(screen string) bool { return !strings.Contains(screen, "╭─") })
}
