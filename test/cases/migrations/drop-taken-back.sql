-- says: adds ADD COLUMN clients.fax
BEGIN;
SAVEPOINT a;
ALTER TABLE clients DROP COLUMN phone;
DROP TABLE archive.notes;
ROLLBACK TO a;
ALTER TABLE clients ADD COLUMN fax text;
COMMIT;
