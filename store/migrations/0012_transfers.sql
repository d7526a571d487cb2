-- What is open of an order, and what was paid on it where that goes along, moves
-- to another customer on a day: the payment there keeps the day on which the
-- money came, the receivable is no sale of its own. A transfer stands in the
-- history of the customer whom the order left.

ALTER TABLE payment ADD COLUMN came_on TEXT NOT NULL DEFAULT '';
ALTER TABLE receivable ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;
CREATE INDEX order_change_moved ON order_change (changed_on) WHERE kind = 'transfer';
