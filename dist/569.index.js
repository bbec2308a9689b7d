export const id = 569;
export const ids = [569];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = { token: { required: true }, plan: { required: true }, "ssh-key": {} };
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kZ: () => (/* binding */ databaseProblems),
  jO: () => (/* binding */ mib),
  fR: () => (/* binding */ spaceProblems)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/plan/nearest.js
var nearest = __webpack_require__(3980);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/blockers.js


/**
 * What of the server and the database would stop a backup, a clone, a rename or a restore. `names` are those that the
 * launch will give to databases. Only looks.
 */
async function blockerProblems(host, plan, names, transactionSeconds) {
    const variables = { name: plan.name, names: JSON.stringify(names), seconds: String(transactionSeconds) };
    // One after the other, or the first would find the second's session in the database.
    const server = await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", serverSql, variables, 120));
    const inside = await host.attempt((0,postgres/* psqlCommand */.K9)(plan, plan.name, insideSql, {}, 300));
    const rows = jsonRows(server.stdout);
    const found = [
        ...preparedProblems(plan, of(rows, "prepared")),
        ...transactionProblems(plan, of(rows, "transaction")),
        ...replicationProblems(plan, of(rows, "walsender"), of(rows, "slot"), of(rows, "subscription")),
        ...sessionProblems(plan, of(rows, "session")),
        ...nameProblems(of(rows, "taken")),
        ...(inside.code === 0 ? insideProblems(plan, jsonRows(inside.stdout)) : [blockers_closed(plan, inside.stderr)]),
    ];
    return found.map((problem) => ({ ...problem, where: host.name }));
}
/** Names and texts of others may hold anything: one JSON object a line keeps them apart. */
function jsonRows(stdout) {
    return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
}
function of(rows, kind) {
    return rows.filter((row) => row.kind === kind);
}
/** What psql said first, without its own name. */
function firstError(stderr) {
    return (stderr.split("\n").find((line) => line.trim() !== "") ?? "no word").replace(/^psql: (error: )?/, "").replace(/^<stdin>:\d+: /, "").slice(0, 200);
}
/** SQL: the privilege that lets a role give objects to another. */
const mayBecome = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";
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
const notOfExtension = (catalog, oid) => `NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
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
const insideSql = `BEGIN TRANSACTION READ ONLY;\n${[rolesSql, extensionsSql, unreadableSql, settingsSql].join("\n")}\nCOMMIT;\n`;
function preparedProblems({ name }, rows) {
    if (rows.length === 0)
        return [];
    const gids = rows.slice(0, shown).map(({ gid }) => `'${plain(gid, 200).replaceAll("'", "''")}'`);
    return [{
            code: "db-prepared-transaction",
            what: `a prepared transaction is open in ${name}, so that it can neither be cloned nor renamed: ${some(rows, ({ gid, seconds }) => `${plain(gid)} (${(0,duration/* showDuration */.k)(seconds)} old)`)}`,
            mend: `connected to ${name}, after asking whose it is: ${gids.map((gid) => `COMMIT PREPARED ${gid} or ROLLBACK PREPARED ${gid}`).join("; ")}`,
        }];
}
function transactionProblems({ name }, rows) {
    if (rows.length === 0)
        return [];
    return [{
            code: "db-long-transaction",
            what: `a transaction stays open in ${name}, and its locks would hold up the dump: ${some(rows, ({ role, program, seconds }) => `${plain(role)}${plain(program) === "" ? "" : ` (${plain(program)})`}, ${(0,duration/* showDuration */.k)(seconds)} old`)}`,
            mend: `have its program end it, or as superuser: ${rows.slice(0, shown).map(({ pid }) => `SELECT pg_terminate_backend(${pid})`).join("; ")}`,
        }];
}
function replicationProblems({ name }, walsenders, slots, subscriptions) {
    const parts = [
        ...(slots.length > 0 ? [`replication slot ${some(slots, (slot) => plain(slot.name))}`] : []),
        ...(subscriptions.length > 0 ? [`subscription ${some(subscriptions, (subscription) => plain(subscription.name))}`] : []),
        ...(walsenders.length > 0 ? [`${walsenders.length} attached ${walsenders.length === 1 ? "receiver" : "receivers"} (${some(walsenders, ({ program }) => plain(program) || "without a name")})`] : []),
    ];
    if (parts.length === 0)
        return [];
    return [{
            code: "db-replication",
            what: `${name} takes part in logical replication, which blocks clone and rename, or stays with the renamed database: ${parts.join(", ")}`,
            mend: "stop it before the launch and set it up again after it: disable the subscription on the other side and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here",
        }];
}
function sessionProblems({ name }, rows) {
    const me = plain(rows[0]?.me ?? "");
    const above = rows.filter(({ superuser }) => superuser);
    const beside = rows.filter(({ superuser, ends }) => !superuser && !ends);
    const unseen = rows.filter(({ sees }) => !sees);
    const roles = (list) => some(list, ({ role }) => plain(role));
    return [
        ...(above.length > 0 ? [{ code: "db-no-signal", what: `superusers are connected to ${name}, and the role ${me} may not end their sessions: ${roles(above)}`, mend: "have them disconnect, or let database.connection be a superuser's" }] : []),
        ...(beside.length > 0 ? [{ code: "db-no-signal", what: `the role ${me} may not end the sessions of other roles in ${name}: ${roles(beside)}`, mend: `as superuser: GRANT pg_signal_backend TO "${me}"` }] : []),
        ...(unseen.length > 0 ? [{ code: "db-no-sight", what: `the role ${me} does not see what the sessions of other roles in ${name} are, and would overlook them: ${roles(unseen)}`, mend: `as superuser: GRANT pg_read_all_stats TO "${me}"` }] : []),
    ];
}
function nameProblems(rows) {
    return rows.map(({ name }) => ({ code: "db-name-taken", what: `a database ${plain(name)} is there already, and the launch needs its name`, mend: "it is what an earlier launch kept; look at it, then rename or drop it yourself" }));
}
function insideProblems({ name }, rows) {
    const me = plain(rows[0]?.me ?? "");
    const superuser = "or let database.connection be a superuser's";
    const grant = `as superuser: GRANT ${rows.filter(({ kind, why }) => kind === "role" && why === "owner").map((row) => `"${plain(row.name)}"`).join(", ")} TO "${me}"; ${superuser}`;
    const findings = [
        ["db-role-missing", "role", "gone", `owners or grants in ${name} name roles that do not exist any more, and a dump of it could not be restored`, "as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)"],
        ["db-role-missing", "role", "owner", `the role ${me} may not give objects of a restored ${name} to their owners, as it is no member of them`, grant],
        ["db-role-missing", "role", "above", `objects in ${name} belong to superusers, and the role ${me} may not restore them as theirs`, `give them to the database's owner (ALTER … OWNER TO); ${superuser}`],
        ["db-role-missing", "role", "grantor", `the role ${me} may not put back grants in ${name} that others than the owners gave`, `let the owners give these grants; ${superuser}`],
        ["db-extension-missing", "extension", "gone", `extensions of ${name} are not installed on the server any more, and a dump of it could not be restored`, "install their packages again, or DROP EXTENSION what is not used"],
        ["db-extension-missing", "extension", "untrusted", `the role ${me} may not create extensions that ${name} has; only a superuser may`, `DROP EXTENSION what is not used; ${superuser}`],
        ["db-not-readable", "unreadable", undefined, `the role ${me} may not read all of ${name}, and pg_dump would stop there`, `as superuser: GRANT pg_read_all_data TO "${me}" (PostgreSQL 14 and newer), and ALTER ROLE "${me}" BYPASSRLS where policies hide rows`],
        ["db-setting", "setting", undefined, `the role ${me} may not give a copy of ${name} the settings that it has`, `set them for the server or the role instead of in the database; ${superuser}`],
    ];
    return findings.flatMap(([code, kind, why, what, mend]) => {
        const list = rows.filter((row) => row.kind === kind && row.why === why);
        return list.length === 0 ? [] : [{ code, what: `${what}: ${some(list, (row) => plain(row.name))}`, mend }];
    });
}
function blockers_closed({ name }, stderr) {
    return { code: "db-closed", what: `the database ${name} does not let golive in: ${firstError(stderr)}`, mend: `as superuser: ALTER DATABASE "${name}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${name}" to the role of database.connection` };
}
const shown = 5;
function some(list, text) {
    return `${list.slice(0, shown).map(text).join(", ")}${list.length > shown ? ` and ${list.length - shown} more` : ""}`;
}
/** Names that others chose, fit for one line of a page. */
function plain(text, length = 80) {
    return text.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu, "").slice(0, length);
}

