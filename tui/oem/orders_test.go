package oem_test

import (
	"testing"

	"genjin/model/label"
)

// TestAnOrderIsAddedForAProject: from the list and from the page, with the
// customer, the project, its terms, price and lead time filled in.
func TestAnOrderIsAddedForAProject(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "O")
	d.Sees("新订单  深圳蓝海科技有限公司", "(手持终端OEM-01)", "不属于项目", "1,280.00", "2027-01-07")
	d.Press("ctrl+s")
	d.Sees("新订单  深圳蓝海科技有限公司") // the quantity is open
	d.Write("1000")
	d.Press("ctrl+s")
	d.Sees("已保存 20261123-01,共 1,280,000.00")
	d.Press("enter")
	d.Sees("订单 ──", "20261123-01", "报价 1,280,000.00")
	d.Press("enter", "f3", "2", "1")
	d.Sees("20261123-01  深圳蓝海科技有限公司  报价")
	d.Press("enter")
	d.Sees("20261123-01 订单确认已完成", "已确认 1,280,000.00 0%")
	d.Press("ctrl+z", "ctrl+z")
	d.Lacks("20261123-01")
	d.Press("O")
	d.Sees("新订单  深圳蓝海科技有限公司", "(手持终端OEM-01)")
}

// TestAnOrderIsUntiedAndTied: the form offers the customer's projects.
func TestAnOrderIsUntiedAndTied(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "O")
	d.Write("1")
	d.Press("ctrl+s", "4")
	d.Sees("OEM项目", "手持终端OEM-01")
	d.Press("e")
	walk(t, d, "tab", ">OEM项目", "(手持终端OEM-01)")
	d.Press("1", "ctrl+s")
	d.Sees("已保存 20261123-01")
	d.Lacks("OEM项目")
	d.Press("e")
	walk(t, d, "tab", ">OEM项目", "(不属于项目)")
	d.Sees("工业平板立项")
	d.Press("end", "ctrl+s")
	d.Sees("OEM项目")
	d.Press("ctrl+z")
	d.Lacks("OEM项目")
	d.Press("ctrl+z")
	d.Sees("OEM项目", "手持终端OEM-01")
}
