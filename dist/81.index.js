export const id = 81;
export const ids = [81];
export const modules = {

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ contentsSql),
/* harmony export */   OJ: () => (/* binding */ parseContents),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   Y: () => (/* binding */ compareContents),
/* harmony export */   fJ: () => (/* binding */ exactTypes),
/* harmony export */   wh: () => (/* binding */ totalRows),
/* harmony export */   z6: () => (/* binding */ contentSettings)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
const contentSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`;
/**
 * Types whose hash function tells apart all that a dump tells apart. Others are hashed as text: numeric 1.0 and 1.00, or
 * 0 and -0, are equal to their own hash function and yet not the same.
 */
const exactTypes = ["bool", "int2", "int4", "int8", "oid", "text", "varchar", "bpchar", "name", "char", "bytea", "date", "timestamp", "timestamptz", "time", "uuid"];
const ofUsers = (alias, catalog) => `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid WHERE x.classid = '${catalog}'::regclass AND x.objid = ${alias}.oid AND x.deptype = 'e' AND NOT ${alias}.oid = ANY (coalesce(e.extconfig, '{}')))`;
/**
 * psql script, after `contentSettings`: a line per table (`table|rows|hash|schema.name`), sequence and for all large
 * objects. Partitioned parents and foreign tables hold no rows of their own, and a restore fills materialized views
 * anew. Tables named in the variable `counted` (comma between) are counted only. A row's own hash is linear in those
 * of its columns, and so would be their sum: hashed once more, it sees values that changed places between rows.
 */
const contentsSql = `SELECT format('SELECT ''table'', count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN n.nspname || '.' || c.relname = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((SELECT string_agg(
      CASE WHEN y.typname = ANY ('{${exactTypes.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END, ', ' ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${ofUsers("c", "pg_class")}
ORDER BY c.relname \\gexec
SELECT format('SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${ofUsers("c", "pg_class")}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0) FROM pg_largeobject_metadata;
`;
/** Reads the lines of `contentsSql`; others are passed over. */
function parseContents(stdout) {
    const tables = {};
    const sequences = {};
    let largeObjects = { rows: 0, hash: "0" };
    for (const [kind, first = "", second = "", ...rest] of (0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(stdout)) {
        if (kind === "table")
            tables[rest.join("|")] = { rows: Number(first), hash: second === "-" ? null : second };
        else if (kind === "sequence")
            sequences[[second, ...rest].join("|")] = first;
        else if (kind === "large-objects")
            largeObjects = { rows: Number(first), hash: second };
    }
    return { tables, sequences, largeObjects };
}
/** What differs, a line each; empty when the copy is the source. */
function compareContents(source, copy) {
    return [
        ...differing(source.tables, copy.tables, (name, want, have) => {
            if (have === undefined)
                return `table ${name} is missing (${want?.rows ?? 0} rows)`;
            if (want === undefined)
                return `table ${name} should not be there (${have.rows} rows)`;
            if (want.rows !== have.rows)
                return `table ${name} has ${have.rows} rows instead of ${want.rows}`;
            return want.hash === null || have.hash === null || want.hash === have.hash ? null : `table ${name} has the same number of rows, but not the same values`;
        }),
        ...differing(source.sequences, copy.sequences, (name, want, have) => (want === have ? null : `sequence ${name} is ${have === undefined ? "missing" : `at ${have}`}${want === undefined ? ", and should not be there" : ` instead of ${want}`}`)),
        ...(source.largeObjects.rows === copy.largeObjects.rows && source.largeObjects.hash === copy.largeObjects.hash ? [] : [`the large objects are not the same (${copy.largeObjects.rows} instead of ${source.largeObjects.rows}, or other bytes)`]),
    ];
}
function totalRows({ tables }) {
    return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
/** Every key of either side in order, with what is wrong about it. */
function differing(source, copy, wrong) {
    return [...new Set([...Object.keys(source), ...Object.keys(copy)])].toSorted().flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}


/***/ }),

/***/ 9954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createBesideSql),
/* harmony export */   z: () => (/* binding */ copyPropertiesSql)
/* harmony export */ });
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


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ openDoors),
/* harmony export */   Qr: () => (/* binding */ closeDoors),
/* harmony export */   Su: () => (/* binding */ closeDoorsSql),
/* harmony export */   _f: () => (/* binding */ oidOf)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/**
 * psql script, in the database `postgres`: one golive at a time for `:current` (one left behind by a lost run is waited
 * for), its doors closed and its sessions ended all at once. A connection limit would not hold superusers;
 * ALLOW_CONNECTIONS does. Autovacuum is left alone: clone and rename evict it, and ending it takes rights that ending
 * sessions does not. Sessions are polled rather than waited for one by one: with many of them that is most of the time.
 */
const closeDoorsSql = `SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')) \\g /dev/null
ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() AND backend_type = 'client backend' \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND backend_type = 'client backend');
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;
/** Lets sessions into a database again (the service's, unless named), whatever closed it. */
async function openDoors(host, plan, name = plan.name) {
    await setDoors(host, plan, name, true);
}
async function closeDoors(host, plan, name) {
    await setDoors(host, plan, name, false);
}
async function setDoors(host, plan, name, open) {
    const sql = `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open') FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec\n`;
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCommand */ .K9)(plan, "postgres", sql, { name, open: String(open) }));
}
/** The object id of a database, or null when there is none of that name. A name may be another database's later. */
async function oidOf(host, plan, name) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT oid FROM pg_database WHERE datname = :'name'", { name }, 60));
    return stdout.trim() === "" ? null : stdout.trim();
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




