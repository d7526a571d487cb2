-- For when shipping an order is planned, from which what is due before it counts,
-- and why goods went out although it was not all paid.

ALTER TABLE customer_order ADD COLUMN ship_by TEXT NOT NULL DEFAULT '';
ALTER TABLE customer_order ADD COLUMN ship_reason TEXT NOT NULL DEFAULT '';
UPDATE customer_order SET ship_by = coalesce((SELECT planned_on FROM order_node n WHERE n.order_id = customer_order.id AND n.node = 'ship'), '');
