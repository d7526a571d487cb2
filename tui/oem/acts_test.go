package oem_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit/kittest"
	"genjin/tui/tuitest"
)

// handset is the page of the project in development.
func handset(t *testing.T, keys ...string) *tuitest.Desk {
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

func has(t *testing.T, d *tuitest.Desk, text string, parts ...string) {
	t.Helper()
	line := lineWith(d.Screen(), text)
	for _, part := range parts {
		if !strings.Contains(line, part) {
			t.Errorf("%q is not beside %q: %q\n%s", part, text, line, d.Screen())
		}
	}
}

// walk presses a key until a line has both texts.
func walk(t *testing.T, d *tuitest.Desk, key, text, part string) {
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
	d.Sees("电池 已完成", "1/3")
	d.Press("space")
	has(t, d, "] 电池", "[ ]")
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
	d := handset(t, "f6", "ctrl+s")
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
	has(t, d, "] 电池", "[ ]")
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
	d := handset(t, "space", "down", "space", "down", "space", "]", "down", "space", "]", "down", "enter")
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
	d.Press("home", "]", "]", "]", "]", "down", "space", "down", "space", "down", "space", "]", "down", "space", "]", "down", "space", "1", "ctrl+s")
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
	d.Press("enter", "f3", "3")
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
	has(t, d, "客户提供ID外观设计", "[ ]", "等客户")
	d.Press("ctrl+z")
	has(t, d, "客户提供ID外观设计", "[-]")
}

func TestTheTimelineScrollsAndComesBack(t *testing.T) {
	d := handset(t, "f7")
	d.Sees("v 今天", "照现在的进度", "░ 计划")
	d.Press("+", "+", "left", "left", "right", "-", "down", "up", "home", "esc")
	d.Sees("[>] 电池")
	d.Press("esc", "t")
	d.Sees("v 今天")
	d.Press("t", "esc")
	d.Sees("[项目 5]")
}

func TestTheBoardMovesBetweenStagesAndOpensAProject(t *testing.T) {
	d := open(t, label.ZH, 80, 24, "tab", "right", "right")
	d.Sees("> 扫码墩子定制", "x 7/3")
	d.Press("right", "right")
	d.Sees("> 手持终端OEM-01", "! 35/30", "< ")
	d.Press("down")
	d.Sees("> PCBA for POS")
	d.Press("enter")
	d.Sees("第2轮  进行中")
	d.Press("esc", "home", "]")
	d.Sees("[项目受理 1]", "恒基板材受理")
	d.Press("[")
	d.Sees("[OEM项目 4]")
	d.Press("right", "right")
	kittest.Drain(d, kittest.Click(10, 6))
	d.Sees("> 工业平板立项")
	kittest.Drain(d, kittest.Click(10, 6))
	d.Sees("1 需求了解  第3天")
}

func TestWhatIsWaitedForIsDoneFromItsList(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "tab", "tab", "enter")
	d.Sees("> 1 解除受阻")
	d.Press("enter")
	d.Write("改好了")
	d.Press("ctrl+s")
	d.Sees("[等待 2]") // it waits for the customer's signature now
	d.Press("ctrl+z", "down", "space")
	d.Sees("客户提供丝印文档 已完成")
	d.Press("ctrl+z", "home", "enter", "5")
	d.Sees("扫码墩子定制", "[!] 签订合作协议")
}

func TestTheListIsSearchedFilteredAndOrdered(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "ctrl+f")
	d.Write("lanhai")
	d.Press("enter")
	d.Sees("共 2 个项目", "[项目 2]", "手持终端OEM-01", "工业平板立项")
	d.Press("tab")
	d.Sees("[看板]", "工业平板立项")
	d.Lacks("扫码墩子")
	d.Press("shift+tab", "esc", "f", "2", "tab", "tab", "right", "ctrl+s")
	d.Sees("只看受阻和超期", "业务部的事", "共 1 个项目", "扫码墩子定制")
	d.Press("esc")
	d.Sees("共 5 个项目")
	d.Press("f", "tab", "3", "ctrl+s")
	d.Sees("项目受理", "共 1 个项目")
	d.Press("esc", "o", "2")
	if first := lineWith(d.Screen(), ">"); !strings.Contains(first, "PCBA for POS") {
		t.Errorf("by name: %s", first)
	}
	d.Press("o")
	d.Sees("项目名称  升序")
	d.Press("2")
	if first := lineWith(d.Screen(), ">"); strings.Contains(first, "PCBA for POS") {
		t.Errorf("the other way round: %s", first)
	}
	d.Press("ctrl+f")
	d.Write("没有的")
	d.Sees("没有找到「没有的」", "esc 清除查找")
}

