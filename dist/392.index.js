export const id = 392;
export const ids = [392];
export const modules = {

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

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ keepFiles),
/* harmony export */   dE: () => (/* binding */ keepByDay),
/* harmony export */   k8: () => (/* binding */ folderByDay),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6319);



/** Made by day and finished in the window: then only what changed since is copied while the site is closed. */
function folderByDay({ keepIn, keep }) {
    // A tree of links is no beginning of one of copies.
    return `${keepIn}/by-day-${keep}`;
}
// $1 folder, $2 where it is kept, $3 how, $4 "open" while people upload: what they take away meanwhile is no failure.
// $5 what was made by day, which becomes the launch's own. The tree is made to be what is there, whatever an earlier try
// left of it; whether it is, the lists of both say. A copy shares blocks where the disk can.
const keepScript = `live=$1; to=$2; how=$3; open=$4; w=$to/work
[ -d "$live" ] || { echo "$live is not there" >&2; exit 43; }
if [ "$open" = closed ] && [ -d "$5" ] && [ ! -e "$to" ]; then mv -T -- "$5" "$to" || exit 1; fi
mkdir -p -- "$to" && rm -rf -- "$w" && mkdir -- "$w" && list "$live" "$w/now" || exit 1
fill() {
  if [ ! -d "$to/tree" ]; then
    rm -rf -- "$to/filling"
    case "$how" in
      copy) cp -a --reflink=auto -- "$live" "$to/filling" ;;
      link) cp -al -- "$live" "$to/filling" ;;
    esac
    mv -- "$to/filling" "$to/tree" || return 1
  fi
  list "$to/tree" "$w/have" && comm -z -13 -- "$w/now" "$w/have" > "$w/extra" && comm -z -23 -- "$w/now" "$w/have" > "$w/lacking" || return 1
  if [ -s "$w/extra" ] || [ -s "$w/lacking" ]; then
    files "$w/extra" | paths > "$w/remove" && files "$w/lacking" | paths > "$w/add" && writable "$to/tree" &&
      ( cd -- "$to/tree" && xargs -0r rm -f -- < "$w/remove" ) && prune "$to/tree" "$w/have" "$w/now" && parents "$to/tree" "$w/add" || return 1
    case "$how" in
      copy) carry "$live" "$to/tree" "$w/add" ;;
      link) ( cd -- "$live" && xargs -0r cp -dl --parents -t "$to/tree" -- < "$w/add" ) ;;
    esac
    [ "$?" = 0 ] || [ "$open" = open ] || return 1
    dress "$live" "$to/tree" "$w/now" || [ "$open" = open ] || return 1
  fi
}
if [ "$how" != count ]; then
  fill || exit 1
  list "$to/tree" "$w/have" || exit 1
  cmp -s -- "$w/now" "$w/have" || [ "$open" = open ] || { echo "what is kept is not what is there" >&2; exit 44; }
fi
list "$live" "$w/after" || exit 1
cmp -s -- "$w/now" "$w/after" || [ "$open" = open ] || { echo "files changed while they were kept" >&2; exit 45; }
mv -f -- "$w/now" "$to/manifest" && sync -- "$to/manifest" && { [ "$open" = open ] || sync -f -- "$to"; } || exit 1
echo "count $(count < "$to/manifest")"
echo "sha256 $(sha256sum < "$to/manifest" | cut -d ' ' -f 1)"
rm -rf -- "$w"`;
/** The day before: while people go on uploading. What it makes is no backup yet. */
async function keepByDay(host, place) {
    return keep(host, place, folderByDay(place), "open");
}
/** Behind closed doors: what is kept is proved to be what is there. May be run again after it was cut off. */
async function keepFiles(host, place, name) {
    return keep(host, place, `${place.keepIn}/${name}`, "closed");
}
/** Whether what is on record as kept still lies there. */
async function isKept(host, place, { folder, sha256, keep: how }) {
    const there = '[ "$(sha256sum < "$1/manifest" | cut -d " " -f 1)" = "$2" ] && { [ "$3" = count ] || [ -d "$1/tree" ]; }';
    return (await host.attempt((0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .filesScript */ .nI)(place, there, [folder, sha256, how]))).code === 0;
}
async function keep(host, place, folder, when) {
    const asked = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .filesScript */ .nI)(place, keepScript, [place.directory, folder, place.keep, when, folderByDay(place)], {
        changes: true,
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `keep the files of ${place.id}`,
    });
    const finished = await host.attempt(asked);
    if (finished.code !== 0 || finished.timedOut)
        throw keepProblem(host, place, new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished));
    const said = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .answers */ .GA)(finished.stdout);
    return {
        folder,
        ...(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(said.count),
        sha256: said.sha256?.[0] ?? "",
        keep: place.keep,
        seconds: finished.seconds,
    };
}
function keepProblem({ name: where }, place, failed) {
    const { code, stderr } = failed.finished;
    const problem = (known, what, mend) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ code: known, what, where, mend }, { cause: failed });
    if (/No space left on device|Disk quota exceeded/i.test(stderr))
        return problem("files-no-room", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no room left to keep the files of ${place.id}`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `make room, or name another disk (keep-in); what was copied so far is used by the next try`);
    if (code === 43)
        return problem("files-missing", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the folder ${place.directory} is not there`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `create it, or correct files in the plan`);
    if (code === 45)
        return problem("files-not-quiet", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `files of ${place.id} changed although the services are stopped`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `find out who writes there (lsof +D), stop it, then run again`);
    if (code === 44)
        return problem("files-not-kept", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `what is kept of ${place.id} is not what is there`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `give run-as a user that may set their owners (root), or the one that they belong to`);
    return failed;
}


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ answers),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   nI: () => (/* binding */ filesScript)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5795);

