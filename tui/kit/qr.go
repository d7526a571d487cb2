package kit

import (
	"strings"

	goqr "github.com/piglig/go-qr"
)

// quietZone is how many light modules stand around a code.
const quietZone = 2

// QRCode is a QR code that is drawn on the screen.
type QRCode struct{ code *goqr.QrCode }

// NewQRCode encodes a text; one that no code can hold is refused.
func NewQRCode(text string) (QRCode, error) {
	code, err := goqr.EncodeText(text, goqr.Low)
	return QRCode{code}, err
}

// Size is how many cells it takes: two modules a cell in half blocks, else two
// cells a module.
func (q QRCode) Size(ascii bool) (w, h int) {
	n := q.code.Size() + 2*quietZone
	if ascii {
		return 2 * n, n
	}
	return n, (n + 1) / 2
}

// dark tells a dark module; what stands around the code is light.
func (q QRCode) dark(x, y int) bool { return q.code.Module(x-quietZone, y-quietZone) }

// Draw draws the code dark on light, whatever the terminal's colours are.
func (q QRCode) Draw(env *Env) []string {
	if env.ASCII {
		return q.drawWide(env)
	}
	n := q.code.Size() + 2*quietZone
	var lines []string
	for y := 0; y < n; y += 2 {
		var b strings.Builder
		for x := range n {
			above, below := q.dark(x, y), q.dark(x, y+1)
			switch {
			case above && below:
				b.WriteString("█")
			case above:
				b.WriteString("▀")
			case below:
				b.WriteString("▄")
			default:
				b.WriteByte(' ')
			}
		}
		lines = append(lines, env.Styles.CodeLight.Render(b.String()))
	}
	return lines
}

// drawWide draws without half blocks, which some terminals draw two cells wide.
func (q QRCode) drawWide(env *Env) []string {
	n := q.code.Size() + 2*quietZone
	lines := make([]string, n)
	for y := range n {
		for from := 0; from < n; {
			to := from
			for to < n && q.dark(to, y) == q.dark(from, y) {
				to++
			}
			style := env.Styles.CodeLight
			if q.dark(from, y) {
				style = env.Styles.CodeDark
			}
			lines[y] += style.Render(strings.Repeat("  ", to-from))
			from = to
		}
	}
	return lines
}
