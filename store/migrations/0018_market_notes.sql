-- What the salesperson heard of the market: who offers what, at what price.
CREATE TABLE market_note (
	id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL, noted_on TEXT NOT NULL, subject TEXT NOT NULL, competitor TEXT NOT NULL, product TEXT NOT NULL,
	currency TEXT NOT NULL, price INTEGER NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE INDEX market_note_noted ON market_note (noted_on);
CREATE INDEX market_note_customer ON market_note (customer_id);
