package customers_test

import (
	"testing"

	"genjin/model/label"

	"genjin/tui/test"
)

// note writes a market note of a customer down.
func note(d *test.Desk) {
	d.Press("tab", "n")
	d.Write("董先生")
	d.Press("tab", "tab")
	d.Write("竞品降价")
	d.Press("tab")
	d.Write("华强")
	d.Press("tab", "tab")
	d.Write("1.2万")
	d.Press("ctrl+s")
}

func TestMarketNotesStandBesideTheCustomers(t *testing.T) {
	test.Golden(t, "market", func(t *testing.T, l label.Lang, w, h int) *test.Desk {
		d := open(t, l, w, h)
		note(d)
		return d
	})
	d := open(t, label.ZH, 80, 24)
	note(d)
	d.Press("enter")
	d.Sees("竞品降价", "修改", "删除")
	d.Lacks("跟进记录", "打算") // no customer's card lies over the notes
	d = open(t, label.ZH, 120, 40)
	d.Press("tab")
	d.Sees("还没有市场调查")
	d.Press("shift+tab")
	note(d)
	d.Sees("已保存市场调查", "竞品降价", "华强", "12,000.00", "董先生", "11-23", "共 1 条")
	d.Press("e", "tab", "tab", "tab")
	d.Write("电子")
	d.Press("ctrl+s")
	d.Sees("华强电子")
	d.Press("f")
	pick(d, "competitor")
	d.Write("明达")
	d.Press("enter")
	d.Lacks("华强电子")
	d.Press("esc")
	d.Sees("华强电子")
	d.Press("d")
	d.Sees("已删除市场调查", "还没有市场调查")
	d.Press("u")
	d.Sees("华强电子", "删除市场调查")
	d.Press("n")
	d.Write("没有这个人")
	d.Press("tab", "tab")
	d.Write("主题")
	d.Press("ctrl+s")
	d.Sees("没有这个客户「没有这个人」")
}
