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
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
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
            note: (0,core_text.t) `${own.length} things, ${(0,figures/* showSize */.tY)(bytes)}, kept until ${day}; \`golive clean\` lists them, and removes what is named`,
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
            removed.length > 0 ? (0,core_text.t) `${removed.length} backups beyond the plan's keep were removed` : "",
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
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 2 modules
var stages_launch = __webpack_require__(6600);
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
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6600);

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work, ready) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLaunch */ .M)(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" }, ready);
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

/***/ 1103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ backupsOf)
/* harmony export */ });
/** The backups on record, the newest first. */
function backupsOf(entries) {
    const made = entries.filter((entry) => entry.kind === "step" && entry.step === "backup.manifest" && entry.status === "done");
    const proved = new Set(entries
        .filter((entry) => entry.kind === "step" && entry.step === "backup.proof" && entry.facts?.proved !== undefined)
        .map(({ release }) => release));
    return [
        ...new Map(made.map((entry) => [
            entry.release,
            { release: entry.release, proved: proved.has(entry.release), at: Date.parse(entry.at) },
        ])).values(),
    ].toSorted((a, b) => b.at - a.at);
}


/***/ }),

/***/ 3954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vm: () => (/* binding */ contextOf),
  gg: () => (/* binding */ deploy),
  te: () => (/* binding */ previousOf)
});

// EXTERNAL MODULE: ./.build/js/core/at-once.js
var at_once = __webpack_require__(7259);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var presets_preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var presets_strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var manager = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/certificates.js
var certificates = __webpack_require__(3448);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
;// CONCATENATED MODULE: ./.build/js/stages/dns-tls.js


/** What has to hold for visitors to reach the release under its name, after it runs and before it is verified. */
function dnsTlsSteps(plan) {
    return [...(0,dns_changes/* dnsSteps */.tZ)(plan), ...(0,certificates/* certificateSteps */.pF)(plan)];
}

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 2 modules
var stages_launch = __webpack_require__(6600);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 1 modules
var maintenance = __webpack_require__(4121);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/deploy.js















