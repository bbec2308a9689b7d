CREATE TYPE mood AS ENUM ('calm', 'low'); CREATE TABLE days (id int PRIMARY KEY, mood mood); INSERT INTO days SELECT i, 'calm' FROM generate_series(1, 10) i;
