\connect postgres
DROP DATABASE psy;
CREATE DATABASE psy TEMPLATE template0 ENCODING 'KOI8R' LC_COLLATE 'C' LC_CTYPE 'C';
\connect psy
SET client_encoding = 'UTF8'; CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients VALUES (1, 'Анна');
