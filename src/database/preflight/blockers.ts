import { showDuration } from "../../core/text/figures.ts";
import type { Command, Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { type Remaking, remakingProblems, remakingSql } from "./remaking.ts";

/**
 * What of the server and the database would stop a backup, a clone, a rename or a restore. `names` are those that the
 * launch will give to databases. Only looks.
 */
export async function blockerProblems(
  host: Host,
  plan: DatabasePlan,
  names: readonly string[],
  transactionSeconds: number,
): Promise<Problem[]> {
  const variables = { name: plan.name, names: JSON.stringify(names), seconds: String(transactionSeconds) };
  // One after the other, or the first would find the second's session in the database.
  const server = await host.run(psqlCommand(plan, "postgres", serverSql, { variables, timeoutSeconds: 120 }));
  const insideLook = psqlCommand(plan, plan.name, insideSql, { timeoutSeconds: 300 });
  const inside = await host.attempt(insideLook);
  const rows = jsonRows(server.stdout);
  const found = [
    ...preparedProblems(plan, of(rows, "prepared")),
    ...transactionProblems(plan, of(rows, "transaction")),
    ...replicationProblems(plan, of(rows, "walsender"), of(rows, "slot"), of(rows, "subscription")),
    ...sessionProblems(plan, of(rows, "session")),
    ...nameProblems(of(rows, "taken")),
    ...(inside.code === 0
      ? [
          ...insideProblems(plan, jsonRows(inside.stdout) as (Row & Inside)[]),
          ...remakingProblems(plan.name, jsonRows(inside.stdout) as (Row & Remaking)[], (list, text) =>
            some(list, (row) => plain(text(row))),
          ),
        ]
      : [await closed(host, plan, insideLook, inside)]),
  ];
  return found.map((problem) => ({ ...problem, where: host.name }));
}

/** A line of JSON that a look printed; `kind` says which of its queries. */
export interface Row {
  readonly kind: string;
}

/** Names and texts of others may hold anything: one JSON object a line keeps them apart. */
export function jsonRows(stdout: string): Row[] {
  return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Row] : []));
}

export function of<T>(rows: readonly Row[], kind: string): (Row & T)[] {
  return rows.filter((row): row is Row & T => row.kind === kind);
}

/** SQL: the privilege that lets a role give objects to another. */
export const mayBecome = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";

const isSuperuser = "(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)";

// All of it in one transaction that may not write. The pids of walsenders are shown to everyone; what kind of session
// another role's is, and since when its transaction runs, only to those who may read statistics.
const serverSql = `BEGIN TRANSACTION READ ONLY;
SELECT json_build_object('kind', 'prepared', 'gid', gid, 'seconds', extract(epoch FROM clock_timestamp() - prepared)::int) FROM pg_prepared_xacts WHERE database = :'name' ORDER BY prepared;
SELECT json_build_object('kind', 'transaction', 'role', usename, 'program', application_name, 'seconds', extract(epoch FROM clock_timestamp() - xact_start)::int, 'pid', pid) FROM pg_stat_activity
WHERE datname = :'name' AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND xact_start < clock_timestamp() - make_interval(secs => :seconds) ORDER BY xact_start;
SELECT json_build_object('kind', 'walsender', 'program', a.application_name) FROM pg_stat_replication r JOIN pg_stat_activity a USING (pid) WHERE a.datname = :'name';
SELECT json_build_object('kind', 'slot', 'name', slot_name) FROM pg_replication_slots WHERE database = :'name' ORDER BY slot_name;
SELECT json_build_object('kind', 'subscription', 'name', s.subname) FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = :'name' ORDER BY s.subname;
SELECT json_build_object('kind', 'session', 'me', current_user, 'role', r.rolname, 'superuser', r.rolsuper,
  'ends', NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE')), 'sees', pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE'))
FROM pg_roles r WHERE NOT ${isSuperuser} AND r.oid IN (SELECT usesysid FROM pg_stat_activity WHERE datname = :'name' AND pid <> pg_backend_pid() AND pid NOT IN (SELECT pid FROM pg_stat_replication)) ORDER BY r.rolname;
SELECT json_build_object('kind', 'taken', 'name', datname) FROM pg_database WHERE datname IN (SELECT json_array_elements_text(:'names')) ORDER BY datname;
COMMIT;
`;

const notOfExtension = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;

