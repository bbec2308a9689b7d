CREATE TABLE files (id int PRIMARY KEY, body oid); SELECT lo_from_bytea(4711, '\x0102'); INSERT INTO files VALUES (1, 4711);
