package tui

import (
	"context"

	"genjin/model"
	"genjin/tui/customers"
	"genjin/tui/importer"
	"genjin/tui/journal"
	"genjin/tui/oem"
	"genjin/tui/orders"
	"genjin/tui/quickadd"
	"genjin/tui/receivables"
	"genjin/tui/settings"
	"genjin/tui/today"
)

// Store is everything that the screens need kept.
type Store interface {
	today.Store
	customers.Store
	journal.Store
	orders.Store
	receivables.Store
	oem.Store
	importer.Store
	settings.Store
	quickadd.Store
	frame
}

// frame is what the frame around the screens needs.
type frame interface {
	Undo(ctx context.Context) (model.Reverted, error)
	UndoSet(ctx context.Context, set int64) (model.Reverted, error)
	Redo(ctx context.Context) (model.Reverted, error)
	LatestAct() int64
	CatchUp(ctx context.Context) error
	Version(ctx context.Context) (string, error)
	ReadOnly() bool
}
