CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients SELECT i, repeat('x', 300) || i FROM generate_series(1, 2000) i;
ALTER TABLE clients SET (fillfactor = 30); ALTER TABLE clients ADD seen int; UPDATE clients SET seen = 0;
