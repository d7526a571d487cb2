// Package seal protects a file by a passphrase, in the format of age
// (https://age-encryption.org/v1) with scrypt: what it writes age opens, and
// the other way round.
package seal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"

	"genjin/model"
)

// Work is how dear a guess at a passphrase is, as a power of two; 18 is about a
// second and 256 MB. Only tests make it less.
var Work = 18

const mark = "age-encryption.org/"

// Sealed reports whether a file that begins so is protected.
func Sealed(head []byte) bool {
	return bytes.HasPrefix(head, []byte(mark)) || bytes.HasPrefix(head, []byte(armor.Header))
}

// Write protects what write writes. Without a passphrase it answers
// model.ErrSealed.
func Write(w io.Writer, passphrase string, write func(io.Writer) error) error {
	if passphrase == "" {
		return model.ErrSealed
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	to.SetWorkFactor(Work)
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	if err := write(sealed); err != nil {
		return err
	}
	return sealed.Close()
}

// Read is the content of a protected file. That the file is complete is known
// only at its end: what comes before an error is not to be used. Errors are
// model.ErrSealed without a passphrase, ErrPassphrase, ErrSealedForKey,
// ErrSealBroken, and the reader's own.
func Read(r io.Reader, passphrase string) (io.Reader, error) {
	if passphrase == "" {
		return nil, model.ErrSealed
	}
	of, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	whole := &watched{from: bufio.NewReader(r)}
	var source io.Reader = whole
	if head, _ := whole.from.Peek(len(armor.Header)); string(head) == armor.Header {
		source = armor.NewReader(whole)
	}
	content, err := age.Decrypt(source, of)
	if err != nil {
		return nil, whole.named(err)
	}
	return opened{content, whole}, nil
}

// watched keeps the file's own error apart from what is wrong with its content.
type watched struct {
	from *bufio.Reader
	err  error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.from.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

func (w *watched) named(err error) error {
	var other *age.NoIdentityMatchError
	switch {
	case w.err != nil:
		return w.err
	case errors.As(err, &other) && len(other.StanzaTypes) == 1 && other.StanzaTypes[0] == "scrypt":
		return model.ErrPassphrase
	case errors.As(err, &other):
		return model.ErrSealedForKey
	}
	return fmt.Errorf("%w: %w", model.ErrSealBroken, err)
}

type opened struct {
	content io.Reader
	file    *watched
}

func (o opened) Read(p []byte) (int, error) {
	n, err := o.content.Read(p)
	if err != nil && err != io.EOF {
		err = o.file.named(err)
	}
	return n, err
}
