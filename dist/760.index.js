export const id = 760;
export const ids = [760];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = {
    token: { required: true },
    plan: { required: true },
    "ssh-key": {},
    "notice-keys": {},
};
/** Inputs of the stages after `plan`: what the gate let through. */
const approved = { ...common, launch: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 8763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ recall_action)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/stages/evidence.js
var stages_evidence = __webpack_require__(9921);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/journal/standing.js
var standing = __webpack_require__(6458);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/loss.js
var stages_loss = __webpack_require__(5939);
// EXTERNAL MODULE: ./.build/js/stages/loss-page.js
var loss_page = __webpack_require__(2167);
// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
// EXTERNAL MODULE: ./.build/js/stages/say.js
var say = __webpack_require__(6489);
// EXTERNAL MODULE: ./.build/js/stages/take-back.js
var take_back = __webpack_require__(3319);
// EXTERNAL MODULE: ./.build/js/stages/gate/names.js
var names = __webpack_require__(6240);
;// CONCATENATED MODULE: ./.build/js/stages/who-approves.js



/** Who may approve a way back is for the default branch to say as it is today; without it, for the launch's own plan. */
async function approvalNow(context, { plan }) {
    const kept = { environment: plan.approval["rollback-environment"], free: plan.approval.unprotected !== undefined };
    try {
        const { rollback, free } = await (0,names/* namesNow */.r)(context);
        return { environment: rollback === "" ? kept.environment : rollback, free };
    }
    catch (error) {
        context.log.warn((0,core_text.t) `The plan of the default branch could not be read: ${(0,errors/* errorLine */.BP)(error)}. The launch's own says who approves.`);
        return kept;
    }
}

;// CONCATENATED MODULE: ./.build/js/stages/recall.js














