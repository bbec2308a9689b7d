export const id = 861;
export const ids = [861];
export const modules = {

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   marksOf: () => (/* binding */ marksOf),
/* harmony export */   resultOf: () => (/* binding */ resultOf)
/* harmony export */ });
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2318);
/* harmony import */ var _stages_verify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7321);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);





const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["verdict"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        const results = await (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_0__/* .verify */ .MX)(launch);
        return resultOf(results, { verdict: (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .worst */ .Q)(results.map(({ verdict }) => verdict)) });
    }),
};
/** All that the checks said is shown, and the action fails when one of them did not pass. */
function resultOf(results, outputs) {
    const result = { outputs, summary: checkTable(results), marks: marksOf(results) };
    try {
        (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePass */ .$d)(results);
        return result;
    }
    catch (failure) {
        return { ...result, failure };
    }
}
/** For the job summary. */
function checkTable(results) {
    const rows = results.map(({ title, verdict, evidence }) => `| ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(title)} | ${verdict} | ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(evidence)} |`);
    const details = results.flatMap(({ title, details: lines }) => (lines ? [`<details><summary>${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(title)}</summary>\n\n${lines.map((line) => `- ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(line)}`).join("\n")}\n\n</details>`] : []));
    return `## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}
/** GitHub shows ten errors of a step; the last of them says why the step failed. */
const most = 9;
/** Of tests that failed: what and where. What they said stays on the host. */
function marksOf(results) {
    const all = results.flatMap(({ marks }) => marks ?? []);
    return all.length <= most ? all : [...all.slice(0, most - 1), { text: `${all.length - most + 1} more; the summary has them all` }];
}


/***/ }),

/***/ 861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ window_action)
});

// EXTERNAL MODULE: ./.build/js/stages/backup.js + 3 modules
var backup = __webpack_require__(441);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js
var deploy = __webpack_require__(2159);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 1 modules
var maintenance = __webpack_require__(4121);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
;// CONCATENATED MODULE: ./.build/js/stages/window.js





/**
 * All of the window in one process: one start, one connection and one reading of the journal, while the site is closed.
 * The site opens when every check passes; the caller says what becomes of a launch with one that does not.
 */
async function carryThrough(launch) {
    await (0,maintenance/* closeSite */.Md)(launch);
    await (0,backup/* backup */.R)(launch);
    // What may wait of the backup is taken from the frozen copy once the migrations are through: they would fight for the
    // same disk, starts and tests hardly do. Each comes to its end whatever becomes of the other, so that nothing of this
    // process acts any more when a rollback begins; the first failure is the one that is told.
    let failed = null;
    const told = (work) => work.catch((error) => void (failed ??= { error }));
    let rest = Promise.resolve();
    const observed = after(launch, `deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}`, () => void (rest = told((0,backup/* backup */.R)(launch))));
    const results = await told((0,deploy/* deploy */.gg)(observed).then(() => (0,verify/* verify */.MX)(launch)));
    await rest;
    if (failed !== null)
        throw failed.error;
    // Once more for a deploy that was done before this process began: what is proved already is not done again.
    await (0,backup/* backup */.R)(launch);
    const checked = results ?? [];
    if (checked.every(({ verdict }) => verdict === "pass"))
        await (0,maintenance/* openSite */.c2)(launch);
    return checked;
}
/** The launch, telling once when a step is on record as done. */
function after(launch, step, tell) {
    return {
        ...launch,
        async record(event) {
            await launch.record(event);
            if (event.kind === "step" && event.step === step && (event.status === "done" || event.status === "skipped"))
                tell();
        },
    };
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/verify.js
var actions_verify = __webpack_require__(4443);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/window.js




const window_action = {
    inputs: action/* approved */.CJ,
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        const results = await carryThrough(launch);
        return (0,actions_verify.resultOf)(results, { outcome: (0,action/* outcomeOf */.sG)(launch.state()) });
    }),
};


/***/ }),

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);


/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return `every server is ready, after ${seconds.toFixed(1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({ what: `${server} is ${state}, so it gets no visitors`, where: balancer, mend: /^(MAINT|DRAIN|NOLB)/.test(state) ? `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers` : "look at the service's log on that host, and at its health check in haproxy.cfg" })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
}


/***/ }),

