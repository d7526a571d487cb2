package customers_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/test"
)

// itemsOf are what a customer has of a kind.
func itemsOf(t *testing.T, d *test.Desk, record string, customer int64) []model.Item {
	t.Helper()
	list, err := d.Store.Items(context.Background(), record, customer)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Contacts and important dates are added, changed and removed on the card, and
// each of that is undone.
func TestContactsAndDatesAreEditedOnTheCard(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108"})
	d.Press("2")
	kind := func(name string) {
		d.Press("ctrl+p")
		d.Write("联系人、拜访准备")
		d.Press("enter")
		d.Sees("客户专价")
		d.Write(name)
	}
	kind("1") // contacts
	d.Sees("联系人  董先生")
	d.Press("ctrl+s") // without a name
	d.Lacks("已保存联系人")
	d.Write("王工")
	d.Press("tab", "tab", "tab", "tab")
	d.Write("13800138000")
	d.Press("ctrl+s")
	d.Sees("已保存联系人")
	if list := itemsOf(t, d, "contact", 1); len(list) != 1 || list[0].Values["name"] != "王工" || list[0].Values["phones"] != "13800138000" {
		t.Fatalf("%+v", list)
	}
	kind("1")
	d.Press("n")
	d.Write("李会计")
	d.Press("ctrl+s")
	kind("1")
	d.Sees("王工", "李会计")
	d.Press("1", "e")
	d.Write("程师")
	d.Press("ctrl+s")
	d.Sees("王工程师", "李会计")
	kind("1")
	d.Press("2", "d")
	d.Sees("已删除联系人", "王工程师")
	d.Lacks("李会计")
	d.Press("u")
	d.Sees("李会计")
	kind("4") // important dates
	d.Sees("重要日子  董先生")
	d.Write("开业")
	d.Press("tab")
	d.Write("13-40")
	d.Press("ctrl+s")
	d.Lacks("已保存重要日子")
	d.Press("ctrl+u")
	d.Write("腊月初八")
	d.Press("ctrl+s")
	d.Sees("已保存重要日子", "开业", "腊月初八")
	if list := itemsOf(t, d, "occasion", 1); len(list) != 1 || list[0].Values["label"] != "开业" {
		t.Errorf("%+v", list)
	}
}
