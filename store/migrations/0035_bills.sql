-- Drafts: their number, who accepted them, of which kind they are, where they are
-- and since when.
ALTER TABLE payment ADD COLUMN bill_no TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN acceptor TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN bill_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN bill_state TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN bill_on TEXT NOT NULL DEFAULT '';
CREATE INDEX payment_bills ON payment (matures_on) WHERE bill_state = 'in_hand';
