export const id = 932;
export const ids = [932];
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

/***/ 9551:
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
// EXTERNAL MODULE: ./.build/js/database/scratch/feed.js + 1 modules
var feed = __webpack_require__(345);
// EXTERNAL MODULE: ./.build/js/database/scratch/plain.js
var plain = __webpack_require__(7889);
;// CONCATENATED MODULE: ./.build/js/database/backup-format.js





const programs = {
    gzip: "gzip",
    zstd: "zstd",
    xz: "xz",
    bzip2: "bzip2",
    lz4: "lz4",
};
// The first bytes say what it is, and those behind them once it is unpacked.
const kindText = `${plain/* unpackText */.Mz}if [ -d "$1" ]; then echo 'directory|'; exit; fi
hex() { head -c "$1" | od -An -v -tx1 | tr -d ' \\n'; }
p=
case "$(hex 6 < "$1")" in
  1f8b*) p=gzip ;; 28b52ffd*) p=zstd ;; fd377a585a00) p=xz ;; 425a68*) p=bzip2 ;; 04224d18*) p=lz4 ;;
esac
[ -z "$p" ] || command -v "$p" >/dev/null || { printf 'missing|%s\\n' "$p"; exit; }
b=$(unpack "$p" < "$1" 2>/dev/null | hex 265)
k=unknown
case "$b" in
  '') k=empty ;;
  5047444d50*) k=archive ;;
  2d2d2d2d2d424547494e20*|6167652d656e6372797074696f6e*|53616c7465645f5f*) k=encrypted ;;
  85*|8c0d*|c1*|c3*) k=encrypted ;;
  2d2d*|0a2d2d*|0d0a2d2d*|efbbbf2d2d*) k=sql ;;
  *7573746172*) k=tar ;;
  fffe*|feff*) k=utf16 ;;
esac
printf '%s|%s\\n' "$k" "$p"`;
// Each of its bytes is read. A plain dump ends with words of its own once pg_dump is through.
const plainText = `${plain/* unpackText */.Mz}set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`;
// An archive that is packed once more is read as it comes; pg_restore takes it from a pipe.
const archiveText = `${plain/* unpackText */.Mz}umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
# pg_restore takes a tar that ends too soon for a whole one.
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`;
/** What a backup is, after every byte of it was read. Throws a UserError that says what is wrong with it. */
async function wholeFormat(host, database, path) {
    const refuse = (problem) => new errors/* UserError */.yo({ where: `${host.name}:${path}`, ...problem });
    const looked = await host.run((0,postgres/* databaseScript */.PK)(database, kindText, [path], { timeoutSeconds: 300 }));
    const [kind = "", packing = ""] = looked.stdout.trim().split("|");
    const packed = packing in programs ? { packed: packing } : {};
    const wrong = wrongKind(kind, packing);
    if (wrong !== null)
        throw refuse(wrong);
    if (kind === "sql") {
        const problem = await plainProblem(host, database, path, packing);
        if (problem !== null)
            throw refuse(problem);
        return { format: "sql", ...packed };
    }
    const problem = await archiveProblem(host, database, path, [packing, kind]);
    if (problem !== null)
        throw refuse(problem);
    return { format: kind === "directory" ? "directory" : "archive", ...packed };
}
function wrongKind(kind, packing) {
    switch (kind) {
        case "sql":
        case "archive":
        case "tar":
        case "directory":
            return null;
        case "empty":
            return packing === "" ? emptyProblem() : damagedProblem();
        case "missing":
            return {
                code: "backup-unpacker-missing",
                what: (0,core_text.t) `the newest backup is packed with ${packing}, which is not installed there`,
                mend: (0,core_text.t) `install it there`,
            };
        case "encrypted":
            return {
                code: "backup-encrypted",
                what: (0,core_text.t) `the newest backup is encrypted, so it cannot be looked into here`,
                mend: (0,core_text.t) `name a copy that is not, or a command that opens it and prints where`,
            };
        case "utf16":
            return {
                code: "backup-encoding",
                what: (0,core_text.t) `the newest backup is text of two bytes a character, as PowerShell writes it; psql cannot read that`,
                mend: (0,core_text.t) `let pg_dump write the file itself: pg_dump --file=…`,
            };
        default:
            return unknownProblem();
    }
}
async function plainProblem(host, database, path, packing) {
    const read = await host.attempt((0,postgres/* databaseScript */.PK)(database, plainText, [path, packing, plain/* lookText */.bL]));
    const lines = read.stdout.split("\n");
    if (read.code !== 0 || lines.includes("damaged"))
        return damagedProblem();
    if (lines.includes("unknown"))
        return unknownProblem();
    if (!lines.includes("complete"))
        return damagedProblem();
    const names = lines.flatMap((line) => (line.startsWith("connects|") ? [line.slice("connects|".length)] : []));
    if (names.length === 0 || names.includes(database.name))
        return null;
    return (0,feed/* otherDatabase */.Y)(lines.includes("cluster") ? "" : (names[0] ?? ""), database);
}
async function archiveProblem(host, database, path, how) {
    const read = await host.attempt((0,postgres/* databaseScript */.PK)(database, archiveText, [path, ...how]));
    const version = /unsupported version \(([\d.]+)\) in file header/.exec(read.stderr)?.[1];
    if (version !== undefined)
        return {
            code: "backup-newer-version",
            what: (0,core_text.t) `the newest backup was made by a newer pg_dump (archive format ${version}), which the programs there cannot read`,
            mend: (0,core_text.t) `make it with the pg_dump of the server's version, or install that newer version and name its folder in database.programs`,
        };
    if (read.code !== 0)
        return damagedProblem();
    const of = /^;\s+dbname: (.*)$/m.exec(read.stdout)?.[1];
    return of === undefined || of === database.name ? null : (0,feed/* otherDatabase */.Y)(of, database);
}
const emptyProblem = () => ({
    code: "backup-empty",
    what: (0,core_text.t) `the newest backup is empty`,
    mend: (0,core_text.t) `find out why the nightly backup fails`,
});
const damagedProblem = () => ({
    code: "backup-damaged",
    what: (0,core_text.t) `the newest backup is damaged or cut off`,
    mend: (0,core_text.t) `find out why; the nightly backup cannot be relied on`,
});
const unknownProblem = () => ({
    code: "backup-unknown",
    what: (0,core_text.t) `the newest backup is nothing that pg_dump writes`,
    mend: (0,core_text.t) `correct prepare.newest-backup; formats: pg_dump's custom, directory and tar, and plain SQL; packed with gzip, zstd, xz, bzip2 or lz4`,
});

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
        throw new errors/* UserError */.yo({ where: at, ...emptyProblem() });
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
        ...(await wholeFormat(host, database, first.path)),
        ...(database["run-as"] === undefined ? {} : { reader: database["run-as"] }),
    };
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

