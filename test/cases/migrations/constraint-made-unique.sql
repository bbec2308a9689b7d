-- says: binds ADD UNIQUE clients.one_phone
ALTER TABLE clients ADD CONSTRAINT one_phone UNIQUE (phone);
