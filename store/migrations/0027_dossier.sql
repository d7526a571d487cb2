-- The dossier of a customer: the papers wanted of them, what was looked up about
-- them, contracts, and the minutes of talks and verifications.

CREATE TABLE document (
	id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL REFERENCES customer (id), name TEXT NOT NULL, list TEXT NOT NULL, required INTEGER NOT NULL,
	form TEXT NOT NULL, copies INTEGER NOT NULL, received_on TEXT NOT NULL, expires_on TEXT NOT NULL, place TEXT NOT NULL,
	returned_on TEXT NOT NULL, handed_by TEXT NOT NULL, handed_to TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX document_customer ON document (customer_id);
CREATE INDEX document_expires ON document (expires_on) WHERE expires_on <> '';

CREATE TABLE lookup (
	id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL REFERENCES customer (id), subject TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
	result TEXT NOT NULL, checked_on TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;

CREATE TABLE contract (
	id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL REFERENCES customer (id), number TEXT NOT NULL, scope TEXT NOT NULL, signed_on TEXT NOT NULL,
	expires_on TEXT NOT NULL, responsible TEXT NOT NULL, handed_over TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX lookup_customer ON lookup (customer_id);
CREATE INDEX contract_customer ON contract (customer_id);
CREATE INDEX contract_expires ON contract (expires_on) WHERE expires_on <> '';

CREATE TABLE minutes (
	id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
	customer_id INTEGER NOT NULL REFERENCES customer (id), template TEXT NOT NULL, held_on TEXT NOT NULL, place TEXT NOT NULL,
	present TEXT NOT NULL, written_by TEXT NOT NULL, answers TEXT NOT NULL, conclusion TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE INDEX minutes_customer ON minutes (customer_id);
