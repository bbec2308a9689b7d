export const id = 690;
export const ids = [690];
export const modules = {

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bypass: () => (/* binding */ by_hand_bypass),
  K: () => (/* binding */ connectPlan),
  maintenanceOff: () => (/* binding */ maintenanceOff),
  f: () => (/* binding */ options),
  recover: () => (/* binding */ recover),
  status: () => (/* binding */ by_hand_status),
  unlock: () => (/* binding */ unlock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/locale/locale.js + 3 modules
var locale = __webpack_require__(492);
// EXTERNAL MODULE: ./.build/js/load-balancer/bypass.js
var bypass = __webpack_require__(5384);
// EXTERNAL MODULE: ./.build/js/load-balancer/probe.js
var probe = __webpack_require__(6384);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 20 modules
var load = __webpack_require__(7177);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(2529);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/stages/baseline.js
var baseline = __webpack_require__(1987);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/stages/files-record.js
var files_record = __webpack_require__(2291);
// EXTERNAL MODULE: ./.build/js/plan/files-layout.js
var files_layout = __webpack_require__(5212);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/dns-changes.js
var dns_changes = __webpack_require__(8481);
// EXTERNAL MODULE: ./.build/js/stages/bypass.js
var stages_bypass = __webpack_require__(8852);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 10 modules
var launch = __webpack_require__(4393);
// EXTERNAL MODULE: ./.build/js/stages/scheduled.js
var scheduled = __webpack_require__(7805);
// EXTERNAL MODULE: ./.build/js/stages/silence.js + 3 modules
var silence = __webpack_require__(4208);
;// CONCATENATED MODULE: ./.build/js/stages/end-by-hand.js

















/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
async function statusOf(plan, reached) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const held = await reached.lock.held();
    return {
        release,
        state: release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release),
        page: await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).status(),
        owner: held ? `${holder(held.owner)}; ${(0,claim/* signOfLife */.bs)(held)}` : null,
    };
}
function holder({ runId, runUrl, actor, tag, since }) {
    return runId === 0
        ? (0,core_text.t) `${actor}, by hand, since ${since}`
        : (0,core_text.t) `run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
}
/** The lock becomes this person's, and whatever a run still does is ended. A host that does not answer is told, and does not stop a person. */
async function takeByHand(plan, reached, who, release, log) {
    const mine = {
        release,
        tag: "",
        commit: "",
        digest: "",
        runId: 0,
        runUrl: "",
        actor: who,
        since: new Date().toISOString(),
    };
    const taken = await reached.lock.take(mine);
    const token = taken.taken ? taken.token : await reached.lock.takeOver(taken.owner, mine);
    if (token === null)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the lock changed hands at this moment`,
            where: plan.control.host,
            mend: (0,core_text.t) `look at \`golive status\`, then try again`,
        });
    await (0,launch/* shutOut */.rt)(plan, reached, token, log).catch((error) => {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        log.warn((0,errors/* errorText */.kc)(error));
    });
    return mine;
}
/**
 * A named person breaks the lock of a run that does nothing any more: its commands are refused from here on. A launch
 * that changed nothing ends with it; one that is half done stays so, for the next launch of the same tag. Throws a
 * UserError when there is no lock, or its run gave a sign of life.
 */
