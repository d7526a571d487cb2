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
		HelpTitle: "按键", PaletteTitle: "命令", PaletteHint: "名称、拼音或首字母", NoMatch: "没有这样的命令", Nothing: "空", Table: "另一份表格",
		FullLines: "最多 %d 行,后面的没有放进来",
		Full:      "最多 %d 个字,后面的没有放进来",
		NextField: "下一项", PrevField: "上一项", NewLine: "换行", MoreFields: "更多", FewerFields: "收起", Save: "保存", Cancel: "放弃",
		Choose: "选择", Move: "移动", Scroll: "滚动", Close: "关闭", Tick: "勾选", Take: "确定", MoveUp: "上移", MoveDown: "下移",
		Open: "打开", Back: "返回", NextSection: "下一栏", PrevSection: "上一栏", Search: "查找", ToList: "到列表",
		ClearSearch: "清除查找", ClearFilter: "清除筛选", NotFound: "没有找到「%s」\n\nesc 清除查找",
		NothingLeft: "没有符合的:%s\n\nesc 清除筛选,f 改条件",
		Select:      "选中", SelectAll: "全选", SelectNone: "取消选中", Selected: "已选 %d", Many: "批量", ManyTitle: "已选 %d 条",
	}
}
