export const id = 645;
export const ids = [645];
export const modules = {

/***/ 645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   askedInputs: () => (/* binding */ askedInputs),
/* harmony export */   askedOf: () => (/* binding */ askedOf)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _stages_gate_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3333);
/* harmony import */ var _stages_gate_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6240);



/** What a launch is asked for. */
const askedInputs = {
    tag: {},
    override: {},
    approval: { exact: true },
    "repository-key": {},
};
/** An override counts as far as it is shown. */
function askedOf(inputs) {
    return {
        tag: inputs.tag ?? "",
        override: (inputs.override ?? "").trim().slice(0, 500),
        approval: inputs.approval ?? "",
        repositoryKey: inputs["repository-key"] === "true",
    };
}
const action = {
    inputs: {
        token: { required: true },
        plan: { required: true },
        ...askedInputs,
        state: { required: true, oneOf: ["launch", "names"] },
    },
    outputs: ["digest", "environment", "day-environment", "rollback-environment"],
    async run(context, inputs) {
        if (inputs.state === "names") {
            const { told, ...names } = await (0,_stages_gate_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesNow */ .r)(context);
            for (const text of told)
                context.log.warn(text);
            return { outputs: environments(names) };
        }
        const { bound, digest, main, tag, commit, notes } = await (0,_stages_gate_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .passGate */ .l)(context, askedOf(inputs));
        const lines = notes.map((note) => `- ${note}`).join("\n");
        return {
            outputs: { digest, ...environments(bound.environments) },
            summary: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `## The gate\n\n${tag} is ${commit.slice(0, 12)}, part of ${main.name} (${main.commit.slice(0, 12)}), whose policy holds.\n\n${lines}\n`,
        };
    },
};
function environments({ window, day, rollback }) {
    return { environment: window, "day-environment": day, "rollback-environment": rollback };
}


/***/ }),

/***/ 3333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ passGate)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/approval.js
var core_approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
;// CONCATENATED MODULE: ./.build/js/core/version.js
/** Of this golive; a test holds it to package.json. */
const version = "0.1.0";

// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/stages/gate/starters.js
var gate_starters = __webpack_require__(2506);
// EXTERNAL MODULE: ./.build/js/stages/gate/bound.js
var gate_bound = __webpack_require__(6180);
// EXTERNAL MODULE: ./.build/js/stages/gate/contained.js
var contained = __webpack_require__(6497);
// EXTERNAL MODULE: ./.build/js/stages/gate/held-plan.js
var held_plan = __webpack_require__(149);
// EXTERNAL MODULE: ./.build/js/stages/gate/origin.js
var gate_origin = __webpack_require__(2736);
// EXTERNAL MODULE: ./.build/js/stages/gate/other-plans.js + 1 modules
var other_plans = __webpack_require__(8053);
// EXTERNAL MODULE: ./.build/js/stages/gate/protections.js
var gate_protections = __webpack_require__(4740);
;// CONCATENATED MODULE: ./.build/js/stages/gate/rules.js


