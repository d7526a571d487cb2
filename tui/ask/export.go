package ask

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"

	"genjin/tui/words"
)

// Export asks under a title where records go, as a file of a name; said is what
// is said then, with how many there were and the path.
func Export(env *kit.Env, words *words.Words, store model.Desk, e model.Export, title, name, said string) tea.Cmd {
	return kit.Open(NewFile(env, words, title, name, func(ctx context.Context, path string) (string, error) {
		n, err := store.Export(ctx, path, e)
		return fmt.Sprintf(said, n, path), err
	}))
}

// The fields of a passphrase that protects a file.
const (
	passphrase = "passphrase"
	again      = "again"
)

// Protected is Export for what can be protected by a passphrase.
func Protected(env *kit.Env, w *words.Words, store model.Desk, e model.Export, title, name, said string) tea.Cmd {
	return kit.Open(NewFileWith(env, w, title, name, newPassphrase(w), func(ctx context.Context, path string,
		values map[string]string) (string, error) {
		e.Passphrase = values[passphrase]
		n, err := store.Export(ctx, path, e)
		return fmt.Sprintf(said, n, path), err
	}))
}

func newPassphrase(w *words.Words) []kit.Field {
	return []kit.Field{
		{Code: passphrase, Label: words.Passphrase.In(w.Lang), Kind: kit.SecretField, Placeholder: words.NoPassphrase.In(w.Lang)},
		{Code: again, Label: words.PassphraseAgain.In(w.Lang), Kind: kit.SecretField},
	}
}
