package cli

import (
	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) undoCommand() *cobra.Command {
	var asJSON bool
	var set, batch int64
	cmd := &cobra.Command{
		Use: "undo [flags]", Short: r.say(words.AboutUndo), Long: r.say(words.LongUndo), Example: r.say(words.ExampleUndo),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			bySet, byBatch := cmd.Flags().Changed("set"), cmd.Flags().Changed("batch")
			switch {
			case bySet && byBatch:
				return r.wrong(words.SetAndBatch)
			case bySet && set < 1:
				return r.wrong(words.BadSet)
			case byBatch && batch < 1:
				return r.wrong(words.BadBatch)
			}
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			var done model.Reverted
			switch {
			case bySet:
				done, err = st.UndoSet(ctx, set)
			case byBatch:
				done, err = st.UndoBatch(ctx, batch)
			default:
				done, err = st.Undo(ctx)
			}
			if err != nil {
				return err
			}
			return r.reverted(done, words.Undone, words.NotUndone, asJSON)
		},
	}
	cmd.Flags().Int64Var(&set, "set", 0, r.say(words.UseUndoSet))
	cmd.Flags().Int64Var(&batch, "batch", 0, r.say(words.UseBatch))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) redoCommand() *cobra.Command {
	var asJSON bool
	var set int64
	cmd := &cobra.Command{
		Use: "redo [flags]", Short: r.say(words.AboutRedo), Long: r.say(words.LongRedo),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			bySet := cmd.Flags().Changed("set")
			if bySet && set < 1 {
				return r.wrong(words.BadSet)
			}
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			var done model.Reverted
			if bySet {
				done, err = st.RedoSet(ctx, set)
			} else {
				done, err = st.Redo(ctx)
			}
			if err != nil {
				return err
			}
			return r.reverted(done, words.Redone, words.NotRedone, asJSON)
		},
	}
	cmd.Flags().Int64Var(&set, "set", 0, r.say(words.UseRedoSet))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// revertedJSON is what undo and redo print as JSON.
type revertedJSON struct {
	Set      int64     `json:"set"`
	Act      model.Act `json:"act"`
	At       string    `json:"at"`
	Reason   *string   `json:"reason"`
	Customer *string   `json:"customer"`
	Records  int       `json:"records"`
	Kept     int       `json:"kept"`
}

// reverted says which act was taken back, or brought back, and what was left as
// it is because it was changed since. All of it left is a failure.
func (r *run) reverted(done model.Reverted, sentence, nothing words.T, asJSON bool) error {
	s := done.Set
	what := label.Act(s.Act, s.Record, r.lang)
	if s.Name != "" {
		what += " " + model.Clean(s.Name)
	}
	if done.Nothing() {
		return r.failed(nothing, s.ID, what)
	}
	if asJSON {
		return r.json(revertedJSON{s.ID, s.Act, s.At, orNull(s.Reason), orNull(s.Name), s.Records, done.Kept})
	}
	if err := r.line(sentence, s.ID, what, clock(s.At), s.Records-done.Kept); err != nil {
		return err
	}
	if done.Kept > 0 {
		return r.line(words.KeptSince, done.Kept)
	}
	return nil
}
