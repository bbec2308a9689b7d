export const id = 693;
export const ids = [693];
export const modules = {

/***/ 2894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ databaseProblems),
  f: () => (/* binding */ spaceProblems)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/hosts/why.js
var why = __webpack_require__(5594);
// EXTERNAL MODULE: ./.build/js/plan/nearest.js
var nearest = __webpack_require__(3980);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/extension-rows.js
var extension_rows = __webpack_require__(7435);
;// CONCATENATED MODULE: ./.build/js/database/remaking.js


const kinds = ["extension-rows", "extension-version", "collation-version", "tablespace"];
// Sorted by another library its indexes do not find what they hold, and PostgreSQL refuses to clone it.
const collationSql = `SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'me', current_user, 'name', d.datname, 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database() AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`;
const versionsSql = `SELECT json_build_object('kind', 'extension-version', 'me', current_user, 'name', e.extname, 'was', e.extversion, 'is', a.default_version)
FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion)
ORDER BY e.extname;
`;
const tablespaceSql = `SELECT json_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_database d JOIN pg_tablespace s ON s.oid = d.dattablespace
WHERE d.datname = current_database() AND s.spcname <> 'pg_default' AND NOT has_tablespace_privilege(s.oid, 'CREATE');
`;
/** psql script: a line of JSON for each thing in the way. */
const remakingSql = `${extension_rows/* extensionRowsSql */.Je}${versionsSql}${collationSql}${tablespaceSql}`;
/** `list` names what a kind found, fit for one line of a page. */
function remakingProblems(database, rows, list) {
    return kinds.flatMap((kind) => {
        const found = rows.filter((row) => row.kind === kind && row.rows !== 0);
        return found.length === 0 ? [] : [problemOf[kind](database, found, list)];
    });
}
const problemOf = {
    "extension-rows": (database, rows, list) => ({
        code: "db-extension-rows",
        what: (0,core_text.t) `tables of ${database} belong to extensions, so that pg_dump leaves them out, and hold rows that no extension brings: ${list(rows, ({ name, rows: held }) => (0,core_text.t) `${name}: ${held} rows`)}`,
        mend: (0,core_text.t) `take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`,
    }),
    "extension-version": (database, rows, list) => ({
        code: "db-extension-version",
        what: (0,core_text.t) `extensions of ${database} are of versions that the server cannot create any more, and a restored one would have others: ${list(rows, ({ name, was, is }) => (0,core_text.t) `${name} ${was}, now ${is}`)}`,
        mend: (0,core_text.t) `bring them up to date before the launch: ALTER EXTENSION … UPDATE`,
    }),
    "collation-version": (database, rows, list) => ({
        code: "db-collation-version",
        what: (0,core_text.t) `${database} was sorted by another version of the system's collations, so that it can not be cloned, and its indexes may not find what they hold: ${list(rows, ({ was, is }) => (0,core_text.t) `${was}, now ${is ?? (0,core_text.t) `none`}`)}`,
        mend: (0,core_text.t) `before the launch: REINDEX DATABASE "${database}"; ALTER DATABASE "${database}" REFRESH COLLATION VERSION`,
    }),
    tablespace: (database, rows, list) => ({
        code: "db-tablespace",
        what: (0,core_text.t) `the role ${rows[0]?.me ?? ""} may not create a database in the tablespace of ${database}: ${list(rows, ({ name }) => name)}`,
        mend: (0,core_text.t) `as superuser: GRANT CREATE ON TABLESPACE "${rows[0]?.name ?? ""}" TO "${rows[0]?.me ?? ""}"`,
    }),
};

;// CONCATENATED MODULE: ./.build/js/database/blockers.js





/**
 * What of the server and the database would stop a backup, a clone, a rename or a restore. `names` are those that the
 * launch will give to databases. Only looks.
 */
async function blockerProblems(host, plan, names, transactionSeconds) {
    const variables = { name: plan.name, names: JSON.stringify(names), seconds: String(transactionSeconds) };
    // One after the other, or the first would find the second's session in the database.
    const server = await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", serverSql, variables, 120));
    const insideLook = (0,postgres/* psqlCommand */.K9)(plan, plan.name, insideSql, {}, 300);
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
                ...insideProblems(plan, jsonRows(inside.stdout)),
                ...remakingProblems(plan.name, jsonRows(inside.stdout), (list, text) => some(list, (row) => plain(text(row)))),
            ]
            : [await blockers_closed(host, plan, insideLook, inside)]),
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
const insideSql = `BEGIN TRANSACTION READ ONLY;\n${[rolesSql, extensionsSql, unreadableSql, settingsSql, remakingSql].join("\n")}\nCOMMIT;\n`;
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
async function blockers_closed(host, { name }, asked, finished) {
    return {
        code: "db-closed",
        what: (0,core_text.t) `the database ${name} does not let golive in: ${await (0,why/* why */.d8)(host, asked, finished)}`,
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
    const look = (0,postgres/* psqlCommand */.K9)(plan, directly, preflight_serverSql, { name: plan.name }, 60);
    const [tools, asked] = await Promise.all([toolsOf(host, plan), host.attempt(look)]);
    const at = (problems) => problems.map((problem) => ({ ...problem, where: host.name }));
    if (asked.code !== 0) {
        const missing = toolProblems(tools, null);
        return {
            problems: at([...missing, ...(tools.missing.includes("psql") ? [] : [await unreachable(host, look, asked)])]),
            facts: null,
        };
    }
    const rows = jsonRows(asked.stdout);
    const [server] = of(rows, "server");
    const databases = of(rows, "database");
    const database = databases.find(({ name }) => name === plan.name);
    if (!server)
        throw new errors/* InternalError */.Gd((0,core_text.t) `psql printed no facts about the server`);
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
async function unreachable(host, asked, finished) {
    const said = await (0,why/* why */.d8)(host, asked, finished);
    if (poolerWords.test(finished.stderr))
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
    const devices = [...new Set(needs.map(({ disk }) => disk?.device ?? ""))];
    const sums = devices.map((device) => sumOf(host, plan, needs.filter(({ disk }) => (disk?.device ?? "") === device)));
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

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);




/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `every server is ready, after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .figure */ .vP)(seconds, 1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${server} is ${state}, so it gets no visitors`,
                where: balancer,
                mend: /^(MAINT|DRAIN|NOLB)/.test(state)
                    ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers`
                    : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `look at the service's log on that host, and at its health check in haproxy.cfg`,
            })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
}


/***/ }),

/***/ 8435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T6: () => (/* binding */ checkoutAside),
/* harmony export */   b7: () => (/* binding */ releasesAside),
/* harmony export */   l7: () => (/* binding */ removeAside),
/* harmony export */   of: () => (/* binding */ outsideAside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1488);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6642);






// What is built there is run: nobody else may put something else in its place meanwhile.
const fresh = `${_hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .safeFolder */ .sB}
fresh() { make_safe "$(dirname -- "$1")" && rm -rf -- "$1" && mkdir -m 700 -- "$1" && safe_way "$1"; }
`;
// copy FROM TO, leaving out what is named after them, each relative to FROM: there an empty folder stands for it.
// What cannot be read by the user that deploys is not part of what its steps can change.
const copyTree = `${fresh}copy() {
  from=$1; to=$2; shift 2
  mkdir -p -m 700 -- "$to" || return 1
  n=$#; while [ "$n" -gt 0 ]; do set -- "$@" "--exclude=./$1"; shift; n=$((n - 1)); done
  { tar -C "$from" --anchored --no-wildcards --ignore-failed-read "$@" -cf - . 2>"$to.said"; echo $? > "$to.code"; } | tar -C "$to" -xpf - || return 1
  # 1: a file changed while it was read, as a log does.
  [ "$(cat -- "$to.code")" -le 1 ] || { cat -- "$to.said" >&2; return 1; }
  rm -f -- "$to.code" "$to.said"
  for x; do mkdir -p -- "$to/\${x#--exclude=./}" || return 1; done
}
`;
// $1 the live checkout, $2 where the copy goes, then what is left out. git's objects are never changed, only added:
// they may be the same files.
const copyCheckout = `${copyTree}
live=$1; to=$2; shift 2
[ -d "$live/.git" ] && [ ! -L "$live/.git" ] || exit 91
fresh "$to" || exit
copy "$live" "$to" .git/objects "$@" || exit 1
rm -rf -- "$to/.git/objects"
cp -al -- "$live/.git/objects" "$to/.git/objects" 2>/dev/null || { rm -rf -- "$to/.git/objects" && cp -a --reflink=auto -- "$live/.git/objects" "$to/.git/objects"; }`;
// $1 base, $2 where the copy goes, $3 the new release's directory, $4 the live one's, then what of shared is left out.
const copyReleases = `${copyTree}
base=$1; to=$2; new=$3; old=$4; shift 4
fresh "$to" || exit
mkdir -- "$to/repo" "$to/golive" "$to/releases" || exit 1
[ ! -d "$base/golive" ] || cp -a -- "$base/golive/." "$to/golive/" || exit 1
cp -a -P -- "$base/current" "$to/current" || exit 1
[ ! -d "$base/shared" ] || copy "$base/shared" "$to/shared" "$@" || exit 1
for d in "$new" "$old"; do
  case $d in "$base"/*) mkdir -p -- "$(dirname -- "$to\${d#"$base"}")" && cp -a --reflink=auto -T -- "$d" "$to\${d#"$base"}" || exit 1 ;; esac
done`;
/** Those of the folders that lie below one, relative to it. */
function below(parent, folders) {
    return folders.filter((one) => one.startsWith(`${parent}/`)).map((one) => one.slice(parent.length + 1));
}
function asOwner({ plan }, label) {
    const { "run-as": user } = plan.deploy;
    return { timeoutSeconds: 3600, label, ...(user === undefined ? {} : { user }) };
}
/** Runs a copying script; throws a UserError where its folder is not safe, or the checkout cannot be copied. */
async function copied({ host, plan }, asked) {
    const finished = await host.attempt(asked);
    (0,_hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .requireSafe */ .$T)(finished, host.name);
    if (finished.code === 91)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${plan.deploy.directory}/.git is no folder, so a copy of the checkout would share what git changes`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `make it a clone of its own`,
        });
    if (finished.code !== 0 || finished.timedOut)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd(host, asked, finished);
}
const checkoutAside = async (context, _previous, directory, leftOut) => {
    const live = context.plan.deploy.directory;
    const copy = `${directory}/live`;
    const values = [live, copy, ...below(live, leftOut)];
    await copied(context, (0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)(copyCheckout, values, asOwner(context, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `copy ${live}`)));
    return [{ from: copy, at: live }];
};
const releasesAside = async (context, previous, directory, leftOut) => {
    const base = context.plan.deploy.directory;
    const copy = `${directory}/base`;
    const release = (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseDirectory */ .fF)(context.plan, context.release);
    const old = previous.directory ?? release;
    const values = [base, copy, release, old, ...below(`${base}/shared`, leftOut)];
    await copied(context, (0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)(copyReleases, values, asOwner(context, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `copy ${release} and ${old}`)));
    return [
        { from: `${base}/repo`, at: `${copy}/repo` },
        { from: copy, at: base },
    ];
};
// $1 what is copied, $2 where it goes; a folder that is not there yet is an empty one.
const copyOutside = `mkdir -p -m 700 -- "$2" || exit 1
[ ! -d "$1" ] || cp -a --reflink=auto -- "$1/." "$2/" 2>/dev/null; [ -d "$1" ]`;
/**
 * Copies of folders outside of the release that its steps write to: where the static files go, what deploy.keep names
 * there, and what the plan says. One that is not there is nothing to show.
 */
async function outsideAside(context, statics, directory) {
    const { plan, host } = context;
    const temporary = `${directory}/tmp`;
    await host.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('mkdir -p -m 700 -- "$1"', [temporary], asOwner(context, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `make ${temporary}`)));
    const kept = plan.deploy.keep.filter((pattern) => pattern.startsWith("/")).map(fixedFolder);
    const named = [...kept, ...(plan.prepare.trial?.scratch ?? []), ...(statics === null ? [] : [statics])];
    const inside = (one) => `${one}/`.startsWith(`${plan.deploy.directory}/`);
    const folders = [...new Set(named)].filter((one) => !inside(one));
    const outermost = folders.filter((one) => !folders.some((other) => one.startsWith(`${other}/`)));
    const mounts = [];
    for (const [index, at] of outermost.entries()) {
        const from = `${directory}/outside/${index}`;
        const { code } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)(copyOutside, [at, from], asOwner(context, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `copy ${at}`)));
        if (code === 0)
            mounts.push({ from, at });
    }
    return mounts;
}
/** The folder that a pattern's files lie in, as far as it has no pattern itself. */
function fixedFolder(pattern) {
    const parts = pattern.split("/").slice(0, -1);
    const wild = parts.findIndex((part) => /[*?[]/.test(part));
    return (wild === -1 ? parts : parts.slice(0, wild)).join("/") || "/";
}
/** Removes it; what is not there is not missed. */
async function removeAside(context, directory) {
    await context.host.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('rm -rf -- "$1"; rmdir -- "$2" 2>/dev/null; [ ! -e "$1" ]', [directory, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(directory)], {
        ...asOwner(context, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `remove ${directory}`),
        timeoutSeconds: 1800,
    }));
}


/***/ }),

/***/ 5995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ keepFiles),
/* harmony export */   XJ: () => (/* binding */ keptProblems),
/* harmony export */   il: () => (/* binding */ putFilesBack)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6642);



// What follows runs in the checkout. A store holds what was kept under r (inside the checkout) and a (absolute),
// each at its own path; done: it is whole; failed: what the release had made under these names.
/** `at`: sets p to a pattern as the shell shall read it, and s to its half of the store. */
const at = `at() { case $1 in /*) p=$1; h=a ;; *) p=./$1; h=r ;; esac; }`;
// $1 store, $2 the stores' common beginning, then the patterns. Older stores go: their launches are over.
const keepScript = `${at}
store=$1; for d in "$2"*; do [ "$d" = "$store" ] || rm -rf -- "$d" || exit 1; done; shift 2
[ -e "$store/done" ] && { cat -- "$store/done"; exit 0; }
rm -rf -- "$store" && mkdir -m 700 -- "$store" && mkdir -- "$store/r" "$store/a" "$store/failed" || exit 1
IFS=; n=0
for given; do
  at "$given"
  for f in $p; do
    [ -e "$f" ] || [ -L "$f" ] || continue
    case $h in a) (cd / && exec cp -a --reflink=auto --parents -- ".$f" "$store/a") ;; *) cp -a --reflink=auto --parents -- "$f" "$store/r" ;; esac || exit 1
    n=$((n + 1))
  done
done
echo "$n" > "$store/part" && sync "$store/part" && mv -- "$store/part" "$store/done" && echo "$n"`;
// $1 store, then the patterns. What is as it was stays; what the release made goes aside; what was there comes back.
const putBackScript = `${at}
same() { if [ -L "$1" ] || [ -L "$2" ]; then [ "$(readlink -- "$1")" = "$(readlink -- "$2")" ]; else diff -r --no-dereference -- "$1" "$2" >/dev/null 2>&1; fi; }
aside() { k=$store/failed/$h/$1; mkdir -p -- "$(dirname -- "$k")" && rm -rf -- "$k" && mv -- "$1" "$k"; }
store=$1; shift
[ -e "$store/done" ] || { echo none; exit 0; }
mkdir -p -- "$store/failed/r" "$store/failed/a" || exit 1
IFS=; n=0
for given; do
  at "$given"
  for f in $p; do
    [ -e "$f" ] || [ -L "$f" ] || continue
    case $f in *.golive-back) continue ;; esac
    [ -e "$store/$h/$f" ] || [ -L "$store/$h/$f" ] || { aside "$f" && n=$((n + 1)); } || exit 1
  done
  here=$PWD
  cd "$store/$h" || exit 1
  case $h in a) set -- .$p ;; *) set -- $p ;; esac
  cd "$here" || exit 1
  for f; do
    kept=$store/$h/$f
    [ -e "$kept" ] || [ -L "$kept" ] || continue
    case $h in a) f=\${f#.} ;; esac
    rm -rf -- "$f.golive-back" || exit 1
    same "$kept" "$f" && continue
    mkdir -p -- "$(dirname -- "$f")" && cp -a --reflink=auto -T -- "$kept" "$f.golive-back" || exit 1
    if [ -e "$f" ] || [ -L "$f" ]; then aside "$f" || exit 1; fi
    mv -T -- "$f.golive-back" "$f" || exit 1
    n=$((n + 1))
  done
done
echo "$n"`;
/** A folder may be written with a slash at its end: what is moved aside and back is the folder. */
function patternsOf({ deploy }) {
    return deploy.keep.map((pattern) => pattern.replace(/\/+$/, ""));
}
function stores({ deploy }) {
    return deploy.strategy === "releases" ? `${deploy.directory}/golive/kept-` : `${deploy.directory}/.git/golive-kept-`;
}
function asOwner({ plan }) {
    const { "run-as": user, strategy, directory } = plan.deploy;
    return {
        cwd: strategy === "releases" ? `${directory}/shared` : directory,
        exclusive: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .lockFile */ .Ke)(plan),
        timeoutSeconds: 1800,
        ...(user === undefined ? {} : { user }),
    };
}
/** Copies what the plan names under deploy.keep aside, once for a release. The note says how much there was. */
async function keepFiles(context) {
    const { host, plan, release } = context;
    const { stdout } = await host.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)(keepScript, [`${stores(plan)}${release.id}`, stores(plan), ...patternsOf(plan)], {
        ...asOwner(context),
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `keep ${plan.deploy.keep.join(", ")}`,
    }));
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${Number(stdout.trim())} kept aside: ${plan.deploy.keep.join(", ")}`;
}
const unreadableScript = `${at}
IFS=
for given; do
  at "$given"
  for f in $p; do [ ! -e "$f" ] || find "$f" ! -readable -print -prune; done
