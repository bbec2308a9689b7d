-- says: binds SET NOT NULL clients.phone
ALTER TABLE clients ALTER COLUMN phone SET NOT NULL;
