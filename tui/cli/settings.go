package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) settingsCommand() *cobra.Command {
	var asJSON, reset bool
	cmd := &cobra.Command{
		Use: "settings [KEY [VALUE...]] [flags]", Short: r.say(words.AboutSettings), Long: r.say(words.LongSettings),
		Example: r.say(words.ExampleSettings),
		Args:    r.between(0, -1), ValidArgsFunction: completeSettings,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case reset && len(args) == 0:
				return r.wrong(words.DefaultOfWhat)
			case reset && len(args) > 1:
				return r.wrong(words.ValueOrDefault)
			}
			var f model.Spec
			if len(args) > 0 {
				var err error
				if f, err = r.settingNamed(args[0]); err != nil {
					return err
				}
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			switch {
			case len(args) == 0:
				return r.listSettings(cmd.Context(), st, asJSON)
			case len(args) == 1 && !reset:
				return r.showSetting(cmd.Context(), st, f, asJSON)
			}
			return r.changeSetting(cmd.Context(), st, f, args[1:], reset, asJSON)
		},
	}
	cmd.Flags().BoolVar(&reset, "default", false, r.say(words.UseDefault))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// completeSettings offers the keys, and behind one what it may be.
func completeSettings(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var pieces []string
	switch len(args) {
	case 0:
		pieces = settingKeys()
	case 1:
		if f, ok := model.SettingsFields.ByCode(args[0]); ok {
			pieces = f.Options
		}
	}
	return pieces, cobra.ShellCompDirectiveNoFileComp
}

func settingKeys() []string {
	keys := make([]string, len(model.SettingsFields))
	for i, f := range model.SettingsFields {
		keys[i] = f.Code
	}
	return keys
}

// settingNamed finds a setting by its code or its name in either language.
func (r *run) settingNamed(name string) (model.Spec, error) {
	code := strings.ReplaceAll(model.Clean(name), "-", "_")
	if known, ok := label.ReadHeader("settings", name); ok {
		code = known
	}
	f, ok := model.SettingsFields.ByCode(code)
	if !ok {
		return f.Spec, r.wrong(words.UnknownSetting, model.Clean(name), strings.Join(settingKeys(), ", "))
	}
	return f.Spec, nil
}

// settingJSON is one setting as scripts read it.
type settingJSON struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Value   any      `json:"value"`
	Default any      `json:"default"`
	Allowed []string `json:"allowed,omitempty"` // stored codes
	Help    string   `json:"help"`
}

func (r *run) settingJSON(f model.Spec, set model.Settings) settingJSON {
	defaults := model.DefaultSettings()
	return settingJSON{
		Key: f.Code, Name: label.Field("settings", f.Code, r.lang), Value: set.JSON(f.Code), Default: defaults.JSON(f.Code),
		Allowed: f.Options, Help: label.SettingHelp(f.Code, r.lang),
	}
}

// settingValue is a setting's value in words.
func (r *run) settingValue(f model.Spec, set model.Settings) string {
	value, _ := set.Value(f.Code)
	return label.Setting(f.Code, value, set.Currency, r.lang)
}

func (r *run) listSettings(ctx context.Context, st model.Desk, asJSON bool) error {
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return r.array(func(add func(any) error) error {
			for _, f := range model.SettingsFields {
				if err := add(r.settingJSON(f.Spec, set)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	t := table{head: []string{r.say(words.ColumnSetting), r.say(words.ColumnName), r.say(words.ColumnValue),
		r.say(words.ColumnDefault), r.say(words.ColumnHelp)}}
	for _, f := range model.SettingsFields {
		if f.Section != "" {
			t.add(styled(label.Section(f.Section, r.lang), &strong))
		}
		standard := label.SettingDefault(f.Code, r.lang)
		value := plain(r.settingValue(f.Spec, set))
		if value.text != standard && value.text != "" {
			value.style = &accent
		}
		t.add(plain("  "+f.Code), plain(label.Field("settings", f.Code, r.lang)), value, styled(standard, &faint),
			styled(label.SettingHelp(f.Code, r.lang), &faint))
	}
	return t.write(r.out)
}

func (r *run) showSetting(ctx context.Context, st model.Desk, f model.Spec, asJSON bool) error {
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return r.json(r.settingJSON(f, set))
	}
	t := table{}
	row := func(head words.T, value string) {
		if value != "" {
			t.add(styled(r.say(head), &faint), plain(value))
		}
	}
	row(words.ColumnName, label.Field("settings", f.Code, r.lang))
	row(words.ColumnSetting, f.Code)
	row(words.ColumnValue, r.settingValue(f, set))
	row(words.ColumnDefault, label.SettingDefault(f.Code, r.lang))
	row(words.ColumnAllowed, strings.Join(label.SettingOptions(f.Code, r.lang), r.say(words.ListSeparator)))
	row(words.ColumnHelp, label.SettingHelp(f.Code, r.lang))
	return t.write(r.out)
}

// changeSetting keeps a new value, and says what it was and is.
func (r *run) changeSetting(ctx context.Context, st model.Desk, f model.Spec, pieces []string, reset, asJSON bool) error {
	before, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	defaults := model.DefaultSettings()
	value, _ := defaults.Value(f.Code)
	if !reset {
		between := " "
		if f.Kind == model.KindTags {
			between = "," // each argument is one of the list
		}
		if value, err = label.ReadSetting(f.Code, strings.Join(pieces, between), before, st.Today()); err != nil {
			return r.badSetting(err)
		}
	}
	set, err := st.ChangeSettings(ctx, map[string]string{f.Code: value})
	if err != nil {
		return r.badSetting(err)
	}
	if f.Code == "language" && r.langText == "" {
		if l, ok := label.ParseLang(set.Language); ok {
			r.lang = l
		}
	}
	if asJSON {
		return r.json(r.settingJSON(f, set))
	}
	name, was, is := label.Field("settings", f.Code, r.lang), r.settingValue(f, before), r.settingValue(f, set)
	if was == is {
		return r.line(words.SettingStays, name, orNothing(is))
	}
	return r.line(words.SettingChanged, name, orNothing(was), orNothing(is))
}

// orNothing is a value, or a dash for none.
func orNothing(value string) string {
	if value == "" {
		return "-"
	}
	return value
}

// badSetting says what is wrong with a value and what is allowed.
func (r *run) badSetting(err error) error {
	if sentence, ok := label.Refusal("settings", err, r.lang); ok {
		return &said{sentence: sentence, cause: err}
	}
	return err
}
