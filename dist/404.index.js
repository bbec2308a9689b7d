export const id = 404;
export const ids = [404];
export const modules = {

/***/ 5384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ bypassCookie),
/* harmony export */   MR: () => (/* binding */ carrying),
/* harmony export */   eb: () => (/* binding */ keptToken),
/* harmony export */   t2: () => (/* binding */ keepToken),
/* harmony export */   uv: () => (/* binding */ newToken),
/* harmony export */   zt: () => (/* binding */ dropToken)
/* harmony export */ });
/* unused harmony export tokenForm */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6436);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6384);





const bypassCookie = "golive_bypass";
/** Its form is what a balancer's configuration matches before it looks anything up. */
const tokenForm = /^[0-9a-f]{64}$/;
function newToken() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("hex");
}
/** The two ways in which a request carries a token. */
function carrying(token) {
    return [{ [_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .bypassHeader */ .mI]: token }, { cookie: `${bypassCookie}=${token}` }];
}
const file = (directory) => `${directory}/bypass-token`;
/** For the stages that follow and for who may read the control host. It is removed with the page. */
async function keepToken(control, directory, release, token) {
    await control.run({
        ...(0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFileCommand */ .$Q)(file(directory), `${release} ${token}\n`, "600"),
        secrets: [token],
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `write ${file(directory)}`,
    });
}
/** The token of the page that is up, and the launch that put it up; null when there is none. */
async function keptToken(control, directory) {
    const { stdout } = await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('[ ! -e "$1" ] || cat -- "$1"', [file(directory)], {
        timeoutSeconds: 30,
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `read ${file(directory)}`,
    }));
    const [release = "", token = ""] = stdout.trim().split(" ");
    return tokenForm.test(token) ? { release, token } : null;
}
async function dropToken(control, directory) {
    await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('rm -f -- "$1"', [file(directory)], { timeoutSeconds: 30 }));
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ proveBypass),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* unused harmony export addressesOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6384);





/** Every balancer's address; undefined is where the site's name leads. */
function addressesOf({ "load-balancer": { addresses }, }) {
    return addresses.length > 0 ? addresses : [undefined];
}
/** What visitors see at each balancer address, or who sends these headers. */
async function look(plan, headers = {}) {
    return Promise.all(addressesOf(plan).map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .probe */ .dy)(plan.site.url, { address, headers });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .isPage */ .yp)(answer, plan["load-balancer"]) };
    }));
}
/**
 * While the page is proved to be up: the token leads past it at every address, both ways it can be carried, and nothing
 * that is no token does. Throws a UserError naming the addresses where that is not so.
 */
async function proveBypass(plan, token, tricks) {
    const seen = async (value) => (await Promise.all((0,_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .carrying */ .MR)(value).map((headers) => look(plan, headers)))).flat();
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `is the balancer configured for tokens as docs/maintenance.md shows?`;
    // A service that fails or hangs behind the page is past it as well: it may be why the launch goes back.
    const right = (await seen(token)).filter(({ closed }) => closed);
    if (right.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(once(right).map((sight) => ({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `with the launch's token one gets the maintenance page, not the site`,
            where: sight.address,
            mend,
        })));
    const none = [(0,_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)(), `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, ...tricks];
    const wrong = (await Promise.all(none.map(seen))).flat().filter(({ closed }) => !closed);
    if (wrong.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(once(wrong).map((sight) => ({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `what is not a token of this launch leads past the page: one gets ${got(sight)}`,
            where: sight.address,
            mend,
        })));
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the token leads past it; ${none.length} that are none do not`;
}
function once(sights) {
    return [...new Map(sights.map((sight) => [sight.address, sight])).values()];
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
        const wrong = sights.filter((sight) => wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500);
        row = wrong.length === 0 ? row + 1 : 0;
        if (row === inARow[wanted])
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${row} {0:look|looks|looks} in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
        if (wrong.length > 0 && Date.now() > until)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wrong.map((sight) => ({
                what: sawInstead(sight, wanted),
                where: sight.address,
                mend: mendFor(sight, wanted, plan),
            })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wrong.length === 0 ? 100 : 500);
    }
}
function got({ answer, closed }) {
    return answer.status === 0
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `no answer (${answer.error})`
        : closed
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the maintenance page`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `status ${answer.status}${answer.status === 503 ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) ` that is not the page's` : ""}`;
}
function sawInstead(sight, wanted) {
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `visitors get ${got(sight)}, not ${wanted === "closed" ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the maintenance page` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the site`}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header, "page-text": text } = plan["load-balancer"];
    if (answer.status === 0)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `can the runner reach this address? See load-balancer.addresses and site.url in the plan`;
    if (wanted === "closed")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `does the balancer show the page with status 503 and ${text === undefined ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the header ${header}` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the plan's page-text`}? See docs/maintenance.md`;
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `look at the balancer's error log and at the service behind it`;
}


