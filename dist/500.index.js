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

// EXTERNAL MODULE: ./.build/js/core/approval.js
var approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/core/comment-commands.js + 1 modules
var comment_commands = __webpack_require__(4246);
// EXTERNAL MODULE: ./.build/js/core/permission.js
var permission = __webpack_require__(6127);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/core/said.js
var core_said = __webpack_require__(9501);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(7563);
// EXTERNAL MODULE: ./.build/js/github/client.js + 2 modules
var client = __webpack_require__(9440);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/said.js
var github_said = __webpack_require__(1921);
;// CONCATENATED MODULE: ./.build/js/stages/pass-on.js











/**
 * Hands a comment on to the workflow that launches, which looks everything up again and decides. Here it is only
 * looked at whether it is a command on a checklist that waits. `workflow`: file name of that workflow. Returns the tag, or null when there is nothing to do.
 */
async function passOn({ github, log }, id, workflow) {
    const said = await (0,github_said/* saidIn */.$g)(github, id);
    const meant = said === null ? [] : (0,comment_commands/* commandsOf */.Kf)(said.body).commands.filter((one) => (0,comment_commands/* subjectOf */.et)(one) === "approval");
    if (said === null || !said.byHand || meant.length === 0) {
        log.info((0,core_text.t) `Comment ${id} is no ${approval/* approveWord */.Cv}: nothing to do`);
        return null;
    }
    const issue = await (0,github_said/* issueFacts */.TK)(github, said.issue);
    if (!issue?.byBot || !issue.labels.includes(github_issue/* checklistLabel */.lN)) {
        log.info((0,core_text.t) `#${said.issue} is no checklist: nothing to do`);
        return null;
    }
    const tag = (0,render/* waitingTag */.yG)(issue.body);
    const why = whyNotPassedOn(said, meant, issue, tag);
    if (tag === null || why !== null) {
        log.info((0,core_text.t) `Comment ${id} approves nothing: ${why ?? ""}`);
        await (0,github_said/* answerOnce */.UO)(github, said, (0,core_text.t) `🔏 This comment does not approve the launch: ${why ?? ""}.`);
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
            inputs: { tag, approval: String(id) },
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
                mend: (0,core_text.t) `name the file in .github/workflows that launches; it needs workflow_dispatch with the inputs tag and approval`,
            }, { cause: error });
        throw error;
    }
    log.info((0,core_text.t) `${workflow} is started for ${tag}; it decides whether comment ${id} approves it`);
    return tag;
}
/** What can be said without the plan. The run that is started decides; this spares it what is plainly none. */
function whyNotPassedOn(said, meant, issue, tag) {
    if (!(0,permission/* mayWrite */.J)(said.permission))
        return (0,core_text.t) `its author may not write to this repository`;
    if (!issue.open)
        return (0,core_text.t) `the checklist is closed`;
    if (tag === null || (0,release/* tagProblem */.q)(tag) !== null)
        return (0,core_text.t) `it does not wait for an approval now; the checklist says how it stands`;
    if (!meant.some(({ kind }) => kind === "approve"))
        return (0,core_text.t) `it begins like \`${approval/* approveWord */.Cv}\`, and is not; write a new comment with what the checklist shows, without quotation marks`;
    return (0,core_said/* whyNoDecision */.Wc)(said);
}

;// CONCATENATED MODULE: ./.build/js/actions/approve.js




const action = {
    inputs: {
        token: { required: true },
        comment: { required: true },
        workflow: { required: true },
    },
    outputs: ["tag"],
    async run(context, { comment = "", workflow = "" }) {
        if (!(0,approval/* isCommentId */.hB)(comment))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `is not the id of a comment`,
                where: (0,core_text.t) `input comment`,
                mend: (0,core_text.t) `pass github.event.comment.id`,
            });
        const tag = await passOn(context, Number(comment), workflow);
        return { outputs: { tag: tag ?? "" } };
    },
};


/***/ }),

/***/ 5467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ historyIn),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   mx: () => (/* binding */ editsReadable),
/* harmony export */   u3: () => (/* binding */ historiesOf)
/* harmony export */ });
/* unused harmony export versionsOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);


const query = `query ($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    ... on Comment {
      body
      createdAt
      lastEditedAt
      includesCreatedEdit
      author { __typename login }
      userContentEdits(first: 100, after: $after) {
        nodes { editedAt editor { __typename login } deletedAt deletedBy { __typename login } diff }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
/** GitHub takes no more in one query. */
const mostNodes = 100;
/**
 * The histories of these comments, by node id: GitHub keeps each edit with its editor, also one that was made within
 * the second of another. Null for a comment that is gone.
 */
