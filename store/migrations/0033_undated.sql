-- Confirmed orders without a promised day, which Today asks for.
CREATE INDEX customer_order_undated ON customer_order (confirmed_on) WHERE promised_on = '' AND status = 'confirmed';
