package store

import (
	"context"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"

	"genjin/model"
)

// The lock of the screen is kept as a salted sum of its passphrase: the file tells
// nobody what it is. It protects the screen; the file can be read without it.
const (
	lockName   = "lock"
	lockRounds = 200_000
	lockSize   = 32
)

func lockSum(passphrase string, salt []byte) ([]byte, error) {
	return pbkdf2.Key(sha256.New, passphrase, salt, lockRounds, lockSize)
}

func (s *Store) lock(ctx context.Context) (string, error) {
	var text string
	err := s.db.QueryRowContext(ctx, "SELECT value FROM secret WHERE name = ?", lockName).Scan(&text)
	if isNoRows(err) {
		return "", nil
	}
	return text, err
}

// HasLock reports whether the screen is locked by a passphrase.
func (s *Store) HasLock(ctx context.Context) (bool, error) {
	text, err := s.lock(ctx)
	return text != "", err
}

// Unlock tries the passphrase of the screen's lock; another one is
// model.ErrPassphrase.
func (s *Store) Unlock(ctx context.Context, passphrase string) error {
	text, err := s.lock(ctx)
	if err != nil || text == "" {
		return err
	}
	first, second, _ := strings.Cut(text, ":")
	salt, err := hex.DecodeString(first)
	if err != nil {
		return err
	}
	sum, err := lockSum(passphrase, salt)
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare([]byte(hex.EncodeToString(sum)), []byte(second)) != 1 {
		return model.ErrPassphrase
	}
	return nil
}

// SetLock gives the screen's lock another passphrase, or none; the one that it has
// is asked for.
func (s *Store) SetLock(ctx context.Context, was, passphrase string) error {
	if s.ReadOnly() {
		return model.ErrReadOnly
	}
	if err := s.Unlock(ctx, was); err != nil {
		return err
	}
	if passphrase == "" {
		_, err := s.db.ExecContext(ctx, "DELETE FROM secret WHERE name = ?", lockName)
		return err
	}
	salt := make([]byte, lockSize)
	_, _ = rand.Read(salt) // which never fails
	sum, err := lockSum(passphrase, salt)
	if err != nil {
		return err
	}
	_, err = s.db.ExecContext(ctx, "INSERT OR REPLACE INTO secret (name, value) VALUES (?, ?)", lockName,
		hex.EncodeToString(salt)+":"+hex.EncodeToString(sum))
	return err
}
