export const id = 486;
export const ids = [486];
export const modules = {

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4121);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);



const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ, state: { required: true, oneOf: ["on", "off"] } },
    outputs: ["outcome"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (inputs.state === "on" ? (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .closeSite */ .Md)(launch) : (0,_stages_maintenance_js__WEBPACK_IMPORTED_MODULE_0__/* .openSite */ .c2)(launch));
        return { outputs: { outcome: (0,_action_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(launch.state()) } };
    }),
};


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8778);

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLaunch */ .M)(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" });
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ contentsSql),
/* harmony export */   OJ: () => (/* binding */ parseContents),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   Y: () => (/* binding */ compareContents),
/* harmony export */   fJ: () => (/* binding */ exactTypes),
/* harmony export */   wh: () => (/* binding */ totalRows),
/* harmony export */   z6: () => (/* binding */ contentSettings)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
const contentSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`;
/**
 * Types whose hash function tells apart all that a dump tells apart. Others are hashed as text: numeric 1.0 and 1.00, or
 * 0 and -0, are equal to their own hash function and yet not the same.
 */
const exactTypes = ["bool", "int2", "int4", "int8", "oid", "text", "varchar", "bpchar", "name", "char", "bytea", "date", "timestamp", "timestamptz", "time", "uuid"];
const ofUsers = (alias, catalog) => `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid WHERE x.classid = '${catalog}'::regclass AND x.objid = ${alias}.oid AND x.deptype = 'e' AND NOT ${alias}.oid = ANY (coalesce(e.extconfig, '{}')))`;
/**
 * psql script, after `contentSettings`: a line per table (`table|rows|hash|schema.name`), sequence and for all large
 * objects. Partitioned parents and foreign tables hold no rows of their own, and a restore fills materialized views
 * anew. Tables named in the variable `counted` (comma between) are counted only. A row's own hash is linear in those
 * of its columns, and so would be their sum: hashed once more, it sees values that changed places between rows.
 */
const contentsSql = `SELECT format('SELECT ''table'', count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN n.nspname || '.' || c.relname = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((SELECT string_agg(
      CASE WHEN y.typname = ANY ('{${exactTypes.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END, ', ' ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true') AND ${ofUsers("c", "pg_class")}
ORDER BY c.relname \\gexec
SELECT format('SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${ofUsers("c", "pg_class")}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0) FROM pg_largeobject_metadata;
`;
/** Reads the lines of `contentsSql`; others are passed over. */
function parseContents(stdout) {
    const tables = {};
    const sequences = {};
    let largeObjects = { rows: 0, hash: "0" };
    for (const [kind, first = "", second = "", ...rest] of (0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(stdout)) {
        if (kind === "table")
            tables[rest.join("|")] = { rows: Number(first), hash: second === "-" ? null : second };
        else if (kind === "sequence")
            sequences[[second, ...rest].join("|")] = first;
        else if (kind === "large-objects")
            largeObjects = { rows: Number(first), hash: second };
    }
    return { tables, sequences, largeObjects };
}
/** What differs, a line each; empty when the copy is the source. */
function compareContents(source, copy) {
    return [
        ...differing(source.tables, copy.tables, (name, want, have) => {
            if (have === undefined)
                return `table ${name} is missing (${want?.rows ?? 0} rows)`;
            if (want === undefined)
                return `table ${name} should not be there (${have.rows} rows)`;
            if (want.rows !== have.rows)
                return `table ${name} has ${have.rows} rows instead of ${want.rows}`;
            return want.hash === null || have.hash === null || want.hash === have.hash ? null : `table ${name} has the same number of rows, but not the same values`;
        }),
        ...differing(source.sequences, copy.sequences, (name, want, have) => (want === have ? null : `sequence ${name} is ${have === undefined ? "missing" : `at ${have}`}${want === undefined ? ", and should not be there" : ` instead of ${want}`}`)),
        ...(source.largeObjects.rows === copy.largeObjects.rows && source.largeObjects.hash === copy.largeObjects.hash ? [] : [`the large objects are not the same (${copy.largeObjects.rows} instead of ${source.largeObjects.rows}, or other bytes)`]),
    ];
}
function totalRows({ tables }) {
    return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
/** Every key of either side in order, with what is wrong about it. */
function differing(source, copy, wrong) {
    return [...new Set([...Object.keys(source), ...Object.keys(copy)])].toSorted().flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}


/***/ }),

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);


/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return `every server is ready, after ${seconds.toFixed(1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({ what: `${server} is ${state}, so it gets no visitors`, where: balancer, mend: /^(MAINT|DRAIN|NOLB)/.test(state) ? `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers` : "look at the service's log on that host, and at its health check in haproxy.cfg" })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
}


/***/ }),

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory({ plan, release, state }) {
    const { reopened } = state();
    // A backup is never overwritten: one made anew has a folder of its own.
    return `${plan.database.backup.directory}/${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}
function manifestHash(launch) {
    const { steps } = launch.state();
    return String((steps.get("backup.manifest") ?? steps.get("backup.cluster"))?.facts.sha256);
}
/** The rollback copy of this launch, or null when none was finished. */
function copyOf(launch) {
    const step = launch.state().steps.get("backup.copy");
    return step?.status === "done" ? step.facts.copy : null;
}
/** Whether this release's dump is on record as proved, in the way the plan wants: the site does not open before. */
function dumpProved(launch) {
    const step = launch.state().steps.get("backup.proof");
    return (step?.status === "done" || step?.status === "skipped") && typeof step.facts.proved === "string";
}
/** Nothing that cannot be undone begins before the way back is there: the proved dump, or the copy where the plan lets the dump wait. */
function wayBackIsThere(launch) {
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Md: () => (/* binding */ closeSite),
  uI: () => (/* binding */ drainSteps),
  DS: () => (/* binding */ liftPage),
  c2: () => (/* binding */ openSite),
  g0: () => (/* binding */ pageIs),
  MU: () => (/* binding */ provePage),
  e_: () => (/* binding */ raisePage)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/written.js
var written = __webpack_require__(4275);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(4910);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/js/load-balancer/drain.js


/**
 * Waits until the requests that came before the page have ended, at most so long; says how that went. The page lets no
 * more of them come, so the least that was seen at a balancer is as many as can still run there.
 */
async function drain(running, withinSeconds, { everyMs = 250, signal } = {}) {
    const started = Date.now();
    let least = null;
    let trouble = "";
    for (;;) {
        try {
            const seen = await running();
            least = seen.map((count, index) => Math.min(count, least?.[index] ?? count));
        }
        catch (error) {
            trouble = (0,errors/* errorLine */.BP)(error);
        }
        const left = least?.reduce((sum, count) => sum + count, 0) ?? null;
        const seconds = (Date.now() - started) / 1000;
        if (left === 0)
            return `no request runs any more, after ${seconds.toFixed(1)} s`;
        if (seconds >= withinSeconds) {
            if (left === null)
                return `nobody can tell how many requests still run (${trouble}); ${withinSeconds} s were waited`;
            return `${left} request${left > 1 ? "s" : ""} still run${left > 1 ? "" : "s"} after ${withinSeconds} s; the services end ${left > 1 ? "them" : "it"} as they stop`;
        }
        await (0,promises_.setTimeout)(Math.min(everyMs, withinSeconds * 1000), undefined, signal === undefined ? {} : { signal });
    }
}

// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/load-balancer/servers.js
var servers = __webpack_require__(7518);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
// EXTERNAL MODULE: ./.build/js/stages/bypass.js
var stages_bypass = __webpack_require__(8852);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 11 modules
var stages_launch = __webpack_require__(8778);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/prepare.js + 2 modules
var prepare = __webpack_require__(342);
// EXTERNAL MODULE: ./.build/js/stages/gate.js + 1 modules
var gate = __webpack_require__(8696);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
// EXTERNAL MODULE: ./.build/js/stages/scheduled.js
var scheduled = __webpack_require__(7805);
// EXTERNAL MODULE: ./.build/js/stages/silence.js + 3 modules
var silence = __webpack_require__(4208);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
;// CONCATENATED MODULE: ./.build/js/stages/maintenance.js




















/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
async function closeSite(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off")) {
        launch.log.info("the site was being opened already; it is not closed again");
        return;
    }
    await (0,gate/* requireWindow */.O4)(launch);
    // On record already, and asking GitHub again could only stop a launch that is half done.
    if (!(0,state/* touched */.FI)(launch.state()) || launch.state().approvedBy.length === 0)
        await requireApproval(launch);
    if (!(0,state/* touched */.FI)(launch.state())) {
        const { problems } = await (0,prepare/* hostsAnswer */.s)(launch.plan, launch);
        if (problems.length > 0)
            throw new errors/* UserError */.yo(problems);
    }
    await noticeReopening(launch);
    await (0,run_steps/* runSteps */.rl)(launch, [on, maintenance_proof, ...(0,silence/* quietSteps */.s2)(launch.plan, "isolate"), ...drainSteps(launch.plan, "isolate"), ...(0,scheduled/* pauseSteps */.uq)(launch.plan, "isolate"), launch.plan.services.hosts.map(stop)]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if (!(0,backup_record/* dumpProved */.DL)(launch))
        throw new errors/* UserError */.yo({ what: "the site stays closed: the dump is not proved yet", mend: "run backup once more after the deploy (database.backup.dump is after-migration)" });
    const open = (0,verify/* required */.mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new errors/* UserError */.yo({ what: `the site stays closed: not verified yet (${open.join(", ")})`, mend: "run verify first; the maintenance page comes down for a verified release or a finished rollback only" });
    }
    await (0,run_steps/* runSteps */.rl)(launch, [...((0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).servers === undefined ? [] : [maintenance_servers]), off, openProof, ...(0,silence/* loudSteps */.mS)(launch.plan, "open"), ...(0,scheduled/* resumeSteps */.Fw)(launch.plan, "open")]);
    await (0,stages_launch/* endLaunch */.XX)(launch, "live", `${launch.release.tag} is verified and open`);
}
/** Puts the page up, with a token that leads past it. Those of earlier launches are gone before. */
async function raisePage(launch, because) {
    await launch.record({ kind: "maintenance", state: "on", because });
    await (0,stages_bypass/* giveToken */.te)(launch);
    await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).on(`golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`);
}
/** Proof from outside that visitors see the page, and that the token, where there is one, is all that leads past it. */
async function provePage(launch) {
    const seen = await (0,proof/* prove */.zn)(launch.plan, "closed");
    const { bypass } = (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts);
    const token = bypass === undefined ? null : ((await (0,stages_bypass/* tokenOf */.B9)(launch)) ?? (await (0,stages_bypass/* giveToken */.te)(launch)));
    return bypass === undefined || token === null ? seen : `${seen}; ${await (0,proof/* proveBypass */.FG)(launch.plan, token, bypass.tricks)}`;
}
/** Requests that came before the page may end before anything stops. */
function drainSteps({ "load-balancer": { drain: waited } }, phase) {
    if (waited === undefined)
        return [];
    return [
        {
            id: `${phase}.drain`,
            async run({ plan, hosts, signal }) {
                const { running } = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
                return running === undefined ? { skipped: true } : { note: await drain(running, waited.within, { signal }) };
            },
        },
    ];
}
/** Takes the page down whoever asks, records why, and proves it. */
async function liftPage(launch, because) {
    await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because });
    await (0,stages_bypass/* withdrawToken */.IB)(launch);
    return (0,proof/* prove */.zn)(launch.plan, "open");
}
/** Whether the page is up, or down, on every balancer. */
async function pageIs(wanted, { plan, hosts }) {
    return (await (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts).status()) === wanted;
}
const on = {
    id: "isolate.on",
    async run(launch) {
        await raisePage(launch, `launch of ${launch.release.tag}`);
        return {};
    },
    holds: (launch) => pageIs("on", launch),
};
const maintenance_proof = {
    id: "isolate.proof",
    run: async (launch) => ({ note: await provePage(launch) }),
    // Cheap, and everything after it rests on it.
    holds: async () => false,
};
const stop = (host) => ({
    id: `isolate.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* stopServices */.RU)(hosts.get(host), plan.services);
        return { note: (0,manager/* unitsOn */.ZA)(plan.services, host).join(", ") };
    },
    async holds(launch) {
        const { plan, hosts } = launch;
        return startedSince(launch, host) || (await (0,manager/* everyUnitIs */.Wh)("stopped", hosts.get(host), plan.services));
    },
});
const maintenance_servers = {
    id: "open.servers",
    async run({ plan, hosts }) {
        const { servers: known } = (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts);
        return known === undefined ? { skipped: true } : { note: await (0,servers/* awaitServers */.V)(known) };
    },
    // Until the page comes down; afterwards it is the visitors' proof that counts.
    holds: async (launch) => (0,state/* begun */.q1)(launch.state(), "open.off"),
};
const off = {
    id: "open.off",
    async run(launch) {
        // What a rollback would set aside later is told apart from the release's own writing by this.
        const openedAt = await (0,written/* transactionId */.Kb)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database);
        await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: `${launch.release.tag} is verified` });
        await (0,stages_bypass/* withdrawToken */.IB)(launch);
        return { facts: { openedAt } };
    },
    holds: (launch) => pageIs("off", launch),
};
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,proof/* prove */.zn)(launch.plan, "open") }),
};
/** Somebody may have opened the site by hand since this launch closed it (or a reboot did): then people wrote. */
async function noticeReopening(launch) {
    const { steps } = launch.state();
    if (steps.get("isolate.on")?.status !== "done")
        return;
    const page = await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).status();
    const running = [];
    for (const host of launch.plan.services.hosts) {
        if (steps.get(`isolate.stop@${host}`)?.status === "done" && !startedSince(launch, host) && !(await (0,manager/* everyUnitIs */.Wh)("stopped", launch.hosts.get(host), launch.plan.services)))
            running.push(host);
    }
    if (page === "on" && running.length === 0)
        return;
    const how = page === "on" ? `services were started meanwhile on ${running.join(", ")}` : "the maintenance page was taken down meanwhile";
    await launch.record({ kind: "reopened", how: `${how}; what was written since is newer than the backup` });
    if (launch.state().openedAfterMigration) {
        throw new errors/* UserError */.yo({ what: `${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`, mend: "look at the site; then `golive maintenance off --because …` ends this launch as it is, or go back by hand (docs/rollback.md)" });
    }
}
/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function startedSince(launch, host) {
    return (0,state/* begun */.q1)(launch.state(), `deploy.start@${host}`) || (0,state/* begun */.q1)(launch.state(), `rollback.start@${host}`);
}
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,repository/* commitOfTag */.lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new errors/* UserError */.yo({ what: `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`, mend: "somebody moved the tag; start a new launch, so that a reviewer sees what has changed" });
    }
    if (plan.approval.comment)
        return (0,approval/* requireStillApproved */.Xx)(launch);
    const by = await (0,runs/* approversOf */.U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new errors/* UserError */.yo({ what: `nobody approved ${plan.approval.environment} in this run`, mend: "the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected" });
    }
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7518);



