export const id = 690;
export const ids = [690];
export const modules = {

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  maintenanceOff: () => (/* binding */ maintenanceOff),
  recover: () => (/* binding */ recover),
  status: () => (/* binding */ by_hand_status),
  unlock: () => (/* binding */ unlock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/locale/en.js
var en = __webpack_require__(564);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 8 modules
var load = __webpack_require__(7605);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(4910);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/stages/baseline.js
var baseline = __webpack_require__(1987);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 11 modules
var launch = __webpack_require__(8778);
// EXTERNAL MODULE: ./.build/js/stages/scheduled.js
var scheduled = __webpack_require__(7805);
;// CONCATENATED MODULE: ./.build/js/stages/end-by-hand.js











/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
async function statusOf(plan, reached) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const held = await reached.lock.held();
    return {
        release,
        state: release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release),
        page: await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).status(),
        owner: held ? `${holder(held.owner)}; ${(0,claim/* signOfLife */.bs)(held)}` : null,
    };
}
function holder({ runId, runUrl, actor, tag, since }) {
    return runId === 0 ? `${actor}, by hand, since ${since}` : `run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
}
/** The lock becomes this person's, and whatever a run still does is ended. A host that does not answer is told, and does not stop a person. */
async function takeByHand(plan, reached, who, release, log) {
    const mine = { release, tag: "", commit: "", digest: "", runId: 0, runUrl: "", actor: who, since: new Date().toISOString() };
    const taken = await reached.lock.take(mine);
    const token = taken.taken ? taken.token : await reached.lock.takeOver(taken.owner, mine);
    if (token === null)
        throw new errors/* UserError */.yo({ what: "the lock changed hands at this moment", where: plan.control.host, mend: "look at `golive status`, then try again" });
    await (0,launch/* shutOut */.rt)(plan, reached, token, log).catch((error) => {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        log.warn((0,errors/* errorText */.kc)(error));
    });
    return mine;
}
/**
 * A named person breaks the lock of a run that does nothing any more: its commands are refused from here on. A launch
 * that changed nothing ends with it; one that is half done stays so, for the next launch of the same tag. Throws a
 * UserError when there is no lock, or its run gave a sign of life.
 */
async function breakLock(plan, reached, who, because, log) {
    const held = await reached.lock.held();
    if (held === null)
        throw new errors/* UserError */.yo({ what: "nobody holds the launch lock", where: plan.control.host, mend: "nothing has to be broken; `golive status` says how the site stands" });
    const { owner, silentSeconds } = held;
    if (silentSeconds !== null && silentSeconds < claim/* silentEnoughSeconds */.zP) {
        throw new errors/* UserError */.yo({ what: `${holder(owner)} holds the lock, and ${(0,claim/* signOfLife */.bs)(held)}`, where: plan.control.host, mend: `cancel that run first; its lock can be broken ${(0,duration/* showDuration */.k)(claim/* silentEnoughSeconds */.zP)} after its last sign of life` });
    }
    const mine = await takeByHand(plan, reached, who, owner.release, log);
    const state = (0,journal_state/* stateOf */.L4)(await reached.journal.read(), owner.release);
    const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
    const text = `${who} broke the lock of run ${owner.runId}: ${because}`;
    const halfDone = state.release !== null && state.ended === null && (0,journal_state/* touched */.FI)(state);
    await reached.journal.append([{ ...stamp, kind: "note", text }, ...(state.release !== null && state.ended === null && !halfDone ? [{ ...stamp, kind: "ended", outcome: "failed", because: text }] : [])]);
    await reached.lock.release(mine);
    return halfDone ? `The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.` : "The lock is free. That launch had changed nothing.";
}
/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
async function openByHand(plan, reached, who, because, log) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const state = release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release);
    const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
    const under = state !== null && state.ended === null && (0,journal_state/* touched */.FI)(state);
    const added = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
    if (under)
        added.push({ ...stamp, kind: "ended", outcome: "failed", because: `opened by hand by ${who}: ${because}` });
    const mine = await takeByHand(plan, reached, who, release ?? "none", log);
    await (0,doors/* openDoors */.Em)(reached.hosts.get(plan.database.host), plan.database);
    await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).off();
    await reached.journal.append(added);
    if (under)
        await (0,scheduled/* resumeAll */.tW)(plan, reached, state);
    const seen = await (0,proof/* prove */.zn)(plan, "open");
    await reached.lock.release(mine);
    return seen;
}
/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
async function recoverRows(plan, { journal, hosts }) {
    const entries = await journal.read();
    const rolledBack = entries.findLast((entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done");
    const state = rolledBack ? (0,journal_state/* stateOf */.L4)(entries, rolledBack.release) : null;
    const kept = state?.steps.get("rollback.database")?.facts.kept;
    if (!state?.release || typeof kept !== "string")
        throw new errors/* UserError */.yo({ what: "no rollback kept a database", where: `${plan.control.host}:${plan.control.directory}`, mend: "a rollback without a migration leaves the database as it is: then nothing was set aside" });
    const recorded = { plan, release: state.release, hosts, state: () => state };
    const { written, file } = await (0,baseline/* setAside */.F)(recorded, kept);
    return { kept, written, file: `${(0,backup_record/* databaseHost */.iz)(recorded).name}:${file}` };
}

;// CONCATENATED MODULE: ./.build/js/cli/by-hand.js









const options = { plan: { type: "string", default: ".github/golive.yml" }, "ssh-key-file": { type: "string" }, because: { type: "string" }, by: { type: "string" } };
/** `golive status`: what state the launch and the site are in. */
async function by_hand_status(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        const { release, state, page, owner } = await statusOf(plan, reached);
        const stopped = [...(state?.steps ?? [])].filter(([, step]) => step.status === "failed" || step.status === "started");
        out([
            `launch            ${release ?? "none yet"}${state ? `: ${(0,render/* stateLine */.qo)(state, en.en)}${state.ended ? ` (${state.ended.because})` : ""}` : ""}`,
            `maintenance page  ${page === "mixed" ? "up on some balancers, down on others" : page === "on" ? "up" : "down"}`,
            `lock              ${owner ?? "free"}`,
            ...stopped.map(([id, step]) => `${step.status.padEnd(17)} ${id}${step.note ? `: ${step.note}` : ""}`),
            "",
        ].join("\n"));
    });
}
/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
async function maintenanceOff(args, out) {
    await withPlan(args, async ({ plan, reached, because, by }) => {
        if (because.trim() === "")
            throw new errors/* UserError */.yo({ what: "there is no reason", where: "--because", mend: 'say why, for the record: golive maintenance off --because "…"' });
        out(`The site is open: ${await openByHand(plan, reached, by === "" ? (0,external_node_os_.userInfo)().username : by, because, toPerson(out))}\n`);
    });
}
/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
async function unlock(args, out) {
    await withPlan(args, async ({ plan, reached, because, by }) => {
        const missing = [...(by === "" ? [{ what: "nobody is named", where: "--by", mend: "a lock is broken by a person who answers for it; give your name" }] : []), ...(because.trim() === "" ? [{ what: "there is no reason", where: "--because", mend: "say why, for the record" }] : [])];
        if (missing.length > 0)
            throw new errors/* UserError */.yo(missing);
        out(`${await breakLock(plan, reached, by, because, toPerson(out))}\n`);
    });
}
function toPerson(out) {
    return { info: (text) => out(`${text}\n`), warn: (text) => out(`Warning: ${text}\n`) };
}
/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
async function recover(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        const { kept, written, file } = await recoverRows(plan, reached);
        const rows = written.map(({ table, inserted, changed, deleted, byPeople }) => `  ${table.padEnd(40)} ${String(inserted).padStart(9)} ${String(changed).padStart(9)} ${String(deleted).padStart(9)} ${String(byPeople).padStart(9)}\n`);
        out(`${kept} holds what the rollback set aside.\n`);
        out(rows.length === 0 ? "Nothing was written between the backup and the rollback.\n" : `\n  ${"table".padEnd(40)} ${"inserted".padStart(9)} ${"changed".padStart(9)} ${"deleted".padStart(9)} ${"by people".padStart(9)}\n${rows.join("")}\nThe rows are in ${file}, one JSON object a line: table, change, key, row.\n`);
    });
}
async function withPlan(args, work) {
    const { values } = (0,external_node_util_.parseArgs)({ args: [...args], options });
    const text = await (0,promises_.readFile)(values.plan, "utf8").catch(() => {
        throw new errors/* UserError */.yo({ what: "there is no such file", where: values.plan, mend: "name the plan with --plan FILE" });
    });
    const plan = (0,load/* loadPlan */.Y)(text, values.plan);
    const file = values["ssh-key-file"];
    const sshKey = file === undefined ? "" : await (0,promises_.readFile)(file, "utf8");
    const reached = await (0,launch/* reach */.gl)(plan, { sshKey, signal: new AbortController().signal, run: { id: 0, attempt: process.pid, actor: (0,external_node_os_.userInfo)().username } });
    try {
        await work({ plan, reached, because: values.because ?? "", by: (values.by ?? "").trim() });
    }
    finally {
        await reached.close();
    }
}


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
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend' \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend');
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




const hashScript = 'cd -- "$1" && find dump globals.sql schema.sql source.txt -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum -b --';
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

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ transactionId),
/* harmony export */   v4: () => (/* binding */ writtenText),
/* harmony export */   wu: () => (/* binding */ writtenSince)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);


const tablesSql = `SELECT json_build_object('name', n.nspname || '.' || c.relname, 'sql', format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((SELECT json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod), 'exact', y.typname = ANY ('{${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .exactTypes */ .fJ.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace, 'text', a.attcollation <> 0) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'),
  'key', coalesce((SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1::text
`;
/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by primary key (or, without one, by all they hold) and compared in the columns that both have. The release's
 * own record of migrations is left out. Reads both; keeps nothing but `out`.
 */
async function writtenSince(host, plan, compared) {
    const [now, then] = await Promise.all([tablesOf(host, plan, compared.now), tablesOf(host, plan, compared.then)]);
    const pairs = now.flatMap((table) => (table.name.endsWith(".django_migrations") ? [] : [{ table, columns: common(table, then.find(({ name }) => name === table.name)), before: then.some(({ name }) => name === table.name) }]));
    const differ = await differingTables(host, plan, compared, pairs.filter(({ before }) => before));
    const found = [];
    if (compared.out !== null)
        await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, 'umask 077; : > "$1"', [compared.out]));
    for (const pair of pairs) {
        if (pair.before && !differ.has(pair.table.name))
            continue;
        const written = await writtenTo(host, plan, compared, pair);
        if (written.inserted + written.changed + written.deleted > 0)
            found.push(written);
    }
    return found.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
async function tablesOf(host, plan, database) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, database, tablesSql, {}, 300));
    return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}
function common(table, other) {
    return table.columns.filter((column) => !other || other.columns.some(({ name, type }) => name === column.name && type === column.type));
}
const rowHash = (columns) => `hashtextextended(hash_record_extended(ROW(${columns.map(({ name, exact, text }) => `t.${name}${exact ? (text ? ' COLLATE "C"' : "") : '::text COLLATE "C"'}`).join(", ") || "NULL::text"}), 0)::text, 0)`;
/** A cheap look first: most tables are as they were. */
async function differingTables(host, plan, { now, then }, pairs) {
    const sql = pairs.map(({ table, columns }) => `SELECT count(*) || ' ' || coalesce(sum(${rowHash(columns)}), 0) FROM ONLY ${table.sql} AS t;`).join("\n");
    const sums = async (database) => (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, database, `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}${sql}\n`, { jobs: String(plan.backup.jobs) }, 4 * 3600))).stdout.split("\n");
    const [before, after] = [await sums(then), await sums(now)];
    return new Set(pairs.filter((_, index) => before[index] !== after[index]).map(({ table }) => table.name));
}
// psql reads the rows of the other database in the middle of its script; both sides of the pipe have to end well.
const compareScript = `umask 077; t=$(mktemp -- "$7/.then.XXXXXX") || exit 1
trap 'rm -f -- "$t"' EXIT
printf '%s\\n' "$3" | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$2" -f - > "$t" || exit 1
{ printf '%s\\n' "$4"; cat -- "$t"; printf '%s\\n' '\\.' "$5"; } | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$1" -f -`;
async function writtenTo(host, plan, { now, then, openedAt, out }, { table, columns, before }) {
    // Without a key, equal rows are numbered, so that each has its counterpart.
    const keyed = table.key.length > 0 && table.key.every((name) => columns.some((column) => column.name === name));
    const rows = `SELECT ${keyed ? `ROW(${table.key.map((name) => `t.${name}`).join(", ")})::text` : `${rowHash(columns)}::text || '#' || row_number() OVER (PARTITION BY ${rowHash(columns)})`} AS k, ${rowHash(columns)} AS h`;
    const baseline = before ? `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}COPY (${rows} FROM ONLY ${table.sql} AS t) TO STDOUT;` : "";
    const since = openedAt === null ? "true" : `age(t.xmin) <= age('${(BigInt(openedAt) % 4294967296n).toString()}'::xid)`;
    const first = `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}CREATE TEMP TABLE golive_then (k text, h bigint);\nCOPY golive_then FROM STDIN;`;
    const second = `CREATE TEMP TABLE golive_written AS SELECT coalesce(n.k, b.k) AS k, CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change, coalesce(n.since, false) AS since, n.id
FROM (${rows}, ${since} AS since, t.ctid AS id FROM ONLY ${table.sql} AS t) n FULL JOIN golive_then b USING (k) WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h;
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'), count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since) FROM golive_written;
${out === null ? "" : `SELECT json_build_object('table', '${table.name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', to_json(t)) FROM golive_written w LEFT JOIN ONLY ${table.sql} t ON t.ctid = w.id WHERE w.since OR w.change = 'deleted' \\g |cat >> "$GOLIVE_OUT"\n`}`;
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, compareScript, [now, then, baseline, first, second, String(plan.backup.jobs), plan.backup.directory], { env: { GOLIVE_OUT: out ?? "" }, timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: `compare ${table.name} of ${now} and ${then}` });
    const [, inserted = 0, changed = 0, deleted = 0, byPeople = 0] = (/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout) ?? []).map(Number);
    return { table: table.name, inserted, changed, deleted, byPeople };
}
/** The id of a new transaction (xid8): what is written later has a higher one. */
async function transactionId(host, plan) {
    return (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, plan.name, "SELECT pg_current_xact_id()", {}, 60))).stdout.trim();
}
/** One line for people: `bookings +12 ~3 -1`. */
function writtenText(written) {
    if (written.length === 0)
        return "nothing was written";
    return written.map(({ table, inserted, changed, deleted }) => `${table}${inserted > 0 ? ` +${inserted}` : ""}${changed > 0 ? ` ~${changed}` : ""}${deleted > 0 ? ` -${deleted}` : ""}`).join(", ");
}


