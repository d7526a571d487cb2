package tui_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/test"
)

func TestALockedScreenShowsNothingUntilThePassphrase(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d := test.Open(t, label.EN, size[0], size[1], model.Customer{Name: "Lee Kun", Phones: "13800138000"})
		if err := d.Store.SetLock(context.Background(), "", "sesame"); err != nil {
			t.Fatal(err)
		}
		restart(d, label.EN, size[0], size[1])
		d.Sees("genjin is locked", "isn't encrypted")
		d.Lacks("Today", "Lee Kun")
		d.Press("2", "esc", "f9", ":")
		d.Sees("genjin is locked")
		d.Lacks("Lee Kun")
		d.Press("backspace", "backspace", "backspace")
		d.Write("wrong")
		d.Press("enter")
		d.Sees("genjin is locked", "passphrase")
		d.Press("backspace", "backspace", "backspace", "backspace", "backspace")
		d.Write("sesame")
		d.Press("enter")
		d.Lacks("genjin is locked")
		d.Press("2")
		d.Sees("Lee Kun")
	}
}

func TestTheLockIsSetFromThePalette(t *testing.T) {
	d := test.Open(t, label.EN, 80, 24, model.Customer{Name: "Lee"})
	d.Press(":")
	d.Write("lock")
	d.Press("enter")
	d.Sees("New passphrase")
	d.Write("a")
	d.Press("tab")
	d.Write("b")
	d.Press("enter")
	d.Sees("differ")
	d.Press("backspace")
	d.Write("a")
	d.Press("enter")
	d.Sees("asked for at start")
	if err := d.Store.Unlock(context.Background(), "a"); err != nil {
		t.Error(err)
	}
}

func TestAPersonIsForgottenFromTheCard(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "13800138000"})
	d.Press("2")
	d.Press(":")
	d.Write("彻底删除")
	d.Press("enter")
	d.Sees("彻底删除  董先生", "不能撤销", "客户 1")
	d.Press("enter")
	d.Sees("董先生")
	d.Press(":")
	d.Write("彻底删除")
	d.Press("enter")
	d.Press("right", "enter")
	d.Sees("已彻底删除")
	d.Lacks("13800138000")
}
