-- What the lines of an order were before a change of them, and how their prices
-- had been reviewed: so that earlier days stay as they were.

ALTER TABLE order_change ADD COLUMN was TEXT NOT NULL DEFAULT '';
