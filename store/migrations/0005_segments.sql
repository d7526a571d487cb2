-- Filters that were saved under a name, and the columns that a person chose.

CREATE TABLE segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), conditions TEXT NOT NULL, sort_by TEXT NOT NULL, descending INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX segment_name ON segment (name);

-- How a list looks is no record: undo and the log don't know of it.
CREATE TABLE list_layout (list TEXT PRIMARY KEY, columns TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Who was brought by whom.
CREATE INDEX customer_referrer ON customer (referrer) WHERE referrer <> 0;
