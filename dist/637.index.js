export const id = 637;
export const ids = [637];
export const modules = {

/***/ 8637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ plan_action)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/release.js
var release = __webpack_require__(8759);
// EXTERNAL MODULE: ./build/database/preflight.js
var preflight = __webpack_require__(2915);
// EXTERNAL MODULE: ./build/github/client.js + 2 modules
var client = __webpack_require__(5869);
;// CONCATENATED MODULE: ./build/github/environments.js

/** Who has to approve a job of this environment. */
async function protectionOf({ octokit, owner, repo }, environment) {
    try {
        const { data } = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: environment });
        for (const rule of data.protection_rules ?? []) {
            if (rule.type !== "required_reviewers" || !("reviewers" in rule))
                continue;
            const reviewers = (rule.reviewers ?? []).flatMap(({ reviewer }) => (reviewer && "login" in reviewer ? [reviewer.login] : reviewer && "slug" in reviewer ? [String(reviewer.slug)] : []));
            const prevented = "prevent_self_review" in rule && rule.prevent_self_review === true;
            if (reviewers.length > 0)
                return { kind: "reviewed", reviewers, selfReviewPrevented: prevented };
        }
        return { kind: "open" };
    }
    catch (error) {
        if ((0,client/* httpStatus */.n)(error) === 404)
            return { kind: "missing" };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/github/repository.js
var repository = __webpack_require__(8328);
// EXTERNAL MODULE: ./build/load-balancer/balancer.js + 2 modules
var balancer = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/load-balancer/proof.js
var proof = __webpack_require__(2568);
// EXTERNAL MODULE: ./build/presets/git.js
var git = __webpack_require__(9775);
// EXTERNAL MODULE: ./build/presets/preset.js + 1 modules
var preset = __webpack_require__(3696);
// EXTERNAL MODULE: ./build/services/manager.js + 2 modules
var manager = __webpack_require__(5816);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./build/checklist/render.js + 3 modules
var render = __webpack_require__(9240);
// EXTERNAL MODULE: ./build/core/window.js
var core_window = __webpack_require__(8648);
// EXTERNAL MODULE: ./build/github/issue.js
var github_issue = __webpack_require__(33);
// EXTERNAL MODULE: ./build/github/runs.js
var runs = __webpack_require__(1018);
// EXTERNAL MODULE: ./build/journal/state.js
var journal_state = __webpack_require__(2057);
// EXTERNAL MODULE: ./build/locale/en.js
var en = __webpack_require__(5824);
// EXTERNAL MODULE: ./build/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(5775);
// EXTERNAL MODULE: ./build/stages/outline.js
var outline = __webpack_require__(4320);
;// CONCATENATED MODULE: ./build/stages/claim.js











/**
 * Takes the lock for this launch, or goes on with the one that holds it: the same run, or a run that GitHub says is
 * over. Throws a UserError naming the run that holds it otherwise.
 */
async function claim(context, plan, wanted, reached) {
    const entries = await reached.journal.read();
    const fresh = freshId(entries, wanted.tag, context.run);
    const owner = ownerOf(context, wanted, fresh);
    const taken = await reached.lock.take(owner);
    if (taken.taken) {
        const last = (0,journal_state/* latestRelease */.JF)(entries);
        const before = last === null ? journal_state/* emptyState */.p$ : (0,journal_state/* stateOf */.L4)(entries, last);
        if (last !== null && before.ended === null && (0,journal_state/* touched */.FI)(before)) {
            await reached.lock.release(owner);
            throw new errors/* UserError */.yo(halfDone(before.release?.tag ?? last, plan, "its lock is gone"));
        }
        return claimOf(context, plan, wanted, reached, entries, owner, journal_state/* emptyState */.p$);
    }
    return goOn(context, plan, wanted, reached, entries, taken.owner, owner);
}
async function goOn(context, plan, wanted, reached, entries, held, owner) {
    const ours = held.runId === context.run.id;
    if (!ours && !(await (0,runs/* runIsOver */.uS)(context.github, held.runId))) {
        throw new errors/* UserError */.yo({ what: `a launch of ${held.tag} is in flight: run ${held.runId}, started by ${held.actor} at ${held.since}`, where: plan.control.host, mend: `wait for it, or cancel it: ${held.runUrl}` });
    }
    const state = (0,journal_state/* stateOf */.L4)(entries, held.release);
    const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
    if (!same && state.ended === null && (0,journal_state/* touched */.FI)(state))
        throw new errors/* UserError */.yo(halfDone(held.tag, plan, `see ${held.runUrl}`));
    const successor = same ? { ...owner, release: held.release } : owner;
    if (!(await reached.lock.takeOver(held, successor))) {
        throw new errors/* UserError */.yo({ what: "another run took the launch lock at the same moment", where: plan.control.host, mend: "see the workflow's other runs" });
    }
    const text = `run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
    context.log.info(same ? text : `the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`);
    return claimOf(context, plan, wanted, reached, entries, successor, same ? state : journal_state/* emptyState */.p$);
}
function claimOf(context, plan, wanted, reached, entries, owner, state) {
    const resumed = state.release !== null;
    return {
        owner,
        state,
        resumed,
        async open(findings) {
            const draft = { id: owner.release, ...wanted, issue: state.release?.issue ?? 0, actor: context.run.actor, runId: context.run.id };
            const at = new Date().toISOString();
            const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
            const steps = findings.map(({ step, note }) => ({ ...stamp, kind: "step", step, status: "done", ...(note === undefined ? {} : { note }) }));
            const issue = draft.issue || (await (0,github_issue/* findIssue */.Ry)(context.github, (0,render/* marker */.xL)(draft.id))) || (await (0,github_issue/* openIssue */.YZ)(context.github, (0,render/* pageTitle */.W)(plan, draft), page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps])));
            const release = { ...draft, issue };
            const added = [
                { ...stamp, kind: "opened", opened: release },
                ...(resumed ? [{ ...stamp, kind: "note", text: `run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch` }] : []),
                ...steps,
            ];
            await reached.journal.append(added);
            const launch = (0,stages_launch/* launchOf */.v4)(context, plan, release, reached, [...entries, ...added]);
            if (resumed)
                launch.view.changed();
            return launch;
        },
    };
}
function page(context, plan, release, entries) {
    const window = (0,core_window/* currentOrNextWindow */.K)(plan.window, plan.timezone, luxon/* DateTime */.c9.now());
    return (0,render/* renderPage */.Cf)({ plan, release, phases: (0,outline/* outline */.r)(plan, en.en), state: entries.reduce(journal_state/* next */.K2, journal_state/* emptyState */.p$), window, runUrl: (0,runs/* runUrl */.Vp)(context.github, release.runId), messages: en.en });
}
/** A run that is run again after its launch ended begins another one. */
function freshId(entries, tag, run) {
    const id = (0,release/* releaseId */.Bf)(tag, run.id);
    return (0,journal_state/* stateOf */.L4)(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}
function ownerOf({ github, run }, wanted, release) {
    return { release, ...wanted, runId: run.id, runUrl: (0,runs/* runUrl */.Vp)(github, run.id), actor: run.actor, since: new Date().toISOString() };
}
function halfDone(tag, plan, how) {
    return { what: `the launch of ${tag} is half done (${how}); another one would build on it`, where: `${plan.control.host}:${plan.control.directory}`, mend: `launch ${tag} again: it goes on where it stopped, or rolls back` };
}

;// CONCATENATED MODULE: ./build/stages/prepare.js














/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
async function prepare(context, tag) {
    const wrongTag = (0,release/* tagProblem */.qH)(tag);
    if (wrongTag !== null)
        throw new errors/* UserError */.yo({ what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`, where: "input tag", mend: "give the name of the tag to launch, such as v1.1.0" });
    const commit = await (0,repository/* commitOfTag */.lz)(context.github, tag);
    const { plan, digest } = await (0,stages_launch/* planAt */.Jl)(context.github, context.planFile, commit);
    const reached = await (0,stages_launch/* reach */.gl)(plan, context);
    try {
        const outside = [{ step: "prepare.tag", problems: [], note: `${tag} is ${commit.slice(0, 12)}` }, await approval(context, plan), ...(await smokeFiles(context, plan, commit))];
        const hosts = await hostsAnswer(plan, reached);
        refuse([...outside, hosts]);
        const claimed = await claim(context, plan, { tag, commit, digest }, reached);
        // A launch that is under way is not measured by what the world looked like before it.
        const inside = (0,journal_state/* touched */.FI)(claimed.state) ? [] : await lookInside(plan, reached);
        try {
            refuse([...outside, ...inside]);
        }
        catch (error) {
            if (!claimed.resumed)
                await reached.lock.release(claimed.owner);
            throw error;
        }
        return await claimed.open([...outside, hosts, ...inside]);
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}
function refuse(findings) {
    const problems = findings.flatMap((finding) => finding.problems);
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
}
async function approval({ github }, plan) {
    const { environment, unprotected } = plan.approval;
    const protection = await protectionOf(github, environment);
    const step = "prepare.approval";
    if (protection.kind === "reviewed")
        return { step, problems: [], note: `${environment}: ${protection.reviewers.join(", ")}` };
    if (unprotected)
        return { step, problems: [], note: `${environment} needs nobody's approval; ${unprotected.by} takes that on: ${unprotected.because}` };
    return { step, problems: [unprotectedProblem(environment, protection)] };
}
function unprotectedProblem(environment, protection) {
    return {
        what: protection.kind === "missing" ? `there is no environment "${environment}"; GitHub would make one that nobody has to approve` : `the environment "${environment}" has no required reviewer`,
        where: "GitHub",
        mend: "add required reviewers to it (Settings → Environments); where GitHub does not offer them, name in approval.unprotected who takes this on, and why",
    };
}
async function smokeFiles({ github }, plan, commit) {
    const smoke = plan.verify.checks.flatMap((check, index) => (check.kind === "smoke" ? [{ check, index }] : []));
    if (smoke.length === 0)
        return [];
    const missing = await Promise.all(smoke.map(async ({ check, index }) => ((await (0,repository/* pathExists */.s0)(github, check.path, commit)) ? [] : [{ what: `${check.path} is not in the release`, where: `verify.checks[${index}].path`, mend: "commit the tests before the tag is made, or correct the path" }])));
    return [{ step: "prepare.smoke", problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") }];
}
async function hostsAnswer(plan, { hosts }) {
    const problems = await Promise.all(hosts.all.map(async (host) => {
        try {
            await host.run((0,command/* script */.K$)(":", [], { timeoutSeconds: 30 }));
            return [];
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return error.problems;
            throw error;
        }
    }));
    return { step: "prepare.hosts", problems: problems.flat(), note: Object.keys(plan.hosts).join(", ") };
}
async function lookInside(plan, reached) {
    const { hosts } = reached;
    const database = async () => {
        const host = hosts.get(plan.database.host);
        const { problems, facts } = await (0,preflight/* databaseProblems */.kZ)(host, plan.database);
        const answered = { step: "prepare.database", problems, ...(facts === null ? {} : { note: databaseNote(plan, facts) }) };
        return facts === null ? [answered] : [answered, { step: "prepare.space", ...(await (0,preflight/* spaceProblems */.fR)(host, plan.database, facts)) }];
    };
    const checkouts = async () => {
        const found = await Promise.all(plan.deploy.hosts.map((name) => (0,git/* checkoutProblems */.di)(hosts.get(name), plan)));
        return { step: "prepare.checkout", problems: found.flat(), note: plan.deploy.directory };
    };
    const found = await Promise.all([programs(plan, reached), checkouts(), database(), prepare_balancer(plan, reached)]);
    return found.flat();
}
function databaseNote(plan, facts) {
    return `${plan.database.name}, PostgreSQL ${facts.serverVersion}, ${Math.round(facts.bytes / 1024 / 1024)} MiB`;
}
async function programs(plan, { hosts }) {
    const wanted = new Map();
    const add = (host, names) => wanted.set(host, new Set([...(wanted.get(host) ?? []), ...names]));
    for (const host of plan.deploy.hosts)
        add(host, (0,preset/* presetOf */.j)(plan).programs(plan));
    for (const host of plan.services.hosts)
        add(host, [...(0,manager/* managerOf */.dM)(plan.services).programs, "curl"]);
    for (const check of plan.verify.checks)
        if (check.kind === "http" && check.from !== undefined)
            add(check.from, ["curl"]);
    const problems = await Promise.all([...wanted].map(async ([name, programs]) => {
        const { stdout } = await hosts.get(name).run((0,command/* script */.K$)('for p; do command -v -- "$p" >/dev/null || echo "$p"; done', [...programs], { timeoutSeconds: 60 }));
        return stdout.split("\n").flatMap((program) => (program === "" ? [] : [{ what: `${program} is not installed`, where: name, mend: "install it there" }]));
    }));
    return { step: "prepare.tools", problems: [...problems.flat(), ...(await userProblems(plan, hosts))], note: [...new Set([...wanted.values()].flatMap((names) => [...names]))].join(", ") };
}
/** sudo that asks for a password would hang a command at night; it is found out by day. */
async function userProblems(plan, hosts) {
    const users = [
        ...plan.deploy.hosts.map((host) => [host, plan.deploy["run-as"], "deploy.run-as"]),
        [plan.database.host, plan.database["run-as"], "database.run-as"],
    ];
    const found = await Promise.all(users.map(async ([host, user, key]) => {
        if (user === undefined)
            return [];
        const { code } = await hosts.get(host).attempt({ file: "true", args: [], user, timeoutSeconds: 30 });
        return code === 0 ? [] : [{ what: `commands cannot run as ${user} (${key})`, where: host, mend: `allow it without a password: sudoers "… ALL=(${user}) NOPASSWD: ALL"` }];
    }));
    return found.flat();
}
async function prepare_balancer(plan, { hosts }) {
    const step = "prepare.balancer";
    const status = await (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts).status();
    if (status !== "off") {
        return { step, problems: [{ what: "the maintenance page is up already, and no launch of golive is under way", where: "load-balancer", mend: "find out who put it up, and take it down first" }] };
    }
    const wrong = (await (0,proof/* look */.Op)(plan)).filter(({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500);
    return { step, problems: wrong.map((sight) => ({ what: (0,proof/* sawInstead */.Oq)(sight, "open"), where: sight.address, mend: "a launch starts from a site that works; see site.url and load-balancer.addresses in the plan" })), note: plan.site.url };
}

// EXTERNAL MODULE: ./build/actions/action.js
var action = __webpack_require__(5744);
;// CONCATENATED MODULE: ./build/actions/plan.js


const plan_action = {
    inputs: { ...action/* common */.sh, tag: { required: true } },
    outputs: ["release", "commit", "digest", "issue", "environment"],
    async run(context, inputs) {
        const launch = await prepare(context, inputs.tag ?? "");
        try {
            const { id, commit, digest, issue } = launch.release;
            const url = `${context.github.serverUrl}/${context.github.owner}/${context.github.repo}/issues/${issue}`;
            context.log.info(`The checklist is ${url}`);
            return {
                outputs: { release: id, commit, digest, issue: String(issue), environment: launch.plan.approval.environment },
                summary: `## ${launch.plan.service} ${launch.release.tag} is ready for its window\n\nThe checklist is [#${issue}](${url}). The plan's digest is \`${digest.slice(0, 16)}\`; what is approved is this plan at commit \`${commit.slice(0, 12)}\` and no other.\n`,
            };
        }
        finally {
            await launch.close();
        }
    },
};


/***/ }),

/***/ 705:
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
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3103);

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
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(file, args, { ...asUser(plan), ...options, env: { ...libpqEnvironment(plan), ...env } });
}
/** A fixed shell script in the same surroundings. */
function databaseScript(plan, text, values, { env, ...options } = {}) {
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .script */ .K$)(text, values, { ...asUser(plan), ...options, env: { ...libpqEnvironment(plan), ...env } });
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
/** A database name made of the service's and a purpose, within PostgreSQL's 63 bytes. */
function sideName(database, purpose, release) {
    return `${database}_${purpose}_${release}`.slice(0, 63).replace(/[-_.]+$/, "");
}


