package cli_test

import (
	"strings"
	"testing"
)

// Beside a date in a year whose holidays nobody knows yet stands that it has
// none.
func TestADateWithoutKnownHolidaysSaysSo(t *testing.T) {
	for lang, mark := range map[string]string{"zh": "(放假未公布)", "en": "(holidays unknown)"} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("add", "董先生 @A")
		for _, args := range [][]string{
			{"add", "刘女士 +2090-01-04"}, {"log", "董先生", "明年再说", "--next", "2090-01-04"}, {"show", "董先生"},
			{"log", "董先生", "没人接", "--outcome", "not_reached", "--next", "2090-01-05"}, {"show", "董先生"},
			{"--as-of", "2090-01-02", "today"}, {"--as-of", "2089-12-30", "today", "--ahead", "9"},
		} {
			if out := h.must(args...); !strings.Contains(out, mark) {
				t.Errorf("genjin %s doesn't say %q:\n%s", strings.Join(args, " "), mark, out)
			}
		}
		if out := h.must("log", "刘女士", "改到年内", "--next", "2027-12-31"); strings.Contains(out, "放假") || strings.Contains(out, "holidays") {
			t.Errorf("a year that is known: %s", out)
		}
	}
}
