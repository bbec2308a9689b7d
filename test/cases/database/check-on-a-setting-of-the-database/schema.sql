DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.country = %L', current_database(), 'ru; "x" \ '' :y');
EXECUTE format('ALTER DATABASE %I SET search_path = crm, "Mixed Case", public', current_database()); END $$;
\connect
CREATE SCHEMA crm; CREATE TABLE crm.clients (id int PRIMARY KEY, country text DEFAULT current_setting('app.country'), CHECK (country = current_setting('app.country')));
INSERT INTO crm.clients VALUES (1), (2);
