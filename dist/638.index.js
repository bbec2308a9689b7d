export const id = 638;
export const ids = [638];
export const modules = {

/***/ 9921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keepEvidence),
/* harmony export */   n: () => (/* binding */ writeEvidence)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6436);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1986);






function evidenceOf(launch, feedback) {
    const { plan, release } = launch;
    const state = launch.state();
    const backedUp = (state.steps.get("backup.manifest") ?? state.steps.get("backup.cluster"))?.status === "done";
    const watched = state.steps.get("watch.watch")?.facts["totals"] ?? null;
    return {
        service: plan.service,
        tag: release.tag,
        commit: release.commit,
        digest: release.digest,
        policyCommit: state.plan?.policy ?? null,
        release: release.id,
        issue: release.issue,
        startedBy: release.actor,
        approvedBy: state.approvedBy,
        approvals: state.comments,
        overridden: state.overridden,
        recalled: state.recalled,
        outcome: state.ended?.outcome ?? null,
        because: state.ended?.because ?? null,
        endedAt: state.ended?.at ?? null,
        backupManifestSha256: backedUp ? (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestHash */ .wj)(launch) : null,
        steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({
            id,
            status,
            startedAt,
            endedAt: endedAt ?? null,
            ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }),
            ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }),
        })),
        // What people typed stays where they typed it.
        scenarios: [...state.scenarios.values()].map(({ note: _, ...word }) => word),
        incidents: state.incidents,
        watch: watched,
        promised: plan.watch?.slo ?? null,
        feedback: feedback?.numbers ?? null,
    };
}
/** The evidence of a launch, kept on the control host: an artifact ends after some weeks, and the record of who answered for what should not. */
async function keepEvidence(launch, feedback = null) {
    const { control } = launch.plan;
    const evidence = evidenceOf(launch, feedback);
    await launch.hosts
        .get(control.host)
        .run((0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileCommand */ .$Q)(`${control.directory}/evidence-${launch.release.id}.json`, textOf(evidence), "600"))
        .catch((error) => launch.log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The evidence could not be kept on the control host: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}`));
    return evidence;
}
/** For the job's next step; returns its path. */
async function writeEvidence(directory, evidence) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "evidence.json");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, textOf(evidence));
    return file;
}
function textOf(evidence) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}


/***/ }),

/***/ 3581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ wantedOf),
/* harmony export */   p$: () => (/* binding */ openedLaunch),
/* harmony export */   u7: () => (/* binding */ lastLaunch)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _find_launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(207);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6970);





/** The launch of a tag (or `#12`, its checklist) that visitors could notice, whatever became of it but a way back that is through. */
async function openedLaunch(context, tagOrIssue) {
    const opened = await lastLaunch(context, wantedOf(tagOrIssue));
    const { release, plan } = opened.launch;
    const state = opened.launch.state();
    const where = `${plan.control.host}:${plan.control.directory}`;
    try {
        if (state.ended?.outcome === "rolled-back")
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                code: "rolled-back-already",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${release.tag} was rolled back already`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `nothing is left to do; \`golive status\` says how it stands`,
            });
        if (!(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                code: "nothing-to-take-back",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the launch of ${release.tag} changed nothing`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `nothing has to be taken back; \`golive status\` says how it stands`,
            });
        return opened;
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
function wantedOf(tagOrIssue) {
    const number = /^#([1-9]\d{0,9})$/.exec(tagOrIssue.trim())?.[1];
    return number === undefined ? { tag: tagOrIssue } : { issue: Number(number) };
}
/** The last launch as its record has it, with its own plan. What became otherwise since is told, and on the checklist. */
async function lastLaunch(context, wanted) {
    const { plan, release, entries, told } = await (0,_find_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .findLaunch */ .j)(context, wanted);
    const reached = await (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .reach */ .gl)(plan, context);
    try {
        const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .launchOf */ .v4)(context, plan, release, reached, entries);
        for (const text of told) {
            context.log.warn(text);
            if (!launch.state().notes.some((note) => note.text === text))
                await launch.record({ kind: "note", text });
        }
        return { launch, reached, close: () => launch.close() };
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}


/***/ }),

/***/ 2383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ closeWithReport),
  S: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checklist/chart.js
var chart = __webpack_require__(8667);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/github/comments.js
var comments = __webpack_require__(3238);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/stages/evidence.js
var stages_evidence = __webpack_require__(9921);
// EXTERNAL MODULE: ./.build/js/checks/ask-json.js
var ask_json = __webpack_require__(5128);
// EXTERNAL MODULE: ./.build/js/core/json-path.js
var json_path = __webpack_require__(2044);
;// CONCATENATED MODULE: ./.build/js/stages/feedback.js


