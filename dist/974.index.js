export const id = 974;
export const ids = [974];
export const modules = {

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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 1 modules
var restore = __webpack_require__(5703);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js
var deploy = __webpack_require__(2159);
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
        const releases = await Promise.all(launch.plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(launch.plan).tidy((0,deploy/* contextOf */.Vm)(launch, name), inUse(launch, name))));
        const gone = [...new Set(releases.flat())];
        const said = [removed.length > 0 ? `${removed.length} backups beyond the plan's keep were removed` : "", copies.length > 0 ? `rollback copies of earlier launches dropped: ${copies.join(", ")}` : "", gone.length > 0 ? `releases beyond the plan's keep were removed: ${gone.map((path) => (0,external_node_path_.basename)(path)).join(", ")}` : ""].filter((text) => text !== "");
        return said.length === 0 ? { skipped: true, note: "nothing of earlier launches is in the way" } : { note: said.join("; "), facts: { removed, copies, releases: gone } };
    },
};
/** The release of this launch and the one before it, whichever of the two serves now. */
function inUse(launch, host) {
    const previous = (0,deploy/* previousOf */.te)(launch, host)?.directory;
    return [(0,layout/* releaseDirectory */.fF)(launch.plan, launch.release), ...(previous === undefined ? [] : [previous])];
}
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


/***/ })

};
