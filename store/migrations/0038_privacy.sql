-- After how many minutes without a key private data is masked, and the screen locked; 0 = never.
ALTER TABLE settings ADD COLUMN mask_after INTEGER NOT NULL DEFAULT 0;
ALTER TABLE settings ADD COLUMN lock_after INTEGER NOT NULL DEFAULT 0;