// EXTERNAL MODULE: ./.build/js/database/preflight.js + 2 modules
var preflight = __webpack_require__(2894);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 2 modules
var restore = __webpack_require__(1286);
;// CONCATENATED MODULE: ./.build/js/database/scratch/untouched.js



// What nobody changes in passing. Rows are not looked at: people write them meanwhile. Hashes only: a setting may hold
// a password. A row version (xmin) tells a new password without reading it. Roles that end by themselves (a vault makes
// them by the hour) come and go.
const serverSql = `SELECT has_table_privilege('pg_catalog.pg_authid', 'SELECT') AS may_roles,
  has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'EXECUTE') AS may_files,
  has_function_privilege('pg_catalog.pg_hba_file_rules()', 'EXECUTE') AS may_hba \\gset
SELECT 'database', datname, oid || '.' || md5(to_jsonb(d)::text)
FROM (SELECT oid, datname, datdba, encoding, datcollate, datctype, datistemplate, datallowconn, datconnlimit,
  dattablespace, datacl FROM pg_database) d
WHERE NOT starts_with(datname, :'trial');
SELECT 'role', rolname, oid || '.' || md5(to_jsonb(r)::text) FROM pg_roles r WHERE rolvaliduntil IS NULL OR rolsuper;
SELECT 'member', m.roleid || ' ' || m.member, md5(to_jsonb(m)::text)
FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolvaliduntil IS NULL;
SELECT 'tablespace', spcname, oid || '.' || md5(concat(pg_tablespace_location(oid), spcowner, spcacl, spcoptions))
FROM pg_tablespace;
SELECT 'settings', d.name || ' ' || setrole, md5(setconfig::text)
FROM pg_db_role_setting,
  LATERAL (SELECT coalesce((SELECT datname FROM pg_database WHERE oid = setdatabase)::text, '') AS name) d
WHERE NOT starts_with(d.name, :'trial');
\\if :may_roles
SELECT 'password', rolname, xmin FROM pg_authid WHERE rolvaliduntil IS NULL OR rolsuper;
\\endif
\\if :may_files
SELECT 'file', 'configuration', md5(coalesce(string_agg(
  concat_ws('|', sourcefile, name, setting), E'\\n' ORDER BY sourcefile, sourceline, seqno), ''))
FROM pg_file_settings;
\\endif
\\if :may_hba
SELECT 'file', 'pg_hba.conf', md5(coalesce(string_agg(to_jsonb(h)::text, E'\\n' ORDER BY line_number), ''))
FROM pg_hba_file_rules h;
\\endif
`;
// A table that is gone, not one that is new; partitions are made and dropped by programs of their own.
const tablesSql = `SELECT 'table', n.nspname || '.' || c.relname, c.oid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
`;
/** Reads what can be compared later; asks the server only. */
async function stateOf(host, service) {
    const trial = { trial: `${service.name}_trial_` };
    const server = stateIn((await host.run((0,postgres/* psqlCommand */.K9)(service, "postgres", serverSql, trial, 300))).stdout);
    // That it is gone is what the server's part tells.
    if (!server.has(`database|${service.name}`))
        return server;
    const tables = stateIn((await host.run((0,postgres/* psqlCommand */.K9)(service, service.name, tablesSql, {}, 300))).stdout);
    return new Map([...server, ...tables]);
}
function stateIn(stdout) {
    return new Map(stdout.split("\n").flatMap((line) => {
        const at = line.lastIndexOf("|");
        return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }));
}
/** What is another than before, in words; the service's database first. */
function touchedIn(before, after, database) {
    const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
    const own = `database|${database}`;
    return [own, ...keys.filter((key) => key !== own)].flatMap((key) => {
        const [was, is] = [before.get(key), after.get(key)];
        if (was === is)
            return [];
        const [kind = "", name = ""] = key.split("|");
        if (kind === "table" && was === undefined)
            return [];
        const thing = thingOf(kind, name);
        if (is === undefined)
            return [(0,core_text.t) `${thing} is gone`];
        if (was === undefined)
            return [(0,core_text.t) `${thing} is new`];
        return was.split(".")[0] === is.split(".")[0]
            ? [(0,core_text.t) `${thing} was changed`]
            : [(0,core_text.t) `${thing} is another one than before`];
    });
}
function thingOf(kind, name) {
    switch (kind) {
        case "database":
            return (0,core_text.t) `the database ${name}`;
        case "role":
        case "password":
            return (0,core_text.t) `the role ${name}`;
        case "member":
            return (0,core_text.t) `a membership of roles`;
        case "tablespace":
            return (0,core_text.t) `the tablespace ${name}`;
        case "table":
            return (0,core_text.t) `the table ${name}`;
        case "settings":
            return (0,core_text.t) `a setting of a database or role`;
        default:
            return (0,core_text.t) `the server's ${name}`;
    }
}
/** Throws, loudly, unless the service's server is what it was before a backup was let loose beside it. */
async function requireUntouched(host, service, before) {
    const after = await stateOf(host, service).catch((error) => {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        throw new errors/* UserError */.yo({
            code: "production-unseen",
            what: (0,core_text.t) `whether PRODUCTION IS WHAT IT WAS before the backup was tried cannot be seen: its PostgreSQL does not answer`,
            where: host.name,
            mend: (0,core_text.t) `look at the site and at PostgreSQL at once; launch nothing before you know`,
        }, { cause: error });
    });
    const touched = touchedIn(before, after, service.name);
    if (touched.length === 0)
        return;
    throw new errors/* UserError */.yo({
        code: "production-touched",
        what: (0,core_text.t) `PRODUCTION IS NOT WHAT IT WAS before the backup was tried: ${touched.join("; ")}`,
        where: host.name,
        mend: (0,core_text.t) `find out at once who did that. If it was none of you, it was the backup or the release: look at the site, and launch nothing`,
    });
}

// EXTERNAL MODULE: ./.build/js/database/trial.js + 1 modules
var trial = __webpack_require__(5274);
// EXTERNAL MODULE: ./.build/js/database/create.js
var create = __webpack_require__(9954);
;// CONCATENATED MODULE: ./.build/js/database/unmigrated.js



