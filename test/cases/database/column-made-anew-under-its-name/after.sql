ALTER TABLE clients ADD new_name text; UPDATE clients SET new_name = name;
ALTER TABLE clients DROP name; ALTER TABLE clients RENAME new_name TO name;
-- golive: opened
UPDATE clients SET name = 'other' WHERE id <= 6;
