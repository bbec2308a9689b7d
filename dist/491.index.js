export const id = 491;
export const ids = [491];
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

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _core_approved_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);


/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work, before = {}) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLaunch */ .M)(context, (0,_core_approved_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApproved */ .h)(inputs.launch ?? ""), before);
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
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2285);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8164);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);




const closing = "'\\\\.\\n\\n\\n'";
/** Shell: makes the program that `streamsSql` pipes each table into. */
const streamProgram = `printf '%s\\n' '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"`;
/**
 * psql script for the snapshot of a dump: each table once more as pg_dump asks for it, with its settings (those of the
 * database and the role stay, such as the time zone), in the same order, closed as in an archive, into a hash: a line
 * \`stream|sha256|oid\` each in a file, and their names. Needs the variable \`work\`.
 */
const streamsSql = `RESET ALL;
SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET synchronize_seqscans = off; SET row_security = off; SET search_path = '';
\\set file :work '/streams.sql'
SELECT format(E'COPY %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${closing.replaceAll("\\", "\\\\").replaceAll("'", "''")}',
  CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
    ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END, c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
LEFT JOIN pg_extension e ON e.oid = x.refobjid,
LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') k,
LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}'))) \\g :file
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
        ...Object.entries(source.leftOut ?? {}).map(([name, rows]) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${rows} {0:row|rows|rows} of table ${name}, which belongs to an extension, {0:is|are|are} not in the dump`),
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

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ takeDump),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1488);
/* harmony import */ var _archive_contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5761);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2285);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8164);
/* harmony import */ var _create_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9954);
/* harmony import */ var _extension_rows_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7435);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4109);









// One transaction exports its snapshot, pg_dump dumps as of it, and contents and schema are read as of it as well, so
// that they are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = (withStreams) => `${_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .contentSettings */ .z6}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/dump" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
\\! pg_dump --no-password --schema-only --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/schema.sql" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .contentsSql */ .BI}${_extension_rows_js__WEBPACK_IMPORTED_MODULE_7__/* .leftOutSql */ .UR}\\set file :work '/database.sql'
\\o :file
${_create_js__WEBPACK_IMPORTED_MODULE_6__/* .recipeSql */ .tm}\\qecho -- whole
\\set file :work '/extensions.sql'
\\o :file
${_create_js__WEBPACK_IMPORTED_MODULE_6__/* .extensionsSql */ .BM}\\qecho -- whole
\\o
${withStreams ? _archive_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .streamsSql */ .Wp : ""}COMMIT;
`;
// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `${_hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .safeFolder */ .sB}umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
${_archive_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .streamProgram */ .zm}
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -v byname=true -v "source=$2" -v "work=$p" -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && whole database.sql && whole extensions.sql && pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" && mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\nsystem|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)" "$(psql -X -q -A -t --no-password -d "$2" -c 'SELECT system_identifier FROM pg_control_system()')"`;
/** Dumps a database in directory format, 0600 files in a 0700 folder, with what it held in the same snapshot. */
async function takeDump(host, plan, directory, database = plan.name) {
    const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: database };
    const asked = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_8__/* .databaseScript */ .PK)(plan, dumpScript, [directory, database, plan.backup["count-only"].join(",")], {
        stdin: dumpSql(plan.backup.proof === "content"),
        env,
        timeoutSeconds: 4 * 3600,
    });
    const finished = await host.attempt({ ...asked, label: `pg_dump ${database}` });
    if (finished.code !== 0 || finished.timedOut) {
        (0,_hosts_safe_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .requireSafe */ .$T)(finished, `${host.name}:${directory}`);
        const mend = dumpMend(finished.stderr);
        if (mend === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, asked, finished);
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ ...mend, where: `${host.name}:${directory}` }, { cause: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, asked, finished) });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
    return { directory, bytes: Number(value("bytes")), systemIdentifier: value("system"), seconds: finished.seconds };
}
/** What was read in the snapshot of the dump in this folder. */
async function readSource(host, plan, directory) {
    const read = (name) => host.run((0,_postgres_js__WEBPACK_IMPORTED_MODULE_8__/* .databaseScript */ .PK)(plan, 'cat -- "$1"', [`${directory}/${name}`]));
    const [lines, schema] = await Promise.all([read("source.txt"), read("schema.sql")]);
    return {
        contents: (0,_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .parseContents */ .OJ)(lines.stdout),
        objects: (0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .parseObjects */ .M)(schema.stdout),
        leftOut: (0,_extension_rows_js__WEBPACK_IMPORTED_MODULE_7__/* .parseLeftOut */ .ne)(lines.stdout),
        streams: (0,_archive_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStreams */ .Rg)(lines.stdout),
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

/***/ 441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/archive-contents.js
var archive_contents = __webpack_require__(5761);
// EXTERNAL MODULE: ./.build/js/database/contents.js + 1 modules
var database_contents = __webpack_require__(2285);
// EXTERNAL MODULE: ./.build/js/database/create.js
var create = __webpack_require__(9954);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 2 modules
var restore = __webpack_require__(1286);
;// CONCATENATED MODULE: ./.build/js/database/copy.js






// The doors open again whatever became of the copy, in the same session. The copy's own stay shut: it is frozen.
// PostgreSQL 18 shares blocks where the file system can, and says no where it cannot: then the files are copied.
const copySql = `${doors/* closeDoorsSql */.Su}SELECT current_setting('server_version_num')::int >= 180000 AS may_clone, current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I ALLOW_CONNECTIONS false CONNECTION LIMIT %s', :'copy', :'current', r.rolname, d.datconnlimit) || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set ON_ERROR_STOP off
\\set how copy
\\set made false
\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set made true
    \\set how clone
  \\endif
