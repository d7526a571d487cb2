package cli

import (
	"context"
	"slices"

	"genjin/tui/words"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// globals reads the flags that every command has, ahead of the command tree:
// the language of its help depends on them.
func (r *run) globals(args []string) {
	fs := pflag.NewFlagSet("genjin", pflag.ContinueOnError)
	fs.ParseErrorsAllowlist.UnknownFlags = true
	fs.Usage = func() {}
	fs.BoolP("help", "h", false, "")
	fs.BoolVar(&r.asJSON, "json", false, "") // how even a refusal of the others is told
	r.globalFlags(fs)
	// What can't be read here is refused by the command tree.
	_ = fs.Parse(args)
}

// globalFlags binds the global flags; what was read before is the default.
func (r *run) globalFlags(fs *pflag.FlagSet) {
	first := func(texts ...string) string {
		for _, t := range texts {
			if t != "" {
				return t
			}
		}
		return ""
	}
	fs.StringVar(&r.db, "db", first(r.db, r.Getenv("GENJIN_DB")), r.say(words.UseDB))
	fs.StringVar(&r.langText, "lang", first(r.langText, r.Getenv("GENJIN_LANG")), r.say(words.UseLang))
	fs.StringVar(&r.mask, "mask", r.mask, r.say(words.UseMask))
	fs.Lookup("mask").NoOptDefVal = maskYes
	fs.StringVar(&r.asOfText, "as-of", first(r.asOfText, r.Getenv("GENJIN_AS_OF")), r.say(words.UseAsOf))
}

// tree is the command line, as far as the arguments ask for it.
func (r *run) tree(args []string) *cobra.Command {
	root := &cobra.Command{
		Use:           "genjin",
		Short:         r.say(words.AboutGenjin),
		Long:          r.say(words.LongGenjin),
		Example:       r.say(words.ExampleGenjin),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				return r.wrong(words.UnknownCommandNear, args[0], near[0])
			}
			return r.wrong(words.UnknownCommand, args[0])
		},
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			if err := r.settle(); err != nil {
				return err
			}
			return r.mustExist(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return r.screen(cmd.Context()) },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	r.globalFlags(root.PersistentFlags())
	root.PersistentFlags().BoolP("help", "h", false, r.say(words.UseHelp))
	root.SetFlagErrorFunc(r.flagError)
	root.SetHelpFunc(r.help)
	if len(args) > 0 { // without any the screen opens, and it opens at once
		r.commands(root)
	}
	eachOnce(root)
	return root
}

// commands adds all of them.
func (r *run) commands(root *cobra.Command) {
	root.AddCommand(
		r.todayCommand(), r.addCommand(), r.logCommand(), r.newCommand(), r.editCommand(), r.oweCommand(), r.chaseCommand(),
		r.payCommand(), r.matchCommand(), r.settleCommand(), r.refundCommand(),
		r.creditCommand(), r.disputeCommand(), r.writeOffCommand(), r.orderCommand(), r.stepCommand(), r.transferCommand(),
		r.tickCommand(), r.cancelCommand(),
		r.listCommand(), r.showCommand(),
		r.importCommand(), r.exportCommand(), r.handoverCommand(), r.duplicatesCommand(), r.mergeCommand(), r.changesCommand(),
		r.undoCommand(), r.redoCommand(),
		r.backupCommand(), r.restoreCommand(), r.doctorCommand(), r.lockCommand(), r.subjectCommand(), r.forgetCommand(),
		r.reportCommand(), r.settingsCommand(), r.demoCommand(), r.versionCommand(), r.completionCommand(),
	)
	root.SetHelpCommand(r.helpCommand(root))
}

// screen opens the full-screen program.
func (r *run) screen(ctx context.Context) error {
	if !r.Terminal {
		return r.failed(words.NoTerminal)
	}
	st, err := r.store(ctx)
	if err != nil {
		return err
	}
	return r.Screen(ctx, st, r.lang)
}

func (r *run) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: r.say(words.AboutHelp),
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return r.wrong(words.UnknownCommand, args[0])
			}
			return cmd.Help()
		},
	}
}

func (r *run) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     r.say(words.AboutCompletion),
		Long:      r.say(words.LongCompletion),
		Args:      r.between(1, 1),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(r.Out, true)
			case "zsh":
				return root.GenZshCompletion(r.Out)
			case "fish":
				return root.GenFishCompletion(r.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(r.Out)
			}
			return r.notOne(args[0], shells)
		},
	}
}

// oneOf refuses an argument that isn't one of the words allowed.
func (r *run) oneOf(arg string, allowed []string) error {
	if slices.Contains(allowed, arg) {
		return nil
	}
	return r.notOne(arg, allowed)
}
