CREATE TABLE odd (id int PRIMARY KEY, n numeric, f float8, j jsonb, r int4range, a text[], b bytea, i interval, m money, c char(5));
INSERT INTO odd VALUES (1, 1.0, '-0', '{"a":1}', '[1,3)', '{NULL,"NULL",""}', '\x00', '1 mon', 1.5, 'ab'), (2, 'NaN', 'infinity', 'null', 'empty', '{}', '', '30 days', 2, '');
