export const id = 445;
export const ids = [445];
export const modules = {

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ transactionId),
/* harmony export */   v4: () => (/* binding */ writtenText),
/* harmony export */   wu: () => (/* binding */ writtenSince)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8684);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4109);



const tablesSql = `SELECT json_build_object('name', n.nspname || '.' || c.relname, 'sql', format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((SELECT json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod), 'exact', y.typname = ANY ('{${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .exactTypes */ .fJ.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace, 'text', a.attcollation <> 0) ORDER BY a.attnum)
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
    const pairs = now.flatMap((table) => table.name.endsWith(".django_migrations")
        ? []
        : [
            {
                table,
                columns: common(table, then.find(({ name }) => name === table.name)),
                before: then.some(({ name }) => name === table.name),
            },
        ]);
    const differ = await differingTables(host, plan, compared, pairs.filter(({ before }) => before));
    const found = [];
    if (compared.out !== null)
        await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseScript */ .PK)(plan, 'umask 077; : > "$1"', [compared.out]));
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
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .psqlCommand */ .K9)(plan, database, tablesSql, {}, 300));
    return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}
function common(table, other) {
    return table.columns.filter((column) => !other || other.columns.some(({ name, type }) => name === column.name && type === column.type));
}
const rowHash = (columns) => `hashtextextended(hash_record_extended(ROW(${columns.map(({ name, exact, text }) => `t.${name}${exact ? (text ? ' COLLATE "C"' : "") : '::text COLLATE "C"'}`).join(", ") || "NULL::text"}), 0)::text, 0)`;
/** A cheap look first: most tables are as they were. */
async function differingTables(host, plan, { now, then }, pairs) {
    const sql = pairs
        .map(({ table, columns }) => `SELECT count(*) || ' ' || coalesce(sum(${rowHash(columns)}), 0) FROM ONLY ${table.sql} AS t;`)
        .join("\n");
    const sums = async (database) => (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .psqlCommand */ .K9)(plan, database, `${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSettings */ .z6}${sql}\n`, { jobs: String(plan.backup.jobs) }, 4 * 3600))).stdout.split("\n");
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
    const baseline = before ? `${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSettings */ .z6}COPY (${rows} FROM ONLY ${table.sql} AS t) TO STDOUT;` : "";
    const since = openedAt === null ? "true" : `age(t.xmin) <= age('${(BigInt(openedAt) % 4294967296n).toString()}'::xid)`;
    const first = `${_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSettings */ .z6}CREATE TEMP TABLE golive_then (k text, h bigint);\nCOPY golive_then FROM STDIN;`;
    const second = `CREATE TEMP TABLE golive_written AS SELECT coalesce(n.k, b.k) AS k, CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change, coalesce(n.since, false) AS since, n.id
