export const id = 195;
export const ids = [195];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = {
    token: { required: true },
    plan: { required: true },
    "ssh-key": {},
    "notice-keys": {},
};
/** Inputs of the stages after `plan`: what the gate let through. */
const approved = { ...common, launch: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 5314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ checklist_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/stages/evidence.js
var stages_evidence = __webpack_require__(9921);
// EXTERNAL MODULE: ./.build/js/checklist/standing-text.js
var standing_text = __webpack_require__(9419);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var approval = __webpack_require__(8087);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 2 modules
var restore = __webpack_require__(1286);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/stages/afterwards-record.js
var afterwards_record = __webpack_require__(1103);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js + 1 modules
var deploy = __webpack_require__(3954);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/core/forecast.js
var forecast = __webpack_require__(6241);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var stages_forecast = __webpack_require__(7285);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/backups.js
var backups = __webpack_require__(7366);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/inventory.js + 3 modules
var inventory = __webpack_require__(4392);
;// CONCATENATED MODULE: ./.build/js/stages/left.js




/** The last line of the checklist: what is kept, until when, and how it is removed. */
const tellLeft = {
    id: "after.kept",
    async run(launch) {
        const { plan, release, state } = launch;
        const own = (await (0,inventory/* leftoversOf */.K)(plan, launch)).filter((one) => one.release === release.id);
        if (own.length === 0)
            return { skipped: true, note: (0,core_text.t) `this launch left nothing behind` };
        const bytes = own.reduce((sum, one) => sum + one.bytes, 0);
        const until = Date.parse(state().ended?.at ?? new Date().toISOString()) + plan["keep-for"] * 1000;
        const day = (0,figures/* showDay */.eL)(new Date(until).toISOString(), plan.timezone);
        return {
            note: (0,core_text.t) `${own.length} {0:thing|things|things}, ${(0,figures/* showSize */.tY)(bytes)}, kept until ${day}; \`golive clean\` lists them, and removes what is named`,
            facts: { left: own.map(({ id, bytes: size }) => ({ id, bytes: size })), until: new Date(until).toISOString() },
        };
    },
};
/** Copies of uploaded files that launches before this one made: their time has passed once a later one is live. */
async function dropEarlierFiles(launch) {
    const { plan, release, state } = launch;
    const live = state().ended?.outcome === "live";
    const earlier = (await (0,backups/* leftFiles */.v)(await (0,inventory/* groundOf */.J)(plan, launch))).filter((one) => one.kind === "files" && one.release !== null && one.release !== release.id && (live || one.held === null));
    for (const one of earlier)
        await one.remove();
    return earlier.length;
}

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
    for (const step of [
        ...(made && (0,stages_forecast/* actualSeconds */.eK)(launch.state()) !== null ? [compareForecast(made)] : []),
        ...(offsite && (0,backup_record/* dumpProved */.DL)(launch) ? [sendOffsite] : []),
        tidy,
        tellLeft,
    ]) {
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
        return {
            note: (0,core_text.t) `forecast ${(0,figures/* showDuration */.kJ)(made.launch.seconds)}, took ${(0,figures/* showDuration */.kJ)(actual)}: ${Math.round(off * 100)} % off`,
            facts: { forecastSeconds: made.launch.seconds, actualSeconds: actual, steps: compareSteps(made, launch) },
        };
    },
});
/** Seconds forecast and taken, step by step. */
function compareSteps(made, launch) {
    const { steps } = launch.state();
    return made.steps.flatMap(({ id, source, seconds }) => {
        const actual = steps.get(id)?.seconds;
        return actual === undefined
            ? []
            : [{ id, source, forecast: Math.round(seconds * 100) / 100, actual: Math.round(actual * 100) / 100 }];
    });
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
        const { stdout } = await host.run({
            ...(0,postgres/* databaseScript */.PK)(database, packScript, [directory, recipient], { timeoutSeconds: 4 * 3600 }),
            label: (0,core_text.t) `tar and age of ${directory}`,
        });
        const [program = "", ...words] = offsite?.run ?? [];
        await host.run((0,command/* command */.G5)(program, words.map((word) => word.replaceAll("{file}", file)), {
            timeoutSeconds: offsite?.timeout ?? 3600,
            ...(database["run-as"] === undefined ? {} : { user: database["run-as"] }),
        }));
        await host.run((0,postgres/* databaseScript */.PK)(database, 'rm -f -- "$1"', [file]));
        return {
            note: (0,core_text.t) `${(0,figures/* showSize */.tY)(Number(stdout.trim()))}, encrypted, sent in ${(0,figures/* showDuration */.kJ)((external_node_perf_hooks_.performance.now() - started) / 1000)}`,
        };
    },
};
const tidy = {
    id: "after.tidy",
    async run(launch) {
        const { database } = launch.plan;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const entries = await launch.journal.read();
        const old = outdated((0,afterwards_record/* backupsOf */.p)(entries), launch.release.id, database.backup.keep, Date.now());
        const removed = [];
        for (const { release } of old) {
            // Folders of releases on record, nothing found by a pattern.
            const { stdout } = await host.run({
                ...(0,command/* script */.K$)('for d in "$1" "$1"-[0-9]; do if [ -f "$d/manifest.json" ]; then rm -rf -- "$d" "$d.tar.age" "$d.tar.age.part" "$d.tar.status" && echo "$d"; fi; done', [`${database.backup.directory}/${release}`]),
                ...(database["run-as"] === undefined ? {} : { user: database["run-as"] }),
            });
            removed.push(...stdout.split("\n").filter((line) => line !== ""));
        }
        const copies = await earlierCopies(launch, entries);
        for (const copy of copies)
            await (0,restore/* dropSide */.f4)(host, database, copy);
        const files = await dropEarlierFiles(launch);
        const releases = await Promise.all(launch.plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(launch.plan).tidy((0,deploy/* contextOf */.Vm)(launch, name), inUse(launch, name))));
        const gone = [...new Set(releases.flat())];
        const said = [
            removed.length > 0 ? (0,core_text.t) `${removed.length} {0:backup|backups|backups} beyond the plan's keep were removed` : "",
            copies.length > 0 ? (0,core_text.t) `rollback copies of earlier launches dropped: ${copies.join(", ")}` : "",
            files > 0 ? (0,core_text.t) `${files} copies of uploaded files of earlier launches removed` : "",
            gone.length > 0
                ? (0,core_text.t) `releases beyond the plan's keep were removed: ${gone.map((path) => (0,external_node_path_.basename)(path)).join(", ")}`
                : "",
        ].filter((text) => text !== "");
        return said.length === 0
            ? { skipped: true, note: (0,core_text.t) `nothing of earlier launches is in the way` }
            : { note: said.join("; "), facts: { removed, copies, releases: gone } };
    },
};
/** The release of this launch and the one before it, whichever of the two serves now. */
function inUse(launch, host) {
    const previous = (0,deploy/* previousOf */.te)(launch, host)?.directory;
    return [(0,layout/* releaseDirectory */.fF)(launch.plan, launch.release), ...(previous === undefined ? [] : [previous])];
}
/** Backups beyond both the plan's count and its days; never this launch's, and never the newest proved one. */
function outdated(backups, current, keep, now) {
    const newestProved = backups.find(({ proved }) => proved)?.release;
    return backups.filter(({ release, at }, index) => index >= keep.count && now - at > keep.days * 86_400_000 && release !== current && release !== newestProved);
}
/** Copies that the journal says launches before this one made; their time has passed once another launch is over. */
async function earlierCopies({ plan, hosts, release }, entries) {
    const made = entries.flatMap((entry) => entry.kind === "step" && entry.step === "backup.copy" && entry.status === "done" && entry.release !== release.id
        ? [entry.facts?.copy]
        : []);
    const there = await (0,postgres/* query */.P)(hosts.get(plan.database.host), plan.database, "postgres", "SELECT datname, oid FROM pg_database");
    return made.filter(({ name, oid }) => there.some(([one, id]) => one === name && id === oid)).map(({ name }) => name);
}