async function breakLock(plan, reached, who, because, log) {
    const held = await reached.lock.held();
    if (held === null)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `nobody holds the launch lock`,
            where: plan.control.host,
            mend: (0,core_text.t) `nothing has to be broken; \`golive status\` says how the site stands`,
        });
    const { owner, silentSeconds } = held;
    if (silentSeconds !== null && silentSeconds < claim/* silentEnoughSeconds */.zP) {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${holder(owner)} holds the lock, and ${(0,claim/* signOfLife */.bs)(held)}`,
            where: plan.control.host,
            mend: (0,core_text.t) `cancel that run first; its lock can be broken ${(0,figures/* showDuration */.kJ)(claim/* silentEnoughSeconds */.zP)} after its last sign of life`,
        });
    }
    const mine = await takeByHand(plan, reached, who, owner.release, log);
    const state = (0,journal_state/* stateOf */.L4)(await reached.journal.read(), owner.release);
    const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
    const text = (0,core_text.t) `${who} broke the lock of run ${owner.runId}: ${because}`;
    const halfDone = state.release !== null && state.ended === null && (0,journal_state/* touched */.FI)(state);
    await reached.journal.append([
        { ...stamp, kind: "note", text },
        ...(state.release !== null && state.ended === null && !halfDone
            ? [{ ...stamp, kind: "ended", outcome: "failed", because: text }]
            : []),
    ]);
    await reached.lock.release(mine);
    return halfDone
        ? (0,core_text.t) `The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.`
        : (0,core_text.t) `The lock is free. That launch had changed nothing.`;
}
/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
async function openByHand(plan, reached, who, because, log) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const state = release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release);
    const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
    const under = state !== null && state.ended === null && (0,journal_state/* touched */.FI)(state);
    const added = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
    if (under)
        added.push({ ...stamp, kind: "ended", outcome: "failed", because: (0,core_text.t) `opened by hand by ${who}: ${because}` });
    const mine = await takeByHand(plan, reached, who, release ?? "none", log);
    await (0,doors/* openDoors */.Em)(reached.hosts.get(plan.database.host), plan.database);
    await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).off();
    await (0,stages_bypass/* withdrawToken */.IB)({ plan, hosts: reached.hosts, log });
    await reached.journal.append(added);
    if (under)
        await (0,silence/* loudByHand */.Xr)(plan, reached, state, release ?? "", log);
    if (under)
        for (const text of (0,dns_changes/* dnsStays */.QY)(plan, state))
            log.warn(text);
    if (under)
        await (0,scheduled/* resumeAll */.tW)(plan, reached, state);
    const seen = await (0,proof/* prove */.zn)(plan, "open");
    await reached.lock.release(mine);
    return seen;
}
/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
async function recoverRows(plan, { journal, hosts }) {
    const entries = await journal.read();
    const rolledBack = entries.findLast((entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done");
    const state = rolledBack ? (0,journal_state/* stateOf */.L4)(entries, rolledBack.release) : null;
    const kept = state?.steps.get("rollback.database")?.facts.kept;
    if (!state?.release || typeof kept !== "string")
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `no rollback kept a database`,
            where: `${plan.control.host}:${plan.control.directory}`,
            mend: (0,core_text.t) `a rollback without a migration leaves the database as it is: then nothing was set aside`,
        });
    const recorded = { plan, release: state.release, hosts, state: () => state };
    const { written, file } = await (0,baseline/* setAside */.F)(recorded, kept);
    return { kept, written, file: `${(0,backup_record/* databaseHost */.iz)(recorded).name}:${file}` };
}
/** Where the newest way back set files aside, folder by folder. */
async function filesSetAside(plan, { journal }) {
    const entries = await journal.read();
    const given = entries.findLast((entry) => entry.kind === "step" && /^rollback\.files-/.test(entry.step) && entry.status === "done");
    if (given === undefined)
        return [];
    const state = (0,journal_state/* stateOf */.L4)(entries, given.release);
    return (0,files_layout/* filesOf */.R)(plan).flatMap((place) => {
        const aside = (0,files_record/* givenBackOf */.sX)({ state: () => state }, place)?.aside;
        if (aside === undefined || aside.files === 0)
            return [];
        return [{ id: place.id, files: aside.files, bytes: aside.bytes, where: `${place.host}:${aside.folder}` }];
    });
}

;// CONCATENATED MODULE: ./.build/js/cli/by-hand.js













const options = {
    plan: { type: "string", default: ".github/golive.yml" },
    "ssh-key-file": { type: "string" },
    because: { type: "string" },
    by: { type: "string" },
};
/** `golive status`: what state the launch and the site are in. */
async function by_hand_status(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        const { release, state, page, owner } = await statusOf(plan, reached);
        const stopped = [...(state?.steps ?? [])].filter(([, step]) => step.status === "failed" || step.status === "started");
        out([
            (0,core_text.t) `launch            ${release ?? (0,core_text.t) `none yet`}${state ? `: ${(0,render/* stateLine */.qo)(state, (0,locale/* messagesOf */.cr)(plan))}${state.ended ? ` (${state.ended.because})` : ""}` : ""}`,
            (0,core_text.t) `maintenance page  ${page === "mixed" ? (0,core_text.t) `up on some balancers, down on others` : page === "on" ? (0,core_text.t) `up` : (0,core_text.t) `down`}`,
            (0,core_text.t) `lock              ${owner ?? (0,core_text.t) `free`}`,
            ...stopped.map(([id, step]) => `${step.status.padEnd(17)} ${id}${step.note ? `: ${step.note}` : ""}`),
            "",
        ].join("\n"));
    });
}
/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
async function maintenanceOff(args, out) {
    await withPlan(args, async ({ plan, reached, because, by }) => {
        if (because.trim() === "")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `there is no reason`,
                where: "--because",
                mend: (0,core_text.t) `say why, for the record: golive maintenance off --because "…"`,
            });
        out((0,core_text.t) `The site is open: ${await openByHand(plan, reached, by === "" ? (0,external_node_os_.userInfo)().username : by, because, toPerson(out))}\n`);
    });
}
/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
async function unlock(args, out) {
    await withPlan(args, async ({ plan, reached, because, by }) => {
        const missing = [
            ...(by === ""
                ? [
                    {
                        what: (0,core_text.t) `nobody is named`,
                        where: "--by",
                        mend: (0,core_text.t) `a lock is broken by a person who answers for it; give your name`,
                    },
                ]
                : []),
            ...(because.trim() === ""
                ? [{ what: (0,core_text.t) `there is no reason`, where: "--because", mend: (0,core_text.t) `say why, for the record` }]
                : []),
        ];
        if (missing.length > 0)
            throw new errors/* UserError */.yo(missing);
        out(`${await breakLock(plan, reached, by, because, toPerson(out))}\n`);
    });
}
/** `golive bypass`: how a tester gets past the page that is up. Prints a secret, to the person at the keyboard only. */
async function by_hand_bypass(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        const { url } = plan.site;
        const kept = plan["load-balancer"].bypass === undefined ? null : await (0,bypass/* keptToken */.eb)(reached.control, plan.control.directory);
        if (kept === null)
            throw new errors/* UserError */.yo(plan["load-balancer"].bypass === undefined
                ? {
                    what: (0,core_text.t) `the plan names no way past the maintenance page`,
                    where: "load-balancer",
                    mend: (0,core_text.t) `add load-balancer.bypass (docs/maintenance.md)`,
                }
                : {
                    what: (0,core_text.t) `no page of golive is up, so there is no token`,
                    where: plan.control.host,
                    mend: (0,core_text.t) `it is made when the page goes up; \`golive status\` says how the site stands`,
                });
        out((0,core_text.t) `The page of ${kept.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${bypass/* bypassCookie */.$W}=${kept.token}; path=/; SameSite=Lax${url.startsWith("https:") ? "; Secure" : ""}"; location.reload()

With curl:
  curl -H '${probe/* bypassHeader */.mI}: ${kept.token}' ${url}
`);
    });
}
function toPerson(out) {
    return { info: (text) => out(`${text}\n`), warn: (text) => out(`Warning: ${text}\n`) };
}
/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
async function recover(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        for (const { id, files, bytes, where } of await filesSetAside(plan, reached))
            out((0,core_text.t) `${where} holds ${(0,figures/* figure */.vP)(files)} newer files (${(0,figures/* showSize */.tY)(bytes)}) of ${id}, under the paths that they had.\n`);
        const { kept, written, file } = await recoverRows(plan, reached);
        const rows = written.map(({ table, inserted, changed, deleted, byPeople }) => `  ${table.padEnd(40)} ${String(inserted).padStart(9)} ${String(changed).padStart(9)} ${String(deleted).padStart(9)} ${String(byPeople).padStart(9)}\n`);
        out((0,core_text.t) `${kept} holds what the rollback set aside.\n`);
        out(rows.length === 0
            ? (0,core_text.t) `Nothing was written between the backup and the rollback.\n`
            : (0,core_text.t) `\n  ${(0,core_text.t) `table`.padEnd(40)} ${(0,core_text.t) `inserted`.padStart(9)} ${(0,core_text.t) `changed`.padStart(9)} ${(0,core_text.t) `deleted`.padStart(9)} ${(0,core_text.t) `by people`.padStart(9)}\n${rows.join("")}\nThe rows are in ${file}, one JSON object a line: table, change, key, row.\n`);
    });
}
async function withPlan(args, work) {
    const { values } = (0,external_node_util_.parseArgs)({ args: [...args], options });
    await connectPlan(values, work);
}
/** With the plan read and its hosts at hand, for as long as the work takes. */
async function connectPlan(values, work) {
    const text = await (0,promises_.readFile)(values.plan, "utf8").catch(() => {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `there is no such file`,
            where: values.plan,
            mend: (0,core_text.t) `name the plan with --plan FILE`,
        });
    });
    const plan = (0,load/* loadPlan */.Y)(text, values.plan);
    const file = values["ssh-key-file"];
    const sshKey = file === undefined ? "" : await (0,promises_.readFile)(file, "utf8");
    const reached = await (0,launch/* reach */.gl)(plan, {
        sshKey,
        signal: new AbortController().signal,
        run: { id: 0, attempt: process.pid, actor: (0,external_node_os_.userInfo)().username },
    });
    try {
        await work({ plan, reached, because: values.because ?? "", by: (values.by ?? "").trim() });
    }
    finally {
        await reached.close();
    }
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





