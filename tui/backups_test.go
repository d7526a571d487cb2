package tui_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/test"
)

func TestABackupIsPutBackOnTheScreen(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生"})
	d.Press(":")
	d.Write("现在备份")
	d.Press("enter")
	d.Sees("已备份 1 位客户")
	if _, err := d.Store.AddCustomer(context.Background(), model.Customer{Name: "刘女士"}); err != nil {
		t.Fatal(err)
	}
	d.Press(":")
	d.Write("用备份恢复")
	d.Press("enter")
	d.Sees("恢复哪一份备份", "手动")
	d.Press("enter")
	d.Sees("换下的会留着")
	d.Press("right", "enter")
	d.Sees("已恢复")
	d.Press("2")
	d.Sees("董先生")
	d.Lacks("刘女士")
}
