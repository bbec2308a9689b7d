export const id = 383;
export const ids = [383];
export const modules = {

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ openDoors),
/* harmony export */   Qr: () => (/* binding */ closeDoors),
/* harmony export */   Su: () => (/* binding */ closeDoorsSql),
/* harmony export */   _f: () => (/* binding */ oidOf)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/**
 * psql script, in the database `postgres`: one golive at a time for `:current` (one left behind by a lost run is waited
 * for), its doors closed and its sessions ended all at once. A connection limit would not hold superusers;
 * ALLOW_CONNECTIONS does. Autovacuum is left alone: clone and rename evict it, and ending it takes rights that ending
 * sessions does not. Sessions are polled rather than waited for one by one: with many of them that is most of the time.
 */
const closeDoorsSql = `SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')) \\g /dev/null
ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend' \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend');
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;
/** Lets sessions into a database again (the service's, unless named), whatever closed it. */
async function openDoors(host, plan, name = plan.name) {
    await setDoors(host, plan, name, true);
}
async function closeDoors(host, plan, name) {
    await setDoors(host, plan, name, false);
}
async function setDoors(host, plan, name, open) {
    const sql = `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open') FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec\n`;
    await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCommand */ .K9)(plan, "postgres", sql, { name, open: String(open) }));
}
/** The object id of a database, or null when there is none of that name. A name may be another database's later. */
async function oidOf(host, plan, name) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT oid FROM pg_database WHERE datname = :'name'", { name }, 60));
    return stdout.trim() === "" ? null : stdout.trim();
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeManifest),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   yQ: () => (/* binding */ hashFiles)
/* harmony export */ });
/* unused harmony export compareFiles */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6436);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4109);





const hashScript = 'cd -- "$1" && find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum -b --';
/** The dump's files with their sha256, read back from the disk. */
async function hashFiles(host, plan, directory) {
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseScript */ .PK)(plan, hashScript, [directory]));
    return stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));
}
/** Writes `manifest.json` and returns its sha256. */
async function writeManifest(host, plan, directory, manifest) {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const write = (0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFileCommand */ .$Q)(`${directory}/manifest.json`, text, "600");
    await host.run(plan["run-as"] === undefined ? write : { ...write, user: plan["run-as"] });
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}
/**
 * The manifest of a dump, after comparing it with the journal's hash and every file with the manifest.
 * Throws a UserError that names what does not fit.
 */