/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
async function deploy(launch, only = []) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,journal_state/* begun */.q1)(launch.state(), "open.off"))
        return;
    if (!(0,backup_record/* wayBackIsThere */.hh)(launch))
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `nothing is deployed before the way back is there`, mend: (0,core_text.t) `run backup first` });
    requireTurn(launch, only);
    for (const { lanes } of (0,deploy_order/* deployBatches */.qT)(launch.plan)) {
        const ours = lanes
            .map((lane) => lane.filter(({ host }) => only.length === 0 || only.includes(host)))
            .filter((lane) => lane.length > 0);
        await (0,run_steps/* runLanes */.r$)(launch, ours.map((lane) => lane.map(stepOf)));
    }
    if (only.length === 0)
        await (0,run_steps/* runSteps */.rl)(launch, [rollCall, ...dnsTlsSteps(launch.plan)]);
}
/** A job for some of the hosts: they have to be hosts of the deploy, and the first host has to be through. */
function requireTurn({ plan, state }, only) {
    const { hosts } = plan.deploy;
    const unknown = only.filter((host) => !hosts.includes(host));
    if (unknown.length > 0)
        throw new errors/* UserError */.yo(unknown.map((host) => ({
            what: (0,core_text.t) `"${host}" is not a host of the deploy`,
            where: (0,core_text.t) `input hosts`,
            mend: (0,core_text.t) `use some of: ${hosts.join(", ")}`,
        })));
    const first = (0,deploy_order/* migrateHost */.AL)(plan);
    if (only.length === 0 || only.includes(first))
        return;
    const left = (0,deploy_order/* deployBatches */.qT)(plan)[1]
        ?.lanes.flat()
        .filter(({ id }) => !["done", "skipped"].includes(state().steps.get(id)?.status ?? "")) ?? [];
    if (left.length > 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${first} goes first, and is not through yet (${left[0]?.id})`,
            where: (0,core_text.t) `input hosts`,
            mend: (0,core_text.t) `let the job for these hosts need the one with hosts: ${first}`,
        });
}
/** At the end every host is asked which release it has, so that none is forgotten. */
const rollCall = {
    id: "deploy.versions",
    async run(launch) {
        const { plan, release, hosts } = launch;
        const answers = await (0,at_once/* atOnce */.z)(plan.deploy.hosts, plan.deploy.batch, async (name) => {
            const { commit } = await (0,presets_strategy/* strategyOf */.x)(plan).current(hosts.get(name), plan);
            if (commit !== release.commit)
                return { name, wrong: (0,core_text.t) `has ${commit.slice(0, 12)}, not ${release.commit.slice(0, 12)}` };
            return {
                name,
                wrong: (0,deploy_order/* healthHosts */.Sn)(plan).includes(name) ? await (0,health/* healthProblem */._T)(hosts.get(name), plan, release) : null,
            };
        });
        const wrong = answers.filter((answer) => answer.wrong !== null);
        if (wrong.length > 0)
            throw new errors/* UserError */.yo(wrong.map(({ name, wrong: what }) => ({
                what: what ?? "",
                where: name,
                mend: (0,core_text.t) `it was deployed, and does not run the release now; look at its service`,
            })));
        return {
            note: (0,core_text.t) `${release.tag} on ${answers.length === 1 ? answers[0]?.name : (0,core_text.t) `all ${answers.length} hosts: ${answers.map(({ name }) => name).join(", ")}`}`,
        };
    },
    holds: async () => false,
};
function stepOf({ id, part, host, own }) {
    if (part === "deploy.migrate")
        return migrate(host);
    if (own !== undefined) {
        return {
            id,
            async run(launch) {
                await launch.hosts.get(host).run((0,presets_preset/* presetOf */.j)(launch.plan).command(contextOf(launch, host), own.run, own.timeout));
                return {};
            },
        };
    }
    return hostStep(part, host);
}
function hostStep(part, host) {
    return {
        id: `${part}@${host}`,
        async run(launch) {
            const context = contextOf(launch, host);
            const preset = (0,presets_preset/* presetOf */.j)(launch.plan);
            if (part === "deploy.start") {
                await (0,manager/* startServices */.Fp)(context.host, launch.plan.services);
                return { note: (0,manager/* unitsOn */.ZA)(launch.plan.services, host).join(", ") };
            }
            if (part === "deploy.health")
                return { note: await (0,health/* awaitHealth */.LO)(context.host, launch.plan, launch.release) };
            const strategy = (0,presets_strategy/* strategyOf */.x)(launch.plan);
            if (part === "deploy.fetch") {
                // Written once: a second try finds the new release there, which is not the way back.
                const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
                const previous = known ?? (await strategy.current(context.host, launch.plan));
                await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
            }
            return (await strategy.parts[part]?.(context, preset)) ?? {};
        },
        ...looksOf(part, host),
    };
}
/** How a part on record as done is looked at again. */
function looksOf(part, host) {
    switch (part) {
        case "deploy.start":
            return { holds: async (launch) => readRelease(launch, host) && (await serves(launch, host)) };
        case "deploy.health":
            return { holds: async () => false };
        default:
            return { still: (launch) => (0,presets_strategy/* strategyOf */.x)(launch.plan).still(part, contextOf(launch, host), (0,presets_preset/* presetOf */.j)(launch.plan)) };
    }
}
/** Whether what was started is younger than all that it reads. */
function readRelease(launch, host) {
    const state = launch.state();
    const started = state.steps.get(`deploy.start@${host}`);
    const lanes = (0,deploy_order/* deployBatches */.qT)(launch.plan).flatMap((batch) => batch.lanes.flat());
    const mine = lanes.filter((step) => step.host === host || step.part === "deploy.migrate").map(({ id }) => id);
    const reads = mine.slice(0, mine.indexOf(`deploy.start@${host}`));
    return started !== undefined && (0,journal_state/* startedAfter */.oT)(state, started, reads);
}
/** Whether what was started with the release still runs, and says so. */
async function serves({ hosts, plan, release }, host) {
    return ((await (0,manager/* everyUnitIs */.Wh)("running", hosts.get(host), plan.services)) &&
        (!(0,deploy_order/* healthHosts */.Sn)(plan).includes(host) || (await (0,health/* healthProblem */._T)(hosts.get(host), plan, release)) === null));
}
const migrate = (host) => ({
    id: `deploy.migrate@${host}`,
    async run(launch) {
        const context = contextOf(launch, host);
        const preset = (0,presets_preset/* presetOf */.j)(launch.plan);
        const [pending] = await Promise.all([preset.pendingMigrations(context), requireStillStopped(launch)]);
        if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true)
            return { skipped: true, note: (0,core_text.t) `no migration is pending` };
        // On record before it begins: from here on the way back includes the database.
        await launch.record({
            kind: "step",
            step: `deploy.migrate@${host}`,
            status: "started",
            facts: { migrated: true, migrations: pending },
        });
        await preset.migrate(context);
        const left = await preset.pendingMigrations(context);
        if (left.length > 0)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `${left.length} migrations are still unapplied: ${left.join(", ")}`,
                where: host,
                mend: (0,core_text.t) `look at manage.py showmigrations`,
            });
        return { note: pending.join(", ") };
    },
    still: async (launch) => (await (0,presets_preset/* presetOf */.j)(launch.plan).pendingMigrations(contextOf(launch, host))).length === 0,
});
/** What ran since the backup may have written, and the way back would not have it. Nothing is migrated yet: going back is free. */
async function requireStillStopped(launch) {
    if ((0,journal_state/* begun */.q1)(launch.state(), "deploy.start"))
        return;
    const running = await (0,maintenance/* startedMeanwhile */.Gc)(launch);
    if (running.length === 0)
        return;
    throw new errors/* UserError */.yo({
        code: "services-started",
        what: (0,core_text.t) `services were started meanwhile, and the backup may lack what they wrote`,
        where: running.join(", "),
        mend: (0,core_text.t) `was the host restarted? docs/hosts.md has the drop-in that keeps units stopped then; the next launch goes on as usual`,
    });
}
function contextOf(launch, host) {
    return {
        plan: launch.plan,
        release: launch.release,
        host: launch.hosts.get(host),
        directory: (0,layout/* releaseDirectory */.fF)(launch.plan, launch.release),
    };
}
/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
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
        planDigest: release.digest,
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
        .run((0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileCommand */ .$)(`${control.directory}/evidence-${launch.release.id}.json`, textOf(evidence), "600"))
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


/***/ }),

/***/ 7366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ leftBackups),
/* harmony export */   v: () => (/* binding */ leftFiles)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5212);
/* harmony import */ var _files_keep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7523);
/* harmony import */ var _afterwards_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1103);
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2291);
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3582);







const notRows = ["dump", "globals.sql", "schema.sql", "source.txt", "manifest.json"];
// The rows that a way back set aside have a line of their own, and stay until that is said.
const removeBackup = `find "$1" -mindepth 1 -maxdepth 1 ! -name written.jsonl ! -name written.jsonl.age -exec rm -rf -- {} + &&
rmdir --ignore-fail-on-non-empty -- "$1" && rm -f -- "$1.tar.age" "$1.tar.age.part" "$1.tar.status"`;
/** Folders of dumps, and in them the rows that a way back set aside. */
async function leftBackups(ground) {
    const { plan, hosts, launches } = ground;
    const host = hosts.get(plan.database.host);
    const user = plan.database["run-as"];
    const proved = (0,_afterwards_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupsOf */ .p)(ground.entries).find((backup) => backup.proved)?.release;
    const made = launches.filter(({ state }) => state.steps.has("backup.dump"));
    const folders = made.flatMap((launch) => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .backupNames */ .pS)(launch).map((name) => ({ name, launch, path: `${plan.database.backup.directory}/${name}` })));
    const found = await Promise.all(folders.map(async ({ name, launch, path }) => {
        const common = { host: host.name, release: launch.id, people: true };
        const dump = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, notRows.map((file) => `${path}/${file}`), user);
        const rows = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, [`${path}/written.jsonl`, `${path}/written.jsonl.age`], user);
        const held = launch.id === proved ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the newest backup that is proved` : ground.holds(launch.id);
        const backup = {
            ...common,
            id: `backup:${name}`,
            kind: "backup",
            what: path,
            since: (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, "backup.dump"),
            bytes: dump.reduce((sum, { bytes }) => sum + bytes, 0),
            held,
            async remove() {
                await host.run({
                    ...(0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)(removeBackup, [path], { timeoutSeconds: 3600 }),
                    ...(user === undefined ? {} : { user }),
                });
            },
        };
        const asides = rows.map((file) => ({
            ...common,
            id: `rows:${name}${file.path.endsWith(".age") ? ".age" : ""}`,
            kind: "rows",
            what: file.path,
            since: (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, "rollback.database"),
            bytes: file.bytes,
            held: ground.holds(launch.id),
            remove: () => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .removePath */ ._b)(host, file.path, user),
        }));
        return [...(dump.length > 0 ? [backup] : []), ...asides];
    }));
    return found.flat();
}
/** What was kept of uploaded files, and what a way back set aside of them. */
async function leftFiles(ground) {
    const { plan, hosts, launches } = ground;
    const found = await Promise.all((0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R)(plan).map(async (place) => {
        const host = hosts.get(place.host);
        const { user } = place;
        const item = async (kind, id, path, said) => {
            const [size] = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, [path], user);
            if (size === undefined)
                return [];
            return [
                {
                    id,
                    kind,
                    host: host.name,
                    what: path,
                    since: size.changed,
                    bytes: size.bytes,
                    people: true,
                    ...said,
                    remove: () => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .removePath */ ._b)(host, path, user),
                },
            ];
        };
        const own = await Promise.all(launches.map(async (launch) => {
            const kept = launch.state.steps.get((0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("backup", place))?.facts.kept;
            if (kept === undefined)
                return [];
            const since = (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, (0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("backup", place));
            const said = { release: launch.id, held: ground.holds(launch.id), since };
            const aside = (0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .givenBackOf */ .sX)({ state: () => launch.state }, place)?.aside.folder ?? `${kept.folder}/set-aside`;
            return [
                ...(await item("files", `files:${place.id}:${launch.id}`, `${kept.folder}/tree`, said)),
                ...(await item("set-aside", `set-aside:${place.id}:${launch.id}`, aside, said)),
            ];
        }));
        const rehearsed = launches.some(({ state }) => state.steps.has((0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("day-before", place)));
        const underWay = launches.some(({ state }) => state.ended === null);
        const byDay = rehearsed
            ? await item("files", `files:${place.id}:by-day`, (0,_files_keep_js__WEBPACK_IMPORTED_MODULE_1__/* .folderByDay */ .k8)(place), {
                release: null,
                held: underWay ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `a launch is under way, and may use it` : null,
            })
            : [];
        return [...own.flat(), ...byDay];
    }));
    return found.flat();
}


/***/ }),