;// CONCATENATED MODULE: ./.build/js/database/preflight.js




/**
 * Whether the database is there, the role may do what backup and rollback need, and nothing on the server is in their
 * way. `names` are those that the launch will give to databases; a transaction older than `transactionSeconds` is in the
 * way. Changes nothing.
 */
async function databaseProblems(host, plan, names = [], transactionSeconds = 300) {
    const [tools, asked] = await Promise.all([toolsOf(host, plan), host.attempt((0,postgres/* psqlCommand */.K9)(plan, directly, preflight_serverSql, { name: plan.name }, 60))]);
    const at = (problems) => problems.map((problem) => ({ ...problem, where: host.name }));
    if (asked.code !== 0) {
        const missing = toolProblems(tools, null);
        return { problems: at([...missing, ...(tools.missing.includes("psql") ? [] : [unreachable(asked.stderr)])]), facts: null };
    }
    const rows = jsonRows(asked.stdout);
    const [server] = of(rows, "server");
    const databases = of(rows, "database");
    const database = databases.find(({ name }) => name === plan.name);
    if (!server)
        throw new Error(`no facts about the server in ${asked.stdout.slice(0, 200)}`);
    const problems = [...toolProblems(tools, server), ...serverProblems(server)];
    if (!database)
        return { problems: at([...problems, noDatabase(plan, databases)]), facts: null };
    const blockers = await blockerProblems(host, plan, names, transactionSeconds);
    return { problems: at([...problems, ...rightsProblems(plan, server, database), ...blockers]), facts: { bytes: database.bytes, serverVersion: server.version } };
}
// A pooler keeps connections of its own: it refuses settings that come with a connection, or drops them. Those of a
// client that talks to the server itself are told apart from all others. Named here, they go before a service file's.
const directly = "dbname='postgres' options='-c statement_timeout=0 -c lock_timeout=30s'";
const preflight_serverSql = `BEGIN TRANSACTION READ ONLY;
SELECT json_build_object('kind', 'server', 'number', current_setting('server_version_num')::int, 'version', current_setting('server_version'), 'role', rolname, 'superuser', rolsuper, 'createdb', rolcreatedb,
  'standby', pg_is_in_recovery(), 'direct', (SELECT source = 'client' FROM pg_settings WHERE name = 'lock_timeout')) FROM pg_roles WHERE rolname = current_user;
SELECT json_build_object('kind', 'database', 'name', datname, 'owner', pg_get_userbyid(datdba), 'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${mayBecome}),
  'bytes', CASE WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0 END) FROM pg_database WHERE NOT datistemplate ORDER BY datname;
COMMIT;
`;
/** What only a pooler says. */
const poolerWords = /unsupported (options )?startup parameter|no such (database|user)\b|not allowed$|bouncer config error|server_login_retry|query_wait_timeout|max_client_conn|statement pooling mode/m;
function unreachable(stderr) {
    const said = firstError(stderr);
    if (poolerWords.test(said))
        return pooler(`refuses it (${said.replace(/^.*FATAL: */, "")})`);
    return { code: "db-unreachable", what: `PostgreSQL does not answer: ${said}`, mend: "check database.connection and database.run-as in the plan, on that host: psql -d postgres" };
}
function pooler(how) {
    return { code: "db-pooler", what: `database.connection leads to a pooler such as pgbouncer, which ${how}: snapshots and settings of a session do not survive there`, mend: "name the address and port of PostgreSQL itself in database.connection" };
}
function noDatabase(plan, databases) {
    const names = databases.map(({ name }) => name).filter((name) => name !== "postgres");
    const near = (0,nearest/* nearest */.p)(plan.name, names);
    return { code: "db-missing", what: `there is no database "${plan.name}"`, mend: near ? `did you mean "${near}"? Change database.name in the plan` : `change database.name in the plan; there are: ${names.join(", ")}` };
}
function serverProblems({ number, version, standby, direct }) {
    return [
        ...(direct ? [] : [pooler("drops the settings that golive asks for")]),
        ...(standby ? [{ code: "db-standby", what: "this server is a replica, which can be neither cloned nor restored on", mend: "name the primary in database.connection, and its machine in database.host" }] : []),
        ...(number < 140000 ? [{ code: "db-too-old", what: `PostgreSQL ${version} is too old`, mend: "golive needs version 14 or newer" }] : []),
    ];
}
function rightsProblems(plan, { role, superuser, createdb }, { owner, owned }) {
    return [
        ...(superuser || createdb ? [] : [{ code: "db-no-createdb", what: `the role ${role} may not create databases, so no dump can be proved and nothing put back`, mend: `as superuser: ALTER ROLE "${role}" CREATEDB` }]),
        ...(superuser || owned ? [] : [{ code: "db-not-owner", what: `the role ${role} is not a member of the owner of ${plan.name}, or does not inherit its rights`, mend: `as superuser: GRANT "${owner}" TO "${role}"; ALTER ROLE "${role}" INHERIT` }]),
    ];
}
const toolsScript = 'for p; do v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"; done';
async function toolsOf(host, plan) {
    const files = ["psql", "pg_dump", "pg_restore"].map((name) => (plan.programs === undefined ? name : `${plan.programs}/${name}`));
    const { stdout } = await host.attempt((0,postgres/* databaseScript */.PK)(plan, toolsScript, files, { timeoutSeconds: 60 }));
    const found = [...stdout.matchAll(/^(\w+)\|(\d*)/gm)].map(([, name = "", version = ""]) => ({ name, version }));
    return { missing: found.flatMap(({ name, version }) => (version === "" ? [name] : [])), versions: new Map(found.flatMap(({ name, version }) => (version === "" ? [] : [[name, Number(version)]]))) };
}
/** A newer pg_restore says things an older server does not know; an older pg_dump refuses. */
function toolProblems({ missing, versions }, server) {
    if (missing.length > 0)
        return [{ code: "db-tools-missing", what: `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`, mend: "install the PostgreSQL client programs there, or name their folder in database.programs" }];
    if (server === null)
        return [];
    const major = Math.floor(server.number / 10000);
    const others = ["pg_dump", "pg_restore"].filter((name) => versions.has(name) && versions.get(name) !== major);
    if (others.length === 0)
        return [];
    const what = `${others.map((name) => `${name} is of version ${versions.get(name)}`).join(", ")}, the server of ${major}`;
    return [{ code: "db-version-mismatch", what, mend: `install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)` }];
}
/** What a clone takes beyond its size: its write-ahead log, and what changes while it is there. */
const cloneGrowth = 1.2;
/**
 * Room for the dump, for the database put back from it beside itself and, with `copy`, for the rollback copy: one sum
 * for each file system.
 */
