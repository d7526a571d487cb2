package receivables_test

import (
	"context"
	"strings"
	"testing"

	"genjin/model/label"

	"genjin/tui/test"
)

func TestAnAdvanceIsGivenBackAndThatTakenBack(t *testing.T) {
	ctx := context.Background()
	d := open(t, label.ZH, 120, 40, "shift+tab", "shift+tab") // 周敏, 4,120.00 left
	advance := func() int64 {
		p, err := d.Store.Payment(ctx, 3)
		if err != nil {
			t.Fatal(err)
		}
		return p.Advance()
	}
	choose(t, d, "退还预收款")
	d.Sees("退还预收款  周敏  4,120.00")
	d.Press("ctrl+s")
	d.Sees("不能为空")
	d.Write("多付的")
	d.Press("up", "up", "up", "up")
	d.Write("5000")
	d.Press("ctrl+s")
	d.Sees("4,120.00")
	clearField(d, 8)
	d.Write("USD 10")
	d.Press("ctrl+s")
	d.Sees("USD", "CNY")
	clearField(d, 8)
	d.Write("4000")
	d.Press("ctrl+s")
	d.Sees("已退还 周敏 4,000.00", "120.00", "多付的")
	if advance() != 12000 {
		t.Error(advance())
	}
	d.Press("u")
	if advance() != 412000 {
		t.Error(advance())
	}
	d.Press("ctrl+y")
	choose(t, d, "撤回退款")
	d.Press("enter")
	d.Sees("已撤回退款")
	if advance() != 412000 {
		t.Error(advance())
	}
	choose(t, d, "退还预收款")
	d.Write("不买了")
	d.Press("ctrl+s") // all of it
	if advance() != 0 {
		t.Error(advance())
	}
	d.Press("2")
	d.Press("ctrl+f")
	d.Write("zhoumin")
	d.Press("enter", "u")
	choose(t, d, "退还预收款")
	d.Write("不买了")
	d.Press("ctrl+s")
	d.Sees("已退还 周敏 4,120.00")
	if advance() != 0 {
		t.Error(advance())
	}
}

func TestAHalfTypedRefundIsOfferedAgain(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "shift+tab")
	choose(t, d, "退还预收款")
	d.Write("多付的")
	d.App.KeepDrafts()
	if kept := d.Draft("payment/3/refund"); !strings.Contains(kept, "多付的") || strings.Contains(kept, "4,120") {
		t.Errorf("kept %q", kept)
	}
	d.Press("esc")
	choose(t, d, "退还预收款")
	d.Sees("恢复草稿?")
	d.Press("ctrl+r", "ctrl+s")
	d.Sees("已退还 周敏 4,120.00", "多付的")
	if kept := d.Draft("payment/3/refund"); kept != "" {
		t.Errorf("kept %q", kept)
	}
}

func TestRefundScreens(t *testing.T) {
	test.Golden(t, "refund", func(t *testing.T, l label.Lang, w, h int) *test.Desk {
		d := open(t, l, w, h, "shift+tab", "shift+tab")
		choose(t, d, map[label.Lang]string{label.ZH: "退还预收款", label.EN: "give the advance back"}[l])
		return d
	})
}
