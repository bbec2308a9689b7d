VACUUM FULL flags;
-- golive: opened
UPDATE flags SET bits = 4294967296 WHERE id = 1; UPDATE flags SET id = 38654705664 WHERE id = 9; UPDATE flags SET at = '-infinity' WHERE id = 2;
