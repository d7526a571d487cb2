package card

import (
	"slices"
	"testing"
)

// A line of a small table that is too long gives room from its widest columns, so
// that a day stays whole.
func TestASmallTableIsNarrowedWhereItIsWidest(t *testing.T) {
	for _, of := range []struct {
		width []int
		room  int
		want  []int
	}{
		{[]int{34, 8, 2, 10, 10}, 80, []int{34, 8, 2, 10, 10}},
		{[]int{34, 8, 2, 10, 10}, 50, []int{12, 8, 2, 10, 10}},
		{[]int{34, 0, 20, 10}, 44, []int{15, 0, 15, 10}},
		{[]int{34, 8, 2, 10, 10}, 20, []int{10, 8, 2, 10, 10}},
	} {
		got := slices.Clone(of.width)
		if narrow(got, of.room); !slices.Equal(got, of.want) {
			t.Errorf("%v in %d: %v, want %v", of.width, of.room, got, of.want)
		}
	}
}
