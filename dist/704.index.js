export const id = 704;
export const ids = [704];
export const modules = {

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ atKeyboard),
/* harmony export */   Tz: () => (/* binding */ toPerson),
/* harmony export */   oH: () => (/* binding */ withReach)
/* harmony export */ });
/* unused harmony exports commonOptions, planThatCounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9440);
/* harmony import */ var _plan_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7759);
/* harmony import */ var _stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(207);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6970);
/* harmony import */ var _stages_notices_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8757);










/** What every command of a person at the keyboard takes. */
const commonOptions = {
    plan: { type: "string", default: ".github/golive.yml" },
    "ssh-key-file": { type: "string" },
    because: { type: "string" },
    by: { type: "string" },
};
/** The words of a command, and the context it works in: no run, no GitHub unless given, the plan from a file. */
async function atKeyboard(args, options, out, github = _github_client_js__WEBPACK_IMPORTED_MODULE_5__/* .githubAway */ .sX) {
    const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({
        args: [...args],
        options: { ...commonOptions, ...options },
        allowPositionals: true,
    });
    const { plan: file, by = "", because = "", "ssh-key-file": key, } = values;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no such file`,
            where: file,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `name the plan with --plan FILE`,
        });
    });
    const given = process.env["GOLIVE_NOTICES"];
    const context = {
        github,
        log: toPerson(out),
        run: { id: 0, attempt: process.pid, actor: by.trim() === "" ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : by.trim() },
        sshKey: key === undefined ? "" : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(key, "utf8"),
        planFile: file,
        planText: text,
        jobDirectory: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        noticeKeys: given === undefined ? undefined : (0,_stages_notices_js__WEBPACK_IMPORTED_MODULE_9__/* .readKeys */ .x4)(given),
        signal: ended(),
    };
    return { values, positionals, context, because: because.trim(), by: by.trim() };
}
/** Ctrl-C ends what runs on the hosts, as a cancelled run does. */
function ended() {
    const abort = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"])
        process.once(signal, () => abort.abort());
    return abort.signal;
}
function toPerson(out) {
    const warn = (text) => out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `Warning: ${text}\n`);
    return { info: (text) => out(`${text}\n`), warn, error: warn };
}
/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
async function planThatCounts(context) {
    const read = (0,_plan_load_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlan */ .vS)(context.planText, context.planFile);
    const last = await lastOf(context);
    if (last !== null && (last.state.ended === null || !read.ok)) {
        for (const text of last.told)
            context.log.warn(text);
        return last.plan;
    }
    if (!read.ok)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(read.problems);
    return read.plan;
}
async function lastOf(context) {
    try {
        return await (0,_stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .findLaunch */ .j)(context, "last");
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo && error.problems[0]?.code === "launch-not-found")
            return null;
        throw error;
    }
}
/** The hosts of the plan that counts, open while the work lasts. */
async function withReach(context, work) {
    const plan = await planThatCounts(context);
    const reached = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .reach */ .gl)(plan, context);
    try {
        return await work(plan, reached);
    }
    finally {
        await reached.close();
    }
}


/***/ }),

/***/ 5704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bypass: () => (/* binding */ bypass),
/* harmony export */   maintenanceOff: () => (/* binding */ maintenanceOff),
/* harmony export */   recover: () => (/* binding */ recover),
/* harmony export */   status: () => (/* binding */ status),
/* harmony export */   unlock: () => (/* binding */ unlock)
/* harmony export */ });
/* harmony import */ var _checklist_standing_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9419);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);
/* harmony import */ var _journal_standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6458);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5384);
/* harmony import */ var _load_balancer_probe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6384);
/* harmony import */ var _locale_locale_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(492);
/* harmony import */ var _stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8639);
/* harmony import */ var _stages_outline_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9972);
/* harmony import */ var _at_keyboard_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1572);











/** `golive status`: what state the launch and the site are in. */
async function status(args, out) {
    await withPlan(args, out, async ({ plan, reached }) => {
        const now = await (0,_stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__/* .statusOf */ .c2)(plan, reached);
        const stopped = now.state === null ? [] : (0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standing */ .JA)(now.state).unfinished;
        out([
            (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `launch            ${launchText(now, plan)}`,
            ...(now.state === null ? [] : standingLines(now.state, now.swapped)),
            (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `maintenance page  ${pageText(now.page)}`,
            (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `lock              ${now.owner ?? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `free`}`,
            ...[...now.held].map(([host, units]) => heldText(host, units)),
            ...stopped.map((step) => stepText(step, plan)),
            "",
        ].join("\n"));
    });
}
/** What would not come up again by itself, also after a restart of the host. */
function heldText(host, units) {
    return units === null
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `kept stopped      ${host}: not known, it does not answer`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `kept stopped      ${host}: ${units.join(", ")}; golive maintenance off lets them start again`;
}
function stepText({ id, status, note }, plan) {
    const title = (0,_checklist_standing_text_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)((0,_stages_outline_js__WEBPACK_IMPORTED_MODULE_9__/* .outline */ .r)(plan, (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_7__/* .messagesOf */ .cr)(plan)), id);
    return `${status.padEnd(17)} ${title === id ? id : `${title} (${id})`}${note ? `: ${note}` : ""}`;
}
function launchText({ release, state }, plan) {
    if (release === null || state === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `none yet`;
    const ended = state.ended === null ? "" : ` (${state.ended.because})`;
    return `${release}: ${(0,_checklist_standing_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stateLine */ .qo)(state, (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_7__/* .messagesOf */ .cr)(plan))}${ended}`;
}
/** What runs, in which database, and who ended it by hand. */
function standingLines(state, swapped) {
    const tag = state.release?.tag ?? "";
    const [code, database] = (0,_checklist_standing_text_js__WEBPACK_IMPORTED_MODULE_0__/* .servesText */ .Cv)(state, tag);
    const { byHand } = (0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standing */ .JA)(state);
    const seen = swapped === null ? "" : swapped ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `; it is in its place` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `; it is not in its place yet`;
    return [
        (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `code              ${code}`,
        (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `database          ${database}${seen}`,
        ...(byHand === null || byHand.who === "" ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `by hand           ${byHand.who}, ${byHand.at}: ${byHand.why}`]),
    ];
}
function pageText(page) {
    if (page === null)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `not known: the balancer does not say`;
    return { on: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `up`, off: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `down`, mixed: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `up on some balancers, down on others` }[page];
}
/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
async function maintenanceOff(args, out) {
    await withPlan(args, out, async ({ plan, reached, because, who }) => {
        if (because.trim() === "")
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `there is no reason`,
                where: "--because",
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `say why, for the record: golive maintenance off --because "…"`,
            });
        out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The site is open: ${await (0,_stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__/* .openByHand */ .xM)(plan, reached, who, because, (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_10__/* .toPerson */ .Tz)(out))}\n`);
    });
}
/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
async function unlock(args, out) {
    await withPlan(args, out, async ({ plan, reached, because, by }) => {
        const missing = [
            ...(by === ""
                ? [
                    {
                        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `nobody is named`,
                        where: "--by",
                        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `a lock is broken by a person who answers for it; give your name`,
                    },
                ]
                : []),
            ...(because.trim() === ""
                ? [{ what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `there is no reason`, where: "--because", mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `say why, for the record` }]
                : []),
        ];
        if (missing.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing);
        out(`${await (0,_stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__/* .breakLock */ .NP)(plan, reached, by, because, (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_10__/* .toPerson */ .Tz)(out))}\n`);
    });
}
/** `golive bypass`: how a tester gets past the page that is up. Prints a secret, to the person at the keyboard only. */
async function bypass(args, out) {
    await withPlan(args, out, async ({ plan, reached }) => {
        const { url } = plan.site;
        const kept = plan["load-balancer"].bypass === undefined ? null : await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_5__/* .keptToken */ .eb)(reached.control, plan.control.directory);
        if (kept === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(plan["load-balancer"].bypass === undefined
                ? {
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `the plan names no way past the maintenance page`,
                    where: "load-balancer",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `add load-balancer.bypass (docs/maintenance.md)`,
                }
                : {
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `no page of golive is up, so there is no token`,
                    where: plan.control.host,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `it is made when the page goes up; \`golive status\` says how the site stands`,
                });
        out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `The page of ${kept.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_5__/* .bypassCookie */ .$W}=${kept.token}; path=/; SameSite=Lax${url.startsWith("https:") ? "; Secure" : ""}"; location.reload()

With curl:
  curl -H '${_load_balancer_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .bypassHeader */ .mI}: ${kept.token}' ${url}
`);
    });
}
/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
async function recover(args, out) {
    await withPlan(args, out, async ({ plan, reached }) => {
        for (const { id, files, bytes, where } of await (0,_stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__/* .filesSetAside */ ._o)(plan, reached))
            out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${where} holds ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .figure */ .vP)(files)} newer {1:file|files|files} (${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .showSize */ .tY)(bytes)}) of ${id}, under the paths that they had.\n`);
        const { kept, written, file } = await (0,_stages_end_by_hand_js__WEBPACK_IMPORTED_MODULE_8__/* .recoverRows */ .mz)(plan, reached);
        const rows = written.map(({ table, inserted, changed, deleted, byPeople }) => `  ${table.padEnd(40)} ${String(inserted).padStart(9)} ${String(changed).padStart(9)} ${String(deleted).padStart(9)} ${String(byPeople).padStart(9)}\n`);
        const apart = written.flatMap(({ table, leftOut }) => leftOut.length === 0 ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `  ${table}: not compared: ${leftOut.join(", ")}\n`]);
        out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${kept} holds what the rollback set aside.\n`);
        out(rows.length === 0
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `Nothing was written between the backup and the rollback.\n`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `\n  ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `table`.padEnd(40)} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `inserted`.padStart(9)} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `changed`.padStart(9)} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `deleted`.padStart(9)} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `by people`.padStart(9)}\n${rows.join("")}\nThe rows are in ${file}, one JSON object a line: table, change, key, row.\n`);
        out(apart.join(""));
    });
}
async function withPlan(args, out, work) {
    const { context, because, by } = await (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_10__/* .atKeyboard */ .RE)(args, {}, out);
    const who = context.run.actor;
    await (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_10__/* .withReach */ .oH)(context, (plan, reached) => work({ plan, reached, because, by, who }));
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

/***/ 8639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ takeByHand),
/* harmony export */   NP: () => (/* binding */ breakLock),
/* harmony export */   _o: () => (/* binding */ filesSetAside),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   mz: () => (/* binding */ recoverRows),
/* harmony export */   xM: () => (/* binding */ openByHand)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _journal_standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6458);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _database_doors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4077);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6140);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1723);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1987);
/* harmony import */ var _backup_record_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1986);
/* harmony import */ var _files_record_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2291);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5212);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2446);
/* harmony import */ var _dns_changes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8481);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6970);
/* harmony import */ var _services_hold_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4016);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2828);
/* harmony import */ var _scheduled_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7805);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(4208);




















