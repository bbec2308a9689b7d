export const id = 121;
export const ids = [121];
export const modules = {

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);




/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `every server is ready, after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .figure */ .vP)(seconds, 1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${server} is ${state}, so it gets no visitors`,
                where: balancer,
                mend: /^(MAINT|DRAIN|NOLB)/.test(state)
                    ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers`
                    : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `look at the service's log on that host, and at its health check in haproxy.cfg`,
            })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Md: () => (/* binding */ closeSite),
  iP: () => (/* binding */ closedAnew),
  uI: () => (/* binding */ drainSteps),
  DS: () => (/* binding */ liftPage),
  c2: () => (/* binding */ openSite),
  g0: () => (/* binding */ pageIs),
  MU: () => (/* binding */ provePage),
  e_: () => (/* binding */ raisePage),
  Gc: () => (/* binding */ startedMeanwhile)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/written.js + 2 modules
var written = __webpack_require__(70);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(2529);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
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
            return (0,core_text.t) `no request runs any more, after ${(0,figures/* figure */.vP)(seconds, 1)} s`;
        if (seconds >= withinSeconds) {
            if (left === null)
                return (0,core_text.t) `nobody can tell how many requests still run (${trouble}); ${withinSeconds} s were waited`;
            return (0,core_text.t) `${left} request${left > 1 ? "s" : ""} still run${left > 1 ? "" : "s"} after ${withinSeconds} s; the services end ${left > 1 ? "them" : "it"} as they stop`;
        }
        await (0,promises_.setTimeout)(Math.min(everyMs, withinSeconds * 1000), undefined, signal === undefined ? {} : { signal });
    }
}

// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/load-balancer/servers.js
var servers = __webpack_require__(7518);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var manager = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/js/stages/bypass.js
var stages_bypass = __webpack_require__(8852);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 2 modules
var stages_launch = __webpack_require__(6600);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/prepare.js + 5 modules
var prepare = __webpack_require__(1833);
// EXTERNAL MODULE: ./.build/js/stages/gate.js
var gate = __webpack_require__(6523);
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
    if ((0,journal_state/* begun */.q1)(launch.state(), "open.off")) {
        launch.log.info((0,core_text.t) `the site was being opened already; it is not closed again`);
        return;
    }
    await (0,gate/* requireWindow */.O4)(launch);
    // On record already, and asking GitHub again could only stop a launch that is half done.
    if (!(0,journal_state/* touched */.FI)(launch.state()) || launch.state().approvedBy.length === 0)
        await requireApproval(launch);
    if (!(0,journal_state/* touched */.FI)(launch.state())) {
        const { problems } = await (0,prepare/* hostsAnswer */.s)(launch.plan, launch);
        if (problems.length > 0)
            throw new errors/* UserError */.yo(problems);
    }
    await noticeReopening(launch);
    await (0,run_steps/* runSteps */.rl)(launch, [
        on,
        maintenance_proof,
        ...(0,silence/* quietSteps */.s2)(launch.plan, "isolate"),
        ...drainSteps(launch.plan, "isolate"),
        ...(0,scheduled/* pauseSteps */.uq)(launch.plan, "isolate"),
        launch.plan.services.hosts.map(stop),
    ]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if (!(0,backup_record/* dumpProved */.DL)(launch))
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the site stays closed: the dump is not proved yet`,
            mend: (0,core_text.t) `run backup once more after the deploy (database.backup.dump is after-migration)`,
        });
    const open = (0,verify/* required */.mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the site stays closed: not verified yet (${open.join(", ")})`,
            mend: (0,core_text.t) `run verify first; the maintenance page comes down for a verified release or a finished rollback only`,
        });
    }
    await (0,run_steps/* runSteps */.rl)(launch, [
        ...((0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).servers === undefined ? [] : [maintenance_servers]),
        off,
        openProof,
        ...(0,silence/* loudSteps */.mS)(launch.plan, "open"),
        ...(0,scheduled/* resumeSteps */.Fw)(launch.plan, "open"),
    ]);
    await (0,stages_launch/* endLaunch */.XX)(launch, "live", (0,core_text.t) `${launch.release.tag} is verified and open`);
}
/** Puts the page up, with a token that leads past it. Those of earlier launches are gone before. */
async function raisePage(launch, because) {
    await launch.record({ kind: "maintenance", state: "on", because });
    await (0,stages_bypass/* giveToken */.te)(launch);
    await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).on((0,core_text.t) `golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`);
}
/** Proof from outside that visitors see the page, and that the token, where there is one, is all that leads past it. */
async function provePage(launch) {
    const seen = await (0,proof/* prove */.zn)(launch.plan, "closed");
    const { bypass } = (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts);
    const token = bypass === undefined ? null : ((await (0,stages_bypass/* tokenOf */.B9)(launch)) ?? (await (0,stages_bypass/* giveToken */.te)(launch)));
    return bypass === undefined || token === null
        ? seen
        : `${seen}; ${await (0,proof/* proveBypass */.FG)(launch.plan, token, bypass.tricks)}`;
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
        await raisePage(launch, (0,core_text.t) `launch of ${launch.release.tag}`);
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
        return begunToStart(launch.state(), host) || (await (0,manager/* everyUnitIs */.Wh)("stopped", hosts.get(host), plan.services));
    },
});
const maintenance_servers = {
    id: "open.servers",
    async run({ plan, hosts }) {
        const { servers: known } = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
        return known === undefined ? { skipped: true } : { note: await (0,servers/* awaitServers */.V)(known) };
    },
    // Until the page comes down; afterwards it is the visitors' proof that counts.
    holds: async (launch) => (0,journal_state/* begun */.q1)(launch.state(), "open.off"),
};
const off = {
    id: "open.off",
    async run(launch) {
        await markOpening(launch);
        await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: (0,core_text.t) `${launch.release.tag} is verified` });
        await (0,stages_bypass/* withdrawToken */.IB)(launch);
        return {};
    },
    holds: (launch) => pageIs("off", launch),
};
/**
 * What a rollback would set aside later is told apart from the release's own writing by this mark. It is on record
 * before the page can be down, and the first one stays: a run that begins the opening again finds people at work.
 */
