package files

import (
	"encoding/json"
	"io"
)

// WriteArray writes items as an array of records, one a line (rule 4).
func WriteArray(w io.Writer, n int, item func(int) json.RawMessage) error {
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	for i := range n {
		sep := ",\n"
		if i == 0 {
			sep = "\n"
		}
		if _, err := io.WriteString(w, sep); err != nil {
			return err
		}
		if _, err := w.Write(item(i)); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]\n")
	return err
}
