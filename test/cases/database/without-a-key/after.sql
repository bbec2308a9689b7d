-- golive: opened
INSERT INTO log VALUES ('same', '2026-01-01'), ('other', NULL); UPDATE log SET line = 'was null' WHERE line IS NULL;
