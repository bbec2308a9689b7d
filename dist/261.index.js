export const id = 261;
export const ids = [261];
export const modules = {

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ databaseProblems),
  f: () => (/* binding */ spaceProblems)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/plan/nearest.js
var nearest = __webpack_require__(3980);
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
        ...(inside.code === 0
            ? insideProblems(plan, jsonRows(inside.stdout))
            : [blockers_closed(plan, inside.stderr)]),
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
    return (stderr.split("\n").find((line) => line.trim() !== "") ?? (0,core_text.t) `no word`)
        .replace(/^psql: (error: )?/, "")
        .replace(/^<stdin>:\d+: /, "")
        .slice(0, 200);
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
    return [
        {
            code: "db-prepared-transaction",
            what: (0,core_text.t) `a prepared transaction is open in ${name}, so that it can neither be cloned nor renamed: ${some(rows, ({ gid, seconds }) => (0,core_text.t) `${plain(gid)} (${(0,figures/* showDuration */.kJ)(seconds)} old)`)}`,
            mend: (0,core_text.t) `connected to ${name}, after asking whose it is: ${gids.map((gid) => (0,core_text.t) `COMMIT PREPARED ${gid} or ROLLBACK PREPARED ${gid}`).join("; ")}`,
        },
    ];
}
function transactionProblems({ name }, rows) {
    if (rows.length === 0)
        return [];
    return [
        {
            code: "db-long-transaction",
            what: (0,core_text.t) `a transaction stays open in ${name}, and its locks would hold up the dump: ${some(rows, ({ role, program, seconds }) => (0,core_text.t) `${plain(role)}${plain(program) === "" ? "" : ` (${plain(program)})`}, ${(0,figures/* showDuration */.kJ)(seconds)} old`)}`,
            mend: (0,core_text.t) `have its program end it, or as superuser: ${rows
                .slice(0, shown)
                .map(({ pid }) => `SELECT pg_terminate_backend(${pid})`)
                .join("; ")}`,
        },
    ];
}
function replicationProblems({ name }, walsenders, slots, subscriptions) {
    const parts = [
        ...(slots.length > 0 ? [(0,core_text.t) `replication slot ${some(slots, (slot) => plain(slot.name))}`] : []),
        ...(subscriptions.length > 0
            ? [(0,core_text.t) `subscription ${some(subscriptions, (subscription) => plain(subscription.name))}`]
            : []),
        ...(walsenders.length > 0
            ? [
                (0,core_text.t) `${walsenders.length} attached ${walsenders.length === 1 ? "receiver" : "receivers"} (${some(walsenders, ({ program }) => plain(program) || (0,core_text.t) `without a name`)})`,
            ]
            : []),
    ];
    if (parts.length === 0)
        return [];
    return [
        {
            code: "db-replication",
            what: (0,core_text.t) `${name} takes part in logical replication, which blocks clone and rename, or stays with the renamed database: ${parts.join(", ")}`,
            mend: (0,core_text.t) `stop it before the launch and set it up again after it: disable the subscription on the other side and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`,
        },
    ];
}
function sessionProblems({ name }, rows) {
    const me = plain(rows[0]?.me ?? "");
    const above = rows.filter(({ superuser }) => superuser);
    const beside = rows.filter(({ superuser, ends }) => !superuser && !ends);
    const unseen = rows.filter(({ sees }) => !sees);
    const roles = (list) => some(list, ({ role }) => plain(role));
    return [
        ...(above.length > 0
            ? [
                {
                    code: "db-no-signal",
                    what: (0,core_text.t) `superusers are connected to ${name}, and the role ${me} may not end their sessions: ${roles(above)}`,
                    mend: (0,core_text.t) `have them disconnect, or let database.connection be a superuser's`,
                },
            ]
            : []),
        ...(beside.length > 0
            ? [
                {
                    code: "db-no-signal",
                    what: (0,core_text.t) `the role ${me} may not end the sessions of other roles in ${name}: ${roles(beside)}`,
                    mend: (0,core_text.t) `as superuser: GRANT pg_signal_backend TO "${me}"`,
                },
            ]
            : []),
        ...(unseen.length > 0
            ? [
                {
                    code: "db-no-sight",
                    what: (0,core_text.t) `the role ${me} does not see what the sessions of other roles in ${name} are, and would overlook them: ${roles(unseen)}`,
                    mend: (0,core_text.t) `as superuser: GRANT pg_read_all_stats TO "${me}"`,
                },
            ]
            : []),
    ];
}
function nameProblems(rows) {
    return rows.map(({ name }) => ({
        code: "db-name-taken",
        what: (0,core_text.t) `a database ${plain(name)} is there already, and the launch needs its name`,
        mend: (0,core_text.t) `it is what an earlier launch kept; look at it, then rename or drop it yourself`,
    }));
}
function insideProblems({ name }, rows) {
    const me = plain(rows[0]?.me ?? "");
    const superuser = (0,core_text.t) `or let database.connection be a superuser's`;
    const grant = (0,core_text.t) `as superuser: GRANT ${rows
        .filter(({ kind, why }) => kind === "role" && why === "owner")
        .map((row) => `"${plain(row.name)}"`)
        .join(", ")} TO "${me}"; ${superuser}`;
    const findings = [
        [
            "db-role-missing",
            "role",
            "gone",
            (0,core_text.t) `owners or grants in ${name} name roles that do not exist any more, and a dump of it could not be restored`,
            (0,core_text.t) `as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`,
        ],
        [
            "db-role-missing",
            "role",
            "owner",
            (0,core_text.t) `the role ${me} may not give objects of a restored ${name} to their owners, as it is no member of them`,
            grant,
        ],
        [
            "db-role-missing",
            "role",
            "above",
            (0,core_text.t) `objects in ${name} belong to superusers, and the role ${me} may not restore them as theirs`,
            (0,core_text.t) `give them to the database's owner (ALTER … OWNER TO); ${superuser}`,
        ],
        [
            "db-role-missing",
            "role",
            "grantor",
            (0,core_text.t) `the role ${me} may not put back grants in ${name} that others than the owners gave`,
            (0,core_text.t) `let the owners give these grants; ${superuser}`,
        ],
        [
            "db-extension-missing",
            "extension",
            "gone",
            (0,core_text.t) `extensions of ${name} are not installed on the server any more, and a dump of it could not be restored`,
            (0,core_text.t) `install their packages again, or DROP EXTENSION what is not used`,
        ],
        [
            "db-extension-missing",
            "extension",
            "untrusted",
            (0,core_text.t) `the role ${me} may not create extensions that ${name} has; only a superuser may`,
            (0,core_text.t) `DROP EXTENSION what is not used; ${superuser}`,
        ],
        [
            "db-not-readable",
            "unreadable",
            undefined,
            (0,core_text.t) `the role ${me} may not read all of ${name}, and pg_dump would stop there`,
            (0,core_text.t) `as superuser: GRANT pg_read_all_data TO "${me}" (PostgreSQL 14 and newer), and ALTER ROLE "${me}" BYPASSRLS where policies hide rows`,
        ],
        [
            "db-setting",
            "setting",
            undefined,
            (0,core_text.t) `the role ${me} may not give a copy of ${name} the settings that it has`,
            (0,core_text.t) `set them for the server or the role instead of in the database; ${superuser}`,
        ],
    ];
    return findings.flatMap(([code, kind, why, what, mend]) => {
        const list = rows.filter((row) => row.kind === kind && row.why === why);
        return list.length === 0 ? [] : [{ code, what: `${what}: ${some(list, (row) => plain(row.name))}`, mend }];
    });
}
function blockers_closed({ name }, stderr) {
    return {
        code: "db-closed",
        what: (0,core_text.t) `the database ${name} does not let golive in: ${firstError(stderr)}`,
        mend: (0,core_text.t) `as superuser: ALTER DATABASE "${name}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${name}" to the role of database.connection`,
    };
}
const shown = 5;
function some(list, text) {
    return `${list.slice(0, shown).map(text).join(", ")}${list.length > shown ? (0,core_text.t) ` and ${list.length - shown} more` : ""}`;
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
    const [tools, asked] = await Promise.all([
        toolsOf(host, plan),
        host.attempt((0,postgres/* psqlCommand */.K9)(plan, directly, preflight_serverSql, { name: plan.name }, 60)),
    ]);
    const at = (problems) => problems.map((problem) => ({ ...problem, where: host.name }));
    if (asked.code !== 0) {
        const missing = toolProblems(tools, null);
        return {
            problems: at([...missing, ...(tools.missing.includes("psql") ? [] : [unreachable(asked.stderr)])]),
            facts: null,
        };
    }
    const rows = jsonRows(asked.stdout);
    const [server] = of(rows, "server");
    const databases = of(rows, "database");
    const database = databases.find(({ name }) => name === plan.name);
    if (!server)
        throw new Error((0,core_text.t) `no facts about the server in ${asked.stdout.slice(0, 200)}`);
    const problems = [...toolProblems(tools, server), ...serverProblems(server)];
    if (!database)
        return { problems: at([...problems, noDatabase(plan, databases)]), facts: null };
    const blockers = await blockerProblems(host, plan, names, transactionSeconds);
    return {
        problems: at([...problems, ...rightsProblems(plan, server, database), ...blockers]),
        facts: { bytes: database.bytes, serverVersion: server.version },
    };
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
        return pooler((0,core_text.t) `refuses it (${said.replace(/^.*FATAL: */, "")})`);
    return {
        code: "db-unreachable",
        what: (0,core_text.t) `PostgreSQL does not answer: ${said}`,
        mend: (0,core_text.t) `check database.connection and database.run-as in the plan, on that host: psql -d postgres`,
    };
}
function pooler(how) {
    return {
        code: "db-pooler",
        what: (0,core_text.t) `database.connection leads to a pooler such as pgbouncer, which ${how}: snapshots and settings of a session do not survive there`,
        mend: (0,core_text.t) `name the address and port of PostgreSQL itself in database.connection`,
    };
}
function noDatabase(plan, databases) {
    const names = databases.map(({ name }) => name).filter((name) => name !== "postgres");
    const near = (0,nearest/* nearest */.p)(plan.name, names);
    return {
        code: "db-missing",
        what: (0,core_text.t) `there is no database "${plan.name}"`,
        mend: near
            ? (0,core_text.t) `did you mean "${near}"? Change database.name in the plan`
            : (0,core_text.t) `change database.name in the plan; there are: ${names.join(", ")}`,
    };
}
function serverProblems({ number, version, standby, direct }) {
    return [
        ...(direct ? [] : [pooler((0,core_text.t) `drops the settings that golive asks for`)]),
        ...(standby
            ? [
                {
                    code: "db-standby",
                    what: (0,core_text.t) `this server is a replica, which can be neither cloned nor restored on`,
                    mend: (0,core_text.t) `name the primary in database.connection, and its machine in database.host`,
                },
            ]
            : []),
        ...(number < 140000
            ? [{ code: "db-too-old", what: (0,core_text.t) `PostgreSQL ${version} is too old`, mend: (0,core_text.t) `golive needs version 14 or newer` }]
            : []),
    ];
}
function rightsProblems(plan, { role, superuser, createdb }, { owner, owned }) {
    return [
        ...(superuser || createdb
            ? []
            : [
                {
                    code: "db-no-createdb",
                    what: (0,core_text.t) `the role ${role} may not create databases, so no dump can be proved and nothing put back`,
                    mend: (0,core_text.t) `as superuser: ALTER ROLE "${role}" CREATEDB`,
                },
            ]),
        ...(superuser || owned
            ? []
            : [
                {
                    code: "db-not-owner",
                    what: (0,core_text.t) `the role ${role} is not a member of the owner of ${plan.name}, or does not inherit its rights`,
                    mend: (0,core_text.t) `as superuser: GRANT "${owner}" TO "${role}"; ALTER ROLE "${role}" INHERIT`,
                },
            ]),
    ];
}
const toolsScript = 'for p; do v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"; done';
async function toolsOf(host, plan) {
    const files = ["psql", "pg_dump", "pg_restore"].map((name) => plan.programs === undefined ? name : `${plan.programs}/${name}`);
    const { stdout } = await host.attempt((0,postgres/* databaseScript */.PK)(plan, toolsScript, files, { timeoutSeconds: 60 }));
    const found = [...stdout.matchAll(/^(\w+)\|(\d*)/gm)].map(([, name = "", version = ""]) => ({ name, version }));
    return {
        missing: found.flatMap(({ name, version }) => (version === "" ? [name] : [])),
        versions: new Map(found.flatMap(({ name, version }) => (version === "" ? [] : [[name, Number(version)]]))),
    };
}
/** A newer pg_restore says things an older server does not know; an older pg_dump refuses. */
function toolProblems({ missing, versions }, server) {
    if (missing.length > 0)
        return [
            {
                code: "db-tools-missing",
                what: (0,core_text.t) `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
                mend: (0,core_text.t) `install the PostgreSQL client programs there, or name their folder in database.programs`,
            },
        ];
    if (server === null)
        return [];
    const major = Math.floor(server.number / 10000);
    const others = ["pg_dump", "pg_restore"].filter((name) => versions.has(name) && versions.get(name) !== major);
    if (others.length === 0)
        return [];
    const what = (0,core_text.t) `${others.map((name) => (0,core_text.t) `${name} is of version ${versions.get(name)}`).join(", ")}, the server of ${major}`;
    return [
        {
            code: "db-version-mismatch",
            what,
            mend: (0,core_text.t) `install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)`,
        },
    ];
}
/** What a clone takes beyond its size: its write-ahead log, and what changes while it is there. */
const cloneGrowth = 1.2;
/**
 * Room for the dump, for the database put back from it beside itself and, with `copy`, for the rollback copy: one sum
 * for each file system. `elsewhere`: the server of the plan has no such database yet.
 */
async function spaceProblems(host, plan, facts, { copy, elsewhere = false } = { copy: false }) {
    const places = elsewhere ? await dataDirectory(host, plan, facts) : await placesOf(host, plan, facts);
    // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
    const dump = {
        label: (0,core_text.t) `the dump`,
        path: plan.backup.directory,
        bytes: facts.bytes,
        disk: await free(host, plan, plan.backup.directory, true),
    };
    const beside = await Promise.all(places.map(async ({ tablespace, path, bytes }) => {
        const disk = path === null ? null : await free(host, plan, path, false);
        const part = tablespace === null ? "" : (0,core_text.t) ` in tablespace ${tablespace}`;
        const labels = [
            { label: (0,core_text.t) `the restored proof${part}`, path: path ?? "", bytes },
            ...(copy
                ? [{ label: (0,core_text.t) `the rollback copy${part}`, path: path ?? "", bytes: Math.ceil(bytes * cloneGrowth) }]
                : []),
        ];
        return disk === null
            ? {
                unknown: (0,core_text.t) `room for ${labels.map(({ label }) => label).join((0,core_text.t) ` and `)} could not be looked at${path === null ? "" : ` (${path})`}`,
            }
            : { needs: labels.map((need) => ({ ...need, disk })) };
    }));
    const needs = [dump, ...beside.flatMap((place) => place.needs ?? [])];
    const sums = [...Map.groupBy(needs, ({ disk }) => disk?.device ?? "").values()].map((group) => sumOf(host, plan, group));
    const notes = [
        ...sums.map(({ text }) => text),
        ...beside.flatMap((place) => place.unknown ?? []),
        ...places.flatMap(({ tablespace, path, bytes }) => tablespace === null ? [] : [(0,core_text.t) `tablespace ${tablespace} holds ${(0,figures/* showSize */.tY)(bytes)} of it at ${path}`]),
    ];
    return { problems: sums.flatMap(({ problem }) => problem ?? []), note: notes.join("; ") };
}
function sumOf(host, plan, group) {
    const least = plan.backup["least-free"] * 1024 * 1024;
    const needed = group.reduce((sum, { bytes }) => sum + bytes, least);
    const available = group[0]?.disk?.bytes ?? 0;
    const parts = group.map(({ label, bytes }) => `${label} (${(0,figures/* showSize */.tY)(bytes)})`);
    const text = (0,core_text.t) `${(0,figures/* showSize */.tY)(available)} free for ${parts.length > 1 ? (0,core_text.t) `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}, ${(0,figures/* showSize */.tY)(needed)} needed`;
    if (available >= needed)
        return { text, problem: null };
    const paths = [...new Set(group.map(({ path }) => path))];
    const ways = [
        (0,core_text.t) `make room`,
        ...(paths.includes(plan.backup.directory) ? [(0,core_text.t) `choose another database.backup.directory`] : []),
        ...(group.some(({ label }) => label.startsWith((0,core_text.t) `the rollback copy`))
            ? [(0,core_text.t) `do without the rollback copy (database.backup.copy: false)`]
            : []),
    ];
    return {
        text,
        problem: {
            code: "db-no-room",
            what: `${text}${least > 0 ? (0,core_text.t) ` with ${(0,figures/* showSize */.tY)(least)} to stay free` : ""}`,
            where: `${host.name}:${paths.join(", ")}`,
            mend: ways.join((0,core_text.t) `, or `),
        },
    };
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
async function dataDirectory(host, plan, { bytes }) {
    const [[path = ""] = []] = await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT setting FROM pg_settings WHERE name = 'data_directory'");
    return [{ tablespace: null, path: path === "" ? null : path, bytes }];
}
const freeScript = 'p=$1; while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; [ ! -d "$p" ] || LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1';
/** With `climb` the folder may not be there yet: then its nearest parent counts. Null when it is not on this host. */
async function free(host, plan, path, climb) {
    const asked = (0,command/* script */.K$)(freeScript, [path, climb ? "climb" : ""], {
        timeoutSeconds: 30,
        ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }),
    });
    const [bytes = "", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
    return bytes === "" ? null : { bytes: Number(bytes), device: device.join(" ") };
}


/***/ }),

