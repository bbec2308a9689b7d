-- golive: opened
BEGIN; SELECT FROM clients WHERE id < 100 FOR SHARE; SAVEPOINT a; SELECT FROM clients WHERE id < 50 FOR UPDATE; COMMIT;
BEGIN; UPDATE clients SET seen = 1; DELETE FROM clients WHERE id > 5; ROLLBACK;
UPDATE clients SET seen = 2 WHERE id < 300; UPDATE clients SET seen = 0 WHERE id < 300;
BEGIN; SAVEPOINT a; UPDATE clients SET seen = 3 WHERE id = 9; ROLLBACK TO a; SAVEPOINT b; UPDATE clients SET seen = 4 WHERE id = 10; RELEASE b; COMMIT;
INSERT INTO clients VALUES (5000, 'gone again', 0); DELETE FROM clients WHERE id = 5000;
BEGIN; CREATE TEMP TABLE kept AS SELECT * FROM clients WHERE id = 11; DELETE FROM clients WHERE id = 11; INSERT INTO clients SELECT * FROM kept; COMMIT;