async function historiesOf(github, ids) {
    const found = new Map();
    for (let from = 0; from < ids.length; from += mostNodes) {
        const some = ids.slice(from, from + mostNodes);
        const { nodes } = await ask(github, some, null);
        for (const [index, id] of some.entries()) {
            const node = nodes[index] ?? null;
            found.set(id, node === null ? null : historyOf(node, await revisionsOf(github, id, node)));
        }
    }
    return found;
}
/** The history of one comment; null when it is gone. */
async function historyIn(github, id) {
    return (await historiesOf(github, [id])).get(id) ?? null;
}
/** Every body a comment ever had, oldest first. Null when the comment is gone. `node`: the comment's node id. */
async function versionsOf(github, node) {
    const history = await historyIn(github, node);
    if (history === null)
        return null;
    if (history.edits === null)
        throw unreadable();
    return history.versions;
}
/** Whether golive is told who edited what, tried on any issue there is; null when there is none to try it on. */
async function editsReadable(github) {
    const { octokit, owner, repo } = github;
    const { data } = await octokit.rest.issues.listForRepo({ owner, repo, state: "all", per_page: 1 });
    const [issue] = data;
    if (issue === undefined)
        return null;
    const history = await historyIn(github, issue.node_id);
    return history === null ? null : history.edits !== null;
}
/** What is to be done where GitHub does not tell who edited what. */
function unreadable() {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        code: "edits-unreadable",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `GitHub does not tell this token who edited a comment, so nothing that people write can be relied on`,
        where: "permissions",
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `give the job \`issues: write\`, and pass it the run's own token; a token of a person or an app needs to read issues by GraphQL (userContentEdits)`,
    });
}
/** What GitHub does not find or does not tell is null in the answer; any other error is thrown. */
async function ask({ octokit }, ids, after) {
    try {
        return await octokit.graphql(query, { ids, after });
    }
    catch (error) {
        const { errors = [], data } = error;
        const known = errors.length > 0 && errors.every(({ type = "" }) => type === "NOT_FOUND" || refusals.includes(type));
        const refused = errors.some(isRefusal) || /not accessible by/.test(error.message);
        if (!known || !data?.nodes)
            throw refused ? unreadable() : error;
        // One that is refused as a whole is there all the same.
        if (errors.some((one) => isRefusal(one) && (one.path?.length ?? 0) < 3))
            throw unreadable();
        return data;
    }
}
const refusals = ["FORBIDDEN", "INSUFFICIENT_SCOPES"];
function isRefusal({ type = "" }) {
    return refusals.includes(type);
}
/** All revisions, newest first; null when GitHub does not tell. */
async function revisionsOf(github, id, node) {
    const revisions = [];
    for (let page = node; page !== null;) {
        if (page.userContentEdits === null)
            return null;
        const { nodes, pageInfo } = page.userContentEdits;
        revisions.push(...nodes);
        if (!pageInfo.hasNextPage)
            break;
        page = (await ask(github, [id], pageInfo.endCursor)).nodes[0] ?? null;
    }
    return revisions;
}
function historyOf(node, revisions) {
    const { body, createdAt } = node;
    if (revisions === null)
        return { body, edits: null, versions: [{ at: createdAt, by: null, body }] };
    return { body, edits: editsOf(node, revisions), versions: versionsIn(node, revisions) };
}
function editsOf({ author, includesCreatedEdit, lastEditedAt }, revisions) {
    const original = includesCreatedEdit ? revisions.at(-1) : undefined;
    const edits = revisions
        // The text as it was posted is its author's, and no edit.
        .filter((one) => one !== original || (one.editor !== null && one.editor.login !== author?.login))
        .map(({ editedAt, editor }) => ({ at: editedAt, by: loginOf(editor) }));
    const removals = revisions.flatMap(({ deletedAt, deletedBy }) => deletedAt === null ? [] : [{ at: deletedAt, by: loginOf(deletedBy) }]);
    // An edit that the history does not show is somebody's.
    const unseen = revisions.length === 0 && lastEditedAt !== null ? [{ at: lastEditedAt, by: null }] : [];
    return [...edits, ...removals, ...unseen].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
function versionsIn({ body, createdAt }, revisions) {
    // GitHub keeps no history of a comment that nobody edited.
    if (revisions.length === 0)
        return [{ at: createdAt, by: null, body }];
    const versions = [];
    let lost = false;
    for (const { editedAt, editor, diff } of revisions.toReversed()) {
        // Where a text was taken out of the history, nobody can be told to have made the change that follows.
        if (diff !== null)
            versions.push({ at: editedAt, by: lost ? null : loginOf(editor), body: diff });
        lost = diff === null;
    }
    return lost ? [...versions, { at: revisions[0]?.editedAt ?? createdAt, by: null, body }] : versions;
}
function loginOf(actor) {
    return actor?.__typename === "User" ? actor.login : null;
}


/***/ }),

