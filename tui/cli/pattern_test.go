package cli_test

import (
	"testing"

	"genjin/model/pattern"
)

// Patterns are compiled at first use: a wrong one would wait for its file.
func TestEveryPatternOfTheProgramCompiles(t *testing.T) {
	if n := pattern.Check(); n < 50 {
		t.Errorf("%d patterns", n)
	}
}
