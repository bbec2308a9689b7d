ALTER TABLE bills ALTER amount TYPE numeric(14,4);
VACUUM FULL FREEZE bills;
-- golive: opened
UPDATE bills SET amount = amount + 1 WHERE id <= 11;