const hashScript = 'cd -- "$1" && find dump globals.sql schema.sql source.txt -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum -b --';
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
    const write = (0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFileCommand */ .$)(`${directory}/manifest.json`, text, "600");
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

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ setAside),
/* harmony export */   U: () => (/* binding */ writtenSinceBackup)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4077);
/* harmony import */ var _database_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2351);
/* harmony import */ var _database_postgres_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4109);
/* harmony import */ var _database_restore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5703);
/* harmony import */ var _database_written_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4275);
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
    const compare = (then) => (0,_database_written_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenSince */ .wu)(host, database, { now, then, openedAt: typeof openedAt === "string" ? openedAt : null, out });
    const copy = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOf */ .zP)(launch);
    if (copy !== null && (await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .oidOf */ ._f)(host, database, copy.name)) === copy.oid) {
        await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .openDoors */ .Em)(host, database, copy.name);
        try {
            return await compare(copy.name);
        }
        finally {
            await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .closeDoors */ .Qr)(host, database, copy.name);
        }
    }
    if (!(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .dumpProved */ .DL)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `neither the rollback copy nor a proved dump of this launch is there`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `look for the copy under another name (psql --list)`,
        });
    if (database.backup.pgbackrest)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the rollback copy is gone, and pgBackRest's backup is of the whole server`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `restore it on a server of its own (docs/pgbackrest.md) and compare there`,
        });
    await (0,_database_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch), (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestHash */ .wj)(launch));
    const scratch = (0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .sideName */ .jf)(database.name, "proof", launch.release.id);
    try {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreBeside */ .d$)(host, database, (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch), scratch);
        return await compare(scratch);
    }
    finally {
        await (0,_database_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .dropSide */ .f4)(host, database, scratch);
    }
}
/** Writes the rows themselves to a file on the database host, encrypted when the plan names a recipient; returns where. */
async function setAside(launch, now) {
    const { database } = launch.plan;
    const host = (0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseHost */ .iz)(launch);
    const plain = `${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_7__/* .backupDirectory */ .iV)(launch)}/written.jsonl`;
    const written = await writtenSinceBackup(launch, now, plain);
    const { recipient } = database.backup;
    if (recipient === undefined)
        return { written, file: plain };
    await host.run((0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseScript */ .PK)(database, 'umask 077; age --encrypt --recipient "$2" --output "$1.age.part" -- "$1" && mv -f -- "$1.age.part" "$1.age" && rm -f -- "$1"', [plain, recipient]));
    return { written, file: `${plain}.age` };
}