/***/ }),

/***/ 4910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/load-balancer/command.js


/** Any other balancer, by the team's own three commands. */
function commandBalancer(plan, host) {
    const words = ([file = "", ...args]) => (0,command/* command */.G5)(file, args, { timeoutSeconds: 300 });
    return {
        on: async () => void (await host.run(words(plan.on))),
        off: async () => void (await host.run(words(plan.off))),
        async status() {
            const asked = words(plan.status);
            const finished = await host.attempt(asked);
            if (finished.code === 0)
                return "on";
            if (finished.code === 3)
                return "off";
            throw new errors/* CommandError */.Qd(host.name, asked, finished);
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/load-balancer/haproxy.js


// The file is what a reload reads, the runtime map is what counts now; both are written, the file first. What else is
// in the map stays. $1 file, $2 key, $3 value, $4 socket.
const setScript = `say() { printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"; }
t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
{ [ ! -f "$1" ] || awk -v k="$2" '$1 != k' "$1" || exit 1; printf '%s %s\\n' "$2" "$3"; } > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
if say "show map $1" "$4" | awk -v k="$2" '$2 == k { f = 1 } END { exit !f }'; then say "set map $1 $2 $3" "$4"; else say "add map $1 $2 $3" "$4"; fi`;
// Two words: the file's and the runtime map's. A map that HAProxy does not know is an error of its own.
const statusScript = `m=$(printf 'show map %s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$3") || exit 1
case "$m" in *Unknown*|*"ermission"*|*"nvalid"*) printf '%s\\n' "$m" >&2; exit 3 ;; esac
f=$(awk -v k="$2" '$1 == k { v = $2 } END { print (v == "on" ? "on" : "off") }' "$1" 2>/dev/null || echo off)
printf '%s\\n' "$m" | awk -v k="$2" -v f="\${f:-off}" '$2 == k { v = $3 } END { print f, (v == "on" ? "on" : "off") }'`;
/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
function haproxyBalancer(plan, hosts) {
    const asUser = plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
    const asked = (text, values, label) => (0,command/* script */.K$)(text, [plan.map, plan.key, ...values], { timeoutSeconds: 30, label, ...asUser });
    const statusOf = async (host) => {
        const command = asked(statusScript, [plan.socket], `show map ${plan.map}`);
        const finished = await host.attempt(command);
        if (finished.code === 3)
            throw new errors/* UserError */.yo({ what: `HAProxy has no map ${plan.map}`, where: host.name, mend: "is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md" });
        if (finished.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, command, finished);
        return finished.stdout.trim().split(/\s+/);
    };
    const set = async (host, value) => {
        await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
        const found = await statusOf(host);
        if (found.some((word) => word !== value))
            throw new errors/* UserError */.yo({ what: `after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`, where: host.name, mend: "is the socket of level admin, and the map's name the one in haproxy.cfg?" });
    };
    return {
        on: async () => void (await Promise.all(hosts.map((host) => set(host, "on")))),
        off: async () => void (await Promise.all(hosts.map((host) => set(host, "off")))),
        async status() {
            const words = (await Promise.all(hosts.map(statusOf))).flat();
            return words.every((word) => word === "on") ? "on" : words.every((word) => word === "off") ? "off" : "mixed";
        },
    };
}

// EXTERNAL MODULE: ./.build/js/hosts/host.js
var hosts_host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/load-balancer/nginx.js


/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
function nginxBalancer(plan, hosts) {
    const options = { timeoutSeconds: 30 };
    return {
        async on(reason) {
            // nginx's workers only look whether the file is there; people may read why.
            await Promise.all(hosts.map((host) => host.run((0,hosts_host/* writeFileCommand */.$)(plan.flag, `${reason}\n`, "644"))));
        },
        async off() {
            await Promise.all(hosts.map((host) => host.run((0,command/* script */.K$)('rm -f -- "$1"', [plan.flag], options))));
        },
        async status() {
            const found = await Promise.all(hosts.map(async (host) => (await host.run((0,command/* script */.K$)('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim()));
            return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/load-balancer/balancer.js



function openBalancer(plan, hosts) {
    switch (plan.kind) {
        case "nginx":
            return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "haproxy":
            return haproxyBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "command":
            return commandBalancer(plan, hosts.get(plan.host));
    }
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9295);



/** What visitors see at each balancer address: the maintenance page is a 503 with golive's own header, or the plan's text. */
async function look(plan) {
    const { addresses, header, "page-text": text } = plan["load-balancer"];
    const all = addresses.length > 0 ? addresses : [undefined];
    return Promise.all(all.map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)(plan.site.url, { address });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: answer.status === 503 && (text === undefined ? answer.headers[header.toLowerCase()] !== undefined : answer.body.includes(text)) };
    }));
}
/** In a row, at every address; one that is not resets the count. */
const inARow = { closed: 3, open: 5 };
/**
 * Proof from outside. `closed`: three looks in a row show the maintenance page everywhere. `open`: five show an
 * answer below 500 that is not the page. Throws a UserError naming the address that did not, after `seconds`.
 */
async function prove(plan, wanted, seconds = 30) {
    const until = Date.now() + seconds * 1000;
    let row = 0;
    for (;;) {
        const sights = await look(plan);
        const wrong = sights.filter((sight) => (wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500));
        row = wrong.length === 0 ? row + 1 : 0;
        if (row === inARow[wanted])
            return `${row} looks in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
        if (wrong.length > 0 && Date.now() > until)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wrong.map((sight) => ({ what: sawInstead(sight, wanted), where: sight.address, mend: mendFor(sight, wanted, plan) })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wrong.length === 0 ? 100 : 500);
    }
}
function sawInstead({ answer, closed }, wanted) {
    const saw = answer.status === 0 ? `no answer (${answer.error})` : closed ? "the maintenance page" : `status ${answer.status}${answer.status === 503 ? " that is not the page's" : ""}`;
    return `visitors get ${saw}, not ${wanted === "closed" ? "the maintenance page" : "the site"}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header, "page-text": text } = plan["load-balancer"];
    if (answer.status === 0)
        return "can the runner reach this address? See load-balancer.addresses and site.url in the plan";
    if (wanted === "closed")
        return `does the balancer show the page with status 503 and ${text === undefined ? `the header ${header}` : "the plan's page-text"}? See docs/maintenance.md`;
    return "look at the balancer's error log and at the service behind it";
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ setAside),
/* harmony export */   U: () => (/* binding */ writtenSinceBackup)
/* harmony export */ });
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4077);
/* harmony import */ var _database_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2351);
/* harmony import */ var _database_postgres_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4109);
/* harmony import */ var _database_restore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5703);
/* harmony import */ var _database_written_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4275);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1723);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1986);







