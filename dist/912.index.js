export const id = 912;
export const ids = [912];
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
// EXTERNAL MODULE: ./.build/js/core/approval.js
var approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
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
        log.info(`Comment ${id} is no ${approval/* approveWord */.Cv}: nothing to do`);
        return null;
    }
    const issue = await (0,github_said/* issueFacts */.TK)(github, said.issue);
    if (!issue?.byBot || !issue.labels.includes(github_issue/* checklistLabel */.lN)) {
        log.info(`#${said.issue} is no checklist: nothing to do`);
        return null;
    }
    const tag = (0,render/* waitingTag */.yG)(issue.body);
    if (!issue.open || tag === null || (0,release/* tagProblem */.qH)(tag) !== null) {
        await (0,github_said/* answerOnce */.UO)(github, said, `🔏 This comment does not approve the launch: ${issue.open ? "it does not wait for an approval now; the checklist says how it stands" : "the checklist is closed"}.`);
        return null;
    }
    const { octokit, owner, repo } = github;
    const ref = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
    try {
        await octokit.rest.actions.createWorkflowDispatch({ owner, repo, workflow_id: workflow, ref, inputs: { tag, approval: String(id), ...(plan === "" ? {} : { plan }), ...(runsOn === "" ? {} : { "runs-on": runsOn }) } });
    }
    catch (error) {
        const status = (0,client/* httpStatus */.n)(error);
        if (status === 403)
            throw new errors/* UserError */.yo({ what: `this token may not start ${workflow}`, where: "permissions", mend: "give the job `actions: write`" }, { cause: error });
        if (status === 404 || status === 422)
            throw new errors/* UserError */.yo({ what: `${workflow} cannot be started on ${ref}`, where: "input workflow", mend: "name the file in .github/workflows that launches; it needs workflow_dispatch with the inputs tag and approval, and those that are passed to it" }, { cause: error });
        throw error;
    }
    log.info(`${workflow} is started for ${tag}; it decides whether comment ${id} approves it`);
    return tag;
}

;// CONCATENATED MODULE: ./.build/js/actions/approve.js


const action = {
    inputs: { token: { required: true }, comment: { required: true }, workflow: { required: true }, plan: {}, "runs-on": {} },
    outputs: ["tag"],
    async run(context, { comment = "", workflow = "", plan = "", "runs-on": runsOn = "" }) {
        if (!/^[1-9][0-9]{0,15}$/.test(comment))
            throw new errors/* UserError */.yo({ what: "is not the id of a comment", where: "input comment", mend: "pass github.event.comment.id" });
        const tag = await passOn(context, Number(comment), { workflow, plan, runsOn });
        return { outputs: { tag: tag ?? "" } };
    },
};


/***/ }),

/***/ 8760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   k: () => (/* binding */ showDuration)
/* harmony export */ });
/** Seconds from "30s", "5m", "2h", "1h30m", or a bare number of seconds; null when it is none of these. */
function parseDuration(text) {
    const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text.trim());
    if (!found || text.trim() === "")
        return null;
    return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
/** Short form for people: 0.4 s, 12 s, 3 min 5 s, 1 h 2 min. */
function showDuration(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
    return `${Math.floor(whole / 3600)} h${Math.floor((whole % 3600) / 60) ? ` ${Math.floor((whole % 3600) / 60)} min` : ""}`;
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
    const all = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: said.issue, per_page: 100 });
    if (all.some(({ user, body }) => user?.type === "Bot" && body?.startsWith(mark)))
        return;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}


/***/ }),

/***/ 3980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The known word most like the given one, or null when none is near enough to be meant. */
function nearest(word, known) {
    const ranked = known.map((candidate) => ({ candidate, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), candidate.toLowerCase()) })).toSorted((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}


/***/ }),

/***/ 4794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ minutesFrom),
/* harmony export */   r: () => (/* binding */ crossProblems)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8714);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3980);


