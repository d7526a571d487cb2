package store

import (
	"flag"
	"os"
	"testing"
)

// draws is how often a random test draws: each draw is a whole file, and 30
// were seen to find what 100 do. A long run asks for more: -rapid.checks=100.
const draws = "30"

func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", draws); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
