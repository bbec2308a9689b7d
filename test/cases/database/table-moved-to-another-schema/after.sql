CREATE SCHEMA crm; ALTER TABLE clients SET SCHEMA crm;
-- golive: opened
UPDATE crm.clients SET name = 'other' WHERE id <= 2;
