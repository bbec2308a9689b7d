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
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
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
// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/said.js
var github_said = __webpack_require__(1921);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 3 modules
var load = __webpack_require__(7642);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 2 modules
var stages_launch = __webpack_require__(6600);
// EXTERNAL MODULE: ./.build/js/stages/scenarios.js + 2 modules
var stages_scenarios = __webpack_require__(4106);
;// CONCATENATED MODULE: ./.build/js/stages/hear-comment.js










/**
 * Somebody edited the comment with the scenarios, or wrote a command below it: all that people did there is heard anew.
 * Of the event only the comment's id is used. Returns whether something new went on record; null when it was about
 * something else.
 */
async function hearComment(context, id) {
    const { github, log } = context;
    const said = await (0,github_said/* saidIn */.$g)(github, id);
    if (said === null ||
        !(said.body.startsWith((0,scenarios/* scenariosMarker */.IC)("").slice(0, -4)) || (said.byHand && (0,scenarios/* commandOf */.Nl)(said.body) !== null))) {
        log.info((0,core_text.t) `Comment ${id} is not about scenarios: nothing to do`);
        return null;
    }
    const issue = await (0,github_said/* issueFacts */.TK)(github, said.issue);
    if (!issue?.byBot || !issue.labels.includes(github_issue/* checklistLabel */.lN)) {
        log.info((0,core_text.t) `#${said.issue} is no checklist: nothing to do`);
        return null;
    }
    const entries = await journalOf(context);
    const last = (0,state/* latestRelease */.JF)(entries);
    const release = last === null ? null : (0,state/* stateOf */.L4)(entries, last).release;
    if (release?.issue !== said.issue) {
        log.info((0,core_text.t) `#${said.issue} is not the checklist of the last launch: nothing to do`);
        return null;
    }
    const { plan, digest } = await (0,stages_launch/* planAt */.Jl)(github, context.planFile, release.commit);
    if (digest !== release.digest)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the plan at the commit of the launch is not the one on record (its digest differs)`,
            where: context.planFile,
            mend: (0,core_text.t) `nothing was heard; name the plan file of the launch in the input plan`,
        });
    if (plan.verify.scenarios.length === 0)
        return null;
    const launch = (0,stages_launch/* launchOf */.v4)(context, plan, release, await (0,stages_launch/* reach */.gl)(plan, context), entries);
    try {
        const news = await (0,stages_scenarios/* listen */.KT)(launch);
        log.info(news ? (0,core_text.t) `What was said is on record` : (0,core_text.t) `Nothing new was said`);
        return news;
    }
    finally {
        await launch.close();
    }
}
/** The default branch says where the journal is; what was approved, and by whom a scenario may be ticked, the journal and the plan at its commit do. */
async function journalOf(context) {
    const { octokit, owner, repo } = context.github;
    const branch = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
    const text = await (0,repository/* fileAt */.Wd)(context.github, context.planFile, branch);
    if (text === null)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `there is no plan at ${context.planFile} on ${branch}`,
            mend: (0,core_text.t) `commit it there, or name its path in the input plan`,
        });
    const reached = await (0,stages_launch/* reach */.gl)((0,load/* loadPlan */.Y)(text, context.planFile), context);
    try {
        return await reached.journal.read();
    }
    finally {
        await reached.close();
    }
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
