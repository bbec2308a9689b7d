\connect postgres
DROP DATABASE psy;
CREATE DATABASE psy TEMPLATE template0 OWNER psychology LOCALE_PROVIDER icu ICU_LOCALE 'de-u-co-phonebk' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
\connect psy
CREATE TABLE clients (name text PRIMARY KEY); INSERT INTO clients VALUES ('Ärger'), ('Anna'), ('zoe');
