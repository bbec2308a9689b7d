export const id = 780;
export const ids = [780];
export const modules = {

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1986);
/* harmony import */ var _stages_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);




const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["directory", "manifest"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backup */ .R)(launch);
        return { outputs: { directory: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupDirectory */ .iV)(launch), manifest: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestHash */ .wj)(launch) } };
    }),
};


/***/ }),

/***/ 7259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ atOnce)
/* harmony export */ });
/** The answers in the order of `items`, asked at most `most` at the same time. Rejects with the first that rejects. */
async function atOnce(items, most, ask) {
    const answers = [];
    const left = items.entries();
    const work = async () => {
        for (const [index, item] of left)
            answers[index] = await ask(item);
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
    return answers;
}


/***/ }),

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   aw: () => (/* binding */ backupName),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2291);

function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory(launch) {
    return `${launch.plan.database.backup.directory}/${backupName(launch)}`;
}
/** A backup is never overwritten: one made anew has a folder of its own. */
function backupName({ release, state }) {
    const { reopened } = state();
    return `${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
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
    if (!(0,_files_record_js__WEBPACK_IMPORTED_MODULE_0__/* .filesAreKept */ .KP)(launch))
        return false;
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   r$: () => (/* binding */ runLanes),
/* harmony export */   rl: () => (/* binding */ runSteps)
/* harmony export */ });
/* unused harmony exports progress, recordFailure */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _core_at_once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7259);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7285);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6523);







/** Runs the steps in order, those of an inner list at the same time; each on record before and after. Those done for this release are not done again. */
async function runSteps(launch, steps) {
    for (const step of steps) {
        if ("id" in step)
            await runStep(launch, step);
        else
            await runLanes(launch, step.map((one) => [one]));
    }
}
/**
 * Lanes at the same time, as many as the plan's batch; each lane's steps in order. When a step fails, every other lane
 * ends the step it is in, and nothing more begins. Throws a StepError with all that failed.
 */
async function runLanes(launch, lanes) {
    const failed = [];
    await (0,_core_at_once_js__WEBPACK_IMPORTED_MODULE_6__/* .atOnce */ .z)(lanes, launch.plan.deploy.batch, async (lane) => {
        for (const step of lane) {
            if (failed.length > 0)
                return;
            await runStep(launch, step).catch((error) => failed.push(error));
        }
    });
    const steps = failed.filter((error) => error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg);
    const [first] = steps;
    if (first && steps.length > 1)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(first.step, new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(steps.map(({ step, cause }) => ({ what: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(cause), where: step }))));
    if (failed.length > 0)
        throw first ?? failed[0];
}
async function runStep(launch, step) {
    const before = launch.state().steps.get(step.id);
    if (before?.status === "done" || before?.status === "skipped") {
        const byAnother = before.run.id !== launch.run.id || before.run.attempt !== launch.run.attempt;
        if ((await (step.holds?.(launch) ?? true)) && (!byAnother || (await (step.still?.(launch) ?? true)))) {
            launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id}: done before`);
            return;
        }
        launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id}: on record as done, and no longer so`);
    }
    if (launch.signal.aborted)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the run was cancelled before this step` }));
    launch.log.info(`${step.id} …`);
    await launch.record({ kind: "step", step: step.id, status: "started" });
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    const seconds = () => Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    const ticker = setInterval(() => launch.log.info(progress(launch, step.id, seconds())), tellEveryMs).unref();
    try {
        if (/^(isolate|backup|deploy|dns-tls)\./.test(step.id))
            await (0,_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .stayInTime */ .Ek)(launch);
        const done = await step.run(launch);
        await launch.record({
            kind: "step",
            step: step.id,
            status: done.skipped ? "skipped" : "done",
            seconds: seconds(),
            ...(done.note === undefined ? {} : { note: done.note }),
            ...(done.facts === undefined ? {} : { facts: done.facts }),
        });
        launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id} ${done.skipped ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `skipped` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `done`} in ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`);
    }
    catch (error) {
        await recordFailure(launch, step.id, error, seconds());
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, error);
    }
    finally {
        clearInterval(ticker);
    }
}
/** A long step says that it lives. */
const tellEveryMs = 15_000;
/** How long a step has taken so far, and how much may be left by the forecast. */
function progress({ state }, id, seconds) {
    const expected = (0,_forecast_js__WEBPACK_IMPORTED_MODULE_4__/* .forecastOf */ .DH)(state())?.steps.find((one) => one.id === id);
    const left = expected === undefined
        ? ""
        : seconds < expected.seconds
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `, about ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(Math.round(expected.seconds - seconds))} left`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `, forecast ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(expected.seconds)} (at most ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(expected.seconds + expected.spread)})`;
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${id}: ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(Math.round(seconds))} so far${left}`;
}
async function recordFailure(launch, step, error, seconds, facts = {}) {
    const cancelled = launch.signal.aborted;
    const kept = await keepWhatWasSaid(launch, step, error);
    const note = cancelled ? "cancelled" : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error);
    await launch.record({
        kind: "step",
        step,
        status: "failed",
        seconds,
        note,
        facts: { ...facts, ...(kept === null ? {} : { log: kept }) },
    });
    launch.log.error(`${step}: ${cancelled ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `cancelled` : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${kept === null ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `\nAll it said is in ${kept}`}`);
}
/** The whole output stays on the control host; it may hold what must not be published. */
async function keepWhatWasSaid(launch, step, error) {
    const failed = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd
        ? error
        : error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd
            ? error.cause
            : null;
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
