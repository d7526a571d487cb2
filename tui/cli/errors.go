package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// said is an error that is already a sentence for the person.
type said struct {
	sentence string
	usage    bool // wrong usage, not a failure
	cause    error
}

func (e *said) Error() string { return e.sentence }

func (e *said) Unwrap() error { return e.cause }

// wrong is wrong usage: exit 2.
func (r *run) wrong(t words.T, args ...any) error {
	return &said{sentence: r.say(t, args...), usage: true}
}

// failed is a failure: exit 1.
func (r *run) failed(t words.T, args ...any) error { return &said{sentence: r.say(t, args...)} }

// missing is a failure too: what was named isn't there.
func (r *run) missing(t words.T, args ...any) error {
	return &said{sentence: r.say(t, args...), cause: model.ErrNotFound}
}

// because is what a refusal of the model is told by.
func because(err, cause error) error {
	var s *said
	if errors.As(err, &s) {
		s.cause = cause
	}
	return err
}

// errTold ends a command that failed and has said why on its own.
var errTold = errors.New("told")

// report prints an error and returns the exit code.
func (r *run) report(err error) int {
	var s *said
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	case errors.Is(err, errUnshown):
		return r.unshown(err)
	}
	r.complain(r.explain(err), err)
	if errors.As(err, &s) && s.usage {
		return exitUsage
	}
	return exitFailed
}

// complain prints what went wrong: all that a command says on the error output
// passes here. Scripts that asked for JSON get an object of one line.
func (r *run) complain(sentence string, err error) {
	if !r.asJSON {
		_, _ = fmt.Fprintln(r.Err, "genjin: "+sentence)
		return
	}
	e := errorJSON{Code: model.ErrorCode(err), Message: sentence, Saved: r.wrote != "" || r.st != nil && r.st.Saved()}
	var s *said
	var fe *model.FieldError
	switch {
	case errors.As(err, &fe):
		e.Field = orNull(fe.Field)
	case errors.As(err, &s) && s.usage:
		e.Code = "usage"
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(struct {
		Error errorJSON `json:"error"`
	}{e})
	_, _ = r.Err.Write(b.Bytes())
}

// errorJSON is what went wrong, for scripts: the code stays the same in every
// language.
type errorJSON struct {
	Code    string  `json:"code"`
	Field   *string `json:"field"` // that was refused
	Message string  `json:"message"`
	Saved   bool    `json:"saved"` // something was kept all the same
}

// explain is what went wrong and what to do, in the person's language.
func (r *run) explain(err error) string {
	var s *said
	if errors.As(err, &s) {
		return s.sentence
	}
	var ambiguous *model.AmbiguousError
	if errors.As(err, &ambiguous) {
		return r.candidates(ambiguous)
	}
	var project *model.AmbiguousProjectError
	if errors.As(err, &project) {
		return r.projectCandidates(project)
	}
	var fe *model.FieldError
	if errors.As(err, &fe) {
		record, where := recordOf(fe.Field), r.lineOfError(err)
		if where != "" {
			record = model.RowOfLine
		}
		sentence, _ := label.Refusal(record, fe, r.lang)
		return where + sentence + r.remedy(fe)
	}
	if sentence, ok := label.Trouble(err, r.lang); ok {
		if aboutFile(err) {
			sentence = r.database() + r.say(words.Colon) + sentence
		}
		return sentence
	}
	if sentence, ok := label.File(err, r.lang); ok {
		return sentence
	}
	if errors.Is(err, context.Canceled) {
		return r.say(words.Interrupted)
	}
	return r.fileError(err)
}

// aboutFile tells whether the trouble is with the database file.
func aboutFile(err error) bool {
	for _, e := range []error{
		model.ErrNewer, model.ErrOtherLine, model.ErrHardLink, model.ErrNotDatabase, model.ErrReadOnly, model.ErrLocked, model.ErrHasCustomers,
		model.ErrMoved, model.ErrDamaged, model.ErrDisk, model.ErrCantOpen, model.ErrDiskFull} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// database is where the database is.
func (r *run) database() string {
	if r.st != nil {
		return r.st.Path()
	}
	return r.path()
}

// fileError names the file that an operating system's error is about.
func (r *run) fileError(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return r.say(words.NoFile, pe.Path)
		case errors.Is(err, fs.ErrPermission):
			return r.say(words.NoPermission, pe.Path)
		case errors.Is(err, fs.ErrExist):
			return r.say(words.FileExists, pe.Path)
		}
	}
	return r.say(words.UnknownTrouble, model.Clean(err.Error()))
}

