export const id = 974;
export const ids = [974];
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

/***/ 5974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ checklist_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js
var restore = __webpack_require__(6494);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/afterwards.js







/**
 * What need not be done in the window: the encrypted copy of the backup elsewhere, and what earlier launches left. Each
 * is tried; what fails is on the checklist, and changes nothing about the launch. Returns the failures.
 */
async function afterwards(launch) {
    const { offsite } = launch.plan.database.backup;
    const failed = [];
    for (const step of [...(offsite && (0,backup_record/* dumpProved */.DL)(launch) ? [sendOffsite] : []), tidy]) {
        await (0,run_steps/* runStep */.eg)(launch, step).catch((error) => {
            if (!(error instanceof errors/* StepError */.zg))
                throw error;
            failed.push(error);
        });
    }
    return failed;
}
// Packed and encrypted in one go: nothing readable is written beside the dump. The name carries the release.
const packScript = `umask 077
if [ ! -e "$1.tar.age" ]; then
  { tar -C "$(dirname -- "$1")" -cf - -- "$(basename -- "$1")"; echo "$?" > "$1.tar.status"; } | age --encrypt --recipient "$2" --output "$1.tar.age.part" || exit 1
  [ "$(cat -- "$1.tar.status")" = 0 ] && mv -f -- "$1.tar.age.part" "$1.tar.age" && rm -f -- "$1.tar.status" || exit 1
fi
du -b -- "$1.tar.age" | cut -f1`;
const sendOffsite = {
    id: "after.offsite",
    async run(launch) {
        const { database } = launch.plan;
        const { offsite, recipient = "" } = database.backup;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const directory = (0,backup_record/* backupDirectory */.iV)(launch);
        const file = `${directory}.tar.age`;
        const started = external_node_perf_hooks_.performance.now();
        const { stdout } = await host.run({ ...(0,postgres/* databaseScript */.PK)(database, packScript, [directory, recipient], { timeoutSeconds: 4 * 3600 }), label: `tar and age of ${directory}` });
        const [program = "", ...words] = offsite?.run ?? [];
        await host.run((0,command/* command */.G5)(program, words.map((word) => word.replaceAll("{file}", file)), { timeoutSeconds: offsite?.timeout ?? 3600, ...(database["run-as"] === undefined ? {} : { user: database["run-as"] }) }));
        await host.run((0,postgres/* databaseScript */.PK)(database, 'rm -f -- "$1"', [file]));
        return { note: `${Math.round(Number(stdout.trim()) / 1024)} KiB, encrypted, sent in ${Math.round(external_node_perf_hooks_.performance.now() - started) / 1000} s` };
    },
};
const tidy = {
    id: "after.tidy",
    async run(launch) {
        const { database } = launch.plan;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const entries = await launch.journal.read();
        const old = outdated(backupsOf(entries), launch.release.id, database.backup.keep, Date.now());
        const removed = [];
        for (const { release } of old) {
            // Folders of releases on record, nothing found by a pattern.
            const { stdout } = await host.run({ ...(0,command/* script */.K$)('for d in "$1" "$1"-[0-9]; do if [ -f "$d/manifest.json" ]; then rm -rf -- "$d" "$d.tar.age" "$d.tar.age.part" "$d.tar.status" && echo "$d"; fi; done', [`${database.backup.directory}/${release}`]), ...(database["run-as"] === undefined ? {} : { user: database["run-as"] }) });
            removed.push(...stdout.split("\n").filter((line) => line !== ""));
        }
        const copies = await earlierCopies(launch, entries);
        for (const copy of copies)
            await (0,restore/* dropSide */.f4)(host, database, copy);
        const said = [removed.length > 0 ? `${removed.length} backups beyond the plan's keep were removed` : "", copies.length > 0 ? `rollback copies of earlier launches dropped: ${copies.join(", ")}` : ""].filter((text) => text !== "");
        return said.length === 0 ? { skipped: true, note: "nothing of earlier launches is in the way" } : { note: said.join("; "), facts: { removed, copies } };
    },
};
/** The backups on record, the newest first. */
function backupsOf(entries) {
    const made = entries.filter((entry) => entry.kind === "step" && entry.step === "backup.manifest" && entry.status === "done");
    const proved = new Set(entries.filter((entry) => entry.kind === "step" && entry.step === "backup.proof" && entry.facts?.proved !== undefined).map(({ release }) => release));
    return [...new Map(made.map((entry) => [entry.release, { release: entry.release, proved: proved.has(entry.release), at: Date.parse(entry.at) }])).values()].toSorted((a, b) => b.at - a.at);
}
/** Backups beyond both the plan's count and its days; never this launch's, and never the newest proved one. */
function outdated(backups, current, keep, now) {
    const newestProved = backups.find(({ proved }) => proved)?.release;
    return backups.filter(({ release, at }, index) => index >= keep.count && now - at > keep.days * 86_400_000 && release !== current && release !== newestProved);
}
/** Copies that the journal says launches before this one made; their time has passed once another launch is over. */
async function earlierCopies({ plan, hosts, release }, entries) {
    const made = entries.flatMap((entry) => (entry.kind === "step" && entry.step === "backup.copy" && entry.status === "done" && entry.release !== release.id ? [entry.facts?.copy] : []));
    const there = await (0,postgres/* query */.P)(hosts.get(plan.database.host), plan.database, "postgres", "SELECT datname, oid FROM pg_database");
    return made.filter(({ name, oid }) => there.some(([one, id]) => one === name && id === oid)).map(({ name }) => name);
}

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(8225);
;// CONCATENATED MODULE: ./.build/js/stages/settle.js





