-- says: drops DROP COLUMN clients.phone
ALTER TABLE clients DROP COLUMN phone;
