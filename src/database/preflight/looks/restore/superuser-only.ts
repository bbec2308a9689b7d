import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { askingRole, plain, some } from "../names.ts";
import { isSuperuser, notOfExtension } from "../sql.ts";

/** Kinds of objects that only a superuser may make, as a catalog, the name of one, and which of them they are. */
const kinds: readonly (readonly [catalog: string, name: string, which: string])[] = [
  ["pg_event_trigger", "'event trigger ' || m.evtname", "true"],
  ["pg_foreign_data_wrapper", "'foreign-data wrapper ' || m.fdwname", "true"],
  ["pg_am", "'access method ' || m.amname", "true"],
  ["pg_opfamily", "'operator family ' || m.opfname", "true"],
  ["pg_language", "'language ' || m.lanname", "NOT m.lanpltrusted"],
  ["pg_ts_parser", "'text search parser ' || m.prsname", "true"],
  ["pg_ts_template", "'text search template ' || m.tmplname", "true"],
  ["pg_cast", "'cast to ' || m.casttarget::regtype", "m.castmethod = 'b'"],
  ["pg_publication", "'publication ' || m.pubname", "m.puballtables"],
  [
    "pg_proc",
    "'function ' || m.proname",
    `(m.proleakproof OR NOT (SELECT lanpltrusted FROM pg_language WHERE oid = m.prolang) OR EXISTS (
      SELECT FROM unnest(m.proconfig) c JOIN pg_settings s ON s.name = split_part(c, '=', 1) WHERE s.context = 'superuser'
    ))`,
  ],
];

// What a type brings with it, such as the functions of a range, is made with it.
const ofKind = ([catalog, name, which]: (typeof kinds)[number]) => `SELECT ${name} AS name FROM ${catalog} m
  WHERE m.oid >= 16384 AND ${which} AND ${notOfExtension(catalog, "m.oid")}
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = m.oid AND d.deptype = 'i'
    )`;

// Grants in the schema of information are never dumped.
const changedGrants = `SELECT 'grants on ' || m.proname FROM pg_proc m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_proc'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.proacl IS DISTINCT FROM i.initprivs
  UNION ALL
  SELECT 'grants on ' || m.relname FROM pg_class m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_class'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.relnamespace = 'pg_catalog'::regnamespace AND m.relacl IS DISTINCT FROM i.initprivs`;

export const superuserOnly = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "superuser-only",
  asked: "inside",
  sql: `SELECT DISTINCT jsonb_build_object('kind', 'superuser-only', 'me', current_user, 'name', o.name)
FROM (
  ${[...kinds.map(ofKind), changedGrants].join("\n  UNION ALL\n  ")}
) o (name)
WHERE NOT ${isSuperuser};
`,
  problems: (rows, { database }) => {
    const names = some(rows, ({ name }) => plain(name));
    return [
      {
        code: "db-superuser-only",
        what: t`only a superuser may restore this of ${database}, and the role ${askingRole(rows)} is none: ${names}`,
        mend: t`let database.connection be a superuser's, or drop what is not used`,
      },
    ];
  },
});
