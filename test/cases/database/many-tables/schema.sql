DO $$ BEGIN FOR i IN 1..300 LOOP
EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, a text UNIQUE, b int DEFAULT %s); INSERT INTO t%s (a) SELECT g::text FROM generate_series(1, %s) g', i, i, i, i % 7);
END LOOP; END $$;
