package cli_test

import (
	"strings"
	"testing"
)

// SPEC 4: what the screen can do with a project's items, a command can.
func TestAnItemOfAProjectIsTickedByCommand(t *testing.T) {
	h := newHome(t)
	h.must("add", "蓝海 13800000001")
	h.must("new", "oem", "name=手持终端", "customer=蓝海", "form=pcba", "software=人脸识别")
	says := func(want string, args ...string) {
		t.Helper()
		if out := h.must(append([]string{"tick", "手持终端"}, args...)...); !strings.Contains(out, want) {
			t.Errorf("%v: no %q in\n%s", args, want, out)
		}
	}
	h.fails(1, "提供产品形态 已于", "tick", "手持终端", "提供产品形态") // the form answered it
	h.fails(1, "genjin edit 手持终端 terms=", "tick", "手持终端", "付款条件")
	h.fails(1, "没有找到事项「猜」", "tick", "手持终端", "猜")
	h.fails(1, "按模板输出项目简介", "tick", "手持终端", "项目简介") // or handed over
	h.fails(1, "要先完成「产品立项」阶段", "tick", "手持终端", "电池")
	h.fails(2, "--yes", "tick", "手持终端", "是否满足量产")
	h.must("edit", "手持终端", "terms=月结30天", "software_feasible=no")
	h.fails(1, "研发认为软件不可行", "tick", "手持终端", "研发评估")
	says("完成", "研发评估", "--unblock", "--note", "王总:先用现成模块")
	says("受阻", "签订合作协议", "--block", "等客户盖章")
	says("未开始", "签订合作协议", "--unblock")
	says("进行中", "签订合作协议", "--progress", "40", "--note", "已寄出")
	says("完成", "签订合作协议", "--on", "11-20")
	says("进行中", "签订合作协议", "--undo")
	says("不适用", "客户要货预测", "--skip")
	says("未开始", "客户要货预测", "--undo")
	h.fails(2, "--progress", "tick", "手持终端", "电池", "--progress", "50", "--skip")
	if out := h.must("--lang", "en", "tick", "手持终端", "hand the brief"); !strings.Contains(out, "Hand the brief to the project lead: done") {
		t.Error(out)
	}
	h.must("undo")
	if out := h.must("show", "手持终端"); !strings.Contains(out, "项目简介交项目负责人  未开始") {
		t.Error(out)
	}
	if o := h.object("tick", "手持终端", "项目简介交", "--json"); o["name"] != "手持终端" {
		t.Error(o)
	}
}