// What users made has an object id from 16384 on. Objects of the first superuser are not in pg_shdepend, those of
// rarer kinds of other roles are only looked up there.
const ownedSql = `SELECT relowner AS owner, relacl AS acl FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relpersistence <> 't' AND ${notOfExtension("pg_class", "pg_class.oid")}
UNION ALL SELECT proowner, proacl FROM pg_proc WHERE oid >= 16384 AND ${notOfExtension("pg_proc", "pg_proc.oid")}
UNION ALL SELECT nspowner, nspacl FROM pg_namespace WHERE oid >= 16384 AND nspname !~ '^pg_' AND ${notOfExtension("pg_namespace", "pg_namespace.oid")}
UNION ALL SELECT typowner, typacl FROM pg_type WHERE oid >= 16384 AND (typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c')) AND ${notOfExtension("pg_type", "pg_type.oid")}
UNION ALL SELECT c.relowner, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND ${notOfExtension("pg_class", "c.oid")}
UNION ALL SELECT defaclrole, defaclacl FROM pg_default_acl
UNION ALL SELECT lomowner, lomacl FROM pg_largeobject_metadata
UNION ALL SELECT refobjid, NULL FROM pg_shdepend s WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND deptype = 'o' AND refclassid = 'pg_authid'::regclass
  AND classid NOT IN ('pg_class'::regclass, 'pg_namespace'::regclass, 'pg_extension'::regclass) AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = s.classid AND x.objid = s.objid AND x.deptype = 'e')`;

// A grant by somebody else than the owner is put back in his name, which only a superuser may do.
const rolesSql = `WITH owned AS (${ownedSql}), granted AS (SELECT o.owner, a.grantor, a.grantee FROM owned o, LATERAL aclexplode(o.acl) a)
SELECT json_build_object('kind', 'role', 'why', f.why, 'me', current_user, 'name', coalesce(r.rolname, f.role::text)) FROM (
  SELECT 'gone' AS why, n.role FROM (SELECT owner FROM owned UNION SELECT grantor FROM granted UNION SELECT grantee FROM granted WHERE grantee <> 0) AS n (role) WHERE NOT EXISTS (SELECT FROM pg_roles WHERE oid = n.role)
  UNION SELECT CASE WHEN r.rolsuper THEN 'above' ELSE 'owner' END, r.oid FROM owned o JOIN pg_roles r ON r.oid = o.owner WHERE NOT ${isSuperuser} AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid, ${mayBecome}))
  UNION SELECT 'grantor', r.oid FROM granted g JOIN pg_roles r ON r.oid = g.grantor WHERE NOT ${isSuperuser} AND g.grantor <> g.owner AND r.rolname <> current_user
) f LEFT JOIN pg_roles r ON r.oid = f.role ORDER BY r.rolname, f.role;`;

const extensionsSql = `SELECT json_build_object('kind', 'extension', 'why', CASE WHEN v.name IS NULL THEN 'gone' ELSE 'untrusted' END, 'me', current_user, 'name', e.extname)
FROM pg_extension e LEFT JOIN pg_available_extensions a ON a.name = e.extname LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
WHERE e.oid >= 16384 AND (v.name IS NULL OR (v.superuser AND NOT v.trusted AND NOT ${isSuperuser})) ORDER BY e.extname;`;

// pg_dump locks and reads every table and sequence, and refuses to see only those rows that a policy shows it.
const unreadableSql = `SELECT json_build_object('kind', 'unreadable', 'me', current_user, 'name', n.nspname || '.' || c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND NOT ${isSuperuser} AND ${notOfExtension("pg_class", "c.oid")}
  AND (NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') OR row_security_active(c.oid)) ORDER BY c.relname;`;

const settingsSql = `SELECT current_setting('server_version_num')::int >= 150000 AS knows_parameters, current_setting('server_version_num')::int < 160000 AS any_role \\gset
\\if :knows_parameters
  \\set granted 'has_parameter_privilege(c.name, ''SET'')'
\\else
  \\set granted false
\\endif
SELECT json_build_object('kind', 'setting', 'me', current_user, 'name', c.name || CASE WHEN s.setrole = 0 THEN '' ELSE ' of the role ' || t.rolname END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase JOIN pg_roles me ON me.rolname = current_user LEFT JOIN pg_roles t ON t.oid = s.setrole, LATERAL (SELECT split_part(x, '=', 1) AS name FROM unnest(s.setconfig) x) c LEFT JOIN pg_settings p ON p.name = c.name
WHERE d.datname = current_database() AND NOT me.rolsuper
  AND ((s.setrole <> 0 AND t.rolname <> current_user AND NOT (me.rolcreaterole AND NOT t.rolsuper AND (:'any_role' OR pg_has_role(s.setrole, 'MEMBER WITH ADMIN OPTION'))))
    OR ((p.context = 'superuser' OR (p.name IS NULL AND c.name !~ '[.]')) AND NOT :granted))
ORDER BY c.name;`;

