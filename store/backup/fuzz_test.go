package backup

import (
	"bytes"
	"io"
	"testing"
)

// Whatever is handed over as a backup is refused in words, or is one whole.
func FuzzRead(f *testing.F) {
	f.Add([]byte(nil))
	f.Add([]byte(sqliteHead))
	f.Add(append([]byte(sqliteHead), make([]byte, 200)...))
	f.Add([]byte(sqliteHead + "\n{}\n" + mark + " 000000000000000 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		var into bytes.Buffer
		if _, err := Read(bytes.NewReader(data), &into); err == nil && into.Len() > len(data) {
			t.Fatalf("%d bytes of %d", into.Len(), len(data))
		}
		_, _ = Read(io.LimitReader(bytes.NewReader(data), int64(len(data)/2)), io.Discard)
	})
}
