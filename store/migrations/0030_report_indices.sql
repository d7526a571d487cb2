-- What the pages of reports count without reading whole entries and cards.
CREATE INDEX journal_report ON journal (at, outcome, method, kind);
CREATE INDEX journal_problem ON journal (at, problem) WHERE problem <> '';
CREATE INDEX journal_set_stage ON journal (at, customer_id, set_stage) WHERE set_stage <> '';
CREATE INDEX journal_set_class ON journal (at, customer_id, set_class) WHERE set_class <> '';
CREATE INDEX journal_set_grade ON journal (at, customer_id, set_grade) WHERE set_grade <> '';
CREATE INDEX customer_filled ON customer (filled_on, archived, source, referrer, campaign);
