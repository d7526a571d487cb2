-- By what Today ranks what is owed: the amount at risk, or its age.
ALTER TABLE settings ADD COLUMN chase_by TEXT NOT NULL DEFAULT 'amount';
