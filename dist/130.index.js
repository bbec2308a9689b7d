export const id = 130;
export const ids = [130];
export const modules = {

/***/ 2318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** Text from outside as Markdown that shows it as it is: no markup, no mentions, no links, one line. */
function plain(text, most = 300) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    const cut = line.length > most ? `${line.slice(0, most - 1)}…` : line;
    return cut
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/([\\`*_{}[\]()#+!|~$])/g, "\\$1")
        // GitHub looks for mentions and references after it has read the entities: a zero-width space parts them.
        .replaceAll("@", "&#64;&#8203;")
        .replaceAll(/\\#(?=\d)/g, "\\#&#8203;")
        .replaceAll(/\b(https?|www)(:\/\/|\.)/gi, "$1&#8203;$2");
}
/** Inline code that cannot be closed from inside. */
function code(text) {
    return `\`${text.replaceAll("`", "ʼ").replaceAll("|", "¦").replaceAll(/\s+/g, " ")}\``;
}


/***/ }),

/***/ 9480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xL: () => (/* binding */ marker),
  TZ: () => (/* binding */ noReturnOf),
  W: () => (/* binding */ pageTitle),
  Cf: () => (/* binding */ renderPage),
  qo: () => (/* binding */ stateLine),
  yG: () => (/* binding */ waitingTag)
});

// EXTERNAL MODULE: ./.build/js/core/approval.js
var approval = __webpack_require__(9003);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
;// CONCATENATED MODULE: ./.build/js/checklist/model.js
function lineState(state) {
    if (!state)
        return "waiting";
    if (state.status === "started")
        return "running";
    if (state.status === "failed")
        return state.facts.verdict === "inconclusive" || state.facts.verdict === "error" ? "inconclusive" : "failed";
    return state.status;
}

// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/core/window.js
var core_window = __webpack_require__(7556);
// EXTERNAL MODULE: ./.build/js/plan/references.js
var references = __webpack_require__(4794);
;// CONCATENATED MODULE: ./.build/js/checklist/times.js



/** Planned start of a phase as a clock time in the plan's zone, or null when it has none. */
function plannedStart(phase, { plan, window }) {
    const offset = plannedOffset(phase, { plan, window });
    return offset === null ? null : window.start.plus({ minutes: offset }).toFormat("HH:mm");
}
function plannedOffset(phase, { plan, window }) {
    const { start, schedule } = plan.window;
    const length = window.end.diff(window.start).as("minutes");
    const given = Object.fromEntries(Object.entries(schedule).map(([name, time]) => [name, (0,references/* minutesFrom */.S)(start, time)]));
    const offsets = (0,core_window/* phaseOffsets */.S)(length, given);
    if (phase === "isolate")
        return 0;
    if (phase === "backup" || phase === "deploy" || phase === "verify")
        return offsets[phase];
    return phase === "open" ? length : null;
}
function clock(iso, plan) {
    return luxon/* DateTime */.c9.fromISO(iso, { zone: plan.timezone }).toFormat("HH:mm:ss");
}

;// CONCATENATED MODULE: ./.build/js/checklist/timeline.js


