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
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8081);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5058);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8102);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8225);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9972);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2177);











/** The release onto the hosts: each part on every host, in the order of `deployOrder`. */
async function deploy(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .begun */ .q1)(launch.state(), "open.off"))
        return;
    if (!(0,_backup_js__WEBPACK_IMPORTED_MODULE_5__/* .wayBackIsThere */ .hh)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "nothing is deployed before the way back is there", mend: "run backup first" });
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_9__/* .runSteps */ .rl)(launch, (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .deployOrder */ .yx)(launch.plan).flatMap((part) => stepsOf(launch, part)));
}
function stepsOf(launch, part) {
    if (part === "deploy.migrate")
        return [migrate((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .migrateHost */ .AL)(launch.plan))];
    if ((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_10__/* .perHost */ .GB)(part))
        return (0,_outline_js__WEBPACK_IMPORTED_MODULE_8__/* .hostsOf */ .P)(launch.plan, part).map((host) => hostStep(part, host));
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
                    return { note: await (0,_health_js__WEBPACK_IMPORTED_MODULE_6__/* .awaitHealth */ .LO)(context.host, launch.plan, launch.release) };
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


/***/ })

};