FROM (${rows}, ${since} AS since, t.ctid AS id FROM ONLY ${table.sql} AS t) n FULL JOIN golive_then b USING (k) WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h;
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'), count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since) FROM golive_written;
${out === null ? "" : `SELECT json_build_object('table', '${table.name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', to_json(t)) FROM golive_written w LEFT JOIN ONLY ${table.sql} t ON t.ctid = w.id WHERE w.since OR w.change = 'deleted' \\g |cat >> "$GOLIVE_OUT"\n`}`;
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseScript */ .PK)(plan, compareScript, [now, then, baseline, first, second, String(plan.backup.jobs), plan.backup.directory], { env: { GOLIVE_OUT: out ?? "" }, timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `compare ${table.name} of ${now} and ${then}` });
    const [, inserted = 0, changed = 0, deleted = 0, byPeople = 0] = (/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout) ?? []).map(Number);
    return { table: table.name, inserted, changed, deleted, byPeople };
}
/** The id of a new transaction (xid8): what is written later has a higher one. */
async function transactionId(host, plan) {
    return (await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .psqlCommand */ .K9)(plan, plan.name, "SELECT pg_current_xact_id()", {}, 60))).stdout.trim();
}
/** One line for people: `bookings +12 ~3 -1`. */
function writtenText(written) {
    if (written.length === 0)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `nothing was written`;
    return written
        .map(({ table, inserted, changed, deleted }) => `${table}${inserted > 0 ? ` +${inserted}` : ""}${changed > 0 ? ` ~${changed}` : ""}${deleted > 0 ? ` -${deleted}` : ""}`)
        .join(", ");
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
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);




/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log, }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
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
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5048);




/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
function pauseSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: pauseId(phase, work),
        async run(launch) {
            const id = pauseId(phase, work);
            const host = launch.hosts.get(work.host);
            // Written once: a second try finds it paused, which is not how it was.
            const was = launch.state().steps.get(id)?.facts.was ?? (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledState */ .tg)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work)));
            await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
            if (was === "paused")
                return { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it does not work now, and stays so`, facts: { was } };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseScheduled */ .gh)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work));
            return { ...(note ? { note } : {}), facts: { was } };
        },
        holds: async (launch) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .begun */ .q1)(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) ||
            (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledState */ .tg)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work))) === "paused",
    }));
}
/** What worked before works again; what did not is left as it was. */
function resumeSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: `${phase}.resume-${work.id}`,
        async run(launch) {
            if (!toResume(launch.state(), work))
                return { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it was not paused by this launch` };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .resumeScheduled */ .L1)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work));
            return note ? { note } : {};
        },
    }));
}
/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
async function resumeAll(plan, { hosts }, state) {
    const failed = await Promise.all(plan.services.pause
        .filter((work) => toResume(state, work))
        .map((work) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsFrom */ .PD)(async () => void (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .resumeScheduled */ .L1)(hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work))))));
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

/***/ 4208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xr: () => (/* binding */ loudByHand),
  mS: () => (/* binding */ loudSteps),
  s2: () => (/* binding */ quietSteps)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checks/ask-json.js
var ask_json = __webpack_require__(5128);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/hosts/exchange.js
var exchange = __webpack_require__(4519);
;// CONCATENATED MODULE: ./.build/js/monitoring/api.js



/** The JSON of an answer of status 2xx; null for an empty one. Throws a UserError in words for all else. */
async function call({ name, url, host, within, login }, method, path, body) {
    const { status, body: text, error, } = await (0,exchange/* exchange */.c)(host, {
        url: `${url.replace(/\/+$/, "")}${path}`,
        method,
        within,
        login,
        ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const bad = (what) => new errors/* UserError */.yo({ what: `${name}: ${what}`, where: host?.name ?? (0,core_text.t) `the runner` });
    if (status === 0)
        throw bad(error ?? (0,core_text.t) `no answer`);
    if (status < 200 || status > 299)
        throw bad((0,core_text.t) `${status === 401 || status === 403 ? (0,core_text.t) `refuses the key, or wants one` : status >= 300 && status < 400 ? (0,core_text.t) `leads elsewhere` : (0,core_text.t) `says no to ${method} ${path.split("?")[0]}`} (status ${status})`);
    if (text.trim() === "")
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        throw bad((0,core_text.t) `the answer is no JSON`);
    }
}

// EXTERNAL MODULE: ./.build/js/monitoring/schema.js
var schema = __webpack_require__(1948);
;// CONCATENATED MODULE: ./.build/js/monitoring/alertmanager.js




/** The plan's matchers, and one more that leaves out what must always ring. */
function matchersOf({ matchers, not }) {
    const own = matchers.map((text) => {
        const [, name = "", operator = "", quoted, bare = ""] = schema/* matcherPattern */.bz.exec(text) ?? [];
        return {
            name,
            value: quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, "$1"),
            isRegex: operator.endsWith("~"),
            isEqual: operator.startsWith("="),
        };
    });
    return not.length === 0
        ? own
        : [
            ...own,
            {
                name: "alertname",
                value: not.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
                isRegex: true,
                isEqual: false,
            },
        ];
}
/** Of a launch that was cut off after the silence began, before it was on record. */
const mark = (release) => `[golive ${release}]`;
/** Begins a silence, or finds the one of this release, and proves it. Returns its id. */
async function beginSilence(api, silence, { release, because, until }) {
    const [found] = await activeSilences(api, release);
    const id = found?.id ??
        (await post(api, {
            matchers: matchersOf(silence),
            startsAt: new Date().toISOString(),
            endsAt: until.toISOString(),
            createdBy: "golive",
            comment: `${because} ${mark(release)}`,
        }));
    const state = await silenceState(api, id);
    if (state === "expired")
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: silence ${id} is expired already`, where: api.url });
    return id;
}
async function post(api, body) {
    const answer = (await call(api, "POST", "/api/v2/silences", body));
    if (typeof answer?.silenceID !== "string")
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: the answer is not of its API`, where: api.url });
    return answer.silenceID;
}
async function silenceState(api, id) {
    const found = (await call(api, "GET", `/api/v2/silence/${encodeURIComponent(id)}`));
    return found?.status?.state ?? null;
}
/** Those of a release that are not over: by their mark, whoever made them. */
async function activeSilences(api, release) {
    const all = await call(api, "GET", "/api/v2/silences");
    if (!Array.isArray(all))
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: the answer is not of its API`, where: api.url });
    return all.filter(({ comment, status }) => comment.includes(mark(release)) && status.state !== "expired");
}
/** Ends every silence of a release, and proves that it is over. Returns how many. */
async function endSilences(api, release, known) {
    const ids = [...new Set([...known, ...(await activeSilences(api, release)).map(({ id }) => id)])];
    for (const id of ids) {
        if ((await silenceState(api, id)) !== "expired")
            await call(api, "DELETE", `/api/v2/silence/${encodeURIComponent(id)}`);
        const state = await silenceState(api, id);
        if (state !== "expired")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `Alertmanager: silence ${id} is ${state ?? (0,core_text.t) `unknown`} after it was deleted`,
                where: api.url,
            });
    }
    return ids.length;
}

