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
	"genjin/tui/test"
)

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
	d.Press("shift+tab", "esc", "f", "enter", "space", "enter", "f", "f")
	d.Write("责任")
	d.Press("enter", "space", "enter")
	d.Sees("受阻或超期 是", "责任 业务部", "共 1 个项目", "[项目 1]", "扫码墩子定制")
	d.Press("tab")
	d.Sees("受阻或超期 是", "> 扫码墩子定制")
	d.Lacks("手持终端OEM-01")
	d.Press("shift+tab", "F", "enter")
	d.Write("业务部的急事")
	d.Press("enter")
	d.Sees("已保存筛选「业务部的急事」")
	d.Press("esc")
	d.Sees("共 5 个项目")
	d.Press("F", "1")
	d.Sees("业务部的急事  受阻或超期 是", "共 1 个项目")
	d.Press("esc", "f")
	d.Write("template_id")
	d.Press("enter")
	d.Write("受理")
	d.Press("enter")
	d.Sees("模板 含 受理", "共 1 个项目")
	d.Press("esc", "f")
	d.Write("项目状态")
	d.Press("enter", "down", "space", "enter")
	d.Sees("[暂停/完成 1]", "项目状态 暂停")
	d.Press("esc", "tab", "tab", "o", "1")
	if first := lineWith(d.Screen(), ">"); !strings.Contains(first, "PCBA for POS") {
		t.Errorf("by name: %s", first)
	}
	d.Press("o")
	d.Sees("项目名称  升序")
	d.Press("1")
	if first := lineWith(d.Screen(), ">"); strings.Contains(first, "PCBA for POS") {
		t.Errorf("the other way round: %s", first)
	}
	d.Press("o", "end", "up", "enter")
	if first := lineWith(d.Screen(), ">"); !strings.Contains(first, "扫码墩子定制") {
		t.Errorf("in the usual order: %s", first)
	}
	d.Press("ctrl+f")
	d.Write("没有的")
	d.Sees("没有找到「没有的」", "esc 清除查找")
}

func TestProjectsAreShownInChosenColumnsAndSelectedOnesExported(t *testing.T) {
	d := open(t, label.ZH, 120, 40, ":")
	d.Write("选择列")
	d.Press("enter")
	d.Write("项目负责人")
	d.Press("space", "enter")
	d.Sees("项目负责人", "█ █ x ░")
	path := filepath.Join(t.TempDir(), "two.csv")
	d.Press("space", "v")
	d.Sees("已选 2", "*扫码墩子定制")
	d.Press("enter", "1", "ctrl+u") // what can be done with both
	d.Write(path)
	d.Press("enter")
	d.Sees("已导出 2 个项目到")
	text, err := os.ReadFile(path)
	if err != nil || strings.Count(string(text), "\n") != 3 || !strings.Contains(string(text), "项目负责人") {
		t.Errorf("%s, %v", text, err)
	}
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
	d.Sees("[模板]", "项目受理 副本2026", "共 10 个模板")
	d.Press("home", "down", "down", "delete")
	d.Sees("共 9 个模板", "已删除模板")
	d.Press("ctrl+z")
	d.Sees("共 10 个模板")
}

func TestTheBriefOfATemplateIsTicked(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "c", "ctrl+s", "home", "down", "down", "enter", "enter")
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
	d.Press("enter", "enter", "f3", "7")
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

func TestARemovedProjectLeavesItsPage(t *testing.T) {
	d := handset(t)
	ids, err := d.Store.ProjectList().IDs(context.Background(), model.Query{Search: "手持"})
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
		for _, w := range test.Widths() {
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
