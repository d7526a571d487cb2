package theme

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// each calls f with every style and its name.
func each(s *Styles, f func(name string, style lipgloss.Style)) {
	v := reflect.ValueOf(*s)
	for i := range v.NumField() {
		f(v.Type().Field(i).Name, v.Field(i).Interface().(lipgloss.Style))
	}
}

func TestStylesDoNotChangeTheText(t *testing.T) {
	for _, s := range []*Styles{New(true, false), New(false, false), New(true, true)} {
		each(s, func(name string, style lipgloss.Style) {
			if got := lipgloss.Width(style.Render("张三 a")); got != 6 {
				t.Errorf("%s makes six cells %d", name, got)
			}
		})
	}
}

func TestNoColour(t *testing.T) {
	each(New(true, true), func(name string, style lipgloss.Style) {
		if out := style.Render("x"); strings.Contains(out, "38;") || strings.Contains(out, "48;") {
			t.Errorf("%s has a colour: %q", name, out)
		}
	})
	s := New(true, true)
	if s.Selected.Render("x") == s.Row.Render("x") || s.FieldFocus.Render("x") == s.Field.Render("x") {
		t.Error("the selection or the focus can't be seen without colour")
	}
}

func TestSixteenColours(t *testing.T) {
	for _, dark := range []bool{true, false} {
		p := colours(dark)
		seen := map[any]string{}
		for name, c := range map[string]any{
			"accent": colorprofile.ANSI.Convert(p.accent),
			"late":   colorprofile.ANSI.Convert(p.late),
			"warn":   colorprofile.ANSI.Convert(p.warn),
			"good":   colorprofile.ANSI.Convert(p.good),
			"muted":  colorprofile.ANSI.Convert(p.muted),
		} {
			if other, ok := seen[c]; ok {
				t.Errorf("dark %v: %s and %s are both %v", dark, name, other, c)
			}
			seen[c] = name
		}
		background := colorprofile.ANSI.Convert(p.selected)
		if other, ok := seen[background]; ok {
			t.Errorf("dark %v: %s can't be read on the selected row (%v)", dark, other, background)
		}
	}
}
