export const id = 549;
export const ids = [549];
export const modules = {

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _stages_approval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8087);
/* harmony import */ var _stages_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5058);
/* harmony import */ var _stages_prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(342);
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

/***/ 1921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   TK: () => (/* binding */ issueFacts),
/* harmony export */   UO: () => (/* binding */ answerOnce)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9440);

/** A comment as it is now, with what its author may do; null when it is gone. */
async function saidIn(github, id) {
    const { octokit, owner, repo } = github;
    try {
        const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
        const author = data.user?.login ?? "";
        return {
            id: data.id,
            issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
            author,
            byHand: data.user?.type === "User" && !data.performed_via_github_app,
            body: data.body ?? "",
            createdAt: data.created_at,
            updatedAt: data.updated_at,
            permission: await permissionOf(github, author),
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** What a login may do in the repository: admin, write, read or none. */
async function permissionOf({ octokit, owner, repo }, login) {
    try {
        return (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })).data.permission;
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return "none";
        throw error;
    }
}
/** An issue as it is now; null when there is none. */
async function issueFacts({ octokit, owner, repo }, issue) {
    try {
        const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: issue });
        return {
            open: data.state === "open",
            body: data.body ?? "",
            labels: data.labels.flatMap((label) => (typeof label === "string" ? [label] : label.name ? [label.name] : [])),
            byBot: data.user?.type === "Bot" && !data.pull_request,
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** Answers a comment on its issue once; a second answer to the same comment is not posted. */
async function answerOnce({ octokit, owner, repo }, said, text) {
    const mark = `<!-- golive:answer=${said.id} -->`;
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: said.issue,
        per_page: 100,
    });
    if (all.some(({ user, body }) => user?.type === "Bot" && body?.startsWith(mark)))
        return;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}


/***/ })

};
