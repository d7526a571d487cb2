-- What belongs to a customer beside the card and the journal.

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''), role TEXT NOT NULL, phones TEXT NOT NULL, wechat TEXT NOT NULL,
  email TEXT NOT NULL, birthday TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id);

CREATE TABLE visit_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  purpose TEXT NOT NULL, bring TEXT NOT NULL, pitch TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX visit_plan_customer ON visit_plan (customer_id);

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  plan TEXT NOT NULL, to_solve TEXT NOT NULL, deciders TEXT NOT NULL, timetable TEXT NOT NULL,
  budget TEXT NOT NULL, process TEXT NOT NULL
) STRICT;
CREATE INDEX purchase_customer ON purchase (customer_id);

CREATE TABLE occasion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  label TEXT NOT NULL CHECK (label <> ''), day TEXT NOT NULL,
  day_key TEXT AS (CASE WHEN day LIKE 'lunar:%' THEN 'L' || substr(replace(substr(day, 7), 'r', ''), -5) ELSE substr(day, -5) END) VIRTUAL
) STRICT;
CREATE INDEX occasion_customer ON occasion (customer_id);
CREATE INDEX occasion_day ON occasion (day_key);

CREATE TABLE customer_price (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  product TEXT NOT NULL, currency TEXT NOT NULL, price INTEGER NOT NULL, colour TEXT NOT NULL, sample_no TEXT NOT NULL
) STRICT;
CREATE INDEX customer_price_customer ON customer_price (customer_id);

CREATE TABLE company (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  registered_address TEXT NOT NULL, business_address TEXT NOT NULL, legal_rep TEXT NOT NULL, legal_rep_id TEXT NOT NULL,
  legal_rep_address TEXT NOT NULL, legal_rep_phone TEXT NOT NULL, registered_capital TEXT NOT NULL, term_of_business TEXT NOT NULL,
  licence_no TEXT NOT NULL, scope TEXT NOT NULL, organisation_code TEXT NOT NULL, organisation_code_expires TEXT NOT NULL,
  taxpayer_id TEXT NOT NULL, tax_officer TEXT NOT NULL, bank TEXT NOT NULL, bank_account TEXT NOT NULL, industry TEXT NOT NULL,
  shareholders TEXT NOT NULL, guarantees TEXT NOT NULL, traits TEXT NOT NULL, business TEXT NOT NULL, dealings TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX company_customer ON company (customer_id);

CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''), name TEXT NOT NULL, colour TEXT NOT NULL, spec TEXT NOT NULL, unit TEXT NOT NULL,
  currency TEXT NOT NULL, list_price INTEGER NOT NULL, floor_price INTEGER NOT NULL, inactive INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX product_code ON product (code);