/** Mermaid gantt: the phases as planned and, once they run, as they were. */
function timeline(page) {
    const { window, plan, phases, state } = page;
    const stamp = (time) => time.setZone(plan.timezone).toFormat("yyyy-MM-dd HH:mm:ss");
    const name = (text) => text.replaceAll(/[:;#,]/g, " ");
    const inWindow = phases.filter((phase) => plannedOffset(phase.id, page) !== null && phase.id !== "open");
    const planned = inWindow.flatMap((phase, index) => {
        const from = plannedOffset(phase.id, page) ?? 0;
        const following = inWindow[index + 1];
        const to = following ? (plannedOffset(following.id, page) ?? from) : window.end.diff(window.start).as("minutes");
        // Two phases that share a start are shown as the second.
        return to > from ? [`    ${name(phase.title)} :${stamp(window.start.plus({ minutes: from }))}, ${stamp(window.start.plus({ minutes: to }))}`] : [];
    });
    const actual = phases.flatMap((phase) => {
        const steps = phase.lines.flatMap((line) => state.steps.get(line.id) ?? []).filter((step) => step.status !== "skipped");
        if (phase.id === "prepare" || phase.id === "day-before" || steps.length === 0)
            return [];
        const from = steps.map((step) => step.startedAt).toSorted()[0] ?? "";
        const to = steps.map((step) => step.endedAt ?? step.startedAt).toSorted().at(-1) ?? from;
        const mark = steps.some((step) => step.status === "failed") ? "crit, " : steps.some((step) => step.status === "started") ? "active, " : "done, ";
        return [`    ${name(phase.title)} :${mark}${stamp(luxon/* DateTime */.c9.fromISO(from))}, ${stamp(luxon/* DateTime */.c9.fromISO(to))}`];
    });
    const forecast = forecastBars(page).map(({ title, from, to }) => `    ${name(title)} :${stamp(from)}, ${stamp(to)}`);
    const sections = [`    section ${page.messages.planned}`, ...planned, ...(forecast.length > 0 ? [`    section ${page.messages.forecast}`, ...forecast] : []), ...(actual.length > 0 ? [`    section ${page.messages.actual}`, ...actual] : [])];
    return ["```mermaid", "gantt", "    dateFormat YYYY-MM-DD HH:mm:ss", "    axisFormat %H:%M", ...sections, "```"].join("\n");
}
/** The phases as forecast, one after another: from the moment the page went up, or else from the window's start. */
function forecastBars({ state, phases, window }) {
    const forecast = state.steps.get("day-before.forecast")?.facts.forecast;
    const began = state.steps.get("isolate.on")?.startedAt;
    let at = began === undefined ? window.start : luxon/* DateTime */.c9.fromISO(began);
    return (forecast?.phases ?? []).map(({ id, seconds }) => {
        const from = at;
        at = at.plus({ seconds });
        return { title: phases.find((phase) => phase.id === id)?.title ?? id, from, to: at };
    });
}

;// CONCATENATED MODULE: ./.build/js/checklist/render.js







/** GitHub refuses a body beyond 65,536 characters. */
const mostCharacters = 65_000;
/** The issue's body: everything on it comes from the plan and the journal. */
function renderPage(page) {
    const whole = compose(page, 300);
    return whole.length <= mostCharacters ? whole : compose(page, 40).slice(0, mostCharacters);
}
/** Hidden in the body, to find the page of a launch again. */
function marker(release) {
    return `<!-- golive:release=${release} -->`;
}
/** Hidden in the body while the window waits for a comment: a hint at the tag, which whoever reads it looks up again. */
function waitingMarker(tag) {
    return `<!-- golive:waiting=${tag} -->`;
}
/** The tag of a page whose window waits for a comment, or null. */
function waitingTag(body) {
    return /^<!-- golive:release=\S+ -->\r?\n<!-- golive:waiting=(\S{1,100}) -->\r?\n/.exec(body)?.[1] ?? null;
}
function pageTitle(plan, release) {
    return `Go-live: ${plan.service} ${release.tag}`;
}
/** The first step whose undo is not free, from what the look before the window found. */
function noReturnOf(state, messages) {
    const found = state.steps.get("prepare.migrations")?.facts.noReturn;
    return messages.noReturn(found ?? null);
}
/** How the launch stands, in one line. */
function stateLine(state, messages) {
    const { states } = messages;
    const closed = state.maintenance?.state === "on" || ((0,journal_state/* touched */.FI)(state) && state.maintenance === null);
    if (state.ended?.outcome === "live")
        return states.live;
    if (state.ended?.outcome === "prepared")
        return states.prepared;
    if (state.ended?.outcome === "rolled-back")
        return states.rolledBack;
    if (state.ended?.outcome === "failed")
        return closed ? states.failedClosed : states.failedOpen;
    if ((0,journal_state/* begun */.q1)(state, "rollback.on") || (0,journal_state/* begun */.q1)(state, "rollback.stop"))
        return states.rollingBack;
    if ((0,journal_state/* begun */.q1)(state, "open.off"))
        return states.opening;
    if (closed)
        return states.closed;
    return state.waiting ? states.waiting : states.planned;
}
function compose(page, noteLength) {
    const { plan, messages, state, release } = page;
    const phases = page.phases.map((phase) => ({ ...phase, lines: phase.lines.filter((line) => !line.optional || state.steps.has(line.id)) }));
    const shown = phases.filter((phase) => phase.id !== "rollback" || phase.lines.some((line) => state.steps.has(line.id)));
    return [
        state.waiting ? `${marker(release.id)}\n${waitingMarker(release.tag)}` : marker(release.id),
        factsTable(page),
        timeline(page),
        ...shown.map((phase) => phaseSection(phase, page, noteLength)),
        ...(state.notes.length === 0 ? [] : [`### ${messages.record}\n\n${state.notes.map((note) => `- ${clock(note.at, plan)} ${(0,markdown/* plain */.p)(note.text, noteLength)}`).join("\n")}`]),
        `<sub>${messages.viewOnly}</sub>`,
    ].join("\n\n");
}
function factsTable({ plan, messages, state, release, window, runUrl }) {
    const { facts } = messages;
    const { unprotected, comment } = plan.approval;
    const comments = state.comments.map(({ id, at, by }) => `${(0,markdown/* plain */.p)(by)} · comment ${id} · ${clock(at, plan)}`);
    const rows = [
        [facts.state, `**${stateLine(state, messages)}**${state.ended ? ` — ${(0,markdown/* plain */.p)(state.ended.because)}` : ""}`],
        [facts.release, `${(0,markdown/* code */.a)(release.tag)} · ${(0,markdown/* code */.a)(release.commit.slice(0, 12))} · ${(0,markdown/* code */.a)(release.id)}`],
        [facts.window, `${window.start.toFormat("yyyy-MM-dd HH:mm")} – ${window.end.toFormat("HH:mm")} ${plan.timezone}`],
        [facts.run, `[${release.runId}](${runUrl}) · ${(0,markdown/* plain */.p)(release.actor)}`],
        ...(state.waiting && comment ? [[facts.approve, `${messages.howToApprove((0,markdown/* code */.a)((0,approval/* approvalText */.zP)(release.digest)), (0,markdown/* plain */.p)(release.actor))} ${messages.mayApprove} ${comment.approvers.map((login) => (0,markdown/* plain */.p)(login)).join(", ")}.`]] : []),
        ...(state.approvedBy.length > 0 ? [[facts.approved, comments.length > 0 ? comments.join("; ") : state.approvedBy.map((name) => (0,markdown/* plain */.p)(name)).join(", ")]] : []),
        ...(unprotected ? [[comment ? facts.unprotectedRollback : facts.unprotected, `${(0,markdown/* plain */.p)(unprotected.by)}: ${(0,markdown/* plain */.p)(unprotected.because)}`]] : []),
        [facts.pointOfNoReturn, noReturnOf(state, messages)],
        [facts.digest, (0,markdown/* code */.a)(release.digest.slice(0, 16))],
        ...(state.maintenance ? [[facts.maintenance, `${messages.pages[state.maintenance.state]} ${clock(state.maintenance.at, plan)} — ${(0,markdown/* plain */.p)(state.maintenance.because)}`]] : []),
    ];
    return `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`;
}
function phaseSection(phase, page, noteLength) {
    const planned = plannedStart(phase.id, page);
    const done = phase.lines.filter((line) => ["done", "skipped"].includes(lineState(page.state.steps.get(line.id)))).length;
    const head = `### ${phase.title} · ${done}/${phase.lines.length}${planned === null ? "" : ` · ${page.messages.planned} ${planned}`}`;
    return `${head}\n\n${phase.lines.map((line) => lineText(line, page.state.steps.get(line.id), page, noteLength)).join("\n")}`;
}
function lineText(line, step, { plan, messages }, noteLength) {
    const title = (0,markdown/* plain */.p)(line.title);
    const note = step?.note ? ` — ${(0,markdown/* plain */.p)(step.note, noteLength)}` : "";
    const took = step?.seconds === undefined ? "" : ` · ${(0,duration/* showDuration */.k)(step.seconds)}`;
    const log = typeof step?.facts.log === "string" ? `<br>${messages.allItSaid} ${(0,markdown/* code */.a)(step.facts.log)}` : "";
    const at = step?.endedAt ? ` · ${clock(step.endedAt, plan)}` : "";
    switch (lineState(step)) {
        case "waiting":
            return `- [ ] ${title}`;
        case "running":
            return `- [ ] ⏳ ${title} · ${messages.since} ${clock(step?.startedAt ?? "", plan)}`;
        case "done":
            return `- [x] ${title}${note}${took}${at}`;
        case "skipped":
            return `- [x] ➖ ${title} — ${messages.skipped}${step?.note ? `: ${(0,markdown/* plain */.p)(step.note, noteLength)}` : ""}${at}`;
        case "failed":
            return `- [ ] ❌ **${title}**${note}${took}${at}${log}`;
        case "inconclusive":
            return `- [ ] ❔ **${title}**${note}${took}${at}`;
    }
}


/***/ }),

