package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Fits reports whether a canonical value of a field meets the filter on a day:
// what a list compares that isn't read by the database. A filter that can't be
// on such a field fits nothing.
func (f Filter) Fits(spec Spec, value string, today Date) bool {
	known := value != "" && (value != "0" || !spec.countsFromOne())
	switch f.Op {
	case OpEmpty:
		return !known
	case OpFilled:
		return known
	case OpNot:
		return !f.isOneOf(spec, value, today)
	case OpIs:
		return f.isOneOf(spec, value, today)
	case OpContains:
		return contains(spec, value, f.Value)
	case OpFrom, OpTo:
		order, ok := f.compare(spec, value, f.Value, today)
		return ok && known && (order == 0 || (order > 0) == (f.Op == OpFrom))
	}
	return false
}

// countsFromOne tells the numbers whose 0 says that nothing is known.
func (s Spec) countsFromOne() bool {
	switch s.Kind {
	case KindAmount, KindRef, KindFlag:
		return true
	case KindNumber:
		return s.Min > 0
	}
	return false
}

// isOneOf: the value is one of the filter's; of tags and phones one is enough.
func (f Filter) isOneOf(spec Spec, value string, today Date) bool {
	return slices.ContainsFunc(f.Values(), func(wanted string) bool {
		switch {
		case wanted == "":
			return value == "" || value == "0" && spec.countsFromOne()
		case spec.Kind == KindTags:
			return slices.ContainsFunc(List(value).Items(), func(item string) bool { return strings.EqualFold(item, wanted) })
		case spec.Kind == KindPhones:
			return slices.ContainsFunc(List(value).Items(), func(item string) bool { return PhoneDigits(item) == PhoneDigits(wanted) })
		case spec.Kind == KindDate, spec.Kind == KindMoment:
			order, ok := f.compare(spec, value, wanted, today)
			return ok && order == 0
		}
		return strings.EqualFold(value, wanted)
	})
}

// contains: the text is somewhere in the value; of phones the digits are.
func contains(spec Spec, value, text string) bool {
	if digits := PhoneDigits(text); spec.Kind == KindPhones && digits != "" &&
		slices.ContainsFunc(List(value).Items(), func(item string) bool { return strings.Contains(PhoneDigits(item), digits) }) {
		return true
	}
	return strings.Contains(strings.ToLower(value), strings.ToLower(text))
}

// compare puts a value beside one of the filter's; false when they can't be.
func (f Filter) compare(spec Spec, value, wanted string, today Date) (order int, ok bool) {
	switch spec.Kind {
	case KindDate, KindMoment:
		day := Filter{Field: f.Field, Value: wanted}.Day(today)
		if day != "" {
			wanted = string(day) // a moment of the day is on it
		}
		if value == "" || len(value) < len(wanted) {
			return 0, false
		}
		return cmp.Compare(value[:len(wanted)], wanted), true
	case KindNumber, KindAmount, KindQuantity:
		a, errA := strconv.ParseInt(value, 10, 64)
		b, errB := strconv.ParseInt(wanted, 10, 64)
		return cmp.Compare(a, b), errA == nil && errB == nil
	}
	return 0, false
}
