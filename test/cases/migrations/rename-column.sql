-- says: rewrites RENAME COLUMN clients.phone → telephone
ALTER TABLE clients RENAME COLUMN phone TO telephone;
