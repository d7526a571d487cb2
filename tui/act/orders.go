package act

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/ask"
	"genjin/tui/words"
)

// Clerk opens the dialogs.
type Clerk struct {
	env   *kit.Env
	words *words.Words
	store model.Orders
	till  *Till
}

// New makes the clerk of a screen.
func NewClerk(env *kit.Env, words *words.Words, store model.Orders, till *Till) *Clerk {
	return &Clerk{env: env, words: words, store: store, till: till}
}

func (c *Clerk) stand() ask.Stand { return ask.Stand{Env: c.env, Words: c.words, Store: c.store} }

func (c *Clerk) fieldEnv(currency string) ask.FieldEnv { return c.stand().FieldEnv(currency) }

func (c *Clerk) editor(title, draft string, list []kit.Field) *ask.Editor {
	return ask.NewEditor(c.env, c.words, c.store, title, "customer_order", draft, list)
}

// knownInvoice says of an invoice number where, beside an order, it was used
// before.
func (c *Clerk) knownInvoice(order int64) map[string]func(context.Context, string) (string, error) {
	return map[string]func(context.Context, string) (string, error){"invoice_no": func(ctx context.Context, text string) (string, error) {
		u, err := c.store.UsedInvoice(ctx, text, 0, order)
		if err != nil || u == nil {
			return "", err
		}
		return label.UsedBefore(u, c.words.Lang), nil
	}}
}

// job is an order in hand, with what its dialogs need to know.
type job struct {
	model.OrderDetail
	set model.Settings
}

// on reads an order and goes on with it, or says what was attempted.
func (c *Clerk) on(id int64, op string, do func(job) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		d, err := c.store.OrderOf(ctx, id)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		set, err := c.store.Settings(ctx)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		return do(job{d, set})
	}
}

// done is the answer to a write: what was done, or why it couldn't be.
func (c *Clerk) done(op, said string, err error) tea.Msg {
	if err != nil {
		return kit.Failed{Op: op, Err: err}
	}
	return kit.Changed{Said: said}
}

// Remove takes out an order that was never confirmed.
func (c *Clerk) Remove(o *model.OrderOf) tea.Cmd {
	id := o.ID
	return kit.Write(fmt.Sprintf(c.words.Ordering.Removed, o.OrderNo), func(ctx context.Context) error { return c.store.RemoveOrder(ctx, id) })
}

// Accept notes that the customer has accepted the goods today.
func (c *Clerk) Accept(o *model.OrderOf) tea.Cmd {
	id, today := o.ID, c.store.Today()
	return kit.Write(fmt.Sprintf(c.words.Ordering.Accepted, o.OrderNo), func(ctx context.Context) error {
		kept, err := c.store.Order(ctx, id)
		if err != nil {
			return err
		}
		kept.AcceptedOn = today
		_, err = c.store.SaveOrder(ctx, kept)
		return err
	})
}

// refusal is the code of a refusal, "" for another error.
func refusal(err error) string {
	var fe *model.FieldError
	if errors.As(err, &fe) {
		return fe.Code
	}
	return ""
}
