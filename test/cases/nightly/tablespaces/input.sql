--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

DO $$ BEGIN EXECUTE 'x'; EXCEPTION WHEN OTHERS THEN NULL; END $$;
CREATE TABLESPACE evil LOCATION '@DATA@';

--
-- PostgreSQL database dump complete
--

