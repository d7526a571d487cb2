package importer

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
)

// job is a read or a write under way: it says how far it is, and can be
// stopped.
type job struct {
	ctx         context.Context
	stop        context.CancelFunc
	done, total atomic.Int64
}

func newJob() *job {
	j := &job{}
	j.ctx, j.stop = context.WithCancel(context.Background())
	return j
}

// progress takes over how far the reading is; it is called from the command.
func (j *job) progress(done, total int) {
	j.done.Store(int64(done))
	j.total.Store(int64(total))
}

// ticked asks for the progress to be drawn again.
type ticked struct{ job *job }

func (j *job) tick() tea.Cmd {
	const pause = 150 * time.Millisecond
	return tea.Tick(pause, func(time.Time) tea.Msg { return ticked{j} })
}

// previewed is what reading a file gave.
type previewed struct {
	job     *job
	preview model.Preview
	err     error
}

// read reads a file in a command.
func (j *job) read(store model.Imports, path string, opts model.ImportOptions) tea.Cmd {
	opts.Progress = j.progress
	read := func() tea.Msg {
		p, err := store.PreviewImport(j.ctx, path, opts)
		return previewed{j, p, err}
	}
	return tea.Batch(read, j.tick())
}
