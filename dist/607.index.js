export const id = 607;
export const ids = [607];
export const modules = {

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

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   St: () => (/* binding */ compareArchive),
/* harmony export */   Wp: () => (/* binding */ streamsSql),
/* harmony export */   zm: () => (/* binding */ streamProgram)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4109);



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
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseScript */ .PK)(plan, archiveScript, [directory], { timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: `pg_restore and gzip of ${directory}` });
    const cut = stdout.indexOf("schema|\n");
    const found = Object.fromEntries([...stdout.slice(0, cut).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [oid, { sha256, name: source.streams[oid]?.name ?? oid }]));
    return [
        ...(0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .differing */ .R1)(source.streams, found, (oid, want, have) => {
            if (have === undefined)
                return `table ${want?.name ?? oid} is not in the dump`;
            if (want === undefined)
                return `the dump holds the table with oid ${oid}, which the database does not have`;
            return want.sha256 === have.sha256 ? null : `table ${want.name} does not have the same bytes in the dump`;
        }),
        ...(0,_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .compareObjects */ .G)(source.objects, (0,_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObjects */ .M)(stdout.slice(cut))),
    ];
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ takeDump),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _archive_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5761);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4109);





// One transaction exports its snapshot, pg_dump dumps as of it, and contents and schema are read as of it as well, so
// that they are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = (withStreams) => `${_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .contentSettings */ .z6}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/dump" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
\\! pg_dump --no-password --schema-only --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/schema.sql" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .contentsSql */ .BI}${withStreams ? _archive_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .streamsSql */ .Wp : ""}COMMIT;
`;
// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `umask 077
p="$1/partial.$$"
mkdir -p -m 700 -- "$1" && rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
${_archive_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .streamProgram */ .zm}
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && mv -f -- "$p/globals.sql" "$p/schema.sql" "$1" && mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\nsystem|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)" "$(psql -X -q -A -t --no-password -d "$2" -c 'SELECT system_identifier FROM pg_control_system()')"`;
/** Dumps a database in directory format, 0600 files in a 0700 folder, with what it held in the same snapshot. */
async function takeDump(host, plan, directory, database = plan.name) {
    const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: database };
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseScript */ .PK)(plan, dumpScript, [directory, database, plan.backup["count-only"].join(",")], { stdin: dumpSql(plan.backup.proof === "content"), env, timeoutSeconds: 4 * 3600 });
    const finished = await host.attempt({ ...asked, label: `pg_dump ${database}` });
    if (finished.code !== 0 || finished.timedOut) {
        const mend = dumpMend(finished.stderr);
        if (mend === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished);
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ ...mend, where: `${host.name}:${directory}` }, { cause: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished) });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
    return { directory, bytes: Number(value("bytes")), systemIdentifier: value("system"), seconds: finished.seconds };
}
/** What was read in the snapshot of the dump in this folder. */
async function readSource(host, plan, directory) {
    const read = (name) => host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseScript */ .PK)(plan, 'cat -- "$1"', [`${directory}/${name}`]));
    const [lines, schema] = await Promise.all([read("source.txt"), read("schema.sql")]);
    return {
        contents: (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .parseContents */ .OJ)(lines.stdout),
        objects: (0,_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObjects */ .M)(schema.stdout),
        streams: (0,_archive_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStreams */ .Rg)(lines.stdout),
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


/***/ }),

/***/ 6523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ stayInTime),
/* harmony export */   O4: () => (/* binding */ requireWindow)
/* harmony export */ });
/* unused harmony export windowOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8714);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5263);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7285);







function windowOf({ release, plan }) {
    return { start: luxon__WEBPACK_IMPORTED_MODULE_4__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon__WEBPACK_IMPORTED_MODULE_4__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }) };
}
/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(launch.state()))
        return;
    const { overridden } = launch.state();
    if (overridden !== null) {
        log.warn(`The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
        return;
    }
    const window = windowOf(launch);
    const clock = (time) => `${time.setZone(plan.timezone).toFormat("yyyy-MM-dd HH:mm:ss")} ${plan.timezone}`;
    const mend = "start the workflow again; if it has to be now, with `override` and the reason";
    for (;;) {
        const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .gateAt */ .De)(window, luxon__WEBPACK_IMPORTED_MODULE_4__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_3__/* .forecastOf */ .DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return;
            case "wait": {
                if (signal.aborted)
                    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "the run was cancelled before the window opened" });
                const left = gate.until.diffNow().as("seconds");
                log.info(`The window opens in ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .showDuration */ .k)(left)}, at ${clock(gate.until)}; waiting`);
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => { });
                continue;
            }
            case "early":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ code: "window-early", what: `it is too early: the window opens at ${clock(window.start)}`, where: "window", mend: `approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait` });
            case "over":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ code: "window-over", what: `the window is over since ${clock(gate.ended)}`, where: "window", mend: `${mend}; it takes the next window` });
            case "short":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ code: "window-short", what: `${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .showDuration */ .k)(gate.left)} of the window are left; the launch and a rollback may need ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .showDuration */ .k)(gate.needed)}`, where: "window", mend: `make the window longer, or ${mend}` });
        }
    }
}
/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
async function stayInTime(launch) {
    const forecast = (0,_forecast_js__WEBPACK_IMPORTED_MODULE_3__/* .forecastOf */ .DH)(launch.state());
    if (forecast === null)
        return;
    const last = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .lastSafeMoment */ .sr)(windowOf(launch), forecast.rollback);
    if (luxon__WEBPACK_IMPORTED_MODULE_4__/* .DateTime */ .c9.now() <= last)
        return;
    const what = `the last moment at which a rollback fits into the window (${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
    const goesBack = launch.plan.window["on-overrun"] === "rollback" && launch.state().overridden === null;
    if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
        await launch.record({ kind: "note", text: `${what}; ${goesBack ? "the launch goes back" : "it goes on, as the plan or a person says"}` });
    if (goesBack)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ code: "window-overrun", what, where: "window", mend: "the release goes back by itself; window.on-overrun: continue would have it go on" });
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
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8760);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6523);




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
        if (/^(isolate|backup|deploy)\./.test(step.id))
            await (0,_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .stayInTime */ .Ek)(launch);
        const done = await step.run(launch);
        await launch.record({ kind: "step", step: step.id, status: done.skipped ? "skipped" : "done", seconds: seconds(), ...(done.note === undefined ? {} : { note: done.note }), ...(done.facts === undefined ? {} : { facts: done.facts }) });
        launch.log.info(`${step.id} ${done.skipped ? "skipped" : "done"} in ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .k)(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`);
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
