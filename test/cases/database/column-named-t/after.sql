-- golive: opened
UPDATE t SET t = 'other' WHERE id <= 2; DELETE FROM t WHERE id = 5;
