ALTER TABLE pairs RENAME a TO c; ALTER TABLE pairs RENAME b TO a; ALTER TABLE pairs RENAME c TO b;
-- golive: opened
UPDATE pairs SET a = 'x' WHERE id <= 3;
