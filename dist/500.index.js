export const id = 500;
export const ids = [500];
export const modules = {

/***/ 6500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/core/approval.js
var approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 2 modules
var render = __webpack_require__(3410);
// EXTERNAL MODULE: ./.build/js/github/client.js + 2 modules
var client = __webpack_require__(9440);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/said.js
var github_said = __webpack_require__(1921);
;// CONCATENATED MODULE: ./.build/js/stages/pass-on.js








/**
 * Hands a comment on to the workflow that launches, which looks everything up again and decides. Here it is only
 * looked at whether it is a command on a checklist that waits. Returns the tag, or null when there is nothing to do.
 */
async function passOn({ github, log }, id, { workflow, plan, runsOn }) {
    const said = await (0,github_said/* saidIn */.$g)(github, id);
    if (said === null || !said.byHand || !(0,approval/* meansApproval */.cW)(said.body)) {
        log.info((0,core_text.t) `Comment ${id} is no ${approval/* approveWord */.Cv}: nothing to do`);
        return null;
    }
    const issue = await (0,github_said/* issueFacts */.TK)(github, said.issue);
    if (!issue?.byBot || !issue.labels.includes(github_issue/* checklistLabel */.lN)) {
        log.info((0,core_text.t) `#${said.issue} is no checklist: nothing to do`);
        return null;
    }
    const tag = (0,render/* waitingTag */.yG)(issue.body);
    if (!issue.open || tag === null || (0,release/* tagProblem */.qH)(tag) !== null) {
        await (0,github_said/* answerOnce */.UO)(github, said, (0,core_text.t) `🔏 This comment does not approve the launch: ${issue.open ? (0,core_text.t) `it does not wait for an approval now; the checklist says how it stands` : (0,core_text.t) `the checklist is closed`}.`);
        return null;
    }
    const { octokit, owner, repo } = github;
    const ref = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
    try {
        await octokit.rest.actions.createWorkflowDispatch({
            owner,
            repo,
            workflow_id: workflow,
            ref,
            inputs: {
                tag,
                approval: String(id),
                ...(plan === "" ? {} : { plan }),
                ...(runsOn === "" ? {} : { "runs-on": runsOn }),
            },
        });
    }
    catch (error) {
        const status = (0,client/* httpStatus */.nG)(error);
        if (status === 403)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `this token may not start ${workflow}`,
                where: "permissions",
                mend: (0,core_text.t) `give the job \`actions: write\``,
            }, { cause: error });
        if (status === 404 || status === 422)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `${workflow} cannot be started on ${ref}`,
                where: (0,core_text.t) `input workflow`,
                mend: (0,core_text.t) `name the file in .github/workflows that launches; it needs workflow_dispatch with the inputs tag and approval, and those that are passed to it`,
            }, { cause: error });
        throw error;
    }
    log.info((0,core_text.t) `${workflow} is started for ${tag}; it decides whether comment ${id} approves it`);
    return tag;
}

;// CONCATENATED MODULE: ./.build/js/actions/approve.js



const action = {
    inputs: {
        token: { required: true },
        comment: { required: true },
        workflow: { required: true },
        plan: {},
        "runs-on": {},
    },
    outputs: ["tag"],
    async run(context, { comment = "", workflow = "", plan = "", "runs-on": runsOn = "" }) {
        if (!/^[1-9][0-9]{0,15}$/.test(comment))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `is not the id of a comment`,
                where: (0,core_text.t) `input comment`,
                mend: (0,core_text.t) `pass github.event.comment.id`,
            });
        const tag = await passOn(context, Number(comment), { workflow, plan, runsOn });
        return { outputs: { tag: tag ?? "" } };
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
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .nG)(error) === 404)
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
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .nG)(error) === 404)
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
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .nG)(error) === 404)
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
