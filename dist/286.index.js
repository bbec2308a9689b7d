export const id = 286;
export const ids = [286];
export const modules = {

/***/ 9954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ extensionsSql),
/* harmony export */   Ti: () => (/* binding */ scratchRecipe),
/* harmony export */   _V: () => (/* binding */ createLikeSql),
/* harmony export */   tm: () => (/* binding */ recipeSql),
/* harmony export */   z: () => (/* binding */ copyPropertiesSql)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/** SQL: what stands for the new database's name in a statement that is executed at once, and in one that is kept. */
const named = "quote_ident(:'name')";
const placeholder = `':"name"'`;
const ofSource = "d.datname = :'source'";
/**
 * A query for the statement that makes a database like `:source`: owner, encoding, locale, tablespace, limit. The
 * provider is always said, as a cluster may have another default. Columns that only some versions have are read through
 * JSON, so that one script serves all. The collation version is not said: a new database has that of the library it is
 * sorted by. Nor is the default tablespace, which takes a right of its own once it is named.
 */
const creation = (name, tablespace) => `SELECT 'CREATE DATABASE ' || ${name}
  || format(' TEMPLATE template0 OWNER %I ENCODING %L', r.rolname, pg_encoding_to_char(d.encoding))
  || CASE j.row ->> 'datlocprovider'
     WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
       || CASE WHEN j.row ->> 'daticurules' IS NULL THEN '' ELSE format(' ICU_RULES %L', j.row ->> 'daticurules') END
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale')
     WHEN 'c' THEN ' LOCALE_PROVIDER libc'
     ELSE '' END
  || format(' LC_COLLATE %L LC_CTYPE %L', d.datcollate, d.datctype)
  || ${tablespace ? "CASE s.spcname WHEN 'pg_default' THEN '' ELSE format(' TABLESPACE %I', s.spcname) END" : "''"}
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba JOIN pg_tablespace s ON s.oid = d.dattablespace,
  LATERAL (SELECT to_jsonb(d) AS row) j
WHERE ${ofSource}`;
/** Settings of a list are kept as they are written; all others are one value. */
const listSettings = "('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')";
const settings = (name, whose) => `SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${name}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${name} END,
    k.key, CASE WHEN k.key IN ${listSettings} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${ofSource}${whose}`;
const grants = (name) => [
    `SELECT 'REVOKE ALL ON DATABASE ' || ${name} || ' FROM PUBLIC' FROM pg_database d WHERE ${ofSource} AND d.datacl IS NOT NULL`,
    `SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${name} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${ofSource}`,
];
const comment = (name) => `SELECT 'COMMENT ON DATABASE ' || ${name} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${ofSource} AND c.text IS NOT NULL`;
/** Everything that belongs to a database itself and not to its contents, in the order in which it is made. */
const properties = (name) => [settings(name, ""), ...grants(name), comment(name)];
const atOnce = (queries) => queries.map((query) => `${query} \\gexec\n`).join("");
const kept = (queries) => queries.map((query) => `SELECT x.statement || ';' FROM (${query}) AS x (statement);\n`).join("");
/** psql script that gives `:name` what belongs to `:source` itself: settings, grants, comment. */
const copyPropertiesSql = atOnce(properties(named));
/** psql script that makes `:name` like `:source`, with all that belongs to it. */
const createLikeSql = atOnce([creation(named, true), ...properties(named)]);
/**
 * psql script that prints another, which makes `:"name"` like `:source` on a server that has lost it or where it has
 * changed since.
 */
const recipeSql = kept([creation(placeholder, true), ...properties(placeholder)]);
/**
 * psql script, inside a database, that prints another: its extensions at their versions, by those who own them where
 * that is possible. pg_dump leaves version and owner out.
 */
