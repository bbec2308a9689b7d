export const id = 30;
export const ids = [30];
export const modules = {

/***/ 7259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ atOnce)
/* harmony export */ });
/** The answers in the order of `items`, asked at most `most` at the same time. Rejects with the first that rejects. */
async function atOnce(items, most, ask) {
    const answers = [];
    const left = items.entries();
    const work = async () => {
        for (const [index, item] of left)
            answers[index] = await ask(item);
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
    return answers;
}


/***/ }),

/***/ 7435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ extensionRowsSql),
/* harmony export */   UR: () => (/* binding */ leftOutSql),
/* harmony export */   ne: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4109);

/**
 * A query for the tables of extensions that pg_dump leaves out, rows and all: members that the extension does not call
 * its configuration. What its own script wrote comes again with CREATE EXTENSION: such rows are of the transaction that
 * made the table a member. `then` are columns of a statement for each.
 */
const members = (then) => `SELECT format($q$${then} FROM ONLY %3$I.%4$I AS t WHERE t.xmin <> %5$L::xid$q$,
  e.extname, n.nspname || '.' || c.relname, n.nspname, c.relname, x.xmin)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
JOIN pg_extension e ON e.oid = x.refobjid
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
ORDER BY c.relname \\gexec
`;
/** psql script: a line `left-out|rows|schema.name` for each table that a dump lacks rows of. */
const leftOutSql = members("SELECT 'left-out', count(*), %2$L");
/** psql script: a line of JSON of this kind for each table that a dump would lack rows of. */
const extensionRowsSql = members("SELECT json_build_object('kind', 'extension-rows', 'me', current_user, 'name', %2$L || ' (' || %1$L || ')', 'rows', count(*))");
function parseLeftOut(stdout) {
    const found = (0,_postgres_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(stdout).filter(([kind, rows]) => kind === "left-out" && rows !== "0");
    return Object.fromEntries(found.map(([, rows = "0", ...name]) => [name.join("|"), Number(rows)]));
}


/***/ }),

/***/ 3534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ pgbackrestCommand),
/* harmony export */   GH: () => (/* binding */ backupOf),
/* harmony export */   OA: () => (/* binding */ noRoomFor),
/* harmony export */   SA: () => (/* binding */ stanzaInfo),
/* harmony export */   US: () => (/* binding */ runPgbackrest),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   gC: () => (/* binding */ pgbackrestScript)
/* harmony export */ });
/* unused harmony export noBackup */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);



/**
 * pgbackrest as the plan's user, with its own configuration only: libpq's variables of the plan would lead it to
 * another server than the one its archive comes from.
 */
