export const id = 314;
export const ids = [314];
export const modules = {

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
// EXTERNAL MODULE: ./.build/js/database/restore.js + 1 modules
var restore = __webpack_require__(5703);
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
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var stages_launch = __webpack_require__(4393);
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
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", whyNothing(results));
    else if (state.ended === null)
        await launch.record({ kind: "note", text: (0,last_word/* halfWay */.z)(launch) });
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
function whyNothing(results) {
    const states = Object.values(results);
    if (states.includes("cancelled"))
        return (0,core_text.t) `cancelled before anything was touched`;
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
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4393);

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

/***/ 1921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   TK: () => (/* binding */ issueFacts),
/* harmony export */   UO: () => (/* binding */ answerOnce)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9440);

/** A comment as it is now, with what its author may do; null when it is gone. */
async function saidIn(github, id) {
    const { octokit, owner, repo } = github;
    try {
        const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
        const author = data.user?.login ?? "";
        return {
            id: data.id,
            issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
            author,
            byHand: data.user?.type === "User" && !data.performed_via_github_app,
            body: data.body ?? "",
            createdAt: data.created_at,
            updatedAt: data.updated_at,
            permission: await permissionOf(github, author),
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** What a login may do in the repository: admin, write, read or none. */
async function permissionOf({ octokit, owner, repo }, login) {
    try {
        return (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })).data.permission;
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return "none";
        throw error;
    }
}
/** An issue as it is now; null when there is none. */
async function issueFacts({ octokit, owner, repo }, issue) {
    try {
        const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: issue });
        return {
            open: data.state === "open",
            body: data.body ?? "",
            labels: data.labels.flatMap((label) => (typeof label === "string" ? [label] : label.name ? [label.name] : [])),
            byBot: data.user?.type === "Bot" && !data.pull_request,
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** Answers a comment on its issue once; a second answer to the same comment is not posted. */
async function answerOnce({ octokit, owner, repo }, said, text) {
    const mark = `<!-- golive:answer=${said.id} -->`;
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: said.issue,
        per_page: 100,
    });
    if (all.some(({ user, body }) => user?.type === "Bot" && body?.startsWith(mark)))
        return;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ awaitComment),
/* harmony export */   Xx: () => (/* binding */ requireStillApproved),
/* harmony export */   pP: () => (/* binding */ awaitsComment),
/* harmony export */   rk: () => (/* binding */ approvalBy)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8714);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2318);
/* harmony import */ var _core_approval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5263);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4998);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1921);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7589);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7285);














/** Whether the window still waits for a comment that approves it. A launch under way waits for nobody. */
function awaitsComment({ plan, run, state }) {
    return (plan.approval.comment !== undefined && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state()) && !state().comments.some((one) => one.run === run.id));
}
/**
 * The approval that a comment gives, looked up afresh: nothing of the event that started this run is believed.
 * Null when this run was approved by it before and the launch is under way. A comment that does not approve is
 * answered once, and a UserError says why. `patience` in seconds for the end of the run that opened the launch.
 */
