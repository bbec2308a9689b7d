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
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3410);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _stages_approval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8087);
/* harmony import */ var _stages_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5058);
/* harmony import */ var _stages_prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1833);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9468);






/** The host that goes first, and the others as the matrix of a workflow that gives each a job of its own. */
function fanOut(plan) {
    const first = (0,_stages_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__/* .migrateHost */ .AL)(plan);
    const host = plan.deploy.hosts.filter((name) => name !== first);
    return { "first-host": first, matrix: host.length === 0 ? "" : JSON.stringify({ host }) };
}
const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_5__/* .common */ .sh, tag: { required: true }, override: {}, approval: {} },
    outputs: ["release", "commit", "digest", "issue", "environment", "gate", "watch", "first-host", "matrix"],
    async run(context, inputs) {
        const launch = await (0,_stages_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .i)(context, inputs.tag ?? "", (inputs.override ?? "").trim(), inputs.approval ?? "");
        try {
            const { id, commit, digest, issue } = launch.release;
            const url = `${context.github.serverUrl}/${context.github.owner}/${context.github.repo}/issues/${issue}`;
            context.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The checklist is ${url}`);
            return {
                outputs: {
                    release: id,
                    commit,
                    digest,
                    issue: String(issue),
                    environment: launch.plan.approval.environment,
                    gate: (0,_stages_approval_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitsComment */ .pP)(launch) ? "comment" : "environment",
                    watch: String(launch.plan.watch !== undefined),
                    ...fanOut(launch.plan),
                },
                summary: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `## ${launch.plan.service} ${launch.release.tag} is ready for its window\n\nThe checklist is [#${issue}](${url}). The plan's digest is \`${digest.slice(0, 16)}\`; what is approved is this plan at commit \`${commit.slice(0, 12)}\` and no other.\n\n**Point of no return:** ${(0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .noReturnOf */ .TZ)(launch.state(), launch.messages)}.\n`,
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


/***/ })

};
