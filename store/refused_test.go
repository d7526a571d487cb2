package store

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/store/seal"
)

// The refused rows of a protected file are protected by its passphrase: nothing of
// them is left in clear, and mended they come in again by it.
func TestRefusedRowsOfAProtectedFileAreProtected(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-18")
	folder := t.TempDir()
	file := filepath.Join(folder, "list.csv.age")
	var sealed bytes.Buffer
	err := seal.Write(&sealed, "geheim", func(w io.Writer) error {
		_, err := io.WriteString(w, "客户名称,联系方式,客户等级\n董先生,13900000001,A\n刘女士,13900000002,Q\n")
		return err
	})
	if err == nil {
		err = os.WriteFile(file, sealed.Bytes(), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, file, ImportOptions{Passphrase: "geheim"})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := s.SaveRefused(ctx, file, p)
	if err != nil || filepath.Base(saved) != "list-refused.csv.age" {
		t.Fatalf("%q %v", saved, err)
	}
	if again, err := s.SaveRefused(ctx, file, p); err != nil || again != saved {
		t.Errorf("the same rows are in %q, %v", again, err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
		t.Errorf("in the folder are %v, %v", entries, err)
	}
	data, err := os.ReadFile(saved)
	if err != nil || !seal.Sealed(data) {
		t.Fatalf("it is in clear: %v", err)
	}
	if text, err := readRefused(saved, p); err != nil || !strings.Contains(string(text), "刘女士") {
		t.Errorf("%s %v", text, err)
	}
	if _, err := s.PreviewImport(ctx, saved, ImportOptions{}); !strings.Contains(err.Error(), model.ErrSealed.Error()) {
		t.Errorf("it opens without the passphrase: %v", err)
	}
	if p, err = s.PreviewImport(ctx, saved, ImportOptions{Passphrase: "geheim"}); err != nil || p.Count(model.ResultRefused) != 1 {
		t.Errorf("%d refused, %v", p.Count(model.ResultRefused), err)
	}
	open := p
	open.Passphrase = ""
	if saved, err = s.SaveRefused(ctx, filepath.Join(folder, "list.xlsx"), open); err != nil || filepath.Base(saved) != "list-refused.xlsx" {
		t.Errorf("that of a file in clear is %q, %v", saved, err)
	}
}
