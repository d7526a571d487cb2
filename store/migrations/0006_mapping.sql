-- Which columns of a file go to which fields, as the person said, by the set of
-- the file's headers. It is no record: undo and the log don't know of it.
CREATE TABLE import_mapping (headers TEXT PRIMARY KEY, mapping TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