async function spaceProblems(host, plan, facts, { copy } = { copy: false }) {
    const places = await placesOf(host, plan, facts);
    // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
    const dump = { label: "the dump", path: plan.backup.directory, bytes: facts.bytes, disk: await free(host, plan, plan.backup.directory, true) };
    const beside = await Promise.all(places.map(async ({ tablespace, path, bytes }) => {
        const disk = path === null ? null : await free(host, plan, path, false);
        const part = tablespace === null ? "" : ` in tablespace ${tablespace}`;
        const labels = [{ label: `the restored proof${part}`, path: path ?? "", bytes }, ...(copy ? [{ label: `the rollback copy${part}`, path: path ?? "", bytes: Math.ceil(bytes * cloneGrowth) }] : [])];
        return disk === null ? { unknown: `room for ${labels.map(({ label }) => label).join(" and ")} could not be looked at${path === null ? "" : ` (${path})`}` } : { needs: labels.map((need) => ({ ...need, disk })) };
    }));
    const needs = [dump, ...beside.flatMap((place) => place.needs ?? [])];
    const sums = [...Map.groupBy(needs, ({ disk }) => disk?.device ?? "").values()].map((group) => sumOf(host, plan, group));
    const notes = [...sums.map(({ text }) => text), ...beside.flatMap((place) => place.unknown ?? []), ...places.flatMap(({ tablespace, path, bytes }) => (tablespace === null ? [] : [`tablespace ${tablespace} holds ${mib(bytes)} of it at ${path}`]))];
    return { problems: sums.flatMap(({ problem }) => problem ?? []), note: notes.join("; ") };
}
function sumOf(host, plan, group) {
    const least = plan.backup["least-free"] * 1024 * 1024;
    const needed = group.reduce((sum, { bytes }) => sum + bytes, least);
    const available = group[0]?.disk?.bytes ?? 0;
    const parts = group.map(({ label, bytes }) => `${label} (${mib(bytes)})`);
    const text = `${mib(available)} free for ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}, ${mib(needed)} needed`;
    if (available >= needed)
        return { text, problem: null };
    const paths = [...new Set(group.map(({ path }) => path))];
    const ways = ["make room", ...(paths.includes(plan.backup.directory) ? ["choose another database.backup.directory"] : []), ...(group.some(({ label }) => label.startsWith("the rollback copy")) ? ["do without the rollback copy (database.backup.copy: false)"] : [])];
    return { text, problem: { code: "db-no-room", what: `${text}${least > 0 ? ` with ${mib(least)} to stay free` : ""}`, where: `${host.name}:${paths.join(", ")}`, mend: ways.join(", or ") } };
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
async function placesOf(host, plan, facts) {
    const { code, stdout } = await host.attempt((0,postgres/* psqlCommand */.K9)(plan, plan.name, placesSql, {}, 300));
    // Why the database does not let golive in is told by the look at it.
    if (code !== 0)
        return [{ tablespace: null, path: null, bytes: facts.bytes }];
    return of(jsonRows(stdout), "place").map(({ tablespace, bytes, data, location }) => {
        const path = location.startsWith("/") ? location : data === null ? null : location === "" ? data : `${data}/${location}`;
        return { tablespace, bytes, path };
    });
}
const freeScript = 'p=$1; while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; [ ! -d "$p" ] || LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1';
/** With `climb` the folder may not be there yet: then its nearest parent counts. Null when it is not on this host. */
async function free(host, plan, path, climb) {
    const asked = (0,command/* script */.K$)(freeScript, [path, climb ? "climb" : ""], { timeoutSeconds: 30, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) });
    const [bytes = "", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
    return bytes === "" ? null : { bytes: Number(bytes), device: device.join(" ") };
}
function mib(bytes) {
    return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ currentCommit),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   _6: () => (/* binding */ checkoutCommit),
/* harmony export */   di: () => (/* binding */ checkoutProblems),
/* harmony export */   xI: () => (/* binding */ fetchTag)
/* harmony export */ });
/* unused harmony export git */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);


