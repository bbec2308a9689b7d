CREATE TABLE notes (id serial PRIMARY KEY, line text); CREATE TABLE private_notes (secret text) INHERITS (notes);
ALTER TABLE notes ADD at date; INSERT INTO notes (line) VALUES ('a'), ('b'); INSERT INTO private_notes VALUES (10, 'c', 's', NULL), (11, 'd', 's', NULL);