/**
 * The last word of a run, after all its jobs, however they ended. A launch that changed nothing is ended and gives the
 * lock back; one that stopped half-way keeps it, and the page says what state the site is in and what to press.
 */
async function settle(launch, results) {
    const state = launch.state();
    const owner = await launch.lock.owner();
    // Another run goes on with this launch: the last word is its.
    if (state.ended === null && owner && owner.runId !== launch.run.id)
        return null;
    if (state.ended === null && !(0,journal_state/* touched */.FI)(state))
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", whyNothing(results));
    else if (state.ended === null)
        await launch.record({ kind: "note", text: halfWay(launch) });
    const { ended } = launch.state();
    // Whatever an earlier stage could not write for GitHub's sake is written now.
    launch.view.changed();
    await launch.view.flush();
    if (ended && (ended.outcome === "live" || ended.outcome === "rolled-back")) {
        const failed = await afterwards(launch);
        for (const error of failed)
            launch.log.warn(error.message);
        await launch.view.flush();
    }
    if (ended)
        await (0,issue/* updateIssue */.tt)(launch.github, launch.release.issue, { state: "closed", state_reason: ended.outcome === "live" ? "completed" : "not_planned" });
    return ended;
}
function whyNothing(results) {
    const states = Object.values(results);
    if (states.includes("cancelled"))
        return "cancelled before anything was touched";
    if (states.includes("failure"))
        return "rejected, or failed before anything was touched";
    return "nothing was done";
}
function halfWay(launch) {
    const { status, id } = lastStep(launch.state());
    return `The run stopped at ${id} (${status}). ${(0,render/* stateLine */.qo)(launch.state(), launch.messages)}. Press “Re-run failed jobs” on the run: it goes on from here${(0,journal_state/* begun */.q1)(launch.state(), "open.off") ? "; it no longer rolls back by itself, since people may have written" : ", and rolls back by itself if a step fails"}.`;
}
function lastStep(state) {
    const [id, step] = [...state.steps].filter(([, one]) => one.status !== "skipped").at(-1) ?? ["", undefined];
    const unfinished = [...state.steps].findLast(([, one]) => one.status === "started" || one.status === "failed");
    return unfinished ? { id: unfinished[0], status: unfinished[1].status } : { id, status: step?.status ?? "" };
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/checklist.js




const checklist_action = {
    inputs: { ...action/* approved */.CJ, results: { required: true } },
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        await settle(launch, resultsOf(inputs.results ?? ""));
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    }),
};
/** `toJSON(needs)`: each job with its result. */
function resultsOf(json) {
    try {
        const needs = JSON.parse(json);
        return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
    }
    catch (cause) {
        throw new errors/* UserError */.yo({ what: "is not JSON", where: "input results", mend: "pass ${{ toJSON(needs) }}" }, { cause });
    }
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

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ requireNone),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   d$: () => (/* binding */ restoreBeside),
/* harmony export */   f4: () => (/* binding */ dropSide),
/* harmony export */   iZ: () => (/* binding */ objectsOf),
/* harmony export */   ir: () => (/* binding */ readThrough),
/* harmony export */   qb: () => (/* binding */ requireSame)
/* harmony export */ });
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
/** What a database holds now (`logged`: without unlogged tables, which a restored server has empty), hashed with as many workers as the plan gives a dump. */
async function contentsOf(host, plan, database, { logged = false } = {}) {
    const variables = { jobs: String(plan.backup.jobs), counted: plan.backup["count-only"].join(","), logged: String(logged) };
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContents */ .OJ)((await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, database, `${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSettings */ .z6}${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentsSql */ .BI}`, variables, 4 * 3600))).stdout);
}
async function objectsOf(host, plan, database) {
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObjects */ .M)((await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseCommand */ .zN)(plan, "pg_dump", ["--no-password", "--schema-only", "--lock-wait-timeout=30s", `--dbname=${database}`]))).stdout);
}
/** Contents and schema of a restored database against those of the source; throws a UserError naming each that differs. */
async function requireSame(host, plan, database, source, only = {}) {
    const contents = await contentsOf(host, plan, database, only);
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

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory({ plan, release, state }) {
    const { reopened } = state();
    // A backup is never overwritten: one made anew has a folder of its own.
    return `${plan.database.backup.directory}/${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}
function manifestHash(launch) {
    const { steps } = launch.state();
    return String((steps.get("backup.manifest") ?? steps.get("backup.cluster"))?.facts.sha256);
}
/** The rollback copy of this launch, or null when none was finished. */
function copyOf(launch) {
    const step = launch.state().steps.get("backup.copy");
    return step?.status === "done" ? step.facts.copy : null;
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
