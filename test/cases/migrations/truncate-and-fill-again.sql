-- says: drops TRUNCATE archive.notes
-- says: adds INSERT archive.notes 2
BEGIN;
TRUNCATE archive.notes;
INSERT INTO archive.notes VALUES (1, 'x'), (2, 'y');
COMMIT;
