-- The turns count the undos and redos since the latest act. What was undone
-- before it keeps none: only its number brings it back.
UPDATE change_set SET turn = 0 WHERE state = 'dropped';
