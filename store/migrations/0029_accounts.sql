-- Figures of customers' balance sheets and income, a period a row; profit may be a loss.
CREATE TABLE accounts (
	id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL REFERENCES customer (id), period TEXT NOT NULL, currency TEXT NOT NULL,
	cash INTEGER NOT NULL, inventory INTEGER NOT NULL, current_assets INTEGER NOT NULL, current_liabilities INTEGER NOT NULL,
	total_assets INTEGER NOT NULL, total_liabilities INTEGER NOT NULL, revenue INTEGER NOT NULL, profit INTEGER NOT NULL,
	analysis TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX accounts_customer ON accounts (customer_id);
