ALTER TABLE clients ADD seen timestamptz DEFAULT clock_timestamp();
-- golive: opened
UPDATE clients SET seen = now() WHERE id <= 4;
