export const id = 434;
export const ids = [434];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = { token: { required: true }, plan: { required: true }, "ssh-key": {} };
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 8434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ checklist_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(8225);
;// CONCATENATED MODULE: ./.build/js/stages/settle.js




/**
 * The last word of a run, after all its jobs, however they ended. A launch that changed nothing is ended and gives the
 * lock back; one that stopped half-way keeps it, and the page says what state the site is in and what to press.
 */
async function settle(launch, results) {
    const state = launch.state();
    const owner = await launch.lock.owner();
    // Another run goes on with this launch: the last word is its.
    if (state.ended === null && owner && owner.runId !== launch.run.id)
        return null;
    if (state.ended === null && !(0,journal_state/* touched */.FI)(state))
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", whyNothing(results));
    else if (state.ended === null)
        await launch.record({ kind: "note", text: halfWay(launch) });
    const { ended } = launch.state();
    // Whatever an earlier stage could not write for GitHub's sake is written now.
    launch.view.changed();
    await launch.view.flush();
    if (ended)
        await (0,issue/* updateIssue */.tt)(launch.github, launch.release.issue, { state: "closed", state_reason: ended.outcome === "live" ? "completed" : "not_planned" });
    return ended;
}
function whyNothing(results) {
    const states = Object.values(results);
    if (states.includes("cancelled"))
        return "cancelled before anything was touched";
    if (states.includes("failure"))
        return "rejected, or failed before anything was touched";
    return "nothing was done";
}
function halfWay(launch) {
    const { status, id } = lastStep(launch.state());
    return `The run stopped at ${id} (${status}). ${(0,render/* stateLine */.qo)(launch.state(), launch.messages)}. Press “Re-run failed jobs” on the run: it goes on from here${(0,journal_state/* begun */.q1)(launch.state(), "open.off") ? "; it no longer rolls back by itself, since people may have written" : ", and rolls back by itself if a step fails"}.`;
}
function lastStep(state) {
    const [id, step] = [...state.steps].filter(([, one]) => one.status !== "skipped").at(-1) ?? ["", undefined];
    const unfinished = [...state.steps].findLast(([, one]) => one.status === "started" || one.status === "failed");
    return unfinished ? { id: unfinished[0], status: unfinished[1].status } : { id, status: step?.status ?? "" };
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/checklist.js




const checklist_action = {
    inputs: { ...action/* approved */.CJ, results: { required: true } },
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        await settle(launch, resultsOf(inputs.results ?? ""));
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    }),
};
/** `toJSON(needs)`: each job with its result. */
function resultsOf(json) {
    try {
        const needs = JSON.parse(json);
        return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
    }
    catch (cause) {
        throw new errors/* UserError */.yo({ what: "is not JSON", where: "input results", mend: "pass ${{ toJSON(needs) }}" }, { cause });
    }
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


/***/ })

};
