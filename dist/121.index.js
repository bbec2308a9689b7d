export const id = 121;
export const ids = [121];
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

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   IB: () => (/* binding */ withdrawToken),
/* harmony export */   te: () => (/* binding */ giveToken)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5384);



/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn(`The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p3: () => (/* binding */ allRunning),
  Zk: () => (/* binding */ allStopped),
  Md: () => (/* binding */ closeSite),
  uI: () => (/* binding */ drainSteps),
  DS: () => (/* binding */ liftPage),
  c2: () => (/* binding */ openSite),
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
    await (0,run_steps/* runSteps */.rl)(launch, [on, maintenance_proof, ...drainSteps(launch.plan, "isolate"), ...(0,scheduled/* pauseSteps */.uq)(launch.plan, "isolate"), launch.plan.services.hosts.map(stop)]);
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
    await (0,run_steps/* runSteps */.rl)(launch, [...((0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).servers === undefined ? [] : [maintenance_servers]), off, openProof, ...(0,scheduled/* resumeSteps */.Fw)(launch.plan, "open")]);
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
const on = {
    id: "isolate.on",
    async run(launch) {
        await raisePage(launch, `launch of ${launch.release.tag}`);
        return {};
    },
    holds: async (launch) => (await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).status()) === "on",
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
        return startedSince(launch, host) || (await allStopped(hosts.get(host), plan));
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
    holds: async (launch) => (await (0,balancer/* openBalancer */.J)(launch.plan["load-balancer"], launch.hosts).status()) === "off",
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
        if (steps.get(`isolate.stop@${host}`)?.status === "done" && !startedSince(launch, host) && !(await allStopped(launch.hosts.get(host), launch.plan)))
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
async function allRunning(host, plan) {
    for (const unit of (0,manager/* unitsOn */.ZA)(plan.services, host.name))
        if ((await (0,manager/* unitState */.__)(host, plan.services, unit)) !== "running")
            return false;
    return true;
}
async function allStopped(host, plan) {
    for (const unit of (0,manager/* unitsOn */.ZA)(plan.services, host.name))
        if ((await (0,manager/* unitState */.__)(host, plan.services, unit)) === "running")
            return false;
    return true;
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

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ resumeSteps),
/* harmony export */   tW: () => (/* binding */ resumeAll),
/* harmony export */   uq: () => (/* binding */ pauseSteps)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5048);



/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
function pauseSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: pauseId(phase, work),
        async run(launch) {
            const id = pauseId(phase, work);
            const host = launch.hosts.get(work.host);
            // Written once: a second try finds it paused, which is not how it was.
            const was = launch.state().steps.get(id)?.facts.was ?? (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsPlace */ .t9)(plan, work)));
            await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
            if (was === "paused")
                return { skipped: true, note: "it does not work now, and stays so", facts: { was } };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseScheduled */ .gh)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsPlace */ .t9)(plan, work));
            return { ...(note ? { note } : {}), facts: { was } };
        },
        holds: async (launch) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) || (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledState */ .tg)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsPlace */ .t9)(plan, work))) === "paused",
    }));
}
/** What worked before works again; what did not is left as it was. */
function resumeSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: `${phase}.resume-${work.id}`,
        async run(launch) {
            if (!toResume(launch.state(), work))
                return { skipped: true, note: "it was not paused by this launch" };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsPlace */ .t9)(plan, work));
            return note ? { note } : {};
        },
    }));
}
/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
async function resumeAll(plan, { hosts }, state) {
    const failed = await Promise.all(plan.services.pause.filter((work) => toResume(state, work)).map(async (work) => (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .resumeScheduled */ .L1)(hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsPlace */ .t9)(plan, work)).then(() => [], (error) => {
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
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8696);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8778);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3450);







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
        const judgement = await judge(launch, check, launch.release, bypass);
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
        return { ...(await judge(launch, asked, expected, bypass)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: "there is no token that leads past the maintenance page" };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts, bypass });
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
