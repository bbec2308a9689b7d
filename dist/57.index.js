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
        await (0,_stages_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploy */ .g)(launch);
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
/* harmony export */   V: () => (/* binding */ contextOf),
/* harmony export */   g: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _presets_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6411);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8904);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7631);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1986);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5058);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8102);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8225);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9972);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2177);











/** The release onto the hosts: each part on every host, in the order of `deployOrder`. */
async function deploy(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .begun */ .q1)(launch.state(), "open.off"))
        return;
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .wayBackIsThere */ .hh)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "nothing is deployed before the way back is there", mend: "run backup first" });
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .runSteps */ .rl)(launch, (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .deployOrder */ .yx)(launch.plan).flatMap((part) => stepsOf(launch, part)));
}
function stepsOf(launch, part) {
    if (part === "deploy.migrate")
        return [migrate((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .migrateHost */ .AL)(launch.plan))];
    if ((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .perHost */ .GB)(part))
        return (0,_outline_js__WEBPACK_IMPORTED_MODULE_7__/* .hostsOf */ .P)(launch.plan, part).map((host) => hostStep(part, host));
    return (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .customSteps */ .bH)(launch.plan, part).map(({ step, host, id }) => ({
        id,
        async run({ hosts, plan }) {
            await hosts.get(host).run((0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__/* .presetOf */ .j)(plan).command(plan, step.run, step.timeout));
            return {};
        },
    }));
}
function hostStep(part, host) {
    return {
        id: `${part}@${host}`,
        async run(launch) {
            const context = contextOf(launch, host);
            const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__/* .presetOf */ .j)(launch.plan);
            switch (part) {
                case "deploy.fetch": {
                    // Written once: a second try finds the new release there, which is not the way back.
                    const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
                    const previous = known ?? (await (0,_presets_git_js__WEBPACK_IMPORTED_MODULE_2__/* .currentCommit */ .Hg)(context.host, launch.plan));
                    await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
                    return await preset.fetch(context);
                }
                case "deploy.checkout":
                    return await preset.checkout(context);
                case "deploy.environment":
                    return await preset.environment(context);
                case "deploy.static":
                    return await preset.static(context);
                case "deploy.start":
                    await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .startServices */ .Fp)(context.host, launch.plan.services);
                    return { note: launch.plan.services.units.join(", ") };
                case "deploy.health":
                    return { note: await (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .awaitHealth */ .LO)(context.host, launch.plan, launch.release) };
            }
        },
        ...(part === "deploy.start" || part === "deploy.health" ? { holds: async () => false } : {}),
    };
}
const migrate = (host) => ({
    id: `deploy.migrate@${host}`,
    async run(launch) {
        const context = contextOf(launch, host);
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__/* .presetOf */ .j)(launch.plan);
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
    return { plan: launch.plan, release: launch.release, host: launch.hosts.get(host) };
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
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8760);



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
        const done = await step.run(launch);
        await launch.record({ kind: "step", step: step.id, status: done.skipped ? "skipped" : "done", seconds: seconds(), ...(done.note === undefined ? {} : { note: done.note }), ...(done.facts === undefined ? {} : { facts: done.facts }) });
        launch.log.info(`${step.id} ${done.skipped ? "skipped" : "done"} in ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .k)(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`);
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