/**
 * What was written to a database since the site closed for this launch, against the rollback copy or, when that is
 * gone or serves already, the proved dump restored beside for as long as it takes.
 */
async function writtenSinceBackup(launch, now, out) {
    const { database } = launch.plan;
    const host = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .databaseHost */ .iz)(launch);
    const openedAt = launch.state().steps.get("open.off")?.facts.openedAt;
    const compare = (then) => (0,_database_written_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenSince */ .wu)(host, database, { now, then, openedAt: typeof openedAt === "string" ? openedAt : null, out });
    const copy = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .copyOf */ .zP)(launch);
    if (copy !== null && (await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(host, database, copy.name)) === copy.oid) {
        await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_0__/* .openDoors */ .Em)(host, database, copy.name);
        try {
            return await compare(copy.name);
        }
        finally {
            await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_0__/* .closeDoors */ .Qr)(host, database, copy.name);
        }
    }
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .dumpProved */ .DL)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo({ what: "neither the rollback copy nor a proved dump of this launch is there", where: host.name, mend: "look for the copy under another name (psql --list)" });
    if (database.backup.pgbackrest)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo({ what: "the rollback copy is gone, and pgBackRest's backup is of the whole server", where: host.name, mend: "restore it on a server of its own (docs/pgbackrest.md) and compare there" });
    await (0,_database_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .backupDirectory */ .iV)(launch), (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestHash */ .wj)(launch));
    const scratch = (0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .sideName */ .jf)(database.name, "proof", launch.release.id);
    try {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreBeside */ .d$)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .backupDirectory */ .iV)(launch), scratch);
        return await compare(scratch);
    }
    finally {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_3__/* .dropSide */ .f4)(host, database, scratch);
    }
}
/** Writes the rows themselves to a file on the database host, encrypted when the plan names a recipient; returns where. */
async function setAside(launch, now) {
    const { database } = launch.plan;
    const host = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .databaseHost */ .iz)(launch);
    const plain = `${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_6__/* .backupDirectory */ .iV)(launch)}/written.jsonl`;
    const written = await writtenSinceBackup(launch, now, plain);
    const { recipient } = database.backup;
    if (recipient === undefined)
        return { written, file: plain };
    await host.run((0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseScript */ .PK)(database, 'umask 077; age --encrypt --recipient "$2" --output "$1.age.part" -- "$1" && mv -f -- "$1.age.part" "$1.age" && rm -f -- "$1"', [plain, recipient]));
    return { written, file: `${plain}.age` };
}


