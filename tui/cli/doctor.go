package cli

import (
	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// checkJSON is one thing that was looked at, for scripts.
type checkJSON struct {
	Check   string           `json:"check"`
	State   model.CheckState `json:"state"`
	Message string           `json:"message"`
	Items   []string         `json:"items"`
}

func (r *run) doctorCommand() *cobra.Command {
	var fix, asJSON bool
	cmd := &cobra.Command{
		Use: "doctor [flags]", Short: r.say(words.AboutDoctor), Long: r.say(words.LongDoctor), Example: r.say(words.ExampleDoctor),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			checks, err := st.Checkup(cmd.Context(), fix)
			if err != nil {
				return err
			}
			if asJSON {
				err = r.checksJSON(checks)
			} else {
				err = r.checksText(checks)
			}
			if err == nil && !model.Sound(checks) {
				return errTold
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&fix, "fix", false, r.say(words.UseFix))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) checksJSON(checks []model.Check) error {
	return r.array(func(add func(any) error) error {
		for _, c := range checks {
			if err := add(checkJSON{c.Code, c.State, label.Check(c, r.lang), append([]string{}, c.Items...)}); err != nil {
				return err
			}
		}
		return nil
	})
}

// checksText prints a line a check, and under what isn't good what it is about.
func (r *run) checksText(checks []model.Check) error {
	t, wrong := table{}, 0
	for _, c := range checks {
		style := &faint
		switch c.State {
		case model.CheckWrong:
			style, wrong = &warn, wrong+1
		case model.CheckNote, model.CheckFixed:
			style = &accent
		}
		t.add(styled(label.CheckState(c.State, r.lang), style), plain(label.Check(c, r.lang)))
		for _, item := range c.Items {
			t.add(plain(""), styled("  "+item, &faint))
		}
	}
	if err := t.write(r.out); err != nil {
		return err
	}
	if wrong > 0 {
		return r.line(words.DoctorWrong, wrong)
	}
	return r.line(words.DoctorGood)
}