/***/ }),

/***/ 2915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fR: () => (/* binding */ spaceProblems),
/* harmony export */   jO: () => (/* binding */ mib),
/* harmony export */   kZ: () => (/* binding */ databaseProblems)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3103);
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4291);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(705);



/** Whether the database is there and the role may do what backup and rollback need. Changes nothing. */
async function databaseProblems(host, plan) {
    const where = host.name;
    const asked = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT datname, pg_database_size(datname), current_setting('server_version'), current_user, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user), (SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user) FROM pg_database WHERE NOT datistemplate;", {}, 60));
    if (asked.code !== 0)
        return { problems: [{ what: `PostgreSQL does not answer: ${firstError(asked.stderr)}`, where, mend: "check database.connection and database.run-as in the plan, on that host: psql -d postgres" }], facts: null };
    const rows = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(asked.stdout);
    const row = rows.find(([name]) => name === plan.name);
    if (!row) {
        const names = rows.map(([name = ""]) => name).filter((name) => name !== "postgres");
        const near = (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(plan.name, names);
        return { problems: [{ what: `there is no database "${plan.name}"`, where, mend: near ? `did you mean "${near}"? Change database.name in the plan` : `change database.name in the plan; there are: ${names.join(", ")}` }], facts: null };
    }
    const [, bytes = "0", serverVersion = "", role = "", isSuperuser, mayCreate] = row;
    const problems = [];
    if (isSuperuser !== "t" && mayCreate !== "t")
        problems.push({ what: `the role ${role} may not create databases, so no dump can be proved and nothing put back`, where, mend: `as superuser: ALTER ROLE "${role}" CREATEDB` });
    if (isSuperuser !== "t" && (await lacks(host, plan, role)))
        problems.push({ what: `the role ${role} is not a member of the owner of ${plan.name}`, where, mend: `as superuser: GRANT <owner of ${plan.name}> TO "${role}"` });
    const tools = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, 'for p in pg_dump pg_restore psql; do "$p" --version || exit 3; done', []));
    const versions = tools.stdout.match(/\) (\d+)/g)?.map((text) => Number(text.slice(2))) ?? [];
    const major = Number.parseInt(serverVersion, 10);
    if (tools.code !== 0)
        problems.push({ what: "pg_dump, pg_restore or psql is missing", where, mend: "install the PostgreSQL client programs there" });
    else if (versions.some((version) => version < major))
        problems.push({ what: `pg_dump ${versions[0]} is older than the server ${major}`, where, mend: `install postgresql-client-${major} there` });
    return { problems, facts: { bytes: Number(bytes), serverVersion } };
}
/** Room for the dump, and for the database a second time beside itself. */
async function spaceProblems(host, plan, facts) {
    const least = plan.backup["least-free"] * 1024 * 1024;
    const dataDirectory = (await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT setting FROM pg_settings WHERE name = 'data_directory'"))[0]?.[0];
    const folder = await free(host, plan, plan.backup.directory);
    // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
    const needs = [{ path: plan.backup.directory, label: "the dump", bytes: facts.bytes + least, disk: folder }];
    const data = dataDirectory ? await free(host, plan, dataDirectory) : null;
    if (dataDirectory && data && data.device === folder.device)
        needs[0] = { path: plan.backup.directory, label: "the dump and its restored proof", bytes: 2 * facts.bytes + least, disk: folder };
    else if (dataDirectory && data)
        needs.push({ path: dataDirectory, label: "the restored proof", bytes: facts.bytes + least, disk: data });
    const problems = needs
        .filter(({ bytes, disk }) => disk.bytes < bytes)
        .map(({ path, label, bytes, disk }) => ({ what: `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`, where: `${host.name}:${path}`, mend: "make room, or choose another database.backup.directory" }));
    return { problems, note: needs.map(({ label, bytes, disk }) => `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`).join("; ") };
}
/** The folder may not be there yet: then its nearest parent counts. */
async function free(host, plan, path) {
    const asked = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)('p=$1; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1', [path], { timeoutSeconds: 30, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) });
    const [bytes = "0", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
    return { bytes: Number(bytes), device: device.join(" ") };
}
async function lacks(host, plan, role) {
    const rows = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT pg_has_role(:'role', datdba, 'MEMBER') FROM pg_database WHERE datname = :'name'", { role, name: plan.name });
    return rows[0]?.[0] !== "t";
}
function firstError(stderr) {
    return (stderr.split("\n").find((line) => line.trim() !== "") ?? "no word").replace(/^psql: (error: )?/, "").slice(0, 200);
}
function mib(bytes) {
    return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}