done 2>/dev/null | head -n 3`;
/** What of deploy.keep could not be copied aside. Changes nothing. */
async function keptProblems(host, plan) {
    if (plan.deploy.keep.length === 0)
        return [];
    const { exclusive: _, ...options } = asOwner({ plan });
    const { stdout } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)(unreadableScript, patternsOf(plan), { ...options, timeoutSeconds: 300 }));
    const paths = stdout.split("\n").filter((line) => line !== "");
    return paths.map((path) => ({
        code: "keep-unreadable",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${path} cannot be read, so it could not be kept (deploy.keep)`,
        where: host.name,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `let the user that deploys read it, or name what it does read`,
    }));
}
/** Puts back what was kept; null when nothing was kept, or all is as it was. May be run again. */
async function putFilesBack(context) {
    const { host, plan, release } = context;
    if (plan.deploy.keep.length === 0)
        return null;
    const { stdout } = await host.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)(putBackScript, [`${stores(plan)}${release.id}`, ...patternsOf(plan)], {
        ...asOwner(context),
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `put ${plan.deploy.keep.join(", ")} back`,
    }));
    const count = Number(stdout.trim());
    return Number.isNaN(count) || count === 0 ? null : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${count} built {0:file|files|files} as before`;
}


/***/ }),

/***/ 8810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ strategyOf)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/hosts/safe-folder.js
var safe_folder = __webpack_require__(1488);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/aside.js
var aside = __webpack_require__(8435);
// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
// EXTERNAL MODULE: ./.build/js/presets/kept.js
var kept = __webpack_require__(5995);
;// CONCATENATED MODULE: ./.build/js/presets/in-place.js








// What was installed stays beside: the way back must not depend on a package index that answers at night.
const keepBeside = `for d in "$1".golive-before-*; do if [ -e "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d" || exit 1; fi; done
if [ -e "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds nothing installed and the kept one: it goes on from there.
const putBack = `if [ -e "$1.golive-before-$2" ]; then
  if [ -e "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
const keepPatch = 'f=$1/.git/$2; [ -e "$f" ] || { git -C "$1" diff --binary --output="$f.part" HEAD && mv -- "$f.part" "$f"; }';
// Objects are shared with the live checkout, where only they are added: no file and no reference changes.
// What is built there is run: nobody else may put something else in its place meanwhile.
const cloneRelease = `${safe_folder/* safeFolder */.sB}make_safe "$(dirname -- "$2")" || exit
rm -rf -- "$2" && mkdir -m 700 -- "$2" && safe_way "$2" && git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"`;
/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
async function checkoutCommit(host, plan, commit, keep) {
    await (0,git/* freeRepository */.Nr)(host, plan);
    // The first way back has all of it; one that is tried again would overwrite that with less.
    if (keep !== undefined)
        await host.attempt((0,command/* script */.K$)(keepPatch, [plan.deploy.directory, keep], asOwner(plan)));
    await host.run((0,git/* git */.$Y)(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
    const now = (await host.run((0,git/* git */.$Y)(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    if (now !== commit)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`,
            where: host.name,
            mend: (0,core_text.t) `look at git status in the live directory`,
        });
}
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    return { cwd: directory, exclusive: (0,layout/* lockFile */.Ke)(plan), ...(user === undefined ? {} : { user }) };
}
function paths({ plan }, names) {
    return names.map((name) => `${plan.deploy.directory}/${name}`);
}
/** The live directory is the checkout: the tag is checked out in it. */
const inPlace = {
    touches: "deploy.checkout",
    parts: {
        "deploy.fetch": git/* fetchTag */.xI,
        "deploy.keep": async (context) => ({ note: await (0,kept/* keepFiles */.N9)(context) }),
        async "deploy.checkout"({ host, plan, release }) {
            await checkoutCommit(host, plan, release.commit);
            return { note: release.tag };
        },
        async "deploy.environment"(context, preset) {
            const { host, plan, release } = context;
            for (const path of paths(context, preset.installed(plan)))
                await host.run((0,command/* script */.K$)(keepBeside, [path, release.id], asOwner(plan)));
            return preset.install(context);
        },
        "deploy.static": (context, preset) => preset.static(context),
    },
    async still(part, context, preset) {
        const { host, plan, release } = context;
        if (part === "deploy.fetch")
            return (0,git/* hasCommit */.QE)(host, plan, release.commit);
        if (part === "deploy.checkout")
            return (await inPlace.current(host, plan)).commit === release.commit;
        if (part === "deploy.environment")
            return ((await host.attempt((0,command/* script */.K$)('for p; do [ -e "$p" ] || exit 1; done', paths(context, preset.installed(plan)), asOwner(plan)))).code === 0);
        return false;
    },
    async current(host, plan) {
        const commit = (await host.run((0,git/* git */.$Y)(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
        return { commit, tag: await (0,git/* tagOf */.cO)(host, plan, commit) };
    },
    async problems(host, plan) {
        const { directory } = plan.deploy;
        const where = `${host.name}:${directory}`;
        const status = await host.attempt((0,git/* git */.$Y)(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
        if (status.code !== 0) {
            const mend = (0,git/* gitMend */.l7)(status.stderr, /cannot change to|No such file/.test(status.stderr)
                ? (0,core_text.t) `clone the service's repository there, or correct deploy.directory`
                : (0,core_text.t) `clone the service's repository there`);
            return [{ what: (0,core_text.t) `the live directory is not a git checkout that can be used`, where, mend }];
        }
        const changed = status.stdout.split("\n").filter((line) => line !== "");
        const problems = changed.length === 0
            ? []
            : [
                {
                    what: (0,core_text.t) `${changed.length} tracked file${changed.length > 1 ? (0,core_text.t) `s were` : (0,core_text.t) ` was`} changed by hand (${changed
                        .slice(0, 3)
                        .map((line) => line.slice(3))
                        .join(", ")})`,
                    where,
                    mend: (0,core_text.t) `commit or undo these changes; a checkout would lose them or stop`,
                },
            ];
        const remote = await (0,git/* remoteProblem */.Iw)(host, plan);
        return [...problems, ...(remote === null ? [] : [remote]), ...(await (0,kept/* keptProblems */.XJ)(host, plan))];
    },
    /** A clone aside, to be measured and tried; the window checks out, keeps and installs once more. */
    async build(context, preset) {
        const { host, plan, release, directory } = context;
        const { "run-as": user } = plan.deploy;
        const options = {
            timeoutSeconds: 1800,
            env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
            ...(user === undefined ? {} : { user }),
        };
        const fetched = await host.run((0,git/* fetchObjects */.rt)(plan, release.tag));
        const clone = (0,command/* script */.K$)(cloneRelease, [plan.deploy.directory, directory, release.commit], options);
        const checkedOut = await host.attempt(clone);
        (0,safe_folder/* requireSafe */.$T)(checkedOut, host.name);
        if (checkedOut.code !== 0 || checkedOut.timedOut)
            throw new errors/* CommandError */.Qd(host, clone, checkedOut);
        const first = await timed(() => preset.install(context));
        const installed = (await sameInstall(context, preset)) ? await timed(() => preset.install(context)) : first;
        // In the window what is installed is kept beside before it is changed: one of this size is copied to see how long that takes.
        let kept = 0;
        for (const name of preset.installed(plan))
            kept += (await host.run((0,command/* script */.K$)('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [`${directory}/${name}`], options))).seconds;
        const collected = await timed(() => preset.static(context, "look"));
        return {
            took: {
                "deploy.fetch": fetched.seconds,
                "deploy.checkout": checkedOut.seconds,
                "deploy.environment": installed + kept,
                "deploy.static": collected,
            },
            note: (0,core_text.t) `${release.tag} and its environment in ${directory}`,
        };
    },
    aside: aside/* checkoutAside */.T6,
    async back(context, preset, previous, collect) {
        const { host, plan, release } = context;
        await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
        const restored = [];
        for (const path of paths(context, preset.installed(plan)))
            restored.push((await host.run((0,command/* script */.K$)(putBack, [path, release.id], asOwner(plan)))).stdout.includes("back"));
        if (collect)
            await preset.static(context);
        return { note: `${previous.tag}${restored.includes(true) ? (0,core_text.t) `, environment as before` : ""}` };
    },
    tidy: async () => [],
};
/** Whether the live environment was installed from the very files that the release installs from. */
async function sameInstall({ host, plan, release }, preset) {
    const files = preset.installsFrom(plan);
    return (files !== null &&
        (await host.attempt((0,git/* git */.$Y)(plan, ["diff", "--quiet", "HEAD", release.commit, "--", ...files], 120))).code === 0);
}
async function timed(work) {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1000;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/hosts/why.js
var why = __webpack_require__(5594);
;// CONCATENATED MODULE: ./.build/js/presets/releases.js









// deploy.directory holds: repo (fetches), releases/<tag>-<commit>, current (a link to one of them), shared (what every
// release sees), and golive/<tag>-<commit>: "building", or "built <commit>" (and where the static
// files went) once that directory is whole. The note is
// written before the directory is made, so that one without a note is somebody else's.
// $1 base, $2 name, $3 commit. Whatever half was made before is made anew; the live one never.
const makeDirectory = `d=$1/releases/$2; n=$1/golive/$2
[ "$(readlink -f -- "$1/current")" = "$(readlink -f -- "$d")" ] && exit 91
[ -e "$d" ] && [ ! -e "$n" ] && exit 92
mkdir -p -- "$1/releases" "$1/golive" && printf 'building\\n' > "$n" || exit 1
rm -rf -- "$d" && git -C "$1/repo" worktree prune && git -C "$1/repo" worktree add --quiet --force --detach -- "$d" "$3"`;
// $1 base, $2 directory, then the shared paths. What the checkout brought under such a name gives way to the link.
const linkShared = `b=$1; d=$2; shift 2
for p; do
  [ -e "$b/shared/$p" ] || { echo "$b/shared/$p is not there" >&2; exit 1; }
  mkdir -p -- "$(dirname -- "$d/$p")" && rm -rf -- "$d/$p" && ln -s -- "$b/shared/$p" "$d/$p" || exit 1
done`;
const noteBuilt = 'printf "built %s\\nstatic %s\\n" "$3" "$4" > "$1/golive/$2.part" && sync "$1/golive/$2.part" && mv -f -- "$1/golive/$2.part" "$1/golive/$2"';
// $1 base, $2 name, $3 commit, then the shared paths: nothing under them is the release's own.
const isWhole = `d=$1/releases/$2; n=$1/golive/$2; c=$3; b=$1; shift 3
[ "$(head -n 1 -- "$n" 2>/dev/null)" = "built $c" ] && [ "$(git -C "$d" rev-parse HEAD)" = "$c" ] || exit 1
for p; do [ "$(readlink -- "$d/$p")" = "$b/shared/$p" ] || exit 1; set -- "$@" ":(exclude)$p"; shift; done
[ -z "$(git -C "$d" status --porcelain --untracked-files=no -- . "$@")" ]`;
// A link is replaced by renaming another over it: at no moment is there none. $1 base, $2 where it shall lead.
const switchLink = `[ -d "$2" ] || { echo "$2 is not there" >&2; exit 1; }
t="$1/current.golive"; rm -f -- "$t" && ln -s -- "$2" "$t" && mv -T -- "$t" "$1/current" && sync "$1" && readlink -f -- "$1/current"`;
const lookCurrent = `[ -L "$1/current" ] || { echo "$1/current is not a symbolic link" >&2; exit 91; }
d=$(readlink -e -- "$1/current") || { echo "$1/current leads nowhere" >&2; exit 92; }
c=$(GIT_CEILING_DIRECTORIES=$(dirname -- "$d") git -C "$d" rev-parse HEAD 2>/dev/null) || c=$(head -n 1 -- "$d/REVISION" 2>/dev/null) || { echo "$d is no git worktree and has no file REVISION" >&2; exit 93; }
printf '%s\\n%s\\n' "$d" "$c"`;
// $1 base, $2 how many to keep, then what is in use. Only what has a note is golive's to remove; the newest stay.
const removeOld = `b=$1; k=$2; shift 2; live=$(readlink -f -- "$b/current")
ls -1t -- "$b/golive" 2>/dev/null | while IFS= read -r name; do
  d=$b/releases/$name; [ -d "$d" ] || continue
  r=$(readlink -f -- "$d"); [ "$r" = "$live" ] && continue
  used=no; for u; do [ "$r" = "$(readlink -f -- "$u")" ] && used=yes; done; [ "$used" = yes ] && continue
  k=$((k - 1)); [ "$k" -ge 0 ] && continue
  rm -rf -- "$d" && rm -f -- "$b/golive/$name" && printf '%s\\n' "$d"
done
git -C "$b/repo" worktree prune`;
function releases_asOwner(plan, timeoutSeconds = 600) {
    const { "run-as": user } = plan.deploy;
    return {
        timeoutSeconds,
        exclusive: (0,layout/* lockFile */.Ke)(plan),
        env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
        ...(user === undefined ? {} : { user }),
    };
}
/** What the look itself found, by its exit code. */
function noRelease(directory, code) {
    if (code === 91)
        return (0,core_text.t) `${directory}/current is not a symbolic link`;
    if (code === 92)
        return (0,core_text.t) `${directory}/current leads nowhere`;
    if (code === 93)
        return (0,core_text.t) `what ${directory}/current leads to is no git worktree and has no file REVISION`;
    return null;
}
function look(plan) {
    const { exclusive: _, ...options } = releases_asOwner(plan, 60);
    return (0,command/* script */.K$)(lookCurrent, [plan.deploy.directory], options);
}
async function isBuilt({ host, plan, release }) {
    const { directory, shared } = plan.deploy;
    return ((await host.attempt((0,command/* script */.K$)(isWhole, [directory, (0,layout/* releaseName */["do"])(release), release.commit, ...shared], releases_asOwner(plan))))
        .code === 0);
}
/** The release's directory with all that needs no database, unless it is there and whole. */
async function makeRelease(context, preset) {
    const { host, plan, release, directory } = context;
    if (await isBuilt(context))
        return "there";
    const base = plan.deploy.directory;
    const worktree = (0,command/* script */.K$)(makeDirectory, [base, (0,layout/* releaseName */["do"])(release), release.commit], {
        ...releases_asOwner(plan, 1800),
        label: `git worktree add ${directory}`,
    });
    const made = await host.attempt(worktree);
    if (made.code === 91)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${directory} is live, and its files are not those of ${release.tag} as approved`,
            where: host.name,
            mend: (0,core_text.t) `look at git status there; launch another tag rather than the same once more`,
        });
    if (made.code === 92)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${directory} is there and was not made by golive`,
            where: host.name,
            mend: (0,core_text.t) `move it away`,
        });
    if (made.code !== 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the release could not be checked out into ${directory}: ${await (0,why/* why */.d8)(host, worktree, made)}`,
            where: host.name,
            mend: (0,core_text.t) `look at git worktree list in ${base}/repo`,
        });
    await host.run((0,command/* script */.K$)(linkShared, [base, directory, ...plan.deploy.shared], {
        ...releases_asOwner(plan),
        label: (0,core_text.t) `link ${plan.deploy.shared.join(", ")}`,
    }));
    await preset.install(context);
    const inside = await preset.staticInside(context);
    if (inside)
        await preset.static(context);
    await host.run((0,command/* script */.K$)(noteBuilt, [base, (0,layout/* releaseName */["do"])(release), release.commit, inside ? "inside" : "outside"], releases_asOwner(plan)));
    return "built";
}
/** As noted when it was built; a release that was not built by golive is asked. */
async function staticInside(context, preset) {
    const { host, plan, directory } = context;
    const note = (await host.attempt((0,command/* command */.G5)("tail", ["-n", "1", "--", `${plan.deploy.directory}/golive/${(0,external_node_path_.basename)(directory)}`], {
        timeoutSeconds: 60,
    }))).stdout.trim();
    return note === "static inside" || (note !== "static outside" && (await preset.staticInside(context)));
}
async function switchTo({ host, plan }, directory) {
    const { stdout } = await host.run((0,command/* script */.K$)(switchLink, [plan.deploy.directory, directory], {
        ...releases_asOwner(plan),
        label: (0,core_text.t) `link current to ${directory}`,
    }));
    const real = (await host.run((0,command/* command */.G5)("readlink", ["-f", "--", directory], { timeoutSeconds: 60 }))).stdout.trim();
    if (stdout.trim() !== real)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${plan.deploy.directory}/current leads to ${stdout.trim()} instead of ${real}`,
            where: host.name,
            mend: (0,core_text.t) `find out what else changes that link`,
        });
}
/** Every release has a directory of its own, built before the window; a link says which one is live. */
const releases = {
    touches: "deploy.switch",
    parts: {
        "deploy.fetch": async (context) => (await isBuilt(context))
            ? { note: (0,core_text.t) `${context.release.commit.slice(0, 12)}, there since it was built` }
            : (0,git/* fetchTag */.xI)(context),
        "deploy.build": async (context, preset) => ({
            note: (await makeRelease(context, preset)) === "there" ? (0,core_text.t) `built before the window` : context.directory,
        }),
        "deploy.keep": async (context) => ({ note: await (0,kept/* keepFiles */.N9)(context) }),
        async "deploy.switch"(context) {
            await switchTo(context, context.directory);
            return { note: context.directory };
        },
        "deploy.static": async (context, preset) => (await staticInside(context, preset))
            ? { skipped: true, note: (0,core_text.t) `collected with the release` }
            : preset.static(context),
    },
    async still(part, context, preset) {
        const { host, plan, release, directory } = context;
        if (part === "deploy.fetch")
            return (await isBuilt(context)) || (0,git/* hasCommit */.QE)(host, plan, release.commit);
        if (part === "deploy.build")
            return isBuilt(context);
        if (part === "deploy.keep")
            return false;
        if (part === "deploy.switch")
            return (await releases.current(host, plan)).directory === directory;
        return staticInside(context, preset);
    },
    async current(host, plan) {
        const [directory = "", commit = ""] = (await host.run(look(plan))).stdout.trim().split("\n");
        return { commit, tag: await (0,git/* tagOf */.cO)(host, plan, commit), directory };
    },
    async problems(host, plan) {
        const { directory, shared } = plan.deploy;
        const found = [];
        const repo = await host.attempt((0,git/* git */.$Y)(plan, ["rev-parse", "--git-dir"], 60));
        if (repo.code !== 0)
            found.push({
                what: (0,core_text.t) `${directory}/repo is not a git repository that can be used`,
                where: host.name,
                mend: (0,git/* gitMend */.l7)(repo.stderr, (0,core_text.t) `clone the service's repository there (docs/releases.md)`),
            });
        const remote = repo.code === 0 ? await (0,git/* remoteProblem */.Iw)(host, plan) : null;
        if (remote !== null)
            found.push(remote);
        const link = await host.attempt(look(plan));
        if (link.code !== 0)
            found.push({
                what: noRelease(directory, link.code) ?? (await (0,why/* why */.d8)(host, look(plan), link)),
                where: host.name,
                mend: (0,core_text.t) `docs/releases.md says how a server is moved to this layout`,
            });
        for (const path of shared)
            if ((await host.attempt((0,command/* command */.G5)("test", ["-e", `${directory}/shared/${path}`], { timeoutSeconds: 60 }))).code !== 0)
                found.push({
                    what: (0,core_text.t) `${directory}/shared/${path} is not there`,
                    where: host.name,
                    mend: (0,core_text.t) `create it, or take it out of deploy.shared`,
                });
        return [...found, ...(await (0,kept/* keptProblems */.XJ)(host, plan))];
    },
    async build(context, preset) {
        const done = (await isBuilt(context)) ? "there" : await (0,git/* fetchTag */.xI)(context).then(() => makeRelease(context, preset));
        const began = performance.now();
        await isBuilt(context);
        const seconds = (performance.now() - began) / 1000;
        const collecting = performance.now();
        if (!(await staticInside(context, preset)))
            await preset.static(context, "look");
        return {
            took: {
                "deploy.fetch": seconds,
                "deploy.build": seconds,
                "deploy.static": (performance.now() - collecting) / 1000,
            },
            note: `${context.directory}${done === "there" ? (0,core_text.t) ` is there and whole` : ""}`,
        };
    },
    aside: aside/* releasesAside */.b7,
    async back(context, preset, previous, collect) {
        if (previous.directory === undefined)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the journal does not say where the previous release lies`,
                where: context.host.name,
                mend: (0,core_text.t) `link ${context.plan.deploy.directory}/current to it by hand`,
            });
        await switchTo(context, previous.directory);
        const there = { ...context, directory: previous.directory };
        if (collect && !(await staticInside(there, preset)))
            await preset.static(there);
        return { note: `${previous.tag}, ${previous.directory}` };
    },
    async tidy({ host, plan }, inUse) {
        const { stdout } = await host.run((0,command/* script */.K$)(removeOld, [plan.deploy.directory, String(plan.deploy["keep-releases"]), ...inUse], {
            ...releases_asOwner(plan, 1800),
            label: (0,core_text.t) `remove old releases`,
        }));
        return stdout.split("\n").filter((line) => line !== "");
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/strategy.js


function strategyOf(plan) {
    return { "in-place": inPlace, releases: releases }[plan.deploy.strategy];
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
names=$(names)
for name in $names; do
  setting "$name" || continue
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
  # A key may be of several lines.
  [ "$(printf '%s' "$v" | tr -d '\\001-\\010\\013-\\037\\177')" = "$v" ] || state=control
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
        mend: (0,core_text/* msg */.ab) `write it anew by hand`,
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


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ awaitComment),
/* harmony export */   Xx: () => (/* binding */ requireStillApproved),
/* harmony export */   pP: () => (/* binding */ awaitsComment),
/* harmony export */   rk: () => (/* binding */ approvalBy)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8714);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2318);
/* harmony import */ var _core_approval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5263);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4998);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1921);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7589);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7285);














/** Whether the window still waits for a comment that approves it. A launch under way waits for nobody. */
function awaitsComment({ plan, run, state }) {
    return (plan.approval.comment !== undefined && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(state()) && !state().comments.some((one) => one.run === run.id));
}
/**
 * The approval that a comment gives, looked up afresh: nothing of the event that started this run is believed.
 * Null when this run was approved by it before and the launch is under way. A comment that does not approve is
 * answered once, and a UserError says why. `patience` in seconds for the end of the run that opened the launch.
 */
async function approvalBy(context, plan, now, id, entries, patience = 60) {
    const where = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `input approval`;
    if (plan.approval.comment === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the plan takes no approval by a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty, or name approvers in approval.comment`,
        });
    if (!(0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommentId */ .hB)(id))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `is not the id of a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty; the workflow Approve fills it in`,
        });
    const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .latestRelease */ .JF)(entries);
    const state = last === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(entries, last);
    const release = state?.release;
    if (!state || !release)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `no launch was opened yet`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `start the launch first; its checklist says what to write`,
        });
    const own = state.comments.find((one) => one.id === Number(id) && one.run === context.run.id);
    if (own && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(state) && state.ended === null)
        return null;
    const opening = own?.opening ?? release.runId;
    const waiting = state.ended === null && (state.waiting || own !== undefined);
    if (waiting)
        await untilOver(context, opening, patience);
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .saidIn */ .$g)(context.github, Number(id));
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no comment ${id}`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it was deleted; write a new one` });
    const used = usedComments(entries).filter((one) => !own || one !== own.id);
    const why = (await whyNot(context, said, { plan, release, now, state, entries, opening, waiting, used })) ??
        (await whyNotShown(context, release)) ??
        (await whyNotYet(context, plan, said, opening, state));
    if (why !== null)
        await refuse(context, said, why);
    return { kind: "approved", by: [said.author], comment: { id: said.id, at: said.createdAt, opening } };
}
/** Just before anything is touched: the comment that approved this run is still there, as it was. */
async function requireStillApproved(launch) {
    const { plan, release, run, github } = launch;
    const state = launch.state();
    const given = state.comments.findLast((one) => one.run === run.id);
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `an approver writes ${(0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)} on checklist #${release.issue}; that starts the window`;
    if (!given)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `nobody approved this run by a comment`, where: "approval.comment", mend });
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .saidIn */ .$g)(github, given.id);
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the comment of ${given.by} that approved this run was deleted`,
            where: "approval.comment",
            mend,
        });
    const entries = await launch.journal.read();
    const used = usedComments(entries.filter((entry) => entry.run.id !== run.id));
    const why = await whyNot(launch, said, {
        plan,
        release,
        now: release,
        state,
        entries,
        opening: given.opening,
        waiting: true,
        used,
    });
    if (why !== null)
        await refuse(launch, said, why);
}
/** The day before is through: from now on a comment can approve the window, and the approvers are told so. */
async function awaitComment(launch) {
    if (launch.state().waiting)
        return;
    const { plan, release, messages, github, log } = launch;
    const approvers = plan.approval.comment?.approvers ?? [];
    await launch.record({ kind: "waiting" });
    // The page first: it is what a comment is held to.
    await launch.view.flush();
    const text = `🔏 ${approvers.map((login) => `@${login}`).join(" ")}: **${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .p)(plan.service)} ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .p)(release.tag)}** ${messages.waits} ${messages.howToApprove((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .a)((0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .p)(release.actor))}`;
    await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .comment */ .Im)(github, release.issue, text).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The approvers could not be told: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}. The checklist says what to write.`));
}
async function whyNot({ github }, said, { plan, release, now, state, entries, opening, waiting, used }) {
    const [issue, start] = await Promise.all([(0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .issueFacts */ .TK)(github, release.issue), (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .startOf */ .GH)(github, opening)]);
    if (start === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is gone from GitHub; start the launch again`;
    const opened = entries.flatMap((entry) => entry.kind === "opened" && entry.release === release.id ? [entry.opened.actor] : []);
    return (0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .whyRefused */ .fG)(said, {
        ...now,
        recorded: release,
        issueOpen: issue?.open === true,
        waiting: waiting && state.ended === null,
        approvers: plan.approval.comment?.approvers ?? [],
        starters: [...opened, ...start.by],
        openedAt: start.at,
        waitsSince: entries.findLast((entry) => entry.kind === "waiting" && entry.release === release.id)?.at ?? null,
        used,
    });
}
/** An approver goes by the checklist, which whoever may write to the repository can edit. */
async function whyNotShown({ github }, { issue }) {
    const facts = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .issueFacts */ .TK)(github, issue);
    const editor = facts === null ? null : await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .editorOf */ .hU)(github, facts);
    return editor === null
        ? null
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${editor} edited the checklist after golive wrote it, so nobody can tell what was approved; start the launch again, and look at it anew`;
}
/** An approval that comes too early would be used up by a run that cannot begin. */
async function whyNotYet({ github }, plan, { createdAt }, opening, state) {
    if ((await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .runState */ .HQ)(github, opening)) === "in progress")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is not over yet; write it again once it is`;
    if (state.overridden !== null || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(state))
        return null;
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .moment */ .n$)(time.setZone(plan.timezone));
    const settings = { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] };
    const window = (0,_core_window_js__WEBPACK_IMPORTED_MODULE_5__/* .currentOrNextWindow */ .Kx)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_12__/* .DateTime */ .c9.now());
    const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_13__/* .gateAt */ .De)(window, luxon__WEBPACK_IMPORTED_MODULE_12__/* .DateTime */ .c9.now(), settings, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_10__/* .forecastOf */ .DH)(state));
    if (gate.kind === "early")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is too early; write it again from ${clock(gate.approveFrom)} on`;
    if (gate.kind === "short")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.left)} of the window are left, and the launch and a rollback may need ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.needed)}; write it again for the next window`;
    // One that was refused then, or was for another night, is not kept for this one.
    if (luxon__WEBPACK_IMPORTED_MODULE_12__/* .DateTime */ .c9.fromISO(createdAt) < (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_13__/* .approveFrom */ .Ec)(window, settings))
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it was written before the time for this window; write it again`;
    return null;
}
async function refuse({ github, log }, said, why) {
    await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_8__/* .answerOnce */ .UO)(github, said, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `🔏 This comment does not approve the launch: ${why}.`).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The comment could not be answered: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}`));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
        code: "approval-refused",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `comment ${said.id} of ${said.author} does not approve the launch: ${why}`,
        where: "approval.comment",
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the checklist says what to write, and who may`,
    });
}
/** The launch can only be taken on once its run has ended, and that run writes the page people answer. */
async function untilOver({ github, signal }, run, patience) {
    const until = Date.now() + patience * 1000;
    while (!signal.aborted && Date.now() < until && (await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .runState */ .HQ)(github, run)) === "in progress")
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(3000, patience * 1000), undefined, { signal }).catch(() => { });
}
function usedComments(entries) {
    return entries.flatMap((entry) => (entry.kind === "approved" && entry.comment ? [entry.comment.id] : []));
}


