export const id = 334;
export const ids = [334];
export const modules = {

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   marksOf: () => (/* binding */ marksOf),
/* harmony export */   resultOf: () => (/* binding */ resultOf)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2943);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2318);
/* harmony import */ var _stages_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7321);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1844);






const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_2__/* .approved */ .CJ,
    outputs: ["verdict"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        const results = await (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRelease */ .VA)(launch);
        return resultOf(results, {
            verdict: (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .worst */ .Q)(results.filter(({ required }) => required).map(({ verdict }) => verdict)),
        });
    }),
};
/** All that the checks said is shown, and the action fails when one of them did not pass. */
function resultOf(results, outputs) {
    const result = { outputs, summary: checkTable(results), marks: marksOf(results) };
    try {
        (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .requirePass */ .$d)(results);
        return result;
    }
    catch (failure) {
        return { ...result, failure };
    }
}
/** For the job summary. */
function checkTable(results) {
    const rows = results.map(({ title, verdict, evidence, required, acceptedBy }) => `| ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(title)} | ${verdict}${required ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `, not required`}${acceptedBy === undefined ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `, accepted by ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(acceptedBy)}`} | ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(evidence)} |`);
    const details = results.flatMap(({ title, details: lines }) => lines
        ? [
            `<details><summary>${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(title)}</summary>\n\n${lines.map((line) => `- ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(line)}`).join("\n")}\n\n</details>`,
        ]
        : []);
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}
/** GitHub shows ten errors of a step; the last of them says why the step failed. */
const most = 9;
/** Of tests that failed: what and where. What they said stays on the host. */
function marksOf(results) {
    const all = results.flatMap(({ marks }) => marks ?? []);
    return all.length <= most
        ? all
        : [...all.slice(0, most - 1), { text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${all.length - most + 1} more; the summary has them all` }];
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
// EXTERNAL MODULE: ./.build/js/stages/deploy.js + 1 modules
var deploy = __webpack_require__(3954);
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
    if (await (0,maintenance/* closedAnew */.iP)(launch))
        await (0,backup/* backup */.R)(launch);
    // What may wait of the backup is taken from the frozen copy once the migrations are through: they would fight for the
    // same disk, starts and tests hardly do. Each comes to its end whatever becomes of the other, so that nothing of this
    // process acts any more when a rollback begins; the first failure is the one that is told.
    let failed = null;
    const told = (work) => work.catch((error) => void (failed ??= { error }));
    let rest = Promise.resolve();
    const observed = after(launch, `deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}`, () => void (rest = told((0,backup/* backup */.R)(launch))));
    const results = await told((0,deploy/* deploy */.gg)(observed).then(() => (0,verify/* verifyRelease */.VA)(launch)));
    await rest;
    if (failed !== null)
        throw failed.error;
    // Once more for a deploy that was done before this process began: what is proved already is not done again.
    await (0,backup/* backup */.R)(launch);
    const checked = results ?? [];
    if (checked.every(verify/* stands */.Ed))
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

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 2 modules
var stages_launch = __webpack_require__(6600);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 1 modules
var maintenance = __webpack_require__(4121);
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
                what: (0,core_text.t) `${left.length} migrations are still unapplied: ${left.join(", ")}`,
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


/***/ })

};
