package cli

import (
	"context"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/pflag"

	"genjin/model"
	"genjin/tui/words"
)

// passphraseEnv is the variable of the environment that holds a passphrase, for
// scripts. There is no flag for one: arguments are seen by everybody on the
// machine.
const passphraseEnv = "GENJIN_PASSPHRASE"

func (r *run) passphraseFlag(fs *pflag.FlagSet, file *string) {
	fs.StringVar(file, "passphrase-file", "", r.say(words.UsePassphraseFile))
}

// mayProtect is mayWrite for a file that can be protected: with a passphrase its
// name says so.
func (r *run) mayProtect(o *exportOptions, needed bool) error {
	if o.passphraseFile != "" && o.out != "" {
		o.out = model.ProtectedName(o.out)
	}
	return r.mayWrite(o.out, o.force, needed || o.passphraseFile != "")
}

// protection is the passphrase of a file that is to be written, "" for one that
// isn't protected.
func (r *run) protection(ctx context.Context, o exportOptions) (string, error) {
	if !model.IsProtected(o.out) {
		return "", nil
	}
	return r.passphrase(ctx, o.out, o.passphraseFile, true)
}

// passphrase is that of a file: from the file that was named, the environment,
// or the terminal, where a new one is asked for twice.
func (r *run) passphrase(ctx context.Context, of, file string, anew bool) (string, error) {
	said := r.Getenv(passphraseEnv)
	if file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		said, _, _ = strings.Cut(string(text), "\n")
		if said = strings.TrimSuffix(said, "\r"); said == "" {
			return "", r.failed(words.EmptyPassphrase)
		}
	}
	if said != "" {
		return said, nil
	}
	if !r.Terminal {
		return "", r.failed(words.NeedsPassphrase, of)
	}
	said, err := r.Secret(ctx, r.say(words.AskPassphrase, of))
	if err != nil {
		return "", err
	}
	if said == "" {
		return "", r.failed(words.EmptyPassphrase)
	}
	if !anew {
		return said, nil
	}
	again, err := r.Secret(ctx, r.say(words.AskAgain))
	if err == nil && again != said {
		err = r.failed(words.PassphrasesDiffer)
	}
	return said, err
}

// Secret asks on a terminal for what isn't shown while it is typed. An
// interrupt gives the terminal back as it was.
func Secret(ctx context.Context, in *os.File, out io.Writer, prompt string) (string, error) {
	before, err := term.GetState(in.Fd())
	if err != nil {
		return "", err
	}
	if err := writeString(out, prompt); err != nil {
		return "", err
	}
	type answer struct {
		text []byte
		err  error
	}
	typed := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(in.Fd())
		typed <- answer{text, err}
	}()
	select {
	case a := <-typed:
		_ = writeString(out, "\n") // the return that was typed isn't shown either
		return string(a.text), a.err
	case <-ctx.Done():
		_ = term.Restore(in.Fd(), before)
		_ = writeString(out, "\n")
		return "", ctx.Err()
	}
}