/***/ 4392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ groundOf),
  K: () => (/* binding */ leftoversOf)
});

// EXTERNAL MODULE: ./.build/js/stages/leftovers/backups.js
var backups = __webpack_require__(7366);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/trial.js + 1 modules
var trial = __webpack_require__(5274);
// EXTERNAL MODULE: ./.build/js/stages/scratch.js + 3 modules
var scratch = __webpack_require__(8633);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/leftover.js
var leftover = __webpack_require__(3582);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/databases.js






/** Databases of launches on record, and scratch databases that bear golive's mark. A name alone is never enough. */
async function leftDatabases(ground) {
    const { plan, hosts } = ground;
    const host = hosts.get(plan.database.host);
    const there = await databasesOn(host, plan.database);
    const known = ground.launches.flatMap((launch) => knownOf(plan.database, launch));
    const own = known.flatMap(({ name, oid, release, since }) => {
        const found = there.find((one) => one.name === name && (oid === undefined || oid === one.oid));
        if (found === undefined || name === plan.database.name)
            return [];
        return [databases_leftover(host, plan.database, found, { release, since, held: ground.holds(release) })];
    });
    return [...own, ...(await scratches(ground))];
}
function knownOf(database, { id: release, state }) {
    const facts = (step) => state.steps.get(step)?.facts;
    const copy = facts("backup.copy")?.copy;
    const kept = facts("rollback.database")?.kept;
    const begun = (step) => state.steps.has(step);
    const side = (purpose, step) => begun(step) ? [{ name: (0,postgres/* sideName */.jf)(database.name, purpose, release), release, since: (0,leftover/* sinceOf */.ek)(state, step) }] : [];
    return [
        ...(copy ? [{ name: copy.name, oid: copy.oid, release, since: (0,leftover/* sinceOf */.ek)(state, "backup.copy") }] : []),
        ...(typeof kept === "string"
            ? [
                {
                    name: kept,
                    oid: facts("rollback.database")?.failed,
                    release,
                    since: (0,leftover/* sinceOf */.ek)(state, "rollback.database"),
                },
            ]
            : []),
        ...side("proof", "backup.proof"),
        ...side("restored", "rollback.database"),
    ];
}
async function scratches({ plan, hosts, launches }) {
    const { host, database } = (0,scratch/* readerOf */.TC)({ plan, hosts });
    const underWay = launches.some(({ state }) => state.ended === null);
    return (await databasesOn(host, database))
        .filter(({ name, marked }) => marked && name.startsWith(`${database.name}_trial_`))
        .map((one) => databases_leftover(host, database, one, {
        release: null,
        since: new Date().toISOString(),
        held: underWay ? (0,core_text.t) `a launch is under way, and may use it` : null,
    }));
}
async function databasesOn(host, database) {
    const rows = await (0,postgres/* query */.P)(host, database, "postgres", "SELECT oid, pg_database_size(oid), coalesce(shobj_description(oid, 'pg_database') = :'mark', false), datname FROM pg_database WHERE starts_with(datname, :'prefix')", { mark: trial/* mark */.Gy, prefix: `${database.name}_` });
    return rows.map(([oid = "", bytes = "0", marked = "f", ...name]) => ({
        name: name.join("|"),
        oid,
        bytes: Number(bytes),
        marked: marked === "t",
    }));
}
function databases_leftover(host, database, { name, oid, bytes }, said) {
    return {
        id: `database:${name}`,
        kind: "database",
        host: host.name,
        what: name,
        bytes,
        people: true,
        ...said,
        remove: () => drop(host, database, { name, oid }),
    };
}
// That very database, and not the service's; whoever is connected to it is not thrown out.
const dropSql = `SELECT format('DROP DATABASE %I', datname) FROM pg_database WHERE datname = :'name' AND oid = :'oid' AND datname <> :'service' \\gexec
SELECT count(*) FROM pg_database WHERE datname = :'name' AND oid = :'oid';
`;
async function drop(host, database, { name, oid }) {
    const dropped = await host.attempt((0,postgres/* psqlCommand */.K9)(database, "postgres", dropSql, { name, oid, service: database.name }));
    if (dropped.code === 0 && dropped.stdout.trim() === "0")
        return;
    throw new errors/* UserError */.yo({
        code: "clean-database-used",
        what: (0,core_text.t) `${name} could not be dropped; somebody may be connected to it`,
        where: host.name,
        mend: (0,core_text.t) `look at pg_stat_activity, then try again`,
    });
}

// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/holds.js


/**
 * Why a launch's things stay: it is under way, or it is the last that went live or was rolled back and its time is not
 * over. What earlier ones left may go on a word.
 */
function holdsOf(plan, launches, now) {
    const last = (outcome) => launches.findLast(({ state }) => state.ended?.outcome === outcome);
    const young = [last("live"), last("rolled-back")].flatMap((launch) => {
        if (launch === undefined)
            return [];
        const until = Date.parse(launch.state.ended?.at ?? "") + plan["keep-for"] * 1000;
        return until > now ? [{ id: launch.id, until: new Date(until).toISOString() }] : [];
    });
    return (release) => {
        const launch = launches.find(({ id }) => id === release);
        if (launch !== undefined && launch.state.ended === null)
            return (0,core_text.t) `the launch is under way`;
        const kept = young.find(({ id }) => id === release);
        return kept === undefined ? null : (0,core_text.t) `kept until ${(0,figures/* showDay */.eL)(kept.until, plan.timezone)} (keep-for)`;
    };
}
/** The last launch that went live: the release before it is its way back, however old. */
function lastLive(launches) {
    return launches.findLast(({ state }) => state.ended?.outcome === "live");
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/releases.js






// Directories with a note of golive's own, one a line; the live one is nothing that was left. $1 deploy.directory.
const noted = `b=$1; live=$(readlink -f -- "$b/current"); ls -1 -- "$b/golive" 2>/dev/null | while IFS= read -r n; do
  d=$b/releases/$n; [ -d "$d" ] && [ "$(readlink -f -- "$d")" != "$live" ] && printf '%s\\n' "$d"; done; exit 0`;
const removeNoted = `[ "$(readlink -f -- "$1/current")" != "$(readlink -f -- "$1/releases/$2")" ] && [ -e "$1/golive/$2" ] &&
rm -rf -- "$1/releases/$2" && rm -f -- "$1/golive/$2" && git -C "$1/repo" worktree prune`;
// What in-place launches put beside what they changed, in the checkout and in .git, by its name. $1 deploy.directory.
const beside = `find "$1" -maxdepth 2 \\( -name '*.golive-*' -o -path "$1/.git/golive-*" \\) -prune -print0 2>/dev/null | tr '\\0\\n' '\\n\\0'`;
/** Releases that are not live, and what in-place launches left beside the checkout. */
async function leftReleases(ground) {
    const { plan, hosts } = ground;
    const found = await Promise.all(plan.deploy.hosts.map((name) => plan.deploy.strategy === "releases" ? directories(ground, hosts.get(name)) : leftBeside(ground, hosts.get(name))));
    return found.flat();
}
async function directories({ plan, launches, holds }, host) {
    const { directory, "run-as": user } = plan.deploy;
    const as = user === undefined ? {} : { user };
    const { stdout } = await host.run((0,command/* script */.K$)(noted, [directory], { timeoutSeconds: 60, ...as }));
    const paths = stdout.split("\n").filter((line) => line !== "");
    const before = previousDirectory(lastLive(launches), host.name);
    return (await (0,leftover/* sizesOf */.gN)(host, paths, user)).map(({ path, bytes, changed }) => {
        const name = (0,external_node_path_.basename)(path);
        const launch = launches.findLast(({ state }) => state.release !== null && (0,layout/* releaseDirectory */.fF)(plan, state.release) === path);
        const underWay = launch !== undefined && launch.state.ended === null ? holds(launch.id) : null;
        return {
            id: `release:${host.name}:${name}`,
            kind: "release",
            host: host.name,
            what: path,
            release: launch?.id ?? null,
            since: changed,
            bytes,
            people: false,
            held: path === before ? (0,core_text.t) `the way back from the release that is live` : underWay,
            async remove() {
                await host.run((0,command/* script */.K$)(removeNoted, [directory, name], { timeoutSeconds: 1800, exclusive: (0,layout/* lockFile */.Ke)(plan), ...as }));
            },
        };
    });
}
function previousDirectory(launch, host) {
    return launch?.state.steps.get(`deploy.fetch@${host}`)?.facts.previous?.directory;
}
async function leftBeside({ plan, launches, holds }, host) {
    const { directory, "run-as": user } = plan.deploy;
    const as = user === undefined ? {} : { user };
    const { stdout } = await host.run((0,command/* script */.K$)(beside, [directory], { timeoutSeconds: 300, ...as }));
    const trials = (0,layout/* trialFolder */.Zl)(plan);
    const candidates = [
        ...stdout.split("\n").filter((line) => line !== "" && !line.includes("\0")),
        ...launches.map(({ id }) => `${trials}/${id}`),
    ];
    // Whatever else is named so is somebody's own.
    const known = candidates.filter((path) => launches.some(({ id }) => isOf(path, id, trials)));
    return (await (0,leftover/* sizesOf */.gN)(host, known, user)).map(({ path, bytes, changed }) => {
        const launch = launches.find(({ id }) => isOf(path, id, trials));
        const inside = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
        return {
            id: `beside:${host.name}:${inside}`,
            kind: path.startsWith(`${trials}/`) ? "trial" : "beside",
            host: host.name,
            what: path,
            release: launch?.id ?? null,
            since: launch?.state.ended?.at ?? changed,
            bytes,
            people: false,
            held: launch === undefined ? null : holds(launch.id),
            remove: () => (0,leftover/* removePath */._b)(host, path, user),
        };
    });
}
function isOf(path, id, trials) {
    const name = (0,external_node_path_.basename)(path);
    return path === `${trials}/${id}` || name === `golive-${id}.diff` || /\.golive-[a-z]+-(.+)$/.exec(name)?.[1] === id;
}

;// CONCATENATED MODULE: ./.build/js/stages/leftovers/inventory.js





/** All that launches left behind, the oldest first. Changes nothing. */
async function leftoversOf(plan, { hosts, journal }, now = Date.now()) {
    const ground = await groundOf(plan, { hosts, journal }, now);
    const found = await Promise.all([
        leftDatabases(ground),
        (0,backups/* leftBackups */.t)(ground),
        (0,backups/* leftFiles */.v)(ground),
        leftReleases(ground),
        leftLogs(ground),
    ]);
    return found.flat().toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
}
async function groundOf(plan, { hosts, journal }, now = Date.now()) {
    const entries = await journal.read();
    const launches = (0,leftover/* launchesOf */.Z$)(entries);
    return { plan, hosts, entries, launches, holds: holdsOf(plan, launches, now) };
}
/** What failed commands said, whole. */
async function leftLogs({ plan, hosts, launches, holds }) {
    const host = hosts.get(plan.control.host);
    const paths = launches.map(({ id }) => `${plan.control.directory}/logs/${id}`);
    return (await (0,leftover/* sizesOf */.gN)(host, paths, undefined)).map(({ path, bytes, changed }) => {
        const release = path.slice(path.lastIndexOf("/") + 1);
        return {
            id: `log:${release}`,
            kind: "log",
            host: host.name,
            what: path,
            release,
            since: launches.find(({ id }) => id === release)?.state.ended?.at ?? changed,
            bytes,
            people: true,
            held: holds(release),
            remove: () => (0,leftover/* removePath */._b)(host, path, undefined),
        };
    });
}


/***/ }),