/***/ 2159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   gg: () => (/* binding */ deploy),
/* harmony export */   te: () => (/* binding */ previousOf)
/* harmony export */ });
/* harmony import */ var _core_at_once_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7259);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4138);
/* harmony import */ var _presets_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8810);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4925);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1986);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5058);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8102);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8778);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2177);












/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
async function deploy(launch, only = []) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), "open.off"))
        return;
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .wayBackIsThere */ .hh)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: "nothing is deployed before the way back is there", mend: "run backup first" });
    requireTurn(launch, only);
    for (const { lanes } of (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .deployBatches */ .qT)(launch.plan)) {
        const ours = lanes.map((lane) => lane.filter(({ host }) => only.length === 0 || only.includes(host))).filter((lane) => lane.length > 0);
        await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .runLanes */ .r$)(launch, ours.map((lane) => lane.map(stepOf)));
    }
    if (only.length === 0)
        await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .runSteps */ .rl)(launch, [rollCall]);
}
/** A job for some of the hosts: they have to be hosts of the deploy, and the first host has to be through. */
function requireTurn({ plan, state }, only) {
    const { hosts } = plan.deploy;
    const unknown = only.filter((host) => !hosts.includes(host));
    if (unknown.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(unknown.map((host) => ({ what: `"${host}" is not a host of the deploy`, where: "input hosts", mend: `use some of: ${hosts.join(", ")}` })));
    const first = (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .migrateHost */ .AL)(plan);
    if (only.length === 0 || only.includes(first))
        return;
    const left = (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .deployBatches */ .qT)(plan)[1]?.lanes.flat().filter(({ id }) => !["done", "skipped"].includes(state().steps.get(id)?.status ?? "")) ?? [];
    if (left.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${first} goes first, and is not through yet (${left[0]?.id})`, where: "input hosts", mend: `let the job for these hosts need the one with hosts: ${first}` });
}
/** At the end every host is asked which release it has, so that none is forgotten. */
const rollCall = {
    id: "deploy.versions",
    async run(launch) {
        const { plan, release, hosts } = launch;
        const answers = await (0,_core_at_once_js__WEBPACK_IMPORTED_MODULE_10__/* .atOnce */ .z)(plan.deploy.hosts, plan.deploy.batch, async (name) => {
            const { commit } = await (0,_presets_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyOf */ .x)(plan).current(hosts.get(name), plan);
            if (commit !== release.commit)
                return { name, wrong: `has ${commit.slice(0, 12)}, not ${release.commit.slice(0, 12)}` };
            return { name, wrong: (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .healthHosts */ .Sn)(plan).includes(name) ? await (0,_health_js__WEBPACK_IMPORTED_MODULE_6__/* .healthProblem */ ._T)(hosts.get(name), plan, release) : null };
        });
        const wrong = answers.filter((answer) => answer.wrong !== null);
        if (wrong.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(wrong.map(({ name, wrong: what }) => ({ what: what ?? "", where: name, mend: "it was deployed, and does not run the release now; look at its service" })));
        return { note: `${release.tag} on ${answers.length === 1 ? answers[0]?.name : `all ${answers.length} hosts: ${answers.map(({ name }) => name).join(", ")}`}` };
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
                await launch.hosts.get(host).run((0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan).command(contextOf(launch, host), own.run, own.timeout));
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
            const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan);
            if (part === "deploy.start") {
                await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .startServices */ .Fp)(context.host, launch.plan.services);
                return { note: (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .unitsOn */ .ZA)(launch.plan.services, host).join(", ") };
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
            return { still: (launch) => (0,_presets_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyOf */ .x)(launch.plan).still(part, contextOf(launch, host), (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan)) };
    }
}
/** Whether what was started with the release still runs, and says so. */
async function serves({ hosts, plan, release }, host) {
    return (await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .everyUnitIs */ .Wh)("running", hosts.get(host), plan.services)) && (!(0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_5__/* .healthHosts */ .Sn)(plan).includes(host) || (await (0,_health_js__WEBPACK_IMPORTED_MODULE_6__/* .healthProblem */ ._T)(hosts.get(host), plan, release)) === null);
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
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${left.length} migrations are still unapplied: ${left.join(", ")}`, where: host, mend: "look at manage.py showmigrations" });
        return { note: pending.join(", ") };
    },
    still: async (launch) => (await (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan).pendingMigrations(contextOf(launch, host))).length === 0,
});
function contextOf(launch, host) {
    return { plan: launch.plan, release: launch.release, host: launch.hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .releaseDirectory */ .fF)(launch.plan, launch.release) };
}
/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Md: () => (/* binding */ closeSite),
  uI: () => (/* binding */ drainSteps),
  DS: () => (/* binding */ liftPage),
  c2: () => (/* binding */ openSite),
  g0: () => (/* binding */ pageIs),
  MU: () => (/* binding */ provePage),
  e_: () => (/* binding */ raisePage)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/written.js
