export const id = 629;
export const ids = [629];
export const modules = {

/***/ 9629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5139);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5744);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2136);



const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: [],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploy */ .g)(launch);
        return {};
    }),
};


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


/***/ })

};
