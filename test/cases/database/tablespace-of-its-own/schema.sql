SET allow_in_place_tablespaces = on;
CREATE TABLESPACE apart LOCATION ''; CREATE TABLESPACE fast LOCATION '';
\connect postgres
ALTER DATABASE psy SET TABLESPACE apart;
\connect psy
CREATE TABLE clients (id int PRIMARY KEY); INSERT INTO clients VALUES (1);
CREATE TABLE hot (id int PRIMARY KEY) TABLESPACE fast; CREATE TABLE cold (id int) TABLESPACE pg_default;