const cloneSql = `SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'name', :'source', r.rolname)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'source' \\gexec
`;
/** A clone of a scratch database that nobody uses at the moment, to be a scratch database as well; its name. */
async function cloneScratch(host, plan, scratch) {
    const name = `${scratch}_before`;
    await (0,restore/* dropSide */.f4)(host, plan, name);
    const values = { name, source: scratch };
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", cloneSql + create/* copyPropertiesSql */.z, values, 3600));
    return name;
}

// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/hosts/host.js
var hosts_host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/hosts/gently.js

/** The same host, with every command behind the service in the queues for processor and disk. */
function gently(host) {
    const gentle = (0,hosts_host/* hostLike */.uW)(host, (command) => host.attempt({
        ...command,
        file: "nice",
        args: ["-n", "19", "ionice", "-c", "3", command.file, ...command.args],
        label: command.label ?? [command.file, ...(command.file === "sh" ? command.args.slice(3) : command.args)].join(" "),
    }));
    return host.tunnel === undefined ? gentle : { ...gentle, tunnel: host.tunnel };
}

// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/presets/aside.js
var aside = __webpack_require__(8435);
// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
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
// EXTERNAL MODULE: ./.build/js/plan/files-layout.js
var files_layout = __webpack_require__(5212);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var presets_strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/files.js + 2 modules
var files = __webpack_require__(2488);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var forecast = __webpack_require__(7285);
// EXTERNAL MODULE: ./.build/js/stages/deaf.js
var deaf = __webpack_require__(2988);
// EXTERNAL MODULE: ./.build/js/stages/scratch.js + 3 modules
var stages_scratch = __webpack_require__(8633);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 4 modules
var stages_launch = __webpack_require__(6970);
// EXTERNAL MODULE: ./.build/js/stages/outline.js
var outline = __webpack_require__(9972);
// EXTERNAL MODULE: ./.build/js/stages/night-checks.js
var night_checks = __webpack_require__(4616);
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
async function requireScratch({ trial, database, server, host }) {
    const told = await trial.database();
    if (told === database)
        return requireServer(trial, server, host.name);
    throw new errors/* UserError */.yo({
        what: told === null
            ? (0,core_text.t) `the built release does not run with the settings of the trial`
            : (0,core_text.t) `with the settings of the trial the release uses the database "${told.slice(0, 80)}", not the scratch database`,
        where: host.name,
        mend: (0,core_text.t) `correct prepare.trial.settings or database-url; nothing was migrated`,
    });
}
/** The same for the server, where the release can tell. What listens there may be the backup's, so it is shown no password. */
async function requireServer({ server: ask }, server, where) {
    if (server === undefined || ask === undefined)
        return;
    const found = await ask();
    if (found !== null && found.host !== "" && found.host !== server.host)
        throw new errors/* UserError */.yo({
            code: "trial-other-server",
            what: (0,core_text.t) `with the settings of the trial the release goes to the server "${found.host.slice(0, 80)}", not to the throwaway one`,
            where,
            mend: (0,core_text.t) `add the setting that names the host to prepare.trial.settings, as in DB_HOST: "{host}" (and DB_PORT: "{port}"); nothing was migrated`,
        });
    if (found?.password)
        throw new errors/* UserError */.yo({
            code: "trial-password",
            what: (0,core_text.t) `with the settings of the trial the release would tell the service's password to a server in which a backup had its say`,
            where,
            mend: (0,core_text.t) `empty it in prepare.trial.settings, as in DB_PASSWORD: ""; the throwaway server asks for none`,
        });
}
/** Runs the pending migrations one by one on the scratch database. `startup` is what a command costs that does nothing; seconds. */
async function rehearseMigrations(tried) {
    const { scratch } = tried;
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
            what: (0,core_text.t) `${left.length} {0:migration is|migrations are|migrations are} still unapplied on the scratch database: ${left.join(", ")}`,
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
                }, { cause: new errors/* CommandError */.Qd(host, { file: start.run[0] ?? "", args: start.run.slice(1) }, await running) });
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

// EXTERNAL MODULE: ./.build/js/hosts/why.js
var why = __webpack_require__(5594);
;// CONCATENATED MODULE: ./.build/js/hosts/mounted.js



// $1 how many mounts, then each as two paths; sealed or -; the user and group to be again, or -; the directory; the
// program. Nothing runs unless every place really shows the other folder, and where it is sealed nothing else can be
// written: what follows would be done to what is live. A place may hold others: what is mounted later hides the earlier.
const inside = `is_shown() {
  IFS='
'
  for place in $shown; do case $1/ in "$place"/*) unset IFS; return 0 ;; esac; done
  unset IFS; return 1
}
set -f; n=$1; shift; shown=
while [ "$n" -gt 0 ]; do
  at=$(readlink -f -- "$2")
  mount --rbind -- "$1" "$at" && [ "$(stat -L -c %d:%i -- "$1")" = "$(stat -L -c %d:%i -- "$2")" ] || { echo "golive: $1 cannot be shown at $2" >&2; exit 97; }
  shown="$shown
$at"
  shift 2; n=$((n - 1))
done
if [ "$1" = sealed ]; then
  while read -r _ _ _ _ at how _; do
    case ,$how, in *,ro,*) continue ;; esac
    at=$(printf '%b.' "$at"); at=\${at%.}
    case $at in /proc|/proc/*|/sys|/sys/*|/dev|/dev/*) continue ;; esac
    is_shown "$at" && continue
    # A single file that this user may not write anyway, as those that a container is given.
    [ ! -d "$at" ] && [ ! -w "$at" ] && continue
    mount -o remount,bind,ro -- "$at" || { echo "golive: $at cannot be closed to writing" >&2; exit 97; }
  done < /proc/self/mountinfo
fi
shift
u=$1; g=$2; cd -- "$3" || exit 97; shift 3
[ "$u" = - ] && exec "$@"
exec unshare --user --map-user="$u" --map-group="$g" -- "$@"`;
// $1 the script above, $2 how many mounts, $3 sealed or -; then its values without these and without the user and group:
// only the host knows them.
const outside = `s=$1; n=$2; sealed=$3; u=$(id -u); g=$(id -g); shift 3; i=$((n * 2)); m=$#
while [ "$i" -gt 0 ]; do set -- "$@" "$1"; shift; i=$((i - 1)); m=$((m - 1)); done
if [ "$u" = 0 ]; then set -- "$@" "$sealed" - -; else set -- "$@" "$sealed" "$u" "$g"; fi
while [ "$m" -gt 0 ]; do set -- "$@" "$1"; shift; m=$((m - 1)); done
if [ "$u" = 0 ]; then exec unshare --mount -- sh -c "$s" sh "$n" "$@"; fi
exec unshare --user --map-root-user --mount -- sh -c "$s" sh "$n" "$@"`;
/**
 * The same host, where every command sees each folder `from` at the path `at`, and nobody else does: in a mount
 * namespace of its own, as the same user. `sealed`: all else of the host's files can be read only. Exit 97, and nothing
 * is run, where that cannot be had.
 */
