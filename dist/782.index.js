export const id = 782;
export const ids = [782];
export const modules = {

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ atKeyboard),
/* harmony export */   Tz: () => (/* binding */ toPerson),
/* harmony export */   oH: () => (/* binding */ withReach)
/* harmony export */ });
/* unused harmony exports commonOptions, planThatCounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9440);
/* harmony import */ var _plan_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7759);
/* harmony import */ var _stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(207);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6970);
/* harmony import */ var _stages_notices_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8757);










/** What every command of a person at the keyboard takes. */
const commonOptions = {
    plan: { type: "string", default: ".github/golive.yml" },
    "ssh-key-file": { type: "string" },
    because: { type: "string" },
    by: { type: "string" },
};
/** The words of a command, and the context it works in: no run, no GitHub unless given, the plan from a file. */
async function atKeyboard(args, options, out, github = _github_client_js__WEBPACK_IMPORTED_MODULE_5__/* .githubAway */ .sX) {
    const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({
        args: [...args],
        options: { ...commonOptions, ...options },
        allowPositionals: true,
    });
    const { plan: file, by = "", because = "", "ssh-key-file": key, } = values;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no such file`,
            where: file,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `name the plan with --plan FILE`,
        });
    });
    const given = process.env["GOLIVE_NOTICES"];
    const context = {
        github,
        log: toPerson(out),
        run: { id: 0, attempt: process.pid, actor: by.trim() === "" ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : by.trim() },
        sshKey: key === undefined ? "" : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(key, "utf8"),
        planFile: file,
        planText: text,
        jobDirectory: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        noticeKeys: given === undefined ? undefined : (0,_stages_notices_js__WEBPACK_IMPORTED_MODULE_9__/* .readKeys */ .x4)(given),
        signal: ended(),
    };
    return { values, positionals, context, because: because.trim(), by: by.trim() };
}
/** Ctrl-C ends what runs on the hosts, as a cancelled run does. */
function ended() {
    const abort = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"])
        process.once(signal, () => abort.abort());
    return abort.signal;
}
function toPerson(out) {
    const warn = (text) => out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `Warning: ${text}\n`);
    return { info: (text) => out(`${text}\n`), warn, error: warn };
}
/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
async function planThatCounts(context) {
    const read = (0,_plan_load_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlan */ .vS)(context.planText, context.planFile);
    const last = await lastOf(context);
    if (last !== null && (last.state.ended === null || !read.ok)) {
        for (const text of last.told)
            context.log.warn(text);
        return last.plan;
    }
    if (!read.ok)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(read.problems);
    return read.plan;
}
async function lastOf(context) {
    try {
        return await (0,_stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .findLaunch */ .j)(context, "last");
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo && error.problems[0]?.code === "launch-not-found")
            return null;
        throw error;
    }
}
/** The hosts of the plan that counts, open while the work lasts. */
async function withReach(context, work) {
    const plan = await planThatCounts(context);
    const reached = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .reach */ .gl)(plan, context);
    try {
        return await work(plan, reached);
    }
    finally {
        await reached.close();
    }
}


/***/ }),

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollbackByHand: () => (/* binding */ rollbackByHand)
});

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/journal/standing.js
var standing = __webpack_require__(6458);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/end-by-hand.js
var end_by_hand = __webpack_require__(8639);
// EXTERNAL MODULE: ./.build/js/stages/last-word.js
var last_word = __webpack_require__(1929);
// EXTERNAL MODULE: ./.build/js/stages/loss.js
var stages_loss = __webpack_require__(5939);
// EXTERNAL MODULE: ./.build/js/stages/loss-page.js
var loss_page = __webpack_require__(2167);
// EXTERNAL MODULE: ./.build/js/stages/take-back.js
var take_back = __webpack_require__(3319);
;// CONCATENATED MODULE: ./.build/js/stages/by-hand-rollback.js











/** What going back sets aside, for the person who is about to. One that was accepted is not counted anew. */
async function showLoss(launch, because, accepted) {
    const before = (0,standing/* wasOpened */.xp)(launch.state()) ? (0,stages_loss/* lossOnRecord */.sg)(launch.state()) : null;
    const known = before !== null && (0,stages_loss/* lossDigest */.uF)(launch.state(), before) === accepted ? before : null;
    const loss = known ?? (await (0,stages_loss/* lossOf */.je)(launch));
    const asks = loss.kind !== "never-open";
    const page = (0,loss_page/* lossPage */.v)(launch, because, loss, await (0,files/* filesSinceBackup */.y6)(launch));
    return { page, digest: (0,stages_loss/* lossDigest */.uF)(launch.state(), loss), asks };
}
/**
 * The way back by a person's hand. The run that has the lock must have given no sign of life for a while: GitHub, which
 * would know whether it is over, is not asked.
 */
async function byHandRollback(launch, reached, because) {
    const { plan, release, run, log } = launch;
    const held = await launch.lock.held();
    if (held !== null && held.silentSeconds !== null && held.silentSeconds < claim/* silentEnoughSeconds */.zP)
        throw new errors/* UserError */.yo({
            code: "lock-held",
            what: (0,core_text.t) `the launch lock is held by ${held.owner.actor} (${held.owner.tag}), and ${(0,claim/* signOfLife */.bs)(held)}`,
            where: plan.control.host,
            mend: (0,core_text.t) `cancel that run first, or wait: golive goes on ${(0,figures/* showDuration */.kJ)(claim/* silentEnoughSeconds */.zP)} after its last sign of life`,
        });
    const mine = await (0,end_by_hand/* takeByHand */.Iy)(plan, reached, run.actor, release.id, log);
    try {
        await launch.refresh();
        await (0,last_word/* closeSteps */._T)(launch);
        await (0,take_back/* takeBack */.z)(launch, [run.actor], because);
    }
    finally {
        // Whoever goes on, at the keyboard or on GitHub, need not wait for this process to grow cold.
        await launch.lock.release(mine);
    }
}

// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
// EXTERNAL MODULE: ./.build/js/cli/at-keyboard.js
var at_keyboard = __webpack_require__(1572);
;// CONCATENATED MODULE: ./.build/js/cli/rollback.js







const options = {
    "accept-loss": { type: "string" },
    yes: { type: "boolean", default: false },
};
/**
 * `golive rollback --because …`: the way back from a terminal, from the journal and the plan that is kept, without
 * GitHub. Until the site opened nobody has to be asked; after it the person accepts what is set aside.
 */
async function rollbackByHand(args, out) {
    const { values, context, because } = await (0,at_keyboard/* atKeyboard */.RE)(args, options, out);
    if (because === "")
        throw new errors/* UserError */.yo({
            code: "no-reason",
            what: (0,core_text.t) `there is no reason`,
            where: "--because",
            mend: (0,core_text.t) `say why, for the record: golive rollback --because "…"`,
        });
    const { launch, reached, close } = await (0,opened_launch/* lastLaunch */.u7)(context, "last");
    try {
        requireSomething(launch.state(), launch.release.tag);
        const shown = await showLoss(launch, because, values["accept-loss"] ?? null);
        out(`${shown.page}\n`);
        if (!(await accepted(shown, values, out)))
            return;
        await byHandRollback(launch, reached, because);
        out((0,core_text.t) `${launch.release.tag} is rolled back.\n`);
        out((0,core_text.t) `The checklist #${launch.release.issue} does not know yet: \`golive checklist\` tells it once GitHub answers.\n`);
    }
    finally {
        await close().catch((error) => out(`${(0,errors/* errorText */.kc)(error)}\n`));
    }
}
function requireSomething(state, tag) {
    const code = "nothing-to-take-back";
    const mend = (0,core_text.t) `\`golive status\` says how it stands`;
    if (state.ended?.outcome === "rolled-back")
        throw new errors/* UserError */.yo({ code, what: (0,core_text.t) `${tag} was rolled back already`, mend });
    if (!(0,journal_state/* touched */.FI)(state))
        throw new errors/* UserError */.yo({ code, what: (0,core_text.t) `the launch of ${tag} changed nothing`, mend });
}
/** A word of the person for what is set aside: typed, or as digest of what was shown before. */
async function accepted({ digest, asks }, { "accept-loss": given, yes = false }, out) {
    if (!asks || yes || given === digest)
        return true;
    if (given !== undefined)
        throw new errors/* UserError */.yo({
            code: "loss-differs",
            what: (0,core_text.t) `what was accepted (${given}) is not what is on record now (${digest})`,
            where: "--accept-loss",
            mend: (0,core_text.t) `read the table above; then golive rollback --because "…" --accept-loss ${digest}`,
        });
    if (process.stdin.isTTY && process.stdout.isTTY) {
        const terminal = (0,promises_.createInterface)({ input: process.stdin, output: process.stdout });
        const answer = await terminal.question((0,core_text.t) `Type ${digest} to go back: `).finally(() => terminal.close());
        if (answer.trim() === digest)
            return true;
        out((0,core_text.t) `Nothing was changed.\n`);
        return false;
    }
    throw new errors/* UserError */.yo({
        code: "loss-not-accepted",
        what: (0,core_text.t) `nothing was changed: what is set aside has to be accepted first`,
        where: "--accept-loss",
        mend: (0,core_text.t) `golive rollback --because "…" --accept-loss ${digest}`,
    });
}


