//go:build unix

package test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// shell is the program as a shell in Chinese runs it.
func shell(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Env = []string{"HOME=" + dir, "LANG=zh_CN.UTF-8", "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}
	return cmd
}

func genjin(t *testing.T, home string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	cmd := shell(home, args...)
	cmd.Stdout, cmd.Stderr = &o, &e
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), o.String(), e.String()
}

func TestExitCodes(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	for _, c := range []struct {
		want int
		args []string
	}{
		{0, []string{"add", "董先生", "15935946108"}},
		{0, []string{"today"}},
		{0, []string{"--help"}},
		{1, []string{"show", "nobody"}},
		{1, []string{"add", "王先生", "15935946108"}},
		{1, nil}, // no terminal, no screen
		{2, []string{"todya"}},
		{2, []string{"today", "--frob"}},
		{2, []string{"today", "--lang", "fr"}},
	} {
		code, out, errs := genjin(t, home, c.args...)
		if code != c.want || (errs == "") != (c.want == 0) || strings.Contains(out+errs, "\x1b") {
			t.Errorf("genjin %v: exit %d, want %d\n%s%s", c.args, code, c.want, out, errs)
		}
	}
	for path, want := range map[string]os.FileMode{".genjin": 0o700, ".genjin/genjin.db": 0o600} {
		info, err := os.Stat(filepath.Join(home, path))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

func TestColourIsForTerminalsOnly(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	genjin(t, home, "add", "董先生", "@A")
	for env, want := range map[string]bool{"X=1": true, "NO_COLOR=1": false} {
		cmd := shell(home, "today", "--as-of", "+5d")
		cmd.Env = append(cmd.Env, env)
		tty, err := pty.Start(cmd)
		if err != nil {
			t.Skip("no pseudo-terminals here")
		}
		out, _ := io.ReadAll(tty) // it ends with EIO when the program does
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if got := bytes.Contains(out, []byte("\x1b[31m")); got != want {
			t.Errorf("%s: coloured %v, want %v: %q", env, got, want, out)
		}
	}
}
