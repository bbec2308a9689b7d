ALTER TABLE clients DROP old;
-- golive: opened
UPDATE clients SET name = 'other' WHERE id = 7;
