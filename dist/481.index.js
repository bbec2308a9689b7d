export const id = 481;
export const ids = [481];
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

/***/ 4109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   P: () => (/* binding */ query),
/* harmony export */   PK: () => (/* binding */ databaseScript),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   jf: () => (/* binding */ sideName),
/* harmony export */   zN: () => (/* binding */ databaseCommand)
/* harmony export */ });
/* unused harmony export libpqEnvironment */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);


/** libpq's own variables; the password stays in the file it names. */
function libpqEnvironment({ connection }) {
    return {
        ...(connection.host === undefined ? {} : { PGHOST: connection.host }),
        ...(connection.port === undefined ? {} : { PGPORT: String(connection.port) }),
        ...(connection.user === undefined ? {} : { PGUSER: connection.user }),
        ...(connection.passfile === undefined ? {} : { PGPASSFILE: connection.passfile }),
        ...(connection.service === undefined ? {} : { PGSERVICE: connection.service }),
        PGAPPNAME: "golive",
        PGCONNECT_TIMEOUT: "10",
        PGCLIENTENCODING: "UTF8",
        // Locks waited for longer than this belong to somebody's open session; the error names the table.
        PGOPTIONS: "-c statement_timeout=0 -c lock_timeout=30s -c idle_in_transaction_session_timeout=0",
        LC_ALL: "C.UTF-8",
    };
}
/** A PostgreSQL program with the plan's connection, as the plan's user. */
function databaseCommand(plan, file, args, { env, ...options } = {}) {
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)(plan.programs === undefined ? file : `${plan.programs}/${file}`, args, {
        ...asUser(plan),
        ...options,
        env: { ...libpqEnvironment(plan), ...env },
    });
}
/** A fixed shell script in the same surroundings. */
function databaseScript(plan, text, values, { env, ...options } = {}) {
    const found = 'PATH="${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH\n';
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(`${found}${text}`, values, {
        ...asUser(plan),
        ...options,
        env: { ...libpqEnvironment(plan), GOLIVE_PROGRAMS: plan.programs ?? "", ...env },
    });
}
/**
 * SQL through psql, stopping at the first error; rows come back with `|` between columns. Values go in as psql
 * variables (`:'name'` a literal, `:"name"` an identifier), which psql quotes.
 */
function psqlCommand(plan, database, sql, variables = {}, timeoutSeconds = 3600) {
    const set = Object.entries(variables).flatMap(([name, value]) => ["-v", `${name}=${value}`]);
    return databaseCommand(plan, "psql", ["-X", "-q", "-A", "-t", "--no-password", "-v", "ON_ERROR_STOP=1", ...set, "-d", database, "-f", "-"], { stdin: sql, timeoutSeconds });
}
/** Rows of a query, columns as text. */
async function query(host, plan, database, sql, variables = {}) {
    const { stdout } = await host.run(psqlCommand(plan, database, sql, variables));
    return rowsOf(stdout);
}
function rowsOf(stdout) {
    return stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("|"));
}
function asUser(plan) {
    return plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
}
/** A database name made of the service's and a purpose, within PostgreSQL's 63 bytes; never cut, as two could meet. */
function sideName(database, purpose, release) {
    const whole = `${database}_${purpose}_${release}`;
    if (Buffer.byteLength(whole) <= 63)
        return whole;
    return `${database}_${purpose}_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(release).digest("hex").slice(0, 12)}`;
}


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
