-- What the salesperson wants to reach in a month or a quarter.
CREATE TABLE target (
	id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	period TEXT NOT NULL, metric TEXT NOT NULL, goal INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX target_period ON target (period);
