package kit_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	goqr "github.com/piglig/go-qr"

	"genjin/tui/kit"
	"genjin/tui/theme"
)

// What is drawn is what a camera reads, in half blocks and without them.
func TestADrawnCodeSaysWhatWentIn(t *testing.T) {
	for _, text := range []string{"tel:13900001001", "MECARD:N:北岭轴承;TEL:037960001161;;", strings.Repeat("请于周五前付款。", 12)} {
		for name, styles := range map[string]*theme.Styles{
			"dark": theme.New(true, false), "light": theme.New(false, false), "plain": theme.New(true, true),
		} {
			for _, ascii := range []bool{false, true} {
				env := &kit.Env{Styles: styles, ASCII: ascii}
				code, err := kit.NewQRCode(text)
				if err != nil {
					t.Fatal(err)
				}
				lines := code.Draw(env)
				w, h := code.Size(ascii)
				if len(lines) != h || ansi.StringWidth(lines[0]) != w {
					t.Errorf("%s: %d×%d cells, said %d×%d", name, ansi.StringWidth(lines[0]), len(lines), w, h)
				}
				got, err := goqr.Decode(seen(env, lines, ascii))
				if err != nil || got != text {
					t.Errorf("%s, ascii %v: %q %v", name, ascii, got, err)
				}
			}
		}
	}
	if _, err := kit.NewQRCode(strings.Repeat("长", 3000)); err == nil {
		t.Error("a code of 9,000 bytes")
	}
}

// seen is what a camera sees of the cells: each module so many dots.
func seen(env *kit.Env, lines []string, ascii bool) image.Image {
	const dots = 4
	img := image.NewGray(image.Rect(0, 0, 400*dots, 400*dots))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	put := func(x, y int) {
		for dx := range dots {
			for dy := range dots {
				img.SetGray(x*dots+dx, y*dots+dy, color.Gray{})
			}
		}
	}
	light, dark := opening(env.Styles.CodeLight.Render(" ")), opening(env.Styles.CodeDark.Render(" "))
	for y, line := range lines {
		x, isDark := 0, false
		for len(line) > 0 {
			switch {
			case light != "" && strings.HasPrefix(line, light):
				isDark, line = false, line[len(light):]
			case dark != "" && strings.HasPrefix(line, dark):
				isDark, line = true, line[len(dark):]
			case line[0] == '\x1b':
				end := strings.IndexByte(line, 'm')
				isDark, line = dark == "", line[end+1:] // the style ends
			default:
				r := []rune(line)[0]
				line = line[len(string(r)):]
				switch {
				case ascii && isDark:
					if x%2 == 0 {
						put(x/2, y)
					}
				case r == '█':
					put(x, 2*y)
					put(x, 2*y+1)
				case r == '▀':
					put(x, 2*y)
				case r == '▄':
					put(x, 2*y+1)
				}
				x++
			}
		}
	}
	return img
}

// opening is what a style begins with.
func opening(rendered string) string {
	if i := strings.IndexByte(rendered, 'm'); i >= 0 {
		return rendered[:i+1]
	}
	return ""
}
