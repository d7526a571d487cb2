-- A contact is a man or a woman, and of a department.
ALTER TABLE contact ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN department TEXT NOT NULL DEFAULT '';
