-- golive: opened
UPDATE odd SET n = 1.00, a = '{"NULL","NULL",""}' WHERE id = 1; UPDATE odd SET i = '1 mon' WHERE id = 2;