function mounted(host, mounts, { sealed = false } = {}) {
    const pairs = mounts.flatMap(({ from, at }) => [from, at]);
    return (0,hosts_host/* hostLike */.uW)(host, (asked) => {
        // The live folder's lock is not this copy's; and a directory entered before the mounts would be the live one.
        const { exclusive: _, cwd = "/", file, args, ...options } = asked;
        const shown = asked.label ?? [file, ...(file === "sh" ? args.slice(3) : args)].join(" ");
        return host.attempt({
            ...options,
            ...(0,command/* script */.K$)(outside, [inside, String(mounts.length), sealed ? "sealed" : "-", ...pairs, cwd, file, ...args]),
            label: shown,
        });
    });
}
/** Why commands cannot be shown other folders there; null when they can. Changes nothing. */
async function mountProblem(host, options) {
    const there = mounted(host, [{ from: "/usr", at: "/usr" }], { sealed: true });
    const asked = { ...(0,command/* script */.K$)("exit 0", []), timeoutSeconds: 30, ...options };
    const tried = await there.attempt(asked);
    return tried.code === 0 ? null : await (0,why/* why */.d8)(host, asked, tried);
}

// EXTERNAL MODULE: ./.build/js/plan/rollback-problems.js
var rollback_problems = __webpack_require__(5549);
// EXTERNAL MODULE: ./.build/js/presets/kept.js
var presets_kept = __webpack_require__(5995);
// EXTERNAL MODULE: ./.build/js/stages/back-order.js
var back_order = __webpack_require__(6622);
;// CONCATENATED MODULE: ./.build/js/stages/practice-files.js



const markScript = 'sleep 0.05; : > "$1" && sleep 0.05';
// $1 the mark, $2 where the names go. What was made or changed since, but for what git and the installer keep.
const writtenScript = `m=$1; list=$2; shift 2
for x; do set -- "$@" -path "./$x" -prune -o; shift; done
find . -path ./.git -prune -o "$@" -type f -newercm "$m" -print0 | sort -z > "$list.now" || exit 1
cat -- "$list.now" >> "$list" && xargs -0 -r -a "$list.now" sha256sum --`;
// $1 names, $2 the live folder, $3 the release's own, which goes with it, $4 the mark: a line for each file that is not
// as it is there, its name behind an a when it was made since the mark, an l when it was left.
const unlikeScript = `[ -e "$1" ] || exit 0
sort -zu -- "$1" | xargs -0 -r sh -c 'live=$1; own=$2; m=$3; shift 3
for f; do
  case $f in "$own"/*) continue ;; esac
  { [ ! -e "$live/$f" ] && [ ! -e "$f" ]; } || cmp -s -- "$live/$f" "$f" && continue
  if [ -e "$f" ] && [ -n "$(find "$f" -prune -newercm "$m" -exec echo x \\;)" ]; then h=a; else h=l; fi
  printf "%s%s\\n" "$h" "$(printf %s "$f" | tr "\\n" "?")"
done' sh "$2" "$3" "$4"`;
function practice_files_watching({ context, watched }) {
    const { "run-as": user } = context.plan.deploy;
    return { cwd: watched, timeoutSeconds: 1800, ...(user === undefined ? {} : { user }) };
}
/** From here on what is written counts. */
async function mark(practice) {
    await practice.context.host.run((0,command/* script */.K$)(markScript, [`${practice.directory}/mark`], practice_files_watching(practice)));
}
/** Files that were written since the mark, with their contents' hashes, a line each; their names are noted. */
async function written(practice) {
    const { context, directory } = practice;
    const installed = (0,presets_preset/* presetOf */.j)(context.plan).installed(context.plan);
    const asking = (0,command/* script */.K$)(writtenScript, [`${directory}/mark`, `${directory}/names`, ...installed], practice_files_watching(practice));
    const { stdout } = await context.host.run({ ...asking, label: (0,core_text.t) `what the step wrote` });
    return stdout.split("\n").filter((line) => line !== "");
}
/** Names of files that only one of the two lists has with that content. */
function differing(one, other) {
    const lines = [...one.filter((line) => !other.includes(line)), ...other.filter((line) => !one.includes(line))];
    return [...new Set(lines.map((line) => line.replace(/^\\?[0-9a-f]{64} [ *]/, "")))].toSorted();
}
/** The way back begins with a mark of its own, before its steps. */
async function unlikeLive(practice) {
    const { context, directory, watched, real } = practice;
    const { "run-as": user } = context.plan.deploy;
    const releases = context.plan.deploy.strategy === "releases";
    const copy = `${directory}/${releases ? "base" : "live"}`;
    const own = releases ? context.directory.replace(watched, ".") : "-";
    const { stdout } = await real.run((0,command/* script */.K$)(unlikeScript, [`${directory}/names`, watched, own, `${directory}/mark`], {
        cwd: copy,
        timeoutSeconds: 600,
        label: (0,core_text.t) `compare what steps wrote`,
        ...(user === undefined ? {} : { user }),
    }));
    const lines = stdout.split("\n").filter((line) => line !== "");
    const those = (how) => lines.filter((line) => line.startsWith(how)).map((line) => line.slice(1));
    return { anew: those("a"), left: those("l") };
}

;// CONCATENATED MODULE: ./.build/js/stages/practice.js














