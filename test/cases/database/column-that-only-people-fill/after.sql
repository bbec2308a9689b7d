ALTER TABLE clients ADD phone text;
-- golive: opened
UPDATE clients SET phone = '1' WHERE id <= 12;
