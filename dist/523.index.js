export const id = 523;
export const ids = [523];
export const modules = {

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ deviation),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   Xm: () => (/* binding */ forecastSteps)
/* harmony export */ });

/** Of earlier launches only so many count; servers and data change. */
const remembered = 8;
/**
 * What each step is expected to take. What was measured on yesterday's data for this very release goes before what
 * earlier releases took, and both before what is usual. All in seconds.
 */
function forecastSteps(ids, known) {
    return ids.map((id) => {
        const before = known.history.get(id)?.slice(-remembered) ?? [];
        const measured = known.measured.get(id);
        if (measured !== undefined) {
            // Two looks at the same thing: the worse of them is the edge.
            const edge = Math.max(measured * 1.5, ...before);
            return { id, seconds: measured, spread: edge - measured, source: "measured" };
        }
        if (before.length > 0) {
            const middle = median(before);
            return { id, seconds: middle, spread: Math.max(Math.max(...before) - middle, middle * 0.25), source: "history" };
        }
        const usual = known.usual(id);
        return { id, seconds: usual, spread: usual, source: "usual" };
    });
}
/** The steps one after another. Their spreads are independent, so not all come at once. */
function total(steps) {
    return {
        seconds: sum(steps.map(({ seconds }) => seconds)),
        spread: Math.sqrt(sum(steps.map(({ spread }) => spread ** 2))),
    };
}
/** How far a forecast was off, as a share of what it was: 0.2 is a fifth. */
function deviation(forecastSeconds, actualSeconds) {
    return actualSeconds === 0 ? 0 : Math.abs(forecastSeconds - actualSeconds) / actualSeconds;
}
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return sorted.length % 2 === 1
        ? (sorted[Math.floor(middle)] ?? 0)
        : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
function sum(values) {
    return values.reduce((a, b) => a + b, 0);
}


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ gateAt),
/* harmony export */   Ec: () => (/* binding */ approveFrom),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   sr: () => (/* binding */ lastSafeMoment)
/* harmony export */ });
/** Whether a launch may begin at `now`: inside its window, with room for itself and for the way back. */
function gateAt(window, now, { tolerance, waitAtMost }, forecast) {
    const opens = window.start.minus({ seconds: tolerance });
    if (now >= window.end)
        return { kind: "over", ended: window.end };
    const needed = forecast === null ? 0 : atMost(forecast.launch) + atMost(forecast.rollback);
    const from = now < opens ? opens : now;
    const left = window.end.diff(from).as("seconds");
    if (needed > left)
        return { kind: "short", left, needed };
    if (now >= opens)
        return { kind: "open" };
    return opens.diff(now).as("seconds") <= waitAtMost
        ? { kind: "wait", until: opens }
        : { kind: "early", approveFrom: approveFrom(window, { tolerance, waitAtMost }) };
}
/** From when on a launch may wait for the window. */
function approveFrom({ start }, { tolerance, waitAtMost }) {
    return start.minus({ seconds: tolerance + waitAtMost });
}
/** The last moment at which a rollback that begins still ends inside the window. */
function lastSafeMoment(window, rollback) {
    return window.end.minus({ seconds: atMost(rollback) });
}
function atMost({ seconds, spread }) {
    return seconds + spread;
}


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


/***/ }),

/***/ 67:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ askPeople)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8714);
/* harmony import */ var _core_comment_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4246);
/* harmony import */ var _core_permission_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6127);
/* harmony import */ var _core_said_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9501);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _github_comments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3238);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2981);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1921);