;// CONCATENATED MODULE: ./.build/js/monitoring/annotation.js



/** Opens a region on Grafana's graphs, or finds the one of this release, which has its id as a tag. Returns its id. */
async function openAnnotation(api, { tags, dashboard }, release, text) {
    const [found] = await openAnnotations(api, release);
    if (found !== undefined)
        return found.id;
    const answer = (await call(api, "POST", "/api/annotations", {
        time: Date.now(),
        tags: [...tags, release],
        text,
        ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
    }));
    if (typeof answer?.id !== "number")
        throw notGrafana(api);
    return answer.id;
}
/** Those of a release without an end, whoever made them. */
async function openAnnotations(api, release) {
    const all = await call(api, "GET", `/api/annotations?${new URLSearchParams({ tags: release, type: "annotation", limit: "100" })}`);
    if (!Array.isArray(all))
        throw notGrafana(api);
    return all.filter(({ time, timeEnd }) => (timeEnd ?? 0) <= time);
}
/** Ends every open region of a release now, and proves that it has an end. Returns their ids. */
async function closeAnnotations(api, release, text) {
    const ids = (await openAnnotations(api, release)).map(({ id }) => id);
    for (const id of ids) {
        const timeEnd = Date.now();
        await call(api, "PATCH", `/api/annotations/${id}`, { timeEnd, text });
        const read = (await call(api, "GET", `/api/annotations/${id}`));
        if (read?.timeEnd !== timeEnd)
            throw new errors/* UserError */.yo({ what: (0,core_text.t) `Grafana: annotation ${id} has no end after it was closed`, where: api.url });
    }
    return ids;
}
function notGrafana(api) {
    return new errors/* UserError */.yo({ what: (0,core_text.t) `Grafana: the answer is not of its API`, where: api.url });
}

;// CONCATENATED MODULE: ./.build/js/stages/silence.js