/***/ }),

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/load-balancer/command.js


/** Any other balancer, by the team's own three commands. */
function commandBalancer(plan, host) {
    const words = ([file = "", ...args]) => (0,command/* command */.G5)(file, args, { timeoutSeconds: 300 });
    return {
        on: async () => void (await host.run(words(plan.on))),
        off: async () => void (await host.run(words(plan.off))),
        async status() {
            const asked = words(plan.status);
            const finished = await host.attempt(asked);
            if (finished.code === 0)
                return "on";
            if (finished.code === 3)
                return "off";
            throw new errors/* CommandError */.Qd(host.name, asked, finished);
        },
    };
}

// EXTERNAL MODULE: ./build/hosts/host.js
var hosts_host = __webpack_require__(2984);
;// CONCATENATED MODULE: ./build/load-balancer/nginx.js


/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
function nginxBalancer(plan, hosts) {
    const options = { timeoutSeconds: 30 };
    return {
        async on(reason) {
            // nginx's workers only look whether the file is there; people may read why.
            await Promise.all(hosts.map((host) => host.run((0,hosts_host/* writeFileCommand */.$)(plan.flag, `${reason}\n`, "644"))));
        },
        async off() {
            await Promise.all(hosts.map((host) => host.run((0,command/* script */.K$)('rm -f -- "$1"', [plan.flag], options))));
        },
        async status() {
            const found = await Promise.all(hosts.map(async (host) => (await host.run((0,command/* script */.K$)('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim()));
            return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
        },
    };
}

;// CONCATENATED MODULE: ./build/load-balancer/balancer.js


function openBalancer(plan, hosts) {
    switch (plan.kind) {
        case "nginx":
            return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "command":
            return commandBalancer(plan, hosts.get(plan.host));
    }
}


/***/ }),

/***/ 2568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2807);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2740);



/** What visitors see at each balancer address: the maintenance page is a 503 with golive's own header. */
async function look(plan) {
    const { addresses, header } = plan["load-balancer"];
    const all = addresses.length > 0 ? addresses : [undefined];
    return Promise.all(all.map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)(plan.site.url, { address });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: answer.status === 503 && answer.headers[header.toLowerCase()] !== undefined };
    }));
}
/** In a row, at every address; one that is not resets the count. */
const inARow = { closed: 3, open: 5 };
/**
 * Proof from outside. `closed`: three looks in a row show the maintenance page everywhere. `open`: five show an
 * answer below 500 that is not the page. Throws a UserError naming the address that did not, after `seconds`.
 */
