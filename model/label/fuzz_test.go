package label

import (
	"errors"
	"testing"

	"genjin/model"
)

// refused reports whether an error is one that a person can be told.
func refused(err error) bool {
	var fe *model.FieldError
	return errors.As(err, &fe)
}

// What a field reads, it also shows in a form, and reads again from there.
func FuzzReadField(f *testing.F) {
	for _, s := range []string{
		"A", "3,000.00", "1.2万", "昨天", "2026-02-30", "13800000001、0571-88888888", "#a #b", "是", "60%", "-0", "\x00", "99999999999999999999",
	} {
		f.Add(s)
	}
	records := []string{
		"customer", "journal", "contact", "receivable", "payment", "order", "order_line", "product", "project", "project_item",
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, record := range records {
			for _, spec := range model.RecordFields(record) {
				value, err := Read(record, spec, text, "2026-11-24", model.Nearest)
				if err != nil && !refused(err) {
					t.Fatalf("%s.%s %q: %v", record, spec.Code, text, err)
				}
				for _, l := range []Lang{ZH, EN} {
					_ = Show(record, spec, value, "CNY", l)
				}
			}
		}
	})
}

func FuzzReadSetting(f *testing.F) {
	for _, s := range []string{
		"1,7,15,30", "周六、周日", "10-01..10-07", "-3,0,7,15", "CNY", "1.2万", "无", "月结", "2026-02-30", ",,", "\n", "-1",
	} {
		f.Add(s)
	}
	set := model.DefaultSettings()
	f.Fuzz(func(t *testing.T, text string) {
		for _, spec := range model.SettingsFields {
			value, err := ReadSetting(spec.Code, text, set, "2026-11-24")
			if err != nil {
				if !refused(err) {
					t.Fatalf("%s %q: %v", spec.Code, text, err)
				}
				continue
			}
			with := set
			with.Apply(map[string]string{spec.Code: value})
			if err := with.Check(); err != nil && !refused(err) {
				t.Fatalf("%s %q: %v", spec.Code, text, err)
			}
			_, _, _ = with.Steps(), with.Buckets(), Setting(spec.Code, value, "CNY", EN)
		}
	})
}

func FuzzReadProgress(f *testing.F) {
	for _, s := range []string{"60%", "60", "已完成", "进行中", "不适用", "NaN", "-0", "1e400", "0x1p-2", "100.4%", "%"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, fraction bool) {
		percent, _, err := ReadProgress(text, fraction)
		if err != nil && !refused(err) || percent < 0 || percent > 100 {
			t.Fatalf("%q: %d %v", text, percent, err)
		}
	})
}
