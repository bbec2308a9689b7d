// What pg_dump writes nothing of, so that neither a restored database nor the proof of one would tell.

import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { plain, some } from "../names.ts";

interface Named {
  readonly name: string;
}

/** DISABLE TRIGGER ALL switches off those of foreign keys as well; a restored database has them on. */
export const constraintTriggers = defineLook<Named>({
  kind: "constraint-triggers",
  asked: "inside",
  sql: `SELECT DISTINCT jsonb_build_object('kind', 'constraint-triggers', 'name', tgrelid::regclass::text)
FROM pg_trigger WHERE tgisinternal AND tgenabled <> 'O' AND tgrelid >= 16384;
`,
  problems: (rows, { database }) => [
    {
      code: "db-foreign-keys-off",
      what: t`triggers of foreign keys and other constraints are switched off in ${database}, which pg_dump does not write: \
${some(rows, ({ name }) => plain(name))}`,
      mend: t`ALTER TABLE … ENABLE TRIGGER ALL; where rows break the key by now, mend them first`,
    },
  ],
});

const schema = "'information_schema'::regnamespace";

interface Kind {
  readonly catalog: string;
  readonly prefix: string;
  /** What initdb lets everybody do, and nobody else anything. */
  readonly everybody: string;
  readonly which: string;
}

const kinds: readonly Kind[] = [
  { catalog: "pg_class", prefix: "rel", everybody: "SELECT", which: `m.relnamespace = ${schema}` },
  { catalog: "pg_proc", prefix: "pro", everybody: "EXECUTE", which: `m.pronamespace = ${schema}` },
  { catalog: "pg_type", prefix: "typ", everybody: "USAGE", which: `m.typnamespace = ${schema}` },
  { catalog: "pg_namespace", prefix: "nsp", everybody: "USAGE", which: `m.oid = ${schema}` },
];

// As long as nobody granted or revoked anything, there is no list, or that of initdb.
const changed = ({ catalog, prefix, everybody, which }: Kind) => `SELECT m.${prefix}name FROM ${catalog} m
  WHERE ${which} AND m.oid < 16384 AND m.${prefix}acl IS NOT NULL AND (
    SELECT bool_or(a.grantee NOT IN (0, m.${prefix}owner) OR (a.grantee = 0 AND a.privilege_type <> '${everybody}'))
      OR NOT bool_or(a.grantee = 0 AND a.privilege_type = '${everybody}')
    FROM aclexplode(m.${prefix}acl) a
  ) IS NOT FALSE`;

/** Grants in the schema of information, as initdb did not make them. */
export const systemGrants = defineLook<Named>({
  kind: "system-grants",
  asked: "inside",
  sql: `SELECT jsonb_build_object('kind', 'system-grants', 'name', o.name)
FROM (
  ${kinds.map(changed).join("\n  UNION ALL\n  ")}
  UNION ALL
  SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = ${schema} AND c.oid < 16384 AND a.attacl IS NOT NULL
) o (name)
ORDER BY 1;
`,
  problems: (rows, { database }) => [
    {
      code: "db-system-grants",
      what: t`grants of ${database} in information_schema were changed, which pg_dump does not write: \
${some(rows, ({ name }) => plain(name))}`,
      mend: t`give back what was taken (GRANT SELECT … TO PUBLIC), and let roles read by a view in a schema of your own`,
    },
  ],
});
