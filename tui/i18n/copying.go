package i18n

// Copying is a text that goes to another program.
type Copying struct {
	Text, How   string
	ByClipboard string // the ways it went
	ByTerminal  string
	NoClipboard string // before ByTerminal
	ByHand      string
	Then        string // what to do with it
}

func chineseCopying() Copying {
	return Copying{
		Text: "内容", How: "enter 复制,复制前可以改;alt+enter 换行",
		ByClipboard: "已复制到系统剪贴板", ByTerminal: "已请终端复制,粘贴不出来就再打开,按 F8 用鼠标选取",
		NoClipboard: "系统剪贴板用不了,", ByHand: "复制不了:按 F8,用鼠标选取上面的文字", Then: ";%s",
	}
}

func englishCopying() Copying {
	return Copying{
		Text: "Text", How: "enter copies it, and it can be changed before; alt+enter for a new line",
		ByClipboard: "copied to the system clipboard", ByTerminal: "the terminal was asked to copy; if nothing pastes, open it again, F8 and select with the mouse",
		NoClipboard: "no system clipboard, ", ByHand: "it can't be copied: press F8 and select the text above with the mouse", Then: "; %s",
	}
}
