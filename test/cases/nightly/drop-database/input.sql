--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.clients (id integer, name text);
INSERT INTO public.clients VALUES (1, 'a');

DROP DATABASE psy;

--
-- PostgreSQL database dump complete
--