/***/ 1921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   Gv: () => (/* binding */ answerMark),
/* harmony export */   TK: () => (/* binding */ issueFacts),
/* harmony export */   UO: () => (/* binding */ answerOnce),
/* harmony export */   Ul: () => (/* binding */ isPublic),
/* harmony export */   hU: () => (/* binding */ editorOf)
/* harmony export */ });
/* harmony import */ var _core_permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6127);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9440);
/* harmony import */ var _edits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5467);



/** A comment as it is now, with what its author may do; null when it is gone. */
async function saidIn(github, id) {
    const { octokit, owner, repo } = github;
    try {
        const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
        const author = data.user?.login ?? "";
        const history = await (0,_edits_js__WEBPACK_IMPORTED_MODULE_1__/* .historyIn */ .E9)(github, data.node_id);
        if (history === null)
            return null;
        return {
            id: data.id,
            issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
            author,
            byHand: data.user?.type === "User" && !data.performed_via_github_app,
            body: history.body,
            createdAt: data.created_at,
            edits: history.edits,
            bodies: history.versions.map((version) => version.body),
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
            node: data.node_id,
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .nG)(error) === 404)
            return null;
        throw error;
    }
}
/**
 * Who edited an issue of golive's after golive wrote it last; null when nobody did, or only ticked boxes in it, as a
 * tap on the page does. One within the same second counts: nobody can tell which came first.
 */
async function editorOf(github, { node }) {
    const history = await (0,_edits_js__WEBPACK_IMPORTED_MODULE_1__/* .historyIn */ .E9)(github, node);
    const edits = history?.edits ?? [];
    const written = Math.max(0, ...edits.flatMap(({ at, by }) => (by === null ? [Date.parse(at)] : [])));
    const [first] = edits.filter(({ at, by }) => by !== null && Date.parse(at) >= written);
    if (first === undefined || history === null)
        return null;
    const before = history.versions.findLast(({ at, by }) => by === null && Date.parse(at) < Date.parse(first.at));
    const same = before !== undefined && unticked(before.body) === unticked(history.body);
    return same ? null : first.by;
}
function unticked(body) {
    return body.replaceAll(/^(\s*[-*] )\[[xX]\]/gm, "$1[ ]");
}
/**
 * Answers a comment on its issue once; a second answer to the same comment is not posted. Whoever may not write to the
 * repository is answered once on an issue, and not at all where it is public: there anybody could have golive write.
 */
async function answerOnce(github, said, text) {
    const { octokit, owner, repo } = github;
    if (!(0,_core_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .mayWrite */ .J)(said.permission) && (await isPublic(github)))
        return;
    const mark = answerMark(said);
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: said.issue,
        per_page: 100,
    });
    if (all.some(({ user, body }) => user?.type === "Bot" && body?.split(/\r?\n/).includes(mark)))
        return;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}
/** What an answer begins with, so that it is given once: to a comment, or to a person who may not write. */
function answerMark({ id, author, permission }) {
    return (0,_core_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .mayWrite */ .J)(permission) ? `<!-- golive:answer=${id} -->` : `<!-- golive:answer-to=${author} -->`;
}
/** Whether people outside see the repository, and so may comment. */
async function isPublic({ octokit, owner, repo }) {
    return !(await octokit.rest.repos.get({ owner, repo })).data.private;
}


/***/ })

};
