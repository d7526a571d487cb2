package label

import (
	"errors"
	"fmt"
	"strings"

	"genjin/model"
)

// Trouble is what is wrong with a record as a whole or with the database file,
// and what to do about it; ok is false for errors that have no words here.
func Trouble(err error, l Lang) (sentence string, ok bool) {
	for _, t := range troubles {
		if errors.Is(err, t.err) {
			return t.in(l) + synced(err, l), true
		}
	}
	return "", false
}

// syncing are folders that other programs move and replace files in, by what
// stands in their paths.
var syncing = []struct{ part, name string }{
	{"坚果云", "坚果云"}, {"Nutstore", "坚果云"}, {"OneDrive", "OneDrive"}, {"iCloud", "iCloud"}, {"Mobile Documents", "iCloud"},
	{"Dropbox", "Dropbox"}, {"百度", "百度网盘"}, {"Baidu", "百度网盘"}, {"Google Drive", "Google Drive"}, {"GoogleDrive", "Google Drive"},
	{"腾讯微云", "微云"}, {"Weiyun", "微云"},
}

// synced says of a file that is gone from a folder that is kept in step with
// others what may have taken it.
func synced(err error, l Lang) string {
	if !errors.Is(err, model.ErrMoved) {
		return ""
	}
	for _, s := range syncing {
		if strings.Contains(err.Error(), s.part) {
			return fmt.Sprintf(pick(l, "。它在%s的文件夹里:请把数据库移到同步文件夹之外,用备份文件夹去同步",
				"; it lies in a folder of %s: move the database out of it, and have the folder of backups synchronised instead"), s.name)
		}
	}
	return ""
}

