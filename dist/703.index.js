export const id = 703;
export const ids = [703];
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
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);


/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
const contentSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`;
/**
 * Types whose hash function tells apart all that a dump tells apart. Others are hashed as text: numeric 1.0 and 1.00, or
 * 0 and -0, are equal to their own hash function and yet not the same.
 */
const exactTypes = [
    "bool",
    "int2",
    "int4",
    "int8",
    "oid",
    "text",
    "varchar",
    "bpchar",
    "name",
    "char",
    "bytea",
    "date",
    "timestamp",
    "timestamptz",
    "time",
    "uuid",
];
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
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true') AND ${ofUsers("c", "pg_class")}
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
    for (const [kind, first = "", second = "", ...rest] of (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(stdout)) {
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
                return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${name} is missing (${want?.rows ?? 0} rows)`;
            if (want === undefined)
                return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${name} should not be there (${have.rows} rows)`;
            if (want.rows !== have.rows)
                return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${name} has ${have.rows} rows instead of ${want.rows}`;
            return want.hash === null || have.hash === null || want.hash === have.hash
                ? null
                : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${name} has the same number of rows, but not the same values`;
        }),
        ...differing(source.sequences, copy.sequences, (name, want, have) => want === have
            ? null
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `sequence ${name} is ${have === undefined ? "missing" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `at ${have}`}${want === undefined ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `, and should not be there` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) ` instead of ${want}`}`),
        ...(source.largeObjects.rows === copy.largeObjects.rows && source.largeObjects.hash === copy.largeObjects.hash
            ? []
            : [
                (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the large objects are not the same (${copy.largeObjects.rows} instead of ${source.largeObjects.rows}, or other bytes)`,
            ]),
    ];
}
function totalRows({ tables }) {
    return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
/** Every key of either side in order, with what is wrong about it. */
function differing(source, copy, wrong) {
    return [...new Set([...Object.keys(source), ...Object.keys(copy)])]
        .toSorted()
        .flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}


/***/ }),

/***/ 9954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bX: () => (/* binding */ createBesideSql),
/* harmony export */   kU: () => (/* binding */ createStatementSql),
/* harmony export */   z: () => (/* binding */ copyPropertiesSql)
/* harmony export */ });
/**
 * The statement that makes `:name` like `:source`, asked of the server that has it: with its owner, encoding, locale and connection limit. Columns that
 * only some versions have are read through JSON, so that one script serves all.
 */
const createStatementSql = `SELECT format('CREATE DATABASE %I TEMPLATE template0 OWNER %I ENCODING %L LC_COLLATE %L LC_CTYPE %L', :'name', r.rolname, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
  || CASE j.row ->> 'datlocprovider' WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale') ELSE '' END
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba, LATERAL (SELECT to_jsonb(d) AS row) j
WHERE d.datname = :'source'`;
const createBesideSql = `${createStatementSql} \\gexec\n`;
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

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ compareObjects),
/* harmony export */   M: () => (/* binding */ parseObjects)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);



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
            lines.push((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `owner ${owner}`);
            texts.set(key, lines);
        }
        else if (line !== "" && line !== "--" && !passing.test(line))
            lines?.push(line);
    }
    return Object.fromEntries([...texts].map(([key, parts]) => [
        key,
        { exact: hash(parts.join("\n")), reduced: hash(reduced(parts.join("\n"))) },
    ]));
}
const withExpressions = /^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;
/**
 * PostgreSQL writes some expressions otherwise after a restore, with the casts of `IN ('a', 'b')` on a varchar moved
 * inwards: parentheses, casts and blanks are left out for a second look at objects that hold expressions.
 */
