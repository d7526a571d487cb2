package model

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestParseBirthdayReadsWhatPeopleWrite(t *testing.T) {
	tests := []struct {
		text string
		want Birthday
	}{
		{"1988-08-15", "1988-08-15"}, {"1988/8/15", "1988-08-15"}, {"1988年8月15日", "1988-08-15"}, {"19880815", "1988-08-15"},
		{"88-8-15", "1988-08-15"}, {"30-8-15", "1930-08-15"}, {"26-12-1", "1926-12-01"}, {"Aug 15 1988", "1988-08-15"},
		{"1988-08-15 00:00:00", "1988-08-15"}, {"1988-08-15T00:00:00Z", "1988-08-15"}, {"32370", "1988-08-15"}, {"公历1988-8-15", "1988-08-15"},
		{"8月15日", "--08-15"}, {"08-15", "--08-15"}, {"8.15", "--08-15"}, {"２月２９日", "--02-29"}, {"Aug 15", "--08-15"}, {"--08-15", "--08-15"},
		{"农历七月初三", "lunar:--07-03"}, {"农历1988年七月初三", "lunar:1988-07-03"}, {"农历一九八八年七月初三", "lunar:1988-07-03"},
		{"阴历7月3日", "lunar:--07-03"}, {"农历闰六月十二", "lunar:--06r-12"}, {"农历1987年闰六月十二", "lunar:1987-06r-12"},
		{"lunar 7-3", "lunar:--07-03"}, {"L7-3", "lunar:--07-03"}, {"l 1988-7-3", "lunar:1988-07-03"}, {"lunar:7-3", "lunar:--07-03"},
		{"1988-7-3(农历)", "lunar:1988-07-03"}, {"1988年7月3日（阴历）", "lunar:1988-07-03"}, {"农历88年七月初三", "lunar:1988-07-03"},
		{"腊月廿三", "lunar:--12-23"}, {"正月初一", "lunar:--01-01"}, {"冬月三十", "lunar:--11-30"}, {"农历八月十五", "lunar:--08-15"},
		{"旧历 十二月 初八", "lunar:--12-08"},
		{"lunar:1988-07-03", "lunar:1988-07-03"}, {"lunar:--07-03", "lunar:--07-03"}, {"lunar:1987-06r-12", "lunar:1987-06r-12"},
		{"lunar:--06r-12", "lunar:--06r-12"},
		{"", ""},
	}
	for _, tt := range tests {
		if got, err := ParseBirthday(tt.text, wednesday); got != tt.want || err != nil {
			t.Errorf("ParseBirthday(%q) = %q, %v, want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestParseBirthdayRefusesImpossibleDays(t *testing.T) {
	tests := map[string]string{
		"1988-02-30": RefusedDateMissing, "2月30日": RefusedDateMissing, "--02-30": RefusedDateMissing, "1989-02-29": RefusedDateMissing,
		"农历十三月初一": RefusedDateMissing, "lunar 7-31": RefusedDateMissing, "lunar:--13-01": RefusedDateMissing,
		"lunar:1988-07r-03": RefusedDateMissing,
		"农历闰正月初一":           RefusedDateMissing, "lunar:1987-06r-30": RefusedDateMissing, "lunar:--00-01": RefusedDateMissing,
		"13-40":      RefusedDateMissing,
		"2026-11-05": RefusedFuture, "2027-01-01": RefusedFuture, "lunar:2026-12-01": RefusedFuture,
		"1888-08-15": RefusedDateRange, "lunar:1899-12-01": RefusedDateRange, "3000-01-01": RefusedDateRange,
		"明天": RefusedDateFormat, "abc": RefusedDateFormat, "1988": RefusedDateFormat, "1988年8月": RefusedDateFormat, "农历": RefusedDateFormat,
		"lunar": RefusedDateFormat, "属龙": RefusedDateFormat, "lunar:": RefusedDateFormat, "--": RefusedDateFormat, "农历 46000": RefusedDateFormat,
	}
	for text, code := range tests {
		_, err := ParseBirthday(text, wednesday)
		refusedAs(t, text, err, code)
	}
}

func TestNextBirthday(t *testing.T) {
	tests := []struct {
		b          Birthday
		from, want Date
	}{
		{"1988-08-15", "2026-11-04", "2027-08-15"}, {"1988-08-15", "2026-08-15", "2026-08-15"}, {"--08-15", "2026-08-14", "2026-08-15"},
		{"1988-02-29", "2026-11-04", "2027-02-28"}, {"--02-29", "2028-01-01", "2028-02-29"}, {"--02-29", "2027-03-01", "2028-02-29"},
		{"--12-31", "2026-12-31", "2026-12-31"}, {"--01-01", "2026-12-31", "2027-01-01"},
		{"lunar:--01-01", "2026-11-04", "2027-02-06"}, {"lunar:--08-15", "2026-01-01", "2026-09-25"},
		{"lunar:1988-08-15", "2026-09-26", "2027-09-15"},
		{"lunar:--12-30", "2026-01-01", "2026-02-16"}, {"lunar:--12-30", "2024-02-10", "2025-01-28"}, // 2024 and 2025 end on the 29th
		{"lunar:--06r-12", "2025-07-01", "2025-08-05"}, {"lunar:1987-06r-12", "2026-01-01", "2026-07-25"},
		{"lunar:--12-08", "2026-01-01", "2026-01-26"}, {"", "2026-01-01", ""}, {"1988-08-15", "", ""}, {"nonsense", "2026-01-01", ""},
		{"--08-15", "9999-12-31", ""}, {"lunar:--08-15", "2500-01-01", ""},
	}
	for _, tt := range tests {
		if got := tt.b.Next(tt.from); got != tt.want {
			t.Errorf("%q next from %s = %q, want %q", tt.b, tt.from, got, tt.want)
		}
	}
}

func TestAgeIsTheOneTurned(t *testing.T) {
	tests := []struct {
		b     Birthday
		on    Date
		want  int
		known bool
	}{
		{"1988-08-15", "2026-08-15", 38, true}, {"1988-08-15", "2026-08-14", 37, true}, {"1988-02-29", "2027-02-28", 39, true},
		{"--08-15", "2026-08-15", 0, false}, {"1988-08-15", "1988-08-15", 0, true}, {"1988-08-15", "1987-01-01", -2, false},
		{"lunar:1988-12-08", "2026-01-26", 37, true}, // still the lunar year 2025
		{"lunar:--07-03", "2026-08-15", 0, false}, {"", "2026-08-15", 0, false}, {"1988-08-15", "", 0, false},
		{"lunar:1988-01-01", "2500-01-01", 0, false},
	}
	for _, tt := range tests {
		got, known := tt.b.Age(tt.on)
		if known != tt.known || known && got != tt.want {
			t.Errorf("%q on %s: %d, %t", tt.b, tt.on, got, known)
		}
	}
}

func TestBirthdaysComeBackAsTheyAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		born := Date("1901-01-01").AddDays(rapid.IntRange(0, 45_000).Draw(t, "born"))
		year, month, day, leap := LunarDate(born)
		mark := ""
		if leap {
			mark = "r"
		}
		kept := Birthday(rapid.SampledFrom([]string{
			string(born), "--" + string(born)[5:],
			fmt.Sprintf("lunar:%04d-%02d%s-%02d", year, month, mark, day), fmt.Sprintf("lunar:--%02d%s-%02d", month, mark, day),
		}).Draw(t, "kept"))
		if got, err := ParseBirthday(string(kept), wednesday); got != kept || err != nil {
			t.Fatalf("ParseBirthday(%q) = %q, %v", kept, got, err)
		}
		from := anyDate().Draw(t, "from")
		next := kept.Next(from)
		if next != "" && (next < from || next.Sub(from) > 385) {
			t.Fatalf("%s next from %s = %s", kept, from, next)
		}
		if age, known := kept.Age(born); known && age != 0 {
			t.Fatalf("%s is %d on the day of birth %s", kept, age, born)
		}
	})
}

func FuzzParseBirthday(f *testing.F) {
	for _, s := range []string{"lunar:--06r-12", "农历闰六月十二", "L7-3", "--08-15", "初", "r-闰月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := ParseBirthday(s, wednesday)
		if again, err2 := ParseBirthday(string(b), wednesday); err == nil && (again != b || err2 != nil) {
			t.Fatalf("%q: %q, again %q, %v", s, b, again, err2)
		}
		b.Next(wednesday)
	})
}