async function approvalBy(context, plan, now, id, entries, patience = 60) {
    const where = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `input approval`;
    if (plan.approval.comment === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the plan takes no approval by a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty, or name approvers in approval.comment`,
        });
    if (!/^[1-9][0-9]{0,15}$/.test(id))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `is not the id of a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty; the workflow Approve fills it in`,
        });
    const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .latestRelease */ .JF)(entries);
    const state = last === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(entries, last);
    const release = state?.release;
    if (!state || !release)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `no launch was opened yet`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `start the launch first; its checklist says what to write`,
        });
    const own = state.comments.find((one) => one.id === Number(id) && one.run === context.run.id);
    if (own && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state) && state.ended === null)
        return null;
    const opening = own?.opening ?? release.runId;
    const waiting = state.ended === null && (state.waiting || own !== undefined);
    if (waiting)
        await untilOver(context, opening, patience);
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .saidIn */ .$g)(context.github, Number(id));
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no comment ${id}`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it was deleted; write a new one` });
    const used = usedComments(entries).filter((one) => !own || one !== own.id);
    const why = (await whyNot(context, said, { plan, release, now, state, entries, opening, waiting, used })) ??
        (await whyNotYet(context, plan, opening, state));
    if (why !== null)
        await refuse(context, said, why);
    return { kind: "approved", by: [said.author], comment: { id: said.id, at: said.createdAt, opening } };
}
/** Just before anything is touched: the comment that approved this run is still there, as it was. */
async function requireStillApproved(launch) {
    const { plan, release, run, github } = launch;
    const state = launch.state();
    const given = state.comments.findLast((one) => one.run === run.id);
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `an approver writes ${(0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)} on checklist #${release.issue}; that starts the window`;
    if (!given)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `nobody approved this run by a comment`, where: "approval.comment", mend });
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .saidIn */ .$g)(github, given.id);
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the comment of ${given.by} that approved this run was deleted`,
            where: "approval.comment",
            mend,
        });
    const entries = await launch.journal.read();
    const used = usedComments(entries.filter((entry) => entry.run.id !== run.id));
    const why = await whyNot(launch, said, {
        plan,
        release,
        now: release,
        state,
        entries,
        opening: given.opening,
        waiting: true,
        used,
    });
    if (why !== null)
        await refuse(launch, said, why);
}
/** The day before is through: from now on a comment can approve the window, and the approvers are told so. */
async function awaitComment(launch) {
    if (launch.state().waiting)
        return;
    const { plan, release, messages, github, log } = launch;
    const approvers = plan.approval.comment?.approvers ?? [];
    await launch.record({ kind: "waiting" });
    // The page first: it is what a comment is held to.
    await launch.view.flush();
    const text = `🔏 ${approvers.map((login) => `@${login}`).join(" ")}: **${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(plan.service)} ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(release.tag)}** ${messages.waits} ${messages.howToApprove((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .code */ .a)((0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(release.actor))}`;
    await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_10__/* .comment */ .Im)(github, release.issue, text).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The approvers could not be told: ${error.message}. The checklist says what to write.`));
}
async function whyNot({ github }, said, { plan, release, now, state, entries, opening, waiting, used }) {
    const [issue, start] = await Promise.all([(0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .issueFacts */ .TK)(github, release.issue), (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .startOf */ .GH)(github, opening)]);
    if (start === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is gone from GitHub; start the launch again`;
    const opened = entries.flatMap((entry) => entry.kind === "opened" && entry.release === release.id ? [entry.opened.actor] : []);
    return (0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .whyRefused */ .fG)(said, {
        ...now,
        recorded: release,
        issueOpen: issue?.open === true,
        waiting: waiting && state.ended === null,
        approvers: plan.approval.comment?.approvers ?? [],
        starters: [...opened, ...start.by],
        openedAt: start.at,
        used,
    });
}
/** An approval that comes too early would be used up by a run that cannot begin. */
async function whyNotYet({ github }, plan, opening, state) {
    if ((await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runState */ .HQ)(github, opening)) === "in progress")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is not over yet; write it again once it is`;
    if (state.overridden !== null || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state))
        return null;
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .moment */ .n$)(time.setZone(plan.timezone));
    const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_11__/* .gateAt */ .De)((0,_core_window_js__WEBPACK_IMPORTED_MODULE_12__/* .currentOrNextWindow */ .Kx)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.now()), luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_8__/* .forecastOf */ .DH)(state));
    if (gate.kind === "early")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is too early; write it again from ${clock(gate.approveFrom)} on`;
    if (gate.kind === "short")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.left)} of the window are left, and the launch and a rollback may need ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.needed)}; write it again for the next window`;
    return null;
}
async function refuse({ github, log }, said, why) {
    await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOnce */ .UO)(github, said, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `🔏 This comment does not approve the launch: ${why}.`).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The comment could not be answered: ${error.message}`));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
        code: "approval-refused",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `comment ${said.id} of ${said.author} does not approve the launch: ${why}`,
        where: "approval.comment",
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the checklist says what to write, and who may`,
    });
}
/** The launch can only be taken on once its run has ended, and that run writes the page people answer. */
async function untilOver({ github, signal }, run, patience) {
    const until = Date.now() + patience * 1000;
    while (!signal.aborted && Date.now() < until && (await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runState */ .HQ)(github, run)) === "in progress")
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(3000, patience * 1000), undefined, { signal }).catch(() => { });
}
function usedComments(entries) {
    return entries.flatMap((entry) => (entry.kind === "approved" && entry.comment ? [entry.comment.id] : []));
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
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var presets_preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var presets_strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
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

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var stages_launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/deploy.js














/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
async function deploy(launch, only = []) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off"))
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
            return { holds: (launch) => serves(launch, host) };
        case "deploy.health":
            return { holds: async () => false };
        default:
            return { still: (launch) => (0,presets_strategy/* strategyOf */.x)(launch.plan).still(part, contextOf(launch, host), (0,presets_preset/* presetOf */.j)(launch.plan)) };
    }
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
        const pending = await preset.pendingMigrations(context);
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


/***/ })

};
