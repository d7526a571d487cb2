package store

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"genjin/model"
)

// Random tests draw so often, for each draw is a whole file, and always the same,
// so that a failure is there again for whoever looks. A long run asks for more
// and for others: -rapid.checks=300 -rapid.seed=0.
const (
	draws = "30"
	seed  = "20261129"
)

func TestMain(m *testing.M) {
	for name, value := range map[string]string{"rapid.checks": draws, "rapid.seed": seed} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// newFile is a new file with nothing in it, as Open makes it.
var newFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "genjin.db")
	s, err := Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// layBlank puts a new file where none is yet, which is much quicker than to let
// Open run every migration.
func layBlank(t tester, path string) {
	t.Helper()
	if _, err := os.Stat(path); err == nil {
		return
	}
	file, err := newFile()
	if err == nil {
		err = os.WriteFile(path, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// openFile opens the file of a path, a new one if there is none.
func openFile(t tester, path string, opts ...Option) *Store {
	t.Helper()
	layBlank(t, path)
	s, err := Open(context.Background(), path, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// is is the condition that a column of a list has a value.
func is(column, value string) []model.Filter {
	return []model.Filter{{Field: column, Op: model.OpIs, Value: value}}
}

func orderSums(s *Store, q model.Query) ([]model.OrderSum, error) {
	sums, err := s.OrderList().Sums(context.Background(), q)
	return model.OrderSums(sums), err
}

func receivableSums(s *Store, q model.Query) ([]model.OweSum, error) {
	sums, err := s.ReceivableList().Sums(context.Background(), q)
	return model.OweSums(sums), err
}

func paymentSums(s *Store, q model.Query) ([]model.PaySum, error) {
	sums, err := s.PaymentList().Sums(context.Background(), q)
	return model.PaySums(sums), err
}