async function readManifest(host, plan, directory, sha256) {
    const where = `${host.name}:${directory}`;
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `this dump is not the one that was proved; look who changed it, and restore from another backup`;
    const { stdout } = await host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseScript */ .PK)(plan, 'cat -- "$1/manifest.json"', [directory]));
    if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(stdout).digest("hex") !== sha256)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the manifest is not the one in the journal`, where, mend });
    const manifest = JSON.parse(stdout);
    const problems = compareFiles(manifest.files, await hashFiles(host, plan, directory));
    if (problems.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(problems.map((what) => ({ what, where, mend })));
    return manifest;
}
function compareFiles(wanted, found) {
    const have = new Map(found.map((file) => [file.name, file.sha256]));
    const missing = wanted.flatMap((file) => have.has(file.name)
        ? have.get(file.name) === file.sha256
            ? []
            : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `file ${file.name} is damaged: its checksum differs`]
        : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `file ${file.name} is missing`]);
    const names = new Set(wanted.map((file) => file.name));
    return [
        ...missing,
        ...found.filter((file) => !names.has(file.name)).map((file) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `file ${file.name} does not belong to this dump`),
    ];
}


/***/ }),

/***/ 4007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireQuiet)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4109);



/**
 * Throws a UserError when someone other than golive and the plan's observers is connected to the database: they could
 * write after the backup. Sessions that are just ending get a few seconds.
 */
async function requireQuiet(host, plan) {
    const sql = `SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*) FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend' AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ',')) GROUP BY 1, 2`;
    let rows = [];
    for (let attempt = 0; attempt < 10; attempt++) {
        rows = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .query */ .P)(host, plan, plan.name, sql, { name: plan.name, observers: plan.observers.join(",") });
        if (rows.length === 0)
            return;
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const who = rows.map(([role, program, count]) => `${role}${program ? ` (${program})` : ""}: ${count}`).join(", ");
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `someone is still connected to ${plan.name} and could write after the backup: ${who}`,
        where: host.name,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`,
    });
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ setAside),
/* harmony export */   J6: () => (/* binding */ setAsideOrTold),
/* harmony export */   UX: () => (/* binding */ writtenSinceBackup)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4077);
/* harmony import */ var _database_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2351);
/* harmony import */ var _database_postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);
/* harmony import */ var _database_restore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1286);
/* harmony import */ var _database_written_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1723);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1986);








/**
 * What was written to a database since the site closed for this launch, against the rollback copy or, when that is
 * gone or serves already, the proved dump restored beside for as long as it takes.
 */
async function writtenSinceBackup(launch, now, out) {
    const { database } = launch.plan;
    const host = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseHost */ .iz)(launch);
    const openedAt = launch.state().steps.get("open.off")?.facts.openedAt;
    const compare = (then, cloned) => (0,_database_written_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenSince */ .wu)(host, database, { now, then, cloned, openedAt: typeof openedAt === "string" ? openedAt : null, out });
    const copy = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOf */ .zP)(launch);
    if (copy !== null && (await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .oidOf */ ._f)(host, database, copy.name)) === copy.oid) {
        await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .openDoors */ .Em)(host, database, copy.name);
        try {
            return await compare(copy.name, true);
        }
        finally {
            await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .closeDoors */ .Qr)(host, database, copy.name);
        }
    }
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .dumpProved */ .DL)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo({
            code: "way-back-gone",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `neither the rollback copy nor a proved dump of this launch is there`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `look for the copy under another name (psql --list)`,
        });
    if (database.backup.pgbackrest)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo({
            code: "way-back-gone",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the rollback copy is gone, and pgBackRest's backup is of the whole server`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `restore it on a server of its own (docs/pgbackrest.md) and compare there`,
        });
    await (0,_database_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch), (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestHash */ .wj)(launch));
    const scratch = (0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .sideName */ .jf)(database.name, "proof", launch.release.id);
    try {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreBeside */ .d$)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch), scratch);
        return await compare(scratch, false);
    }
    finally {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .dropSide */ .f4)(host, database, scratch);
    }
}
// Whole or not at all: what is open for a moment bears another name, and goes whatever becomes of it.
const sealScript = `umask 077
if [ -n "$2" ]; then age --encrypt --recipient "$2" --output "$1.age.part" -- "$1.part" && mv -f -- "$1.age.part" "$1.age" && rm -f -- "$1.part" "$1"
else mv -f -- "$1.part" "$1"; fi`;
/** Writes the rows themselves to a file on the database host, encrypted when the plan names a recipient; returns where. */
async function setAside(launch, now) {
    const { database } = launch.plan;
    const host = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseHost */ .iz)(launch);
    const plain = `${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch)}/written.jsonl`;
    const { recipient } = database.backup;
    try {
        const written = await writtenSinceBackup(launch, now, `${plain}.part`);
        await host.run((0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(database, sealScript, [plain, recipient ?? ""]));
        return { written, file: recipient === undefined ? plain : `${plain}.age` };
    }
    catch (error) {
        const remove = (0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(database, 'rm -f -- "$1.part" "$1.age.part"', [plain], { timeoutSeconds: 60 });
        // The failure itself is what has to be told.
        await host.attempt(remove).catch(() => { });
        throw error;
    }
}
/**
 * The same as a step of the way back. Rows that could not be written to a file stop nothing: they stay in the database
 * that is kept, and are counted and written from there (`golive recover`).
 */
async function setAsideOrTold(launch) {
    const { database } = launch.plan;
    try {
        const { written, file } = await setAside(launch, database.name);
        return {
            note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${(0,_database_written_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4)(written)}; the rows are in ${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseHost */ .iz)(launch).name}:${file}, and stay in the database that is kept`,
            facts: { written, file },
        };
    }
    catch (error) {
        const stops = ["way-back-gone", "lock-lost"];
        const coded = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo && error.problems.some(({ code }) => stops.includes(code ?? ""));
        if (coded || launch.signal.aborted)
            throw error;
        return {
            note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `how many is not known, and there is no file of the rows (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .errorLine */ .BP)(error)}): they stay in the database that is kept; \`golive recover\` writes them from there`,
            facts: { written: null },
        };
    }
}


/***/ }),

/***/ 8383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k5: () => (/* binding */ migrationRan),
  dU: () => (/* binding */ rollback)
});

// UNUSED EXPORTS: asideNotes

