package cli

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) todayCommand() *cobra.Command {
	var asJSON bool
	var ahead int
	cmd := &cobra.Command{
		Use: "today [flags]", Short: r.say(words.AboutToday), Long: r.say(words.LongToday), Example: r.say(words.ExampleToday),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if ahead < 0 || ahead > mostAhead {
				return r.wrong(words.BadAhead, strconv.Itoa(mostAhead))
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			day, err := st.Day(cmd.Context(), ahead)
			if err != nil {
				return err
			}
			if asJSON {
				return r.todayJSON(day, ahead)
			}
			return r.todayText(cmd.Context(), st, day, ahead)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	cmd.Flags().IntVar(&ahead, "ahead", 0, r.say(words.UseAhead))
	return cmd
}

// mostAhead is how many days ahead the queue is looked at.
const mostAhead = 366

// todayRow is a row of the queue in JSON.
type todayRow struct {
	Kind       model.RowKind `json:"kind"`
	Customer   string        `json:"customer"`
	CustomerID int64         `json:"customer_id"`
	Record     int64         `json:"record"`
	About      string        `json:"about,omitempty"`
	Reason     string        `json:"reason"`
	ReasonCode string        `json:"reason_code"`
	ReasonArgs []string      `json:"reason_args"`
	DueOn      model.Date    `json:"due_on"`
	On         model.Date    `json:"on"`
	DaysLate   int           `json:"days_late"`
	Grade      *model.Grade  `json:"grade"`
	NextAction *string       `json:"next_action"`
	Suggested  model.Grade   `json:"suggested_grade,omitempty"`
	Project    string        `json:"project,omitempty"`
	ProjectID  int64         `json:"project_id,omitempty"`
	Amount     *moneyJSON    `json:"amount,omitempty"` // of what is owed: the sum of its items
	Items      []todayItem   `json:"items,omitempty"`
}

// todayItem is one of the things that a row of the queue stands for: a receivable
// of a customer, or an item of a project.
type todayItem struct {
	Receivable int64      `json:"receivable,omitempty"`
	InvoiceNo  string     `json:"invoice_no,omitempty"`
	Name       string     `json:"name,omitempty"`
	Open       *moneyJSON `json:"open,omitempty"`
	Item       int64      `json:"item,omitempty"`
	Reason     string     `json:"reason"`
	DueOn      model.Date `json:"due_on"` // of a receivable the day on which it is, or was, due
	DaysLate   int        `json:"days_late"`
}

// todayItems are what a row about debts or about a project stands for.
func (r *run) todayItems(row *model.Row, today model.Date) []todayItem {
	if !row.OfDebt() && row.Items == nil {
		return nil
	}
	parts := row.Parts()
	list := make([]todayItem, len(parts))
	for i := range parts {
		p := &parts[i]
		list[i] = todayItem{Item: p.Record, Reason: label.Reason(p.Reason, today, r.lang), DueOn: p.DueOn, DaysLate: p.DaysLate}
		if d := p.Debt; d != nil {
			list[i].Item, list[i].Receivable, list[i].InvoiceNo, list[i].Name = 0, d.ID, d.InvoiceNo, d.Name()
			list[i].Open, list[i].DueOn, list[i].DaysLate = &moneyJSON{p.Amount, p.Currency}, d.DueOn, p.Late
		}
	}
	return list
}

func (r *run) todayJSON(day model.Day, ahead int) error {
	rows := model.Queue(day.Facts)
	if ahead > 0 {
		rows = append(rows, model.Ahead(day.Facts, ahead)...)
	}
	list := make([]todayRow, 0, len(rows))
	for _, row := range rows {
		out := todayRow{
			Kind: row.Kind, About: row.About, Customer: whose(row, r.lang), CustomerID: row.CustomerID, Record: row.Record,
			Reason: label.Reason(row.Reason, day.Facts.Today, r.lang), ReasonCode: row.Reason.Code, ReasonArgs: row.Reason.Args,
			DueOn: row.DueOn, On: cmp.Or(row.On, row.DueOn), DaysLate: row.DaysLate,
			Grade: orNull(row.Grade), NextAction: orNull(row.NextAction), Suggested: row.Suggested, Project: row.Project, ProjectID: row.ProjectID,
			Items: r.todayItems(&row, day.Facts.Today),
		}
		if row.OfDebt() {
			out.Amount = &moneyJSON{row.Amount, row.Currency}
		}
		list = append(list, out)
	}
	return r.json(list)
}

// whose is the customer of a row, or the festival.
func whose(row model.Row, l label.Lang) string {
	if row.Project != "" {
		return row.Customer
	}
	return label.Who(row, l)
}

// orNull is nil for what is not known.
func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

func (r *run) todayText(ctx context.Context, st model.Journal, day model.Day, ahead int) error {
	today := day.Facts.Today
	rows := model.Queue(day.Facts)
	if len(rows) == 0 {
		if err := r.nothingDue(ctx, st, today); err != nil {
			return err
		}
	} else if err := r.queue(rows, day, false); err != nil {
		return err
	}
	if ahead == 0 {
		return nil
	}
	later := model.Ahead(day.Facts, ahead)
	if len(later) == 0 {
		return r.line(words.NothingAhead, ahead)
	}
	return r.queue(later, day, true)
}

// queue prints the rows that are due, or those that come later with their day.
func (r *run) queue(rows []model.Row, day model.Day, later bool) error {
	today := day.Facts.Today
	heading := r.say(words.DueToday, r.wholeDay(today), len(rows))
	lateness := words.ColumnLate
	if later {
		heading, lateness = r.say(words.DueLater, len(rows)), words.ColumnOn
	}
	if err := writeString(r.out, strong.Render(heading)+"\n"); err != nil {
		return err
	}
	phones := map[int64]string{}
	for _, c := range day.Facts.Customers {
		phones[c.ID] = r.phones(&c)
	}
	for _, k := range day.Facts.Cases {
		phones[k.Customer.ID] = r.phones(&k.Customer)
	}
	t := table{
		head: []string{
			"#", r.say(words.ColumnWhat), label.Field("customer", "name", r.lang), r.say(words.ColumnGrade), r.say(lateness),
			r.say(words.ColumnWhy), label.Field("customer", "phones", r.lang), r.say(words.ColumnAction),
		},
		right: map[int]bool{0: true},
	}
	for _, row := range rows {
		id, grade := styled(strconv.FormatInt(row.CustomerID, 10), &faint), r.gradeCell(row.Grade)
		if _, ok := row.Festival(); ok {
			id, grade = plain(""), plain("")
		}
		t.add(
			id, plain(label.Kind(row, r.lang)), styled(label.Who(row, r.lang), &strong), grade,
			r.lateCell(row, today, later), plain(label.Reason(row.Reason, today, r.lang)), plain(phones[row.CustomerID]), plain(row.NextAction),
		)
	}
	return t.write(r.out)
}

func (r *run) lateCell(row model.Row, today model.Date, later bool) cell {
	if later {
		on := cmp.Or(row.On, row.DueOn)
		return plain(label.Short(string(on), today) + " " + label.Weekday(on, r.lang) + label.Guessed(on, r.set, r.lang))
	}
	if row.DaysLate > 0 {
		return styled(label.Late(row.DaysLate, r.lang), &late)
	}
	return plain(label.Late(row.DaysLate, r.lang))
}

// nothingDue says so, and what comes next.
func (r *run) nothingDue(ctx context.Context, st model.Journal, today model.Date) error {
	for _, days := range []int{7, 31, mostAhead} {
		day, err := st.Day(ctx, days)
		if err != nil {
			return err
		}
		if next := model.Ahead(day.Facts, days); len(next) > 0 {
			on := cmp.Or(next[0].On, next[0].DueOn)
			what := fmt.Sprintf("%s %s", label.Kind(next[0], r.lang), label.Who(next[0], r.lang))
			return r.line(words.NothingDueNext, r.wholeDay(on), what)
		}
	}
	ids, err := st.CustomerIDs(ctx, model.Query{})
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return r.line(words.NoCustomers)
	}
	return r.line(words.NothingDueAtAll)
}
