-- says: drops DROP TABLE drafts
-- says: adds CREATE TABLE drafts
CREATE TABLE drafts_new (LIKE drafts INCLUDING ALL);
INSERT INTO drafts_new SELECT * FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_new RENAME TO drafts;