function pgbackrestCommand(plan, settings, verb, args = [], timeoutSeconds = 3600) {
    const options = [
        `--stanza=${settings.stanza}`,
        ...(settings.config === undefined ? [] : [`--config=${settings.config}`]),
        "--log-level-stderr=warn",
    ];
    return {
        file: "pgbackrest",
        args: [
            verb,
            ...args.filter((word) => !word.startsWith("--")),
            ...options,
            ...args.filter((word) => word.startsWith("--")),
        ],
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
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)(text, values, { env, label, ...asUser(plan), ...options });
}
/** Runs it; a failure that is known is told in words, with the command's own as its cause. */
async function runPgbackrest(host, plan, settings, asked) {
    const finished = await host.attempt(asked);
    if (finished.code === 0 && !finished.timedOut)
        return finished;
    const failed = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, asked, finished);
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
    const full = noRoomFor(said);
    if (full !== null)
        return { what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no room left for ${full}`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `make room there, then run again` };
    // A flipped byte is met by the checksum of the file, or before it by what unpacks or deciphers it.
    if ([26, 29, 95].includes(number) && /checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(said)) {
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the backup is damaged: ${/checksum/i.test(said) ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `a checksum is wrong` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it cannot be unpacked`}`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest verify names the file; take another full backup, this one is no way back`,
        };
    }
    switch (number) {
        case 127:
            return { what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest is missing`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `install the package pgbackrest there` };
        case 37:
            return noStanza(where, plan, settings);
        case 50:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `another pgbackrest is at work on the stanza "${stanza}"`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `wait for it to end (pgbackrest info), and keep its timer out of the maintenance window`,
            };
        case 55:
            if (config !== undefined && said.includes(`missing file '${config}'`))
                return {
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no file ${config}`,
                    where,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `change database.backup.pgbackrest.config in the plan`,
                };
            return /(archive|backup)\.info/.test(said) ? noStanza(where, plan, settings) : null;
        case 56:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest cannot connect to PostgreSQL`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set pg1-socket-path, pg1-port and pg1-user of the stanza "${stanza}", and database.run-as in the plan to a user who may connect (mostly postgres)`,
            };
        case 28:
        case 44:
        case 51:
            return /stanza/.test(said)
                ? {
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the stanza "${stanza}" belongs to another PostgreSQL server, or to an older version of this one`,
                    where,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set its pg1-path; after an upgrade: ${asTyped(plan, settings)} stanza-upgrade`,
                }
                : null;
        case 62:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest was stopped for the stanza "${stanza}"`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${asTyped(plan, settings)} start`,
            };
        case 68:
        case 87:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `PostgreSQL does not archive through pgbackrest, so that no backup could be brought back`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${stanza} archive-push %p'; then restart PostgreSQL`,
            };
        case 75:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `this backup is not in the repository, or no longer`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `look for it with pgbackrest info; a retention that is too short expires it`,
            };
        case 82:
            return {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `read PostgreSQL's log for what archive_command said`,
            };
    }
    if (/Permission denied/.test(said))
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest may not read or write its files${plan["run-as"] === undefined ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) ` as ${plan["run-as"]}`}`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)`,
        };
    return null;
}
/** The file that no room was left for, or null. Of a write that ends half-way pgbackrest names the file and no reason. */
function noRoomFor(said) {
    return (/unable to write '([^'\n]+)'(?:: \[28\]|\s*$)/m.exec(said)?.[1] ??
        (/No space left on device|Disk quota exceeded/i.test(said) ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `what pgbackrest writes` : null));
}
function noStanza(where, plan, settings) {
    return {
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest knows no stanza "${settings.stanza}"`,
        where,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make it: ${asTyped(plan, settings)} stanza-create`,
    };
}
function noBackup(where, settings, label) {
    return {
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the stanza "${settings.stanza}" has no backup ${label}, or no longer`,
        where,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `look for it with pgbackrest info; a retention that is too short expires it`,
    };
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
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3534);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);





const oldestMinor = 45;
/**
 * Whether the stanza is there, is this server's, and the server's log arrives in the repository. Changes nothing but
 * that `pgbackrest check` makes PostgreSQL begin a new segment of its log, to see it arrive.
 */
async function pgbackrestProblems(host, plan, settings) {
    const where = host.name;
    const asked = await host.attempt((0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .pgbackrestScript */ .gC)(plan, "pgbackrest version", "id -u && exec pgbackrest version", [], { timeoutSeconds: 60 }));
    const version = /pgBackRest (2\.\d+)/.exec(asked.stdout)?.[1];
    if (version === undefined)
        return [
            (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(where, plan, settings, asked) ?? {
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest does not answer: ${new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, (0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .command */ .G5)("pgbackrest", ["version"]), asked).brief}`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `check database.run-as in the plan`,
            },
        ];
    const problems = [];
    if (asked.stdout.startsWith("0\n"))
        problems.push({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the restored server of the proof cannot run as root`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set database.run-as in the plan to the user of PostgreSQL (mostly postgres)`,
        });
    if (Number(version.slice(2)) < oldestMinor)
        problems.push({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest ${version} is too old`,
            where,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `golive needs version 2.${oldestMinor} or newer`,
        });
    const check = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .pgbackrestCommand */ .Em)(plan, settings, "check", [], 300);
    const checked = await host.attempt(check);
    if (checked.code !== 0)
        return [
            ...problems,
            (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(where, plan, settings, checked) ?? {
                what: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, check, checked).brief,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `run pgbackrest check there until it is silent`,
            },
        ];
    try {
        const { db } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .stanzaInfo */ .SA)(host, plan, settings);
        const current = Math.max(...db.map(({ id }) => id));
        const [[system] = []] = await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P)(host, plan, "postgres", "SELECT system_identifier FROM pg_control_system()");
        if (!db.some(({ id, "system-id": known }) => id === current && known === system))
            problems.push({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the stanza "${settings.stanza}" backs up another PostgreSQL server than the one that holds ${plan.name}`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `change database.backup.pgbackrest.stanza or database.connection in the plan`,
            });
    }
    catch (error) {
        problems.push(...(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
            ? error.problems
            : [{ what: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error), where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `check database.connection and database.run-as in the plan` }]));
    }
    return problems;
}
/** Takes a backup of the server and returns what the repository says of it. Expires none of the older ones. */
async function takePgbackrest(host, plan, settings, { type, annotation }) {
    const before = new Set((await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .stanzaInfo */ .SA)(host, plan, settings)).backup.map(({ label }) => label));
    const asked = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .pgbackrestCommand */ .Em)(plan, settings, "backup", [`--type=${type}`, "--start-fast", "--archive-check", "--no-expire-auto", `--annotation=golive=${annotation}`], 12 * 3600);
    const { seconds } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runPgbackrest */ .US)(host, plan, settings, asked);
    const made = (await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .stanzaInfo */ .SA)(host, plan, settings)).backup
        .filter((backup) => !before.has(backup.label) && backup.annotation?.["golive"] === annotation)
        .at(-1);
    if (made === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest ended well, but the stanza "${settings.stanza}" has no new backup`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`,
        });
    if (made.error !== false)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the backup ${made.label} holds pages of the database whose checksums are wrong`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed`,
        });
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
    const { entry, info } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .backupOf */ .GH)(host, plan, settings, label);
    const repo = `--repo=${entry.database["repo-key"]}`;
    // It exits 0 whatever it finds, and without --verbose says nothing at all of a backup that is whole.
    const asked = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .pgbackrestCommand */ .Em)(plan, settings, "verify", [repo, `--set=${label}`, "--output=text", "--verbose", "--log-level-console=info"], 12 * 3600);
    const { stdout, stderr, seconds } = await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runPgbackrest */ .US)(host, plan, settings, asked);
    const found = readVerify(`${stdout}\n${stderr}`, entry);
    // `verify` does not miss a segment that is not there.
    const archive = info.archive.find(({ database }) => database.id === entry.database.id && database["repo-key"] === entry.database["repo-key"])?.id;
    const listed = [];
    for (const folder of new Set([entry.archive.start, entry.archive.stop].map((segment) => segment?.slice(0, 16) ?? ""))) {
        const list = (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .pgbackrestCommand */ .Em)(plan, settings, "repo-ls", [`archive/${settings.stanza}/${archive ?? ""}/${folder}`, repo, "--log-level-console=off"], 600);
        listed.push(...(await (0,_pgbackrest_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runPgbackrest */ .US)(host, plan, settings, list)).stdout.split("\n"));
    }
    const damaged = [
        ...found.damaged,
        ...neededSegments(entry)
            .filter((segment) => !listed.some((name) => name.startsWith(`${segment}-`)))
            .map((segment) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `log segment ${segment} is missing`),
    ];
    if (damaged.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(damaged.map((what) => ({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the backup ${label} is damaged: ${what}`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `take another full backup; this one is no way back`,
        })));
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
        const needed = folder === entry.label ||
            (entry.reference ?? []).includes(folder) ||
            (/^\d+-\d+$/.test(folder) && neededSegments(entry).includes(segment));
        (needed ? damaged : elsewhere).push(`${how}: ${file}`);
    }
    const [, status, checked = "0", valid = "0"] = new RegExp(`backup: ${entry.label}, status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)`).exec(output) ?? [];
    const whole = status === "valid" && checked === valid && checked !== "0";
    // A file of an older backup that this one does not share is no damage of this one.
    const own = whole ? damaged.filter((line) => /: \d+-\d+\//.test(line)) : damaged;
    if (whole)
        elsewhere.push(...damaged.filter((line) => !own.includes(line)));
    else if (own.length === 0)
        own.push(status === undefined
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest verify does not speak of it`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest verify calls it "${status}" (${valid} of ${checked} files)`);
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
        throw keepProblem(host, place, new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, asked, finished));
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

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ requireSafe),
/* harmony export */   sB: () => (/* binding */ safeFolder),
/* harmony export */   ug: () => (/* binding */ safeFolderProblems)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);



/**
 * Shell functions for folders that hold what is built or kept for a while. `safe_way PATH`: whatever is there of it, and
 * of where its links lead, is this user's or root's, and nobody else may put something else in its place (a folder for
 * all, as /var/tmp is, keeps what is in it to its owner). `make_safe PATH`: makes what is missing, each part itself and
 * closed to others, so that one that somebody made in between is seen. Whoever runs this as another user by sudo may do
 * all that user may, and counts as that user. Both say on standard error which part is not so.
 */
const safeFolder = `safe_part() {
  part=$1; set -- $(stat -c '%u %g %a %f' -- "$1" 2>/dev/null)
  [ "$#" = 4 ] || { echo "unsafe $part" >&2; return 95; }
  case $1 in 0|"$(id -u)"|"\${SUDO_UID:-0}") ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  case $4 in a*) return 0 ;; 4*) ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  [ $((0$3 & 01000)) = 0 ] || return 0
  [ $((0$3 & 2)) = 0 ] || { echo "unsafe $part" >&2; return 95; }
  [ $((0$3 & 020)) = 0 ] || [ "$2" = 0 ] || [ "$2" = "$(id -g)" ] || { echo "unsafe $part" >&2; return 95; }
}
safe_parts() {
  way=$1
  while [ "$way" != / ] && [ "$way" != . ]; do safe_part "$way" || return; way=$(dirname -- "$way"); done
}
there() {
  found=$1; while [ ! -e "$found" ] && [ ! -L "$found" ]; do found=$(dirname -- "$found"); done
}
safe_way() {
  there "$1"; safe_parts "$found" && safe_parts "$(readlink -f -- "$found")"
}
make_safe() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then
    make_safe "$(dirname -- "$1")" || return
    mkdir -m 700 -- "$1" || [ -d "$1" ] || return 1
  fi
  safe_way "$1"
}
`;
/** What is wrong with a folder that golive is going to make on a host, or use. Changes nothing. */
async function safeFolderProblems(host, path, key, options) {
    const look = `${safeFolder}safe_way "$1" || exit 95; there "$1"; [ -d "$found" ] && [ -w "$found" ] && [ -x "$found" ]`;
    const { code, stderr } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .script */ .K$)(look, [path], { timeoutSeconds: 30, ...options }));
    if (code === 0)
        return [];
    const who = options.user === undefined ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) ` by ${options.user}`;
    const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
    if (unsafe === undefined)
        return [
            {
                code: "folder-not-writable",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${path} cannot be made or written${who} (${key})`,
                where: host.name,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `create it and give it to that user, or name another folder in ${key}`,
            },
        ];
    return [
        {
            code: "folder-not-safe",
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `others may put something else in the place of ${unsafe} (${key})`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `every folder on the way has to be root's or that user's, and written by no one else; or name another in ${key}`,
        },
    ];
}
/** Throws a UserError when a command that makes a folder safely ended because it could not. */
function requireSafe({ code, stderr }, where) {
    const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
    if (code !== 95 || unsafe === undefined)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        code: "folder-not-safe",
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `others may put something else in the place of ${unsafe}`,
        where,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `every folder on the way has to be root's or that user's, and written by no one else`,
    });
}