/***/ 3582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ launchesOf),
/* harmony export */   _b: () => (/* binding */ removePath),
/* harmony export */   ek: () => (/* binding */ sinceOf),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   pS: () => (/* binding */ backupNames)
/* harmony export */ });
/* unused harmony export sizeScript */
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);

function launchesOf(entries) {
    const ids = [...new Set(entries.flatMap((entry) => (entry.kind === "opened" ? [entry.release] : [])))];
    return ids.map((id) => ({ id, state: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(entries, id) }));
}
/** When a step was begun, or ended; the release's own beginning where that is not on record. */
function sinceOf(state, step) {
    const found = state.steps.get(step);
    return found?.endedAt ?? found?.startedAt ?? state.ended?.at ?? new Date(0).toISOString();
}
/** The folder names that backups of a launch have: one made anew has a number. */
function backupNames({ id, state }) {
    return [id, ...Array.from({ length: state.reopened }, (_, index) => `${id}-${index + 2}`)];
}
// Positions, not names, come back: a path may hold anything.
const sizeScript = `i=0; for p; do
  if [ -e "$p" ] || [ -L "$p" ]; then printf '%s %s %s\\n' "$i" "$(du -sb -- "$p" 2>/dev/null | cut -f 1)" "$(stat -c %Y -- "$p")"; fi
  i=$((i + 1))
done`;
/** Those of the paths that are there. */
async function sizesOf(host, paths, user) {
    if (paths.length === 0)
        return [];
    const { stdout } = await host.run({
        file: "sh",
        args: ["-c", sizeScript, "sh", ...paths],
        timeoutSeconds: 1800,
        label: "du",
        ...(user === undefined ? {} : { user }),
    });
    return stdout.split("\n").flatMap((line) => {
        const [index = "", bytes = "0", seconds = "0"] = line.split(" ");
        const path = paths[Number(index)];
        if (index === "" || path === undefined)
            return [];
        return [{ path, bytes: Number(bytes), changed: new Date(Number(seconds) * 1000).toISOString() }];
    });
}
/** Removes a folder or a file of that user's, and nothing when it is gone already. */
async function removePath(host, path, user) {
    await host.run({
        file: "rm",
        args: ["-rf", "--", path],
        timeoutSeconds: 4 * 3600,
        ...(user === undefined ? {} : { user }),
    });
}


/***/ })

};
