package model

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const wednesday Date = "2026-11-04"

func TestParseDateReadsWholeDates(t *testing.T) {
	tests := []struct {
		text string
		want Date
	}{
		{"2026-11-03", "2026-11-03"}, {"2026/11/3", "2026-11-03"}, {"2026.11.3", "2026-11-03"}, {"20261103", "2026-11-03"},
		{"  2026-11-3 ", "2026-11-03"}, {"2026年11月18日", "2026-11-18"}, {"2026年11月18号", "2026-11-18"},
		{"2026年1月8", "2026-01-08"}, {"2026 年 11 月 18 日", "2026-11-18"}, {"２０２６－１１－３", "2026-11-03"},
		{"２０２６／１１／３", "2026-11-03"}, {"2026。11。3", "2026-11-03"}, {"2026–11–03", "2026-11-03"},
		{"二〇二六年十一月三日", "2026-11-03"}, {"二零二六年十一月二十三日", "2026-11-23"},
		{"26-11-3", "2026-11-03"}, {"26/11/03", "2026-11-03"}, {"26/11/24", "2026-11-24"}, {"26-11-26", "2026-11-26"},
		{"85-03-12", "1985-03-12"}, {"05-1-6", "2005-01-06"}, {"26/11/3", "2026-11-03"}, {"88-8-15", "1988-08-15"},
		{"45-1-1", "2045-01-01"}, {"26年11月3日", "2026-11-03"},
		{"Nov 3 2026", "2026-11-03"}, {"Nov 3, 2026", "2026-11-03"}, {"3 Nov 2026", "2026-11-03"}, {"November 3rd, 2026", "2026-11-03"},
		{"3-Nov-26", "2026-11-03"}, {"2026 Sept 9", "2026-09-09"}, {"1st may 2026", "2026-05-01"},
		{"46000", "2025-12-09"}, {"46000.0", "2025-12-09"}, {"20000", "1954-10-03"}, {"80000", "2119-01-11"},
		{"2026-11-20 10:30", "2026-11-20"}, {"2026-11-20 00:00:00", "2026-11-20"}, {"2026-11-20T23:30:00-08:00", "2026-11-20"},
		{"2026-11-20(周五)", "2026-11-20"}, {"2026年11月20日 星期五", "2026-11-20"}, {"2026-11-20（周五） 10:30", "2026-11-20"},
		{"2028-02-29", "2028-02-29"}, {"1900-01-01", "1900-01-01"}, {"2200-12-31", "2200-12-31"}, {"", ""}, {"  　", ""},
	}
	for _, tt := range tests {
		for _, bias := range []Bias{Past, Future, Nearest} {
			got, err := ParseDate(tt.text, wednesday, bias)
			if got != tt.want || err != nil {
				t.Errorf("ParseDate(%q) = %q, %v, want %q", tt.text, got, err, tt.want)
			}
		}
	}
}

func TestParseDateChoosesTheYearByBias(t *testing.T) {
	tests := []struct {
		text                  string
		past, future, nearest Date
	}{
		{"1月1日", "2026-01-01", "2027-01-01", "2027-01-01"},
		{"11-3", "2026-11-03", "", "2026-11-03"}, // just past: no next year's
		{"11/4", "2026-11-04", "2026-11-04", "2026-11-04"},
		{"11.5", "2025-11-05", "2026-11-05", "2026-11-05"},
		{"12-8", "2025-12-08", "2026-12-08", "2026-12-08"},
		{"十一月三号", "2026-11-03", "", "2026-11-03"}, // just past: no next year's
		{"Nov 3", "2026-11-03", "", "2026-11-03"}, // just past: no next year's
		{"2-29", "2024-02-29", "", "2028-02-29"},  // years ahead is asked about
		{"10号", "2026-10-10", "2026-11-10", "2026-11-10"},
		{"4号", "2026-11-04", "2026-11-04", "2026-11-04"},
		{"31日", "2026-10-31", "2026-12-31", "2026-10-31"},
		{"月初", "2026-11-01", "2026-12-01", "2026-11-01"},
	}
	for _, tt := range tests {
		for bias, want := range map[Bias]Date{Past: tt.past, Future: tt.future, Nearest: tt.nearest} {
			if got, err := ParseDate(tt.text, wednesday, bias); got != want || (err == nil) != (want != "") {
				t.Errorf("ParseDate(%q, bias %d) = %q, %v, want %q", tt.text, bias, got, err, want)
			}
		}
	}
}

