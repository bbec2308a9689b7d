export const id = 291;
export const ids = [291];
export const modules = {

/***/ 1291:
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
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/database/written.js
var database_written = __webpack_require__(4275);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/stages/baseline.js
var baseline = __webpack_require__(1987);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var stages_files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/files-lines.js
var files_lines = __webpack_require__(3115);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
// EXTERNAL MODULE: ./.build/js/stages/rollback.js + 1 modules
var rollback = __webpack_require__(8383);
// EXTERNAL MODULE: ./.build/js/stages/watch.js + 2 modules
var watch = __webpack_require__(9638);
;// CONCATENATED MODULE: ./.build/js/stages/recall.js
















/** Without a watch in the plan. */
const freelySeconds = 3600;
/** What taking the opened release back would set aside, table by table, before anyone approves it. Changes nothing. */
async function lookBack(context, tag, reason) {
    const { launch, close } = await (0,opened_launch/* openedLaunch */.p)(context, tag);
    try {
        const because = reasonFor(launch, context, reason);
        const { plan, release } = launch;
        const touchesDatabase = (0,rollback/* migrationRan */.k)(launch);
        const written = touchesDatabase ? await (0,baseline/* writtenSinceBackup */.U)(launch, plan.database.name, null) : [];
        const files = await (0,stages_files/* filesSinceBackup */.y6)(launch);
        const page = `${lossPage(launch, because, touchesDatabase, written)}${(0,files_lines/* filesLoss */.J)(launch, files)}`;
        await (0,issue/* comment */.Im)(context.github, release.issue, page);
        context.log.info(touchesDatabase ? (0,core_text.t) `Since the backup: ${(0,database_written/* writtenText */.v4)(written)}` : (0,core_text.t) `No migration ran: the database stays as it is`);
        return {
            commit: release.commit,
            digest: release.digest,
            environment: plan.approval["rollback-environment"],
            because,
            written,
            page,
        };
    }
    finally {
        await close();
    }
}
/** Takes an opened release back after people approved it: the page goes up, newer rows are set aside, the old release serves. */
async function recall(context, tag, reason, digest) {
    const { launch, reached, close } = await (0,opened_launch/* openedLaunch */.p)(context, tag);
    try {
        if (launch.release.digest !== digest)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the launch is not the one that was looked at (its digest differs)`,
                mend: (0,core_text.t) `start the rollback again, so that a reviewer sees what it would set aside`,
            });
        const because = reasonFor(launch, context, reason);
        const by = await requireApproval(context, launch);
        await takeLock(context, launch, reached);
        const { recalled } = launch.state();
        const ours = launch.release.runId === context.run.id;
        if (!ours || recalled === null) {
            await launch.record({ kind: "opened", opened: { ...launch.release, runId: context.run.id } });
            await launch.record({ kind: "recalled", by, because });
        }
        await (0,rollback/* rollback */.d)(launch, because);
        const evidence = await (0,stages_evidence/* keepEvidence */.N)(launch);
        await (0,watch/* endIncident */.a_)(launch, launch.messages.people.rolledBack((0,markdown/* plain */.p)(launch.plan.service), (0,markdown/* plain */.p)(launch.release.tag)));
        launch.view.changed();
        await launch.view.flush();
        await (0,issue/* updateIssue */.tt)(context.github, launch.release.issue, { state: "closed", state_reason: "not_planned" }).catch((error) => context.log.warn((0,core_text.t) `The checklist could not be closed: ${error.message}`));
        return { launch, evidence };
    }
    finally {
        await close();
    }
}
/** A release may be called back without a reason as long as the plan watches it closely; after that one is needed. */
function reasonFor({ plan, state }, { run }, reason) {
    if (reason.trim() !== "")
        return reason;
    const freely = plan.watch?.for ?? freelySeconds;
    const { ended, steps } = state();
    const since = (Date.now() - Date.parse(ended?.outcome === "live" ? ended.at : (steps.get("open.off")?.startedAt ?? ""))) / 1000;
    if (since <= freely)
        return (0,core_text.t) `${run.actor} calls it back, ${(0,figures/* showDuration */.kJ)(Math.max(0, Math.round(since)))} after the opening`;
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `the site has been open for ${(0,figures/* showDuration */.kJ)(since)}, and no reason is given; without one a release is called back within ${(0,figures/* showDuration */.kJ)(freely)}`,
        where: (0,core_text.t) `input because`,
        mend: (0,core_text.t) `say why, for those who approve it and for the record`,
    });
}
async function requireApproval({ github, run }, { plan }) {
    const environment = plan.approval["rollback-environment"];
    const by = await (0,runs/* approversOf */.U9)(github, run.id, environment);
    if (by.length === 0 && plan.approval.unprotected === undefined) {
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
function lossPage({ plan, release, messages }, because, touchesDatabase, written) {
    const { loss } = messages;
    const head = `## ↩️ ${loss.title((0,markdown/* plain */.p)(plan.service), (0,markdown/* plain */.p)(release.tag))}\n\n${(0,markdown/* plain */.p)(because)}\n`;
    if (!touchesDatabase)
        return `${head}\n${loss.codeOnly}\n`;
    if (written.length === 0)
        return `${head}\n${loss.nothing}\n`;
    const rows = written.map(({ table, inserted, changed, deleted, byPeople }) => `| ${(0,markdown/* plain */.p)(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`);
    return `${head}\n${loss.kept((0,markdown/* plain */.p)(plan.database.name))}\n\n| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|\n${rows.join("\n")}\n`;
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
;// CONCATENATED MODULE: ./.build/js/actions/recall.js





const recall_action = {
    inputs: {
        ...action/* common */.sh,
        state: { required: true, oneOf: ["look", "go"] },
        tag: { required: true },
        because: {},
        digest: {},
    },
    outputs: ["digest", "environment", "because", "rows", "outcome", "evidence"],
    async run(context, inputs) {
        const { tag = "", because = "", digest = "" } = inputs;
        if (inputs.state === "look") {
            const look = await lookBack(context, tag, because);
            const rows = look.written.reduce((sum, { inserted, changed, deleted }) => sum + inserted + changed + deleted, 0);
            return {
                outputs: { digest: look.digest, environment: look.environment, because: look.because, rows: String(rows) },
                summary: look.page,
            };
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


/***/ })

};