/** What a schema cannot say: names that have to exist, ids that have to differ, times that have to fit. */
function crossProblems(plan) {
    return [...hostProblems(plan), ...idProblems(plan), ...timeProblems(plan), ...placeProblems(plan), ...closedProblems(plan), ...backupProblems(plan), ...deployProblems(plan), ...prepareProblems(plan), ...approvalProblems(plan)];
}
function hostProblems(plan) {
    const names = Object.keys(plan.hosts);
    const balancer = plan["load-balancer"];
    const used = [
        { path: ["control", "host"], host: plan.control.host },
        { path: ["database", "host"], host: plan.database.host },
        ...("hosts" in balancer ? each(["load-balancer", "hosts"], balancer.hosts) : [{ path: ["load-balancer", "host"], host: balancer.host }]),
        ...each(["services", "hosts"], plan.services.hosts),
        ...plan.services.pause.map(({ host }, index) => ({ path: ["services", "pause", index, "host"], host })),
        ...each(["deploy", "hosts"], plan.deploy.hosts),
        ...(plan.deploy["migrate-on"] === undefined ? [] : [{ path: ["deploy", "migrate-on"], host: plan.deploy["migrate-on"] }]),
        ...plan.deploy.steps.flatMap((step, index) => each(["deploy", "steps", index, "hosts"], step.hosts ?? [])),
        ...plan.verify.checks.flatMap((check, index) => {
            const host = check.kind === "http" ? check.from : check.host;
            return host === undefined ? [] : [{ path: ["verify", "checks", index, check.kind === "http" ? "from" : "host"], host }];
        }),
        ...plan.prepare.access.flatMap((probe, index) => (probe.from === undefined ? [] : [{ path: ["prepare", "access", index, "from"], host: probe.from }])),
        ...(plan.prepare.keys?.staging === undefined ? [] : [{ path: ["prepare", "keys", "staging", "host"], host: plan.prepare.keys.staging.host }]),
        ...(plan.prepare["test-restore"]?.server === undefined ? [] : [{ path: ["prepare", "test-restore", "server", "host"], host: plan.prepare["test-restore"].server.host }]),
        ...(plan.prepare["newest-backup"]?.host === undefined ? [] : [{ path: ["prepare", "newest-backup", "host"], host: plan.prepare["newest-backup"].host }]),
        ...(plan.prepare.trial?.tests ?? []).flatMap((check, index) => {
            const host = check.kind === "http" ? check.from : check.host;
            return host === undefined ? [] : [{ path: ["prepare", "trial", "tests", index, check.kind === "http" ? "from" : "host"], host }];
        }),
    ];
    const unknown = used
        .filter(({ host }) => !names.includes(host))
        .map(({ path, host }) => {
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(host, names);
        return { place: { path }, what: `host "${host}" is not among hosts`, mend: near ? `did you mean "${near}"?` : `add it under hosts, or use one of: ${names.join(", ")}` };
    });
    const migrateOn = plan.deploy["migrate-on"];
    const outside = migrateOn !== undefined && names.includes(migrateOn) && !plan.deploy.hosts.includes(migrateOn)
        ? [{ place: { path: ["deploy", "migrate-on"] }, what: `"${migrateOn}" is not a host of the deploy`, mend: `use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}` }]
        : [];
    const strangers = plan.verify.checks.flatMap((check, index) => check.kind === "smoke" && names.includes(check.host) && !plan.deploy.hosts.includes(check.host)
        ? [{ place: { path: ["verify", "checks", index, "host"] }, what: `"${check.host}" has no checkout to run pytest in`, mend: `use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}` }]
        : []);
    const unrun = plan.verify.checks.flatMap((check, index) => check.kind === "smoke" && check.run === undefined && plan.deploy.preset !== "django" ? [{ place: { path: ["verify", "checks", index] }, what: `with preset ${plan.deploy.preset} there is no pytest of the virtual environment`, mend: "add run: with the words that write a JUnit report to {report}" }] : []);
    return [...unknown, ...outside, ...strangers, ...unrun];
}
function idProblems(plan) {
    const twice = (path, ids) => ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ place: { path: [...path, index, "id"] }, what: `id "${id}" is used twice`, mend: "give each its own" }] : []));
    return [
        ...twice(["verify", "checks"], plan.verify.checks.map((check) => check.id)),
        ...twice(["services", "pause"], plan.services.pause.map((work) => work.id)),
        ...twice(["prepare", "access"], plan.prepare.access.map((probe) => probe.id)),
        ...twice(["prepare", "trial", "tests"], (plan.prepare.trial?.tests ?? []).map((check) => check.id)),
        ...twice(["deploy", "steps"], plan.deploy.steps.map((step) => step.id)),
    ];
}
function timeProblems(plan) {
    const { start, end, schedule } = plan.window;
    const problems = [];
    if (!luxon__WEBPACK_IMPORTED_MODULE_1__/* .IANAZone */ .oh.isValidZone(plan.timezone))
        problems.push({ place: { path: ["timezone"] }, what: `"${plan.timezone}" is not a time zone`, mend: "use an IANA name such as Europe/Moscow" });
    if (start === end)
        problems.push({ place: { path: ["window", "end"] }, what: "the window has no length", mend: "end has to differ from start" });
    if (plan.window["on-overrun"] === "ask" && !plan.window.ask)
        problems.push({ place: { path: ["window", "on-overrun"] }, what: "nobody is named to be asked", mend: "add ask: {who: [\"@login\"]}" });
    const length = minutesFrom(start, end);
    let before = 0;
    for (const phase of ["backup", "deploy", "verify"]) {
        const time = schedule[phase];
        if (time === undefined)
            continue;
        const offset = minutesFrom(start, time);
        if (offset > length)
            problems.push({ place: { path: ["window", "schedule", phase] }, what: `${phase} at ${time} lies outside the window ${start}-${end}`, mend: "move it inside" });
        else if (offset < before)
            problems.push({ place: { path: ["window", "schedule", phase] }, what: `${phase} at ${time} comes before the phase it follows`, mend: "the order is backup, deploy, verify" });
        before = Math.max(before, offset);
    }
    return problems;
}
function closedProblems(plan) {
    const site = new URL(plan.site.url).host;
    return plan.verify.checks.flatMap((check, index) => check.kind === "http" && check.from === undefined && new URL(check.url).host === site
        ? [{ place: { path: ["verify", "checks", index, "url"] }, what: "this check would see the maintenance page: the site is closed while it is verified", mend: "ask the service itself from its host, with `from:` and the address behind the balancer" }]
        : []);
}
function backupProblems({ database: { backup } }) {
    return [
        ...(backup.dump === "after-migration" && !backup.copy ? [{ place: { path: ["database", "backup", "dump"] }, what: "a dump after the migration is taken from the copy, and the plan has none", mend: "set copy: true, or dump: before-deploy" }] : []),
        ...(backup.pgbackrest && !backup.copy ? [{ place: { path: ["database", "backup", "copy"] }, what: "with pgBackRest the way back is the copy: a restore of the whole server takes the other databases back as well", mend: "set copy: true" }] : []),
        ...(backup.pgbackrest && backup.dump === "after-migration" ? [{ place: { path: ["database", "backup", "dump"] }, what: "pgBackRest backs the whole server up, so it cannot take the frozen copy later", mend: "set dump: before-deploy" }] : []),
        ...(backup.pgbackrest && backup.proof === "content" ? [{ place: { path: ["database", "backup", "proof"] }, what: "a backup of pgBackRest has no tables to compare before it is restored", mend: "set proof: restore, or proof: read" }] : []),
        ...(backup.pgbackrest && backup.offsite ? [{ place: { path: ["database", "backup", "offsite"] }, what: "pgBackRest has its own repositories for that", mend: "add a second repository (repo2-…) to its configuration, and take offsite out" }] : []),
        ...(backup.offsite && backup.recipient === undefined ? [{ place: { path: ["database", "backup", "offsite"] }, what: "a backup leaves the host encrypted only, and the plan names no recipient", mend: "add recipient: age1… (the public key that age-keygen prints)" }] : []),
        ...(backup.offsite && !backup.offsite.run.some((word) => word.includes("{file}")) ? [{ place: { path: ["database", "backup", "offsite", "run"] }, what: "the command does not name the file", mend: "put {file} where it wants the path" }] : []),
    ];
}
function deployProblems({ deploy }) {
    const path = ["deploy", "shared"];
    if (deploy.shared.length > 0 && deploy.strategy !== "releases")
        return [{ place: { path }, what: "there is one directory only, so nothing has to be shared", mend: "set strategy: releases, or take shared out" }];
    return deploy.shared.flatMap((name, index) => {
        const parts = name.split("/").filter((part) => part !== "" && part !== ".");
        if (parts.length === 0 || parts[0] === ".git")
            return [{ place: { path: [...path, index] }, what: `"${name}" is the release itself`, mend: "name a file or folder inside it" }];
        return deploy.shared.some((other, at) => at < index && (other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) ? [{ place: { path: [...path, index] }, what: `"${name}" is shared already`, mend: "take it out" }] : [];
    });
}
function approvalProblems({ approval: { comment } }) {
    const logins = (comment?.approvers ?? []).map((login) => login.toLowerCase());
    return logins.flatMap((login, index) => (logins.indexOf(login) < index ? [{ place: { path: ["approval", "comment", "approvers", index] }, what: `approver "${login}" is named twice`, mend: "take one out; GitHub does not tell logins apart by case" }] : []));
}
function prepareProblems(plan) {
    const { "newest-backup": backup, "test-restore": restore, trial, staging } = plan.prepare;
    const migrates = plan.deploy["migrate-on"] ?? plan.deploy.hosts[0];
    const restores = restore?.server?.host ?? plan.database.host;
    const strangers = (trial?.tests ?? []).flatMap((check, index) => (check.kind !== "http" && check.host !== migrates ? [{ place: { path: ["prepare", "trial", "tests", index, "host"] }, what: `the release is tried on "${migrates}", not on "${check.host}"`, mend: `set host: ${migrates}` }] : []));
    const unread = plan.deploy["env-file"] === undefined ? [...plan.prepare.access.flatMap((probe, index) => ("secret" in probe ? [["prepare", "access", index]] : [])), ...(plan.prepare.keys ? [["prepare", "keys"]] : [])] : [];
    return [
        ...unread.map((path) => ({ place: { path }, what: "the plan names no settings file that would hold the key", mend: "add deploy.env-file" })),
        ...strangers,
        ...(restore && !backup ? [{ place: { path: ["prepare", "test-restore"] }, what: "there is no backup named to restore", mend: "add prepare.newest-backup" }] : []),
        ...(restore && backup?.host !== undefined && backup.host !== restores ? [{ place: { path: ["prepare", "newest-backup", "host"] }, what: `the backup is restored on "${restores}", and is on another host`, mend: `name a copy of it on ${restores}` }] : []),
        ...(restore && backup?.kind === "pgbackrest" ? [{ place: { path: ["prepare", "test-restore"] }, what: "a backup of pgBackRest is the whole server, so it is not restored beside the service", mend: "name a dump in prepare.newest-backup; pgBackRest's own backup is proved in the window" }] : []),
        ...(trial && !restore ? [{ place: { path: ["prepare", "trial"] }, what: "a release is tried on a restored backup, and the plan restores none", mend: "add prepare.test-restore" }] : []),
        ...(trial && Object.keys(trial.settings).length === 0 && trial["database-url"] === undefined ? [{ place: { path: ["prepare", "trial"] }, what: "nothing points the release to the scratch database", mend: "add settings: {PGDATABASE: \"{database}\"}, or database-url: DATABASE_URL" }] : []),
        ...(staging && !plan.verify.checks.some(({ kind }) => kind === "smoke") ? [{ place: { path: ["prepare", "staging"] }, what: "the plan has no smoke tests to run against staging", mend: "add a check of kind smoke to verify.checks" }] : []),
    ];
}
function placeProblems(plan) {
    const unnamed = plan.services.manager === "compose" && plan.services.config === undefined ? [{ place: { path: ["services"] }, what: "the compose file of the services is not named", mend: "add config: with the path of the one that is live" }] : [];
    const elsewhere = plan.services.hosts
        .map((host, index) => ({ host, index }))
        .filter(({ host }) => !plan.deploy.hosts.includes(host))
        .map(({ index, host }) => ({ place: { path: ["services", "hosts", index] }, what: `services run on "${host}", but nothing is deployed there`, mend: "add it to deploy.hosts, or take it out here" }));
    return [...unnamed, ...elsewhere];
}
/** Minutes from one time of day to the next occurrence of another; 0 when they are the same. */
function minutesFrom(from, to) {
    const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    return (minutes(to) - minutes(from) + 1440) % 1440;
}
function each(path, hosts) {
    return hosts.map((host, index) => ({ path: [...path, index], host }));
}


/***/ })

};
