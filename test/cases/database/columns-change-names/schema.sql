CREATE TABLE pairs (id int PRIMARY KEY, a text, b text); INSERT INTO pairs SELECT i, 'a' || i, 'b' || i FROM generate_series(1, 20) i;
