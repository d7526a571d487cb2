package words

// Copying is a text that goes to another program.
type Copying struct {
	Text, How   string
	ByClipboard string // the ways it went
	ByTerminal  string
	NoClipboard string // before ByTerminal
	ByHand      string
	ByFile      string
	Then        string // what to do with it
}

func copying(t tongue) Copying {
	return Copying{
		Text:        t.say("内容", "Text"),
		How:         t.say("enter 复制,复制前可以改;alt+enter 换行", "enter copies it, and it can be changed before; alt+enter for a new line"),
		ByClipboard: t.say("已复制到系统剪贴板", "copied to the system clipboard"),
		ByTerminal: t.say("已请终端复制,粘贴不出来就再打开,按 F8 用鼠标选取",
			"the terminal was asked to copy; if nothing pastes, open it again, F8 and select with the mouse"),
		NoClipboard: t.say("系统剪贴板用不了,", "no system clipboard, "),
		ByHand:      t.say("复制不了:按 F8,用鼠标选取上面的文字", "it can't be copied: press F8 and select the text above with the mouse"),
		ByFile:      t.say("这里复制不了,请写成文件", "nothing copies here, write a file instead"),
		Then:        t.say(";%s", "; %s"),
	}
}
