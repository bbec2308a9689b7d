CREATE TABLE clients (id int PRIMARY KEY, name varchar(100), old text);
INSERT INTO clients SELECT i, 'client ' || i, 'o' FROM generate_series(1, 100) i;
