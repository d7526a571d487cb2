package importer

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit/kittest"
	"genjin/tui/words"
)

// slow is a store whose reads and writes last until they are stopped.
type slow struct {
	model.File
	read, written chan struct{}
}

func (s slow) PreviewImport(ctx context.Context, _ string, o model.ImportOptions) (model.Preview, error) {
	o.Progress(1500, 0)
	close(s.read)
	<-ctx.Done()
	return model.Preview{}, ctx.Err()
}

func (s slow) Import(ctx context.Context, _ model.Preview, _ bool) (model.Batch, error) {
	close(s.written)
	<-ctx.Done()
	return model.Batch{}, ctx.Err()
}

func TestALongReadShowsItsProgressAndIsStopped(t *testing.T) {
	words := words.Of(label.ZH)
	st := slow{read: make(chan struct{})}
	m := New(kittest.Env(), &words, st)
	m.Form.SetValue("file", "/tmp/big.csv")
	cmd := m.read(m.Form.Values())
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd().(tea.BatchMsg)[0]() }()
	<-st.read
	m.Update(ticked{&m.file})
	if view := kittest.RenderDialog(m, 80, 24); !strings.Contains(view, "正在读 big.csv,已读 1500 行") {
		t.Errorf("%s", view)
	}
	m.Update(kittest.Key("x")) // the form waits
	m.Update(kittest.Key("esc"))
	m.Update(<-answer)
	if view := kittest.RenderDialog(m, 80, 24); !strings.Contains(view, "已停下,没有读完") || m.file.Busy() {
		t.Errorf("%s", view)
	}
}

func TestALongImportIsStopped(t *testing.T) {
	words := words.Of(label.ZH)
	st := slow{written: make(chan struct{})}
	v := newPreview(kittest.Env(), &words, st, "/tmp/big.csv", model.ImportOptions{}, model.Preview{
		File: "big.csv", Proposals: []model.Proposal{{}},
		Rows: []model.PreviewRow{{Record: model.RowOfCustomer, Result: model.ResultNew, Name: "王五"}},
	})
	cmd := v.take()
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	<-st.written
	v.Update(kittest.Key("esc"))
	v.Update(<-answer)
	if view := kittest.RenderDialog(v, 80, 24); !strings.Contains(view, "已停下,没有写入") {
		t.Errorf("%s", view)
	}
}
