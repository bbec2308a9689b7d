export const id = 282;
export const ids = [282];
export const modules = {

/***/ 7901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_action)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/database/manifest.js
var manifest = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/database/counts.js
var database_counts = __webpack_require__(414);
// EXTERNAL MODULE: ./build/database/postgres.js
var postgres = __webpack_require__(705);
// EXTERNAL MODULE: ./build/database/restore.js + 1 modules
var restore = __webpack_require__(6996);
;// CONCATENATED MODULE: ./build/database/swap.js


/**
 * Closes the doors of `:current`, ends its sessions all at once, renames it to `:kept` and `:replacement` to
 * `:current` in one transaction, and opens the doors. A connection limit would not hold superusers; ALLOW_CONNECTIONS
 * does. Sessions are polled rather than waited for one by one: with many of them that is most of the time.
 */
const swapSql = `ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid());
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
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
        await openDoors(host, plan);
        throw error;
    }
}
/** Lets sessions into the service's database again, whatever closed it. */
async function openDoors(host, plan) {
    await host.run((0,postgres/* psqlCommand */.K9)(plan, "postgres", `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS true', datname) FROM pg_database WHERE datname = :'name' AND NOT datallowconn \\gexec\n`, { name: plan.name }));
}

// EXTERNAL MODULE: ./build/github/issue.js
var issue = __webpack_require__(33);
// EXTERNAL MODULE: ./build/journal/state.js
var journal_state = __webpack_require__(2057);
// EXTERNAL MODULE: ./build/presets/preset.js + 1 modules
var preset = __webpack_require__(3696);
// EXTERNAL MODULE: ./build/presets/git.js
var git = __webpack_require__(9775);
// EXTERNAL MODULE: ./build/services/manager.js + 2 modules
var manager = __webpack_require__(5816);
// EXTERNAL MODULE: ./build/checklist/markdown.js
var markdown = __webpack_require__(5010);
// EXTERNAL MODULE: ./build/stages/backup.js + 1 modules
var backup = __webpack_require__(1418);
// EXTERNAL MODULE: ./build/stages/deploy.js
var deploy = __webpack_require__(5139);
// EXTERNAL MODULE: ./build/stages/deploy-order.js
var deploy_order = __webpack_require__(5574);
// EXTERNAL MODULE: ./build/stages/health.js
var health = __webpack_require__(4930);
// EXTERNAL MODULE: ./build/stages/launch.js + 9 modules
var stages_launch = __webpack_require__(5775);
// EXTERNAL MODULE: ./build/stages/maintenance.js
var maintenance = __webpack_require__(6633);
// EXTERNAL MODULE: ./build/stages/run-steps.js
var run_steps = __webpack_require__(7621);
// EXTERNAL MODULE: ./build/stages/verify.js
var verify = __webpack_require__(3445);
;// CONCATENATED MODULE: ./build/stages/rollback.js





















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
    if (!(0,journal_state/* touched */.FI)(state)) {
        await (0,stages_launch/* endLaunch */.XX)(launch, "failed", because);
        return;
    }
    await (0,run_steps/* runSteps */.rl)(launch, [
        ...launch.plan.services.hosts.map(stop),
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
            await openDoors(host, plan.database);
            return { skipped: true, note: "no migration ran, so the database is as it was" };
        }
        const kept = (0,postgres/* sideName */.jf)(plan.database.name, "failed", release.id);
        const restored = (0,postgres/* sideName */.jf)(plan.database.name, "restored", release.id);
        // A run that was killed after the swap finds the kept database and nothing left to do.
        if (await swapped(launch, kept, restored)) {
            await openDoors(host, plan.database);
            return { note: `the database of the backup serves again; the failed one is kept as ${kept}`, facts: { kept } };
        }
        await openDoors(host, plan.database);
        const { counts } = await (0,manifest/* readManifest */.WI)(host, plan.database, (0,backup/* backupDirectory */.iV)(launch), (0,backup/* manifestHash */.wj)(launch));
        await (0,restore/* restoreBeside */.d$)(host, plan.database, (0,backup/* backupDirectory */.iV)(launch), restored);
        (0,restore/* requireSameRows */.pb)(counts, await (0,restore/* countRows */.BO)(host, plan.database, restored), host.name);
        await launch.record({ kind: "step", step: "rollback.database", status: "started", facts: { swapping: kept } });
        await swapDatabases(host, plan.database, restored, kept);
        return { note: `${(0,database_counts/* totalRows */.wh)(counts)} rows as in the backup; the failed database is kept as ${kept}`, facts: { kept } };
    },
};
async function swapped(launch, kept, restored) {
    if (launch.state().steps.get("rollback.database")?.facts.swapping !== kept)
        return false;
    const names = (await (0,postgres/* query */.P)((0,backup/* databaseHost */.iz)(launch), launch.plan.database, "postgres", "SELECT datname FROM pg_database")).map(([name]) => name);
    return names.includes(kept) && names.includes(launch.plan.database.name) && !names.includes(restored);
}
const code = (host) => ({
    id: `rollback.code@${host}`,
    async run(launch) {
        const previous = previousOf(launch, host);
        // Before the checkout began, only the record of what was live was written.
        if (!previous || !(0,journal_state/* begun */.q1)(launch.state(), `deploy.checkout@${host}`))
            return { skipped: true, note: "the code was not touched yet" };
        return (0,preset/* presetOf */.j)(launch.plan).back((0,deploy/* contextOf */.V)(launch, host), previous);
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
    run: async (launch) => ({ note: await (0,health/* awaitHealth */.L)(launch.hosts.get(host), launch.plan, await before(launch, host)) }),
});
const verified = {
    id: "rollback.verify",
    async run(launch) {
        const results = await (0,verify/* runChecks */.JT)(launch, await before(launch, launch.plan.deploy.hosts[0] ?? ""));
        // Tests that the previous release did not have yet cannot speak about it.
        const absent = await absentSmoke(launch);
        const told = results.filter(({ id }) => !absent.includes(id));
        (0,verify/* requirePass */.$d)(told);
        return { note: `${told.length} checks pass${absent.length > 0 ? `; not in the previous release: ${absent.join(", ")}` : ""}` };
    },
};
const rollback_open = {
    id: "rollback.open",
    run: async (launch) => ({ note: await (0,maintenance/* liftPage */.DS)(launch, "rolled back to the previous release") }),
};
async function absentSmoke({ plan, hosts }) {
    const found = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind !== "smoke")
            return [];
        const there = await hosts.get(check.host).attempt((0,command/* command */.G5)("test", ["-e", `${plan.deploy.directory}/${check.path}`]));
        return there.code === 0 ? [] : [check.id];
    }));
    return found.flat();
}
/** The journal says what was live, never the order of a directory. */
function previousOf(launch, host) {
    return launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous ?? null;
}
async function before(launch, host) {
    return previousOf(launch, host) ?? (0,git/* currentCommit */.Hg)(launch.hosts.get(host), launch.plan);
}
/** The record is complete without it; a comment reaches those who watch the issue. */
async function tell(launch, because) {
    try {
        await (0,issue/* comment */.Im)(launch.github, launch.release.issue, `↩️ **${(0,markdown/* plain */.p)(launch.plan.service)} was rolled back** and serves the release before ${(0,markdown/* plain */.p)(launch.release.tag)} again. Nothing was lost: the site was closed in between.\n\n${(0,markdown/* plain */.p)(because)}`);
    }
    catch (error) {
        launch.log.warn(`The comment about the rollback could not be written: ${error.message}`);
    }
}

