package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every sentence of the commands stands in both languages and takes the same
// values.
func TestTheCommandsSayEverythingInBothLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for node := range ast.Preorder(tree) {
			both := sentence(node)
			if len(both) != 2 {
				continue
			}
			n++
			zh, en := both[0], both[1]
			if strings.TrimSpace(zh) == "" || strings.TrimSpace(en) == "" {
				t.Errorf("%s: %q and %q", fset.Position(node.Pos()), zh, en)
			}
			if z, e := values(zh), values(en); !slices.Equal(z, e) {
				t.Errorf("%s takes %v in Chinese and %v in English", fset.Position(node.Pos()), z, e)
			}
		}
	}
	if n < 300 {
		t.Errorf("%d sentences found", n)
	}
}

// values are those that a sentence takes, the first one first.
func values(said string) []string {
	var taken []string
	for i, verb := range regexp.MustCompile(`%(\[\d\])?[a-z]`).FindAllString(strings.ReplaceAll(said, "%%", ""), -1) {
		place, kind := strconv.Itoa(i+1), verb[len(verb)-1:]
		if strings.Contains(verb, "[") {
			place = verb[2:3]
		}
		if kind == "q" { // quoted in English, 「…」 in Chinese
			kind = "s"
		}
		taken = append(taken, place+kind)
	}
	slices.Sort(taken)
	return taken
}

// sentence is what text{…} says in Chinese and in English; nothing for all else.
func sentence(node ast.Node) []string {
	literal, ok := node.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	if name, ok := literal.Type.(*ast.Ident); !ok || name.Name != "T" {
		return nil
	}
	var both []string
	for _, part := range literal.Elts {
		both = append(both, spoken(part))
	}
	return both
}

// spoken is the text of a literal, or of several that are put together.
func spoken(node ast.Expr) string {
	switch node := node.(type) {
	case *ast.BasicLit:
		said, err := strconv.Unquote(node.Value)
		if err != nil {
			return ""
		}
		return said
	case *ast.BinaryExpr:
		return spoken(node.X) + spoken(node.Y)
	}
	return ""
}