const hashScript = 'cd -- "$1" && find dump globals.sql schema.sql source.txt -type f -print0 | sort -z | xargs -0 -r sha256sum -b --';
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

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ compareObjects),
/* harmony export */   M: () => (/* binding */ parseObjects)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8684);


const header = /^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/;
/** Settings stand between objects and belong to the order in which these come; the key of a restricted script is random. */
const passing = /^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;
/** Reads what `pg_dump --schema-only` writes: PostgreSQL itself says what belongs to an object. */
function parseObjects(text) {
    const texts = new Map();
    let lines;
    for (const line of text.split("\n")) {
        const found = header.exec(line);
        if (found) {
            const [, name = "", type = "", schema = "", owner = ""] = found;
            lines = undefined;
            // Filling a view is not its definition.
            if (type === "MATERIALIZED VIEW DATA")
                continue;
            const key = `${type} ${schema === "-" ? "" : `${schema}.`}${name}`;
            lines = texts.get(key) ?? [];
            // The owner stands in the header only, where ownership is not dumped.
            lines.push(`owner ${owner}`);
            texts.set(key, lines);
        }
        else if (line !== "" && line !== "--" && !passing.test(line))
            lines?.push(line);
    }
    return Object.fromEntries([...texts].map(([key, parts]) => [key, { exact: hash(parts.join("\n")), reduced: hash(reduced(parts.join("\n"))) }]));
}
const withExpressions = /^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;
/**
 * PostgreSQL writes some expressions otherwise after a restore, with the casts of `IN ('a', 'b')` on a varchar moved
 * inwards: parentheses, casts and blanks are left out for a second look at objects that hold expressions.
 */
