-- What a unit of other currencies is worth in the default one, by which limits add
-- up all currencies; '' = none.
ALTER TABLE settings ADD COLUMN rates TEXT NOT NULL DEFAULT '';
