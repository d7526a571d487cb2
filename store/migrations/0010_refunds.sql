-- Refunds of advances. What of a payment is neither allocated nor given back
-- is the customer's advance.

ALTER TABLE payment ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount - allocated);
DROP INDEX payment_received;
CREATE INDEX payment_received ON payment (received_on, currency, amount, allocated, refunded, reversed_on);
CREATE INDEX payment_reversed ON payment (reversed_on) WHERE reversed_on <> '';

CREATE TABLE refund (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  payment_id INTEGER NOT NULL REFERENCES payment (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  refunded_on TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), method TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX refund_payment ON refund (payment_id);
CREATE INDEX refund_customer ON refund (customer_id);
CREATE INDEX refund_on ON refund (refunded_on);
