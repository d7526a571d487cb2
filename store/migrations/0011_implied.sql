-- What a sheet implies and nobody stated: receivables that the rule made of a
-- sheet of orders, and payments of which a sheet says only that so much was
-- collected. A sheet that states them takes their place.

ALTER TABLE receivable ADD COLUMN implied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN implied INTEGER NOT NULL DEFAULT 0;
