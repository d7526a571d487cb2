package cli

import (
	"context"
	"genjin/model"
	"path/filepath"
	"strings"

	"genjin/tui/words"
	"github.com/spf13/cobra"
)

// mostDemo bounds a sample: it is meant to be looked at.
const mostDemo = 5_000_000

func (r *run) demoCommand() *cobra.Command {
	var asJSON bool
	var size model.DemoSize
	var seed uint64
	cmd := &cobra.Command{
		Use: "demo [flags]", Short: r.say(words.AboutDemo), Long: r.say(words.LongDemo), Example: r.say(words.ExampleDemo),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.rightSize(size); err != nil {
				return err
			}
			st, err := r.demoStore(cmd.Context())
			if err != nil {
				return err
			}
			if err := st.FillDemo(cmd.Context(), size, seed, r.progress(size.Customers)); err != nil {
				return err
			}
			if asJSON {
				return r.json(demoJSON{st.Path(), size.Customers, seed})
			}
			return r.line(words.DemoFilled, size.Customers, st.Path(), shellWord(st.Path()))
		},
	}
	cmd.Flags().IntVar(&size.Customers, "customers", 200, r.say(words.UseCustomers))
	cmd.Flags().IntVar(&size.Entries, "entries", 0, r.say(words.UseEntries))
	cmd.Flags().IntVar(&size.Receivables, "receivables", 0, r.say(words.UseReceivables))
	cmd.Flags().IntVar(&size.Orders, "orders", 0, r.say(words.UseOrders))
	cmd.Flags().IntVar(&size.Projects, "projects", 0, r.say(words.UseProjects))
	cmd.Flags().Uint64Var(&seed, "seed", 1, r.say(words.UseSeed))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// rightSize refuses numbers that no sample can have.
func (r *run) rightSize(size model.DemoSize) error {
	if size.Customers < 1 || size.Customers > mostDemo {
		return r.wrong(words.BadCount, mostDemo)
	}
	for _, of := range []struct {
		flag string
		n    int
	}{{"entries", size.Entries}, {"receivables", size.Receivables}, {"orders", size.Orders}, {"projects", size.Projects}} {
		if of.n < 0 || of.n > mostDemo {
			return r.wrong(words.BadShare, of.flag, mostDemo)
		}
	}
	return nil
}

// demoJSON says where the sample is.
type demoJSON struct {
	DB        string `json:"db"`
	Customers int    `json:"customers"`
	Seed      uint64 `json:"seed"`
}

// demoStore opens the database to be filled: the one named, else one of its
// own, never the person's.
func (r *run) demoStore(ctx context.Context) (model.Store, error) {
	if r.db == "" && r.Home != "" {
		r.close()
		r.st, r.db = nil, filepath.Join(r.Home, ".genjin", "demo.db")
	}
	return r.store(ctx)
}

// progress reports a large sample's on the error output, a line each time
// another tenth is done.
func (r *run) progress(n int) func(int) {
	const large = 20_000
	tenths := 0
	return func(done int) {
		if n < large || done*10/n <= tenths {
			return
		}
		tenths = done * 10 / n
		// Progress that can't be shown is no reason to stop.
		_ = writeString(r.Err, r.say(words.DemoProgress, done, n)+"\n")
	}
}

// shellWord is a path as it can be pasted into a shell.
func shellWord(path string) string {
	plain := func(r rune) bool {
		return r > 127 || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-~:\\", r)
	}
	if strings.IndexFunc(path, func(r rune) bool { return !plain(r) }) < 0 {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}