/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
async function statusOf(plan, reached) {
    const entries = await reached.journal.read();
    const release = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .latestRelease */ .JF)(entries);
    const held = await reached.lock.held();
    const state = release === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, release);
    return {
        release,
        state,
        swapped: state === null ? null : await wasSwapped(plan, reached, state),
        page: await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(plan["load-balancer"], reached.hosts)
            .status()
            .catch(() => null),
        owner: held ? `${holder(held.owner)}; ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .signOfLife */ .bs)(held)}` : null,
        held: await heldByHost(plan, reached),
    };
}
async function heldByHost({ services }, { hosts }) {
    if (services.manager !== "systemd")
        return new Map();
    const found = await Promise.all(services.hosts.map(async (name) => {
        const units = (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_14__/* .unitsOn */ .ZA)(services, name);
        return [name, await (0,_services_hold_js__WEBPACK_IMPORTED_MODULE_13__/* .heldUnits */ .xc)(hosts.get(name), services.hold, units).catch(() => null)];
    }));
    return new Map(found.filter(([, units]) => units === null || units.length > 0));
}
async function wasSwapped({ database }, { hosts }, state) {
    if ((0,_journal_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .standing */ .JA)(state).database !== "between")
        return null;
    const now = await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .oidOf */ ._f)(hosts.get(database.host), database, database.name).catch(() => null);
    return now === null ? null : now === state.steps.get("rollback.database")?.facts.replacement;
}
function holder({ runId, runUrl, actor, tag, since }) {
    return runId === 0
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${actor}, by hand, since ${since}`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `the lock changed hands at this moment`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `look at \`golive status\`, then try again`,
        });
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_12__/* .shutOut */ .rt)(plan, reached, token, log).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo))
            throw error;
        log.warn((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .errorText */ .kc)(error));
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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `nobody holds the launch lock`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `nothing has to be broken; \`golive status\` says how the site stands`,
        });
    const { owner, silentSeconds } = held;
    if (silentSeconds !== null && silentSeconds < _claim_js__WEBPACK_IMPORTED_MODULE_9__/* .silentEnoughSeconds */ .zP) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${holder(owner)} holds the lock, and ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .signOfLife */ .bs)(held)}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `cancel that run first; its lock can be broken ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_6__/* .showDuration */ .kJ)(_claim_js__WEBPACK_IMPORTED_MODULE_9__/* .silentEnoughSeconds */ .zP)} after its last sign of life`,
        });
    }
    const mine = await takeByHand(plan, reached, who, owner.release, log);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(await reached.journal.read(), owner.release);
    const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
    const text = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${who} broke the lock of run ${owner.runId}: ${because}`;
    const halfDone = state.release !== null && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state);
    await reached.journal.append([
        { ...stamp, kind: "note", text },
        ...(state.release !== null && state.ended === null && !halfDone
            ? [{ ...stamp, kind: "ended", outcome: "failed", because: text }]
            : []),
    ]);
    await reached.lock.release(mine);
    return halfDone
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `The lock is free. That launch had changed nothing.`;
}
/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
async function openByHand(plan, reached, who, because, log) {
    const entries = await reached.journal.read();
    const release = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .latestRelease */ .JF)(entries);
    const state = release === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, release);
    const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
    const under = state !== null && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state);
    const added = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
    if (under)
        added.push({
            ...stamp,
            kind: "ended",
            outcome: "failed",
            because: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `opened by hand by ${who}: ${because}`,
            byHand: { who, because },
        });
    const mine = await takeByHand(plan, reached, who, release ?? "none", log);
    await (0,_database_doors_js__WEBPACK_IMPORTED_MODULE_3__/* .openDoors */ .Em)(reached.hosts.get(plan.database.host), plan.database);
    // A person who starts what golive stopped would otherwise see it stay down without an error.
    for (const host of plan.services.hosts)
        await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_14__/* .releaseServices */ .sE)(reached.hosts.get(host), plan.services);
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(plan["load-balancer"], reached.hosts).off();
    await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_11__/* .withdrawToken */ .IB)({ plan, hosts: reached.hosts, log });
    await reached.journal.append(added);
    if (under)
        await (0,_silence_js__WEBPACK_IMPORTED_MODULE_16__/* .loudByHand */ .Xr)(plan, reached, state, release ?? "", log);
    if (under)
        for (const text of (0,_dns_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .dnsStays */ .QY)(plan, state))
            log.warn(text);
    if (under)
        await (0,_scheduled_js__WEBPACK_IMPORTED_MODULE_15__/* .resumeAll */ .tW)(plan, reached, state);
    const seen = await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .zn)(plan, "open");
    await reached.lock.release(mine);
    return seen;
}
/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
async function recoverRows(plan, { journal, hosts }) {
    const entries = await journal.read();
    const rolledBack = entries.findLast((entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done");
    const state = rolledBack ? (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, rolledBack.release) : null;
    const kept = state?.steps.get("rollback.database")?.facts.kept;
    if (!state?.release || typeof kept !== "string")
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `no rollback kept a database`,
            where: `${plan.control.host}:${plan.control.directory}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `a rollback without a migration leaves the database as it is: then nothing was set aside`,
        });
    const recorded = { plan, release: state.release, hosts, state: () => state };
    const { written, file } = await (0,_baseline_js__WEBPACK_IMPORTED_MODULE_8__/* .setAside */ .Fi)(recorded, kept);
    return { kept, written, file: `${(0,_backup_record_js__WEBPACK_IMPORTED_MODULE_17__/* .databaseHost */ .iz)(recorded).name}:${file}` };
}
/** Where the newest way back set files aside, folder by folder. */
async function filesSetAside(plan, { journal }) {
    const entries = await journal.read();
    const given = entries.findLast((entry) => entry.kind === "step" && /^rollback\.files-/.test(entry.step) && entry.status === "done");
    if (given === undefined)
        return [];
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entries, given.release);
    return (0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .filesOf */ .R)(plan).flatMap((place) => {
        const aside = (0,_files_record_js__WEBPACK_IMPORTED_MODULE_19__/* .givenBackOf */ .sX)({ state: () => state }, place)?.aside;
        if (aside === undefined || aside.files === 0)
            return [];
        return [{ id: place.id, files: aside.files, bytes: aside.bytes, where: `${place.host}:${aside.folder}` }];
    });
}


/***/ })

};
