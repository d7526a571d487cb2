// Package kittest drives screens in tests without a terminal and without
// waiting: messages in, commands run on the spot, the drawn cells out.
package kittest

import (
	"genjin/tui/kit"
	"genjin/tui/theme"
)

// Env is a Chinese environment on a dark background.
func Env() *kit.Env {
	return &kit.Env{Styles: theme.New(true, false), Words: Words(), ASCII: true}
}

// Words are the kit's own words in Chinese.
func Words() *kit.Words {
	return &kit.Words{
		HelpTitle: "按键", PaletteTitle: "命令", PaletteHint: "名称、拼音或首字母", NoMatch: "没有这样的命令", Nothing: "空", Table: "另一份表格", Full: "最多 %d 个字,后面的没有放进来",
		NextField: "下一项", PrevField: "上一项", NewLine: "换行", Save: "保存", Cancel: "放弃",
		Choose: "选择", Move: "移动", Scroll: "滚动", Close: "关闭", Tick: "勾选", Take: "确定", MoveUp: "上移", MoveDown: "下移",
	}
}