/***/ 9003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ approveWord),
/* harmony export */   cW: () => (/* binding */ meansApproval),
/* harmony export */   fG: () => (/* binding */ whyRefused),
/* harmony export */   zP: () => (/* binding */ approvalText)
/* harmony export */ });
/** Beginning of the comment that approves a window. */
const approveWord = "/approve";
/** What an approver writes: the word and the first 16 hex digits of the plan's digest. */
function approvalText(digest) {
    return `${approveWord} ${digest.slice(0, 16)}`;
}
/** Whether a comment is meant as an approval at all, rightly written or not. */
function meansApproval(body) {
    return new RegExp(`^\\s*${approveWord}(\\s|$)`).test(body);
}
/** Why a comment does not approve the window, in words for its author; null when it does. */
function whyRefused(said, wanted) {
    const { recorded } = wanted;
    const is = (login) => login.toLowerCase() === said.author.toLowerCase();
    if (said.issue !== recorded.issue)
        return "it is not on the checklist of the launch that was opened last";
    if (!wanted.issueOpen)
        return "the checklist is closed; reopen it, or start the launch again";
    if (!said.byHand)
        return "it was posted by a bot or an app; an approver has to write it by hand";
    if (!wanted.approvers.some(is))
        return "its author is not among the approvers of the plan (approval.comment.approvers)";
    if (wanted.starters.some(is))
        return "its author started this launch; somebody else has to approve it";
    if (!["admin", "maintain", "write"].includes(said.permission))
        return "its author may not write to this repository";
    if (said.createdAt !== said.updatedAt)
        return "it was edited after it was posted; write a new one";
    if (wanted.used.includes(said.id))
        return "it was used already; each approval counts once";
    if (recorded.tag !== wanted.tag)
        return "the launch that was opened last is of another tag";
    if (recorded.digest !== wanted.digest)
        return "the tag or the plan has changed since this launch was opened; start a new launch, so that an approver sees what has changed";
    const text = approvalText(wanted.digest);
    if (said.body.trim() !== text)
        return /^\/approve [0-9a-f]{16}$/.test(said.body.trim()) ? "it names another plan digest than this launch has" : `it has to be exactly \`${text}\`, alone in the comment`;
    if (!(Date.parse(said.createdAt) >= Date.parse(wanted.openedAt)))
        return "it is older than the run that opened this launch";
    if (!wanted.waiting)
        return "this launch does not wait for an approval now; the checklist says how it stands";
    return null;
}


