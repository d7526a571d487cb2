-- Which workbook the figures of a report are written into. It is no record: undo
-- and the log don't know of it.
CREATE TABLE report_template (kind TEXT PRIMARY KEY, path TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