/** Why a host cannot practise; null when it can. */
async function practiceProblem(launch) {
    const { plan, hosts } = launch;
    const { "run-as": user } = plan.deploy;
    return mountProblem(hosts.get((0,deploy_order/* migrateHost */.AL)(plan)), user === undefined ? {} : { user });
}
async function openPractice(launch, directory, leftOut) {
    const { plan, release } = launch;
    const live = (0,deploy/* contextOf */.Vm)(launch, (0,deploy_order/* migrateHost */.AL)(plan));
    const strategy = (0,presets_strategy/* strategyOf */.x)(plan);
    const previous = await strategy.current(live.host, plan);
    const mounts = await strategy.aside(live, previous, directory, leftOut);
    const statics = await (0,presets_preset/* presetOf */.j)(plan).staticElsewhere(live);
    const elsewhere = await (0,aside/* outsideAside */.of)(live, statics, directory);
    const shown = [...mounts, ...elsewhere];
    const context = { ...live, host: mounted(live.host, shown), directory: (0,layout/* releaseDirectory */.fF)(plan, release) };
    // What it notes about the steps lies beside the copy.
    const notes = { from: directory, at: directory };
    const sealed = mounted(live.host, [notes, ...shown], { sealed: true });
    return {
        ...{ context, sealed, real: live.host },
        ...{ previous, directory, watched: plan.deploy.directory },
        collects: statics === null || elsewhere.some(({ at }) => `${statics}/`.startsWith(`${at}/`)),
        measured: new Map(),
    };
}
/** The same, where nothing but the copy can be written: for commands that others wrote. */
function sealedContext({ context, sealed }) {
    return { ...context, host: sealed };
}
/** What happens on the host that migrates: before the migrations, or after them and up to the start. */
function practisedSteps(launch, which) {
    const { plan } = launch;
    const host = (0,deploy_order/* migrateHost */.AL)(plan);
    const lane = (0,deploy_order/* deployBatches */.qT)(plan).flatMap(({ lanes }) => lanes.flat().filter((step) => step.host === host));
    const migrate = lane.findIndex(({ part }) => part === "deploy.migrate");
    const start = lane.findIndex(({ part }) => part === "deploy.start" || part === "deploy.health");
    const early = ["deploy.fetch", "deploy.build"];
    return which === "before"
        ? lane.slice(0, migrate).filter(({ part }) => !early.includes(part))
        : lane.slice(migrate + 1, start === -1 ? undefined : start).filter(({ part }) => part !== "after-start");
}
/** The deploy's own steps, one after another, as the window will do them. Throws with the step that fails. */
async function goForward(launch, practice, steps) {
    for (const step of steps) {
        const began = external_node_perf_hooks_.performance.now();
        await named(step.id, () => step.own === undefined ? place(practice, step.part) : tryStep(launch, practice, step.own));
        const seconds = (external_node_perf_hooks_.performance.now() - began) / 1000;
        // A step that is run twice takes half of it.
        const tries = step.own !== undefined && asked(launch, step.own) ? 2 : 1;
        practice.measured.set(step.id, seconds / tries);
        launch.log.info((0,core_text.t) `on the trial: ${step.id}`);
    }
}
async function place(practice, part) {
    // What installs writes to its caches as well, as it does at night.
    const context = part === "deploy.environment" ? practice.context : sealedContext(practice);
    const preset = (0,presets_preset/* presetOf */.j)(context.plan);
    if (part === "deploy.static" && !practice.collects)
        await preset.static(context, "look");
    else
        await (0,presets_strategy/* strategyOf */.x)(context.plan).parts[part]?.(context, preset);
}
/** Whether the day before has to find out what becomes of a step on the way back. */
function asked({ plan }, step) {
    return step["on-rollback"] === undefined && (0,rollback_problems/* practised */.yQ)(plan, step);
}
async function tryStep(launch, practice, step) {
    if (!(0,rollback_problems/* practised */.yQ)(launch.plan, step))
        return;
    const context = sealedContext(practice);
    const run = () => runOwn(practice, (0,presets_preset/* presetOf */.j)(launch.plan).command(context, step.run, step.timeout));
    await mark(practice);
    await run();
    const first = await written(practice);
    if (!asked(launch, step))
        return;
    await run();
    const other = differing(first, await written(practice));
    if (other.length > 0)
        throw await notRepeatable(launch, practice, step, other);
}
async function notRepeatable(launch, practice, { id }, other) {
    const which = await listed(launch, `practice-${id}`, other);
    return new errors/* UserError */.yo({
        code: "step-not-repeatable",
        what: (0,core_text.t) `the step "${id}" made other files when it was run a second time (${other.length}${which}), so nobody knows whether it may be run again on the way back`,
        where: practice.context.host.name,
        mend: (0,core_text.t) `add on-rollback: to it (again, skip, or other words), and deploy.keep for files that it builds`,
    });
}
/** Names of files stay on the control host, as what failed commands say does; told is where they can be read. */
async function listed({ journal, release }, name, files) {
    const at = await journal.keepLog(release.id, name, `${files.join("\n")}\n`).catch(() => null);
    return at === null ? "" : (0,core_text.t) `, named in ${at}`;
}
/** A step of the plan's own. What it may not write is named, with what to say about it. */
async function runOwn({ sealed, directory }, asked) {
    const finished = await sealed.attempt({ ...asked, env: { ...asked.env, TMPDIR: `${directory}/tmp` } });
    if (finished.code === 0 && !finished.timedOut)
        return;
    if (!/read-only file system|EROFS/i.test(finished.stderr))
        throw new errors/* CommandError */.Qd(sealed, asked, finished);
    throw new errors/* UserError */.yo({
        code: "step-writes-elsewhere",
        what: (0,core_text.t) `it writes outside of the release's directory, which the day before does not allow: that is live`,
        where: sealed.name,
        mend: (0,core_text.t) `name the folder in prepare.trial.scratch, and the practice shows the step a copy of it; or say practice: false and on-rollback: for the step. What it said is on the control host`,
    }, { cause: new errors/* CommandError */.Qd(sealed, asked, finished) });
}
/** Back to what served, as a rollback does it. The note for the checklist. */
async function goBack(launch, practice) {
    const { previous, measured } = practice;
    const context = sealedContext(practice);
    const { plan } = launch;
    const preset = (0,presets_preset/* presetOf */.j)(plan);
    const host = context.host.name;
    const began = external_node_perf_hooks_.performance.now();
    await named(`rollback.code@${host}`, () => (0,presets_strategy/* strategyOf */.x)(plan).back(context, preset, previous, practice.collects));
    const kept = await named(`rollback.code@${host}`, () => (0,presets_kept/* putFilesBack */.il)(context));
    measured.set(`rollback.code@${host}`, (external_node_perf_hooks_.performance.now() - began) / 1000);
    const old = beforeContext(practice);
    await mark(practice);
    for (const own of (0,back_order/* ownBack */._)(plan, "before-start").filter((one) => one.host === host && one.practice)) {
        const started = external_node_perf_hooks_.performance.now();
        await named(own.id, () => runOwn(practice, preset.command(old, own.run, own.timeout)));
        measured.set(own.id, (external_node_perf_hooks_.performance.now() - started) / 1000);
    }
    return [previous.tag, kept, ...(await unlikeText(launch, practice))].filter((text) => text !== null).join("; ");
}
/** What a step of the way back made anew is its work; anything else is left of the release that was taken back. */
async function unlikeText(launch, practice) {
    const { anew, left } = await unlikeLive(practice);
    const which = left.length === 0 ? "" : await listed(launch, "practice-left", left);
    return [
        ...(anew.length === 0 ? [] : [(0,core_text.t) `${anew.length} built anew, and not as before`]),
        ...(left.length === 0
            ? []
            : [
                (0,core_text.t) `⚠️ ${left.length} {0:file that steps wrote is not as it was|files that steps wrote are not as they were|files that steps wrote are not as they were}${which}`,
            ]),
    ];
}
/** The release before, where it lies. */
function beforeContext({ context, previous }) {
    return { ...context, directory: previous.directory ?? context.directory };
}
/** A step of the launch that fails on the trial is told by its name. */
async function named(step, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* StepError */.zg || (error instanceof errors/* UserError */.yo && error.problems.some(({ code }) => code)))
            throw error;
        throw new errors/* UserError */.yo({
            code: "practice-failed",
            what: (0,core_text.t) `${step} fails on the trial: ${(0,errors/* errorLine */.BP)(error)}`,
            mend: (0,core_text.t) `mend it by day; nothing that serves was touched`,
        }, { cause: error });
    }
}

