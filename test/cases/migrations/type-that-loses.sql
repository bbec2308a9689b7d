-- says: rewrites ALTER COLUMN TYPE clients.name: character varying(50) → character varying(3)
-- says: builds REWRITE TABLE clients
ALTER TABLE clients ALTER COLUMN name TYPE varchar(3) USING left(name, 3);