/***/ }),

/***/ 7331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   qH: () => (/* binding */ tagProblem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Safe in file names, database names (with a short prefix) and Markdown. */
function releaseId(tag, runId) {
    return `${tag.replaceAll(/[^A-Za-z0-9._-]/g, "-").slice(0, 40)}-${runId}`;
}
/** sha256 over the plan's text and the commit; what an approval is bound to. */
function planDigest(planText, commit) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(`${commit}\n`).update(planText).digest("hex");
}
/**
 * Why a tag's name cannot be used, or null. Git allows more, but a launch takes only names that read the same
 * in a shell, a URL, a path and Markdown.
 */
function tagProblem(tag) {
    if (tag.trim() === "")
        return "the tag is empty";
    if (!/^[A-Za-z0-9][A-Za-z0-9._+/-]*$/.test(tag))
        return "the tag may hold letters, digits and . _ + / - only, and starts with a letter or digit";
    if (tag.includes("..") || tag.includes("//") || tag.endsWith("/") || tag.endsWith(".") || tag.endsWith(".lock"))
        return "this is not a name that git accepts for a tag";
    if (tag.length > 100)
        return "the tag is longer than 100 characters";
    return null;
}


/***/ }),

/***/ 7556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ currentOrNextWindow),
/* harmony export */   S: () => (/* binding */ phaseOffsets)
/* harmony export */ });

