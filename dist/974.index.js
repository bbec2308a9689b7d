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
// EXTERNAL MODULE: ./.build/js/database/restore.js + 1 modules
var restore = __webpack_require__(5703);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/core/forecast.js
var forecast = __webpack_require__(6241);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var stages_forecast = __webpack_require__(7285);
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
    const made = (0,stages_forecast/* forecastOf */.DH)(launch.state());
    for (const step of [...(made && (0,stages_forecast/* actualSeconds */.eK)(launch.state()) !== null ? [compareForecast(made)] : []), ...(offsite && (0,backup_record/* dumpProved */.DL)(launch) ? [sendOffsite] : []), tidy]) {
        await (0,run_steps/* runStep */.eg)(launch, step).catch((error) => {
            if (!(error instanceof errors/* StepError */.zg))
                throw error;
            failed.push(error);
        });
    }
    return failed;
}
/** How good the forecast was; kept, since the next one rests on it. */
const compareForecast = (made) => ({
    id: "after.forecast",
    async run(launch) {
        const actual = (0,stages_forecast/* actualSeconds */.eK)(launch.state()) ?? 0;
        const off = (0,forecast/* deviation */.KS)(made.launch.seconds, actual);
        return { note: `forecast ${(0,duration/* showDuration */.k)(made.launch.seconds)}, took ${(0,duration/* showDuration */.k)(actual)}: ${Math.round(off * 100)} % off`, facts: { forecastSeconds: made.launch.seconds, actualSeconds: actual } };
    },
});
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
    if (state.ended === null && !(0,journal_state/* touched */.FI)(state) && onlyPrepared(launch, results))
        await (0,stages_launch/* endLaunch */.XX)(launch, "prepared", "the day before is rehearsed; nothing was launched");
    else if (state.ended === null && !(0,journal_state/* touched */.FI)(state))
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
        await (0,issue/* updateIssue */.tt)(launch.github, launch.release.issue, { state: "closed", state_reason: ended.outcome === "live" || ended.outcome === "prepared" ? "completed" : "not_planned" });
    return ended;
}
/** A run that has no job for the window, and went through. */
function onlyPrepared({ state }, results) {
    return !("launch" in results) && Object.values(results).every((result) => result === "success") && (0,stages_forecast/* forecastOf */.DH)(state()) !== null;
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

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O4: () => (/* binding */ requireWindow),
  Ek: () => (/* binding */ stayInTime)
});

// UNUSED EXPORTS: mayGoOn, windowOf

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/gate.js
var core_gate = __webpack_require__(5263);
;// CONCATENATED MODULE: ./.build/js/github/comments.js
/** People's comments on an issue that were posted after the one with this id, oldest first. */
async function commentsAfter({ octokit, owner, repo }, issue, after) {
    const all = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
    return all
        .filter(({ id, user }) => id > after && user?.type === "User")
        .map(({ id, user, body, created_at, updated_at }) => ({ id, author: user?.login ?? "", body: body ?? "", edited: created_at !== updated_at }));
}

// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var stages_forecast = __webpack_require__(7285);
;// CONCATENATED MODULE: ./.build/js/stages/gate.js










function windowOf({ release, plan }) {
    return { start: luxon/* DateTime */.c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon/* DateTime */.c9.fromISO(release.window.end, { zone: plan.timezone }) };
}
/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,state/* touched */.FI)(launch.state()))
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
        const gate = (0,core_gate/* gateAt */.De)(window, luxon/* DateTime */.c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,stages_forecast/* forecastOf */.DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return;
            case "wait": {
                if (signal.aborted)
                    throw new errors/* UserError */.yo({ what: "the run was cancelled before the window opened" });
                const left = gate.until.diffNow().as("seconds");
                log.info(`The window opens in ${(0,duration/* showDuration */.k)(left)}, at ${clock(gate.until)}; waiting`);
                await (0,promises_.setTimeout)(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => { });
                continue;
            }
            case "early":
                throw new errors/* UserError */.yo({ code: "window-early", what: `it is too early: the window opens at ${clock(window.start)}`, where: "window", mend: `approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait` });
            case "over":
                throw new errors/* UserError */.yo({ code: "window-over", what: `the window is over since ${clock(gate.ended)}`, where: "window", mend: `${mend}; it takes the next window` });
            case "short":
                throw new errors/* UserError */.yo({ code: "window-short", what: `${(0,duration/* showDuration */.k)(gate.left)} of the window are left; the launch and a rollback may need ${(0,duration/* showDuration */.k)(gate.needed)}`, where: "window", mend: `make the window longer, or ${mend}` });
        }
    }
}
/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
async function stayInTime(launch) {
    const forecast = (0,stages_forecast/* forecastOf */.DH)(launch.state());
    if (forecast === null)
        return;
    const last = (0,core_gate/* lastSafeMoment */.sr)(windowOf(launch), forecast.rollback);
    if (luxon/* DateTime */.c9.now() <= last)
        return;
    const what = `the last moment at which a rollback fits into the window (${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
    const policy = launch.state().overridden === null ? launch.plan.window["on-overrun"] : "continue";
    const then = { rollback: "the launch goes back", ask: "people are asked", continue: "it goes on, as the plan or a person says" }[policy];
    if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
        await launch.record({ kind: "note", text: `${what}; ${then}` });
    if (policy === "rollback" || (policy === "ask" && !(await mayGoOn(launch, what))))
        throw new errors/* UserError */.yo({ code: "window-overrun", what, where: "window", mend: "the release goes back by itself; window.on-overrun: continue would have it go on" });
}
/** Asks the people of the plan on the checklist, and waits. No answer is no. `everySeconds` between two looks. */
async function mayGoOn(launch, what, everySeconds = 10) {
    const { ask } = launch.plan.window;
    if (!ask)
        return false;
    const until = luxon/* DateTime */.c9.now().plus({ seconds: ask["at-most"] });
    const asked = await (0,issue/* comment */.Im)(launch.github, launch.release.issue, `⏰ ${ask.who.join(" ")}: ${(0,markdown/* plain */.p)(what)}. The site is closed.\n\nComment \`golive go on\` to go on with ${(0,markdown/* plain */.p)(launch.release.tag)}, or \`golive go back\` to roll it back now. Without an answer until ${until.setZone(launch.plan.timezone).toFormat("HH:mm:ss")} it is rolled back.`).catch((error) => {
        launch.log.warn(`Nobody could be asked: ${error.message}`);
        return null;
    });
    while (asked !== null && luxon/* DateTime */.c9.now() < until && !launch.signal.aborted) {
        const comments = await commentsAfter(launch.github, launch.release.issue, asked).catch(() => []);
        for (const { author, body, edited } of comments) {
            // The plan at the approved commit says whose word counts; one that was changed afterwards is nobody's.
            const said = /^\s*golive go (on|back)\s*$/i.exec(body)?.[1]?.toLowerCase();
            if (said === undefined || edited || !ask.who.some((who) => who.slice(1).toLowerCase() === author.toLowerCase()))
                continue;
            if (said === "on")
                await launch.record({ kind: "overridden", by: author, because: what });
            else
                await launch.record({ kind: "note", text: `${author} says to go back` });
            return said === "on";
        }
        await (0,promises_.setTimeout)(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, { signal: launch.signal }).catch(() => { });
    }
    return false;
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
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8696);




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
