package model

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// places maps the address of every field of a record, Meta aside, to its name.
func places(rec any) map[uintptr]string {
	found := map[uintptr]string{}
	v := reflect.ValueOf(rec).Elem()
	for i := range v.NumField() {
		if f := v.Type().Field(i); !f.Anonymous {
			found[v.Field(i).Addr().Pointer()] = f.Name
		}
	}
	return found
}

// checkTable asserts that a field table names every field of its record once.
func checkTable[T any](t *testing.T, fs Fields[T]) {
	t.Helper()
	rec := new(T)
	name := reflect.TypeFor[T]().Name()
	left, codes := places(rec), map[string]bool{}
	for _, f := range fs {
		at := reflect.ValueOf(f.Ptr(rec)).Pointer()
		if _, ok := left[at]; !ok {
			t.Errorf("%s.%s: no field of the record, or named twice", name, f.Code)
		}
		delete(left, at)
		if codes[f.Code] || !regexp.MustCompile(`^[a-z][a-z_]*$`).MatchString(f.Code) {
			t.Errorf("%s.%s: the code is taken or no code", name, f.Code)
		}
		codes[f.Code] = true
		if f.Kind == KindChoice && len(f.Options) == 0 {
			t.Errorf("%s.%s: a choice of nothing", name, f.Code)
		}
		if found, ok := fs.ByCode(f.Code); !ok || found.Code != f.Code {
			t.Errorf("%s.%s isn't found by its code", name, f.Code)
		}
	}
	for _, field := range left {
		t.Errorf("%s.%s is in no field table", name, field)
	}
}

func TestEveryFieldOfARecordIsInItsTableOnce(t *testing.T) {
	checkTable(t, CustomerFields)
	checkTable(t, EntryFields)
	checkTable(t, HandledFields)
	checkTable(t, BatchFields)
	checkTable(t, SettingsFields)
}

// example is a canonical value of a field.
func example(t *rapid.T, f Spec) string {
	switch f.Kind {
	case KindNumber, KindAmount, KindRef:
		return strconv.Itoa(rapid.IntRange(1, 1<<30).Draw(t, f.Code))
	case KindFlag:
		return "1"
	case KindChoice:
		return rapid.SampledFrom(f.Options).Draw(t, f.Code)
	}
	return rapid.StringN(1, 20, -1).Draw(t, f.Code)
}

func checkSetAndGet[T any](t *rapid.T, fs Fields[T]) {
	var rec T
	values := map[string]string{}
	for _, f := range fs {
		values[f.Code] = example(t, f.Spec)
		f.Set(&rec, values[f.Code])
	}
	empty := new(T)
	var set []string
	for _, f := range fs {
		if got := f.Get(&rec); got != values[f.Code] {
			t.Fatalf("%s: set %q, got %q", f.Code, values[f.Code], got)
		}
		if got := f.Get(empty); got != "" {
			t.Fatalf("%s of an empty record is %q", f.Code, got)
		}
		set = append(set, f.Code)
	}
	if got := fs.Diff(empty, &rec); !slices.Equal(got, set) {
		t.Fatalf("differing fields %v, want %v", got, set)
	}
	for _, f := range fs {
		f.Set(&rec, "")
	}
	if got := fs.Diff(empty, &rec); len(got) > 0 {
		t.Fatalf("%v can't be emptied", got)
	}
}

func TestWhatIsSetIntoAFieldIsWhatItSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSetAndGet(t, CustomerFields)
		checkSetAndGet(t, EntryFields)
		checkSetAndGet(t, HandledFields)
		checkSetAndGet(t, BatchFields)
		checkSetAndGet(t, SettingsFields)
	})
}

func TestTheDefaultSettingsAreAllowed(t *testing.T) {
	s := DefaultSettings()
	if err := SettingsFields.Check(&s); err != nil {
		t.Error(err)
	}
	for g, days := range map[Grade]int{GradeA: 1, GradeB: 7, GradeC: 15, GradeD: 30, Ungraded: 7, GradeE: 0} {
		if got := s.CadenceDays(g); got != days {
			t.Errorf("grade %q every %d days, want %d", g, got, days)
		}
	}
}

func TestFieldsThatNobodyPlacedAreTheRest(t *testing.T) {
	type record struct {
		A, B, C string
		Whose   int64
	}
	fields := Fields[record]{
		ref("customer_id", RowOfCustomer, func(r *record) *int64 { return &r.Whose }), text("a", func(r *record) *string { return &r.A }),
		text("b", func(r *record) *string { return &r.B }).kept(), text("c", func(r *record) *string { return &r.C }),
	}
	if got := fields.Rest("a"); !slices.Equal(got, []string{"c"}) {
		t.Errorf("%v: neither what is placed, nor what the program keeps, nor what refers to another", got)
	}
}

// A form asks in its own order, nobody's placed fields last, and for some only when
// it is their time.
func TestAFormAsksInItsOrder(t *testing.T) {
	type record struct{ A, B, C, D, E string }
	fields := Fields[record]{
		text("a", func(r *record) *string { return &r.A }),
		text("b", func(r *record) *string { return &r.B }).form(2),
		text("c", func(r *record) *string { return &r.C }).form(1).when("late"),
		text("d", func(r *record) *string { return &r.D }).kept(),
		text("e", func(r *record) *string { return &r.E }).kept().form(3),
	}
	if got := fields.Form(); !slices.Equal(got, []string{"b", "e", "a"}) {
		t.Errorf("early: %v", got)
	}
	if got := fields.Form("late"); !slices.Equal(got, []string{"c", "b", "e", "a"}) {
		t.Errorf("late: %v", got)
	}
	for _, table := range [][]Spec{PaymentFields.Specs(), ReceivableFields.Specs(), OrderFields.Specs(), DunningFields.Specs()} {
		places := map[int]string{}
		for _, s := range table {
			if other := places[s.Form]; s.Form != 0 && other != "" {
				t.Errorf("%s and %s have one place", other, s.Code)
			}
			places[s.Form] = s.Code
		}
	}
}
