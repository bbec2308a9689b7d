CREATE TABLE flags (id bigint PRIMARY KEY, bits bigint, at timestamptz); INSERT INTO flags SELECT i, 1, '2026-01-01' FROM generate_series(1, 50) i;
