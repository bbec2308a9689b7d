export const id = 821;
export const ids = [821];
export const modules = {

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ transactionId),
/* harmony export */   v4: () => (/* binding */ writtenText),
/* harmony export */   wu: () => (/* binding */ writtenSince)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);


const tablesSql = `SELECT json_build_object('name', n.nspname || '.' || c.relname, 'sql', format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((SELECT json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod), 'exact', y.typname = ANY ('{${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .exactTypes */ .fJ.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace, 'text', a.attcollation <> 0) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'),
  'key', coalesce((SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1::text
`;
/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by primary key (or, without one, by all they hold) and compared in the columns that both have. The release's
 * own record of migrations is left out. Reads both; keeps nothing but `out`.
 */
async function writtenSince(host, plan, compared) {
    const [now, then] = await Promise.all([tablesOf(host, plan, compared.now), tablesOf(host, plan, compared.then)]);
    const pairs = now.flatMap((table) => (table.name.endsWith(".django_migrations") ? [] : [{ table, columns: common(table, then.find(({ name }) => name === table.name)), before: then.some(({ name }) => name === table.name) }]));
    const differ = await differingTables(host, plan, compared, pairs.filter(({ before }) => before));
    const found = [];
    if (compared.out !== null)
        await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, 'umask 077; : > "$1"', [compared.out]));
    for (const pair of pairs) {
        if (pair.before && !differ.has(pair.table.name))
            continue;
        const written = await writtenTo(host, plan, compared, pair);
        if (written.inserted + written.changed + written.deleted > 0)
            found.push(written);
    }
    return found.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
async function tablesOf(host, plan, database) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, database, tablesSql, {}, 300));
    return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}
function common(table, other) {
    return table.columns.filter((column) => !other || other.columns.some(({ name, type }) => name === column.name && type === column.type));
}
const rowHash = (columns) => `hashtextextended(hash_record_extended(ROW(${columns.map(({ name, exact, text }) => `t.${name}${exact ? (text ? ' COLLATE "C"' : "") : '::text COLLATE "C"'}`).join(", ") || "NULL::text"}), 0)::text, 0)`;
/** A cheap look first: most tables are as they were. */
async function differingTables(host, plan, { now, then }, pairs) {
    const sql = pairs.map(({ table, columns }) => `SELECT count(*) || ' ' || coalesce(sum(${rowHash(columns)}), 0) FROM ONLY ${table.sql} AS t;`).join("\n");
    const sums = async (database) => (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, database, `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}${sql}\n`, { jobs: String(plan.backup.jobs) }, 4 * 3600))).stdout.split("\n");
    const [before, after] = [await sums(then), await sums(now)];
    return new Set(pairs.filter((_, index) => before[index] !== after[index]).map(({ table }) => table.name));
}
// psql reads the rows of the other database in the middle of its script; both sides of the pipe have to end well.
const compareScript = `umask 077; t=$(mktemp -- "$7/.then.XXXXXX") || exit 1
trap 'rm -f -- "$t"' EXIT
printf '%s\\n' "$3" | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$2" -f - > "$t" || exit 1
{ printf '%s\\n' "$4"; cat -- "$t"; printf '%s\\n' '\\.' "$5"; } | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$1" -f -`;
async function writtenTo(host, plan, { now, then, openedAt, out }, { table, columns, before }) {
    // Without a key, equal rows are numbered, so that each has its counterpart.
    const keyed = table.key.length > 0 && table.key.every((name) => columns.some((column) => column.name === name));
    const rows = `SELECT ${keyed ? `ROW(${table.key.map((name) => `t.${name}`).join(", ")})::text` : `${rowHash(columns)}::text || '#' || row_number() OVER (PARTITION BY ${rowHash(columns)})`} AS k, ${rowHash(columns)} AS h`;
    const baseline = before ? `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}COPY (${rows} FROM ONLY ${table.sql} AS t) TO STDOUT;` : "";
    const since = openedAt === null ? "true" : `age(t.xmin) <= age('${(BigInt(openedAt) % 4294967296n).toString()}'::xid)`;
    const first = `${_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentSettings */ .z6}CREATE TEMP TABLE golive_then (k text, h bigint);\nCOPY golive_then FROM STDIN;`;
    const second = `CREATE TEMP TABLE golive_written AS SELECT coalesce(n.k, b.k) AS k, CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change, coalesce(n.since, false) AS since, n.id
FROM (${rows}, ${since} AS since, t.ctid AS id FROM ONLY ${table.sql} AS t) n FULL JOIN golive_then b USING (k) WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h;
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'), count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since) FROM golive_written;
${out === null ? "" : `SELECT json_build_object('table', '${table.name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', to_json(t)) FROM golive_written w LEFT JOIN ONLY ${table.sql} t ON t.ctid = w.id WHERE w.since OR w.change = 'deleted' \\g |cat >> "$GOLIVE_OUT"\n`}`;
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, compareScript, [now, then, baseline, first, second, String(plan.backup.jobs), plan.backup.directory], { env: { GOLIVE_OUT: out ?? "" }, timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: `compare ${table.name} of ${now} and ${then}` });
    const [, inserted = 0, changed = 0, deleted = 0, byPeople = 0] = (/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout) ?? []).map(Number);
    return { table: table.name, inserted, changed, deleted, byPeople };
}
/** The id of a new transaction (xid8): what is written later has a higher one. */
async function transactionId(host, plan) {
    return (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, plan.name, "SELECT pg_current_xact_id()", {}, 60))).stdout.trim();
}
/** One line for people: `bookings +12 ~3 -1`. */
function writtenText(written) {
    if (written.length === 0)
        return "nothing was written";
    return written.map(({ table, inserted, changed, deleted }) => `${table}${inserted > 0 ? ` +${inserted}` : ""}${changed > 0 ? ` ~${changed}` : ""}${deleted > 0 ? ` -${deleted}` : ""}`).join(", ");
}


