package importer

import (
	"context"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// reading is a file that is read: how far it is, and what it would become.
type reading struct {
	kit.Load[model.Preview]
	path        string
	done, total atomic.Int64
}

// ticked asks for the progress to be drawn again.
type ticked struct{ of *reading }

func (r *reading) tick() tea.Cmd {
	const pause = 150 * time.Millisecond
	return tea.Tick(pause, func(time.Time) tea.Msg { return ticked{r} })
}

// read reads a file in a command, which says how far it is.
func (r *reading) read(store model.File, path string, opts model.ImportOptions) tea.Cmd {
	r.path = path
	r.done.Store(0)
	r.total.Store(0)
	opts.Progress = func(done, total int) {
		r.done.Store(int64(done))
		r.total.Store(int64(total))
	}
	return tea.Batch(r.Run(func(ctx context.Context) (model.Preview, error) { return store.PreviewImport(ctx, path, opts) }), r.tick())
}

// far says which file is read, and how far.
func (r *reading) far(words *words.Words) string {
	w := words.Import
	text := fmt.Sprintf(w.Reading, filepath.Base(r.path))
	switch done, total := r.done.Load(), r.total.Load(); {
	case total > 0:
		text += fmt.Sprintf(w.RowsOf, done, total)
	case done > 0:
		text += fmt.Sprintf(w.Rows, done)
	}
	return text
}