\\endif
\\if :made
\\else
  :create;
  \\if :ERROR
  \\else
    \\set made true
  \\endif
\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\set ON_ERROR_STOP on
\\if :made
  SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
\\else
  DO $$ BEGIN RAISE 'the copy could not be made'; END $$;
\\endif
`;
/**
 * Clones the service's database under closed doors, with what a clone loses: owner, grants, settings, comment. One of
 * that name left by an earlier try is dropped first. Throws when the copy cannot be made; the doors are open then.
 */
async function takeCopy(host, plan, name) {
    await (0,doors/* openDoors */.Em)(host, plan);
    await (0,restore/* dropSide */.f4)(host, plan, name);
    // What is written to disk before the doors close need not be written while they are closed.
    await host.attempt((0,postgres/* psqlCommand */.K9)(plan, "postgres", "CHECKPOINT", {}, 600));
    try {
        const finished = await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", copySql, { current: plan.name, copy: name }, 3600));
        const [, how = "copy", oid = "", bytes = "0"] = /^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(finished.stdout) ?? [];
        await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", create/* copyPropertiesSql */.z, { name, source: plan.name }));
        return { name, oid, bytes: Number(bytes), seconds: finished.seconds, how: how === "clone" ? "clone" : "copy" };
    }
    catch (error) {
        await (0,doors/* openDoors */.Em)(host, plan);
        throw error;
    }
}
/** The copy of this launch is there and is the one that was made. */
async function requireCopy(host, plan, { name, oid }) {
    if ((await (0,doors/* oidOf */._f)(host, plan, name)) === oid)
        return;
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `the rollback copy ${name} is gone, or another database bears its name`,
        where: host.name,
        mend: (0,core_text.t) `the dump is the way back now; find out who removed the copy`,
    });
}

// EXTERNAL MODULE: ./.build/js/database/dump.js
var dump = __webpack_require__(4360);
// EXTERNAL MODULE: ./.build/js/database/manifest.js
var database_manifest = __webpack_require__(2351);
// EXTERNAL MODULE: ./.build/js/database/sessions.js
var sessions = __webpack_require__(4007);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest-schema.js
var pgbackrest_schema = __webpack_require__(2204);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest.js
var pgbackrest = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest-command.js
var pgbackrest_command = __webpack_require__(3534);
;// CONCATENATED MODULE: ./.build/js/database/pgbackrest-restore.js





// What runs in the folder $1 is known by where it runs: process ids in files left behind may be somebody else's by now.
// QUIT is PostgreSQL's immediate shutdown, which frees its shared memory.
const stopText = `inside() {
  find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\\n' 2>/dev/null | while read -r p l; do
    case "$l" in "$1"|"$1/"*|"$1 (deleted)") ;; *) continue ;; esac
    case "$(cat "$p/comm" 2>/dev/null)" in postgres|pgbackrest) printf '%s\\n' "\${p#/proc/}" ;; esac
  done
}
stop() {
  n=0
  while found=$(inside "$1") && [ -n "$found" ]; do
    [ "$n" -lt 300 ] || { echo "error: processes of $1 do not end" >&2; return 1; }
    if [ $((n % 150)) = 0 ]; then
      for p in $found; do
        case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in 0:postgres) kill -QUIT "$p" ;; 0:*) kill -TERM "$p" ;; *) kill -KILL "$p" ;; esac 2>/dev/null
      done
    fi
    n=$((n + 1)); sleep 0.1
  done
}
`;
// $1 the folder, $2 new or delta, $3 bytes that have to be free. Never touches a folder without golive's mark.
const prepareText = `${stopText}[ "$(id -u)" != 0 ] || exit 86
umask 077
d=$1
if [ -e "$d" ] || [ -L "$d" ]; then
  held=$(ls -A -- "$d") || exit 81
  if [ -n "$held" ]; then
    [ -f "$d/golive-restore" ] && [ -O "$d/golive-restore" ] || exit 81
    [ "$2" = delta ] || exit 82
  fi
