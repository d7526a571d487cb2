-- Reports as the person edited and kept them.
CREATE TABLE report (
	id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	period TEXT NOT NULL, kind TEXT NOT NULL, kept_on TEXT NOT NULL, given_to TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX report_period ON report (period, kind);
