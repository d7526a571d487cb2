// Package pattern holds regular expressions that are compiled at first use: a
// program that starts needs none of them.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression; its methods are those of regexp.Regexp.
type Pattern struct {
	text     string
	compiled func() *regexp.Regexp
}

// all are the patterns of the program.
var all []*Pattern

// Of is the pattern of a text, for a variable of a package.
func Of(text string) *Pattern {
	p := &Pattern{text: text, compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })}
	all = append(all, p)
	return p
}

// Check compiles every pattern of the program, and panics over one that is wrong.
func Check() (patterns int) {
	for _, p := range all {
		p.compiled()
	}
	return len(all)
}

func (p *Pattern) String() string { return p.text }

// MatchString is the one of the compiled pattern, and so are those below.
func (p *Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindString is the first match, "" where there is none.
func (p *Pattern) FindString(s string) string { return p.compiled().FindString(s) }

// FindStringIndex is where the first match stands.
func (p *Pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

// FindStringSubmatch is the first match with its groups.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindStringSubmatchIndex is where they stand.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}

// FindAllString is the first n matches, all of them for -1.
func (p *Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

// FindAllStringIndex is where they stand.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch is the first n matches with their groups.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is where they stand.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString puts a text, which may name groups, in place of each match.
func (p *Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }

// ReplaceAllStringFunc puts what is made of each match in its place.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, by)
}

// Split is the text between the matches, at most n pieces, all for -1.
func (p *Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
