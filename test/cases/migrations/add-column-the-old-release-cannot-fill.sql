-- says: binds ADD COLUMN NOT NULL drafts.author
ALTER TABLE drafts ADD COLUMN author int NOT NULL;
