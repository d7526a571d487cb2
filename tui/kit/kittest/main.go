package kittest

import (
	"flag"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

var (
	// compared are the golden files that a test named.
	compared sync.Map
	// watched is whether they are watched in this package.
	watched bool
	// kept are the golden files of the package. They are listed while a test
	// runs, so that a kept result is not taken for one of other files.
	kept = sync.OnceValue(func() []string {
		files, err := filepath.Glob(filepath.Join("testdata", "*.golden"))
		if err != nil {
			panic(err)
		}
		return files
	})
)

// Main runs a package's tests, and fails if all of them were run and a golden
// file was named by none. It returns the exit code.
func Main(m *testing.M) int {
	watched = true
	code := m.Run()
	for _, some := range []string{"test.run", "test.skip", "test.list", "test.bench", "test.fuzz"} {
		if flag.Lookup(some).Value.String() != "" {
			return code
		}
	}
	for _, path := range kept() {
		if _, ok := compared.Load(path); !ok {
			fmt.Printf("FAIL: no test names %s\n", path)
			code = max(code, 1)
		}
	}
	return code
}
