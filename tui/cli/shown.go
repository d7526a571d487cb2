package cli

import (
	"errors"
	"io"
	"syscall"

	"genjin/model"
	"genjin/tui/words"
)

// errUnshown: what a command had to say could not be written, as on a full
// disk. What it did is done none the less.
var errUnshown = model.ErrUnshown

// shown is the output of a command; what can't be written is errUnshown.
type shown struct{ io.Writer }

func (s shown) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if err != nil {
		err = errors.Join(errUnshown, err)
	}
	return n, err
}

// harmless is the error output: what others wrote, such as the name of a file,
// doesn't steer the terminal.
type harmless struct{ io.Writer }

func (h harmless) Write(b []byte) (int, error) {
	_, err := io.WriteString(h.Writer, model.Harmless(string(b)))
	return len(b), err
}

// unshown tells it. Whoever runs a script has to know whether to run the
// command again: what was saved has an exit code of its own. A reader who has
// seen enough, such as head, is told nothing.
func (r *run) unshown(err error) (code int) {
	switch {
	case r.wrote != "":
		r.complain(r.say(words.FileUnshown, r.wrote), err)
		return exitUnshown
	case r.st != nil && r.st.Saved():
		r.complain(r.say(words.SavedUnshown), err)
		return exitUnshown
	case errors.Is(err, syscall.EPIPE):
		return exitPiped
	}
	r.complain(r.say(words.NotShown), err)
	return exitFailed
}
