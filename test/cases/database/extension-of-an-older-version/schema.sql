CREATE SCHEMA ext; CREATE EXTENSION pg_trgm WITH SCHEMA ext VERSION '1.3'; CREATE EXTENSION citext VERSION '1.4';
CREATE SCHEMA app AUTHORIZATION psychology; CREATE TABLE app.clients (id int PRIMARY KEY, mail citext); INSERT INTO app.clients VALUES (1, 'A@b');
CREATE INDEX ON app.clients USING gin ((mail::text) ext.gin_trgm_ops); GRANT USAGE ON SCHEMA ext TO psychology; COMMENT ON SCHEMA ext IS 'x';
