package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

type undoStore interface {
	Undo(ctx context.Context) (model.Reverted, error)
	UndoBatch(ctx context.Context, batch int64) (model.Reverted, error)
	Redo(ctx context.Context) (model.Reverted, error)
}

func (r *run) undoCommand() *cobra.Command {
	var asJSON bool
	var batch int64
	cmd := &cobra.Command{
		Use: "undo [flags]", Short: r.say(aboutUndo), Long: r.say(longUndo), Example: r.say(exampleUndo),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			byBatch := cmd.Flags().Changed("batch")
			if byBatch && batch < 1 {
				return r.wrong(badBatch)
			}
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			var done model.Reverted
			if byBatch {
				done, err = st.UndoBatch(ctx, batch)
			} else {
				done, err = st.Undo(ctx)
			}
			if err != nil {
				return err
			}
			return r.reverted(done, undone, asJSON)
		},
	}
	cmd.Flags().Int64Var(&batch, "batch", 0, r.say(useBatch))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
	return cmd
}

func (r *run) redoCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "redo [flags]", Short: r.say(aboutRedo), Long: r.say(longRedo),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			done, err := st.Redo(cmd.Context())
			if err != nil {
				return err
			}
			return r.reverted(done, redone, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
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

// reverted says what was taken back, or brought back, and what was left as it
// is because it was changed since.
func (r *run) reverted(done model.Reverted, sentence text, asJSON bool) error {
	s := done.Set
	if asJSON {
		return r.json(revertedJSON{s.ID, s.Act, s.At, orNull(s.Reason), orNull(s.Name), s.Records, done.Kept})
	}
	what := label.Act(string(s.Act), r.lang)
	if s.Name != "" {
		what += " " + model.Clean(s.Name)
	}
	if err := r.line(sentence, what, clock(s.At), s.Records-done.Kept); err != nil {
		return err
	}
	if done.Kept > 0 {
		return r.line(keptSince, done.Kept)
	}
	return nil
}
