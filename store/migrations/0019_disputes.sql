-- Since when a receivable is disputed, and until when it was: each time with its
-- day, so that earlier days stay as they were. What was disputed before has no day.

ALTER TABLE receivable ADD COLUMN disputes TEXT NOT NULL DEFAULT '';
CREATE INDEX receivable_disputes ON receivable (id, disputes) WHERE disputes <> '';