/***/ }),

/***/ 2988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ deafProblems),
/* harmony export */   w: () => (/* binding */ requireHearing)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _github_edits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5467);



/** Whether anything of a launch is decided by what people write on its checklist. */
function hears({ approval, verify, window }) {
    const asked = verify.ask !== undefined || window.ask !== undefined;
    return asked || approval.comment !== undefined || verify.scenarios.length > 0;
}
/** At night nobody could be heard: GitHub does not tell who edited what. Where there is no issue yet it cannot be told. */
async function deafProblems(github, plan) {
    if (!hears(plan) || (await readable(github)) !== false)
        return [];
    return (0,_github_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O$)().problems;
}
/** The same by day, once the checklist is there to try it on. That GitHub does not answer now stops nothing. */
async function requireHearing({ github, plan, log }) {
    const problems = await deafProblems(github, plan).catch((error) => {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `It could not be tried whether GitHub tells who edited a comment: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        return [];
    });
    if (problems.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
}
async function readable(github) {
    try {
        return await (0,_github_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .editsReadable */ .mx)(github);
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 3333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ passGate)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/approval.js
var core_approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
;// CONCATENATED MODULE: ./.build/js/core/version.js
/** Of this golive; a test holds it to package.json. */
const version = "0.1.0";

// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/stages/gate/starters.js
var gate_starters = __webpack_require__(2506);
// EXTERNAL MODULE: ./.build/js/stages/gate/bound.js
var gate_bound = __webpack_require__(6180);
// EXTERNAL MODULE: ./.build/js/stages/gate/contained.js
var contained = __webpack_require__(6497);
// EXTERNAL MODULE: ./.build/js/stages/gate/held-plan.js
var held_plan = __webpack_require__(149);
// EXTERNAL MODULE: ./.build/js/stages/gate/origin.js
var gate_origin = __webpack_require__(2736);
// EXTERNAL MODULE: ./.build/js/stages/gate/other-plans.js + 1 modules
var other_plans = __webpack_require__(8053);
// EXTERNAL MODULE: ./.build/js/stages/gate/protections.js
var gate_protections = __webpack_require__(4740);
;// CONCATENATED MODULE: ./.build/js/stages/gate/rules.js


/** Who may change what the gate rests on, beside the default branch: tags, and the files under .github. Told, not refused. */
async function rulesNotes(github, main) {
    const [tags, owners] = await Promise.all([tagsHaveRules(github), ownersOfWorkflows(github, main)]);
    return [
        ...(tags === false ? [(0,core_text.t) `no rule protects the tags: whoever may push may move one until it is launched`] : []),
        ...(owners ? [] : [(0,core_text.t) `CODEOWNERS names nobody for .github: any reviewer may let a change of plan and workflows in`]),
    ];
}
/** Null when the token may not see it. */
async function tagsHaveRules({ octokit, owner, repo }) {
    try {
        const { data } = await octokit.rest.repos.getRepoRulesets({ owner, repo, includes_parents: true, per_page: 100 });
        return data.some(({ target, enforcement }) => target === "tag" && enforcement === "active");
    }
    catch {
        return null;
    }
}
const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
async function ownersOfWorkflows(github, main) {
    for (const place of places) {
        const text = await (0,repository/* fileAt */.Wd)(github, place, main.commit).catch(() => null);
        // GitHub reads the first of them that is there.
        if (text !== null)
            return ownsWorkflows(text);
    }
    return false;
}
/** Whether the last line that fits .github/workflows names somebody. */
function ownsWorkflows(codeowners) {
    let owned = false;
    for (const raw of codeowners.split(/\r?\n/)) {
        const [pattern = "", ...who] = raw
            .replace(/(^|\s)#.*$/, "")
            .trim()
            .split(/\s+/);
        if (/^(\*|\*\*|\/?\.github(\/|\/\*\*|\/workflows(\/|\/\*\*)?)?)$/.test(pattern))
            owned = who.length > 0;
    }
    return owned;
}

;// CONCATENATED MODULE: ./.build/js/stages/gate/gate.js














/**
 * Who may launch what, read where the one who launches cannot write alone: the policy of the default branch, resolved
 * to a commit once; that the release is part of it; whose workflow the run follows; what protects the environments.
 * Throws a UserError with every problem; no host is asked.
 */
async function passGate(context, asked) {
    const { github, planFile } = context;
    refuse([...inputProblems(asked), ...starterProblems(context, asked)]);
    const { tag, override, approval } = asked;
    const [main, commit] = await Promise.all([(0,repository/* defaultBranchNow */.Sn)(github), (0,repository/* commitOfTag */.lz)(github, tag)]);
    const origin = await (0,gate_origin/* originOf */.y)(context, main);
    // Whoever chose the workflow chose what is asked below.
    refuse(origin.problems);
    const held = await (0,held_plan/* heldPlan */.z)(github, planFile, { tag, commit, policy: main.commit, branch: main.name });
    const { plan, text, overruled, policyHash } = held;
    const starter = { logins: (0,gate_starters/* startersOf */.w)(context.run), opens: approval === "" };
    const [outside, others, protections, rules] = await Promise.all([
        (0,contained/* notContained */.P)(github, { tag, commit }, main, plan.approval["release-branches"]),
        (0,errors/* problemsFrom */.PD)(() => (0,other_plans/* otherPlanProblems */.c)(github, planFile, main)),
        (0,gate_protections/* protectionsOf */._)(github, plan, main, starter, asked.repositoryKey),
        rulesNotes(github, main),
    ]);
    refuse([...(outside === null ? [] : [outside]), ...others, ...protections.problems]);
    const bound = {
        tag,
        commit,
        plan: { path: planFile, sha256: (0,gate_bound/* textHash */._)(text) },
        policy: policyHash,
        workflow: origin.workflow,
        version: version,
        override,
        environments: protections.names,
    };
    const kept = overruled.length === 0
        ? []
        : [(0,core_text.t) `${main.name} says otherwise than the plan of ${tag}, and holds: ${overruled.join(", ")}`];
    return {
        ...held,
        tag,
        commit,
        main,
        bound,
        digest: (0,gate_bound/* digestOf */.o)(bound),
        notes: [...protections.notes, ...kept, ...rules],
    };
}
function inputProblems({ tag, override, approval }) {
    const wrongTag = (0,release/* tagProblem */.q)(tag);
    const problems = [];
    if (wrongTag !== null)
        problems.push({
            what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`,
            where: (0,core_text.t) `input tag`,
            mend: (0,core_text.t) `give the name of the tag to launch, such as v1.1.0`,
        });
    // A space would leave out the day before, and approve nothing.
    if (approval !== "" && !(0,core_approval/* isCommentId */.hB)(approval))
        problems.push({
            code: "approval-input",
            what: (0,core_text.t) `is not the id of a comment`,
            where: (0,core_text.t) `input approval`,
            mend: (0,core_text.t) `leave it empty; the workflow Approve fills it in`,
        });
    if (approval !== "" && override !== "")
        problems.push({
            code: "override-after-approval",
            what: (0,core_text.t) `a comment approved this launch, and \`override\` was not part of what it approved`,
            where: (0,core_text.t) `input override`,
            mend: (0,core_text.t) `leave it empty; or start a new launch with it, so that an approver sees it`,
        });
    return problems;
}
/** A workflow of any branch can have a bot start this one: whoever approves it then may have started it. */
function starterProblems({ run }, { approval }) {
    const starters = (0,gate_starters/* startersOf */.w)(run);
    if (approval !== "" || starters.some((login) => !login.endsWith("[bot]")))
        return [];
    return [
        {
            code: "started-by-bot",
            what: (0,core_text.t) `${starters.join(", ")} started this run, and GitHub does not say who had it do that`,
            where: "GitHub",
            mend: (0,core_text.t) `let a person start it (Actions → Run workflow)`,
        },
    ];
}
function refuse(problems) {
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
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
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);





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
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `healthy after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .figure */ .vP)(seconds, 1)} s${plan.health.version && expected !== null ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `, version ${typeof expected === "string" ? expected : expected.tag}` : ""}`;
        if (seconds > plan.health.within)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `not healthy within ${plan.health.within} s: ${problem}`,
                where: host.name,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `look at the service's log on that host`,
            });
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds < 5 ? 200 : 1000);
    }
}
async function healthProblem(host, plan, expected) {
    const { url, version } = plan.health;
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, url, 5);
    if (page.status !== 200)
        return `${url} ${page.status === 0 ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `does not answer (${page.error})` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `answers ${page.status}`}`;
    if (version === undefined || expected === null)
        return null;
    const told = await versionOn(host, plan);
    if (typeof told !== "string")
        return told.problem;
    const fits = typeof expected === "string"
        ? told === expected
        : told === expected.tag || (told.length >= 7 && expected.commit.startsWith(told));
    return fits
        ? null
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} says ${told.slice(0, 60)}, not ${typeof expected === "string" ? expected : expected.tag}`;
}
/** What the version page of a host says now. */
async function versionOn(host, plan) {
    const { version } = plan.health;
    if (version === undefined)
        return { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the plan names no version page` };
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, version.url, 5);
    if (page.status !== 200)
        return { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} answers ${page.status}` };
    return versionOf(page.body, version.json) ?? { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} holds no "${version.json}"` };
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


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ migrationsOf)
/* harmony export */ });
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5058);



