import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";
import { isSuperuser, mayBecome, notOfExtension } from "./sql.ts";

interface NamedRole {
  readonly why: "gone" | "owner" | "above" | "grantor";
  readonly me: string;
  readonly name: string;
}

/** Functions of a range come with it, and belong to the first superuser. */
const notOfItsType = `NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = pg_proc.oid AND i.deptype = 'i'
  )`;

// What users made has an object id from 16384 on. Objects of the first superuser are not in pg_shdepend, those of
// rarer kinds of other roles are only looked up there.
const ownedSql = `SELECT relowner AS owner, relacl AS acl FROM pg_class
  WHERE oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relpersistence <> 't'
    AND ${notOfExtension("pg_class", "pg_class.oid")}
  UNION ALL
  SELECT proowner, proacl FROM pg_proc
  WHERE oid >= 16384 AND ${notOfExtension("pg_proc", "pg_proc.oid")} AND ${notOfItsType}
  UNION ALL
  SELECT nspowner, nspacl FROM pg_namespace
  WHERE oid >= 16384 AND nspname !~ '^pg_' AND ${notOfExtension("pg_namespace", "pg_namespace.oid")}
  UNION ALL
  SELECT typowner, typacl FROM pg_type
  WHERE oid >= 16384
    AND (typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))
    AND ${notOfExtension("pg_type", "pg_type.oid")}
  UNION ALL
  SELECT c.relowner, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND ${notOfExtension("pg_class", "c.oid")}
  UNION ALL
  SELECT defaclrole, defaclacl FROM pg_default_acl
  UNION ALL
  SELECT lomowner, lomacl FROM pg_largeobject_metadata
  UNION ALL
  SELECT refobjid, NULL FROM pg_shdepend s
  WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND deptype = 'o' AND refclassid = 'pg_authid'::regclass
    AND classid NOT IN ('pg_class'::regclass, 'pg_namespace'::regclass, 'pg_extension'::regclass)
    AND NOT EXISTS (
      SELECT FROM pg_depend x WHERE x.classid = s.classid AND x.objid = s.objid AND x.deptype = 'e'
    )`;

// A grant by somebody else than the owner is put back in his name, which only a superuser may do.
const rolesSql = `WITH owned AS (
  ${ownedSql}
), granted AS (
  SELECT o.owner, a.grantor, a.grantee FROM owned o, LATERAL aclexplode(o.acl) a
), named (role) AS (
  SELECT owner FROM owned
  UNION SELECT grantor FROM granted
  UNION SELECT grantee FROM granted WHERE grantee <> 0
), found AS (
  SELECT 'gone' AS why, n.role FROM named n WHERE NOT EXISTS (SELECT FROM pg_roles WHERE oid = n.role)
  UNION
  SELECT CASE WHEN r.rolsuper THEN 'above' ELSE 'owner' END, r.oid
  FROM owned o JOIN pg_roles r ON r.oid = o.owner
  WHERE NOT ${isSuperuser} AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid, ${mayBecome}))
  UNION
  SELECT 'grantor', r.oid
  FROM granted g JOIN pg_roles r ON r.oid = g.grantor
  WHERE NOT ${isSuperuser} AND g.grantor <> g.owner AND r.rolname <> current_user
)
SELECT json_build_object('kind', 'role', 'why', f.why, 'me', current_user, 'name', coalesce(r.rolname, f.role::text))
FROM found f LEFT JOIN pg_roles r ON r.oid = f.role
ORDER BY r.rolname, f.role;
`;

/** Owners and grants that a restore could not put back. */
export const ownersAndGrants = defineLook<NamedRole>({
  kind: "role",
  asked: "inside",
  sql: rolesSql,
  problems: (rows, { database }) =>
    (["gone", "owner", "above", "grantor"] as const).flatMap((why) => {
      const roles = rows.filter((row) => row.why === why);
      return roles.length === 0 ? [] : [problemWith[why](roles, database)];
    }),
});

const problemWith = { gone: goneRoles, owner: foreignOwners, above: ownersAbove, grantor: foreignGrantors };

const listOf = (roles: readonly NamedRole[]) => some(roles, ({ name }) => plain(name));
const superuserInstead = () => t`or let database.connection be a superuser's`;

function goneRoles(roles: readonly NamedRole[], database: string): Problem {
  const what = t`owners or grants in ${database} name roles that do not exist any more, and a dump of it could not be restored`;
  return {
    code: "db-role-missing",
    what: `${what}: ${listOf(roles)}`,
    mend: t`as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`,
  };
}

function foreignOwners(roles: readonly NamedRole[], database: string): Problem {
  const me = askingRole(roles);
  const what = t`the role ${me} may not give objects of a restored ${database} to their owners, as it is no member of them`;
  const owners = roles.map(({ name }) => `"${plain(name)}"`).join(", ");
  return {
    code: "db-role-missing",
    what: `${what}: ${listOf(roles)}`,
    mend: t`as superuser: GRANT ${owners} TO "${me}"; ${superuserInstead()}`,
  };
}

function ownersAbove(roles: readonly NamedRole[], database: string): Problem {
  const me = askingRole(roles);
  const what = t`objects in ${database} belong to superusers, and the role ${me} may not restore them as theirs`;
  return {
    code: "db-role-missing",
    what: `${what}: ${listOf(roles)}`,
    mend: t`give them to the database's owner (ALTER … OWNER TO); ${superuserInstead()}`,
  };
}

function foreignGrantors(roles: readonly NamedRole[], database: string): Problem {
  const me = askingRole(roles);
  const what = t`the role ${me} may not put back grants in ${database} that others than the owners gave`;
  return {
    code: "db-role-missing",
    what: `${what}: ${listOf(roles)}`,
    mend: t`let the owners give these grants; ${superuserInstead()}`,
  };
}
