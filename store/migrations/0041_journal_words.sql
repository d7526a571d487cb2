-- What is written in the journal, by the pairs of its characters: a text of any
-- length is found without reading every entry. It holds no text of its own; the
-- store fills it as it writes.
CREATE VIRTUAL TABLE journal_words USING fts5 (pairs, content='', contentless_delete=1, tokenize='ascii', prefix='1');
