package label

import (
	"fmt"
	"strings"

	"genjin/model"
)

// SubjectWords are the words of the file of everything that is kept about one
// person.
type SubjectWords struct {
	Title, Why                                                   string
	Changes, Drafts, Refused, Backups, Sealed, Exports, Mentions string
}

// Subject are those words in a language.
func Subject(l Lang) SubjectWords {
	return SubjectWords{
		Title:   pick(l, "我们保存的个人信息", "All that we keep about you"),
		Why:     pick(l, "应本人要求,依个人信息保护法第四十五条提供。", "Given at your request, under article 45 of the Personal Information Protection Law."),
		Changes: pick(l, "操作日志", "Change log"), Drafts: pick(l, "没填完的草稿", "Drafts"),
		Refused: pick(l, "没导入成的名单", "Lists of refused rows"), Backups: pick(l, "含有这些信息的备份", "Backups that hold it"),
		Sealed:  pick(l, "可能含有的加密备份", "Encrypted backups that may hold it"),
		Exports: pick(l, "建卡以来的导出", "Exports since the card was made"), Mentions: pick(l, "别处提到的地方", "Where you are named otherwise"),
	}
}

// Forgetting is what forgetting a person takes away and what it leaves, a line
// each.
func Forgetting(f model.Forgetting, l Lang) []string {
	var lines []string
	add := func(zh, en string, args ...any) { lines = append(lines, fmt.Sprintf(pick(l, zh, en), args...)) }
	gone := counts(f.Gone, l)
	if f.Changes > 0 {
		gone = append(gone, fmt.Sprintf(pick(l, "操作日志 %d 条", "change log %d"), f.Changes))
	}
	if n := len(f.Drafts); n > 0 {
		gone = append(gone, fmt.Sprintf(pick(l, "草稿 %d 份", "drafts %d"), n))
	}
	if n := len(f.Refused); n > 0 {
		gone = append(gone, fmt.Sprintf(pick(l, "没导入成的名单 %d 份", "lists of refused rows %d"), n))
	}
	if len(gone) > 0 {
		add("彻底删除:%s", "goes for good: %s", strings.Join(gone, pick(l, "、", ", ")))
	}
	if kept := counts(f.Bound, l); len(kept) > 0 {
		add("依法要留的账,去掉姓名留下:%s", "stays without a name, for the law asks for it: %s", strings.Join(kept, pick(l, "、", ", ")))
	}
	for _, m := range f.Owed {
		add("其中还没收到 %s,以后看不出是谁欠的", "of it %s is open; nobody will be able to tell who owes it", Amount(m.Amount, m.Currency))
	}
	each := func(zh, en string, list []string) {
		for _, text := range list {
			add(zh, en, model.Harmless(text))
		}
	}
	each("删除这份名单:%s", "this list goes: %s", f.Refused)
	each("这份备份里还有,请自己删除:%s", "this backup holds them, delete it yourself: %s", f.Backups)
	each("这份加密备份里可能有:%s", "this encrypted backup may hold them: %s", f.Sealed)
	each("导出过的文件里可能有:%s", "this export may hold them: %s", f.Exports)
	for _, m := range f.Mentions {
		add("这里还提到:%s #%d", "still named in: %s #%d", Record(m.Record, l), m.ID)
	}
	return lines
}

func counts(list []model.KindCount, l Lang) (texts []string) {
	for _, k := range list {
		texts = append(texts, fmt.Sprintf("%s %d", Record(k.Record, l), k.Count))
	}
	return texts
}

// Forgotten is what the card is called of which nothing but what the law asks for
// is left.
func Forgotten(id int64, l Lang) string {
	return fmt.Sprintf(pick(l, "已删除的客户 %d", "forgotten customer %d"), id)
}
