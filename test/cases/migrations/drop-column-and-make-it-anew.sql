-- says: drops DROP COLUMN clients.phone
-- says: adds ADD COLUMN clients.phone
ALTER TABLE clients DROP COLUMN phone;
ALTER TABLE clients ADD COLUMN phone bigint;
