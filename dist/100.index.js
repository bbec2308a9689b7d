export const id = 100;
export const ids = [100];
export const modules = {

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Iw: () => (/* binding */ remoteProblem),
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   l7: () => (/* binding */ gitMend),
/* harmony export */   xI: () => (/* binding */ fetchTag)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6642);



/** git in the repository that fetches, or in `directory`, asking nobody for a password. */
function git(plan, args, timeoutSeconds = 600, directory = (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOf */ ._M)(plan)) {
    const { "run-as": user } = plan.deploy;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .command */ .G5)("git", ["-C", directory, ...args], { timeoutSeconds, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) });
}
/** The newest tag at a commit, or the commit's first digits. */
async function tagOf(host, plan, commit) {
    const tags = (await host.attempt(git(plan, ["tag", "--points-at", commit, "--sort=-creatordate"], 60))).stdout.trim().split("\n");
    return tags[0] || commit.slice(0, 12);
}
/** Files added or changed between a commit and the release, with their text. Only objects are fetched. */
async function changedFiles({ host, plan, release }, from, wanted) {
    await host.run(git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
    const { stdout } = await host.run(git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", from, release.commit], 120));
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
async function hasCommit(host, plan, commit) {
    return (await host.attempt(git(plan, ["cat-file", "-e", `${commit}^{commit}`], 60))).code === 0;
}
/** What keeps the repository from fetching; null when all is well. */
async function remoteProblem(host, plan) {
    const { remote } = plan.deploy;
    const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
    return url.code === 0 ? null : { what: `there is no git remote "${remote}"`, where: `${host.name}:${(0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOf */ ._M)(plan)}`, mend: "correct deploy.remote, or add the remote" };
}
/** How to mend a directory that git refuses. */
function gitMend(stderr, otherwise) {
    return /dubious ownership/.test(stderr) ? "set deploy.run-as to the user that owns it" : otherwise;
}


/***/ }),

/***/ 4138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ presetOf)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
;// CONCATENATED MODULE: ./.build/js/presets/environment-file.js

/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withFile = `exec 3< "$1" || exit 78
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
const withFileAnd = `u=$2; d=$3
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
/** A program with the settings of a file on the host, if one is named. */
function withSettings(file, words, options) {
    return file === undefined ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options) : (0,command/* script */.K$)(withFile, [file, ...words], { ...options, label: words.join(" ") });
}
/** The same with other settings over it; in the one that `url` names the last part of the URL becomes `database`. */
function withTrialSettings(file, { database, url, env }, words, options) {
    const set = Object.entries(env).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
    return (0,command/* script */.K$)(withFileAnd, [file ?? "", url ?? "", database, ...set, "--", ...words], { ...options, label: words.join(" ") });
}

// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
;// CONCATENATED MODULE: ./.build/js/presets/by-commands.js




