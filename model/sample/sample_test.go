package sample

import (
	"errors"
	"reflect"
	"testing"

	"genjin/model"
)

type made struct {
	customers []model.Customer
	entries   [][]model.Entry
}

func generate(t *testing.T, n int, seed uint64, today model.Date) made {
	t.Helper()
	var m made
	err := Generate(model.DemoSize{Customers: n}, seed, today, func(c model.Customer, e []model.Entry) error {
		m.customers, m.entries = append(m.customers, c), append(m.entries, e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// facts puts a sample together as the store would.
func (m made) facts(today model.Date) model.Facts {
	f := model.Facts{Today: today, Settings: model.DefaultSettings()}
	id := int64(0)
	for i, c := range m.customers {
		c.ID = int64(i + 1)
		f.Customers = append(f.Customers, c)
		for _, e := range m.entries[i] {
			id++
			e.ID = id
			if e.Status == model.CaseOpen {
				f.Cases = append(f.Cases, model.Case{Entry: e, Customer: c})
			}
		}
	}
	return f
}

func TestTheSameSeedAndDayGiveTheSameSample(t *testing.T) {
	a, b := generate(t, 300, 7, "2026-11-24"), generate(t, 300, 7, "2026-11-24")
	if !reflect.DeepEqual(a, b) {
		t.Error("two samples of one seed differ")
	}
	if c := generate(t, 300, 8, "2026-11-24"); reflect.DeepEqual(a, c) {
		t.Error("another seed gives the same sample")
	}
}

// sizes are a small sample and a large one, which a short run leaves out.
func sizes(small, large int) []int {
	if testing.Short() {
		return []int{small}
	}
	return []int{small, large}
}

func TestADaysWorkDoesNotGrowWithTheSample(t *testing.T) {
	// A Tuesday, a Sunday, a holiday, month ends, a leap day, a lunar new year, a lunar leap month.
	for _, today := range []model.Date{"2026-11-24", "2026-11-22", "2026-10-01", "2027-01-31", "2028-02-29", "2026-02-17", "2025-08-10"} {
		for _, n := range sizes(200, 3000) {
			kinds := map[model.RowKind]int{}
			late := 0
			for _, r := range model.Queue(generate(t, n, 1, today).facts(today)) {
				kinds[r.Kind]++
				if r.Kind == model.RowFollowUp && r.DaysLate > 0 {
					late++
				}
			}
			if f := kinds[model.RowFollowUp]; f < 30 || f > 60 {
				t.Errorf("%s, %d customers: %d follow-ups", today, n, f)
			}
			want := map[model.RowKind]int{model.RowRetry: 3, model.RowCase: 3, model.RowRegrade: 2, model.RowGradeMe: 2, model.RowDate: 2}
			for kind, count := range want {
				if kinds[kind] != count {
					t.Errorf("%s, %d customers: %d of %s, want %d", today, n, kinds[kind], kind, count)
				}
			}
			if late < 5 {
				t.Errorf("%s, %d customers: only %d are late", today, n, late)
			}
		}
	}
}

func TestEveryCardAndEntryCanBeKept(t *testing.T) {
	for _, today := range []model.Date{"2026-11-24", "2026-02-17", "2028-02-29"} {
		m := generate(t, 2000, 3, today)
		grades := map[model.Grade]int{}
		for i := range m.customers {
			c := &m.customers[i]
			if err := c.Check(); err != nil {
				t.Fatalf("%s %s: %v", today, c.Name, err)
			}
			grades[c.Grade]++
			if len(m.entries[i]) > 9 {
				t.Errorf("%s has %d entries", c.Name, len(m.entries[i]))
			}
			before := model.Moment(c.FilledOn)
			for j := range m.entries[i] {
				e := m.entries[i][j]
				e.CustomerID = 1
				if err := e.Check(today); err != nil {
					t.Fatalf("%s %s: %v", today, c.Name, err)
				}
				if e.At < before || e.Seq != int64(j+1) {
					t.Errorf("%s: entry %d of %s follows %s", c.Name, e.Seq, e.At, before)
				}
				before = e.At
			}
		}
		if grades["D"]+grades["E"] < 1000 || grades["A"] > 60 {
			t.Errorf("%s: grades %v", today, grades)
		}
	}
}

func TestSmallSamplesAndAnEarlyEnd(t *testing.T) {
	for n := range 12 {
		if got := len(generate(t, n, 1, "2026-11-24").customers); got != n {
			t.Errorf("%d customers, want %d", got, n)
		}
	}
	stop := errors.New("stop")
	err := Generate(model.DemoSize{Customers: 10}, 1, "2026-11-24", func(model.Customer, []model.Entry) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
}
