export const id = 368;
export const ids = [368];
export const modules = {

/***/ 3534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ pgbackrestCommand),
/* harmony export */   GH: () => (/* binding */ backupOf),
/* harmony export */   SA: () => (/* binding */ stanzaInfo),
/* harmony export */   US: () => (/* binding */ runPgbackrest),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   gC: () => (/* binding */ pgbackrestScript)
/* harmony export */ });
/* unused harmony export noBackup */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);


/**
 * pgbackrest as the plan's user, with its own configuration only: libpq's variables of the plan would lead it to
 * another server than the one its archive comes from.
 */
function pgbackrestCommand(plan, settings, verb, args = [], timeoutSeconds = 3600) {
    const options = [`--stanza=${settings.stanza}`, ...(settings.config === undefined ? [] : [`--config=${settings.config}`]), "--log-level-stderr=warn"];
    return {
        file: "pgbackrest",
        args: [verb, ...args.filter((word) => !word.startsWith("--")), ...options, ...args.filter((word) => word.startsWith("--"))],
        env: { LC_ALL: "C.UTF-8" },
        timeoutSeconds,
        label: `pgbackrest --stanza=${settings.stanza} ${verb}`,
        ...asUser(plan),
    };
}
/** A fixed shell script in the same surroundings. */
function pgbackrestScript(plan, label, text, values, options = {}) {
    // The restored server asks for its log segments one by one: fetching ahead would share a lock with the live one's archiving.
    const env = { LC_ALL: "C.UTF-8", PGBACKREST_ARCHIVE_ASYNC: "n", GOLIVE_PROGRAMS: plan.programs ?? "" };
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(text, values, { env, label, ...asUser(plan), ...options });
}
/** Runs it; a failure that is known is told in words, with the command's own as its cause. */
async function runPgbackrest(host, plan, settings, asked) {
    const finished = await host.attempt(asked);
    if (finished.code === 0 && !finished.timedOut)
        return finished;
    const failed = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, asked, finished);
    const problem = explain(host.name, plan, settings, finished);
    throw problem === null ? failed : new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, { cause: failed });
}
async function stanzaInfo(host, plan, settings) {
    const { stdout } = await runPgbackrest(host, plan, settings, pgbackrestCommand(plan, settings, "info", ["--output=json", "--log-level-console=off"], 300));
    // Larger than a number of JavaScript holds exactly.
    const [info] = JSON.parse(stdout.replace(/"system-id":(\d+)/g, '"system-id":"$1"'));
    // A stanza that does not exist is answered with exit code 0.
    if (info === undefined || info.status.code === 1 || info.status.code === 3)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(noStanza(host.name, plan, settings));
    return info;
}
/** The backup of this label; throws when it is not in the repository, or no longer. */
async function backupOf(host, plan, settings, label) {
    const info = await stanzaInfo(host, plan, settings);
    const entry = info.backup.find((backup) => backup.label === label);
    if (entry === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(noBackup(host.name, settings, label));
    return { entry, info };
}
/** The user's to mend, in words; null for a failure that is not known. */
function explain(where, plan, settings, { code, stdout, stderr }) {
    const said = `${stderr}\n${stdout}`;
    const number = Number(/ERROR: \[(\d+)\]/.exec(said)?.[1] ?? (code === 127 ? 127 : 0));
    const { stanza, config } = settings;
    const full = /(?:'([^'\n]+)'[^\n]*)?(?:No space left on device|Disk quota exceeded)/i.exec(said);
    if (full)
        return { what: `there is no room left${full[1] === undefined ? " in the repository or where the backup is restored" : ` for ${full[1]}`}`, where, mend: "make room there; what pgbackrest left unfinished it takes up again" };
    // A flipped byte is met by the checksum of the file, or before it by what unpacks or deciphers it.
    if ([26, 29, 95].includes(number) && /checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(said)) {
        return { what: `the backup is damaged: ${/ERROR: \[\d+\]: (?:raised from [^:]*: )?(.*)/.exec(said)?.[1] ?? "it cannot be unpacked"}`, where, mend: "pgbackrest verify names the file; take another full backup, this one is no way back" };
    }
    switch (number) {
        case 127:
            return { what: "pgbackrest is missing", where, mend: "install the package pgbackrest there" };
        case 37:
            return noStanza(where, plan, settings);
        case 50:
            return { what: `another pgbackrest is at work on the stanza "${stanza}"`, where, mend: "wait for it to end (pgbackrest info), and keep its timer out of the maintenance window" };
        case 55:
            if (config !== undefined && said.includes(`missing file '${config}'`))
                return { what: `there is no file ${config}`, where, mend: "change database.backup.pgbackrest.config in the plan" };
            return /(archive|backup)\.info/.test(said) ? noStanza(where, plan, settings) : null;
        case 56:
            return { what: "pgbackrest cannot connect to PostgreSQL", where, mend: `set pg1-socket-path, pg1-port and pg1-user of the stanza "${stanza}", and database.run-as in the plan to a user who may connect (mostly postgres)` };
        case 28:
        case 44:
        case 51:
            return /stanza/.test(said) ? { what: `the stanza "${stanza}" belongs to another PostgreSQL server, or to an older version of this one`, where, mend: `set its pg1-path; after an upgrade: ${asTyped(plan, settings)} stanza-upgrade` } : null;
        case 62:
            return { what: `pgbackrest was stopped for the stanza "${stanza}"`, where, mend: `${asTyped(plan, settings)} start` };
        case 68:
        case 87:
            return { what: "PostgreSQL does not archive through pgbackrest, so that no backup could be brought back", where, mend: `in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${stanza} archive-push %p'; then restart PostgreSQL` };
        case 75:
            return { what: "this backup is not in the repository, or no longer", where, mend: "look for it with pgbackrest info; a retention that is too short expires it" };
        case 82:
            return { what: "PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)", where, mend: "read PostgreSQL's log for what archive_command said" };
    }
    if (/Permission denied/.test(said))
        return { what: `pgbackrest may not read or write its files${plan["run-as"] === undefined ? "" : ` as ${plan["run-as"]}`}`, where, mend: "set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)" };
    return null;
}
function noStanza(where, plan, settings) {
    return { what: `pgbackrest knows no stanza "${settings.stanza}"`, where, mend: `change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make it: ${asTyped(plan, settings)} stanza-create` };
}
function noBackup(where, settings, label) {
    return { what: `the stanza "${settings.stanza}" has no backup ${label}, or no longer`, where, mend: "look for it with pgbackrest info; a retention that is too short expires it" };
}
function asTyped(plan, { stanza, config }) {
    return `${plan["run-as"] === undefined ? "" : `sudo -u ${plan["run-as"]} `}pgbackrest --stanza=${stanza}${config === undefined ? "" : ` --config=${config}`}`;
}
function asUser(plan) {
    return plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
}