function reduced(text) {
    return text.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g, "").replaceAll(/[()\s]/g, "");
}
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 32);
}
/** What differs, a line each: `CONSTRAINT public.clients clients_pkey is missing`. */
function compareObjects(source, copy) {
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .differing */ .R1)(source, copy, (name, want, have) => {
        if (have === undefined)
            return `${name} is missing`;
        if (want === undefined)
            return `${name} should not be there`;
        return want.exact === have.exact || (withExpressions.test(name) && want.reduced === have.reduced) ? null : `${name} is defined otherwise`;
    });
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

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ requireNone),
/* harmony export */   d$: () => (/* binding */ restoreBeside),
/* harmony export */   f4: () => (/* binding */ dropSide),
/* harmony export */   ir: () => (/* binding */ readThrough),
/* harmony export */   qb: () => (/* binding */ requireSame)
/* harmony export */ });
/* unused harmony exports contentsOf, objectsOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8684);
/* harmony import */ var _create_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9954);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);





/** Reads every byte of the archive and turns it into SQL that goes nowhere. Sees damaged and missing files. */
async function readThrough(host, plan, directory) {
    return (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseCommand */ .zN)(plan, "pg_restore", ["--file=/dev/null", "--", `${directory}/dump`]))).seconds;
}
/**
 * Restores the dump into a new database beside the service's. The name has to be one of golive's own
 * (`sideName`): one left by an earlier try is dropped first. Errors of pg_restore are failures.
 */
async function restoreBeside(host, plan, directory, name) {
    await dropSide(host, plan, name);
    const names = { name, source: plan.name };
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, "postgres", _create_js__WEBPACK_IMPORTED_MODULE_4__/* .createBesideSql */ .b, names));
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseCommand */ .zN)(plan, "pg_restore", ["--no-password", "--exit-on-error", `--jobs=${plan.backup.jobs}`, `--dbname=${name}`, "--", `${directory}/dump`], { timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt(asked);
    if (finished.code !== 0) {
        const failed = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished);
        if (/No space left on device/i.test(finished.stderr))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: "there is no room left to restore the dump beside the database", where: host.name, mend: "make room where PostgreSQL keeps its data" }, { cause: failed });
        throw failed;
    }
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, "postgres", _create_js__WEBPACK_IMPORTED_MODULE_4__/* .copyPropertiesSql */ .z, names));
}
/** What a database holds now, hashed with as many workers as the plan gives a dump. */
async function contentsOf(host, plan, database) {
    const variables = { jobs: String(plan.backup.jobs), counted: plan.backup["count-only"].join(",") };
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContents */ .OJ)((await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, database, `${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSettings */ .z6}${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentsSql */ .BI}`, variables, 4 * 3600))).stdout);
}
async function objectsOf(host, plan, database) {
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObjects */ .M)((await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseCommand */ .zN)(plan, "pg_dump", ["--no-password", "--schema-only", "--lock-wait-timeout=30s", `--dbname=${database}`]))).stdout);
}
/** Contents and schema of a restored database against those of the source; throws a UserError naming each that differs. */
async function requireSame(host, plan, database, source) {
    const contents = await contentsOf(host, plan, database);
    requireNone([...(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .compareContents */ .Y)(source.contents, contents), ...(0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .compareObjects */ .G)(source.objects, await objectsOf(host, plan, database))], host.name);
}
/** Throws a UserError for differences between a dump and its source. */
function requireNone(differences, where) {
    if (differences.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(differences.map((what) => ({ what: `the dump is not the database: ${what}`, where, mend: "this backup is worthless; find out why before anything is deployed" })));
}
/** Drops a database that golive itself made for a proof or a restore; refuses any other name. */
async function dropSide(host, plan, name) {
    if (!["proof", "restored", "copy"].some((purpose) => name.startsWith(`${plan.name}_${purpose}_`)))
        throw new Error(`${name} is not golive's to drop`);
    const force = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec\n`;
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, "postgres", force, { name }));
}


/***/ }),

/***/ 4007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireQuiet)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);


/**
 * Throws a UserError when someone other than golive and the plan's observers is connected to the database: they could
 * write after the backup. Sessions that are just ending get a few seconds.
 */
async function requireQuiet(host, plan) {
    const sql = `SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*) FROM pg_stat_activity
WHERE datname = :'name' AND backend_type = 'client backend' AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ',')) GROUP BY 1, 2`;
    let rows = [];
    for (let attempt = 0; attempt < 10; attempt++) {
        rows = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, plan.name, sql, { name: plan.name, observers: plan.observers.join(",") });
        if (rows.length === 0)
            return;
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const who = rows.map(([role, program, count]) => `${role}${program ? ` (${program})` : ""}: ${count}`).join(", ");
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: `someone is still connected to ${plan.name} and could write after the backup: ${who}`,
        where: host.name,
        mend: "name what else writes under services.units, stop it before the window, or list roles that only look in database.observers",
    });
}


/***/ }),

/***/ 8081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RR: () => (/* binding */ backup),
  iV: () => (/* binding */ backupDirectory),
  zP: () => (/* binding */ copyOf),
  iz: () => (/* binding */ databaseHost),
  DL: () => (/* binding */ dumpProved),
  wj: () => (/* binding */ manifestHash),
  hh: () => (/* binding */ wayBackIsThere)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/contents.js
var database_contents = __webpack_require__(8684);
// EXTERNAL MODULE: ./.build/js/database/objects.js
var objects = __webpack_require__(8164);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/archive-contents.js



const closing = "'\\\\.\\n\\n\\n'";
/** Shell: makes the program that `streamsSql` pipes each table into. */
const streamProgram = `printf '%s\\n' '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"`;
/**
 * psql script for the snapshot of a dump: each table once more as pg_dump asks for it, in the same order, closed as in
 * an archive, into a hash: a line \`stream|sha256|oid\` each in a file, and their names.
 */
