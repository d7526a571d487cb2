package model

import "time"

// BackupWhy is what a backup was made for; it stands in its name.
type BackupWhy string

// What backups are made for.
const (
	BackupAsked   BackupWhy = "asked"   // somebody asked for it: never cleared away
	BackupDaily   BackupWhy = "daily"   // once a day with changes
	BackupMigrate BackupWhy = "upgrade" // before the file is changed for a newer version
	BackupImport  BackupWhy = "import"  // before an import that changes records
	BackupRestore BackupWhy = "restore" // what a restore replaced
)

// BackupWhys are all of them.
var BackupWhys = []BackupWhy{BackupAsked, BackupDaily, BackupMigrate, BackupImport, BackupRestore}

// Backups by what they are, where one is asked for.
const (
	NewestBackup   = "@newest"   // the newest that was no restore's
	ReplacedBackup = "@replaced" // what the last restore replaced
)

// Backup is a copy of the whole database at an instant.
type Backup struct {
	Path      string
	At        time.Time
	Why       BackupWhy
	Size      int64 // bytes
	Sealed    bool  // opens with a passphrase only
	Customers int64 // how many it holds; 0 where that wasn't read
}

// PutBack is a backup that was put back in the database's place.
type PutBack struct {
	Backup
	Kept string        // where the file is that it replaced; empty where there was none
	Took time.Duration // how long that took
	Raw  bool          // that file is damaged and is kept as it was, not as a backup
}
