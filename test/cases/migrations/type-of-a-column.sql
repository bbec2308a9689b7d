-- says: rewrites ALTER COLUMN TYPE clients.code: integer → bigint
-- says: builds REWRITE TABLE clients
ALTER TABLE clients ALTER COLUMN code TYPE bigint;
