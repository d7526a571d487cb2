package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPersonGetsAllThatIsKeptAndIsForgotten(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000 @B")
	h.must("log", "Lee", "likes orchids")
	h.must("owe", "Lee", "1000")
	h.must("add", "Wang 13900139000")
	h.must("new", "contacts", "customer=Wang", "name=Mei", "phones=13700137000")
	h.fails(usage, "-o", "subject", "Lee")
	file := filepath.Join(h.dir, "lee.json")
	h.must("subject", "Lee", "-o", file)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Name    string                     `json:"name"`
		Kept    map[string]json.RawMessage `json:"kept"`
		Changes []map[string]any           `json:"changes"`
	}
	if err := json.Unmarshal(text, &all); err != nil || all.Name != "Lee" || len(all.Changes) == 0 {
		t.Errorf("%v\n%s", err, text)
	}
	for _, kind := range []string{"customer", "journal", "receivable"} {
		if all.Kept[kind] == nil {
			t.Errorf("no %s in it", kind)
		}
	}
	page := filepath.Join(h.dir, "lee.html")
	h.must("subject", "Lee", "-o", page)
	if text, err := os.ReadFile(page); err != nil || !strings.Contains(string(text), "orchids") || strings.Contains(string(text), "Wang") {
		t.Errorf("%v\n%s", err, text)
	}
	h.must("subject", "contacts", "1", "-o", filepath.Join(h.dir, "mei.html"))

	r := h.run("forget", "Lee")
	if r.code != failed || !strings.Contains(r.out, "journal entry 1") || !strings.Contains(r.out, "receivable 1") ||
		!strings.Contains(r.out, "is open") || !strings.Contains(r.out, "lee.json") || !strings.Contains(r.out, "--yes") {
		t.Errorf("asked: exit %d\n%s%s", r.code, r.out, r.err)
	}
	if got := h.list("list", "customers"); len(got) != 2 {
		t.Errorf("asking deletes: %v", got)
	}
	if done := h.object("forget", "Lee", "--yes"); done["forgotten"] != true || done["wiped"] != true {
		t.Errorf("%v", done)
	}
	h.fails(failed, "no customer", "show", "Lee")
	if got := h.list("list", "receivables"); len(got) != 1 || got[0]["customer"] != "forgotten customer 1" {
		t.Errorf("%v", got)
	}
	h.must("forget", "contacts", "#1", "--yes")
	if got := h.list("list", "contacts"); len(got) != 0 {
		t.Errorf("%v", got)
	}
	h.fails(usage, "contacts and a number", "forget", "orders", "1")
	h.fails(failed, "contacts 9", "forget", "contacts", "9")
}

func TestWhatIsPrivateIsMaskedOnATerminal(t *testing.T) {
	h := english(t)
	h.must("new", "customers", "name=Lee Kun", "phones=13800138000", "wechat=leekun88", "email=lee@example.com", "address=5 Harbour Rd")
	h.must("log", "Lee", "write to lee@example.com or 13800138000, ID 110101199003071233")
	h.must("new", "company", "customer=Lee", "bank_account=6222021234567890123")
	private := []string{"13800138000", "leekun88", "lee@example.com", "5 Harbour Rd", "110101199003071233", "6222021234567890123"}
	commands := [][]string{{"show", "Lee"}, {"changes"}, {"list", "customers", "--columns", "name,phones,wechat,email,address"},
		{"list", "journal"}, {"today"}, {"show", "company", "1"}, {"list", "company"}}
	told := func(flags ...string) (found []string) {
		for _, c := range commands {
			out := h.must(append(c, flags...)...)
			for _, text := range private {
				if strings.Contains(out, text) {
					found = append(found, c[0]+" "+c[len(c)-1]+" "+text)
				}
			}
		}
		return found
	}
	if got := told("--mask"); len(got) > 0 {
		t.Errorf("--mask shows %q", got)
	}
	if got := told(); len(got) < 8 {
		t.Errorf("a pipe gets only %q", got)
	}
	h.must("settings", "privacy_mask", "on")
	if got := told(); len(got) < 8 {
		t.Errorf("by the setting, a pipe gets only %q", got)
	}
	h.screen = func() {}
	if got := told(); len(got) > 0 {
		t.Errorf("by the setting, a terminal shows %q", got)
	}
	if got := told("--mask=no"); len(got) < 8 {
		t.Errorf("--mask=no shows only %q", got)
	}
	file := filepath.Join(h.dir, "all.json")
	h.fails(failed, "--with-ids", "export", "all", "-o", file)
	h.must("export", "all", "-o", file, "--with-ids")
	if got := h.list("list", "customers"); got[0]["wechat"] != "leekun88" {
		t.Errorf("JSON: %v", got)
	}
	h.fails(usage, "yes, no", "today", "--mask=maybe")
}

func TestTheLockIsSetByCommand(t *testing.T) {
	h := english(t)
	h.must("add", "Lee")
	h.fails(failed, "needs a passphrase", "lock")
	h.secrets = []string{"sesame", "sesam"}
	h.fails(failed, "differ", "lock")
	h.secrets = []string{"sesame", "sesame"}
	if out := h.must("lock"); !strings.Contains(out, "isn't encrypted") {
		t.Errorf("says %q", out)
	}
	h.secrets = []string{"wrong"}
	h.fails(failed, "not its passphrase", "lock", "--off")
	h.secrets = []string{"sesame"}
	h.must("lock", "--off")
	h.secrets = []string{"new", "new"}
	h.must("lock")
}

func TestATerminalThatIsNotUTF8AndAClockOfNowhereAreSaid(t *testing.T) {
	h := english(t)
	h.must("add", "Lee")
	h.env["LANG"], h.env["TZ"] = "zh_CN.GB18030", "Mars/Olympus"
	if r := h.run("--lang", "en", "today"); strings.Contains(r.err, "GB18030") || !strings.Contains(r.err, "TZ=Mars/Olympus") || r.code != 0 {
		t.Errorf("in a pipe: %q", r.err)
	}
	h.screen = func() {}
	if r := h.run("--lang", "en", "today"); !strings.Contains(r.err, "GB18030") || r.code != 0 {
		t.Errorf("at a terminal: %q", r.err)
	}
	h.env["LC_ALL"], h.env["TZ"] = "en_US.utf8", "Asia/Shanghai"
	h.must("today")
}