async function markOpening(launch) {
    if (typeof launch.state().steps.get("open.off")?.facts.openedAt === "string")
        return;
    const openedAt = await (0,written/* openingMark */.m$)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database);
    await launch.record({ kind: "step", step: "open.off", status: "started", facts: { openedAt } });
}
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,proof/* prove */.zn)(launch.plan, "open") }),
};
/** Somebody may have opened the site by hand since this launch closed it (or a restart of a host did): then people wrote. */
async function noticeReopening(launch) {
    const { steps } = launch.state();
    if (steps.get("isolate.on")?.status !== "done")
        return;
    const page = await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).status();
    const running = await startedMeanwhile(launch);
    if (page === "on" && running.length === 0)
        return;
    const how = page === "on"
        ? (0,core_text.t) `services were started meanwhile on ${running.join(", ")}`
        : (0,core_text.t) `the maintenance page was taken down meanwhile`;
    const event = { kind: "reopened", how: (0,core_text.t) `${how}; what was written since is newer than the backup` };
    await launch.record(page === "on" ? { ...event, behind: true } : event);
    if (launch.state().openedAfterMigration) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`,
            mend: (0,core_text.t) `look at the site; then \`golive maintenance off --because …\` ends this launch as it is, or go back by hand (docs/rollback.md)`,
        });
    }
}
/** Hosts where this launch stopped the services or paused work and did not start it again, and where it runs. */
async function startedMeanwhile({ plan, hosts, state }) {
    const stopped = plan.services.hosts.filter((host) => state().steps.get(`isolate.stop@${host}`)?.status === "done" && !begunToStart(state(), host));
    const found = await Promise.all([
        ...stopped.map(async (host) => ((await (0,manager/* everyUnitIs */.Wh)("stopped", hosts.get(host), plan.services)) ? [] : [host])),
        (0,scheduled/* resumedMeanwhile */.A9)({ plan, hosts, state }),
    ]);
    return [...new Set(found.flat())];
}
/**
 * What started while the backup was made (a host was restarted, somebody started a service) is stopped once more: true
 * when the backup has to be made anew.
 */
