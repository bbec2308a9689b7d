export const id = 117;
export const ids = [117];
export const modules = {

/***/ 7117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ prepare_action)
});

// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checks/check.js + 9 modules
var checks_check = __webpack_require__(6832);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/gate.js
var gate = __webpack_require__(5263);
// EXTERNAL MODULE: ./.build/js/database/archive-contents.js
var archive_contents = __webpack_require__(5761);
// EXTERNAL MODULE: ./.build/js/database/dump.js
var database_dump = __webpack_require__(4360);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest.js
var pgbackrest = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest-command.js
var pgbackrest_command = __webpack_require__(3534);
;// CONCATENATED MODULE: ./.build/js/database/newest-backup.js








// A backup of pg_dump --format=directory is as old as its table of contents, which is written last.
const lookScript = `now=$(date +%s)
for p; do
  if [ -d "$p" ]; then [ -e "$p/toc.dat" ] || continue; m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1); else m=$(stat -c %Y -- "$p") || continue; s=$(stat -c %s -- "$p"); fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`;
const findScript = `[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c '${lookScript.replaceAll("'", `'\\''`)}' sh`;
// The first bytes say what it is; a plain dump ends with words of its own once pg_dump is through.
const kindScript = `if [ -d "$1" ]; then echo archive; exit; fi
case "$(head -c 5 -- "$1" | od -An -tx1 | tr -d ' \\n')" in
  5047444d50) echo archive ;;
  1f8b*) echo sql-gzip ;;
  2d2d*|0a2d2d*) echo sql ;;
  6167652d65) echo encrypted ;;
  *) echo unknown ;;
