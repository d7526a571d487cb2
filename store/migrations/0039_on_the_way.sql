-- Of the shipments of an order that are on their way, the one that should be there
-- first: a part that is late is asked for like all of the goods.

ALTER TABLE customer_order ADD COLUMN way_on TEXT NOT NULL DEFAULT '';
ALTER TABLE customer_order ADD COLUMN way_eta TEXT NOT NULL DEFAULT '';
ALTER TABLE customer_order ADD COLUMN way_carrier TEXT NOT NULL DEFAULT '';
ALTER TABLE customer_order ADD COLUMN way_waybill TEXT NOT NULL DEFAULT '';

UPDATE customer_order SET (way_on, way_eta, way_carrier, way_waybill) =
  (SELECT shipped_on, eta, carrier, waybill FROM shipment s WHERE s.order_no = customer_order.order_no AND s.received_on = ''
    ORDER BY iif(eta <> '', eta, date(shipped_on, '+3 days')), shipped_on, id LIMIT 1)
  WHERE order_no IN (SELECT order_no FROM shipment WHERE received_on = '');

DROP INDEX customer_order_transit;
CREATE INDEX customer_order_transit ON customer_order (way_eta) WHERE way_on <> '' AND status IN ('confirmed', 'delivered');