/** git in the live checkout, asking nobody for a password. */
function git(plan, args, timeoutSeconds = 600) {
    const { directory, "run-as": user } = plan.deploy;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)("git", ["-C", directory, ...args], { timeoutSeconds, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) });
}
/** What is checked out now. */
async function currentCommit(host, plan) {
    const commit = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    const tags = (await host.run(git(plan, ["tag", "--points-at", "HEAD", "--sort=-creatordate"], 60))).stdout.trim().split("\n");
    return { commit, tag: tags[0] || commit.slice(0, 12) };
}
/** Files added or changed between what is checked out and the release, with their text. Only objects are fetched. */
async function changedFiles({ host, plan, release }, wanted) {
    await host.run(git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
    const { stdout } = await host.run(git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", "HEAD", release.commit], 120));
    const paths = stdout.split("\0").filter((path) => path !== "" && wanted(path)).toSorted();
    const files = [];
    for (const path of paths)
        files.push({ path, text: (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout });
    return files;
}
/** Fetches the tag alone and holds it to the approved commit: tags move. */
async function fetchTag({ host, plan, release }) {
    await host.run(git(plan, ["fetch", "--quiet", "--force", "--no-tags", plan.deploy.remote, `+refs/tags/${release.tag}:refs/tags/${release.tag}`]));
    const found = (await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))).stdout.trim();
    if (found !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`, where: host.name, mend: "somebody moved the tag, or the remote is another repository; start a new launch" });
    }
    return { note: release.commit.slice(0, 12) };
}
/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
async function checkoutCommit(host, plan, commit, keep) {
    if (keep !== undefined)
        await host.attempt(git(plan, ["diff", "--binary", `--output=${plan.deploy.directory}/.git/${keep}`, "HEAD"], 120));
    await host.run(git(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
    const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    if (now !== commit)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`, where: host.name, mend: "look at git status in the live directory" });
}
/** Whether the live directory can be deployed into. Changes nothing. */
async function checkoutProblems(host, plan) {
    const { directory, remote } = plan.deploy;
    const where = `${host.name}:${directory}`;
    const status = await host.attempt(git(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
    if (status.code !== 0) {
        const mend = /dubious ownership/.test(status.stderr) ? "set deploy.run-as to the user that owns it" : /cannot change to|No such file/.test(status.stderr) ? "clone the service's repository there, or correct deploy.directory" : "clone the service's repository there";
        return [{ what: "the live directory is not a git checkout that can be used", where, mend }];
    }
    const changed = status.stdout.split("\n").filter((line) => line !== "");
    const problems = changed.length === 0 ? [] : [{ what: `${changed.length} tracked file${changed.length > 1 ? "s were" : " was"} changed by hand (${changed.slice(0, 3).map((line) => line.slice(3)).join(", ")})`, where, mend: "commit or undo these changes; a checkout would lose them or stop" }];
    const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
    if (url.code !== 0)
        problems.push({ what: `there is no git remote "${remote}"`, where, mend: "correct deploy.remote, or add the remote" });
    return problems;
}


/***/ }),

