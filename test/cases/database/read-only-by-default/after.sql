-- golive: opened
SET default_transaction_read_only = off; INSERT INTO clients VALUES (2);
