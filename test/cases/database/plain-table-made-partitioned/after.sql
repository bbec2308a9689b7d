ALTER TABLE events RENAME TO events_old;
CREATE TABLE events (id bigint, day date, note text, PRIMARY KEY (id, day)) PARTITION BY HASH (id);
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO events SELECT * FROM events_old;
-- golive: opened
UPDATE events SET note = 'other' WHERE id <= 4; INSERT INTO events VALUES (99, '2026-02-02', 'new');
