--
-- PostgreSQL database dump
--

SET application_name = '
CREATE TABLE public.clients (id integer);

--
-- PostgreSQL database dump complete
--

