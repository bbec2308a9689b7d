export const id = 3;
export const ids = [3];
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

/***/ 6551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _stages_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9921);
/* harmony import */ var _stages_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2383);
/* harmony import */ var _stages_watch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9638);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9468);







const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_5__/* .common */ .sh, tag: { required: true }, state: { required: true, oneOf: ["watch", "report"] }, limit: {} },
    outputs: ["end", "because", "evidence"],
    async run(context, { tag = "", state = "", limit = "" }) {
        if (state === "watch") {
            const seconds = limit === "" ? undefined : (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E)(limit);
            if (seconds === null || seconds === 0)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `is not a duration`,
                    where: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `input limit`,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `write it as 5h30m, 90m or 30s`,
                });
            const { end, because, charts } = await (0,_stages_watch_js__WEBPACK_IMPORTED_MODULE_4__/* .watch */ .wB)(context, tag, seconds);
            return {
                outputs: { end, because, evidence: "" },
                ...(charts.length === 0 ? {} : { summary: charts.join("\n\n") }),
            };
        }
        const { text, evidence } = await (0,_stages_report_js__WEBPACK_IMPORTED_MODULE_3__/* .report */ .S)(context, tag);
        return {
            outputs: { end: "", because: "", evidence: await (0,_stages_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvidence */ .n)(context.jobDirectory, evidence) },
            summary: text,
        };
    },
};


/***/ }),

/***/ 3238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ withEdits),
/* harmony export */   Zt: () => (/* binding */ talkAfter),
/* harmony export */   u3: () => (/* binding */ commentsOf)
/* harmony export */ });
/* harmony import */ var _edits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5467);

/** All that was posted after the comment with this id, oldest first: by people, and the bodies of the suite's own. */
async function talkAfter({ octokit, owner, repo }, issue, after) {
    const all = (await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 })).filter(({ id }) => id > after);
    return {
        people: all
            .filter(({ user, performed_via_github_app: app }) => user?.type === "User" && !app)
            .map(({ id, node_id, user, body, created_at }) => ({
            id,
            node: node_id,
            author: user?.login ?? "",
            byHand: true,
            body: body ?? "",
            createdAt: created_at,
        })),
        own: all.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
    };
}
/** With who edited them, and the body that goes with that. One that is gone by now is left out. */
async function withEdits(github, posted) {
    const histories = await (0,_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .historiesOf */ .u3)(github, posted.map(({ node }) => node));
    return commentsOf(posted, histories);
}
function commentsOf(posted, histories) {
    return posted.flatMap(({ node, ...comment }) => {
        const history = histories.get(node);
        if (!history)
            return [];
        const { body, edits, versions } = history;
        return [{ ...comment, body, edits, bodies: versions.map((version) => version.body) }];
    });
}


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

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   aw: () => (/* binding */ backupName),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2291);

function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory(launch) {
    return `${launch.plan.database.backup.directory}/${backupName(launch)}`;
}
/** A backup is never overwritten: one made anew has a folder of its own. */
function backupName({ release, state }) {
    const { reopened } = state();
    return `${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}
function manifestHash(launch) {
    const { steps } = launch.state();
    return String((steps.get("backup.manifest") ?? steps.get("backup.cluster"))?.facts.sha256);
}
/** The rollback copy of this launch, or null when none was finished. */
function copyOf(launch) {
    const step = launch.state().steps.get("backup.copy");
    return step?.status === "done" ? step.facts.copy : null;
}
/** Whether this release's dump is on record as proved, in the way the plan wants: the site does not open before. */
function dumpProved(launch) {
    const step = launch.state().steps.get("backup.proof");
    return (step?.status === "done" || step?.status === "skipped") && typeof step.facts.proved === "string";
}
/** Nothing that cannot be undone begins before the way back is there: the proved dump, or the copy where the plan lets the dump wait. */
function wayBackIsThere(launch) {
    if (!(0,_files_record_js__WEBPACK_IMPORTED_MODULE_0__/* .filesAreKept */ .KP)(launch))
        return false;
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ })

};