/** Asked once, for the report. Null when the plan names no totals. */
async function feedbackTotals({ plan, hosts }) {
    const totals = plan.watch?.feedback?.totals;
    if (totals === undefined)
        return null;
    const answer = await (0,ask_json/* askerOf */.YX)(new URL(totals.url).host, totals, { hosts, plan })("");
    if ("trouble" in answer)
        return { numbers: totals.numbers.map(({ title }) => ({ title, value: null })), trouble: answer.trouble.evidence };
    return { numbers: totals.numbers.map(({ title, path }) => ({ title, value: numberAt(answer.json, path) })) };
}
/** A list counts by its length: some services give the answers and no total. */
function numberAt(json, path) {
    const value = (0,json_path/* valueAt */.f)(json, path);
    if (Array.isArray(value))
        return value.length;
    return typeof value === "number" && Number.isFinite(value) ? value : null;
}

// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
;// CONCATENATED MODULE: ./.build/js/stages/report.js









/** The end of a launch that stayed live: what was promised and what was, and the checklist is closed. */
async function report(context, tag) {
    const { launch, close } = await (0,opened_launch/* openedLaunch */.p$)(context, tag);
    try {
        return await closeWithReport(launch);
    }
    finally {
        await close();
    }
}
/** The last word on a launch that stayed live, once, and the checklist is closed. */
async function closeWithReport(launch) {
    const { github, release } = launch;
    const feedback = await feedbackTotals(launch);
    const text = reportText(launch, feedback);
    const evidence = await (0,stages_evidence/* keepEvidence */.N)(launch, feedback);
    if (launch.state().steps.get("watch.report")?.status !== "done") {
        // One that was cut off between the two knows it by its heading.
        const [heading = ""] = text.split("\n");
        const { own } = await (0,comments/* talkAfter */.Zt)(github, release.issue, 0);
        if (!own.some((body) => body.startsWith(`${heading}\n`)))
            await (0,issue/* comment */.Im)(github, release.issue, text);
        await launch.record({ kind: "step", step: "watch.report", status: "done" });
    }
    launch.view.changed();
    await launch.view.flush();
    await (0,issue/* updateIssue */.tt)(github, release.issue, { state: "closed", state_reason: "completed" });
    return { text, evidence };
}
function reportText(launch, feedback) {
    const { plan, release, messages } = launch;
    const state = launch.state();
    const { totals } = (state.steps.get("watch.watch")?.facts ?? {});
    const slo = plan.watch?.slo ?? { availability: 99.9, latency: 99 };
    const rows = [];
    const promised = (name, { bad, all }, percent) => {
        if (all === 0)
            return;
        const budget = all * (1 - percent / 100);
        rows.push([
            name,
            `${(0,figures/* figure */.vP)(100 * (1 - bad / all))} % (${messages.watch.promised((0,figures/* figure */.vP)(percent))}) · ${messages.watch.budget(bad, all, budget === 0 ? 0 : Math.round((100 * bad) / budget))}`,
        ]);
    };
    if (totals) {
        promised(messages.watch.answered, totals.traffic, slo.availability);
        promised(messages.watch.inTime, totals.latency, slo.latency);
        promised(messages.watch.own, totals.probes, slo.availability);
    }
    const { forecastSeconds, actualSeconds } = state.steps.get("after.forecast")?.facts ?? {};
    if (typeof forecastSeconds === "number" && typeof actualSeconds === "number")
        rows.push([
            messages.watch.siteClosed,
            `${(0,figures/* showDuration */.kJ)(actualSeconds)} (${messages.forecast} ${(0,figures/* showDuration */.kJ)(forecastSeconds)})`,
        ]);
    rows.push([
        messages.watch.incidents,
        state.incidents.length === 0
            ? messages.watch.none
            : state.incidents
                .map(({ at, change, what }) => `${(0,figures/* dayAndTime */.X_)(luxon/* DateTime */.c9.fromISO(at, { zone: plan.timezone }))} ${messages.watch.changes[change]}${what.length > 0 ? `: ${(0,markdown/* plain */.p)(what.join("; "))}` : ""}`)
                .join("<br>"),
    ]);
    if (feedback !== null)
        rows.push([
            messages.watch.said,
            `${feedback.numbers.map(({ title, value }) => `${(0,markdown/* plain */.p)(title)}: ${value === null ? messages.watch.notKnown : (0,figures/* figure */.vP)(value)}`).join("; ")}${feedback.trouble === undefined ? "" : ` (${(0,markdown/* plain */.p)(feedback.trouble)})`}`,
        ]);
    return [
        `## ${messages.watch.title((0,markdown/* plain */.p)(plan.service), (0,markdown/* plain */.p)(release.tag))}`,
        `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`,
        ...(0,chart/* courseCharts */.f)(state.course, plan, messages),
        ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback.url}`]),
        `<sub>${(0,markdown/* code */.a)(release.id)} · ${(0,markdown/* code */.a)(release.digest.slice(0, 16))}</sub>`,
    ].join("\n\n");
}


/***/ }),

/***/ 9638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a_: () => (/* binding */ endIncident),
  wB: () => (/* binding */ watch)
});

// UNUSED EXPORTS: watchLaunch

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/checklist/chart.js
var chart = __webpack_require__(8667);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/checks/ask-json.js
var ask_json = __webpack_require__(5128);
// EXTERNAL MODULE: ./.build/js/checks/prometheus.js
var checks_prometheus = __webpack_require__(7986);
// EXTERNAL MODULE: ./.build/js/checks/telegram-bot.js
var telegram_bot = __webpack_require__(4845);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/core/wilson.js
var wilson = __webpack_require__(7720);
;// CONCATENATED MODULE: ./.build/js/core/watch.js


const second = 1000;
const minute = 60 * second;
const bucketMs = 30 * second;
const oldBucketMs = 5 * minute;
/** Burn rates of Google's SRE workbook: 14.4 spends two percent of a month's budget in an hour, 6 five percent in six. */
const fast = { burn: 14.4, short: 5 * minute, long: 60 * minute };
const slow = { burn: 6, short: 30 * minute, long: 360 * minute };
/** Looked at 120 times and more an hour, one in twenty would come every few minutes. At 99.9 % one-sided, and with three polls in a row, it does not. */
const z = 3.09;
/** Fewer bad requests than this are an accident. */
const leastBad = 4;
const inARow = 3;
/** With fewer, a poll without a bad one says little. */
const telling = 10;
/** After something bad was seen it is looked at more closely for so long. */
const suspicionMs = minute;
const watch_close = { every: 10, probes: 20 };
const greenMs = 10 * minute;
/** As many polls in which nothing could be asked for are an incident: nobody sees whether it works. */
const mostBlind = 5;
const none = { traffic: 0, latency: 0, probes: 0, units: 0, bot: 0 };
function watchBegins(at) {
    return {
        begun: at,
        recent: [],
        old: [],
        hot: none,
        good: none,
        blind: 0,
        suspectedAt: null,
        lastBadAt: null,
        incident: null,
        sev1: null,
    };
}
/** What people call a signal. */
function signalName(signal) {
    return (0,core_text/* inWords */.r4)({
        traffic: (0,core_text/* msg */.ab) `requests`,
        latency: (0,core_text/* msg */.ab) `requests in time`,
        probes: (0,core_text/* msg */.ab) `own requests`,
        units: (0,core_text/* msg */.ab) `units`,
        bot: (0,core_text/* msg */.ab) `bot`,
    }[signal]);
}
/** What a counter went up by. One that is lower than before was started anew, from nothing. */
function increase(before, now) {
    if (before === null || now === null)
        return null;
    return now >= before ? now - before : now;
}
function observe(before, poll, settings) {
    const state = add(before, poll);
    const promised = { traffic: settings.availability, probes: settings.availability, latency: settings.latency };
    const hot = { ...state.hot };
    const good = { ...state.good };
    const signals = {};
    const burning = [];
    for (const signal of ["traffic", "latency", "probes"]) {
        const asked = poll[signal];
        if (asked === undefined)
            continue;
        const promise = 1 - promised[signal];
        const near = within(state, signal, poll.at, fast.short);
        const far = within(state, signal, poll.at, fast.long);
        const tooMany = (count, limit) => count.bad >= leastBad && (0,wilson/* wilson */.r)(count.bad, count.all, z).low > limit;
        const limit = Math.min(fast.burn * promise, 0.5);
        const bad = tooMany(near, limit) && far.bad / far.all > limit;
        if (asked !== null && asked.all > 0) {
            // What came before is in the window for minutes; a row is made of polls that were bad themselves.
            if (asked.bad / asked.all > limit)
                good[signal] = 0;
            else if (asked.bad > 0 || asked.all >= telling)
                good[signal]++;
            if (!bad || good[signal] >= 2)
                hot[signal] = 0;
            else if (asked.bad / asked.all > limit)
                hot[signal]++;
        }
        const slowly = tooMany(within(state, signal, poll.at, slow.short), slow.burn * promise) &&
            tooMany(within(state, signal, poll.at, slow.long), slow.burn * promise);
        if (bad || slowly)
            burning.push((0,core_text.t) `${signalName(signal)}: ${near.bad} of ${near.all} bad in ${Math.round(fast.short / minute)} min`);
        signals[signal] =
            bad || slowly
                ? "fail"
                : asked === null
                    ? "error"
                    : near.all > 0 && (0,wilson/* wilson */.r)(far.bad, far.all).high < limit
                        ? "pass"
                        : "inconclusive";
    }
    for (const signal of ["units", "bot"]) {
        const asked = poll[signal];
        if (asked === undefined)
            continue;
        if (asked !== null)
            hot[signal] = asked ? 0 : hot[signal] + 1;
        if (hot[signal] >= inARow)
            burning.push(signal === "units" ? (0,core_text.t) `a unit of the service does not run` : (0,core_text.t) `the bot is not well`);
        signals[signal] = asked === null ? "error" : asked ? "pass" : "fail";
    }
    const asked = [poll.traffic, poll.latency, poll.probes, poll.units, poll.bot].filter((one) => one !== undefined);
    const blind = asked.some((one) => one !== null) ? 0 : state.blind + 1;
    if (blind >= mostBlind)
        burning.push((0,core_text.t) `nothing could be asked for, ${blind} {0:time|times|times} in a row`);
    const severe = ["traffic", "latency", "probes", "units"].filter((signal) => hot[signal] >= inARow);
    const sawBad = burning.length > 0 ||
        [poll.traffic, poll.latency, poll.probes].some((one) => one !== undefined && one !== null && one.bad > 0) ||
        poll.units === false ||
        poll.bot === false;
    const suspectedAt = sawBad ? poll.at : state.suspectedAt;
    const lastBadAt = burning.length > 0 ? poll.at : state.lastBadAt;
    const incident = incidentAfter(state, burning, poll.at, lastBadAt);
    const sev1 = state.sev1 ?? (severe.length > 0 ? { since: poll.at, what: burning } : null);
    const change = state.sev1 === null && sev1 !== null
        ? "sev1"
        : incident !== null && state.incident === null
            ? "opened"
            : incident === null && state.incident !== null
                ? "closed"
                : incident !== state.incident
                    ? "changed"
                    : null;
    const verdict = total(Object.values(signals));
    const suspicious = suspectedAt !== null && poll.at - suspectedAt <= suspicionMs;
    return {
        state: { ...state, hot, good, blind, suspectedAt, lastBadAt, incident, sev1 },
        verdict: verdict === "pass" && incident !== null ? "inconclusive" : verdict,
        signals,
        change,
        next: suspicious
            ? { inSeconds: Math.min(watch_close.every, settings.every), probes: Math.max(watch_close.probes, settings.probes) }
            : { inSeconds: settings.every, probes: settings.probes },
    };
}
/** Bad and all of a signal in the time before `at`, as far as the watch goes back. */
function within(state, signal, at, ms) {
    const from = at - ms;
    let [bad, all] = [0, 0];
    for (const bucket of ms > fast.long ? [...state.old, ...state.recent] : state.recent) {
        if (bucket.at <= from)
            continue;
        bad += bucket[signal][0];
        all += bucket[signal][1];
    }
    return { bad, all };
}
function incidentAfter({ incident }, burning, at, lastBadAt) {
    if (burning.length === 0)
        return incident !== null && lastBadAt !== null && at - lastBadAt >= greenMs ? null : incident;
    if (incident === null)
        return { since: at, what: burning };
    // Numbers go up and down; what is new is another signal.
    const kinds = (what) => what
        .map((one) => one.replace(/[:,].*$/, ""))
        .toSorted()
        .join();
    return kinds(incident.what) === kinds(burning) ? incident : { since: incident.since, what: burning };
}
function add(state, poll) {
    const recent = state.recent.map((bucket) => ({ ...bucket }));
    const start = poll.at - (poll.at % bucketMs);
    let bucket = recent.at(-1);
    if (bucket === undefined || bucket.at < start) {
        bucket = { at: start, traffic: [0, 0], latency: [0, 0], probes: [0, 0] };
        recent.push(bucket);
    }
    for (const signal of ["traffic", "latency", "probes"]) {
        const seen = poll[signal];
        if (seen)
            bucket[signal] = [bucket[signal][0] + seen.bad, bucket[signal][1] + seen.all];
    }
    const old = state.old.map((one) => ({ ...one }));
    while (recent[0] !== undefined && recent[0].at <= poll.at - fast.long) {
        const gone = recent.shift();
        if (gone === undefined)
            break;
        const at = gone.at - (gone.at % oldBucketMs);
        let into = old.at(-1);
        if (into === undefined || into.at < at) {
            into = { at, traffic: [0, 0], latency: [0, 0], probes: [0, 0] };
            old.push(into);
        }
        for (const signal of ["traffic", "latency", "probes"])
            into[signal] = [into[signal][0] + gone[signal][0], into[signal][1] + gone[signal][1]];
    }
    while (old[0] !== undefined && old[0].at <= poll.at - slow.long)
        old.shift();
    return { ...state, recent, old };
}
function total(verdicts) {
    for (const worst of ["fail", "error", "inconclusive"])
        if (verdicts.includes(worst))
            return worst;
    return verdicts.length === 0 ? "inconclusive" : "pass";
}

// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/hosts/host.js
var host = __webpack_require__(6436);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/load-balancer/probe.js
var probe = __webpack_require__(6384);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var manager = __webpack_require__(2828);
;// CONCATENATED MODULE: ./.build/js/stages/incident.js




const label = "golive-incident";
/** Opens the issue of an incident, or tells in it what changed. Null when it could not be opened; it is tried again. */
async function tellIncident({ github, release, plan, messages, log }, told, what) {
    const text = messages.watch.opened((0,markdown/* plain */.p)(release.tag), what.map((one) => (0,markdown/* plain */.p)(one)));
    const body = `${text}\n\n${messages.watch.seeChecklist(release.issue)}`;
    try {
        if (told !== null) {
            await (0,github_issue/* updateIssue */.tt)(github, told.issue, { body });
            await (0,github_issue/* comment */.Im)(github, told.issue, text);
            return told;
        }
        const issue = await (0,github_issue/* openIssue */.YZ)(github, messages.watch.incidentTitle(plan.service, release.tag), body, label);
        const note = await (0,github_issue/* comment */.Im)(github, release.issue, `${text}\n\n→ #${issue}`).catch(() => null);
        return { issue, comment: note };
    }
    catch (error) {
        log.warn((0,core_text.t) `The incident could not be told on GitHub: ${(0,errors/* errorLine */.BP)(error)}. It is tried again.`);
        return told;
    }
}
/** Ends the issue with what became of it: ten good minutes, or the release was taken back. */
async function closeIncident({ github, log }, told, text) {
    if (told === null)
        return;
    try {
        await (0,github_issue/* comment */.Im)(github, told.issue, text);
        await (0,github_issue/* updateIssue */.tt)(github, told.issue, { state: "closed", state_reason: "completed" });
        if (told.comment !== null)
            await (0,github_issue/* rewriteComment */.Iz)(github, told.comment, `${text}\n\n→ #${told.issue}`);
    }
    catch (error) {
        log.warn((0,core_text.t) `The issue of the incident could not be closed: ${(0,errors/* errorLine */.BP)(error)}`);
    }
}

// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
// EXTERNAL MODULE: ./.build/js/stages/report.js + 1 modules
var report = __webpack_require__(2383);
;// CONCATENATED MODULE: ./.build/js/stages/watch.js



















const keepEveryMs = 5 * 60_000;
const botEveryMs = 5 * 60_000;
const pingEveryMs = 60_000;
const stretchMs = 5 * 60_000;
/** So long one job may watch; GitHub ends one after six hours. */
const jobSeconds = 5.5 * 3600;
/**
 * Watches the release of a tag that is open to visitors, from where the job before left off. `limit`: how long this job
 * may take at most, in seconds.
 */
async function watch(context, tag, limit = jobSeconds) {
    const { launch, close } = await (0,opened_launch/* openedLaunch */.p$)(context, tag);
    try {
        const { plan } = launch;
        if (plan.watch === undefined)
            return { end: "over", because: (0,core_text.t) `the plan watches nothing`, charts: [] };
        if (launch.state().ended?.outcome !== "live")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `${tag} is not live`,
                where: plan.control.host,
                mend: (0,core_text.t) `\`golive status\` says how it stands`,
            });
        const ended = await watchLaunch(launch, plan.watch, limit);
        return { ...ended, charts: (0,chart/* courseCharts */.f)(launch.state().course, plan, launch.messages) };
    }
    finally {
        await close();
    }
}
/** As `watch`, of a launch that is open to this process. */
async function watchLaunch(launch, plan, limit) {
    const { log, signal } = launch;
    const opened = Date.parse(launch.state().ended?.at ?? "");
    const stop = Date.now() + limit * 1000;
    const closely = opened + plan.for * 1000;
    const end = opened + Math.max(plan.day, plan.for) * 1000;
    let kept = (await readKept(launch)) ?? {
        watch: watchBegins(opened),
        counters: null,
        totals: { traffic: watch_none, latency: watch_none, probes: watch_none },
        incident: null,
    };
    let next = { inSeconds: 0, probes: plan.requests };
    let stretch = null;
    let writtenAt = Date.now();
    let botAt = 0;
    let pingedAt = 0;
    if (watcherOf(await launch.journal.read(), launch) !== launch.run.id)
        await launch.record({ kind: "step", step: "watch.watch", status: "started" });
    for (;;) {
        const now = Date.now();
        const over = await endedOtherwise(launch).catch((error) => void log.warn((0,core_text.t) `The journal could not be read: ${(0,errors/* errorLine */.BP)(error)}. It is tried again.`));
        if (over) {
            // Whoever took it back ends its incident; a new launch does not know of it.
            if (over.replaced)
                await closeReplaced(launch, kept, over.because);
            return { end: "superseded", because: over.because };
        }
        if (plan.ping !== undefined && now - pingedAt >= pingEveryMs) {
            pingedAt = now;
            void (0,probe/* probe */.dy)(plan.ping, { timeoutSeconds: plan.within }).then(({ status }) => void (status !== 200 && log.warn((0,core_text.t) `The ping that says that the watch lives is not taken (status ${status})`)));
        }
        const every = now < closely ? plan.every : plan["day-every"];
        const askBot = now - botAt >= (now < closely ? plan.every * 1000 : botEveryMs);
        if (askBot)
            botAt = now;
        const { poll, counters } = await pollOnce(launch, plan, kept.counters, next.probes, askBot);
        const seen = observe(kept.watch, poll, {
            availability: plan.slo.availability / 100,
            latency: plan.slo.latency / 100,
            every,
            probes: plan.requests,
        });
        kept = { ...added(kept, poll), watch: seen.state, counters };
        ({ next } = seen);
        log.info(lineOf(poll, seen, end - now));
        const begins = poll.at - (poll.at % stretchMs);
        if (stretch !== null && stretch.from !== begins)
            await onRecord(launch, { kind: "course", ...stretch });
        stretch = grown(stretch?.from === begins ? stretch : { from: begins, bad: 0, all: 0, slow: 0, timed: 0 }, poll);
        const last = seen.state.sev1 !== null || Date.now() >= end || Date.now() >= stop || signal.aborted;
        if (last)
            await onRecord(launch, { kind: "course", ...stretch });
        kept = await tell(launch, kept, seen);
        if (seen.change !== null || Date.now() - writtenAt >= keepEveryMs) {
            await keep(launch, kept);
            writtenAt = Date.now();
        }
        if (seen.state.sev1 !== null) {
            const because = `SEV-1: ${seen.state.sev1.what.join("; ")}`;
            await onRecord(launch, { kind: "step", step: "watch.watch", status: "failed", note: because });
            return { end: "sev1", because };
        }
        if (last && Date.now() >= end)
            return finish(launch, kept);
        if (last) {
            await keep(launch, kept);
            return { end: "more", because: (0,core_text.t) `this job's time is over` };
        }
        await (0,promises_.setTimeout)(Math.max(0, Math.min(next.inSeconds * 1000 - (Date.now() - now), end - Date.now(), stop - Date.now())), undefined, { signal }).catch(() => { });
    }
}
const watch_none = { bad: 0, all: 0 };
/** The run that began to watch last: two at once would tell everything twice. */
function watcherOf(entries, { release }) {
    return (entries.findLast((entry) => entry.kind === "step" &&
        entry.step === "watch.watch" &&
        entry.status === "started" &&
        entry.release === release.id)?.run.id ?? null);
}
/** Somebody takes the release back, or another one was launched since: then there is nothing to watch any more. */
async function endedOtherwise(launch) {
    const entries = await launch.journal.read();
    const latest = (0,state/* latestTouched */.uc)(entries);
    if (latest !== null && latest !== launch.release.id)
        return {
            because: (0,core_text.t) `${(0,state/* stateOf */.L4)(entries, latest).release?.tag ?? (0,core_text.t) `another release`} was launched since`,
            replaced: true,
        };
    const watcher = watcherOf(entries, launch);
    if (watcher !== null && watcher !== launch.run.id)
        return { because: (0,core_text.t) `run ${watcher} watches it now`, replaced: false };
    const { recalled, ended } = (0,state/* stateOf */.L4)(entries, launch.release.id);
    return recalled !== null || ended?.outcome !== "live" ? { because: (0,core_text.t) `it is taken back`, replaced: false } : null;
}
async function pollOnce(launch, plan, before, probes, askBot) {
    const [counters, own, units, bot] = await Promise.all([
        countersNow(launch, plan),
        probeSite(launch, plan, probes),
        plan.units ? unitsRun(launch) : undefined,
        askBot ? botIsWell(launch) : undefined,
    ]);
    const { prometheus } = plan;
    const count = (bad, all, was) => {
        if (bad === null || all === null)
            return null;
        // The first look knows no increase: there is nothing to judge yet, and nothing wrong with it.
        const [more, moreBad] = [increase(was?.all ?? null, all), increase(was?.bad ?? null, bad)];
        return more === null || moreBad === null ? watch_none : { all: more, bad: Math.min(moreBad, more) };
    };
    const poll = {
        at: Date.now(),
        ...(prometheus === undefined
            ? {}
            : {
                traffic: counters === null
                    ? null
                    : count(counters.bad, counters.requests, before && { bad: before.bad, all: before.requests }),
            }),
        ...(prometheus?.slow === undefined
            ? {}
            : {
                latency: counters === null
                    ? null
                    : count(counters.slow, counters.requests, before && { bad: before.slow, all: before.requests }),
            }),
        ...(plan.requests === 0 ? {} : { probes: own }),
        ...(units === undefined ? {} : { units }),
        ...(bot === undefined ? {} : { bot }),
    };
    // What could not be asked for keeps its last value: the increase over the gap counts with the next look.
    return { poll, counters: counters ?? before };
}
async function countersNow({ hosts, plan: whole }, { prometheus }) {
    if (prometheus === undefined)
        return null;
    const ask = (0,ask_json/* askerOf */.YX)("Prometheus", prometheus, { hosts, plan: whole });
    const [requests, bad, slow] = await Promise.all([
        (0,checks_prometheus/* counterNow */.$R)(ask, prometheus.requests),
        (0,checks_prometheus/* counterNow */.$R)(ask, prometheus.bad),
        prometheus.slow === undefined ? null : (0,checks_prometheus/* counterNow */.$R)(ask, prometheus.slow),
    ]);
    // One that could not be asked for counted who knows what; one that has no series yet counted nothing.
    if (requests === undefined || bad === undefined || slow === undefined)
        return null;
    return { requests: requests ?? 0, bad: bad ?? 0, slow: prometheus.slow === undefined ? null : (slow ?? 0) };
}
/** Asked as visitors do, over the pages in turn and every address of the balancers. */
async function probeSite({ plan }, watched, requests) {
    const pages = watched.probes ?? [{ url: plan.site.url, status: 200, contains: undefined }];
    const { addresses } = plan["load-balancer"];
    let bad = 0;
    const one = async (index) => {
        const page = pages[index % pages.length];
        if (page === undefined)
            return;
        const own = new URL(page.url).host === new URL(plan.site.url).host;
        const answer = await (0,probe/* probe */.dy)(page.url, {
            timeoutSeconds: watched.within,
            ...(own && addresses.length > 0
                ? { address: addresses[Math.floor(index / pages.length) % addresses.length] }
                : {}),
        });
        if (answer.status !== page.status ||
            (0,probe/* isPage */.yp)(answer, plan["load-balancer"]) ||
            (page.contains !== undefined && !answer.body.includes(page.contains)))
            bad++;
    };
    for (let index = 0; index < requests; index += 4)
        await Promise.all(Array.from({ length: Math.min(4, requests - index) }, (_, n) => one(index + n)));
    return { bad, all: requests };
}
async function unitsRun({ plan, hosts }) {
    const found = await (0,manager/* unitsLooks */.Eb)(hosts, plan.services);
    return found.some((look) => "run" in look && !look.run)
        ? false
        : found.some((look) => "trouble" in look)
            ? null
            : true;
}
async function botIsWell({ plan, hosts }) {
    const check = [...plan.verify.checks, ...plan.prepare.checks].find((one) => one.kind === "telegram-bot");
    if (check === undefined)
        return undefined;
    const { verdict } = await (0,telegram_bot/* checkTelegramBot */.R)(check, { plan, hosts, expected: { tag: "", commit: "" } }).catch(() => ({
        verdict: "error",
    }));
    return verdict === "pass" ? true : verdict === "fail" ? false : null;
}
/** A control host that is away for a moment ends no watch, and holds no rollback up. */
async function onRecord(launch, event) {
    await launch
        .record(event)
        .catch((error) => launch.log.warn((0,core_text.t) `The journal could not be written: ${(0,errors/* errorLine */.BP)(error)}`));
}
/** On record, and where people look: an incident in an issue of its own, a SEV-1 on the checklist. */
async function tell(launch, kept, { change, state }) {
    const { github, release, messages, log } = launch;
    // An issue that could not be opened then is opened now.
    if (change === null)
        return state.incident === null || kept.incident !== null
            ? kept
            : { ...kept, incident: await tellIncident(launch, null, state.incident.what) };
    const what = (change === "sev1" ? state.sev1 : state.incident)?.what ?? [];
    await onRecord(launch, { kind: "watch", change, what });
    if (change === "closed") {
        await closeIncident(launch, kept.incident, messages.watch.closed((0,markdown/* plain */.p)(release.tag)));
        return { ...kept, incident: null };
    }
    if (change !== "sev1")
        return { ...kept, incident: await tellIncident(launch, kept.incident, what) };
    await (0,github_issue/* comment */.Im)(github, release.issue, messages.watch.sev1((0,markdown/* plain */.p)(release.tag), what.map((one) => (0,markdown/* plain */.p)(one)))).catch((error) => log.warn((0,core_text.t) `The checklist could not be told: ${(0,errors/* errorLine */.BP)(error)}`));
    return kept;
}
/** The release was taken back: then its incident is over as well. */
async function endIncident(launch, text) {
    const kept = await readKept(launch).catch(() => null);
    if (kept === null || kept.incident === null)
        return;
    await closeIncident(launch, kept.incident, text);
    await keep(launch, { ...kept, incident: null });
}
/** The next launch took over: this one's incident is nobody's to watch any more, and its checklist ends with what was seen. */
async function closeReplaced(launch, kept, because) {
    await closeIncident(launch, kept.incident, because);
    await onRecord(launch, {
        kind: "step",
        step: "watch.watch",
        status: "done",
        note: because,
        facts: { totals: kept.totals },
    });
    await (0,report/* closeWithReport */.z)(launch).catch((error) => launch.log.warn((0,core_text.t) `The checklist could not be closed: ${(0,errors/* errorLine */.BP)(error)}`));
}
async function finish(launch, kept) {
    const { totals } = kept;
    const share = ({ bad, all }) => (all === 0 ? null : (0,core_text.t) `${(0,figures/* figure */.vP)(100 * (1 - bad / all))} % of ${(0,figures/* figure */.vP)(all)}`);
    const incidents = launch.state().incidents.filter(({ change }) => change === "opened").length;
    const parts = [
        [(0,core_text.t) `requests answered well`, share(totals.traffic)],
        [(0,core_text.t) `in time`, share(totals.latency)],
        [(0,core_text.t) `own requests answered well`, share(totals.probes)],
    ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
    const note = `${parts.join("; ")}; ${incidents === 0 ? (0,core_text.t) `no incident` : incidents === 1 ? (0,core_text.t) `one incident` : (0,core_text.t) `${incidents} incidents`}`;
    await keep(launch, kept);
    await launch.record({ kind: "step", step: "watch.watch", status: "done", note, facts: { totals, incidents } });
    return { end: "over", because: note };
}
function added(kept, { traffic, latency, probes }) {
    const plus = (total, more) => more ? { bad: total.bad + more.bad, all: total.all + more.all } : total;
    return {
        ...kept,
        totals: {
            traffic: plus(kept.totals.traffic, traffic),
            latency: plus(kept.totals.latency, latency),
            probes: plus(kept.totals.probes, probes),
        },
    };
}
function grown(stretch, { traffic, latency, probes }) {
    const now = traffic ?? probes ?? watch_none;
    return {
        from: stretch.from,
        bad: stretch.bad + now.bad,
        all: stretch.all + now.all,
        slow: stretch.slow + (latency?.bad ?? 0),
        timed: stretch.timed + (latency?.all ?? 0),
    };
}
function lineOf({ traffic, latency, probes, units, bot }, { verdict, state }, left) {
    const count = (signal, one) => one === undefined
        ? []
        : [one === null ? (0,core_text.t) `${signalName(signal)} unknown` : (0,core_text.t) `${signalName(signal)} ${one.bad} of ${one.all} bad`];
    const look = (signal, one) => one === undefined ? [] : [`${signalName(signal)} ${one === null ? (0,core_text.t) `unknown` : one ? (0,core_text.t) `well` : (0,core_text.t) `NOT well`}`];
    return (0,core_text.t) `watch ${verdict}: ${[...count("traffic", traffic), ...count("latency", latency), ...count("probes", probes), ...look("units", units), ...look("bot", bot)].join(", ")}${state.incident === null ? "" : (0,core_text.t) `; an incident is open`}; ${(0,figures/* showDuration */.kJ)(Math.max(0, Math.round(left / 1000)))} left`;
}
const keptFile = ({ plan, release }) => `${plan.control.directory}/watch-${release.id}.json`;
async function keep(launch, kept) {
    await launch.hosts
        .get(launch.plan.control.host)
        .run((0,host/* writeFileCommand */.$Q)(keptFile(launch), JSON.stringify(kept), "600"))
        .catch((error) => launch.log.warn((0,core_text.t) `What the watch knows could not be kept: ${(0,errors/* errorLine */.BP)(error)}. The next job begins anew.`));
}
async function readKept(launch) {
    const { stdout } = await launch.hosts
        .get(launch.plan.control.host)
        .run((0,command/* script */.K$)('[ ! -e "$1" ] || cat -- "$1"', [keptFile(launch)], { timeoutSeconds: 60 }));
    try {
        return stdout.trim() === "" ? null : JSON.parse(stdout);
    }
    catch {
        return null;
    }
}


/***/ })

};
