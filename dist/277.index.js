export const id = 277;
export const ids = [277];
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

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8225);

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLaunch */ .M)(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" });
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
}


/***/ }),

/***/ 3034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ compareCounts),
/* harmony export */   UJ: () => (/* binding */ parseCounts),
/* harmony export */   ni: () => (/* binding */ countsSql),
/* harmony export */   wh: () => (/* binding */ totalRows)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/** psql script: a line `count|schema.table|rows` per table. Partitioned parents and foreign tables hold no rows of their own, and a
 * restore fills materialized views anew. */
const countsSql = `SELECT format('SELECT ''count'', %L, count(*) FROM ONLY %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1 \\gexec
`;
function parseCounts(stdout) {
    return Object.fromEntries((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(stdout)
        .filter(([kind]) => kind === "count")
        .map((row) => [row.slice(1, -1).join("|"), Number(row.at(-1))]));
}
/** What differs, a line per table; empty when they are the same. */
function compareCounts(source, copy) {
    const tables = [...new Set([...Object.keys(source), ...Object.keys(copy)])].toSorted();
    return tables.flatMap((table) => {
        const [want, have] = [source[table], copy[table]];
        if (want === have)
            return [];
        if (have === undefined)
            return [`table ${table} is missing (${want} rows)`];
        if (want === undefined)
            return [`table ${table} should not be there (${have} rows)`];
        return [`table ${table} has ${have} rows instead of ${want}`];
    });
}
function totalRows(counts) {
    return Object.values(counts).reduce((sum, rows) => sum + rows, 0);
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeManifest),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   yQ: () => (/* binding */ hashFiles)
/* harmony export */ });
/* unused harmony export compareFiles */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6436);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);




const hashScript = 'cd -- "$1/dump" && find . -type f -printf "%P\\0" | sort -z | xargs -0 -r sha256sum -b --';
/** The dump's files with their sha256, read back from the disk. */
async function hashFiles(host, plan, directory) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(plan, hashScript, [directory]));
    return stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));
}
/** Writes `manifest.json` and returns its sha256. */
async function writeManifest(host, plan, directory, manifest) {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const write = (0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFileCommand */ .$)(`${directory}/manifest.json`, text, "600");
    await host.run(plan["run-as"] === undefined ? write : { ...write, user: plan["run-as"] });
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}
/**
 * The manifest of a dump, after comparing it with the journal's hash and every file with the manifest.
 * Throws a UserError that names what does not fit.
 */
async function readManifest(host, plan, directory, sha256) {
    const where = `${host.name}:${directory}`;
    const mend = "this dump is not the one that was proved; look who changed it, and restore from another backup";
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(plan, 'cat -- "$1/manifest.json"', [directory]));
    if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(stdout).digest("hex") !== sha256)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "the manifest is not the one in the journal", where, mend });
    const manifest = JSON.parse(stdout);
    const problems = compareFiles(manifest.files, await hashFiles(host, plan, directory));
    if (problems.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(problems.map((what) => ({ what, where, mend })));
    return manifest;
}
function compareFiles(wanted, found) {
    const have = new Map(found.map((file) => [file.name, file.sha256]));
    const missing = wanted.flatMap((file) => (have.has(file.name) ? (have.get(file.name) === file.sha256 ? [] : [`file ${file.name} is damaged: its checksum differs`]) : [`file ${file.name} is missing`]));
    const names = new Set(wanted.map((file) => file.name));
    return [...missing, ...found.filter((file) => !names.has(file.name)).map((file) => `file ${file.name} does not belong to this dump`)];
}


/***/ }),

/***/ 4109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   P: () => (/* binding */ query),
/* harmony export */   PK: () => (/* binding */ databaseScript),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   jf: () => (/* binding */ sideName),
/* harmony export */   zN: () => (/* binding */ databaseCommand)
/* harmony export */ });
/* unused harmony export libpqEnvironment */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);


