package customers_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
)

// cardsRead is how many cards were read while some keys were pressed.
func cardsRead(seen []tea.Msg) (n int) {
	for _, msg := range seen {
		if strings.HasSuffix(fmt.Sprintf("%T", msg), "card.data]") {
			n++
		}
	}
	return n
}

func TestACardThatNobodySeesIsNotRead(t *testing.T) {
	d := open(t, label.ZH, 80, 24)
	if n := cardsRead(kittest.Drain(d, kittest.Keys("down", "down", "up")...)); n != 0 {
		t.Errorf("%d cards were read though none is shown", n)
	}
	d.Press("c")
	d.Sees("这位客户没有等待处理的事")
	d.Press("down", "up", "e")
	d.Sees("修改  董先生", "15935946108")
	d.Press("esc")
	d.Press("down", "enter")
	d.Sees("─ 佛山恒基板材有限公司 ─", "收款")
	d.Press("esc")
	d.Sees("0757-83330001", "跟进记录")

	d = open(t, label.ZH, 120, 40)
	if n := cardsRead(kittest.Drain(d, kittest.Keys("down")...)); n != 1 {
		t.Errorf("%d cards were read beside the list", n)
	}
	kittest.Drain(d, tea.WindowSizeMsg{Width: 80, Height: 24})
	if n := cardsRead(kittest.Drain(d, kittest.Keys("up", "down", "down")...)); n != 0 {
		t.Errorf("%d cards were read once the screen was narrow", n)
	}
	if n := cardsRead(kittest.Drain(d, tea.WindowSizeMsg{Width: 120, Height: 40})); n == 0 {
		t.Error("the card that comes into sight is not read")
	}
}