func TestATemplateIsCopiedAndChanged(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "down", "enter")
	d.Sees("项目受理", "先复制再改")
	d.Press("e")
	d.Sees("先复制再改")
	d.Press("enter")
	d.Sees("> 1 复制模板")
	d.Press("enter")
	d.Sees("复制模板  项目受理", "项目受理 副本")
	d.Press("ctrl+s")
	d.Sees("项目受理 副本", "自建", "用于 0 个项目")
	d.Press("f2", "tab", "tab", "end", "backspace")
	d.Write("4")
	d.Press("ctrl+s")
	has(t, d, "1 受理", "4")
	d.Press("n")
	d.Write("查抵押登记")
	d.Press("tab", "tab", "tab", "tab")
	d.Write("软件定制")
	d.Sees("软件定制已填")
	d.Press("ctrl+s")
	has(t, d, "查抵押登记", "软件定制已填")
	d.Press("a")
	d.Write("合同")
	d.Press("ctrl+s")
	d.Sees("2 合同")
	d.Press("ctrl+down")
	d.Sees("1 合同", "2 受理")
	d.Press("delete")
	d.Lacks("查抵押登记")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	d.Sees("项目受理 副本", "1 受理")
	d.Press("ctrl+e")
	d.Sees("修改模板  项目受理 副本")
	d.Write("2026")
	d.Press("ctrl+s", "esc")
	d.Sees("[模板]", "项目受理 副本2026", "共 3 个模板")
	d.Press("end", "delete")
	d.Sees("共 2 个模板", "已删除模板")
	d.Press("ctrl+z")
	d.Sees("共 3 个模板")
}

func TestTheBriefOfATemplateIsTicked(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "c", "ctrl+s", "end", "enter", "enter")
	d.Sees("项目简介的内容")
	d.Press("up", "enter")
	d.Sees("[x]", "项目负责人")
	d.Press("esc")
}

func TestDocumentsAreWritten(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	d := handset(t, "x")
	d.Sees("1 进度跟进表", "2 项目简介")
	d.Press("1", "ctrl+s")
	d.Sees("已导出 1 个项目的文件到")
	d.Press("x", "2", "ctrl+s", "esc", "x", "1", "ctrl+s")
	d.Sees("已导出 5 个项目到")
	files, err := os.ReadDir(os.Getenv("HOME"))
	var names []string
	for _, f := range files {
		names = append(names, filepath.Ext(f.Name()))
	}
	slices.Sort(names)
	if err != nil || !slices.Equal(names, []string{".html", ".xlsx", ".xlsx"}) {
		t.Errorf("%v, %v", names, err)
	}
}

func TestAContactIsLoggedAndTheCardIsReachedFromAProject(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "ctrl+l")
	d.Sees("记录跟进  深圳蓝海科技有限公司")
	d.Write("问了认证进度")
	d.Press("ctrl+s")
	d.Sees("已记录 深圳蓝海科技有限公司")
	d.Press("enter", "enter", "f3", "6")
	d.Sees("[2 客户", "问了认证进度", "手持终端OEM-01", "工业平板立项")
	d.Press("enter")
	walk(t, d, "down", "│ > ", "打开项目")
	d.Press("enter", "enter")
	d.Sees("[6 OEM 5]", "手持终端OEM-01", "[>] 电池")
}

func TestTodayDoesTheActOfAStep(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "1")
	walk(t, d, "down", ">   手持终端OEM-01", "软件")
	d.Press("enter")
	d.Sees("> 1 完成")
	d.Press("2")
	d.Write("90")
	d.Press("ctrl+s")
	d.Sees("软件 进度 90%")
	d.Press("space")
	d.Sees("软件 已完成")
	d.Press("ctrl+z")
	d.Press("home")
	walk(t, d, "down", ">   手持终端OEM-01", "软件")
	d.Press("ctrl+t")
	d.Sees("[6 OEM", "> [>] 软件")
}

func TestAnOrderIsOfferedOnlyWhereThereAreOrders(t *testing.T) {
	d := handset(t, "enter", "f3")
	d.Lacks("加订单")
}

func TestARemovedProjectLeavesItsPage(t *testing.T) {
	d := handset(t)
	ids, err := d.Store.ProjectIDs(context.Background(), model.ProjectQuery{Search: "手持"})
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	if err := d.Store.RemoveProject(context.Background(), ids[0]); err != nil {
		t.Fatal(err)
	}
	d.Press("space") // too late
	d.Press("ctrl+y")
	d.Press("esc")
	d.Sees("[项目")
}

func TestEverySizeIsFilledToTheCell(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		for _, w := range []int{60, 61, 79, 99, 100, 101, 113, 160, 240} {
			d := open(t, l, w, 17)
			for range 5 {
				kittest.Sized(t, d.App.View().Content, w, 17)
				d.Press("tab")
			}
			d.Press("enter")
			kittest.Sized(t, d.App.View().Content, w, 17)
			d.Press("tab")
			kittest.Sized(t, d.App.View().Content, w, 17)
			d.Press("esc", "t")
			kittest.Sized(t, d.App.View().Content, w, 17)
		}
	}
}