var written = __webpack_require__(4275);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(4910);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/js/load-balancer/drain.js


/**
 * Waits until the requests that came before the page have ended, at most so long; says how that went. The page lets no
 * more of them come, so the least that was seen at a balancer is as many as can still run there.
 */
async function drain(running, withinSeconds, { everyMs = 250, signal } = {}) {
    const started = Date.now();
    let least = null;
    let trouble = "";
    for (;;) {
        try {
            const seen = await running();
            least = seen.map((count, index) => Math.min(count, least?.[index] ?? count));
        }
        catch (error) {
            trouble = (0,errors/* errorLine */.BP)(error);
        }
        const left = least?.reduce((sum, count) => sum + count, 0) ?? null;
        const seconds = (Date.now() - started) / 1000;
        if (left === 0)
            return `no request runs any more, after ${seconds.toFixed(1)} s`;
        if (seconds >= withinSeconds) {
            if (left === null)
                return `nobody can tell how many requests still run (${trouble}); ${withinSeconds} s were waited`;
            return `${left} request${left > 1 ? "s" : ""} still run${left > 1 ? "" : "s"} after ${withinSeconds} s; the services end ${left > 1 ? "them" : "it"} as they stop`;
        }
        await (0,promises_.setTimeout)(Math.min(everyMs, withinSeconds * 1000), undefined, signal === undefined ? {} : { signal });
    }
}

// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/load-balancer/servers.js
var servers = __webpack_require__(7518);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
// EXTERNAL MODULE: ./.build/js/stages/bypass.js
var stages_bypass = __webpack_require__(8852);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 11 modules
var stages_launch = __webpack_require__(8778);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/prepare.js + 2 modules
var prepare = __webpack_require__(342);
// EXTERNAL MODULE: ./.build/js/stages/gate.js + 1 modules
var gate = __webpack_require__(8696);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
// EXTERNAL MODULE: ./.build/js/stages/scheduled.js
var scheduled = __webpack_require__(7805);
// EXTERNAL MODULE: ./.build/js/stages/silence.js + 3 modules
var silence = __webpack_require__(4208);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
;// CONCATENATED MODULE: ./.build/js/stages/maintenance.js




















