export const id = 57;
export const ids = [57];
export const modules = {

/***/ 7057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2159);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);



const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: [],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploy */ .gg)(launch);
        return {};
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

/***/ 2159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   gg: () => (/* binding */ deploy),
/* harmony export */   te: () => (/* binding */ previousOf)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7856);
/* harmony import */ var _presets_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8810);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7631);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1986);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5058);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8102);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8225);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9972);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2177);












/** The release onto the hosts: each part on every host, in the order of `deployOrder`. */
async function deploy(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .begun */ .q1)(launch.state(), "open.off"))
        return;
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_10__/* .wayBackIsThere */ .hh)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "nothing is deployed before the way back is there", mend: "run backup first" });
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_9__/* .runSteps */ .rl)(launch, (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .deployOrder */ .yx)(launch.plan).flatMap((part) => stepsOf(launch, part)));
}
function stepsOf(launch, part) {
    if (part === "deploy.migrate")
        return [migrate((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .migrateHost */ .AL)(launch.plan))];
    if ((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .perHost */ .GB)(part))
        return (0,_outline_js__WEBPACK_IMPORTED_MODULE_8__/* .hostsOf */ .PP)(launch.plan, part).map((host) => hostStep(part, host));
    return (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .customSteps */ .bH)(launch.plan, part).map(({ step, host, id }) => ({
        id,
        async run(launch) {
            await launch.hosts.get(host).run((0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan).command(contextOf(launch, host), step.run, step.timeout));
            return {};
        },
    }));
}
function hostStep(part, host) {
    return {
        id: `${part}@${host}`,
        async run(launch) {
            const context = contextOf(launch, host);
            const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan);
            if (part === "deploy.start") {
                await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .startServices */ .Fp)(context.host, launch.plan.services);
                return { note: launch.plan.services.units.join(", ") };
            }
            if (part === "deploy.health")
                return { note: await (0,_health_js__WEBPACK_IMPORTED_MODULE_6__/* .awaitHealth */ .LO)(context.host, launch.plan, launch.release) };
            const strategy = (0,_presets_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyOf */ .x)(launch.plan);
            if (part === "deploy.fetch") {
                // Written once: a second try finds the new release there, which is not the way back.
                const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
                const previous = known ?? (await strategy.current(context.host, launch.plan));
                await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
            }
            return (await strategy.parts[part]?.(context, preset)) ?? {};
        },
        ...(part === "deploy.start" || part === "deploy.health" ? { holds: async () => false } : {}),
    };
}
const migrate = (host) => ({
    id: `deploy.migrate@${host}`,
    async run(launch) {
        const context = contextOf(launch, host);
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan);
        const pending = await preset.pendingMigrations(context);
        if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true)
            return { skipped: true, note: "no migration is pending" };
        // On record before it begins: from here on the way back includes the database.
        await launch.record({ kind: "step", step: `deploy.migrate@${host}`, status: "started", facts: { migrated: true, migrations: pending } });
        await preset.migrate(context);
        const left = await preset.pendingMigrations(context);
        if (left.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `${left.length} migrations are still unapplied: ${left.join(", ")}`, where: host, mend: "look at manage.py showmigrations" });
        return { note: pending.join(", ") };
    },
});
function contextOf(launch, host) {
    return { plan: launch.plan, release: launch.release, host: launch.hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .releaseDirectory */ .fF)(launch.plan, launch.release) };
}
/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
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