const extensionsSql = `SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;
/**
 * The script that makes a scratch database `:"name"` like the service's: as it is made itself and with its settings, as
 * values and checks may depend on them. Without its grants; on a server `elsewhere` without what that server may lack, but
 * with what single `roles` have set in it where the server has them.
 */
async function scratchRecipe(host, plan, { elsewhere = false, roles = false } = {}) {
    const ofDatabase = settings(placeholder, roles ? "" : " AND s.setrole = 0");
    const sql = kept([creation(placeholder, !elsewhere), ofDatabase]);
    return (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCommand */ .K9)(plan, "postgres", sql, { source: plan.name }, 60))).stdout;
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ compareObjects),
/* harmony export */   M: () => (/* binding */ parseObjects)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2285);



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

/***/ 1286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pM: () => (/* binding */ compareFrame),
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
// EXTERNAL MODULE: ./.build/js/database/contents.js + 1 modules
var database_contents = __webpack_require__(2285);
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
var database_create = __webpack_require__(9954);
;// CONCATENATED MODULE: ./.build/js/database/frame.js



// As it was when the dump was taken; a dump of an earlier golive has no word on it, and the database as it is now stands in.
const createScript = `[ -e "$1/database.sql" ] || { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$2" -v "source=$3" -d postgres -f -; exit; }
exec psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$2" -d postgres -f "$1/database.sql"`;
/** Shell: what the parts of a restore share. $1 is the folder of the dump, $2 the database; leaves a folder `$l`. */
const restoreTools = `umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
inParts() {
  pg_restore --list -- "$dump" > "$l/all" && sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`;
// pg_dump leaves out of which version an extension is: it is made before all that needs it, and after the schemas.
const extensionsScript = `${restoreTools}
hasExtensions || exit 0
inParts && into --use-list="$l/schemas" && psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$name" -f "$extensions" >&2`;
/** Makes a database as that of the dump was itself, with its schemas and extensions where it has any. */
async function makeFrame(host, plan, directory, name) {
    const create = (0,postgres/* databaseScript */.PK)(plan, createScript, [directory, name, plan.name], { stdin: database_create/* createLikeSql */._V });
    await host.run({ ...create, label: (0,core_text.t) `create ${name}` });
    const extend = (0,postgres/* databaseScript */.PK)(plan, extensionsScript, [directory, name]);
    await host.run({ ...extend, label: (0,core_text.t) `make the extensions of ${name}` });
}

// EXTERNAL MODULE: ./.build/js/database/objects.js
var objects = __webpack_require__(8164);
;// CONCATENATED MODULE: ./.build/js/database/restore.js







/** Reads every byte of the archive and turns it into SQL that goes nowhere. Sees damaged and missing files. */
async function readThrough(host, plan, directory) {
    return (await host.run((0,postgres/* databaseCommand */.zN)(plan, "pg_restore", ["--file=/dev/null", "--", `${directory}/dump`]))).seconds;
}
const restoreScript = `${restoreTools}
if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi`;
/**
 * Restores the dump into a new database beside the service's. The name has to be one of golive's own
 * (`sideName`): one left by an earlier try is dropped first. What is no archive of this database is refused before that.
 * All that belongs to a database itself is made before anything is restored into it, as values, order and checks may
 * depend on it. Errors of pg_restore are failures.
 */
async function restoreBeside(host, plan, directory, name) {
    const [[systemIdentifier = ""] = []] = await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT system_identifier FROM pg_control_system()");
    const problems = await archiveProblems(host, plan, `${directory}/dump`, { database: plan.name, systemIdentifier });
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    await dropSide(host, plan, name);
    await makeFrame(host, plan, directory, name);
    const restore = (0,postgres/* databaseScript */.PK)(plan, restoreScript, [directory, name, String(plan.backup.jobs)], {
        timeoutSeconds: 4 * 3600,
    });
    const asked = { ...restore, label: `pg_restore ${name}` };
    const finished = await host.attempt(asked);
    if (finished.code === 0 && !finished.timedOut)
        return;
    const failed = new errors/* CommandError */.Qd(host, asked, finished);
    if (!/No space left on device/i.test(finished.stderr))
        throw failed;
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `there is no room left to restore the dump beside the database`,
        where: host.name,
        mend: (0,core_text.t) `make room where PostgreSQL keeps its data`,
    }, { cause: failed });
}
/** What a database holds now (`logged`: without unlogged tables, which a restored server has empty), hashed with as many workers as the plan gives a dump. */
async function contentsOf(host, plan, database, { logged = false, byName = true } = {}) {
    const variables = {
        jobs: String(plan.backup.jobs),
        counted: plan.backup["count-only"].join(","),
        logged: String(logged),
        byname: String(byName),
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
    const byName = source.contents.byName ?? false;
    const contents = await contentsOf(host, plan, database, { ...only, byName });
    requireNone([
        ...(0,database_contents/* compareContents */.Y)(source.contents, contents),
        ...(0,objects/* compareObjects */.G)(source.objects, await objectsOf(host, plan, database)),
    ], host.name);
}
/**
 * What of the database itself and of its extensions would not be the same once it is made again: made beside, without
 * anything of the dump in it, for as long as the look takes.
 */
async function compareFrame(host, plan, directory, name, { contents: { members, properties } }) {
    if (members === undefined || properties === undefined)
        return [];
    await dropSide(host, plan, name);
    try {
        await makeFrame(host, plan, directory, name);
        const made = await contentsOf(host, plan, name);
        return (0,database_contents/* compareContents */.Y)({ ...made, members, properties }, made);
    }
    finally {
        await dropSide(host, plan, name);
    }
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
        throw new errors/* InternalError */.Gd((0,core_text.t) `${name} is not golive's to drop`);
    const force = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec\n`;
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", force, { name }));
}


/***/ })

};
