-- To whom a deal was lost, and what they asked.
ALTER TABLE customer ADD COLUMN lost_to TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN lost_price INTEGER NOT NULL DEFAULT 0;
