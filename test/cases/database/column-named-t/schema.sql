CREATE TABLE t (id int PRIMARY KEY, t text, k text, h text, since text, ctid2 text); INSERT INTO t SELECT i, 't', 'k', 'h', 's', 'c' FROM generate_series(1, 5) i;
