ALTER TABLE clients RENAME name TO full_name;
-- golive: opened
UPDATE clients SET full_name = 'other' WHERE id <= 9;