async function prove(plan, wanted, seconds = 30) {
    const until = Date.now() + seconds * 1000;
    let row = 0;
    for (;;) {
        const sights = await look(plan);
        const wrong = sights.filter((sight) => (wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500));
        row = wrong.length === 0 ? row + 1 : 0;
        if (row === inARow[wanted])
            return `${row} looks in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
        if (wrong.length > 0 && Date.now() > until)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wrong.map((sight) => ({ what: sawInstead(sight, wanted), where: sight.address, mend: mendFor(sight, wanted, plan) })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wrong.length === 0 ? 100 : 500);
    }
}
function sawInstead({ answer, closed }, wanted) {
    const saw = answer.status === 0 ? `no answer (${answer.error})` : closed ? "the maintenance page" : `status ${answer.status}${answer.status === 503 ? " without the page's header" : ""}`;
    return `visitors get ${saw}, not ${wanted === "closed" ? "the maintenance page" : "the site"}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header } = plan["load-balancer"];
    if (answer.status === 0)
        return "can the runner reach this address? See load-balancer.addresses and site.url in the plan";
    if (wanted === "closed")
        return `does the balancer test for the flag and send ${header} with status 503? See docs/maintenance.md`;
    return "look at the balancer's error log and at the service behind it";
}


/***/ }),