/***/ }),

/***/ 2446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   bs: () => (/* binding */ signOfLife),
/* harmony export */   u9: () => (/* binding */ requireOver),
/* harmony export */   zP: () => (/* binding */ silentEnoughSeconds)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8714);
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7331);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4998);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7589);
/* harmony import */ var _locale_en_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8778);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9972);












/**
 * Takes the lock for this launch, or goes on with the one that holds it: the same run, or a run that GitHub says is
 * over. Throws a UserError naming the run that holds it otherwise.
 */
async function claim(context, plan, wanted, reached) {
    const entries = await reached.journal.read();
    const fresh = freshId(entries, wanted.tag, context.run);
    const owner = ownerOf(context, wanted, fresh);
    const taken = await reached.lock.take(owner);
    if (taken.taken) {
        const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .latestRelease */ .JF)(entries);
        const before = last === null ? _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$ : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, last);
        if (last !== null && before.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(before)) {
            if (before.release?.digest !== wanted.digest) {
                await reached.lock.release(owner);
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(halfDone(before.release?.tag ?? last, plan, "its lock is gone"));
            }
            const successor = { ...owner, release: last };
            const token = await reached.lock.takeOver(owner, successor);
            if (token === null)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(lostRace(plan));
            await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, token, context.log);
            return claimOf(context, plan, wanted, reached, entries, successor, before);
        }
        await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, taken.token, context.log).catch(async (error) => {
            await reached.lock.release(owner);
            throw error;
        });
        return claimOf(context, plan, wanted, reached, entries, owner, _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$);
    }
    return goOn(context, plan, wanted, reached, entries, taken, owner);
}
async function goOn(context, plan, wanted, reached, entries, found, owner) {
    const held = found.owner;
    const ours = held.runId === context.run.id;
    if (!ours)
        await requireOver(context, plan, found);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, held.release);
    const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
    if (!same && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(halfDone(held.tag, plan, `see ${held.runUrl}`));
    const successor = same ? { ...owner, release: held.release } : owner;
    const token = await reached.lock.takeOver(held, successor);
    if (token === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(lostRace(plan));
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, token, context.log);
    const text = `run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
    context.log.info(same ? text : `the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`);
    return claimOf(context, plan, wanted, reached, entries, successor, same ? state : _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$);
}
/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
const silentEnoughSeconds = 120;
function signOfLife({ silentSeconds }) {
    return silentSeconds === null ? "it never gave a sign of life" : `its last sign of life is ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_8__/* .showDuration */ .k)(silentSeconds)} old`;
}
/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
async function requireOver({ github }, plan, held) {
    const { owner, silentSeconds } = held;
    const who = `run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
    const sign = signOfLife(held);
    const byHand = 'once you know that it does nothing any more: golive unlock --by "your name" --because "…"';
    const state = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runState */ .HQ)(github, owner.runId).catch((error) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `the launch lock is held by ${who}, and GitHub does not say whether that run is over (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error)}); ${sign}`, where: plan.control.host, mend: `start again when GitHub answers; or ${byHand}` }, { cause: error });
    });
    if (state === "in progress") {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `a launch of ${owner.tag} is in flight: ${who}; ${sign}`, where: plan.control.host, mend: `wait for it, or cancel it: ${owner.runUrl}` });
    }
    if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`, where: plan.control.host, mend: `another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}` });
    }
}
function claimOf(context, plan, wanted, reached, entries, owner, state) {
    const resumed = state.release !== null;
    return {
        owner,
        state,
        resumed,
        async open(findings, entrusted) {
            const next = (0,_core_window_js__WEBPACK_IMPORTED_MODULE_9__/* .currentOrNextWindow */ .K)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.now());
            // One that never began takes the next window; a launch under way keeps its own.
            const window = ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state) ? state.release?.window : undefined) ?? { start: next.start.toISO() ?? "", end: next.end.toISO() ?? "" };
            const draft = { id: owner.release, ...wanted, issue: state.release?.issue ?? 0, actor: entrusted?.startedBy ?? context.run.actor, runId: context.run.id, window };
            const at = new Date().toISOString();
            const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
            const steps = findings.map(({ step, note, facts }) => ({ ...stamp, kind: "step", step, status: "done", ...(note === undefined ? {} : { note }), ...(facts === undefined ? {} : { facts }) }));
            const issue = draft.issue || (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_11__/* .findIssue */ .Ry)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)(draft.id))) || (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_11__/* .openIssue */ .YZ)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .pageTitle */ .W)(plan, draft), page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps])));
            const release = { ...draft, issue };
            const added = [
                { ...stamp, kind: "opened", opened: release },
                ...(resumed ? [{ ...stamp, kind: "note", text: `run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch` }] : []),
                ...steps,
                ...(entrusted?.approval ? [{ ...stamp, ...entrusted.approval }] : []),
            ];
            await reached.journal.append(added);
            const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .launchOf */ .v4)(context, plan, release, reached, [...entries, ...added]);
            if (resumed)
                launch.view.changed();
            return launch;
        },
    };
}
function page(context, plan, release, entries) {
    const window = { start: luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }) };
    return (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .Cf)({ plan, release, phases: (0,_outline_js__WEBPACK_IMPORTED_MODULE_7__/* .outline */ .r)(plan, _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en), state: entries.reduce(_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .next */ .K2, _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$), window, runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(context.github, release.runId), messages: _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en });
}
/** A run that is run again after its launch ended begins another one. */
function freshId(entries, tag, run) {
    const id = (0,_core_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseId */ .Bf)(tag, run.id);
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}
function ownerOf({ github, run }, wanted, release) {
    return { release, ...wanted, runId: run.id, runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(github, run.id), actor: run.actor, since: new Date().toISOString() };
}
function lostRace(plan) {
    return { what: "another run took the launch lock at the same moment", where: plan.control.host, mend: "see the workflow's other runs" };
}
function halfDone(tag, plan, how) {
    return { what: `the launch of ${tag} is half done (${how}); another one would build on it`, where: `${plan.control.host}:${plan.control.directory}`, mend: `launch ${tag} again: it goes on where it stopped, or rolls back. If that tag has moved: \`golive maintenance off --because …\` ends the launch as it is` };
}


