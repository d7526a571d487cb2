-- What was known on an earlier day is asked by the day of what came later.

CREATE INDEX order_change_on ON order_change (changed_on, order_id);
CREATE INDEX receivable_invoiced ON receivable (invoiced_on) WHERE invoiced_on <> '';