const streamsSql = `SET synchronize_seqscans = off;
\\getenv work GOLIVE_WORK
\\set file :work '/streams.sql'
SELECT format(E'COPY %I.%I %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${closing.replaceAll("\\", "\\\\").replaceAll("'", "''")}', n.nspname, c.relname, coalesce(k.columns, ''), c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL (SELECT '(' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')' AS columns FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') k
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e') \\g :file
\\i :file
\\! cat "$GOLIVE_WORK/streams" 2>/dev/null
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r';
`;
function parseStreams(stdout) {
    const names = new Map([...stdout.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([, oid = "", name = ""]) => [oid, name]));
    return Object.fromEntries([...stdout.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [oid, { sha256, name: names.get(oid) ?? oid }]));
}
// `3355; 0 16389 TABLE DATA public clients owner` in the list; the rows are in `3355.dat.gz`.
const archiveScript = `d="$1/dump"
list=$(pg_restore --list -- "$d") || exit
printf '%s\\n' "$list" | sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/\\1 \\2/p' | while read -r id oid; do
  if [ -e "$d/$id.dat.gz" ]; then s=$({ gzip -dc -- "$d/$id.dat.gz" || echo damaged; } | sha256sum); else s=missing; fi
  printf 'stream|%s|%s\\n' "\${s%% *}" "$oid"
done
printf 'schema|\\n'
exec pg_restore --schema-only --file=- -- "$d"`;
/**
 * What an archive holds that is not what the source held, without restoring it: the bytes of every table and the
 * definition of every object. Empty when they are the same.
 */
async function compareArchive(host, plan, directory, source) {
    const asked = (0,postgres/* databaseScript */.PK)(plan, archiveScript, [directory], { timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: `pg_restore and gzip of ${directory}` });
    const cut = stdout.indexOf("schema|\n");
    const found = Object.fromEntries([...stdout.slice(0, cut).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [oid, { sha256, name: source.streams[oid]?.name ?? oid }]));
    return [
        ...(0,database_contents/* differing */.R1)(source.streams, found, (oid, want, have) => {
            if (have === undefined)
                return `table ${want?.name ?? oid} is not in the dump`;
            if (want === undefined)
                return `the dump holds the table with oid ${oid}, which the database does not have`;
            return want.sha256 === have.sha256 ? null : `table ${want.name} does not have the same bytes in the dump`;
        }),
        ...(0,objects/* compareObjects */.G)(source.objects, (0,objects/* parseObjects */.M)(stdout.slice(cut))),
    ];
}

