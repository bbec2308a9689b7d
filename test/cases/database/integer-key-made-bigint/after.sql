ALTER TABLE clients ALTER id TYPE bigint;
ALTER TABLE visits ALTER id TYPE bigint, ALTER client TYPE bigint;
-- golive: opened
UPDATE clients SET name = 'other' WHERE id <= 70;
UPDATE visits SET note = 'second' WHERE id <= 5; INSERT INTO visits (client, note) VALUES (1, 'new'); DELETE FROM visits WHERE id IN (50, 51);