/** Without a watch in the plan. */
const freelySeconds = 3600;
/** What taking the release back would set aside, table by table, before anyone approves it. Changes nothing but the record. */
async function lookBack(context, tag, reason) {
    const { launch, close } = await (0,opened_launch/* openedLaunch */.p$)(context, tag);
    try {
        const because = reasonFor(launch, context, reason);
        const { release } = launch;
        const loss = await (0,stages_loss/* lossOf */.je)(launch);
        const page = (0,loss_page/* lossPage */.v)(launch, because, loss, await (0,files/* filesSinceBackup */.y6)(launch));
        await (0,say/* sayOnce */.N6)(launch, `loss-${context.run.id}-${context.run.attempt}`, page);
        context.log.info((0,loss_page/* lossText */.T)(loss));
        const { environment } = await approvalNow(context, launch);
        return { commit: release.commit, digest: release.digest, environment, because, loss, page };
    }
    finally {
        await close();
    }
}
/** Takes a release back after people approved it: the page goes up, newer rows are set aside, the old release serves. */
async function recall(context, tag, reason, digest) {
    const { launch, reached, close } = await (0,opened_launch/* openedLaunch */.p$)(context, tag);
    try {
        if (launch.release.digest !== digest)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the launch is not the one that was looked at (its digest differs)`,
                mend: (0,core_text.t) `start the rollback again, so that a reviewer sees what it would set aside`,
            });
        const because = reasonFor(launch, context, reason);
        const by = await requireApproval(context, launch);
        await takeLock(context, launch, reached);
        await launch.refresh();
        return { launch, evidence: await (0,take_back/* takeBack */.z)(launch, by, because) };
    }
    finally {
        await close();
    }
}
/** A release may be called back without a reason as long as the plan watches it closely; after that one is needed. */
function reasonFor({ plan, state }, { run }, reason) {
    if (reason.trim() !== "")
        return reason;
    const now = state();
    // What goes on was given its reason when it began.
    if (now.recalled !== null && now.ended === null)
        return now.recalled.because;
    if (!(0,standing/* wasOpened */.xp)(now))
        return (0,core_text.t) `${run.actor} finishes the way back`;
    const freely = plan.watch?.for ?? freelySeconds;
    const since = (Date.now() - openedAt(now)) / 1000;
    if (since <= freely)
        return (0,core_text.t) `${run.actor} calls it back, ${(0,figures/* showDuration */.kJ)(Math.max(0, Math.round(since)))} after the opening`;
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `the site has been open for ${(0,figures/* showDuration */.kJ)(since)}, and no reason is given; without one a release is called back within ${(0,figures/* showDuration */.kJ)(freely)}`,
        where: (0,core_text.t) `input because`,
        mend: (0,core_text.t) `say why, for those who approve it and for the record`,
    });
}
/** When visitors came back, in milliseconds; not a number when nobody knows. */
function openedAt({ ended, steps }) {
    const known = ended?.outcome === "live" || ended?.byHand !== undefined ? ended.at : steps.get("open.off")?.startedAt;
    return Date.parse(known ?? "");
}
async function requireApproval(context, launch) {
    const { github, run } = context;
    const { environment, free } = await approvalNow(context, launch);
    // Whoever started it may approve it as well: going back waits for nobody who sleeps. The record names them.
    const reviews = await (0,runs/* reviewsOf */.Nv)(github, run.id, environment);
    const by = reviews.filter(({ state }) => state === "approved").map(({ login }) => login);
    if (by.length === 0 && !free) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `nobody approved ${environment} in this run`,
            mend: (0,core_text.t) `the job of this step has to name that environment, and a reviewer has to approve it`,
        });
    }
    return by;
}
async function takeLock(context, { lock, release, plan }, reached) {
    const { github, run, log } = context;
    const { id, tag, commit, digest } = release;
    const owner = {
        release: id,
        tag,
        commit,
        digest,
        runId: run.id,
        runUrl: (0,runs/* runUrl */.Vp)(github, run.id),
        actor: run.actor,
        since: new Date().toISOString(),
    };
    const taken = await lock.take(owner);
    if (taken.taken)
        return (0,launch/* shutOut */.rt)(plan, reached, taken.token, log);
    const held = taken.owner;
    if (held.runId !== run.id)
        await (0,claim/* requireOver */.u9)(context, plan, taken);
    const token = held.release === id || held.runId === run.id ? await lock.takeOver(held, owner) : null;
    if (token === null)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the launch lock is held by run ${held.runId} for ${held.tag}`,
            where: plan.control.host,
            mend: (0,core_text.t) `finish that launch first: ${held.runUrl}`,
        });
    await (0,launch/* shutOut */.rt)(plan, reached, token, log);
}

// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/checklist/standing-text.js
var standing_text = __webpack_require__(9419);
// EXTERNAL MODULE: ./.build/js/stages/last-word.js
var last_word = __webpack_require__(1929);
// EXTERNAL MODULE: ./.build/js/stages/stuck.js
var stuck = __webpack_require__(9426);
;// CONCATENATED MODULE: ./.build/js/stages/settle-recall.js









/**
 * The last word of a run that was to take a release back and did not: that nobody approved it and nothing was changed,
 * or how far it came. Nothing when it came to its end, or another run goes on with it.
 */
