VACUUM FULL clients;
-- golive: opened
CLUSTER visits USING visits_pkey; VACUUM (FULL, FREEZE) clients; ANALYZE; ALTER TABLE visits SET (fillfactor = 50);
CREATE INDEX ON visits (note); GRANT SELECT ON visits TO PUBLIC;