/***/ 8904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ presetOf)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/presets/django-migrations.js
const drops = new Set(["DeleteModel", "RemoveField"]);
/** Change what rows or names already hold; of the last three nobody can tell from outside. */
const rewrites = new Set(["AlterField", "RenameField", "RenameModel", "AlterModelTable", "AlterOrderWithRespectTo", "RunPython", "RunSQL", "SeparateDatabaseAndState"]);
/** What a migration file does to data that is there, by the operations it names; the file is read, never run. */
function readMigration(path, text) {
    const [, app = "", file = ""] = /([^/]+)\/migrations\/([^/]+)\.py$/.exec(path) ?? [];
    const code = text.replaceAll(/("""|''')[\s\S]*?\1/g, "").replaceAll(/#.*$/gm, "");
    const named = [...new Set([...code.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([, name = ""]) => name))];
    return { name: `${app}.${file}`, drops: named.filter((name) => drops.has(name)), rewrites: named.filter((name) => rewrites.has(name)) };
}
/** Whether a path of the repository is a migration of Django's. */
function isMigration(path) {
    return /(?:^|\/)migrations\/(?!__init__\.py$)[^/]+\.py$/.test(path);
}

// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
;// CONCATENATED MODULE: ./.build/js/presets/django.js



/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withEnvironmentFile = `exec 3< "$1" || exit 78
shift
while IFS= read -r l <&3 || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done
exec 3<&-
exec "$@"`;
/** The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, then NAME=value to `--`. */
const withTrialSettings = `u=$2; d=$3
if [ -n "$1" ]; then
  exec 3< "$1" || exit 78
  while IFS= read -r l <&3 || [ -n "$l" ]; do
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    k=\${l%%=*}; v=\${l#*=}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    if [ "$k" = "$u" ]; then h=\${v%%[?]*}; q=\${v#"$h"}; v=\${h%/*}/$d$q; fi
    export "$k=$v"
  done
  exec 3<&-
fi
shift 3
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;
// Objects are shared with the live checkout, where only they are added: no file and no reference changes.
const cloneRelease = `rm -rf -- "$2" && mkdir -p -- "$(dirname -- "$2")" && git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"`;
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    // A pip or a migration that a lost run left behind is waited for, not joined.
    return { cwd: directory, exclusive: `${directory}/.git/golive.lock`, ...(user === undefined ? {} : { user }) };
}
function python(plan) {
    return `${plan.deploy.directory}/${plan.deploy.venv}/bin/python`;
}
/** A program in the release's directory with the service's own settings. */
function withSettings(plan, words, timeoutSeconds) {
    const options = { ...asOwner(plan), timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" } };
    const file = plan.deploy["env-file"];
    return file === undefined ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options) : (0,command/* script */.K$)(withEnvironmentFile, [file, ...words], { ...options, label: words.join(" ") });
}
function manage(plan, args, timeoutSeconds = 3600) {
    return withSettings(plan, [python(plan), plan.deploy.manage, ...args], timeoutSeconds);
}
// The environment as it was stays beside: the way back must not depend on a package index that answers at night.
const keepEnvironment = `if [ -d "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds no environment and the kept one: it goes on from there.
const restoreEnvironment = `if [ -d "$1.golive-before-$2" ]; then
  if [ -d "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';
/** Environments kept by launches that ended are not needed any more; the one of this launch stays. */
const dropOldEnvironments = 'for d in "$1".golive-before-*; do if [ -d "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d"; fi; done';
const printDatabase = "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";
function databaseTold(stdout) {
    return /^golive-database=(.*)$/m.exec(stdout)?.[1] ?? null;
}
function pendingOf(stdout) {
    return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
}
async function collectStatic({ plan, host }) {
    await host.run(manage(plan, ["collectstatic", "--noinput", "--verbosity", "0"]));
}
const django = {
    programs: (plan) => ["git", "curl", plan.deploy.python],
    async newMigrations(context) {
        return (await (0,git/* changedFiles */.Y_)(context, isMigration)).map(({ path, text }) => readMigration(path, text));
    },
    fetch: git/* fetchTag */.xI,
    async checkout({ host, plan, release }) {
        await (0,git/* checkoutCommit */._6)(host, plan, release.commit);
        return { note: release.tag };
    },
    async environment({ host, plan, release }) {
        const { python: interpreter, venv, requirements } = plan.deploy;
        const directory = `${plan.deploy.directory}/${venv}`;
        await host.run((0,command/* script */.K$)(dropOldEnvironments, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(keepEnvironment, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, directory, plan.deploy["system-site-packages"] ? "yes" : "no"], asOwner(plan)));
        await host.run((0,command/* command */.G5)(python(plan), ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...asOwner(plan), timeoutSeconds: 1800 }));
        return { note: requirements };
    },
    async pendingMigrations({ host, plan }) {
        const { stdout } = await host.run(manage(plan, ["showmigrations", "--plan", "--no-color"], 300));
        return pendingOf(stdout);
    },
    async migrate({ host, plan }) {
        await host.run(manage(plan, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
    },
    async static(context) {
        if (!context.plan.deploy["collect-static"])
            return { skipped: true, note: "the plan says so" };
        await collectStatic(context);
        return {};
    },
    command: withSettings,
    async settings({ host, plan }) {
        const file = plan.deploy["env-file"];
        const { code } = file === undefined ? { code: 0 } : await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...asOwner(plan), timeoutSeconds: 60 }));
        if (code !== 0)
            return { problem: `the settings in ${file} cannot be read`, mend: "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file" };
        const name = databaseTold((await host.attempt(manage(plan, ["shell", "-c", printDatabase], 120))).stdout);
        if (name === null)
            return { problem: "manage.py does not run with these settings", mend: "try it by hand: manage.py check" };
        return name === plan.database.name ? null : { problem: `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
    },
    async build({ host, plan, release }, directory) {
        const { python: interpreter, venv, requirements, "run-as": user, "env-file": file } = plan.deploy;
        const options = { timeoutSeconds: 1800, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" }, ...(user === undefined ? {} : { user }) };
        const environment = `${directory}/${venv}`;
        const fetched = await host.run((0,command/* command */.G5)("git", ["-C", plan.deploy.directory, "fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`], options));
        const checkedOut = await host.run((0,command/* script */.K$)(cloneRelease, [plan.deploy.directory, directory, release.commit], options));
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, environment, plan.deploy["system-site-packages"] ? "yes" : "no"], options));
        const installed = await host.run((0,command/* command */.G5)(`${environment}/bin/python`, ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...options, cwd: directory }));
        // In the window the environment is kept beside before it is changed: one of this size is copied to see how long that takes.
        const kept = await host.run((0,command/* script */.K$)('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [environment], options));
        // Into the folder of the release, wherever its settings put them: a look only, and the live files stay.
        const words = [`${environment}/bin/python`, plan.deploy.manage, "collectstatic", "--noinput", "--verbosity", "0", "--dry-run"];
        const collected = plan.deploy["collect-static"] ? await host.run((0,command/* script */.K$)(withTrialSettings, [file ?? "", "", "", "--", ...words], { ...options, cwd: directory, label: words.join(" ") })) : null;
        return { took: { fetch: fetched.seconds, checkout: checkedOut.seconds, environment: installed.seconds + kept.seconds, static: collected?.seconds ?? 0 }, python: `${environment}/bin/python` };
    },
    trial({ host, plan }, directory, { database, env, url }) {
        const interpreter = `${directory}/${plan.deploy.venv}/bin/python`;
        const user = plan.deploy["run-as"];
        const inTrial = (words, timeoutSeconds, more = {}) => {
            const set = Object.entries({ ...env, ...more }).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
            return (0,command/* script */.K$)(withTrialSettings, [plan.deploy["env-file"] ?? "", url ?? "", database, ...set, "--", ...words], { cwd: directory, timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" }, label: words.join(" "), ...(user === undefined ? {} : { user }) });
        };
        const manageTrial = (args, timeoutSeconds) => inTrial([interpreter, plan.deploy.manage, ...args], timeoutSeconds);
        return {
            command: inTrial,
            async database() {
                const told = await host.attempt(manageTrial(["shell", "-c", printDatabase], 120));
                return databaseTold(told.stdout);
            },
            async pending() {
                return pendingOf((await host.run(manageTrial(["showmigrations", "--plan", "--no-color"], 300))).stdout);
            },
            async apply(name) {
                const [app = "", migration = ""] = name.split(".");
                await host.run(manageTrial(["migrate", app, migration, "--noinput", "--no-color", "--verbosity", "1"], 6 * 3600));
            },
        };
    },
    async back(context, previous, collect) {
        const { host, plan, release } = context;
        await (0,git/* checkoutCommit */._6)(host, plan, previous.commit, `golive-${release.id}.diff`);
        const { stdout } = await host.run((0,command/* script */.K$)(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
        if (collect && plan.deploy["collect-static"])
            await collectStatic(context);
        return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/preset.js

function presetOf(plan) {
    return { django: django }[plan.deploy.preset];
}


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dM: () => (/* binding */ managerOf),
  gx: () => (/* binding */ serviceProblems),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices),
  __: () => (/* binding */ unitState)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/services/supervisor.js

function supervisorctl(plan, args) {
    const words = ["supervisorctl", ...(plan.config === undefined ? [] : ["-c", plan.config]), ...args];
    const [file = "", ...rest] = plan.sudo ? ["sudo", "-n", ...words] : words;
    return (0,command/* command */.G5)(file, rest, { timeoutSeconds: plan["stop-timeout"] + 60 });
}
const supervisor = {
    programs: ["supervisorctl"],
    stop: (plan, unit) => supervisorctl(plan, ["stop", unit]),
    ready: () => [],
    start: (plan, unit) => supervisorctl(plan, ["start", unit]),
    status: (plan, unit) => supervisorctl(plan, ["status", unit]),
    state: (stdout) => (/^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout) ? "running" : /^\S+\s+(STOPPED|EXITED|FATAL)\b/m.test(stdout) ? "stopped" : "unknown"),
};

;// CONCATENATED MODULE: ./.build/js/services/systemd.js

function systemctl(plan, args) {
    const timeoutSeconds = plan["stop-timeout"] + 60;
    return plan.sudo ? (0,command/* command */.G5)("sudo", ["-n", "systemctl", ...args], { timeoutSeconds }) : (0,command/* command */.G5)("systemctl", [...args], { timeoutSeconds });
}
const systemd = {
    programs: ["systemctl"],
    stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
    // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
    ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
    start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
    status: (_plan, unit) => (0,command/* command */.G5)("systemctl", ["show", "--property=LoadState,ActiveState", "--", unit], { timeoutSeconds: 30 }),
    state: (stdout) => {
        if (!/^LoadState=loaded$/m.test(stdout))
            return "unknown";
        return /^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout) ? "running" : /^ActiveState=(inactive|failed)$/m.test(stdout) ? "stopped" : "unknown";
    },
};

;// CONCATENATED MODULE: ./.build/js/services/manager.js



function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor }[plan.manager];
}
/** Stops every unit in reverse order and proves that none runs. Throws otherwise. */
async function stopServices(host, plan) {
    for (const unit of plan.units.toReversed()) {
        // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
        const asked = managerOf(plan).stop(plan, unit);
        const stopped = await host.attempt(asked);
        if ((await unitState(host, plan, unit)) === "stopped")
            continue;
        if (stopped.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, asked, stopped);
        throw new errors/* UserError */.yo({ what: `${unit} still runs after it was stopped`, where: host.name, mend: "look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable" });
    }
}
/**
 * Starts every unit in order, with the code that lies there now: one that something else started meanwhile is stopped
 * first. Whether the service is up is for its health page to say.
 */
async function startServices(host, plan) {
    const manager = managerOf(plan);
    await stopServices(host, plan);
    for (const unit of plan.units) {
        for (const command of manager.ready(plan, unit))
            await host.attempt(command);
        await host.run(manager.start(plan, unit));
    }
}
/** Throws a UserError when the manager cannot say: not knowing is not the same as stopped. */
async function unitState(host, plan, unit) {
    const manager = managerOf(plan);
    const asked = manager.status(plan, unit);
    const finished = await host.attempt(asked);
    const state = manager.state(finished.stdout);
    if (state !== "unknown")
        return state;
    throw new errors/* UserError */.yo({ what: `${plan.manager} does not say whether ${unit} runs`, where: host.name, mend: `is this the name of a unit there, and may golive ask? Try: ${[asked.file, ...asked.args].join(" ")}` }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
}
/** Whether every unit is known and runs, and whether golive may stop and start it. Changes nothing. */
async function serviceProblems(host, plan) {
    const manager = managerOf(plan);
    const found = await Promise.all(plan.units.map(async (unit) => {
        try {
            const state = await unitState(host, plan, unit);
            if (state === "stopped")
                return [{ what: `${unit} does not run`, where: host.name, mend: "a launch starts from a service that works; start it, or take it out of services.units" }];
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return error.problems;
            throw error;
        }
        if (!plan.sudo)
            return [];
        const wanted = [manager.stop(plan, unit), manager.start(plan, unit)];
        const refused = await Promise.all(wanted.map(async ({ args }) => ((await host.attempt({ file: "sudo", args: ["-n", "-l", ...args.slice(1)], timeoutSeconds: 30 })).code === 0 ? [] : [args.slice(1).join(" ")])));
        return refused.flat().map((words) => ({ what: `sudo does not let golive run: ${words}`, where: host.name, mend: "allow it without a password (docs/hosts.md has the lines)" }));
    }));
    return found.flat();
}


/***/ }),

/***/ 8102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ awaitHealth),
/* harmony export */   Sx: () => (/* binding */ versionOn),
/* harmony export */   _T: () => (/* binding */ healthProblem)
/* harmony export */ });
/* unused harmony export versionOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _checks_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);



/**
 * Waits until the host's own health page answers 200 and the version page names what is expected.
 * Throws a UserError with the last thing seen.
 */
async function awaitHealth(host, plan, expected) {
    const started = Date.now();
    for (;;) {
        const problem = await healthProblem(host, plan, expected);
        const seconds = (Date.now() - started) / 1000;
        if (problem === null)
            return `healthy after ${seconds.toFixed(1)} s${plan.health.version && expected !== null ? `, version ${typeof expected === "string" ? expected : expected.tag}` : ""}`;
        if (seconds > plan.health.within)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: `not healthy within ${plan.health.within} s: ${problem}`, where: host.name, mend: "look at the service's log on that host" });
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds < 5 ? 200 : 1000);
    }
}
async function healthProblem(host, plan, expected) {
    const { url, version } = plan.health;
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, url, 5);
    if (page.status !== 200)
        return `${url} ${page.status === 0 ? `does not answer (${page.error})` : `answers ${page.status}`}`;
    if (version === undefined || expected === null)
        return null;
    const told = await versionOn(host, plan);
    if (typeof told !== "string")
        return told.problem;
    const fits = typeof expected === "string" ? told === expected : told === expected.tag || (told.length >= 7 && expected.commit.startsWith(told));
    return fits ? null : `${version.url} says ${told.slice(0, 60)}, not ${typeof expected === "string" ? expected : expected.tag}`;
}
/** What the version page of a host says now. */
async function versionOn(host, plan) {
    const { version } = plan.health;
    if (version === undefined)
        return { problem: "the plan names no version page" };
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, version.url, 5);
    if (page.status !== 200)
        return { problem: `${version.url} answers ${page.status}` };
    return versionOf(page.body, version.json) ?? { problem: `${version.url} holds no "${version.json}"` };
}
/** The value of a key of a JSON answer, as text; null when there is none. */
function versionOf(body, key) {
    try {
        const value = JSON.parse(body)?.[key];
        return typeof value === "string" && value !== "" ? value : null;
    }
    catch {
        return null;
    }
}


/***/ })

};