/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ resumeSteps),
/* harmony export */   tW: () => (/* binding */ resumeAll),
/* harmony export */   uq: () => (/* binding */ pauseSteps)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);



/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
function pauseSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: pauseId(phase, work),
        async run(launch) {
            const id = pauseId(phase, work);
            const host = launch.hosts.get(work.host);
            // Written once: a second try finds it paused, which is not how it was.
            const was = launch.state().steps.get(id)?.facts.was ?? (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(host, work));
            await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
            if (was === "paused")
                return { skipped: true, note: "it does not work now, and stays so", facts: { was } };
            await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseScheduled */ .gh)(host, work);
            return { facts: { was } };
        },
        holds: async (launch) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) || (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(launch.hosts.get(work.host), work)) === "paused",
    }));
}
/** What worked before works again; what did not is left as it was. */
function resumeSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: `${phase}.resume-${work.id}`,
        async run(launch) {
            if (!toResume(launch.state(), work))
                return { skipped: true, note: "it was not paused by this launch" };
            await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(launch.hosts.get(work.host), work);
            return {};
        },
    }));
}
/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
async function resumeAll(plan, { hosts }, state) {
    const failed = await Promise.all(plan.services.pause.filter((work) => toResume(state, work)).map(async (work) => (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(hosts.get(work.host), work).then(() => [], (error) => {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return error.problems;
        throw error;
    })));
    if (failed.flat().length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failed.flat());
}
function toResume(state, work) {
    return ["isolate", "rollback"].some((phase) => state.steps.get(pauseId(phase, work))?.facts.was === "working");
}
function pauseId(phase, work) {
    return `${phase}.pause-${work.id}`;
}


/***/ })

};
