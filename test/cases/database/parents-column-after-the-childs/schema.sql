CREATE TABLE notes (id int PRIMARY KEY, line text); CREATE TABLE private_notes (secret text, level int) INHERITS (notes);
CREATE TABLE third (z int) INHERITS (private_notes);
ALTER TABLE notes ADD at timestamptz DEFAULT '2026-01-01'; ALTER TABLE notes ADD kind text DEFAULT 'a'; ALTER TABLE private_notes DROP level;
INSERT INTO notes VALUES (1, 'a'); INSERT INTO private_notes (id, line, secret, kind) VALUES (2, 'b', 's', 'k'); INSERT INTO third (id, z) VALUES (3, 4);
