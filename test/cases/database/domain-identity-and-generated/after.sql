-- golive: opened
UPDATE clients SET phone = '+123456' WHERE id <= 3; INSERT INTO clients (phone) VALUES ('+8');