/***/ }),

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   aw: () => (/* binding */ backupName),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2291);

function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory(launch) {
    return `${launch.plan.database.backup.directory}/${backupName(launch)}`;
}
/** A backup is never overwritten: one made anew has a folder of its own. */
function backupName({ release, state }) {
    const { reopened } = state();
    return `${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}
function manifestHash(launch) {
    const { steps } = launch.state();
    return String((steps.get("backup.manifest") ?? steps.get("backup.cluster"))?.facts.sha256);
}
/** The rollback copy of this launch, or null when none was finished. */
function copyOf(launch) {
    const step = launch.state().steps.get("backup.copy");
    return step?.status === "done" ? step.facts.copy : null;
}
/** Whether this release's dump is on record as proved, in the way the plan wants: the site does not open before. */
function dumpProved(launch) {
    const step = launch.state().steps.get("backup.proof");
    return (step?.status === "done" || step?.status === "skipped") && typeof step.facts.proved === "string";
}
/** Nothing that cannot be undone begins before the way back is there: the proved dump, or the copy where the plan lets the dump wait. */
function wayBackIsThere(launch) {
    if (!(0,_files_record_js__WEBPACK_IMPORTED_MODULE_0__/* .filesAreKept */ .KP)(launch))
        return false;
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ }),

/***/ 2488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ov: () => (/* binding */ filesByDaySteps),
  t_: () => (/* binding */ filesFinding),
  y6: () => (/* binding */ filesSinceBackup),
  th: () => (/* binding */ giveFilesBackSteps),
  Mi: () => (/* binding */ keepFilesSteps)
});

// UNUSED EXPORTS: countText, filesStay

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/files/place.js
var files_place = __webpack_require__(6319);
;// CONCATENATED MODULE: ./.build/js/files/give-back.js



// $w/lost: as they were, and not so now; $w/since: as they are now, and were not so. With the paths of both.
const differ = `[ "$(sha256sum < "$m" | cut -d ' ' -f 1)" = "$sha" ] || { echo "the manifest is not the one on record" >&2; exit 41; }
compare() {
  list "$live" "$w/now" && comm -z -23 -- "$m" "$w/now" > "$w/lost" && comm -z -13 -- "$m" "$w/now" > "$w/since" &&
    files "$w/lost" > "$w/lost.files" && files "$w/since" > "$w/since.files" &&
    paths < "$w/lost.files" > "$w/lost.paths" && paths < "$w/since.files" > "$w/since.paths"
}
`;
const lookScript = `live=$1; m=$2/manifest; sha=$3; w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
${differ}if [ -d "$live" ]; then :; else live=$w/none; mkdir -- "$live"; fi
compare || exit 1
set -- $(count < "$w/since.files")
echo "uploaded $(comm -z -13 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "changed $(comm -z -12 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "deleted $(comm -z -23 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "bytes $2"`;
/** What was uploaded, changed and deleted since it was kept. Changes nothing. */
async function filesSince(host, place, { folder, sha256 }) {
    const finished = await attempt(host, place, lookScript, [place.directory, folder, sha256], false);
    const said = (0,files_place/* answers */.GA)(finished.stdout);
    const figure = (name) => Number(said[name]?.[0] ?? 0);
    return {
        uploaded: figure("uploaded"),
        changed: figure("changed"),
        deleted: figure("deleted"),
        bytes: figure("bytes"),
    };
}
// $1 folder, $2 what is kept of it, $3 sha256 of the manifest, $4 how it was kept.
// First what is newer gets a second name under set-aside, a folder for each try, so that no try writes over what one
// before it saved; only what is seen to be there loses its first. Then what is lost comes back. Whatever a kill leaves
// half done differs from the manifest, and is found by the next try.
const giveBackScript = `live=$1; to=$2; sha=$3; how=$4; m=$to/manifest; w=$to/work
rm -rf -- "$w" && mkdir -- "$w" || exit 1
${differ}if [ ! -d "$live" ]; then
  [ ! -e "$live" ] && [ ! -L "$live" ] || { echo "$live is no folder any more" >&2; exit 46; }
  mkdir -p -- "$live" && { [ ! -d "$to/tree" ] || { chmod --reference="$to/tree" -- "$live"; chown --reference="$to/tree" -- "$live" 2>/dev/null || :; }; } || exit 1
fi
compare || exit 1
aside() { [ ! -d "$to/set-aside" ] || find "$to/set-aside" ! -type d -printf 'f\\t%s\\0'; }
if [ ! -s "$w/lost" ] && [ ! -s "$w/since" ]; then
  [ -e "$to/given-back" ] || [ -d "$to/set-aside" ] || echo same
else
  if [ -d "$to/tree" ]; then list "$to/tree" "$w/have" || exit 1; else : > "$w/have"; fi
  comm -z -23 -- "$w/lost.files" "$w/have" | paths > "$w/gone" && comm -z -12 -- "$w/lost.files" "$w/have" | paths > "$w/back" || exit 1
  # What cannot be given back stays as it is.
  comm -z -23 -- "$w/since.paths" "$w/gone" > "$w/aside" || exit 1
  writable "$live" || exit 1
  if [ -s "$w/aside" ]; then
    n=1; while [ -e "$to/set-aside/$n" ]; do n=$((n + 1)); done
    a=$to/set-aside/$n; mkdir -p -- "$a" && parents "$a" "$w/aside" || exit 1
    ( cd -- "$live" && xargs -0r cp -dl --parents -t "$a" -- < "$w/aside" ) 2>/dev/null ||
      { carry "$live" "$a" "$w/aside" && sync -f -- "$a"; } || exit 1
    list "$a" "$w/saved" && files "$w/saved" > "$w/saved.files" && paths < "$w/saved.files" > "$w/saved.paths" || exit 1
    cmp -s -- "$w/saved.paths" "$w/aside" && [ -z "$(comm -z -23 -- "$w/saved.files" "$w/since.files" | head -c 1)" ] ||
      { echo "what was set aside is not what is there" >&2; exit 47; }
    ( cd -- "$live" && xargs -0r rm -f -- < "$w/aside" ) || exit 1
  fi
  prune "$live" "$w/now" "$m" || exit 1
  if [ "$how" != count ]; then
    parents "$live" "$w/back" && { [ ! -s "$w/back" ] || carry "$to/tree" "$live" "$w/back"; } || exit 1
    dress "$to/tree" "$live" "$m" || exit 1
  fi
  number < "$w/back" >> "$to/given-back"
  compare || exit 1
  cmp -s -- "$w/lost.paths" "$w/gone" && [ -z "$(comm -z -23 -- "$w/since.paths" "$w/gone" | head -c 1)" ] ||
    { echo "files changed while they were given back" >&2; exit 45; }
  echo "gone $(number < "$w/gone")"
fi
[ ! -e "$to/given-back" ] || echo "back $(awk '{ n += $1 } END { print n }' "$to/given-back")"
echo "aside $(aside | count)"
rm -rf -- "$w"`;
/**
 * The folder as it was kept: what was deleted or changed since is there again, and what was uploaded or changed since
 * lies under `set-aside`. May be run again after it was cut off, as often as one likes.
 */
async function giveBack(host, place, kept) {
    const finished = await attempt(host, place, giveBackScript, [place.directory, kept.folder, kept.sha256, kept.keep], true);
    const said = (0,files_place/* answers */.GA)(finished.stdout);
    const [files = "0", bytes = "0"] = said.aside ?? [];
    return {
        same: said.same !== undefined,
        back: Number(said.back?.[0] ?? 0),
        aside: { files: Number(files), bytes: Number(bytes), folder: `${kept.folder}/set-aside` },
        gone: Number(said.gone?.[0] ?? 0),
    };
}
async function attempt(host, place, text, values, changes) {
    const asked = (0,files_place/* filesScript */.nI)(place, text, values, {
        changes,
        label: changes ? (0,core_text.t) `give the files of ${place.id} back` : (0,core_text.t) `look at the files of ${place.id}`,
    });
    const finished = await host.attempt(asked);
    if (finished.code === 0 && !finished.timedOut)
        return finished;
    throw backProblem(host, place, values[1] ?? "", new errors/* CommandError */.Qd(host, asked, finished));
}
function backProblem({ name: where }, place, folder, failed) {
    const { code, stderr } = failed.finished;
    const problem = (known, what, mend) => new errors/* UserError */.yo({ code: known, what, where, mend }, { cause: failed });
    if (/No space left on device|Disk quota exceeded/i.test(stderr))
        return problem("files-no-room", (0,core_text.t) `there is no room left to give the files of ${place.id} back`, (0,core_text.t) `make room, then run again: it goes on where it stopped, and nothing is lost meanwhile`);
    switch (code) {
        case 41:
            return problem("files-other-manifest", (0,core_text.t) `what was kept of ${place.id} is not what is on record`, (0,core_text.t) `nothing was changed; look at ${folder}, and who was there`);
        case 45:
            return problem("files-not-quiet", (0,core_text.t) `files of ${place.id} changed although the services are stopped`, (0,core_text.t) `find out who writes there (lsof +D), stop it, then run again`);
        case 46:
            return problem("files-not-a-folder", (0,core_text.t) `${place.directory} is no folder any more`, (0,core_text.t) `nothing was changed; move what bears its name away, then run again`);
        case 47:
            return problem("files-not-set-aside", (0,core_text.t) `what is newer among the files of ${place.id} could not be set aside whole`, (0,core_text.t) `nothing was removed; look at ${folder}/set-aside, then run again`);
        default:
            return failed;
    }
}

// EXTERNAL MODULE: ./.build/js/files/keep.js
var keep = __webpack_require__(7523);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/files/problems.js





// $1 folder, $2 where it is kept, $3 what is kept by day already. A small file is made and removed where things are
// kept: only so it is known whether the disk shares blocks.
const problems_lookScript = `live=$1; keep=$2; day=$3
find --version 2>/dev/null | grep -q GNU && sort -z < /dev/null 2>/dev/null || { echo tools; exit 0; }
[ -e "$live" ] || [ -L "$live" ] || { echo missing; exit 0; }
[ -d "$live" ] || { echo no-folder; exit 0; }
r=$(readlink -e -- "$live") && [ "$r" = "$live" ] || { echo link; printf '%s' "$r" > /dev/null; exit 0; }
[ -r "$live" ] && [ -x "$live" ] || { echo "unreadable 1"; exit 0; }
w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
cd -- "$live" || exit 1
n=$(find . -mindepth 1 -path ./lost+found -prune -o \\( -type f ! -readable -o -type d \\( ! -readable -o ! -executable \\) -prune \\) -printf x 2>/dev/null | wc -c)
[ "$n" = 0 ] || { echo "unreadable $n"; exit 0; }
list "$live" "$w/now" || exit 1
echo "count $(count < "$w/now")"
if [ "$(id -u)" != 0 ]; then
  gids=$(id -G | tr ' ' '|')
  echo "strangers $(cut -z -f5,6 -- "$w/now" | tr '\\0\\t' '\\n ' | grep -cvE "^$(id -u) ($gids)\\$")"
fi
[ -w "$live" ] || echo read-only
p=$keep; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ] || { echo no-keep; exit 0; }
[ "$(stat -c %d -- "$p")" = "$(stat -c %d -- "$live")" ] || echo other-disk
t=$(mktemp -- "$p/.golive.XXXXXX") && { ! cp --reflink=always -- "$t" "$t.2" 2>/dev/null || echo shared; rm -f -- "$t" "$t.2"; }
echo "free $(df -PB1 -- "$p" | awk 'NR == 2 { print $4 }')"
h=0; [ ! -d "$day" ] || h=$(du -sB1 -- "$day" | cut -f 1); echo "had $h"`;
/** Whether a folder can be kept and given back, and how much lies in it. `leastFree`: MiB that have to stay free. */
async function lookAtFiles(host, place, leastFree) {
    if (place.user !== undefined && (await host.attempt((0,command/* command */.G5)("true", [], { user: place.user }))).code !== 0)
        return { files: 0, bytes: 0, shared: false, problems: [runAsProblem(host.name, place.user)] };
    const asked = (0,files_place/* filesScript */.nI)(place, problems_lookScript, [place.directory, place.keepIn, (0,keep/* folderByDay */.k8)(place)], {
        timeoutSeconds: 1800,
        label: (0,core_text.t) `look at the files of ${place.id}`,
    });
    const said = (0,files_place/* answers */.GA)((await host.run(asked)).stdout);
    const counts = (0,files_place/* countsOf */.mQ)(said.count);
    const shared = said.shared !== undefined && said["other-disk"] === undefined;
    return { ...counts, shared, problems: problemsOf(host.name, place, said, { counts, shared, leastFree }) };
}
function runAsProblem(where, user) {
    return {
        code: "files-run-as",
        what: (0,core_text.t) `commands cannot run as ${user}`,
        where,
        mend: (0,core_text.t) `allow it without a password (docs/hosts.md has the lines)`,
    };
}
function problemsOf(where, place, said, { counts, shared, leastFree }) {
    const { directory, keepIn, keep } = place;
    const user = place.user ?? (0,core_text.t) `the user of the connection`;
    const found = [];
    const add = (code, what, mend) => found.push({ code, what, where, mend });
    const number = (name) => Number(said[name]?.[0] ?? 0);
    if (said.tools)
        add("files-tools", (0,core_text.t) `find, sort or tar there are not GNU's`, (0,core_text.t) `install findutils, coreutils and tar of GNU`);
    if (said.missing)
        add("files-missing", (0,core_text.t) `the folder ${directory} is not there`, (0,core_text.t) `create it, or correct files in the plan`);
    if (said["no-folder"])
        add("files-not-a-folder", (0,core_text.t) `${directory} is no folder`, (0,core_text.t) `correct files in the plan`);
    if (said.link)
        add("files-link", (0,core_text.t) `${directory} is a link, or lies behind one`, (0,core_text.t) `name the folder itself (readlink -f ${directory})`);
    if (said.unreadable)
        add("files-unreadable", (0,core_text.t) `${number("unreadable")} {0:file or folder|files or folders|files or folders} in ${directory} cannot be read by ${user}`, (0,core_text.t) `name in run-as the user that they belong to, or root`);
    if (number("strangers") > 0)
        add("files-owner", (0,core_text.t) `${number("strangers")} {0:file or folder|files or folders|files or folders} in ${directory} {0:has|have|have} an owner or a group that ${user} cannot give them`, (0,core_text.t) `name in run-as the user that they belong to, or root`);
    if (said["read-only"])
        add("files-read-only", (0,core_text.t) `${user} cannot write to ${directory}, so nothing could be given back`, (0,core_text.t) `name in run-as the user that it belongs to, or root`);
    if (said["no-keep"])
        add("files-keep-in", (0,core_text.t) `${user} cannot make ${keepIn}`, (0,core_text.t) `create it with mode 0700 for that user, or name another folder (keep-in)`);
    if (keep === "link" && said["other-disk"])
        add("files-other-disk", (0,core_text.t) `${keepIn} lies on another disk, where there are no links to ${directory}`, (0,core_text.t) `set keep: copy`);
    const wanted = keep !== "copy" || shared ? 0 : Math.max(0, counts.bytes - number("had"));
    const missing = wanted + leastFree * 1024 ** 2 - number("free");
    if (said.free && keep !== "count" && missing > 0)
        add("files-no-room", (0,core_text.t) `there is no room to keep ${(0,figures/* showSize */.tY)(counts.bytes)}: ${(0,figures/* showSize */.tY)(missing)} more are needed in ${keepIn}`, (0,core_text.t) `make room, name another disk (keep-in), or set keep: link (docs/files.md says what that does not hold)`);
    return found;
}

// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/plan/files-layout.js
var files_layout = __webpack_require__(5212);
// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/files-record.js
var files_record = __webpack_require__(2291);
;// CONCATENATED MODULE: ./.build/js/stages/files.js













/** By day: what lies in the folders of uploads, whether it can be kept, and whether the deploy leaves it alone. */
async function filesFinding(plan, { hosts }) {
    const found = await Promise.all((0,files_layout/* filesOf */.R)(plan).map(async (place) => {
        const host = hosts.get(place.host);
        const look = await lookAtFiles(host, place, plan.database.backup["least-free"]);
        return { place, look, problems: [...look.problems, ...(await replacedByDeploy(plan, place, hosts))] };
    }));
    return {
        step: "prepare.files",
        problems: found.flatMap(({ problems }) => problems),
        note: found.map(({ place, look }) => (0,core_text.t) `${place.id}: ${countText(look)}, ${howKept(place, look.shared)}`).join("; "),
        facts: { files: found.map(({ place, look }) => ({ id: place.id, files: look.files, bytes: look.bytes })) },
    };
}
function howKept({ keep }, shared) {
    if (keep === "link")
        return (0,core_text.t) `kept by second names: what is written into a file that stays is not held`;
    if (keep === "count")
        return (0,core_text.t) `only counted: what is deleted cannot be given back`;
    return shared ? (0,core_text.t) `kept as a copy that shares blocks` : (0,core_text.t) `kept as a copy`;
}
/** What a schema cannot see: files of the release among the uploads, or uploads where something is installed. */
async function replacedByDeploy(plan, { directory, host }, hosts) {
    const base = plan.deploy.directory;
    if (!plan.deploy.hosts.includes(host) || plan.deploy.strategy !== "in-place" || !directory.startsWith(`${base}/`))
        return [];
    const inside = directory.slice(base.length + 1);
    const mend = (0,core_text.t) `move uploads to a folder of their own, outside of what a deploy replaces`;
    const installed = (0,preset/* presetOf */.j)(plan)
        .installed(plan)
        .find((path) => inside === path || inside.startsWith(`${path}/`) || path.startsWith(`${inside}/`));
    if (installed !== undefined)
        return [
            { code: "files-in-release", what: (0,core_text.t) `${directory} and ${`${base}/${installed}`} overlap`, where: host, mend },
        ];
    const tracked = await hosts.get(host).attempt((0,git/* git */.$Y)(plan, ["ls-files", "-z", "--", inside], 120));
    const count = tracked.stdout.split("\0").filter((name) => name !== "").length;
    if (tracked.code !== 0 || count === 0)
        return [];
    return [
        {
            code: "files-in-release",
            what: (0,core_text.t) `${count} {0:file|files|files} in ${directory} {0:is|are|are} the release's own (git ls-files)`,
            where: host,
            mend,
        },
    ];
}
/** The day before, while people go on: so that the window has to copy only what changed since. */
function filesByDaySteps(launch, measured) {
    return (0,files_layout/* filesOf */.R)(launch.plan).map((place) => ({
        id: (0,files_record/* filesStep */.OD)("day-before", place),
        async run({ hosts }) {
            const first = await (0,keep/* keepByDay */.dE)(hosts.get(place.host), place);
            // The second time is what the window does.
            const again = await (0,keep/* keepByDay */.dE)(hosts.get(place.host), place);
            measured.set((0,files_record/* filesStep */.OD)("backup", place), again.seconds);
            measured.set((0,files_record/* filesStep */.OD)("rollback", place), again.seconds);
            return {
                note: (0,core_text.t) `${countText(first)} in ${(0,figures/* showDuration */.kJ)(first.seconds)}; once more in ${(0,figures/* showDuration */.kJ)(again.seconds)}`,
            };
        },
    }));
}
/** Behind closed doors, before anything can move them. */
function keepFilesSteps({ plan }) {
    return (0,files_layout/* filesOf */.R)(plan).map((place) => ({
        id: (0,files_record/* filesStep */.OD)("backup", place),
        async run(launch) {
            requireUntouched(launch);
            const kept = await (0,keep/* keepFiles */.N9)(launch.hosts.get(place.host), place, (0,backup_record/* backupName */.aw)(launch));
            return { note: (0,core_text.t) `${countText(kept)}; manifest ${kept.sha256.slice(0, 12)}`, facts: { kept } };
        },
        async still(launch) {
            const kept = (0,files_record/* keptOf */.uq)(launch, place);
            return mayHaveMoved(launch) || (kept !== null && (await (0,keep/* isKept */.t8)(launch.hosts.get(place.host), place, kept)));
        },
    }));
}
/** Whether a step of the release began that may have moved files. */
function mayHaveMoved({ state }) {
    return [...state().steps.keys()].some((id) => /^deploy\.(migrate@|step-)/.test(id) && (0,journal_state/* begun */.q1)(state(), id));
}
/** What the release's steps left of the files is nothing to keep. */
function requireUntouched(launch) {
    if (!mayHaveMoved(launch))
        return;
    throw new errors/* UserError */.yo({
        code: "files-too-late",
        what: (0,core_text.t) `the deploy began before the files were kept`,
        mend: (0,core_text.t) `roll back: the next launch keeps them first`,
    });
}
/** After the database, before anything is started. */
function giveFilesBackSteps({ plan }) {
    return (0,files_layout/* filesOf */.R)(plan).map((place) => ({
        id: (0,files_record/* filesStep */.OD)("rollback", place),
        async run(launch) {
            const kept = (0,files_record/* keptOf */.uq)(launch, place);
            if (kept === null)
                return { skipped: true, note: (0,core_text.t) `they were not kept yet, and not touched` };
            if (filesStay(launch))
                return { skipped: true, note: staysText() };
            const givenBack = await giveBack(launch.hosts.get(place.host), place, kept);
            if (givenBack.gone > 0)
                launch.log.warn((0,core_text.t) `${place.id}: ${goneText(givenBack)}`);
            return { note: backText(place, givenBack), facts: { givenBack } };
        },
        // What is uploaded again once the site was open is looked at again.
        holds: async (launch) => (0,journal_state/* begun */.q1)(launch.state(), "rollback.open"),
    }));
}
/** Once people used the release, their files belong to their rows: where the database stays, these stay as well. */
function filesStay({ plan, state }) {
    if (state().recalled === null)
        return false;
    return state().steps.get(`deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(plan)}`)?.facts.migrated !== true;
}
/** What was uploaded, changed and deleted since the files were kept, for the page that is approved. Changes nothing. */
async function filesSinceBackup(launch) {
    if (!(0,journal_state/* touched */.FI)(launch.state()) || filesStay(launch))
        return [];
    const found = await Promise.all((0,files_layout/* filesOf */.R)(launch.plan).map(async (place) => {
        const kept = (0,files_record/* keptOf */.uq)(launch, place);
        if (kept === null)
            return [];
        return [{ id: place.id, ...(await filesSince(launch.hosts.get(place.host), place, kept)) }];
    }));
    return found.flat();
}
function countText({ files, bytes }) {
    return (0,core_text.t) `${(0,figures/* figure */.vP)(files)} uploaded files, ${(0,figures/* showSize */.tY)(bytes)}`;
}
function staysText() {
    return (0,core_text.t) `the database stays as it is, so what people uploaded stays with it`;
}
function backText({ host }, givenBack) {
    const { same, back, aside, gone } = givenBack;
    if (same)
        return (0,core_text.t) `as they were: nothing was touched`;
    return [
        ...(back > 0 || aside.files === 0 ? [(0,core_text.t) `${(0,figures/* figure */.vP)(back)} {0:file|files|files} given back`] : []),
        ...(aside.files > 0
            ? [(0,core_text.t) `${(0,figures/* figure */.vP)(aside.files)} newer ones (${(0,figures/* showSize */.tY)(aside.bytes)}) set aside in ${host}:${aside.folder}`]
            : []),
        ...(gone > 0 ? [goneText(givenBack)] : []),
    ].join("; ");
}
function goneText({ gone }) {
    return (0,core_text.t) `${(0,figures/* figure */.vP)(gone)} {0:file was|files were|files were} NOT given back: they are not among what was kept`;
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   r$: () => (/* binding */ runLanes),
/* harmony export */   rl: () => (/* binding */ runSteps)
/* harmony export */ });
/* unused harmony exports progress, recordFailure */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _core_at_once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7259);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7285);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6523);







