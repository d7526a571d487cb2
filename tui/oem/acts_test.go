package oem_test

import (
	"strings"
	"testing"

	"genjin/model/label"

	"genjin/tui/test"
)

// handset is the page of the project in development.
func handset(t *testing.T, keys ...string) *test.Desk {
	t.Helper()
	return open(t, label.ZH, 120, 40, append([]string{"down", "enter"}, keys...)...)
}

// lineWith is the drawn line that has a text.
func lineWith(screen, text string) string {
	for line := range strings.SplitSeq(screen, "\n") {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

func has(t *testing.T, d *test.Desk, text string, parts ...string) {
	t.Helper()
	line := lineWith(d.Screen(), text)
	for _, part := range parts {
		if !strings.Contains(line, part) {
			t.Errorf("%q is not beside %q: %q\n%s", part, text, line, d.Screen())
		}
	}
}

// walk presses a key until a line has both texts.
func walk(t *testing.T, d *test.Desk, key, text, part string) {
	t.Helper()
	for range 60 {
		if line := lineWith(d.Screen(), text); line != "" && strings.Contains(line, part) {
			return
		}
		d.Press(key)
	}
	t.Fatalf("%s never reaches %q %q:\n%s", key, text, part, d.Screen())
}

func TestAnItemIsTickedAndTakenBack(t *testing.T) {
	d := handset(t, "space")
	has(t, d, "] 电池", "[x]", "100%", "11-23")
	d.Sees("电池 已完成", "1/3", "> [>] 软件") // and on to the next
	d.Press("up", "space")
	has(t, d, "] 电池", "[>]", "60%")
	d.Press("ctrl+z", "ctrl+z")
	has(t, d, "] 电池", "[>]", "60%")
}

func TestProgressTakesDigitsAtOnceAndANote(t *testing.T) {
	d := handset(t, "%")
	d.Sees("进度  电池", "60%")
	d.Write("85")
	d.Press("tab")
	d.Write("认证样品已送检")
	d.Press("ctrl+s")
	has(t, d, "] 电池", "[>]", "85%")
	d.Sees("认证样品已送检", "电池 进度 85%")
	d.Press("f5")
	d.Write("120")
	d.Press("ctrl+s")
	d.Sees("进度  电池", "120")
	d.Press("esc", "f5", "tab")
	d.Write("等报告")
	d.Press("ctrl+s")
	has(t, d, "] 电池", "85%")
	d.Sees("等报告")
	d.Press("ctrl+z", "ctrl+z")
	has(t, d, "] 电池", "60%")
	d.Press("%")
	d.Write("100%")
	d.Press("enter", "ctrl+s")
	has(t, d, "] 电池", "[x]", "100%")
}

func TestAnItemIsBlockedWithAReasonAndUnblocked(t *testing.T) {
	d := handset(t, "b", "ctrl+s")
	d.Sees("受阻  电池", "受阻原因")
	d.Write("电芯缺货")
	d.Press("ctrl+s")
	has(t, d, "] 电池", "[!]", "电芯缺货")
	d.Press("enter")
	d.Sees("> 1 解除受阻")
	d.Press("enter")
	d.Write("换了供应商")
	d.Press("ctrl+s")
	has(t, d, "] 电池", "[>]", "60%")
	d.Sees("换了供应商")
	d.Press("ctrl+z", "ctrl+z")
	has(t, d, "] 电池", "60%")
	d.Lacks("电芯缺货")
}

func TestAnItemThatIsNotNeeded(t *testing.T) {
	d := handset(t, "-")
	has(t, d, "] 电池", "[-]", "不适用")
	d.Press("space")
	has(t, d, "] 电池", "[>]", "60%")
	d.Press("ctrl+z", "ctrl+z")
	has(t, d, "] 电池", "60%")
}

func TestAnItemIsEditedAddedMovedAndRemoved(t *testing.T) {
	d := handset(t, "f2")
	d.Sees("修改事项  电池", "责任部门", "这一项怎么算")
	d.Press("tab", "tab")
	d.Write("赵工")
	d.Press("tab")
	d.Write("12-5")
	d.Press("ctrl+s")
	has(t, d, "[>] 电池", "赵工", "12-05")
	d.Press("ctrl+down")
	if screen := d.Screen(); strings.Index(screen, "[>] 软件") > strings.Index(screen, "[>] 电池") {
		t.Errorf("it was not moved:\n%s", screen)
	}
	d.Press("ctrl+n")
	d.Sees("加事项  研发")
	d.Write("包装设计")
	d.Press("ctrl+s")
	has(t, d, "] 包装设计", "[ ]")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	d.Lacks("包装设计", "赵工")
	d.Press("delete")
	d.Sees("已删除事项 电池", "0/2")
	d.Press("ctrl+z")
	has(t, d, "] 电池", "60%")
}

func TestAStageIsEditedAddedMovedAndRemoved(t *testing.T) {
	d := handset(t, "up", "enter")
	d.Sees("╭─ 5 研发", "> 1 修改阶段")
	d.Press("enter")
	d.Press("tab", "tab")
	d.Press("end", "backspace", "backspace")
	d.Write("60")
	d.Press("ctrl+s")
	d.Sees("第35天/计划60天")
	d.Press("a")
	d.Sees("加阶段,在「研发」之后")
	d.Write("样机确认")
	d.Press("ctrl+s")
	d.Sees("6 样机确认")
	d.Press("ctrl+up")
	d.Sees("4 研发", "5 产品立项")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	d.Sees("5 研发  第35天/计划30天", "4 产品立项")
	d.Lacks("样机确认")
	d.Press("delete")
	d.Sees("已删除阶段 研发", "5 小批量试产")
	d.Press("ctrl+z")
	d.Sees("5 研发")
}

func TestATickAsksForWhatTheItemSettles(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	d.Press("ctrl+f")
	d.Write("扫码")
	d.Press("enter", "enter")
	walk(t, d, "down", "> [ ] 知会交货周期", "")
	d.Press("space")
	d.Sees("知会交货周期  扫码墩子定制", "交货周期(天)")
	d.Press("ctrl+s")
	d.Sees("交货周期(天)")
	d.Write("35")
	d.Press("ctrl+s")
	d.Sees("要先完成「产品立项」阶段")
	d.Press("esc")
	walk(t, d, "up", "> [x] 提供产品形态", "")
	d.Press("space")
	has(t, d, "] 提供产品形态", "[ ]") // it is known, there is nothing to ask
}

func TestAGateSaysWhatComesFirst(t *testing.T) {
	d := handset(t, "]", "down", "space")
	has(t, d, "] 下试产计划、生产安排", "[x]")
	d.Press("]", "]", "down", "space")
	has(t, d, "] 问题与修改意见", "[ ]")
	d.Sees("要先完成「试产测试」阶段")
}

func TestANoReopensDevelopmentAndTheHistoryHasBothRounds(t *testing.T) {
	d := handset(t, "space", "space", "space", "space", "enter")
	d.Sees("> 1 判定")
	d.Press("enter")
	d.Sees("判「否」就回到「研发」,进入第2轮")
	d.Press("ctrl+s")
	d.Sees("判「否」") // an answer is needed
	d.Press("2", "tab")
	d.Write("高温重启")
	d.Press("ctrl+s")
	d.Sees("第2轮", "5 研发", "进度记录  第2轮", "进度记录  第1轮", "高温重启", "[x] 电池  100%")
	has(t, d, "[ ] 电池", "0%")
	d.Press("ctrl+z")
	d.Lacks("第2轮")
	d.Press("ctrl+y")
	d.Press("home", "]", "]", "]", "]", "down", "space", "space", "space", "space", "space", "1", "ctrl+s")
	has(t, d, "是否满足量产: 是", "[x]")
	d.Sees("8 试产总结")
}

func TestAProjectIsPutOnHoldResumedCancelledAndRemoved(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "h", "ctrl+s")
	d.Sees("暂停  手持终端OEM-01", "状态原因")
	d.Write("客户换型号")
	d.Press("ctrl+s")
	d.Sees("项目 4", "暂停/完成 2", "手持终端OEM-01 已暂停")
	d.Press("tab", "tab", "tab", "down", "enter")
	d.Sees("暂停: 客户换型号")
	d.Press("enter", "f3")
	d.Sees("恢复项目")
	d.Press("h", "ctrl+s")
	d.Sees("手持终端OEM-01 已恢复", "进行中")
	d.Press("enter", "f3", "4")
	d.Sees("取消  手持终端OEM-01")
	d.Write("客户不做了")
	d.Press("ctrl+s")
	d.Sees("取消: 客户不做了")
	d.Press("ctrl+z", "esc", "tab", "tab")
	d.Sees("[项目 5]")
	walk(t, d, "up", "> 手持终端", "")
	d.Press("d")
	d.Sees("[项目 4]", "已删除项目 手持终端OEM-01")
	d.Press("ctrl+z")
	d.Sees("[项目 5]")
}

func TestANewProjectAsksForTheCustomerAndTheTemplate(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "ctrl+n")
	d.Sees("新增项目")
	d.Write("xinghe")
	d.Press("enter")
	d.Sees("杭州星河智能设备厂  选模板", "1 OEM项目", "2 项目受理")
	d.Press("2")
	d.Sees("新增项目  杭州星河智能设备厂  项目受理", "项目名称", "客户诉求")
	d.Lacks("是否开模", "产品报价")
	d.Press("ctrl+s")
	d.Sees("项目名称")
	d.Write("星河授信")
	d.Press("ctrl+s")
	d.Sees("星河授信", "1 受理", "业务接洽记录", "已新增 星河授信")
	d.Press("esc")
	d.Sees("[项目 6]")
	d.Press("ctrl+z")
	d.Sees("[项目 5]")
	d.Press("n", "enter", "1")
	d.Sees("是否开模", "产品报价")
}

func TestAProjectIsEditedAndItsItemsFollow(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "f2")
	d.Sees("修改项目  工业平板立项")
	walk(t, d, "tab", ">是否开模", "")
	d.Press("1", "ctrl+s", "enter")
	has(t, d, "] 客户提供ID外观设计", "[ ]", "等客户")
	d.Press("ctrl+z")
	has(t, d, "] 客户提供ID外观设计", "[-]")
}
