package words

// Lock is what the screen's lock says.
type Lock struct {
	Title, Passphrase, Foot string
	Change, Was, New, Again string
	None, Set, Gone         string
}

func lockWords(t tongue) Lock {
	return Lock{
		Title:      t.say("genjin 已锁定", "genjin is locked"),
		Passphrase: t.say("口令", "Passphrase"),
		Foot: t.say("锁的只是屏幕,数据库文件没有加密:拿到电脑的人仍能读到它,请另开系统的磁盘加密。ctrl+q 退出",
			"This locks the screen only. The database isn't encrypted: whoever has the computer can read it, so turn the system's disk "+
				"encryption on. ctrl+q leaves"),
		Change: t.say("屏幕锁的口令", "lock: passphrase of the screen"),
		Was:    t.say("现在的口令", "Passphrase now"),
		New:    t.say("新口令", "New passphrase"),
		Again:  t.say("再写一次", "Once more"),
		None:   t.say("不写就是不锁", "empty: no lock"),
		Set:    t.say("打开时和长时间不按键时要口令", "the passphrase is asked for at start and after a while without a key"),
		Gone:   t.say("屏幕不再上锁", "the screen is locked no more"),
	}
}

// The command that sets the lock.
var (
	AboutLock = T{"屏幕锁的口令", "the passphrase of the screen's lock"}
	LongLock  = T{"设置或更改口令:打开界面时要它,几分钟不按键后也要(genjin settings lock_after)。--off 取消。\n" +
		"锁的只是屏幕,数据库文件没有加密,命令行也不受影响。",
		"sets or changes the passphrase: the screen asks for it at start, and after some minutes without a key\n" +
			"(genjin settings lock_after). --off takes it away. It locks the screen only: the database isn't encrypted, and the\n" +
			"command line works without it."}
	ExampleLock = T{"genjin lock\ngenjin lock --off", "genjin lock\ngenjin lock --off"}
	UseLockOff  = T{"不再上锁", "no lock any more"}
	UseOldFile  = T{"现在口令所在的 `FILE`", "`FILE` with the passphrase that it has"}
	AskOldLock  = T{"现在的口令:", "Passphrase now: "}
	AskNewLock  = T{"新口令:", "New passphrase: "}
	LockSet     = T{"已设口令:打开界面和几分钟不按键后要它。锁的只是屏幕,数据库文件没有加密",
		"The screen asks for the passphrase from now on. It locks the screen only; the database isn't encrypted"}
	LockGone   = T{"屏幕不再上锁", "The screen is locked no more"}
	UseWithIDs = T{"连同证件号和账号一起导出", "with the numbers of identity and of accounts"}
	HasIDs     = T{"里面有 %d 个证件号或账号,还没有导出;确定要带上就加 --with-ids,或写成 .age 结尾的名字用口令保护",
		"there are %d numbers of identity or accounts in it, so nothing was exported yet; add --with-ids to take them along, or a name " +
			"in .age to protect them by a passphrase"}
	NotUTF8 = T{"终端的编码是 %s,不是 UTF-8,中文会乱码;请改用 UTF-8(LANG=zh_CN.UTF-8)",
		"the terminal's encoding is %s and not UTF-8, so Chinese comes out garbled; use UTF-8 (LANG=en_US.UTF-8)"}
	NoSuchZone = T{"不认识时区 TZ=%s,时间按 UTC 算;请改成 Asia/Shanghai 这样的名字", "TZ=%s is no time zone, so times are UTC; use a name like Asia/Shanghai"}
)
