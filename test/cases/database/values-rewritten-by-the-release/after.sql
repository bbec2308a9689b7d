UPDATE clients SET name = upper(name);
-- golive: opened
UPDATE clients SET name = 'other' WHERE id <= 3;
