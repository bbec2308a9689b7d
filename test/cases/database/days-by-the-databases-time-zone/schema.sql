DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Europe/Moscow'); END $$;
\connect
CREATE TABLE visits (id int PRIMARY KEY, at timestamptz DEFAULT '2026-01-01 00:30+03', CHECK (extract(hour FROM at) < 24));
INSERT INTO visits SELECT i, '2026-01-01 00:00+03'::timestamptz + i * interval '1 hour' FROM generate_series(0, 30) i;
CREATE MATERIALIZED VIEW by_day AS SELECT at::date AS day, count(*) FROM visits GROUP BY 1;