;// CONCATENATED MODULE: ./.build/js/stages/day-before.js










































/** Seconds by step of the window. */
class Measured extends Map {
    /** The same parts on several hosts. */
    add(hosts, parts) {
        for (const [part, seconds] of parts)
            for (const host of hosts)
                this.set(`${part}@${host}`, seconds);
    }
}
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
    const findings = { measured: new Measured(), unpractised: null };
    try {
        await (0,deaf/* requireHearing */.w)(launch);
        await (0,access/* tryAccess */.Y)(launch);
        for (const step of steps(quiet, findings))
            await (0,run_steps/* runStep */.eg)(quiet, { ...step, holds: async () => false });
    }
    finally {
        await removeAll(quiet, findings);
        // Whatever else went wrong: that production was touched is the first thing to know.
        if (findings.before !== undefined)
            await (0,run_steps/* runStep */.eg)(quiet, { ...untouched(findings), holds: async () => false });
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
            ? [
                migrations(findings),
                ...(prepare.trial.start || prepare.trial.tests.length > 0 ? [tests(findings)] : []),
                wayBack(findings),
            ]
            : []),
        ...(prepare["test-restore"] ? [untouched(findings)] : []),
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
        findings.unpractised = await whyUnpractised(launch);
        const practising = plan.prepare.trial !== undefined && findings.unpractised === null;
        // With a directory for every release it is built where it will serve from; else on the copy, as the window will do it.
        const built = plan.deploy.strategy === "releases" || !practising ? await buildAside(launch, findings) : null;
        if (practising)
            await openTrial(launch, findings);
        else
            findings.built = { ...(0,deploy/* contextOf */.Vm)(launch, (0,deploy_order/* migrateHost */.AL)(plan)), directory: trialDirectory(launch) };
        return { note: built ?? (0,core_text.t) `${launch.release.tag} on a copy of what serves` };
    },
});
/** Builds the release without anything that serves: on every host where that is its place, else once, as a clone aside. */
async function buildAside(launch, findings) {
    const { plan } = launch;
    const preset = (0,presets_preset/* presetOf */.j)(plan);
    const inPlace = plan.deploy.strategy !== "releases";
    const on = inPlace ? [(0,deploy_order/* migrateHost */.AL)(plan)] : plan.deploy.hosts;
    const directory = trialDirectory(launch);
    const built = await Promise.all(on.map(async (host) => ({
        host,
        ...(await (0,presets_strategy/* strategyOf */.x)(plan).build({ ...(0,deploy/* contextOf */.Vm)(launch, host), directory }, preset)),
    })));
    for (const { host, took } of built)
        findings.measured.add(inPlace ? plan.deploy.hosts : [host], Object.entries(took));
    return [...new Set(built.map(({ note }) => note))].join("; ");
}
/** The copy that the release goes forward and back on, with what comes before its migrations and needs no database. */
async function openTrial(launch, findings) {
    const { plan } = launch;
    const live = (0,deploy/* contextOf */.Vm)(launch, (0,deploy_order/* migrateHost */.AL)(plan));
    if (plan.deploy.strategy !== "releases") {
        const { seconds } = await live.host.run((0,git/* fetchObjects */.rt)(plan, launch.release.tag));
        findings.measured.add(plan.deploy.hosts, [["deploy.fetch", seconds]]);
    }
    const uploads = (0,files_layout/* filesOf */.R)(plan).filter(({ host }) => host === live.host.name);
    const leftOut = uploads.map(({ directory }) => directory);
    const practice = await openPractice(launch, practiceDirectory(launch), leftOut);
    findings.practice = practice;
    findings.built = practice.context;
    const parts = practisedSteps(launch, "before").filter(({ own }) => own === undefined);
    await goForward(launch, practice, parts);
    for (const { part, id } of parts)
        findings.measured.add(plan.deploy.hosts, [[part, practice.measured.get(id) ?? 0]]);
}
function triedIn(launch, context, trial, scratch) {
    const { plan } = launch;
    if (plan.prepare.trial === undefined)
        throw new errors/* InternalError */.Gd("there is no trial in the plan");
    return {
        host: context.host,
        directory: context.directory,
        database: trial.database,
        scratch,
        server: trial.server,
        plan: plan.prepare.trial,
        trial: (0,presets_preset/* presetOf */.j)(plan).trial(context, trial),
    };
}
/** Why the way back is not practised; null when it is. */
async function whyUnpractised(launch) {
    const { preset } = launch.plan.deploy;
    if (preset === "compose")
        return (0,core_text.t) `containers cannot be shown a copy of their files`;
    const problem = await practiceProblem(launch);
    return problem === null ? null : (0,core_text.t) `${(0,deploy_order/* migrateHost */.AL)(launch.plan)} cannot show a command another folder (${problem})`;
}
const staging = (findings) => ({
    id: "day-before.staging",
    async run(launch) {
        const { plan } = launch;
        const directory = findings.built?.directory ?? trialDirectory(launch);
        const checks = plan.verify.checks.filter((check) => check.kind === "smoke");
        const results = await Promise.all(checks.map(async (check) => ({
            title: check.title ?? check.path,
            ...(await timed(() => (0,checks_check/* runCheck */.k_)({ ...check, host: (0,deploy_order/* migrateHost */.AL)(plan) }, {
                plan,
                expected: launch.release,
                hosts: hostsOf(launch, findings),
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
        const server = (0,stages_scratch/* readerOf */.TC)(launch);
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
        const name = scratchName(launch);
        const { problems, facts } = await (0,preflight/* databaseProblems */.k)(service.host, service.plan, []);
        if (problems.length > 0)
            throw new errors/* UserError */.yo(problems);
        findings.before = await stateOf(service.host, service.plan);
        const { scratch, turnedAway } = await (0,stages_scratch/* openScratch */.jd)(launch, settings);
        findings.opened = scratch;
        const { host, database } = scratch;
        const elsewhere = scratch.throwaway || settings.server !== undefined;
        const room = facts === null
            ? null
            : await (0,preflight/* spaceProblems */.f)(host, database, facts, { copy: findings.practice !== undefined, elsewhere });
        if (room !== null && room.problems.length > 0)
            throw new errors/* UserError */.yo(room.problems);
        const seconds = await (0,trial/* restoreTrial */.Lq)(service, scratch, findings.backup, name, settings);
        findings.scratch = name;
        const sane = await (0,trial/* requireSane */.tC)(host, database, name, settings.rules);
        const where = turnedAway === null
            ? ""
            : (0,core_text.t) `; as ${settings["run-as"]}, turned away by PostgreSQL in ${turnedAway} {1:way|ways|ways}`;
        return { note: (0,core_text.t) `restored in ${(0,figures/* showDuration */.kJ)(seconds)}; ${sane}${where}`, facts: { restoreSeconds: seconds } };
    },
});
/** What ran of strangers' by day ran beside production: it is what it was. */
const untouched = (findings) => ({
    id: "day-before.untouched",
    async run(launch) {
        const { before } = findings;
        if (before === undefined)
            return { skipped: true };
        delete findings.before;
        await requireUntouched((0,backup_record/* databaseHost */.iz)(launch), launch.plan.database, before);
        return { note: (0,core_text.t) `${launch.plan.database.name}, roles, settings and tablespaces are the same as before` };
    },
});
/** Dump and proof as the window will make them, of the scratch database: how long they take, and that they go. */
const rehearseBackup = (findings) => ({
    id: "day-before.dump",
    async run() {
        const { scratch, opened } = findings;
        if (scratch === undefined || opened === undefined)
            return { skipped: true };
        const { host, database } = opened;
        if (database.backup.pgbackrest)
            return { skipped: true, note: (0,core_text.t) `pgBackRest backs the whole server up; its earlier runs tell how long it takes` };
        const plan = { ...database, name: scratch };
        const directory = dumpDirectory(opened);
        const dump = await timed(() => (0,database_dump/* takeDump */.S)(host, plan, directory));
        const read = await timed(() => (0,restore/* readThrough */.ir)(host, plan, directory));
        findings.measured.set("backup.dump", dump.seconds);
        findings.measured.set("backup.read", read.seconds);
        const proof = await timed(async () => {
            const source = await (0,database_dump/* readSource */.o)(host, plan, directory);
            const restored = `${scratch}_proof_x`;
            if (database.backup.proof === "content") {
                (0,restore/* requireNone */.EE)(await (0,archive_contents/* compareArchive */.St)(host, plan, directory, source), host.name);
                (0,restore/* requireNone */.EE)(await (0,restore/* compareFrame */.pM)(host, plan, directory, restored, source), host.name);
            }
            if (database.backup.proof !== "restore")
                return;
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
        const tried = await triedOf(launch, findings);
        if (tried === null)
            return { skipped: true };
        const known = (launch.state().steps.get("prepare.migrations")?.facts.migrations ?? []);
        const { practice, scratch, opened } = findings;
        await requireScratch(tried);
        if (practice && opened && scratch !== undefined) {
            findings.unmigrated = await cloneScratch(opened.host, opened.database, scratch);
            const own = practisedSteps(launch, "before").filter((step) => step.own !== undefined);
            await goForward(launch, practice, own);
        }
        const rehearsed = await rehearseMigrations(tried);
        if (practice) {
            const after = practisedSteps(launch, "after").filter(({ part }) => part === "after-migrate");
            await goForward(launch, practice, after);
        }
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
        const { tried, practice } = findings;
        if (!tried)
            return { skipped: true };
        if (practice) {
            const left = practisedSteps(launch, "after").filter(({ part }) => part !== "after-migrate");
            await goForward(launch, practice, left);
        }
        const hosts = hostsOf(launch, findings);
        const all = async () => {
            const results = [];
            for (const check of tried.plan.tests) {
                const result = {
                    title: check.title ?? check.id,
                    ...(await timed(() => tryCheck({ ...launch, hosts }, tried, check))),
                };
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
            if (practice)
                findings.answered = await answeredBy({ ...launch, hosts }, tried);
            return { ...done, note: [(0,core_text.t) `healthy after ${(0,figures/* showDuration */.kJ)(healthy)}`, done.note].filter(Boolean).join("; ") };
        }, launch.plan.deploy["run-as"]);
    },
});
/** Forward is tried; now back, and the release before has to serve from what that leaves. */
const wayBack = (findings) => ({
    id: "day-before.way-back",
    async run(launch) {
        const { practice, opened, unmigrated } = findings;
        if (!practice || !opened || unmigrated === undefined)
            return unpractised(launch, findings);
        const note = await goBack(launch, practice);
        const context = beforeContext(practice);
        const trial = { ...trialOf(context), database: unmigrated };
        const old = triedIn(launch, { ...context, trial }, trial, opened);
        await requireScratch(old);
        const smoke = await smokeOf(old);
        const hosts = hostsOf(launch, findings);
        const { start } = old.plan;
        const night = (0,night_checks/* nightChecks */.YL)(launch.plan, launch.state());
        const asked = night.filter(({ id }) => findings.answered?.includes(id));
        const look = async (healthy) => {
            if (smoke.length === 0 && asked.length === 0)
                return [untested(healthy), unasked(night, asked)].filter(Boolean).join("; ");
            const results = await Promise.all(smoke.map(async (check) => ({
                title: check.title ?? check.id,
                ...(await tryCheck({ ...launch, hosts }, old, check)),
            })));
            const pages = await (0,night_checks/* askByDay */.PA)({ ...launch, hosts }, old, asked, (0,night_checks/* calledBefore */.by)(launch, practice.previous));
            const where = (0,core_text.t) `on the release before, after the way back`;
            judged([...results, ...pages], where, lacking());
            const { note: seen } = judged(results, where);
            return [
                healthy === null ? "" : (0,core_text.t) `healthy after ${(0,figures/* showDuration */.kJ)(healthy)}`,
                seen,
                pages.length === 0 ? "" : (0,core_text.t) `checks of the night that pass: ${pages.map(({ id }) => id).join(", ")}`,
                unasked(night, asked),
            ]
                .filter(Boolean)
                .join("; ");
        };
        const seen = start ? await withInstance(old, start, look, launch.plan.deploy["run-as"]) : await look(null);
        for (const [id, seconds] of practice.measured)
            findings.measured.set(id, seconds);
        return { note: [note, seen].filter(Boolean).join("; "), facts: { practised: true } };
    },
});
/** What the release itself does not pass where it is tried says nothing about the one before. */
async function answeredBy(launch, tried) {
    const checks = (0,night_checks/* nightChecks */.YL)(launch.plan, launch.state());
    const results = await (0,night_checks/* askByDay */.PA)(launch, tried, checks, launch.release);
    return results.filter(({ verdict }) => verdict === "pass").map(({ id }) => id);
}
function unasked(night, asked) {
    const left = night.map(({ id }) => id).filter((id) => !asked.some((one) => one.id === id));
    return left.length === 0
        ? ""
        : (0,core_text.t) `⚠️ not asked of it, since the release that is tried does not pass it: ${left.join(", ")}`;
}
/** The release before has none of the tests: it may be half broken, and nobody looked. */
function untested(healthy) {
    return healthy === null
        ? (0,core_text.t) `⚠️ nothing was asked of it: it has none of the tests of prepare.trial, and prepare.trial.start is not there`
        : (0,core_text.t) `healthy after ${(0,figures/* showDuration */.kJ)(healthy)}; ⚠️ no more was asked of it: it has none of the tests of prepare.trial`;
}
/** Its tests pass where it serves: what it lacks here, the way back did not give it. */
function lacking() {
    return {
        code: "way-back-lacks",
        mend: (0,core_text.t) `the way back leaves it without something that it needs: keep what steps built aside (deploy.keep), or have them run again (on-rollback: again)`,
    };
}
/** Without a practice the plan has to say itself what becomes of its steps. */
function unpractised({ plan }, { unpractised: why }) {
    const silent = plan.deploy.steps.filter((step) => step["on-rollback"] === undefined).map(({ id }) => id);
    if (silent.length > 0)
        throw new errors/* UserError */.yo({
            code: "way-back-unknown",
            what: (0,core_text.t) `the way back cannot be practised (${why ?? (0,core_text.t) `nothing was restored`}), and nothing says what becomes of: ${silent.join(", ")}`,
            mend: (0,core_text.t) `add on-rollback: to these steps (again, skip, or other words)`,
        });
    return { skipped: true, note: (0,core_text.t) `⚠️ not practised: ${why ?? (0,core_text.t) `nothing was restored`}` };
}
function trialOf({ trial }) {
    if (trial === undefined)
        throw new errors/* InternalError */.Gd("the practice has no settings of a trial");
    return trial;
}
/** Smoke tests that the release before has as well. */
async function smokeOf({ plan, host, directory }) {
    const found = await Promise.all(plan.tests.map(async (check) => {
        if (check.kind !== "smoke")
            return [];
        const there = await host.attempt((0,command/* command */.G5)("test", ["-e", `${directory}/${check.path}`], { timeoutSeconds: 60 }));
        return there.code === 0 ? [check] : [];
    }));
    return found.flat();
}
/** The hosts, with the one of the trial showing its copy. */
function hostsOf(launch, { practice }) {
    const { hosts } = launch;
    if (practice === undefined)
        return hosts;
    const { host } = practice.context;
    return { ...hosts, get: (name) => (name === host.name ? host : hosts.get(name)) };
}
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
function judged(results, where, failed = { mend: (0,core_text.t) `mend the release` }) {
    const bad = results.filter(({ verdict }) => verdict !== "pass");
    if (bad.length > 0)
        throw new errors/* UserError */.yo(bad.map(({ title, verdict, evidence }) => ({
            what: `${title} ${where}: ${verdict === "fail" ? "" : `${verdict}, `}${evidence}`,
            ...(verdict === "fail" ? failed : { mend: (0,core_text.t) `nothing was measured, which is not a pass` }),
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
    return practiceDirectory({ plan, release });
}
function practiceDirectory({ plan, release }) {
    return `${(0,layout/* trialFolder */.Zl)(plan)}/${release.id}`;
}
function dumpDirectory({ database }) {
    return `${database.backup.directory}/.day-before`;
}
/** The built release, pointed to the scratch database from where it lies. */
async function triedOf(launch, findings) {
    const { built, scratch: database, opened: scratch } = findings;
    const plan = launch.plan.prepare.trial;
    if (plan === undefined || built === undefined || database === undefined || scratch === undefined)
        return null;
    const { server, close } = await (0,stages_scratch/* reachFrom */.sX)(launch, scratch);
    findings.cutOff = close;
    const trial = { database, server, env: plan.settings, url: plan["database-url"] };
    const context = { ...built, trial };
    if (findings.practice)
        findings.practice = { ...findings.practice, context };
    findings.tried = triedIn(launch, context, trial, scratch);
    return findings.tried;
}
/** The scratch server or database, the built release and the dump of the rehearsal; what cannot be removed is told. */
async function removeAll(launch, findings) {
    const { plan } = launch;
    const settings = plan.prepare["test-restore"];
    const { opened } = findings;
    const removals = [
        // What the window will switch to stays.
        ...((0,state/* begun */.q1)(launch.state(), "day-before.build")
            ? [() => (0,aside/* removeAside */.l7)((0,deploy/* contextOf */.Vm)(launch, (0,deploy_order/* migrateHost */.AL)(plan)), practiceDirectory(launch))]
            : []),
        ...(findings.cutOff === undefined ? [] : [findings.cutOff]),
        ...(opened === undefined ? [] : [() => removeDump(opened)]),
        ...(opened === undefined || settings === undefined ? [] : [() => (0,stages_scratch/* closeScratch */.ZF)(launch, settings, opened)]),
    ];
    for (const remove of removals)
        await remove().catch((error) => launch.log.warn((0,core_text.t) `Something of the rehearsal could not be removed: ${(0,errors/* errorLine */.BP)(error)}`));
}
async function removeDump(scratch) {
    const asked = (0,postgres/* databaseCommand */.zN)(scratch.database, "rm", ["-rf", "--", dumpDirectory(scratch)], { timeoutSeconds: 600 });
    await scratch.host.run({ ...asked, file: "rm" });
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


/***/ })

};