/** Runs the steps in order, those of an inner list at the same time; each on record before and after. Those done for this release are not done again. */
async function runSteps(launch, steps) {
    for (const step of steps) {
        if ("id" in step)
            await runStep(launch, step);
        else
            await runLanes(launch, step.map((one) => [one]));
    }
}
/**
 * Lanes at the same time, as many as the plan's batch; each lane's steps in order. When a step fails, every other lane
 * ends the step it is in, and nothing more begins. Throws a StepError with all that failed.
 */
async function runLanes(launch, lanes) {
    const failed = [];
    await (0,_core_at_once_js__WEBPACK_IMPORTED_MODULE_6__/* .atOnce */ .z)(lanes, launch.plan.deploy.batch, async (lane) => {
        for (const step of lane) {
            if (failed.length > 0)
                return;
            await runStep(launch, step).catch((error) => failed.push(error));
        }
    });
    const steps = failed.filter((error) => error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg);
    const [first] = steps;
    if (first && steps.length > 1)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(first.step, new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(steps.map(({ step, cause }) => ({ what: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(cause), where: step }))));
    if (failed.length > 0)
        throw first ?? failed[0];
}
async function runStep(launch, step) {
    const before = launch.state().steps.get(step.id);
    if (before?.status === "done" || before?.status === "skipped") {
        const byAnother = before.run.id !== launch.run.id || before.run.attempt !== launch.run.attempt;
        if ((await (step.holds?.(launch) ?? true)) && (!byAnother || (await (step.still?.(launch) ?? true)))) {
            launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id}: done before`);
            return;
        }
        launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id}: on record as done, and no longer so`);
    }
    if (launch.signal.aborted)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the run was cancelled before this step` }));
    launch.log.info(`${step.id} …`);
    await launch.record({ kind: "step", step: step.id, status: "started" });
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    const seconds = () => Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    const ticker = setInterval(() => launch.log.info(progress(launch, step.id, seconds())), tellEveryMs).unref();
    try {
        if (/^(isolate|backup|deploy|dns-tls)\./.test(step.id))
            await (0,_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .stayInTime */ .Ek)(launch);
        const done = await step.run(launch);
        await launch.record({
            kind: "step",
            step: step.id,
            status: done.skipped ? "skipped" : "done",
            seconds: seconds(),
            ...(done.note === undefined ? {} : { note: done.note }),
            ...(done.facts === undefined ? {} : { facts: done.facts }),
        });
        launch.log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${step.id} ${done.skipped ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `skipped` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `done`} in ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`);
    }
    catch (error) {
        await recordFailure(launch, step.id, error, seconds());
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepError */ .zg(step.id, error);
    }
    finally {
        clearInterval(ticker);
    }
}
/** A long step says that it lives. */
const tellEveryMs = 15_000;
/** How long a step has taken so far, and how much may be left by the forecast. */
function progress({ state }, id, seconds) {
    const expected = (0,_forecast_js__WEBPACK_IMPORTED_MODULE_4__/* .forecastOf */ .DH)(state())?.steps.find((one) => one.id === id);
    const left = expected === undefined
        ? ""
        : seconds < expected.seconds
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `, about ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(Math.round(expected.seconds - seconds))} left`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `, forecast ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(expected.seconds)} (at most ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(expected.seconds + expected.spread)})`;
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${id}: ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(Math.round(seconds))} so far${left}`;
}
async function recordFailure(launch, step, error, seconds, facts = {}) {
    const cancelled = launch.signal.aborted;
    const kept = await keepWhatWasSaid(launch, step, error);
    const note = cancelled ? "cancelled" : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error);
    await launch.record({
        kind: "step",
        step,
        status: "failed",
        seconds,
        note,
        facts: { ...facts, ...(kept === null ? {} : { log: kept }) },
    });
    launch.log.error(`${step}: ${cancelled ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `cancelled` : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${kept === null ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `\nAll it said is in ${kept}`}`);
}
/** The whole output stays on the control host; it may hold what must not be published. */
async function keepWhatWasSaid(launch, step, error) {
    const failed = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd
        ? error
        : error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd
            ? error.cause
            : null;
    if (!failed || (failed.finished.stdout === "" && failed.finished.stderr === ""))
        return null;
    try {
        return await launch.journal.keepLog(launch.release.id, step, `${failed.finished.stdout}\n--- stderr ---\n${failed.finished.stderr}\n`);
    }
    catch {
        return null;
    }
}


/***/ })

};
