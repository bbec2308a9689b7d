-- says: rewrites RENAME TABLE drafts → archive.drafts
ALTER TABLE drafts SET SCHEMA archive;
