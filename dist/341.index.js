export const id = 341;
export const ids = [341];
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
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1986);
/* harmony import */ var _stages_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);




const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["directory", "manifest"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backup */ .R)(launch);
        return { outputs: { directory: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupDirectory */ .iV)(launch), manifest: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestHash */ .wj)(launch) } };
    }),
};


/***/ }),

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

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ deviation),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   Xm: () => (/* binding */ forecastSteps)
/* harmony export */ });

/** Of earlier launches only so many count; servers and data change. */
const remembered = 8;
/**
 * What each step is expected to take. What was measured on yesterday's data for this very release goes before what
 * earlier releases took, and both before what is usual. All in seconds.
 */
function forecastSteps(ids, known) {
    return ids.map((id) => {
        const before = known.history.get(id)?.slice(-remembered) ?? [];
        const measured = known.measured.get(id);
        if (measured !== undefined) {
            // Two looks at the same thing: the worse of them is the edge.
            const edge = Math.max(measured * 1.5, ...before);
            return { id, seconds: measured, spread: edge - measured, source: "measured" };
        }
        if (before.length > 0) {
            const middle = median(before);
            return { id, seconds: middle, spread: Math.max(Math.max(...before) - middle, middle * 0.25), source: "history" };
        }
        const usual = known.usual(id);
        return { id, seconds: usual, spread: usual, source: "usual" };
    });
}
/** The steps one after another. Their spreads are independent, so not all come at once. */
function total(steps) {
    return {
        seconds: sum(steps.map(({ seconds }) => seconds)),
        spread: Math.sqrt(sum(steps.map(({ spread }) => spread ** 2))),
    };
}
/** How far a forecast was off, as a share of what it was: 0.2 is a fifth. */
function deviation(forecastSeconds, actualSeconds) {
    return actualSeconds === 0 ? 0 : Math.abs(forecastSeconds - actualSeconds) / actualSeconds;
}
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return sorted.length % 2 === 1
        ? (sorted[Math.floor(middle)] ?? 0)
        : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