const graceMinutes = 15;
/** Silent alerts on an open site are worse than loud ones on a closed one: ending is tried more than once. */
const tries = 3;
const pauseMs = 1000;
/** With the page: alerts about the service rest, and graphs show why. */
function quietSteps({ silence, annotation }, phase) {
    const id = (what) => `${phase}.${what}${phase === "isolate" ? "" : "-on"}`;
    return [
        ...(silence ? [silenceStep(id("silence"), phase)] : []),
        ...(annotation ? [annotationStep(id("annotation"))] : []),
    ];
}
/** With the opening: alerts ring again, and the region on the graphs has an end. */
function loudSteps({ silence, annotation }, phase) {
    const how = phase === "open" ? "opened" : (0,core_text.t) `rolled back`;
    return [
        ...(silence
            ? [
                {
                    id: `${phase}.silence`,
                    run: (launch) => orTell(launch, (0,core_text.t) `alerts may still be SILENCED`, () => ring(launch.plan, launch, launch.state(), launch.release.id)),
                },
            ]
            : []),
        ...(annotation
            ? [
                {
                    id: `${phase}.annotation`,
                    run: (launch) => orTell(launch, (0,core_text.t) `the region on Grafana's graphs has no end`, () => closeRegion(launch.plan, launch, launch.release.id, how)),
                },
            ]
            : []),
    ];
}
const silenceStep = (id, phase) => ({
    id,
    run: (launch) => orTell(launch, (0,core_text.t) `alerts are NOT silenced`, async () => {
        const { plan, release } = launch;
        if (!plan.silence)
            return { skipped: true };
        const end = luxon/* DateTime */.c9.max(luxon/* DateTime */.c9.fromISO(release.window.end), luxon/* DateTime */.c9.now()).plus({ minutes: graceMinutes });
        const because = (0,core_text.t) `${phase === "isolate" ? "launch" : "rollback"} of ${release.tag}, run ${launch.run.id}`;
        const silence = await beginSilence(alertmanager(plan, launch), plan.silence, {
            release: release.id,
            because,
            until: end.toJSDate(),
        });
        return {
            note: (0,core_text.t) `until ${end.setZone(plan.timezone).toFormat("HH:mm")} at the latest${plan.silence.not.length === 0 ? "" : (0,core_text.t) `; not ${plan.silence.not.join(", ")}`}`,
            facts: { silence },
        };
    }),
    async holds(launch) {
        const state = launch.state();
        if ((0,journal_state/* begun */.q1)(state, phase === "isolate" ? "open.silence" : "rollback.silence"))
            return true;
        const known = state.steps.get(id)?.facts.silence;
        return (typeof known === "string" &&
            silenceState(alertmanager(launch.plan, launch), known).then((found) => found === "active", () => false));
    },
});
const annotationStep = (id) => ({
    id,
    run: (launch) => orTell(launch, (0,core_text.t) `Grafana's graphs do not show the window`, async () => {
        const { plan, release } = launch;
        if (!plan.annotation)
            return { skipped: true };
        const annotation = await openAnnotation(grafana(plan, launch), plan.annotation, release.id, (0,core_text.t) `${plan.service} ${release.tag}: the site is closed`);
        return { note: (0,core_text.t) `annotation ${annotation}`, facts: { annotation } };
    }),
});
/** For a launch that a person ends by hand. What could not be ended is told and stops nobody. */
async function loudByHand(plan, reached, state, release, log) {
    if (plan.silence)
        await ring(plan, reached, state, release).catch((error) => log.warn((0,core_text.t) `alerts may still be silenced: ${(0,errors/* errorLine */.BP)(error)}`));
    if (plan.annotation)
        await closeRegion(plan, reached, release, (0,core_text.t) `opened by hand`).catch((error) => log.warn((0,core_text.t) `the region on Grafana's graphs has no end: ${(0,errors/* errorLine */.BP)(error)}`));
}
async function ring(plan, reached, state, release) {
    const known = ["isolate.silence", "rollback.silence-on"]
        .map((id) => state.steps.get(id)?.facts.silence)
        .filter((id) => typeof id === "string");
    for (let attempt = 1;; attempt++) {
        try {
            const ended = await endSilences(alertmanager(plan, reached), release, known);
            return ended === 0
                ? { skipped: true, note: (0,core_text.t) `nothing was silenced by this launch` }
                : { note: (0,core_text.t) `${ended} silence${ended > 1 ? "s" : ""} expired` };
        }
        catch (error) {
            if (attempt === tries)
                throw error;
            await (0,promises_.setTimeout)(pauseMs);
        }
    }
}
async function closeRegion(plan, reached, release, how) {
    const ids = await closeAnnotations(grafana(plan, reached), release, (0,core_text.t) `${plan.service}: the site was closed; ${how}`);
    return ids.length === 0
        ? { skipped: true, note: (0,core_text.t) `no annotation of this launch is open` }
        : { note: (0,core_text.t) `annotation ${ids.join(", ")}` };
}
/** A launch is not stopped because alerts ring, or go on resting: it is told, on the page and in the log. */
async function orTell(launch, what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (launch.signal.aborted)
            throw error;
        const text = `${what}: ${(0,errors/* errorLine */.BP)(error)}`;
        launch.log.warn(text);
        await launch.record({ kind: "note", text });
        return { skipped: true, note: text };
    }
}
function alertmanager(plan, { hosts }) {
    return apiOf("Alertmanager", plan, plan.silence, hosts);
}
function grafana(plan, { hosts }) {
    return apiOf("Grafana", plan, plan.annotation, hosts);
}
function apiOf(name, plan, asked, hosts) {
    if (asked === undefined)
        throw new Error((0,core_text.t) `the plan has no ${name}`);
    return {
        name,
        url: asked.url,
        host: asked.from === undefined ? null : hosts.get(asked.from),
        within: asked.within,
        login: (0,ask_json/* loginOf */.DQ)(plan, asked),
    };
}


/***/ })

};
