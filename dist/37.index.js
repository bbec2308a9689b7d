export const id = 37;
export const ids = [37];
export const modules = {

/***/ 8037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_action)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/database/manifest.js
var manifest = __webpack_require__(2351);
// EXTERNAL MODULE: ./.build/js/database/doors.js
var doors = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js
var restore = __webpack_require__(6494);
;// CONCATENATED MODULE: ./.build/js/database/swap.js



/** Renames `:current` to `:kept` and `:replacement` to `:current` in one transaction, behind closed doors. */
const swapSql = `${doors/* closeDoorsSql */.Su}SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :'replacement' AND backend_type = 'client backend' \\g /dev/null
BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
ALTER DATABASE :"replacement" RENAME TO :"current";
COMMIT;
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
`;
/** Puts `replacement` in the place of the service's database and keeps the old one as `kept`. Never drops either. */
async function swapDatabases(host, plan, replacement, kept) {
    const there = new Set((await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT datname FROM pg_database")).map(([name]) => name));
    if (there.has(kept))
        throw new errors/* UserError */.yo({ what: `a database ${kept} is there already`, where: host.name, mend: "it is what an earlier rollback kept; rename or drop it yourself, then run again" });
    if (!there.has(replacement))
        throw new errors/* UserError */.yo({ what: `the restored database ${replacement} is gone`, where: host.name, mend: "run the rollback again" });
    try {
        await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", swapSql, { current: plan.name, kept, replacement }));
    }
    catch (error) {
        await (0,doors/* openDoors */.Em)(host, plan);
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 1 modules
var preset = __webpack_require__(2393);
// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 2 modules
var manager = __webpack_require__(7631);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/stages/backup.js + 4 modules
var backup = __webpack_require__(8658);
// EXTERNAL MODULE: ./.build/js/stages/deploy.js
var deploy = __webpack_require__(2159);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(8225);
// EXTERNAL MODULE: ./.build/js/stages/maintenance.js
var maintenance = __webpack_require__(2821);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
// EXTERNAL MODULE: ./.build/js/stages/verify.js
var verify = __webpack_require__(7321);
;// CONCATENATED MODULE: ./.build/js/stages/rollback.js





















/**
 * Back to the previous release, while the site is closed: nobody could write, so nothing is lost and no one has to
 * be asked. Once the site began to open it refuses: then there may be newer data, and a person decides.
 */
async function rollback(launch, because = reasonOf(launch)) {
    const state = launch.state();
    if (state.ended?.outcome === "rolled-back")
        return;
    if ((0,journal_state/* begun */.q1)(state, "open.off")) {
        throw new errors/* UserError */.yo({ what: "the site was already being opened, so people may have written since; this is not rolled back by itself", mend: "look at the site first; the previous database is in the backup, see docs/rollback.md" });
    }
    await (0,stages_launch/* requireLock */.TU)(launch);
    if (state.openedAfterMigration) {
        throw new errors/* UserError */.yo({ what: "the site was open after the migration had begun, so the backup lacks what was written since; this is not rolled back by itself", mend: "`golive maintenance off --because …` ends the launch as it is, or go back by hand (docs/rollback.md)" });
    }
    if (!(0,journal_state/* touched */.FI)(state)) {
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", because);
        return;
    }
    await (0,run_steps/* runSteps */.rl)(launch, [
        // Before the deploy there is nothing to undo: services that could not be stopped need no stopping now.
        ...((0,journal_state/* begun */.q1)(state, "deploy.fetch") || (0,journal_state/* begun */.q1)(state, "rollback.stop") ? launch.plan.services.hosts.map(stop) : []),
        database,
        ...launch.plan.deploy.hosts.map(code),
        ...launch.plan.services.hosts.map(start),
        ...launch.plan.services.hosts.map(rollback_health),
        verified,
        rollback_open,
    ]);
    await (0,stages_launch/* endLaunch */.XX)(launch, "rolled-back", because);
    await tell(launch, because);
}
/** The steps that failed, in the words of the journal. */
function reasonOf(launch) {
    const failed = [...launch.state().steps].filter(([, { status }]) => status === "failed").map(([id, { note }]) => `${id}: ${note ?? "failed"}`);
    return failed.length > 0 ? failed.join("; ") : "the launch was stopped before it ended";
}
const stop = (host) => ({
    id: `rollback.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* stopServices */.RU)(hosts.get(host), plan.services);
        return { note: plan.services.units.join(", ") };
    },
});
const database = {
    id: "rollback.database",
    async run(launch) {
        const { plan, release } = launch;
        const host = (0,backup/* databaseHost */.iz)(launch);
        const migration = launch.state().steps.get(`deploy.migrate@${(0,deploy_order/* migrateHost */.AL)(plan)}`);
        if (migration?.facts.migrated !== true) {
            await (0,doors/* openDoors */.Em)(host, plan.database);
            return { skipped: true, note: "no migration ran, so the database stays as it is" };
        }
        const kept = (0,postgres/* sideName */.jf)(plan.database.name, "failed", release.id);
        await (0,doors/* openDoors */.Em)(host, plan.database);
        // A run that was killed after the swap finds nothing left to do.
        if (!(await swapped(launch))) {
            const replacement = await wayBack(launch);
            await launch.record({ kind: "step", step: "rollback.database", status: "started", facts: { replacement: await (0,doors/* oidOf */._f)(host, plan.database, replacement) } });
            await swapDatabases(host, plan.database, replacement, kept);
        }
        return { note: `the database is as it was when the site closed; the failed one is kept as ${kept}`, facts: { kept } };
    },
};
/** Whether the database that bears the service's name is the one that this rollback put there. */
async function swapped(launch) {
    const oid = launch.state().steps.get("rollback.database")?.facts.replacement;
    return typeof oid === "string" && oid === (await (0,doors/* oidOf */._f)((0,backup/* databaseHost */.iz)(launch), launch.plan.database, launch.plan.database.name));
}
/** The database of the backup, beside the failed one: the copy, or else the proved dump restored and compared again. */
async function wayBack(launch) {
    const { database } = launch.plan;
    const host = (0,backup/* databaseHost */.iz)(launch);
    const copy = (0,backup/* copyOf */.zP)(launch);
    if (copy !== null && (await (0,doors/* oidOf */._f)(host, database, copy.name)) === copy.oid)
        return copy.name;
    if (!(0,backup/* dumpProved */.DL)(launch))
        throw new errors/* UserError */.yo({ what: `the rollback copy ${copy?.name ?? ""} is gone, and no dump is proved`, where: host.name, mend: "nothing was changed; look for the copy under another name (psql --list), or restore from another backup" });
    const restored = (0,postgres/* sideName */.jf)(database.name, "restored", launch.release.id);
    const { source } = await (0,manifest/* readManifest */.WI)(host, database, (0,backup/* backupDirectory */.iV)(launch), (0,backup/* manifestHash */.wj)(launch));
    await (0,restore/* restoreBeside */.d$)(host, database, (0,backup/* backupDirectory */.iV)(launch), restored);
    await (0,restore/* requireSame */.qb)(host, database, restored, source);
    return restored;
}
const code = (host) => ({
    id: `rollback.code@${host}`,
    async run(launch) {
        const previous = previousOf(launch, host);
        // Before the checkout began, only the record of what was live was written.
        if (!previous || !(0,journal_state/* begun */.q1)(launch.state(), `deploy.checkout@${host}`))
            return { skipped: true, note: "the code was not touched yet" };
        return (0,preset/* presetOf */.j)(launch.plan).back((0,deploy/* contextOf */.V)(launch, host), previous, (0,journal_state/* begun */.q1)(launch.state(), `deploy.static@${host}`));
    },
});
const start = (host) => ({
    id: `rollback.start@${host}`,
    async run({ hosts, plan }) {
        await (0,manager/* startServices */.Fp)(hosts.get(host), plan.services);
        return { note: plan.services.units.join(", ") };
    },
});
const rollback_health = (host) => ({
    id: `rollback.health@${host}`,
    run: async (launch) => ({ note: await (0,health/* awaitHealth */.LO)(launch.hosts.get(host), launch.plan, versionBefore(launch, host)) }),
});
const verified = {
    id: "rollback.verify",
    async run(launch) {
        const first = launch.plan.deploy.hosts[0] ?? "";
        const was = await before(launch, first);
        const results = await (0,verify/* runChecks */.JT)(launch, { ...was, tag: versionBefore(launch, first) ?? was.tag }, { leastTests: 1 });
        // What the previous release could not do before the launch cannot be asked of it now: that is shown, not required.
        const bound = await bindingChecks(launch);
        (0,verify/* requirePass */.$d)(results.filter(({ id }) => bound.includes(id)));
        const other = results.filter(({ id, verdict }) => !bound.includes(id) && verdict !== "pass").map(({ id }) => id);
        return { note: `${bound.length} checks pass${other.length > 0 ? `; not asked of the previous release: ${other.join(", ")}` : ""}` };
    },
};
const rollback_open = {
    id: "rollback.open",
    run: async (launch) => ({ note: await (0,maintenance/* liftPage */.DS)(launch, "rolled back to the previous release") }),
};
/** Checks that passed on the previous release before the window, and smoke tests that are in its tree. */
async function bindingChecks({ plan, hosts, state }) {
    const passed = (state().steps.get("prepare.checks")?.facts.passed ?? []);
    const found = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind !== "smoke")
            return passed.includes(check.id) ? [check.id] : [];
        const there = await hosts.get(check.host).attempt((0,command/* command */.G5)("test", ["-e", `${plan.deploy.directory}/${check.path}`]));
        return there.code === 0 ? [check.id] : [];
    }));
    return found.flat();
}
/** What the version page said before the window; null when it said nothing. */
function versionBefore(launch, host) {
    const versions = (launch.state().steps.get("prepare.checks")?.facts.versions ?? {});
    return versions[host] ?? null;
}
/** The journal says what was live, never the order of a directory. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
}
async function before(launch, host) {
    return previousOf(launch, host) ?? (0,git/* currentCommit */.Hg)(launch.hosts.get(host), launch.plan);
}
function databaseNote(launch) {
    return `Database: ${launch.state().steps.get("rollback.database")?.note ?? "not touched"}.`;
}
/** The record is complete without it; a comment reaches those who watch the issue. */
async function tell(launch, because) {
    try {
        await (0,issue/* comment */.Im)(launch.github, launch.release.issue, `↩️ **${(0,markdown/* plain */.p)(launch.plan.service)} was rolled back** and serves the release before ${(0,markdown/* plain */.p)(launch.release.tag)} again.\n\n${(0,markdown/* plain */.p)(because)}\n\n${(0,markdown/* plain */.p)(databaseNote(launch))}`);
    }
    catch (error) {
        launch.log.warn(`The comment about the rollback could not be written: ${error.message}`);
    }
}

// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/rollback.js



const rollback_action = {
    inputs: action/* approved */.CJ,
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        await rollback(launch);
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    }),
};


/***/ }),

/***/ 6789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/load-balancer/command.js


/** Any other balancer, by the team's own three commands. */
function commandBalancer(plan, host) {
    const words = ([file = "", ...args]) => (0,command/* command */.G5)(file, args, { timeoutSeconds: 300 });
    return {
        on: async () => void (await host.run(words(plan.on))),
        off: async () => void (await host.run(words(plan.off))),
        async status() {
            const asked = words(plan.status);
            const finished = await host.attempt(asked);
            if (finished.code === 0)
                return "on";
            if (finished.code === 3)
                return "off";
            throw new errors/* CommandError */.Qd(host.name, asked, finished);
        },
    };
}

// EXTERNAL MODULE: ./.build/js/hosts/host.js
var hosts_host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/load-balancer/nginx.js


/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
function nginxBalancer(plan, hosts) {
    const options = { timeoutSeconds: 30 };
    return {
        async on(reason) {
            // nginx's workers only look whether the file is there; people may read why.
            await Promise.all(hosts.map((host) => host.run((0,hosts_host/* writeFileCommand */.$)(plan.flag, `${reason}\n`, "644"))));
        },
        async off() {
            await Promise.all(hosts.map((host) => host.run((0,command/* script */.K$)('rm -f -- "$1"', [plan.flag], options))));
        },
        async status() {
            const found = await Promise.all(hosts.map(async (host) => (await host.run((0,command/* script */.K$)('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim()));
            return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/load-balancer/balancer.js


function openBalancer(plan, hosts) {
    switch (plan.kind) {
        case "nginx":
            return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "command":
            return commandBalancer(plan, hosts.get(plan.host));
    }
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6384);



/** What visitors see at each balancer address: the maintenance page is a 503 with golive's own header. */
async function look(plan) {
    const { addresses, header } = plan["load-balancer"];
    const all = addresses.length > 0 ? addresses : [undefined];
    return Promise.all(all.map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)(plan.site.url, { address });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: answer.status === 503 && answer.headers[header.toLowerCase()] !== undefined };
    }));
}
/** In a row, at every address; one that is not resets the count. */
const inARow = { closed: 3, open: 5 };
/**
 * Proof from outside. `closed`: three looks in a row show the maintenance page everywhere. `open`: five show an
 * answer below 500 that is not the page. Throws a UserError naming the address that did not, after `seconds`.
 */
async function prove(plan, wanted, seconds = 30) {
    const until = Date.now() + seconds * 1000;
    let row = 0;
    for (;;) {
        const sights = await look(plan);
        const wrong = sights.filter((sight) => (wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500));
        row = wrong.length === 0 ? row + 1 : 0;
        if (row === inARow[wanted])
            return `${row} looks in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
        if (wrong.length > 0 && Date.now() > until)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wrong.map((sight) => ({ what: sawInstead(sight, wanted), where: sight.address, mend: mendFor(sight, wanted, plan) })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wrong.length === 0 ? 100 : 500);
    }
}
function sawInstead({ answer, closed }, wanted) {
    const saw = answer.status === 0 ? `no answer (${answer.error})` : closed ? "the maintenance page" : `status ${answer.status}${answer.status === 503 ? " without the page's header" : ""}`;
    return `visitors get ${saw}, not ${wanted === "closed" ? "the maintenance page" : "the site"}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header } = plan["load-balancer"];
    if (answer.status === 0)
        return "can the runner reach this address? See load-balancer.addresses and site.url in the plan";
    if (wanted === "closed")
        return `does the balancer test for the flag and send ${header} with status 503? See docs/maintenance.md`;
    return "look at the balancer's error log and at the service behind it";
}


/***/ }),

/***/ 2821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ liftPage),
/* harmony export */   Md: () => (/* binding */ closeSite),
/* harmony export */   c2: () => (/* binding */ openSite)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7589);
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5540);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4998);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6789);
/* harmony import */ var _load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6140);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7631);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8658);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8225);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2177);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7321);











/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
async function closeSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .requireForward */ .jR)(launch);
    if ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), "open.off")) {
        launch.log.info("the site was being opened already; it is not closed again");
        return;
    }
    // On record already, and asking GitHub again could only stop a launch that is half done.
    if (!(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .touched */ .FI)(launch.state()) || launch.state().approvedBy.length === 0)
        await requireApproval(launch);
    await noticeReopening(launch);
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_9__/* .runSteps */ .rl)(launch, [on, proof, ...launch.plan.services.hosts.map(stop)]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .requireForward */ .jR)(launch);
    if (!(0,_backup_js__WEBPACK_IMPORTED_MODULE_7__/* .dumpProved */ .DL)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: "the site stays closed: the dump is not proved yet", mend: "run backup once more after the deploy (database.backup.dump is after-migration)" });
    const open = (0,_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .required */ .mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the site stays closed: not verified yet (${open.join(", ")})`, mend: "run verify first; the maintenance page comes down for a verified release or a finished rollback only" });
    }
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_9__/* .runSteps */ .rl)(launch, [off, openProof]);
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .endLaunch */ .XX)(launch, "live", `${launch.release.tag} is verified and open`);
}
/** Takes the page down whoever asks, records why, and proves it. */
async function liftPage(launch, because) {
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because });
    return (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .zn)(launch.plan, "open");
}
const on = {
    id: "isolate.on",
    async run(launch) {
        const balancer = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
        await launch.record({ kind: "maintenance", state: "on", because: `launch of ${launch.release.tag}` });
        await balancer.on(`golive: launch of ${launch.release.tag}, run ${launch.release.runId}, by ${launch.release.actor}`);
        return {};
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "on",
};
const proof = {
    id: "isolate.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .zn)(launch.plan, "closed") }),
    // Cheap, and everything after it rests on it.
    holds: async () => false,
};
const stop = (host) => ({
    id: `isolate.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .stopServices */ .RU)(hosts.get(host), plan.services);
        return { note: plan.services.units.join(", ") };
    },
    async holds(launch) {
        const { plan, hosts } = launch;
        return startedSince(launch, host) || (await allStopped(hosts.get(host), plan));
    },
});
const off = {
    id: "open.off",
    async run(launch) {
        await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: `${launch.release.tag} is verified` });
        return {};
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "off",
};
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .zn)(launch.plan, "open") }),
};
/** Somebody may have opened the site by hand since this launch closed it (or a reboot did): then people wrote. */
async function noticeReopening(launch) {
    const { steps } = launch.state();
    if (steps.get("isolate.on")?.status !== "done")
        return;
    const page = await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_4__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status();
    const running = [];
    for (const host of launch.plan.services.hosts) {
        if (steps.get(`isolate.stop@${host}`)?.status === "done" && !startedSince(launch, host) && !(await allStopped(launch.hosts.get(host), launch.plan)))
            running.push(host);
    }
    if (page === "on" && running.length === 0)
        return;
    const how = page === "on" ? `services were started meanwhile on ${running.join(", ")}` : "the maintenance page was taken down meanwhile";
    await launch.record({ kind: "reopened", how: `${how}; what was written since is newer than the backup` });
    if (launch.state().openedAfterMigration) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`, mend: "look at the site; then `golive maintenance off --because …` ends this launch as it is, or go back by hand (docs/rollback.md)" });
    }
}
/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function startedSince(launch, host) {
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `deploy.start@${host}`) || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_1__/* .begun */ .q1)(launch.state(), `rollback.start@${host}`);
}
async function allStopped(host, plan) {
    for (const unit of plan.services.units)
        if ((await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .unitState */ .__)(host, plan.services, unit)) === "running")
            return false;
    return true;
}
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .commitOfTag */ .lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`, mend: "somebody moved the tag; start a new launch, so that a reviewer sees what has changed" });
    }
    const by = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .approversOf */ .U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `nobody approved ${plan.approval.environment} in this run`, mend: "the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected" });
    }
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8225);




/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .requireForward */ .jR)(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        const judgement = await judge(launch, check, launch.release);
        const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
        await launch.record({ kind: "step", step: id, status: judgement.verdict === "pass" ? "done" : "failed", seconds, note: noteOf(judgement), facts: { verdict: judgement.verdict } });
        launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
        return { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
    return results;
}
/** Throws a StepError unless every verdict is `pass`. */
function requirePass(results) {
    const bad = results.filter(({ verdict }) => verdict !== "pass");
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** The same checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests }) {
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
async function judge(launch, check, expected) {
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error) };
    }
}
function noteOf({ verdict, evidence }) {
    return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}
function mendOf(verdict) {
    return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}


/***/ })

};