/***/ }),

/***/ 8639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ takeByHand),
/* harmony export */   NP: () => (/* binding */ breakLock),
/* harmony export */   _o: () => (/* binding */ filesSetAside),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   mz: () => (/* binding */ recoverRows),
/* harmony export */   xM: () => (/* binding */ openByHand)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _journal_standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6458);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4077);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6140);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1723);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1987);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1986);
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2291);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5212);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2446);
/* harmony import */ var _dns_changes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8481);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6970);
/* harmony import */ var _services_hold_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4016);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2828);
/* harmony import */ var _scheduled_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7805);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(4208);




















/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
async function statusOf(plan, reached) {
    const entries = await reached.journal.read();
    const release = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .latestRelease */ .JF)(entries);
    const held = await reached.lock.held();
    const state = release === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, release);
    return {
        release,
        state,
        swapped: state === null ? null : await wasSwapped(plan, reached, state),
        page: await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(plan["load-balancer"], reached.hosts)
            .status()
            .catch(() => null),
        owner: held ? `${holder(held.owner)}; ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .signOfLife */ .bs)(held)}` : null,
        held: await heldByHost(plan, reached),
    };
}
async function heldByHost({ services }, { hosts }) {
    if (services.manager !== "systemd")
        return new Map();
    const found = await Promise.all(services.hosts.map(async (name) => {
        const units = (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_14__/* .unitsOn */ .ZA)(services, name);
        return [name, await (0,_services_hold_js__WEBPACK_IMPORTED_MODULE_13__/* .heldUnits */ .xc)(hosts.get(name), services.hold, units).catch(() => null)];
    }));
    return new Map(found.filter(([, units]) => units === null || units.length > 0));
}
async function wasSwapped({ database }, { hosts }, state) {
    if ((0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standing */ .JA)(state).database !== "between")
        return null;
    const now = await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .oidOf */ ._f)(hosts.get(database.host), database, database.name).catch(() => null);
    return now === null ? null : now === state.steps.get("rollback.database")?.facts.replacement;
}
function holder({ runId, runUrl, actor, tag, since }) {
    return runId === 0
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${actor}, by hand, since ${since}`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
}
/** The lock becomes this person's, and whatever a run still does is ended. A host that does not answer is told, and does not stop a person. */
async function takeByHand(plan, reached, who, release, log) {
    const mine = {
        release,
        tag: "",
        commit: "",
        digest: "",
        runId: 0,
        runUrl: "",
        actor: who,
        since: new Date().toISOString(),
    };
    const taken = await reached.lock.take(mine);
    const token = taken.taken ? taken.token : await reached.lock.takeOver(taken.owner, mine);
    if (token === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the lock changed hands at this moment`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `look at \`golive status\`, then try again`,
        });
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_12__/* .shutOut */ .rt)(plan, reached, token, log).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo))
            throw error;
        log.warn((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .errorText */ .kc)(error));
    });
    return mine;
}
/**
 * A named person breaks the lock of a run that does nothing any more: its commands are refused from here on. A launch
 * that changed nothing ends with it; one that is half done stays so, for the next launch of the same tag. Throws a
 * UserError when there is no lock, or its run gave a sign of life.
 */