async function settleRecall(context, tag) {
    const { launch, reached, close } = await (0,opened_launch/* lastLaunch */.u7)(context, (0,opened_launch/* wantedOf */.Lm)(tag));
    try {
        if (launch.state().ended?.outcome === "rolled-back")
            return await (0,say/* catchUp */.xA)(launch);
        const entries = await launch.journal.read();
        if (!entries.some((entry) => beganIt(entry, launch, context)))
            return await sayNotBegun(context, launch);
        const held = await launch.lock.held();
        if (held?.owner.runId !== context.run.id)
            return;
        reached.bind(held.token);
        if (!(await launch.shutOutOwn()))
            return;
        await (0,last_word/* closeSteps */._T)(launch);
        await (0,stuck/* tellLost */.g3)(launch);
        await (0,say/* keepOpen */.Ul)(launch);
        await (0,say/* catchUp */.xA)(launch);
    }
    finally {
        await close();
    }
}
/** Whether an attempt of a run began to go back. The run that launched may be the same one: the watch calls it. */
function beganIt(entry, { release }, { run }) {
    const ours = entry.release === release.id && entry.run.id === run.id && entry.run.attempt === run.attempt;
    return ours && (entry.kind === "recalled" || (entry.kind === "step" && entry.step.startsWith("rollback.")));
}
/** An approval that was refused, or that nobody gave in time. */
async function sayNotBegun(context, launch) {
    const { github, run } = context;
    const { environment } = await approvalNow(context, launch);
    const reviews = await (0,runs/* reviewsOf */.Nv)(github, run.id, environment).catch(() => []);
    const refused = reviews.filter(({ state }) => state === "rejected").map(({ login }) => (0,markdown/* plain */.p)(login));
    const why = refused.length > 0 ? (0,core_text.t) `${refused.join(", ")} refused it` : (0,core_text.t) `nobody approved it, or the run ended before it began`;
    const tag = (0,markdown/* plain */.p)(launch.release.tag);
    const not = (0,core_text.t) `↩️ **${tag} was not taken back by [run ${run.id}](${(0,runs/* runUrl */.Vp)(github, run.id)}): ${why}.**`;
    const text = `${not} ${(0,core_text.t) `Nothing was changed. How it stands: ${(0,standing_text/* stateLine */.qo)(launch.state(), launch.messages)}.`}`;
    await (0,say/* sayOnce */.N6)(launch, `not-begun-${run.id}-${run.attempt}`, text);
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
;// CONCATENATED MODULE: ./.build/js/actions/recall.js






const recall_action = {
    inputs: {
        ...action/* common */.sh,
        state: { required: true, oneOf: ["look", "go", "settle"] },
        tag: { required: true },
        because: {},
        digest: {},
    },
    outputs: ["digest", "environment", "because", "rows", "outcome", "evidence"],
    async run(context, inputs) {
        const { tag = "", because = "", digest = "" } = inputs;
        if (inputs.state === "look") {
            const look = await lookBack(context, tag, because);
            const { environment, because: reason } = look;
            return {
                outputs: { digest: look.digest, environment, because: reason, rows: rowsOf(look.loss) },
                summary: look.page,
            };
        }
        if (inputs.state === "settle") {
            await settleRecall(context, tag);
            return {};
        }
        if (digest === "")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `is empty`,
                where: (0,core_text.t) `input digest`,
                mend: (0,core_text.t) `pass the output of the step with state: look; it is what was approved`,
            });
        const { launch, evidence } = await recall(context, tag, because, digest);
        return {
            outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()), evidence: await (0,stages_evidence/* writeEvidence */.n)(context.jobDirectory, evidence) },
        };
    },
};
/** How many; empty when that is not known. */
function rowsOf(loss) {
    if (loss.kind === "unknown")
        return "";
    const written = loss.kind === "counted" ? loss.written : [];
    return String(written.reduce((sum, { inserted, changed, deleted }) => sum + inserted + changed + deleted, 0));
}


/***/ }),

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unsaid)
/* harmony export */ });
/* harmony import */ var _files_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4910);
/* harmony import */ var _rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5549);


/**
 * What whoever launches has to say once. Asked where a launch is planned, and never on the way back: a plan that was
 * launched before this was asked is still a plan.
 */
function unsaid(plan, file) {
    return [...(0,_files_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .filesUnsaid */ .S)(plan, file), ...(0,_rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .stepsUnsaid */ .md)(plan, file)];
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ namesNow)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2311);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _github_environments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2617);
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);
/* harmony import */ var _plan_read_part_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);





