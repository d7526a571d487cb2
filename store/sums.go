package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"

	"genjin/model"
)

// summed reads the lines of a query that sums.
func summed[T any](rows *sql.Rows, err error, scan func(*sql.Rows, *T) error) ([]T, error) {
	if err != nil {
		return nil, asSumError(err)
	}
	defer rows.Close()
	var lines []T
	for rows.Next() {
		var line T
		if err := scan(rows, &line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, asSumError(rows.Err())
}

// asSumError gives SQLite's refusal to sum beyond 64 bits, which has no code of
// its own, its name.
func asSumError(err error) error {
	var se *sqlite.Error
	if errors.As(err, &se) && strings.Contains(se.Error(), "integer overflow") {
		return fmt.Errorf("%w: %w", model.ErrSumTooLarge, err)
	}
	return err
}
