DO $$ BEGIN EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', current_user); END $$; 
CREATE TABLE clients (id int PRIMARY KEY); INSERT INTO clients VALUES (1);