const name = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1);
const named = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    approval: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        environment: name.default("production"),
        "day-environment": name.default("production-day"),
        "rollback-environment": name.default("production-rollback"),
        unprotected: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional(),
    })
        .prefault({}),
});
/**
 * The environments as the policy of the default branch names them now, however little of the plan holds: the watch and
 * the way back rest on it. Empty for one that the repository does not have, so that no job makes it.
 */
async function namesNow({ github, planFile }) {
    const main = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultBranchNow */ .Sn)(github);
    const text = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .fileAt */ .Wd)(github, planFile, main.commit);
    const found = text === null ? null : (0,_plan_read_part_js__WEBPACK_IMPORTED_MODULE_3__/* .readPart */ .o)(text, named);
    const told = found === null ? [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${planFile} on ${main.name} does not say who approves; the usual environments count`] : [];
    const { approval } = found ?? named.parse({});
    const there = async (one) => (await (0,_github_environments_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentNamed */ .b)(github, one))?.name ?? "";
    const [window, day, rollback] = await Promise.all([
        there(approval.environment),
        there(approval["day-environment"]),
        there(approval["rollback-environment"]),
    ]);
    return { window, day, rollback, free: approval.unprotected !== undefined, told };
}


/***/ }),

/***/ 2167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lossText),
/* harmony export */   v: () => (/* binding */ lossPage)
/* harmony export */ });
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2318);
/* harmony import */ var _checklist_times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7133);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _database_written_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70);
/* harmony import */ var _files_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3115);





/** The page that is approved, and that a person at the keyboard sees. */
function lossPage(launch, because, found, files) {
    return `${rowsPage(launch, because, found)}${found.kind === "never-open" ? "" : (0,_files_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .filesLoss */ .J)(launch, files)}`;
}
function rowsPage({ plan, release, messages }, because, found) {
    const { loss } = messages;
    const head = `## ↩️ ${loss.title((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(plan.service), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(release.tag))}\n\n${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(because)}\n`;
    if (found.kind === "never-open")
        return `${head}\n${loss.neverOpen}\n`;
    if (found.kind === "code-only")
        return `${head}\n${loss.codeOnly}\n`;
    if (found.kind === "unknown")
        return `${head}\n${loss.unknown((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(found.why))}\n`;
    const at = found.since === null ? "" : `\n${loss.countedAt((0,_checklist_times_js__WEBPACK_IMPORTED_MODULE_0__/* .clock */ .pm)(found.at, plan), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(found.since))}\n`;
    if (found.written.length === 0)
        return `${head}\n${loss.nothing}\n${at}`;
    const rows = found.written.map(({ table, inserted, changed, deleted, byPeople }) => `| ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`);
    const columns = `| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|`;
    return `${head}\n${loss.kept((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(plan.database.name))}\n${at}\n${columns}\n${rows.join("\n")}\n${notCompared(loss, found.written)}`;
}
function notCompared({ notCompared: say }, written) {
    const found = written.filter(({ leftOut }) => leftOut.length > 0);
    const tables = found.map(({ table, leftOut }) => `${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(table)} (${leftOut.map((name) => (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(name)).join(", ")})`);
    return found.length === 0 ? "" : `\n${say(tables.join(", "))}\n`;
}
/** The same in one line. */
function lossText(loss) {
    switch (loss.kind) {
        case "never-open":
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The site did not open: nobody could write`;
        case "code-only":
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `No migration ran: the database stays as it is`;
        case "unknown":
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `What was written since the backup is not known: ${loss.why}`;
        case "counted":
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `Since the backup: ${(0,_database_written_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenText */ .v4)(loss.written)}`;
    }
}


/***/ }),

/***/ 5939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   sg: () => (/* binding */ lossOnRecord),
/* harmony export */   uF: () => (/* binding */ lossDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4077);
/* harmony import */ var _journal_standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6458);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1987);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1986);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8383);








/**
 * Counted in the database that people wrote to, and on record from then on: once the way back has put another in its
 * place, a count would be one of the wrong database, and the one on record is shown.
 */
async function lossOf(launch) {
    if (!(0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .wasOpened */ .xp)(launch.state()))
        return { kind: "never-open" };
    if (!(0,_rollback_js__WEBPACK_IMPORTED_MODULE_6__/* .migrationRan */ .k5)(launch))
        return { kind: "code-only" };
    const { plan, state } = launch;
    try {
        const now = await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .oidOf */ ._f)((0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseHost */ .iz)(launch), plan.database, plan.database.name);
        const other = now === null ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `there is no database ${plan.database.name} now` : notTheOne(launch, now);
        if (other !== null)
            return onRecord(state(), other);
        const written = await (0,_baseline_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenSinceBackup */ .UX)(launch, plan.database.name, null);
        await launch.record({ kind: "counted", database: now, written });
    }
    catch (error) {
        // Without anything to go back to, nobody should approve it.
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.problems[0]?.code === "way-back-gone")
            throw error;
        const why = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error);
        await launch.record({ kind: "counted", database: null, written: null, why });
        return onRecord(state(), why);
    }
    return onRecord(state(), null);
}
/** Why the database of the service's name is not the one that people wrote to after the opening; null when it is. */
function notTheOne(launch, oid) {
    const { steps, counted } = launch.state();
    if (steps.get("rollback.database")?.facts.replacement === oid || (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOf */ .zP)(launch)?.oid === oid)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the database of before serves already`;
    const known = counted?.database ?? null;
    return known === null || known === oid ? null : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `another database bears the name since`;
}
/** The count on record, from when it was taken. */
function onRecord({ counted }, since) {
    if (counted === null || counted.written === null)
        return { kind: "unknown", why: since ?? counted?.why ?? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `nothing was counted` };
    return { kind: "counted", at: counted.at, written: counted.written, since };
}
/** What a person accepts at the keyboard: this count of this launch and no other. */
function lossDigest({ release, counted }, loss) {
    const shown = loss.kind === "counted" ? [loss.at, loss.written] : [loss.kind, counted?.at ?? ""];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256")
        .update(JSON.stringify([release?.id, ...shown]))
        .digest("hex")
        .slice(0, 12);
}
/** The loss as it is on record, without counting anew; null when nothing was counted yet. */
function lossOnRecord(state) {
    const { counted } = state;
    return counted === null ? null : onRecord(state, null);
}


/***/ }),