/***/ }),

/***/ 2821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ liftPage),
/* harmony export */   Md: () => (/* binding */ closeSite),
/* harmony export */   c2: () => (/* binding */ openSite),
/* harmony export */   e_: () => (/* binding */ raisePage)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _database_written_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4275);
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5540);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4998);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6140);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4925);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1986);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8778);
/* harmony import */ var _approval_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8087);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(342);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8696);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2177);
/* harmony import */ var _scheduled_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7805);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7321);
















/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
async function closeSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), "open.off")) {
        launch.log.info("the site was being opened already; it is not closed again");
        return;
    }
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_11__/* .requireWindow */ .O4)(launch);
    // On record already, and asking GitHub again could only stop a launch that is half done.
    if (!(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .touched */ .FI)(launch.state()) || launch.state().approvedBy.length === 0)
        await requireApproval(launch);
    if (!(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .touched */ .FI)(launch.state())) {
        const { problems } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .hostsAnswer */ .s)(launch.plan, launch);
        if (problems.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
    }
    await noticeReopening(launch);
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_12__/* .runSteps */ .rl)(launch, [on, proof, ...(0,_scheduled_js__WEBPACK_IMPORTED_MODULE_13__/* .pauseSteps */ .uq)(launch.plan, "isolate"), launch.plan.services.hosts.map(stop)]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .requireForward */ .jR)(launch);
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_15__/* .dumpProved */ .DL)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: "the site stays closed: the dump is not proved yet", mend: "run backup once more after the deploy (database.backup.dump is after-migration)" });
    const open = (0,_verify_js__WEBPACK_IMPORTED_MODULE_14__/* .required */ .mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the site stays closed: not verified yet (${open.join(", ")})`, mend: "run verify first; the maintenance page comes down for a verified release or a finished rollback only" });
    }
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_12__/* .runSteps */ .rl)(launch, [off, openProof, ...(0,_scheduled_js__WEBPACK_IMPORTED_MODULE_13__/* .resumeSteps */ .Fw)(launch.plan, "open")]);
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .endLaunch */ .XX)(launch, "live", `${launch.release.tag} is verified and open`);
}
/** Puts the page up and proves it. */
async function raisePage(launch, because) {
    await launch.record({ kind: "maintenance", state: "on", because });
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).on(`golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`);
}
/** Takes the page down whoever asks, records why, and proves it. */
async function liftPage(launch, because) {
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because });
    return (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .prove */ .zn)(launch.plan, "open");
}
const on = {
    id: "isolate.on",
    async run(launch) {
        await raisePage(launch, `launch of ${launch.release.tag}`);
        return {};
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "on",
};
const proof = {
    id: "isolate.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .prove */ .zn)(launch.plan, "closed") }),
    // Cheap, and everything after it rests on it.
    holds: async () => false,
};
const stop = (host) => ({
    id: `isolate.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .stopServices */ .RU)(hosts.get(host), plan.services);
        return { note: (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsOn */ .ZA)(plan.services, host).join(", ") };
    },
    async holds(launch) {
        const { plan, hosts } = launch;
        return startedSince(launch, host) || (await allStopped(hosts.get(host), plan));
    },
});
const off = {
    id: "open.off",
    async run(launch) {
        // What a rollback would set aside later is told apart from the release's own writing by this.
        const openedAt = await (0,_database_written_js__WEBPACK_IMPORTED_MODULE_2__/* .transactionId */ .Kb)((0,_backup_record_js__WEBPACK_IMPORTED_MODULE_15__/* .databaseHost */ .iz)(launch), launch.plan.database);
        await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: `${launch.release.tag} is verified` });
        return { facts: { openedAt } };
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "off",
};
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .prove */ .zn)(launch.plan, "open") }),
};
/** Somebody may have opened the site by hand since this launch closed it (or a reboot did): then people wrote. */
async function noticeReopening(launch) {
    const { steps } = launch.state();
    if (steps.get("isolate.on")?.status !== "done")
        return;
    const page = await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_5__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status();
    const running = [];
    for (const host of launch.plan.services.hosts) {
        if (steps.get(`isolate.stop@${host}`)?.status === "done" && !startedSince(launch, host) && !(await allStopped(launch.hosts.get(host), launch.plan)))
            running.push(host);
    }
    if (page === "on" && running.length === 0)
        return;
    const how = page === "on" ? `services were started meanwhile on ${running.join(", ")}` : "the maintenance page was taken down meanwhile";
    await launch.record({ kind: "reopened", how: `${how}; what was written since is newer than the backup` });
    if (launch.state().openedAfterMigration) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`, mend: "look at the site; then `golive maintenance off --because …` ends this launch as it is, or go back by hand (docs/rollback.md)" });
    }
}
/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function startedSince(launch, host) {
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `deploy.start@${host}`) || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `rollback.start@${host}`);
}
async function allStopped(host, plan) {
    for (const unit of (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsOn */ .ZA)(plan.services, host.name))
        if ((await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_7__/* .unitState */ .__)(host, plan.services, unit)) === "running")
            return false;
    return true;
}
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .commitOfTag */ .lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`, mend: "somebody moved the tag; start a new launch, so that a reviewer sees what has changed" });
    }
    if (plan.approval.comment)
        return (0,_approval_js__WEBPACK_IMPORTED_MODULE_9__/* .requireStillApproved */ .Xx)(launch);
    const by = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_4__/* .approversOf */ .U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `nobody approved ${plan.approval.environment} in this run`, mend: "the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected" });
    }
}