async function closedAnew(launch) {
    if ((0,journal_state/* begun */.q1)(launch.state(), "open.off") || (0,journal_state/* begun */.q1)(launch.state(), "deploy.migrate"))
        return false;
    if ((await startedMeanwhile(launch)).length === 0)
        return false;
    await closeSite(launch);
    return true;
}
/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function begunToStart(state, host) {
    return (0,journal_state/* begun */.q1)(state, `deploy.start@${host}`) || (0,journal_state/* begun */.q1)(state, `rollback.start@${host}`);
}
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,repository/* commitOfTag */.lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`,
            mend: (0,core_text.t) `somebody moved the tag; start a new launch, so that a reviewer sees what has changed`,
        });
    }
    if (plan.approval.comment)
        return (0,approval/* requireStillApproved */.Xx)(launch);
    const by = await (0,runs/* approversOf */.U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `nobody approved ${plan.approval.environment} in this run`,
            mend: (0,core_text.t) `the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected`,
        });
    }
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2529);
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
/* harmony export */   Ed: () => (/* binding */ stands),
/* harmony export */   JJ: () => (/* binding */ versionsBefore),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony exports verify, whenOf */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2318);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6832);
/* harmony import */ var _core_deferred_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1959);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2943);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7589);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2828);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6523);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6600);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4229);
/* harmony import */ var _scenarios_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4106);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3450);

















/** Whether the site may open as far as this goes. */
function stands({ verdict, required, acceptedBy }) {
    return verdict === "pass" || !required || (verdict !== "fail" && acceptedBy !== undefined);
}
/** Ids of the lines that have to be done before the site opens. */
function required({ plan: { verify: { checks, scenarios }, }, state, }) {
    // Only there when it was not well.
    const units = state().steps.has(unitsLine) ? [unitsLine] : [];
    return [
        ...units,
        ...checks.filter((check) => check.required).map(({ id }) => `verify.${id}`),
        ...scenarios.filter((scenario) => scenario.required).map(({ id }) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioLine */ .xy)(id)),
    ];
}
const unitsLine = "verify.units-still";
/**
 * What decides about the opening: the plan's checks and scenarios, and, when these are through, that the units still
 * run. A process manager that died meanwhile may leave something behind that answers, and not for long.
 */
async function verifyRelease(launch) {
    const results = await verify(launch);
    return results.every(stands) ? [...results, ...(await unitsStill(launch))] : results;
}
async function unitsStill(launch) {
    const { services } = launch.plan;
    const looks = await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .unitsLooks */ .Eb)(launch.hosts, services);
    const bad = looks.flatMap((look) => "trouble" in look
        ? [{ verdict: "error", what: `${look.host}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(look.trouble)}` }]
        : look.run
            ? []
            : [{ verdict: "fail", what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `not every unit runs any more on ${look.host}` }]);
    if (bad.length === 0 && !launch.state().steps.has(unitsLine))
        return [];
    const judgement = bad.length === 0
        ? {
            verdict: "pass",
            evidence: [...new Set(services.hosts.flatMap((name) => (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .unitsOn */ .ZA)(services, name)))].join(", "),
        }
        : (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_14__/* .together */ .b)(bad);
    const result = { ...judgement, id: unitsLine, title: launch.messages.steps[unitsLine], required: true };
    await launch.record({
        kind: "step",
        step: unitsLine,
        status: judgement.verdict === "pass" ? "done" : "failed",
        note: noteOf(result),
        facts: { verdict: judgement.verdict },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${unitsLine} ${judgement.verdict}: ${judgement.evidence}`);
    return [result];
}
/**
 * Every check of the plan, and people's scenarios beside them. All results are on record even when one fails; people
 * are waited for as long as nothing required has failed. Where something required stays open, the people that the plan
 * names are asked.
 */
