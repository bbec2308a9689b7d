CREATE ROLE clerk; CREATE TABLE notes (id int PRIMARY KEY, of text); ALTER TABLE notes OWNER TO clerk;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY; ALTER TABLE notes FORCE ROW LEVEL SECURITY; CREATE POLICY own ON notes USING (of = current_user);
INSERT INTO notes VALUES (1, 'clerk'), (2, 'other'); CREATE UNLOGGED TABLE cache (k int PRIMARY KEY, v text); INSERT INTO cache VALUES (1, 'a');