/** How a check asks for the migrations of the release that is live. */
function migrationsOf(plan, hosts, live) {
    return (named) => {
        if (plan.deploy.preset !== "django" && plan.deploy.migrate === undefined)
            return null;
        const host = named ?? (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_1__/* .migrateHost */ .AL)(plan);
        const context = { plan, release: { id: live.tag, ...live }, host: hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .liveDirectory */ .wY)(plan) };
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_0__/* .presetOf */ .j)(plan);
        return { host, pending: () => preset.pendingMigrations(context), drift: () => preset.drift(context) };
    };
}


/***/ }),

/***/ 4616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PA: () => (/* binding */ askByDay),
/* harmony export */   YL: () => (/* binding */ nightChecks),
/* harmony export */   by: () => (/* binding */ calledBefore),
/* harmony export */   oV: () => (/* binding */ calledNow)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6832);
/* harmony import */ var _presets_strategy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8810);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5058);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7321);




/**
 * What the release before has to pass on the way back at night, as far as it can be asked by day: the pages of the
 * service itself that it passes where it serves, at the address of the instance that is tried.
 */
function nightChecks(plan, state) {
    const start = plan.prepare.trial?.start;
    const passed = (state.steps.get("prepare.checks")?.facts.passed ?? []);
    if (start === undefined)
        return [];
    const service = new URL(plan.health.url).origin;
    const tried = new URL(start.health).origin;
    return plan.verify.checks.flatMap((check) => {
        if (check.kind !== "http" || check.bypass || !check.required || !passed.includes(check.id))
            return [];
        const url = new URL(check.url);
        if (url.origin !== service)
            return [];
        return [{ ...check, from: (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_2__/* .migrateHost */ .AL)(plan), url: `${tried}${url.pathname}${url.search}` }];
    });
}
async function askByDay(launch, tried, checks, expected) {
    const context = { plan: launch.plan, expected, hosts: launch.hosts, built: { directory: tried.directory } };
    return Promise.all(checks.map(async (check) => ({
        id: check.id,
        title: check.title ?? check.id,
        ...(await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_0__/* .runCheck */ .k_)(check, context)),
    })));
}
/** How the release before calls itself: by its version page, else by its tag. */
function calledBefore({ plan, state }, previous) {
    return { ...previous, tag: (0,_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .versionsBefore */ .JJ)(state())[(0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_2__/* .migrateHost */ .AL)(plan)] ?? previous.tag };
}
/**
 * How the release that serves by day calls itself, for checks that ask for its tag: by its version page, else by what
 * lies on the first host. Without either a text with {tag} would be found in anything.
 */
