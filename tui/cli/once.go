package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// errTwice: a flag that takes one value was given two.
var errTwice = errors.New("given twice")

// once is the value of a flag that is given one time: a second would take the
// place of the first unsaid.
type once struct {
	pflag.Value
	set bool
}

func (o *once) Set(text string) error {
	if o.set {
		return errTwice
	}
	o.set = true
	return o.Value.Set(text)
}

// eachOnce makes all flags of a command and of those below it refuse a second
// value, except those that take several and those that are on or off.
func eachOnce(cmd *cobra.Command) {
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if _, several := f.Value.(pflag.SliceValue); !several && f.NoOptDefVal == "" {
			f.Value = &once{Value: f.Value}
		}
	})
	for _, sub := range cmd.Commands() {
		eachOnce(sub)
	}
}
