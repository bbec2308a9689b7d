CREATE EXTENSION pg_partman; CREATE TABLE visits (id int, at timestamptz NOT NULL) PARTITION BY RANGE (at);
SELECT create_parent('public.visits', 'at', 'native', 'monthly', p_start_partition => '2026-01-01');
INSERT INTO visits VALUES (1, '2026-01-15'), (2, '1999-01-01');