// recordOf is the record whose field a refusal names.
func recordOf(field string) string {
	if _, ok := model.CustomerFields.ByCode(field); ok {
		return "customer"
	}
	if _, ok := model.EntryFields.ByCode(field); ok {
		return "journal"
	}
	if _, ok := model.PaymentFields.ByCode(field); ok {
		return "payment"
	}
	if _, ok := model.ReceivableFields.ByCode(field); ok {
		return "receivable"
	}
	if _, ok := model.ProjectFields.ByCode(field); ok {
		return "project"
	}
	return orderRecordOf(field)
}

// remedy says which flag mends a refusal, where one does.
func (r *run) remedy(fe *model.FieldError) string {
	switch {
	case fe.AsksReason():
		return r.say(words.UseReason)
	case fe.Code == model.RefusedReview:
		return r.say(words.ApproveFirst)
	}
	return ""
}

// candidates lists the customers that a text could mean.
func (r *run) candidates(e *model.AmbiguousError) string {
	var b strings.Builder
	b.WriteString(r.say(words.AmbiguousCustomer, e.Text))
	t := table{indent: "  "}
	for _, c := range e.Customers {
		t.add(plain(fmt.Sprintf("#%d", c.ID)), plain(c.Name), plain(r.phones(&c)), plain(r.address(&c)))
	}
	b.WriteString("\n")
	_ = t.write(&b)
	return strings.TrimRight(b.String(), "\n")
}

// flagError puts pflag's errors into words.
func (r *run) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	path := cmd.CommandPath()
	switch {
	case errors.As(err, &unknown):
		if short := unknown.GetSpecifiedShortnames(); short != "" && short[0] >= '0' && short[0] <= '9' && strings.Contains(cmd.Use, "AMOUNT") {
			return r.wrong(words.NegativeAmount, "-"+short)
		}
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return r.wrong(words.UnknownFlag, name, path)
	case errors.As(err, &missing):
		return r.wrong(words.FlagNeedsValue, "--"+missing.GetFlag().Name, path)
	case errors.Is(err, errTwice) && errors.As(err, &invalid):
		return r.wrong(words.FlagTwice, "--"+invalid.GetFlag().Name, invalid.GetValue(), path)
	case errors.As(err, &invalid):
		return r.wrong(words.FlagBadValue, invalid.GetValue(), "--"+invalid.GetFlag().Name, path)
	case errors.As(err, &syntax):
		return r.wrong(words.UnknownFlag, syntax.GetSpecifiedFlag(), path)
	}
	return r.wrong(words.UsageTrouble, err.Error(), path)
}

// refused is a flag's value that can't be read: wrong usage.
func (r *run) refused(record, flag string, err error) error {
	if sentence, ok := label.Refusal(record, err, r.lang); ok {
		return because(r.wrong(words.BadFlag, flag, sentence), err)
	}
	return err
}

// between checks how many arguments a command has; most -1 = any number.
func (r *run) between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return r.wrong(words.TooFewArguments, cmd.UseLine(), cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return r.wrong(words.TooManyArguments, model.Clean(args[most]), cmd.CommandPath())
		}
		return nil
	}
}

// line prints one line.
func (r *run) line(t words.T, args ...any) error {
	_, err := fmt.Fprintln(r.out, r.say(t, args...))
	return err
}

func writeString(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}
