package kit

// wide is from how many columns on a card stands beside its list (rule 3).
const wide = 100

// Spread is how a list and the card of its chosen row share a tab: beside each
// other when there is room, else the card lies over the list when it is open.
type Spread struct {
	W, H  int
	Alone bool // the list takes the whole width
}

// Beside reports whether the card stands beside the list.
func (s Spread) Beside() bool { return s.W >= wide && !s.Alone }

// Boxes are the places of the list and of the card.
func (s Spread) Boxes() (list, card Box) {
	whole := Box{W: s.W, H: s.H}
	if !s.Beside() {
		return whole, Box{X: 1, W: max(s.W-2, 0), H: s.H}
	}
	parts := whole.Columns(Fill(6), Fixed(3), Fill(4))
	return parts[0], parts[2]
}

// View draws both, or the one that is in sight.
func (s Spread) View(env *Env, list, card string, open bool) string {
	left, right := s.Boxes()
	switch {
	case s.Beside():
		return JoinH(s.H, Separator(env), Part{Text: list, W: left.W}, Part{Text: card, W: right.W})
	case open:
		return JoinH(s.H, "", Part{W: 1}, Part{Text: card, W: right.W}, Part{W: 1})
	}
	return FitBlock(list, s.W, s.H)
}
