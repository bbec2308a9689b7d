import { script } from "../../core/command.ts";
import type { Command, Finished } from "../../core/command.ts";
import { InternalError, type Problem } from "../../core/errors.ts";
import { showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { nearest } from "../../plan/nearest.ts";
import { blockerProblems, jsonRows, mayBecome, of } from "./blockers.ts";
import { type DatabasePlan, databaseScript, psqlCommand, query } from "../postgres.ts";

export interface DatabaseFacts {
  readonly bytes: number;
  readonly serverVersion: string;
}

/**
 * Whether the database is there, the role may do what backup and rollback need, and nothing on the server is in their
 * way. `names` are those that the launch will give to databases; a transaction older than `transactionSeconds` is in the
 * way. Changes nothing.
 */
export async function databaseProblems(
  host: Host,
  plan: DatabasePlan,
  names: readonly string[] = [],
  transactionSeconds = 300,
): Promise<{ problems: Problem[]; facts: DatabaseFacts | null }> {
  const look = psqlCommand(plan, directly, serverSql, { variables: { name: plan.name }, timeoutSeconds: 60 });
  const [tools, asked] = await Promise.all([toolsOf(host, plan), host.attempt(look)]);
  const at = (problems: readonly Problem[]) => problems.map((problem) => ({ ...problem, where: host.name }));
  if (asked.code !== 0) {
    const missing = toolProblems(tools, null);
    return {
      problems: at([...missing, ...(tools.missing.includes("psql") ? [] : [await unreachable(host, look, asked)])]),
      facts: null,
    };
  }
  const rows = jsonRows(asked.stdout);
  const [server] = of<Server>(rows, "server");
  const databases = of<Database>(rows, "database");
  const database = databases.find(({ name }) => name === plan.name);
  if (!server) throw new InternalError(t`psql printed no facts about the server`);
  const problems = [...toolProblems(tools, server), ...serverProblems(server)];
  if (!database) return { problems: at([...problems, noDatabase(plan, databases)]), facts: null };
  const blockers = await blockerProblems(host, plan, names, transactionSeconds);
  return {
    problems: at([...problems, ...rightsProblems(plan, server, database), ...blockers]),
    facts: { bytes: database.bytes, serverVersion: server.version },
  };
}

interface Server {
  readonly number: number;
  readonly version: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly createdb: boolean;
  readonly standby: boolean;
  /** Whether the settings of golive's connection reached the server. */
  readonly direct: boolean;
}

interface Database {
  readonly name: string;
  readonly bytes: number;
  readonly owner: string;
  readonly owned: boolean;
}

// A pooler keeps connections of its own: it refuses settings that come with a connection, or drops them. Those of a
// client that talks to the server itself are told apart from all others. Named here, they go before a service file's.
const directly = "dbname='postgres' options='-c statement_timeout=0 -c lock_timeout=30s'";

const serverSql = `BEGIN TRANSACTION READ ONLY;
SELECT json_build_object('kind', 'server', 'number', current_setting('server_version_num')::int, 'version', current_setting('server_version'), 'role', rolname, 'superuser', rolsuper, 'createdb', rolcreatedb,
  'standby', pg_is_in_recovery(), 'direct', (SELECT source = 'client' FROM pg_settings WHERE name = 'lock_timeout')) FROM pg_roles WHERE rolname = current_user;
SELECT json_build_object('kind', 'database', 'name', datname, 'owner', pg_get_userbyid(datdba), 'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${mayBecome}),
  'bytes', CASE WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0 END) FROM pg_database WHERE NOT datistemplate ORDER BY datname;
COMMIT;
`;

/** What only a pooler says. */
const poolerWords =
  /unsupported (options )?startup parameter|no such (database|user)\b|not allowed$|bouncer config error|server_login_retry|query_wait_timeout|max_client_conn|statement pooling mode/m;

async function unreachable(host: Host, asked: Command, finished: Finished): Promise<Problem> {
  const said = await why(host, asked, finished);
  if (poolerWords.test(finished.stderr)) return pooler(t`refuses it (${said.replace(/^.*FATAL: */, "")})`);
  return {
    code: "db-unreachable",
    what: t`PostgreSQL does not answer: ${said}`,
    mend: t`check database.connection and database.run-as in the plan, on that host: psql -d postgres`,
  };
}

function pooler(how: string): Problem {
  return {
    code: "db-pooler",
    what: t`database.connection leads to a pooler such as pgbouncer, which ${how}: snapshots and settings of a session do not survive there`,
    mend: t`name the address and port of PostgreSQL itself in database.connection`,
  };
}

function noDatabase(plan: DatabasePlan, databases: readonly Database[]): Problem {
  const names = databases.map(({ name }) => name).filter((name) => name !== "postgres");
  const near = nearest(plan.name, names);
  return {
    code: "db-missing",
    what: t`there is no database "${plan.name}"`,
    mend: near
      ? t`did you mean "${near}"? Change database.name in the plan`
      : t`change database.name in the plan; there are: ${names.join(", ")}`,
  };
}

function serverProblems({ number, version, standby, direct }: Server): Problem[] {
  return [
    ...(direct ? [] : [pooler(t`drops the settings that golive asks for`)]),
    ...(standby
      ? [
          {
            code: "db-standby",
            what: t`this server is a replica, which can be neither cloned nor restored on`,
            mend: t`name the primary in database.connection, and its machine in database.host`,
          },
        ]
      : []),
    ...(number < 140000
      ? [{ code: "db-too-old", what: t`PostgreSQL ${version} is too old`, mend: t`golive needs version 14 or newer` }]
      : []),
  ];
}

function rightsProblems(
  plan: DatabasePlan,
  { role, superuser, createdb }: Server,
  { owner, owned }: Database,
): Problem[] {
  return [
    ...(superuser || createdb
      ? []
      : [
          {
            code: "db-no-createdb",
            what: t`the role ${role} may not create databases, so no dump can be proved and nothing put back`,
            mend: t`as superuser: ALTER ROLE "${role}" CREATEDB`,
          },
        ]),
    ...(superuser || owned
      ? []
      : [
          {
            code: "db-not-owner",
            what: t`the role ${role} is not a member of the owner of ${plan.name}, or does not inherit its rights`,
            mend: t`as superuser: GRANT "${owner}" TO "${role}"; ALTER ROLE "${role}" INHERIT`,
          },
        ]),
  ];
}

interface Tools {
  readonly missing: readonly string[];
  /** Major version of each that is there. */
  readonly versions: ReadonlyMap<string, number>;
}

const toolsScript = 'for p; do v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"; done';

async function toolsOf(host: Host, plan: DatabasePlan): Promise<Tools> {
  const files = ["psql", "pg_dump", "pg_restore"].map((name) =>
    plan.programs === undefined ? name : `${plan.programs}/${name}`,
  );
  const { stdout } = await host.attempt(databaseScript(plan, toolsScript, files, { timeoutSeconds: 60 }));
  const found = [...stdout.matchAll(/^(\w+)\|(\d*)/gm)].map(([, name = "", version = ""]) => ({ name, version }));
  return {
    missing: found.flatMap(({ name, version }) => (version === "" ? [name] : [])),
    versions: new Map(found.flatMap(({ name, version }) => (version === "" ? [] : [[name, Number(version)] as const]))),
  };
}

/** A newer pg_restore says things an older server does not know; an older pg_dump refuses. */
function toolProblems({ missing, versions }: Tools, server: Server | null): Problem[] {
  if (missing.length > 0)
    return [
      {
        code: "db-tools-missing",
        what: t`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
        mend: t`install the PostgreSQL client programs there, or name their folder in database.programs`,
      },
    ];
  if (server === null) return [];
  const major = Math.floor(server.number / 10000);
  const others = ["pg_dump", "pg_restore"].filter((name) => versions.has(name) && versions.get(name) !== major);
  if (others.length === 0) return [];
  const what = t`${others.map((name) => t`${name} is of version ${versions.get(name)}`).join(", ")}, the server of ${major}`;
  return [
    {
      code: "db-version-mismatch",
      what,
      mend: t`install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)`,
    },
  ];
}

/** Room for one purpose in one folder. */
interface Need {
  readonly label: string;
  readonly path: string;
  readonly bytes: number;
}

/** What a clone takes beyond its size: its write-ahead log, and what changes while it is there. */
const cloneGrowth = 1.2;

/**
 * Room for the dump, for the database put back from it beside itself and, with `copy`, for the rollback copy: one sum
 * for each file system. `elsewhere`: the server of the plan has no such database yet.
 */
export async function spaceProblems(
  host: Host,
  plan: DatabasePlan,
  facts: DatabaseFacts,
  { copy, elsewhere = false }: { readonly copy: boolean; readonly elsewhere?: boolean } = { copy: false },
): Promise<{ problems: Problem[]; note: string }> {
  const places = elsewhere ? await dataDirectory(host, plan, facts) : await placesOf(host, plan, facts);
  // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
  const dump = {
    label: t`the dump`,
    path: plan.backup.directory,
    bytes: facts.bytes,
    disk: await free(host, plan, plan.backup.directory, true),
  };
  const beside = await Promise.all(
    places.map(async ({ tablespace, path, bytes }) => {
      const disk = path === null ? null : await free(host, plan, path, false);
      const part = tablespace === null ? "" : t` in tablespace ${tablespace}`;
      const labels: Need[] = [
        { label: t`the restored proof${part}`, path: path ?? "", bytes },
        ...(copy
          ? [{ label: t`the rollback copy${part}`, path: path ?? "", bytes: Math.ceil(bytes * cloneGrowth) }]
          : []),
      ];
      return disk === null
        ? {
            unknown: t`room for ${labels.map(({ label }) => label).join(t` and `)} could not be looked at${path === null ? "" : ` (${path})`}`,
          }
        : { needs: labels.map((need) => ({ ...need, disk })) };
    }),
  );
  const needs = [dump, ...beside.flatMap((place) => place.needs ?? [])];
  const devices = [...new Set(needs.map(({ disk }) => disk?.device ?? ""))];
  const sums = devices.map((device) =>
    sumOf(
      host,
      plan,
      needs.filter(({ disk }) => (disk?.device ?? "") === device),
    ),
  );
  const notes = [
    ...sums.map(({ text }) => text),
    ...beside.flatMap((place) => place.unknown ?? []),
    ...places.flatMap(({ tablespace, path, bytes }) =>
      tablespace === null ? [] : [t`tablespace ${tablespace} holds ${showSize(bytes)} of it at ${path}`],
    ),
  ];
  return { problems: sums.flatMap(({ problem }) => problem ?? []), note: notes.join("; ") };
}

function sumOf(
  host: Host,
  plan: DatabasePlan,
  group: readonly (Need & { readonly disk: Free | null })[],
): { text: string; problem: Problem | null } {
  const least = plan.backup.leastFree * 1024 * 1024;
  const needed = group.reduce((sum, { bytes }) => sum + bytes, least);
  const available = group[0]?.disk?.bytes ?? 0;
  const parts = group.map(({ label, bytes }) => `${label} (${showSize(bytes)})`);
  const text = t`${showSize(available)} free for ${parts.length > 1 ? t`${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}, ${showSize(needed)} needed`;
  if (available >= needed) return { text, problem: null };
  const paths = [...new Set(group.map(({ path }) => path))];
  const ways = [
    t`make room`,
    ...(paths.includes(plan.backup.directory) ? [t`choose another database.backup.directory`] : []),
    ...(group.some(({ label }) => label.startsWith(t`the rollback copy`))
      ? [t`do without the rollback copy (database.backup.copy: false)`]
      : []),
  ];
  return {
    text,
    problem: {
      code: "db-no-room",
      what: `${text}${least > 0 ? t` with ${showSize(least)} to stay free` : ""}`,
      where: `${host.name}:${paths.join(", ")}`,
      mend: ways.join(t`, or `),
    },
  };
}

/** Where the server keeps the database, and how much of it there. */
interface Place {
  /** Null for the data directory itself. */
  readonly tablespace: string | null;
  /** Null when the role may not see it. */
  readonly path: string | null;
  readonly bytes: number;
}

// A copy and a restored dump lie in the same tablespaces. What is in none of its own is in the database's.
const placesSql = `BEGIN TRANSACTION READ ONLY;
WITH parts AS (
  SELECT c.reltablespace AS id, sum(pg_relation_size(c.oid, 'main') + pg_relation_size(c.oid, 'fsm') + pg_relation_size(c.oid, 'vm')) AS bytes
  FROM pg_class c WHERE c.reltablespace <> 0 AND c.relkind IN ('r', 'i', 't', 'm', 'S') AND NOT c.relisshared GROUP BY 1
), places AS (
  SELECT dattablespace AS id, pg_database_size(oid) - (SELECT coalesce(sum(bytes), 0) FROM parts) AS bytes FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT id, bytes FROM parts
)
SELECT json_build_object('kind', 'place', 'tablespace', CASE t.spcname WHEN 'pg_default' THEN NULL ELSE t.spcname END, 'bytes', sum(p.bytes)::bigint,
  'data', (SELECT setting FROM pg_settings WHERE name = 'data_directory'), 'location', pg_tablespace_location(t.oid))
FROM places p JOIN pg_tablespace t ON t.oid = p.id GROUP BY t.oid, t.spcname ORDER BY t.spcname = 'pg_default' DESC, t.spcname;
COMMIT;
`;

async function placesOf(host: Host, plan: DatabasePlan, facts: DatabaseFacts): Promise<Place[]> {
  const { code, stdout } = await host.attempt(psqlCommand(plan, plan.name, placesSql, { timeoutSeconds: 300 }));
  // Why the database does not let golive in is told by the look at it.
  if (code !== 0) return [{ tablespace: null, path: null, bytes: facts.bytes }];
  return of<{ tablespace: string | null; bytes: number; data: string | null; location: string }>(
    jsonRows(stdout),
    "place",
  ).map(({ tablespace, bytes, data, location }) => {
    const path = location.startsWith("/")
      ? location
      : data === null
        ? null
        : location === ""
          ? data
          : `${data}/${location}`;
    return { tablespace, bytes, path };
  });
}

async function dataDirectory(host: Host, plan: DatabasePlan, { bytes }: DatabaseFacts): Promise<Place[]> {
  const [[path = ""] = []] = await query(host, plan, {
    database: "postgres",
    sql: "SELECT setting FROM pg_settings WHERE name = 'data_directory'",
  });
  return [{ tablespace: null, path: path === "" ? null : path, bytes }];
}

interface Free {
  readonly bytes: number;
  readonly device: string;
}

const freeScript =
  'p=$1; while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; [ ! -d "$p" ] || LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1';

/** With `climb` the folder may not be there yet: then its nearest parent counts. Null when it is not on this host. */
async function free(host: Host, plan: DatabasePlan, path: string, climb: boolean): Promise<Free | null> {
  const asked = script(freeScript, [path, climb ? "climb" : ""], {
    timeoutSeconds: 30,
    ...(plan.runAs === undefined ? {} : { user: plan.runAs }),
  });
  const [bytes = "", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
  return bytes === "" ? null : { bytes: Number(bytes), device: device.join(" ") };
}