const insideSql = `BEGIN TRANSACTION READ ONLY;\n${[rolesSql, extensionsSql, unreadableSql, settingsSql, remakingSql].join("\n")}\nCOMMIT;\n`;

function preparedProblems({ name }: DatabasePlan, rows: readonly { gid: string; seconds: number }[]): Problem[] {
  if (rows.length === 0) return [];
  const gids = rows.slice(0, shown).map(({ gid }) => `'${plain(gid, 200).replaceAll("'", "''")}'`);
  return [
    {
      code: "db-prepared-transaction",
      what: t`a prepared transaction is open in ${name}, so that it can neither be cloned nor renamed: ${some(rows, ({ gid, seconds }) => t`${plain(gid)} (${showDuration(seconds)} old)`)}`,
      mend: t`connected to ${name}, after asking whose it is: ${gids.map((gid) => t`COMMIT PREPARED ${gid} or ROLLBACK PREPARED ${gid}`).join("; ")}`,
    },
  ];
}

function transactionProblems(
  { name }: DatabasePlan,
  rows: readonly { role: string; program: string; seconds: number; pid: number }[],
): Problem[] {
  if (rows.length === 0) return [];
  return [
    {
      code: "db-long-transaction",
      what: t`a transaction stays open in ${name}, and its locks would hold up the dump: ${some(rows, ({ role, program, seconds }) => t`${plain(role)}${plain(program) === "" ? "" : ` (${plain(program)})`}, ${showDuration(seconds)} old`)}`,
      mend: t`have its program end it, or as superuser: ${rows
        .slice(0, shown)
        .map(({ pid }) => `SELECT pg_terminate_backend(${pid})`)
        .join("; ")}`,
    },
  ];
}

function replicationProblems(
  { name }: DatabasePlan,
  walsenders: readonly { program: string }[],
  slots: readonly { name: string }[],
  subscriptions: readonly { name: string }[],
): Problem[] {
  const parts = [
    ...(slots.length > 0 ? [t`replication slot ${some(slots, (slot) => plain(slot.name))}`] : []),
    ...(subscriptions.length > 0
      ? [t`subscription ${some(subscriptions, (subscription) => plain(subscription.name))}`]
      : []),
    ...(walsenders.length > 0
      ? [
          t`${walsenders.length} attached ${walsenders.length === 1 ? "receiver" : "receivers"} (${some(walsenders, ({ program }) => plain(program) || t`without a name`)})`,
        ]
      : []),
  ];
  if (parts.length === 0) return [];
  return [
    {
      code: "db-replication",
      what: t`${name} takes part in logical replication, which blocks clone and rename, or stays with the renamed database: ${parts.join(", ")}`,
      mend: t`stop it before the launch and set it up again after it: disable the subscription on the other side and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`,
    },
  ];
}

interface Session {
  readonly me: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly ends: boolean;
  readonly sees: boolean;
}

function sessionProblems({ name }: DatabasePlan, rows: readonly Session[]): Problem[] {
  const me = plain(rows[0]?.me ?? "");
  const above = rows.filter(({ superuser }) => superuser);
  const beside = rows.filter(({ superuser, ends }) => !superuser && !ends);
  const unseen = rows.filter(({ sees }) => !sees);
  const roles = (list: readonly Session[]) => some(list, ({ role }) => plain(role));
  return [
    ...(above.length > 0
      ? [
          {
            code: "db-no-signal",
            what: t`superusers are connected to ${name}, and the role ${me} may not end their sessions: ${roles(above)}`,
            mend: t`have them disconnect, or let database.connection be a superuser's`,
          },
        ]
      : []),
    ...(beside.length > 0
      ? [
          {
            code: "db-no-signal",
            what: t`the role ${me} may not end the sessions of other roles in ${name}: ${roles(beside)}`,
            mend: t`as superuser: GRANT pg_signal_backend TO "${me}"`,
          },
        ]
      : []),
    ...(unseen.length > 0
      ? [
          {
            code: "db-no-sight",
            what: t`the role ${me} does not see what the sessions of other roles in ${name} are, and would overlook them: ${roles(unseen)}`,
            mend: t`as superuser: GRANT pg_read_all_stats TO "${me}"`,
          },
        ]
      : []),
  ];
}