/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ resumeSteps),
/* harmony export */   tW: () => (/* binding */ resumeAll),
/* harmony export */   uq: () => (/* binding */ pauseSteps)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);



/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
function pauseSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: pauseId(phase, work),
        async run(launch) {
            const id = pauseId(phase, work);
            const host = launch.hosts.get(work.host);
            // Written once: a second try finds it paused, which is not how it was.
            const was = launch.state().steps.get(id)?.facts.was ?? (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(host, work));
            await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
            if (was === "paused")
                return { skipped: true, note: "it does not work now, and stays so", facts: { was } };
            await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseScheduled */ .gh)(host, work);
            return { facts: { was } };
        },
        holds: async (launch) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) || (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(launch.hosts.get(work.host), work)) === "paused",
    }));
}
/** What worked before works again; what did not is left as it was. */
function resumeSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: `${phase}.resume-${work.id}`,
        async run(launch) {
            if (!toResume(launch.state(), work))
                return { skipped: true, note: "it was not paused by this launch" };
            await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(launch.hosts.get(work.host), work);
            return {};
        },
    }));
}
/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
async function resumeAll(plan, { hosts }, state) {
    const failed = await Promise.all(plan.services.pause.filter((work) => toResume(state, work)).map(async (work) => (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(hosts.get(work.host), work).then(() => [], (error) => {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return error.problems;
        throw error;
    })));
    if (failed.flat().length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failed.flat());
}
function toResume(state, work) {
    return ["isolate", "rollback"].some((phase) => state.steps.get(pauseId(phase, work))?.facts.was === "working");
}
function pauseId(phase, work) {
    return `${phase}.pause-${work.id}`;
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8696);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8778);





/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .stayInTime */ .Ek)(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        launch.log.info(`${id} …`);
        const judgement = await judge(launch, check, launch.release);
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
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
async function judge(launch, check, expected) {
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error) };
    }
}
function noteOf({ verdict, evidence }) {
    return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}
function mendOf(verdict) {
    return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}


/***/ })

};