func TestParseDateReadsRelativeWords(t *testing.T) {
	tests := []struct {
		text string
		want Date
	}{
		{"今天", "2026-11-04"}, {"明天", "2026-11-05"}, {"后天", "2026-11-06"}, {"大后天", "2026-11-07"}, {"昨天", "2026-11-03"},
		{"前天", "2026-11-02"}, {"today", "2026-11-04"}, {"Tomorrow", "2026-11-05"}, {"yesterday", "2026-11-03"},
		{"3d", "2026-11-07"}, {"+3d", "2026-11-07"}, {"-2d", "2026-11-02"}, {"2w", "2026-11-18"}, {"1m", "2026-12-04"}, {"+1y", "2027-11-04"},
		{"＋３ｄ", "2026-11-07"}, {"3天后", "2026-11-07"}, {"3 天后", "2026-11-07"}, {"3天", "2026-11-07"}, {"两周后", "2026-11-18"},
		{"一个月后", "2026-12-04"}, {"3天前", "2026-11-01"}, {"十天后", "2026-11-14"}, {"半个月后", "2026-11-19"}, {"半年后", "2027-05-04"},
		{"3日后", "2026-11-07"}, {"两个星期以后", "2026-11-18"}, {"3 days ago", "2026-11-01"}, {"in 2 weeks", "2026-11-18"}, {"1年后", "2027-11-04"},
		{"周五", "2026-11-06"}, {"星期五", "2026-11-06"}, {"礼拜五", "2026-11-06"}, {"周三", "2026-11-11"}, {"周日", "2026-11-08"}, {"星期天", "2026-11-08"},
		{"下周五", "2026-11-13"}, {"下周一", "2026-11-09"}, {"下个星期一", "2026-11-09"}, {"下下周一", "2026-11-16"}, {"本周五", "2026-11-06"},
		{"这周一", "2026-11-02"}, {"上周三", "2026-10-28"}, {"上周日", "2026-11-01"}, {"下周日", "2026-11-15"},
		{"fri", "2026-11-06"}, {"Friday", "2026-11-06"}, {"wed", "2026-11-11"}, {"next monday", "2026-11-09"}, {"last fri", "2026-10-30"},
		{"月底", "2026-11-30"}, {"本月底", "2026-11-30"}, {"下月初", "2026-12-01"}, {"下月底", "2026-12-31"}, {"下个月10号", "2026-12-10"},
		{"本月20号", "2026-11-20"}, {"下月中", "2026-12-15"}, {"上个月5日", "2026-10-05"}, {"年底", "2026-12-31"},
		{"明年1月8日", "2027-01-08"}, {"去年12月3日", "2025-12-03"}, {"明年年底", "2027-12-31"}, {"明年初", "2027-01-01"},
		{"12月中旬", "2026-12-15"}, {"12月上旬", "2026-12-05"}, {"3月下旬", "2027-03-25"},
		{"12月初", "2026-12-01"}, {"12月底", "2026-12-31"},
		{"2027年2月底", "2027-02-28"}, {"明年3月中旬", "2027-03-15"}, {"下个月", "2026-12-01"}, {"下月中旬", "2026-12-15"},
		{"腊月二十", "2027-01-27"}, {"正月十五", "2027-02-20"}, {"农历八月十五", "2027-09-15"}, {"农历2027年正月初一", "2027-02-06"},
	}
	for _, tt := range tests {
		if got, err := ParseDate(tt.text, wednesday, Future); got != tt.want || err != nil {
			t.Errorf("ParseDate(%q) = %q, %v, want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestVagueDaysAreTold(t *testing.T) {
	for text, want := range map[string]bool{
		"待定": true, "年后": true, " 明年 ": true, "TBD": true, "明年初": false, "下个月": false, "3天后": false, "": false,
	} {
		if IsVagueDay(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestWeekdaysFollowBias(t *testing.T) {
	tests := []struct {
		text          string
		past, nearest Date
	}{
		{"周三", "2026-11-04", "2026-11-04"}, {"周五", "2026-10-30", "2026-11-06"}, {"周二", "2026-11-03", "2026-11-03"},
		{"周日", "2026-11-01", "2026-11-01"},
	}
	for _, tt := range tests {
		if got, _ := ParseDate(tt.text, wednesday, Past); got != tt.past {
			t.Errorf("%s in the past: %s, want %s", tt.text, got, tt.past)
		}
		if got, _ := ParseDate(tt.text, wednesday, Nearest); got != tt.nearest {
			t.Errorf("%s nearest: %s, want %s", tt.text, got, tt.nearest)
		}
	}
}

func TestParseMomentReadsTimes(t *testing.T) {
	tests := []struct {
		text string
		want Moment
	}{
		{"2026-11-20 10:30", "2026-11-20 10:30"}, {"2026/11/10 9:20", "2026-11-10 09:20"}, {"2026-11-20T10:30:00", "2026-11-20 10:30"},
		{"2026-11-20T10:30:00Z", "2026-11-20 10:30"}, {"2026-11-20T23:30:00+08:00", "2026-11-20 23:30"},
		{"2026-11-20t10:30:00.123-0700", "2026-11-20 10:30"},
		{"2026年11月20日 上午9点半", "2026-11-20 09:30"}, {"2026年11月20日下午3点20分", "2026-11-20 15:20"}, {"2026年11月20日 15点", "2026-11-20 15:00"},
		{"2026年11月20日15时20分", "2026-11-20 15:20"}, {"11-3 下午3点", "2026-11-03 15:00"}, {"昨天晚上8点", "2026-11-03 20:00"},
		{"今天 9点一刻", "2026-11-04 09:15"}, {"周二 10：30", "2026-11-03 10:30"}, {"10号9点", "2026-10-10 09:00"}, {"3天前 10:00", "2026-11-01 10:00"},
		{"2026-11-20 中午12点", "2026-11-20 12:00"}, {"2026-11-20 中午1点", "2026-11-20 13:00"}, {"2026-11-20 凌晨12点", "2026-11-20 00:00"},
		{"2026-11-20 3:05 pm", "2026-11-20 15:05"}, {"2026-11-20 3pm", "2026-11-20 15:00"}, {"Nov 20 2026, 12:10 AM", "2026-11-20 00:10"},
		{"2026-11-20 00:00", "2026-11-20"}, {"2026-11-20 00:00:00", "2026-11-20"}, {"2026-11-20", "2026-11-20"},
		{"46000.5", "2025-12-09 12:00"}, {"46000.4375", "2025-12-09 10:30"}, {"46000.43402777778", "2025-12-09 10:25"},
		{"46000.99999", "2025-12-10"},
		{"11月3日 上午", "2026-11-03 09:00"}, {"11月3日下午", "2026-11-03 15:00"}, {"昨天晚上", "2026-11-03 19:00"},
		{"2026-11-20 中午", "2026-11-20 12:00"},
		{"2026-11-20 周五 10:30", "2026-11-20 10:30"}, {"2026.11.20 十点二十分", "2026-11-20 10:20"}, {"", ""},
	}
	for _, tt := range tests {
		if tt.text == "2026-11-20 00:00" {
			tt.want = "2026-11-20 00:00" // typed, not written by a program
		}
		if got, err := ParseMoment(tt.text, wednesday, Past); got != tt.want || err != nil {
			t.Errorf("ParseMoment(%q) = %q, %v, want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestParseDateRefusesWithTheReason(t *testing.T) {
	tests := map[string]string{
		"2026-02-30": RefusedDateMissing, "2月30日": RefusedDateMissing, "2026-13-01": RefusedDateMissing, "11-31": RefusedDateMissing,
		"2027-02-29": RefusedDateMissing, "2026-00-10": RefusedDateMissing, "下个月31号下午3点": RefusedDateFormat,
		"2026-02-30 10:30": RefusedDateMissing, "32号": RefusedDateMissing, "今年2月29日": RefusedDateMissing, "20260231": RefusedDateMissing,
		"1899-12-31": RefusedDateRange, "2201-01-01": RefusedDateRange, "0026-11-03": RefusedDateRange, "9999y": RefusedDateRange,
		"-9999m":           RefusedDateRange,
		"2026-11-03 25:00": RefusedTimeFormat, "2026-11-03 10:60": RefusedTimeFormat, "2026-11-03T10:30:99": RefusedTimeFormat,
		"明天25点": RefusedTimeFormat, "2026-11-03 10:3x": RefusedTimeFormat, "今天晚上12点": RefusedTimeFormat,
		"2026年11月": RefusedDateFormat, "11月": RefusedDateFormat, "2026": RefusedDateFormat, "5": RefusedDateFormat, "2026-11": RefusedDateFormat,
		"abc": RefusedDateFormat, "-": RefusedDateFormat, "10:30": RefusedDateFormat, "19999": RefusedDateFormat, "80001": RefusedDateFormat,
		"123456": RefusedDateFormat, "3月": RefusedDateFormat, "3-11-2026": RefusedDateOrder, "05/01/26": RefusedDateOrder,
		"1/5/2026 10:30": RefusedDateOrder, "25.11.26": RefusedDateOrder, "05/13/26": RefusedDateOrder, "13/05/2026": RefusedDateOrder,
		"32/13/2026": RefusedDateFormat, "2026-11-03-04": RefusedDateFormat, "2026--11-03": RefusedDateFormat,
		"2026-11-03 hello": RefusedDateFormat, "很快": RefusedDateFormat, "周八": RefusedDateFormat, "下周": RefusedDateFormat,
		"99999999999999999999": RefusedDateFormat,
		"1e5":                  RefusedDateFormat, "0d0": RefusedDateFormat, "'; DROP TABLE": RefusedDateFormat,
		"\x1b[2J": "", "١٢-٣": RefusedDateFormat,
		strings.Repeat("1", 1<<20): RefusedDateFormat, strings.Repeat("今天 ", 10000): RefusedDateFormat,
	}
	tests["下个月31号下午3点"] = "" // December has one
	for text, code := range tests {
		_, err := ParseDate(text, wednesday, Future)
		refusedAs(t, quoted(text), err, code)
	}
}

func TestWithoutAReferenceDayOnlyWholeDatesAreRead(t *testing.T) {
	for _, text := range []string{"11-3", "明天", "3d", "周五", "月底", "10号"} {
		_, err := ParseDate(text, "", Future)
		refusedAs(t, text, err, RefusedDateFormat)
	}
	if got, err := ParseDate("26-11-3", "", Future); got != "2026-11-03" && got != "1926-11-03" || err != nil {
		t.Errorf("a whole date: %q, %v", got, err)
	}
}

func TestAnUnclearDateAsksWhichIsMeant(t *testing.T) {
	for text, want := range map[string]string{
		"05/01/26": "05/01/26 2005-01-26 2026-01-05 2026-05-01", "1/5/2026": "1/5/2026 2026-01-05 2026-05-01",
		"13/5/2026 9:30": "13/5/2026 9:30 2026-05-13", "05/13/26": "05/13/26 2026-05-13",
	} {
		_, err := ParseDate(text, wednesday, Past)
		var fe *FieldError
		if !errors.As(err, &fe) || strings.Join(fe.Args, " ") != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestTwoDigitYearsLieAroundTheReferenceDay(t *testing.T) {
	tests := []struct {
		ref, want Date
	}{
		{"2026-11-04", "1999-01-02"}, {"2085-11-04", "2099-01-02"}, {"1995-01-01", "1999-01-02"}, {"2100-01-01", "2099-01-02"},
	}
	for _, tt := range tests {
		if got, _ := ParseDate("99-1-2", tt.ref, Past); got != tt.want {
			t.Errorf("99-1-2 seen from %s = %s, want %s", tt.ref, got, tt.want)
		}
	}
}

func TestParseDateReadsWhatDatesAreWrittenAs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ref := anyDate().Draw(t, "date"), anyDate().Draw(t, "ref")
		bias := rapid.SampledFrom([]Bias{Past, Future, Nearest}).Draw(t, "bias")
		if got, err := ParseDate(string(d), ref, bias); got != d || err != nil {
			t.Fatalf("ParseDate(%q) = %q, %v", d, got, err)
		}
		m, _ := NewMoment(d, rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		if got, err := ParseMoment(string(m), ref, bias); got != m || err != nil {
			t.Fatalf("ParseMoment(%q) = %q, %v", m, got, err)
		}
	})
}

func TestYearlessDatesKeepToTheirSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ref := anyDate().Draw(t, "date"), Date("1920-01-01").AddDays(rapid.IntRange(0, 90_000).Draw(t, "ref"))
		text := strings.TrimLeft(string(d)[5:], "0")
		past, err := ParseDate(text, ref, Past)
		future, err2 := ParseDate(text, ref, Future)
		if late := ref.Sub(past); late > 0 && late <= justPast {
			var refused *FieldError
			if !errors.As(err2, &refused) || refused.Code != RefusedPast {
				t.Fatalf("%s just past on %s: %s, %v", text, ref, future, err2)
			}
			return
		}
		if err != nil || err2 != nil || past > ref || future < ref || past[5:] != d[5:] || future[5:] != d[5:] {
			t.Fatalf("%s around %s: %s and %s, %v %v", text, ref, past, future, err, err2)
		}
		if near, _ := ParseDate(text, ref, Nearest); near != past && near != future {
			t.Fatalf("%s nearest to %s: %s", text, ref, near)
		}
	})
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2026-11-03 10:30", "下个月10号下午3点", "46000.5", "3 days ago", "\x1b]0;x\a11-3", "\xff\xfe", "十十", "廿卅月十"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s, wednesday, Nearest)
		if (err != nil) != (m == "") && strings.TrimSpace(Clean(s)) != "" {
			t.Fatalf("%q: %q, %v", s, m, err)
		}
		if m == "" {
			return
		}
		if again, err := ParseMoment(string(m), wednesday, Nearest); again != m || err != nil {
			t.Fatalf("%q: %q, again %q, %v", s, m, again, err)
		}
	})
}

func BenchmarkParseDate(b *testing.B) {
	for _, text := range []string{"2026-11-03", "2026年11月18日", "下周五", "2026-11-20 10:30", "no date at all"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				_, _ = ParseDate(text, wednesday, Future)
			}
		})
	}
}
