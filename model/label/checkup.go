package label

import (
	"fmt"
	"strings"

	"genjin/model"
)

// checked is what a check says when all is good and when it isn't.
type checked struct{ good, other word }

var checks = map[string]checked{
	model.CheckPages: {of("数据库文件完好", "the database is whole"),
		of("数据库文件有损坏:%s。请用最近的备份恢复:genjin restore --newest", "the database is damaged: %s; restore the newest backup: genjin restore --newest")},
	model.CheckReferences: {of("记录之间的关联完整", "what records refer to is there"),
		of("有 %s 条记录指向不存在的记录;请用最近的备份恢复", "%s records refer to others that aren't there; restore the newest backup")},
	model.CheckSearch: {of("查找的索引和客户卡一致", "customers are found by what their cards say"),
		of("有 %s 位客户的查找索引和卡片不一致,会搜不到;genjin doctor --fix 重建",
			"%s customers can't be found as their cards say; genjin doctor --fix rebuilds it")},
	model.CheckWords: {of("跟进里的文字都查得到", "the journal's text is found by what it says"),
		of("有 %s 条跟进查不到或已删除;genjin doctor --fix 重建索引", "the index of the journal is off by %s entries; genjin doctor --fix rebuilds it")},
	model.CheckBalances: {of("已收已核销和各笔回款相符", "what is settled is what payments and notes come to"),
		of("有 %s 笔应收或回款的已核销金额和明细不符;genjin doctor --fix 重算",
			"%s receivables or payments don't keep what their parts come to; genjin doctor --fix counts them anew")},
	model.CheckFuture: {of("没有日期在今天以后的跟进和回款", "nothing that happened lies ahead of today"),
		of("有 %s 条跟进或回款的日期在今天以后,请核对日期和电脑时钟", "%s entries or payments are dated after today; check their dates and the clock")},
	model.CheckDrafts: {of("没有无主的草稿", "no draft is of something that is gone"),
		of("有 %s 份草稿属于已删除的记录;genjin doctor --fix 删去", "%s drafts are of records that are gone; genjin doctor --fix removes them")},
	model.CheckModes: {of("文件和文件夹只有本人能读", "files and folders are for you alone"),
		of("有 %s 个文件或文件夹别人也能读;genjin doctor --fix 收紧", "%s files or folders can be read by others; genjin doctor --fix takes that away")},
	model.CheckLink: {of("数据库在 %s", "the database is %s"), of("数据库是一个链接,真正的文件在 %s", "the database is a link to %s")},
	model.CheckLeftovers: {of("没有中断的导出留下的文件", "no killed export left a file"),
		of("有 %s 个中断的导出留下的文件,里面有客户资料;genjin doctor --fix 删去",
			"killed exports left %s files with customers in them; genjin doctor --fix removes them")},
	model.CheckRefused: {of("没有留着的导入拒绝清单", "no list of refused rows lies about"),
		of("有 %s 份导入时被拒绝的清单还在,里面有客户资料;用完请删", "%s lists of refused rows lie about with customers in them; remove them when they are done with")},
	model.CheckLog: {of("预写日志 %s", "written ahead: %s"), of("预写日志有 %s;genjin doctor --fix 并入数据库",
		"%s are written ahead; genjin doctor --fix puts them into the database")},
	model.CheckEnd: {of("上次正常退出", "the program ended as it should last time"),
		of("上次没有正常退出,或者另一个 genjin 正开着", "the program didn't end as it should last time, or another genjin is open")},
	model.CheckSpace: {of("磁盘还有 %s", "%s are free on the disk"),
		of("磁盘只剩 %s,保存和备份可能写不下", "only %s are free on the disk; changes and backups may not fit")},
	model.CheckDisk: {of("数据库所在的磁盘是加密的", "the disk of the database is encrypted"),
		of("看不出数据库所在的磁盘是否加密;没有加密时,拿到电脑的人能读全部资料。请打开系统的磁盘加密",
			"it can't be seen that the disk of the database is encrypted; if it isn't, whoever has the computer can read everything: "+
				"turn the system's disk encryption on")},
	model.CheckBackups: {of("最近的备份在 %s,共 %s 份", "the newest backup is of %s, %s in all"),
		of("最近的备份在 %s,共 %s 份,之后又有改动;genjin backup 现在做一份",
			"the newest backup is of %s, %s in all, and there were changes since; genjin backup makes one now")},
	model.CheckTrial: {of("演练通过:最近的备份能恢复,%s 位客户,恢复用 %s 秒", "tried: the newest backup can be restored, %s customers, in %s s"),
		of("最近的备份恢复不了:%s", "the newest backup can't be restored: %s")},
	model.CheckCards: {of("A、B 级客户的资料都够全", "the cards of grade A and B are full enough"),
		of("有 %s 位 A、B 级客户的资料不到 60%%", "%s customers of grade A or B have cards under 60 %%")},
	model.CheckConsent: {of("每位客户都有信息使用同意", "every customer has agreed that data is kept"),
		of("有 %s 位客户还没有记信息使用同意", "of %s customers it isn't noted that they agreed to their data being kept")},
	model.CheckExports: {of("30 天内没有导出过客户资料", "no customers' data left in 30 days"),
		of("30 天内导出过 %s 次客户资料", "customers' data left %s times in 30 days")},
}

// Check is what a checkup found of one thing, as a sentence.
func Check(c model.Check, l Lang) string {
	words := checks[c.Code].good
	if c.State != model.CheckGood {
		words = checks[c.Code].other
	}
	args := make([]any, len(c.Args))
	for i, a := range c.Args {
		args[i] = model.Harmless(a)
	}
	if len(args) == 0 {
		return strings.ReplaceAll(words.in(l), "%%", "%")
	}
	return fmt.Sprintf(words.in(l), args...)
}

var checkStates = map[model.CheckState]word{
	model.CheckGood: of("好", "good"), model.CheckNote: of("留意", "note"),
	model.CheckWrong: of("有问题", "wrong"), model.CheckFixed: of("已修", "fixed"),
}

// CheckState is a state in a word.
func CheckState(s model.CheckState, l Lang) string { return checkStates[s].in(l) }
