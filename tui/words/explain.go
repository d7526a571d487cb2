package words

import (
	"errors"
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// Explain is an error as a sentence that says what to do.
func Explain(w *Words, err error) string {
	if sentence, ok := label.Refusal("customer", err, w.Lang); ok {
		return sentence
	}
	if sentence, ok := label.Trouble(err, w.Lang); ok {
		return sentence
	}
	if sentence, ok := label.File(err, w.Lang); ok {
		return sentence
	}
	return err.Error()
}

// Failure is what was attempted and why it did not work, in one line. What
// says itself that there was nothing to do needs no more.
func Failure(w *Words, op string, err error) string {
	why := Explain(w, err)
	if op == "" || errors.Is(err, model.ErrNothingToUndo) || errors.Is(err, model.ErrNothingToRedo) {
		return why
	}
	return fmt.Sprintf(w.Errors.Failed, op, strings.ReplaceAll(why, "\n", " "))
}