/***/ 3319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2318);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _journal_standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6458);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9921);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8383);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6489);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9638);







/**
 * The way back of a launch whose lock is this process's, to its end: of one that was opened, as people approved it
 * (`by`); of one that never opened by itself, since nobody could write. May be begun again until it is through.
 */
async function takeBack(launch, by, because) {
    await begin(launch, by, because);
    await (0,_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .rollback */ .dU)(launch, because);
    const evidence = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .keepEvidence */ .N)(launch);
    const { plan, release, messages } = launch;
    if (!launch.github.away)
        await (0,_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .endIncident */ .a_)(launch, messages.people.rolledBack((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .p)(plan.service), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .p)(release.tag)));
    await (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .catchUp */ .xA)(launch);
    await (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .closeRolledBack */ ._F)(launch);
    return evidence;
}
/** From here on the launch is this run's, and its checklist has something to press again. */
async function begin(launch, by, because) {
    const { release, run } = launch;
    const opened = (0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .wasOpened */ .xp)(launch.state());
    const ours = release.runId === run.id && launch.state().ended === null;
    if (!ours || (opened && launch.state().recalled === null)) {
        await launch.record({ kind: "opened", opened: { ...release, runId: run.id } });
        if (opened)
            await launch.record({ kind: "recalled", by, because });
        else
            await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${run.actor} finishes the way back, because ${because}` });
    }
    await (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .keepOpen */ .Ul)(launch);
}


/***/ })

};
