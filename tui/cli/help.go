package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"genjin/model"
	"genjin/tui/words"
)

// help prints what a command does, in the person's language. fang, which would
// style cobra's own help, has its headings in English only.
func (r *run) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	b.WriteString(about + "\n")
	r.heading(&b, words.HeadUsage)
	b.WriteString("  " + cmd.UseLine() + "\n")
	if !cmd.HasParent() {
		b.WriteString("  " + cmd.CommandPath() + " COMMAND [flags]\n")
	}
	if cmd.HasAvailableSubCommands() {
		r.heading(&b, words.HeadCommands)
		t := table{}
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				t.add(styled(sub.Name(), &accent), plain(sub.Short))
			}
		}
		r.indented(&b, t)
	}
	own, global := table{}, table{}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { own.add(flagCells(f)...) })
	cmd.Root().PersistentFlags().VisitAll(func(f *pflag.Flag) { global.add(flagCells(f)...) })
	if len(own.rows) > 0 {
		r.heading(&b, words.HeadFlags)
		r.indented(&b, own)
	}
	r.heading(&b, words.HeadGlobal)
	r.indented(&b, global)
	if cmd.Example != "" {
		r.heading(&b, words.HeadExamples)
		for line := range strings.SplitSeq(cmd.Example, "\n") {
			b.WriteString("  " + line + "\n")
		}
	}
	// Nobody is left to tell when the help can't be printed.
	_ = writeString(r.out, b.String())
}

func (r *run) heading(b *strings.Builder, t words.T) {
	b.WriteString("\n" + strong.Render(r.say(t)) + "\n")
}

func (r *run) indented(b *strings.Builder, t table) {
	t.indent = "  "
	_ = t.write(b) // a strings.Builder takes everything
}

// flagCells are a flag and what it does.
func flagCells(f *pflag.Flag) []cell {
	value, usage := pflag.UnquoteUsage(f)
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if f.Value.Type() == "bool" {
		value = ""
	}
	return []cell{styled(strings.TrimRight(name+" "+value, " "), &accent), plain(usage)}
}

// notOne says which words an argument may be.
func (r *run) notOne(arg string, allowed []string) error {
	return r.wrong(words.NotOneOf, model.Clean(arg), strings.Join(allowed, ", "))
}

// completions offers fixed words for a flag.
func completions(cmd *cobra.Command, flag string, words []string) {
	words = slices.Clone(words)
	// The flag is there: it was declared in the line before.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
