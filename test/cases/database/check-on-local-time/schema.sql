DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Asia/Vladivostok'); END $$;
\connect
CREATE TABLE slots (id int PRIMARY KEY, at timestamptz CHECK (extract(hour FROM at) BETWEEN 9 AND 18));
INSERT INTO slots SELECT i, '2026-01-01 09:00+10'::timestamptz + i * interval '1 hour' FROM generate_series(0, 9) i;
