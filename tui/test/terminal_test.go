//go:build unix

// The journeys use the built program as a person does: in a terminal of a
// given size, with keys, Chinese text as an input method commits it, and the
// plug pulled in the middle.

package test

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// program is the built binary.
var program string

func TestMain(m *testing.M) { os.Exit(build(m)) }

func build(m *testing.M) int {
	flag.Parse()
	if testing.Short() { // the narrow one finds more
		sizes = sizes[:1]
	}
	dir, err := os.MkdirTemp("", "genjin-journey")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "genjin")
	build := exec.Command("go", "build", "-o", program, "genjin")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as it is built for others, whatever the tests are built with
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	// Journeys wait for a person's keys more than they compute: more of them at
	// once than there are cores.
	if err := flag.Set("test.parallel", "8"); err != nil {
		panic(err)
	}
	return m.Run()
}

// patience is how long a text may take to come; a machine that tests other
// packages at the same time is slow.
const patience = 20 * time.Second

// terminal is the program in a terminal.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *os.File
	mu     sync.Mutex
	screen *vt.Emulator
	raw    []byte // all that the program sent
	before int    // how much of it there was when a key was pressed last
	w, h   int
	ended  chan struct{}
}

// home is the surroundings of one person: a home folder, a language, a day.
type home struct {
	dir, lang, day string
}

// newHome has a file with nothing in it.
func newHome(t *testing.T, lang string) home {
	h := home{dir: t.TempDir(), lang: lang, day: "2026-11-23"}
	Blank.Lay(t, filepath.Join(h.dir, ".genjin", "genjin.db"))
	return h
}

// fill brings in a sheet.
func (h home) fill(t *testing.T, lines []string, args ...string) {
	t.Helper()
	path := filepath.Join(h.dir, "sheet.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run(t, append([]string{"import", path}, args...)...)
}

func (h home) command(args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "HOME="+h.dir, "GENJIN_LANG="+h.lang, "GENJIN_AS_OF="+h.day, "GENJIN_DB=",
		"TERM=xterm-256color", "NO_COLOR=", "SSH_TTY=/dev/pts/0")
	cmd.Dir = h.dir
	return cmd
}

// run runs a command of the program to its end.
func (h home) run(t *testing.T, args ...string) string {
	t.Helper()
	out, err := h.command(args...).CombinedOutput()
	if err != nil {
		t.Fatalf("genjin %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// open starts the screen in a terminal of w×h.
func (h home) open(t *testing.T, w, rows int) *terminal {
	t.Helper()
	term := &terminal{t: t, cmd: h.command(), screen: vt.NewEmulator(w, rows), w: w, h: rows, ended: make(chan struct{})}
	var err error
	if term.pty, err = pty.StartWithSize(term.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	go term.read()
	go io.Copy(term.pty, term.screen) // the terminal's own answers
	t.Cleanup(term.kill)
	return term
}

func (term *terminal) read() {
	defer close(term.ended)
	buf := make([]byte, 64<<10)
	for {
		n, err := term.pty.Read(buf)
		term.mu.Lock()
		_, _ = term.screen.Write(buf[:n])
		term.raw = append(term.raw, buf[:n]...)
		term.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// kill ends the program without a word, as a dead battery does.
func (term *terminal) kill() {
	if term.cmd.ProcessState != nil {
		return
	}
	_ = term.cmd.Process.Kill()
	_ = term.cmd.Wait()
	<-term.ended
	// Its end of the answers' pipe; closing the emulator itself would race with
	// the copying.
	if answers, ok := term.screen.InputPipe().(io.Closer); ok {
		_ = answers.Close()
	}
	_ = term.pty.Close()
}

// drawn is how much the program has written to the terminal.
func (term *terminal) drawn() int {
	term.mu.Lock()
	defer term.mu.Unlock()
	return len(term.raw)
}

// text is the screen as it stands.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	var b strings.Builder
	for y := range term.h {
		for x := range term.w {
			if c := term.screen.CellAt(x, y); c != nil {
				b.WriteString(c.Content)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// sees waits until the texts stand on the screen.
func (term *terminal) sees(texts ...string) {
	term.t.Helper()
	term.until(fmt.Sprintf("%q", texts), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

func (term *terminal) until(what string, ok func(string) bool) {
	term.t.Helper()
	deadline := time.Now().Add(patience)
	for !ok(term.text()) {
		if time.Now().After(deadline) {
			term.t.Fatalf("waited for %s, the screen is\n%s", what, term.text())
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// keys are what the keys without a letter send.
var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgdn": "\x1b[6~", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "delete": "\x1b[3~", "space": " ",
	"ctrl+l": "\x0c", "ctrl+n": "\x0e", "ctrl+o": "\x0f", "ctrl+s": "\x13", "ctrl+z": "\x1a", "ctrl+y": "\x19",
	"ctrl+f": "\x06", "ctrl+q": "\x11", "ctrl+p": "\x10",
}

// press sends keys by their names.
func (term *terminal) press(names ...string) {
	term.t.Helper()
	for _, name := range names {
		seq, ok := keys[name]
		if !ok {
			term.t.Fatalf("no key %q", name)
		}
		term.write(seq)
	}
}

// aPersonsKeys is how far apart a person presses two keys at least: what comes
// closer together is text. Who presses a key has seen what the one before did,
// so that on a busy machine the program doesn't find two at once.
const (
	aPersonsKeys   = 50 * time.Millisecond
	aPersonsGlance = 2 * time.Second // for a key that changes nothing to see
)

// write sends text in one piece, as an input method commits it.
func (term *terminal) write(text string) {
	term.t.Helper()
	if utf8.RuneCountInString(text) == 1 {
		for seen := time.Now().Add(aPersonsGlance); term.drawn() == term.before && time.Now().Before(seen); {
			time.Sleep(2 * time.Millisecond)
		}
		time.Sleep(aPersonsKeys)
	}
	term.before = term.drawn()
	if _, err := term.pty.WriteString(text); err != nil {
		term.t.Fatal(err)
	}
}

// leave ends the program by its key and waits for it.
func (term *terminal) leave() {
	term.t.Helper()
	term.press("ctrl+q")
	if err := term.cmd.Wait(); err != nil {
		term.t.Fatalf("leaving: %v", err)
	}
	<-term.ended
}
