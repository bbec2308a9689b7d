CREATE TABLE log (line text, at date); INSERT INTO log SELECT 'same', '2026-01-01' FROM generate_series(1, 5); INSERT INTO log VALUES (NULL, NULL), ('', NULL);
