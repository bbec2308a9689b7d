CREATE TABLE events (id int PRIMARY KEY, day date NOT NULL, note text); INSERT INTO events SELECT i, '2026-01-01', 'first' FROM generate_series(1, 30) i;