/** Who may change what the gate rests on, beside the default branch: tags, and the files under .github. Told, not refused. */
async function rulesNotes(github, main) {
    const [tags, owners] = await Promise.all([tagsHaveRules(github), ownersOfWorkflows(github, main)]);
    return [
        ...(tags === false ? [(0,core_text.t) `no rule protects the tags: whoever may push may move one until it is launched`] : []),
        ...(owners ? [] : [(0,core_text.t) `CODEOWNERS names nobody for .github: any reviewer may let a change of plan and workflows in`]),
    ];
}
/** Null when the token may not see it. */
async function tagsHaveRules({ octokit, owner, repo }) {
    try {
        const { data } = await octokit.rest.repos.getRepoRulesets({ owner, repo, includes_parents: true, per_page: 100 });
        return data.some(({ target, enforcement }) => target === "tag" && enforcement === "active");
    }
    catch {
        return null;
    }
}
const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
async function ownersOfWorkflows(github, main) {
    for (const place of places) {
        const text = await (0,repository/* fileAt */.Wd)(github, place, main.commit).catch(() => null);
        // GitHub reads the first of them that is there.
        if (text !== null)
            return ownsWorkflows(text);
    }
    return false;
}
/** Whether the last line that fits .github/workflows names somebody. */
function ownsWorkflows(codeowners) {
    let owned = false;
    for (const raw of codeowners.split(/\r?\n/)) {
        const [pattern = "", ...who] = raw
            .replace(/(^|\s)#.*$/, "")
            .trim()
            .split(/\s+/);
        if (/^(\*|\*\*|\/?\.github(\/|\/\*\*|\/workflows(\/|\/\*\*)?)?)$/.test(pattern))
            owned = who.length > 0;
    }
    return owned;
}

;// CONCATENATED MODULE: ./.build/js/stages/gate/gate.js














/**
 * Who may launch what, read where the one who launches cannot write alone: the policy of the default branch, resolved
 * to a commit once; that the release is part of it; whose workflow the run follows; what protects the environments.
 * Throws a UserError with every problem; no host is asked.
 */
async function passGate(context, asked) {
    const { github, planFile } = context;
    refuse([...inputProblems(asked), ...starterProblems(context, asked)]);
    const { tag, override, approval } = asked;
    const [main, commit] = await Promise.all([(0,repository/* defaultBranchNow */.Sn)(github), (0,repository/* commitOfTag */.lz)(github, tag)]);
    const origin = await (0,gate_origin/* originOf */.y)(context, main);
    // Whoever chose the workflow chose what is asked below.
    refuse(origin.problems);
    const held = await (0,held_plan/* heldPlan */.z)(github, planFile, { tag, commit, policy: main.commit, branch: main.name });
    const { plan, text, overruled, policyHash } = held;
    const starter = { logins: (0,gate_starters/* startersOf */.w)(context.run), opens: approval === "" };
    const [outside, others, protections, rules] = await Promise.all([
        (0,contained/* notContained */.P)(github, { tag, commit }, main, plan.approval["release-branches"]),
        (0,errors/* problemsFrom */.PD)(() => (0,other_plans/* otherPlanProblems */.c)(github, planFile, main)),
        (0,gate_protections/* protectionsOf */._)(github, plan, main, starter, asked.repositoryKey),
        rulesNotes(github, main),
    ]);
    refuse([...(outside === null ? [] : [outside]), ...others, ...protections.problems]);
    const bound = {
        tag,
        commit,
        plan: { path: planFile, sha256: (0,gate_bound/* textHash */._)(text) },
        policy: policyHash,
        workflow: origin.workflow,
        version: version,
        override,
        environments: protections.names,
    };
    const kept = overruled.length === 0
        ? []
        : [(0,core_text.t) `${main.name} says otherwise than the plan of ${tag}, and holds: ${overruled.join(", ")}`];
    return {
        ...held,
        tag,
        commit,
        main,
        bound,
        digest: (0,gate_bound/* digestOf */.o)(bound),
        notes: [...protections.notes, ...kept, ...rules],
    };
}
function inputProblems({ tag, override, approval }) {
    const wrongTag = (0,release/* tagProblem */.q)(tag);
    const problems = [];
    if (wrongTag !== null)
        problems.push({
            what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`,
            where: (0,core_text.t) `input tag`,
            mend: (0,core_text.t) `give the name of the tag to launch, such as v1.1.0`,
        });
    // A space would leave out the day before, and approve nothing.
    if (approval !== "" && !(0,core_approval/* isCommentId */.hB)(approval))
        problems.push({
            code: "approval-input",
            what: (0,core_text.t) `is not the id of a comment`,
            where: (0,core_text.t) `input approval`,
            mend: (0,core_text.t) `leave it empty; the workflow Approve fills it in`,
        });
    if (approval !== "" && override !== "")
        problems.push({
            code: "override-after-approval",
            what: (0,core_text.t) `a comment approved this launch, and \`override\` was not part of what it approved`,
            where: (0,core_text.t) `input override`,
            mend: (0,core_text.t) `leave it empty; or start a new launch with it, so that an approver sees it`,
        });
    return problems;
}
/** A workflow of any branch can have a bot start this one: whoever approves it then may have started it. */
function starterProblems({ run }, { approval }) {
    const starters = (0,gate_starters/* startersOf */.w)(run);
    if (approval !== "" || starters.some((login) => !login.endsWith("[bot]")))
        return [];
    return [
        {
            code: "started-by-bot",
            what: (0,core_text.t) `${starters.join(", ")} started this run, and GitHub does not say who had it do that`,
            where: "GitHub",
            mend: (0,core_text.t) `let a person start it (Actions → Run workflow)`,
        },
    ];
}
function refuse(problems) {
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ namesNow)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2311);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _github_environments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2617);
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);
/* harmony import */ var _plan_read_part_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);





const name = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1);
const named = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    approval: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        environment: name.default("production"),
        "day-environment": name.default("production-day"),
        "rollback-environment": name.default("production-rollback"),
        unprotected: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional(),
    })
        .prefault({}),
});
/**
 * The environments as the policy of the default branch names them now, however little of the plan holds: the watch and
 * the way back rest on it. Empty for one that the repository does not have, so that no job makes it.
 */
async function namesNow({ github, planFile }) {
    const main = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultBranchNow */ .Sn)(github);
    const text = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .fileAt */ .Wd)(github, planFile, main.commit);
    const found = text === null ? null : (0,_plan_read_part_js__WEBPACK_IMPORTED_MODULE_3__/* .readPart */ .o)(text, named);
    const told = found === null ? [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${planFile} on ${main.name} does not say who approves; the usual environments count`] : [];
    const { approval } = found ?? named.parse({});
    const there = async (one) => (await (0,_github_environments_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentNamed */ .b)(github, one))?.name ?? "";
    const [window, day, rollback] = await Promise.all([
        there(approval.environment),
        there(approval["day-environment"]),
        there(approval["rollback-environment"]),
    ]);
    return { window, day, rollback, free: approval.unprotected !== undefined, told };
}


/***/ })

};
