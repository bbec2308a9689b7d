export const id = 210;
export const ids = [210];
export const modules = {

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   OS: () => (/* binding */ holdsScenarios),
/* harmony export */   Ub: () => (/* binding */ renderScenarios)
/* harmony export */ });
/* unused harmony exports scenariosMarker, boxesOf */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2318);

/** Hidden at the top of the comment with a launch's scenarios. */
function scenariosMarker(release) {
    return `<!-- golive:scenarios=${release} -->`;
}
/** Whether a comment is the one with the scenarios, of whichever launch. */
function holdsScenarios(body) {
    return body.startsWith(scenariosMarker("").slice(0, -4));
}
/** The comment that people tick: the plan's scenarios, each with a box for "works" and one for "does not". */
function renderScenarios(release, scenarios, words, head, messages) {
    const box = (id, of) => `[${words.get(id)?.mark === of ? "x" : " "}]`;
    const parts = scenarios.map(({ id, title, owners, steps, required }) => [
        `- ${box(id, "pass")} **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(id)}** · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(title)}${owners.length > 0 ? ` · ${owners.map((login) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(login)).join(", ")}` : ""}${required ? "" : ` · ${messages.scenarios.optional}`} ${boxMarker(id, "pass")}`,
        ...steps.map((step, index) => `  ${index + 1}. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(step)}`),
        `  - ${box(id, "fail")} ${messages.scenarios.broken((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(id))} ${boxMarker(id, "fail")}`,
    ].join("\n"));
    return [scenariosMarker(release), head, ...parts, `<sub>${messages.scenarios.how}</sub>`].join("\n\n");
}
function boxMarker(id, of) {
    return `<!-- golive:box=${id}:${of} -->`;
}
/** Which boxes of a text are ticked, whatever else people did to it. */
function boxesOf(text) {
    const found = new Map();
    for (const line of text.split(/\r?\n/)) {
        const [, mark, id, box] = /^\s*[-*+] \[([ xX])\].*<!-- golive:box=([a-z0-9][a-z0-9_-]*):(pass|fail) -->\s*$/.exec(line) ?? [];
        if (id === undefined || mark === " ")
            continue;
        found.set(id, (found.get(id) ?? new Set()).add(box));
    }
    return found;
}
/** A version of the comment, from its text. */
function versionOf({ at, by, body, }) {
    return { at, by, boxes: boxesOf(body) };
}


/***/ }),

/***/ 6826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ scenarioWords)
/* harmony export */ });
/* harmony import */ var _comment_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4246);
/* harmony import */ var _said_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const identifier = /^[a-z0-9][a-z0-9_-]{0,60}$/;
/** What a comment says of scenarios, and what in it has to be answered. Whether its author may say it is not looked at. */
function scenarioWords(comment) {
    const meant = meantIn(comment.body);
    const notOwn = (0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNotOwn */ .gk)(comment);
    const refuse = refusals(comment);
    if (notOwn !== null) {
        // Also where somebody else took the command out.
        const said = meant.length > 0 || (comment.bodies ?? []).some((body) => meantIn(body).length > 0);
        return { commands: [], refused: said ? [refuse(comment.edits === null ? "unreadable" : "edited")] : [] };
    }
    const commands = [];
    const refused = new Set();
    for (const command of meant) {
        if (command.kind !== "scenario")
            refused.add("unclear");
        else if (!identifier.test(command.scenario))
            refused.add("which");
        else
            commands.push(wordOf(comment, command));
    }
    return { commands, refused: [...refused].map((why) => refuse(why)) };
}
function meantIn(body) {
    return (0,_comment_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandsOf */ .Kf)(body).commands.filter((one) => (0,_comment_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(one) === "scenario");
}
function wordOf(comment, command) {
    const { scenario, mark, note } = command;
    return { at: (0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0)(comment), by: comment.author, scenario, mark, note, comment: comment.id };
}
/** Once for a comment, however many of its lines are off in the same way. */
function refusals({ id, author }) {
    return (why) => ({ key: `${id} ${why}`, by: author, scenario: "", why, comment: id });
}


/***/ }),

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MN: () => (/* binding */ askForScenarios),
  mf: () => (/* binding */ callOff),
  KT: () => (/* binding */ listen),
  i2: () => (/* binding */ scenariosAsked),
  b$: () => (/* binding */ walkThrough)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/checklist/scenarios.js