fi
p=$d; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
have=$(LC_ALL=C df --output=avail -B1 -- "$p" | tail -n1 | tr -d ' ') || exit
used=$(du -cB1 -- "$d/data" "$d/tablespaces" 2>/dev/null | tail -n1 | cut -f1)
if [ $((have + \${used:-0})) -lt "$3" ]; then printf '%s\\n' "$((have + \${used:-0}))"; exit 84; fi
mkdir -p -- "$d" && chmod 700 -- "$d" && d=$(cd -- "$d" && pwd -P) && cat > "$d/golive-restore" || exit 83
stop "$d" || exit
rm -f -- "$d/data/postmaster.pid"
# Without these pgbackrest does not take it for a data directory, and would restore nothing over it.
[ -e "$d/data/PG_VERSION" ] || [ -e "$d/data/backup.manifest" ] || rm -rf -- "$d/data" "$d/tablespaces"
mkdir -p -- "$d/data" "$d/socket" || exit 83
printf '%s\\n' "$d"`;
const removeText = `${stopText}[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`;
// A server for one look: reached by its own user only, through its own socket, and it reaches nobody. What the live
// server was told by ALTER SYSTEM would win over these settings, so of postgresql.auto.conf only the recovery is kept.
const startText = `umask 077
cd -- "$1/data" || exit
v=$(cat PG_VERSION) || exit
for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$v/bin" "/usr/pgsql-$v/bin" "$(pg_config --bindir 2>/dev/null)" "$(dirname -- "$(command -v postgres)")" ''; do
  [ -x "$b/postgres" ] && [ -x "$b/pg_ctl" ] || continue
  case "$("$b/postgres" --version)" in *"(PostgreSQL) $v"[!0-9]*) break ;; esac
done
[ -n "$b" ] || { printf '%s\\n' "$v"; exit 85; }
grep -E '^(restore_command|recovery_target[a-z_]*) = ' postgresql.auto.conf > ../recovery && mv -f -- ../recovery postgresql.auto.conf || exit
echo 'local all all trust' > pg_hba.conf && : > pg_ident.conf || exit
held() { LC_ALL=C "$b/pg_controldata" . | sed -n "s/^$1 setting: *//p"; }
cat > postgresql.conf <<END || exit
listen_addresses = ''
port = 5432
unix_socket_directories = '../socket'
unix_socket_permissions = 0700
archive_mode = off
hot_standby = off
max_wal_senders = 0
max_logical_replication_workers = 0
max_connections = $(held max_connections)
max_worker_processes = $(held max_worker_processes)
max_prepared_transactions = $(held max_prepared_xacts)
max_locks_per_transaction = $(held max_locks_per_xact)
shared_preload_libraries = ''
shared_buffers = 64MB
huge_pages = off
autovacuum = off
fsync = off
full_page_writes = off
synchronous_commit = off
logging_collector = off
log_line_prefix = ''
log_min_error_statement = panic
END
# pg_ctl takes a server that is still recovering for one that is ready.
if "$b/pg_ctl" -D "$1/data" -l "$1/log" -w -t "$2" -s start; then
  while [ -e postmaster.pid ]; do "$b/pg_isready" -q -h "$1/socket" -p 5432 && exit; sleep 0.1; done