async function breakLock(plan, reached, who, because, log) {
    const held = await reached.lock.held();
    if (held === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `nobody holds the launch lock`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `nothing has to be broken; \`golive status\` says how the site stands`,
        });
    const { owner, silentSeconds } = held;
    if (silentSeconds !== null && silentSeconds < _claim_js__WEBPACK_IMPORTED_MODULE_9__/* .silentEnoughSeconds */ .zP) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${holder(owner)} holds the lock, and ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .signOfLife */ .bs)(held)}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `cancel that run first; its lock can be broken ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_6__/* .showDuration */ .kJ)(_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .silentEnoughSeconds */ .zP)} after its last sign of life`,
        });
    }
    const mine = await takeByHand(plan, reached, who, owner.release, log);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(await reached.journal.read(), owner.release);
    const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
    const text = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${who} broke the lock of run ${owner.runId}: ${because}`;
    const halfDone = state.release !== null && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state);
    await reached.journal.append([
        { ...stamp, kind: "note", text },
        ...(state.release !== null && state.ended === null && !halfDone
            ? [{ ...stamp, kind: "ended", outcome: "failed", because: text }]
            : []),
    ]);
    await reached.lock.release(mine);
    return halfDone
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `The lock is free. That launch had changed nothing.`;
}
/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
async function openByHand(plan, reached, who, because, log) {
    const entries = await reached.journal.read();
    const release = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .latestRelease */ .JF)(entries);
    const state = release === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, release);
    const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
    const under = state !== null && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state);
    const added = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
    if (under)
        added.push({
            ...stamp,
            kind: "ended",
            outcome: "failed",
            because: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `opened by hand by ${who}: ${because}`,
            byHand: { who, because },
        });
    const mine = await takeByHand(plan, reached, who, release ?? "none", log);
    await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .openDoors */ .Em)(reached.hosts.get(plan.database.host), plan.database);
    // A person who starts what golive stopped would otherwise see it stay down without an error.
    for (const host of plan.services.hosts)
        await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_14__/* .releaseServices */ .sE)(reached.hosts.get(host), plan.services);
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(plan["load-balancer"], reached.hosts).off();
    await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_11__/* .withdrawToken */ .IB)({ plan, hosts: reached.hosts, log });
    await reached.journal.append(added);
    if (under)
        await (0,_silence_js__WEBPACK_IMPORTED_MODULE_16__/* .loudByHand */ .Xr)(plan, reached, state, release ?? "", log);
    if (under)
        for (const text of (0,_dns_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .dnsStays */ .QY)(plan, state))
            log.warn(text);
    if (under)
        await (0,_scheduled_js__WEBPACK_IMPORTED_MODULE_15__/* .resumeAll */ .tW)(plan, reached, state);
    const seen = await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .zn)(plan, "open");
    await reached.lock.release(mine);
    return seen;
}
/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
async function recoverRows(plan, { journal, hosts }) {
    const entries = await journal.read();
    const rolledBack = entries.findLast((entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done");
    const state = rolledBack ? (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, rolledBack.release) : null;
    const kept = state?.steps.get("rollback.database")?.facts.kept;
    if (!state?.release || typeof kept !== "string")
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `no rollback kept a database`,
            where: `${plan.control.host}:${plan.control.directory}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `a rollback without a migration leaves the database as it is: then nothing was set aside`,
        });
    const recorded = { plan, release: state.release, hosts, state: () => state };
    const { written, file } = await (0,_baseline_js__WEBPACK_IMPORTED_MODULE_8__/* .setAside */ .Fi)(recorded, kept);
    return { kept, written, file: `${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_17__/* .databaseHost */ .iz)(recorded).name}:${file}` };
}
/** Where the newest way back set files aside, folder by folder. */
async function filesSetAside(plan, { journal }) {
    const entries = await journal.read();
    const given = entries.findLast((entry) => entry.kind === "step" && /^rollback\.files-/.test(entry.step) && entry.status === "done");
    if (given === undefined)
        return [];
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, given.release);
    return (0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .filesOf */ .R)(plan).flatMap((place) => {
        const aside = (0,_files_record_js__WEBPACK_IMPORTED_MODULE_19__/* .givenBackOf */ .sX)({ state: () => state }, place)?.aside;
        if (aside === undefined || aside.files === 0)
            return [];
        return [{ id: place.id, files: aside.files, bytes: aside.bytes, where: `${place.host}:${aside.folder}` }];
    });
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
