package words

// The checkup.
var (
	AboutDoctor = T{"检查数据、备份和隐私", "look after data, backups and privacy"}
	LongDoctor  = T{"逐项检查:数据库是否完好,查找和余额是否相符,文件只有本人能读,有没有留下的客户资料,备份多旧、能不能恢复(真的恢复一份到临时文件再丢掉)," +
		"资料是否够全,谁还没有同意,30 天内导出过什么。有问题时退出码是 1。",
		"looks at the database, at what is found and owed against its source, at whom the files are open to, at what lies about\n" +
			"with customers in it, at how old the backups are and whether the newest can be restored (it is, into a scratch file),\n" +
			"at thin cards, consent, and what left in 30 days. Exits 1 when something is wrong."}
	ExampleDoctor = T{"genjin doctor\ngenjin doctor --fix\ngenjin doctor --json", "genjin doctor\ngenjin doctor --fix\ngenjin doctor --json"}
	UseFix        = T{"能不丢数据修好的都修好", "mend what can be mended without losing anything"}
	DoctorWrong   = T{"%d 项有问题", "%d things are wrong"}
	DoctorGood    = T{"没有发现问题", "nothing is wrong"}
)
