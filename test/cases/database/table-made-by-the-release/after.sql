CREATE TABLE tags (id int PRIMARY KEY); INSERT INTO tags VALUES (1), (2);
-- golive: opened
INSERT INTO tags VALUES (3);
