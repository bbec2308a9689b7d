export const id = 954;
export const ids = [954];
export const modules = {

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

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 2 modules
var maintenance = __webpack_require__(6221);
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
            note: (0,core_text.t) `${release.tag} on ${answers.length === 1 ? answers[0]?.name : (0,core_text.t) `all ${answers.length} {0:host|hosts|hosts}: ${answers.map(({ name }) => name).join(", ")}`}`,
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
                what: (0,core_text.t) `${left.length} {0:migration is|migrations are|migrations are} still unapplied: ${left.join(", ")}`,
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