/**
 * The window that is open at `now`, or else the next one, in the given IANA zone. Times that a daylight-saving
 * change skips move forward as the clocks do, and one that comes twice is the first; `end` at or before `start` is on the
 * following day. A window that lies in the hour that is skipped does not take place that day.
 */
function currentOrNextWindow(plan, zone, now) {
    const today = now.setZone(zone).startOf("day");
    for (const day of [-1, 0, 1, 2, 3]) {
        const date = today.plus({ days: day });
        const start = at(date, plan.start);
        const end = plan.end > plan.start ? at(date, plan.end) : at(date.plus({ days: 1 }), plan.end);
        if (end > now && end > start)
            return { start, end };
    }
    throw new Error("no window within three days");
}
/** Planned starts of the phases, in minutes from the window's start; those the plan leaves out in the usual proportions. */
function phaseOffsets(lengthMinutes, planned) {
    const backup = planned.backup ?? 0;
    const deploy = planned.deploy ?? Math.max(backup, Math.round(lengthMinutes / 8));
    const verify = planned.verify ?? Math.max(deploy, Math.round((lengthMinutes * 5) / 8));
    return { backup, deploy, verify };
}
function at(date, time) {
    return date.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) });
}


/***/ }),

/***/ 2981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   Ry: () => (/* binding */ findIssue),
/* harmony export */   YZ: () => (/* binding */ openIssue),
/* harmony export */   lN: () => (/* binding */ checklistLabel),
/* harmony export */   tt: () => (/* binding */ updateIssue)
/* harmony export */ });
const checklistLabel = "golive";
async function openIssue({ octokit, owner, repo }, title, body) {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [checklistLabel] });
    return data.number;
}
/** The open checklist that carries a marker, written by whoever this token is; 0 when there is none. */
async function findIssue({ octokit, owner, repo }, marker) {
    const { data } = await octokit.rest.issues.listForRepo({ owner, repo, labels: checklistLabel, state: "open", per_page: 20 });
    return data.find((issue) => issue.user?.type === "Bot" && issue.body?.startsWith(marker))?.number ?? 0;
}
/** `patience` in seconds: one try within that time, for a write that must not hold anything up. */
async function updateIssue({ octokit, owner, repo }, issue, change, patience) {
    const request = patience === undefined ? {} : { request: { retries: 0, signal: AbortSignal.timeout(patience * 1000) } };
    await octokit.rest.issues.update({ owner, repo, issue_number: issue, ...change, ...request });
}
async function comment({ octokit, owner, repo }, issue, body) {
    return (await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body })).data.id;
}


