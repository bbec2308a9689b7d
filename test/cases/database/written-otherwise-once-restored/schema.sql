CREATE TABLE clients (id int PRIMARY KEY, state varchar(8) CHECK (state IN ('new', 'old')));
INSERT INTO clients VALUES (1, 'new');
CREATE FUNCTION is_known(s varchar) RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT s IN ('new', 'old'); END;
CREATE VIEW marked AS SELECT id, 'a'::text FROM clients UNION SELECT id, 'b' FROM clients;
CREATE POLICY known ON clients USING (state IN ('new', 'old'));
CREATE VIEW newcomers AS SELECT id FROM clients WHERE state IN ('new', 'old');
