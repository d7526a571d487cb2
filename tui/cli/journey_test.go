package cli_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"genjin/store"
)

func TestADayOnTheCommandLine(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) {
			h := newHome(t)
			h.env["GENJIN_LANG"] = lang
			var b strings.Builder
			say := func(args ...string) {
				b.WriteString("$ genjin " + strings.Join(args, " ") + "\n" + h.must(args...) + "\n")
			}
			say("today")
			say("add", "董先生", "15935946108", "3人", "想置换陆风X7", "#进店", "@C")
			say("add", "恒达电子有限公司 0512-66660000 定制主板 @意向客户 +3d #OEM")
			say("add", "刘女士", "138 0013 8000", "周五")
			say("today", "--ahead", "7")
			say("log", "dxs", "来电问置换补贴", "--problem", "嫌贵", "--solution", "申请店长优惠", "--method", "电话", "--next-action", "报置换价")
			say("log", "恒达", "没人接", "--outcome", "not_reached")
			say("log", "#3", "到店看车", "--at", "昨天 15:00", "--next", "12-8", "--kind", "inquiry")
			say("today")
			say("list", "customers", "--sort", "next_on")
			say("list", "journal")
			say("show", "董先生")
			say("undo")
			say("undo")
			say("redo")
			golden(t, "day."+lang+".txt", strings.ReplaceAll(b.String(), clockOf(h), "NOW"))
		})
	}
}

// clockOf is the harness's time as the log shows it.
func clockOf(h *home) string { return h.now.Format("2006-01-02 15:04") }

// Columns start at the same cell in every row, whatever characters stand
// before them.
func TestTablesAreAlignedByDisplayWidth(t *testing.T) {
	h := newHome(t)
	for _, line := range []string{"王", "欧阳建国先生 13800138000", `"A. Lee" 13800138001`, "苏州工业园区恒达电子有限公司 13800138002", "张😀三 13800138003"} {
		h.must("add", line)
	}
	lines := strings.Split(strings.TrimRight(h.must("list", "customers"), "\n"), "\n")
	at := -1
	for _, line := range lines[1 : len(lines)-1] {
		before, _, ok := strings.Cut(line, "未评级")
		if !ok {
			t.Fatalf("no grade in %q", line)
		}
		if w := ansi.StringWidth(before); at < 0 {
			at = w
		} else if w != at {
			t.Errorf("the grade stands at cell %d, not %d: %q", w, at, line)
		}
	}
	if strings.Contains(strings.Join(lines, ""), "\x1b") {
		t.Error("a pipe is coloured")
	}
}

func TestNothingDueSaysWhatComesNext(t *testing.T) {
	h := newHome(t)
	if out := h.must("today"); !strings.Contains(out, "还没有客户") {
		t.Errorf("empty file: %q", out)
	}
	if rows := h.list("today"); len(rows) != 0 {
		t.Errorf("empty file: %v", rows)
	}
	h.must("add", "董先生 @C +10d")
	if out := h.must("today"); !strings.Contains(out, "2026-12-04 周五") || !strings.Contains(out, "董先生") {
		t.Errorf("next: %q", out)
	}
	h.must("add", "王先生 @E")
	if out := h.must("today", "--as-of", "2026-11-20", "--lang", "en"); !strings.Contains(out,
		"Nothing is due today; next is 2026-12-04 Fri") {
		t.Errorf("next: %q", out)
	}
}

func TestTheLanguageIsFoundInItsOrder(t *testing.T) {
	const zh, en = "还没有客户", "No customers yet"
	for _, c := range []struct {
		env  map[string]string
		args []string
		want string
	}{
		{nil, nil, zh},
		{map[string]string{"LANG": "C"}, nil, zh},
		{map[string]string{"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, nil, zh},
		{map[string]string{"LANG": "en_GB.UTF-8"}, nil, en},
		{map[string]string{"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, nil, zh},
		{map[string]string{"LANG": "de_DE.UTF-8"}, nil, zh},
		{map[string]string{"GENJIN_LANG": "en", "LANG": "zh_CN"}, nil, en},
		{map[string]string{"GENJIN_LANG": "en"}, []string{"--lang", "zh"}, zh},
		{map[string]string{"GENJIN_LANG": "zh"}, []string{"--lang=en"}, en},
	} {
		h := newHome(t)
		h.env = c.env
		if out := h.must(append([]string{"today"}, c.args...)...); !strings.Contains(out, c.want) {
			t.Errorf("%v %v: %q", c.env, c.args, out)
		}
	}
}

func TestTheSettingsLanguageComesBeforeTheLocales(t *testing.T) {
	h := english(t)
	h.must("today")
	ctx := t.Context()
	st, err := store.Open(ctx, filepath.Join(h.dir, ".genjin", "genjin.db"))
	if err != nil {
		t.Fatal(err)
	}
	set, err := st.Settings(ctx)
	set.Language = "zh"
	if err := errors.Join(err, st.SaveSettings(ctx, set), st.Close()); err != nil {
		t.Fatal(err)
	}
	if out := h.must("today"); !strings.Contains(out, "还没有客户") {
		t.Errorf("the setting is not heard: %q", out)
	}
	if out := h.must("today", "--lang", "en"); !strings.Contains(out, "No customers") {
		t.Errorf("the flag is not heard: %q", out)
	}
}

func TestTheAsOfDayHoldsEverywhere(t *testing.T) {
	h := newHome(t)
	h.env["GENJIN_AS_OF"] = "2026-01-05"
	if c := h.object("add", "董先生 @A +2d"); c["filled_on"] != "2026-01-05" || c["next_on"] != "2026-01-07" {
		t.Errorf("filled %v, next %v", c["filled_on"], c["next_on"])
	}
	logged := h.object("log", "董先生", "来电", "--as-of", "2026-01-06")
	if at := logged["entry"].(map[string]any)["at"]; at != "2026-01-06" {
		t.Errorf("at %v", at)
	}
	delete(h.env, "GENJIN_AS_OF")
	logged = h.object("log", "董先生", "再来电")
	if at := logged["entry"].(map[string]any)["at"]; at != "2026-11-24 10:30" {
		t.Errorf("at %v", at)
	}
}
