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
