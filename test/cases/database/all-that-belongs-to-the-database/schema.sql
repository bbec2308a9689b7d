CREATE ROLE reader; CREATE ROLE keeper; CREATE SCHEMA extra;
DO $$ BEGIN
EXECUTE format('ALTER DATABASE %I OWNER TO keeper', current_database());
EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 23', current_database());
EXECUTE format('ALTER ROLE reader IN DATABASE %I SET work_mem = %L', current_database(), '5MB');
EXECUTE format('ALTER ROLE reader IN DATABASE %I SET search_path = public, extra', current_database());
EXECUTE format('ALTER DATABASE %I SET statement_timeout = %L', current_database(), '7s');
EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
EXECUTE format('GRANT CONNECT ON DATABASE %I TO reader WITH GRANT OPTION', current_database());
EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), E'the clinic''s "own";\n :name \\ data');
END $$;
CREATE TABLE clients (id int PRIMARY KEY); INSERT INTO clients VALUES (1);