var checklist_scenarios = __webpack_require__(8836);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/scenario-words.js
var scenario_words = __webpack_require__(6826);
;// CONCATENATED MODULE: ./.build/js/core/scenarios.js
/**
 * What people say, from everything they ever did: each edit is held against the version before it, so that one who
 * clicked on an old page, and so wrote over another's tick, takes nothing away. `before` are the words that are known
 * from an earlier comment. A tick counts for who may give it. An untick counts when it is all that the edit did and
 * the tick was the editor's own: anything more is an old page.
 */
function hear(scenarios, versions, commands, may, before = []) {
    const words = new Map(before.map((word) => [word.scenario, word]));
    const refused = [];
    const refuse = (why, { at, by, scenario, box, comment }) => void refused.push({
        key: `${at} ${by} ${scenario} ${box}`,
        by,
        scenario,
        why,
        ...(comment === undefined ? {} : { comment }),
    });
    const say = (word) => {
        const known = words.get(word.scenario);
        if (known === undefined || Date.parse(known.said) <= Date.parse(word.said))
            words.set(word.scenario, word);
    };
    const hearCommand = ({ at, by, scenario, mark, note, comment }) => {
        const what = { at, by, scenario, box: mark, ...(comment === undefined ? {} : { comment }) };
        if (!scenarios.includes(scenario))
            return refuse("unknown", what);
        if (!may(by, scenario))
            return refuse("not-yours", what);
        say({ scenario, mark, by, said: at, ...(note === "" ? {} : { note }) });
        if (mark === "fail" && note === "")
            refuse("say-why", what);
        else if (namesMore(note, scenarios))
            refuse("one-a-line", what);
    };
    // A box that was ticked once may come back with an old page: then it is nobody's word.
    const seen = new Set(before.map(({ scenario, mark }) => `${scenario} ${mark}`));
    const edits = versions.slice(1).map((version, index) => ({
        at: version.at,
        by: version.by,
        change: changesOf(scenarios, versions[index]?.boxes ?? new Map(), version.boxes),
    }));
    const acts = [...edits, ...commands]
        .map((act, order) => ({ act, order, at: Date.parse(act.at) }))
        .toSorted((a, b) => a.at - b.at || a.order - b.order);
    for (const { act } of acts) {
        if ("mark" in act) {
            hearCommand(act);
            continue;
        }
        const { at, by, change } = act;
        const old = new Set(seen);
        for (const { scenario, box, ticked } of change)
            if (ticked)
                seen.add(`${scenario} ${box}`);
        if (by === null)
            continue;
        for (const { scenario, box, ticked } of change) {
            const known = words.get(scenario);
            if (ticked) {
                if (!may(by, scenario))
                    refuse("not-yours", { at, by, scenario, box });
                else if (known?.mark !== box && change.length > 1 && old.has(`${scenario} ${box}`))
                    refuse("one-at-a-time", { at, by, scenario, box });
                // The page was put back to what is known: nobody said it anew.
                else if (known?.mark !== box)
                    say({ scenario, mark: box, by, said: at });
            }
            else if (change.length === 1 && known?.mark === box) {
                if (known.by === by)
                    say({ scenario, mark: "none", by, said: at });
                else
                    refuse("not-your-tick", { at, by, scenario, box });
            }
        }
    }
    return { words, refused };
}
/** `/pass g1, g2`: of the second nothing was said. */
function namesMore(note, scenarios) {
    const words = note.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
    const others = words.filter((word) => !["and", "и"].includes(word));
    return others.length > 0 && others.every((word) => scenarios.includes(word));
}
function changesOf(scenarios, before, after) {
    return scenarios.flatMap((scenario) => ["pass", "fail"].flatMap((box) => {
        const was = before.get(scenario)?.has(box) ?? false;
        const is = after.get(scenario)?.has(box) ?? false;
        return was === is ? [] : [{ scenario, box, ticked: is }];
    }));
}

// EXTERNAL MODULE: ./.build/js/core/said.js
var core_said = __webpack_require__(9501);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/github/comments.js
var github_comments = __webpack_require__(3238);
// EXTERNAL MODULE: ./.build/js/github/edits.js
var edits = __webpack_require__(5467);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/gate.js
var gate = __webpack_require__(6523);
// EXTERNAL MODULE: ./.build/js/core/permission.js
var permission = __webpack_require__(6127);
// EXTERNAL MODULE: ./.build/js/github/said.js
var said = __webpack_require__(1921);
;// CONCATENATED MODULE: ./.build/js/stages/scenario-answers.js







