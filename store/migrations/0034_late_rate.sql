-- Interest for late payment, as contracts have it; '' = none.
ALTER TABLE settings ADD COLUMN late_rate TEXT NOT NULL DEFAULT '';
