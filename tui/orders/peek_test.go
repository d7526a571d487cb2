package orders_test
import ("testing";"fmt";"genjin/model/label")
func TestPeek(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, "1")
	fmt.Println(d.Screen())
	d.Press("enter")
	fmt.Println(d.Screen())
	d.Press("esc", "2")
	fmt.Println(d.Screen())
	d = openDesk(t, label.EN, 80, 24, "1")
	fmt.Println(d.Screen())
	d.Press("down", "enter")
	fmt.Println(d.Screen())
}
