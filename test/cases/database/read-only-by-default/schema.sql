CREATE TABLE clients (id int PRIMARY KEY); INSERT INTO clients VALUES (1);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$;
