package cli

import (
	"errors"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func texts(readings []model.Reading) []string {
	list := make([]string, len(readings))
	for i, r := range readings {
		list[i] = string(r)
	}
	return list
}

// columnReadings says how columns were read that people write in several ways,
// and asks where a column allows two.
func (r *run) columnReadings(p model.Preview) error {
	for _, c := range p.Columns {
		if text := label.ColumnReading(c, r.lang); text != "" {
			if err := writeString(r.out, text+"\n"); err != nil {
				return err
			}
		}
		if len(c.Written.Fits) > 0 {
			option := "--dates "
			if c.Written.Fits[0] == model.DecimalPoint {
				option = "--decimal "
			}
			if err := r.line(words.SayReading, option+strings.Join(texts(c.Written.Fits), "|")); err != nil {
				return err
			}
		}
	}
	return nil
}

// withHeaders names the headings that were found where none of them is the
// customer's name, so that one can say which it is.
func (r *run) withHeaders(err error, p model.Preview) error {
	if !errors.Is(err, model.ErrNoCustomers) || len(p.Columns) == 0 {
		return err
	}
	var headers []string
	for _, c := range p.Columns {
		headers = append(headers, model.Clean(c.Header))
	}
	return because(r.failed(words.HeadersFound, r.explain(err), strings.Join(headers, ", ")), err)
}