esac`;
const wholeScript = {
    sql: 'tail -c 400 -- "$1" | grep -q "PostgreSQL database dump complete"',
    "sql-gzip": 'gzip -t -- "$1" && gzip -dc -- "$1" | tail -c 400 | grep -q "PostgreSQL database dump complete"',
};
/**
 * The newest backup, younger than the plan's limit, no longer being written, and whole: each of its bytes is read.
 * `settle` is how long it is watched for a change, in seconds. Throws a UserError that says what is wrong with it.
 */
async function findNewestBackup(host, database, plan, settle = 2) {
    if (plan.kind === "pgbackrest")
        return newestOfStanza(host, database, plan);
    const first = newest(await look(host, database, plan));
    const place = plan.kind === "files" ? plan.pattern : plan.run.join(" ");
    if (!first)
        throw new errors/* UserError */.yo({
            code: "backup-none",
            what: (0,core_text.t) `there is no backup at ${place}`,
            where: host.name,
            mend: (0,core_text.t) `find out why the nightly backup does not run, or correct prepare.newest-backup`,
        });
    const at = `${host.name}:${first.path}`;
    if (first.bytes === 0)
        throw new errors/* UserError */.yo({
            code: "backup-empty",
            what: (0,core_text.t) `the newest backup is empty`,
            where: at,
            mend: (0,core_text.t) `find out why the nightly backup fails`,
        });
    await (0,promises_.setTimeout)(settle * 1000);
    const [second] = await lookAt(host, database, [first.path]);
    if (!second || second.bytes !== first.bytes || second.changed !== first.changed)
        throw new errors/* UserError */.yo({
            code: "backup-unfinished",
            what: (0,core_text.t) `the newest backup is still being written`,
            where: at,
            mend: (0,core_text.t) `run this again once it is through`,
        });
    const ageSeconds = first.now - first.changed;
    if (ageSeconds > plan["max-age"])
        throw new errors/* UserError */.yo({
            code: "backup-old",
            what: (0,core_text.t) `the newest backup is ${(0,figures/* showDuration */.kJ)(ageSeconds)} old; the plan allows ${(0,figures/* showDuration */.kJ)(plan["max-age"])}`,
            where: at,
            mend: (0,core_text.t) `find out why there is none since`,
        });
    return {
        path: first.path,
        bytes: first.bytes,
        ageSeconds: Math.max(0, ageSeconds),
        format: await wholeFormat(host, database, first.path),
    };
}
async function wholeFormat(host, database, path) {
    const where = `${host.name}:${path}`;
    const kind = (await host.run((0,postgres/* databaseScript */.PK)(database, kindScript, [path], { timeoutSeconds: 60 }))).stdout.trim();
    if (kind === "encrypted")
        throw new errors/* UserError */.yo({
            code: "backup-encrypted",
            what: (0,core_text.t) `the newest backup is encrypted, so it cannot be looked into here`,
            where,
            mend: (0,core_text.t) `name a copy that is not, or a command that opens it and prints where`,
        });
    if (kind !== "archive" && kind !== "sql" && kind !== "sql-gzip")
        throw new errors/* UserError */.yo({
            code: "backup-unknown",
            what: (0,core_text.t) `the newest backup is nothing that pg_dump writes`,
            where,
            mend: (0,core_text.t) `correct prepare.newest-backup; formats: pg_dump's custom and directory, .sql and .sql.gz`,
        });
    const damaged = new errors/* UserError */.yo({
        code: "backup-damaged",
        what: (0,core_text.t) `the newest backup is damaged or cut off`,
        where,
        mend: (0,core_text.t) `find out why; the nightly backup cannot be relied on`,
    });
    if (kind !== "archive") {
        if ((await host.attempt((0,postgres/* databaseScript */.PK)(database, wholeScript[kind], [path]))).code !== 0)
            throw damaged;
        return kind;
    }
    const listed = await host.attempt((0,postgres/* databaseCommand */.zN)(database, "pg_restore", ["--list", "--", path], { timeoutSeconds: 300 }));
    if (listed.code !== 0 ||
        (await host.attempt((0,postgres/* databaseCommand */.zN)(database, "pg_restore", ["--file=/dev/null", "--", path]))).code !== 0)
        throw damaged;
    const of = /^;\s+dbname: (.*)$/m.exec(listed.stdout)?.[1];
    if (of !== undefined && of !== database.name)
        throw new errors/* UserError */.yo({
            code: "backup-other",
            what: (0,core_text.t) `the newest backup is of the database "${of}", not of "${database.name}"`,
            where,
            mend: (0,core_text.t) `correct prepare.newest-backup`,
        });
    return "archive";
}
/** pgBackRest writes a backup to its list once it is through; one under way is not there. */
async function newestOfStanza(host, database, plan) {
    const { backup } = await (0,pgbackrest_command/* stanzaInfo */.SA)(host, database, plan);
    const last = backup.toSorted((a, b) => b.timestamp.stop - a.timestamp.stop)[0];
    const where = (0,core_text.t) `${host.name}: stanza ${plan.stanza}`;
    if (!last)
        throw new errors/* UserError */.yo({
            code: "backup-none",
            what: (0,core_text.t) `pgBackRest has no backup`,
            where,
            mend: (0,core_text.t) `find out why its timer does not run`,
        });
    const ageSeconds = Math.max(0, Number((await host.run((0,command/* command */.G5)("date", ["+%s"], { timeoutSeconds: 30 }))).stdout) - last.timestamp.stop);
    if (ageSeconds > plan["max-age"])
        throw new errors/* UserError */.yo({
            code: "backup-old",
            what: (0,core_text.t) `the newest backup (${last.label}) is ${(0,figures/* showDuration */.kJ)(ageSeconds)} old; the plan allows ${(0,figures/* showDuration */.kJ)(plan["max-age"])}`,
            where,
            mend: (0,core_text.t) `find out why there is none since`,
        });
    await (0,pgbackrest/* verifyPgbackrest */.ei)(host, database, plan, last.label);
    return { path: last.label, bytes: last.info.size, ageSeconds, format: "pgbackrest" };
}
async function look(host, database, plan) {
    if (plan.kind === "command") {
        const [file = "", ...args] = plan.run;
        const { stdout } = await host.run((0,command/* command */.G5)(file, args, { timeoutSeconds: 300 }));
        const path = stdout.trim().split("\n").at(-1) ?? "";
        return path.startsWith("/") ? lookAt(host, database, [path]) : [];
    }
    const parts = plan.pattern.split("/");
    const fixed = parts.findIndex((part) => /[*?[]/.test(part));
    const depth = fixed === -1 ? 1 : parts.length - fixed;
    const folder = parts.slice(0, parts.length - depth).join("/") || "/";
    return parse((await host.run((0,postgres/* databaseScript */.PK)(database, findScript, [folder, plan.pattern, String(depth)], { timeoutSeconds: 300 }))).stdout);
}
async function lookAt(host, database, paths) {
    return parse((await host.attempt((0,postgres/* databaseScript */.PK)(database, lookScript, paths, { timeoutSeconds: 60 }))).stdout);
}
function parse(stdout) {
    return [...stdout.matchAll(/^(\d+)\|(\d+)\|(\d+)\|(.+)$/gm)].map(([, now, changed, bytes, path]) => ({
        now: Number(now),
        changed: Number(changed),
        bytes: Number(bytes),
        path: path ?? "",
    }));
}
function newest(found) {
    return found.toSorted((a, b) => b.changed - a.changed)[0];
}

// EXTERNAL MODULE: ./.build/js/database/preflight.js + 1 modules
var preflight = __webpack_require__(9586);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 1 modules
var restore = __webpack_require__(5703);
// EXTERNAL MODULE: ./.build/js/database/trial.js
var trial = __webpack_require__(1308);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/hosts/host.js
var hosts_host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/hosts/gently.js

/** The same host, with every command behind the service in the queues for processor and disk. */
function gently(host) {
    return (0,hosts_host/* hostFrom */.N)(host.name, (command) => host.attempt({
        ...command,
        file: "nice",
        args: ["-n", "19", "ionice", "-c", "3", command.file, ...command.args],
        label: command.label ?? [command.file, ...(command.file === "sh" ? command.args.slice(3) : command.args)].join(" "),
    }));
}

// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var presets_preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/stages/access.js + 1 modules
var access = __webpack_require__(3710);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/certificates.js
var certificates = __webpack_require__(3448);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js + 1 modules
var deploy = __webpack_require__(3954);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var forecast = __webpack_require__(7285);
// EXTERNAL MODULE: ./.build/js/stages/scratch.js
var stages_scratch = __webpack_require__(4436);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var stages_launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/outline.js
var outline = __webpack_require__(9972);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
// EXTERNAL MODULE: ./.build/js/checks/http.js
var http = __webpack_require__(822);
;// CONCATENATED MODULE: ./.build/js/database/lock-sampler.js

/** Seconds between two looks: locks shorter than that may go unseen. */
const interval = 0.05;
/** Modes that keep at least writers waiting. */
const blocking = ["ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"];
const application = "golive-locks";
const sampleSql = `SET application_name = '${application}';
SELECT extract(epoch FROM clock_timestamp()), l.relation::regclass, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid() AND l.mode IN (${blocking.map((mode) => `'${mode}'`).join(", ")})
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) \\watch ${interval}
`;
/** Watches the locks taken in a database while `work` runs. */
async function watchLocks(host, plan, database, work) {
    const sampling = host.attempt((0,postgres/* psqlCommand */.K9)(plan, database, sampleSql, {}, 6 * 3600));
    await watching(host, plan, database);
    try {
        const result = await work();
        return { result, locks: seenLocks((await stopped(host, plan, database, sampling)).stdout) };
    }
    catch (error) {
        await stopped(host, plan, database, sampling).catch(() => { });
        throw error;
    }
}
async function watching(host, plan, database) {
    for (let tries = 0; tries < 20; tries++) {
        const [[count = "0"] = []] = await (0,postgres/* query */.P)(host, plan, "postgres", `SELECT count(*) FROM pg_stat_activity WHERE datname = :'database' AND application_name = '${application}'`, { database });
        if (count !== "0")
            return;
    }
}
async function stopped(host, plan, database, sampling) {
    await (0,postgres/* query */.P)(host, plan, "postgres", `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'database' AND application_name = '${application}'`, { database });
    return sampling;
}
/** Adds the looks up: from the first to the last at which a lock was seen, and one interval. */
function seenLocks(stdout) {
    const spans = new Map();
    for (const [, time, table, mode] of stdout.matchAll(/^([\d.]+)\|(\S+)\|(\w+)$/gm)) {
        const at = Number(time);
        const span = spans.get(`${table}|${mode}`);
        spans.set(`${table}|${mode}`, { first: span?.first ?? at, last: at });
    }
    return [...spans].map(([key, { first, last }]) => {
        const [table = "", mode = ""] = key.split("|");
        return {
            table,
            mode,
            seconds: Math.round((last - first + interval) * 100) / 100,
            stops: mode === "AccessExclusiveLock" ? "reads and writes" : "writes",
        };
    });
}

;// CONCATENATED MODULE: ./.build/js/stages/trial.js









/** Refuses unless the built release's settings lead to the scratch database, and to no other. */
async function requireScratch({ trial, database, host }) {
    const told = await trial.database();
    if (told === database)
        return;
    throw new errors/* UserError */.yo({
        what: told === null
            ? (0,core_text.t) `the built release does not run with the settings of the trial`
            : (0,core_text.t) `with the settings of the trial the release uses the database "${told.slice(0, 80)}", not the scratch database`,
        where: host.name,
        mend: (0,core_text.t) `correct prepare.trial.settings or database-url; nothing was migrated`,
    });
}
/** Runs the pending migrations one by one on the scratch database. `startup` is what a command costs that does nothing; seconds. */
async function rehearseMigrations(launch, tried) {
    await requireScratch(tried);
    const scratch = (0,stages_scratch/* scratchServer */.G)(launch);
    const began = performance.now();
    const pending = await tried.trial.pending();
    const startup = (performance.now() - began) / 1000;
    const migrations = [];
    for (const name of pending) {
        const started = performance.now();
        try {
            const { locks } = await watchLocks(scratch.host, scratch.database, tried.database, () => tried.trial.apply(name));
            const seconds = Math.round(Math.max(0, (performance.now() - started) / 1000 - startup) * 100) / 100;
            migrations.push({ name, seconds, locks });
        }
        catch (error) {
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the migration ${name} fails on yesterday's data: ${(0,errors/* errorLine */.BP)(error)}`,
                where: tried.host.name,
                mend: (0,core_text.t) `mend the migration or the data; nothing of the service was touched`,
            }, { cause: error instanceof errors/* CommandError */.Qd ? error : undefined });
        }
    }
    const left = await tried.trial.pending();
    if (left.length > 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${left.length} migrations are still unapplied on the scratch database: ${left.join(", ")}`,
            where: tried.host.name,
            mend: (0,core_text.t) `look at manage.py showmigrations`,
        });
    return { migrations, startup };
}
function migrationsText(migrations, known) {
    if (migrations.length === 0)
        return (0,core_text.t) `none is pending`;
    return migrations
        .map(({ name, seconds, locks }) => {
        const effects = known.find((one) => one.name === name);
        const drops = [...(effects?.drops ?? []), ...(effects?.rewrites ?? [])];
        const held = locks.map((lock) => lock.stops === "writes"
            ? (0,core_text.t) `writes of ${lock.table} wait ${(0,figures/* showDuration */.kJ)(lock.seconds)}`
            : (0,core_text.t) `reads and writes of ${lock.table} wait ${(0,figures/* showDuration */.kJ)(lock.seconds)}`);
        return `${name} ${(0,figures/* showDuration */.kJ)(seconds)}${drops.length > 0 ? `, ⚠️ ${drops.join(", ")}` : ""}${held.length > 0 ? ` (${held.join(", ")})` : ""}`;
    })
        .join("; ");
}
// Runs until the stop file appears, and no longer than an hour: a runner that was lost cannot make the file.
const untilStopped = `stop=$1; shift
"$@" </dev/null >/dev/null & p=$!
trap 'kill "$p" 2>/dev/null' EXIT INT TERM HUP
n=0
while [ ! -e "$stop" ] && [ "$n" -lt 18000 ]; do kill -0 "$p" 2>/dev/null || { wait "$p"; trap - EXIT; exit 90; }; sleep 0.2; n=$((n + 1)); done
kill "$p" 2>/dev/null; wait "$p" 2>/dev/null
trap - EXIT
exit 0`;
/** Starts one instance of the release at the scratch database, waits for its health page, and works with it. */
async function withInstance(tried, start, work, user) {
    const owner = user === undefined ? {} : { user };
    const { host, trial, directory } = tried;
    if ((await (0,http/* curl */.Vt)(host, start.health, 3)).status !== 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `something answers at ${start.health} already`,
            where: host.name,
            mend: (0,core_text.t) `choose a port that nothing uses, in prepare.trial.start`,
        });
    const stop = `${directory}/.golive-stop`;
    // By the user that owns the directory: another may not write there.
    await host.run((0,command/* script */.K$)('rm -f -- "$1"', [stop], { ...owner, timeoutSeconds: 30 }));
    let over = false;
    const running = host
        .attempt({
        ...trial.command(["sh", "-c", untilStopped, "sh", stop, ...start.run], 3700),
        label: start.run.join(" "),
    })
        .finally(() => (over = true));
    try {
        const began = performance.now();
        for (;;) {
            const { status, error } = await (0,http/* curl */.Vt)(host, start.health, 5);
            const seconds = (performance.now() - began) / 1000;
            if (status === 200)
                return await work(seconds);
            if (over)
                throw new errors/* UserError */.yo({
                    what: (0,core_text.t) `the release ended as soon as it was started`,
                    where: host.name,
                    mend: (0,core_text.t) `run it by hand; what it said is on the control host`,
                }, { cause: new errors/* CommandError */.Qd(host.name, { file: start.run[0] ?? "", args: start.run.slice(1) }, await running) });
            if (seconds > start.within)
                throw new errors/* UserError */.yo({
                    what: (0,core_text.t) `the release is not healthy within ${start.within} s: ${start.health} ${status === 0 ? (0,core_text.t) `does not answer (${error})` : (0,core_text.t) `answers ${status}`}`,
                    where: host.name,
                    mend: (0,core_text.t) `look why; it would not come up in the window either`,
                });
            await (0,promises_.setTimeout)(200);
        }
    }
    finally {
        await host.attempt((0,command/* script */.K$)(': > "$1"', [stop], { ...owner, timeoutSeconds: 30 })).catch(() => { });
        await running.catch(() => { });
        await host.attempt((0,command/* script */.K$)('rm -f -- "$1"', [stop], { ...owner, timeoutSeconds: 30 })).catch(() => { });
    }
}
/** A check of the plan, in the built release. */
async function tryCheck(launch, tried, check) {
    if (check.kind === "command") {
        const finished = await tried.host.attempt(tried.trial.command(check.run, check.timeout));
        return finished.timedOut
            ? { verdict: "error", evidence: (0,core_text.t) `did not end within ${check.timeout} s` }
            : finished.code === 0
                ? { verdict: "pass", evidence: "exit 0" }
                : {
                    verdict: finished.code === 126 || finished.code === 127 ? "error" : "fail",
                    evidence: (0,core_text.t) `exited ${finished.code}`,
                };
    }
    return (0,checks_check/* runCheck */.k_)(check, {
        plan: launch.plan,
        expected: launch.release,
        hosts: launch.hosts,
        built: { directory: tried.directory },
    });
}

;// CONCATENATED MODULE: ./.build/js/stages/day-before.js


































/**
 * Rehearses the release on yesterday's backup and measures what the window will take. Nothing that serves is touched,
 * and every command waits behind the service. May be run as often as one likes; whatever it made is removed at the end.
 */
async function dayBefore(launch) {
    await (0,stages_launch/* requireLock */.TU)(launch);
    // A launch that is under way is not rehearsed.
    if ((0,state/* touched */.FI)(launch.state()))
        return null;
    const hosts = { ...launch.hosts, get: (name) => gently(launch.hosts.get(name)) };
    const quiet = { ...launch, hosts };
    const findings = { measured: new Map() };
    try {
        await (0,access/* tryAccess */.Y)(launch);
        for (const step of steps(quiet, findings))
            await (0,run_steps/* runStep */.eg)(quiet, { ...step, holds: async () => false });
    }
    finally {
        await removeAll(quiet, findings);
    }
    return (0,forecast/* forecastOf */.DH)(launch.state());
}
function steps(launch, findings) {
    const { prepare } = launch.plan;
    return [
        ...((0,outline/* builds */.G)(launch.plan) ? [build(findings)] : []),
        ...(prepare.staging ? [staging(findings)] : []),
        ...(prepare["newest-backup"] ? [newestBackup(findings)] : []),
        ...(prepare["test-restore"] ? [testRestore(findings), rehearseBackup(findings)] : []),
        ...(prepare.trial
            ? [migrations(findings), ...(prepare.trial.start || prepare.trial.tests.length > 0 ? [tests(findings)] : [])]
            : []),
        ...(0,files/* filesByDaySteps */.ov)(launch, findings.measured),
        ...(0,certificates/* certificateRehearsals */.yG)(launch.plan),
        day_before_forecast(findings),
        ...(prepare.tell ? [tell] : []),
    ];
}
const build = (findings) => ({
    id: "day-before.build",
    async run(launch) {
        const { plan } = launch;
        const preset = (0,presets_preset/* presetOf */.j)(plan);
        const directory = trialDirectory(launch);
        // A clone aside is made once; a directory to be switched to, on every host.
        const on = plan.deploy.strategy === "releases" ? plan.deploy.hosts : [(0,deploy_order/* migrateHost */.AL)(plan)];
        const built = await Promise.all(on.map(async (host) => ({
            host,
            ...(await (0,strategy/* strategyOf */.x)(plan).build({ ...(0,deploy/* contextOf */.Vm)(launch, host), directory }, preset)),
        })));
        const took = built.map(({ host, took }) => ({
            hosts: plan.deploy.strategy === "releases" ? [host] : plan.deploy.hosts,
            took,
        }));
        const context = { ...(0,deploy/* contextOf */.Vm)(launch, (0,deploy_order/* migrateHost */.AL)(plan)), directory };
        const database = scratchName(launch);
        const { settings = {}, "database-url": url } = launch.plan.prepare.trial ?? {};
        if (launch.plan.prepare.trial)
            findings.tried = {
                host: context.host,
                directory,
                database,
                plan: launch.plan.prepare.trial,
                trial: preset.trial(context, { database, env: settings, url }),
            };
        for (const { hosts, took: parts } of took)
            for (const host of hosts)
                for (const [part, seconds] of Object.entries(parts))
                    findings.measured.set(`${part}@${host}`, seconds);
        return {
            note: [...new Set(built.map(({ note }) => note))].join("; "),
            facts: { took: built.map(({ host, took: parts }) => ({ host, ...parts })) },
        };
    },
});
const staging = (findings) => ({
    id: "day-before.staging",
    async run(launch) {
        const { plan } = launch;
        const directory = trialDirectory(launch);
        const checks = plan.verify.checks.filter((check) => check.kind === "smoke");
        const results = await Promise.all(checks.map(async (check) => ({
            title: check.title ?? check.path,
            ...(await timed(() => (0,checks_check/* runCheck */.k_)({ ...check, host: (0,deploy_order/* migrateHost */.AL)(plan) }, {
                plan,
                expected: launch.release,
                hosts: launch.hosts,
                built: { directory, env: plan.prepare.staging?.env ?? {} },
            }))),
            id: check.id,
        })));
        for (const { id, seconds } of results)
            findings.measured.set(`verify.${id}`, seconds);
        return judged(results, (0,core_text.t) `against staging`);
    },
});
const newestBackup = (findings) => ({
    id: "day-before.backup",
    async run(launch) {
        const plan = launch.plan.prepare["newest-backup"];
        if (!plan)
            return { skipped: true };
        const server = (0,stages_scratch/* scratchServer */.G)(launch);
        const found = await findNewestBackup(launch.hosts.get(plan.host ?? server.host.name), server.database, plan);
        findings.backup = found;
        return {
            note: (0,core_text.t) `${found.path}, ${(0,figures/* showSize */.tY)(found.bytes)}, ${(0,figures/* showDuration */.kJ)(found.ageSeconds)} old, whole`,
            facts: { path: found.path, bytes: found.bytes, ageSeconds: found.ageSeconds },
        };
    },
});
const testRestore = (findings) => ({
    id: "day-before.restore",
    async run(launch) {
        const settings = launch.plan.prepare["test-restore"];
        if (!settings || !findings.backup)
            return { skipped: true };
        const service = { host: (0,backup_record/* databaseHost */.iz)(launch), plan: launch.plan.database };
        const { host, database, elsewhere } = (0,stages_scratch/* scratchServer */.G)(launch);
        const name = scratchName(launch);
        const { problems, facts } = await (0,preflight/* databaseProblems */.k)(service.host, service.plan, []);
        if (facts !== null)
            problems.push(...(await (0,preflight/* spaceProblems */.f)(host, database, facts, { copy: false, elsewhere })).problems);
        if (problems.length > 0)
            throw new errors/* UserError */.yo(problems);
        findings.scratch = name;
        const seconds = await (0,trial/* restoreTrial */.Lq)(host, database, findings.backup, name, settings, service);
        const sane = await (0,trial/* requireSane */.tC)(host, database, name, settings.rules);
        return { note: (0,core_text.t) `restored in ${(0,figures/* showDuration */.kJ)(seconds)}; ${sane}`, facts: { restoreSeconds: seconds } };
    },
});
/** Dump and proof as the window will make them, of the scratch database: how long they take, and that they go. */
const rehearseBackup = (findings) => ({
    id: "day-before.dump",
    async run(launch) {
        const { host, database } = (0,stages_scratch/* scratchServer */.G)(launch);
        const scratch = findings.scratch;
        if (scratch === undefined)
            return { skipped: true };
        if (database.backup.pgbackrest)
            return { skipped: true, note: (0,core_text.t) `pgBackRest backs the whole server up; its earlier runs tell how long it takes` };
        const plan = { ...database, name: scratch };
        const directory = dumpDirectory(launch);
        const dump = await timed(() => (0,database_dump/* takeDump */.S)(host, plan, directory));
        const read = await timed(() => (0,restore/* readThrough */.ir)(host, plan, directory));
        findings.measured.set("backup.dump", dump.seconds);
        findings.measured.set("backup.read", read.seconds);
        const proof = await timed(async () => {
            const source = await (0,database_dump/* readSource */.o)(host, plan, directory);
            if (database.backup.proof === "content")
                (0,restore/* requireNone */.EE)(await (0,archive_contents/* compareArchive */.St)(host, plan, directory, source), host.name);
            if (database.backup.proof !== "restore")
                return;
            const restored = `${scratch}_proof_x`;
            await (0,restore/* restoreBeside */.d$)(host, plan, directory, restored);
            try {
                await (0,restore/* requireSame */.qb)(host, plan, restored, source);
            }
            finally {
                await (0,restore/* dropSide */.f4)(host, plan, restored);
            }
        });
        findings.measured.set("backup.proof", proof.seconds);
        return {
            note: (0,core_text.t) `dump ${(0,figures/* showDuration */.kJ)(dump.seconds)}, proof (${database.backup.proof}) ${(0,figures/* showDuration */.kJ)(proof.seconds)}`,
            facts: { dumpSeconds: dump.seconds, proofSeconds: proof.seconds },
        };
    },
});
const migrations = (findings) => ({
    id: "day-before.migrate",
    async run(launch) {
        const { tried, scratch } = findings;
        if (!tried || scratch === undefined)
            return { skipped: true };
        const known = (launch.state().steps.get("prepare.migrations")?.facts.migrations ?? []);
        const rehearsed = await rehearseMigrations(launch, tried);
        const host = (0,deploy_order/* migrateHost */.AL)(launch.plan);
        // The window looks what is pending, migrates, and looks again.
        const looks = rehearsed.migrations.length === 0 ? 1 : 3;
        findings.measured.set(`deploy.migrate@${host}`, looks * rehearsed.startup + rehearsed.migrations.reduce((sum, { seconds }) => sum + seconds, 0));
        return { note: migrationsText(rehearsed.migrations, known), facts: { rehearsed: rehearsed.migrations } };
    },
});
const tests = (findings) => ({
    id: "day-before.tests",
    async run(launch) {
        const { tried } = findings;
        if (!tried)
            return { skipped: true };
        const all = async () => {
            const results = [];
            for (const check of tried.plan.tests) {
                const result = { title: check.title ?? check.id, ...(await timed(() => tryCheck(launch, tried, check))) };
                results.push(result);
                const same = launch.plan.verify.checks.find((one) => one.kind === "smoke" && check.kind === "smoke" && one.path === check.path);
                if (same)
                    findings.measured.set("rollback.verify", result.seconds);
                if (same)
                    findings.measured.set(`verify.${same.id}`, result.seconds);
            }
            return judged(results, (0,core_text.t) `on the migrated copy`);
        };
        const { start } = tried.plan;
        if (!start)
            return all();
        return withInstance(tried, start, async (healthy) => {
            for (const host of launch.plan.services.hosts)
                for (const phase of ["deploy", "rollback"])
                    findings.measured.set(`${phase}.health@${host}`, healthy);
            const done = await all();
            return { ...done, note: [(0,core_text.t) `healthy after ${(0,figures/* showDuration */.kJ)(healthy)}`, done.note].filter(Boolean).join("; ") };
        }, launch.plan.deploy["run-as"]);
    },
});
const day_before_forecast = (findings) => ({
    id: "day-before.forecast",
    async run(launch) {
        const { database } = launch.plan;
        const [[bytes = "0"] = []] = await (0,postgres/* query */.P)((0,backup_record/* databaseHost */.iz)(launch), database, "postgres", "SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'name'", { name: database.name });
        const entries = await launch.journal.read();
        const made = (0,forecast/* makeForecast */.uD)(launch.phases, {
            measured: findings.measured,
            history: (0,forecast/* historyOf */.om)(entries, launch.release.id),
            usual: (0,forecast/* usualSeconds */.Qu)(launch.plan, Number(bytes)),
            dumpAfter: launch.plan.database.backup.dump === "after-migration" ? `deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}` : null,
        });
        return { note: forecastText(launch, made), facts: { forecast: made } };
    },
});
/** In words, for the checklist and for those who approve. */
function forecastText({ release, plan }, { launch, rollback }) {
    const window = {
        start: luxon/* DateTime */.c9.fromISO(release.window.start, { zone: plan.timezone }),
        end: luxon/* DateTime */.c9.fromISO(release.window.end, { zone: plan.timezone }),
    };
    const length = window.end.diff(window.start).as("seconds");
    const fits = (0,gate/* atMost */.Tu)(launch) + (0,gate/* atMost */.Tu)(rollback) <= length;
    return (0,core_text.t) `closed for ${(0,figures/* showDuration */.kJ)(launch.seconds)} (at most ${(0,figures/* showDuration */.kJ)((0,gate/* atMost */.Tu)(launch))}), the way back ${(0,figures/* showDuration */.kJ)(rollback.seconds)} (at most ${(0,figures/* showDuration */.kJ)((0,gate/* atMost */.Tu)(rollback))}); a rollback fits until ${(0,gate/* lastSafeMoment */.sr)(window, rollback).toFormat("HH:mm:ss")}${fits ? "" : (0,core_text.t) `; this does NOT fit into the window`}`;
}
const tell = {
    id: "day-before.tell",
    async run(launch) {
        const { plan, release } = launch;
        const made = (0,forecast/* forecastOf */.DH)(launch.state());
        const { who = [], text } = plan.prepare.tell ?? {};
        const start = luxon/* DateTime */.c9.fromISO(release.window.start, { zone: plan.timezone });
        const end = luxon/* DateTime */.c9.fromISO(release.window.end, { zone: plan.timezone });
        const { people } = launch.messages;
        const [long, most] = made === null ? ["", ""] : [(0,figures/* showDuration */.kJ)(made.launch.seconds), (0,figures/* showDuration */.kJ)((0,gate/* atMost */.Tu)(made.launch))];
        await (0,issue/* comment */.Im)(launch.github, release.issue, `📣 ${who.join(" ")}\n\n${people.planned(`${(0,markdown/* plain */.p)(plan.service)} ${(0,markdown/* plain */.p)(release.tag)}`, (0,figures/* span */.Ln)(start, end), long, most)}${text === undefined ? "" : `\n\n${(0,markdown/* plain */.p)(text)}`}`);
        return { note: (0,core_text.t) `${who.length} told` };
    },
};
/** Throws unless every result is a pass; all of them are named. */
function judged(results, where) {
    const bad = results.filter(({ verdict }) => verdict !== "pass");
    if (bad.length > 0)
        throw new errors/* UserError */.yo(bad.map(({ title, verdict, evidence }) => ({
            what: `${title} ${where}: ${verdict === "fail" ? "" : `${verdict}, `}${evidence}`,
            mend: verdict === "fail" ? (0,core_text.t) `mend the release` : (0,core_text.t) `nothing was measured, which is not a pass`,
        })));
    return { note: results.map(({ title, evidence }) => `${title}: ${evidence}`).join("; ") };
}
async function timed(work) {
    const began = external_node_perf_hooks_.performance.now();
    const result = await work();
    return { ...result, seconds: Math.round(external_node_perf_hooks_.performance.now() - began) / 1000 };
}
function scratchName({ plan, release }) {
    return (0,postgres/* sideName */.jf)(plan.database.name, "trial", String(release.runId % 100_000_000));
}
function trialDirectory({ plan, release }) {
    if (plan.deploy.strategy === "releases")
        return (0,layout/* releaseDirectory */.fF)(plan, release);
    return `${plan.prepare.trial?.directory ?? "/var/tmp/golive-trial"}/${release.id}`;
}
function dumpDirectory(launch) {
    return `${(0,stages_scratch/* scratchServer */.G)(launch).database.backup.directory}/.day-before`;
}
/** The scratch database, the built release and the dump of the rehearsal; what cannot be removed is told. */
async function removeAll(launch, { scratch }) {
    const { plan } = launch;
    const user = plan.deploy["run-as"];
    const server = (0,stages_scratch/* scratchServer */.G)(launch);
    const removals = [
        // What the window will switch to stays.
        ...((0,state/* begun */.q1)(launch.state(), "day-before.build") && plan.deploy.strategy !== "releases"
            ? [
                () => launch.hosts.get((0,deploy_order/* migrateHost */.AL)(plan)).run((0,command/* command */.G5)("rm", ["-rf", "--", trialDirectory(launch)], {
                    timeoutSeconds: 600,
                    ...(user === undefined ? {} : { user }),
                })),
            ]
            : []),
        ...(scratch === undefined
            ? []
            : [
                () => (0,trial/* dropTrials */.HN)(server.host, server.database),
                () => server.host.run({
                    ...(0,postgres/* databaseCommand */.zN)(server.database, "rm", ["-rf", "--", dumpDirectory(launch)], { timeoutSeconds: 600 }),
                    file: "rm",
                }),
            ]),
    ];
    for (const remove of removals)
        await remove().catch((error) => launch.log.warn((0,core_text.t) `Something of the rehearsal could not be removed: ${error.message}`));
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/prepare.js





/** Where an expected time comes from. */
const sources = { measured: (0,core_text/* msg */.ab) `measured the day before`, history: (0,core_text/* msg */.ab) `earlier launches`, usual: (0,core_text/* msg */.ab) `a usual value` };
const prepare_action = {
    inputs: action/* approved */.CJ,
    outputs: ["forecast-seconds", "rollback-seconds"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        const forecast = await dayBefore(launch);
        if (forecast === null)
            return {};
        const rows = forecast.steps.map(({ id, seconds, spread, source }) => `| ${id} | ${(0,figures/* figure */.vP)(seconds, 1)} | ${(0,figures/* figure */.vP)(seconds + spread, 1)} | ${(0,core_text/* inWords */.r4)(sources[source])} |`);
        return {
            outputs: {
                "forecast-seconds": forecast.launch.seconds.toFixed(1),
                "rollback-seconds": forecast.rollback.seconds.toFixed(1),
            },
            summary: (0,core_text.t) `## Forecast\n\n${forecastText(launch, forecast)}\n\n| step | expected, s | at most, s | from |\n|---|---|---|---|\n${rows.join("\n")}\n`,
        };
    }),
};


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4393);

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

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   St: () => (/* binding */ compareArchive),
/* harmony export */   Wp: () => (/* binding */ streamsSql),
/* harmony export */   zm: () => (/* binding */ streamProgram)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8684);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);




