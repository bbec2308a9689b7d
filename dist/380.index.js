export const id = 380;
export const ids = [380];
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

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6221);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);



const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ, state: { required: true, oneOf: ["on", "off"] } },
    outputs: ["outcome"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (inputs.state === "on" ? (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .closeSite */ .Md)(launch) : (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .openSite */ .c2)(launch));
        return { outputs: { outcome: (0,_action_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(launch.state()) } };
    }, { use: inputs.state === "on" }),
};


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

/***/ 6221:
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
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/gate/at-use.js
var at_use = __webpack_require__(3509);
// EXTERNAL MODULE: ./.build/js/github/environments.js
var environments = __webpack_require__(2617);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/stages/gate/starters.js
var starters = __webpack_require__(2506);
// EXTERNAL MODULE: ./.build/js/stages/gate/protections.js
var protections = __webpack_require__(4740);
;// CONCATENATED MODULE: ./.build/js/stages/gate/reviewed.js






/** Approvals of this attempt, by a reviewer who did not start it. `earlier`: how many are an earlier attempt's. */
function countedReviews(reviews, { starters, selfReview, reviewers }, earlier) {
    const approved = reviews.filter(({ state }) => state === "approved").map(({ login }) => login);
    const now = approved.slice(earlier);
    const may = selfReview.map((one) => one.slice(1));
    // Who is in a team GitHub does not tell every token.
    const asked = (login) => reviewers.some((one) => one.startsWith("@")) || (0,protections/* among */.n)(reviewers, login);
    const own = (login) => (0,protections/* among */.n)(starters, login) && !(0,protections/* among */.n)(may, login);
    return { by: now.filter((login) => asked(login) && !own(login)), own: now.filter(own), rows: approved.length };
}
/** How many approvals an earlier attempt of this run counted. */
function earlierRows(entries, release, run) {
    const counted = entries.flatMap((entry) => entry.kind === "approved" && entry.release === release && entry.run.id === run.id && entry.run.attempt < run.attempt
        ? [entry.rows ?? 0]
        : []);
    return Math.max(0, ...counted);
}
/** Throws a UserError that says why when nobody's approval counts. */
async function requireReviewed({ github, run }, environment, eyes, earlier) {
    const reviews = await (0,runs/* reviewsOf */.Nv)(github, run.id, environment);
    const { by, own, rows } = countedReviews(reviews, { ...eyes, starters: (0,starters/* startersOf */.w)(run) }, earlier);
    if (by.length > 0)
        return { by, rows };
    if (own.length > 0)
        throw new errors/* UserError */.yo({
            code: "approved-by-starter",
            what: (0,core_text.t) `${own.join(", ")} started this run and approved it; that is one person, not two`,
            where: environment,
            mend: (0,core_text.t) `let another reviewer approve it: start the workflow anew; or name in approval.self-review who may approve what they started`,
        });
    throw new errors/* UserError */.yo({
        code: "not-approved",
        what: (0,core_text.t) `nobody approved ${environment} in this run`,
        where: environment,
        mend: (0,core_text.t) `the job of this step has to name the environment of the plan, and a reviewer has to approve it (an administrator who passes by them does not); or name who takes a launch without one on, in approval.unprotected`,
    });
}
/**
 * The approval that a window needs. Null when nobody has to give one: the environment has no reviewers, and the policy
 * says who takes that on; that does not stand for reviewers who are there and did not approve.
 */
async function approvalOf(context, { environment, unprotected, "self-review": selfReview }, earlier) {
    const reviewers = (await (0,environments/* environmentNamed */.b)(context.github, environment))?.reviewers ?? [];
    if (reviewers.length === 0 && unprotected !== undefined)
        return null;
    return requireReviewed(context, environment, { selfReview, reviewers }, earlier);
}

// EXTERNAL MODULE: ./.build/js/stages/prepare.js + 5 modules
var prepare = __webpack_require__(6693);
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
    const waited = await (0,gate/* requireWindow */.O4)(launch);
    // Once it is under way nothing is asked that could only stop a launch that is half done.
    if (!(0,journal_state/* touched */.FI)(launch.state())) {
        // An hour may have passed since this job looked.
        if (waited)
            await (0,at_use/* requireUnchanged */.j)(launch);
        await requireApproval(launch);
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
/** Who approved goes on record. Approvals that an earlier attempt of the run had are not this one's. */
async function requireApproval(launch) {
    const { release, plan, run } = launch;
    if (plan.approval.comment)
        return (0,approval/* requireStillApproved */.Xx)(launch);
    const earlier = earlierRows(await launch.journal.read(), release.id, run);
    const given = await approvalOf(launch, plan.approval, earlier);
    if (given !== null)
        await launch.record({ kind: "approved", ...given });
}


/***/ })

};
