ALTER TABLE clients ALTER name TYPE varchar(200);
-- golive: opened
UPDATE clients SET name = 'other ' || id WHERE id <= 30;
