-- A saved filter is of one list; those that are there are the customers'.
ALTER TABLE segment ADD COLUMN list TEXT NOT NULL DEFAULT '';
DROP INDEX segment_name;
CREATE UNIQUE INDEX segment_name ON segment (list, name);