const noMemory = () => ({ permissions: new Map(), answered: new Set() });
/** More answers than this to what does not count would only be noise; the boxes are put back all the same. */
const mostAnswers = 20;
/** Who may say something of a scenario: who has write permission, of those the plan names if it names any. */
async function rightsOf({ plan, github }, { permissions }, logins) {
    const owners = new Map(plan.verify.scenarios.map((scenario) => [
        scenario.id,
        scenario.owners.map((owner) => owner.slice(1).toLowerCase()),
    ]));
    const found = new Map();
    for (const login of new Set(logins)) {
        if (!permissions.has(login))
            permissions.set(login, (0,said/* permissionOf */.Fp)(github, login).catch((error) => (permissions.delete(login), Promise.reject(error))));
        found.set(login, (await permissions.get(login)) ?? "none");
    }
    const entitled = (login) => (0,permission/* mayWrite */.J)(found.get(login) ?? "none");
    return {
        entitled,
        may(login, scenario) {
            const named = owners.get(scenario) ?? [];
            return entitled(login) && (named.length === 0 || named.includes(login.toLowerCase()));
        },
    };
}
/** A word why to whoever said or ticked what does not count; once, also over several processes. */
async function answerRefusals(launch, memory, post, { refused, late, own, entitled }) {
    const { github, release, messages, log } = launch;
    const { answered } = memory;
    for (const mark of own.flatMap(marksIn))
        answered.add(mark);
    const others = refused.filter(({ by }) => !entitled(by));
    const texts = [
        ...refused
            .filter(({ by }) => entitled(by))
            .map((one) => ({ mark: markOf(post, one.key), text: textOf(launch, one) })),
        ...(await mayAnswer(github, memory, others)).map((one) => ({
            mark: (0,said/* answerMark */.Gv)({ ...one, permission: "none" }),
            text: textOf(launch, { ...one, why: one.why === "not-yours" ? one.why : "no-right" }),
        })),
        ...(late ? [{ mark: markOf(post, "late"), text: messages.scenarios.late }] : []),
    ]
        .filter(({ mark }) => !answered.has(mark))
        .slice(0, mostAnswers);
    if (texts.length === 0 || answered.size >= mostAnswers)
        return;
    for (const { mark } of texts)
        answered.add(mark);
    const body = texts.map(({ mark, text }) => `${mark}\n${text}`).join("\n\n");
    await (0,issue/* comment */.Im)(github, release.issue, body).catch((error) => log.warn((0,core_text.t) `It could not be said why ticks were put back: ${(0,errors/* errorLine */.BP)(error)}`));
}
/** Nobody can be heard, as GitHub does not tell who edited what: whoever said something is told so. */
async function answerDeaf(launch, memory, post, comments, own) {
    const refused = comments.flatMap((one) => (0,scenario_words/* scenarioWords */.A)(one).refused);
    const logins = refused.map(({ by }) => by);
    const { entitled } = await rightsOf(launch, memory, logins);
    await answerRefusals(launch, memory, post, { refused, late: false, own, entitled });
}
/** Whoever may not write is answered once, and not at all where anybody could come and have golive write. */
async function mayAnswer(github, memory, others) {
    if (others.length === 0)
        return [];
    memory.isPublic ??= await (0,said/* isPublic */.Ul)(github);
    if (memory.isPublic)
        return [];
    const first = new Map(others.toReversed().map((one) => [one.by, one]));
    return [...first.values()].map((one) => ({ ...one, author: one.by, id: one.comment ?? 0 }));
}
function markOf(post, key) {
    return `<!-- golive:put-back=${post} ${key} -->`;
}
function marksIn(body) {
    return [...body.matchAll(/^<!-- golive:(?:put-back|answer-to)=.*? -->$/gm)].map(([mark]) => mark);
}
function textOf({ plan, messages }, { by, scenario, why }) {
    const { scenarios } = plan.verify;
    const owners = scenarios.find(({ id }) => id === scenario)?.owners ?? [];
    const known = scenarios.map(({ id }) => (0,markdown/* code */.a)(id)).join(", ");
    const named = owners.map((owner) => (0,markdown/* plain */.p)(owner)).join(", ");
    return `@${by}: ${messages.scenarios.refused[why]((0,markdown/* code */.a)(scenario), named, known)}`;
}

