-- Where backups go, and how many of them are kept for how long; what they are sealed by.
ALTER TABLE settings ADD COLUMN backup_folder TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN backup_count INTEGER NOT NULL DEFAULT 14;
ALTER TABLE settings ADD COLUMN backup_days INTEGER NOT NULL DEFAULT 90;

CREATE TABLE secret (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