async function verify(launch, pace) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_10__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .stayInTime */ .Ek)(launch);
    const { checks, scenarios } = launch.plan.verify;
    const bypass = await wayIn(launch);
    const [results] = await Promise.all([
        inOrder(checks, (check) => verifyOne(launch, check, bypass)),
        scenarios.length > 0 ? (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .askForScenarios */ .MN)(launch) : undefined,
    ]);
    const failed = results.some((result) => result.verdict === "fail" && !stands(result));
    if (scenarios.length > 0 && failed)
        await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .callOff */ .mf)(launch);
    const walked = scenarios.length === 0 || failed ? [] : await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .walkThrough */ .b$)(launch, pace);
    return withoutDoubt(launch, [
        ...results,
        ...walked.map(({ scenario, ...judgement }) => ({
            ...judgement,
            id: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioLine */ .xy)(scenario.id),
            title: `${scenario.id}: ${scenario.title}`,
            required: scenario.required,
        })),
    ], pace?.every(0));
}
/** What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time starts once the first have answered, or soon. */
async function inOrder(checks, run) {
    const looked = (0,_core_deferred_js__WEBPACK_IMPORTED_MODULE_15__/* .deferred */ .y)();
    const started = checks.map((check) => (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(check) === "work" ? looked.promise.then(() => run(check)) : run(check));
    const looks = Promise.allSettled(started.filter((_, index) => checks[index] !== undefined && (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(checks[index]) === "look"));
    await Promise.race([looks, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(headStartMs)]);
    looked.resolve();
    return Promise.all(started);
}
const headStartMs = 1000;
async function verifyOne(launch, check, bypass) {
    const id = `verify.${check.id}`;
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    await launch.record({ kind: "step", step: id, status: "started" });
    launch.log.info(`${id} …`);
    const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
    const result = { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check), required: check.required };
    const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    await launch.record({
        kind: "step",
        step: id,
        status: judgement.verdict === "pass" ? "done" : "failed",
        seconds,
        note: noteOf(result),
        facts: { verdict: judgement.verdict, ...(check.required ? {} : { required: false }) },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : check.required ? "❌ " : "⚠️ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
    return result;
}
/** Nothing required failed, and something of it was not concluded: whether that is enough is for a person to say, by name. */
async function withoutDoubt(launch, results, everySeconds) {
    const { ask } = launch.plan.verify;
    const open = results.filter((result) => !stands(result));
    if (ask === undefined || open.length === 0 || open.some(({ verdict }) => verdict === "fail"))
        return results;
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_7__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.doubt.ask((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(launch.release.tag), open.map((result) => `${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(result.title)}: ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(noteOf(result))}`), until),
        answers: { accept: /^\s*golive accept\s*$/i, back: /^\s*golive go back\s*$/i },
        atMost: ask["at-most"],
        ...(everySeconds === undefined ? {} : { everySeconds }),
    });
    if (said === null)
        return results;
    if (said.answer === "back") {
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said.by} says to go back` });
        return results;
    }
    // What the checks said stays as it is; that it is enough is the person's word.
    for (const result of open)
        await launch.record({
            kind: "step",
            step: result.id,
            status: "done",
            note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
            facts: { verdict: result.verdict, acceptedBy: said.by },
        });
    await launch.record({
        kind: "note",
        text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
    });
    return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}
/** Throws a StepError unless the site may open. */
function requirePass(results) {
    const bad = results.filter((result) => !stands(result));
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** Some of the checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests, only }) {
    const bypass = await wayIn(launch);
    return inOrder(launch.plan.verify.checks.filter(({ id }) => only.includes(id)), async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return {
            ...(await judge(launch, asked, expected, bypass, "rollback.start")),
            id: check.id,
            title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check),
            required: check.required,
        };
    });
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_13__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no token that leads past the maintenance page` };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .runCheck */ .k_)(check, {
            plan: launch.plan,
            expected,
            hosts: launch.hosts,
            ...whenOf(launch, start),
            bypass,
            migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_11__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected),
        });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error) };
    }
}
/** What the version pages said before the window, by host; nothing for one that said nothing. */
function versionsBefore({ steps }) {
    return (steps.get("prepare.checks")?.facts.versions ?? {});
}
/** What the journal knows of when, and of what must be gone. */
function whenOf({ state, run, release, signal }, start) {
    const { steps } = state();
    const started = [...steps]
        .filter(([id]) => id.startsWith(`${start}@`))
        .map(([, step]) => step.endedAt ?? step.startedAt)
        .toSorted();
    return {
        run: run.id,
        since: started.at(-1),
        closedAt: steps.get("isolate.on")?.startedAt,
        previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag,
        signal,
        startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt,
    };
}
function noteOf({ verdict, evidence, required }) {
    const said = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
    return required || verdict === "pass" ? said : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said} (not required)`;
}
function mendOf(verdict) {
    return verdict === "fail"
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the release does not do what the plan expects of it`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `nothing was measured, which is not a pass; mend the check or what it asks`;
}


/***/ })

};
