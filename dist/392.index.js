export const id = 392;
export const ids = [392];
export const modules = {

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

// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/stages/scratch.js + 3 modules
var scratch = __webpack_require__(8633);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/backups.js
var backups = __webpack_require__(7366);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/trial.js + 1 modules
var trial = __webpack_require__(5274);
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
    const { host, database } = (0,scratch/* readerOf */.TC)({ plan, hosts });
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
    const found = await Promise.all(plan.deploy.hosts.map((name) => plan.deploy.strategy === "releases" ? byRelease(ground, hosts.get(name)) : leftBeside(ground, hosts.get(name))));
    return found.flat();
}
async function byRelease(ground, host) {
    return [...(await directories(ground, host)), ...(await leftKept(ground, host))];
}
/** What deploy.keep copied aside for a launch. */
async function leftKept({ plan, launches, holds }, host) {
    const { directory, "run-as": user } = plan.deploy;
    const pathOf = (id) => `${directory}/golive/kept-${id}`;
    const sized = await (0,leftover/* sizesOf */.gN)(host, launches.map(({ id }) => pathOf(id)), user);
    return sized.map(({ path, bytes, changed }) => {
        const launch = launches.find(({ id }) => path === pathOf(id));
        return {
            id: `beside:${host.name}:golive/${(0,external_node_path_.basename)(path)}`,
            kind: "beside",
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
    const trials = (0,layout/* trialFolder */.Zl)(plan);
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
    if (path === `${trials}/${id}` || name === `golive-${id}.diff` || name === `golive-kept-${id}`)
        return true;
    return /\.golive-[a-z]+-(.+)$/.exec(name)?.[1] === id;
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
        leftRecords("log", ground),
        leftRecords("plan", ground),
        leftByDay(ground),
    ]);
    return found.flat().toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
}
async function groundOf(plan, { hosts, journal }, now = Date.now()) {
    const entries = await journal.read();
    const launches = (0,leftover/* launchesOf */.Z$)(entries);
    return { plan, hosts, entries, launches, holds: holdsOf(plan, launches, now) };
}
/** What the record has beside the journal: what failed commands said, whole, and the plan of each launch. */
async function leftRecords(kind, { plan, hosts, launches, holds }) {
    const host = hosts.get(plan.control.host);
    const { directory } = plan.control;
    const pathOf = (id) => (kind === "log" ? `${directory}/logs/${id}` : `${directory}/plans/${id}.yml`);
    const sized = await (0,leftover/* sizesOf */.gN)(host, launches.map(({ id }) => pathOf(id)), undefined);
    return sized.flatMap(({ path, bytes, changed }) => {
        const launch = launches.find(({ id }) => path === pathOf(id));
        if (launch === undefined)
            return [];
        return [
            {
                id: `${kind}:${launch.id}`,
                kind,
                host: host.name,
                what: path,
                release: launch.id,
                since: launch.state.ended?.at ?? changed,
                bytes,
                people: true,
                held: holds(launch.id),
                remove: () => (0,leftover/* removePath */._b)(host, path, undefined),
            },
        ];
    });
}
/** The dump of a day before whose run was lost. A launch under way may be at it. */
async function leftByDay({ plan, hosts, launches }) {
    if (!launches.some(({ state }) => [...state.steps.keys()].some((id) => id.startsWith("day-before."))))
        return [];
    const { host, database } = (0,scratch/* readerOf */.TC)({ plan, hosts });
    const user = database["run-as"];
    const underWay = launches.some(({ state }) => state.ended === null);
    return (await (0,leftover/* sizesOf */.gN)(host, [`${database.backup.directory}/.day-before`], user)).map(({ path, bytes, changed }) => ({
        id: `trial:${host.name}:.day-before`,
        kind: "trial",
        host: host.name,
        what: path,
        release: null,
        since: changed,
        bytes,
        people: true,
        held: underWay ? (0,core_text.t) `a launch is under way, and may use it` : null,
        remove: () => (0,leftover/* removePath */._b)(host, path, user),
    }));
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


/***/ })

};