/***/ }),

/***/ 7589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ touched),
/* harmony export */   JF: () => (/* binding */ latestRelease),
/* harmony export */   K2: () => (/* binding */ next),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   p$: () => (/* binding */ emptyState),
/* harmony export */   q1: () => (/* binding */ begun)
/* harmony export */ });
const emptyState = { release: null, steps: new Map(), approvedBy: [], comments: [], waiting: false, maintenance: null, reopened: 0, openedAfterMigration: false, recalled: null, overridden: null, notes: [], ended: null };
function stateOf(entries, release) {
    return entries.filter((entry) => entry.release === release).reduce(next, emptyState);
}
/** The release whose launch was opened last, ended or not. */
function latestRelease(entries) {
    return entries.findLast((entry) => entry.kind === "opened")?.release ?? null;
}
function next(state, entry) {
    switch (entry.kind) {
        default:
            // Of a newer golive: its own to read.
            return state;
        case "opened":
            return { ...state, release: entry.opened, waiting: false, ended: null };
        case "approved":
            return {
                ...state,
                approvedBy: [...new Set([...state.approvedBy, ...entry.by])],
                comments: entry.comment ? [...state.comments, { ...entry.comment, by: entry.by.join(", "), run: entry.run.id }] : state.comments,
                waiting: false,
            };
        case "waiting":
            return { ...state, waiting: true };
        case "maintenance":
            return { ...state, maintenance: { state: entry.state, because: entry.because, at: entry.at } };
        case "reopened": {
            const migrated = [...state.steps].some(([id, step]) => id.startsWith("deploy.migrate@") && step.facts.migrated === true);
            const stale = (id) => id.startsWith("isolate.") || (!migrated && id.startsWith("backup."));
            return {
                ...state,
                steps: new Map([...state.steps].filter(([id]) => !stale(id) || id === "isolate.on")),
                reopened: state.reopened + 1,
                openedAfterMigration: state.openedAfterMigration || migrated,
                notes: [...state.notes, { at: entry.at, text: entry.how }],
            };
        }
        case "recalled":
            return { ...state, recalled: { by: entry.by, because: entry.because }, notes: [...state.notes, { at: entry.at, text: `${entry.by.join(", ") || "nobody had to approve it"}: back to the release before, because ${entry.because}` }] };
        case "overridden":
            return { ...state, overridden: { by: entry.by, because: entry.because }, notes: [...state.notes, { at: entry.at, text: `${entry.by} takes on that the window is not kept to, because ${entry.because}` }] };
        case "note":
            return { ...state, notes: [...state.notes, { at: entry.at, text: entry.text }] };
        case "ended":
            return { ...state, waiting: false, ended: { outcome: entry.outcome, because: entry.because, at: entry.at } };
        case "step": {
            const before = state.steps.get(entry.step);
            const steps = new Map(state.steps).set(entry.step, {
                status: entry.status,
                startedAt: entry.status === "started" ? entry.at : (before?.startedAt ?? entry.at),
                ...(entry.status === "started" ? {} : { endedAt: entry.at }),
                ...(entry.seconds === undefined ? {} : { seconds: entry.seconds }),
                ...(entry.note === undefined ? {} : { note: entry.note }),
                facts: { ...before?.facts, ...entry.facts },
            });
            return { ...state, steps };
        }
    }
}
/** Whether a step was ever begun; what it did may be half done. */
function begun(state, step) {
    return [...state.steps].some(([id, { status }]) => (id === step || id.startsWith(`${step}@`)) && status !== "skipped");
}
/** Whether anything that visitors or data could notice was begun. */
function touched(state) {
    return begun(state, "isolate.on");
}


/***/ })

};