/***/ 3710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ asking),
  Y: () => (/* binding */ tryAccess)
});

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/hosts/settings.js
var settings = __webpack_require__(615);
;// CONCATENATED MODULE: ./.build/js/access/keys.js





/**
 * Names that speak of a secret, and among them those that only speak about one: how long, how old, where.
 * Of a URL what counts is what stands before the @; a digest is salted afresh in each call and comes in by stdin.
 */
const lookScript = `${settings/* readSettings */.s}
unset p low own names name state looks salt d
command -v sha256sum >/dev/null || { echo 'problem sha256sum'; exit 0; }
IFS= read -r salt
file=$1; shift
readable "$file" || { echo 'problem file'; exit 0; }
lower() { tr 'A-Z' 'a-z'; }
names=$(
  while IFS= read -r l || [ -n "$l" ]; do
    l=\${l#"\${l%%[! \t]*}"}
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    n=\${l%%=*}; n=\${n%"\${n##*[! \t]}"}
    case "$n" in ''|[0-9]*|*[!A-Za-z0-9_]*) continue ;; esac
    printf '%s\\n' "$n"
  done < "$file" | sort -u
)
for name in $names; do
  setting "$file" "$name" || continue
  looks=no
  own=$(printf '%s' "$name" | lower)
  case "_\${own}_" in
    *_ttl_|*_length_|*_min_|*_max_|*_age_|*_timeout_|*_seconds_|*_minutes_|*_hours_|*_days_|*_expiry_|*_expires_|*_expire_|*_lifetime_|*_count_|*_limit_|*_size_|*_algorithm_|*_alg_|*_type_|*_prefix_|*_header_|*_name_|*_field_|*_file_|*_path_|*_dir_|*_enabled_|*_required_|*_validators_|*_hashers_|_use_*|_enable_*|_require_*|_allow_*) ;;
    *key_*|*keys_*|*token_*|*tokens_*|*secret_*|*secrets_*|*password_*|*passwd_*|*dsn_*) looks=yes ;;
  esac
  p=$v
  case "$v" in
    *://*@*)
      d=\${v#*://}; d=\${d%%[/?#]*}
      case "$d" in
        *@*)
          d=\${d%@*}
          case "$own" in *url*) looks=yes ;; esac
          case "$d" in *:*) p=\${d#*:} ;; *) p=$d ;; esac ;;
      esac ;;
    *) case "$own" in *url) [ "$looks" = no ] || case "$v" in *://*) looks=no ;; esac ;; esac ;;
  esac
  for n in "$@"; do [ "$n" != "$name" ] || [ "$looks" = yes ] || looks=named; done
  [ "$looks" != no ] || continue
  low=$(printf '%s' "$p" | lower)
  state=good
  case "$low" in *[0-9!.]) [ "\${#low}" -gt 16 ] || d=\${low%"\${low##*[!0-9!.]}"} ;; *) d=$low ;; esac
  [ "\${#low}" -le 16 ] || d=$low
  case "$d" in changeme|change-me|change_me|'change me'|todo|tbd|fixme|secret|password|passwd|passw0rd|test|testing|example|placeholder|replaceme|replace-me|replace_me|dummy|none|null|default|admin|"$own") state=placeholder ;; esac
  case "$low" in *changeme*|*change-me*|*change_me*|todo*|your-*|your_*|*example*|'<'*'>'|django-insecure-*|"$own") state=placeholder ;; esac
  [ -z "$p" ] || [ -n "$(printf '%s' "$p" | tr -d "$(first=\${p%"\${p#?}"}; case "$first" in [A-Za-z0-9*.]) printf '%s' "$first" ;; *) printf x ;; esac)")" ] || state=placeholder
  if [ "$state" = good ] && [ "$looks" = yes ] && [ "\${#p}" -lt 8 ]; then state=short; fi
  if controlled; then state=control; fi
  [ -n "$p" ] || state=empty
  d=
  [ -z "$p" ] || d=$(printf '%s %s' "$salt" "$p" | sha256sum)
  printf 'setting %s %s %s\\n' "$name" "$state" "\${d%% *}"
done
echo looked
`;
const told = {
    empty: { what: (0,core_text/* msg */.ab) `is empty`, mend: (0,core_text/* msg */.ab) `put the key there` },
    placeholder: { what: (0,core_text/* msg */.ab) `still holds a placeholder`, mend: (0,core_text/* msg */.ab) `put the key there` },
    short: {
        what: (0,core_text/* msg */.ab) `is shorter than 8 characters, too short for a secret`,
        mend: (0,core_text/* msg */.ab) `make a longer one; if it is none, give it a name that does not speak of one`,
    },
    control: {
        what: (0,core_text/* msg */.ab) `holds a control character`,
        mend: (0,core_text/* msg */.ab) `write the file with line ends of Unix, one KEY=value a line`,
    },
};
/**
 * Looks at the secrets in production's settings, where they lie: no placeholder, and nothing that staging has as well.
 * Values never leave a host; of each only a salted digest does, and that only as far as this function.
 */