fi
tail -n 20 -- "$1/log" >&2
exit 1`;
/** Restores one backup into a folder of its own, as of its end or of a later point. Refuses any folder that is not empty and not golive's own. */
async function restoreTo(host, plan, settings, { label, directory, delta = false, target }) {
    const { entry } = await (0,pgbackrest_command/* backupOf */.GH)(host, plan, settings, label);
    const where = `${host.name}:${directory}`;
    const needed = entry.info.size + plan.backup["least-free"] * 1024 * 1024;
    const prepare = (0,pgbackrest_command/* pgbackrestScript */.gC)(plan, `prepare ${directory}`, prepareText, [directory, delta ? "delta" : "new", String(needed)], { stdin: `${label}\n`, timeoutSeconds: 120 });
    const prepared = await host.attempt(prepare);
    if (prepared.code !== 0) {
        const failed = new errors/* CommandError */.Qd(host, prepare, prepared);
        const problem = refusal(prepared.code, plan, (0,figures/* showSize */.tY)(needed), (0,figures/* showSize */.tY)(Number(prepared.stdout)));
        throw problem === null ? failed : new errors/* UserError */.yo({ ...problem, where }, { cause: failed });
    }
    const own = prepared.stdout.trim();
    const to = target === undefined ? ["--type=immediate"] : [`--type=${target.type}`, `--target=${target.value}`];
    const asked = (0,pgbackrest_command/* pgbackrestCommand */.Em)(plan, settings, "restore", [
        `--repo=${entry.database["repo-key"]}`,
        `--set=${label}`,
        `--pg1-path=${own}/data`,
        ...to,
        "--target-action=promote",
        "--archive-mode=off",
        delta ? "--delta" : "--no-delta",
        // Nothing of it may land outside: tablespaces and links would be restored over those of the live server.
        "--reset-tablespace-map",
        `--tablespace-map-all=${own}/tablespaces`,
        "--no-link-all",
        "--reset-link-map",
        "--reset-recovery-option",
        "--reset-db-include",
        "--reset-db-exclude",
    ], 12 * 3600);
    try {
        // Where it runs is how a restore that was left behind is found.
        const { seconds } = await (0,pgbackrest_command/* runPgbackrest */.US)(host, plan, settings, { ...asked, cwd: `${own}/data` });
        return { data: `${own}/data`, seconds };
    }
    catch (error) {
        // A disk that is full is let go at once: the live server may be on it.
        if (!delta &&
            error instanceof errors/* UserError */.yo &&
            error.cause instanceof errors/* CommandError */.Qd &&
            (0,pgbackrest_command/* noRoomFor */.OA)(error.cause.finished.stderr) !== null)
            await removeRestored(host, plan, own);
        throw error;
    }
}
/**
 * Restores one backup into a folder of its own, starts a server on it that nothing else can reach, and hands `work` the
 * plan's database there. Server and folder are gone at the end, whatever happened; those of a lost run are removed first.
 */
async function withRestored(host, plan, settings, label, directory, work) {
    // Behind it comes /socket/.s.PGSQL.5432, and libpq takes 107 bytes and reads a comma as the next host.
    if (Buffer.byteLength(directory) > 86 || directory.includes(","))
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the folder for the restored server has too long a path for its socket, or a comma in it`,
            where: `${host.name}:${directory}`,
            mend: (0,core_text.t) `choose one of at most 86 bytes without a comma`,
        });
    await removeRestored(host, plan, directory);
    let result;
    try {
        const { data } = await restoreTo(host, plan, settings, { label, directory });
        const own = data.slice(0, -"/data".length);
        await startRestored(host, plan, label, own);
        const user = plan.connection.user ??
            (plan.connection.service === undefined
                ? undefined
                : (await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT current_user"))[0]?.[0]);
        result = await work({
            ...plan,
            connection: { host: `${own}/socket`, port: 5432, ...(user === undefined ? {} : { user }) },
        });
    }
    catch (error) {
        await removeRestored(host, plan, directory).catch((left) => {
            throw new errors/* UserError */.yo([
                { what: (0,errors/* errorLine */.BP)(error), where: host.name },
                {
                    what: (0,core_text.t) `a restored copy of the database was left behind: ${(0,errors/* errorLine */.BP)(left)}`,
                    where: `${host.name}:${directory}`,
                    mend: (0,core_text.t) `run again, or stop the server there and remove the folder`,
                },
            ], { cause: error });
        });
        throw error;
    }
    await removeRestored(host, plan, directory);
    return result;
}
async function startRestored(host, plan, label, directory) {
    const limit = 4 * 3600;
    const asked = (0,pgbackrest_command/* pgbackrestScript */.gC)(plan, `pg_ctl start in ${directory}`, startText, [directory, String(limit)], {
        timeoutSeconds: limit + 60,
    });
    const finished = await host.attempt(asked);
    if (finished.code === 0 && !finished.timedOut)
        return;
    const failed = new errors/* CommandError */.Qd(host, asked, finished);
    const problem = refusal(finished.code, plan, finished.stdout.trim(), "") ?? {
        what: (0,core_text.t) `the restored backup ${label} does not start: ${failed.brief}`,
        mend: (0,core_text.t) `a part of its log may be missing: pgbackrest verify; take another backup`,
    };
    throw new errors/* UserError */.yo({ ...problem, where: `${host.name}:${directory}` }, { cause: failed });
}
/** Stops what runs in a folder that golive restored into, and removes it. Leaves any other folder alone. */
async function removeRestored(host, plan, directory) {
    const asked = (0,pgbackrest_command/* pgbackrestScript */.gC)(plan, `remove ${directory}`, removeText, [directory], { timeoutSeconds: 600 });
    const finished = await host.attempt(asked);
    if (finished.code === 0)
        return;
    const failed = new errors/* CommandError */.Qd(host, asked, finished);
    const problem = refusal(finished.code, plan, "", "");
    throw problem === null
        ? failed
        : new errors/* UserError */.yo({ ...problem, where: `${host.name}:${directory}` }, { cause: failed });
}
function refusal(code, plan, needed, free) {
    const who = plan["run-as"] ?? (0,core_text.t) `the user golive runs as`;
    switch (code) {
        case 81:
            return {
                what: (0,core_text.t) `the folder is not empty, and was not made by golive`,
                mend: (0,core_text.t) `name a folder that does not exist yet; golive leaves this one as it is`,
            };
        case 82:
            return {
                what: (0,core_text.t) `the folder holds an earlier restore`,
                mend: (0,core_text.t) `look at it and remove it, or restore over it with delta`,
            };
        case 83:
            return { what: (0,core_text.t) `${who} may not make or write this folder`, mend: (0,core_text.t) `make its parent folder writable for ${who}` };
        case 84:
            return {
                what: (0,core_text.t) `${free} free for the restored server, ${needed} needed`,
                mend: (0,core_text.t) `make room, or choose a folder on another disk`,
            };
        case 85:
            return {
                what: (0,core_text.t) `postgres and pg_ctl of PostgreSQL ${needed} are missing`,
                mend: (0,core_text.t) `install postgresql-${needed} there, or name their folder in database.programs`,
            };
        case 86:
            return {
                what: (0,core_text.t) `PostgreSQL does not run as root`,
                mend: (0,core_text.t) `set database.run-as in the plan to its user (mostly postgres)`,
            };
        default:
            return null;
    }
}

// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
;// CONCATENATED MODULE: ./.build/js/stages/backup-cluster.js











/** For a database too large for pg_dump: the whole server by pgBackRest, and the plan's database in it proved. */
function clusterSteps(settings) {
    return [
        {
            id: "backup.cluster",
            async run(launch) {
                const { plan, release } = launch;
                const host = (0,backup_record/* databaseHost */.iz)(launch);
                await (0,sessions/* requireQuiet */.o)(host, plan.database);
                // Nobody writes: what is read now is what the backup holds.
                const contents = await (0,restore/* contentsOf */.KD)(host, plan.database, plan.database.name, { logged: true });
                const objects = await (0,restore/* objectsOf */.iZ)(host, plan.database, plan.database.name);
                const [[serverVersion = "", systemIdentifier = ""] = []] = await (0,postgres/* query */.P)(host, plan.database, "postgres", "SELECT current_setting('server_version'), system_identifier FROM pg_control_system()");
                const taken = await (0,pgbackrest/* takePgbackrest */.WJ)(host, plan.database, settings, {
                    type: settings.type ?? "incr",
                    annotation: release.id,
                });
                await (0,sessions/* requireQuiet */.o)(host, plan.database);
                const directory = (0,backup_record/* backupDirectory */.iV)(launch);
                await host.run((0,postgres/* databaseScript */.PK)(plan.database, 'umask 077; mkdir -p -m 700 -- "$1"', [directory]));
                const { id, tag, commit } = release;
                const manifest = {
                    format: 2,
                    service: plan.service,
                    release: id,
                    tag,
                    commit,
                    database: plan.database.name,
                    systemIdentifier,
                    takenAt: taken.endedAt,
                    source: { contents, objects, streams: {}, serverVersion },
                    files: [],
                };
                const sha256 = await (0,database_manifest/* writeManifest */.HN)(host, plan.database, directory, manifest);
                return {
                    note: (0,core_text.t) `${taken.label}, ${(0,figures/* showSize */.tY)(taken.bytes)}, ${(0,figures/* showSize */.tY)(taken.repositoryBytes)} of them new in the repository`,
                    facts: { label: taken.label, sha256 },
                };
            },
        },
        {
            id: "backup.verify",
            async run(launch) {
                const { files } = await (0,pgbackrest/* verifyPgbackrest */.ei)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, settings, labelOf(launch));
                return { note: (0,core_text.t) `${files} {0:file|files|files}` };
            },
        },
        {
            id: "backup.proof",
            async run(launch) {
                const { database } = launch.plan;
                const host = (0,backup_record/* databaseHost */.iz)(launch);
                if (database.backup.proof === "read")
                    return {
                        skipped: true,
                        note: (0,core_text.t) `the plan asks for no more than that its files are whole (proof: read)`,
                        facts: { proved: "read" },
                    };
                const { source } = await (0,database_manifest/* readManifest */.WI)(host, database, (0,backup_record/* backupDirectory */.iV)(launch), String(launch.state().steps.get("backup.cluster")?.facts.sha256));
                await withRestored(host, database, settings, labelOf(launch), `${database.backup.directory}/restored`, (scratch) => (0,restore/* requireSame */.qb)(host, scratch, scratch.name, source, { logged: true }));
                return {
                    note: (0,core_text.t) `restored on a server of its own; ${(0,figures/* figure */.vP)((0,database_contents/* totalRows */.wh)(source.contents))} {0:row|rows|rows} in ${Object.keys(source.contents.tables).length} {1:table|tables|tables} and ${Object.keys(source.objects).length} {2:object|objects|objects} of the schema are the same`,
                    facts: { proved: "restore" },
                };
            },
        },
    ];
}
function labelOf(launch) {
    return String(launch.state().steps.get("backup.cluster")?.facts.label);
}

// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/backup.js



















/**
 * The rollback copy and the dump of the frozen database, with the proof of the dump. Called before the deploy and, for
 * a dump that may wait (`database.backup.dump`), once more after it: each time what is due then and not done yet.
 */
async function backup(launch) {
    await (0,stages_launch/* requireForward */.jR)(launch);
    if ((0,journal_state/* begun */.q1)(launch.state(), "open.off"))
        return;
    if ((0,journal_state/* touched */.FI)(launch.state()) === false)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the site is still open, so the backup would miss what people write meanwhile`,
            mend: (0,core_text.t) `run maintenance with state: on first`,
        });
    const { copy, dump, pgbackrest } = launch.plan.database.backup;
    const kept = pgbackrest ? clusterSteps(pgbackrest) : [takeDumpOf, manifest, read, proof];
    const waits = dump === "after-migration" && !migrated(launch);
    await (0,run_steps/* runSteps */.rl)(launch, [(0,files/* keepFilesSteps */.Mi)(launch), ...(copy ? [takeRollbackCopy] : []), ...(waits ? [] : kept)]);
}
const takeRollbackCopy = {
    id: "backup.copy",
    async run(launch) {
        const { database } = launch.plan;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        // A run that was killed behind closed doors left them so.
        await (0,doors/* openDoors */.Em)(host, database);
        await (0,sessions/* requireQuiet */.o)(host, database);
        const name = (0,postgres/* sideName */.jf)(database.name, "copy", launch.release.id);
        const copy = await takeCopy(host, database, name);
        return {
            note: `${name}, ${(0,figures/* showSize */.tY)(copy.bytes)}${copy.how === "clone" ? (0,core_text.t) `, sharing blocks with the original` : ""}`,
            facts: { copy },
        };
    },
    async still(launch) {
        const copy = (0,backup_record/* copyOf */.zP)(launch);
        // Once the migration began, a copy of what is there now would be no way back.
        return ((0,journal_state/* begun */.q1)(launch.state(), "deploy.migrate") ||
            (copy !== null && (await (0,doors/* oidOf */._f)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, copy.name)) === copy.oid));
    },
};
const takeDumpOf = {
    id: "backup.dump",
    async run(launch) {
        const { database } = launch.plan;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const copy = database.backup.dump === "after-migration" ? (0,backup_record/* copyOf */.zP)(launch) : null;
        if (copy === null) {
            await (0,doors/* openDoors */.Em)(host, database);
            await (0,sessions/* requireQuiet */.o)(host, database);
        }
        else {
            await requireCopy(host, database, copy);
            await (0,doors/* openDoors */.Em)(host, database, copy.name);
        }
        try {
            const taken = await (0,dump/* takeDump */.S)(host, database, (0,backup_record/* backupDirectory */.iV)(launch), copy?.name);
            return {
                note: `${(0,figures/* showSize */.tY)(taken.bytes)}${copy === null ? "" : (0,core_text.t) `, of ${copy.name}`}`,
                facts: { bytes: taken.bytes, systemIdentifier: taken.systemIdentifier, takenAt: new Date().toISOString() },
            };
        }
        finally {
            if (copy !== null)
                await (0,doors/* closeDoors */.Qr)(host, database, copy.name);
        }
    },
    still: intact,
};
const manifest = {
    id: "backup.manifest",
    async run(launch) {
        const { plan, release } = launch;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const directory = (0,backup_record/* backupDirectory */.iV)(launch);
        const files = await (0,database_manifest/* hashFiles */.yQ)(host, plan.database, directory);
        const source = await (0,dump/* readSource */.o)(host, plan.database, directory);
        const { takenAt, systemIdentifier } = launch.state().steps.get("backup.dump")?.facts ?? {};
        const sha256 = await (0,database_manifest/* writeManifest */.HN)(host, plan.database, directory, {
            format: 2,
            service: plan.service,
            release: release.id,
            tag: release.tag,
            commit: release.commit,
            database: plan.database.name,
            systemIdentifier: String(systemIdentifier),
            takenAt: String(takenAt),
            source,
            files,
        });
        const { contents } = source;
        return {
            note: (0,core_text.t) `${files.length} {0:file|files|files}; ${Object.keys(contents.tables).length} {1:table|tables|tables}, ${(0,figures/* figure */.vP)((0,database_contents/* totalRows */.wh)(contents))} {2:row|rows|rows}; manifest ${sha256.slice(0, 12)}`,
            facts: { sha256, rows: (0,database_contents/* totalRows */.wh)(contents) },
        };
    },
    still: intact,
};
const read = {
    id: "backup.read",
    async run(launch) {
        const seconds = await (0,restore/* readThrough */.ir)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, (0,backup_record/* backupDirectory */.iV)(launch));
        return { note: (0,core_text.t) `read in ${(0,figures/* showDuration */.kJ)(seconds)}` };
    },
    still: ofThisDump,
};
const proof = {
    id: "backup.proof",
    async run(launch) {
        const { plan, release } = launch;
        const host = (0,backup_record/* databaseHost */.iz)(launch);
        const directory = (0,backup_record/* backupDirectory */.iV)(launch);
        // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
        const { source } = await (0,database_manifest/* readManifest */.WI)(host, plan.database, directory, (0,backup_record/* manifestHash */.wj)(launch));
        const { contents, objects } = source;
        const all = (0,core_text.t) `${(0,figures/* figure */.vP)((0,database_contents/* totalRows */.wh)(contents))} {0:row|rows|rows} in ${Object.keys(contents.tables).length} {1:table|tables|tables} and ${Object.keys(objects).length} {2:object|objects|objects} of the schema`;
        const counted = plan.database.backup["count-only"];
        const except = counted.length > 0 ? (0,core_text.t) `; only counted: ${counted.join(", ")}` : "";
        const scratch = (0,postgres/* sideName */.jf)(plan.database.name, "proof", release.id);
        switch (plan.database.backup.proof) {
            case "read":
                return {
                    skipped: true,
                    note: (0,core_text.t) `the plan asks for no more than that it reads through whole (proof: read)`,
                    facts: { proved: "read" },
                };
            case "content":
                (0,restore/* requireNone */.EE)(await (0,archive_contents/* compareArchive */.St)(host, plan.database, directory, source), host.name);
                (0,restore/* requireNone */.EE)(await (0,restore/* compareFrame */.pM)(host, plan.database, directory, scratch, source), host.name);
                return { note: (0,core_text.t) `not restored; ${all} stand in the dump as in the database`, facts: { proved: "content" } };
            case "restore": {
                try {
                    await (0,restore/* restoreBeside */.d$)(host, plan.database, directory, scratch);
                    await (0,restore/* requireSame */.qb)(host, plan.database, scratch, source);
                }
                finally {
                    await (0,restore/* dropSide */.f4)(host, plan.database, scratch);
                }
                return { note: (0,core_text.t) `restored beside; ${all} are the same${except}`, facts: { proved: "restore" } };
            }
        }
    },
    still: ofThisDump,
};
/** Once the migration began, a dump of what is there now would be no way back. One of the frozen copy may be taken at any time. */
function tooLate({ state, plan }) {
    return plan.database.backup.dump === "before-deploy" && (0,journal_state/* begun */.q1)(state(), "deploy.migrate");
}
/** Whether the dump is there, file by file as the manifest says. */
async function intact(launch) {
    if (tooLate(launch))
        return true;
    // Without a manifest yet nothing can be said, and a dump is quickly taken again.
    if (launch.state().steps.get("backup.manifest")?.status !== "done")
        return false;
    return (0,database_manifest/* readManifest */.WI)((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, (0,backup_record/* backupDirectory */.iV)(launch), (0,backup_record/* manifestHash */.wj)(launch)).then(() => true, (error) => {
        if (error instanceof errors/* UserError */.yo || error instanceof errors/* CommandError */.Qd)
            return false;
        throw error;
    });
}
/** Whether what is on record about the dump was found after it was taken last. */
async function ofThisDump(launch) {
    const { steps } = launch.state();
    return (tooLate(launch) ||
        ["backup.read", "backup.proof"].every((id) => (steps.get(id)?.startedAt ?? "") >= (steps.get("backup.manifest")?.endedAt ?? "")));
}
function migrated(launch) {
    const status = launch.state().steps.get(`deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(launch.plan)}`)?.status;
    return status === "done" || status === "skipped";
}


/***/ })

};
