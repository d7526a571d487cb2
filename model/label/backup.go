package label

import (
	"fmt"
	"time"

	"genjin/model"
)

var backupWhys = map[model.BackupWhy]word{
	model.BackupAsked:   of("手动", "asked for"),
	model.BackupDaily:   of("每日", "daily"),
	model.BackupMigrate: of("升级前", "before an upgrade"),
	model.BackupImport:  of("导入前", "before an import"),
	model.BackupRestore: of("恢复前", "before a restore"),
}

// BackupWhy is what a backup was made for.
func BackupWhy(why model.BackupWhy, l Lang) string { return backupWhys[why].in(l) }

// Bytes is the size of a file as people read it.
func Bytes(n int64) string {
	const unit = 1000
	if n < unit*unit {
		return fmt.Sprintf("%d KB", (n+unit-1)/unit)
	}
	size, names := float64(n)/unit/unit, "MGT"
	for size >= unit && len(names) > 1 {
		size, names = size/unit, names[1:]
	}
	return fmt.Sprintf("%.1f %cB", size, names[0])
}

// Seconds is how long something took.
func Seconds(d time.Duration, l Lang) string {
	return fmt.Sprintf(pick(l, "%.1f 秒", "%.1f s"), d.Seconds())
}
