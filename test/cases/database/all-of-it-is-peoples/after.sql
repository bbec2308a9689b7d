UPDATE clients SET name = 'other' WHERE id <= 3; INSERT INTO clients VALUES (200, 'new'); DELETE FROM clients WHERE id = 50;
