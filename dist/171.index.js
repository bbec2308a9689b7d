export const id = 171;
export const ids = [171];
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

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2821);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);



const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ, state: { required: true, oneOf: ["on", "off"] } },
    outputs: ["outcome"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (inputs.state === "on" ? (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .closeSite */ .Md)(launch) : (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .openSite */ .c2)(launch));
        return { outputs: { outcome: (0,_action_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(launch.state()) } };
    }),
};


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

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ deviation),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   Xm: () => (/* binding */ forecastSteps)
/* harmony export */ });

/** Of earlier launches only so many count; servers and data change. */
const remembered = 8;
/**
 * What each step is expected to take. What was measured on yesterday's data for this very release goes before what
 * earlier releases took, and both before what is usual. All in seconds.
 */
function forecastSteps(ids, known) {
    return ids.map((id) => {
        const before = known.history.get(id)?.slice(-remembered) ?? [];
        const measured = known.measured.get(id);
        if (measured !== undefined) {
            // Two looks at the same thing: the worse of them is the edge.
            const edge = Math.max(measured * 1.5, ...before);
            return { id, seconds: measured, spread: edge - measured, source: "measured" };
        }
        if (before.length > 0) {
            const middle = median(before);
            return { id, seconds: middle, spread: Math.max(Math.max(...before) - middle, middle * 0.25), source: "history" };
        }
        const usual = known.usual(id);
        return { id, seconds: usual, spread: usual, source: "usual" };
    });
}
/** The steps one after another. Their spreads are independent, so not all come at once. */
function total(steps) {
    return { seconds: sum(steps.map(({ seconds }) => seconds)), spread: Math.sqrt(sum(steps.map(({ spread }) => spread ** 2))) };
}
/** How far a forecast was off, as a share of what it was: 0.2 is a fifth. */
function deviation(forecastSeconds, actualSeconds) {
    return actualSeconds === 0 ? 0 : Math.abs(forecastSeconds - actualSeconds) / actualSeconds;
}
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
function sum(values) {
    return values.reduce((a, b) => a + b, 0);
}


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ gateAt),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   sr: () => (/* binding */ lastSafeMoment)
/* harmony export */ });
/** Whether a launch may begin at `now`: inside its window, with room for itself and for the way back. */
function gateAt(window, now, { tolerance, waitAtMost }, forecast) {
    const opens = window.start.minus({ seconds: tolerance });
    if (now >= window.end)
        return { kind: "over", ended: window.end };
    const needed = forecast === null ? 0 : atMost(forecast.launch) + atMost(forecast.rollback);
    const from = now < opens ? opens : now;
    const left = window.end.diff(from).as("seconds");
    if (needed > left)
        return { kind: "short", left, needed };
    if (now >= opens)
        return { kind: "open" };
    return opens.diff(now).as("seconds") <= waitAtMost ? { kind: "wait", until: opens } : { kind: "early", approveFrom: opens.minus({ seconds: waitAtMost }) };
}
/** The last moment at which a rollback that begins still ends inside the window. */
function lastSafeMoment(window, rollback) {
    return window.end.minus({ seconds: atMost(rollback) });
}
function atMost({ seconds, spread }) {
    return seconds + spread;
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

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ forecastOf),
/* harmony export */   Qu: () => (/* binding */ usualSeconds),
/* harmony export */   eK: () => (/* binding */ actualSeconds),
/* harmony export */   om: () => (/* binding */ historyOf),
/* harmony export */   uD: () => (/* binding */ makeForecast)
/* harmony export */ });
/* harmony import */ var _core_forecast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6241);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);