// EXTERNAL MODULE: ./build/actions/action.js
var action = __webpack_require__(5744);
// EXTERNAL MODULE: ./build/actions/with-launch.js
var with_launch = __webpack_require__(2136);
;// CONCATENATED MODULE: ./build/actions/rollback.js



const rollback_action = {
    inputs: action/* approved */.CJ,
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        await rollback(launch);
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    }),
};


/***/ }),

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/load-balancer/command.js


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

// EXTERNAL MODULE: ./build/hosts/host.js
var hosts_host = __webpack_require__(2984);
;// CONCATENATED MODULE: ./build/load-balancer/nginx.js


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

;// CONCATENATED MODULE: ./build/load-balancer/balancer.js


function openBalancer(plan, hosts) {
    switch (plan.kind) {
        case "nginx":
            return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "command":
            return commandBalancer(plan, hosts.get(plan.host));
    }
}


/***/ }),

/***/ 2568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2807);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2740);



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

/***/ 9775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ currentCommit),
/* harmony export */   _6: () => (/* binding */ checkoutCommit),
/* harmony export */   di: () => (/* binding */ checkoutProblems),
/* harmony export */   xI: () => (/* binding */ fetchTag)
/* harmony export */ });
/* unused harmony export git */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);


/** git in the live checkout, asking nobody for a password. */
function git(plan, args, timeoutSeconds = 600) {
    const { directory, "run-as": user } = plan.deploy;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)("git", ["-C", directory, ...args], { timeoutSeconds, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) });
}
/** What is checked out now. */
async function currentCommit(host, plan) {
    const commit = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    const tags = (await host.run(git(plan, ["tag", "--points-at", "HEAD", "--sort=-creatordate"], 60))).stdout.trim().split("\n");
    return { commit, tag: tags[0] || commit.slice(0, 12) };
}
/** Fetches the tag alone and holds it to the approved commit: tags move. */
async function fetchTag({ host, plan, release }) {
    await host.run(git(plan, ["fetch", "--quiet", "--force", "--no-tags", plan.deploy.remote, `+refs/tags/${release.tag}:refs/tags/${release.tag}`]));
    const found = (await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))).stdout.trim();
    if (found !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`, where: host.name, mend: "somebody moved the tag, or the remote is another repository; start a new launch" });
    }
    return { note: release.commit.slice(0, 12) };
}
/** Switches the files. git itself refuses to overwrite what someone changed by hand. */
async function checkoutCommit(host, plan, commit) {
    await host.run(git(plan, ["checkout", "--quiet", "--detach", commit]));
    const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    if (now !== commit)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`, where: host.name, mend: "look at git status in the live directory" });
}
/** Whether the live directory can be deployed into. Changes nothing. */
async function checkoutProblems(host, plan) {
    const { directory, remote } = plan.deploy;
    const where = `${host.name}:${directory}`;
    const status = await host.attempt(git(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
    if (status.code !== 0) {
        const mend = /dubious ownership/.test(status.stderr) ? "set deploy.run-as to the user that owns it" : /cannot change to|No such file/.test(status.stderr) ? "clone the service's repository there, or correct deploy.directory" : "clone the service's repository there";
        return [{ what: "the live directory is not a git checkout that can be used", where, mend }];
    }
    const changed = status.stdout.split("\n").filter((line) => line !== "");
    const problems = changed.length === 0 ? [] : [{ what: `${changed.length} tracked file${changed.length > 1 ? "s were" : " was"} changed by hand (${changed.slice(0, 3).map((line) => line.slice(3)).join(", ")})`, where, mend: "commit or undo these changes; a checkout would lose them or stop" }];
    const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
    if (url.code !== 0)
        problems.push({ what: `there is no git remote "${remote}"`, where, mend: "correct deploy.remote, or add the remote" });
    return problems;
}


/***/ }),

