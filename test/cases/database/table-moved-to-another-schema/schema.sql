CREATE TABLE clients (id int PRIMARY KEY, name varchar(100));
INSERT INTO clients SELECT i, 'client ' || i FROM generate_series(1, 100) i;
