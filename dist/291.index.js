export const id = 291;
export const ids = [291];
export const modules = {

/***/ 1291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ recall_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/database/written.js
var database_written = __webpack_require__(4275);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/baseline.js
var baseline = __webpack_require__(1987);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 11 modules
var stages_launch = __webpack_require__(8778);
// EXTERNAL MODULE: ./.build/js/stages/rollback.js + 1 modules
var rollback = __webpack_require__(8383);
;// CONCATENATED MODULE: ./.build/js/stages/recall.js












/** What taking the opened release back would set aside, table by table, before anyone approves it. Changes nothing. */
async function lookBack(context, tag, because) {
    const { launch, close } = await openedLaunch(context, tag);
    try {
        const { plan, release } = launch;
        const touchesDatabase = (0,rollback/* migrationRan */.k)(launch);
        const written = touchesDatabase ? await (0,baseline/* writtenSinceBackup */.U)(launch, plan.database.name, null) : [];
        const page = lossPage(launch, because, touchesDatabase, written);
        await (0,issue/* comment */.Im)(context.github, release.issue, page);
        context.log.info(touchesDatabase ? `Since the backup: ${(0,database_written/* writtenText */.v4)(written)}` : "No migration ran: the database stays as it is");
        return { commit: release.commit, digest: release.digest, environment: plan.approval["rollback-environment"], written, page };
    }
    finally {
        await close();
    }
}
/** Takes an opened release back after people approved it: the page goes up, newer rows are set aside, the old release serves. */
async function recall(context, tag, because, digest) {
    const { launch, reached, close } = await openedLaunch(context, tag);
    try {
        if (launch.release.digest !== digest)
            throw new errors/* UserError */.yo({ what: "the launch is not the one that was looked at (its digest differs)", mend: "start the rollback again, so that a reviewer sees what it would set aside" });
        const by = await requireApproval(context, launch);
        await takeLock(context, launch, reached);
        const { recalled } = launch.state();
        const ours = launch.release.runId === context.run.id;
        if (!ours || recalled === null) {
            await launch.record({ kind: "opened", opened: { ...launch.release, runId: context.run.id } });
            await launch.record({ kind: "recalled", by, because });
        }
        await (0,rollback/* rollback */.d)(launch, because);
        return launch;
    }
    finally {
        await close();
    }
}
/** The launch of a tag that is live, or whose way back was begun and not finished. */
async function openedLaunch(context, tag) {
    const wrong = (0,release/* tagProblem */.qH)(tag);
    if (wrong !== null)
        throw new errors/* UserError */.yo({ what: wrong, where: "input tag", mend: "give the tag that is live now" });
    const commit = await (0,repository/* commitOfTag */.lz)(context.github, tag);
    const { plan } = await (0,stages_launch/* planAt */.Jl)(context.github, context.planFile, commit);
    const reached = await (0,stages_launch/* reach */.gl)(plan, context);
    try {
        const entries = await reached.journal.read();
        const id = (0,journal_state/* latestRelease */.JF)(entries);
        const state = id === null ? null : (0,journal_state/* stateOf */.L4)(entries, id);
        const release = state?.release;
        if (!state || !release || release.tag !== tag || release.commit !== commit) {
            throw new errors/* UserError */.yo({ what: `${tag} is not the release that was launched last${release ? ` (that is ${release.tag} at ${release.commit.slice(0, 12)})` : ""}`, where: `${plan.control.host}:${plan.control.directory}`, mend: "only the newest launch can be taken back" });
        }
        if (state.ended?.outcome === "rolled-back")
            throw new errors/* UserError */.yo({ what: `${tag} was rolled back already`, where: `${plan.control.host}:${plan.control.directory}`, mend: "nothing is left to do; `golive status` says how it stands" });
        if (!(0,journal_state/* begun */.q1)(state, "open.off"))
            throw new errors/* UserError */.yo({ what: `the launch of ${tag} never opened the site`, where: `${plan.control.host}:${plan.control.directory}`, mend: "re-run its failed jobs: until the site opens, the way back needs nobody's approval" });
        const launch = (0,stages_launch/* launchOf */.v4)(context, plan, release, reached, entries);
        return { launch, reached, close: () => launch.close() };
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}
async function requireApproval({ github, run }, { plan }) {
    const environment = plan.approval["rollback-environment"];
    const by = await (0,runs/* approversOf */.U9)(github, run.id, environment);
    if (by.length === 0 && plan.approval.unprotected === undefined) {
        throw new errors/* UserError */.yo({ what: `nobody approved ${environment} in this run`, mend: "the job of this step has to name that environment, and a reviewer has to approve it" });
    }
    return by;
}
async function takeLock(context, { lock, release, plan }, reached) {
    const { github, run, log } = context;
    const { id, tag, commit, digest } = release;
    const owner = { release: id, tag, commit, digest, runId: run.id, runUrl: (0,runs/* runUrl */.Vp)(github, run.id), actor: run.actor, since: new Date().toISOString() };
    const taken = await lock.take(owner);
    if (taken.taken)
        return (0,stages_launch/* shutOut */.rt)(plan, reached, taken.token, log);
    const held = taken.owner;
    if (held.runId !== run.id)
        await (0,claim/* requireOver */.u9)(context, plan, taken);
    const token = held.release === id || held.runId === run.id ? await lock.takeOver(held, owner) : null;
    if (token === null)
        throw new errors/* UserError */.yo({ what: `the launch lock is held by run ${held.runId} for ${held.tag}`, where: plan.control.host, mend: `finish that launch first: ${held.runUrl}` });
    await (0,stages_launch/* shutOut */.rt)(plan, reached, token, log);
}
function lossPage({ plan, release, messages }, because, touchesDatabase, written) {
    const { loss } = messages;
    const head = `## ↩️ ${loss.title((0,markdown/* plain */.p)(plan.service), (0,markdown/* plain */.p)(release.tag))}\n\n${(0,markdown/* plain */.p)(because)}\n`;
    if (!touchesDatabase)
        return `${head}\n${loss.codeOnly}\n`;
    if (written.length === 0)
        return `${head}\n${loss.nothing}\n`;
    const rows = written.map(({ table, inserted, changed, deleted, byPeople }) => `| ${(0,markdown/* plain */.p)(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`);
    return `${head}\n${loss.kept((0,markdown/* plain */.p)(plan.database.name))}\n\n| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|\n${rows.join("\n")}\n`;
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
;// CONCATENATED MODULE: ./.build/js/actions/recall.js



const recall_action = {
    inputs: { ...action/* common */.sh, state: { required: true, oneOf: ["look", "go"] }, tag: { required: true }, because: { required: true }, digest: {} },
    outputs: ["digest", "environment", "rows", "outcome"],
    async run(context, inputs) {
        const { tag = "", because = "", digest = "" } = inputs;
        if (inputs.state === "look") {
            const look = await lookBack(context, tag, because);
            const rows = look.written.reduce((sum, { inserted, changed, deleted }) => sum + inserted + changed + deleted, 0);
            return { outputs: { digest: look.digest, environment: look.environment, rows: String(rows) }, summary: look.page };
        }
        if (digest === "")
            throw new errors/* UserError */.yo({ what: "is empty", where: "input digest", mend: "pass the output of the step with state: look; it is what was approved" });
        const launch = await recall(context, tag, because, digest);
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    },
};


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
    return (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .Cf)({ plan, release, phases: (0,_outline_js__WEBPACK_IMPORTED_MODULE_7__/* .outline */ .rj)(plan, _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en), state: entries.reduce(_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .next */ .K2, _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$), window, runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(context.github, release.runId), messages: _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en });
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


/***/ })

};