/***/ 9775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ currentCommit),
/* harmony export */   _6: () => (/* binding */ checkoutCommit),
/* harmony export */   di: () => (/* binding */ checkoutProblems),
/* harmony export */   xI: () => (/* binding */ fetchTag)
/* harmony export */ });
/* unused harmony export git */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);


/** git in the live checkout, asking nobody for a password. */
function git(plan, args, timeoutSeconds = 600) {
    const { directory, "run-as": user } = plan.deploy;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)("git", ["-C", directory, ...args], { timeoutSeconds, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) });
}
/** What is checked out now. */
async function currentCommit(host, plan) {
    const commit = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    const tags = (await host.run(git(plan, ["tag", "--points-at", "HEAD", "--sort=-creatordate"], 60))).stdout.trim().split("\n");
    return { commit, tag: tags[0] || commit.slice(0, 12) };
}
/** Fetches the tag alone and holds it to the approved commit: tags move. */
async function fetchTag({ host, plan, release }) {
    await host.run(git(plan, ["fetch", "--quiet", "--force", "--no-tags", plan.deploy.remote, `+refs/tags/${release.tag}:refs/tags/${release.tag}`]));
    const found = (await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))).stdout.trim();
    if (found !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`, where: host.name, mend: "somebody moved the tag, or the remote is another repository; start a new launch" });
    }
    return { note: release.commit.slice(0, 12) };
}
/** Switches the files. git itself refuses to overwrite what someone changed by hand. */
async function checkoutCommit(host, plan, commit) {
    await host.run(git(plan, ["checkout", "--quiet", "--detach", commit]));
    const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    if (now !== commit)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`, where: host.name, mend: "look at git status in the live directory" });
}
/** Whether the live directory can be deployed into. Changes nothing. */
async function checkoutProblems(host, plan) {
    const { directory, remote } = plan.deploy;
    const where = `${host.name}:${directory}`;
    const status = await host.attempt(git(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
    if (status.code !== 0) {
        const mend = /dubious ownership/.test(status.stderr) ? "set deploy.run-as to the user that owns it" : /cannot change to|No such file/.test(status.stderr) ? "clone the service's repository there, or correct deploy.directory" : "clone the service's repository there";
        return [{ what: "the live directory is not a git checkout that can be used", where, mend }];
    }
    const changed = status.stdout.split("\n").filter((line) => line !== "");
    const problems = changed.length === 0 ? [] : [{ what: `${changed.length} tracked file${changed.length > 1 ? "s were" : " was"} changed by hand (${changed.slice(0, 3).map((line) => line.slice(3)).join(", ")})`, where, mend: "commit or undo these changes; a checkout would lose them or stop" }];
    const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
    if (url.code !== 0)
        problems.push({ what: `there is no git remote "${remote}"`, where, mend: "correct deploy.remote, or add the remote" });
    return problems;
}


/***/ }),

