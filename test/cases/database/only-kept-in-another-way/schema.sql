CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients SELECT i, repeat('x', 300) || i FROM generate_series(1, 2000) i;
CREATE TABLE visits (id int PRIMARY KEY, client int REFERENCES clients, note text);
INSERT INTO visits SELECT i, i, 'first' FROM generate_series(1, 1500) i;
