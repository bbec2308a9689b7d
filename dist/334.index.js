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
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 2 modules
var maintenance = __webpack_require__(6221);
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
    }, { use: true }),
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


/***/ })

};
