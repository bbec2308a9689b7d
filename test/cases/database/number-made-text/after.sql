ALTER TABLE clients ALTER phone TYPE text, ALTER rate TYPE float8, ALTER id TYPE text;
-- golive: opened
UPDATE clients SET phone = '+7' WHERE id IN ('1', '2');
