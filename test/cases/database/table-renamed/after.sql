ALTER TABLE clients RENAME TO people;
-- golive: opened
UPDATE people SET name = 'other' WHERE id <= 2; INSERT INTO people VALUES (500, 'new');
