export const id = 138;
export const ids = [138];
export const modules = {

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Iw: () => (/* binding */ remoteProblem),
/* harmony export */   Nr: () => (/* binding */ freeRepository),
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   l7: () => (/* binding */ gitMend),
/* harmony export */   rt: () => (/* binding */ fetchObjects),
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
// What git was writing when its host lost power stays locked. While a git runs that works here, or may, it is its lock.
const freeLocks = `g=$(git -C "$1" rev-parse --absolute-git-dir 2>/dev/null) || exit 0
w=\${g%/.git}
locks() { find "$g" -name '*.lock' -type f -not -path "$g/objects/*"; }
works_here() {
  read -r name 2>/dev/null < "$1/comm" || return 1
  case "$name" in git|git-*) ;; *) return 1 ;; esac
  case " $(tr '\\0' ' ' 2>/dev/null < "$1/cmdline")" in *" $w"*|*" $g"*) return 0 ;; esac
  at=$(readlink "$1/cwd") || return 0
  case "$at/" in "$w"/*|"$g"/*) return 0 ;; esac
  return 1
}
busy() { for p in /proc/[0-9]*; do ! works_here "$p" || return 0; done; return 1; }
[ -n "$(locks)" ] || exit 0
n=0
while busy; do [ "$n" -lt 600 ] || exit 0; n=$((n + 1)); sleep 0.1; done
locks | while IFS= read -r f; do rm -f -- "$f"; done`;
/** Lets git write in a repository again where a git that is gone left its locks. */
async function freeRepository(host, plan, directory = (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(plan)) {
    const { "run-as": user } = plan.deploy;
    const as = user === undefined ? {} : { user };
    await host.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_3__/* .script */ .K$)(freeLocks, [directory], { ...as, timeoutSeconds: 90, label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `look for locks in ${directory}` }));
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
    await host.run(fetchObjects(plan, release.tag));
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
/** Fetches what a tag leads to, and changes no file and no reference. */
function fetchObjects(plan, tag) {
    return git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${tag}`]);
}
/** Fetches the tag alone and holds it to the approved commit: tags move. */
async function fetchTag({ host, plan, release }) {
    await freeRepository(host, plan);
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

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/hosts/settings-file.js
var settings_file = __webpack_require__(8658);
;// CONCATENATED MODULE: ./.build/js/presets/environment-file.js



/**
 * `golive_load FILE` puts the settings of a file into the environment, as systemd would for the service. Only then are
 * they in any: of the program that follows by `exec`. What the script itself remembers has a prefix, as a setting may
 * have any name. The address in a URL setting `golive_url` is pointed to `golive_database`, on `golive_server` if one is named.
 */
const load = `${settings_file/* settingsOf */.f}
golive_refuse() { echo "golive: the settings in $1 $2" >&2; exit 78; }
golive_point() {
  golive_head=\${golive_value%%[?]*}; golive_query=\${golive_value#"$golive_head"}
  if [ -z "$golive_server" ]; then golive_value=\${golive_head%/*}/$golive_database$golive_query; return; fi
  case "$golive_query" in *host*=*|*password=*|*passfile=*|*service=*) golive_query= ;; esac
  golive_user=\${golive_head#*://}; golive_user=\${golive_user%%/*}
  case "$golive_user" in *@*) golive_user=\${golive_user%@*}; golive_user=\${golive_user%%:*} ;; *) golive_user= ;; esac
  golive_value=\${golive_head%%://*}://$golive_user@$golive_server/$golive_database$golive_query
}
golive_put() {
  [ -n "$golive_name" ] || return 0
  [ "$golive_name" != "$golive_url" ] || golive_point
  if [ -n "$golive_careful" ] && ! (export "$golive_name=$golive_value") 2>/dev/null; then
    echo "golive: the shell does not let $golive_name be set" >&2
  else
    export "$golive_name=$golive_value"
  fi
  golive_name=
}
golive_each() {
  golive_name=
  set -f
  IFS='
'
  for golive_line in $golive_lines; do
    [ -z "$golive_first" ] || { unset IFS; golive_first=; }
    case "$golive_line" in
      =*) golive_put; golive_line=\${golive_line#=}; golive_name=\${golive_line%%=*}; golive_value=\${golive_line#*=} ;;
      +*) golive_value="$golive_value
\${golive_line#+}" ;;
      *) golive_put ;;
    esac
  done
}
golive_load() {
  [ -f "$1" ] && [ -r "$1" ] || golive_refuse "$1" 'cannot be read'
  golive_lines=$(settings_of "$1")
  case "$golive_lines" in
    .|*'
.') ;;
    *'!'*' nul') golive_refuse "$1" 'hold a NUL byte, and systemd reads nothing of such a file' ;;
    *'!'*' utf8') golive_refuse "$1" 'are not all UTF-8, and systemd reads nothing of such a file' ;;
    *) golive_refuse "$1" 'cannot be read (are od and awk installed?)' ;;
  esac
  # A shell keeps a few names to itself, and ends when such a one is set: then each is tried first.
  golive_first=yes golive_careful=
  (golive_each) >/dev/null 2>&1 || golive_careful=yes
  golive_first=yes
  golive_each
}
`;
const withFile = `${load}golive_url= golive_database= golive_server=
golive_load "$1"
shift
exec "$@"`;
/**
 * The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, `$4` the server as
 * a URL spells it, if it is another one, then NAME=value to `--`. That server is shown no password: who asks may be a
 * program that a backup brought along.
 */
const withFileAnd = `${load}golive_url=$2 golive_database=$3 golive_server=$4
[ -z "$1" ] || golive_load "$1"
[ -z "$golive_server" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;
/** A program with the settings of a file on the host, if one is named. */
function withSettings(file, words, options) {
    return file === undefined
        ? (0,command/* command */.G5)(words[0] ?? "", words.slice(1), options)
        : (0,command/* script */.K$)(withFile, [file, ...words], { ...options, label: words.join(" ") });
}
/** The same with other settings over it; the URL that `url` names is pointed to `database`, on `server` if it is another one. */
function withTrialSettings(file, { database, server, url, env, }, words, options) {
    const place = server === undefined ? {} : { host: server.host, port: String(server.port) };
    const known = { database, ...place };
    const filled = (value) => value.replace(/\{(database|host|port)\}/g, (whole, name) => known[name] ?? whole);
    const led = server === undefined ? {} : { PGHOST: server.host, PGPORT: String(server.port) };
    const set = Object.entries({ ...led, ...env }).map(([name, value]) => `${name}=${filled(value)}`);
    const port = server === undefined || server.port === 5432 ? "" : `:${server.port}`;
    const spelled = server === undefined ? "" : `${encodeURIComponent(server.host)}${port}`;
    return (0,command/* script */.K$)(withFileAnd, [file ?? "", url ?? "", database, spelled, ...set, "--", ...words], {
        ...options,
        label: words.join(" "),
    });
}
/** A program with the settings of the service, or of the trial when the context is one. */
function withSettingsOf({ plan, trial }, words, options) {
    const file = plan.deploy["env-file"];
    return trial === undefined ? withSettings(file, words, options) : withTrialSettings(file, trial, words, options);
}
/** Programs that commands with settings need on their host. */
function programsForSettings({ deploy }) {
    return deploy["env-file"] === undefined ? [] : settings_file/* settingsPrograms */.H;
}
const look = `${settings_file/* settingsOf */.f}[ -f "$1" ] && [ -r "$1" ] || exit 3
settings_of "$1" | sed -n '/^[!.]/p'`;
/** Whether commands can get the settings of a file on the host; null when they can. None of them leaves it. */
async function settingsProblem(host, file, options) {
    const label = (0,core_text.t) `look at the form of ${file}`;
    const { code, stdout } = await host.attempt((0,command/* script */.K$)(look, [file], { ...options, timeoutSeconds: 60, label }));
    const [, line = "", why = ""] = /^!(\d+) (\w+)$/m.exec(stdout) ?? [];
    if (why === "nul")
        return {
            code: "settings-nul",
            problem: (0,core_text.t) `line ${line} of the settings in ${file} holds a NUL byte; systemd reads nothing of such a file`,
            mend: (0,core_text.t) `write the file anew as text`,
        };
    if (why === "utf8")
        return {
            code: "settings-not-utf8",
            problem: (0,core_text.t) `line ${line} of the settings in ${file} is not UTF-8; systemd reads nothing of such a file`,
            mend: (0,core_text.t) `write the file anew in UTF-8 (iconv)`,
        };
    if (code === 0 && stdout === ".\n")
        return null;
    return {
        code: "settings-unreadable",
        problem: (0,core_text.t) `the settings in ${file} cannot be read`,
        mend: (0,core_text.t) `let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`,
    };
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
    return withSettingsOf(context, words, { ...ownerOf(context), timeoutSeconds });
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
    staticElsewhere: async () => null,
    static: async () => ({ skipped: true, note: (0,core_text.t) `part of the build` }),
    command: inRelease,
    async settings(context) {
        const { host, plan } = context;
        const { "database-setting": setting, "env-file": file } = told(plan);
        const { exclusive: _, ...options } = ownerOf(context);
        const unreadable = file === undefined ? null : await settingsProblem(host, file, options);
        if (unreadable !== null)
            return unreadable;
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
        throw new errors/* InternalError */.Gd((0,core_text.t) `the plan's preset is ${deploy.preset}`);
    return deploy;
}
/** The images of the release's compose file are fetched or built; the containers are the service manager's. */
const compose = {
    ...byCommands,
    programs: (plan) => ["git", "curl", "docker", ...programsForSettings(plan)],
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
        throw new errors/* InternalError */.Gd((0,core_text.t) `the plan's preset is ${deploy.preset}`);
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
    return withSettingsOf(context, words, { ...asOwner(context), timeoutSeconds, env: quiet });
}
function manage(context, args, timeoutSeconds = 3600) {
    return django_inRelease(context, [python(context), django_deployOf(context.plan).manage, ...args], timeoutSeconds);
}
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';
const django_printDatabase = "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";
const printServer = "from django.db import connection; s = connection.settings_dict; print('golive-server=' + str(s['HOST']) + '|' + ('yes' if s['PASSWORD'] else 'no'))";
// Where a link leads counts: a folder shared by all releases is not inside one.
const printStatic = "import os; from django.conf import settings; print('golive-static=' + os.path.realpath(str(settings.STATIC_ROOT or '')))";
function django_told(stdout, what) {
    return new RegExp(`^golive-${what}=(.*)$`, "m").exec(stdout)?.[1] ?? null;
}
function pendingOf(stdout) {
    return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
}
/** Where the static files go, and where the release lies, both without links. */
async function staticRoot(context) {
    const { host, plan, directory } = context;
    const { stdout } = await host.run(manage(context, ["shell", "-c", printStatic], 120));
    const { "run-as": user } = plan.deploy;
    const options = { timeoutSeconds: 60, ...(user === undefined ? {} : { user }) };
    const real = (await host.run((0,command/* command */.G5)("readlink", ["-f", "--", directory], options))).stdout.trim();
    return { root: django_told(stdout, "static"), directory: real };
}
const django = {
    programs: (plan) => ["git", "curl", django_deployOf(plan).python, ...programsForSettings(plan)],
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
            throw new errors/* CommandError */.Qd(context.host, asked, finished);
        return apps;
    },
    async staticInside(context) {
        const { root, directory } = await staticRoot(context);
        return root?.startsWith(`${directory}/`) ?? false;
    },
    async staticElsewhere(context) {
        const { root, directory } = await staticRoot(context);
        // Without a setting it is the directory itself.
        if (root === null || root === directory || root.startsWith(`${directory}/`))
            return null;
        return root;
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
        const unreadable = file === undefined ? null : await settingsProblem(host, file, asOwner(context));
        if (unreadable !== null)
            return unreadable;
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
            async server() {
                const said = django_told((await host.attempt(manageTrial(["shell", "-c", printServer], 120))).stdout, "server");
                if (said === null)
                    return null;
                const cut = said.lastIndexOf("|");
                return { host: said.slice(0, cut), password: said.slice(cut + 1) === "yes" };
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
        throw new errors/* InternalError */.Gd((0,core_text.t) `the plan's preset is ${deploy.preset}`);
    return deploy;
}
/** npm ci from the lock file, then the package's own build; what only building needs is dropped. */
const node = {
    ...byCommands,
    programs: (plan) => ["git", "curl", node_deployOf(plan).npm, ...programsForSettings(plan)],
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


/***/ })

};