/** Health checks of the balancer need a moment after a start; what they still miss then is told, and no more. */
async function waitForServers(launch) {
    const { servers: known } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
    if (known === undefined)
        return;
    await (0,_load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitServers */ .V)(known).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        launch.log.warn(error.message);
    });
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JJ: () => (/* binding */ versionsBefore),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony export whenOf */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3409);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8696);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8778);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4229);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3450);








/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .stayInTime */ .Ek)(launch);
    const bypass = await wayIn(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        launch.log.info(`${id} …`);
        const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
        const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
        await launch.record({ kind: "step", step: id, status: judgement.verdict === "pass" ? "done" : "failed", seconds, note: noteOf(judgement), facts: { verdict: judgement.verdict } });
        launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
        return { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
    return results;
}
/** Throws a StepError unless every verdict is `pass`. */
function requirePass(results) {
    const bad = results.filter(({ verdict }) => verdict !== "pass");
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** The same checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests }) {
    const bypass = await wayIn(launch);
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected, bypass, "rollback.start")), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_7__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: "there is no token that leads past the maintenance page" };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts, ...whenOf(launch, start), bypass, migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_6__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected) });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error) };
    }
}
/** What the version pages said before the window, by host; nothing for one that said nothing. */
function versionsBefore({ steps }) {
    return (steps.get("prepare.checks")?.facts.versions ?? {});
}
/** What the journal knows of when, and of what must be gone. */
function whenOf({ state, run, release, signal }, start) {
    const { steps } = state();
    const started = [...steps].filter(([id]) => id.startsWith(`${start}@`)).map(([, step]) => step.endedAt ?? step.startedAt).toSorted();
    return { run: run.id, since: started.at(-1), closedAt: steps.get("isolate.on")?.startedAt, previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag, signal, startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt };
}
function noteOf({ verdict, evidence }) {
    return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}
function mendOf(verdict) {
    return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}


/***/ })

};