// EXTERNAL MODULE: ./.build/js/stages/last-word.js
var last_word = __webpack_require__(1929);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/say.js
var say = __webpack_require__(6489);
// EXTERNAL MODULE: ./.build/js/stages/stuck.js
var stuck = __webpack_require__(9426);
;// CONCATENATED MODULE: ./.build/js/stages/settle.js












/**
 * The last word of a run, after all its jobs, however they ended. A launch that changed nothing is ended and gives the
 * lock back, unless it waits for a comment; one that stopped half-way keeps it, and the page says what state the site is in and what to press.
 * Returns the evidence of one that has ended for good; a release that is watched has its own with the report.
 */
async function settle(launch, results) {
    const state = launch.state();
    const owner = (await launch.lock.held())?.owner;
    // Another run goes on with this launch: the last word is its.
    if (state.ended === null && owner && owner.runId !== launch.run.id)
        return null;
    const prepared = !(0,journal_state/* touched */.FI)(state) && onlyPrepared(launch, results);
    if (state.ended === null && (0,approval/* awaitsComment */.pP)(launch) && (prepared ? await waited(launch) : onlyGateLeft(results)))
        await (0,approval/* awaitComment */.Ae)(launch);
    else if (state.ended === null && prepared)
        await (0,stages_launch/* endLaunch */.XX)(launch, "prepared", (0,core_text.t) `the day before is rehearsed; nothing was launched`);
    else if (state.ended === null && !(0,journal_state/* touched */.FI)(state))
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", whyNothing(launch, results));
    else if (state.ended === null) {
        await launch.record({ kind: "note", text: (0,last_word/* halfWay */.zG)(launch) });
        await (0,stuck/* tellLost */.g3)(launch);
    }
    const { ended } = launch.state();
    // Whatever an earlier stage could not write for GitHub's sake is written now.
    await (0,say/* catchUp */.xA)(launch);
    if (ended && (ended.outcome === "live" || ended.outcome === "rolled-back")) {
        const failed = await afterwards(launch);
        for (const error of failed)
            launch.log.warn(error.message);
        await launch.view.flush();
    }
    // A release that is watched has its checklist open until the report.
    if (ended === null || (ended.outcome === "live" && launch.plan.watch !== undefined))
        return null;
    const evidence = ended.outcome === "prepared" ? null : await (0,stages_evidence/* keepEvidence */.N)(launch);
    await (0,issue/* updateIssue */.tt)(launch.github, launch.release.issue, {
        state: "closed",
        state_reason: ended.outcome === "live" || ended.outcome === "prepared" ? "completed" : "not_planned",
    });
    return evidence;
}
/** A run that has no job for the window, and went through. */
function onlyPrepared({ state }, results) {
    return (!("launch" in results) &&
        Object.values(results).every((result) => result === "success") &&
        (0,stages_forecast/* forecastOf */.DH)(state()) !== null);
}
/** A launch that waited for a comment was only rehearsed once more: it waits on. */
async function waited({ journal, release }) {
    return (await journal.read()).some((entry) => entry.kind === "waiting" && entry.release === release.id);
}
/** The window's job was left out, and all before it went through. */
function onlyGateLeft({ launch, ...before }) {
    return launch === "skipped" && Object.values(before).every((result) => result === "success");
}
/** The line that failed, where one did: the first thing people read names it. */
function whyNothing({ state, phases }, results) {
    const states = Object.values(results);
    if (states.includes("cancelled"))
        return (0,core_text.t) `cancelled before anything was touched`;
    const [id, failed] = [...state().steps].findLast(([, { status }]) => status === "failed") ?? ["", undefined];
    if (states.includes("failure") && failed !== undefined)
        return (0,core_text.t) `it failed at “${(0,standing_text/* titleOf */.Gg)(phases, id)}”: ${failed.note ?? ""}`;
    if (states.includes("failure"))
        return (0,core_text.t) `rejected, or failed before anything was touched`;
    return (0,core_text.t) `nothing was done`;
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/checklist.js






const checklist_action = {
    inputs: { ...action/* approved */.CJ, results: { required: true } },
    outputs: ["outcome", "evidence"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        const evidence = await settle(launch, resultsOf(inputs.results ?? ""));
        return {
            outputs: {
                outcome: (0,action/* outcomeOf */.sG)(launch.state()),
                evidence: evidence === null ? "" : await (0,stages_evidence/* writeEvidence */.n)(context.jobDirectory, evidence),
            },
        };
    }),
};
/** `toJSON(needs)`: each job with its result. */
function resultsOf(json) {
    try {
        const needs = JSON.parse(json);
        return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
    }
    catch (cause) {
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `is not JSON`, where: (0,core_text.t) `input results`, mend: "pass ${{ toJSON(needs) }}" }, { cause });
    }
}


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _core_approved_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);


