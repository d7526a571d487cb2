-- What was given up of a receivable more than once, or in part taken back: each
-- time with its day, so that earlier days stay as they were.

ALTER TABLE receivable ADD COLUMN write_offs TEXT NOT NULL DEFAULT '';
CREATE INDEX receivable_write_offs ON receivable (id, write_offs) WHERE write_offs <> '';