const closing = "'\\\\.\\n\\n\\n'";
/** Shell: makes the program that `streamsSql` pipes each table into. */
const streamProgram = `printf '%s\\n' '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"`;
/**
 * psql script for the snapshot of a dump: each table once more as pg_dump asks for it, in the same order, closed as in
 * an archive, into a hash: a line \`stream|sha256|oid\` each in a file, and their names.
 */
const streamsSql = `SET synchronize_seqscans = off;
\\getenv work GOLIVE_WORK
\\set file :work '/streams.sql'
SELECT format(E'COPY %I.%I %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${closing.replaceAll("\\", "\\\\").replaceAll("'", "''")}', n.nspname, c.relname, coalesce(k.columns, ''), c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL (SELECT '(' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')' AS columns FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') k
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e') \\g :file
\\i :file
\\! cat "$GOLIVE_WORK/streams" 2>/dev/null
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r';
`;
function parseStreams(stdout) {
    const names = new Map([...stdout.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([, oid = "", name = ""]) => [oid, name]));
    return Object.fromEntries([...stdout.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [
        oid,
        { sha256, name: names.get(oid) ?? oid },
    ]));
}
// `3355; 0 16389 TABLE DATA public clients owner` in the list; the rows are in `3355.dat.gz`.
const archiveScript = `d="$1/dump"
list=$(pg_restore --list -- "$d") || exit
printf '%s\\n' "$list" | sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/\\1 \\2/p' | while read -r id oid; do
  if [ -e "$d/$id.dat.gz" ]; then s=$({ gzip -dc -- "$d/$id.dat.gz" || echo damaged; } | sha256sum); else s=missing; fi
  printf 'stream|%s|%s\\n' "\${s%% *}" "$oid"
done
printf 'schema|\\n'
exec pg_restore --schema-only --file=- -- "$d"`;
/**
 * What an archive holds that is not what the source held, without restoring it: the bytes of every table and the
 * definition of every object. Empty when they are the same.
 */
