package customers

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// handOver is how customers go to somebody else: the file with all that hangs on
// them, which the importer takes, and the list that both sign.
func (s *Screen) handOver(id string, ids func() []int64) []kit.Action {
	act := func(id string, name words.T, do func([]int64) tea.Cmd) kit.Action {
		return kit.Action{ID: id, Name: name.In(s.words.Lang), Do: func() tea.Cmd { return do(ids()) }}
	}
	return []kit.Action{act(id, words.HandOverAction, s.handOverFile), act(id+".list", words.HandOverPrint, s.handOverList)}
}

func (s *Screen) handOverFile(ids []int64) tea.Cmd {
	l := s.words.Lang
	if len(ids) == 0 {
		return kit.Notify(words.NobodyToHand.In(l))
	}
	e := model.Export{Kind: model.ExportAll, IDs: ids, Lang: l.String()}
	return ask.Protected(s.env, s.words, s.store, e, fmt.Sprintf(words.HandOverTitle.In(l), len(ids)),
		fmt.Sprintf(words.HandOverName.In(l), s.today), words.HandedOver.In(l))
}

func (s *Screen) handOverList(ids []int64) tea.Cmd {
	l := s.words.Lang
	if len(ids) == 0 {
		return kit.Notify(words.NobodyToHand.In(l))
	}
	e := model.Export{Kind: model.ExportHandover, IDs: ids, Lang: l.String()}
	return ask.Export(s.env, s.words, s.store, e, fmt.Sprintf(words.HandOverList.In(l), len(ids)),
		fmt.Sprintf(words.HandListName.In(l), s.today), words.HandedOver.In(l))
}