/***/ }),

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   IB: () => (/* binding */ withdrawToken),
/* harmony export */   te: () => (/* binding */ giveToken)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);




/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log, }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
}


/***/ }),

/***/ 2446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   bs: () => (/* binding */ signOfLife),
/* harmony export */   u9: () => (/* binding */ requireOver),
/* harmony export */   zP: () => (/* binding */ silentEnoughSeconds)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8714);
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7563);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7331);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4998);
/* harmony import */ var _journal_plans_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4780);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7589);
/* harmony import */ var _locale_locale_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(492);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6970);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9972);














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
        const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .latestRelease */ .JF)(entries);
        const before = last === null ? _journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyState */ .p$ : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(entries, last);
        if (last !== null && before.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(before)) {
            if (before.release?.digest !== wanted.digest) {
                await reached.lock.release(owner);
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(halfDone(before.release?.tag ?? last, plan, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `its lock is gone`));
            }
            const successor = { ...owner, release: last };
            await succeed(context, plan, reached, owner, successor);
            return claimOf(context, plan, wanted, reached, entries, successor, before);
        }
        await (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__/* .shutOut */ .rt)(plan, reached, taken.token, context.log).catch(async (error) => {
            await reached.lock.release(owner);
            throw error;
        });
        return claimOf(context, plan, wanted, reached, entries, owner, _journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyState */ .p$);
    }
    return goOn(context, plan, wanted, reached, entries, taken, owner);
}
async function goOn(context, plan, wanted, reached, entries, found, owner) {
    const held = found.owner;
    const ours = held.runId === context.run.id;
    if (!ours)
        await requireOver(context, plan, found);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(entries, held.release);
    const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
    if (!same && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(state))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(halfDone(held.tag, plan, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `see ${held.runUrl}`));
    const successor = same ? { ...owner, release: held.release } : owner;
    await succeed(context, plan, reached, held, successor);
    const text = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
    context.log.info(same ? text : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`);
    return claimOf(context, plan, wanted, reached, entries, successor, same ? state : _journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyState */ .p$);
}
/** The lock becomes the successor's, and whoever had it can do nothing any more. */
async function succeed({ log }, plan, reached, before, successor) {
    const token = await reached.lock.takeOver(before, successor);
    if (token === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `another run took the launch lock at the same moment`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `see the workflow's other runs`,
        });
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__/* .shutOut */ .rt)(plan, reached, token, log);
}
/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
const silentEnoughSeconds = 120;
function signOfLife({ silentSeconds }) {
    return silentSeconds === null
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it never gave a sign of life`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `its last sign of life is ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(silentSeconds)} old`;
}
/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
async function requireOver({ github }, plan, held) {
    const { owner, silentSeconds } = held;
    const who = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
    const sign = signOfLife(held);
    const byHand = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `once you know that it does nothing any more: golive unlock --by "your name" --because "…"`;
    const state = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .runState */ .HQ)(github, owner.runId).catch((error) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch lock is held by ${who}, and GitHub does not say whether that run is over (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}); ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `start again when GitHub answers; or ${byHand}`,
        }, { cause: error });
    });
    if (state === "in progress") {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `a launch of ${owner.tag} is in flight: ${who}; ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `wait for it, or cancel it: ${owner.runUrl}`,
        });
    }
    if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}`,
        });
    }
}
function claimOf(context, plan, wanted, reached, entries, owner, state) {
    const resumed = state.release !== null;
    return {
        owner,
        state,
        resumed,
        async open(toKeep, findings, entrusted) {
            const next = (0,_core_window_js__WEBPACK_IMPORTED_MODULE_5__/* .currentOrNextWindow */ .Kx)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.now());
            // One that never began takes the next window; a launch under way keeps its own.
            const window = ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .touched */ .FI)(state) ? state.release?.window : undefined) ?? {
                start: next.start.toISO() ?? "",
                end: next.end.toISO() ?? "",
            };
            const draft = {
                id: owner.release,
                ...wanted,
                issue: state.release?.issue ?? 0,
                actor: entrusted?.startedBy ?? context.run.actor,
                runId: context.run.id,
                window,
            };
            const kept = await keptHere(context, plan, reached, draft.id, toKeep);
            const at = new Date().toISOString();
            const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
            const steps = findings.map(({ step, note, facts }) => ({
                ...stamp,
                kind: "step",
                step,
                status: "done",
                ...(note === undefined ? {} : { note }),
                ...(facts === undefined ? {} : { facts }),
            }));
            const issue = draft.issue ||
                (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .findIssue */ .Ry)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)(draft.id))) ||
                (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .openIssue */ .YZ)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .pageTitle */ .W)(plan, draft, (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_10__/* .messagesOf */ .cr)(plan)), page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps])));
            const release = { ...draft, issue };
            const added = [
                { ...stamp, kind: "opened", opened: release, plan: kept },
                ...(resumed
                    ? [
                        {
                            ...stamp,
                            kind: "note",
                            text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch`,
                        },
                    ]
                    : []),
                ...steps,
                ...(entrusted?.approval ? [{ ...stamp, ...entrusted.approval }] : []),
            ];
            await reached.journal.append(added);
            const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__/* .launchOf */ .v4)(context, plan, release, reached, [...entries, ...added]);
            if (resumed)
                launch.view.changed();
            return launch;
        },
    };
}
/** On the control host before the opening is on record: a launch that is open has its plan. */
async function keptHere(context, { control }, reached, release, { text, policy, override, workflow }) {
    const sha256 = await (0,_journal_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .keepPlan */ .v)(reached.control, control.directory, release, text);
    const kept = { path: context.planFile, sha256, repository: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryUrl */ .Ek)(context.github), policy, override };
    return workflow === undefined ? kept : { ...kept, workflow };
}
function page(context, plan, release, entries) {
    const window = {
        start: luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }),
        end: luxon__WEBPACK_IMPORTED_MODULE_13__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }),
    };
    const messages = (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_10__/* .messagesOf */ .cr)(plan);
    return (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .Cf)({
        plan,
        release,
        phases: (0,_outline_js__WEBPACK_IMPORTED_MODULE_12__/* .outline */ .r)(plan, messages),
        state: entries.reduce(_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .next */ .K2, _journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyState */ .p$),
        window,
        runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .runUrl */ .Vp)(context.github, release.runId),
        messages,
    });
}
/** A run that is run again after its launch ended begins another one. */
function freshId(entries, tag, run) {
    const id = (0,_core_release_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseId */ .B)(tag, run.id);
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}
function ownerOf({ github, run }, wanted, release) {
    return {
        release,
        ...wanted,
        runId: run.id,
        runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .runUrl */ .Vp)(github, run.id),
        actor: run.actor,
        since: new Date().toISOString(),
    };
}
function halfDone(tag, plan, how) {
    return {
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch of ${tag} is half done (${how}); another one would build on it`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `launch ${tag} again: it goes on where it stopped, or rolls back. Or start the workflow Roll back for ${tag}: it goes back, whatever became of the tag`,
    };
}


/***/ }),

/***/ 8481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ dnsStays),
/* harmony export */   ZS: () => (/* binding */ dnsFinding),
/* harmony export */   _d: () => (/* binding */ dnsBackSteps),
/* harmony export */   tZ: () => (/* binding */ dnsSteps),
/* harmony export */   u3: () => (/* binding */ dnsNotBack)
/* harmony export */ });
/* unused harmony exports changeId, backId */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _checks_dns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8811);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5795);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7556);
/* harmony import */ var _dns_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6838);
/* harmony import */ var _dns_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2837);
/* harmony import */ var _dns_records_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9886);
/* harmony import */ var _dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5481);
/* harmony import */ var _dns_way_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2827);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7589);
/* harmony import */ var _plan_references_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8027);














const pauseMs = 1000;
const changeId = ({ id }) => `dns-tls.dns-${id}`;
const backId = ({ id }) => `rollback.dns-${id}`;
/** The records of the plan, one change after the other; what stood there before is on record first. */
function dnsSteps({ dns }) {
    return dns.map((change) => ({
        id: changeId(change),
        run: (launch) => make(launch, change),
        holds: (launch) => (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .wayOf */ .VO)(launch.hosts.get(change.host), change)
            .wanted()
            .catch(() => false),
    }));
}
/** The other way round, before the old release is verified: only what this launch changed. */
function dnsBackSteps({ dns }, state) {
    return dns.toReversed().flatMap((change) => {
        const old = oldOf(state, change);
        if (old === null)
            return [];
        return [
            {
                id: backId(change),
                run: (launch) => takeBack(launch, change, old),
                async holds(launch) {
                    // What was left alone is looked at anew: it may be as before by now.
                    if (launch.state().steps.get(backId(change))?.status === "skipped")
                        return false;
                    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .wayOf */ .VO)(launch.hosts.get(change.host), change);
                    return way.now().then((now) => way.same(now, old), () => false);
                },
            },
        ];
    });
}
/** What stood there before this launch; null when it did not get to change it. */
function oldOf(state, change) {
    return state.steps.get(changeId(change))?.facts.old ?? null;
}
async function make(launch, change) {
    const host = launch.hosts.get(change.host);
    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .wayOf */ .VO)(host, change);
    const known = oldOf(launch.state(), change);
    if (await way.wanted()) {
        const where = await everywhere(launch, change, null);
        return known === null ? { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is so already${where}` } : { note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `done${where}` };
    }
    const now = await way.now();
    if (known !== null && way.whole && !way.same(now, known)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `somebody else changes ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change)}: it was ${way.shown(known)} when the launch began to change it, and is ${way.shown(now)} now`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `put one of the two there, and re-run the job; or let it roll back, which leaves it alone`,
        });
    }
    // Written once: after a try that was cut off, what stands there may be the launch's own.
    const old = known ?? now;
    await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old } });
    try {
        await way.change(old);
    }
    catch (error) {
        if (!(error instanceof _dns_way_js__WEBPACK_IMPORTED_MODULE_10__/* .Overtaken */ .c))
            throw error;
        // The server changed nothing, so there is nothing to take back.
        if (known === null)
            await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old: null } });
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `somebody else changed ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change)} in the same moment, and it was left alone: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error)}`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `look who it was, then re-run the job`,
        });
    }
    const where = await everywhere(launch, change, null);
    return {
        note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `was ${way.shown(old)}${where}${change.kind === "rfc2136" ? rememberedNote("records" in old ? old.records : []) : ""}`,
    };
}
async function takeBack(launch, change, old) {
    const host = launch.hosts.get(change.host);
    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .wayOf */ .VO)(host, change);
    const now = await way.now();
    if (way.same(now, old))
        return { note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is ${way.shown(old)}, as before the launch` };
    // What the team's tool left half done is the launch's own; once it was done, it is not.
    const ours = (await way.wanted()) || (!way.whole && launch.state().steps.get(changeId(change))?.status !== "done");
    if (!ours)
        return leftAlone(launch, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change)} was changed by somebody since and is LEFT AS IT IS: ${way.shown(now)}. Before the launch it was ${way.shown(old)}`);
    try {
        await way.back(old);
    }
    catch (error) {
        if (!(error instanceof _dns_way_js__WEBPACK_IMPORTED_MODULE_10__/* .Overtaken */ .c))
            throw error;
        return leftAlone(launch, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change)} was changed by somebody in this moment and is LEFT AS IT IS. Before the launch it was ${way.shown(old)}`);
    }
    const note = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${way.shown(old)} again`;
    if (!("records" in old))
        return { note };
    // A server that lags holds nobody's way back up: the primary has it, and the rest is told.
    const behind = await everywhere(launch, change, old.records).catch((error) => {
        if (launch.signal.aborted)
            throw error;
        return `; ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error)}`;
    });
    return { note: `${note}${behind}${change.kind === "rfc2136" ? rememberedNote((0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .wantedRecords */ .IH)(change)) : ""}` };
}
async function leftAlone(launch, text) {
    launch.log.warn(text);
    await launch.record({ kind: "note", text });
    return { skipped: true, note: text };
}
function rememberedNote(records) {
    const longest = Math.max(0, ...records.map(({ ttl }) => ttl));
    return longest === 0 ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `; others may remember what was there for ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(longest)}`;
}
/** Waits until every server has them (null: those of the plan); a note. Throws a UserError naming those that have not. */
async function everywhere(launch, change, records) {
    if (change.kind !== "rfc2136")
        return "";
    const host = launch.hosts.get(change.host);
    const servers = await serversOf(host, change);
    const wanted = records ?? (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .wantedRecords */ .IH)(change);
    for (const end = performance.now() + change.within * 1000;; await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseMs, undefined, { signal: launch.signal })) {
        const behind = await behindOf(host, change, servers, wanted);
        if (behind.length === 0)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `; on ${servers.length} server${servers.length === 1 ? "" : "s"}`;
        if (performance.now() >= end)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(behind.map((what) => ({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(change.within)} ${what}`,
                where: host.name,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `does that server get the zone from the primary (notify, transfer)?`,
            })));
    }
}
async function behindOf(host, change, servers, wanted) {
    const found = await Promise.all(servers.map(async (server) => {
        try {
            const { records } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAt */ .t5)(host, server, change);
            return (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .sameRecords */ .P0)(records, wanted)
                ? []
                : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .shownServer */ .Hl)(server)} has ${(0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .shownRecords */ .Kc)(records)} at ${change.name}`];
        }
        catch (error) {
            if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                return [(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error)];
            throw error;
        }
    }));
    return found.flat();
}
/** Every server of the zone, as the primary names them. */
async function serversOf(host, change) {
    if (change.servers !== undefined)
        return change.servers.map(_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .nameServer */ .B8);
    const found = await (0,_checks_dns_js__WEBPACK_IMPORTED_MODULE_1__/* .authoritative */ .Ke)(change.zone, askingFrom(host, (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .nameServer */ .B8)(change.server)));
    if ("problem" in found)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: found.problem,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `mend the zone, or name its servers in \`servers\``,
        });
    return found.map((address) => ({ name: address, port: 53 }));
}
/** The questions of `authoritative`, asked on the host: the primary first, for a name it does not know whoever the host asks. */
function askingFrom(host, server) {
    const fail = (code) => Object.assign(new Error(code), { code });
    const values = async (name, type) => {
        const { status, set } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .ask */ .kA)(host, server, name, type);
        if (set === null)
            throw fail(status === "NOERROR" ? "ENODATA" : status === "NXDOMAIN" ? "ENOTFOUND" : `E${status}`);
        return set.values.map((value) => value.replace(/\.$/, ""));
    };
    const addresses = (type) => async (name) => {
        const here = await values(name, type).catch(() => null);
        if (here !== null)
            return here;
        const { stdout } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_13__/* .script */ .K$)('getent "$1" "$2" | cut -d " " -f 1 | sort -u', [type === "A" ? "ahostsv4" : "ahostsv6", name], {
            timeoutSeconds: 30,
        }));
        const known = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::ffff:"));
        if (known.length === 0)
            throw fail("ENOTFOUND");
        return known;
    };
    const resolver = {
        resolveNs: (zone) => values(zone, "NS"),
        resolve4: addresses("A"),
        resolve6: addresses("AAAA"),
    };
    return resolver;
}
/** What can be known by day: the key may make each change, every server has what the primary has, and how long the old may be remembered. */
async function dnsFinding(plan, { hosts }) {
    if (plan.dns.length === 0)
        return [];
    const found = await Promise.all(plan.dns.map(async (change) => {
        const host = hosts.get(change.host);
        const { code } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_13__/* .script */ .K$)('for p; do command -v -- "$p" >/dev/null || exit 1; done', (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .programsOf */ .h2)(change), { timeoutSeconds: 30 }));
        // Named by the look at the programs.
        if (code !== 0)
            return { problems: [], note: "" };
        if (change.kind === "command")
            return { problems: await (0,_dns_command_js__WEBPACK_IMPORTED_MODULE_7__/* .byCommand */ .d)(host, change).problems(), note: (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change) };
        let note = "";
        const problems = await (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsFrom */ .PD)(async () => {
            const looked = await lookByDay(plan, host, change);
            note = looked.note;
            return looked.problems;
        });
        return { problems, note };
    }));
    return [
        {
            step: "prepare.dns",
            problems: found.flatMap(({ problems }) => problems),
            note: found.map(({ note }) => note).join("; "),
        },
    ];
}
async function lookByDay(plan, host, change) {
    const where = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${host.name}, dns ${change.id}`;
    const one = ({ what, mend }) => ({ what, where, mend });
    const key = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .keyProblem */ .dD)(host, change);
    const { records, absentFor } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAt */ .t5)(host, (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .nameServer */ .B8)(change.server), change);
    if (key !== null)
        return { problems: [one(key)], note: "" };
    const beside = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .besideAlias */ .b9)(host, change);
    if (beside.length > 0)
        return {
            problems: [
                one({
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${change.name} has ${beside.join(", ")} records, and an alias stands alone`,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `take them away first, or name the addresses instead of an alias`,
                }),
            ],
            note: "",
        };
    const refused = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .whyNot */ .OB)(host, change, records);
    if (refused !== null)
        return { problems: [one(refused)], note: "" };
    const servers = await serversOf(host, change);
    const behind = await behindOf(host, change, servers, records);
    const remembered = records.length === 0 ? absentFor : Math.max(...records.map(({ ttl }) => ttl));
    const left = secondsLeft(plan);
    const late = remembered > left
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) ` ⚠ longer than the ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(left)} from there to the window's end: lower the TTL at least ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(remembered)} before`
        : "";
    const note = (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .sameRecords */ .P0)(records, (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_8__/* .wantedRecords */ .IH)(change))
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${change.name} is so already`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_9__/* .becomes */ .h6)(change, records)}, remembered for ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(remembered)} after it changes${late}`;
    return {
        problems: behind.map((what) => one({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the servers of ${change.zone} do not agree today: ${what}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `a change would not reach that one either; mend its transfer`,
        })),
        note,
    };
}
/** From the planned change to the window's end. */
function secondsLeft({ window: { start, end, schedule } }) {
    const length = (0,_plan_references_js__WEBPACK_IMPORTED_MODULE_12__/* .minutesFrom */ .S)(start, end);
    const given = Object.fromEntries(Object.entries(schedule).map(([phase, time]) => [phase, (0,_plan_references_js__WEBPACK_IMPORTED_MODULE_12__/* .minutesFrom */ .S)(start, time)]));
    return (length - (0,_core_window_js__WEBPACK_IMPORTED_MODULE_5__/* .phaseOffsets */ .SA)(length, given)["dns-tls"]) * 60;
}
/** For the comment that tells of a rollback: changes that are not as they were. */
function dnsNotBack({ dns }, state) {
    const left = dns.flatMap((change) => state.steps.get(backId(change))?.status === "skipped" ? [state.steps.get(backId(change))?.note ?? ""] : []);
    return left.join(" ");
}
/** For a launch that a person ends by hand: what it changed stays, and is told. */
function dnsStays({ dns }, state) {
    return dns
        .filter((change) => oldOf(state, change) !== null && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_11__/* .begun */ .q1)(state, backId(change)))
        .map((change) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `DNS: ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTitle */ .tW)(change)} was begun by this launch and stays as it is now`);
}


/***/ })

};
