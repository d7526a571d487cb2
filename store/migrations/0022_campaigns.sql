-- What is done to win customers, and the campaign by which a customer came: it
-- was a text on the card, and is another record now. Each text that a card has,
-- or had in the log, is a campaign of its own.
CREATE TABLE campaign (
	id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	name TEXT NOT NULL, channel TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
	planned_cost INTEGER NOT NULL, actual_cost INTEGER NOT NULL, currency TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX campaign_name ON campaign (name);
INSERT INTO campaign (created_at, updated_at, name, channel, from_on, to_on, planned_cost, actual_cost, currency, remark)
	SELECT min(at), min(at), name, '', '', '', 0, 0, 'CNY', '' FROM (
		SELECT campaign AS name, created_at AS at FROM customer
		UNION ALL SELECT json_extract(c.before, '$.campaign'), s.at FROM change c JOIN change_set s ON s.id = c.set_id WHERE c.record = 'customer'
		UNION ALL SELECT json_extract(c.after, '$.campaign'), s.at FROM change c JOIN change_set s ON s.id = c.set_id WHERE c.record = 'customer')
	WHERE name <> '' GROUP BY name;
ALTER TABLE customer RENAME COLUMN campaign TO campaign_named;
ALTER TABLE customer ADD COLUMN campaign INTEGER NOT NULL DEFAULT 0;
UPDATE customer SET campaign = (SELECT id FROM campaign WHERE name = campaign_named) WHERE campaign_named <> '';
ALTER TABLE customer DROP COLUMN campaign_named;
UPDATE change SET before = json_set(before, '$.campaign',
		coalesce((SELECT id FROM campaign WHERE name = json_extract(change.before, '$.campaign')), 0))
	WHERE record = 'customer' AND json_extract(before, '$.campaign') IS NOT NULL;
UPDATE change SET after = json_set(after, '$.campaign',
		coalesce((SELECT id FROM campaign WHERE name = json_extract(change.after, '$.campaign')), 0))
	WHERE record = 'customer' AND json_extract(after, '$.campaign') IS NOT NULL;
CREATE INDEX customer_campaign ON customer (campaign) WHERE campaign <> 0;
