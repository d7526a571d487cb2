-- Shipments and invoices of orders, several where an order goes out or is billed
-- in parts; of every order that has gone out, or has been billed, the one that it
-- had. Quantities are thousandths, amounts minor units of the currency.

CREATE TABLE shipment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_no TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer (id),
  shipped_on TEXT NOT NULL, goods TEXT NOT NULL, carrier TEXT NOT NULL, waybill TEXT NOT NULL, vehicle TEXT NOT NULL, eta TEXT NOT NULL,
  received_on TEXT NOT NULL, received_by TEXT NOT NULL, ship_reason TEXT NOT NULL, remark TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 0)
) STRICT;
CREATE INDEX shipment_order ON shipment (order_no, shipped_on);
CREATE INDEX shipment_customer ON shipment (customer_id);

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  order_no TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_no TEXT NOT NULL, invoiced_on TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX invoice_order ON invoice (order_no, invoiced_on);
CREATE INDEX invoice_customer ON invoice (customer_id);

ALTER TABLE customer_order ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer_order ADD COLUMN invoiced INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer_order ADD COLUMN part_on TEXT NOT NULL DEFAULT '';

INSERT INTO shipment (created_at, updated_at, order_no, customer_id, shipped_on, goods, carrier, waybill, vehicle, eta, received_on,
  received_by, ship_reason, remark, quantity)
  SELECT updated_at, updated_at, order_no, customer_id, shipped_on, '', carrier, waybill, vehicle, eta, received_on, received_by,
    ship_reason, '', coalesce((SELECT sum(quantity - returned) FROM order_line l WHERE l.order_id = o.id), 0)
  FROM customer_order o WHERE shipped_on <> '' ORDER BY id;
INSERT INTO invoice (created_at, updated_at, order_no, customer_id, invoice_no, invoiced_on, currency, amount, remark)
  SELECT updated_at, updated_at, order_no, customer_id, invoice_no, invoiced_on, currency, total, ''
  FROM customer_order WHERE invoiced_on <> '' AND total > 0 ORDER BY id;
UPDATE customer_order SET
  shipped = coalesce((SELECT sum(quantity) FROM shipment s WHERE s.order_no = customer_order.order_no), 0),
  invoiced = iif(invoiced_on <> '', total, 0), part_on = max(shipped_on, received_on, invoiced_on)
  WHERE shipped_on <> '' OR invoiced_on <> '';