function nameProblems(rows: readonly { name: string }[]): Problem[] {
  return rows.map(({ name }) => ({
    code: "db-name-taken",
    what: t`a database ${plain(name)} is there already, and the launch needs its name`,
    mend: t`it is what an earlier launch kept; look at it, then rename or drop it yourself`,
  }));
}

interface Inside {
  readonly why?: "gone" | "owner" | "above" | "grantor" | "untrusted";
  readonly me: string;
  readonly name: string;
}

function insideProblems({ name }: DatabasePlan, rows: readonly (Row & Inside)[]): Problem[] {
  const me = plain(rows[0]?.me ?? "");
  const superuser = t`or let database.connection be a superuser's`;
  const grant = t`as superuser: GRANT ${rows
    .filter(({ kind, why }) => kind === "role" && why === "owner")
    .map((row) => `"${plain(row.name)}"`)
    .join(", ")} TO "${me}"; ${superuser}`;
  const findings: readonly (readonly [code: string, kind: string, why: Inside["why"], what: string, mend: string])[] = [
    [
      "db-role-missing",
      "role",
      "gone",
      t`owners or grants in ${name} name roles that do not exist any more, and a dump of it could not be restored`,
      t`as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`,
    ],
    [
      "db-role-missing",
      "role",
      "owner",
      t`the role ${me} may not give objects of a restored ${name} to their owners, as it is no member of them`,
      grant,
    ],
    [
      "db-role-missing",
      "role",
      "above",
      t`objects in ${name} belong to superusers, and the role ${me} may not restore them as theirs`,
      t`give them to the database's owner (ALTER … OWNER TO); ${superuser}`,
    ],
    [
      "db-role-missing",
      "role",
      "grantor",
      t`the role ${me} may not put back grants in ${name} that others than the owners gave`,
      t`let the owners give these grants; ${superuser}`,
    ],
    [
      "db-extension-missing",
      "extension",
      "gone",
      t`extensions of ${name} are not installed on the server any more, and a dump of it could not be restored`,
      t`install their packages again, or DROP EXTENSION what is not used`,
    ],
    [
      "db-extension-missing",
      "extension",
      "untrusted",
      t`the role ${me} may not create extensions that ${name} has; only a superuser may`,
      t`DROP EXTENSION what is not used; ${superuser}`,
    ],
    [
      "db-not-readable",
      "unreadable",
      undefined,
      t`the role ${me} may not read all of ${name}, and pg_dump would stop there`,
      t`as superuser: GRANT pg_read_all_data TO "${me}" (PostgreSQL 14 and newer), and ALTER ROLE "${me}" BYPASSRLS where policies hide rows`,
    ],
    [
      "db-setting",
      "setting",
      undefined,
      t`the role ${me} may not give a copy of ${name} the settings that it has`,
      t`set them for the server or the role instead of in the database; ${superuser}`,
    ],
  ];
  return findings.flatMap(([code, kind, why, what, mend]) => {
    const list = rows.filter((row) => row.kind === kind && row.why === why);
    return list.length === 0 ? [] : [{ code, what: `${what}: ${some(list, (row) => plain(row.name))}`, mend }];
  });
}

async function closed(host: Host, { name }: DatabasePlan, asked: Command, finished: Finished): Promise<Problem> {
  return {
    code: "db-closed",
    what: t`the database ${name} does not let golive in: ${await why(host, asked, finished)}`,
    mend: t`as superuser: ALTER DATABASE "${name}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${name}" to the role of database.connection`,
  };
}

const shown = 5;

function some<T>(list: readonly T[], text: (item: T) => string): string {
  return `${list.slice(0, shown).map(text).join(", ")}${list.length > shown ? t` and ${list.length - shown} more` : ""}`;
}

/** Names that others chose, fit for one line of a page. */
function plain(text: string, length = 80): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu, "").slice(0, length);
}
