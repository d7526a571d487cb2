package cli

import (
	"runtime/debug"

	"genjin/tui/words"
	"github.com/spf13/cobra"
)

// versionJSON says which build this is.
type versionJSON struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Time     string `json:"time,omitempty"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
}

func (r *run) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "version [flags]", Short: r.say(words.AboutVersion), Args: r.between(0, 0),
		RunE: func(*cobra.Command, []string) error {
			v := version()
			if asJSON {
				return r.json(v)
			}
			line := "genjin " + v.Version
			if len(v.Revision) > 12 {
				line += " " + v.Revision[:12]
			}
			return writeString(r.out, line+" "+v.Go+"\n")
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// version reads what the linker noted.
func version() versionJSON {
	v := versionJSON{Version: "(devel)"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.time":
			v.Time = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}
