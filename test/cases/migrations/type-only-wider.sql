-- says: adds ALTER COLUMN TYPE clients.name: character varying(50) → character varying(200)
ALTER TABLE clients ALTER COLUMN name TYPE varchar(200);
