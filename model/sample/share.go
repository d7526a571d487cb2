package sample

// share spreads a number of records over customers, so that a sample has as
// many as were asked for. The zero share asks for none.
type share struct{ want, among, seen, given int }

// next goes on to the next customer.
func (s *share) next() { s.seen++ }

// short is how many records the customer at hand lacks beside those that come
// by themselves.
func (s *share) short(coming int) int {
	if s.want == 0 {
		return 0
	}
	return max(0, s.want*s.seen/s.among-s.given-coming)
}

// give counts the records of the customer at hand.
func (s *share) give(n int) { s.given += n }
