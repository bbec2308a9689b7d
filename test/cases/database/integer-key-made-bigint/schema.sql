CREATE TABLE clients (id int PRIMARY KEY, name varchar(100));
INSERT INTO clients SELECT i, 'client ' || i FROM generate_series(1, 100) i;
CREATE TABLE visits (id serial PRIMARY KEY, client int REFERENCES clients, note text);
INSERT INTO visits (client, note) SELECT i, 'first' FROM generate_series(1, 100) i;
