export const id = 838;
export const ids = [838];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = { token: { required: true }, plan: { required: true }, "ssh-key": {} };
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ currentCommit),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   _6: () => (/* binding */ checkoutCommit),
/* harmony export */   di: () => (/* binding */ checkoutProblems),
/* harmony export */   xI: () => (/* binding */ fetchTag)
/* harmony export */ });
/* unused harmony export git */
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);


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
/** Files added or changed between what is checked out and the release, with their text. Only objects are fetched. */
async function changedFiles({ host, plan, release }, wanted) {
    await host.run(git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
    const { stdout } = await host.run(git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", "HEAD", release.commit], 120));
    const paths = stdout.split("\0").filter((path) => path !== "" && wanted(path)).toSorted();
    const files = [];
    for (const path of paths)
        files.push({ path, text: (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout });
    return files;
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
/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
async function checkoutCommit(host, plan, commit, keep) {
    if (keep !== undefined)
        await host.attempt(git(plan, ["diff", "--binary", `--output=${plan.deploy.directory}/.git/${keep}`, "HEAD"], 120));
    await host.run(git(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
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

/***/ 8904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ presetOf)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/presets/django-migrations.js
const drops = new Set(["DeleteModel", "RemoveField"]);
/** Change what rows or names already hold; of the last three nobody can tell from outside. */
const rewrites = new Set(["AlterField", "RenameField", "RenameModel", "AlterModelTable", "AlterOrderWithRespectTo", "RunPython", "RunSQL", "SeparateDatabaseAndState"]);
/** What a migration file does to data that is there, by the operations it names; the file is read, never run. */
function readMigration(path, text) {
    const [, app = "", file = ""] = /([^/]+)\/migrations\/([^/]+)\.py$/.exec(path) ?? [];
    const code = text.replaceAll(/("""|''')[\s\S]*?\1/g, "").replaceAll(/#.*$/gm, "");
    const named = [...new Set([...code.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([, name = ""]) => name))];
    return { name: `${app}.${file}`, drops: named.filter((name) => drops.has(name)), rewrites: named.filter((name) => rewrites.has(name)) };
}
/** Whether a path of the repository is a migration of Django's. */
function isMigration(path) {
    return /(?:^|\/)migrations\/(?!__init__\.py$)[^/]+\.py$/.test(path);
}

// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
;// CONCATENATED MODULE: ./.build/js/presets/django.js



/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withEnvironmentFile = `exec 3< "$1" || exit 78
shift
while IFS= read -r l <&3 || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done
exec 3<&-
exec "$@"`;
/** The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, then NAME=value to `--`. */
const withTrialSettings = `u=$2; d=$3
if [ -n "$1" ]; then
  exec 3< "$1" || exit 78
  while IFS= read -r l <&3 || [ -n "$l" ]; do
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    k=\${l%%=*}; v=\${l#*=}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    if [ "$k" = "$u" ]; then h=\${v%%[?]*}; q=\${v#"$h"}; v=\${h%/*}/$d$q; fi
    export "$k=$v"
  done
  exec 3<&-
fi
shift 3
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;
// Objects are shared with the live checkout, where only they are added: no file and no reference changes.
const cloneRelease = `rm -rf -- "$2" && mkdir -p -- "$(dirname -- "$2")" && git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"`;
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    // A pip or a migration that a lost run left behind is waited for, not joined.
    return { cwd: directory, exclusive: `${directory}/.git/golive.lock`, ...(user === undefined ? {} : { user }) };
}
function python(plan) {
    return `${plan.deploy.directory}/${plan.deploy.venv}/bin/python`;
}
/** A program in the release's directory with the service's own settings. */
function withSettings(plan, words, timeoutSeconds) {
    const options = { ...asOwner(plan), timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" } };
    const file = plan.deploy["env-file"];
    return file === undefined ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options) : (0,command/* script */.K$)(withEnvironmentFile, [file, ...words], { ...options, label: words.join(" ") });
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
const printDatabase = "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";
function databaseTold(stdout) {
    return /^golive-database=(.*)$/m.exec(stdout)?.[1] ?? null;
}
function pendingOf(stdout) {
    return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
}
async function collectStatic({ plan, host }) {
    await host.run(manage(plan, ["collectstatic", "--noinput", "--verbosity", "0"]));
}
const django = {
    programs: (plan) => ["git", "curl", plan.deploy.python],
    async newMigrations(context) {
        return (await (0,git/* changedFiles */.Y_)(context, isMigration)).map(({ path, text }) => readMigration(path, text));
    },
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
        return pendingOf(stdout);
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
    async settings({ host, plan }) {
        const file = plan.deploy["env-file"];
        const { code } = file === undefined ? { code: 0 } : await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...asOwner(plan), timeoutSeconds: 60 }));
        if (code !== 0)
            return { problem: `the settings in ${file} cannot be read`, mend: "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file" };
        const name = databaseTold((await host.attempt(manage(plan, ["shell", "-c", printDatabase], 120))).stdout);
        if (name === null)
            return { problem: "manage.py does not run with these settings", mend: "try it by hand: manage.py check" };
        return name === plan.database.name ? null : { problem: `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
    },
    async build({ host, plan, release }, directory) {
        const { python: interpreter, venv, requirements, "run-as": user, "env-file": file } = plan.deploy;
        const options = { timeoutSeconds: 1800, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" }, ...(user === undefined ? {} : { user }) };
        const environment = `${directory}/${venv}`;
        const fetched = await host.run((0,command/* command */.G5)("git", ["-C", plan.deploy.directory, "fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`], options));
        const checkedOut = await host.run((0,command/* script */.K$)(cloneRelease, [plan.deploy.directory, directory, release.commit], options));
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, environment, plan.deploy["system-site-packages"] ? "yes" : "no"], options));
        const installed = await host.run((0,command/* command */.G5)(`${environment}/bin/python`, ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...options, cwd: directory }));
        // In the window the environment is kept beside before it is changed: one of this size is copied to see how long that takes.
        const kept = await host.run((0,command/* script */.K$)('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [environment], options));
        // Into the folder of the release, wherever its settings put them: a look only, and the live files stay.
        const words = [`${environment}/bin/python`, plan.deploy.manage, "collectstatic", "--noinput", "--verbosity", "0", "--dry-run"];
        const collected = plan.deploy["collect-static"] ? await host.run((0,command/* script */.K$)(withTrialSettings, [file ?? "", "", "", "--", ...words], { ...options, cwd: directory, label: words.join(" ") })) : null;
        return { took: { fetch: fetched.seconds, checkout: checkedOut.seconds, environment: installed.seconds + kept.seconds, static: collected?.seconds ?? 0 }, python: `${environment}/bin/python` };
    },
    trial({ host, plan }, directory, { database, env, url }) {
        const interpreter = `${directory}/${plan.deploy.venv}/bin/python`;
        const user = plan.deploy["run-as"];
        const inTrial = (words, timeoutSeconds, more = {}) => {
            const set = Object.entries({ ...env, ...more }).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
            return (0,command/* script */.K$)(withTrialSettings, [plan.deploy["env-file"] ?? "", url ?? "", database, ...set, "--", ...words], { cwd: directory, timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" }, label: words.join(" "), ...(user === undefined ? {} : { user }) });
        };
        const manageTrial = (args, timeoutSeconds) => inTrial([interpreter, plan.deploy.manage, ...args], timeoutSeconds);
        return {
            command: inTrial,
            async database() {
                const told = await host.attempt(manageTrial(["shell", "-c", printDatabase], 120));
                return databaseTold(told.stdout);
            },
            async pending() {
                return pendingOf((await host.run(manageTrial(["showmigrations", "--plan", "--no-color"], 300))).stdout);
            },
            async apply(name) {
                const [app = "", migration = ""] = name.split(".");
                await host.run(manageTrial(["migrate", app, migration, "--noinput", "--no-color", "--verbosity", "1"], 6 * 3600));
            },
        };
    },
    async back(context, previous, collect) {
        const { host, plan, release } = context;
        await (0,git/* checkoutCommit */._6)(host, plan, previous.commit, `golive-${release.id}.diff`);
        const { stdout } = await host.run((0,command/* script */.K$)(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
        if (collect && plan.deploy["collect-static"])
            await collectStatic(context);
        return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/preset.js

function presetOf(plan) {
    return { django: django }[plan.deploy.preset];
}


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dM: () => (/* binding */ managerOf),
  gx: () => (/* binding */ serviceProblems),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices),
  __: () => (/* binding */ unitState)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/services/supervisor.js

function supervisorctl(plan, args) {
    const words = ["supervisorctl", ...(plan.config === undefined ? [] : ["-c", plan.config]), ...args];
    const [file = "", ...rest] = plan.sudo ? ["sudo", "-n", ...words] : words;
    return (0,command/* command */.G5)(file, rest, { timeoutSeconds: plan["stop-timeout"] + 60 });
}
const supervisor = {
    programs: ["supervisorctl"],
    stop: (plan, unit) => supervisorctl(plan, ["stop", unit]),
    ready: () => [],
    start: (plan, unit) => supervisorctl(plan, ["start", unit]),
    status: (plan, unit) => supervisorctl(plan, ["status", unit]),
    state: (stdout) => (/^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout) ? "running" : /^\S+\s+(STOPPED|EXITED|FATAL)\b/m.test(stdout) ? "stopped" : "unknown"),
};

;// CONCATENATED MODULE: ./.build/js/services/systemd.js

function systemctl(plan, args) {
    const timeoutSeconds = plan["stop-timeout"] + 60;
    return plan.sudo ? (0,command/* command */.G5)("sudo", ["-n", "systemctl", ...args], { timeoutSeconds }) : (0,command/* command */.G5)("systemctl", [...args], { timeoutSeconds });
}
const systemd = {
    programs: ["systemctl"],
    stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
    // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
    ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
    start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
    status: (_plan, unit) => (0,command/* command */.G5)("systemctl", ["show", "--property=LoadState,ActiveState", "--", unit], { timeoutSeconds: 30 }),
    state: (stdout) => {
        if (!/^LoadState=loaded$/m.test(stdout))
            return "unknown";
        return /^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout) ? "running" : /^ActiveState=(inactive|failed)$/m.test(stdout) ? "stopped" : "unknown";
    },
};

;// CONCATENATED MODULE: ./.build/js/services/manager.js



function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor }[plan.manager];
}
/** Stops every unit in reverse order and proves that none runs. Throws otherwise. */
async function stopServices(host, plan) {
    for (const unit of plan.units.toReversed()) {
        // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
        const asked = managerOf(plan).stop(plan, unit);
        const stopped = await host.attempt(asked);
        if ((await unitState(host, plan, unit)) === "stopped")
            continue;
        if (stopped.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, asked, stopped);
        throw new errors/* UserError */.yo({ what: `${unit} still runs after it was stopped`, where: host.name, mend: "look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable" });
    }
}
/**
 * Starts every unit in order, with the code that lies there now: one that something else started meanwhile is stopped
 * first. Whether the service is up is for its health page to say.
 */
async function startServices(host, plan) {
    const manager = managerOf(plan);
    await stopServices(host, plan);
    for (const unit of plan.units) {
        for (const command of manager.ready(plan, unit))
            await host.attempt(command);
        await host.run(manager.start(plan, unit));
    }
}
/** Throws a UserError when the manager cannot say: not knowing is not the same as stopped. */
async function unitState(host, plan, unit) {
    const manager = managerOf(plan);
    const asked = manager.status(plan, unit);
    const finished = await host.attempt(asked);
    const state = manager.state(finished.stdout);
    if (state !== "unknown")
        return state;
    throw new errors/* UserError */.yo({ what: `${plan.manager} does not say whether ${unit} runs`, where: host.name, mend: `is this the name of a unit there, and may golive ask? Try: ${[asked.file, ...asked.args].join(" ")}` }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
}
/** Whether every unit is known and runs, and whether golive may stop and start it. Changes nothing. */
async function serviceProblems(host, plan) {
    const manager = managerOf(plan);
    const found = await Promise.all(plan.units.map(async (unit) => {
        try {
            const state = await unitState(host, plan, unit);
            if (state === "stopped")
                return [{ what: `${unit} does not run`, where: host.name, mend: "a launch starts from a service that works; start it, or take it out of services.units" }];
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return error.problems;
            throw error;
        }
        if (!plan.sudo)
            return [];
        const wanted = [manager.stop(plan, unit), manager.start(plan, unit)];
        const refused = await Promise.all(wanted.map(async ({ args }) => ((await host.attempt({ file: "sudo", args: ["-n", "-l", ...args.slice(1)], timeoutSeconds: 30 })).code === 0 ? [] : [args.slice(1).join(" ")])));
        return refused.flat().map((words) => ({ what: `sudo does not let golive run: ${words}`, where: host.name, mend: "allow it without a password (docs/hosts.md has the lines)" }));
    }));
    return found.flat();
}


/***/ }),

/***/ 8102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ awaitHealth),
/* harmony export */   Sx: () => (/* binding */ versionOn),
/* harmony export */   _T: () => (/* binding */ healthProblem)
/* harmony export */ });
/* unused harmony export versionOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _checks_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);



/**
 * Waits until the host's own health page answers 200 and the version page names what is expected.
 * Throws a UserError with the last thing seen.
 */
async function awaitHealth(host, plan, expected) {
    const started = Date.now();
    for (;;) {
        const problem = await healthProblem(host, plan, expected);
        const seconds = (Date.now() - started) / 1000;
        if (problem === null)
            return `healthy after ${seconds.toFixed(1)} s${plan.health.version && expected !== null ? `, version ${typeof expected === "string" ? expected : expected.tag}` : ""}`;
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
    if (version === undefined || expected === null)
        return null;
    const told = await versionOn(host, plan);
    if (typeof told !== "string")
        return told.problem;
    const fits = typeof expected === "string" ? told === expected : told === expected.tag || (told.length >= 7 && expected.commit.startsWith(told));
    return fits ? null : `${version.url} says ${told.slice(0, 60)}, not ${typeof expected === "string" ? expected : expected.tag}`;
}
/** What the version page of a host says now. */
async function versionOn(host, plan) {
    const { version } = plan.health;
    if (version === undefined)
        return { problem: "the plan names no version page" };
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, version.url, 5);
    if (page.status !== 200)
        return { problem: `${version.url} answers ${page.status}` };
    return versionOf(page.body, version.json) ?? { problem: `${version.url} holds no "${version.json}"` };
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
