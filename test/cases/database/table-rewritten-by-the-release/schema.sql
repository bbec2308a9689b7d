CREATE TABLE bills (id int PRIMARY KEY, amount numeric(10,2)); INSERT INTO bills SELECT i, i + 0.5 FROM generate_series(1, 40) i;
