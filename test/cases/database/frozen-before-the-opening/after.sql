ALTER TABLE clients ADD phone text; UPDATE clients SET phone = ''; VACUUM (FREEZE) clients;
-- golive: opened
UPDATE clients SET phone = '5' WHERE id <= 13;