const windowPhases = ["isolate", "backup", "deploy", "verify", "open"];
/** What goes by between the steps: starting the actions, reading the journal. A line of its own in the forecast. */
const between = "between";
/** The forecast on record, if the day before was rehearsed. */
function forecastOf(state) {
    const step = state.steps.get("day-before.forecast");
    return step?.status === "done" ? (step.facts.forecast ?? null) : null;
}
/** `measured`: seconds by step; `usual`: what nothing is known of. */
function makeForecast(phases, known) {
    const idsOf = (phase) => phases.find(({ id }) => id === phase)?.lines.map(({ id }) => id) ?? [];
    const byPhase = windowPhases.map((id) => ({ id, steps: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(idsOf(id), known) }));
    // Checks run at the same time: the slowest of them is what it takes.
    const counted = byPhase.map(({ id, steps }) => ({ id, steps: id === "verify" ? slowest(steps) : steps }));
    const gaps = (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)([between], known);
    const back = phases.find(({ id }) => id === "rollback")?.lines.filter(({ optional }) => !optional).map(({ id }) => id) ?? [];
    return {
        launch: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)([...counted.flatMap(({ steps }) => steps), ...gaps]),
        rollback: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)((0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(back, known)),
        steps: [...byPhase.flatMap(({ steps }) => steps), ...gaps],
        phases: counted.map(({ id, steps }) => ({ id, seconds: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(steps).seconds })),
    };
}
function slowest(steps) {
    return steps.toSorted((a, b) => b.seconds - a.seconds).slice(0, 1);
}
/** From the first step of the window to the last; seconds, or null when it did not get that far. */
function actualSeconds(state) {
    const from = state.steps.get("isolate.on")?.startedAt;
    const to = state.steps.get("open.proof");
    if (from === undefined || to?.status !== "done" || to.endedAt === undefined)
        return null;
    return (Date.parse(to.endedAt) - Date.parse(from)) / 1000;
}
/** What each step took in launches that went live without being interrupted, and in rollbacks. */
function historyOf(entries, except) {
    const releases = [...new Set(entries.map(({ release }) => release))].filter((release) => release !== except);
    const history = new Map();
    const add = (id, seconds) => history.set(id, [...(history.get(id) ?? []), seconds]);
    for (const release of releases) {
        const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(entries, release);
        if (state.ended?.outcome !== "live" && state.ended?.outcome !== "rolled-back")
            continue;
        for (const [id, step] of state.steps)
            if (step.status === "done" && step.seconds !== undefined && !id.startsWith("prepare.") && !id.startsWith("day-before."))
                add(id, step.seconds);
        const total = actualSeconds(state);
        // Somebody who slept between two tries is no measure.
        const runs = new Set(entries.filter((entry) => entry.release === release).map(({ run }) => `${run.id}-${run.attempt}`));
        if (total === null || runs.size > 1)
            continue;
        const inSteps = windowPhases.map((phase) => {
            const seconds = [...state.steps].filter(([id]) => id.startsWith(`${phase}.`)).map(([, step]) => step.seconds ?? 0);
            return phase === "verify" ? Math.max(0, ...seconds) : seconds.reduce((a, b) => a + b, 0);
        });
        add(between, Math.max(0, total - inSteps.reduce((a, b) => a + b, 0)));
    }
    return history;
}
/** What is usual for a step of which nothing is known; seconds. `bytes`: of the database. */
function usualSeconds(plan, bytes) {
    const perByte = (megabytesPerSecond) => bytes / 1e6 / megabytesPerSecond;
    const usual = [
        ["isolate.on", 0.1],
        ["isolate.proof", 0.3],
        ["isolate.stop", 1.2],
        ["backup.copy", 0.4 + perByte(200)],
        ["backup.cluster", 5 + perByte(60)],
        ["backup.verify", 2 + perByte(200)],
        ["backup.dump", 0.6 + perByte(60)],
        ["backup.manifest", 0.1 + perByte(1000)],
        ["backup.read", 0.1 + perByte(300)],
        ["backup.proof", 0.6 + perByte(60)],
        ["deploy.environment", 20],
        ["deploy.build", 20],
        ["deploy.switch", 0.3],
        ["deploy.migrate", 5],
        ["deploy.fetch", 2],
        ["deploy.static", 3],
        ["deploy.start", 1.7],
        ["deploy.health", 2],
        ["deploy.step-", 1],
        ["open.off", 0.1],
        ["rollback.stop", 1.2],
        ["rollback.start", 1.7],
        ["rollback.health", 2],
        ["rollback.code", 2],
        ["rollback.verify", 2],
        ["rollback.database", plan.database.backup.copy ? 1 : 2 + perByte(40)],
        [between, 2],
    ];
    return (id) => usual.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 0.5;
}


/***/ })

};
