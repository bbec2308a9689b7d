export const id = 931;
export const ids = [931];
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
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6642);




/** git in the repository that fetches, or in `directory`, asking nobody for a password. */
function git(plan, args, timeoutSeconds = 600, directory = (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(plan)) {
    const { "run-as": user } = plan.deploy;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_3__/* .command */ .G5)("git", ["-C", directory, ...args], {
        timeoutSeconds,
        env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
        ...(user === undefined ? {} : { user }),
    });
}
/** The newest tag at a commit, or the commit's first digits. */
async function tagOf(host, plan, commit) {
    const tags = (await host.attempt(git(plan, ["tag", "--points-at", commit, "--sort=-creatordate"], 60))).stdout
        .trim()
        .split("\n");
    return tags[0] || commit.slice(0, 12);
}
/** Files added or changed between a commit and the release, with their text. Only objects are fetched. */
async function changedFiles({ host, plan, release }, from, wanted) {
    await host.run(git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
    const { stdout } = await host.run(git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", from, release.commit], 120));
    const paths = stdout
        .split("\0")
        .filter((path) => path !== "" && wanted(path))
        .toSorted();
    const files = [];
    for (const path of paths)
        files.push({ path, text: (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout });
    return files;
}
/** Fetches the tag alone and holds it to the approved commit: tags move. */
async function fetchTag({ host, plan, release }) {
    await host.run(git(plan, [
        "fetch",
        "--quiet",
        "--force",
        "--no-tags",
        plan.deploy.remote,
        `+refs/tags/${release.tag}:refs/tags/${release.tag}`,
    ]));
    const found = (await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))).stdout.trim();
    if (found !== release.commit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`,
            where: host.name,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `somebody moved the tag, or the remote is another repository; start a new launch`,
        });
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
    return url.code === 0
        ? null
        : {
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no git remote "${remote}"`,
            where: `${host.name}:${(0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(plan)}`,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `correct deploy.remote, or add the remote`,
        };
}
/** How to mend a directory that git refuses. */
function gitMend(stderr, otherwise) {
    return /dubious ownership/.test(stderr) ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set deploy.run-as to the user that owns it` : otherwise;
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
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
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
    return file === undefined
        ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options)
        : (0,command/* script */.K$)(withFile, [file, ...words], { ...options, label: words.join(" ") });
}
/** The same with other settings over it; in the one that `url` names the last part of the URL becomes `database`. */
function withTrialSettings(file, { database, url, env, }, words, options) {
    const set = Object.entries(env).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
    return (0,command/* script */.K$)(withFileAnd, [file ?? "", url ?? "", database, ...set, "--", ...words], {
        ...options,
        label: words.join(" "),
    });
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
const printDatabase = (setting) => "url" in setting
    ? ["sh", "-c", 'v=$(printenv -- "$1") || exit 3; v=${v%%[?]*}; printf "%s\\n" "${v##*/}"', "sh", setting.url]
    : ["printenv", "--", setting.name];
function ownerOf({ plan, directory }) {
    const { "run-as": user } = plan.deploy;
    return { cwd: directory, exclusive: (0,layout/* lockFile */.Ke)(plan), ...(user === undefined ? {} : { user }) };
}
function inRelease(context, words, timeoutSeconds) {
    return withSettings(context.plan.deploy["env-file"], words, { ...ownerOf(context), timeoutSeconds });
}
function lines(stdout) {
    return stdout
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
/** What a .sql file does to data that is there, by its statements; of any other file nobody can tell. */
function readSql(path, text) {
    const name = path.split("/").slice(-2).join("/");
    if (!path.endsWith(".sql"))
        return { name, drops: [], rewrites: [(0,core_text.t) `not read`] };
    const code = text
        .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
        .replaceAll(/--.*$/gm, " ")
        .replaceAll(/'(?:[^']|'')*'/g, "''");
    const named = (pattern) => [
        ...new Set([...code.matchAll(pattern)].map(([words]) => words.replaceAll(/\s+/g, " ").toUpperCase())),
    ];
    return {
        name,
        drops: named(/\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|VIEW|MATERIALIZED\s+VIEW)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b/gi),
        rewrites: named(/\bUPDATE\b(?=\s+\S+\s+SET\b)|\bALTER\s+COLUMN\b|\bRENAME\b(?=\s+(?:TO|COLUMN)\b)|\bSET\s+DATA\s+TYPE\b|\bDO\b(?=\s+\$)/gi),
    };
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
        return migrate === undefined
            ? []
            : lines((await context.host.run(inRelease(context, migrate.pending, 600))).stdout);
    },
    async migrate(context) {
        const { migrate } = told(context.plan);
        if (migrate !== undefined)
            await context.host.run(inRelease(context, migrate.run, 4 * 3600));
    },
    drift: async () => null,
    staticInside: async () => true,
    static: async () => ({ skipped: true, note: (0,core_text.t) `part of the build` }),
    command: inRelease,
    async settings(context) {
        const { host, plan } = context;
        const { "database-setting": setting, "env-file": file } = told(plan);
        const { exclusive: _, ...options } = ownerOf(context);
        if (file !== undefined &&
            (await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...options, timeoutSeconds: 60 }))).code !== 0)
            return {
                problem: (0,core_text.t) `the settings in ${file} cannot be read`,
                mend: (0,core_text.t) `let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`,
            };
        if (setting === undefined)
            return null;
        const [name] = lines((await host.attempt(inRelease(context, printDatabase(setting), 60))).stdout);
        const key = "url" in setting ? setting.url : setting.name;
        if (name === undefined)
            return {
                problem: (0,core_text.t) `${key} is not among the settings`,
                mend: (0,core_text.t) `correct deploy.database-setting or deploy.env-file`,
            };
        return name === plan.database.name
            ? null
            : {
                problem: (0,core_text.t) `${key} leads to the database "${name.slice(0, 80)}", not "${plan.database.name}"`,
                mend: (0,core_text.t) `correct deploy.env-file or database.name`,
            };
    },
    trial(context, settings) {
        const { host, plan } = context;
        const { migrate, "database-setting": setting, "env-file": file } = told(plan);
        const { exclusive: _, ...options } = ownerOf(context);
        const inTrial = (words, timeoutSeconds, more = {}) => withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, {
            ...options,
            timeoutSeconds,
        });
        return {
            command: inTrial,
            async database() {
                return setting === undefined
                    ? null
                    : (lines((await host.attempt(inTrial(printDatabase(setting), 60))).stdout)[0] ?? null);
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
        throw new Error((0,core_text.t) `the plan's preset is ${deploy.preset}`);
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
        await context.host.run((0,command/* command */.G5)("docker", ["compose", "--file", file, ...(build ? ["build", "--quiet"] : ["pull", "--quiet"])], {
            ...ownerOf(context),
            timeoutSeconds: 3600,
        }));
        return { note: (0,core_text.t) `images of ${file}` };
    },
};

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/presets/django-migrations.js
const drops = new Set(["DeleteModel", "RemoveField"]);
/** Change what rows or names already hold; of the last three nobody can tell from outside. */
const rewrites = new Set([
    "AlterField",
    "RenameField",
    "RenameModel",
    "AlterModelTable",
    "AlterOrderWithRespectTo",
    "RunPython",
    "RunSQL",
    "SeparateDatabaseAndState",
]);
/** What a migration file does to data that is there, by the operations it names; the file is read, never run. */
function readMigration(path, text) {
    const [, app = "", file = ""] = /([^/]+)\/migrations\/([^/]+)\.py$/.exec(path) ?? [];
    const code = text.replaceAll(/("""|''')[\s\S]*?\1/g, "").replaceAll(/#.*$/gm, "");
    const named = [...new Set([...code.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([, name = ""]) => name))];
    return {
        name: `${app}.${file}`,
        drops: named.filter((name) => drops.has(name)),
        rewrites: named.filter((name) => rewrites.has(name)),
    };
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
        throw new Error((0,core_text.t) `the plan's preset is ${deploy.preset}`);
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
    async drift(context) {
        const asked = manage(context, ["makemigrations", "--check", "--dry-run", "--noinput", "--no-color"], 300);
        const finished = await context.host.attempt(asked);
        const apps = [...finished.stdout.matchAll(/^Migrations for '([\w.]+)':/gm)].map(([, app = ""]) => app);
        // 3: the migration that is missing would ask for a default, and nobody is there to answer.
        if (finished.code === 3 && apps.length === 0)
            return [(0,core_text.t) `a field that needs a default`];
        if (finished.timedOut || (finished.code !== 0 && apps.length === 0))
            throw new errors/* CommandError */.Qd(context.host.name, asked, finished);
        return apps;
    },
    async staticInside(context) {
        const { stdout } = await context.host.run(manage(context, ["shell", "-c", printStatic], 120));
        const real = (await context.host.run((0,command/* command */.G5)("readlink", ["-f", "--", context.directory], {
            timeoutSeconds: 60,
            ...(context.plan.deploy["run-as"] === undefined ? {} : { user: context.plan.deploy["run-as"] }),
        }))).stdout.trim();
        return django_told(stdout, "static")?.startsWith(`${real}/`) ?? false;
    },
    async static(context, look) {
        if (!django_deployOf(context.plan)["collect-static"])
            return { skipped: true, note: (0,core_text.t) `the plan says so` };
        await context.host.run(manage(context, ["collectstatic", "--noinput", "--verbosity", "0", ...(look ? ["--dry-run"] : [])]));
        return {};
    },
    command: django_inRelease,
    async settings(context) {
        const { host, plan } = context;
        const file = plan.deploy["env-file"];
        const { code } = file === undefined
            ? { code: 0 }
            : await host.attempt((0,command/* command */.G5)("test", ["-r", file], { ...asOwner(context), timeoutSeconds: 60 }));
        if (code !== 0)
            return {
                problem: (0,core_text.t) `the settings in ${file} cannot be read`,
                mend: (0,core_text.t) `let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`,
            };
        const name = django_told((await host.attempt(manage(context, ["shell", "-c", django_printDatabase], 120))).stdout, "database");
        if (name === null)
            return { problem: (0,core_text.t) `manage.py does not run with these settings`, mend: (0,core_text.t) `try it by hand: manage.py check` };
        return name === plan.database.name
            ? null
            : {
                problem: (0,core_text.t) `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`,
                mend: (0,core_text.t) `correct deploy.env-file or database.name`,
            };
    },
    trial(context, settings) {
        const { host, plan, directory } = context;
        const { "run-as": user, "env-file": file } = plan.deploy;
        const inTrial = (words, timeoutSeconds, more = {}) => withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, {
            cwd: directory,
            timeoutSeconds,
            env: quiet,
            ...(user === undefined ? {} : { user }),
        });
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

;// CONCATENATED MODULE: ./.build/js/presets/node.js




/** This preset is asked only for a plan that names it. */
function node_deployOf({ deploy }) {
    if (deploy.preset !== "node")
        throw new Error((0,core_text.t) `the plan's preset is ${deploy.preset}`);
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
        const run = (...args) => host.run((0,command/* command */.G5)(npm, [...args, "--no-audit", "--no-fund", "--no-update-notifier"], {
            ...ownerOf(context),
            timeoutSeconds: 1800,
            env: { NODE_ENV: "production", CI: "true", NPM_CONFIG_LOGLEVEL: "error" },
        }));
        await run("ci", ...(build ? ["--include=dev"] : ["--omit=dev"]));
        if (!build)
            return { note: "package-lock.json" };
        // What an earlier release built must not be taken for this one's.
        await host.run((0,command/* script */.K$)('for p; do rm -rf -- "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 600 }));
        await run("run", "build");
        await run("prune", "--omit=dev");
        const missing = (await host.run((0,command/* script */.K$)('for p; do [ -e "$p" ] || echo "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 60 }))).stdout.trim();
        if (missing !== "")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `npm run build made no ${missing.split("\n").join(", ")}`,
                where: `${host.name}:${directory}`,
                mend: (0,core_text.t) `correct deploy.built, or the build`,
            });
        return { note: `package-lock.json, ${built.join(", ")}` };
    },
};

;// CONCATENATED MODULE: ./.build/js/presets/preset.js



function presetOf(plan) {
    return { django: django, node: node, compose: compose }[plan.deploy.preset];
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
        ["backup.files-", 1],
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
        ["rollback.files-", 1],
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


/***/ })

};
