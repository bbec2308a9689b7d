CREATE TABLE log (line text); INSERT INTO log SELECT 'same' FROM generate_series(1, 5);
