package model

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCleanMakesOneLineOfText(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain text stays", "董先生 Mr. Dong", "董先生 Mr. Dong"},
		{"ends are trimmed", " 　董先生\t\n", "董先生"},
		{"line ends become one space", "一行\r\n\t二行\n\n三行", "一行 二行 三行"},
		{"spaces around a line end are one", "a \n b", "a b"},
		{"typed double spaces stay", "a  b", "a  b"},
		{"controls go", "a\x00b\x07c\x7fd\u0085e", "abcd e"},
		{"colours go", "\x1b[31;1mred\x1b[0m", "red"},
		{"titles and links go", "\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b", "ab"},
		{"device strings go", "a\x1bP1;2|secret\x1b\\b", "ab"},
		{"eight-bit sequences go", "a\u009b31mb\u009d0;t\u009cc", "abc"},
		{"charset switches go", "a\x1b(Bb\x1b7c", "abc"},
		{"an unfinished command can't swallow text", "a\x1b]0;b", "a0;b"},
		{"an unfinished sequence", "a\x1b[", "a"},
		{"a lone escape", "a\x1b", "a"},
		{"an escape before Chinese", "\x1b张", "张"},
		{"direction controls go", "a\u202eb\u2066c\u2069\u200fd", "abcd"},
		{"invisible characters go", "\ufeff张\u200b三\u00ad\u2060\u3164", "张三"},
		{"line separators are line ends", "a\u2028b\u2029c", "a b c"},
		{"emoji stay", "好👍🏽 ❤️", "好👍🏽 ❤️"},
		{"joined emoji stay joined", "👨‍👩‍👧 👩🏽‍⚕️ 🏳️‍🌈", "👨‍👩‍👧 👩🏽‍⚕️ 🏳️‍🌈"},
		{"joiners elsewhere go", "a\u200db张\u200d三👍\u200d", "ab张三👍"},
		{"a selector needs its character", "\ufe0fa \ufe0f", "a"},
		{"rare characters of names stay", "葛\U000e0100𠮷", "葛\U000e0100𠮷"},
		{"invalid bytes are shown", "a\xffb\xc0\xafc", "a\ufffdb\ufffdc"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		if got := Clean(tt.text); got != tt.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestCleanNoteKeepsLines(t *testing.T) {
	tests := []struct{ text, want string }{
		{"一\r\n二\r三\n", "一\n二\n三"}, {"\n \n  a  \n\n\tb \n\n", "  a\n\nb"}, {"a\x1b[2J\nb\u202e", "a\nb"}, {"", ""},
		{"\n\n", ""}, {"a\u2028b", "a\nb"},
	}
	for _, tt := range tests {
		if got := CleanNote(tt.text); got != tt.want {
			t.Errorf("CleanNote(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestHalfWidth(t *testing.T) {
	if got := HalfWidth("ＡＢｃ１２：３０　（￥）～！张。"); got != "ABc12:30 (￥)~!张。" {
		t.Errorf("HalfWidth = %q", got)
	}
}

// hostile draws text in which everything that Clean takes out is likely.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{"\x1b", "[", "]", "P", "\\", "\a", "m", "\u009b", "\u009c", "\u009d", "\u200d",
			"👩", "❤", "\ufe0f", "\u202e", "\n", "\r", "\t", " ", "　", "\xff", "张", "\ufeff", "\u2028"}),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 30), func(p []string) string { return strings.Join(p, "") })
}

func checkClean(t interface{ Fatalf(string, ...any) }, text string) {
	for name, clean := range map[string]func(string) string{"Clean": Clean, "CleanNote": CleanNote} {
		got := clean(text)
		if again := clean(got); again != got {
			t.Fatalf("%s(%q) = %q, again %q", name, text, got, again)
		}
		for _, r := range got {
			if (unicode.IsControl(r) && (r != '\n' || name == "Clean")) || r != joiner && unicode.Is(unicode.Cf, r) {
				t.Fatalf("%s(%q) = %q keeps %U", name, text, got, r)
			}
		}
		if !utf8.ValidString(got) {
			t.Fatalf("%s(%q) = %q isn't UTF-8", name, text, got)
		}
	}
}

func TestCleanIsSafeAndSettled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkClean(t, hostile().Draw(t, "text")) })
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"\x1b]0;x\a", "👩\u200d\ufe0f\u200d👩", "a\n\xffb", "\u009d\x1b\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkClean(t, s) })
}