// EXTERNAL MODULE: ./.build/js/checklist/standing-text.js
var standing_text = __webpack_require__(9419);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/manifest.js
var manifest = __webpack_require__(2351);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/sessions.js
var sessions = __webpack_require__(4007);
// EXTERNAL MODULE: ./.build/js/stages/baseline.js
var baseline = __webpack_require__(1987);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 2 modules
var restore = __webpack_require__(1286);
;// CONCATENATED MODULE: ./.build/js/database/swap.js




/** Renames `:current` to `:kept` and `:replacement` to `:current` in one transaction, behind closed doors. */
const swapSql = `SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'kept') AS taken, NOT EXISTS (SELECT FROM pg_database WHERE datname = :'replacement') AS gone \\gset
\\if :taken
  \\echo taken
  \\quit
\\endif
\\if :gone
  \\echo gone
  \\quit
\\endif
${doors/* closeDoorsSql */.Su}SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :'replacement' AND coalesce(backend_type, 'client backend') = 'client backend' \\g /dev/null
BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
ALTER DATABASE :"replacement" RENAME TO :"current";
COMMIT;
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
`;
/** Puts `replacement` in the place of the service's database and keeps the old one as `kept`. Never drops either. */
async function swapDatabases(host, plan, replacement, kept) {
    try {
        const { stdout } = await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", swapSql, { current: plan.name, kept, replacement }));
        if (stdout.startsWith("taken"))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `a database ${kept} is there already`,
                where: host.name,
                mend: (0,core_text.t) `it is what an earlier rollback kept; rename or drop it yourself, then run again`,
            });
        if (stdout.startsWith("gone"))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the restored database ${replacement} is gone`,
                where: host.name,
                mend: (0,core_text.t) `run the rollback again`,
            });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            await (0,doors/* openDoors */.Em)(host, plan);
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/kept.js
var presets_kept = __webpack_require__(5995);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var presets_strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var manager = __webpack_require__(2828);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js + 1 modules
var deploy = __webpack_require__(3954);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js + 2 modules
var maintenance = __webpack_require__(6221);
// EXTERNAL MODULE: ./.build/js/stages/back-order.js
var back_order = __webpack_require__(6622);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
// EXTERNAL MODULE: ./.build/js/stages/scheduled.js
var scheduled = __webpack_require__(7805);
// EXTERNAL MODULE: ./.build/js/stages/servers.js
var servers = __webpack_require__(3450);
// EXTERNAL MODULE: ./.build/js/stages/say.js
var say = __webpack_require__(6489);
// EXTERNAL MODULE: ./.build/js/stages/silence.js + 3 modules
var silence = __webpack_require__(4208);
// EXTERNAL MODULE: ./.build/js/stages/stuck.js
var stuck = __webpack_require__(9426);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
;// CONCATENATED MODULE: ./.build/js/stages/rollback.js


































/**
 * Back to the previous release. While the site is closed nobody could write, so nothing is lost and no one has to be
 * asked. Once the site began to open it refuses unless people approved it (`recall`): then the page goes up first, and
 * what was written since is set aside before the database goes back.
 */
async function rollback(launch, because = reasonOf(launch)) {
    const state = launch.state();
    if (state.ended?.outcome === "rolled-back")
        return;
    const { recalled } = state;
    if ((0,journal_state/* begun */.q1)(state, "open.off") && recalled === null) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the site was already being opened, so people may have written since; this is not rolled back by itself`,
            mend: (0,core_text.t) `look at the site first; the workflow rollback.yml counts what was written since and goes back once that is approved`,
        });
    }
    await (0,stages_launch/* requireLock */.TU)(launch);
    if (state.openedAfterMigration && recalled === null) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the site was open after the migration had begun, so the backup lacks what was written since; this is not rolled back by itself`,
            mend: (0,core_text.t) `\`golive maintenance off --because …\` ends the launch as it is, or go back by hand (docs/rollback.md)`,
        });
    }
    if (!(0,journal_state/* touched */.FI)(state)) {
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", because);
        return;
    }
    const steps = [
        ...(recalled === null
            ? []
            : [
                on,
                proof,
                ...(0,silence/* quietSteps */.s2)(launch.plan, "rollback"),
                ...(0,maintenance/* drainSteps */.uI)(launch.plan, "rollback"),
                ...(0,scheduled/* pauseSteps */.uq)(launch.plan, "rollback"),
            ]),
        // Before the deploy there is nothing to undo: services that could not be stopped need no stopping now.
        ...((0,journal_state/* begun */.q1)(state, "deploy.fetch") || (0,journal_state/* begun */.q1)(state, "rollback.stop") ? [launch.plan.services.hosts.map(stop)] : []),
        ...(recalled === null && !state.ranBehindPage ? [] : [written]),
        database,
        (0,files/* giveFilesBackSteps */.th)(launch),
        launch.plan.deploy.hosts.map(code),
        ...(0,back_order/* ownBack */._)(launch.plan, "before-start").map(own),
        launch.plan.services.hosts.map(start),
        (0,deploy_order/* healthHosts */.Sn)(launch.plan).map(rollback_health),
        ...(0,back_order/* ownBack */._)(launch.plan, "after-start").map(own),
        ...(0,dns_changes/* dnsBackSteps */._d)(launch.plan, state),
        verified,
        rollback_open,
        ...(0,silence/* loudSteps */.mS)(launch.plan, "rollback"),
        ...(0,scheduled/* resumeSteps */.Fw)(launch.plan, "rollback"),
    ];
    await (0,stuck/* toldWhenStuck */.We)(launch, () => (0,run_steps/* runSteps */.rl)(launch, steps));
    await (0,stages_launch/* endLaunch */.XX)(launch, "rolled-back", because);
    await tell(launch, because);
}
/** Whether a migration of this launch ever began: only then does the database go back. */
function migrationRan(launch) {
    return launch.state().steps.get(`deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}`)?.facts.migrated === true;
}
/** The steps that failed on the way forward, in the words of the journal. */
function reasonOf(launch) {
    const failed = [...launch.state().steps]
        .filter(([id]) => !id.startsWith("rollback."))
        .filter(([, { status, facts }]) => status === "failed" && facts.required !== false)
        .map(([id, { note }]) => `“${(0,standing_text/* titleOf */.Gg)(launch.phases, id)}”: ${note ?? (0,core_text.t) `failed`}`);
    return failed.length > 0 ? failed.join("; ") : (0,core_text.t) `the launch was stopped before it ended`;
}
const on = {
    id: "rollback.on",
    async run(launch) {
        await (0,maintenance/* raisePage */.e_)(launch, (0,core_text.t) `rollback of ${launch.release.tag}`);
        return {};
    },
    holds: (launch) => (0,maintenance/* pageIs */.g0)("on", launch),
};
const proof = {
    id: "rollback.proof",
    run: async (launch) => ({ note: await (0,maintenance/* provePage */.MU)(launch) }),
};
const written = {
    id: "rollback.written",
    // Until the databases change places people may have written more: the site can have been opened in between.
    holds: async (launch) => !migrationRan(launch) || (await swapped(launch)),
    async run(launch) {
        const { plan } = launch;
        if (!migrationRan(launch))
            return { skipped: true, note: (0,core_text.t) `no migration ran, so the database stays and nothing has to be set aside` };
        await (0,sessions/* requireQuiet */.o)((0,backup_record/* databaseHost */.iz)(launch), plan.database);
        return (0,baseline/* setAsideOrTold */.J6)(launch);
    },
};
const stop = (host) => ({
    id: `rollback.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* stopServices */.RU)(hosts.get(host), plan.services);
        return { note: (0,manager/* unitsOn */.ZA)(plan.services, host).join(", ") };
    },
    // Once visitors may be back nothing stops any more. Before it, a process that was started from files or a database
    // that are put back once more would go on with those of before.
    holds: async (launch) => (0,journal_state/* begun */.q1)(launch.state(), "rollback.open") ||
        (await (0,manager/* everyUnitIs */.Wh)("stopped", launch.hosts.get(host), launch.plan.services)) ||
        startHolds(launch, host),
});
const database = {
    id: "rollback.database",
    async run(launch) {
        const { plan, release } = launch;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        if (!migrationRan(launch)) {
            await (0,doors/* openDoors */.Em)(host, plan.database);
            return { skipped: true, note: (0,core_text.t) `no migration ran, so the database stays as it is` };
        }
        const kept = (0,postgres/* sideName */.jf)(plan.database.name, "failed", release.id);
        await (0,doors/* openDoors */.Em)(host, plan.database);
        // A run that was killed after the swap finds nothing left to do.
        if (!(await swapped(launch))) {
            const replacement = await wayBack(launch);
            await launch.record({
                kind: "step",
                step: "rollback.database",
                status: "started",
                facts: {
                    replacement: await (0,doors/* oidOf */._f)(host, plan.database, replacement),
                    failed: await (0,doors/* oidOf */._f)(host, plan.database, plan.database.name),
                },
            });
            await swapDatabases(host, plan.database, replacement, kept);
        }
        return {
            note: (0,core_text.t) `the database is as it was when the site closed; the failed one is kept as ${kept}`,
            facts: { kept },
        };
    },
    still: async (launch) => !migrationRan(launch) || (await swapped(launch)),
};
/** Whether the database that bears the service's name is the one that this rollback put there. */
async function swapped(launch) {
    const oid = launch.state().steps.get("rollback.database")?.facts.replacement;
    return (typeof oid === "string" &&
        oid === (await (0,doors/* oidOf */._f)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, launch.plan.database.name)));
}
/** The database of the backup, beside the failed one: the copy, or else the proved dump restored and compared again. */
async function wayBack(launch) {
    const { database } = launch.plan;
    const host = (0,backup_record/* databaseHost */.iz)(launch);
    const copy = (0,backup_record/* copyOf */.zP)(launch);
    if (copy !== null && (await (0,doors/* oidOf */._f)(host, database, copy.name)) === copy.oid)
        return copy.name;
    if (!(0,backup_record/* dumpProved */.DL)(launch))
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the rollback copy ${copy?.name ?? ""} is gone, and no dump is proved`,
            where: host.name,
            mend: (0,core_text.t) `nothing was changed; look for the copy under another name (psql --list), or restore from another backup`,
        });
    if (database.backup.pgbackrest)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the rollback copy ${copy?.name ?? ""} is gone, and pgBackRest's backup is of the whole server`,
            where: host.name,
            mend: (0,core_text.t) `nothing was changed; docs/pgbackrest.md says how to go back with it`,
        });
    const restored = (0,postgres/* sideName */.jf)(database.name, "restored", launch.release.id);
    const { source } = await (0,manifest/* readManifest */.WI)(host, database, (0,backup_record/* backupDirectory */.iV)(launch), (0,backup_record/* manifestHash */.wj)(launch));
    await (0,restore/* restoreBeside */.d$)(host, database, (0,backup_record/* backupDirectory */.iV)(launch), restored);
    await (0,restore/* requireSame */.qb)(host, database, restored, source);
    return restored;
}
const code = (host) => ({
    id: `rollback.code@${host}`,
    async run(launch) {
        const previous = (0,deploy/* previousOf */.te)(launch, host);
        const strategy = (0,presets_strategy/* strategyOf */.x)(launch.plan);
        const state = launch.state();
        // Before that part began, only the record of what was live was written.
        const changed = previous !== null && (0,journal_state/* begun */.q1)(state, `${strategy.touches}@${host}`);
        const kept = (0,journal_state/* begun */.q1)(state, `deploy.keep@${host}`);
        if (!changed && !kept)
            return { skipped: true, note: (0,core_text.t) `the code was not touched yet` };
        const context = (0,deploy/* contextOf */.Vm)(launch, host);
        const collect = (0,journal_state/* begun */.q1)(state, `deploy.static@${host}`);
        const back = changed ? await strategy.back(context, (0,preset/* presetOf */.j)(launch.plan), previous, collect) : {};
        const built = kept ? await (0,presets_kept/* putFilesBack */.il)(context) : null;
        return { note: [back.note, built].filter(Boolean).join("; ") };
    },
    // Who tries again looks at all of it again: what was missing may have been put there by hand since.
    still: async (launch) => (0,journal_state/* begun */.q1)(launch.state(), "rollback.open"),
});
const own = (step) => ({
    id: step.id,
    async run(launch) {
        const note = (0,back_order/* needless */.q)(launch.state(), step);
        if (note !== null)
            return { skipped: true, note };
        const context = (0,deploy/* contextOf */.Vm)(launch, step.host);
        const directory = (0,deploy/* previousOf */.te)(launch, step.host)?.directory ?? context.directory;
        await context.host.run((0,preset/* presetOf */.j)(launch.plan).command({ ...context, directory }, step.run, step.timeout));
        return {};
    },
    still: async (launch) => (0,journal_state/* begun */.q1)(launch.state(), "rollback.open"),
});
const start = (host) => ({
    id: `rollback.start@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* startServices */.Fp)(hosts.get(host), plan.services);
        return { note: (0,manager/* unitsOn */.ZA)(plan.services, host).join(", ") };
    },
    holds: (launch) => startHolds(launch, host),
});
/** Whether what was started runs, and read all that the way back put there. */
async function startHolds(launch, host) {
    const { hosts, plan, run } = launch;
    const state = launch.state();
    const started = state.steps.get(`rollback.start@${host}`);
    if (started?.status !== "done")
        return false;
    const before = ["rollback.database", `rollback.code@${host}`, ...(0,back_order/* ownBack */._)(plan, "before-start").map(({ id }) => id)];
    const ours = started.run.id === run.id && started.run.attempt === run.attempt;
    const young = (0,journal_state/* begun */.q1)(state, "rollback.open") || (ours && (0,journal_state/* startedAfter */.oT)(state, started, before));
    return young && (0,manager/* everyUnitIs */.Wh)("running", hosts.get(host), plan.services);
}
const rollback_health = (host) => ({
    id: `rollback.health@${host}`,
    run: async (launch) => ({
        note: await (0,health/* awaitHealth */.LO)(launch.hosts.get(host), launch.plan, versionBefore(launch, host)),
    }),
});
const verified = {
    id: "rollback.verify",
    async run(launch) {
        const first = launch.plan.deploy.hosts[0] ?? "";
        const was = await before(launch, first);
        // What the previous release could not do before the launch cannot be asked of it now, and would only be waited for.
        const bound = await bindingChecks(launch);
        const results = await (0,verify/* runChecks */.JT)(launch, { ...was, tag: versionBefore(launch, first) ?? was.tag }, { leastTests: 1, only: bound });
        (0,verify/* requirePass */.$d)(results);
        const other = launch.plan.verify.checks.map(({ id }) => id).filter((id) => !bound.includes(id));
        return {
            note: (0,core_text.t) `${bound.length} {0:check passes|checks pass|checks pass}${other.length > 0 ? (0,core_text.t) `; not asked of the previous release: ${other.join(", ")}` : ""}`,
        };
    },
};
const rollback_open = {
    id: "rollback.open",
    async run(launch) {
        await (0,servers/* waitForServers */.z)(launch);
        return { note: await (0,maintenance/* liftPage */.DS)(launch, (0,core_text.t) `rolled back to the previous release`) };
    },
    holds: (launch) => (0,maintenance/* pageIs */.g0)("off", launch),
};
/** Checks that passed on the previous release before the window, and smoke tests that are in its tree. */
async function bindingChecks({ plan, hosts, state }) {
    const passed = (state().steps.get("prepare.checks")?.facts.passed ?? []);
    const found = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind !== "smoke")
            return passed.includes(check.id) ? [check.id] : [];
        const there = await hosts
            .get(check.host)
            .attempt((0,command/* command */.G5)("test", ["-e", `${(0,layout/* liveDirectory */.wY)(plan)}/${check.path}`]));
        return there.code === 0 ? [check.id] : [];
    }));
    return found.flat();
}
/** What the version page said before the window; null when it said nothing. */
function versionBefore(launch, host) {
    return (0,verify/* versionsBefore */.JJ)(launch.state())[host] ?? null;
}
async function before(launch, host) {
    return (0,deploy/* previousOf */.te)(launch, host) ?? (0,presets_strategy/* strategyOf */.x)(launch.plan).current(launch.hosts.get(host), launch.plan);
}
function databaseNote(launch) {
    return (0,core_text.t) `Database: ${launch.state().steps.get("rollback.database")?.note ?? (0,core_text.t) `not touched`}.`;
}
/** What people wrote or uploaded meanwhile is not where they look for it: the comment says where it is. */
function asideNotes({ steps }) {
    const noteOf = (id) => {
        const step = steps.get(id);
        return step?.status === "done" && step.note !== undefined ? [step.note] : [];
    };
    const files = [...steps.keys()].filter((id) => id.startsWith("rollback.files-")).flatMap(noteOf);
    return [
        ...noteOf("rollback.written").map((note) => (0,core_text.t) `Set aside: ${note}.`),
        ...(files.length === 0 ? [] : [(0,core_text.t) `Uploaded files: ${files.join("; ")}.`]),
    ].join(" ");
}
/** The record is complete without it; a comment reaches those who watch the issue. */
async function tell(launch, because) {
    const { messages, plan, release } = launch;
    const state = launch.state();
    const notes = [databaseNote(launch), asideNotes(state), (0,dns_changes/* dnsNotBack */.u3)(plan, state)].filter((note) => note !== "");
    await (0,say/* sayOnce */.N6)(launch, "rolled-back", `${messages.people.rolledBack((0,markdown/* plain */.p)(plan.service), (0,markdown/* plain */.p)(release.tag))}\n\n${(0,markdown/* plain */.p)(because)}\n\n${notes.map((note) => (0,markdown/* plain */.p)(note, 1000)).join("\n\n")}`);
}


/***/ })

};
