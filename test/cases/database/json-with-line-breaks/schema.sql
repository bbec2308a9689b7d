CREATE TABLE forms (id int PRIMARY KEY, answers json, notes text); INSERT INTO forms VALUES (1, '{"a": 1}', 'x');
