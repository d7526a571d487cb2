-- Receivables, payments and chasing. Amounts are minor units of the record's
-- currency. The sums kept on a receivable count everything, whatever its day;
-- reports as of an earlier day take off what came later.

ALTER TABLE settings ADD COLUMN aging_days TEXT NOT NULL DEFAULT '30
60
90';
ALTER TABLE settings ADD COLUMN ladder TEXT NOT NULL DEFAULT '-7
-1
1
7
15
30';
ALTER TABLE settings ADD COLUMN month_terms TEXT NOT NULL DEFAULT 'months';
ALTER TABLE settings ADD COLUMN month_from TEXT NOT NULL DEFAULT 'invoice';
ALTER TABLE settings ADD COLUMN bank_name TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN bank_holder TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN plans TEXT NOT NULL DEFAULT '';

CREATE TABLE receivable (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  order_no TEXT NOT NULL, kind TEXT NOT NULL, instalment INTEGER NOT NULL, instalments INTEGER NOT NULL,
  invoice_no TEXT NOT NULL, invoiced_on TEXT NOT NULL, sale_on TEXT NOT NULL, due_on TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), terms TEXT NOT NULL,
  disputed INTEGER NOT NULL, dispute_reason TEXT NOT NULL,
  written_off INTEGER NOT NULL, written_off_on TEXT NOT NULL, written_off_reason TEXT NOT NULL, remark TEXT NOT NULL,
  paid INTEGER NOT NULL CHECK (paid >= 0), settled INTEGER NOT NULL CHECK (settled BETWEEN 0 AND amount),
  chased_on TEXT NOT NULL, chased_level INTEGER NOT NULL,
  promised_on TEXT NOT NULL, promise_on TEXT NOT NULL, promised_paid INTEGER NOT NULL, promised_sum INTEGER NOT NULL,
  -- the first day on which it counts
  since TEXT AS (CASE WHEN sale_on = '' OR (invoiced_on <> '' AND invoiced_on < sale_on) THEN invoiced_on ELSE sale_on END) VIRTUAL
) STRICT;
-- What is open, with all that aging, overdue sums and the queue look at.
CREATE INDEX receivable_open ON receivable (due_on, customer_id, currency, amount, settled, paid, since, disputed, chased_on, chased_level) WHERE settled < amount;
CREATE INDEX receivable_open_customer ON receivable (customer_id, currency, due_on, amount, settled, since) WHERE settled < amount;
CREATE INDEX receivable_promise ON receivable (promise_on) WHERE settled < amount AND promise_on <> '';
CREATE INDEX receivable_customer ON receivable (customer_id, order_no);
CREATE INDEX receivable_sums ON receivable (due_on, currency, amount, settled, paid, since, invoiced_on, invoice_no);
CREATE INDEX receivable_invoice ON receivable (invoice_no) WHERE invoice_no <> '';
CREATE INDEX receivable_written_off ON receivable (written_off_on) WHERE written_off_on <> '';

CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  received_on TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
  method TEXT NOT NULL, matures_on TEXT NOT NULL, payer TEXT NOT NULL, receipt_no TEXT NOT NULL, verified INTEGER NOT NULL,
  remark TEXT NOT NULL, reversed_on TEXT NOT NULL, reversed_reason TEXT NOT NULL,
  allocated INTEGER NOT NULL CHECK (allocated BETWEEN 0 AND amount)
) STRICT;
CREATE INDEX payment_customer ON payment (customer_id, received_on);
CREATE INDEX payment_received ON payment (received_on, currency, amount, allocated, reversed_on);

CREATE TABLE allocation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  payment_id INTEGER NOT NULL REFERENCES payment (id), receivable_id INTEGER NOT NULL REFERENCES receivable (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  amount INTEGER NOT NULL CHECK (amount > 0), allocated_on TEXT NOT NULL, reversed_on TEXT NOT NULL
) STRICT;
CREATE INDEX allocation_payment ON allocation (payment_id);
CREATE INDEX allocation_receivable ON allocation (receivable_id, allocated_on, reversed_on, amount);
CREATE INDEX allocation_customer ON allocation (customer_id, allocated_on);
CREATE INDEX allocation_on ON allocation (allocated_on, reversed_on, receivable_id, amount);
CREATE INDEX allocation_reversed ON allocation (reversed_on) WHERE reversed_on <> '';

CREATE TABLE credit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  receivable_id INTEGER NOT NULL REFERENCES receivable (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  credited_on TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), reason TEXT NOT NULL
) STRICT;
CREATE INDEX credit_receivable ON credit (receivable_id);
CREATE INDEX credit_customer ON credit (customer_id);
CREATE INDEX credit_on ON credit (credited_on);

CREATE TABLE dunning (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  receivable_id INTEGER NOT NULL REFERENCES receivable (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  chased_on TEXT NOT NULL, level INTEGER NOT NULL, method TEXT NOT NULL, outcome TEXT NOT NULL,
  promise_on TEXT NOT NULL, promise_amount INTEGER NOT NULL, note TEXT NOT NULL, entry_id INTEGER NOT NULL
) STRICT;
CREATE INDEX dunning_receivable ON dunning (receivable_id, chased_on);
CREATE INDEX dunning_customer ON dunning (customer_id, chased_on);
CREATE INDEX dunning_on ON dunning (chased_on);
CREATE INDEX dunning_promise ON dunning (promise_on) WHERE promise_on <> '';

CREATE TABLE reconciliation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  from_on TEXT NOT NULL, to_on TEXT NOT NULL, sent_on TEXT NOT NULL, confirmed_on TEXT NOT NULL,
  currency TEXT NOT NULL, difference INTEGER NOT NULL, difference_reason TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX reconciliation_customer ON reconciliation (customer_id, to_on);
