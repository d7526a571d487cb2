package words

// Backups are made and put back on the screen.
type Backups struct {
	Now, Done             string // customers, file
	Restore, Which        string
	Row                   string // when, for what, size
	Ask                   string // when
	PutBack, Not          string
	Restored, Daily       string // when, customers
	Damaged               string
	Checkup, Fix, Looking string
	Good                  string // how many
}

func backups(t tongue) Backups {
	return Backups{
		Now:     t.say("现在备份", "back up now"),
		Done:    t.say("已备份 %d 位客户到 %s,核对无误", "backed up %d customers to %s, checked"),
		Restore: t.say("用备份恢复", "restore a backup"),
		Which:   t.say("恢复哪一份备份", "Restore which backup"),
		Row:     t.say("%s  %s  %s", "%s  %s  %s"),
		Ask: t.say("用 %s 的备份换下现在的数据库?那以后记的都不在里面;换下的会留着,genjin restore --undo 或再选「恢复前」的一份换回来。",
			"Put the backup of %s in the place of the database? What was kept since isn't in it; what it replaces is kept, and comes back with "+
				"genjin restore --undo or by choosing the one “before a restore”."),
		PutBack:  t.say("恢复", "Restore"),
		Not:      t.say("不恢复", "Don't"),
		Restored: t.say("已恢复 %s 的备份,%d 位客户", "restored the backup of %s, %d customers"),
		Damaged:  t.say("数据库有损坏,现在只能看;按 : 选「用备份恢复」", "the database is damaged and read-only now; press : and “restore a backup”"),
		Checkup:  t.say("检查数据和备份", "doctor: look after data and backups"),
		Fix:      t.say("修好能修的", "mend what can be mended"),
		Good:     t.say("其余 %d 项都好", "the %d others are good"),
		Looking:  t.say("正在检查…", "looking…"),
		Daily:    t.say("今天的自动备份", "today's backup"),
	}
}
