\connect postgres
DROP DATABASE psy; CREATE DATABASE psy OWNER psychology TEMPLATE template0 ENCODING 'WIN1251' LC_COLLATE 'C' LC_CTYPE 'C';
\connect psy
SET client_encoding = 'UTF8';
CREATE TABLE "клиенты" (id int PRIMARY KEY, "имя" text); INSERT INTO "клиенты" VALUES (1, 'Анна'), (2, 'ёж');
INSERT INTO "клиенты" VALUES (3, convert_from('\x98cff0', 'WIN1251'));
