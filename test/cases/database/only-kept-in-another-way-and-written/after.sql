-- golive: opened
UPDATE clients SET name = 'one' WHERE id = 1; VACUUM FULL clients; DELETE FROM clients WHERE id = 2; VACUUM (FREEZE) clients;
INSERT INTO log SELECT repeat('l', 200) || 1; VACUUM FULL log;
