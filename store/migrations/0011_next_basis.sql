-- Who set the next date, kept with it: a person agreed it, or the rule worked it
-- out (see basisOfOldCards); and the first entry that is dated after today.
ALTER TABLE customer ADD COLUMN next_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN ahead_on TEXT NOT NULL DEFAULT '';
CREATE INDEX customer_ahead ON customer (ahead_on) WHERE ahead_on <> '';
