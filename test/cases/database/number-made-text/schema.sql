CREATE TABLE clients (id int PRIMARY KEY, phone bigint, rate numeric(6,2));
INSERT INTO clients SELECT i, 7000 + i, i FROM generate_series(1, 10) i;
