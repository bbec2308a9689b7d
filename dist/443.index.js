export const id = 443;
export const ids = [443];
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

/***/ 5384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ bypassCookie),
/* harmony export */   MR: () => (/* binding */ carrying),
/* harmony export */   eb: () => (/* binding */ keptToken),
/* harmony export */   t2: () => (/* binding */ keepToken),
/* harmony export */   uv: () => (/* binding */ newToken),
/* harmony export */   zt: () => (/* binding */ dropToken)
/* harmony export */ });
/* unused harmony export tokenForm */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6436);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6384);





const bypassCookie = "golive_bypass";
/** Its form is what a balancer's configuration matches before it looks anything up. */
const tokenForm = /^[0-9a-f]{64}$/;
function newToken() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("hex");
}
/** The two ways in which a request carries a token. */
function carrying(token) {
    return [{ [_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .bypassHeader */ .mI]: token }, { cookie: `${bypassCookie}=${token}` }];
}
const file = (directory) => `${directory}/bypass-token`;
/** For the stages that follow and for who may read the control host. It is removed with the page. */
async function keepToken(control, directory, release, token) {
    await control.run({
        ...(0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFileCommand */ .$Q)(file(directory), `${release} ${token}\n`, "600"),
        secrets: [token],
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `write ${file(directory)}`,
    });
}
/** The token of the page that is up, and the launch that put it up; null when there is none. */
async function keptToken(control, directory) {
    const { stdout } = await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('[ ! -e "$1" ] || cat -- "$1"', [file(directory)], {
        timeoutSeconds: 30,
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `read ${file(directory)}`,
    }));
    const [release = "", token = ""] = stdout.trim().split(" ");
    return tokenForm.test(token) ? { release, token } : null;
}
async function dropToken(control, directory) {
    await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('rm -f -- "$1"', [file(directory)], { timeoutSeconds: 30 }));
}


/***/ }),

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

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   IB: () => (/* binding */ withdrawToken),
/* harmony export */   te: () => (/* binding */ giveToken)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);




/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log, }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ migrationsOf)
/* harmony export */ });
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5058);



/** How a check asks for the migrations of the release that is live. */
function migrationsOf(plan, hosts, live) {
    return (named) => {
        if (plan.deploy.preset !== "django" && plan.deploy.migrate === undefined)
            return null;
        const host = named ?? (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_1__/* .migrateHost */ .AL)(plan);
        const context = { plan, release: { id: live.tag, ...live }, host: hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .liveDirectory */ .wY)(plan) };
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_0__/* .presetOf */ .j)(plan);
        return { host, pending: () => preset.pendingMigrations(context), drift: () => preset.drift(context) };
    };
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
/* harmony import */ var _core_deferred_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1959);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2943);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7589);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2828);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6523);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6970);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4229);
/* harmony import */ var _scenarios_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(210);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3450);

















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
        ...scenarios.filter((scenario) => scenario.required).map(({ id }) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .scenarioLine */ .xy)(id)),
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
    const looks = await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsLooks */ .Eb)(launch.hosts, services);
    const bad = looks.flatMap((look) => "trouble" in look
        ? [{ verdict: "error", what: `${look.host}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLine */ .BP)(look.trouble)}` }]
        : look.run
            ? []
            : [{ verdict: "fail", what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `not every unit runs any more on ${look.host}` }]);
    if (bad.length === 0 && !launch.state().steps.has(unitsLine))
        return [];
    const judgement = bad.length === 0
        ? {
            verdict: "pass",
            evidence: [...new Set(services.hosts.flatMap((name) => (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsOn */ .ZA)(services, name)))].join(", "),
        }
        : (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_15__/* .together */ .b)(bad);
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
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_9__/* .stayInTime */ .Ek)(launch);
    const { checks, scenarios } = launch.plan.verify;
    const bypass = await wayIn(launch);
    const [results] = await Promise.all([
        inOrder(checks, (check) => verifyOne(launch, check, bypass)),
        scenarios.length > 0 ? (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .askForScenarios */ .MN)(launch) : undefined,
    ]);
    const failed = results.some((result) => result.verdict === "fail" && !stands(result));
    if (scenarios.length > 0 && failed)
        await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .callOff */ .mf)(launch);
    const walked = scenarios.length === 0 || failed ? [] : await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_13__/* .walkThrough */ .b$)(launch, pace);
    return withoutDoubt(launch, [
        ...results,
        ...walked.map(({ scenario, ...judgement }) => ({
            ...judgement,
            id: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .scenarioLine */ .xy)(scenario.id),
            title: `${scenario.id}: ${scenario.title}`,
            required: scenario.required,
        })),
    ], pace?.every(0));
}
/** What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time starts once the first have answered, or soon. */
async function inOrder(checks, run) {
    const looked = (0,_core_deferred_js__WEBPACK_IMPORTED_MODULE_3__/* .deferred */ .y)();
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
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_8__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.doubt.ask((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(launch.release.tag), open.map((result) => `${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(result.title)}: ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_16__/* .plain */ .p)(noteOf(result))}`), until),
        answers: ["accept", "back"],
        atMost: ask["at-most"],
        ...(everySeconds === undefined ? {} : { everySeconds }),
    });
    if (said === null)
        return results;
    if (said.answer === "back") {
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said.by} says to go back` });
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
        text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
    });
    return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}
/** Throws a StepError unless the site may open. */
function requirePass(results) {
    const bad = results.filter((result) => !stands(result));
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
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
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_14__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `there is no token that leads past the maintenance page` };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .runCheck */ .k_)(check, {
            plan: launch.plan,
            expected,
            hosts: launch.hosts,
            ...whenOf(launch, start),
            bypass,
            migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_12__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected),
        });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLine */ .BP)(error) };
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
    return required || verdict === "pass" ? said : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `${said} (not required)`;
}
function mendOf(verdict) {
    return verdict === "fail"
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `the release does not do what the plan expects of it`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__.t) `nothing was measured, which is not a pass; mend the check or what it asks`;
}


/***/ })

};