/** libpq's own variables; the password stays in the file it names. */
function libpqEnvironment({ connection }) {
    return {
        ...(connection.host === undefined ? {} : { PGHOST: connection.host }),
        ...(connection.port === undefined ? {} : { PGPORT: String(connection.port) }),
        ...(connection.user === undefined ? {} : { PGUSER: connection.user }),
        ...(connection.passfile === undefined ? {} : { PGPASSFILE: connection.passfile }),
        ...(connection.service === undefined ? {} : { PGSERVICE: connection.service }),
        PGAPPNAME: "golive",
        PGCONNECT_TIMEOUT: "10",
        PGCLIENTENCODING: "UTF8",
        // Locks waited for longer than this belong to somebody's open session; the error names the table.
        PGOPTIONS: "-c statement_timeout=0 -c lock_timeout=30s -c idle_in_transaction_session_timeout=0",
        LC_ALL: "C.UTF-8",
    };
}
/** A PostgreSQL program with the plan's connection, as the plan's user. */
function databaseCommand(plan, file, args, { env, ...options } = {}) {
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)(plan.programs === undefined ? file : `${plan.programs}/${file}`, args, { ...asUser(plan), ...options, env: { ...libpqEnvironment(plan), ...env } });
}
/** A fixed shell script in the same surroundings. */
function databaseScript(plan, text, values, { env, ...options } = {}) {
    const found = 'PATH="${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH\n';
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(`${found}${text}`, values, { ...asUser(plan), ...options, env: { ...libpqEnvironment(plan), GOLIVE_PROGRAMS: plan.programs ?? "", ...env } });
}
/**
 * SQL through psql, stopping at the first error; rows come back with `|` between columns. Values go in as psql
 * variables (`:'name'` a literal, `:"name"` an identifier), which psql quotes.
 */
function psqlCommand(plan, database, sql, variables = {}, timeoutSeconds = 3600) {
    const set = Object.entries(variables).flatMap(([name, value]) => ["-v", `${name}=${value}`]);
    return databaseCommand(plan, "psql", ["-X", "-q", "-A", "-t", "--no-password", "-v", "ON_ERROR_STOP=1", ...set, "-d", database, "-f", "-"], { stdin: sql, timeoutSeconds });
}
/** Rows of a query, columns as text. */
async function query(host, plan, database, sql, variables = {}) {
    const { stdout } = await host.run(psqlCommand(plan, database, sql, variables));
    return rowsOf(stdout);
}
function rowsOf(stdout) {
    return stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("|"));
}
function asUser(plan) {
    return plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
}
/** A database name made of the service's and a purpose, within PostgreSQL's 63 bytes; never cut, as two could meet. */
function sideName(database, purpose, release) {
    const whole = `${database}_${purpose}_${release}`;
    if (Buffer.byteLength(whole) <= 63)
        return whole;
    return `${database}_${purpose}_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(release).digest("hex").slice(0, 12)}`;
}


/***/ }),

/***/ 5343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fR: () => (/* binding */ spaceProblems),
/* harmony export */   jO: () => (/* binding */ mib),
/* harmony export */   kZ: () => (/* binding */ databaseProblems)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3980);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);



