package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"syscall"
	"testing"
)

// failure is the object that a command with --json prints when it fails.
type failure struct {
	Error struct {
		Code, Message string
		Field         *string
		Saved         bool
	}
}

func (h *home) failure(code int, args ...string) failure {
	h.t.Helper()
	r := h.run(args...)
	var f failure
	if err := json.Unmarshal([]byte(r.err), &f); err != nil || r.code != code || r.out != "" {
		h.t.Errorf("genjin %s: exit %d, %v\n%s%s", strings.Join(args, " "), r.code, err, r.out, r.err)
	}
	return f
}

func TestErrorsForScriptsHaveACodeAndTheField(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000")
	h.must("add", "Lee 13900139000")
	for _, c := range []struct {
		exit        int
		code, field string
		args        []string
	}{
		{usage, "usage", "", []string{"list", "suppliers"}},
		{usage, "usage", "", []string{"today", "--frob"}},
		{failed, "not_found", "", []string{"show", "Zhou"}},
		{failed, "ambiguous", "", []string{"show", "Lee"}},
		{failed, "no_file", "", []string{"import", "nowhere.csv"}},
		{usage, "option", "grade", []string{"edit", "#1", "grade=F"}},
		{failed, "nothing_to_redo", "", []string{"redo"}},
		{failed, "no_backup", "", []string{"restore", "--newest"}},
	} {
		f := h.failure(c.exit, append(c.args, "--json")...)
		field := ""
		if f.Error.Field != nil {
			field = *f.Error.Field
		}
		if f.Error.Code != c.code || field != c.field || f.Error.Message == "" || f.Error.Saved {
			t.Errorf("%v: %+v, field %q", c.args, f.Error, field)
		}
	}
}

// closed is an output that nobody reads any more.
type closed struct{ err error }

func (c closed) Write([]byte) (int, error) { return 0, c.err }

func TestWhatWasSavedIsSaidThoughNobodyReadsTheResult(t *testing.T) {
	h := english(t)
	code, said := h.runTo(context.Background(), closed{syscall.EPIPE}, "add", "Lee 13800138000", "--json")
	var f failure
	if err := json.Unmarshal([]byte(said), &f); err != nil || code != 3 || f.Error.Code != "unshown" || !f.Error.Saved {
		t.Errorf("exit %d, %v: %s", code, err, said)
	}
	if code, said = h.runTo(context.Background(), closed{errors.New("gone")}, "list", "customers"); code != failed || said == "" {
		t.Errorf("exit %d: %q", code, said)
	}
	if code, said = h.runTo(context.Background(), closed{syscall.EPIPE}, "list", "customers"); code != 141 || said != "" {
		t.Errorf("a reader who has seen enough: exit %d, %q", code, said)
	}
}

func TestNoControlByteIsEchoed(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000")
	bad := "\x1b]0;x\x07\x1b[31m\u009b2Jevil\u202e"
	for _, args := range [][]string{
		{bad}, {"show", bad}, {"import", bad + ".csv"}, {"list", "customers", "--filter", bad}, {"list", "customers", "--" + bad},
		{"log", "Lee", bad},
		{"export", "customers", "-o", bad + "/x.xlsx"}, {"restore", bad}, {"backup", bad + "/x"}, {"--db", bad + ".db", "today"},
		{"--lang", bad, "today"}, {"today", "--as-of", bad}, {"edit", "Lee", bad + "=1"}, {"settings", bad}, {"new", bad}, {"pay", "Lee", bad},
	} {
		for _, asJSON := range []bool{false, true} {
			if asJSON {
				args = append(args, "--json")
			}
			r := h.run(args...)
			if at := bytes.IndexAny([]byte(r.out+r.err), "\x1b\x07\u009b\u202e"); at >= 0 {
				t.Errorf("%q: %q", args, r.out+r.err)
			}
		}
	}
}
