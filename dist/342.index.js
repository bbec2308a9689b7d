export const id = 342;
export const ids = [342];
export const modules = {

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ awaitComment),
/* harmony export */   Xx: () => (/* binding */ requireStillApproved),
/* harmony export */   pP: () => (/* binding */ awaitsComment),
/* harmony export */   rk: () => (/* binding */ approvalBy)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8714);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2318);
/* harmony import */ var _core_approval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5263);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4998);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1921);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7589);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7285);














/** Whether the window still waits for a comment that approves it. A launch under way waits for nobody. */
function awaitsComment({ plan, run, state }) {
    return (plan.approval.comment !== undefined && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state()) && !state().comments.some((one) => one.run === run.id));
}
/**
 * The approval that a comment gives, looked up afresh: nothing of the event that started this run is believed.
 * Null when this run was approved by it before and the launch is under way. A comment that does not approve is
 * answered once, and a UserError says why. `patience` in seconds for the end of the run that opened the launch.
 */
async function approvalBy(context, plan, now, id, entries, patience = 60) {
    const where = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `input approval`;
    if (plan.approval.comment === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the plan takes no approval by a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty, or name approvers in approval.comment`,
        });
    if (!/^[1-9][0-9]{0,15}$/.test(id))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `is not the id of a comment`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `leave it empty; the workflow Approve fills it in`,
        });
    const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .latestRelease */ .JF)(entries);
    const state = last === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(entries, last);
    const release = state?.release;
    if (!state || !release)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `no launch was opened yet`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `start the launch first; its checklist says what to write`,
        });
    const own = state.comments.find((one) => one.id === Number(id) && one.run === context.run.id);
    if (own && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state) && state.ended === null)
        return null;
    const opening = own?.opening ?? release.runId;
    const waiting = state.ended === null && (state.waiting || own !== undefined);
    if (waiting)
        await untilOver(context, opening, patience);
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .saidIn */ .$g)(context.github, Number(id));
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no comment ${id}`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it was deleted; write a new one` });
    const used = usedComments(entries).filter((one) => !own || one !== own.id);
    const why = (await whyNot(context, said, { plan, release, now, state, entries, opening, waiting, used })) ??
        (await whyNotYet(context, plan, opening, state));
    if (why !== null)
        await refuse(context, said, why);
    return { kind: "approved", by: [said.author], comment: { id: said.id, at: said.createdAt, opening } };
}
/** Just before anything is touched: the comment that approved this run is still there, as it was. */
async function requireStillApproved(launch) {
    const { plan, release, run, github } = launch;
    const state = launch.state();
    const given = state.comments.findLast((one) => one.run === run.id);
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `an approver writes ${(0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)} on checklist #${release.issue}; that starts the window`;
    if (!given)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `nobody approved this run by a comment`, where: "approval.comment", mend });
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .saidIn */ .$g)(github, given.id);
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the comment of ${given.by} that approved this run was deleted`,
            where: "approval.comment",
            mend,
        });
    const entries = await launch.journal.read();
    const used = usedComments(entries.filter((entry) => entry.run.id !== run.id));
    const why = await whyNot(launch, said, {
        plan,
        release,
        now: release,
        state,
        entries,
        opening: given.opening,
        waiting: true,
        used,
    });
    if (why !== null)
        await refuse(launch, said, why);
}
/** The day before is through: from now on a comment can approve the window, and the approvers are told so. */
async function awaitComment(launch) {
    if (launch.state().waiting)
        return;
    const { plan, release, messages, github, log } = launch;
    const approvers = plan.approval.comment?.approvers ?? [];
    await launch.record({ kind: "waiting" });
    // The page first: it is what a comment is held to.
    await launch.view.flush();
    const text = `🔏 ${approvers.map((login) => `@${login}`).join(" ")}: **${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(plan.service)} ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(release.tag)}** ${messages.waits} ${messages.howToApprove((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .code */ .a)((0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalText */ .zP)(release.digest)), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(release.actor))}`;
    await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_10__/* .comment */ .Im)(github, release.issue, text).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The approvers could not be told: ${error.message}. The checklist says what to write.`));
}
async function whyNot({ github }, said, { plan, release, now, state, entries, opening, waiting, used }) {
    const [issue, start] = await Promise.all([(0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .issueFacts */ .TK)(github, release.issue), (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .startOf */ .GH)(github, opening)]);
    if (start === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is gone from GitHub; start the launch again`;
    const opened = entries.flatMap((entry) => entry.kind === "opened" && entry.release === release.id ? [entry.opened.actor] : []);
    return (0,_core_approval_js__WEBPACK_IMPORTED_MODULE_1__/* .whyRefused */ .fG)(said, {
        ...now,
        recorded: release,
        issueOpen: issue?.open === true,
        waiting: waiting && state.ended === null,
        approvers: plan.approval.comment?.approvers ?? [],
        starters: [...opened, ...start.by],
        openedAt: start.at,
        used,
    });
}
/** An approval that comes too early would be used up by a run that cannot begin. */
async function whyNotYet({ github }, plan, opening, state) {
    if ((await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runState */ .HQ)(github, opening)) === "in progress")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the run that opened this launch is not over yet; write it again once it is`;
    if (state.overridden !== null || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_7__/* .touched */ .FI)(state))
        return null;
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .moment */ .n$)(time.setZone(plan.timezone));
    const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_11__/* .gateAt */ .De)((0,_core_window_js__WEBPACK_IMPORTED_MODULE_12__/* .currentOrNextWindow */ .Kx)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.now()), luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_8__/* .forecastOf */ .DH)(state));
    if (gate.kind === "early")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is too early; write it again from ${clock(gate.approveFrom)} on`;
    if (gate.kind === "short")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.left)} of the window are left, and the launch and a rollback may need ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .showDuration */ .kJ)(gate.needed)}; write it again for the next window`;
    return null;
}
async function refuse({ github, log }, said, why) {
    await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOnce */ .UO)(github, said, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `🔏 This comment does not approve the launch: ${why}.`).catch((error) => log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `The comment could not be answered: ${error.message}`));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
        code: "approval-refused",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `comment ${said.id} of ${said.author} does not approve the launch: ${why}`,
        where: "approval.comment",
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the checklist says what to write, and who may`,
    });
}
/** The launch can only be taken on once its run has ended, and that run writes the page people answer. */
async function untilOver({ github, signal }, run, patience) {
    const until = Date.now() + patience * 1000;
    while (!signal.aborted && Date.now() < until && (await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runState */ .HQ)(github, run)) === "in progress")
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(3000, patience * 1000), undefined, { signal }).catch(() => { });
}
function usedComments(entries) {
    return entries.flatMap((entry) => (entry.kind === "approved" && entry.comment ? [entry.comment.id] : []));
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ migrationsOf)
/* harmony export */ });
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5058);



/** How a check asks for the migrations of the release that is live. */
function migrationsOf(plan, hosts, live) {
    return (named) => {
        if (plan.deploy.preset !== "django" && plan.deploy.migrate === undefined)
            return null;
        const host = named ?? (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_1__/* .migrateHost */ .AL)(plan);
        const context = { plan, release: { id: live.tag, ...live }, host: hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .liveDirectory */ .wY)(plan) };
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_0__/* .presetOf */ .j)(plan);
        return { host, pending: () => preset.pendingMigrations(context), drift: () => preset.drift(context) };
    };
}


/***/ }),

/***/ 342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hostsAnswer),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/access/programs.js
const programs = {
    http: ["curl"],
    smtp: ["curl"],
    s3: ["curl"],
    telegram: ["curl"],
    github: ["curl"],
    postgres: ["psql"],
    ssh: ["ssh"],
    command: [],
};
/** What must be installed on the host that asks. */
function programsFor(probes) {
    return [...new Set(probes.flatMap(({ kind }) => programs[kind]))].toSorted();
}

// EXTERNAL MODULE: ./.build/js/checks/check.js + 9 modules
var checks_check = __webpack_require__(6832);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/preflight.js + 1 modules
var preflight = __webpack_require__(9586);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest.js
var pgbackrest = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/github/client.js + 2 modules
var client = __webpack_require__(9440);
;// CONCATENATED MODULE: ./.build/js/github/environments.js

/** Who has to approve a job of this environment. */
async function protectionOf({ octokit, owner, repo }, environment) {
    try {
        const { data } = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: environment });
        for (const rule of data.protection_rules ?? []) {
            if (rule.type !== "required_reviewers" || !("reviewers" in rule))
                continue;
            const reviewers = (rule.reviewers ?? []).flatMap(({ reviewer }) => reviewer && "login" in reviewer
                ? [reviewer.login]
                : reviewer && "slug" in reviewer
                    ? [String(reviewer.slug)]
                    : []);
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

// EXTERNAL MODULE: ./.build/js/github/said.js
var said = __webpack_require__(1921);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/dns/change.js
var dns_change = __webpack_require__(6838);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(2529);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/plan/files-layout.js
var files_layout = __webpack_require__(5212);
// EXTERNAL MODULE: ./.build/js/plan/files-problems.js
var files_problems = __webpack_require__(4910);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
// EXTERNAL MODULE: ./.build/js/services/scheduled.js + 3 modules
var scheduled = __webpack_require__(5048);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var stages_approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/access.js + 1 modules
var access = __webpack_require__(3710);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
// EXTERNAL MODULE: ./.build/js/stages/migrations.js
var migrations = __webpack_require__(4229);
// EXTERNAL MODULE: ./.build/js/stages/notices.js + 47 modules
var notices = __webpack_require__(8757);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/certificates.js
var certificates = __webpack_require__(3448);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
;// CONCATENATED MODULE: ./.build/js/stages/prepare.js




































/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
async function prepare(context, tag, override = "", approval = "") {
    const wrongTag = (0,release/* tagProblem */.qH)(tag);
    if (wrongTag !== null)
        throw new errors/* UserError */.yo({
            what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`,
            where: (0,core_text.t) `input tag`,
            mend: (0,core_text.t) `give the name of the tag to launch, such as v1.1.0`,
        });
    const commit = await (0,repository/* commitOfTag */.lz)(context.github, tag);
    const { plan, digest } = await (0,launch/* planAt */.Jl)(context.github, context.planFile, commit);
    const reached = await (0,launch/* reach */.gl)(plan, context);
    try {
        const outside = [
            {
                step: "prepare.tag",
                problems: [...(0,notices/* missingKeys */.lx)(plan, context.noticeKeys ?? {}), ...(0,files_problems/* filesUnsaid */.S)(plan, context.planFile)],
                note: (0,core_text.t) `${tag} is ${commit.slice(0, 12)}`,
            },
            await gates(context, plan, approval === ""),
            ...(await smokeFiles(context, plan, commit)),
        ];
        const hosts = await hostsAnswer(plan, reached);
        refuse([...outside, hosts]);
        const approved = approval === "" ? null : await (0,stages_approval/* approvalBy */.rk)(context, plan, { tag, digest }, approval, await reached.journal.read());
        const claimed = await (0,claim/* claim */.B7)(context, plan, { tag, commit, digest }, reached);
        if (approval !== "" && claimed.state.release === null) {
            await reached.lock.release(claimed.owner);
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the launch that was approved no longer holds the lock`,
                where: plan.control.host,
                mend: (0,core_text.t) `start the launch again; its checklist says what to write`,
            });
        }
        // A launch that is under way is not measured by what the world looked like before it.
        const inside = (0,state/* touched */.FI)(claimed.state)
            ? []
            : await lookInside(plan, reached, { id: claimed.owner.release, tag, commit });
        try {
            refuse([...outside, ...inside]);
        }
        catch (error) {
            if (!claimed.resumed)
                await reached.lock.release(claimed.owner);
            throw error;
        }
        const starter = claimed.state.release?.actor;
        const launch = await claimed.open([...outside, hosts, ...inside], approval === "" || starter === undefined ? undefined : { startedBy: starter, approval: approved });
        if (override !== "")
            await launch.record({ kind: "overridden", by: context.run.actor, because: override.slice(0, 500) });
        return launch;
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
/** `first`: this run opens the launch, and whoever started it cannot approve it by a comment. */
async function gates({ github, run }, plan, first) {
    const { environment, "rollback-environment": back, unprotected, comment } = plan.approval;
    const step = "prepare.approval";
    // A comment takes the place of the window's reviewers, not of those of a rollback after the site has opened.
    const protections = await Promise.all((comment ? [back] : [environment, back]).map(async (name) => ({
        name,
        protection: await protectionOf(github, name),
    })));
    const open = protections.filter(({ protection }) => protection.kind !== "reviewed");
    const problems = [
        ...(open.length > 0 && !unprotected
            ? open.map(({ name, protection }) => unprotectedProblem(name, protection))
            : []),
        ...(comment ? await approverProblems(github, comment.approvers, first ? run.actor : "") : []),
    ];
    if (problems.length > 0)
        return { step, problems };
    const notes = [
        ...(comment ? [(0,core_text.t) `a comment of ${comment.approvers.join((0,core_text.t) ` or `)}`] : []),
        ...protections.map(({ name, protection }) => `${name}: ${protection.kind === "reviewed" ? protection.reviewers.join(", ") : (0,core_text.t) `nobody has to approve`}`),
    ];
    return {
        step,
        problems: [],
        note: `${notes.join("; ")}${open.length > 0 && unprotected ? (0,core_text.t) `; ${unprotected.by} takes that on: ${unprotected.because}` : ""}`,
    };
}
async function approverProblems(github, approvers, starter) {
    const where = "approval.comment.approvers";
    const may = await Promise.all(approvers.map(async (login) => ({ login, permission: await (0,said/* permissionOf */.Fp)(github, login) })));
    const weak = may
        .filter(({ permission }) => !["admin", "write"].includes(permission))
        .map(({ login, permission }) => ({
        what: (0,core_text.t) `${login} may not write to the repository (${permission}), so an approval of theirs would not count`,
        where,
        mend: (0,core_text.t) `give them write permission, or name somebody else`,
    }));
    const alone = approvers.every((login) => login.toLowerCase() === starter.toLowerCase());
    return [
        ...weak,
        ...(alone
            ? [
                {
                    what: (0,core_text.t) `${starter} starts this launch and is the only approver, so nobody could approve it`,
                    where,
                    mend: (0,core_text.t) `name another approver, or let somebody else start it`,
                },
            ]
            : []),
    ];
}
function unprotectedProblem(environment, protection) {
    return {
        what: protection.kind === "missing"
            ? (0,core_text.t) `there is no environment "${environment}"; GitHub would make one that nobody has to approve`
            : (0,core_text.t) `the environment "${environment}" has no required reviewer`,
        where: "GitHub",
        mend: (0,core_text.t) `add required reviewers to it (Settings → Environments); where GitHub does not offer them, name approvers in approval.comment, or in approval.unprotected who takes this on, and why`,
    };
}
async function smokeFiles({ github }, plan, commit) {
    const smoke = plan.verify.checks.flatMap((check, index) => (check.kind === "smoke" ? [{ check, index }] : []));
    if (smoke.length === 0)
        return [];
    const missing = await Promise.all(smoke.map(async ({ check, index }) => (await (0,repository/* pathExists */.s0)(github, check.path, commit))
        ? []
        : [
            {
                what: (0,core_text.t) `${check.path} is not in the release`,
                where: `verify.checks[${index}].path`,
                mend: (0,core_text.t) `commit the tests before the tag is made, or correct the path`,
            },
        ]));
    return [{ step: "prepare.smoke", problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") }];
}
/** One that cannot be reached is a failure, and counted before anything starts. */
async function hostsAnswer(plan, { hosts }) {
    const problems = await Promise.all(hosts.all.map((host) => (0,errors/* problemsFrom */.PD)(async () => void (await host.run((0,command/* script */.K$)(":", [], { timeoutSeconds: 30 }))))));
    const all = hosts.all.length;
    const silent = problems.filter((one) => one.length > 0).length;
    const counted = silent > 0 && all > 1
        ? [
            {
                what: (0,core_text.t) `${silent} of ${all} hosts cannot be used, so nothing is begun on any`,
                where: "hosts",
                mend: (0,core_text.t) `mend them, or take them out of the plan`,
            },
        ]
        : [];
    return {
        step: "prepare.hosts",
        problems: [...counted, ...problems.flat()],
        note: Object.keys(plan.hosts).join(", "),
    };
}
async function lookInside(plan, reached, release) {
    const { hosts } = reached;
    const { id } = release;
    const database = async () => {
        const host = hosts.get(plan.database.host);
        const names = ["copy", "restored", "failed", "proof"].map((purpose) => (0,postgres/* sideName */.jf)(plan.database.name, purpose, id));
        const { problems, facts } = await (0,preflight/* databaseProblems */.k)(host, plan.database, names);
        if (plan.database.backup.pgbackrest && facts !== null)
            problems.push(...(await (0,pgbackrest/* pgbackrestProblems */.hi)(host, plan.database, plan.database.backup.pgbackrest)));
        const answered = {
            step: "prepare.database",
            problems,
            ...(facts === null ? {} : { note: databaseNote(plan, facts) }),
        };
        return facts === null
            ? [answered]
            : [
                answered,
                {
                    step: "prepare.space",
                    ...(await (0,preflight/* spaceProblems */.f)(host, plan.database, facts, { copy: plan.database.backup.copy })),
                },
            ];
    };
    const checkouts = async () => {
        const found = await Promise.all(plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(plan).problems(hosts.get(name), plan)));
        return { step: "prepare.checkout", problems: found.flat(), note: plan.deploy.directory };
    };
    const found = await Promise.all([
        prepare_programs(plan, reached),
        rights(plan, reached),
        services(plan, reached),
        currentRelease(plan, reached),
        checkouts(),
        prepare_migrations(plan, reached, release),
        database(),
        prepare_balancer(plan, reached),
        ...(plan.certificates.length > 0 ? [prepare_certificates(plan, reached)] : []),
        (0,dns_changes/* dnsFinding */.ZS)(plan, reached),
        ...((0,files_layout/* filesOf */.R)(plan).length > 0 ? [(0,files/* filesFinding */.t_)(plan, reached)] : []),
    ]);
    return found.flat();
}
/** What the release's migrations do to data that is there; the first that drops or rewrites is the point of no return. */
async function prepare_migrations(plan, { hosts }, release) {
    const step = "prepare.migrations";
    const host = hosts.get((0,deploy_order/* migrateHost */.AL)(plan));
    // What is wrong with the checkout is told by the look at it.
    const found = await (0,strategy/* strategyOf */.x)(plan)
        .current(host, plan)
        .then(({ commit }) => (0,preset/* presetOf */.j)(plan).newMigrations({ plan, host, release, directory: (0,layout/* repositoryOf */._M)(plan) }, commit))
        .catch(() => null);
    if (found === null)
        return { step, problems: [], note: (0,core_text.t) `could not be read` };
    const first = found.find(({ drops, rewrites }) => drops.length + rewrites.length > 0);
    const note = found.length === 0
        ? (0,core_text.t) `none: going back is a matter of code alone`
        : found
            .map(({ name, drops, rewrites }) => `${name}${drops.length + rewrites.length > 0 ? ` (${[...drops, ...rewrites].join(", ")})` : ""}`)
            .join("; ");
    return { step, problems: [], note, facts: { migrations: found, ...(first ? { noReturn: first } : {}) } };
}
function databaseNote(plan, facts) {
    return (0,core_text.t) `${plan.database.name}, PostgreSQL ${facts.serverVersion}, ${(0,figures/* showSize */.tY)(facts.bytes)}`;
}
async function prepare_programs(plan, { hosts }) {
    const wanted = new Map();
    const add = (host, names) => wanted.set(host, new Set([...(wanted.get(host) ?? []), ...names]));
    for (const host of plan.deploy.hosts)
        add(host, (0,preset/* presetOf */.j)(plan).programs(plan));
    for (const host of plan.services.hosts)
        add(host, [...(0,manager/* managerOf */.dM)(plan.services).programs, "curl"]);
    if (plan.database.backup.recipient !== undefined)
        add(plan.database.host, ["age", "tar"]);
    if (plan.database.backup.offsite)
        add(plan.database.host, [plan.database.backup.offsite.run[0] ?? ""]);
    if (plan["load-balancer"].kind === "haproxy")
        for (const host of plan["load-balancer"].hosts)
            add(host, ["socat", "awk"]);
    if (plan["load-balancer"].kind === "nginx" && plan["load-balancer"].drain)
        for (const host of plan["load-balancer"].hosts)
            add(host, ["curl"]);
    if (plan["load-balancer"].kind === "nginx" && plan["load-balancer"].bypass)
        for (const host of plan["load-balancer"].hosts)
            add(host, ["find"]);
    for (const probe of plan.prepare.access)
        add((0,access/* asking */.o)(plan, probe), programsFor([probe]));
    for (const work of plan.services.pause)
        if (work.kind === "telegram-webhook")
            add(work.host, ["curl"]);
    for (const change of plan.dns)
        add(change.host, (0,dns_change/* programsOf */.h2)(change));
    for (const check of [...plan.verify.checks, ...plan.prepare.checks]) {
        if ("from" in check && check.from !== undefined)
            add(check.from, ["curl"]);
        if ("canary" in check && check.canary?.from !== undefined)
            add(check.canary.from, ["curl"]);
        if (check.kind === "systemd")
            for (const host of check.host === undefined ? plan.services.hosts : [check.host])
                add(host, ["systemctl", ...(check.journal ? ["journalctl"] : [])]);
        if (check.kind === "tls" && check.renewal)
            add(check.renewal.host, ["systemctl"]);
        if (check.kind === "telegram-bot")
            add(check.host ?? plan.services.hosts[0] ?? "", ["curl"]);
    }
    for (const { host } of (0,files_layout/* filesOf */.R)(plan))
        add(host, ["find", "sort", "comm", "tar", "xargs", "awk"]);
    for (const certificate of plan.certificates)
        add(certificate.host, (0,certificates/* certificatePrograms */.ft)(certificate));
    for (const asks of [plan.silence, plan.annotation])
        if (asks?.from !== undefined)
            add(asks.from, ["curl"]);
    const problems = await Promise.all([...wanted].map(async ([name, programs]) => {
        const { stdout } = await hosts
            .get(name)
            .run((0,command/* script */.K$)('for p; do command -v -- "$p" >/dev/null || echo "$p"; done', [...programs], { timeoutSeconds: 60 }));
        return stdout
            .split("\n")
            .flatMap((program) => program === "" ? [] : [{ what: (0,core_text.t) `${program} is not installed`, where: name, mend: (0,core_text.t) `install it there` }]);
    }));
    return {
        step: "prepare.tools",
        problems: problems.flat(),
        note: [...new Set([...wanted.values()].flatMap((names) => [...names]))].join(", "),
    };
}
async function prepare_certificates(plan, reached) {
    return { step: "prepare.certificates", ...(await (0,certificates/* certificateFinding */.nN)(plan, reached)) };
}
/** What a missing right would stop at night is found by day: users, and folders that have to be written. */
async function rights(plan, { hosts }) {
    const balancer = plan["load-balancer"];
    const database = plan.database["run-as"];
    const owner = plan.deploy["run-as"];
    const wanted = [
        ...plan.deploy.hosts.map((host) => ({ host, user: owner, key: "deploy.directory", path: plan.deploy.directory })),
        {
            host: plan.database.host,
            user: database,
            key: "database.backup.directory",
            path: plan.database.backup.directory,
        },
        ...(balancer.kind === "haproxy"
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.map",
                path: (0,external_node_path_.dirname)(balancer.map),
            }))
            : []),
        ...(balancer.kind === "nginx"
            ? balancer.hosts.map((host) => ({
                host,
                user: undefined,
                key: "load-balancer.flag",
                path: (0,external_node_path_.dirname)(balancer.flag),
            }))
            : []),
        ...(balancer.kind === "nginx" && balancer.bypass
            ? balancer.hosts.map((host) => ({
                host,
                user: undefined,
                key: "load-balancer.bypass",
                path: balancer.bypass?.directory ?? "",
            }))
            : []),
        ...(balancer.kind === "haproxy" && balancer.bypass
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.bypass",
                path: (0,external_node_path_.dirname)(balancer.bypass?.map ?? ""),
            }))
            : []),
        ...(balancer.kind === "haproxy" && balancer["state-file"] !== undefined
            ? balancer.hosts.map((host) => ({
                host,
                user: balancer["run-as"],
                key: "load-balancer.state-file",
                path: (0,external_node_path_.dirname)(balancer["state-file"] ?? ""),
            }))
            : []),
    ];
    const problems = await Promise.all(wanted.map(async ({ host, user, key, path }) => {
        const as = user === undefined ? {} : { user };
        if (user !== undefined &&
            (await hosts.get(host).attempt({ file: "true", args: [], ...as, timeoutSeconds: 30 })).code !== 0) {
            return [
                {
                    what: (0,core_text.t) `commands cannot run as ${user}`,
                    where: host,
                    mend: (0,core_text.t) `allow it without a password (docs/hosts.md has the lines)`,
                },
            ];
        }
        // A folder that is not there yet is made by the launch: then its nearest parent counts.
        const nearest = ["database.backup.directory", "load-balancer.bypass"].includes(key)
            ? 'while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; '
            : "";
        const { code } = await hosts.get(host).attempt((0,command/* script */.K$)(`p=$1; ${nearest}[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ]`, [path ?? ""], {
            ...as,
            timeoutSeconds: 30,
        }));
        return code === 0
            ? []
            : [
                {
                    what: (0,core_text.t) `${path} cannot be written${user === undefined ? "" : (0,core_text.t) ` by ${user}`} (${key})`,
                    where: host,
                    mend: (0,core_text.t) `create it and give it to that user`,
                },
            ];
    }));
    return { step: "prepare.rights", problems: problems.flat() };
}
async function services(plan, { hosts }) {
    const found = await Promise.all([
        ...plan.services.hosts.map((name) => (0,manager/* serviceProblems */.gx)(hosts.get(name), plan.services)),
        ...plan.services.pause.map((work) => (0,scheduled/* scheduledProblems */.g5)(hosts.get(work.host), work, (0,scheduled/* settingsPlace */.t9)(plan, work))),
    ]);
    return {
        step: "prepare.services",
        problems: found.flat(),
        note: plan.services.units.map((unit) => (typeof unit === "string" ? unit : unit.name)).join(", "),
    };
}
/**
 * How the release that runs now answers. Its health page has to: after a rollback it is what opens the site again.
 * Its version and the checks it passes today are kept; no more can be asked of it later.
 */
async function currentRelease(plan, { hosts }) {
    const healthy = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => {
        const problem = await (0,health/* healthProblem */._T)(hosts.get(name), plan, null);
        return problem === null
            ? []
            : [
                {
                    what: (0,core_text.t) `the release that runs now is not healthy: ${problem}`,
                    where: name,
                    mend: (0,core_text.t) `mend the service, or health.url in the plan; a rollback could not be told from a failure`,
                },
            ];
    }));
    const told = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => [name, await (0,health/* versionOn */.Sx)(hosts.get(name), plan)]));
    const versions = Object.fromEntries(told.filter(([, version]) => typeof version === "string"));
    const settings = await Promise.all(plan.deploy.hosts.map(async (name) => {
        const host = hosts.get(name);
        const now = await (0,strategy/* strategyOf */.x)(plan)
            .current(host, plan)
            .catch(() => null);
        if (now === null)
            return [];
        const wrong = await (0,preset/* presetOf */.j)(plan).settings({
            plan,
            host,
            release: { ...now, id: "now" },
            directory: (0,layout/* liveDirectory */.wY)(plan),
        });
        return wrong === null ? [] : [{ what: wrong.problem, where: name, mend: wrong.mend }];
    }));
    const expected = { tag: String(Object.values(versions)[0] ?? ""), commit: "" };
    const passed = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind === "smoke")
            return [];
        // Whether it holds already, not whether it will.
        const judged = await (0,checks_check/* runCheck */.k_)(check.kind === "dns" ? { ...check, wait: 0 } : check, {
            plan,
            expected,
            hosts,
            migrations: (0,migrations/* migrationsOf */.T)(plan, hosts, expected),
        }).catch(() => null);
        return judged?.verdict === "pass" ? [check.id] : [];
    }));
    const warned = [];
    const before = await Promise.all(plan.prepare.checks.map(async (check) => {
        const { verdict, evidence } = await (0,checks_check/* runCheck */.k_)(check, {
            plan,
            expected,
            hosts,
            migrations: (0,migrations/* migrationsOf */.T)(plan, hosts, expected),
        }).catch((error) => ({ verdict: "error", evidence: (0,errors/* errorLine */.BP)(error) }));
        if (verdict !== "pass" && !check.required)
            warned.push(`${(0,checks_check/* checkTitle */.Tq)(check)}: ${verdict}: ${evidence}`);
        return verdict === "pass" || !check.required
            ? []
            : [
                {
                    what: `${verdict === "fail" ? "" : `${verdict}: `}${evidence}`,
                    where: (0,checks_check/* checkTitle */.Tq)(check),
                    mend: verdict === "fail"
                        ? (0,core_text.t) `mend it before the window; at night it would be no better`
                        : (0,core_text.t) `nothing was measured, which is not a pass; mend the check or what it asks`,
                },
            ];
    }));
    const note = [Object.values(versions).join(", "), ...warned.map((one) => (0,core_text.t) `not required: ${one}`)]
        .filter((one) => one !== "")
        .join("; ");
    return {
        step: "prepare.checks",
        problems: [...healthy.flat(), ...settings.flat(), ...before.flat()],
        ...(note === "" ? {} : { note }),
        facts: { versions, passed: passed.flat() },
    };
}
async function prepare_balancer(plan, { hosts }) {
    const step = "prepare.balancer";
    const opened = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
    const status = await opened.status();
    if (status !== "off") {
        return {
            step,
            problems: [
                {
                    what: (0,core_text.t) `the maintenance page is up already, and no launch of golive is under way`,
                    where: "load-balancer",
                    mend: (0,core_text.t) `find out who put it up, and take it down first`,
                },
            ],
        };
    }
    // What cannot be counted or is not ready by day will not be at night.
    await opened.running?.();
    const missing = (await opened.servers?.missing()) ?? [];
    if (missing.length > 0)
        return {
            step,
            problems: missing.map(({ balancer: where, server, state }) => ({
                what: (0,core_text.t) `${server} is ${state}, so it gets no visitors`,
                where,
                mend: (0,core_text.t) `a launch starts from a site that works; mend it, or name in load-balancer.servers those that count`,
            })),
        };
    const wrong = (await (0,proof/* look */.Op)(plan)).filter(({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500);
    return {
        step,
        problems: wrong.map((sight) => ({
            what: (0,proof/* sawInstead */.Oq)(sight, "open"),
            where: sight.address,
            mend: (0,core_text.t) `a launch starts from a site that works; see site.url and load-balancer.addresses in the plan`,
        })),
        note: plan.site.url,
    };
}


/***/ })

};
