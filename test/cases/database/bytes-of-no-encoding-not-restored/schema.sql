\connect postgres
DROP DATABASE psy;
CREATE DATABASE psy TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C';
\connect psy
CREATE TABLE clients (id int PRIMARY KEY, name text DEFAULT E'\xcd\xe5\xf2');
INSERT INTO clients VALUES (1, E'\xc0\xed\xed\xe0'), (2, E'\xff\xfe'), (3, 'Анна');
COMMENT ON TABLE clients IS E'\xc0\xc1';
CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS E'SELECT ''\xc0''';