async function calledNow(plan, hosts, versions) {
    const first = plan.deploy.hosts[0] ?? "";
    // What is wrong with the checkout is told by the look at it.
    const lies = await (0,_presets_strategy_js__WEBPACK_IMPORTED_MODULE_1__/* .strategyOf */ .x)(plan)
        .current(hosts.get(first), plan)
        .catch(() => ({ tag: "", commit: "" }));
    return { tag: Object.values(versions)[0] ?? lies.tag, commit: lies.commit };
}


/***/ }),

/***/ 6693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hostsAnswer),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/access/programs.js
const programs = {
    http: ["curl"],
    smtp: ["curl"],
    s3: ["curl"],
    telegram: ["curl"],
    github: ["curl"],
    postgres: ["psql"],
    ssh: ["ssh"],
    command: [],
};
/** What must be installed on the host that asks. */
function programsFor(probes) {
    return [...new Set(probes.flatMap(({ kind }) => programs[kind]))].toSorted();
}

// EXTERNAL MODULE: ./.build/js/checks/check.js + 9 modules
var checks_check = __webpack_require__(6832);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/permission.js
var core_permission = __webpack_require__(6127);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/preflight.js + 2 modules
var preflight = __webpack_require__(2894);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest.js
var pgbackrest = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/github/said.js
var said = __webpack_require__(1921);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/dns/change.js
var dns_change = __webpack_require__(6838);
// EXTERNAL MODULE: ./.build/js/hosts/safe-folder.js
var safe_folder = __webpack_require__(1488);
// EXTERNAL MODULE: ./.build/js/core/at-once.js
var at_once = __webpack_require__(7259);
;// CONCATENATED MODULE: ./.build/js/hosts/sudo-listing.js
function parseListing(text) {
    const [head = "", ...blocks] = text.split(/^(?:Sudoers entry|(?:LDAP|SSSD) Role):.*$/m);
    return { entries: blocks.map(parseEntry), password: !passwordless(head) };
}
/** `Defaults !authenticate` holds for all, unless others are of one command or user: nobody knows then. */
function passwordless(head) {
    const [general = "", special = ""] = head.split(/^Runas and Command-specific defaults/m);
    return /(^|[\s,])!authenticate\b/m.test(general) && !/authenticate/.test(special);
}
function parseEntry(block) {
    const field = (name) => (new RegExp(`^ +${name}: (.*)$`, "m").exec(block)?.[1] ?? "").split(",").map((one) => one.trim());
    const users = field("RunAsUsers").filter((one) => one !== "");
    const options = field("Options");
    return {
        as: users.length === 0 ? ["root"] : users,
        password: options.includes("!authenticate") ? false : options.includes("authenticate") ? true : null,
        timed: /^ +Not(Before|After): /m.test(block),
        commands: [...block.matchAll(/^\t(\S.*)$/gm)].map(([, command = ""]) => command),
    };
}
/**
 * Whether sudo runs a command that it permits without asking for a password. The last entry that matches counts. One
 * that only may match counts as well: what is not known by day must not be found out at night.
 */
