-- Days that come back and alerts on Today.

-- A row may be about one of several things of a record, and a festival has no
-- customer (0): the reference holds where there is one.
CREATE TABLE handled_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  kind TEXT NOT NULL, record INTEGER NOT NULL, about TEXT NOT NULL DEFAULT '', customer_id INTEGER NOT NULL,
  due_on TEXT NOT NULL, handled_on TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL,
  of_customer INTEGER AS (nullif(customer_id, 0)) VIRTUAL REFERENCES customer (id)
) STRICT;
INSERT INTO handled_new (id, created_at, updated_at, kind, record, customer_id, due_on, handled_on, until, reason)
  SELECT id, created_at, updated_at, kind, record, customer_id, due_on, handled_on, until, reason FROM handled;
-- Ids that were used and are gone stay used.
DELETE FROM sqlite_sequence WHERE name = 'handled_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'handled_new', seq FROM sqlite_sequence WHERE name = 'handled';
DROP TABLE handled;
ALTER TABLE handled_new RENAME TO handled;
CREATE INDEX handled_record ON handled (record, kind, due_on);
CREATE INDEX handled_on ON handled (handled_on);
CREATE INDEX handled_customer ON handled (customer_id);
CREATE INDEX handled_of_customer ON handled (of_customer) WHERE of_customer IS NOT NULL;

-- Month and day of a contact's birthday, as customer.birthday_key.
ALTER TABLE contact ADD COLUMN birthday_key TEXT AS (CASE WHEN birthday = '' THEN NULL WHEN birthday LIKE 'lunar:%'
  THEN 'L' || substr(replace(substr(birthday, 7), 'r', ''), -5) ELSE substr(birthday, -5) END) VIRTUAL;
CREATE INDEX contact_birthday ON contact (birthday_key) WHERE birthday <> '';

-- Who could be greeted, and who has been silent for too long, grade by grade.
CREATE INDEX customer_grade ON customer (grade, last_on, next_on) WHERE archived = 0;
CREATE INDEX customer_important ON customer (grade) WHERE archived = 0 AND important = 1;

-- Worked out from customers, never logged: cards that are too thin for their
-- grade, and from which day on Today says so.
CREATE TABLE customer_thin (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  grade TEXT NOT NULL, since TEXT NOT NULL
) STRICT;
CREATE INDEX customer_thin_grade ON customer_thin (grade, since);
