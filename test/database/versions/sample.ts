// A database that uses what each version brought, as SQL.

interface Part {
  /** The first version that knows it. */
  readonly since: number;
  readonly sql: string;
}

const parts: readonly Part[] = [
  {
    since: 13,
    sql: `
CREATE SCHEMA "Odd Names";
CREATE TYPE mood AS ENUM ('calm', 'low');
CREATE DOMAIN phone AS text CHECK (VALUE ~ '^\\+');
CREATE TABLE clients (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(40) COLLATE "C", mood mood, phone phone,
  balance numeric(12, 2) DEFAULT 0 CONSTRAINT positive CHECK (balance >= 0), ratio float8, tags text[], extra jsonb,
  born timestamptz, twice numeric GENERATED ALWAYS AS (balance * 2) STORED
);
INSERT INTO clients (name, mood, phone, balance, ratio, tags, extra, born)
  SELECT 'client ' || i, 'calm', '+7' || i, i + 0.50, i / 7.0, ARRAY['a', i::text, NULL], jsonb_build_object('n', i), '2026-01-01'
  FROM generate_series(1, 500) i;
CREATE TABLE visits (id int, day date, client int REFERENCES clients, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE visits_other PARTITION OF visits DEFAULT;
INSERT INTO visits SELECT i, '2025-03-01'::date + i * 10, i FROM generate_series(1, 90) i;
CREATE TABLE "Odd Names"."a b" (x int, "the ""y""" text);
INSERT INTO "Odd Names"."a b" VALUES (1, NULL), (1, ''), (1, NULL);
CREATE UNLOGGED TABLE cache (x int); INSERT INTO cache VALUES (1);
CREATE INDEX by_name ON clients (lower(name)) WHERE id > 3;
CREATE STATISTICS clients_s (dependencies) ON name, mood FROM clients;
CREATE VIEW newcomers AS SELECT name FROM clients WHERE mood IN ('calm', 'low');
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM clients;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.born = now(); RETURN NEW; END';
CREATE TRIGGER stamped BEFORE UPDATE ON clients FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE visits ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON visits USING (client > 0);
GRANT SELECT ON clients TO reader; GRANT UPDATE (name) ON clients TO reader;
COMMENT ON TABLE clients IS 'people';
SELECT lo_from_bytea(4711, '\\x0102'); CREATE SEQUENCE tickets START 41; SELECT nextval('tickets');
`,
  },
  {
    since: 14,
    sql: `
CREATE TABLE slots (id int PRIMARY KEY, at tstzmultirange, note text COMPRESSION pglz);
INSERT INTO slots VALUES (1, '{[2026-01-01, 2026-01-02), [2026-02-01, 2026-02-02)}', 'x');
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql RETURN n * 2;
CREATE PROCEDURE put(OUT n int) LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
`,
  },
  {
    since: 15,
    sql: `
CREATE TABLE codes (id int, code text, UNIQUE NULLS NOT DISTINCT (code)); INSERT INTO codes VALUES (1, NULL), (2, 'a');
CREATE VIEW of_caller WITH (security_invoker) AS SELECT * FROM codes;
GRANT SET ON PARAMETER log_duration TO reader;
CREATE PUBLICATION of_clients FOR TABLE clients (id, name) WHERE (id > 3);
`,
  },
  {
    since: 16,
    sql: `
GRANT reader TO writer WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;
CREATE TABLE packed (id int PRIMARY KEY, body text STORAGE MAIN); INSERT INTO packed VALUES (1, repeat('x', 5000));
CREATE COLLATION by_rules (provider = icu, locale = 'und', rules = '& a < g'); CREATE TABLE ruled (x text COLLATE by_rules);
INSERT INTO ruled VALUES ('a'), ('g');
`,
  },
  {
    since: 17,
    sql: `
GRANT MAINTAIN ON clients TO reader;
CREATE TABLE built_in (x text COLLATE pg_catalog.pg_c_utf8 PRIMARY KEY); INSERT INTO built_in VALUES ('ä'), ('Z');
CREATE FUNCTION greet() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
CREATE EVENT TRIGGER on_login ON login EXECUTE FUNCTION greet();
CREATE TABLE parted_identity (id int GENERATED ALWAYS AS IDENTITY, x int) PARTITION BY RANGE (x);
CREATE TABLE parted_identity_1 PARTITION OF parted_identity FOR VALUES FROM (0) TO (100);
INSERT INTO parted_identity (x) VALUES (7), (8);
`,
  },
  {
    since: 18,
    sql: `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE stays (room int, at daterange, price int, net int GENERATED ALWAYS AS (price - 1) VIRTUAL,
  CONSTRAINT stays_key PRIMARY KEY (room, at WITHOUT OVERLAPS));
INSERT INTO stays VALUES (1, '[2026-01-01,2026-01-05)', 10), (1, '[2026-01-05,2026-01-09)', 11), (2, '[2026-01-01,2026-01-05)', 12);
CREATE TABLE paid (room int, at daterange, FOREIGN KEY (room, PERIOD at) REFERENCES stays (room, PERIOD at));
CREATE TABLE late (id int, code text, UNIQUE (code)); INSERT INTO late VALUES (1, NULL), (2, NULL), (3, 'c');
ALTER TABLE late ADD CONSTRAINT has_code NOT NULL code NOT VALID;
ALTER TABLE late ADD CONSTRAINT has_id CHECK (id > 0) NOT ENFORCED;
CREATE TABLE ids (id uuid DEFAULT uuidv7() PRIMARY KEY); INSERT INTO ids DEFAULT VALUES;
`,
  },
];

