export const id = 766;
export const ids = [766];
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

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7563);
/* harmony import */ var _core_approved_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _stages_approval_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8087);
/* harmony import */ var _stages_deploy_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5058);
/* harmony import */ var _stages_prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6693);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9468);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(645);








/** The host that goes first, and the others as the matrix of a workflow that gives each a job of its own. */
function fanOut(plan) {
    const first = (0,_stages_deploy_order_js__WEBPACK_IMPORTED_MODULE_4__/* .migrateHost */ .AL)(plan);
    const host = plan.deploy.hosts.filter((name) => name !== first);
    return { "first-host": first, matrix: host.length === 0 ? "" : JSON.stringify({ host }) };
}
const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_6__/* .common */ .sh, ..._gate_js__WEBPACK_IMPORTED_MODULE_7__.askedInputs, tag: { required: true }, digest: {} },
    outputs: ["launch", "release", "issue", "gate", "watch", "first-host", "matrix"],
    async run(context, inputs) {
        const launch = await (0,_stages_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .prepare */ .i)(context, { ...(0,_gate_js__WEBPACK_IMPORTED_MODULE_7__.askedOf)(inputs), digest: inputs.digest ?? "" });
        try {
            const { id, tag, commit, digest, issue } = launch.release;
            const policy = launch.state().plan?.policy ?? "";
            const url = `${context.github.serverUrl}/${context.github.owner}/${context.github.repo}/issues/${issue}`;
            context.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `The checklist is ${url}`);
            return {
                outputs: {
                    launch: (0,_core_approved_js__WEBPACK_IMPORTED_MODULE_1__/* .approvedText */ .j)({ tag, commit, policy, digest }),
                    release: id,
                    issue: String(issue),
                    gate: (0,_stages_approval_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitsComment */ .pP)(launch) ? "comment" : "environment",
                    watch: String(launch.plan.watch !== undefined),
                    ...fanOut(launch.plan),
                },
                summary: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `## ${launch.plan.service} ${launch.release.tag} is ready for its window\n\nThe checklist is [#${issue}](${url}). The plan's digest is \`${digest.slice(0, 16)}\`; what is approved is this plan at commit \`${commit.slice(0, 12)}\` and no other.\n\n**Point of no return:** ${(0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .noReturnOf */ .TZ)(launch.state(), launch.messages)}.\n`,
            };
        }
        finally {
            await launch.close();
        }
    },
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