function sum(values) {
    return values.reduce((a, b) => a + b, 0);
}


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ gateAt),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   sr: () => (/* binding */ lastSafeMoment)
/* harmony export */ });
/** Whether a launch may begin at `now`: inside its window, with room for itself and for the way back. */
function gateAt(window, now, { tolerance, waitAtMost }, forecast) {
    const opens = window.start.minus({ seconds: tolerance });
    if (now >= window.end)
        return { kind: "over", ended: window.end };
    const needed = forecast === null ? 0 : atMost(forecast.launch) + atMost(forecast.rollback);
    const from = now < opens ? opens : now;
    const left = window.end.diff(from).as("seconds");
    if (needed > left)
        return { kind: "short", left, needed };
    if (now >= opens)
        return { kind: "open" };
    return opens.diff(now).as("seconds") <= waitAtMost
        ? { kind: "wait", until: opens }
        : { kind: "early", approveFrom: opens.minus({ seconds: waitAtMost }) };
}
/** The last moment at which a rollback that begins still ends inside the window. */
function lastSafeMoment(window, rollback) {
    return window.end.minus({ seconds: atMost(rollback) });
}
function atMost({ seconds, spread }) {
    return seconds + spread;
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
    const full = noRoomFor(said);
    if (full !== null)
        return { what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no room left for ${full}`, where, mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `make room there, then run again` };
    // A flipped byte is met by the checksum of the file, or before it by what unpacks or deciphers it.
    if ([26, 29, 95].includes(number) && /checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(said)) {
        return {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the backup is damaged: ${/ERROR: \[\d+\]: (?:raised from [^:]*: )?(.*)/.exec(said)?.[1] ?? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it cannot be unpacked`}`,
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
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `pgbackrest does not answer: ${new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(where, (0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .command */ .G5)("pgbackrest", ["version"]), asked).brief}`,
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
                what: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(where, check, checked).brief,
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

/***/ 3238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ talkAfter),
/* harmony export */   r: () => (/* binding */ commentsAfter)
/* harmony export */ });
/** People's comments on an issue that were posted after the one with this id, oldest first. */
async function commentsAfter(github, issue, after) {
    return (await talkAfter(github, issue, after)).people;
}
/** All that was posted after the comment with this id, oldest first: by people, and the bodies of the suite's own. */
async function talkAfter({ octokit, owner, repo }, issue, after) {
    const all = (await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 })).filter(({ id }) => id > after);
    return {
        people: all
            .filter(({ user, performed_via_github_app: app }) => user?.type === "User" && !app)
            .map(({ id, user, body, created_at, updated_at }) => ({
            id,
            author: user?.login ?? "",
            body: body ?? "",
            at: created_at,
            edited: created_at !== updated_at,
        })),
        own: all.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
    };
}


/***/ }),

/***/ 67:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ askPeople)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8714);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _github_comments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3238);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2981);





/** Asks people on the checklist, and waits. Null when none of them answered in time, or nobody could be asked. */
async function askPeople({ github, release, plan, log, signal }, { who, text, answers, atMost, everySeconds = 10 }) {
    const until = luxon__WEBPACK_IMPORTED_MODULE_2__/* .DateTime */ .c9.now().plus({ seconds: atMost });
    const asked = await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_3__/* .comment */ .Im)(github, release.issue, `${who.join(" ")}: ${text(until.setZone(plan.timezone).toFormat("HH:mm:ss"))}`).catch((error) => {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `Nobody could be asked: ${error.message}`);
        return null;
    });
    while (asked !== null && luxon__WEBPACK_IMPORTED_MODULE_2__/* .DateTime */ .c9.now() < until && !signal.aborted) {
        for (const { author, body, edited } of await (0,_github_comments_js__WEBPACK_IMPORTED_MODULE_4__/* .commentsAfter */ .r)(github, release.issue, asked).catch(() => [])) {
            // One that was changed afterwards is nobody's word.
            const [answer] = Object.entries(answers).find(([, words]) => words.test(body)) ?? [];
            if (answer !== undefined && !edited && who.some((one) => one.slice(1).toLowerCase() === author.toLowerCase()))
                return { answer, by: author };
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, {
            signal,
        }).catch(() => { });
    }
    return null;
}


/***/ }),

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ forecastOf),
/* harmony export */   Qu: () => (/* binding */ usualSeconds),
/* harmony export */   eK: () => (/* binding */ actualSeconds),
/* harmony export */   om: () => (/* binding */ historyOf),
/* harmony export */   uD: () => (/* binding */ makeForecast)
/* harmony export */ });
/* harmony import */ var _core_forecast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6241);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7589);


const windowPhases = ["isolate", "backup", "deploy", "dns-tls", "verify", "open"];
/** What goes by between the steps: writing the journal, looking at the lock. A line of its own in the forecast. */
const between = "between";
/** The forecast on record, if the day before was rehearsed. */
function forecastOf(state) {
    const step = state.steps.get("day-before.forecast");
    return step?.status === "done" ? (step.facts.forecast ?? null) : null;
}
/** `measured`: seconds by step; `usual`: what nothing is known of; `dumpAfter`: the step after which the dump is made beside the rest, if it is. */
function makeForecast(phases, { dumpAfter, ...known }) {
    const linesOf = (phase) => phases.find(({ id }) => id === phase)?.lines ?? [];
    const byPhase = windowPhases
        .filter((id) => linesOf(id).length > 0)
        .map((id) => ({
        id,
        steps: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(linesOf(id).map((line) => line.id), known),
    }));
    // Checks run at the same time: the slowest of them is what it takes.
    const counted = byPhase.map(({ id, steps }) => ({
        id,
        steps: id === "verify" ? slowest(steps) : longest(linesOf(id), steps),
    }));
    const gaps = (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)([between], known);
    const spared = dumpAfter === null
        ? []
        : besideTheOther(counted.flatMap(({ steps }) => steps), dumpAfter);
    const back = linesOf("rollback").filter(({ optional }) => !optional);
    return {
        launch: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)([...counted.flatMap(({ steps }) => steps), ...gaps].filter((step) => !spared.includes(step))),
        rollback: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(longest(back, (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(back.map(({ id }) => id), known))),
        steps: [...byPhase.flatMap(({ steps }) => steps), ...gaps],
        phases: counted.map(({ id, steps }) => ({ id, seconds: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(steps).seconds })),
    };
}
/** Of the dump and what goes on beside it once the migrations are through, the shorter: it costs no time of its own. */
function besideTheOther(steps, dumpAfter) {
    const dump = steps.filter(({ id }) => id.startsWith("backup.") && id !== "backup.copy");
    const migrated = steps.findIndex(({ id }) => id === dumpAfter);
    const rest = steps.slice(migrated + 1).filter(({ id }) => /^(deploy|dns-tls|verify)\./.test(id));
    return (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(dump).seconds < (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(rest).seconds ? dump : rest;
}
/** Of lines that happen at the same time only the lane that takes longest counts. */
function longest(lines, steps) {
    const laneOf = new Map(lines.map(({ id, lane }) => [id, lane]));
    const batchOf = (lane) => lane.slice(0, lane.lastIndexOf(" "));
    const seconds = new Map();
    for (const step of steps) {
        const lane = laneOf.get(step.id);
        if (lane !== undefined)
            seconds.set(lane, (seconds.get(lane) ?? 0) + step.seconds);
    }
    const counts = new Set([...new Set([...seconds.keys()].map(batchOf))].map((batch) => [...seconds].filter(([lane]) => batchOf(lane) === batch).toSorted(([, a], [, b]) => b - a)[0]?.[0]));
    return steps.filter(({ id }) => laneOf.get(id) === undefined || counts.has(laneOf.get(id)));
}
function slowest(steps) {
    return steps.toSorted((a, b) => b.seconds - a.seconds).slice(0, 1);
}
/** From the first step of the window to the last; seconds, or null when it did not get that far. */
function actualSeconds(state) {
    const from = state.steps.get("isolate.on")?.startedAt;
    const to = state.steps.get("open.proof");
    if (from === undefined || to?.status !== "done" || to.endedAt === undefined)
        return null;
    return (Date.parse(to.endedAt) - Date.parse(from)) / 1000;
}
/** What each step took in launches that went live without being interrupted, and in rollbacks. */
function historyOf(entries, except) {
    const releases = [...new Set(entries.map(({ release }) => release))].filter((release) => release !== except);
    const history = new Map();
    const add = (id, seconds) => history.set(id, [...(history.get(id) ?? []), seconds]);
    for (const release of releases) {
        const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateOf */ .L4)(entries, release);
        if (state.ended?.outcome !== "live" && state.ended?.outcome !== "rolled-back")
            continue;
        for (const [id, step] of state.steps)
            if (step.status === "done" &&
                step.seconds !== undefined &&
                !id.startsWith("prepare.") &&
                !id.startsWith("day-before."))
                add(id, step.seconds);
        const total = actualSeconds(state);
        // Somebody who slept between two tries is no measure.
        const runs = new Set(entries.filter((entry) => entry.release === release).map(({ run }) => `${run.id}-${run.attempt}`));
        if (total === null || runs.size > 1)
            continue;
        add(between, Math.max(0, total - busySeconds(state)));
    }
    return history;
}
/** How long any step of the window was under way; those at the same time count once. */
function busySeconds(state) {
    const spans = [...state.steps]
        .filter(([id, { seconds, endedAt }]) => windowPhases.some((phase) => id.startsWith(`${phase}.`)) && seconds !== undefined && endedAt !== undefined)
        .map(([, { seconds = 0, endedAt = "" }]) => ({
        from: Date.parse(endedAt) / 1000 - seconds,
        to: Date.parse(endedAt) / 1000,
    }))
        .toSorted((a, b) => a.from - b.from);
    let busy = 0;
    let until = 0;
    for (const { from, to } of spans) {
        busy += Math.max(0, to - Math.max(from, until));
        until = Math.max(until, to);
    }
    return busy;
}
/** What is usual for a step of which nothing is known; seconds. `bytes`: of the database. */
function usualSeconds(plan, bytes) {
    const perByte = (megabytesPerSecond) => bytes / 1e6 / megabytesPerSecond;
    const usual = [
        ["isolate.on", 0.1],
        ["isolate.proof", 0.3],
        ["isolate.stop", 1.2],
        ["backup.copy", 0.4 + perByte(200)],
        ["backup.cluster", 5 + perByte(60)],
        ["backup.verify", 2 + perByte(200)],
        ["backup.dump", 0.6 + perByte(60)],
        ["backup.manifest", 0.1 + perByte(1000)],
        ["backup.read", 0.1 + perByte(300)],
        ["backup.proof", 0.6 + perByte(60)],
        ["deploy.environment", 20],
        ["deploy.build", 20],
        ["deploy.switch", 0.1],
        ["deploy.migrate", 5],
        ["deploy.fetch", 2],
        ["deploy.static", 3],
        ["deploy.start", 1.7],
        ["deploy.health", 2],
        ["deploy.step-", 1],
        ["deploy.versions", 0.3],
        ["verify.scenario-", plan.verify.people.usual],
        ["dns-tls.certificate-", 1],
        ["dns-tls.dns-", 3],
        ["open.off", 0.1],
        ["rollback.stop", 1.2],
        ["rollback.start", 1.7],
        ["rollback.health", 2],
        ["rollback.code", 2],
        ["rollback.verify", 2],
        ["rollback.database", plan.database.backup.copy ? 1 : 2 + perByte(40)],
        [between, 0.5],
    ];
    return (id) => usual.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 0.5;
}


/***/ }),

/***/ 6523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ stayInTime),
/* harmony export */   O4: () => (/* binding */ requireWindow)
/* harmony export */ });
/* unused harmony exports windowOf, mayGoOn */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8714);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1395);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2318);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5263);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7589);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7285);










function windowOf({ release, plan }) {
    return {
        start: luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }),
        end: luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }),
    };
}
/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(launch.state()))
        return;
    const { overridden } = launch.state();
    if (overridden !== null) {
        log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
        return;
    }
    const window = windowOf(launch);
    const clock = (time) => (0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(time.setZone(plan.timezone));
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `start the workflow again; if it has to be now, with \`override\` and the reason`;
    for (;;) {
        const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .gateAt */ .De)(window, luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_6__/* .forecastOf */ .DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return;
            case "wait": {
                if (signal.aborted)
                    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the run was cancelled before the window opened` });
                const left = gate.until.diffNow().as("seconds");
                log.info((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The window opens in ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(left)}, at ${clock(gate.until)}; waiting`);
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => { });
                continue;
            }
            case "early":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-early",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `it is too early: the window opens at ${clock(window.start)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait`,
                });
            case "over":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-over",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the window is over since ${clock(gate.ended)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${mend}; it takes the next window`,
                });
            case "short":
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                    code: "window-short",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(gate.left)} of the window are left; the launch and a rollback may need ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(gate.needed)}`,
                    where: "window",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `make the window longer, or ${mend}`,
                });
        }
    }
}
/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
async function stayInTime(launch) {
    const forecast = (0,_forecast_js__WEBPACK_IMPORTED_MODULE_6__/* .forecastOf */ .DH)(launch.state());
    if (forecast === null)
        return;
    const last = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .lastSafeMoment */ .sr)(windowOf(launch), forecast.rollback);
    if (luxon__WEBPACK_IMPORTED_MODULE_7__/* .DateTime */ .c9.now() <= last)
        return;
    const what = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the last moment at which a rollback fits into the window (${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
    const policy = launch.state().overridden === null ? launch.plan.window["on-overrun"] : "continue";
    const then = {
        rollback: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the launch goes back`,
        ask: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `people are asked`,
        continue: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `it goes on, as the plan or a person says`,
    }[policy];
    if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
        await launch.record({ kind: "note", text: `${what}; ${then}` });
    if (policy === "rollback" || (policy === "ask" && !(await mayGoOn(launch, what))))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            code: "window-overrun",
            what,
            where: "window",
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the release goes back by itself; window.on-overrun: continue would have it go on`,
        });
}
/** Asks the people of the plan on the checklist, and waits. No answer is no. `everySeconds` between two looks. */
async function mayGoOn(launch, what, everySeconds = 10) {
    const { ask } = launch.plan.window;
    if (!ask)
        return false;
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_5__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.people.overrun((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(what), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(launch.release.tag), until),
        answers: { on: /^\s*golive go on\s*$/i, back: /^\s*golive go back\s*$/i },
        atMost: ask["at-most"],
        everySeconds,
    });
    if (said?.answer === "on")
        await launch.record({ kind: "overridden", by: said.by, because: what });
    else if (said?.answer === "back")
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${said.by} says to go back` });
    return said?.answer === "on";
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
