UPDATE pg_database SET datlocprovider = 'i', daticulocale = 'und' WHERE datname = 'template0';
CREATE TABLE clients (name text PRIMARY KEY); INSERT INTO clients VALUES ('b'), ('A'), ('a');
CREATE MATERIALIZED VIEW ordered AS SELECT string_agg(name, '' ORDER BY name) FROM clients;
