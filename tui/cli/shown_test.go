package cli_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"genjin/model"
	"genjin/store"
	"genjin/tui/cli"
)

// full is an output without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestWhatIsSavedAndNotShownIsSaidToBeSaved(t *testing.T) {
	const unshown = 3
	h := english(t)
	h.must("add", "Lee")
	for _, args := range [][]string{
		{"log", "Lee", "came for samples"}, {"log", "Lee", "called", "--json"}, {"add", "Wu"}, {"owe", "Lee", "1200", "--terms", "30天"},
		{"pay", "Lee", "200"}, {"undo"}, {"redo"},
	} {
		code, said := h.runTo(context.Background(), full{}, args...)
		if code != unshown || !strings.Contains(said, "it is saved") || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: exit %d, %q", args, code, said)
		}
	}
	if got := h.list("list", "journal", "--json"); len(got) != 2 {
		t.Errorf("%d entries", len(got))
	}
	h.env["LANG"] = "zh_CN.UTF-8"
	if code, said := h.runTo(context.Background(), full{}, "log", "Lee", "又来过"); code != unshown || !strings.Contains(said, "已经保存") {
		t.Errorf("exit %d, %q", code, said)
	}
	for _, args := range [][]string{{"today"}, {"list", "customers"}, {"list", "customers", "--json"}, {"show", "Lee"},
		{"export", "customers", "-", "--as", "csv"}} {
		code, said := h.runTo(context.Background(), full{}, args...)
		if args[0] != "export" && (code != failed || !strings.Contains(said, "没有保存什么")) || code == unshown || code == 0 {
			t.Errorf("%v: exit %d, %q", args, code, said)
		}
	}
}

func TestAFileThatIsWrittenIsSaidToBeThere(t *testing.T) {
	const unshown = 3
	h := english(t)
	h.must("add", "Lee")
	h.must("owe", "Lee", "1200", "--terms", "30天")
	for lang, words := range map[string]string{"en": "the file is written: ", "zh": "文件已经写好:"} {
		for i, args := range [][]string{{"export", "customers"}, {"export", "all"}, {"report", "aging"}, {"report", "delivery"},
			{"report", "statement", "Lee"}} {
			path := filepath.Join(h.dir, fmt.Sprint(lang, i, ".xlsx"))
			if args[1] == "all" {
				path = filepath.Join(h.dir, fmt.Sprint(lang, i, ".json"))
			}
			code, said := h.runTo(context.Background(), full{}, append(args, "-o", path, "--lang", lang)...)
			if code != unshown || !strings.Contains(said, words+path) || strings.Count(said, "\n") != 1 {
				t.Errorf("%v: exit %d, %q", args, code, said)
			}
			if _, err := os.Stat(path); err != nil {
				t.Errorf("%v: %v", args, err)
			}
		}
	}
}

func TestAnInterruptedCommandSaysThatItStopped(t *testing.T) {
	h := english(t)
	h.must("add", "Lee")
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for lang, words := range map[string]string{"en": "genjin: stopped, nothing was written\n", "zh": "genjin: 已中断,没有写入\n"} {
		for _, args := range [][]string{{"today"}, {"log", "Lee", "called"}, {"import", h.file("list.csv", "客户名称\n董先生\n")}} {
			if code, said := h.runTo(stopped, &strings.Builder{}, append(args, "--lang", lang)...); code != failed || said != words {
				t.Errorf("%v: exit %d, %q, want %q", args, code, said, words)
			}
		}
	}
	if got := h.list("list", "customers", "--json"); len(got) != 1 {
		t.Errorf("%d customers", len(got))
	}
}

// stoppedRead is a store whose user presses ctrl+c while a file is read.
type stoppedRead struct {
	model.Store
	stop  func()
	files *int
}

func (s stoppedRead) PreviewImport(ctx context.Context, path string, opts model.ImportOptions) (model.Preview, error) {
	*s.files++
	s.stop()
	return s.Store.PreviewImport(ctx, path, opts)
}

func TestAnInterruptEndsAnImportOfSeveralFiles(t *testing.T) {
	h := english(t)
	one, two := h.file("one.csv", "客户名称\n董先生\n"), h.file("two.csv", "客户名称\n刘女士\n")
	stopped, stop := context.WithCancel(context.Background())
	var said strings.Builder
	files := 0
	code := cli.Run(stopped, cli.App{
		Out: &strings.Builder{}, Err: &said, Home: t.TempDir(), Now: time.Now, Getenv: func(string) string { return "" },
		Open: func(_ context.Context, path string, _ model.Date) (model.Store, error) {
			st, err := store.Open(context.Background(), path)
			return stoppedRead{st, stop, &files}, err
		},
	}, []string{"import", one, two, "--lang", "en"})
	if code != failed || files != 1 || said.String() != "genjin: stopped, nothing was written\n" {
		t.Errorf("exit %d after %d files, %q", code, files, said.String())
	}
}

func TestTheDriversWordForAnInterruptIsNotShown(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	var said strings.Builder
	code := cli.Run(stopped, cli.App{
		Out: &strings.Builder{}, Err: &said, Home: t.TempDir(), Now: time.Now, Getenv: func(string) string { return "" },
		Open: func(context.Context, string, model.Date) (model.Store, error) {
			stop()
			return nil, errors.New("interrupted (9)")
		},
	}, []string{"add", "Lee", "--lang", "en"})
	if code != failed || said.String() != "genjin: stopped, nothing was written\n" {
		t.Errorf("exit %d, %q", code, said.String())
	}
}
