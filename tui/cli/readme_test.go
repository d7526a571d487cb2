package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheReadmesExamplesRun(t *testing.T) {
	var lines [][]string
	for i, block := range strings.Split(readme(t), "```") {
		if i%2 == 1 {
			lines = append(lines, regexp.MustCompile(`(?m)^genjin ([^#\n]+)`).FindAllStringSubmatch(block, -1)...)
		}
	}
	if len(lines) < 10 {
		t.Fatalf("%d examples", len(lines))
	}
	h := newHome(t)
	t.Chdir(h.dir)
	h.must("demo", "--customers", "60")
	h.env["GENJIN_DB"] = filepath.Join(h.dir, ".genjin", "demo.db")
	h.must("add", "董先生 15935946108")
	h.file("名单.csv", "客户名称,手机\n刘女士,13800138000\n")
	named := map[string]string{
		"FILE": "名单.csv", "文件": "文件.xlsx",
		"DD001": h.list("list", "orders")[0]["order_no"].(string), "手持终端": h.list("list", "oem")[0]["name"].(string),
	}
	for _, line := range lines {
		for _, args := range alternatives(strings.Fields(line[1])) {
			for i, arg := range args {
				if name, ok := named[arg]; ok {
					args[i] = name
				}
			}
			if args[0] == "export" {
				args = append(args, "--force") // several go to one file
			}
			h.must(args...)
		}
	}
}

// alternatives are the command lines that one with a|b stands for.
func alternatives(args []string) [][]string {
	all := [][]string{nil}
	for _, arg := range args {
		var longer [][]string
		for _, choice := range strings.Split(arg, "|") {
			for _, head := range all {
				longer = append(longer, append(head[:len(head):len(head)], choice))
			}
		}
		all = longer
	}
	return all
}

func TestTheReadmesCommandsAndFlagsExist(t *testing.T) {
	h := english(t)
	flags := regexp.MustCompile(`--[a-z][a-z-]+`)
	commands := map[string]bool{}
	for _, list := range regexp.MustCompile("`genjin ([a-z-]+ \\| [^`]*)`").FindAllStringSubmatch(readme(t), -1) {
		for _, command := range strings.Split(list[1], " | ") {
			h.must(command, "--help")
			commands[command] = true
		}
	}
	if len(commands) < 25 {
		t.Fatalf("%d commands", len(commands))
	}
	for _, span := range regexp.MustCompile("`(?:genjin )?([a-z-]+)( [^`]*)?`").FindAllStringSubmatch(readme(t), -1) {
		if !commands[span[1]] {
			continue
		}
		help := h.must(span[1], "--help")
		for _, flag := range flags.FindAllString(span[2], -1) {
			if !strings.Contains(help, flag+" ") {
				t.Errorf("%s: there is no %s", span[0], flag)
			}
		}
	}
}
