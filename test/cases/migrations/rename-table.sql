-- says: rewrites RENAME TABLE drafts → sketches
ALTER TABLE drafts RENAME TO sketches;