/***/ 3696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ presetOf)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/presets/git.js
var git = __webpack_require__(9775);
;// CONCATENATED MODULE: ./build/presets/django.js


/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withEnvironmentFile = `f=$1; shift
while IFS= read -r l || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done < "$f"
exec "$@"`;
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    return { cwd: directory, ...(user === undefined ? {} : { user }) };
}
function python(plan) {
    return `${plan.deploy.directory}/${plan.deploy.venv}/bin/python`;
}
/** A program in the release's directory with the service's own settings. */
function withSettings(plan, words, timeoutSeconds) {
    const options = { ...asOwner(plan), timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" } };
    const file = plan.deploy["env-file"];
    return file === undefined ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options) : (0,command/* script */.K$)(withEnvironmentFile, [file, ...words], options);
}
function manage(plan, args, timeoutSeconds = 3600) {
    return withSettings(plan, [python(plan), plan.deploy.manage, ...args], timeoutSeconds);
}
// The environment as it was stays beside: the way back must not depend on a package index that answers at night.
const keepEnvironment = `if [ -d "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds no environment and the kept one: it goes on from there.
const restoreEnvironment = `if [ -d "$1.golive-before-$2" ]; then
  if [ -d "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';
/** Environments kept by launches that ended are not needed any more; the one of this launch stays. */
const dropOldEnvironments = 'for d in "$1".golive-before-*; do if [ -d "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d"; fi; done';
async function collectStatic({ plan, host }) {
    await host.run(manage(plan, ["collectstatic", "--noinput", "--verbosity", "0"]));
}
const django = {
    programs: (plan) => ["git", "curl", plan.deploy.python],
    fetch: git/* fetchTag */.xI,
    async checkout({ host, plan, release }) {
        await (0,git/* checkoutCommit */._6)(host, plan, release.commit);
        return { note: release.tag };
    },
    async environment({ host, plan, release }) {
        const { python: interpreter, venv, requirements } = plan.deploy;
        const directory = `${plan.deploy.directory}/${venv}`;
        await host.run((0,command/* script */.K$)(dropOldEnvironments, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(keepEnvironment, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, directory, plan.deploy["system-site-packages"] ? "yes" : "no"], asOwner(plan)));
        await host.run((0,command/* command */.G5)(python(plan), ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...asOwner(plan), timeoutSeconds: 1800 }));
        return { note: requirements };
    },
    async pendingMigrations({ host, plan }) {
        const { stdout } = await host.run(manage(plan, ["showmigrations", "--plan", "--no-color"], 300));
        return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
    },
    async migrate({ host, plan }) {
        await host.run(manage(plan, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
    },
    async static(context) {
        if (!context.plan.deploy["collect-static"])
            return { skipped: true, note: "the plan says so" };
        await collectStatic(context);
        return {};
    },
    command: withSettings,
    async back(context, previous) {
        const { host, plan, release } = context;
        await (0,git/* checkoutCommit */._6)(host, plan, previous.commit);
        const { stdout } = await host.run((0,command/* script */.K$)(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
        if (plan.deploy["collect-static"])
            await collectStatic(context);
        return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
    },
};

;// CONCATENATED MODULE: ./build/presets/preset.js

function presetOf(plan) {
    return { django: django }[plan.deploy.preset];
}


/***/ }),

/***/ 5816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W_: () => (/* binding */ isRunning),
  dM: () => (/* binding */ managerOf),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices)
});

// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
;// CONCATENATED MODULE: ./build/services/supervisor.js

function supervisorctl(plan, args) {
    const words = ["supervisorctl", ...(plan.config === undefined ? [] : ["-c", plan.config]), ...args];
    const [file = "", ...rest] = plan.sudo ? ["sudo", "-n", ...words] : words;
    return (0,command/* command */.G5)(file, rest, { timeoutSeconds: plan["stop-timeout"] + 60 });
}
const supervisor = {
    programs: ["supervisorctl"],
    stop: (plan, unit) => supervisorctl(plan, ["stop", unit]),
    start: (plan, unit) => [supervisorctl(plan, ["start", unit])],
    status: (plan, unit) => supervisorctl(plan, ["status", unit]),
    running: (stdout) => /^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout),
};

;// CONCATENATED MODULE: ./build/services/systemd.js

function systemctl(plan, args) {
    const timeoutSeconds = plan["stop-timeout"] + 60;
    return plan.sudo ? (0,command/* command */.G5)("sudo", ["-n", "systemctl", ...args], { timeoutSeconds }) : (0,command/* command */.G5)("systemctl", [...args], { timeoutSeconds });
}
const systemd = {
    programs: ["systemctl"],
    stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
    // A unit that failed too often is refused until its counter is reset; a changed unit file is not read by itself.
    start: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit]), systemctl(plan, ["start", "--", unit])],
    status: (_plan, unit) => (0,command/* command */.G5)("systemctl", ["show", "--property=ActiveState", "--", unit], { timeoutSeconds: 30 }),
    running: (stdout) => /^ActiveState=(active|activating|reloading|deactivating)$/m.test(stdout),
};

;// CONCATENATED MODULE: ./build/services/manager.js



function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor }[plan.manager];
}
/** Stops every unit in reverse order and proves that none runs. Throws a CommandError otherwise. */
async function stopServices(host, plan) {
    const manager = managerOf(plan);
    for (const unit of plan.units.toReversed()) {
        // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
        const stopped = await host.attempt(manager.stop(plan, unit));
        if (await isRunning(host, plan, unit)) {
            throw new errors/* UserError */.yo({ what: `${unit} still runs after it was stopped (exit ${stopped.code})`, where: host.name, mend: "look at its log on the host; a unit that restarts itself has to be stoppable" });
        }
    }
}
/** Starts every unit in order. Whether the service is up is for its health page to say. */
async function startServices(host, plan) {
    for (const unit of plan.units) {
        if (await isRunning(host, plan, unit))
            continue;
        for (const command of managerOf(plan).start(plan, unit))
            await host.run(command);
    }
}
async function isRunning(host, plan, unit) {
    const manager = managerOf(plan);
    return manager.running((await host.attempt(manager.status(plan, unit))).stdout);
}


/***/ })

};