/** Whether the database is there and the role may do what backup and rollback need. Changes nothing. */
async function databaseProblems(host, plan) {
    const where = host.name;
    const asked = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT datname, CASE WHEN datname = :'name' THEN pg_database_size(datname) END, current_setting('server_version'), current_user, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user), (SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user) FROM pg_database WHERE NOT datistemplate;", { name: plan.name }, 60));
    if (asked.code !== 0)
        return { problems: [{ what: `PostgreSQL does not answer: ${firstError(asked.stderr)}`, where, mend: "check database.connection and database.run-as in the plan, on that host: psql -d postgres" }], facts: null };
    const rows = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(asked.stdout);
    const row = rows.find(([name]) => name === plan.name);
    if (!row) {
        const names = rows.map(([name = ""]) => name).filter((name) => name !== "postgres");
        const near = (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(plan.name, names);
        return { problems: [{ what: `there is no database "${plan.name}"`, where, mend: near ? `did you mean "${near}"? Change database.name in the plan` : `change database.name in the plan; there are: ${names.join(", ")}` }], facts: null };
    }
    const [, bytes = "0", serverVersion = "", role = "", isSuperuser, mayCreate] = row;
    const problems = [];
    if (isSuperuser !== "t" && mayCreate !== "t")
        problems.push({ what: `the role ${role} may not create databases, so no dump can be proved and nothing put back`, where, mend: `as superuser: ALTER ROLE "${role}" CREATEDB` });
    if (isSuperuser !== "t" && (await lacks(host, plan, role)))
        problems.push({ what: `the role ${role} is not a member of the owner of ${plan.name}`, where, mend: `as superuser: GRANT <owner of ${plan.name}> TO "${role}"` });
    const tools = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, 'for p in pg_dump pg_restore psql; do "$p" --version || exit 3; done', []));
    const versions = tools.stdout.match(/\) (\d+)/g)?.map((text) => Number(text.slice(2))) ?? [];
    const major = Number.parseInt(serverVersion, 10);
    if (tools.code !== 0)
        problems.push({ what: "pg_dump, pg_restore or psql is missing", where, mend: "install the PostgreSQL client programs there" });
    // A newer pg_restore says things an older server does not know; an older pg_dump refuses.
    else if (versions.slice(0, 2).some((version) => version !== major))
        problems.push({ what: `pg_dump and pg_restore are of version ${versions[0]}, the server of ${major}`, where, mend: `install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)` });
    if (major < 13)
        problems.push({ what: `PostgreSQL ${serverVersion} is too old`, where, mend: "golive needs version 13 or newer" });
    return { problems, facts: { bytes: Number(bytes), serverVersion } };
}
/** Room for the dump, and for the database a second time beside itself. */
async function spaceProblems(host, plan, facts) {
    const least = plan.backup["least-free"] * 1024 * 1024;
    const dataDirectory = (await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT setting FROM pg_settings WHERE name = 'data_directory'"))[0]?.[0];
    const folder = await free(host, plan, plan.backup.directory);
    // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
    const needs = [{ path: plan.backup.directory, label: "the dump", bytes: facts.bytes + least, disk: folder }];
    const data = dataDirectory ? await free(host, plan, dataDirectory) : null;
    if (dataDirectory && data && data.device === folder.device)
        needs[0] = { path: plan.backup.directory, label: "the dump and its restored proof", bytes: 2 * facts.bytes + least, disk: folder };
    else if (dataDirectory && data)
        needs.push({ path: dataDirectory, label: "the restored proof", bytes: facts.bytes + least, disk: data });
    const problems = needs
        .filter(({ bytes, disk }) => disk.bytes < bytes)
        .map(({ path, label, bytes, disk }) => ({ what: `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`, where: `${host.name}:${path}`, mend: "make room, or choose another database.backup.directory" }));
    return { problems, note: needs.map(({ label, bytes, disk }) => `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`).join("; ") };
}
/** The folder may not be there yet: then its nearest parent counts. */
async function free(host, plan, path) {
    const asked = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)('p=$1; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1', [path], { timeoutSeconds: 30, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) });
    const [bytes = "0", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
    return { bytes: Number(bytes), device: device.join(" ") };
}
async function lacks(host, plan, role) {
    const rows = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT pg_has_role(:'role', datdba, 'MEMBER') FROM pg_database WHERE datname = :'name'", { role, name: plan.name });
    return rows[0]?.[0] !== "t";
}
function firstError(stderr) {
    return (stderr.split("\n").find((line) => line.trim() !== "") ?? "no word").replace(/^psql: (error: )?/, "").slice(0, 200);
}
function mib(bytes) {
    return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}


/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BO: () => (/* binding */ countRows),
  f4: () => (/* binding */ dropSide),
  ir: () => (/* binding */ readThrough),
  pb: () => (/* binding */ requireSameRows),
  d$: () => (/* binding */ restoreBeside)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/database/counts.js
var counts = __webpack_require__(3034);
;// CONCATENATED MODULE: ./.build/js/database/create.js
/**
 * psql script that makes `:name` beside `:source` with its owner, encoding, locale and connection limit. Columns that
 * only some versions have are read through JSON, so that one script serves all.
 */
const createBesideSql = `SELECT format('CREATE DATABASE %I TEMPLATE template0 OWNER %I ENCODING %L LC_COLLATE %L LC_CTYPE %L', :'name', r.rolname, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
  || CASE j.row ->> 'datlocprovider' WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale') ELSE '' END
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba, LATERAL (SELECT to_jsonb(d) AS row) j
WHERE d.datname = :'source' \\gexec
`;
/** psql script that gives `:name` what belongs to a database itself and not to its contents: settings, grants, comment. */
const copyPropertiesSql = `SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN format('DATABASE %I', :'name') ELSE format('ROLE %I IN DATABASE %I', pg_get_userbyid(s.setrole), :'name') END,
    split_part(c.setting, '=', 1),
    CASE WHEN split_part(c.setting, '=', 1) IN ('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
      THEN substr(c.setting, strpos(c.setting, '=') + 1) ELSE quote_literal(substr(c.setting, strpos(c.setting, '=') + 1)) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c(setting)
WHERE d.datname = :'source' \\gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') FROM pg_database WHERE datname = :'source' AND datacl IS NOT NULL \\gexec
SELECT format('GRANT %s ON DATABASE %I TO %s%s', a.privilege_type, :'name', CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE d.datname = :'source' \\gexec
SELECT format('COMMENT ON DATABASE %I IS %L', :'name', shobj_description(oid, 'pg_database')) FROM pg_database WHERE datname = :'source' AND shobj_description(oid, 'pg_database') IS NOT NULL \\gexec
`;

// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/restore.js




/** Reads every byte of the archive and turns it into SQL that goes nowhere. Sees damaged and missing files. */
async function readThrough(host, plan, directory) {
    return (await host.run((0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--file=/dev/null", "--", `${directory}/dump`]))).seconds;
}
/**
 * Restores the dump into a new database beside the service's. The name has to be one of golive's own
 * (`sideName`): one left by an earlier try is dropped first. Errors of pg_restore are failures.
 */
async function restoreBeside(host, plan, directory, name) {
    await dropSide(host, plan, name);
    const names = { name, source: plan.name };
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", createBesideSql, names));
    const asked = (0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--no-password", "--exit-on-error", `--jobs=${plan.backup.jobs}`, `--dbname=${name}`, "--", `${directory}/dump`], { timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt(asked);
    if (finished.code !== 0) {
        const failed = new errors/* CommandError */.Qd(host.name, asked, finished);
        if (/No space left on device/i.test(finished.stderr))
            throw new errors/* UserError */.yo({ what: "there is no room left to restore the dump beside the database", where: host.name, mend: "make room where PostgreSQL keeps its data" }, { cause: failed });
        throw failed;
    }
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", copyPropertiesSql, names));
}
async function countRows(host, plan, database) {
    return (0,counts/* parseCounts */.UJ)((await host.run((0,postgres/* psqlCommand */.K9)(plan, database, counts/* countsSql */.ni))).stdout);
}
/** Throws a UserError naming each table that differs. */
function requireSameRows(wanted, found, where) {
    const differences = (0,counts/* compareCounts */.G8)(wanted, found);
    if (differences.length === 0)
        return;
    throw new errors/* UserError */.yo(differences.map((what) => ({ what: `the restored dump is not the database: ${what}`, where, mend: "this backup is worthless; find out why before anything is deployed" })));
}
/** Drops a database that golive itself made for a proof or a restore; refuses any other name. */
async function dropSide(host, plan, name) {
    if (!name.startsWith(`${plan.name}_proof_`) && !name.startsWith(`${plan.name}_restored_`))
        throw new Error(`${name} is not golive's to drop`);
    const force = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec\n`;
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", force, { name }));
}


/***/ }),

/***/ 3295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RR: () => (/* binding */ backup),
  iV: () => (/* binding */ backupDirectory),
  Nk: () => (/* binding */ backupProved),
  iz: () => (/* binding */ databaseHost),
  wj: () => (/* binding */ manifestHash)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/counts.js
var database_counts = __webpack_require__(3034);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/dump.js



// One transaction exports its snapshot, pg_dump dumps as of it, and the rows are counted as of it as well, so the
// counts are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = `SET TimeZone = 'UTC';
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_DUMP" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${database_counts/* countsSql */.ni}COMMIT;
`;
// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `umask 077
p="$1/partial.$$"
mkdir -p -m 700 -- "$1" && rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_DUMP="$p/dump"; export GOLIVE_DUMP
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
grep -q '^exit|0$' "$p/psql.out" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && sync -f "$1/dump" && cat -- "$p/psql.out" && rm -rf -- "$p" && printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"`;
/** Dumps the database in directory format, 0600 files in a 0700 folder, and counts its rows in the same snapshot. */
async function takeDump(host, plan, directory) {
    const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: plan.name };
    const asked = (0,postgres/* databaseScript */.PK)(plan, dumpScript, [directory, plan.name], { stdin: dumpSql, env, timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt(asked);
    if (finished.code !== 0 || finished.timedOut) {
        const mend = dumpMend(finished.stderr);
        if (mend === null)
            throw new errors/* CommandError */.Qd(host.name, asked, finished);
        throw new errors/* UserError */.yo({ ...mend, where: `${host.name}:${directory}` }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
    return { directory, bytes: Number(value("bytes")), counts: (0,database_counts/* parseCounts */.UJ)(finished.stdout), serverVersion: value("server"), seconds: finished.seconds };
}
function dumpMend(stderr) {
    if (/No space left on device|Disk quota exceeded/i.test(stderr))
        return { what: "there is no room left for the dump; the unfinished one was removed", mend: "make room, or move database.backup.directory to a larger disk" };
    if (/Permission denied/i.test(stderr) && /mkdir|directory/i.test(stderr))
        return { what: "the folder for the dump cannot be made", mend: "create it for the user of database.run-as, mode 0700" };
    if (/server version mismatch|aborting because of server version/i.test(stderr))
        return { what: "pg_dump is older than the server", mend: "install the client programs of the server's version on that host" };
    if (/lock timeout|canceling statement due to lock timeout/i.test(stderr))
        return { what: "somebody's open transaction holds a lock that the dump needs", mend: "end that session (SELECT * FROM pg_stat_activity), then run again" };
    return null;
}

// EXTERNAL MODULE: ./.build/js/database/manifest.js
var manifest = __webpack_require__(2351);
// EXTERNAL MODULE: ./.build/js/database/preflight.js
var preflight = __webpack_require__(5343);
;// CONCATENATED MODULE: ./.build/js/database/sessions.js


/**
 * Throws a UserError when someone other than golive and the plan's observers is connected to the database: they could
 * write after the backup. Sessions that are just ending get a few seconds.
 */
async function requireQuiet(host, plan) {
    const sql = `SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*) FROM pg_stat_activity
WHERE datname = :'name' AND backend_type = 'client backend' AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ',')) GROUP BY 1, 2`;
    let rows = [];
    for (let attempt = 0; attempt < 10; attempt++) {
        rows = await (0,postgres/* query */.P)(host, plan, plan.name, sql, { name: plan.name, observers: plan.observers.join(",") });
        if (rows.length === 0)
            return;
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const who = rows.map(([role, program, count]) => `${role}${program ? ` (${program})` : ""}: ${count}`).join(", ");
    throw new errors/* UserError */.yo({
        what: `someone is still connected to ${plan.name} and could write after the backup: ${who}`,
        where: host.name,
        mend: "name what else writes under services.units, stop it before the window, or list roles that only look in database.observers",
    });
}

// EXTERNAL MODULE: ./.build/js/database/restore.js + 1 modules
var restore = __webpack_require__(209);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(8225);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/backup.js












/** The dump of the frozen database, and the proof that it can be put back. */
async function backup(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off"))
        return;
    if ((0,state/* touched */.FI)(launch.state()) === false)
        throw new errors/* UserError */.yo({ what: "the site is still open, so the backup would miss what people write meanwhile", mend: "run maintenance with state: on first" });
    await (0,run_steps/* runSteps */.rl)(launch, [dump, backup_manifest, read, backup_restore]);
}
const dump = {
    id: "backup.dump",
    async run(launch) {
        await requireQuiet(databaseHost(launch), launch.plan.database);
        const taken = await takeDump(databaseHost(launch), launch.plan.database, backupDirectory(launch));
        return { note: `${(0,preflight/* mib */.jO)(taken.bytes)}, ${Object.keys(taken.counts).length} tables, ${(0,database_counts/* totalRows */.wh)(taken.counts)} rows`, facts: { ...taken, takenAt: new Date().toISOString() } };
    },
};
const backup_manifest = {
    id: "backup.manifest",
    async run(launch) {
        const { plan, release } = launch;
        const files = await (0,manifest/* hashFiles */.yQ)(databaseHost(launch), plan.database, backupDirectory(launch));
        const { counts, serverVersion, takenAt } = factsOfDump(launch);
        const sha256 = await (0,manifest/* writeManifest */.HN)(databaseHost(launch), plan.database, backupDirectory(launch), {
            format: 1,
            service: plan.service,
            release: release.id,
            tag: release.tag,
            commit: release.commit,
            database: plan.database.name,
            serverVersion,
            takenAt,
            counts,
            files,
        });
        return { note: `${files.length} files, manifest ${sha256.slice(0, 12)}`, facts: { sha256 } };
    },
};
const read = {
    id: "backup.read",
    async run(launch) {
        const seconds = await (0,restore/* readThrough */.ir)(databaseHost(launch), launch.plan.database, backupDirectory(launch));
        return { note: `read in ${(0,duration/* showDuration */.k)(seconds)}` };
    },
};
const backup_restore = {
    id: "backup.restore",
    async run(launch) {
        const { plan, release } = launch;
        const host = databaseHost(launch);
        // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
        const { counts } = await (0,manifest/* readManifest */.WI)(host, plan.database, backupDirectory(launch), manifestHash(launch));
        const scratch = (0,postgres/* sideName */.jf)(plan.database.name, "proof", release.id);
        try {
            await (0,restore/* restoreBeside */.d$)(host, plan.database, backupDirectory(launch), scratch);
            (0,restore/* requireSameRows */.pb)(counts, await (0,restore/* countRows */.BO)(host, plan.database, scratch), host.name);
        }
        finally {
            await (0,restore/* dropSide */.f4)(host, plan.database, scratch);
        }
        return { note: `${(0,database_counts/* totalRows */.wh)(counts)} rows in ${Object.keys(counts).length} tables are the same`, facts: { proved: true } };
    },
};
function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory({ plan, release, state }) {
    const { reopened } = state();
    // A backup is never overwritten: one made anew has a folder of its own.
    return `${plan.database.backup.directory}/${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}
function manifestHash(launch) {
    return String(launch.state().steps.get("backup.manifest")?.facts.sha256);
}
function factsOfDump(launch) {
    const facts = launch.state().steps.get("backup.dump")?.facts ?? {};
    return { counts: facts.counts, serverVersion: String(facts.serverVersion), takenAt: String(facts.takenAt) };
}
/** Whether this release's backup is on record as proved: nothing that cannot be undone begins before. */
function backupProved(launch) {
    const step = launch.state().steps.get("backup.restore");
    return step?.status === "done" && step.facts.proved === true;
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rl: () => (/* binding */ runSteps)
/* harmony export */ });
/* unused harmony exports runStep, recordFailure */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8760);



/** Runs the steps in order, each on record before and after. Those done for this release are not done again. */
async function runSteps(launch, steps) {
    for (const step of steps)
        await runStep(launch, step);
}
async function runStep(launch, step) {
    const before = launch.state().steps.get(step.id);
    if ((before?.status === "done" || before?.status === "skipped") && (await (step.holds?.(launch) ?? true))) {
        launch.log.info(`${step.id}: done before`);
        return;
    }
    if (launch.signal.aborted)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "the run was cancelled before this step" }));
    launch.log.info(`${step.id} …`);
    await launch.record({ kind: "step", step: step.id, status: "started" });
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    const seconds = () => Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    try {
        const done = await step.run(launch);
        await launch.record({ kind: "step", step: step.id, status: done.skipped ? "skipped" : "done", seconds: seconds(), ...(done.note === undefined ? {} : { note: done.note }), ...(done.facts === undefined ? {} : { facts: done.facts }) });
        launch.log.info(`${step.id} ${done.skipped ? "skipped" : "done"} in ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .k)(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`);
    }
    catch (error) {
        await recordFailure(launch, step.id, error, seconds());
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, error);
    }
}
async function recordFailure(launch, step, error, seconds, facts = {}) {
    const cancelled = launch.signal.aborted;
    const kept = await keepWhatWasSaid(launch, step, error);
    const note = cancelled ? "cancelled" : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error);
    await launch.record({ kind: "step", step, status: "failed", seconds, note, facts: { ...facts, ...(kept === null ? {} : { log: kept }) } });
    launch.log.error(`${step}: ${cancelled ? "cancelled" : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${kept === null ? "" : `\nAll it said is in ${kept}`}`);
}
/** The whole output stays on the control host; it may hold what must not be published. */
async function keepWhatWasSaid(launch, step, error) {
    const failed = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd ? error : error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd ? error.cause : null;
    if (!failed || (failed.finished.stdout === "" && failed.finished.stderr === ""))
        return null;
    try {
        return await launch.journal.keepLog(launch.release.id, step, `${failed.finished.stdout}\n--- stderr ---\n${failed.finished.stderr}\n`);
    }
    catch {
        return null;
    }
}


/***/ })

};
