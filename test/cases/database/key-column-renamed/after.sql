ALTER TABLE clients RENAME id TO client_id;
-- golive: opened
UPDATE clients SET name = 'other' WHERE client_id <= 8; DELETE FROM clients WHERE client_id = 100;