/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
async function closeSite(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off")) {
        launch.log.info("the site was being opened already; it is not closed again");
        return;
    }
    await (0,gate/* requireWindow */.O4)(launch);
    // On record already, and asking GitHub again could only stop a launch that is half done.
    if (!(0,state/* touched */.FI)(launch.state()) || launch.state().approvedBy.length === 0)
        await requireApproval(launch);
    if (!(0,state/* touched */.FI)(launch.state())) {
        const { problems } = await (0,prepare/* hostsAnswer */.s)(launch.plan, launch);
        if (problems.length > 0)
            throw new errors/* UserError */.yo(problems);
    }
    await noticeReopening(launch);
    await (0,run_steps/* runSteps */.rl)(launch, [on, maintenance_proof, ...(0,silence/* quietSteps */.s2)(launch.plan, "isolate"), ...drainSteps(launch.plan, "isolate"), ...(0,scheduled/* pauseSteps */.uq)(launch.plan, "isolate"), launch.plan.services.hosts.map(stop)]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if (!(0,backup_record/* dumpProved */.DL)(launch))
        throw new errors/* UserError */.yo({ what: "the site stays closed: the dump is not proved yet", mend: "run backup once more after the deploy (database.backup.dump is after-migration)" });
    const open = (0,verify/* required */.mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new errors/* UserError */.yo({ what: `the site stays closed: not verified yet (${open.join(", ")})`, mend: "run verify first; the maintenance page comes down for a verified release or a finished rollback only" });
    }
    await (0,run_steps/* runSteps */.rl)(launch, [...((0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).servers === undefined ? [] : [maintenance_servers]), off, openProof, ...(0,silence/* loudSteps */.mS)(launch.plan, "open"), ...(0,scheduled/* resumeSteps */.Fw)(launch.plan, "open")]);
    await (0,stages_launch/* endLaunch */.XX)(launch, "live", `${launch.release.tag} is verified and open`);
}
/** Puts the page up, with a token that leads past it. Those of earlier launches are gone before. */
async function raisePage(launch, because) {
    await launch.record({ kind: "maintenance", state: "on", because });
    await (0,stages_bypass/* giveToken */.te)(launch);
    await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).on(`golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`);
}
/** Proof from outside that visitors see the page, and that the token, where there is one, is all that leads past it. */
async function provePage(launch) {
    const seen = await (0,proof/* prove */.zn)(launch.plan, "closed");
    const { bypass } = (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts);
    const token = bypass === undefined ? null : ((await (0,stages_bypass/* tokenOf */.B9)(launch)) ?? (await (0,stages_bypass/* giveToken */.te)(launch)));
    return bypass === undefined || token === null ? seen : `${seen}; ${await (0,proof/* proveBypass */.FG)(launch.plan, token, bypass.tricks)}`;
}
/** Requests that came before the page may end before anything stops. */
function drainSteps({ "load-balancer": { drain: waited } }, phase) {
    if (waited === undefined)
        return [];
    return [
        {
            id: `${phase}.drain`,
            async run({ plan, hosts, signal }) {
                const { running } = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
                return running === undefined ? { skipped: true } : { note: await drain(running, waited.within, { signal }) };
            },
        },
    ];
}
/** Takes the page down whoever asks, records why, and proves it. */
async function liftPage(launch, because) {
    await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because });
    await (0,stages_bypass/* withdrawToken */.IB)(launch);
    return (0,proof/* prove */.zn)(launch.plan, "open");
}
/** Whether the page is up, or down, on every balancer. */
async function pageIs(wanted, { plan, hosts }) {
    return (await (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts).status()) === wanted;
}
const on = {
    id: "isolate.on",
    async run(launch) {
        await raisePage(launch, `launch of ${launch.release.tag}`);
        return {};
    },
    holds: (launch) => pageIs("on", launch),
};
const maintenance_proof = {
    id: "isolate.proof",
    run: async (launch) => ({ note: await provePage(launch) }),
    // Cheap, and everything after it rests on it.
    holds: async () => false,
};
const stop = (host) => ({
    id: `isolate.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* stopServices */.RU)(hosts.get(host), plan.services);
        return { note: (0,manager/* unitsOn */.ZA)(plan.services, host).join(", ") };
    },
    async holds(launch) {
        const { plan, hosts } = launch;
        return startedSince(launch, host) || (await (0,manager/* everyUnitIs */.Wh)("stopped", hosts.get(host), plan.services));
    },
});
const maintenance_servers = {
    id: "open.servers",
    async run({ plan, hosts }) {
        const { servers: known } = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
        return known === undefined ? { skipped: true } : { note: await (0,servers/* awaitServers */.V)(known) };
    },
    // Until the page comes down; afterwards it is the visitors' proof that counts.
    holds: async (launch) => (0,state/* begun */.q1)(launch.state(), "open.off"),
};
const off = {
    id: "open.off",
    async run(launch) {
        // What a rollback would set aside later is told apart from the release's own writing by this.
        const openedAt = await (0,written/* transactionId */.Kb)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database);
        await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: `${launch.release.tag} is verified` });
        await (0,stages_bypass/* withdrawToken */.IB)(launch);
        return { facts: { openedAt } };
    },
    holds: (launch) => pageIs("off", launch),
};
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,proof/* prove */.zn)(launch.plan, "open") }),
};
/** Somebody may have opened the site by hand since this launch closed it (or a reboot did): then people wrote. */
async function noticeReopening(launch) {
    const { steps } = launch.state();
    if (steps.get("isolate.on")?.status !== "done")
        return;
    const page = await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).status();
    const running = [];
    for (const host of launch.plan.services.hosts) {
        if (steps.get(`isolate.stop@${host}`)?.status === "done" && !startedSince(launch, host) && !(await (0,manager/* everyUnitIs */.Wh)("stopped", launch.hosts.get(host), launch.plan.services)))
            running.push(host);
    }
    if (page === "on" && running.length === 0)
        return;
    const how = page === "on" ? `services were started meanwhile on ${running.join(", ")}` : "the maintenance page was taken down meanwhile";
    await launch.record({ kind: "reopened", how: `${how}; what was written since is newer than the backup` });
    if (launch.state().openedAfterMigration) {
        throw new errors/* UserError */.yo({ what: `${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`, mend: "look at the site; then `golive maintenance off --because …` ends this launch as it is, or go back by hand (docs/rollback.md)" });
    }
}
/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function startedSince(launch, host) {
    return (0,state/* begun */.q1)(launch.state(), `deploy.start@${host}`) || (0,state/* begun */.q1)(launch.state(), `rollback.start@${host}`);
}
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,repository/* commitOfTag */.lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new errors/* UserError */.yo({ what: `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`, mend: "somebody moved the tag; start a new launch, so that a reviewer sees what has changed" });
    }
    if (plan.approval.comment)
        return (0,approval/* requireStillApproved */.Xx)(launch);
    const by = await (0,runs/* approversOf */.U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new errors/* UserError */.yo({ what: `nobody approved ${plan.approval.environment} in this run`, mend: "the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected" });
    }
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7518);



/** Health checks of the balancer need a moment after a start; what they still miss then is told, and no more. */
async function waitForServers(launch) {
    const { servers: known } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
    if (known === undefined)
        return;
    await (0,_load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitServers */ .V)(known).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        launch.log.warn(error.message);
    });
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JJ: () => (/* binding */ versionsBefore),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony export whenOf */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3409);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8696);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8778);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4229);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3450);








/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .stayInTime */ .Ek)(launch);
    const bypass = await wayIn(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        launch.log.info(`${id} …`);
        const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
        const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
        await launch.record({ kind: "step", step: id, status: judgement.verdict === "pass" ? "done" : "failed", seconds, note: noteOf(judgement), facts: { verdict: judgement.verdict } });
        launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
        return { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
    return results;
}
/** Throws a StepError unless every verdict is `pass`. */
function requirePass(results) {
    const bad = results.filter(({ verdict }) => verdict !== "pass");
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** The same checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests }) {
    const bypass = await wayIn(launch);
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected, bypass, "rollback.start")), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_7__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: "there is no token that leads past the maintenance page" };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts, ...whenOf(launch, start), bypass, migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_6__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected) });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error) };
    }
}
/** What the version pages said before the window, by host; nothing for one that said nothing. */
function versionsBefore({ steps }) {
    return (steps.get("prepare.checks")?.facts.versions ?? {});
}
/** What the journal knows of when, and of what must be gone. */
function whenOf({ state, run, release, signal }, start) {
    const { steps } = state();
    const started = [...steps].filter(([id]) => id.startsWith(`${start}@`)).map(([, step]) => step.endedAt ?? step.startedAt).toSorted();
    return { run: run.id, since: started.at(-1), closedAt: steps.get("isolate.on")?.startedAt, previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag, signal, startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt };
}
function noteOf({ verdict, evidence }) {
    return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}
function mendOf(verdict) {
    return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}


/***/ })

};