// EXTERNAL MODULE: ./.build/js/database/create.js
var create = __webpack_require__(9954);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/database/restore.js
var restore = __webpack_require__(6494);
;// CONCATENATED MODULE: ./.build/js/database/copy.js





// The doors open again whatever became of the copy, in the same session. The copy's own stay shut: it is frozen.
// PostgreSQL 18 shares blocks where the file system can, and says no where it cannot: then the files are copied.
const copySql = `${doors/* closeDoorsSql */.Su}SELECT current_setting('server_version_num')::int >= 180000 AS may_clone, current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I ALLOW_CONNECTIONS false CONNECTION LIMIT %s', :'copy', :'current', r.rolname, d.datconnlimit) || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set ON_ERROR_STOP off
\\set how copy
\\set made false
\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set made true
    \\set how clone
  \\endif
\\endif
\\if :made
\\else
  :create;
  \\if :ERROR
  \\else
    \\set made true
  \\endif
\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\set ON_ERROR_STOP on
\\if :made
  SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
\\else
  DO $$ BEGIN RAISE 'the copy could not be made'; END $$;
\\endif
`;
/**
 * Clones the service's database under closed doors, with what a clone loses: owner, grants, settings, comment. One of
 * that name left by an earlier try is dropped first. Throws when the copy cannot be made; the doors are open then.
 */
async function takeCopy(host, plan, name) {
    await (0,doors/* openDoors */.Em)(host, plan);
    await (0,restore/* dropSide */.f4)(host, plan, name);
    // What is written to disk before the doors close need not be written while they are closed.
    await host.attempt((0,postgres/* psqlCommand */.K9)(plan, "postgres", "CHECKPOINT", {}, 600));
    try {
        const finished = await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", copySql, { current: plan.name, copy: name }, 3600));
        const [, how = "copy", oid = "", bytes = "0"] = /^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(finished.stdout) ?? [];
        await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", create/* copyPropertiesSql */.z, { name, source: plan.name }));
        return { name, oid, bytes: Number(bytes), seconds: finished.seconds, how: how === "clone" ? "clone" : "copy" };
    }
    catch (error) {
        await (0,doors/* openDoors */.Em)(host, plan);
        throw error;
    }
}
/** The copy of this launch is there and is the one that was made. */
async function requireCopy(host, plan, { name, oid }) {
    if ((await (0,doors/* oidOf */._f)(host, plan, name)) === oid)
        return;
    throw new errors/* UserError */.yo({ what: `the rollback copy ${name} is gone, or another database bears its name`, where: host.name, mend: "the dump is the way back now; find out who removed the copy" });
}

;// CONCATENATED MODULE: ./.build/js/database/dump.js