;// CONCATENATED MODULE: ./.build/js/stages/scenarios.js
















/** Line of the checklist that tells of the comment. */
const line = "verify.people";
/** Soon at first, when people are at it; over a long night within what GitHub grants a run in an hour. */
const usualPace = { every: (waited) => (waited < 120 ? 3 : waited < 600 ? 5 : 10), regret: 20 };
/** Posts the comment that people tick, or goes on with the one of this launch. What GitHub does not take now, the next look tries again. */
async function askForScenarios(launch) {
    const { scenarios, people } = launch.plan.verify;
    for (const { id, required } of scenarios) {
        const { status, facts } = launch.state().steps.get((0,state/* scenarioLine */.xy)(id)) ?? {};
        // Nobody came last time: now it is asked for anew.
        if (status === undefined || facts?.verdict === "inconclusive")
            await launch.record({
                kind: "step",
                step: (0,state/* scenarioLine */.xy)(id),
                status: "started",
                facts: { verdict: null, ...(required ? {} : { required }) },
            });
    }
    await launch.record({
        kind: "step",
        step: line,
        status: "started",
        facts: { until: luxon/* DateTime */.c9.now().plus({ seconds: people.within }).toISO() },
    });
    await post(launch);
}
async function post(launch) {
    const { release, github, log } = launch;
    if (postOf(launch.state()) !== null)
        return;
    try {
        const { id, node } = await (0,issue/* openComment */.a9)(github, release.issue, wanted(launch));
        await launch.record({ kind: "step", step: line, status: "started", facts: { comment: id, node } });
    }
    catch (error) {
        log.warn((0,core_text.t) `The scenarios could not be posted: ${(0,errors/* errorLine */.BP)(error)}. It is tried again.`);
    }
}
/** Waits until people have said of every required scenario whether it works, as long as the plan allows since they were asked. */
async function walkThrough(launch, { every, regret } = usualPace) {
    const { plan, log, signal } = launch;
    const { scenarios, people } = plan.verify;
    const memory = noMemory();
    const began = Date.now();
    const until = Date.parse(String(launch.state().steps.get(line)?.facts.until));
    const heardBad = new Map();
    let blind = null;
    let reminded = began;
    let told = 0;
    for (;;) {
        await post(launch);
        blind = await listen(launch, memory).then(() => null, (error) => {
            log.warn((0,core_text.t) `The scenarios could not be looked at: ${(0,errors/* errorLine */.BP)(error)}. It is tried again.`);
            return (0,errors/* errorLine */.BP)(error);
        });
        const words = launch.state().scenarios;
        for (const { id } of scenarios) {
            if (words.get(id)?.mark !== "fail")
                heardBad.delete(id);
            else if (!heardBad.has(id))
                heardBad.set(id, Date.now());
        }
        const missing = scenarios.filter(({ id, required }) => required && !["pass", "fail"].includes(words.get(id)?.mark ?? ""));
        const bad = scenarios.filter(({ id, required }) => required && words.get(id)?.mark === "fail");
        const counts = bad.some(({ id }) => Date.now() - (heardBad.get(id) ?? 0) >= regret * 1000);
        if (counts || (missing.length === 0 && bad.length === 0) || Date.now() >= until)
            break;
        if (signal.aborted)
            throw new errors/* UserError */.yo({ what: (0,core_text.t) `the run was cancelled while people walked through the scenarios` });
        await (0,gate/* stayInTime */.Ek)(launch);
        if (missing.length > 0 && Date.now() - reminded >= people.remind * 1000) {
            reminded = Date.now();
            await remind(launch, missing, until);
        }
        if (missing.length > 0 && Date.now() - told >= 15_000) {
            told = Date.now();
            log.info((0,core_text.t) `waiting for ${missing.map(({ id, owners }) => `${id}${owners.length > 0 ? ` (${owners.join(", ")})` : ""}`).join(", ")}; ${(0,figures/* showDuration */.kJ)(Math.round((until - told) / 1000))} left`);
        }
        await (0,promises_.setTimeout)(Math.max(0, Math.min(every((Date.now() - began) / 1000) * 1000, until - Date.now())), undefined, {
            signal,
        }).catch(() => { });
    }
    const walked = scenarios.map((scenario) => verdictOn(launch.state().scenarios.get(scenario.id), scenario, people.within, blind));
    for (const { scenario, verdict, evidence } of walked) {
        if (verdict !== "inconclusive")
            continue;
        await launch.record(scenario.required
            ? {
                kind: "step",
                step: (0,state/* scenarioLine */.xy)(scenario.id),
                status: "failed",
                note: `inconclusive: ${evidence}`,
                facts: { verdict },
            }
            : { kind: "step", step: (0,state/* scenarioLine */.xy)(scenario.id), status: "skipped", note: evidence, facts: { verdict } });
    }
    const count = (verdict) => walked.filter((one) => one.verdict === verdict).length;
    await launch.record({
        kind: "step",
        step: line,
        status: "done",
        seconds: Math.round((Date.now() - began) / 100) / 10,
        note: [
            (0,core_text.t) `${count("pass")} of ${walked.length} work`,
            ...(count("fail") > 0 ? [(0,core_text.t) `${count("fail")} do not`] : []),
            ...(count("inconclusive") > 0 ? [(0,core_text.t) `${count("inconclusive")} unsaid`] : []),
        ].join(", "),
    });
    return walked;
}
/** The checks failed already: nobody needs to walk through anything. */
async function callOff(launch) {
    for (const { id } of launch.plan.verify.scenarios)
        if (launch.state().steps.get((0,state/* scenarioLine */.xy)(id))?.status === "started")
            await launch.record({ kind: "step", step: (0,state/* scenarioLine */.xy)(id), status: "skipped", note: (0,core_text.t) `a check failed before` });
    await launch.record({ kind: "step", step: line, status: "skipped", note: (0,core_text.t) `a check failed before` });
}
/**
 * Looks at everything people ever did to the comment and wrote below it: what counts goes on record, what does not is
 * put back, with a word why. What is there to be seen is never trusted, only who did what. Returns whether something new
 * went on record.
 */