/** SQL for a database of that version. */
export function sampleSql(major: number): string {
  const known = parts.filter(({ since }) => since <= major);
  return known.map(({ sql }) => sql).join("");
}

/** What belongs to the database itself. */
export const dressSql = (name: string) => `
ALTER DATABASE "${name}" SET search_path TO "Odd Names", public;
ALTER DATABASE "${name}" SET "app.motto" TO 'it''s "so"';
ALTER ROLE reader IN DATABASE "${name}" SET work_mem TO '5MB';
REVOKE ALL ON DATABASE "${name}" FROM PUBLIC;
GRANT CONNECT ON DATABASE "${name}" TO reader WITH GRANT OPTION;
ALTER DATABASE "${name}" CONNECTION LIMIT 23;
COMMENT ON DATABASE "${name}" IS 'the clinic''s';
`;

/** A release's migration. */
export const migration = `
ALTER TABLE public.clients ADD COLUMN state text NOT NULL DEFAULT 'new', DROP COLUMN ratio;
CREATE TABLE public.added (id int PRIMARY KEY);
`;
const written: readonly (Part & { readonly counts: readonly Counts[] })[] = [
  {
    since: 13,
    sql: `
INSERT INTO public.clients (name) VALUES ('a new one'), ('another');
UPDATE public.clients SET name = 'renamed' WHERE id = 7;
DELETE FROM public.clients WHERE id = 400;
UPDATE public.visits SET day = '2027-01-01' WHERE id = 3;
`,
    counts: [
      ["public.clients", 2, 1, 1],
      ["public.visits", 1, 0, 1],
    ],
  },
  {
    since: 18,
    sql: `
DELETE FROM public.late WHERE id = 1;
UPDATE public.stays SET price = 20 WHERE room = 2;
`,
    counts: [
      ["public.late", 0, 0, 1],
      ["public.stays", 0, 1, 0],
    ],
  },
];

/** Of a table: the rows inserted, changed and deleted. */
export type Counts = readonly [table: string, inserted: number, changed: number, deleted: number];

/** What people write after the migration, and how it is to be counted. */
export function peopleOf(major: number): { sql: string; counts: Counts[] } {
  const known = written.filter(({ since }) => since <= major);
  const counts = known.flatMap((part) => part.counts);
  return {
    sql: known.map(({ sql }) => sql).join(""),
    counts: counts.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  };
}

/** How a database of that version is made, as no older one can be. */
export function localeOf(major: number): string {
  if (major >= 18) return "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'PG_UNICODE_FAST' LC_COLLATE 'C' LC_CTYPE 'C'";
  if (major >= 17) return "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'";
  if (major >= 16) return "LOCALE_PROVIDER icu ICU_LOCALE 'ru' ICU_RULES '& a < g'";
  return major >= 15 ? "LOCALE_PROVIDER icu ICU_LOCALE 'ru'" : "";
}
