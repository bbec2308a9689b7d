CREATE TABLE days (id int PRIMARY KEY, mood text); INSERT INTO days SELECT i, 'calm' FROM generate_series(1, 10) i;
