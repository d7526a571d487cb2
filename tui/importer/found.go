package importer

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
)

// A path is hard to type with the input method on: the files that could be
// meant stand under the field, and ↓ puts one there.

// foundFile is a file that could be brought in, or a folder on the way to it.
type foundFile struct {
	path   string
	folder bool
	at     time.Time
	size   int64
}

// lastPlaces are where files of a person's lie, as the systems and WeChat name
// them, below the home folder.
var lastPlaces = []string{
	"Desktop", "桌面", "Downloads", "下载", "Documents", "文档", "OneDrive/Desktop", "OneDrive/桌面", "OneDrive/Documents", "OneDrive/文档",
	"Documents/WeChat Files/*/FileStorage/File/*", "Documents/xwechat_files/*/msg/file/*", "xwechat_files/*/msg/file/*",
}

var importable = []string{".xlsx", ".csv", ".vcf", ".xlsm", ".tsv", ".json", ".age"}

// mostFound is how many are shown.
const mostFound = 8

// lookFor finds what the text of the field could mean: of a path what goes on
// with it, else the newest files of the usual places with the text in their names.
func lookFor(ctx context.Context, typed string) ([]foundFile, error) {
	path := typedPath(typed)
	if strings.ContainsAny(path, "/"+string(filepath.Separator)) {
		folder, begin := filepath.Split(path)
		found := filesIn(folder, func(name string) bool { return strings.HasPrefix(strings.ToLower(name), strings.ToLower(begin)) }, true)
		slices.SortStableFunc(found, func(a, b foundFile) int { return cmp.Compare(a.path, b.path) })
		return found[:min(len(found), mostFound)], nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, nil // then one types the path
	}
	var found []foundFile
	for _, place := range lastPlaces {
		folders, _ := filepath.Glob(filepath.Join(home, filepath.FromSlash(place)))
		for _, folder := range folders {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			found = append(found, filesIn(folder, func(name string) bool {
				return strings.Contains(strings.ToLower(name), strings.ToLower(path))
			}, false)...)
		}
	}
	slices.SortStableFunc(found, func(a, b foundFile) int { return b.at.Compare(a.at) })
	return found[:min(len(found), mostFound)], nil
}

// filesIn are the files of a folder that can be brought in; a folder that can't
// be read has none.
func filesIn(folder string, is func(name string) bool, folders bool) (found []foundFile) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		known := slices.Contains(importable, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(name, "~$")
		if strings.HasPrefix(name, ".") || !is(name) || !(folders && e.IsDir()) && !known {
			continue
		}
		info, err := e.Info()
		if err != nil || !e.IsDir() && info.Mode()&fs.ModeType != 0 && info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		found = append(found, foundFile{path: filepath.Join(folder, name), folder: e.IsDir(), at: info.ModTime(), size: info.Size()})
	}
	return found
}

// look finds files for what is typed.
func (m *Importer) look() tea.Cmd {
	typed := m.Form.Value("file")
	return m.looking.Run(func(ctx context.Context) ([]foundFile, error) { return lookFor(ctx, typed) })
}

// lookAnew does so when what is typed has changed.
func (m *Importer) lookAnew() tea.Cmd {
	if text := m.Form.Value("file"); text != m.lookedFor {
		m.lookedFor, m.at = text, -1
		return m.look()
	}
	return nil
}

// pick puts another of the found files into the field.
func (m *Importer) pick(step int) tea.Cmd {
	m.at = min(max(m.at+step, 0), len(m.found)-1)
	path := m.found[m.at].path
	if m.found[m.at].folder {
		path += string(filepath.Separator)
	}
	m.Form.SetValue("file", path)
	m.Form.SetError("file", "")
	m.lookedFor = path // the list stays, so that one can go on
	return nil
}

// picks are the keys of the list while the field of the path has the focus.
func (m *Importer) picks() []kit.Action {
	if m.file.Busy() || m.Form.Focused() != "file" || len(m.found) == 0 {
		return nil
	}
	w := m.words.Import
	picks := []kit.Action{{ID: "found", Keys: []string{"down"}, Name: w.PickFile, Hint: true, Do: func() tea.Cmd { return m.pick(1) }}}
	if m.at > 0 {
		picks = append(picks, kit.Action{ID: "found_before", Keys: []string{"up"}, Name: w.PickBefore, Do: func() tea.Cmd { return m.pick(-1) }})
	}
	return picks
}

// foundLines show the files, newest first.
func (m *Importer) foundLines(w int) []string {
	if len(m.found) == 0 || m.file.Busy() {
		return nil
	}
	const when, size = 12, 8
	lines := []string{m.env.Styles.Dim.Render(kit.Fit(m.words.Import.Found, w))}
	for i, f := range m.found {
		mark, style := "  ", m.env.Styles.Row
		if i == m.at {
			mark, style = "> ", m.env.Styles.Selected
		}
		name := model.Clean(filepath.Base(f.path))
		if f.folder {
			name += string(filepath.Separator)
		}
		where := model.Clean(m.folderOf(f))
		place := min(w/4, 18)
		text := kit.Fit(mark+name, max(w-place-when-size-2, 1)) + " " + kit.Fit(where, place) +
			kit.FitRight(f.at.Format("01-02 15:04"), when) + kit.FitRight(sizeOf(f), size) + " "
		lines = append(lines, style.Render(kit.Fit(text, w)))
	}
	return lines
}

// folderOf is the name of the folder that a file lies in, WeChat for one that
// came by it.
func (m *Importer) folderOf(f foundFile) string {
	if strings.Contains(f.path, "WeChat Files") || strings.Contains(f.path, "xwechat_files") {
		return label.Option(model.RowOfJournal, "method", string(model.Chat), m.words.Lang)
	}
	return filepath.Base(filepath.Dir(f.path))
}

// sizeOf is about how large a file is.
func sizeOf(f foundFile) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case f.folder:
		return ""
	case f.size >= mega:
		return fmt.Sprintf("%d MB", f.size/mega)
	}
	return fmt.Sprintf("%d KB", (f.size+kilo-1)/kilo)
}
