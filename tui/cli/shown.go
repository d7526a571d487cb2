package cli

import (
	"errors"
	"genjin/tui/words"
	"io"
)

// errUnshown: what a command had to say could not be written, as on a full
// disk. What it did is done none the less.
var errUnshown = errors.New("output could not be written")

// shown is the output of a command; what can't be written is errUnshown.
type shown struct{ io.Writer }

func (s shown) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if err != nil {
		err = errors.Join(errUnshown, err)
	}
	return n, err
}

// unshown tells it. Whoever runs a script has to know whether to run the
// command again: what was saved has an exit code of its own.
func (r *run) unshown() (sentence string, code int) {
	if r.wrote != "" {
		return r.say(words.FileUnshown, r.wrote), exitUnshown
	}
	if r.st != nil && r.st.Saved() {
		return r.say(words.SavedUnshown), exitUnshown
	}
	return r.say(words.NotShown), exitFailed
}