async function compareArchive(host, plan, directory, source) {
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(plan, archiveScript, [directory], { timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `pg_restore and gzip of ${directory}` });
    const cut = stdout.indexOf("schema|\n");
    const found = Object.fromEntries([...stdout.slice(0, cut).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [
        oid,
        { sha256, name: source.streams[oid]?.name ?? oid },
    ]));
    return [
        ...(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .differing */ .R1)(source.streams, found, (oid, want, have) => {
            if (have === undefined)
                return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${want?.name ?? oid} is not in the dump`;
            if (want === undefined)
                return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the dump holds the table with oid ${oid}, which the database does not have`;
            return want.sha256 === have.sha256 ? null : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `table ${want.name} does not have the same bytes in the dump`;
        }),
        ...(0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .compareObjects */ .G)(source.objects, (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObjects */ .M)(stdout.slice(cut))),
    ];
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ takeDump),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _archive_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5761);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8684);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4109);






// One transaction exports its snapshot, pg_dump dumps as of it, and contents and schema are read as of it as well, so
// that they are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = (withStreams) => `${_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .contentSettings */ .z6}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/dump" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
\\! pg_dump --no-password --schema-only --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/schema.sql" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .contentsSql */ .BI}${withStreams ? _archive_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .streamsSql */ .Wp : ""}COMMIT;
`;
// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `umask 077
p="$1/partial.$$"
mkdir -p -m 700 -- "$1" && rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
${_archive_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .streamProgram */ .zm}
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && mv -f -- "$p/globals.sql" "$p/schema.sql" "$1" && mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\nsystem|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)" "$(psql -X -q -A -t --no-password -d "$2" -c 'SELECT system_identifier FROM pg_control_system()')"`;
/** Dumps a database in directory format, 0600 files in a 0700 folder, with what it held in the same snapshot. */
async function takeDump(host, plan, directory, database = plan.name) {
    const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: database };
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseScript */ .PK)(plan, dumpScript, [directory, database, plan.backup["count-only"].join(",")], {
        stdin: dumpSql(plan.backup.proof === "content"),
        env,
        timeoutSeconds: 4 * 3600,
    });
    const finished = await host.attempt({ ...asked, label: `pg_dump ${database}` });
    if (finished.code !== 0 || finished.timedOut) {
        const mend = dumpMend(finished.stderr);
        if (mend === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished);
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ ...mend, where: `${host.name}:${directory}` }, { cause: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished) });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
    return { directory, bytes: Number(value("bytes")), systemIdentifier: value("system"), seconds: finished.seconds };
}
/** What was read in the snapshot of the dump in this folder. */
async function readSource(host, plan, directory) {
    const read = (name) => host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseScript */ .PK)(plan, 'cat -- "$1"', [`${directory}/${name}`]));
    const [lines, schema] = await Promise.all([read("source.txt"), read("schema.sql")]);
    return {
        contents: (0,_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .parseContents */ .OJ)(lines.stdout),
        objects: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObjects */ .M)(schema.stdout),
        streams: (0,_archive_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStreams */ .Rg)(lines.stdout),
        serverVersion: /^server\|(.*)$/m.exec(lines.stdout)?.[1] ?? "",
    };
}
function dumpMend(stderr) {
    if (/No space left on device|Disk quota exceeded/i.test(stderr))
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no room left for the dump; the unfinished one was removed`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `make room, or move database.backup.directory to a larger disk`,
        };
    if (/Permission denied/i.test(stderr) && /mkdir|directory/i.test(stderr))
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the folder for the dump cannot be made`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `create it for the user of database.run-as, mode 0700`,
        };
    if (/server version mismatch|aborting because of server version/i.test(stderr))
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pg_dump is older than the server`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `install the client programs of the server's version on that host`,
        };
    if (/lock timeout|canceling statement due to lock timeout/i.test(stderr))
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `somebody's open transaction holds a lock that the dump needs`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `end that session (SELECT * FROM pg_stat_activity), then run again`,
        };
    return null;
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ mark),
/* harmony export */   HN: () => (/* binding */ dropTrials),
/* harmony export */   Lq: () => (/* binding */ restoreTrial),
/* harmony export */   tC: () => (/* binding */ requireSane)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _create_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9954);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5703);