function runsWithoutPassword({ entries, password }, wanted) {
    let known = false;
    const newestFirst = entries.flatMap((entry) => entry.commands.map((pattern) => ({ entry, pattern }))).toReversed();
    for (const { entry, pattern } of newestFirst) {
        const match = both(matchUser(entry.as, wanted.as), matchCommand(pattern, wanted));
        if (match === "no")
            continue;
        if (entry.password ?? password)
            return false;
        known ||= !entry.timed;
        if (match === "yes" && !entry.timed)
            return true;
    }
    return known;
}
function both(...matches) {
    if (matches.includes("no"))
        return "no";
    return matches.includes("maybe") ? "maybe" : "yes";
}
/** The last one that is about this user counts; whom a group or a number means, nobody knows here. */
function matchUser(users, user) {
    return users.reduce((match, one) => {
        const name = one.replace(/^!/, "");
        if (name === "ALL" || name === user || (name === "#0" && user === "root"))
            return one === name ? "yes" : "no";
        return /^[%+#]/.test(name) && name !== "#0" ? "maybe" : match;
    }, "no");
}
/** A pattern of sudoers as `-ll` prints it: `/usr/bin/systemctl stop -- web`, with the wildcards and quotes of sudoers. */
function matchCommand(pattern, wanted) {
    // sudo permits the command, so no later refusal is about it.
    if (pattern.startsWith("!"))
        return "no";
    const bare = pattern.replace(/^(?:sha\d+:\S+,? )+/, "");
    if (bare === "ALL")
        return "yes";
    const [, file = "", , args] = /^((?:\\.|[^\\ ])+)( ([^]*))?$/.exec(bare) ?? [];
    const match = both(matchFile(file, wanted), matchArguments(args, wanted.args));
    return match === "yes" && bare !== pattern ? "maybe" : match;
}
/** Files of the entries that have the command's name and lie elsewhere; which of them are the same file, their host knows. */
function namesakes({ entries }, { file, path }) {
    const name = `/${(path ?? file).split("/").at(-1)}`;
    const files = entries.flatMap(({ commands }) => commands.map((pattern) => pattern.split(" ")[0] ?? ""));
    return [...new Set(files)].filter((one) => one.startsWith("/") && one.endsWith(name) && one !== path);
}
function matchFile(pattern, { file, path, also = [] }) {
    const name = (path ?? file).split("/").at(-1) ?? "";
    if (pattern.startsWith("^"))
        return "maybe";
    if (pattern.endsWith("/")) {
        if (path === null)
            return "maybe";
        return path === `${pattern}${name}` ? "yes" : "no";
    }
    if (path !== null && glob(pattern, true).test(path))
        return "yes";
    if (also.includes(pattern))
        return "yes";
    return glob(pattern.split("/").at(-1) ?? "", true).test(name) ? "maybe" : "no";
}
function matchArguments(pattern, args) {
    if (pattern === undefined)
        return "yes";
    if (pattern === '""')
        return args.length === 0 ? "yes" : "no";
    if (pattern.startsWith("^"))
        return "maybe";
    if (/\[\[:/.test(pattern))
        return "maybe";
    return glob(pattern, false).test(args.join(" ")) ? "yes" : "no";
}
/** fnmatch(3). `path`: no wildcard stands for a slash. */
function glob(pattern, path) {
    const any = path ? "[^/]" : "[^]";
    const source = pattern.replaceAll(/\\([^])|\[(!?)([^\]]+)\]|([*?])|([^])/g, (...found) => {
        const [, escaped, not, set, wild, plain] = found;
        if (escaped !== undefined)
            return literal(escaped);
        if (set !== undefined)
            return `[${not === "!" ? "^" : ""}${set.replaceAll(/[\\^[\]]/g, "\\$&")}]`;
        if (wild !== undefined)
            return wild === "*" ? `${any}*` : any;
        return literal(plain ?? "");
    });
    return new RegExp(`^${source}$`);
}
function literal(character) {
    return character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}

;// CONCATENATED MODULE: ./.build/js/hosts/sudo-rights.js




const mend = () => (0,core_text.t) `allow it without a password, after every line that asks for one; \`golive sudoers\` prints the lines (docs/hosts.md)`;
/** Which of these rights are missing, as they are used at night: without a password, and without one typed earlier. */
async function rightProblems(host, rights) {
    const lists = new Map();
    const listing = (by) => {
        const known = lists.get(by ?? "") ?? heldBy(host, by);
        lists.set(by ?? "", known);
        return known;
    };
    const found = await (0,at_once/* atOnce */.z)(rights, 4, ({ as, words, by }) => words === null ? userProblem(host, as, by) : commandProblem(host, { as, words, by }, listing));
    return found.flatMap((problem) => (problem === null ? [] : [problem]));
}
async function heldBy(host, by) {
    const asUser = by === undefined ? {} : { user: by };
    const who = await host.attempt((0,command/* script */.K$)("id -u && id -un", [], { timeoutSeconds: 30, ...asUser }));
    const [id = "", name = ""] = who.stdout.split("\n");
    return { id, name, listing: parseListing((await host.attempt(ask([], by))).stdout) };
}
// -k: a password that somebody typed a minute ago must not make the look better than the night.
function ask(words, by) {
    return (0,command/* command */.G5)("sudo", ["-k", "-n", "-ll", ...words], {
        timeoutSeconds: 30,
        // Lines that are cut into columns could not be read.
        env: { LC_ALL: "C", COLUMNS: "30000" },
        ...(by === undefined ? {} : { user: by }),
    });
}
async function commandProblem(host, { as, words, by }, listing) {
    const shown = words.join(" ");
    const permitted = await host.attempt(ask([...(as === "root" ? [] : ["-u", as]), "--", ...words], by));
    if (permitted.code !== 0 && asksForPassword(permitted))
        return { code: "sudo-password", what: (0,core_text.t) `sudo wants a password for: ${shown}`, where: host.name, mend: mend() };
    if (permitted.code !== 0)
        return { code: "sudo-refused", what: (0,core_text.t) `sudo does not let golive run: ${shown}`, where: host.name, mend: mend() };
    const held = await listing(by);
    // sudo asks nobody who is root, or becomes who they are.
    if (held.id === "0" || held.name === as)
        return null;
    // Newer versions name the entry that counts themselves.
    const matched = parseListing(permitted.stdout);
    const free = /^ +Matched: /m.test(permitted.stdout)
        ? matched.entries.every(({ timed, password }) => !timed && !(password ?? held.listing.password))
        : runsWithoutPassword(held.listing, await sameFiles(host, held.listing, wantedOf(as, words, permitted.stdout)));
    if (free)
        return null;
    return { code: "sudo-password", what: (0,core_text.t) `sudo wants a password for: ${shown}`, where: host.name, mend: mend() };
}
function asksForPassword({ stderr }) {
    return /password is required|authentication is required/.test(stderr);
}
/** sudo prints the command it would run, with the path it found for it. */
function wantedOf(as, [file = "", ...args], stdout) {
    const end = args.map((word) => ` ${word}`).join("");
    const line = stdout.split("\n").findLast((one) => one.trim() !== "") ?? "";
    const path = line.endsWith(end) ? line.slice(0, line.length - end.length) : "";
    return { as, file, args, path: path.startsWith("/") ? path : null };
}
/** The other ways to its file that the entries name. */
async function sameFiles(host, listing, wanted) {
    const others = namesakes(listing, wanted);
    if (wanted.path === null || others.length === 0)
        return wanted;
    const look = 'p=$1; shift; for f; do [ ! "$f" -ef "$p" ] || printf "%s\\n" "$f"; done';
    const { stdout } = await host.attempt((0,command/* script */.K$)(look, [wanted.path, ...others], { timeoutSeconds: 30 }));
    return { ...wanted, also: stdout.split("\n").filter((line) => line !== "") };
}
// What stands first when a command is run as another user: see words.ts. $1 the user.
const tryUser = `u=$1
[ "$(id -un)" != "$u" ] || exit 0
[ "$(id -u)" != 0 ] || exec runuser -u "$u" -- true
for first in 'timeout 5' 'env GOLIVE_LOOK=1'; do sudo -k -n -u "$u" -- $first true || exit 1; done
exec sudo -k -n -u "$u" -- sh -c :`;
/** Whatever golive runs as a user of the plan begins with these three programs. They are really run. */
async function userProblem(host, as, by) {
    const tried = await host.attempt((0,command/* script */.K$)(tryUser, [as], { timeoutSeconds: 30, ...(by === undefined ? {} : { user: by }) }));
    if (tried.code === 0)
        return null;
    return { code: "sudo-user", what: (0,core_text.t) `commands cannot run as ${as}`, where: host.name, mend: mend(), user: as };
}

// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(2529);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/plan/files-layout.js
var files_layout = __webpack_require__(5212);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/plan/unsaid.js
var unsaid = __webpack_require__(6162);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/hold.js
var services_hold = __webpack_require__(4016);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var services_manager = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/js/services/scheduled.js + 3 modules
var scheduled = __webpack_require__(5048);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var stages_approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/access.js + 1 modules
var access = __webpack_require__(3710);
// EXTERNAL MODULE: ./.build/js/stages/deaf.js
var deaf = __webpack_require__(2988);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/record-place.js
var record_place = __webpack_require__(363);
// EXTERNAL MODULE: ./.build/js/stages/record-of.js
var record_of = __webpack_require__(431);
;// CONCATENATED MODULE: ./.build/js/stages/control-moved.js







/**
 * By day: whether a launch is still open where an earlier plan kept its record. The plan of what is live, and that of
 * the default branch, say where that was. A place that cannot be looked at any more is told, and stops nothing: it may
 * be gone for good.
 */
async function controlMoved(context, plan, reached) {
    const here = (0,record_place/* recordPlaceOf */.wm)(plan);
    const problems = [];
    const seen = here === null ? [] : [here];
    for (const text of await earlierPlans(context, plan, reached)) {
        const place = (0,record_place/* recordPlace */.ZJ)(text);
        if (place === null || seen.some((one) => (0,record_place/* samePlace */.o0)(one, place)))
            continue;
        seen.push(place);
        const open = await openAt(context, place, await reached.journal.read()).catch((error) => {
            context.log.warn((0,core_text.t) `${where(place)}, where the record was kept before, cannot be looked at: ${(0,errors/* errorLine */.BP)(error)}`);
            return null;
        });
        if (open !== null)
            problems.push(movedProblem(plan, place, open));
    }
    return problems;
}
function where(place) {
    return `${(0,record_place/* placeName */.fW)(place)}:${place.directory}`;
}
function movedProblem({ control }, place, open) {
    return {
        code: "control-moved",
        what: (0,core_text.t) `the plan moves the record to ${control.host}:${control.directory}, and at ${where(place)}, where it was kept before, ${open}`,
        where: "control",
        mend: (0,core_text.t) `finish that launch first, with the plan it was opened with; the record may move once it has ended`,
    };
}
/** What is open at a place, in words; null when nothing is, or when both plans lead to one record. */
async function openAt(context, place, here) {
    return (0,record_of/* withRecord */.q)(place, context, async ({ entries, held }) => {
        const last = (0,journal_state/* latestTouched */.uc)(entries);
        if (last !== null && here.some(({ release }) => release === last))
            return null;
        if (last !== null && (0,journal_state/* stateOf */.L4)(entries, last).ended === null)
            return (0,core_text.t) `the launch ${last} is not finished`;
        return held === null ? null : (0,core_text.t) `the launch ${held.owner.release} holds the lock`;
    });
}
async function earlierPlans(context, plan, { hosts }) {
    const { github, planFile } = context;
    const live = await Promise.all(plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(plan)
        .current(hosts.get(name), plan)
        .then(({ commit }) => commit)
        // What is wrong with the checkout is told by the look at it.
        .catch(() => null)));
    const commits = live.filter((commit) => commit !== null && /^[0-9a-f]{40,64}$/.test(commit));
    const refs = [...new Set([...commits, await (0,repository/* defaultBranch */.OR)(github)])];
    const texts = await Promise.all(refs.map((ref) => (0,repository/* fileAt */.Wd)(github, planFile, ref)));
    return texts.filter((text) => text !== null);
}

// EXTERNAL MODULE: ./.build/js/stages/gate/gate.js + 2 modules
var gate = __webpack_require__(3333);
// EXTERNAL MODULE: ./.build/js/journal/plans.js
var plans = __webpack_require__(4780);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 6 modules
var load = __webpack_require__(7759);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/gate/bound.js
var gate_bound = __webpack_require__(6180);
;// CONCATENATED MODULE: ./.build/js/stages/gate/on-record.js








/**
 * What the gate let through, or the launch on record that this one goes on with: one that is half done keeps the plan
 * it was begun with, and one that a comment approved its override. Takes the connections over.
 */
async function asOnRecord(context, passed, wanted, first) {
    try {
        const state = await lastState(first);
        const half = await halfDone(context, passed, first, state);
        if (half !== null) {
            await first.close();
            return { to: half, reached: await (0,launch/* reach */.gl)(half.plan, context) };
        }
        const override = wanted.approval === "" ? wanted.override : (state?.plan?.override ?? "");
        const digest = (0,gate_bound/* digestOf */.o)({ ...passed.bound, override });
        requireSame(wanted, digest);
        const { tag, commit, plan, text, main, bound } = passed;
        const ours = { override, workflow: bound.workflow?.path, digest };
        const asked = (await waitsOn(context, passed, wanted, state)) ?? ours;
        return { to: { tag, commit, plan, text, policy: main.commit, ...asked }, reached: first };
    }
    catch (error) {
        await first.close();
        throw error;
    }
}
async function lastState({ journal }) {
    const entries = await journal.read();
    const last = (0,journal_state/* latestRelease */.JF)(entries);
    return last === null ? null : (0,journal_state/* stateOf */.L4)(entries, last);
}
/** The launch of this tag that is half done, when something of what was approved changed since; else null. */
async function halfDone({ planFile, log }, passed, { control }, state) {
    if (state === null || state.ended !== null || !(0,journal_state/* touched */.FI)(state))
        return null;
    const { release, plan: kept } = state;
    const same = release?.tag === passed.tag && release.commit === passed.commit;
    if (!same || kept?.policy === undefined || release.digest === passed.digest)
        return null;
    const text = await (0,plans/* keptPlan */.G)(control, passed.plan.control.directory, release.id, kept.sha256);
    if (text === null)
        return null;
    log.warn((0,core_text.t) `the launch of ${release.tag} is half done; it goes on with the plan and the policy it was begun with`);
    const { tag, commit, digest } = release;
    const plan = (0,load/* loadPlan */.Yq)(text, planFile);
    const { policy, override = "", workflow } = kept;
    return { tag, commit, plan, text, policy, override, workflow, digest };
}
/**
 * A launch that waits for a comment and is only rehearsed once more, by the workflow for that: as long as nothing
 * changed of what the comment approves, it stays what it is. Else null.
 */
async function waitsOn({ github }, { bound, main }, { approval, override: given }, state) {
    if (approval !== "" || state === null || state.ended !== null || !state.waiting)
        return null;
    const { override = "", workflow } = state.plan ?? {};
    if (workflow === undefined || workflow === bound.workflow?.path)
        return null;
    // An override of its own is another launch: nobody approved that.
    if (given !== "" && given !== override)
        return null;
    const blob = await (0,repository/* blobAt */.hb)(github, workflow, main.commit);
    const digest = (0,gate_bound/* digestOf */.o)({ ...bound, override, workflow: { path: workflow, blob: blob ?? "" } });
    return digest === state.release?.digest ? { override, workflow, digest } : null;
}
/** The job before named the environments; what it saw has to be what this one sees. */
function requireSame({ approval, digest: given }, digest) {
    if (given === "" || given === digest || approval !== "")
        return;
    throw new errors/* UserError */.yo({
        code: "gate-changed",
        what: (0,core_text.t) `what the job \`gate\` saw changed while this run began`,
        where: (0,core_text.t) `input digest`,
        mend: (0,core_text.t) `start the workflow again`,
    });
}

// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/night-checks.js
var night_checks = __webpack_require__(4616);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
// EXTERNAL MODULE: ./.build/js/stages/migrations.js
var migrations = __webpack_require__(4229);
// EXTERNAL MODULE: ./.build/js/stages/notices.js + 47 modules
var notices = __webpack_require__(8757);
// EXTERNAL MODULE: ./.build/js/stages/rights.js
var rights = __webpack_require__(5579);
// EXTERNAL MODULE: ./.build/js/stages/certificates.js
var certificates = __webpack_require__(3448);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
;// CONCATENATED MODULE: ./.build/js/stages/prepare.js












































/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
async function prepare(context, wanted) {
    const passed = await (0,gate/* passGate */.l)(context, wanted);
    const first = await (0,launch/* reach */.gl)(passed.plan, context);
    const { to, reached } = await asOnRecord(context, passed, wanted, first);
    try {
        return await prepare_open(context, passed, to, wanted, reached);
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}
async function prepare_open(context, passed, to, { approval, override }, reached) {
    const { plan, tag, commit, digest } = to;
    const outside = [
        {
            step: "prepare.tag",
            problems: [...(0,notices/* missingKeys */.lx)(plan, context.noticeKeys ?? {}), ...(0,unsaid/* unsaid */.D)(plan, context.planFile)],
            note: (0,core_text.t) `${tag} is ${commit.slice(0, 12)}`,
        },
        {
            step: "prepare.approval",
            problems: await peopleProblems(context, plan, approval === ""),
            note: approvalNote(plan, passed.notes),
        },
        ...(await smokeFiles(context, plan, commit)),
    ];
    const hosts = await hostsAnswer(plan, reached);
    refuse([...outside, hosts]);
    refuse([{ ...hosts, problems: await controlMoved(context, plan, reached) }]);
    const approved = approval === "" ? null : await (0,stages_approval/* approvalBy */.rk)(context, plan, { tag, digest }, approval, await reached.journal.read());
    const claimed = await (0,claim/* claim */.B7)(context, plan, { tag, commit, digest }, reached);
    if (approval !== "" && claimed.state.release === null) {
        await reached.lock.release(claimed.owner);
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the launch that was approved no longer holds the lock`,
            where: plan.control.host,
            mend: (0,core_text.t) `start the launch again; its checklist says what to write`,
        });
    }
    // A launch that is under way is not measured by what the world looked like before it.
    const inside = (0,journal_state/* touched */.FI)(claimed.state)
        ? []
        : await lookInside(plan, reached, { id: claimed.owner.release, tag, commit });
    try {
        refuse([...outside, ...inside]);
    }
    catch (error) {
        if (!claimed.resumed)
            await reached.lock.release(claimed.owner);
        throw error;
    }
    const starter = claimed.state.release?.actor;
    const launch = await claimed.open(to, [...outside, hosts, ...inside], approval === "" || starter === undefined ? undefined : { startedBy: starter, approval: approved });
    // A launch that goes on has the override it was approved with, and no other.
    if (override !== "" && override === to.override)
        await launch.record({ kind: "overridden", by: context.run.actor, because: override });
    return launch;
}
function refuse(findings) {
    const problems = findings.flatMap((finding) => finding.problems);
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
}
/** `first`: this run opens the launch, and whoever started it cannot approve it by a comment. */
async function peopleProblems({ github, run }, plan, first) {
    const { comment } = plan.approval;
    return [
        ...(comment ? await approverProblems(github, comment.approvers, first ? run.actor : "") : []),
        ...(await weakProblems(github, askedPeople(plan))),
        ...(await (0,deaf/* deafProblems */.p)(github, plan)),
    ];
}
function approvalNote({ approval: { comment } }, notes) {
    return [...(comment ? [(0,core_text.t) `a comment of ${comment.approvers.join((0,core_text.t) ` or `)}`] : []), ...notes].join("; ");
}
/** People of the plan whose word decides something, other than the approvers. */
function askedPeople({ verify, window }) {
    const named = [
        ...verify.scenarios.flatMap(({ id, owners }) => owners.map((who) => ({ where: `verify.scenarios ${id}`, who }))),
        ...(verify.ask?.who ?? []).map((who) => ({ where: "verify.ask.who", who })),
        ...(window.ask?.who ?? []).map((who) => ({ where: "window.ask.who", who })),
    ];
    const first = new Map(named.toReversed().map(({ where, who }) => [who.slice(1).toLowerCase(), { where, who }]));
    return [...first.values()].map(({ where, who }) => ({ where, login: who.slice(1) })).toReversed();
}
/** Who is named and may not write: their word would not count at night. */
async function weakProblems(github, people) {
    const may = await Promise.all(people.map(async (one) => ({ ...one, permission: await (0,said/* permissionOf */.Fp)(github, one.login) })));
    return may
        .filter(({ permission }) => !(0,core_permission/* mayWrite */.J)(permission))
        .map(({ login, permission, where }) => ({
        code: "person-without-permission",
        what: (0,core_text.t) `${login} may not write to the repository (${permission}), so what they say would not count`,
        where,
        mend: (0,core_text.t) `give them write permission, or name somebody else`,
    }));
}
async function approverProblems(github, approvers, starter) {
    const where = "approval.comment.approvers";
    const weak = await weakProblems(github, approvers.map((login) => ({ where, login })));
    const alone = approvers.every((login) => login.toLowerCase() === starter.toLowerCase());
    return [
        ...weak,
        ...(alone
            ? [
                {
                    what: (0,core_text.t) `${starter} starts this launch and is the only approver, so nobody could approve it`,
                    where,
                    mend: (0,core_text.t) `name another approver, or let somebody else start it`,
                },
            ]
            : []),
    ];
}
async function smokeFiles({ github }, plan, commit) {
    const smoke = plan.verify.checks.flatMap((check, index) => (check.kind === "smoke" ? [{ check, index }] : []));
    if (smoke.length === 0)
        return [];
    const missing = await Promise.all(smoke.map(async ({ check, index }) => (await (0,repository/* pathExists */.s0)(github, check.path, commit))
        ? []
        : [
            {
                what: (0,core_text.t) `${check.path} is not in the release`,
                where: `verify.checks[${index}].path`,
                mend: (0,core_text.t) `commit the tests before the tag is made, or correct the path`,
            },
        ]));
    return [{ step: "prepare.smoke", problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") }];
}
/** One that cannot be reached is a failure, and counted before anything starts. */
async function hostsAnswer(plan, { hosts }) {
    const problems = await Promise.all(hosts.all.map((host) => (0,errors/* problemsFrom */.PD)(async () => void (await host.run((0,command/* script */.K$)(":", [], { timeoutSeconds: 30 }))))));
    const all = hosts.all.length;
    const silent = problems.filter((one) => one.length > 0).length;
    const counted = silent > 0 && all > 1
        ? [
            {
                what: (0,core_text.t) `${silent} of ${all} hosts cannot be used, so nothing is begun on any`,
                where: "hosts",
                mend: (0,core_text.t) `mend them, or take them out of the plan`,
            },
        ]
        : [];
    return {
        step: "prepare.hosts",
        problems: [...counted, ...problems.flat()],
        note: Object.keys(plan.hosts).join(", "),
    };
}
async function lookInside(plan, reached, release) {
    const { hosts } = reached;
    const { id } = release;
    const database = async () => {
        const host = hosts.get(plan.database.host);
        const names = ["copy", "restored", "failed", "proof"].map((purpose) => (0,postgres/* sideName */.jf)(plan.database.name, purpose, id));
        const { problems, facts } = await (0,preflight/* databaseProblems */.k)(host, plan.database, names);
        if (plan.database.backup.pgbackrest && facts !== null)
            problems.push(...(await (0,pgbackrest/* pgbackrestProblems */.hi)(host, plan.database, plan.database.backup.pgbackrest)));
        const answered = {
            step: "prepare.database",
            problems,
            ...(facts === null ? {} : { note: databaseNote(plan, facts) }),
        };
        return facts === null
            ? [answered]
            : [
                answered,
                {
                    step: "prepare.space",
                    ...(await (0,preflight/* spaceProblems */.f)(host, plan.database, facts, { copy: plan.database.backup.copy })),
                },
            ];
    };
    const checkouts = async () => {
        const found = await Promise.all(plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(plan).problems(hosts.get(name), plan)));
        return { step: "prepare.checkout", problems: found.flat(), note: plan.deploy.directory };
    };
    const found = await Promise.all([
        prepare_programs(plan, reached),
        prepare_rights(plan, reached),
        services(plan, reached),
        currentRelease(plan, reached),
        checkouts(),
        prepare_migrations(plan, reached, release),
        database(),
        prepare_balancer(plan, reached),
        ...(plan.certificates.length > 0 ? [prepare_certificates(plan, reached)] : []),
        (0,dns_changes/* dnsFinding */.ZS)(plan, reached),
        ...((0,files_layout/* filesOf */.R)(plan).length > 0 ? [(0,files/* filesFinding */.t_)(plan, reached)] : []),
    ]);
    return found.flat();
}
/** What the release's migrations do to data that is there; the first that drops or rewrites is the point of no return. */
async function prepare_migrations(plan, { hosts }, release) {
    const step = "prepare.migrations";
    const host = hosts.get((0,deploy_order/* migrateHost */.AL)(plan));
    // What is wrong with the checkout is told by the look at it.
    const found = await (0,strategy/* strategyOf */.x)(plan)
        .current(host, plan)
        .then(({ commit }) => (0,preset/* presetOf */.j)(plan).newMigrations({ plan, host, release, directory: (0,layout/* repositoryOf */._M)(plan) }, commit))
        .catch(() => null);
    if (found === null)
        return { step, problems: [], note: (0,core_text.t) `could not be read` };
    const first = found.find(({ drops, rewrites }) => drops.length + rewrites.length > 0);
    const note = found.length === 0
        ? (0,core_text.t) `none: going back is a matter of code alone`
        : found
            .map(({ name, drops, rewrites }) => `${name}${drops.length + rewrites.length > 0 ? ` (${[...drops, ...rewrites].join(", ")})` : ""}`)
            .join("; ");
    return { step, problems: [], note, facts: { migrations: found, ...(first ? { noReturn: first } : {}) } };
}
function databaseNote(plan, facts) {
    return (0,core_text.t) `${plan.database.name}, PostgreSQL ${facts.serverVersion}, ${(0,figures/* showSize */.tY)(facts.bytes)}`;
}
async function prepare_programs(plan, { hosts }) {
    const wanted = new Map();
    const add = (host, names) => wanted.set(host, new Set([...(wanted.get(host) ?? []), ...names]));
    for (const host of plan.deploy.hosts)
        add(host, (0,preset/* presetOf */.j)(plan).programs(plan));
    for (const host of plan.services.hosts)
        add(host, [...(0,services_manager/* managerOf */.dM)(plan.services).programs, "curl"]);
    if (plan.database.backup.recipient !== undefined)
        add(plan.database.host, ["age", "tar"]);
    if (plan.database.backup.offsite)
        add(plan.database.host, [plan.database.backup.offsite.run[0] ?? ""]);
    if (plan["load-balancer"].kind === "haproxy")
        for (const host of plan["load-balancer"].hosts)
            add(host, ["socat", "awk"]);
    if (plan["load-balancer"].kind === "nginx" && plan["load-balancer"].drain)
        for (const host of plan["load-balancer"].hosts)
            add(host, ["curl"]);
    if (plan["load-balancer"].kind === "nginx" && plan["load-balancer"].bypass)
        for (const host of plan["load-balancer"].hosts)
            add(host, ["find"]);
    for (const probe of plan.prepare.access)
        add((0,access/* asking */.o)(plan, probe), programsFor([probe]));
    for (const work of plan.services.pause)
        if (work.kind === "telegram-webhook")
            add(work.host, ["curl"]);
    for (const change of plan.dns)
        add(change.host, (0,dns_change/* programsOf */.h2)(change));
    for (const check of [...plan.verify.checks, ...plan.prepare.checks]) {
        if ("from" in check && check.from !== undefined)
            add(check.from, ["curl"]);
        if ("canary" in check && check.canary?.from !== undefined)
            add(check.canary.from, ["curl"]);
        if (check.kind === "systemd")
            for (const host of check.host === undefined ? plan.services.hosts : [check.host])
                add(host, ["systemctl", ...(check.journal ? ["journalctl"] : [])]);
        if (check.kind === "tls" && check.renewal)
            add(check.renewal.host, ["systemctl"]);
        if (check.kind === "telegram-bot")
            add(check.host ?? plan.services.hosts[0] ?? "", ["curl"]);
    }
    for (const { host } of (0,files_layout/* filesOf */.R)(plan))
        add(host, ["find", "sort", "comm", "tar", "xargs", "awk"]);
    for (const certificate of plan.certificates)
        add(certificate.host, (0,certificates/* certificatePrograms */.ft)(certificate));
    for (const asks of [plan.silence, plan.annotation])
        if (asks?.from !== undefined)
            add(asks.from, ["curl"]);
    const problems = await Promise.all([...wanted].map(async ([name, programs]) => {
        const { stdout } = await hosts
            .get(name)
            .run((0,command/* script */.K$)('for p; do command -v -- "$p" >/dev/null || echo "$p"; done', [...programs], { timeoutSeconds: 60 }));
        return stdout
            .split("\n")
            .flatMap((program) => program === "" ? [] : [{ what: (0,core_text.t) `${program} is not installed`, where: name, mend: (0,core_text.t) `install it there` }]);
    }));
    return {
        step: "prepare.tools",
        problems: problems.flat(),
        note: [...new Set([...wanted.values()].flatMap((names) => [...names]))].join(", "),
    };
}
async function prepare_certificates(plan, reached) {
    return { step: "prepare.certificates", ...(await (0,certificates/* certificateFinding */.nN)(plan, reached)) };
}
/** What a missing right would stop at night is found by day: users, and folders that have to be written. */
async function prepare_rights(plan, { hosts }) {
    const balancer = plan["load-balancer"];
    const owner = plan.deploy["run-as"];
    const wanted = [
        ...plan.deploy.hosts.map((host) => ({ host, user: owner, key: "deploy.directory", path: plan.deploy.directory })),
        ...(balancer.kind === "haproxy"
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.map",
                path: (0,external_node_path_.dirname)(balancer.map),
            }))
            : []),
        ...(balancer.kind === "nginx"
            ? balancer.hosts.map((host) => ({
                host,
                user: undefined,
                key: "load-balancer.flag",
                path: (0,external_node_path_.dirname)(balancer.flag),
            }))
            : []),
        ...(balancer.kind === "nginx" && balancer.bypass
            ? balancer.hosts.map((host) => ({
                host,
                user: undefined,
                key: "load-balancer.bypass",
                path: balancer.bypass?.directory ?? "",
            }))
            : []),
        ...(balancer.kind === "haproxy" && balancer.bypass
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.bypass",
                path: (0,external_node_path_.dirname)(balancer.bypass?.map ?? ""),
            }))
            : []),
        ...(balancer.kind === "haproxy" && balancer["state-file"] !== undefined
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.state-file",
                path: (0,external_node_path_.dirname)(balancer["state-file"] ?? ""),
            }))
            : []),
    ];
    const refused = await Promise.all(hosts.all.map((host) => rightProblems(host, (0,rights/* rightsOn */.p)(plan, host.name))));
    // Whoever cannot become a user is told that once, and not that its folders cannot be written.
    const noUser = new Set(refused.flat().flatMap(({ code, where, user }) => (code === "sudo-user" ? [`${where} ${user}`] : [])));
    const problems = await Promise.all(wanted.map(async ({ host, user, key, path }) => {
        const as = user === undefined ? {} : { user };
        if (user !== undefined && noUser.has(`${host} ${user}`))
            return [];
        // A folder that is not there yet is made by the launch: then its nearest parent counts.
        const nearest = key === "load-balancer.bypass" ? 'while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; ' : "";
        const { code } = await hosts.get(host).attempt((0,command/* script */.K$)(`p=$1; ${nearest}[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ]`, [path ?? ""], {
            ...as,
            timeoutSeconds: 30,
        }));
        return code === 0
            ? []
            : [
                {
                    what: (0,core_text.t) `${path} cannot be written${user === undefined ? "" : (0,core_text.t) ` by ${user}`} (${key})`,
                    where: host,
                    mend: (0,core_text.t) `create it and give it to that user`,
                },
            ];
    }));
    const scratch = await Promise.all(scratchFolders(plan).map(({ host, user, key, path }) => noUser.has(`${host} ${user}`)
        ? []
        : (0,safe_folder/* safeFolderProblems */.ug)(hosts.get(host), path, key, user === undefined ? {} : { user })));
    return { step: "prepare.rights", problems: [...refused.flat(), ...problems.flat(), ...scratch.flat()] };
}
/** Folders that are built and dumped in. */
function scratchFolders(plan) {
    const { trial, staging, "test-restore": restore } = plan.prepare;
    const builds = plan.deploy.strategy === "in-place" && (trial !== undefined || staging !== undefined);
    const server = restore?.server;
    return [
        {
            host: plan.database.host,
            user: plan.database["run-as"],
            key: "database.backup.directory",
            path: plan.database.backup.directory,
        },
        ...(builds
            ? [
                {
                    host: (0,deploy_order/* migrateHost */.AL)(plan),
                    user: plan.deploy["run-as"],
                    key: "prepare.trial.directory",
                    path: (0,layout/* trialFolder */.Zl)(plan),
                },
            ]
            : []),
        ...(server === undefined
            ? []
            : [
                {
                    host: server.host,
                    user: server["run-as"],
                    key: "prepare.test-restore.server.directory",
                    path: server.directory ?? plan.database.backup.directory,
                },
            ]),
    ];
}
async function services(plan, { hosts }) {
    const found = await Promise.all([
        ...plan.services.hosts.map((name) => (0,services_manager/* serviceProblems */.gx)(hosts.get(name), plan.services)),
        ...plan.services.pause.map((work) => (0,scheduled/* scheduledProblems */.g5)(hosts.get(work.host), work, (0,scheduled/* settingsPlace */.t9)(plan, work))),
    ]);
    const names = plan.services.units.map((unit) => (typeof unit === "string" ? unit : unit.name)).join(", ");
    const after = await startedByRestart(plan, { hosts });
    return {
        step: "prepare.services",
        problems: [...found.flat(), ...after.problems],
        note: [names, ...after.notes].join("; "),
    };
}
/** What would start behind the page if a host were restarted in the window: told, as nobody may be able to prevent it. */
async function startedByRestart({ services: { manager, hosts: names, hold, pause }, services: all }, { hosts }) {
    const timers = pause.flatMap((work) => (work.kind === "systemd" ? [work] : []));
    const looks = await Promise.all([...new Set([...names, ...timers.map(({ host }) => host)])].map(async (host) => {
        const units = manager === "systemd" && names.includes(host) ? (0,services_manager/* unitsOn */.ZA)(all, host) : [];
        const own = timers.filter((work) => work.host === host).map(({ unit }) => unit);
        const { problems, bare } = await (0,services_hold/* lookAtHold */._d)(hosts.get(host), hold, [...units, ...own]);
        const note = (0,core_text.t) `a restart of ${host} in the window would start ${bare.join(", ")} behind the page (docs/hosts.md has the drop-in that prevents it)`;
        return { problems, notes: bare.length === 0 ? [] : [note] };
    }));
    return { problems: looks.flatMap(({ problems }) => problems), notes: looks.flatMap(({ notes }) => notes) };
}
/**
 * How the release that runs now answers. Its health page has to: after a rollback it is what opens the site again.
 * Its version and the checks it passes today are kept; no more can be asked of it later.
 */
async function currentRelease(plan, { hosts }) {
    const healthy = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => {
        const problem = await (0,health/* healthProblem */._T)(hosts.get(name), plan, null);
        return problem === null
            ? []
            : [
                {
                    what: (0,core_text.t) `the release that runs now is not healthy: ${problem}`,
                    where: name,
                    mend: (0,core_text.t) `mend the service, or health.url in the plan; a rollback could not be told from a failure`,
                },
            ];
    }));
    const told = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => [name, await (0,health/* versionOn */.Sx)(hosts.get(name), plan)]));
    const versions = Object.fromEntries(told.filter(([, version]) => typeof version === "string"));
    const settings = await Promise.all(plan.deploy.hosts.map(async (name) => {
        const host = hosts.get(name);
        const now = await (0,strategy/* strategyOf */.x)(plan)
            .current(host, plan)
            .catch(() => null);
        if (now === null)
            return [];
        const wrong = await (0,preset/* presetOf */.j)(plan).settings({
            plan,
            host,
            release: { ...now, id: "now" },
            directory: (0,layout/* liveDirectory */.wY)(plan),
        });
        return wrong === null ? [] : [{ what: wrong.problem, where: name, mend: wrong.mend }];
    }));
    const expected = await (0,night_checks/* calledNow */.oV)(plan, hosts, versions);
    const passed = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind === "smoke")
            return [];
        // Whether it holds already, not whether it will.
        const judged = await (0,checks_check/* runCheck */.k_)(check.kind === "dns" ? { ...check, wait: 0 } : check, {
            plan,
            expected,
            hosts,
            migrations: (0,migrations/* migrationsOf */.T)(plan, hosts, expected),
        }).catch(() => null);
        return judged?.verdict === "pass" ? [check.id] : [];
    }));
    const warned = [];
    const before = await Promise.all(plan.prepare.checks.map(async (check) => {
        const { verdict, evidence } = await (0,checks_check/* runCheck */.k_)(check, {
            plan,
            expected,
            hosts,
            migrations: (0,migrations/* migrationsOf */.T)(plan, hosts, expected),
        }).catch((error) => ({ verdict: "error", evidence: (0,errors/* errorLine */.BP)(error) }));
        if (verdict !== "pass" && !check.required)
            warned.push(`${(0,checks_check/* checkTitle */.Tq)(check)}: ${verdict}: ${evidence}`);
        return verdict === "pass" || !check.required
            ? []
            : [
                {
                    what: `${verdict === "fail" ? "" : `${verdict}: `}${evidence}`,
                    where: (0,checks_check/* checkTitle */.Tq)(check),
                    mend: verdict === "fail"
                        ? (0,core_text.t) `mend it before the window; at night it would be no better`
                        : (0,core_text.t) `nothing was measured, which is not a pass; mend the check or what it asks`,
                },
            ];
    }));
    const note = [Object.values(versions).join(", "), ...warned.map((one) => (0,core_text.t) `not required: ${one}`)]
        .filter((one) => one !== "")
        .join("; ");
    return {
        step: "prepare.checks",
        problems: [...healthy.flat(), ...settings.flat(), ...before.flat()],
        ...(note === "" ? {} : { note }),
        facts: { versions, passed: passed.flat() },
    };
}
async function prepare_balancer(plan, { hosts }) {
    const step = "prepare.balancer";
    const opened = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
    const status = await opened.status();
    if (status !== "off") {
        return {
            step,
            problems: [
                {
                    what: (0,core_text.t) `the maintenance page is up already, and no launch of golive is under way`,
                    where: "load-balancer",
                    mend: (0,core_text.t) `find out who put it up, and take it down first`,
                },
            ],
        };
    }
    // What cannot be counted or is not ready by day will not be at night.
    await opened.running?.();
    const missing = (await opened.servers?.missing()) ?? [];
    if (missing.length > 0)
        return {
            step,
            problems: missing.map(({ balancer: where, server, state }) => ({
                what: (0,core_text.t) `${server} is ${state}, so it gets no visitors`,
                where,
                mend: (0,core_text.t) `a launch starts from a site that works; mend it, or name in load-balancer.servers those that count`,
            })),
        };
    const wrong = (await (0,proof/* look */.Op)(plan)).filter(({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500);
    return {
        step,
        problems: wrong.map((sight) => ({
            what: (0,proof/* sawInstead */.Oq)(sight, "open"),
            where: sight.address,
            mend: (0,core_text.t) `a launch starts from a site that works; see site.url and load-balancer.addresses in the plan`,
        })),
        note: plan.site.url,
    };
}


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ rightsOn)
/* harmony export */ });
/* harmony import */ var _hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3019);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5212);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5048);
/* harmony import */ var _back_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6622);
/* harmony import */ var _certificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3448);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5058);







/** All that golive runs as another user on a host, each once: what sudoers has to let it, and what is tried by day. */
function rightsOn(plan, host) {
    const all = [...usersOn(plan, host), ...golivesOwn(plan, host), ...ofThePlan(plan, host)];
    const byKey = new Map(all.map((right) => [JSON.stringify([right.by ?? "", right.as, right.words]), right]));
    return [...byKey.values()];
}
/** Users that any command may run as. */
function usersOn(plan, host) {
    const { deploy, database, dns, "load-balancer": balancer } = plan;
    const restore = plan.prepare["test-restore"];
    const server = restore?.server;
    const named = [
        deploy.hosts.includes(host) ? deploy["run-as"] : undefined,
        database.host === host ? database["run-as"] : undefined,
        balancer.kind === "haproxy" && balancer.hosts.includes(host) ? balancer["run-as"] : undefined,
        server?.host === host ? server["run-as"] : undefined,
        // The throwaway server for the newest backup runs as a user that gets nowhere else.
        restore !== undefined && server === undefined && database.host === host ? restore["run-as"] : undefined,
        ...(0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R)(plan).map((place) => (place.host === host ? place.user : undefined)),
        ...dns.map((change) => (change.kind === "rfc2136" && change.host === host ? change["run-as"] : undefined)),
    ];
    return named.flatMap((as) => (as === undefined ? [] : [{ as, words: null }]));
}
/** Commands that golive puts sudo before, where the plan says so. */
function golivesOwn(plan, host) {
    const { services, certificates } = plan;
    return [
        ...(services.hosts.includes(host) ? (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceRights */ .PQ)(services, host) : []),
        ...services.pause.flatMap((work) => (work.host === host ? (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduledRights */ .z0)(work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsPlace */ .t9)(plan, work)) : [])),
        ...certificates.flatMap((certificate) => (certificate.host === host ? (0,_certificates_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateRights */ .Vp)(certificate) : [])),
    ];
}
/** Commands of the plan that begin with sudo themselves. */
function ofThePlan(plan, host) {
    const { deploy, verify, "load-balancer": balancer } = plan;
    const owner = deploy["run-as"];
    const forward = deploy.steps.filter((step) => (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stepHosts */ .z2)(plan, step).includes(host));
    const back = [...(0,_back_order_js__WEBPACK_IMPORTED_MODULE_2__/* .ownBack */ ._)(plan, "before-start"), ...(0,_back_order_js__WEBPACK_IMPORTED_MODULE_2__/* .ownBack */ ._)(plan, "after-start")].filter((own) => own.host === host);
    const steps = [...forward, ...back];
    const checks = verify.checks.flatMap((check) => (check.kind === "command" && check.host === host ? [check.run] : []));
    return [...(balancer.kind === "command" && balancer.host === host ? balancerWords(balancer) : []), ...checks]
        .map((words) => (0,_hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__/* .rightOf */ .A)(words))
        .concat(steps.map(({ run }) => (0,_hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__/* .rightOf */ .A)(run, owner)))
        .flatMap((right) => right ?? []);
}
function balancerWords({ on, off, status, bypass, drain, }) {
    return [on, off, status, ...(bypass ? [bypass.on, bypass.off] : []), ...(drain ? [drain.running] : [])];
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7518);



/** Health checks of the balancer need a moment after a start; what they still miss then is told, and no more. */
async function waitForServers(launch) {
    const { servers: known } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
    if (known === undefined)
        return;
    await (0,_load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitServers */ .V)(known).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        launch.log.warn(error.message);
    });
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   Ed: () => (/* binding */ stands),
/* harmony export */   JJ: () => (/* binding */ versionsBefore),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony exports verify, whenOf */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2318);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6832);
/* harmony import */ var _core_deferred_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1959);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2943);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7589);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2828);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6523);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6970);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4229);
/* harmony import */ var _scenarios_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(210);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3450);

















/** Whether the site may open as far as this goes. */
function stands({ verdict, required, acceptedBy }) {
    return verdict === "pass" || !required || (verdict !== "fail" && acceptedBy !== undefined);
}
/** Ids of the lines that have to be done before the site opens. */
function required({ plan: { verify: { checks, scenarios }, }, state, }) {
    // Only there when it was not well.
    const units = state().steps.has(unitsLine) ? [unitsLine] : [];
    return [
        ...units,
        ...checks.filter((check) => check.required).map(({ id }) => `verify.${id}`),
        ...scenarios.filter((scenario) => scenario.required).map(({ id }) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .scenarioLine */ .xy)(id)),
    ];
}
const unitsLine = "verify.units-still";
/**
 * What decides about the opening: the plan's checks and scenarios, and, when these are through, that the units still
 * run. A process manager that died meanwhile may leave something behind that answers, and not for long.
 */
async function verifyRelease(launch) {
    const results = await verify(launch);
    return results.every(stands) ? [...results, ...(await unitsStill(launch))] : results;
}
async function unitsStill(launch) {
    const { services } = launch.plan;
    const looks = await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsLooks */ .Eb)(launch.hosts, services);
    const bad = looks.flatMap((look) => "trouble" in look
        ? [{ verdict: "error", what: `${look.host}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLine */ .BP)(look.trouble)}` }]
        : look.run
            ? []
            : [{ verdict: "fail", what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `not every unit runs any more on ${look.host}` }]);
    if (bad.length === 0 && !launch.state().steps.has(unitsLine))
        return [];
    const judgement = bad.length === 0
        ? {
            verdict: "pass",
            evidence: [...new Set(services.hosts.flatMap((name) => (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsOn */ .ZA)(services, name)))].join(", "),
        }
        : (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_15__/* .together */ .b)(bad);
    const result = { ...judgement, id: unitsLine, title: launch.messages.steps[unitsLine], required: true };
    await launch.record({
        kind: "step",
        step: unitsLine,
        status: judgement.verdict === "pass" ? "done" : "failed",
        note: noteOf(result),
        facts: { verdict: judgement.verdict },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${unitsLine} ${judgement.verdict}: ${judgement.evidence}`);
    return [result];
}
/**
 * Every check of the plan, and people's scenarios beside them. All results are on record even when one fails; people
 * are waited for as long as nothing required has failed. Where something required stays open, the people that the plan
 * names are asked.
 */
