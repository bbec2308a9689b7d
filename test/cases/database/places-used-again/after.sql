DELETE FROM clients WHERE id % 10 = 0;
VACUUM clients;
-- golive: opened
INSERT INTO clients SELECT i, 'new' FROM generate_series(3001, 3100) i;
VACUUM (FREEZE) clients;
DELETE FROM clients WHERE id > 3050; VACUUM clients;
INSERT INTO clients SELECT i, 'again' FROM generate_series(1, 20) i WHERE i % 10 = 0;
