CREATE EXTENSION pg_trgm VERSION '1.3'; CREATE EXTENSION hstore VERSION '1.4';
CREATE TABLE clients (id int PRIMARY KEY, name text, more hstore); INSERT INTO clients VALUES (1, 'Anna', 'a=>1, "б"=>NULL');
CREATE INDEX ON clients USING gist (name gist_trgm_ops); CREATE INDEX ON clients USING gin (more);