var troubles = []struct {
	err error
	word
}{
	{model.ErrStale, of("这条记录刚在别处改过,请重新打开再改", "this record was just changed elsewhere; open it again")},
	{model.ErrNotFound, of("没有这条记录,可能已在别处删除", "there is no such record; it may have been removed elsewhere")},
	{model.ErrNothingToScan, of("没有电话也没有邮箱,没有可扫的;先补上电话", "there is no phone and no e-mail to scan; fill them in first")},
	{model.ErrNothingToUndo, of("没有可撤销的改动", "nothing to undo")},
	{model.ErrNothingToRedo, of("没有可重做的改动", "nothing to redo")},
	{model.ErrDoneElsewhere, of("能撤销的改动都是别的窗口或程序做的,这里没有动;要撤销,用 genjin changes 查编号,再 genjin undo --set 编号",
		"what could be undone was done by another window or program and was left alone; to undo it, find its number with genjin changes, "+
			"then genjin undo --set N")},
	{model.ErrUndoneAlready, of("这一步已经撤销过了", "that change has been undone already")},
	{model.ErrChangedSince, of("这一步动过的记录后来又都改过,没有动;请先撤销后来的改动(genjin changes 列出编号)",
		"all that this change touched was changed again since, and was left alone; undo the later changes first (genjin changes "+
			"lists their numbers)")},
	{model.ErrNoSuchChange, of("没有这个编号的改动;genjin changes 列出编号", "there is no change of that number; genjin changes lists them")},
	{model.ErrInUse, of("另一个 genjin 正打开着这个数据库,没有恢复,什么都没有动;请先退出它,再恢复一次",
		"another genjin has the database open, so nothing was restored or touched; quit it and restore again")},
	{model.ErrLetGo, of("另一个 genjin 正在恢复备份,这里已让出数据库并退出;保存过的都在。等它做完再打开",
		"another genjin is restoring a backup, so this one has let go of the database and ended; all that was saved is kept; open it again "+
			"once that is done")},
	{model.ErrNotBackup, of("这不是 genjin 做的备份,什么都没有动;genjin backup --list 列出备份。如果它是另一个数据库,用 --db 直接打开",
		"this is no backup made by genjin, nothing was touched; genjin backup --list shows the backups; if it is another database, open it "+
			"with --db")},
	{model.ErrBackupCut, of("这份备份不完整,后面缺了一截(没有拷完?),什么都没有动;请重新拷一次,或换一份",
		"this backup is cut off (was it copied to its end?), nothing was touched; copy it again, or take another one")},
	{model.ErrBackupDamaged, of("这份备份已损坏,和写的时候不一样,什么都没有动;请换一份,genjin backup --list 列出备份",
		"this backup is damaged, it isn't as it was written, nothing was touched; take another one, genjin backup --list shows them")},
	{model.ErrBackupNewer, of("这份备份由更新的版本写成,什么都没有动;请升级 genjin 再恢复",
		"this backup was written by a newer version, nothing was touched; upgrade genjin, then restore it")},
	{model.ErrNoBackup, of("还没有这样的备份;genjin backup 现在做一份", "there is no such backup yet; genjin backup makes one now")},
	{model.ErrNewer, of("数据库由更新的版本写成,没有动它;请升级 genjin", "the database was written by a newer version and was left untouched; upgrade genjin")},
	{model.ErrOtherLine, of("数据库由另一个分支的 genjin 写成,和这个版本对不上,没有动它;请用写它的那个版本打开,要换到这个版本,"+
		"在那里 genjin export all -o 全部.json,再在这里 genjin import 全部.json",
		"the database was written by a genjin of another branch, which doesn't fit this version, and was left untouched; open it with the "+
			"version that wrote it; to move to this one, genjin export all -o all.json there, then genjin import all.json here")},
	{model.ErrHardLink, of("数据库文件有两个名字(硬链接),写入会丢;请删去一个,或用 --db 指定别的文件",
		"the database file has two names (a hard link) and changes could be lost; remove one, or choose another file with --db")},
	{model.ErrNotDatabase, of("这不是 genjin 的数据库,或已损坏,没有动它;请用 --db 指定别的文件;是自己的数据库坏了,用 genjin restore --newest 恢复最近的备份",
		"this is not a genjin database, or it is damaged; it was left untouched; choose another file with --db; if it is "+
			"your own that broke, genjin restore --newest puts the newest backup back")},
	{model.ErrMoved, of("数据库文件不在原处了:被删除、移走或换成了别的文件(同步软件会这样)。没有保存;请把文件放回原处,或退出后重新打开",
		"the database file is no longer in its place: it was deleted, moved or replaced (sync programs do that); nothing was saved; put it "+
			"back, or quit and open it again")},
	{model.ErrOwnFile, of("这是数据库自己的文件,不能写在它上面,什么都没有写;请换个文件名",
		"that file belongs to the database itself, nothing was written; choose another name")},
	{model.ErrLogLost, of("上次没有正常结束,之后日志文件又损坏了,最后几笔可能没有存下;请核对最近记的,缺了可以从备份恢复:genjin restore --newest",
		"genjin ended abruptly and its log was damaged since, so the last changes may be missing; look over what was kept last; the newest "+
			"backup is put back by genjin restore --newest")},
	{model.ErrDamaged, of("数据库文件有损坏,这一部分读写不了;请先把文件复制一份留底,再用 genjin restore --newest 恢复最近的备份",
		"the database file is damaged, this part of it can't be read or written; keep a copy of the file, then restore the newest backup "+
			"with genjin restore --newest")},
	{model.ErrDisk, of("读写磁盘出错,没有办成;请检查磁盘、U 盘或网络盘是否还连着,再试一次",
		"the disk failed and nothing was done; check that the disk, stick or network drive is still connected and try again")},
	{model.ErrCantOpen, of("打不开数据库文件;请检查文件和它所在文件夹的权限",
		"the database file can't be opened; check its permissions and those of its folder")},
	{model.ErrReadOnly, of("文件只读,没有保存;请检查文件权限", "the file is read-only, nothing was saved; check its permissions")},
	{model.ErrLocked, of("另一个程序正占用数据库,请稍后再试", "another program is using the database, try again in a moment")},
	{model.ErrDiskFull, of("磁盘已满,没有保存", "the disk is full, nothing was saved")},
	{model.ErrCrashed, of("程序出错退出了;保存过的都在,正在填写的已存为草稿,再打开那张表时按 ctrl+r 恢复",
		"the program met a fault and ended; all that was saved is there, and what was being typed is kept as a draft: open that form "+
			"again and press ctrl+r")},
	{model.ErrSameCustomer, of("这是同一位客户,不用合并", "this is one and the same customer, there is nothing to merge")},
	{model.ErrSumTooLarge, of("金额加起来太大,算不出合计;请按金额排序,改正多输了几个零的那一笔",
		"the amounts add up to more than can be counted; sort by amount and correct the one with too many zeros")},
	{model.ErrHasCustomers, of("这个数据库里已有客户,没有写入演示数据;请用 --db 指定一个新文件",
		"this database has customers already, no sample was written; choose a new file with --db")},
}
