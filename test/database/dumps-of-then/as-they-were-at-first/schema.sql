--
-- PostgreSQL database dump
--

\restrict jEAuV8IMJsioqmEzvwpK7rInf3cX8tNyiCWBX08eGgbGS1AtF0ZAeHckgXf5lH5

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: twice(integer); Type: FUNCTION; Schema: public; Owner: golive
--

CREATE FUNCTION public.twice(n integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT n * 2$$;


ALTER FUNCTION public.twice(n integer) OWNER TO golive;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: clients; Type: TABLE; Schema: public; Owner: golive
--

CREATE TABLE public.clients (
    id integer NOT NULL,
    name text DEFAULT 'Анна'::text,
    state character varying(8),
    n numeric,
    CONSTRAINT clients_state_check CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'old'::character varying])::text[])))
);


ALTER TABLE public.clients OWNER TO golive;

--
-- Name: TABLE clients; Type: COMMENT; Schema: public; Owner: golive
--

COMMENT ON TABLE public.clients IS 'люди';


--
-- Name: newcomers; Type: VIEW; Schema: public; Owner: golive
--

CREATE VIEW public.newcomers AS
 SELECT clients.id
   FROM public.clients
  WHERE ((clients.state)::text = ANY ((ARRAY['new'::character varying, 'old'::character varying])::text[]));


ALTER TABLE public.newcomers OWNER TO golive;

--
-- Name: numbers; Type: SEQUENCE; Schema: public; Owner: golive
--

CREATE SEQUENCE public.numbers
    START WITH 41
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.numbers OWNER TO golive;

--
-- Name: clients clients_pkey; Type: CONSTRAINT; Schema: public; Owner: golive
--

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (id);


--
-- PostgreSQL database dump complete
--

\unrestrict jEAuV8IMJsioqmEzvwpK7rInf3cX8tNyiCWBX08eGgbGS1AtF0ZAeHckgXf5lH5

