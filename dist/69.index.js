export const id = 69;
export const ids = [69];
export const modules = {

/***/ 5450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ verify_action)
});

;// CONCATENATED MODULE: ./.build/js/core/verdict.js
const order = ["pass", "inconclusive", "error", "fail"];
/** The worst of several; `inconclusive` when there is none at all. */
function worst(verdicts) {
    if (verdicts.length === 0)
        return "inconclusive";
    return verdicts.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a));
}

// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/verify.js





const verify_action = {
    inputs: action/* approved */.CJ,
    outputs: ["verdict"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        const results = await (0,verify/* verify */.MX)(launch);
        const result = { outputs: { verdict: worst(results.map(({ verdict }) => verdict)) }, summary: summaryOf(results) };
        try {
            (0,verify/* requirePass */.$d)(results);
            return result;
        }
        catch (failure) {
            return { ...result, failure };
        }
    }),
};
function summaryOf(results) {
    const rows = results.map(({ title, verdict, evidence }) => `| ${(0,markdown/* plain */.p)(title)} | ${verdict} | ${(0,markdown/* plain */.p)(evidence)} |`);
    const details = results.flatMap(({ title, details: lines }) => (lines ? [`<details><summary>${(0,markdown/* plain */.p)(title)}</summary>\n\n${lines.map((line) => `- ${(0,markdown/* plain */.p)(line)}`).join("\n")}\n\n</details>`] : []));
    return `## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}


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

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6523);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8225);





/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .stayInTime */ .Ek)(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        const judgement = await judge(launch, check, launch.release);
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
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
async function judge(launch, check, expected) {
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error) };
    }
}
function noteOf({ verdict, evidence }) {
    return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}
function mendOf(verdict) {
    return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}


/***/ })

};