async function listen(launch, memory = noMemory()) {
    const { plan, release, github, state } = launch;
    const { scenarios } = plan.verify;
    const asked = postOf(state());
    if (asked === null)
        return false;
    const talk = await (0,github_comments/* talkAfter */.Zt)(github, release.issue, asked.comment);
    const histories = await (0,edits/* historiesOf */.u3)(github, [asked.node, ...talk.people.map(({ node }) => node)]);
    const history = histories.get(asked.node) ?? null;
    if (history === null) {
        await launch.record({
            kind: "note",
            text: (0,core_text.t) `the comment with the scenarios was deleted; another one is posted, and what was said stays`,
        });
        const next = await (0,issue/* openComment */.a9)(github, release.issue, wanted(launch));
        await launch.record({ kind: "step", step: line, status: "started", facts: { comment: next.id, node: next.node } });
        return true;
    }
    const comments = (0,github_comments/* commentsOf */.u3)(talk.people, histories);
    if (history.edits === null) {
        await answerDeaf(launch, memory, asked.comment, comments, talk.own);
        throw (0,edits/* unreadable */.O$)();
    }
    const { versions } = history;
    const { ended } = state();
    const over = ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended.at);
    const inTime = versions.filter(({ at }, index) => index === 0 || Date.parse(at) <= over);
    const said = comments.filter((one) => Date.parse((0,core_said/* saidAt */.J0)(one)) <= over).map(scenario_words/* scenarioWords */.A);
    const commands = said.flatMap((one) => one.commands);
    const notHeard = said.flatMap((one) => one.refused);
    const { may, entitled } = await rightsOf(launch, memory, [
        ...inTime.flatMap(({ by }) => (by === null ? [] : [by])),
        ...[...commands, ...notHeard].map(({ by }) => by),
    ]);
    const posted = Date.parse(versions[0]?.at ?? "");
    const before = [...state().scenarios.values()].filter(({ said }) => Date.parse(said) < posted);
    const { words, refused } = hear(scenarios.map(({ id }) => id), inTime.map(checklist_scenarios/* versionOf */.E4), commands, may, before);
    const news = await recordNew(launch, memory, [...words.values()]);
    const lateTick = versions.length > inTime.length && versions.slice(inTime.length).some(({ by }) => by !== null);
    const lateWord = comments.some((one) => Date.parse(one.createdAt) > over && (0,scenario_words/* scenarioWords */.A)(one).commands.length > 0);
    await answerRefusals(launch, memory, asked.comment, {
        refused: [...refused, ...notHeard],
        late: lateTick || lateWord,
        own: talk.own,
        entitled,
    });
    const text = wanted(launch);
    if (sameText(versions.at(-1)?.body ?? "", text))
        return news;
    await (0,issue/* rewriteComment */.Iz)(github, asked.comment, text);
    return news;
}
/** Puts on record what is new. What its author may do is looked up once more, as the last look may be long ago. */
async function recordNew(launch, memory, words) {
    const { state } = launch;
    const found = words.filter((word) => isNew(word, state().scenarios.get(word.scenario)));
    if (found.length === 0)
        return false;
    for (const { by } of found)
        memory.permissions.delete(by);
    const { may } = await rightsOf(launch, memory, found.map(({ by }) => by));
    const counting = found.filter(({ by, scenario }) => may(by, scenario));
    for (const word of counting)
        await launch.record({ kind: "scenario", ...word });
    return counting.length > 0;
}
/** `blind`: why nobody could be heard at the last look. */
function verdictOn(word, scenario, within, blind) {
    if (word?.mark === "pass")
        return { scenario, verdict: "pass", evidence: (0,core_text.t) `${word.by} says so` };
    if (word?.mark === "fail")
        return {
            scenario,
            verdict: "fail",
            evidence: (0,core_text.t) `${word.by} says that it does not work${word.note === undefined ? "" : `: ${word.note}`}`,
        };
    if (blind !== null)
        return { scenario, verdict: "inconclusive", evidence: (0,core_text.t) `what people said could not be heard: ${blind}` };
    return {
        scenario,
        verdict: "inconclusive",
        evidence: scenario.required
            ? (0,core_text.t) `nobody said within ${(0,figures/* showDuration */.kJ)(within)} whether it works`
            : (0,core_text.t) `nobody said whether it works`,
    };
}
function isNew(word, known) {
    if (known === undefined)
        return word.mark !== "none";
    if (known.mark === word.mark && known.by === word.by && known.said === word.said)
        return false;
    return (Date.parse(word.said) >= Date.parse(known.said) &&
        !(known.mark === word.mark && Date.parse(word.said) === Date.parse(known.said)));
}
async function remind({ github, release, messages, log, plan }, missing, until) {
    const who = [...new Set(missing.flatMap(({ owners }) => owners))].join(" ");
    const text = messages.scenarios.reminder(missing.map(({ id }) => (0,markdown/* code */.a)(id)).join(", "), luxon/* DateTime */.c9.fromMillis(until, { zone: plan.timezone }).toFormat("HH:mm"));
    await (0,issue/* comment */.Im)(github, release.issue, `⏰ ${who === "" ? "" : `${who}: `}${text}`).catch((error) => log.warn((0,core_text.t) `Nobody could be reminded: ${(0,errors/* errorLine */.BP)(error)}`));
}
/** The comment as it should read now; the same whoever writes it. */
function wanted({ plan, release, messages, state }) {
    const until = luxon/* DateTime */.c9.fromISO(String(state().steps.get(line)?.facts.until ?? ""), { zone: plan.timezone });
    const head = messages.scenarios.head(`${(0,markdown/* plain */.p)(plan.service)} ${(0,markdown/* plain */.p)(release.tag)}`, until.isValid ? until.toFormat("HH:mm") : "", plan["load-balancer"].bypass !== undefined);
    return (0,checklist_scenarios/* renderScenarios */.Ub)(release.id, plan.verify.scenarios, state().scenarios, head, messages);
}
/** Whether the comment that people tick was posted. */
function scenariosAsked(state) {
    return postOf(state) !== null;
}
function postOf(state) {
    const { comment: id, node } = state.steps.get(line)?.facts ?? {};
    return typeof id === "number" && typeof node === "string" ? { comment: id, node } : null;
}
/** A browser sends other line ends, and GitHub trims. */
function sameText(a, b) {
    const bare = (text) => text.replaceAll("\r\n", "\n").trim();
    return bare(a) === bare(b);
}


/***/ })

};