/***/ 3696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ presetOf)
});

// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/presets/git.js
var git = __webpack_require__(9775);
;// CONCATENATED MODULE: ./build/presets/django.js


/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withEnvironmentFile = `f=$1; shift
while IFS= read -r l || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done < "$f"
exec "$@"`;
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    return { cwd: directory, ...(user === undefined ? {} : { user }) };
}
function python(plan) {
    return `${plan.deploy.directory}/${plan.deploy.venv}/bin/python`;
}
/** A program in the release's directory with the service's own settings. */
function withSettings(plan, words, timeoutSeconds) {
    const options = { ...asOwner(plan), timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" } };
    const file = plan.deploy["env-file"];
    return file === undefined ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options) : (0,command/* script */.K$)(withEnvironmentFile, [file, ...words], options);
}
function manage(plan, args, timeoutSeconds = 3600) {
    return withSettings(plan, [python(plan), plan.deploy.manage, ...args], timeoutSeconds);
}
// The environment as it was stays beside: the way back must not depend on a package index that answers at night.
const keepEnvironment = `if [ -d "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds no environment and the kept one: it goes on from there.
const restoreEnvironment = `if [ -d "$1.golive-before-$2" ]; then
  if [ -d "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';
/** Environments kept by launches that ended are not needed any more; the one of this launch stays. */
const dropOldEnvironments = 'for d in "$1".golive-before-*; do if [ -d "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d"; fi; done';
async function collectStatic({ plan, host }) {
    await host.run(manage(plan, ["collectstatic", "--noinput", "--verbosity", "0"]));
}
const django = {
    programs: (plan) => ["git", "curl", plan.deploy.python],
    fetch: git/* fetchTag */.xI,
    async checkout({ host, plan, release }) {
        await (0,git/* checkoutCommit */._6)(host, plan, release.commit);
        return { note: release.tag };
    },
    async environment({ host, plan, release }) {
        const { python: interpreter, venv, requirements } = plan.deploy;
        const directory = `${plan.deploy.directory}/${venv}`;
        await host.run((0,command/* script */.K$)(dropOldEnvironments, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(keepEnvironment, [directory, release.id], asOwner(plan)));
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, directory, plan.deploy["system-site-packages"] ? "yes" : "no"], asOwner(plan)));
        await host.run((0,command/* command */.G5)(python(plan), ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...asOwner(plan), timeoutSeconds: 1800 }));
        return { note: requirements };
    },
    async pendingMigrations({ host, plan }) {
        const { stdout } = await host.run(manage(plan, ["showmigrations", "--plan", "--no-color"], 300));
        return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
    },
    async migrate({ host, plan }) {
        await host.run(manage(plan, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
    },
    async static(context) {
        if (!context.plan.deploy["collect-static"])
            return { skipped: true, note: "the plan says so" };
        await collectStatic(context);
        return {};
    },
    command: withSettings,
    async back(context, previous) {
        const { host, plan, release } = context;
        await (0,git/* checkoutCommit */._6)(host, plan, previous.commit);
        const { stdout } = await host.run((0,command/* script */.K$)(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
        if (plan.deploy["collect-static"])
            await collectStatic(context);
        return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
    },
};

;// CONCATENATED MODULE: ./build/presets/preset.js

function presetOf(plan) {
    return { django: django }[plan.deploy.preset];
}


/***/ }),

/***/ 5816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W_: () => (/* binding */ isRunning),
  dM: () => (/* binding */ managerOf),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices)
});

// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/command.js
var command = __webpack_require__(3103);
;// CONCATENATED MODULE: ./build/services/supervisor.js

function supervisorctl(plan, args) {
    const words = ["supervisorctl", ...(plan.config === undefined ? [] : ["-c", plan.config]), ...args];
    const [file = "", ...rest] = plan.sudo ? ["sudo", "-n", ...words] : words;
    return (0,command/* command */.G5)(file, rest, { timeoutSeconds: plan["stop-timeout"] + 60 });
}
const supervisor = {
    programs: ["supervisorctl"],
    stop: (plan, unit) => supervisorctl(plan, ["stop", unit]),
    start: (plan, unit) => [supervisorctl(plan, ["start", unit])],
    status: (plan, unit) => supervisorctl(plan, ["status", unit]),
    running: (stdout) => /^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout),
};

;// CONCATENATED MODULE: ./build/services/systemd.js

function systemctl(plan, args) {
    const timeoutSeconds = plan["stop-timeout"] + 60;
    return plan.sudo ? (0,command/* command */.G5)("sudo", ["-n", "systemctl", ...args], { timeoutSeconds }) : (0,command/* command */.G5)("systemctl", [...args], { timeoutSeconds });
}
const systemd = {
    programs: ["systemctl"],
    stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
    // A unit that failed too often is refused until its counter is reset; a changed unit file is not read by itself.
    start: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit]), systemctl(plan, ["start", "--", unit])],
    status: (_plan, unit) => (0,command/* command */.G5)("systemctl", ["show", "--property=ActiveState", "--", unit], { timeoutSeconds: 30 }),
    running: (stdout) => /^ActiveState=(active|activating|reloading|deactivating)$/m.test(stdout),
};

;// CONCATENATED MODULE: ./build/services/manager.js



function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor }[plan.manager];
}
/** Stops every unit in reverse order and proves that none runs. Throws a CommandError otherwise. */
async function stopServices(host, plan) {
    const manager = managerOf(plan);
    for (const unit of plan.units.toReversed()) {
        // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
        const stopped = await host.attempt(manager.stop(plan, unit));
        if (await isRunning(host, plan, unit)) {
            throw new errors/* UserError */.yo({ what: `${unit} still runs after it was stopped (exit ${stopped.code})`, where: host.name, mend: "look at its log on the host; a unit that restarts itself has to be stoppable" });
        }
    }
}
/** Starts every unit in order. Whether the service is up is for its health page to say. */
async function startServices(host, plan) {
    for (const unit of plan.units) {
        if (await isRunning(host, plan, unit))
            continue;
        for (const command of managerOf(plan).start(plan, unit))
            await host.run(command);
    }
}
async function isRunning(host, plan, unit) {
    const manager = managerOf(plan);
    return manager.running((await host.attempt(manager.status(plan, unit))).stdout);
}


/***/ }),

/***/ 5139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contextOf),
/* harmony export */   g: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);
/* harmony import */ var _presets_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9775);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3696);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5816);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1418);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5574);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4930);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5775);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4320);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7621);










