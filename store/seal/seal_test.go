package seal_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"

	"genjin/model"
	"genjin/store/seal"
)

func sealed(t *testing.T, content, passphrase string) []byte {
	t.Helper()
	seal.Work = 4
	var b bytes.Buffer
	err := seal.Write(&b, passphrase, func(w io.Writer) error {
		_, err := io.WriteString(w, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(file []byte, passphrase string) (string, error) {
	r, err := seal.Read(bytes.NewReader(file), passphrase)
	if err != nil {
		return "", err
	}
	all, err := io.ReadAll(r)
	return string(all), err
}

// What is protected comes back with its passphrase, and with no other; a file
// that is cut off or altered anywhere is said to be so.
func TestSeal(t *testing.T) {
	content := strings.Repeat("客户 董先生 15935946108\n", 5000) // several chunks
	file := sealed(t, content, "春江 潮水")
	if !seal.Sealed(file) || bytes.Contains(file, []byte("15935946108")) {
		t.Error("not protected")
	}
	if got, err := read(file, "春江 潮水"); err != nil || got != content {
		t.Errorf("read: %d bytes, %v", len(got), err)
	}
	for _, c := range []struct {
		name, passphrase string
		file             []byte
		want             error
	}{
		{"wrong", "春江潮水", file, model.ErrPassphrase},
		{"none", "", file, model.ErrSealed},
		{"cut in its head", "春江 潮水", file[:60], model.ErrSealBroken},
		{"cut after its head", "春江 潮水", file[:200], model.ErrSealBroken},
		{"cut in the middle", "春江 潮水", file[:len(file)/2], model.ErrSealBroken},
		{"cut between chunks", "春江 潮水", file[:len(file)-len(content)%(64<<10)-16], model.ErrSealBroken},
		{"a byte less", "春江 潮水", file[:len(file)-1], model.ErrSealBroken},
		{"a byte more", "春江 潮水", append(bytes.Clone(file), 'x'), model.ErrSealBroken},
		{"altered", "春江 潮水", altered(file, len(file)/2), model.ErrSealBroken},
		{"for a key", "春江 潮水", forKey(t), model.ErrSealedForKey},
	} {
		if _, err := read(c.file, c.passphrase); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if err := seal.Write(io.Discard, "", func(io.Writer) error { return nil }); !errors.Is(err, model.ErrSealed) {
		t.Errorf("without a passphrase: %v", err)
	}
}

// A file that age wrote as text opens too.
func TestArmoured(t *testing.T) {
	var b bytes.Buffer
	w := armor.NewWriter(&b)
	_, _ = w.Write(sealed(t, "目录", "p"))
	_ = w.Close()
	if got, err := read(b.Bytes(), "p"); err != nil || got != "目录" || !seal.Sealed(b.Bytes()) {
		t.Errorf("%q, %v", got, err)
	}
}

// A disk that fails is no broken file.
func TestReadFails(t *testing.T) {
	file, off := sealed(t, strings.Repeat("x", 200<<10), "p"), errors.New("unplugged")
	r, err := seal.Read(io.MultiReader(bytes.NewReader(file[:100<<10]), failing{off}), "p")
	if err == nil {
		_, err = io.ReadAll(r)
	}
	if !errors.Is(err, off) || errors.Is(err, model.ErrSealBroken) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func altered(file []byte, at int) []byte {
	other := bytes.Clone(file)
	other[at] ^= 1
	return other
}

func forKey(t *testing.T) []byte {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	return b.Bytes()
}
