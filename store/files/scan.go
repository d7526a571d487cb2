package files

import (
	"html/template"
	"io"
	"sync"

	goqr "github.com/piglig/go-qr"

	"genjin/model"
	"genjin/model/label"
)

// Scans are codes that a phone takes from a page with its camera.
type Scans struct {
	All  []model.Scan
	Lang label.Lang
}

var scanSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("scans").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body{font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em;color:#111;background:#fff}
figure{display:inline-block;width:17em;margin:0 1.5em 1.5em 0;vertical-align:top;break-inside:avoid}
figure svg{width:17em;height:17em}figcaption{white-space:pre-wrap;overflow-wrap:anywhere}
</style>
{{range .Codes}}<figure>{{.SVG}}<figcaption><b>{{.Kind}}</b> {{.Of}}
{{.Says}}</figcaption></figure>
{{end}}</html>
`))
})

// WriteHTML writes the codes as a page.
func (k Scans) WriteHTML(w io.Writer) error {
	type code struct {
		SVG            template.HTML
		Kind, Of, Says string
	}
	page := struct {
		Lang, Title string
		Codes       []code
	}{Lang: k.Lang.String(), Title: "genjin"}
	const scale, border = 8, 4
	for _, s := range k.All {
		qr, err := goqr.EncodeText(s.Text, goqr.Medium)
		if err != nil {
			return model.ErrTextTooLong
		}
		svg, err := qr.ToSVGBytes(goqr.NewQrCodeImgConfig(scale, border, goqr.WithOptimalSVG()))
		if err != nil {
			return err
		}
		page.Codes = append(page.Codes, code{template.HTML(svg), label.ScanKind(s.Kind, k.Lang), model.Clean(s.Of), model.CleanNote(s.Says)})
	}
	return scanSheet().Execute(w, page)
}
