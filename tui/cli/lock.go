package cli

import (
	"context"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

func (r *run) lockCommand() *cobra.Command {
	var off bool
	var oldFile, newFile string
	cmd := &cobra.Command{
		Use: "lock [flags]", Short: r.say(words.AboutLock), Long: r.say(words.LongLock), Example: r.say(words.ExampleLock),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.setLock(cmd.Context(), st, off, oldFile, newFile)
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, r.say(words.UseLockOff))
	cmd.Flags().StringVar(&oldFile, "old-passphrase-file", "", r.say(words.UseOldFile))
	r.passphraseFlag(cmd.Flags(), &newFile)
	return cmd
}

func (r *run) setLock(ctx context.Context, st model.File, off bool, oldFile, newFile string) error {
	has, err := st.HasLock(ctx)
	if err != nil {
		return err
	}
	was, passphrase := "", ""
	if has {
		if was, err = r.lockPassphrase(ctx, words.AskOldLock, oldFile); err != nil {
			return err
		}
		if err := st.Unlock(ctx, was); err != nil {
			return err
		}
	}
	if !off {
		if passphrase, err = r.newLock(ctx, newFile); err != nil {
			return err
		}
	}
	if err := st.SetLock(ctx, was, passphrase); err != nil {
		return err
	}
	if off {
		return r.line(words.LockGone)
	}
	return r.line(words.LockSet)
}

// lockPassphrase is one from a file, or asked for at the terminal.
func (r *run) lockPassphrase(ctx context.Context, prompt words.T, file string) (string, error) {
	if file != "" {
		text, err := os.ReadFile(file)
		first, _, _ := strings.Cut(string(text), "\n")
		return strings.TrimSuffix(first, "\r"), err
	}
	if !r.Terminal {
		return "", r.failed(words.NeedsPassphrase, "genjin lock")
	}
	return r.Secret(ctx, r.say(prompt))
}

// newLock is the new passphrase; at the terminal it is asked for twice.
func (r *run) newLock(ctx context.Context, file string) (string, error) {
	said, err := r.lockPassphrase(ctx, words.AskNewLock, file)
	switch {
	case err != nil:
		return "", err
	case said == "":
		return "", r.failed(words.EmptyPassphrase)
	case file != "":
		return said, nil
	}
	again, err := r.Secret(ctx, r.say(words.AskAgain))
	if err == nil && again != said {
		err = r.failed(words.PassphrasesDiffer)
	}
	return said, err
}

// warnSurroundings says what of the terminal and the clock would make what is
// shown wrong.
func (r *run) warnSurroundings() {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		value := r.Getenv(name)
		if value == "" {
			continue
		}
		_, charset, named := strings.Cut(value, ".")
		charset, _, _ = strings.Cut(charset, "@")
		if named && r.Terminal && !strings.EqualFold(strings.ReplaceAll(charset, "-", ""), "utf8") {
			r.complain(r.say(words.NotUTF8, charset), nil)
		}
		break // the first one that is set decides
	}
	zone := strings.TrimPrefix(r.Getenv("TZ"), ":")
	if _, err := time.LoadLocation(zone); err != nil {
		r.complain(r.say(words.NoSuchZone, zone), nil)
	}
}