/***/ }),

/***/ 8481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ dnsStays),
/* harmony export */   ZS: () => (/* binding */ dnsFinding),
/* harmony export */   _d: () => (/* binding */ dnsBackSteps),
/* harmony export */   tZ: () => (/* binding */ dnsSteps),
/* harmony export */   u3: () => (/* binding */ dnsNotBack)
/* harmony export */ });
/* unused harmony exports changeId, backId */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _checks_dns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8811);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5795);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7556);
/* harmony import */ var _dns_change_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6838);
/* harmony import */ var _dns_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2837);
/* harmony import */ var _dns_records_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9886);
/* harmony import */ var _dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5481);
/* harmony import */ var _dns_way_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2827);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7589);
/* harmony import */ var _plan_references_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8027);














const pauseMs = 1000;
const changeId = ({ id }) => `dns-tls.dns-${id}`;
const backId = ({ id }) => `rollback.dns-${id}`;
/** The records of the plan, one change after the other; what stood there before is on record first. */
function dnsSteps({ dns }) {
    return dns.map((change) => ({
        id: changeId(change),
        run: (launch) => make(launch, change),
        holds: (launch) => (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .wayOf */ .VO)(launch.hosts.get(change.host), change)
            .wanted()
            .catch(() => false),
    }));
}
/** The other way round, before the old release is verified: only what this launch changed. */
function dnsBackSteps({ dns }, state) {
    return dns.toReversed().flatMap((change) => {
        const old = oldOf(state, change);
        if (old === null)
            return [];
        return [
            {
                id: backId(change),
                run: (launch) => takeBack(launch, change, old),
                async holds(launch) {
                    // What was left alone is looked at anew: it may be as before by now.
                    if (launch.state().steps.get(backId(change))?.status === "skipped")
                        return false;
                    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .wayOf */ .VO)(launch.hosts.get(change.host), change);
                    return way.now().then((now) => way.same(now, old), () => false);
                },
            },
        ];
    });
}
/** What stood there before this launch; null when it did not get to change it. */
function oldOf(state, change) {
    return state.steps.get(changeId(change))?.facts.old ?? null;
}
async function make(launch, change) {
    const host = launch.hosts.get(change.host);
    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .wayOf */ .VO)(host, change);
    const known = oldOf(launch.state(), change);
    if (await way.wanted()) {
        const where = await everywhere(launch, change, null);
        return known === null ? { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is so already${where}` } : { note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `done${where}` };
    }
    const now = await way.now();
    if (known !== null && way.whole && !way.same(now, known)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `somebody else changes ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change)}: it was ${way.shown(known)} when the launch began to change it, and is ${way.shown(now)} now`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `put one of the two there, and re-run the job; or let it roll back, which leaves it alone`,
        });
    }
    // Written once: after a try that was cut off, what stands there may be the launch's own.
    const old = known ?? now;
    await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old } });
    try {
        await way.change(old);
    }
    catch (error) {
        if (!(error instanceof _dns_way_js__WEBPACK_IMPORTED_MODULE_11__/* .Overtaken */ .c))
            throw error;
        // The server changed nothing, so there is nothing to take back.
        if (known === null)
            await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old: null } });
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `somebody else changed ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change)} in the same moment, and it was left alone: ${error.message}`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `look who it was, then re-run the job`,
        });
    }
    const where = await everywhere(launch, change, null);
    return {
        note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `was ${way.shown(old)}${where}${change.kind === "rfc2136" ? rememberedNote("records" in old ? old.records : []) : ""}`,
    };
}
async function takeBack(launch, change, old) {
    const host = launch.hosts.get(change.host);
    const way = (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .wayOf */ .VO)(host, change);
    const now = await way.now();
    if (way.same(now, old))
        return { note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it is ${way.shown(old)}, as before the launch` };
    // What the team's tool left half done is the launch's own; once it was done, it is not.
    const ours = (await way.wanted()) || (!way.whole && launch.state().steps.get(changeId(change))?.status !== "done");
    if (!ours)
        return leftAlone(launch, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change)} was changed by somebody since and is LEFT AS IT IS: ${way.shown(now)}. Before the launch it was ${way.shown(old)}`);
    try {
        await way.back(old);
    }
    catch (error) {
        if (!(error instanceof _dns_way_js__WEBPACK_IMPORTED_MODULE_11__/* .Overtaken */ .c))
            throw error;
        return leftAlone(launch, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change)} was changed by somebody in this moment and is LEFT AS IT IS. Before the launch it was ${way.shown(old)}`);
    }
    const note = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${way.shown(old)} again`;
    if (!("records" in old))
        return { note };
    // A server that lags holds nobody's way back up: the primary has it, and the rest is told.
    const behind = await everywhere(launch, change, old.records).catch((error) => {
        if (launch.signal.aborted)
            throw error;
        return `; ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error)}`;
    });
    return { note: `${note}${behind}${change.kind === "rfc2136" ? rememberedNote((0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .wantedRecords */ .IH)(change)) : ""}` };
}
async function leftAlone(launch, text) {
    launch.log.warn(text);
    await launch.record({ kind: "note", text });
    return { skipped: true, note: text };
}
function rememberedNote(records) {
    const longest = Math.max(0, ...records.map(({ ttl }) => ttl));
    return longest === 0 ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `; others may remember what was there for ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(longest)}`;
}
/** Waits until every server has them (null: those of the plan); a note. Throws a UserError naming those that have not. */
async function everywhere(launch, change, records) {
    if (change.kind !== "rfc2136")
        return "";
    const host = launch.hosts.get(change.host);
    const servers = await serversOf(host, change);
    const wanted = records ?? (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .wantedRecords */ .IH)(change);
    for (const end = performance.now() + change.within * 1000;; await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseMs, undefined, { signal: launch.signal })) {
        const behind = await behindOf(host, change, servers, wanted);
        if (behind.length === 0)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `; on ${servers.length} server${servers.length === 1 ? "" : "s"}`;
        if (performance.now() >= end)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(behind.map((what) => ({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(change.within)} ${what}`,
                where: host.name,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `does that server get the zone from the primary (notify, transfer)?`,
            })));
    }
}
async function behindOf(host, change, servers, wanted) {
    const found = await Promise.all(servers.map(async (server) => {
        try {
            const { records } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAt */ .t5)(host, server, change);
            return (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .sameRecords */ .P0)(records, wanted)
                ? []
                : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .shownServer */ .Hl)(server)} has ${(0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .shownRecords */ .Kc)(records)} at ${change.name}`];
        }
        catch (error) {
            if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                return [(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error)];
            throw error;
        }
    }));
    return found.flat();
}
/** Every server of the zone, as the primary names them. */
async function serversOf(host, change) {
    if (change.servers !== undefined)
        return change.servers.map(_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .nameServer */ .B8);
    const found = await (0,_checks_dns_js__WEBPACK_IMPORTED_MODULE_1__/* .authoritative */ .Ke)(change.zone, askingFrom(host, (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .nameServer */ .B8)(change.server)));
    if ("problem" in found)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: found.problem,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `mend the zone, or name its servers in \`servers\``,
        });
    return found.map((address) => ({ name: address, port: 53 }));
}
/** The questions of `authoritative`, asked on the host: the primary first, for a name it does not know whoever the host asks. */
function askingFrom(host, server) {
    const fail = (code) => Object.assign(new Error(code), { code });
    const values = async (name, type) => {
        const { status, set } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .ask */ .kA)(host, server, name, type);
        if (set === null)
            throw fail(status === "NOERROR" ? "ENODATA" : status === "NXDOMAIN" ? "ENOTFOUND" : `E${status}`);
        return set.values.map((value) => value.replace(/\.$/, ""));
    };
    const addresses = (type) => async (name) => {
        const here = await values(name, type).catch(() => null);
        if (here !== null)
            return here;
        const { stdout } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_12__/* .script */ .K$)('getent "$1" "$2" | cut -d " " -f 1 | sort -u', [type === "A" ? "ahostsv4" : "ahostsv6", name], {
            timeoutSeconds: 30,
        }));
        const known = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::ffff:"));
        if (known.length === 0)
            throw fail("ENOTFOUND");
        return known;
    };
    const resolver = {
        resolveNs: (zone) => values(zone, "NS"),
        resolve4: addresses("A"),
        resolve6: addresses("AAAA"),
    };
    return resolver;
}
/** What can be known by day: the key may make each change, every server has what the primary has, and how long the old may be remembered. */
async function dnsFinding(plan, { hosts }) {
    if (plan.dns.length === 0)
        return [];
    const found = await Promise.all(plan.dns.map(async (change) => {
        const host = hosts.get(change.host);
        const { code } = await host.attempt((0,_core_command_js__WEBPACK_IMPORTED_MODULE_12__/* .script */ .K$)('for p; do command -v -- "$p" >/dev/null || exit 1; done', (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .programsOf */ .h2)(change), { timeoutSeconds: 30 }));
        // Named by the look at the programs.
        if (code !== 0)
            return { problems: [], note: "" };
        if (change.kind === "command")
            return { problems: await (0,_dns_command_js__WEBPACK_IMPORTED_MODULE_6__/* .byCommand */ .d)(host, change).problems(), note: (0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change) };
        let note = "";
        const problems = await (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsFrom */ .PD)(async () => {
            const looked = await lookByDay(plan, host, change);
            note = looked.note;
            return looked.problems;
        });
        return { problems, note };
    }));
    return [
        {
            step: "prepare.dns",
            problems: found.flatMap(({ problems }) => problems),
            note: found.map(({ note }) => note).join("; "),
        },
    ];
}
async function lookByDay(plan, host, change) {
    const where = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${host.name}, dns ${change.id}`;
    const one = ({ what, mend }) => ({ what, where, mend });
    const key = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .keyProblem */ .dD)(host, change);
    const { records, absentFor } = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAt */ .t5)(host, (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .nameServer */ .B8)(change.server), change);
    if (key !== null)
        return { problems: [one(key)], note: "" };
    const beside = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .besideAlias */ .b9)(host, change);
    if (beside.length > 0)
        return {
            problems: [
                one({
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${change.name} has ${beside.join(", ")} records, and an alias stands alone`,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `take them away first, or name the addresses instead of an alias`,
                }),
            ],
            note: "",
        };
    const refused = await (0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .whyNot */ .OB)(host, change, records);
    if (refused !== null)
        return { problems: [one(refused)], note: "" };
    const servers = await serversOf(host, change);
    const behind = await behindOf(host, change, servers, records);
    const remembered = records.length === 0 ? absentFor : Math.max(...records.map(({ ttl }) => ttl));
    const left = secondsLeft(plan);
    const late = remembered > left
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) ` ⚠ longer than the ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(left)} from there to the window's end: lower the TTL at least ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(remembered)} before`
        : "";
    const note = (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .sameRecords */ .P0)(records, (0,_dns_records_js__WEBPACK_IMPORTED_MODULE_7__/* .wantedRecords */ .IH)(change))
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${change.name} is so already`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${(0,_dns_rfc2136_js__WEBPACK_IMPORTED_MODULE_8__/* .becomes */ .h6)(change, records)}, remembered for ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showDuration */ .kJ)(remembered)} after it changes${late}`;
    return {
        problems: behind.map((what) => one({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the servers of ${change.zone} do not agree today: ${what}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `a change would not reach that one either; mend its transfer`,
        })),
        note,
    };
}
/** From the planned change to the window's end. */
function secondsLeft({ window: { start, end, schedule } }) {
    const length = (0,_plan_references_js__WEBPACK_IMPORTED_MODULE_10__/* .minutesFrom */ .S)(start, end);
    const given = Object.fromEntries(Object.entries(schedule).map(([phase, time]) => [phase, (0,_plan_references_js__WEBPACK_IMPORTED_MODULE_10__/* .minutesFrom */ .S)(start, time)]));
    return (length - (0,_core_window_js__WEBPACK_IMPORTED_MODULE_13__/* .phaseOffsets */ .SA)(length, given)["dns-tls"]) * 60;
}
/** For the comment that tells of a rollback: changes that are not as they were. */
function dnsNotBack({ dns }, state) {
    const left = dns.flatMap((change) => state.steps.get(backId(change))?.status === "skipped" ? [state.steps.get(backId(change))?.note ?? ""] : []);
    return left.join(" ");
}
/** For a launch that a person ends by hand: what it changed stays, and is told. */
function dnsStays({ dns }, state) {
    return dns
        .filter((change) => oldOf(state, change) !== null && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_9__/* .begun */ .q1)(state, backId(change)))
        .map((change) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `DNS: ${(0,_dns_change_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTitle */ .tW)(change)} was begun by this launch and stays as it is now`);
}


/***/ })

};