async function keyProblems(production, staging, { names = [], shared }) {
    const salt = (0,external_node_crypto_.randomBytes)(32).toString("hex");
    const [here, there] = await Promise.all([
        look(production, names, salt),
        staging === null ? [] : look(staging, names, salt),
    ]);
    const problems = [];
    if ("problems" in there)
        problems.push(...there.problems);
    if ("problems" in here)
        return [...here.problems, ...problems];
    const where = production.host.name;
    for (const name of names) {
        if (!here.some((setting) => setting.name === name))
            problems.push({
                code: "key-missing",
                where,
                what: (0,core_text.t) `${name} is not in the settings file`,
                mend: (0,core_text.t) `add it there, or take it out of the plan's names`,
            });
    }
    for (const { name, state, digest } of here) {
        const bad = told[state];
        if (bad)
            problems.push({ code: `key-${state}`, where, what: `${name} ${(0,core_text/* inWords */.r4)(bad.what)}`, mend: (0,core_text/* inWords */.r4)(bad.mend) });
        if (bad || "problems" in there || shared.includes(name))
            continue;
        const same = there.find((other) => other.name === name && other.digest === digest) ??
            there.find((other) => other.digest === digest);
        if (same)
            problems.push({
                code: "key-shared",
                where,
                what: (0,core_text.t) `${name} has the value that ${same.name === name ? "it" : same.name} has on staging`,
                mend: (0,core_text.t) `make a key of its own for production; if it has to be the same, name it under shared`,
            });
    }
    return problems;
}
async function look({ host, file, user }, names, salt) {
    try {
        const finished = await host.attempt((0,command/* script */.K$)(lookScript, [file, ...names], {
            stdin: `${salt}\n`,
            timeoutSeconds: 120,
            label: (0,core_text.t) `look at the names and shapes of the settings in ${file}`,
            ...(user === undefined ? {} : { user }),
        }));
        const problem = /^problem (\w+)$/m.exec(finished.stdout)?.[1];
        if (problem === "file")
            return unread(host, (0,core_text.t) `the settings in ${file} cannot be read`, (0,core_text.t) `let the user that deploys read it (chgrp and mode 0640), or correct the path`);
        if (problem === "printf")
            return unread(host, (0,core_text.t) `the shell there would show the keys to others, so they were not looked at`, (0,core_text.t) `let sh be dash, bash or busybox`);
        if (problem !== undefined)
            return unread(host, (0,core_text.t) `${problem} is not installed, so the settings in ${file} were not looked at`, (0,core_text.t) `install ${problem} (coreutils)`);
        if (!/^looked$/m.test(finished.stdout))
            return unread(host, (0,core_text.t) `the settings in ${file} could not be looked at to the end`, (0,core_text.t) `may this user become the one who reads the file (sudo -n)?`);
        return [...finished.stdout.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(([, name = "", state = "", digest = ""]) => ({ name, state, digest }));
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return { problems: error.problems };
        throw error;
    }
}
function unread(host, what, mend) {
    return { problems: [{ code: "key-unreadable", where: host.name, what, mend }] };
}

// EXTERNAL MODULE: ./.build/js/access/probe.js + 10 modules
var access_probe = __webpack_require__(4377);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/access.js






/** The host that asks: the plan's, or else the first that the service runs on. */
function asking(plan, probe) {
    return probe.from ?? plan.services.hosts[0] ?? "";
}
/** Every probe of the plan at the same time and then the keys; all results are on record before one that is bad stops the day. */
async function tryAccess(launch) {
    const { access, keys } = launch.plan.prepare;
    const problems = (await Promise.all(access.map((probe) => tryOne(launch, probe)))).flat();
    const found = keys === undefined
        ? null
        : await (0,run_steps/* runStep */.eg)(launch, keysStep).then(() => null, (error) => error);
    if (found !== null && !(found instanceof errors/* StepError */.zg))
        throw found;
    if (problems.length === 0 && found !== null)
        throw found;
    const both = [...problems, ...(found?.cause instanceof errors/* UserError */.yo ? found.cause.problems : [])];
    if (both.length > 0)
        throw new errors/* StepError */.zg("day-before.access", new errors/* UserError */.yo(both));
}
async function tryOne(launch, probe) {
    const { plan } = launch;
    const step = `day-before.access-${probe.id}`;
    const from = asking(plan, probe);
    await launch.record({ kind: "step", step, status: "started" });
    const started = external_node_perf_hooks_.performance.now();
    const { verdict, evidence, latencyMs, expires } = await (0,access_probe/* probeAccess */.f)(probe, {
        host: launch.hosts.get(from),
        envFile: plan.deploy["env-file"],
        user: readerOn(plan, from),
    }).catch((error) => ({ verdict: "error", evidence: (0,errors/* errorLine */.BP)(error) }));
    const note = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
    const facts = {
        verdict,
        ...(latencyMs === undefined ? {} : { latencyMs }),
        ...(expires === undefined ? {} : { expires }),
    };
    await launch.record({
        kind: "step",
        step,
        status: verdict === "pass" ? "done" : "failed",
        seconds: Math.round(external_node_perf_hooks_.performance.now() - started) / 1000,
        note,
        facts,
    });
    launch.log.info(`${verdict === "pass" ? "" : "❌ "}${step} ${verdict}: ${evidence}`);
    return verdict === "pass"
        ? []
        : [
            {
                what: `${(0,access_probe/* accessTitle */.F)(probe)}: ${note}`,
                where: from,
                mend: verdict === "fail"
                    ? (0,core_text.t) `put the right key or address there before the night`
                    : (0,core_text.t) `nothing was proved, which is not a pass; look why`,
            },
        ];
}
const keysStep = {
    id: "day-before.keys",
    async run({ plan, hosts }) {
        const { keys } = plan.prepare;
        const file = plan.deploy["env-file"];
        if (!keys || file === undefined)
            return { skipped: true };
        const staging = keys.staging === undefined
            ? null
            : { host: hosts.get(keys.staging.host), file: keys.staging.file, user: readerOn(plan, keys.staging.host) };
        const problems = await Promise.all(plan.deploy.hosts.map((name) => keyProblems({ host: hosts.get(name), file, user: readerOn(plan, name) }, staging, keys)));
        if (problems.flat().length > 0)
            throw new errors/* UserError */.yo(problems.flat());
        return {
            note: staging === null ? (0,core_text.t) `no placeholder, none empty` : (0,core_text.t) `no placeholder, none empty, none that staging has`,
        };
    },
    holds: async () => false,
};
/** Who reads the settings: the user that deploys, where there is one. */
function readerOn(plan, host) {
    return plan.deploy.hosts.includes(host) ? plan.deploy["run-as"] : undefined;
}


/***/ })

};