/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work, before = {}) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLaunch */ .M)(context, (0,_core_approved_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApproved */ .h)(inputs.launch ?? ""), before);
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
}


/***/ }),

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unsaid)
/* harmony export */ });
/* harmony import */ var _files_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4910);
/* harmony import */ var _rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5549);


/**
 * What whoever launches has to say once. Asked where a launch is planned, and never on the way back: a plan that was
 * launched before this was asked is still a plan.
 */
function unsaid(plan, file) {
    return [...(0,_files_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .filesUnsaid */ .S)(plan, file), ...(0,_rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .stepsUnsaid */ .md)(plan, file)];
}


/***/ }),

/***/ 9921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keepEvidence),
/* harmony export */   n: () => (/* binding */ writeEvidence)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6436);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1986);






function evidenceOf(launch, feedback) {
    const { plan, release } = launch;
    const state = launch.state();
    const backedUp = (state.steps.get("backup.manifest") ?? state.steps.get("backup.cluster"))?.status === "done";
    const watched = state.steps.get("watch.watch")?.facts["totals"] ?? null;
    return {
        service: plan.service,
        tag: release.tag,
        commit: release.commit,
        digest: release.digest,
        policyCommit: state.plan?.policy ?? null,
        release: release.id,
        issue: release.issue,
        startedBy: release.actor,
        approvedBy: state.approvedBy,
        approvals: state.comments,
        overridden: state.overridden,
        recalled: state.recalled,
        outcome: state.ended?.outcome ?? null,
        because: state.ended?.because ?? null,
        endedAt: state.ended?.at ?? null,
        backupManifestSha256: backedUp ? (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestHash */ .wj)(launch) : null,
        steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({
            id,
            status,
            startedAt,
            endedAt: endedAt ?? null,
            ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }),
            ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }),
        })),
        // What people typed stays where they typed it.
        scenarios: [...state.scenarios.values()].map(({ note: _, ...word }) => word),
        incidents: state.incidents,
        watch: watched,
        promised: plan.watch?.slo ?? null,
        feedback: feedback?.numbers ?? null,
    };
}
/** The evidence of a launch, kept on the control host: an artifact ends after some weeks, and the record of who answered for what should not. */
async function keepEvidence(launch, feedback = null) {
    const { control } = launch.plan;
    const evidence = evidenceOf(launch, feedback);
    await launch.hosts
        .get(control.host)
        .run((0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileCommand */ .$Q)(`${control.directory}/evidence-${launch.release.id}.json`, textOf(evidence), "600"))
        .catch((error) => launch.log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The evidence could not be kept on the control host: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}`));
    return evidence;
}
/** For the job's next step; returns its path. */
async function writeEvidence(directory, evidence) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "evidence.json");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, textOf(evidence));
    return file;
}
function textOf(evidence) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}


/***/ })

};