async function verify(launch, pace) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_9__/* .stayInTime */ .Ek)(launch);
    const { checks, scenarios } = launch.plan.verify;
    const bypass = await wayIn(launch);
    const [results] = await Promise.all([
        inOrder(checks, (check) => verifyOne(launch, check, bypass)),
        scenarios.length > 0 ? (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .askForScenarios */ .MN)(launch) : undefined,
    ]);
    const failed = results.some((result) => result.verdict === "fail" && !stands(result));
    if (scenarios.length > 0 && failed)
        await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .callOff */ .mf)(launch);
    const walked = scenarios.length === 0 || failed ? [] : await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .walkThrough */ .b$)(launch, pace);
    return withoutDoubt(launch, [
        ...results,
        ...walked.map(({ scenario, ...judgement }) => ({
            ...judgement,
            id: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .scenarioLine */ .xy)(scenario.id),
            title: `${scenario.id}: ${scenario.title}`,
            required: scenario.required,
        })),
    ], pace?.every(0));
}
/** What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time starts once the first have answered, or soon. */
async function inOrder(checks, run) {
    const looked = (0,_core_deferred_js__WEBPACK_IMPORTED_MODULE_3__/* .deferred */ .y)();
    const started = checks.map((check) => (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(check) === "work" ? looked.promise.then(() => run(check)) : run(check));
    const looks = Promise.allSettled(started.filter((_, index) => checks[index] !== undefined && (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(checks[index]) === "look"));
    await Promise.race([looks, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(headStartMs)]);
    looked.resolve();
    return Promise.all(started);
}
const headStartMs = 1000;
async function verifyOne(launch, check, bypass) {
    const id = `verify.${check.id}`;
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    await launch.record({ kind: "step", step: id, status: "started" });
    launch.log.info(`${id} …`);
    const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
    const result = { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check), required: check.required };
    const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    await launch.record({
        kind: "step",
        step: id,
        status: judgement.verdict === "pass" ? "done" : "failed",
        seconds,
        note: noteOf(result),
        facts: { verdict: judgement.verdict, ...(check.required ? {} : { required: false }) },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : check.required ? "❌ " : "⚠️ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
    return result;
}
/** Nothing required failed, and something of it was not concluded: whether that is enough is for a person to say, by name. */
async function withoutDoubt(launch, results, everySeconds) {
    const { ask } = launch.plan.verify;
    const open = results.filter((result) => !stands(result));
    if (ask === undefined || open.length === 0 || open.some(({ verdict }) => verdict === "fail"))
        return results;
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_8__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.doubt.ask((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(launch.release.tag), open.map((result) => `${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(result.title)}: ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(noteOf(result))}`), until),
        answers: ["accept", "back"],
        atMost: ask["at-most"],
        ...(everySeconds === undefined ? {} : { everySeconds }),
    });
    if (said === null)
        return results;
    if (said.answer === "back") {
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said.by} says to go back` });
        return results;
    }
    // What the checks said stays as it is; that it is enough is the person's word.
    for (const result of open)
        await launch.record({
            kind: "step",
            step: result.id,
            status: "done",
            note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
            facts: { verdict: result.verdict, acceptedBy: said.by },
        });
    await launch.record({
        kind: "note",
        text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
    });
    return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}
/** Throws a StepError unless the site may open. */
function requirePass(results) {
    const bad = results.filter((result) => !stands(result));
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** Some of the checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests, only }) {
    const bypass = await wayIn(launch);
    return inOrder(launch.plan.verify.checks.filter(({ id }) => only.includes(id)), async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return {
            ...(await judge(launch, asked, expected, bypass, "rollback.start")),
            id: check.id,
            title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check),
            required: check.required,
        };
    });
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_14__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `there is no token that leads past the maintenance page` };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .runCheck */ .k_)(check, {
            plan: launch.plan,
            expected,
            hosts: launch.hosts,
            ...whenOf(launch, start),
            bypass,
            migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_12__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected),
        });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLine */ .BP)(error) };
    }
}
/** What the version pages said before the window, by host; nothing for one that said nothing. */
function versionsBefore({ steps }) {
    return (steps.get("prepare.checks")?.facts.versions ?? {});
}
/** What the journal knows of when, and of what must be gone. */
function whenOf({ state, run, release, signal }, start) {
    const { steps } = state();
    const started = [...steps]
        .filter(([id]) => id.startsWith(`${start}@`))
        .map(([, step]) => step.endedAt ?? step.startedAt)
        .toSorted();
    return {
        run: run.id,
        since: started.at(-1),
        closedAt: steps.get("isolate.on")?.startedAt,
        previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag,
        signal,
        startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt,
    };
}
function noteOf({ verdict, evidence, required }) {
    const said = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
    return required || verdict === "pass" ? said : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said} (not required)`;
}
function mendOf(verdict) {
    return verdict === "fail"
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `the release does not do what the plan expects of it`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `nothing was measured, which is not a pass; mend the check or what it asks`;
}


/***/ })

};
