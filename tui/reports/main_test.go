package reports_test

import (
	"os"
	"testing"

	"genjin/tui/kit/kittest"
)

func TestMain(m *testing.M) { os.Exit(kittest.Main(m)) }
