DROP DATABASE IF EXISTS psy_was;
\connect postgres
DROP DATABASE psy; CREATE DATABASE psy OWNER psychology TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C';
\connect psy
CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients VALUES (1, 'Anna'), (2, E'\xcf\xf0\xe8\xe2\xe5\xf2'), (3, E'\xff\xfe'), (4, E'\xd0\x96');
CREATE TABLE sorted AS SELECT name FROM clients ORDER BY name COLLATE "C"; COMMENT ON TABLE clients IS E'\xea\xeb';
