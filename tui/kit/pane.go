package kit

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Pane is the details of the row under the cursor, beside a list or over it.
// What nobody sees isn't read: a pane in the dark notes what it is asked for
// and reads it when it comes into sight.
type Pane[K comparable, D any] struct {
	*Detail
	Read   func(context.Context, K) (D, error)
	Draw   func(d *D, w int) (head []string, sections []Section) // nil: there is nobody to show
	OnFail func(error) tea.Cmd
	Gone   func(error) bool // the record is not there any more: the list will turn elsewhere

	want, shown K
	data        *D
	load        Load[D]
	dark        bool           // out of sight
	stale       bool           // what is wanted was not asked for so far
	next        func() tea.Cmd // to be done when it shows what is wanted
	w           int
}

// NewPane makes a pane that shows nobody.
func NewPane[K comparable, D any](env *Env, read func(context.Context, K) (D, error)) *Pane[K, D] {
	return &Pane[K, D]{Detail: NewDetail(env), Read: read}
}

// SetBox says where the pane lies.
func (p *Pane[K, D]) SetBox(b Box) {
	p.SetSize(b.W, b.H)
	p.SetOrigin(b.X, b.Y)
	if p.w != b.W {
		p.w = b.W
		p.Redraw()
	}
}

// Show turns to another record; the zero key is nobody.
func (p *Pane[K, D]) Show(key K) tea.Cmd {
	if key == p.want {
		return nil
	}
	p.want, p.next = key, nil
	return p.Reload()
}

// Ready does something as soon as the pane shows what is wanted: a key may be
// faster than the load.
func (p *Pane[K, D]) Ready(do func() tea.Cmd) tea.Cmd {
	if p.Data() != nil {
		return do()
	}
	p.next = do
	if p.stale {
		return p.Reload()
	}
	return nil
}

// Reload reads the record again.
func (p *Pane[K, D]) Reload() tea.Cmd {
	var nobody K
	p.load.Drop()
	if p.want == nobody {
		p.shown, p.data, p.stale = nobody, nil, false
		p.Redraw()
		return nil
	}
	if p.stale = p.dark && p.next == nil; p.stale {
		return nil
	}
	key := p.want
	return p.load.Run(func(ctx context.Context) (D, error) { return p.Read(ctx, key) })
}

// Light says whether the pane is in sight.
func (p *Pane[K, D]) Light(on bool) tea.Cmd {
	p.dark = !on
	if on && p.stale {
		return p.Reload()
	}
	return nil
}

// Data is what is shown; nil while it is not what was asked for.
func (p *Pane[K, D]) Data() *D {
	if p.shown != p.want || p.stale {
		return nil
	}
	return p.data
}

// Wanted is the record that was turned to last.
func (p *Pane[K, D]) Wanted() K { return p.want }

// Latest is what was read last, whether it is what is wanted or not; nil: nothing.
func (p *Pane[K, D]) Latest() *D { return p.data }

// Update takes what was read, and scrolls. It reports whether the message was
// the pane's.
func (p *Pane[K, D]) Update(msg tea.Msg) (tea.Cmd, bool) {
	data, err, ok := p.load.Take(msg)
	switch {
	case !ok:
		return nil, p.Detail.Update(msg)
	case err != nil && p.Gone(err):
		var nobody K
		p.shown, p.data = nobody, nil
	case err != nil:
		return p.OnFail(err), true
	default:
		if p.shown != p.want {
			p.Top()
		}
		p.shown, p.data = p.want, &data
	}
	p.Redraw()
	if do := p.next; do != nil && p.Data() != nil {
		p.next = nil
		return do(), true
	}
	return nil, true
}

// Redraw lays what is shown out anew, for another width or language.
func (p *Pane[K, D]) Redraw() {
	if p.w > 0 {
		p.SetContent(p.Draw(p.data, p.w))
	}
}
