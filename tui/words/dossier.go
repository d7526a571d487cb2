package words

// Dossier is what the screens say of a customer's papers and of what is kept in
// writing about them.
type Dossier struct {
	Papers                     string // how many came, of how many
	TickPapers, ApplyList      string
	HandOver, HandedOver       string // how many
	Listed, Received           string // how many
	NoPapers, NothingNew       string
	ByTemplate                 string // whose
	FillIn, TickOnly           string
	PrintList, PrintHandover   string
	PrintMinutes, Print, Wrote string // what, whose; what, where
	Answered                   string // how many, of how many
}

func dossier(t tongue) Dossier {
	return Dossier{
		Papers:        t.say("%s  %d/%d", "%s  %d/%d"),
		TickPapers:    t.say("收件打勾", "tick what came"),
		ApplyList:     t.say("套用清单", "apply a list"),
		HandOver:      t.say("交接", "hand over"),
		HandedOver:    t.say("已登记交接 %d 份资料", "handed over: %d"),
		Listed:        t.say("已列入 %d 份资料", "documents listed: %d"),
		Received:      t.say("已更新 %d 份资料", "documents changed: %d"),
		NoPapers:      t.say("还没有资料,先套用清单", "no documents yet: apply a list first"),
		NothingNew:    t.say("清单上的资料都已在册", "all of the list is there already"),
		ByTemplate:    t.say("新增记录  %s  选模板", "New record  %s  by template"),
		FillIn:        t.say("填写", "fill in"),
		TickOnly:      t.say("不填表,直接完成", "done without the form"),
		PrintList:     t.say("打印归档清单", "print the list of documents"),
		PrintHandover: t.say("打印交接清单", "print the hand-over list"),
		PrintMinutes:  t.say("打印记录", "print the records"),
		Print:         t.say("%s  %s  写到", "%s  %s  to"),
		Wrote:         t.say("已写 %s 到 %s", "%s written to %s"),
		Answered:      t.say("已答 %d/%d", "%d/%d answered"),
	}
}
