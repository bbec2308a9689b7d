export const id = 656;
export const ids = [656];
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

/***/ 5656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ scenarios_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/checklist/scenarios.js
var scenarios = __webpack_require__(8836);
// EXTERNAL MODULE: ./.build/js/core/permission.js
var permission = __webpack_require__(6127);
// EXTERNAL MODULE: ./.build/js/core/scenario-words.js
var scenario_words = __webpack_require__(6826);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/said.js
var github_said = __webpack_require__(1921);
// EXTERNAL MODULE: ./.build/js/journal/plans.js
var plans = __webpack_require__(4780);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 6 modules
var load = __webpack_require__(7759);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/scenarios.js + 2 modules
var stages_scenarios = __webpack_require__(210);
;// CONCATENATED MODULE: ./.build/js/stages/hear-comment.js













/**
 * Somebody edited the comment with the scenarios, or wrote a command below it: all that people did there is heard anew.
 * Of the event only the comment's id is used. Returns whether something new went on record; null when it was about
 * something else.
 */
async function hearComment(context, id) {
    const { github, log } = context;
    const said = await (0,github_said/* saidIn */.$g)(github, id);
    if (said === null || !isAboutScenarios(said)) {
        log.info((0,core_text.t) `Comment ${id} is not about scenarios: nothing to do`);
        return null;
    }
    const issue = await (0,github_said/* issueFacts */.TK)(github, said.issue);
    if (!issue?.byBot || !issue.labels.includes(github_issue/* checklistLabel */.lN)) {
        log.info((0,core_text.t) `#${said.issue} is no checklist: nothing to do`);
        return null;
    }
    // No host is asked for somebody who may not say anything of it.
    if (said.byHand && !(0,permission/* mayWrite */.J)(said.permission))
        return dismiss(context, said, (0,core_text.t) `its author may not write to this repository`);
    const main = await mainPlan(context);
    const reached = await (0,launch/* reach */.gl)(main, context);
    try {
        const entries = await reached.journal.read();
        const state = (0,journal_state/* stateOf */.L4)(entries, (0,journal_state/* latestRelease */.JF)(entries) ?? "");
        const { release } = state;
        if (release?.issue !== said.issue)
            return await dismiss(context, said, (0,core_text.t) `#${said.issue} is not the checklist of the last launch`);
        const plan = await planOf(context, reached, main.control.directory, state);
        return await heard(context, (0,launch/* launchOf */.v4)(context, plan, release, await (0,launch/* reach */.gl)(plan, context), entries), said);
    }
    finally {
        await reached.close();
    }
}
async function heard(context, launch, said) {
    try {
        if (launch.plan.verify.scenarios.length === 0)
            return await dismiss(context, said, (0,core_text.t) `the plan of this launch has no scenarios`);
        if (!(0,stages_scenarios/* scenariosAsked */.i2)(launch.state()))
            return await dismiss(context, said, (0,core_text.t) `nobody is asked about scenarios yet`);
        const news = await (0,stages_scenarios/* listen */.KT)(launch);
        context.log.info(news ? (0,core_text.t) `What was said is on record` : (0,core_text.t) `Nothing new was said`);
        return news;
    }
    finally {
        await launch.close();
    }
}
function isAboutScenarios(said) {
    if (!said.byHand)
        return (0,scenarios/* holdsScenarios */.OS)(said.body);
    const { commands, refused } = (0,scenario_words/* scenarioWords */.A)(said);
    return commands.length + refused.length > 0;
}
/** Nothing of the comment counts; a person is told why. */
async function dismiss({ github, log }, said, why) {
    log.info((0,core_text.t) `Comment ${said.id} was not heard: ${why}`);
    if (said.byHand)
        await (0,github_said/* answerOnce */.UO)(github, said, (0,core_text.t) `This comment was not heard: ${why}.`).catch((error) => log.warn((0,core_text.t) `The comment could not be answered: ${(0,errors/* errorLine */.BP)(error)}`));
    return null;
}
/** The plan that was kept when the launch opened. */
async function planOf({ planFile }, { control }, directory, { release, plan: kept }) {
    const place = kept === null ? null : { id: release?.id ?? "", sha256: kept.sha256 };
    const text = place === null ? null : await (0,plans/* keptPlan */.G)(control, directory, place.id, place.sha256);
    if (text !== null)
        return (0,load/* loadPlan */.Yq)(text, kept?.path ?? planFile);
    throw new errors/* UserError */.yo({
        code: "plan-lost",
        what: (0,core_text.t) `the plan that was kept when the launch opened is gone or was changed`,
        where: `${control.name}:${directory}/plans`,
        mend: (0,core_text.t) `nothing was heard; start the launch again`,
    });
}
/** The default branch says where the journal is; what was approved, and by whom a scenario may be ticked, the journal says. */
async function mainPlan(context) {
    const branch = await (0,repository/* defaultBranch */.OR)(context.github);
    const text = await (0,repository/* fileAt */.Wd)(context.github, context.planFile, branch);
    if (text !== null)
        return (0,load/* loadPlan */.Yq)(text, context.planFile);
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `there is no plan at ${context.planFile} on ${branch}`,
        mend: (0,core_text.t) `commit it there, or name its path in the input plan`,
    });
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
;// CONCATENATED MODULE: ./.build/js/actions/scenarios.js




const scenarios_action = {
    inputs: { ...action/* common */.sh, comment: { required: true } },
    outputs: ["heard"],
    async run(context, { comment = "" }) {
        if (!/^[1-9][0-9]{0,15}$/.test(comment))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `is not the id of a comment`,
                where: (0,core_text.t) `input comment`,
                mend: (0,core_text.t) `pass github.event.comment.id`,
            });
        const heard = await hearComment({ ...context, noticeKeys: undefined }, Number(comment));
        return { outputs: { heard: heard === null ? "" : String(heard) } };
    },
};


/***/ })

};
