package tui_test

import (
	"testing"

	"genjin/model/label"
)

// TestTodayIsSearchedAndFiltered: by whom a row is about, in pinyin too, and by
// what it says; conditions are saved, and the other days are narrowed with it.
func TestTodayIsSearchedAndFiltered(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("/")
	d.Write("zhoumin")
	d.Press("enter")
	d.Sees(">   周敏", "脚垫缺货", "0/5 已办")
	d.Lacks("刘女士")
	d.Press("esc")
	d.Sees("刘女士")
	d.Press("/")
	d.Write("每日")
	d.Press("enter")
	d.Sees(">   刘女士")
	d.Lacks("欧阳静")
	d.Press("esc", "f", "enter")
	d.Write("跟进")
	d.Press("space", "enter")
	d.Sees("筛选  事项 跟进", ">   刘女士", "欧阳静", "0/5 已办")
	d.Lacks("董先生")
	d.Press("F", "enter")
	d.Write("要跟进的")
	d.Press("enter")
	d.Sees("已保存筛选「要跟进的」")
	d.Press("tab")
	d.Sees("[明天]", "要跟进的")
	d.Press("shift+tab", "esc")
	d.Sees("董先生")
	d.Press("/")
	d.Write("没有的")
	d.Sees("没有找到「没有的」")
	d.Press("esc", "l")
	d.Write("来拿脚垫")
	d.Press("ctrl+s")
	d.Sees("1/6 已办") // the cursor stands on the next row
}
