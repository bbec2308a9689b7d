ALTER TABLE log ADD level int;
-- golive: opened
INSERT INTO log VALUES ('same', 1); UPDATE log SET level = 2 WHERE ctid IN (SELECT ctid FROM log ORDER BY ctid LIMIT 2);
