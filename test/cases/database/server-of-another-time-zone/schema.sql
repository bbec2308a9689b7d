CREATE TABLE visits (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT '2026-01-01 00:30+03', day date GENERATED ALWAYS AS ((at AT TIME ZONE 'UTC')::date) STORED);
INSERT INTO visits (id, at) SELECT i, '2026-01-01 00:00+03'::timestamptz + i * interval '7 hours' FROM generate_series(0, 30) i;
CREATE TABLE ranges (r tstzrange, m tstzmultirange, a timestamptz[]); INSERT INTO ranges VALUES ('[2026-01-01,2026-01-02)', '{[2026-01-01,2026-01-02)}', '{2026-01-01 00:00+00}');
CREATE TABLE parts (at timestamptz) PARTITION BY RANGE (at); CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01 00:00+03') TO ('2026-02-01 00:00+03');
INSERT INTO parts VALUES ('2026-01-15');
