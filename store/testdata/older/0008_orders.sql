-- Orders with their lines, nodes and changes. Amounts are minor units of the
-- record's currency, quantities thousandths. What is kept on an order counts
-- everything, whatever its day.

ALTER TABLE settings ADD COLUMN lead_confirm INTEGER NOT NULL DEFAULT 14;
ALTER TABLE settings ADD COLUMN lead_price_review INTEGER NOT NULL DEFAULT 13;
ALTER TABLE settings ADD COLUMN lead_prepare INTEGER NOT NULL DEFAULT 10;
ALTER TABLE settings ADD COLUMN lead_produce INTEGER NOT NULL DEFAULT 4;
ALTER TABLE settings ADD COLUMN lead_ship INTEGER NOT NULL DEFAULT 2;
ALTER TABLE settings ADD COLUMN lag_reconcile INTEGER NOT NULL DEFAULT 5;
ALTER TABLE settings ADD COLUMN lag_invoice INTEGER NOT NULL DEFAULT 7;
ALTER TABLE settings ADD COLUMN node_lead INTEGER NOT NULL DEFAULT 1;
ALTER TABLE settings ADD COLUMN discount_limit INTEGER NOT NULL DEFAULT 10;
ALTER TABLE settings ADD COLUMN quote_days INTEGER NOT NULL DEFAULT 7;
ALTER TABLE settings ADD COLUMN reserve_days INTEGER NOT NULL DEFAULT 2;
ALTER TABLE settings ADD COLUMN care_days INTEGER NOT NULL DEFAULT 90;
ALTER TABLE settings ADD COLUMN interval_alert INTEGER NOT NULL DEFAULT 1;

-- Since when the customer has all that was ordered.
ALTER TABLE customer ADD COLUMN care_from TEXT NOT NULL DEFAULT '';

-- The order that a receivable follows; 0 = made by hand.
ALTER TABLE receivable ADD COLUMN order_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX receivable_order ON receivable (order_id) WHERE order_id <> 0;

CREATE TABLE customer_order (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_no TEXT NOT NULL CHECK (order_no <> ''),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  project_id INTEGER NOT NULL,
  ordered_on TEXT NOT NULL, quoted_on TEXT NOT NULL, promised_on TEXT NOT NULL,
  currency TEXT NOT NULL, terms TEXT NOT NULL, salesperson TEXT NOT NULL, contract_no TEXT NOT NULL, signed_on TEXT NOT NULL,
  status TEXT NOT NULL, reserved_on TEXT NOT NULL, reserved_until TEXT NOT NULL,
  review TEXT NOT NULL, approved_by TEXT NOT NULL, approved_on TEXT NOT NULL, approved_reason TEXT NOT NULL, limit_reason TEXT NOT NULL,
  carrier TEXT NOT NULL, waybill TEXT NOT NULL, vehicle TEXT NOT NULL, eta TEXT NOT NULL,
  shipped_on TEXT NOT NULL, received_on TEXT NOT NULL, received_by TEXT NOT NULL, accepted_on TEXT NOT NULL,
  invoice_no TEXT NOT NULL, remark TEXT NOT NULL,
  confirmed_on TEXT NOT NULL, reconciled_on TEXT NOT NULL, invoiced_on TEXT NOT NULL,
  closed_on TEXT NOT NULL, cancelled_on TEXT NOT NULL, cancelled_reason TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0), billed INTEGER NOT NULL CHECK (billed >= 0),
  collected INTEGER NOT NULL CHECK (collected >= 0), outstanding INTEGER NOT NULL CHECK (outstanding >= 0),
  next_node TEXT NOT NULL, next_on TEXT NOT NULL, moved_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX customer_order_no ON customer_order (order_no);
-- What a customer ordered: importance, exposure, the usual interval.
CREATE INDEX customer_order_customer ON customer_order (customer_id, ordered_on, status, currency, total, billed, received_on);
CREATE INDEX customer_order_ordered ON customer_order (ordered_on, status, currency, customer_id, total);
CREATE INDEX customer_order_sums ON customer_order (status, currency, total, billed, collected, outstanding);
CREATE INDEX customer_order_moved ON customer_order (moved_on);
CREATE INDEX customer_order_project ON customer_order (project_id) WHERE project_id <> 0;
CREATE INDEX customer_order_received ON customer_order (received_on, promised_on, customer_id) WHERE received_on <> '';
-- What Today reads: each condition of the queue has its index.
CREATE INDEX customer_order_next ON customer_order (next_on) WHERE next_on <> '' AND status IN ('confirmed', 'delivered');
CREATE INDEX customer_order_promised ON customer_order (promised_on) WHERE promised_on <> '' AND status = 'confirmed';
CREATE INDEX customer_order_transit ON customer_order (eta) WHERE shipped_on <> '' AND received_on = '' AND status = 'confirmed';
CREATE INDEX customer_order_uninvoiced ON customer_order (received_on) WHERE received_on <> '' AND invoiced_on = '' AND status = 'delivered';
CREATE INDEX customer_order_reserved ON customer_order (reserved_until) WHERE status = 'reserved';
CREATE INDEX customer_order_quoted ON customer_order (quoted_on) WHERE quoted_on <> '' AND status = 'quote';
CREATE INDEX customer_order_review ON customer_order (ordered_on) WHERE review = 'needed';

CREATE TABLE order_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES customer_order (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  seq INTEGER NOT NULL, product TEXT NOT NULL, name TEXT NOT NULL, spec TEXT NOT NULL, colour TEXT NOT NULL, unit TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0), returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND quantity),
  currency TEXT NOT NULL, unit_price INTEGER NOT NULL CHECK (unit_price >= 0), discount INTEGER NOT NULL CHECK (discount >= 0),
  amount INTEGER NOT NULL CHECK (amount >= 0), list_price INTEGER NOT NULL, floor_price INTEGER NOT NULL
) STRICT;
CREATE INDEX order_line_order ON order_line (order_id, seq);
CREATE INDEX order_line_customer ON order_line (customer_id);

CREATE TABLE order_node (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES customer_order (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  node TEXT NOT NULL, planned_on TEXT NOT NULL, done_on TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX order_node_order ON order_node (order_id, node);
CREATE INDEX order_node_customer ON order_node (customer_id);

CREATE TABLE order_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES customer_order (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL, changed_on TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''),
  before TEXT NOT NULL, after TEXT NOT NULL, currency TEXT NOT NULL, total_before INTEGER NOT NULL, total_after INTEGER NOT NULL
) STRICT;
CREATE INDEX order_change_order ON order_change (order_id);
CREATE INDEX order_change_customer ON order_change (customer_id);