// Names are bytes: any but NUL may stand in one, so every list is of records that end in NUL, and the tools that read
// it are told so. A record is TYPE, SIZE, TIME, MODE, OWNER, GROUP and then PATH, with tabs between; that of a link
// ends in "//" and where it leads, which no path holds. Sockets, pipes and devices are nobody's upload.
const words = `set -u; LC_ALL=C; export LC_ALL; umask 077
list() {
  ( cd -- "$1" && find . -mindepth 1 -ignore_readdir_race -path ./lost+found -prune \\
    -o -type d -printf 'd\\t0\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type f -printf 'f\\t%s\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type l -printf 'l\\t0\\t%T@\\t777\\t%U\\t%G\\t%P//%l\\0' ) > "$2.unsorted" && sort -z -o "$2" -- "$2.unsorted"
}
files() { sed -zn '/^d/!p' -- "$1"; }
folders() { sed -zn '/^d/p' -- "$1"; }
paths() { cut -z -f7- | sed -z 's#//.*##; s#^#./#' | sort -z; }
count() { cut -z -f1,2 | tr '\\0' '\\n' | awk '$1 == "f" || $1 == "l" { n++; b += $2 } END { printf "%d %.0f\\n", n, b }'; }
number() { tr -cd '\\0' | wc -c; }
`;
// What is written in a folder whose owner may not write there now; its rights are put right at the end.
const changing = `writable() { [ "$(id -u)" = 0 ] || find "$1" -type d ! -perm -700 -exec chmod u+rwx -- {} +; }
# $1 from, $2 to, $3 list of paths. Whatever has such a name there is not written into but replaced.
carry() {
  rm -f -- "$w/broken"
  { tar -C "$1" --format=posix --acls --xattrs --null --no-recursion --verbatim-files-from -T "$3" -cf - || : > "$w/broken"; } |
    tar -C "$2" --acls --xattrs --numeric-owner --delay-directory-restore -Pxpf - && [ ! -e "$w/broken" ]
}
# $1 folder, $2 list of paths: the folders that they lie in.
parents() { sed -z 's#/[^/]*$##' < "$2" | sort -zu > "$w/parents" && ( cd -- "$1" && xargs -0r mkdir -p -- < "$w/parents" ); }
# $1 folder, $2 what is there, $3 what shall be there: folders that shall not go, the deepest first.
prune() {
  folders "$2" | paths > "$w/dirs" && folders "$3" | paths > "$w/wanted-dirs" &&
    comm -z -23 -- "$w/dirs" "$w/wanted-dirs" | sort -zr > "$w/no-dirs" &&
    ( cd -- "$1" && xargs -0r rmdir --ignore-fail-on-non-empty -- < "$w/no-dirs" )
}
# $1 from, $2 to, $3 what shall be there: rights, owners and times of the folders that differ.
dress() {
  list "$2" "$w/dressed" && comm -z -23 -- "$3" "$w/dressed" > "$w/undressed" && folders "$w/undressed" | paths > "$w/dress" &&
    { [ ! -s "$w/dress" ] || carry "$1" "$2" "$w/dress"; }
}
`;
/** A script of this folder's user with the words for lists, and those for changing folders where they are wanted. */
function filesScript(place, text, values, options = {}) {
    const { changes = false, ...rest } = options;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .script */ .K$)(`${words}${changes ? changing : ""}${text}`, values, {
        timeoutSeconds: 4 * 3600,
        ...rest,
        ...(place.user === undefined ? {} : { user: place.user }),
    });
}
/** `name value…` a line. */
function answers(stdout) {
    return Object.fromEntries(stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
        const [name = "", ...values] = line.split(" ");
        return [name, values];
    }));
}
function countsOf(values) {
    const [files = "0", bytes = "0"] = values ?? [];
    return { files: Number(files), bytes: Number(bytes) };
}