// One transaction exports its snapshot, pg_dump dumps as of it, and contents and schema are read as of it as well, so
// that they are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = (withStreams) => `${database_contents/* contentSettings */.z6}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/dump" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
\\! pg_dump --no-password --schema-only --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/schema.sql" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${database_contents/* contentsSql */.BI}${withStreams ? streamsSql : ""}COMMIT;
`;
// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `umask 077
p="$1/partial.$$"
mkdir -p -m 700 -- "$1" && rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
${streamProgram}
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && mv -f -- "$p/globals.sql" "$p/schema.sql" "$1" && mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\nsystem|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)" "$(psql -X -q -A -t --no-password -d "$2" -c 'SELECT system_identifier FROM pg_control_system()')"`;
/** Dumps a database in directory format, 0600 files in a 0700 folder, with what it held in the same snapshot. */
async function takeDump(host, plan, directory, database = plan.name) {
    const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: database };
    const asked = (0,postgres/* databaseScript */.PK)(plan, dumpScript, [directory, database, plan.backup["count-only"].join(",")], { stdin: dumpSql(plan.backup.proof === "content"), env, timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt({ ...asked, label: `pg_dump ${database}` });
    if (finished.code !== 0 || finished.timedOut) {
        const mend = dumpMend(finished.stderr);
        if (mend === null)
            throw new errors/* CommandError */.Qd(host.name, asked, finished);
        throw new errors/* UserError */.yo({ ...mend, where: `${host.name}:${directory}` }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
    return { directory, bytes: Number(value("bytes")), systemIdentifier: value("system"), seconds: finished.seconds };
}
/** What was read in the snapshot of the dump in this folder. */
async function readSource(host, plan, directory) {
    const read = (name) => host.run((0,postgres/* databaseScript */.PK)(plan, 'cat -- "$1"', [`${directory}/${name}`]));
    const [lines, schema] = await Promise.all([read("source.txt"), read("schema.sql")]);
    return {
        contents: (0,database_contents/* parseContents */.OJ)(lines.stdout),
        objects: (0,objects/* parseObjects */.M)(schema.stdout),
        streams: parseStreams(lines.stdout),
        serverVersion: /^server\|(.*)$/m.exec(lines.stdout)?.[1] ?? "",
    };
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
// EXTERNAL MODULE: ./.build/js/database/sessions.js
var sessions = __webpack_require__(4007);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(8225);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/backup.js
















/**
 * The rollback copy and the dump of the frozen database, with the proof of the dump. Called before the deploy and, for
 * a dump that may wait (`database.backup.dump`), once more after it: each time what is due then and not done yet.
 */
async function backup(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off"))
        return;
    if ((0,state/* touched */.FI)(launch.state()) === false)
        throw new errors/* UserError */.yo({ what: "the site is still open, so the backup would miss what people write meanwhile", mend: "run maintenance with state: on first" });
    const { copy, dump } = launch.plan.database.backup;
    const waits = dump === "after-migration" && !migrated(launch);
    await (0,run_steps/* runSteps */.rl)(launch, [...(copy ? [takeRollbackCopy] : []), ...(waits ? [] : [takeDumpOf, backup_manifest, read, proof])]);
}
const takeRollbackCopy = {
    id: "backup.copy",
    async run(launch) {
        const { database } = launch.plan;
        const host = databaseHost(launch);
        // A run that was killed behind closed doors left them so.
        await (0,doors/* openDoors */.Em)(host, database);
        await (0,sessions/* requireQuiet */.o)(host, database);
        const name = (0,postgres/* sideName */.jf)(database.name, "copy", launch.release.id);
        const copy = await takeCopy(host, database, name);
        return { note: `${name}, ${(0,preflight/* mib */.jO)(copy.bytes)}${copy.how === "clone" ? ", sharing blocks with the original" : ""}`, facts: { copy } };
    },
};
const takeDumpOf = {
    id: "backup.dump",
    async run(launch) {
        const { database } = launch.plan;
        const host = databaseHost(launch);
        const copy = database.backup.dump === "after-migration" ? copyOf(launch) : null;
        if (copy === null) {
            await (0,doors/* openDoors */.Em)(host, database);
            await (0,sessions/* requireQuiet */.o)(host, database);
        }
        else {
            await requireCopy(host, database, copy);
            await (0,doors/* openDoors */.Em)(host, database, copy.name);
        }
        try {
            const taken = await takeDump(host, database, backupDirectory(launch), copy?.name);
            return { note: `${(0,preflight/* mib */.jO)(taken.bytes)}${copy === null ? "" : `, of ${copy.name}`}`, facts: { bytes: taken.bytes, systemIdentifier: taken.systemIdentifier, takenAt: new Date().toISOString() } };
        }
        finally {
            if (copy !== null)
                await (0,doors/* closeDoors */.Qr)(host, database, copy.name);
        }
    },
};
const backup_manifest = {
    id: "backup.manifest",
    async run(launch) {
        const { plan, release } = launch;
        const host = databaseHost(launch);
        const directory = backupDirectory(launch);
        const files = await (0,manifest/* hashFiles */.yQ)(host, plan.database, directory);
        const source = await readSource(host, plan.database, directory);
        const { takenAt, systemIdentifier } = launch.state().steps.get("backup.dump")?.facts ?? {};
        const sha256 = await (0,manifest/* writeManifest */.HN)(host, plan.database, directory, {
            format: 2,
            service: plan.service,
            release: release.id,
            tag: release.tag,
            commit: release.commit,
            database: plan.database.name,
            systemIdentifier: String(systemIdentifier),
            takenAt: String(takenAt),
            source,
            files,
        });
        const { contents } = source;
        return { note: `${files.length} files; ${Object.keys(contents.tables).length} tables, ${(0,database_contents/* totalRows */.wh)(contents)} rows; manifest ${sha256.slice(0, 12)}`, facts: { sha256, rows: (0,database_contents/* totalRows */.wh)(contents) } };
    },
};
const read = {
    id: "backup.read",
    async run(launch) {
        const seconds = await (0,restore/* readThrough */.ir)(databaseHost(launch), launch.plan.database, backupDirectory(launch));
        return { note: `read in ${(0,duration/* showDuration */.k)(seconds)}` };
    },
};
const proof = {
    id: "backup.proof",
    async run(launch) {
        const { plan, release } = launch;
        const host = databaseHost(launch);
        const directory = backupDirectory(launch);
        // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
        const { source } = await (0,manifest/* readManifest */.WI)(host, plan.database, directory, manifestHash(launch));
        const { contents, objects } = source;
        const all = `${(0,database_contents/* totalRows */.wh)(contents)} rows in ${Object.keys(contents.tables).length} tables and ${Object.keys(objects).length} objects of the schema`;
        const counted = plan.database.backup["count-only"];
        const except = counted.length > 0 ? `; only counted: ${counted.join(", ")}` : "";
        switch (plan.database.backup.proof) {
            case "read":
                return { skipped: true, note: "the plan asks for no more than that it reads through whole (proof: read)", facts: { proved: "read" } };
            case "content":
                (0,restore/* requireNone */.EE)(await compareArchive(host, plan.database, directory, source), host.name);
                return { note: `not restored; ${all} stand in the dump as in the database`, facts: { proved: "content" } };
            case "restore": {
                const scratch = (0,postgres/* sideName */.jf)(plan.database.name, "proof", release.id);
                try {
                    await (0,restore/* restoreBeside */.d$)(host, plan.database, directory, scratch);
                    await (0,restore/* requireSame */.qb)(host, plan.database, scratch, source);
                }
                finally {
                    await (0,restore/* dropSide */.f4)(host, plan.database, scratch);
                }
                return { note: `restored beside; ${all} are the same${except}`, facts: { proved: "restore" } };
            }
        }
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
/** The rollback copy of this launch, or null when none was finished. */
function copyOf(launch) {
    const step = launch.state().steps.get("backup.copy");
    return step?.status === "done" ? step.facts.copy : null;
}
function migrated(launch) {
    const status = launch.state().steps.get(`deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}`)?.status;
    return status === "done" || status === "skipped";
}
/** Whether this release's dump is on record as proved, in the way the plan wants: the site does not open before. */
function dumpProved(launch) {
    const step = launch.state().steps.get("backup.proof");
    return (step?.status === "done" || step?.status === "skipped") && typeof step.facts.proved === "string";
}
/** Nothing that cannot be undone begins before the way back is there: the proved dump, or the copy where the plan lets the dump wait. */
function wayBackIsThere(launch) {
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   rl: () => (/* binding */ runSteps)
/* harmony export */ });
/* unused harmony export recordFailure */
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