function reduced(text) {
    return text
        .replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g, "")
        .replaceAll(/[()\s]/g, "");
}
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 32);
}
/** What differs, a line each: `CONSTRAINT public.clients clients_pkey is missing`. */
function compareObjects(source, copy) {
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .differing */ .R1)(source, copy, (name, want, have) => {
        if (have === undefined)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${name} is missing`;
        if (want === undefined)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${name} should not be there`;
        return want.exact === have.exact || (withExpressions.test(name) && want.reduced === have.reduced)
            ? null
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${name} is defined otherwise`;
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
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)(plan.programs === undefined ? file : `${plan.programs}/${file}`, args, {
        ...asUser(plan),
        ...options,
        env: { ...libpqEnvironment(plan), ...env },
    });
}
/** A fixed shell script in the same surroundings. */
function databaseScript(plan, text, values, { env, ...options } = {}) {
    const found = 'PATH="${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH\n';
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(`${found}${text}`, values, {
        ...asUser(plan),
        ...options,
        env: { ...libpqEnvironment(plan), GOLIVE_PROGRAMS: plan.programs ?? "", ...env },
    });
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

/***/ 5703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KD: () => (/* binding */ contentsOf),
  f4: () => (/* binding */ dropSide),
  iZ: () => (/* binding */ objectsOf),
  ir: () => (/* binding */ readThrough),
  EE: () => (/* binding */ requireNone),
  qb: () => (/* binding */ requireSame),
  d$: () => (/* binding */ restoreBeside)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/contents.js
var database_contents = __webpack_require__(8684);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/archive.js



/** What is wrong with a path that is offered as the source of a rollback. Restores nothing and changes nothing. */
async function archiveProblems(host, plan, path, expected) {
    const at = (problem) => ({ ...problem, where: `${host.name}:${path}` });
    const seen = await look(host, plan, path);
    const strange = strangeProblem(path, seen);
    if (strange !== null)
        return [at(strange)];
    const [listed, version, manifest] = await Promise.all([
        host.attempt((0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--list", "--", seen.archive], { timeoutSeconds: 300 })),
        host.attempt((0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--version"], { timeoutSeconds: 60 })),
        host.attempt((0,postgres/* databaseScript */.PK)(plan, '[ ! -e "$1" ] || cat -- "$1"', [`${(0,external_node_path_.dirname)(seen.archive)}/manifest.json`], {
            timeoutSeconds: 60,
        })),
    ]);
    const problems = [
        ...listProblems(listed, majorOf(version.stdout), expected, seen.files),
        ...manifestProblems(manifest, expected),
    ];
    return problems.map(at);
}
const lookScript = `p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`;
async function look(host, plan, path) {
    const { stdout } = await host.run((0,postgres/* databaseScript */.PK)(plan, lookScript, [path], { timeoutSeconds: 60 }));
    const values = (name) => [...stdout.matchAll(new RegExp(`^${name}\\|(.*)$`, "gm"))].map(([, value = ""]) => value);
    const bytes = (name) => Buffer.from(values(name)[0] ?? "", "hex");
    const kind = values("kind").at(-1);
    return {
        kind,
        archive: values("archive")[0] ?? path,
        head: bytes("head"),
        unpacked: bytes("unpacked"),
        files: kind === "directory" ? new Set(values("file")) : null,
    };
}
const isArchive = (head) => head.subarray(0, 5).toString("latin1") === "PGDMP";
const isSql = (head) => /^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(head.toString("latin1"));
/** What is no archive at all; null for one whose contents are worth reading. */
function strangeProblem(path, { kind, head, unpacked }) {
    const unreadable = (what, mend) => ({ code: "archive-unreadable", what, mend });
    const another = (0,core_text.t) `offer a dump in directory or custom format (pg_dump --format=directory)`;
    if (kind === "missing")
        return {
            code: "archive-missing",
            what: (0,core_text.t) `there is no such file or folder, or its folder may not be entered`,
            mend: (0,core_text.t) `name a dump that lies on the database host`,
        };
    if (kind === "unreadable")
        return unreadable((0,core_text.t) `it may not be read by the user of the PostgreSQL programs`, (0,core_text.t) `give it to the user of database.run-as`);
    if (isArchive(head))
        return null;
    if (kind === "directory")
        return unreadable((0,core_text.t) `this folder holds no dump: there is no toc.dat in it, or a damaged one`, another);
    if (isSql(head) || isSql(unpacked) || /\.sql(\.\w+)?$/i.test(path))
        return {
            code: "archive-plain-sql",
            what: (0,core_text.t) `this is SQL text: that it is whole cannot be proved before it is used`,
            mend: another,
        };
    if (isArchive(unpacked))
        return unreadable((0,core_text.t) `it is packed with gzip`, (0,core_text.t) `unpack it (gunzip), then offer the file inside`);
    if (head.toString("latin1").startsWith("age-encryption.org/"))
        return unreadable((0,core_text.t) `it is encrypted`, (0,core_text.t) `decrypt and unpack it on the database host (age --decrypt), then offer what is inside`);
    return unreadable((0,core_text.t) `it is a dump neither in directory nor in custom format`, another);
}
/** The archive's own words, from the head of the list of its contents. */
function listProblems(listed, reads, { database }, files) {
    const said = listed.stderr
        .split("\n")
        .find((line) => line.trim() !== "")
        ?.replace(/^pg_restore: (error: )?/, "")
        .slice(0, 200) ?? "";
    if (/unsupported version/.test(said))
        return [newer((0,core_text.t) `a newer pg_dump`, reads)];
    if (listed.code !== 0)
        return [
            {
                code: "archive-unreadable",
                what: (0,core_text.t) `its table of contents cannot be read: ${said}`,
                mend: (0,core_text.t) `this dump is damaged or cut off; offer another`,
            },
        ];
    const value = (name) => new RegExp(`^; +${name}: (.*)$`, "m").exec(listed.stdout)?.[1] ?? "";
    const made = majorOf(value("Dumped by pg_dump version"));
    const missing = files === null ? [] : missingFiles(listed.stdout, files);
    return [
        ...(made !== null && reads !== null && made > reads ? [newer((0,core_text.t) `pg_dump ${made}`, reads)] : []),
        ...(missing.length > 0
            ? [
                {
                    code: "archive-unreadable",
                    what: (0,core_text.t) `files of it are missing: ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? (0,core_text.t) ` and ${missing.length - 5} more` : ""}`,
                    mend: (0,core_text.t) `this dump is damaged; offer another`,
                },
            ]
            : []),
        ...otherDatabase(value("dbname"), database),
    ];
}
function newer(by, reads) {
    return {
        code: "archive-newer",
        what: (0,core_text.t) `it was made by ${by}, and pg_restore ${reads ?? ""} here is older`.replace("  ", " "),
        mend: (0,core_text.t) `install the client programs of that version and name their folder in database.programs, or offer a dump of this version`,
    };
}
/** A dump may have been taken from the rollback copy of the same database. */
function otherDatabase(name, expected) {
    if (name === expected || name.startsWith(`${expected}_copy_`))
        return [];
    return [
        {
            code: "archive-other-database",
            what: (0,core_text.t) `it is a dump of the database "${name}", not of "${expected}"`,
            mend: (0,core_text.t) `offer a dump of ${expected}`,
        },
    ];
}
/** Each table's rows are in a file of their own, packed or not. */
function missingFiles(list, files) {
    return [...list.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([, id = ""]) => ["", ".gz", ".lz4", ".zst"].some((end) => files.has(`${id}.dat${end}`)) ? [] : [`${id}.dat`]);
}
function manifestProblems({ code, stdout }, { systemIdentifier }) {
    if (code === 0 && stdout.trim() === "")
        return [];
    const found = code === 0 ? identifierIn(stdout) : null;
    if (found === null)
        return [
            {
                code: "archive-unreadable",
                what: (0,core_text.t) `the manifest beside it cannot be read`,
                mend: (0,core_text.t) `look who changed manifest.json, or offer another dump`,
            },
        ];
    if (systemIdentifier === undefined || found === undefined || found === systemIdentifier)
        return [];
    return [
        {
            code: "archive-other-system",
            what: (0,core_text.t) `its manifest says that it comes from another PostgreSQL cluster (${found.slice(0, 40)} instead of ${systemIdentifier})`,
            mend: (0,core_text.t) `offer a dump of this cluster`,
        },
    ];
}
/** Undefined when the manifest does not tell, null when it is none. */
function identifierIn(text) {
    try {
        const { systemIdentifier } = JSON.parse(text);
        return typeof systemIdentifier === "string" ? systemIdentifier : undefined;
    }
    catch {
        return null;
    }
}
function majorOf(text) {
    const found = /(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(text.trim());
    return found ? Number(found[1]) : null;
}

// EXTERNAL MODULE: ./.build/js/database/create.js
var create = __webpack_require__(9954);
// EXTERNAL MODULE: ./.build/js/database/objects.js
var objects = __webpack_require__(8164);
;// CONCATENATED MODULE: ./.build/js/database/restore.js







/** Reads every byte of the archive and turns it into SQL that goes nowhere. Sees damaged and missing files. */
async function readThrough(host, plan, directory) {
    return (await host.run((0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--file=/dev/null", "--", `${directory}/dump`]))).seconds;
}
/**
 * Restores the dump into a new database beside the service's. The name has to be one of golive's own
 * (`sideName`): one left by an earlier try is dropped first. What is no archive of this database is refused before that. Errors of pg_restore are failures.
 */
async function restoreBeside(host, plan, directory, name) {
    const [[systemIdentifier = ""] = []] = await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT system_identifier FROM pg_control_system()");
    const problems = await archiveProblems(host, plan, `${directory}/dump`, { database: plan.name, systemIdentifier });
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    await dropSide(host, plan, name);
    const names = { name, source: plan.name };
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", create/* createBesideSql */.bX, names));
    const asked = (0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--no-password", "--exit-on-error", `--jobs=${plan.backup.jobs}`, `--dbname=${name}`, "--", `${directory}/dump`], { timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt(asked);
    if (finished.code !== 0) {
        const failed = new errors/* CommandError */.Qd(host.name, asked, finished);
        if (/No space left on device/i.test(finished.stderr))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `there is no room left to restore the dump beside the database`,
                where: host.name,
                mend: (0,core_text.t) `make room where PostgreSQL keeps its data`,
            }, { cause: failed });
        throw failed;
    }
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", create/* copyPropertiesSql */.z, names));
}
/** What a database holds now (`logged`: without unlogged tables, which a restored server has empty), hashed with as many workers as the plan gives a dump. */
async function contentsOf(host, plan, database, { logged = false } = {}) {
    const variables = {
        jobs: String(plan.backup.jobs),
        counted: plan.backup["count-only"].join(","),
        logged: String(logged),
    };
    return (0,database_contents/* parseContents */.OJ)((await host.run((0,postgres/* psqlCommand */.K9)(plan, database, `${database_contents/* contentSettings */.z6}${database_contents/* contentsSql */.BI}`, variables, 4 * 3600))).stdout);
}
async function objectsOf(host, plan, database) {
    return (0,objects/* parseObjects */.M)((await host.run((0,postgres/* databaseCommand */.zN)(plan, "pg_dump", [
        "--no-password",
        "--schema-only",
        "--lock-wait-timeout=30s",
        `--dbname=${database}`,
    ]))).stdout);
}
/** Contents and schema of a restored database against those of the source; throws a UserError naming each that differs. */
async function requireSame(host, plan, database, source, only = {}) {
    const contents = await contentsOf(host, plan, database, only);
    requireNone([
        ...(0,database_contents/* compareContents */.Y)(source.contents, contents),
        ...(0,objects/* compareObjects */.G)(source.objects, await objectsOf(host, plan, database)),
    ], host.name);
}
/** Throws a UserError for differences between a dump and its source. */
function requireNone(differences, where) {
    if (differences.length === 0)
        return;
    throw new errors/* UserError */.yo(differences.map((what) => ({
        what: (0,core_text.t) `the dump is not the database: ${what}`,
        where,
        mend: (0,core_text.t) `this backup is worthless; find out why before anything is deployed`,
    })));
}
/** Drops a database that golive itself made for a proof or a restore; refuses any other name. */
async function dropSide(host, plan, name) {
    if (!["proof", "restored", "copy", "trial"].some((purpose) => name.startsWith(`${plan.name}_${purpose}_`)))
        throw new Error((0,core_text.t) `${name} is not golive's to drop`);
    const force = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec\n`;
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", force, { name }));
}


/***/ })

};
