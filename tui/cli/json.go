package cli

import (
	"bufio"
	"encoding/json"
)

// json prints a value, Chinese as it is, and on a terminal without colour, so
// that what is copied is JSON.
func (r *run) json(v any) error {
	w := bufio.NewWriter(r.Out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return w.Flush()
}
