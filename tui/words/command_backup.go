package words

// Backups, and putting them back.
var (
	AboutBackup = T{"备份整个数据库", "a backup of the whole database"}
	LongBackup  = T{"把数据库整个备份成一个文件,写完核对条数、各币种金额和校验和才算数。不写文件名就放进备份文件夹(genjin settings backup_folder)。\n" +
		"genjin 也会自己备份:每天有改动时一次,升级、导入改动已有资料、恢复之前各一次;留几份、几天见 genjin settings。\n" +
		"文件名以 .age 结尾的用口令加密,age 程序也能打开;--seal 让以后的备份都加密。",
		"copies the whole database into one file; rows, amounts by currency and a checksum are compared before it counts.\n" +
			"Without a name it goes into the folder of backups (genjin settings backup_folder). genjin also makes backups by\n" +
			"itself: once a day with changes, and before an upgrade, an import that changes records, and a restore; how many are\n" +
			"kept, and for how long, is in the settings. A name that ends in .age is encrypted by a passphrase, which the age\n" +
			"program opens too; --seal has all backups from then on encrypted."}
	ExampleBackup = T{"genjin backup\ngenjin backup /media/usb/客户.db.age\ngenjin backup --list\ngenjin backup --check",
		"genjin backup\ngenjin backup /media/usb/customers.db.age\ngenjin backup --list\ngenjin backup --check"}
	UseListBackups = T{"列出备份", "list the backups"}
	UseCheckBackup = T{"试着恢复一份到临时文件再丢掉,数一数;不写是最近一份", "restore one into a scratch file and count it; without a name, the newest"}
	UseSeal        = T{"以后的备份都用口令加密", "encrypt all backups from now on"}
	UseUnseal      = T{"以后的备份不再加密", "encrypt backups no more"}
	BackedUp       = T{"已备份 %d 位客户到 %s(%s),核对无误", "Backed up: %d customers, %s (%s), checked"}
	BackupTried    = T{"演练通过:%s 能恢复,%d 位客户,用了 %s", "It can be restored: %s, %d customers, in %s"}
	BackupsSealed  = T{"以后的备份都加密。口令存在数据库里;换了电脑要凭口令恢复,请另外记好,丢了谁也打不开",
		"All backups are encrypted from now on. The passphrase is kept in the database; on another machine it is needed to\n" +
			"restore: write it down elsewhere, nobody can open the backups without it"}
	BackupsPlain  = T{"以后的备份不加密", "Backups are no longer encrypted"}
	NoBackupsYet  = T{"还没有备份;genjin backup 现在做一份", "No backups yet; genjin backup makes one now"}
	OneBackupFlag = T{"--list、--check、--seal、--unseal 只能用一个", "use one of --list, --check, --seal and --unseal"}
	NoDailyBackup = T{"今天的自动备份没有做成:%s", "today's backup could not be made: %s"}
	ColumnWhen    = T{"时间", "when"}
	ColumnFor     = T{"为什么", "why"}
	ColumnSize    = T{"大小", "size"}
	ColumnFile    = T{"文件", "file"}
	SealedMark    = T{"加密", "encrypted"}

	AboutRestore = T{"用备份恢复数据库", "put a backup in the database's place"}
	LongRestore  = T{"先核对备份,再用它换下现在的数据库。换下的留在备份文件夹,genjin restore --undo 换回来。\n" +
		"别的 genjin 开着这个数据库时,会请它让出;它不让就不恢复。备份有问题时说明是什么问题,什么都不动。",
		"checks the backup, then puts it in the place of the database. What it replaces stays in the folder of backups, and\n" +
			"genjin restore --undo brings it back. Another genjin that has the database open is asked to let go; while it\n" +
			"doesn't nothing is restored. What is wrong with a backup is said, and nothing is touched."}
	ExampleRestore = T{"genjin restore --newest\ngenjin restore /media/usb/客户.db.age\ngenjin restore --undo",
		"genjin restore --newest\ngenjin restore /media/usb/customers.db.age\ngenjin restore --undo"}
	UseNewest   = T{"最近的一份", "the newest one"}
	UseUndoBack = T{"换回上次恢复换下的数据库", "bring back what the last restore replaced"}
	WhichBackup = T{"请写备份的文件名,或 --newest、--undo;genjin backup --list 列出备份",
		"name a backup, or --newest or --undo; genjin backup --list shows them"}
	OneRestore   = T{"文件名、--newest、--undo 只能用一个", "use one of a file, --newest and --undo"}
	Restored     = T{"已恢复 %s 的备份:%d 位客户,用了 %s", "Restored the backup of %s: %d customers, in %s"}
	ReplacedKept = T{"换下的数据库在 %s;换回来:genjin restore --undo", "What it replaced is in %s; to bring it back: genjin restore --undo"}
	DamagedKept  = T{"换下的数据库有损坏,原样留在 %s", "The database that it replaced is damaged; it is kept as it was in %s"}
	NoSuchBackup = T{"没有备份 %s;genjin backup --list 列出备份", "there is no backup %s; genjin backup --list shows them"}
)
