-- Dates are ISO text, empty when not known; amounts are minor units.
-- created_at and updated_at are UTC instants. Ids are never used again.

PRAGMA application_id = 1734700650; -- "genj", by which a file is known

CREATE TABLE settings (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  language TEXT NOT NULL, theme TEXT NOT NULL, borders TEXT NOT NULL,
  company_name TEXT NOT NULL, salesperson TEXT NOT NULL, default_team TEXT NOT NULL, default_currency TEXT NOT NULL,
  cadence_a INTEGER NOT NULL, cadence_b INTEGER NOT NULL, cadence_c INTEGER NOT NULL, cadence_d INTEGER NOT NULL,
  cadence_ungraded INTEGER NOT NULL,
  workdays_only INTEGER NOT NULL, rest_days TEXT NOT NULL, statutory INTEGER NOT NULL,
  holidays TEXT NOT NULL, workdays TEXT NOT NULL, date_lead INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL, gender TEXT NOT NULL,
  phones TEXT NOT NULL, wechat TEXT NOT NULL, email TEXT NOT NULL, address TEXT NOT NULL,
  birthday TEXT NOT NULL, family TEXT NOT NULL, party_size INTEGER NOT NULL, interest TEXT NOT NULL,
  owner TEXT NOT NULL, team TEXT NOT NULL, filled_on TEXT NOT NULL,
  source TEXT NOT NULL, campaign TEXT NOT NULL, referrer INTEGER NOT NULL,
  role TEXT NOT NULL, need TEXT NOT NULL, rapport TEXT NOT NULL, decides TEXT NOT NULL,
  expected_on TEXT NOT NULL, expected_amount INTEGER NOT NULL, currency TEXT NOT NULL,
  class TEXT NOT NULL, stage TEXT NOT NULL, lost_reason TEXT NOT NULL, important INTEGER NOT NULL,
  grade TEXT NOT NULL, terms TEXT NOT NULL, credit_limit INTEGER NOT NULL,
  potential_score INTEGER NOT NULL, payment_score INTEGER NOT NULL, tags TEXT NOT NULL,
  next_on TEXT NOT NULL, next_action TEXT NOT NULL, next_method TEXT NOT NULL,
  consent TEXT NOT NULL, consent_on TEXT NOT NULL, remark TEXT NOT NULL,
  archived INTEGER NOT NULL,
  last_on TEXT NOT NULL, attempts INTEGER NOT NULL, retry_on TEXT NOT NULL, regrade_on TEXT NOT NULL,
  inferred TEXT NOT NULL,
  -- month and day of the birthday, L before a lunar one
  birthday_key TEXT AS (CASE WHEN birthday = '' THEN NULL WHEN birthday LIKE 'lunar:%'
    THEN 'L' || substr(replace(substr(birthday, 7), 'r', ''), -5) ELSE substr(birthday, -5) END) VIRTUAL
) STRICT;

-- What Today reads: each condition of the queue has its index, so that a day
-- is found without looking at the other customers.
CREATE INDEX customer_next ON customer (next_on) WHERE archived = 0 AND next_on <> '' AND grade <> 'E';
CREATE INDEX customer_retry ON customer (retry_on) WHERE archived = 0 AND retry_on <> '' AND grade <> 'E';
CREATE INDEX customer_regrade ON customer (regrade_on) WHERE archived = 0 AND regrade_on <> '';
CREATE INDEX customer_ungraded ON customer (last_on) WHERE archived = 0 AND grade = '' AND last_on <> '';
CREATE INDEX customer_birthday ON customer (birthday_key) WHERE archived = 0 AND birthday <> '';

CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  seq INTEGER NOT NULL, at TEXT NOT NULL, method TEXT NOT NULL, outcome TEXT NOT NULL, kind TEXT NOT NULL,
  situation TEXT NOT NULL CHECK (situation <> ''), problem TEXT NOT NULL, solution TEXT NOT NULL,
  case_status TEXT NOT NULL, closed_on TEXT NOT NULL, fault TEXT NOT NULL, remark TEXT NOT NULL,
  set_grade TEXT NOT NULL, set_class TEXT NOT NULL, set_stage TEXT NOT NULL, set_next TEXT NOT NULL
) STRICT;
CREATE INDEX journal_customer ON journal (customer_id, at, seq);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_open ON journal (at) WHERE case_status = 'open';
CREATE INDEX journal_closed ON journal (closed_on) WHERE closed_on <> '';

-- Rows of the queue ticked off or put off.
CREATE TABLE handled (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  kind TEXT NOT NULL, record INTEGER NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer (id),
  due_on TEXT NOT NULL, handled_on TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX handled_record ON handled (record, kind, due_on);
CREATE INDEX handled_on ON handled (handled_on);
CREATE INDEX handled_customer ON handled (customer_id);

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  file TEXT NOT NULL, new INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
  refused INTEGER NOT NULL, refusals TEXT NOT NULL
) STRICT;

-- The change log. A set is one act of the person; undo and redo go by sets.
-- state: done, undone (redo can bring it back), dropped (undone, and something
-- else was done since), note (nothing to undo: an export).
CREATE TABLE change_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL, act TEXT NOT NULL, reason TEXT NOT NULL,
  state TEXT NOT NULL,
  turn INTEGER NOT NULL DEFAULT 0 -- undos and redos are counted; the last that concerned this set, 0 = none
) STRICT;
CREATE INDEX change_set_state ON change_set (state, id);
CREATE INDEX change_set_turn ON change_set (turn) WHERE turn > 0;
-- before is NULL for an insert, after for a removal; both are JSON objects of
-- the columns concerned.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  record TEXT NOT NULL, record_id INTEGER NOT NULL, customer_id INTEGER NOT NULL,
  before TEXT, after TEXT
) STRICT;
CREATE INDEX change_of_set ON change (set_id);
CREATE INDEX change_customer ON change (customer_id, set_id);

-- Worked out from customers, never logged: what a search looks through, and
-- the keys by which a customer is recognised (phone digits, bare names).
CREATE TABLE customer_search (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  archived INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX customer_search_order ON customer_search (archived, text);
CREATE TABLE customer_key (
  kind TEXT NOT NULL, key TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, key, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_key_customer ON customer_key (customer_id);

-- Text typed into a form and not saved yet.
CREATE TABLE draft (form TEXT PRIMARY KEY, fields TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
