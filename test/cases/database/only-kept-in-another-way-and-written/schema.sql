CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients SELECT i, repeat('x', 300) || i FROM generate_series(1, 2000) i;
CREATE TABLE log (line text); INSERT INTO log SELECT repeat('l', 200) || i % 50 FROM generate_series(1, 900) i;