const none = {};
function told(plan) {
    return has(plan.deploy) ? plan.deploy : none;
}
function has(deploy) {
    return deploy.preset !== "django";
}
/** The last part of a URL, or the value; all else of a URL stays on the host, since it may hold a password. */
const printDatabase = (setting) => "url" in setting ? ["sh", "-c", 'v=$(printenv -- "$1") || exit 3; v=${v%%[?]*}; printf "%s\\n" "${v##*/}"', "sh", setting.url] : ["printenv", "--", setting.name];
function ownerOf({ plan, directory }) {
    const { "run-as": user } = plan.deploy;
    return { cwd: directory, exclusive: (0,layout/* lockFile */.Ke)(plan), ...(user === undefined ? {} : { user }) };
}
function inRelease(context, words, timeoutSeconds) {
    return withSettings(context.plan.deploy["env-file"], words, { ...ownerOf(context), timeoutSeconds });
}
function lines(stdout) {
    return stdout.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
/** What a .sql file does to data that is there, by its statements; of any other file nobody can tell. */
function readSql(path, text) {
    const name = path.split("/").slice(-2).join("/");
    if (!path.endsWith(".sql"))
        return { name, drops: [], rewrites: ["not read"] };
    const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, " ").replaceAll(/--.*$/gm, " ").replaceAll(/'(?:[^']|'')*'/g, "''");
    const named = (pattern) => [...new Set([...code.matchAll(pattern)].map(([words]) => words.replaceAll(/\s+/g, " ").toUpperCase()))];
    return { name, drops: named(/\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|VIEW|MATERIALIZED\s+VIEW)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b/gi), rewrites: named(/\bUPDATE\b(?=\s+\S+\s+SET\b)|\bALTER\s+COLUMN\b|\bRENAME\b(?=\s+(?:TO|COLUMN)\b)|\bSET\s+DATA\s+TYPE\b|\bDO\b(?=\s+\$)/gi) };
}
/** What presets share whose migrations are commands of the plan. */
const byCommands = {
    async newMigrations(context, from) {
        const folder = told(context.plan).migrate?.folder;
        if (folder === undefined)
            return [];
        return (await (0,git/* changedFiles */.Y_)(context, from, (path) => path.startsWith(`${folder}/`))).map(({ path, text }) => readSql(path, text));
    },
    async pendingMigrations(context) {
        const { migrate } = told(context.plan);
        return migrate === undefined ? [] : lines((await context.host.run(inRelease(context, migrate.pending, 600))).stdout);
    },
    async migrate(context) {
        const { migrate } = told(context.plan);
        if (migrate !== undefined)
            await context.host.run(inRelease(context, migrate.run, 4 * 3600));
    },
    staticInside: async () => true,
    static: async () => ({ skipped: true, note: "part of the build" }),
    command: inRelease,
    async settings(context) {
        const { host, plan } = context;
        const { "database-setting": setting, "env-file": file } = told(plan);
        const { exclusive: _, ...options } = ownerOf(context);
        if (file !== undefined && (await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...options, timeoutSeconds: 60 }))).code !== 0)
            return { problem: `the settings in ${file} cannot be read`, mend: "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file" };
        if (setting === undefined)
            return null;
        const [name] = lines((await host.attempt(inRelease(context, printDatabase(setting), 60))).stdout);
        const key = "url" in setting ? setting.url : setting.name;
        if (name === undefined)
            return { problem: `${key} is not among the settings`, mend: "correct deploy.database-setting or deploy.env-file" };
        return name === plan.database.name ? null : { problem: `${key} leads to the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
    },
    trial(context, settings) {
        const { host, plan } = context;
        const { migrate, "database-setting": setting, "env-file": file } = told(plan);
        const { exclusive: _, ...options } = ownerOf(context);
        const inTrial = (words, timeoutSeconds, more = {}) => withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, { ...options, timeoutSeconds });
        return {
            command: inTrial,
            async database() {
                return setting === undefined ? null : (lines((await host.attempt(inTrial(printDatabase(setting), 60))).stdout)[0] ?? null);
            },
            // They are applied by one command, so they are timed as one.
            async pending() {
                const names = migrate === undefined ? [] : lines((await host.run(inTrial(migrate.pending, 600))).stdout);
                return names.length === 0 ? [] : [names.join(" + ")];
            },
            async apply() {
                if (migrate !== undefined)
                    await host.run(inTrial(migrate.run, 6 * 3600));
            },
        };
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/compose.js


/** This preset is asked only for a plan that names it. */
function deployOf({ deploy }) {
    if (deploy.preset !== "compose")
        throw new Error(`the plan's preset is ${deploy.preset}`);
    return deploy;
}
/** The images of the release's compose file are fetched or built; the containers are the service manager's. */
const compose = {
    ...byCommands,
    programs: () => ["git", "curl", "docker"],
    // Images stay on the host under their own names, so the previous ones need no copy.
    installed: () => [],
    // Layers that are there already are not pulled or built again; which, nobody can tell from the files.
    installsFrom: () => null,
    async install(context) {
        const { file, build } = deployOf(context.plan);
        await context.host.run((0,command/* command */.G5)("docker", ["compose", "--file", file, ...(build ? ["build", "--quiet"] : ["pull", "--quiet"])], { ...ownerOf(context), timeoutSeconds: 3600 }));
        return { note: `images of ${file}` };
    },
};

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

;// CONCATENATED MODULE: ./.build/js/presets/django.js





