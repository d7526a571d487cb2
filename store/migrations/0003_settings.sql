-- Settings that came with the settings screen.
ALTER TABLE settings ADD COLUMN importance_threshold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE settings ADD COLUMN sources TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN lost_reasons TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN privacy_mask INTEGER NOT NULL DEFAULT 0;