/***/ }),

/***/ 1103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ backupsOf)
/* harmony export */ });
/** The backups on record, the newest first. */
function backupsOf(entries) {
    const made = entries.filter((entry) => entry.kind === "step" && entry.step === "backup.manifest" && entry.status === "done");
    const proved = new Set(entries
        .filter((entry) => entry.kind === "step" && entry.step === "backup.proof" && entry.facts?.proved !== undefined)
        .map(({ release }) => release));
    return [
        ...new Map(made.map((entry) => [
            entry.release,
            { release: entry.release, proved: proved.has(entry.release), at: Date.parse(entry.at) },
        ])).values(),
    ].toSorted((a, b) => b.at - a.at);
}


/***/ }),

/***/ 7366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ leftBackups),
/* harmony export */   v: () => (/* binding */ leftFiles)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5212);
/* harmony import */ var _files_keep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7523);
/* harmony import */ var _afterwards_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1103);
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2291);
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3582);







const notRows = ["dump", "globals.sql", "schema.sql", "source.txt", "manifest.json"];
// The rows that a way back set aside have a line of their own, and stay until that is said.
const removeBackup = `find "$1" -mindepth 1 -maxdepth 1 ! -name written.jsonl ! -name written.jsonl.age -exec rm -rf -- {} + &&
rmdir --ignore-fail-on-non-empty -- "$1" && rm -f -- "$1.tar.age" "$1.tar.age.part" "$1.tar.status"`;
/** Folders of dumps, and in them the rows that a way back set aside. */
async function leftBackups(ground) {
    const { plan, hosts, launches } = ground;
    const host = hosts.get(plan.database.host);
    const user = plan.database["run-as"];
    const proved = (0,_afterwards_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupsOf */ .p)(ground.entries).find((backup) => backup.proved)?.release;
    const made = launches.filter(({ state }) => state.steps.has("backup.dump"));
    const folders = made.flatMap((launch) => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .backupNames */ .pS)(launch).map((name) => ({ name, launch, path: `${plan.database.backup.directory}/${name}` })));
    const found = await Promise.all(folders.map(async ({ name, launch, path }) => {
        const common = { host: host.name, release: launch.id, people: true };
        const dump = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, notRows.map((file) => `${path}/${file}`), user);
        const rows = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, [`${path}/written.jsonl`, `${path}/written.jsonl.age`], user);
        const held = launch.id === proved ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the newest backup that is proved` : ground.holds(launch.id);
        const backup = {
            ...common,
            id: `backup:${name}`,
            kind: "backup",
            what: path,
            since: (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, "backup.dump"),
            bytes: dump.reduce((sum, { bytes }) => sum + bytes, 0),
            held,
            async remove() {
                await host.run({
                    ...(0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)(removeBackup, [path], { timeoutSeconds: 3600 }),
                    ...(user === undefined ? {} : { user }),
                });
            },
        };
        const asides = rows.map((file) => ({
            ...common,
            id: `rows:${name}${file.path.endsWith(".age") ? ".age" : ""}`,
            kind: "rows",
            what: file.path,
            since: (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, "rollback.database"),
            bytes: file.bytes,
            held: ground.holds(launch.id),
            remove: () => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .removePath */ ._b)(host, file.path, user),
        }));
        return [...(dump.length > 0 ? [backup] : []), ...asides];
    }));
    return found.flat();
}
/** What was kept of uploaded files, and what a way back set aside of them. */
async function leftFiles(ground) {
    const { plan, hosts, launches } = ground;
    const found = await Promise.all((0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R)(plan).map(async (place) => {
        const host = hosts.get(place.host);
        const { user } = place;
        const item = async (kind, id, path, said) => {
            const [size] = await (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(host, [path], user);
            if (size === undefined)
                return [];
            return [
                {
                    id,
                    kind,
                    host: host.name,
                    what: path,
                    since: size.changed,
                    bytes: size.bytes,
                    people: true,
                    ...said,
                    remove: () => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .removePath */ ._b)(host, path, user),
                },
            ];
        };
        const own = await Promise.all(launches.map(async (launch) => {
            const kept = launch.state.steps.get((0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("backup", place))?.facts.kept;
            if (kept === undefined)
                return [];
            const since = (0,_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .sinceOf */ .ek)(launch.state, (0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("backup", place));
            const said = { release: launch.id, held: ground.holds(launch.id), since };
            const aside = (0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .givenBackOf */ .sX)({ state: () => launch.state }, place)?.aside.folder ?? `${kept.folder}/set-aside`;
            return [
                ...(await item("files", `files:${place.id}:${launch.id}`, `${kept.folder}/tree`, said)),
                ...(await item("set-aside", `set-aside:${place.id}:${launch.id}`, aside, said)),
            ];
        }));
        const rehearsed = launches.some(({ state }) => state.steps.has((0,_files_record_js__WEBPACK_IMPORTED_MODULE_6__/* .filesStep */ .OD)("day-before", place)));
        const underWay = launches.some(({ state }) => state.ended === null);
        const byDay = rehearsed
            ? await item("files", `files:${place.id}:by-day`, (0,_files_keep_js__WEBPACK_IMPORTED_MODULE_1__/* .folderByDay */ .k8)(place), {
                release: null,
                held: underWay ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `a launch is under way, and may use it` : null,
            })
            : [];
        return [...own.flat(), ...byDay];
    }));
    return found.flat();
}


/***/ }),

/***/ 4392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ groundOf),
  K: () => (/* binding */ leftoversOf)
});

// EXTERNAL MODULE: ./.build/js/stages/leftovers/backups.js
var backups = __webpack_require__(7366);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/trial.js
var trial = __webpack_require__(1308);
// EXTERNAL MODULE: ./.build/js/stages/scratch.js
var scratch = __webpack_require__(4436);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/leftover.js
var leftover = __webpack_require__(3582);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/databases.js






/** Databases of launches on record, and scratch databases that bear golive's mark. A name alone is never enough. */
async function leftDatabases(ground) {
    const { plan, hosts } = ground;
    const host = hosts.get(plan.database.host);
    const there = await databasesOn(host, plan.database);
    const known = ground.launches.flatMap((launch) => knownOf(plan.database, launch));
    const own = known.flatMap(({ name, oid, release, since }) => {
        const found = there.find((one) => one.name === name && (oid === undefined || oid === one.oid));
        if (found === undefined || name === plan.database.name)
            return [];
        return [databases_leftover(host, plan.database, found, { release, since, held: ground.holds(release) })];
    });
    return [...own, ...(await scratches(ground))];
}
function knownOf(database, { id: release, state }) {
    const facts = (step) => state.steps.get(step)?.facts;
    const copy = facts("backup.copy")?.copy;
    const kept = facts("rollback.database")?.kept;
    const begun = (step) => state.steps.has(step);
    const side = (purpose, step) => begun(step) ? [{ name: (0,postgres/* sideName */.jf)(database.name, purpose, release), release, since: (0,leftover/* sinceOf */.ek)(state, step) }] : [];
    return [
        ...(copy ? [{ name: copy.name, oid: copy.oid, release, since: (0,leftover/* sinceOf */.ek)(state, "backup.copy") }] : []),
        ...(typeof kept === "string"
            ? [
                {
                    name: kept,
                    oid: facts("rollback.database")?.failed,
                    release,
                    since: (0,leftover/* sinceOf */.ek)(state, "rollback.database"),
                },
            ]
            : []),
        ...side("proof", "backup.proof"),
        ...side("restored", "rollback.database"),
    ];
}
async function scratches({ plan, hosts, launches }) {
    const { host, database } = (0,scratch/* scratchServer */.G)({ plan, hosts });
    const underWay = launches.some(({ state }) => state.ended === null);
    return (await databasesOn(host, database))
        .filter(({ name, marked }) => marked && name.startsWith(`${database.name}_trial_`))
        .map((one) => databases_leftover(host, database, one, {
        release: null,
        since: new Date().toISOString(),
        held: underWay ? (0,core_text.t) `a launch is under way, and may use it` : null,
    }));
}
async function databasesOn(host, database) {
    const rows = await (0,postgres/* query */.P)(host, database, "postgres", "SELECT oid, pg_database_size(oid), coalesce(shobj_description(oid, 'pg_database') = :'mark', false), datname FROM pg_database WHERE starts_with(datname, :'prefix')", { mark: trial/* mark */.Gy, prefix: `${database.name}_` });
    return rows.map(([oid = "", bytes = "0", marked = "f", ...name]) => ({
        name: name.join("|"),
        oid,
        bytes: Number(bytes),
        marked: marked === "t",
    }));
}
function databases_leftover(host, database, { name, oid, bytes }, said) {
    return {
        id: `database:${name}`,
        kind: "database",
        host: host.name,
        what: name,
        bytes,
        people: true,
        ...said,
        remove: () => drop(host, database, { name, oid }),
    };
}
// That very database, and not the service's; whoever is connected to it is not thrown out.
const dropSql = `SELECT format('DROP DATABASE %I', datname) FROM pg_database WHERE datname = :'name' AND oid = :'oid' AND datname <> :'service' \\gexec
SELECT count(*) FROM pg_database WHERE datname = :'name' AND oid = :'oid';
`;
async function drop(host, database, { name, oid }) {
    const dropped = await host.attempt((0,postgres/* psqlCommand */.K9)(database, "postgres", dropSql, { name, oid, service: database.name }));
    if (dropped.code === 0 && dropped.stdout.trim() === "0")
        return;
    throw new errors/* UserError */.yo({
        code: "clean-database-used",
        what: (0,core_text.t) `${name} could not be dropped; somebody may be connected to it`,
        where: host.name,
        mend: (0,core_text.t) `look at pg_stat_activity, then try again`,
    });
}

// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/holds.js


/**
 * Why a launch's things stay: it is under way, or it is the last that went live or was rolled back and its time is not
 * over. What earlier ones left may go on a word.
 */
function holdsOf(plan, launches, now) {
    const last = (outcome) => launches.findLast(({ state }) => state.ended?.outcome === outcome);
    const young = [last("live"), last("rolled-back")].flatMap((launch) => {
        if (launch === undefined)
            return [];
        const until = Date.parse(launch.state.ended?.at ?? "") + plan["keep-for"] * 1000;
        return until > now ? [{ id: launch.id, until: new Date(until).toISOString() }] : [];
    });
    return (release) => {
        const launch = launches.find(({ id }) => id === release);
        if (launch !== undefined && launch.state.ended === null)
            return (0,core_text.t) `the launch is under way`;
        const kept = young.find(({ id }) => id === release);
        return kept === undefined ? null : (0,core_text.t) `kept until ${(0,figures/* showDay */.eL)(kept.until, plan.timezone)} (keep-for)`;
    };
}
/** The last launch that went live: the release before it is its way back, however old. */
function lastLive(launches) {
    return launches.findLast(({ state }) => state.ended?.outcome === "live");
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
;// CONCATENATED MODULE: ./.build/js/stages/leftovers/releases.js






// Directories with a note of golive's own, one a line; the live one is nothing that was left. $1 deploy.directory.
const noted = `b=$1; live=$(readlink -f -- "$b/current"); ls -1 -- "$b/golive" 2>/dev/null | while IFS= read -r n; do
  d=$b/releases/$n; [ -d "$d" ] && [ "$(readlink -f -- "$d")" != "$live" ] && printf '%s\\n' "$d"; done; exit 0`;
const removeNoted = `[ "$(readlink -f -- "$1/current")" != "$(readlink -f -- "$1/releases/$2")" ] && [ -e "$1/golive/$2" ] &&
rm -rf -- "$1/releases/$2" && rm -f -- "$1/golive/$2" && git -C "$1/repo" worktree prune`;
// What in-place launches put beside what they changed, in the checkout and in .git, by its name. $1 deploy.directory.
const beside = `find "$1" -maxdepth 2 \\( -name '*.golive-*' -o -path "$1/.git/golive-*" \\) -prune -print0 2>/dev/null | tr '\\0\\n' '\\n\\0'`;
/** Releases that are not live, and what in-place launches left beside the checkout. */
async function leftReleases(ground) {
    const { plan, hosts } = ground;
    const found = await Promise.all(plan.deploy.hosts.map((name) => plan.deploy.strategy === "releases" ? directories(ground, hosts.get(name)) : leftBeside(ground, hosts.get(name))));
    return found.flat();
}
async function directories({ plan, launches, holds }, host) {
    const { directory, "run-as": user } = plan.deploy;
    const as = user === undefined ? {} : { user };
    const { stdout } = await host.run((0,command/* script */.K$)(noted, [directory], { timeoutSeconds: 60, ...as }));
    const paths = stdout.split("\n").filter((line) => line !== "");
    const before = previousDirectory(lastLive(launches), host.name);
    return (await (0,leftover/* sizesOf */.gN)(host, paths, user)).map(({ path, bytes, changed }) => {
        const name = (0,external_node_path_.basename)(path);
        const launch = launches.findLast(({ state }) => state.release !== null && (0,layout/* releaseDirectory */.fF)(plan, state.release) === path);
        const underWay = launch !== undefined && launch.state.ended === null ? holds(launch.id) : null;
        return {
            id: `release:${host.name}:${name}`,
            kind: "release",
            host: host.name,
            what: path,
            release: launch?.id ?? null,
            since: changed,
            bytes,
            people: false,
            held: path === before ? (0,core_text.t) `the way back from the release that is live` : underWay,
            async remove() {
                await host.run((0,command/* script */.K$)(removeNoted, [directory, name], { timeoutSeconds: 1800, exclusive: (0,layout/* lockFile */.Ke)(plan), ...as }));
            },
        };
    });
}
function previousDirectory(launch, host) {
    return launch?.state.steps.get(`deploy.fetch@${host}`)?.facts.previous?.directory;
}
async function leftBeside({ plan, launches, holds }, host) {
    const { directory, "run-as": user } = plan.deploy;
    const as = user === undefined ? {} : { user };
    const { stdout } = await host.run((0,command/* script */.K$)(beside, [directory], { timeoutSeconds: 300, ...as }));
    const trials = plan.prepare.trial?.directory ?? "/var/tmp/golive-trial";
    const candidates = [
        ...stdout.split("\n").filter((line) => line !== "" && !line.includes("\0")),
        ...launches.map(({ id }) => `${trials}/${id}`),
    ];
    // Whatever else is named so is somebody's own.
    const known = candidates.filter((path) => launches.some(({ id }) => isOf(path, id, trials)));
    return (await (0,leftover/* sizesOf */.gN)(host, known, user)).map(({ path, bytes, changed }) => {
        const launch = launches.find(({ id }) => isOf(path, id, trials));
        const inside = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
        return {
            id: `beside:${host.name}:${inside}`,
            kind: path.startsWith(`${trials}/`) ? "trial" : "beside",
            host: host.name,
            what: path,
            release: launch?.id ?? null,
            since: launch?.state.ended?.at ?? changed,
            bytes,
            people: false,
            held: launch === undefined ? null : holds(launch.id),
            remove: () => (0,leftover/* removePath */._b)(host, path, user),
        };
    });
}
function isOf(path, id, trials) {
    const name = (0,external_node_path_.basename)(path);
    return path === `${trials}/${id}` || name === `golive-${id}.diff` || /\.golive-[a-z]+-(.+)$/.exec(name)?.[1] === id;
}

;// CONCATENATED MODULE: ./.build/js/stages/leftovers/inventory.js





/** All that launches left behind, the oldest first. Changes nothing. */
async function leftoversOf(plan, { hosts, journal }, now = Date.now()) {
    const ground = await groundOf(plan, { hosts, journal }, now);
    const found = await Promise.all([
        leftDatabases(ground),
        (0,backups/* leftBackups */.t)(ground),
        (0,backups/* leftFiles */.v)(ground),
        leftReleases(ground),
        leftLogs(ground),
    ]);
    return found.flat().toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
}
async function groundOf(plan, { hosts, journal }, now = Date.now()) {
    const entries = await journal.read();
    const launches = (0,leftover/* launchesOf */.Z$)(entries);
    return { plan, hosts, entries, launches, holds: holdsOf(plan, launches, now) };
}
/** What failed commands said, whole. */
async function leftLogs({ plan, hosts, launches, holds }) {
    const host = hosts.get(plan.control.host);
    const paths = launches.map(({ id }) => `${plan.control.directory}/logs/${id}`);
    return (await (0,leftover/* sizesOf */.gN)(host, paths, undefined)).map(({ path, bytes, changed }) => {
        const release = path.slice(path.lastIndexOf("/") + 1);
        return {
            id: `log:${release}`,
            kind: "log",
            host: host.name,
            what: path,
            release,
            since: launches.find(({ id }) => id === release)?.state.ended?.at ?? changed,
            bytes,
            people: true,
            held: holds(release),
            remove: () => (0,leftover/* removePath */._b)(host, path, undefined),
        };
    });
}


/***/ }),

/***/ 3582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ launchesOf),
/* harmony export */   _b: () => (/* binding */ removePath),
/* harmony export */   ek: () => (/* binding */ sinceOf),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   pS: () => (/* binding */ backupNames)
/* harmony export */ });
/* unused harmony export sizeScript */
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);

function launchesOf(entries) {
    const ids = [...new Set(entries.flatMap((entry) => (entry.kind === "opened" ? [entry.release] : [])))];
    return ids.map((id) => ({ id, state: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(entries, id) }));
}
/** When a step was begun, or ended; the release's own beginning where that is not on record. */
function sinceOf(state, step) {
    const found = state.steps.get(step);
    return found?.endedAt ?? found?.startedAt ?? state.ended?.at ?? new Date(0).toISOString();
}
/** The folder names that backups of a launch have: one made anew has a number. */
function backupNames({ id, state }) {
    return [id, ...Array.from({ length: state.reopened }, (_, index) => `${id}-${index + 2}`)];
}
// Positions, not names, come back: a path may hold anything.
const sizeScript = `i=0; for p; do
  if [ -e "$p" ] || [ -L "$p" ]; then printf '%s %s %s\\n' "$i" "$(du -sb -- "$p" 2>/dev/null | cut -f 1)" "$(stat -c %Y -- "$p")"; fi
  i=$((i + 1))
done`;
/** Those of the paths that are there. */
async function sizesOf(host, paths, user) {
    if (paths.length === 0)
        return [];
    const { stdout } = await host.run({
        file: "sh",
        args: ["-c", sizeScript, "sh", ...paths],
        timeoutSeconds: 1800,
        label: "du",
        ...(user === undefined ? {} : { user }),
    });
    return stdout.split("\n").flatMap((line) => {
        const [index = "", bytes = "0", seconds = "0"] = line.split(" ");
        const path = paths[Number(index)];
        if (index === "" || path === undefined)
            return [];
        return [{ path, bytes: Number(bytes), changed: new Date(Number(seconds) * 1000).toISOString() }];
    });
}
/** Removes a folder or a file of that user's, and nothing when it is gone already. */
async function removePath(host, path, user) {
    await host.run({
        file: "rm",
        args: ["-rf", "--", path],
        timeoutSeconds: 4 * 3600,
        ...(user === undefined ? {} : { user }),
    });
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
