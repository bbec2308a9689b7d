-- says: drops DROP TABLE archive.notes
-- says: drops DROP SCHEMA archive
DROP SCHEMA archive CASCADE;