const quiet = { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" };
/** This preset is asked only for a plan that names it. */
function django_deployOf({ deploy }) {
    if (deploy.preset !== "django")
        throw new Error(`the plan's preset is ${deploy.preset}`);
    return deploy;
}
function asOwner({ plan, directory }) {
    const { "run-as": user } = plan.deploy;
    // A pip or a migration that a lost run left behind is waited for, not joined.
    return { cwd: directory, exclusive: (0,layout/* lockFile */.Ke)(plan), ...(user === undefined ? {} : { user }) };
}
function python({ plan, directory }) {
    return `${directory}/${django_deployOf(plan).venv}/bin/python`;
}
/** A program in the release's directory with the service's own settings. */
function django_inRelease(context, words, timeoutSeconds) {
    return withSettings(context.plan.deploy["env-file"], words, { ...asOwner(context), timeoutSeconds, env: quiet });
}
function manage(context, args, timeoutSeconds = 3600) {
    return django_inRelease(context, [python(context), django_deployOf(context.plan).manage, ...args], timeoutSeconds);
}
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';
const django_printDatabase = "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";
// Where a link leads counts: a folder shared by all releases is not inside one.
const printStatic = "import os; from django.conf import settings; print('golive-static=' + os.path.realpath(str(settings.STATIC_ROOT or '')))";
function django_told(stdout, what) {
    return new RegExp(`^golive-${what}=(.*)$`, "m").exec(stdout)?.[1] ?? null;
}
function pendingOf(stdout) {
    return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
}
const django = {
    programs: (plan) => ["git", "curl", django_deployOf(plan).python],
    async newMigrations(context, from) {
        return (await (0,git/* changedFiles */.Y_)(context, from, isMigration)).map(({ path, text }) => readMigration(path, text));
    },
    installed: (plan) => [django_deployOf(plan).venv],
    installsFrom: (plan) => [django_deployOf(plan).requirements],
    async install(context) {
        const { plan, host, directory } = context;
        const { python: interpreter, venv, requirements } = django_deployOf(plan);
        await host.run((0,command/* script */.K$)(makeEnvironment, [interpreter, `${directory}/${venv}`, django_deployOf(plan)["system-site-packages"] ? "yes" : "no"], asOwner(context)));
        await host.run((0,command/* command */.G5)(python(context), ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...asOwner(context), timeoutSeconds: 1800 }));
        return { note: requirements };
    },
    async pendingMigrations(context) {
        return pendingOf((await context.host.run(manage(context, ["showmigrations", "--plan", "--no-color"], 300))).stdout);
    },
    async migrate(context) {
        await context.host.run(manage(context, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
    },
    async staticInside(context) {
        const { stdout } = await context.host.run(manage(context, ["shell", "-c", printStatic], 120));
        const real = (await context.host.run((0,command/* command */.G5)("readlink", ["-f", "--", context.directory], { timeoutSeconds: 60, ...(context.plan.deploy["run-as"] === undefined ? {} : { user: context.plan.deploy["run-as"] }) }))).stdout.trim();
        return django_told(stdout, "static")?.startsWith(`${real}/`) ?? false;
    },
    async static(context, look) {
        if (!django_deployOf(context.plan)["collect-static"])
            return { skipped: true, note: "the plan says so" };
        await context.host.run(manage(context, ["collectstatic", "--noinput", "--verbosity", "0", ...(look ? ["--dry-run"] : [])]));
        return {};
    },
    command: django_inRelease,
    async settings(context) {
        const { host, plan } = context;
        const file = plan.deploy["env-file"];
        const { code } = file === undefined ? { code: 0 } : await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...asOwner(context), timeoutSeconds: 60 }));
        if (code !== 0)
            return { problem: `the settings in ${file} cannot be read`, mend: "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file" };
        const name = django_told((await host.attempt(manage(context, ["shell", "-c", django_printDatabase], 120))).stdout, "database");
        if (name === null)
            return { problem: "manage.py does not run with these settings", mend: "try it by hand: manage.py check" };
        return name === plan.database.name ? null : { problem: `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
    },
    trial(context, settings) {
        const { host, plan, directory } = context;
        const { "run-as": user, "env-file": file } = plan.deploy;
        const inTrial = (words, timeoutSeconds, more = {}) => withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, { cwd: directory, timeoutSeconds, env: quiet, ...(user === undefined ? {} : { user }) });
        const manageTrial = (args, timeoutSeconds) => inTrial([python(context), django_deployOf(plan).manage, ...args], timeoutSeconds);
        return {
            command: inTrial,
            async database() {
                return django_told((await host.attempt(manageTrial(["shell", "-c", django_printDatabase], 120))).stdout, "database");
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
};

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/presets/node.js



/** This preset is asked only for a plan that names it. */
function node_deployOf({ deploy }) {
    if (deploy.preset !== "node")
        throw new Error(`the plan's preset is ${deploy.preset}`);
    return deploy;
}
/** npm ci from the lock file, then the package's own build; what only building needs is dropped. */
const node = {
    ...byCommands,
    programs: (plan) => ["git", "curl", node_deployOf(plan).npm],
    installed: (plan) => ["node_modules", ...(node_deployOf(plan).build ? node_deployOf(plan).built : [])],
    installsFrom: () => null,
    async install(context) {
        const { host, plan, directory } = context;
        const { npm, build, built } = node_deployOf(plan);
        const run = (...args) => host.run((0,command/* command */.G5)(npm, [...args, "--no-audit", "--no-fund", "--no-update-notifier"], { ...ownerOf(context), timeoutSeconds: 1800, env: { NODE_ENV: "production", CI: "true", NPM_CONFIG_LOGLEVEL: "error" } }));
        await run("ci", ...(build ? ["--include=dev"] : ["--omit=dev"]));
        if (!build)
            return { note: "package-lock.json" };
        // What an earlier release built must not be taken for this one's.
        await host.run((0,command/* script */.K$)('for p; do rm -rf -- "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 600 }));
        await run("run", "build");
        await run("prune", "--omit=dev");
        const missing = (await host.run((0,command/* script */.K$)('for p; do [ -e "$p" ] || echo "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 60 }))).stdout.trim();
        if (missing !== "")
            throw new errors/* UserError */.yo({ what: `npm run build made no ${missing.split("\n").join(", ")}`, where: `${host.name}:${directory}`, mend: "correct deploy.built, or the build" });
        return { note: `package-lock.json, ${built.join(", ")}` };
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/preset.js



function presetOf(plan) {
    return { django: django, node: node, compose: compose }[plan.deploy.preset];
}


/***/ }),

/***/ 8810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ strategyOf)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/git.js
var git = __webpack_require__(6411);
;// CONCATENATED MODULE: ./.build/js/presets/in-place.js




// What was installed stays beside: the way back must not depend on a package index that answers at night.
const keepBeside = `for d in "$1".golive-before-*; do if [ -e "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d" || exit 1; fi; done
if [ -e "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds nothing installed and the kept one: it goes on from there.
const putBack = `if [ -e "$1.golive-before-$2" ]; then
  if [ -e "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
// Objects are shared with the live checkout, where only they are added: no file and no reference changes.
const cloneRelease = `rm -rf -- "$2" && mkdir -p -- "$(dirname -- "$2")" && git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"`;
/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
async function checkoutCommit(host, plan, commit, keep) {
    if (keep !== undefined)
        await host.attempt((0,git/* git */.$Y)(plan, ["diff", "--binary", `--output=${plan.deploy.directory}/.git/${keep}`, "HEAD"], 120));
    await host.run((0,git/* git */.$Y)(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
    const now = (await host.run((0,git/* git */.$Y)(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    if (now !== commit)
        throw new errors/* UserError */.yo({ what: `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`, where: host.name, mend: "look at git status in the live directory" });
}
function asOwner(plan) {
    const { directory, "run-as": user } = plan.deploy;
    return { cwd: directory, exclusive: (0,layout/* lockFile */.Ke)(plan), ...(user === undefined ? {} : { user }) };
}
function paths({ plan }, names) {
    return names.map((name) => `${plan.deploy.directory}/${name}`);
}
/** The live directory is the checkout: the tag is checked out in it. */
const inPlace = {
    touches: "deploy.checkout",
    parts: {
        "deploy.fetch": git/* fetchTag */.xI,
        async "deploy.checkout"({ host, plan, release }) {
            await checkoutCommit(host, plan, release.commit);
            return { note: release.tag };
        },
        async "deploy.environment"(context, preset) {
            const { host, plan, release } = context;
            for (const path of paths(context, preset.installed(plan)))
                await host.run((0,command/* script */.K$)(keepBeside, [path, release.id], asOwner(plan)));
            return preset.install(context);
        },
        "deploy.static": (context, preset) => preset.static(context),
    },
    async still(part, context, preset) {
        const { host, plan, release } = context;
        if (part === "deploy.fetch")
            return (0,git/* hasCommit */.QE)(host, plan, release.commit);
        if (part === "deploy.checkout")
            return (await inPlace.current(host, plan)).commit === release.commit;
        if (part === "deploy.environment")
            return (await host.attempt((0,command/* script */.K$)('for p; do [ -e "$p" ] || exit 1; done', paths(context, preset.installed(plan)), asOwner(plan)))).code === 0;
        return false;
    },
    async current(host, plan) {
        const commit = (await host.run((0,git/* git */.$Y)(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
        return { commit, tag: await (0,git/* tagOf */.cO)(host, plan, commit) };
    },
    async problems(host, plan) {
        const { directory } = plan.deploy;
        const where = `${host.name}:${directory}`;
        const status = await host.attempt((0,git/* git */.$Y)(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
        if (status.code !== 0) {
            const mend = (0,git/* gitMend */.l7)(status.stderr, /cannot change to|No such file/.test(status.stderr) ? "clone the service's repository there, or correct deploy.directory" : "clone the service's repository there");
            return [{ what: "the live directory is not a git checkout that can be used", where, mend }];
        }
        const changed = status.stdout.split("\n").filter((line) => line !== "");
        const problems = changed.length === 0 ? [] : [{ what: `${changed.length} tracked file${changed.length > 1 ? "s were" : " was"} changed by hand (${changed.slice(0, 3).map((line) => line.slice(3)).join(", ")})`, where, mend: "commit or undo these changes; a checkout would lose them or stop" }];
        const remote = await (0,git/* remoteProblem */.Iw)(host, plan);
        return remote === null ? problems : [...problems, remote];
    },
    /** A clone aside, to be measured and tried; the window checks out, keeps and installs once more. */
    async build(context, preset) {
        const { host, plan, release, directory } = context;
        const { "run-as": user } = plan.deploy;
        const options = { timeoutSeconds: 1800, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) };
        const fetched = await host.run((0,git/* git */.$Y)(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
        const checkedOut = await host.run((0,command/* script */.K$)(cloneRelease, [plan.deploy.directory, directory, release.commit], options));
        const first = await timed(() => preset.install(context));
        const installed = (await sameInstall(context, preset)) ? await timed(() => preset.install(context)) : first;
        // In the window what is installed is kept beside before it is changed: one of this size is copied to see how long that takes.
        let kept = 0;
        for (const name of preset.installed(plan))
            kept += (await host.run((0,command/* script */.K$)('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [`${directory}/${name}`], options))).seconds;
        const collected = await timed(() => preset.static(context, "look"));
        return { took: { "deploy.fetch": fetched.seconds, "deploy.checkout": checkedOut.seconds, "deploy.environment": installed + kept, "deploy.static": collected }, note: `${release.tag} and its environment in ${directory}` };
    },
    async back(context, preset, previous, collect) {
        const { host, plan, release } = context;
        await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
        const restored = [];
        for (const path of paths(context, preset.installed(plan)))
            restored.push((await host.run((0,command/* script */.K$)(putBack, [path, release.id], asOwner(plan)))).stdout.includes("back"));
        if (collect)
            await preset.static(context);
        return { note: `${previous.tag}${restored.includes(true) ? ", environment as before" : ""}` };
    },
    tidy: async () => [],
};
/** Whether the live environment was installed from the very files that the release installs from. */
async function sameInstall({ host, plan, release }, preset) {
    const files = preset.installsFrom(plan);
    return files !== null && (await host.attempt((0,git/* git */.$Y)(plan, ["diff", "--quiet", "HEAD", release.commit, "--", ...files], 120))).code === 0;
}
async function timed(work) {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1000;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/presets/releases.js





// deploy.directory holds: repo (fetches), releases/<tag>-<commit>, current (a link to one of them), shared (what every
// release sees), and golive/<tag>-<commit>: "building", or "built <commit>" (and where the static
// files went) once that directory is whole. The note is
// written before the directory is made, so that one without a note is somebody else's.
// $1 base, $2 name, $3 commit. Whatever half was made before is made anew; the live one never.
const makeDirectory = `d=$1/releases/$2; n=$1/golive/$2
[ "$(readlink -f -- "$1/current")" = "$(readlink -f -- "$d")" ] && exit 91
[ -e "$d" ] && [ ! -e "$n" ] && exit 92
mkdir -p -- "$1/releases" "$1/golive" && printf 'building\\n' > "$n" || exit 1
rm -rf -- "$d" && git -C "$1/repo" worktree prune && git -C "$1/repo" worktree add --quiet --force --detach -- "$d" "$3"`;
// $1 base, $2 directory, then the shared paths. What the checkout brought under such a name gives way to the link.
const linkShared = `b=$1; d=$2; shift 2
for p; do
  [ -e "$b/shared/$p" ] || { echo "$b/shared/$p is not there" >&2; exit 1; }
  mkdir -p -- "$(dirname -- "$d/$p")" && rm -rf -- "$d/$p" && ln -s -- "$b/shared/$p" "$d/$p" || exit 1
done`;
const noteBuilt = 'printf "built %s\\nstatic %s\\n" "$3" "$4" > "$1/golive/$2.part" && sync "$1/golive/$2.part" && mv -f -- "$1/golive/$2.part" "$1/golive/$2"';
// $1 base, $2 name, $3 commit, then the shared paths: nothing under them is the release's own.
const isWhole = `d=$1/releases/$2; n=$1/golive/$2; c=$3; b=$1; shift 3
[ "$(head -n 1 -- "$n" 2>/dev/null)" = "built $c" ] && [ "$(git -C "$d" rev-parse HEAD)" = "$c" ] || exit 1
for p; do [ "$(readlink -- "$d/$p")" = "$b/shared/$p" ] || exit 1; set -- "$@" ":(exclude)$p"; shift; done
[ -z "$(git -C "$d" status --porcelain --untracked-files=no -- . "$@")" ]`;
// A link is replaced by renaming another over it: at no moment is there none. $1 base, $2 where it shall lead.
const switchLink = `[ -d "$2" ] || { echo "$2 is not there" >&2; exit 1; }
t="$1/current.golive"; rm -f -- "$t" && ln -s -- "$2" "$t" && mv -T -- "$t" "$1/current" && sync "$1" && readlink -f -- "$1/current"`;
const lookCurrent = `[ -L "$1/current" ] || { echo "$1/current is not a symbolic link" >&2; exit 91; }
d=$(readlink -e -- "$1/current") || { echo "$1/current leads nowhere" >&2; exit 92; }
c=$(GIT_CEILING_DIRECTORIES=$(dirname -- "$d") git -C "$d" rev-parse HEAD 2>/dev/null) || c=$(head -n 1 -- "$d/REVISION" 2>/dev/null) || { echo "$d is no git worktree and has no file REVISION" >&2; exit 93; }
printf '%s\\n%s\\n' "$d" "$c"`;
// $1 base, $2 how many to keep, then what is in use. Only what has a note is golive's to remove; the newest stay.
const removeOld = `b=$1; k=$2; shift 2; live=$(readlink -f -- "$b/current")
ls -1t -- "$b/golive" 2>/dev/null | while IFS= read -r name; do
  d=$b/releases/$name; [ -d "$d" ] || continue
  r=$(readlink -f -- "$d"); [ "$r" = "$live" ] && continue
  used=no; for u; do [ "$r" = "$(readlink -f -- "$u")" ] && used=yes; done; [ "$used" = yes ] && continue
  k=$((k - 1)); [ "$k" -ge 0 ] && continue
  rm -rf -- "$d" && rm -f -- "$b/golive/$name" && printf '%s\\n' "$d"
done
git -C "$b/repo" worktree prune`;
function releases_asOwner(plan, timeoutSeconds = 600) {
    const { "run-as": user } = plan.deploy;
    return { timeoutSeconds, exclusive: (0,layout/* lockFile */.Ke)(plan), env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) };
}
function look(plan) {
    const { exclusive: _, ...options } = releases_asOwner(plan, 60);
    return (0,command/* script */.K$)(lookCurrent, [plan.deploy.directory], options);
}
async function isBuilt({ host, plan, release }) {
    const { directory, shared } = plan.deploy;
    return (await host.attempt((0,command/* script */.K$)(isWhole, [directory, (0,layout/* releaseName */["do"])(release), release.commit, ...shared], releases_asOwner(plan)))).code === 0;
}
/** The release's directory with all that needs no database, unless it is there and whole. */
async function makeRelease(context, preset) {
    const { host, plan, release, directory } = context;
    if (await isBuilt(context))
        return "there";
    const base = plan.deploy.directory;
    const made = await host.attempt((0,command/* script */.K$)(makeDirectory, [base, (0,layout/* releaseName */["do"])(release), release.commit], { ...releases_asOwner(plan, 1800), label: `git worktree add ${directory}` }));
    if (made.code === 91)
        throw new errors/* UserError */.yo({ what: `${directory} is live, and its files are not those of ${release.tag} as approved`, where: host.name, mend: "look at git status there; launch another tag rather than the same once more" });
    if (made.code === 92)
        throw new errors/* UserError */.yo({ what: `${directory} is there and was not made by golive`, where: host.name, mend: "move it away" });
    if (made.code !== 0)
        throw new errors/* UserError */.yo({ what: `the release could not be checked out into ${directory}: ${made.stderr.trim().split("\n")[0]?.slice(0, 200) ?? ""}`, where: host.name, mend: `look at git worktree list in ${base}/repo` });
    await host.run((0,command/* script */.K$)(linkShared, [base, directory, ...plan.deploy.shared], { ...releases_asOwner(plan), label: `link ${plan.deploy.shared.join(", ")}` }));
    await preset.install(context);
    const inside = await preset.staticInside(context);
    if (inside)
        await preset.static(context);
    await host.run((0,command/* script */.K$)(noteBuilt, [base, (0,layout/* releaseName */["do"])(release), release.commit, inside ? "inside" : "outside"], releases_asOwner(plan)));
    return "built";
}
/** As noted when it was built; a release that was not built by golive is asked. */
async function staticInside(context, preset) {
    const { host, plan, directory } = context;
    const note = (await host.attempt((0,command/* command */.G5)("tail", ["-n", "1", "--", `${plan.deploy.directory}/golive/${(0,external_node_path_.basename)(directory)}`], { timeoutSeconds: 60 }))).stdout.trim();
    return note === "static inside" || (note !== "static outside" && (await preset.staticInside(context)));
}
async function switchTo({ host, plan }, directory) {
    const { stdout } = await host.run((0,command/* script */.K$)(switchLink, [plan.deploy.directory, directory], { ...releases_asOwner(plan), label: `link current to ${directory}` }));
    const real = (await host.run((0,command/* command */.G5)("readlink", ["-f", "--", directory], { timeoutSeconds: 60 }))).stdout.trim();
    if (stdout.trim() !== real)
        throw new errors/* UserError */.yo({ what: `${plan.deploy.directory}/current leads to ${stdout.trim()} instead of ${real}`, where: host.name, mend: "find out what else changes that link" });
}
/** Every release has a directory of its own, built before the window; a link says which one is live. */
const releases = {
    touches: "deploy.switch",
    parts: {
        "deploy.fetch": async (context) => ((await isBuilt(context)) ? { note: `${context.release.commit.slice(0, 12)}, there since it was built` } : (0,git/* fetchTag */.xI)(context)),
        "deploy.build": async (context, preset) => ({ note: (await makeRelease(context, preset)) === "there" ? "built before the window" : context.directory }),
        async "deploy.switch"(context) {
            await switchTo(context, context.directory);
            return { note: context.directory };
        },
        "deploy.static": async (context, preset) => ((await staticInside(context, preset)) ? { skipped: true, note: "collected with the release" } : preset.static(context)),
    },
    async still(part, context, preset) {
        const { host, plan, release, directory } = context;
        if (part === "deploy.fetch")
            return (await isBuilt(context)) || (0,git/* hasCommit */.QE)(host, plan, release.commit);
        if (part === "deploy.build")
            return isBuilt(context);
        if (part === "deploy.switch")
            return (await releases.current(host, plan)).directory === directory;
        return staticInside(context, preset);
    },
    async current(host, plan) {
        const [directory = "", commit = ""] = (await host.run(look(plan))).stdout.trim().split("\n");
        return { commit, tag: await (0,git/* tagOf */.cO)(host, plan, commit), directory };
    },
    async problems(host, plan) {
        const { directory, shared } = plan.deploy;
        const found = [];
        const repo = await host.attempt((0,git/* git */.$Y)(plan, ["rev-parse", "--git-dir"], 60));
        if (repo.code !== 0)
            found.push({ what: `${directory}/repo is not a git repository that can be used`, where: host.name, mend: (0,git/* gitMend */.l7)(repo.stderr, "clone the service's repository there (docs/releases.md)") });
        const remote = repo.code === 0 ? await (0,git/* remoteProblem */.Iw)(host, plan) : null;
        if (remote !== null)
            found.push(remote);
        const link = await host.attempt(look(plan));
        if (link.code !== 0)
            found.push({ what: link.stderr.trim().split("\n").at(-1)?.slice(0, 200) ?? "", where: host.name, mend: "docs/releases.md says how a server is moved to this layout" });
        for (const path of shared)
            if ((await host.attempt((0,command/* command */.G5)("test", ["-e", `${directory}/shared/${path}`], { timeoutSeconds: 60 }))).code !== 0)
                found.push({ what: `${directory}/shared/${path} is not there`, where: host.name, mend: "create it, or take it out of deploy.shared" });
        return found;
    },
    async build(context, preset) {
        const done = (await isBuilt(context)) ? "there" : await (0,git/* fetchTag */.xI)(context).then(() => makeRelease(context, preset));
        const began = performance.now();
        await isBuilt(context);
        const seconds = (performance.now() - began) / 1000;
        const collecting = performance.now();
        if (!(await staticInside(context, preset)))
            await preset.static(context, "look");
        return { took: { "deploy.fetch": seconds, "deploy.build": seconds, "deploy.static": (performance.now() - collecting) / 1000 }, note: `${context.directory}${done === "there" ? " is there and whole" : ""}` };
    },
    async back(context, preset, previous, collect) {
        if (previous.directory === undefined)
            throw new errors/* UserError */.yo({ what: "the journal does not say where the previous release lies", where: context.host.name, mend: `link ${context.plan.deploy.directory}/current to it by hand` });
        await switchTo(context, previous.directory);
        const there = { ...context, directory: previous.directory };
        if (collect && !(await staticInside(there, preset)))
            await preset.static(there);
        return { note: `${previous.tag}, ${previous.directory}` };
    },
    async tidy({ host, plan }, inUse) {
        const { stdout } = await host.run((0,command/* script */.K$)(removeOld, [plan.deploy.directory, String(plan.deploy.keep), ...inUse], { ...releases_asOwner(plan, 1800), label: "remove old releases" }));
        return stdout.split("\n").filter((line) => line !== "");
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/strategy.js


function strategyOf(plan) {
    return { "in-place": inPlace, releases: releases }[plan.deploy.strategy];
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dM: () => (/* binding */ managerOf),
  gx: () => (/* binding */ serviceProblems),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices),
  __: () => (/* binding */ unitState),
  ZA: () => (/* binding */ unitsOn)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/services/compose.js

function docker(plan, args) {
    const words = ["docker", "compose", "--file", plan.config ?? "", ...args];
    const [file = "", ...rest] = plan.sudo ? ["sudo", "-n", ...words] : words;
    return (0,command/* command */.G5)(file, rest, { timeoutSeconds: plan["stop-timeout"] + 60 });
}
/** Units are services of the compose file. */
const compose = {
    programs: ["docker"],
    stop: (plan, unit) => docker(plan, ["stop", "--timeout", String(Math.ceil(plan["stop-timeout"])), unit]),
    ready: () => [],
    // The container is made anew when the file or the image changed; its dependencies have turns of their own.
    start: (plan, unit) => docker(plan, ["up", "--detach", "--no-deps", "--no-build", "--pull", "never", unit]),
    status: (plan, unit) => docker(plan, ["ps", "--all", "--format", "json", unit]),
    state: (stdout) => {
        // A list in older versions, a line for each container in newer ones.
        const states = [...stdout.matchAll(/"State":\s*"(\w+)"/g)].map(([, state = ""]) => state);
        if (states.some((state) => ["running", "restarting", "paused", "removing"].includes(state)))
            return "running";
        return states.length > 0 && states.every((state) => ["exited", "dead", "created"].includes(state)) ? "stopped" : "unknown";
    },
};

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
        // What runs runs on when its file is removed, masked or broken; what does not is surely stopped only if there is such a unit.
        if (/^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout))
            return "running";
        return /^LoadState=(loaded|bad-setting)$/m.test(stdout) && /^ActiveState=(inactive|failed)$/m.test(stdout) ? "stopped" : "unknown";
    },
};

;// CONCATENATED MODULE: ./.build/js/services/manager.js




function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor, compose: compose }[plan.manager];
}
/** The units of a host, in the order in which they start. */
function unitsOn(plan, host) {
    return plan.units.flatMap((unit) => (typeof unit === "string" ? [unit] : unit.hosts.includes(host) ? [unit.name] : []));
}
/** Stops every unit in reverse order and proves that none runs. Throws otherwise. */
async function stopServices(host, plan) {
    for (const unit of unitsOn(plan, host.name).toReversed()) {
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
    const units = unitsOn(plan, host.name);
    for (const unit of units)
        if ((await unitState(host, plan, unit)) === "running")
            await stopServices(host, plan);
    for (const unit of units) {
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
    const found = await Promise.all(unitsOn(plan, host.name).map(async (unit) => {
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