/** The release onto the hosts: each part on every host, in the order of `deployOrder`. */
async function deploy(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .requireForward */ .jR)(launch);
    if (!(0,_backup_js__WEBPACK_IMPORTED_MODULE_4__/* .backupProved */ .Nk)(launch))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: "nothing is deployed before a backup is proved", mend: "run backup first" });
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .runSteps */ .rl)(launch, (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_9__/* .deployOrder */ .yx)(launch.plan).flatMap((part) => stepsOf(launch, part)));
}
function stepsOf(launch, part) {
    if (part === "deploy.migrate")
        return [migrate((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_9__/* .migrateHost */ .AL)(launch.plan))];
    if ((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_9__/* .perHost */ .GB)(part))
        return (0,_outline_js__WEBPACK_IMPORTED_MODULE_7__/* .hostsOf */ .P)(launch.plan, part).map((host) => hostStep(part, host));
    return (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_9__/* .customSteps */ .bH)(launch.plan, part).map(({ step, host, id }) => ({
        id,
        async run({ hosts, plan }) {
            await hosts.get(host).run((0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(plan).command(plan, step.run, step.timeout));
            return {};
        },
    }));
}
function hostStep(part, host) {
    return {
        id: `${part}@${host}`,
        async run(launch) {
            const context = contextOf(launch, host);
            const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan);
            switch (part) {
                case "deploy.fetch": {
                    // Written once: a second try finds the new release there, which is not the way back.
                    const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
                    const previous = known ?? (await (0,_presets_git_js__WEBPACK_IMPORTED_MODULE_1__/* .currentCommit */ .Hg)(context.host, launch.plan));
                    await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
                    return await preset.fetch(context);
                }
                case "deploy.checkout":
                    return await preset.checkout(context);
                case "deploy.environment":
                    return await preset.environment(context);
                case "deploy.static":
                    return await preset.static(context);
                case "deploy.start":
                    await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_3__/* .startServices */ .Fp)(context.host, launch.plan.services);
                    return { note: launch.plan.services.units.join(", ") };
                case "deploy.health":
                    return { note: await (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .awaitHealth */ .L)(context.host, launch.plan, launch.release) };
            }
        },
        ...(part === "deploy.start" || part === "deploy.health" ? { holds: async () => false } : {}),
    };
}
const migrate = (host) => ({
    id: `deploy.migrate@${host}`,
    async run(launch) {
        const context = contextOf(launch, host);
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .presetOf */ .j)(launch.plan);
        const pending = await preset.pendingMigrations(context);
        if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true)
            return { skipped: true, note: "no migration is pending" };
        // On record before it begins: from here on the way back includes the database.
        await launch.record({ kind: "step", step: `deploy.migrate@${host}`, status: "started", facts: { migrated: true, migrations: pending } });
        await preset.migrate(context);
        const left = await preset.pendingMigrations(context);
        if (left.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${left.length} migrations are still unapplied: ${left.join(", ")}`, where: host, mend: "look at manage.py showmigrations" });
        return { note: pending.join(", ") };
    },
});
function contextOf(launch, host) {
    return { plan: launch.plan, release: launch.release, host: launch.hosts.get(host) };
}


/***/ }),

/***/ 4930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ awaitHealth)
/* harmony export */ });
/* unused harmony export versionOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _checks_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(282);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2807);



/**
 * Waits until the host's own health page answers 200 and the version page names what is expected (tag or commit).
 * Throws a UserError with the last thing seen.
 */
async function awaitHealth(host, plan, expected) {
    const started = Date.now();
    for (;;) {
        const problem = await healthProblem(host, plan, expected);
        const seconds = (Date.now() - started) / 1000;
        if (problem === null)
            return `healthy after ${seconds.toFixed(1)} s${plan.health.version ? `, version ${expected.tag}` : ""}`;
        if (seconds > plan.health.within)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({ what: `not healthy within ${plan.health.within} s: ${problem}`, where: host.name, mend: "look at the service's log on that host" });
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds < 5 ? 200 : 1000);
    }
}
async function healthProblem(host, plan, expected) {
    const { url, version } = plan.health;
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, url, 5);
    if (page.status !== 200)
        return `${url} ${page.status === 0 ? `does not answer (${page.error})` : `answers ${page.status}`}`;
    if (version === undefined)
        return null;
    const told = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, version.url, 5);
    if (told.status !== 200)
        return `${version.url} answers ${told.status}`;
    const running = versionOf(told.body, version.json);
    if (running === null)
        return `${version.url} holds no "${version.json}"`;
    return running === expected.tag || (running.length >= 7 && expected.commit.startsWith(running)) ? null : `${version.url} says ${running.slice(0, 60)}, not ${expected.tag}`;
}
/** The value of a key of a JSON answer, as text; null when there is none. */
function versionOf(body, key) {
    try {
        const value = JSON.parse(body)?.[key];
        return typeof value === "string" && value !== "" ? value : null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 6633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ liftPage),
/* harmony export */   Md: () => (/* binding */ closeSite),
/* harmony export */   c2: () => (/* binding */ openSite)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);
/* harmony import */ var _github_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8328);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1018);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7094);
/* harmony import */ var _load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2568);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5816);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5775);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7621);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3445);









/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
async function closeSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .requireForward */ .jR)(launch);
    await requireApproval(launch);
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_7__/* .runSteps */ .rl)(launch, [on, proof, ...launch.plan.services.hosts.map(stop)]);
}
/** Opens the site after the release was verified. */
async function openSite(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .requireForward */ .jR)(launch);
    const open = (0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .required */ .mw)(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
    if (open.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the site stays closed: not verified yet (${open.join(", ")})`, mend: "run verify first; the maintenance page comes down for a verified release or a finished rollback only" });
    }
    await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_7__/* .runSteps */ .rl)(launch, [off, openProof]);
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .endLaunch */ .XX)(launch, "live", `${launch.release.tag} is verified and open`);
}
/** Takes the page down whoever asks, records why, and proves it. */
async function liftPage(launch, because) {
    await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because });
    return (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .zn)(launch.plan, "open");
}
const on = {
    id: "isolate.on",
    async run(launch) {
        const balancer = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
        await launch.record({ kind: "maintenance", state: "on", because: `launch of ${launch.release.tag}` });
        await balancer.on(`golive: launch of ${launch.release.tag}, run ${launch.release.runId}, by ${launch.release.actor}`);
        return {};
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "on",
};
const proof = {
    id: "isolate.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .zn)(launch.plan, "closed") }),
    // Cheap, and everything after it rests on it.
    holds: async () => false,
};
const stop = (host) => ({
    id: `isolate.stop@${host}`,
    async run({ hosts, plan }) {
        await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_5__/* .stopServices */ .RU)(hosts.get(host), plan.services);
        return { note: plan.services.units.join(", ") };
    },
    async holds(launch) {
        const { plan, hosts } = launch;
        // Once the deploy started them, running services are no reason to stop them again.
        if (launch.state().steps.has(`deploy.start@${host}`))
            return true;
        for (const unit of plan.services.units)
            if (await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunning */ .W_)(hosts.get(host), plan.services, unit))
                return false;
        return true;
    },
});
const off = {
    id: "open.off",
    async run(launch) {
        await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).off();
        await launch.record({ kind: "maintenance", state: "off", because: `${launch.release.tag} is verified` });
        return {};
    },
    holds: async (launch) => (await (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_3__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts).status()) === "off",
};
const openProof = {
    id: "open.proof",
    run: async (launch) => ({ note: await (0,_load_balancer_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .zn)(launch.plan, "open") }),
};
/** An approval is for one commit; the tag must still be it. Who approved goes on record. */
async function requireApproval(launch) {
    const { github, release, plan, run } = launch;
    const commit = await (0,_github_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .commitOfTag */ .lz)(github, release.tag);
    if (commit !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `the tag ${release.tag} now points to ${commit.slice(0, 12)}, but ${release.commit.slice(0, 12)} was approved`, mend: "somebody moved the tag; start a new launch, so that a reviewer sees what has changed" });
    }
    const by = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .approversOf */ .U9)(github, run.id, plan.approval.environment);
    if (by.length > 0)
        await launch.record({ kind: "approved", by });
    else if (plan.approval.unprotected === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `nobody approved ${plan.approval.environment} in this run`, mend: "the job of this step has to name the environment of the plan, and a reviewer has to approve it; or name who takes a launch without one on, in approval.unprotected" });
    }
}


/***/ }),

/***/ 3445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1218);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2807);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5775);




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
/** The same checks against what should be running, without a record; for the rollback. */
async function runChecks(launch, expected) {
    return Promise.all(launch.plan.verify.checks.map(async (check) => ({ ...(await judge(launch, check, expected)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) })));
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
