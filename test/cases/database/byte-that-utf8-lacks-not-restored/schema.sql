\connect postgres
DROP DATABASE psy;
CREATE DATABASE psy TEMPLATE template0 ENCODING 'WIN1251' LC_COLLATE 'C' LC_CTYPE 'C';
\connect psy
SET client_encoding = 'UTF8';
CREATE TABLE "клиенты" (id int PRIMARY KEY, name text DEFAULT E'\x98');
INSERT INTO "клиенты" VALUES (1, 'Анна'), (2, E'\x98');
COMMENT ON TABLE "клиенты" IS 'люди';
CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS E'SELECT ''\x98''';
