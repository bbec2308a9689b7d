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
        : { kind: "early", approveFrom: opens.minus({ seconds: waitAtMost }) };
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
/* harmony export */   Z: () => (/* binding */ talkAfter),
/* harmony export */   r: () => (/* binding */ commentsAfter)
/* harmony export */ });
/** People's comments on an issue that were posted after the one with this id, oldest first. */
async function commentsAfter(github, issue, after) {
    return (await talkAfter(github, issue, after)).people;
}
/** All that was posted after the comment with this id, oldest first: by people, and the bodies of the suite's own. */
async function talkAfter({ octokit, owner, repo }, issue, after) {
    const all = (await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 })).filter(({ id }) => id > after);
    return {
        people: all
            .filter(({ user, performed_via_github_app: app }) => user?.type === "User" && !app)
            .map(({ id, user, body, created_at, updated_at }) => ({
            id,
            author: user?.login ?? "",
            body: body ?? "",
            at: created_at,
            edited: created_at !== updated_at,
        })),
        own: all.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
    };
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


/***/ }),

/***/ 67:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ askPeople)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
/* harmony import */ var _core_permission_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6127);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _github_comments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3238);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2981);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1921);







/** Asks people on the checklist, and waits. Null when none of them answered in time, or nobody could be asked. */
async function askPeople({ github, release, plan, log, signal }, { who, text, answers, atMost, everySeconds = 10 }) {
    const until = luxon__WEBPACK_IMPORTED_MODULE_3__/* .DateTime */ .c9.now().plus({ seconds: atMost });
    const asked = await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_4__/* .comment */ .Im)(github, release.issue, `${who.join(" ")}: ${text(until.setZone(plan.timezone).toFormat("HH:mm:ss"))}`).catch((error) => {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `Nobody could be asked: ${error.message}`);
        return null;
    });
    const told = new Set();
    /** Looked up when the answer is used. One that cannot be looked up now is looked at again. */
    const counts = async (author) => {
        const permission = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionOf */ .Fp)(github, author).catch(() => null);
        if (permission !== null && (0,_core_permission_js__WEBPACK_IMPORTED_MODULE_5__/* .mayWrite */ .J)(permission))
            return true;
        if (permission === null || told.has(author))
            return false;
        told.add(author);
        const why = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${author} may not write to the repository (${permission}), so this answer does not count`;
        log.warn(why);
        await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_4__/* .comment */ .Im)(github, release.issue, `${why}.`).catch(() => { });
        return false;
    };
    while (asked !== null && luxon__WEBPACK_IMPORTED_MODULE_3__/* .DateTime */ .c9.now() < until && !signal.aborted) {
        for (const { author, body, edited } of await (0,_github_comments_js__WEBPACK_IMPORTED_MODULE_6__/* .commentsAfter */ .r)(github, release.issue, asked).catch(() => [])) {
            // One that was changed afterwards is nobody's word.
            const [answer] = Object.entries(answers).find(([, words]) => words.test(body)) ?? [];
            const named = who.some((one) => one.slice(1).toLowerCase() === author.toLowerCase());
            if (answer !== undefined && !edited && named && (await counts(author)))
                return { answer, by: author };
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, {
            signal,
        }).catch(() => { });
    }
    return null;
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
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(launch.state()))
        return;
    const { overridden } = launch.state();
    if (overridden !== null) {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
        return;
    }
    const window = windowOf(launch);
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(time.setZone(plan.timezone));
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `start the workflow again; if it has to be now, with \`override\` and the reason`;
    for (;;) {
        const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .gateAt */ .De)(window, luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_6__/* .forecastOf */ .DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return;
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
        answers: { on: /^\s*golive go on\s*$/i, back: /^\s*golive go back\s*$/i },
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