// The server's processes that work for the scratch database step back behind those of the service, where this user may
// ask that of them. A number that is no process of PostgreSQL's here (the server is elsewhere) is left alone.
const stepBack = `( while :; do
  psql -XAtq --no-password -d postgres -c "SELECT pid FROM pg_stat_activity WHERE datname = '$1'" | while read -r p; do
    case "$(cat /proc/$p/comm 2>/dev/null)" in postgres|postmaster) renice -n 19 -p "$p"; ionice -c 3 -p "$p" ;; esac
  done
  sleep 0.3
done ) >/dev/null 2>&1 & w=$!
trap 'kill $w 2>/dev/null' EXIT
`;
const restoreScript = `${stepBack}case "$2" in
  archive) pg_restore --no-password --exit-on-error --dbname="$1" -- "$3" ;;
  sql) psql -X -q --no-password -v ON_ERROR_STOP=1 -d "$1" -f "$3" >/dev/null ;;
  sql-gzip) gzip -dc -- "$3" | psql -X -q --no-password -v ON_ERROR_STOP=1 -d "$1" >/dev/null ;;
esac`;
/** Restores a backup into a scratch database of golive's own that is made like the service's, behind it in every queue. Seconds it took. */
async function restoreTrial(host, plan, backup, name, settings, service = { host, plan }) {
    await dropTrials(host, plan);
    const [taken] = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P)(host, plan, "postgres", "SELECT datname FROM pg_database WHERE datname = :'name'", {
        name,
    });
    if (taken)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            code: "db-name-taken",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `there is a database ${name} already, and golive did not make it`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `rename it, or drop it if nobody needs it`,
        });
    const { stdout: statement } = await service.host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(service.plan, "postgres", `${_create_js__WEBPACK_IMPORTED_MODULE_5__/* .createStatementSql */ .kU};\n`, { name, source: service.plan.name }, 60));
    const create = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, "postgres", `${statement.trim()};\nSELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec\n`, { name, mark });
    const created = await host.attempt(create);
    const role = /role "([^"]+)" does not exist/.exec(created.stderr)?.[1];
    if (role !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            code: "db-role-missing",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the scratch server has no role ${role}, to whom the service's database belongs`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `as superuser there: CREATE ROLE "${role}" LOGIN`,
        });
    if (created.code !== 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, create, created);
    // What comes out of a backup connects as the service does; a limit keeps it from eating the server's connections.
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec\n", { name, limit: String(settings.connections) }, 60));
    const milliseconds = (seconds) => String(seconds * 1000);
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(plan, restoreScript, [name, backup.format, backup.path], {
        timeoutSeconds: settings["statement-timeout"],
        env: {
            PGOPTIONS: `-c statement_timeout=${milliseconds(settings["statement-timeout"])} -c lock_timeout=${milliseconds(settings["lock-timeout"])} -c synchronous_commit=off -c max_parallel_maintenance_workers=0`,
        },
    });
    const finished = await host.attempt({ ...asked, label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `restore ${backup.path} into ${name}` });
    if (finished.timedOut)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the newest backup was not restored within ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(settings["statement-timeout"])}`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `give prepare.test-restore.statement-timeout more, if the window does not depend on it`,
        });
    if (finished.code !== 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            code: "backup-not-restorable",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the newest backup cannot be restored`,
            where: `${host.name}:${backup.path}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `find out why; as it is, it is no way back`,
        }, { cause: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished) });
    return finished.seconds;
}
/** What tells a scratch database of golive's from one that somebody else named so. */
const mark = "golive: scratch database, dropped by the next rehearsal";
/** Drops every scratch database that golive made for this service; a run that was lost may have left one. */
async function dropTrials(host, plan) {
    const left = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P)(host, plan, "postgres", "SELECT datname FROM pg_database WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'", { prefix: `${plan.name}_trial_`, mark });
    for (const [name = ""] of left)
        await (0,_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .dropSide */ .f4)(host, plan, name);
}
/** What the plan's rules find in a restored database; throws a UserError naming every rule that is broken. */
async function requireSane(host, plan, database, rules) {
    const found = await Promise.all(rules.map(async (rule) => {
        const [schema, table] = rule.table.includes(".") ? rule.table.split(".") : ["public", rule.table];
        const where = `${host.name}, ${database}`;
        const problem = (what) => ({
            note: "",
            problems: [
                {
                    code: "backup-not-sane",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `restored from the newest backup, ${rule.table} ${what}`,
                    where,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the backup lacks data, or prepare.test-restore.rules expects too much`,
                },
            ],
        });
        const newest = rule.newest === undefined ? "NULL" : 'extract(epoch FROM now() - max(:"column")::timestamptz)::bigint';
        const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .psqlCommand */ .K9)(plan, database, `SELECT 'rows', count(*), ${newest} FROM :"schema".:"table";\n`, {
            schema: schema ?? "",
            table: table ?? "",
            ...(rule.newest === undefined ? {} : { column: rule.newest.column }),
        }, 1800);
        const finished = await host.attempt(asked);
        if (finished.code !== 0)
            return problem(/does not exist/.test(finished.stderr)
                ? /column/.test(finished.stderr)
                    ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `has no column ${rule.newest?.column}`
                    : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `is not there`
                : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `cannot be read`);
        const [[, count = "0", age = ""] = []] = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(finished.stdout);
        if (Number(count) < rule["least-rows"])
            return problem((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `has ${count} rows; the plan expects at least ${rule["least-rows"]}`);
        if (rule.newest !== undefined && age === "")
            return problem((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `has no value in ${rule.newest.column}`);
        if (rule.newest !== undefined && Number(age) > rule.newest.within)
            return problem((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `was last written ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(Number(age))} ago; the plan expects ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(rule.newest.within)} at most`);
        return { note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${rule.table} ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .figure */ .vP)(Number(count))} rows`, problems: [] };
    }));
    const problems = found.flatMap((one) => one.problems);
    if (problems.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
    return found.map(({ note }) => note).join(", ");
}


/***/ }),

/***/ 3954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vm: () => (/* binding */ contextOf),
  gg: () => (/* binding */ deploy),
  te: () => (/* binding */ previousOf)
});

// EXTERNAL MODULE: ./.build/js/core/at-once.js
var at_once = __webpack_require__(7259);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var presets_preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var presets_strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/certificates.js
var certificates = __webpack_require__(3448);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
;// CONCATENATED MODULE: ./.build/js/stages/dns-tls.js


/** What has to hold for visitors to reach the release under its name, after it runs and before it is verified. */
function dnsTlsSteps(plan) {
    return [...(0,dns_changes/* dnsSteps */.tZ)(plan), ...(0,certificates/* certificateSteps */.pF)(plan)];
}

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var stages_launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/deploy.js














/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
async function deploy(launch, only = []) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,state/* begun */.q1)(launch.state(), "open.off"))
        return;
    if (!(0,backup_record/* wayBackIsThere */.hh)(launch))
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `nothing is deployed before the way back is there`, mend: (0,core_text.t) `run backup first` });
    requireTurn(launch, only);
    for (const { lanes } of (0,deploy_order/* deployBatches */.qT)(launch.plan)) {
        const ours = lanes
            .map((lane) => lane.filter(({ host }) => only.length === 0 || only.includes(host)))
            .filter((lane) => lane.length > 0);
        await (0,run_steps/* runLanes */.r$)(launch, ours.map((lane) => lane.map(stepOf)));
    }
    if (only.length === 0)
        await (0,run_steps/* runSteps */.rl)(launch, [rollCall, ...dnsTlsSteps(launch.plan)]);
}
/** A job for some of the hosts: they have to be hosts of the deploy, and the first host has to be through. */
function requireTurn({ plan, state }, only) {
    const { hosts } = plan.deploy;
    const unknown = only.filter((host) => !hosts.includes(host));
    if (unknown.length > 0)
        throw new errors/* UserError */.yo(unknown.map((host) => ({
            what: (0,core_text.t) `"${host}" is not a host of the deploy`,
            where: (0,core_text.t) `input hosts`,
            mend: (0,core_text.t) `use some of: ${hosts.join(", ")}`,
        })));
    const first = (0,deploy_order/* migrateHost */.AL)(plan);
    if (only.length === 0 || only.includes(first))
        return;
    const left = (0,deploy_order/* deployBatches */.qT)(plan)[1]
        ?.lanes.flat()
        .filter(({ id }) => !["done", "skipped"].includes(state().steps.get(id)?.status ?? "")) ?? [];
    if (left.length > 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${first} goes first, and is not through yet (${left[0]?.id})`,
            where: (0,core_text.t) `input hosts`,
            mend: (0,core_text.t) `let the job for these hosts need the one with hosts: ${first}`,
        });
}
/** At the end every host is asked which release it has, so that none is forgotten. */
const rollCall = {
    id: "deploy.versions",
    async run(launch) {
        const { plan, release, hosts } = launch;
        const answers = await (0,at_once/* atOnce */.z)(plan.deploy.hosts, plan.deploy.batch, async (name) => {
            const { commit } = await (0,presets_strategy/* strategyOf */.x)(plan).current(hosts.get(name), plan);
            if (commit !== release.commit)
                return { name, wrong: (0,core_text.t) `has ${commit.slice(0, 12)}, not ${release.commit.slice(0, 12)}` };
            return {
                name,
                wrong: (0,deploy_order/* healthHosts */.Sn)(plan).includes(name) ? await (0,health/* healthProblem */._T)(hosts.get(name), plan, release) : null,
            };
        });
        const wrong = answers.filter((answer) => answer.wrong !== null);
        if (wrong.length > 0)
            throw new errors/* UserError */.yo(wrong.map(({ name, wrong: what }) => ({
                what: what ?? "",
                where: name,
                mend: (0,core_text.t) `it was deployed, and does not run the release now; look at its service`,
            })));
        return {
            note: (0,core_text.t) `${release.tag} on ${answers.length === 1 ? answers[0]?.name : (0,core_text.t) `all ${answers.length} hosts: ${answers.map(({ name }) => name).join(", ")}`}`,
        };
    },
    holds: async () => false,
};
function stepOf({ id, part, host, own }) {
    if (part === "deploy.migrate")
        return migrate(host);
    if (own !== undefined) {
        return {
            id,
            async run(launch) {
                await launch.hosts.get(host).run((0,presets_preset/* presetOf */.j)(launch.plan).command(contextOf(launch, host), own.run, own.timeout));
                return {};
            },
        };
    }
    return hostStep(part, host);
}
function hostStep(part, host) {
    return {
        id: `${part}@${host}`,
        async run(launch) {
            const context = contextOf(launch, host);
            const preset = (0,presets_preset/* presetOf */.j)(launch.plan);
            if (part === "deploy.start") {
                await (0,manager/* startServices */.Fp)(context.host, launch.plan.services);
                return { note: (0,manager/* unitsOn */.ZA)(launch.plan.services, host).join(", ") };
            }
            if (part === "deploy.health")
                return { note: await (0,health/* awaitHealth */.LO)(context.host, launch.plan, launch.release) };
            const strategy = (0,presets_strategy/* strategyOf */.x)(launch.plan);
            if (part === "deploy.fetch") {
                // Written once: a second try finds the new release there, which is not the way back.
                const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
                const previous = known ?? (await strategy.current(context.host, launch.plan));
                await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
            }
            return (await strategy.parts[part]?.(context, preset)) ?? {};
        },
        ...looksOf(part, host),
    };
}
/** How a part on record as done is looked at again. */
function looksOf(part, host) {
    switch (part) {
        case "deploy.start":
            return { holds: (launch) => serves(launch, host) };
        case "deploy.health":
            return { holds: async () => false };
        default:
            return { still: (launch) => (0,presets_strategy/* strategyOf */.x)(launch.plan).still(part, contextOf(launch, host), (0,presets_preset/* presetOf */.j)(launch.plan)) };
    }
}
/** Whether what was started with the release still runs, and says so. */
async function serves({ hosts, plan, release }, host) {
    return ((await (0,manager/* everyUnitIs */.Wh)("running", hosts.get(host), plan.services)) &&
        (!(0,deploy_order/* healthHosts */.Sn)(plan).includes(host) || (await (0,health/* healthProblem */._T)(hosts.get(host), plan, release)) === null));
}
const migrate = (host) => ({
    id: `deploy.migrate@${host}`,
    async run(launch) {
        const context = contextOf(launch, host);
        const preset = (0,presets_preset/* presetOf */.j)(launch.plan);
        const pending = await preset.pendingMigrations(context);
        if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true)
            return { skipped: true, note: (0,core_text.t) `no migration is pending` };
        // On record before it begins: from here on the way back includes the database.
        await launch.record({
            kind: "step",
            step: `deploy.migrate@${host}`,
            status: "started",
            facts: { migrated: true, migrations: pending },
        });
        await preset.migrate(context);
        const left = await preset.pendingMigrations(context);
        if (left.length > 0)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `${left.length} migrations are still unapplied: ${left.join(", ")}`,
                where: host,
                mend: (0,core_text.t) `look at manage.py showmigrations`,
            });
        return { note: pending.join(", ") };
    },
    still: async (launch) => (await (0,presets_preset/* presetOf */.j)(launch.plan).pendingMigrations(contextOf(launch, host))).length === 0,
});
function contextOf(launch, host) {
    return {
        plan: launch.plan,
        release: launch.release,
        host: launch.hosts.get(host),
        directory: (0,layout/* releaseDirectory */.fF)(launch.plan, launch.release),
    };
}
/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
}


/***/ }),

/***/ 4436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ scratchServer)
/* harmony export */ });
/** The server that scratch databases are made on, as a database of the plan: the service's own unless the plan names another. */
function scratchServer({ plan, hosts }) {
    const { database } = plan;
    const server = plan.prepare["test-restore"]?.server;
    if (!server)
        return { host: hosts.get(database.host), database, elsewhere: false };
    const { programs = database.programs, "run-as": user, directory, connection, host } = server;
    const { programs: _, "run-as": __, ...rest } = database;
    const own = { ...(programs === undefined ? {} : { programs }), ...(user === undefined ? {} : { "run-as": user }) };
    return {
        host: hosts.get(host),
        database: { ...rest, ...own, host, connection, backup: { ...database.backup, directory } },
        elsewhere: true,
    };
}


/***/ })

};