/***/ }),

/***/ 3114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ takePgbackrest),
/* harmony export */   ei: () => (/* binding */ verifyPgbackrest),
/* harmony export */   hi: () => (/* binding */ pgbackrestProblems)
/* harmony export */ });
/* unused harmony exports readVerify, neededSegments */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3534);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4109);




const oldestMinor = 45;
/**
 * Whether the stanza is there, is this server's, and the server's log arrives in the repository. Changes nothing but
 * that `pgbackrest check` makes PostgreSQL begin a new segment of its log, to see it arrive.
 */
async function pgbackrestProblems(host, plan, settings) {
    const where = host.name;
    const asked = await host.attempt((0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pgbackrestScript */ .gC)(plan, "pgbackrest version", "id -u && exec pgbackrest version", [], { timeoutSeconds: 60 }));
    const version = /pgBackRest (2\.\d+)/.exec(asked.stdout)?.[1];
    if (version === undefined)
        return [(0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(where, plan, settings, asked) ?? { what: `pgbackrest does not answer: ${new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(where, (0,_core_command_js__WEBPACK_IMPORTED_MODULE_3__/* .command */ .G5)("pgbackrest", ["version"]), asked).brief}`, where, mend: "check database.run-as in the plan" }];
    const problems = [];
    if (asked.stdout.startsWith("0\n"))
        problems.push({ what: "the restored server of the proof cannot run as root", where, mend: "set database.run-as in the plan to the user of PostgreSQL (mostly postgres)" });
    if (Number(version.slice(2)) < oldestMinor)
        problems.push({ what: `pgbackrest ${version} is too old`, where, mend: `golive needs version 2.${oldestMinor} or newer` });
    const check = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pgbackrestCommand */ .Em)(plan, settings, "check", [], 300);
    const checked = await host.attempt(check);
    if (checked.code !== 0)
        return [...problems, (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(where, plan, settings, checked) ?? { what: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(where, check, checked).brief, where, mend: "run pgbackrest check there until it is silent" }];
    try {
        const { db } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .stanzaInfo */ .SA)(host, plan, settings);
        const current = Math.max(...db.map(({ id }) => id));
        const [[system] = []] = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_2__/* .query */ .P)(host, plan, "postgres", "SELECT system_identifier FROM pg_control_system()");
        if (!db.some(({ id, "system-id": known }) => id === current && known === system))
            problems.push({ what: `the stanza "${settings.stanza}" backs up another PostgreSQL server than the one that holds ${plan.name}`, where, mend: "change database.backup.pgbackrest.stanza or database.connection in the plan" });
    }
    catch (error) {
        problems.push(...(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error.problems : [{ what: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error), where, mend: "check database.connection and database.run-as in the plan" }]));
    }
    return problems;
}
/** Takes a backup of the server and returns what the repository says of it. Expires none of the older ones. */
async function takePgbackrest(host, plan, settings, { type, annotation }) {
    const before = new Set((await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .stanzaInfo */ .SA)(host, plan, settings)).backup.map(({ label }) => label));
    const asked = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pgbackrestCommand */ .Em)(plan, settings, "backup", [`--type=${type}`, "--start-fast", "--archive-check", "--no-expire-auto", `--annotation=golive=${annotation}`], 12 * 3600);
    const { seconds } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runPgbackrest */ .US)(host, plan, settings, asked);
    const made = (await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .stanzaInfo */ .SA)(host, plan, settings)).backup.filter((backup) => !before.has(backup.label) && backup.annotation?.["golive"] === annotation).at(-1);
    if (made === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `pgbackrest ended well, but the stanza "${settings.stanza}" has no new backup`, where: host.name, mend: "look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest" });
    if (made.error !== false)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the backup ${made.label} holds pages of the database whose checksums are wrong`, where: host.name, mend: "the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed" });
    return {
        label: made.label,
        type: made.type,
        bytes: made.info.size,
        repositoryBytes: made.info.repository.delta,
        startedAt: new Date(made.timestamp.start * 1000).toISOString(),
        endedAt: new Date(made.timestamp.stop * 1000).toISOString(),
        startLsn: made.lsn.start,
        stopLsn: made.lsn.stop,
        seconds,
    };
}
/**
 * Reads every file of the backup in the repository and compares its checksum, and looks that the log it needs is
 * there. Throws a UserError that names each that is not whole. Until 2.55 pgbackrest reads the whole stanza for it.
 */
async function verifyPgbackrest(host, plan, settings, label) {
    const { entry, info } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .backupOf */ .GH)(host, plan, settings, label);
    const repo = `--repo=${entry.database["repo-key"]}`;
    // It exits 0 whatever it finds, and without --verbose says nothing at all of a backup that is whole.
    const asked = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pgbackrestCommand */ .Em)(plan, settings, "verify", [repo, `--set=${label}`, "--output=text", "--verbose", "--log-level-console=info"], 12 * 3600);
    const { stdout, stderr, seconds } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runPgbackrest */ .US)(host, plan, settings, asked);
    const found = readVerify(`${stdout}\n${stderr}`, entry);
    // `verify` does not miss a segment that is not there.
    const archive = info.archive.find(({ database }) => database.id === entry.database.id && database["repo-key"] === entry.database["repo-key"])?.id;
    const listed = [];
    for (const folder of new Set([entry.archive.start, entry.archive.stop].map((segment) => segment?.slice(0, 16) ?? ""))) {
        const list = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pgbackrestCommand */ .Em)(plan, settings, "repo-ls", [`archive/${settings.stanza}/${archive ?? ""}/${folder}`, repo, "--log-level-console=off"], 600);
        listed.push(...(await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runPgbackrest */ .US)(host, plan, settings, list)).stdout.split("\n"));
    }
    const damaged = [...found.damaged, ...neededSegments(entry).filter((segment) => !listed.some((name) => name.startsWith(`${segment}-`))).map((segment) => `log segment ${segment} is missing`)];
    if (damaged.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(damaged.map((what) => ({ what: `the backup ${label} is damaged: ${what}`, where: host.name, mend: "take another full backup; this one is no way back" })));
    return { seconds, files: found.files, elsewhere: found.elsewhere };
}
/** What `verify` printed, for one backup: anything but a plain "valid" is damage. */
function readVerify(output, entry) {
    const damaged = [];
    const elsewhere = [];
    for (const [, how = "", quoted, bare] of output.matchAll(/(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g)) {
        const file = quoted ?? bare ?? "";
        const [folder = "", ...rest] = file.split("/");
        const segment = rest.at(-1)?.slice(0, 24) ?? "";
        const needed = folder === entry.label || (entry.reference ?? []).includes(folder) || (/^\d+-\d+$/.test(folder) && neededSegments(entry).includes(segment));
        (needed ? damaged : elsewhere).push(`${how}: ${file}`);
    }
    const [, status, checked = "0", valid = "0"] = new RegExp(`backup: ${entry.label}, status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)`).exec(output) ?? [];
    const whole = status === "valid" && checked === valid && checked !== "0";
    // A file of an older backup that this one does not share is no damage of this one.
    const own = whole ? damaged.filter((line) => /: \d+-\d+\//.test(line)) : damaged;
    if (whole)
        elsewhere.push(...damaged.filter((line) => !own.includes(line)));
    else if (own.length === 0)
        own.push(status === undefined ? "pgbackrest verify does not speak of it" : `pgbackrest verify calls it "${status}" (${valid} of ${checked} files)`);
    return { damaged: own, elsewhere, files: Number(checked) };
}
/** Names of the segments of PostgreSQL's log without which the backup cannot be brought to a consistent state. */
function neededSegments({ archive: { start, stop }, lsn }) {
    if (start === null || stop === null)
        return [];
    const perFile = 2 ** 32 / segmentBytes(start, lsn.start);
    const index = (segment) => Number.parseInt(segment.slice(8, 16), 16) * perFile + Number.parseInt(segment.slice(16), 16);
    const hex = (value) => value.toString(16).toUpperCase().padStart(8, "0");
    const names = [];
    for (let at = index(start); at <= index(stop); at++)
        names.push(`${stop.slice(0, 8)}${hex(Math.floor(at / perFile))}${hex(at % perFile)}`);
    return names;
}
/** initdb may have chosen another size than 16 MiB: the one that puts the position into the segment. */
function segmentBytes(segment, lsn) {
    const position = Number.parseInt(lsn.split("/")[1] ?? "0", 16);
    const number = Number.parseInt(segment.slice(16), 16);
    const usual = 16 * 1024 * 1024;
    const sizes = [usual, ...Array.from({ length: 11 }, (_, power) => 2 ** (20 + power))];
    return sizes.find((size) => Math.floor(position / size) === number) ?? usual;
}


/***/ }),

/***/ 5343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fR: () => (/* binding */ spaceProblems),
/* harmony export */   jO: () => (/* binding */ mib),
/* harmony export */   kZ: () => (/* binding */ databaseProblems)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3980);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);



/** Whether the database is there and the role may do what backup and rollback need. Changes nothing. */
async function databaseProblems(host, plan) {
    const where = host.name;
    const asked = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .psqlCommand */ .K9)(plan, "postgres", "SELECT datname, CASE WHEN datname = :'name' THEN pg_database_size(datname) END, current_setting('server_version'), current_user, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user), (SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user) FROM pg_database WHERE NOT datistemplate;", { name: plan.name }, 60));
    if (asked.code !== 0)
        return { problems: [{ what: `PostgreSQL does not answer: ${firstError(asked.stderr)}`, where, mend: "check database.connection and database.run-as in the plan, on that host: psql -d postgres" }], facts: null };
    const rows = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(asked.stdout);
    const row = rows.find(([name]) => name === plan.name);
    if (!row) {
        const names = rows.map(([name = ""]) => name).filter((name) => name !== "postgres");
        const near = (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(plan.name, names);
        return { problems: [{ what: `there is no database "${plan.name}"`, where, mend: near ? `did you mean "${near}"? Change database.name in the plan` : `change database.name in the plan; there are: ${names.join(", ")}` }], facts: null };
    }
    const [, bytes = "0", serverVersion = "", role = "", isSuperuser, mayCreate] = row;
    const problems = [];
    if (isSuperuser !== "t" && mayCreate !== "t")
        problems.push({ what: `the role ${role} may not create databases, so no dump can be proved and nothing put back`, where, mend: `as superuser: ALTER ROLE "${role}" CREATEDB` });
    if (isSuperuser !== "t" && (await lacks(host, plan, role)))
        problems.push({ what: `the role ${role} is not a member of the owner of ${plan.name}`, where, mend: `as superuser: GRANT <owner of ${plan.name}> TO "${role}"` });
    const tools = await host.attempt((0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseScript */ .PK)(plan, 'for p in pg_dump pg_restore psql; do "$p" --version || exit 3; done', []));
    const versions = tools.stdout.match(/\) (\d+)/g)?.map((text) => Number(text.slice(2))) ?? [];
    const major = Number.parseInt(serverVersion, 10);
    if (tools.code !== 0)
        problems.push({ what: "pg_dump, pg_restore or psql is missing", where, mend: "install the PostgreSQL client programs there" });
    // A newer pg_restore says things an older server does not know; an older pg_dump refuses.
    else if (versions.slice(0, 2).some((version) => version !== major))
        problems.push({ what: `pg_dump and pg_restore are of version ${versions[0]}, the server of ${major}`, where, mend: `install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)` });
    if (major < 13)
        problems.push({ what: `PostgreSQL ${serverVersion} is too old`, where, mend: "golive needs version 13 or newer" });
    return { problems, facts: { bytes: Number(bytes), serverVersion } };
}
/** Room for the dump, and for the database a second time beside itself. */
async function spaceProblems(host, plan, facts) {
    const least = plan.backup["least-free"] * 1024 * 1024;
    const dataDirectory = (await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT setting FROM pg_settings WHERE name = 'data_directory'"))[0]?.[0];
    const folder = await free(host, plan, plan.backup.directory);
    // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
    const needs = [{ path: plan.backup.directory, label: "the dump", bytes: facts.bytes + least, disk: folder }];
    const data = dataDirectory ? await free(host, plan, dataDirectory) : null;
    if (dataDirectory && data && data.device === folder.device)
        needs[0] = { path: plan.backup.directory, label: "the dump and its restored proof", bytes: 2 * facts.bytes + least, disk: folder };
    else if (dataDirectory && data)
        needs.push({ path: dataDirectory, label: "the restored proof", bytes: facts.bytes + least, disk: data });
    const problems = needs
        .filter(({ bytes, disk }) => disk.bytes < bytes)
        .map(({ path, label, bytes, disk }) => ({ what: `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`, where: `${host.name}:${path}`, mend: "make room, or choose another database.backup.directory" }));
    return { problems, note: needs.map(({ label, bytes, disk }) => `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`).join("; ") };
}
/** The folder may not be there yet: then its nearest parent counts. */
async function free(host, plan, path) {
    const asked = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)('p=$1; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1', [path], { timeoutSeconds: 30, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) });
    const [bytes = "0", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
    return { bytes: Number(bytes), device: device.join(" ") };
}
async function lacks(host, plan, role) {
    const rows = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(host, plan, "postgres", "SELECT pg_has_role(:'role', datdba, 'MEMBER') FROM pg_database WHERE datname = :'name'", { role, name: plan.name });
    return rows[0]?.[0] !== "t";
}
function firstError(stderr) {
    return (stderr.split("\n").find((line) => line.trim() !== "") ?? "no word").replace(/^psql: (error: )?/, "").slice(0, 200);
}
function mib(bytes) {
    return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}


/***/ })

};