/** Asks people on the checklist, and waits. Null when none of them answered in time, or nobody could be asked. */
async function askPeople(launch, question) {
    const { github, release, plan, log, signal } = launch;
    const { who, text, atMost, everySeconds = 10 } = question;
    const until = luxon__WEBPACK_IMPORTED_MODULE_8__/* .DateTime */ .c9.now().plus({ seconds: atMost });
    const asked = await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .comment */ .Im)(github, release.issue, `${who.join(" ")}: ${text(until.setZone(plan.timezone).toFormat("HH:mm:ss"))}`).catch((error) => {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `Nobody could be asked: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        return null;
    });
    const told = new Set();
    while (asked !== null && luxon__WEBPACK_IMPORTED_MODULE_8__/* .DateTime */ .c9.now() < until && !signal.aborted) {
        const given = await answerAfter(launch, question, asked, told).catch((error) => {
            log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `What people wrote could not be looked at: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
            return null;
        });
        if (given !== null)
            return given;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, {
            signal,
        }).catch(() => { });
    }
    return null;
}
/** The first comment that answers, looked up with its edits. Whoever meant to answer and did not is told why. */
async function answerAfter(launch, { who, answers }, asked, told) {
    const { github, release } = launch;
    const { people } = await (0,_github_comments_js__WEBPACK_IMPORTED_MODULE_5__/* .talkAfter */ .Zt)(github, release.issue, asked);
    const meant = people.filter(({ body }) => (0,_core_comment_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsOf */ .Kf)(body).commands.some((one) => (0,_core_comment_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(one) === "reply"));
    if (meant.length === 0)
        return null;
    for (const said of await (0,_github_comments_js__WEBPACK_IMPORTED_MODULE_5__/* .withEdits */ .QU)(github, meant)) {
        const answer = answerIn(said, answers);
        const why = whyNoAnswer(said, who, answer);
        // One that cannot be looked up now is looked at again.
        const permission = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionOf */ .Fp)(github, said.author).catch(() => null);
        if (permission === null)
            continue;
        const weak = (0,_core_permission_js__WEBPACK_IMPORTED_MODULE_9__/* .mayWrite */ .J)(permission)
            ? null
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said.author} may not write to the repository (${permission}), so this answer does not count`;
        if (answer !== null && why === null && weak === null)
            return { answer, by: said.author };
        await tell(launch, { ...said, permission }, weak ?? why ?? "", told);
    }
    return null;
}
function answerIn({ body }, answers) {
    const command = (0,_core_comment_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyCommand */ .wz)((0,_core_comment_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsOf */ .Kf)(body));
    return command?.kind === "reply" ? (answers.find((one) => one === command.reply) ?? null) : null;
}
function whyNoAnswer(said, who, answer) {
    if (!who.some((one) => one.slice(1).toLowerCase() === said.author.toLowerCase()))
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `This answer does not count: it was asked of ${who.map((one) => one.slice(1)).join(", ")}`;
    if (answer === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `This answer does not count: write one of the answers of the question, and nothing else, as a new comment`;
    const edited = (0,_core_said_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNoDecision */ .Wc)(said);
    return edited === null ? null : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `This answer does not count: ${edited}`;
}
async function tell({ github, release, log }, said, why, told) {
    // Who may not write is answered once, whatever else that person writes.
    const key = (0,_core_permission_js__WEBPACK_IMPORTED_MODULE_9__/* .mayWrite */ .J)(said.permission) ? String(said.id) : said.author;
    if (told.has(key))
        return;
    told.add(key);
    log.warn(why);
    await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_7__/* .answerOnce */ .UO)(github, { ...said, issue: release.issue }, `${why}.`).catch(() => { });
}


/***/ }),

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ forecastOf),
/* harmony export */   Qu: () => (/* binding */ usualSeconds),
/* harmony export */   eK: () => (/* binding */ actualSeconds),
/* harmony export */   om: () => (/* binding */ historyOf),
/* harmony export */   uD: () => (/* binding */ makeForecast)
/* harmony export */ });
/* harmony import */ var _core_forecast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6241);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);


const windowPhases = ["isolate", "backup", "deploy", "dns-tls", "verify", "open"];
/** What goes by between the steps: writing the journal, looking at the lock. A line of its own in the forecast. */
const between = "between";
/** The forecast on record, if the day before was rehearsed. */
function forecastOf(state) {
    const step = state.steps.get("day-before.forecast");
    return step?.status === "done" ? (step.facts.forecast ?? null) : null;
}
/** `measured`: seconds by step; `usual`: what nothing is known of; `dumpAfter`: the step after which the dump is made beside the rest, if it is. */
function makeForecast(phases, { dumpAfter, ...known }) {
    const linesOf = (phase) => phases.find(({ id }) => id === phase)?.lines ?? [];
    const byPhase = windowPhases
        .filter((id) => linesOf(id).length > 0)
        .map((id) => ({
        id,
        steps: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(linesOf(id).map((line) => line.id), known),
    }));
    // Checks run at the same time: the slowest of them is what it takes.
    const counted = byPhase.map(({ id, steps }) => ({
        id,
        steps: id === "verify" ? slowest(steps) : longest(linesOf(id), steps),
    }));
    const gaps = (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)([between], known);
    const spared = dumpAfter === null
        ? []
        : besideTheOther(counted.flatMap(({ steps }) => steps), dumpAfter);
    const back = linesOf("rollback").filter(({ optional }) => !optional);
    return {
        launch: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)([...counted.flatMap(({ steps }) => steps), ...gaps].filter((step) => !spared.includes(step))),
        rollback: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(longest(back, (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(back.map(({ id }) => id), known))),
        steps: [...byPhase.flatMap(({ steps }) => steps), ...gaps],
        phases: counted.map(({ id, steps }) => ({ id, seconds: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(steps).seconds })),
    };
}
/** Of the dump and what goes on beside it once the migrations are through, the shorter: it costs no time of its own. */
function besideTheOther(steps, dumpAfter) {
    const dump = steps.filter(({ id }) => id.startsWith("backup.") && id !== "backup.copy");
    const migrated = steps.findIndex(({ id }) => id === dumpAfter);
    const rest = steps.slice(migrated + 1).filter(({ id }) => /^(deploy|dns-tls|verify)\./.test(id));
    return (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(dump).seconds < (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(rest).seconds ? dump : rest;
}
/** Of lines that happen at the same time only the lane that takes longest counts. */
function longest(lines, steps) {
    const laneOf = new Map(lines.map(({ id, lane }) => [id, lane]));
    const batchOf = (lane) => lane.slice(0, lane.lastIndexOf(" "));
    const seconds = new Map();
    for (const step of steps) {
        const lane = laneOf.get(step.id);
        if (lane !== undefined)
            seconds.set(lane, (seconds.get(lane) ?? 0) + step.seconds);
    }
    const counts = new Set([...new Set([...seconds.keys()].map(batchOf))].map((batch) => [...seconds].filter(([lane]) => batchOf(lane) === batch).toSorted(([, a], [, b]) => b - a)[0]?.[0]));
    return steps.filter(({ id }) => laneOf.get(id) === undefined || counts.has(laneOf.get(id)));
}
function slowest(steps) {
    return steps.toSorted((a, b) => b.seconds - a.seconds).slice(0, 1);
}
/** From the first step of the window to the last; seconds, or null when it did not get that far. */
function actualSeconds(state) {
    const from = state.steps.get("isolate.on")?.startedAt;
    const to = state.steps.get("open.proof");
    if (from === undefined || to?.status !== "done" || to.endedAt === undefined)
        return null;
    return (Date.parse(to.endedAt) - Date.parse(from)) / 1000;
}
/** What each step took in launches that went live without being interrupted, and in rollbacks. */
function historyOf(entries, except) {
    const releases = [...new Set(entries.map(({ release }) => release))].filter((release) => release !== except);
    const history = new Map();
    const add = (id, seconds) => history.set(id, [...(history.get(id) ?? []), seconds]);
    for (const release of releases) {
        const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(entries, release);
        if (state.ended?.outcome !== "live" && state.ended?.outcome !== "rolled-back")
            continue;
        for (const [id, step] of state.steps)
            if (step.status === "done" &&
                step.seconds !== undefined &&
                !id.startsWith("prepare.") &&
                !id.startsWith("day-before."))
                add(id, step.seconds);
        const total = actualSeconds(state);
        // Somebody who slept between two tries is no measure.
        const runs = new Set(entries.filter((entry) => entry.release === release).map(({ run }) => `${run.id}-${run.attempt}`));
        if (total === null || runs.size > 1)
            continue;
        add(between, Math.max(0, total - busySeconds(state)));
    }
    return history;
}
/** How long any step of the window was under way; those at the same time count once. */
function busySeconds(state) {
    const spans = [...state.steps]
        .filter(([id, { seconds, endedAt }]) => windowPhases.some((phase) => id.startsWith(`${phase}.`)) && seconds !== undefined && endedAt !== undefined)
        .map(([, { seconds = 0, endedAt = "" }]) => ({
        from: Date.parse(endedAt) / 1000 - seconds,
        to: Date.parse(endedAt) / 1000,
    }))
        .toSorted((a, b) => a.from - b.from);
    let busy = 0;
    let until = 0;
    for (const { from, to } of spans) {
        busy += Math.max(0, to - Math.max(from, until));
        until = Math.max(until, to);
    }
    return busy;
}
/** What is usual for a step of which nothing is known; seconds. `bytes`: of the database. */
function usualSeconds(plan, bytes) {
    const perByte = (megabytesPerSecond) => bytes / 1e6 / megabytesPerSecond;
    const usual = [
        ["isolate.on", 0.1],
        ["isolate.proof", 0.3],
        ["isolate.stop", 1.2],
        ["backup.files-", 1],
        ["backup.copy", 0.4 + perByte(200)],
        ["backup.cluster", 5 + perByte(60)],
        ["backup.verify", 2 + perByte(200)],
        ["backup.dump", 0.6 + perByte(60)],
        ["backup.manifest", 0.1 + perByte(1000)],
        ["backup.read", 0.1 + perByte(300)],
        ["backup.proof", 0.6 + perByte(60)],
        ["deploy.environment", 20],
        ["deploy.build", 20],
        ["deploy.switch", 0.1],
        ["deploy.migrate", 5],
        ["deploy.fetch", 2],
        ["deploy.static", 3],
        ["deploy.keep", 0.3],
        ["deploy.start", 1.7],
        ["deploy.health", 2],
        ["deploy.step-", 1],
        ["deploy.versions", 0.3],
        ["verify.scenario-", plan.verify.people.usual],
        ["dns-tls.certificate-", 1],
        ["dns-tls.dns-", 3],
        ["open.off", 0.1],
        ["rollback.stop", 1.2],
        ["rollback.start", 1.7],
        ["rollback.health", 2],
        ["rollback.code", 2],
        ["rollback.step-", 1],
        ["rollback.files-", 1],
        ["rollback.verify", 2],
        ["rollback.database", plan.database.backup.copy ? 1 : 2 + perByte(40)],
        [between, 0.5],
    ];
    return (id) => usual.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 0.5;
}


/***/ }),

/***/ 6523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ stayInTime),
/* harmony export */   O4: () => (/* binding */ requireWindow)
/* harmony export */ });
/* unused harmony exports windowOf, mayGoOn */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8714);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1395);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2318);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5263);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7589);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7285);










function windowOf({ release, plan }) {
    return {
        start: luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }),
        end: luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }),
    };
}
/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes. Returns
 * whether it waited.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(launch.state()))
        return false;
    const { overridden } = launch.state();
    if (overridden !== null) {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
        return false;
    }
    const window = windowOf(launch);
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(time.setZone(plan.timezone));
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `start the workflow again; if it has to be now, with \`override\` and the reason`;
    for (let waited = false;; waited = true) {
        const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .gateAt */ .De)(window, luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_6__/* .forecastOf */ .DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return waited;
            case "wait": {
                if (signal.aborted)
                    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the run was cancelled before the window opened` });
                const left = gate.until.diffNow().as("seconds");
                log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The window opens in ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(left)}, at ${clock(gate.until)}; waiting`);
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => { });
                continue;
            }
            case "early":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-early",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `it is too early: the window opens at ${clock(window.start)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait`,
                });
            case "over":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-over",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the window is over since ${clock(gate.ended)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${mend}; it takes the next window`,
                });
            case "short":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-short",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(gate.left)} of the window are left; the launch and a rollback may need ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(gate.needed)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `make the window longer, or ${mend}`,
                });
        }
    }
}
/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
async function stayInTime(launch) {
    const forecast = (0,_forecast_js__WEBPACK_IMPORTED_MODULE_6__/* .forecastOf */ .DH)(launch.state());
    if (forecast === null)
        return;
    const last = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .lastSafeMoment */ .sr)(windowOf(launch), forecast.rollback);
    if (luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.now() <= last)
        return;
    const what = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the last moment at which a rollback fits into the window (${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
    const policy = launch.state().overridden === null ? launch.plan.window["on-overrun"] : "continue";
    const then = {
        rollback: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the launch goes back`,
        ask: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `people are asked`,
        continue: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `it goes on, as the plan or a person says`,
    }[policy];
    if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
        await launch.record({ kind: "note", text: `${what}; ${then}` });
    if (policy === "rollback" || (policy === "ask" && !(await mayGoOn(launch, what))))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            code: "window-overrun",
            what,
            where: "window",
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the release goes back by itself; window.on-overrun: continue would have it go on`,
        });
}
/** Asks the people of the plan on the checklist, and waits. No answer is no. `everySeconds` between two looks. */
async function mayGoOn(launch, what, everySeconds = 10) {
    const { ask } = launch.plan.window;
    if (!ask)
        return false;
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_5__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.people.overrun((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(what), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(launch.release.tag), until),
        answers: ["on", "back"],
        atMost: ask["at-most"],
        everySeconds,
    });
    if (said?.answer === "on")
        await launch.record({ kind: "overridden", by: said.by, because: what });
    else if (said?.answer === "back")
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${said.by} says to go back` });
    return said?.answer === "on";
}


/***/ })

};
