export const id = 408;
export const ids = [408];
export const modules = {

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
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
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
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`,
            where: host.name,
            mend: (0,core_text.t) `look at git status in the live directory`,
        });
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
            return ((await host.attempt((0,command/* script */.K$)('for p; do [ -e "$p" ] || exit 1; done', paths(context, preset.installed(plan)), asOwner(plan)))).code === 0);
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
            const mend = (0,git/* gitMend */.l7)(status.stderr, /cannot change to|No such file/.test(status.stderr)
                ? (0,core_text.t) `clone the service's repository there, or correct deploy.directory`
                : (0,core_text.t) `clone the service's repository there`);
            return [{ what: (0,core_text.t) `the live directory is not a git checkout that can be used`, where, mend }];
        }
        const changed = status.stdout.split("\n").filter((line) => line !== "");
        const problems = changed.length === 0
            ? []
            : [
                {
                    what: (0,core_text.t) `${changed.length} tracked file${changed.length > 1 ? (0,core_text.t) `s were` : (0,core_text.t) ` was`} changed by hand (${changed
                        .slice(0, 3)
                        .map((line) => line.slice(3))
                        .join(", ")})`,
                    where,
                    mend: (0,core_text.t) `commit or undo these changes; a checkout would lose them or stop`,
                },
            ];
        const remote = await (0,git/* remoteProblem */.Iw)(host, plan);
        return remote === null ? problems : [...problems, remote];
    },
    /** A clone aside, to be measured and tried; the window checks out, keeps and installs once more. */
    async build(context, preset) {
        const { host, plan, release, directory } = context;
        const { "run-as": user } = plan.deploy;
        const options = {
            timeoutSeconds: 1800,
            env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
            ...(user === undefined ? {} : { user }),
        };
        const fetched = await host.run((0,git/* git */.$Y)(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
        const checkedOut = await host.run((0,command/* script */.K$)(cloneRelease, [plan.deploy.directory, directory, release.commit], options));
        const first = await timed(() => preset.install(context));
        const installed = (await sameInstall(context, preset)) ? await timed(() => preset.install(context)) : first;
        // In the window what is installed is kept beside before it is changed: one of this size is copied to see how long that takes.
        let kept = 0;
        for (const name of preset.installed(plan))
            kept += (await host.run((0,command/* script */.K$)('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [`${directory}/${name}`], options))).seconds;
        const collected = await timed(() => preset.static(context, "look"));
        return {
            took: {
                "deploy.fetch": fetched.seconds,
                "deploy.checkout": checkedOut.seconds,
                "deploy.environment": installed + kept,
                "deploy.static": collected,
            },
            note: (0,core_text.t) `${release.tag} and its environment in ${directory}`,
        };
    },
    async back(context, preset, previous, collect) {
        const { host, plan, release } = context;
        await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
        const restored = [];
        for (const path of paths(context, preset.installed(plan)))
            restored.push((await host.run((0,command/* script */.K$)(putBack, [path, release.id], asOwner(plan)))).stdout.includes("back"));
        if (collect)
            await preset.static(context);
        return { note: `${previous.tag}${restored.includes(true) ? (0,core_text.t) `, environment as before` : ""}` };
    },
    tidy: async () => [],
};
/** Whether the live environment was installed from the very files that the release installs from. */
async function sameInstall({ host, plan, release }, preset) {
    const files = preset.installsFrom(plan);
    return (files !== null &&
        (await host.attempt((0,git/* git */.$Y)(plan, ["diff", "--quiet", "HEAD", release.commit, "--", ...files], 120))).code === 0);
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
    return {
        timeoutSeconds,
        exclusive: (0,layout/* lockFile */.Ke)(plan),
        env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
        ...(user === undefined ? {} : { user }),
    };
}
function look(plan) {
    const { exclusive: _, ...options } = releases_asOwner(plan, 60);
    return (0,command/* script */.K$)(lookCurrent, [plan.deploy.directory], options);
}
async function isBuilt({ host, plan, release }) {
    const { directory, shared } = plan.deploy;
    return ((await host.attempt((0,command/* script */.K$)(isWhole, [directory, (0,layout/* releaseName */["do"])(release), release.commit, ...shared], releases_asOwner(plan))))
        .code === 0);
}
/** The release's directory with all that needs no database, unless it is there and whole. */
async function makeRelease(context, preset) {
    const { host, plan, release, directory } = context;
    if (await isBuilt(context))
        return "there";
    const base = plan.deploy.directory;
    const made = await host.attempt((0,command/* script */.K$)(makeDirectory, [base, (0,layout/* releaseName */["do"])(release), release.commit], {
        ...releases_asOwner(plan, 1800),
        label: `git worktree add ${directory}`,
    }));
    if (made.code === 91)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${directory} is live, and its files are not those of ${release.tag} as approved`,
            where: host.name,
            mend: (0,core_text.t) `look at git status there; launch another tag rather than the same once more`,
        });
    if (made.code === 92)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${directory} is there and was not made by golive`,
            where: host.name,
            mend: (0,core_text.t) `move it away`,
        });
    if (made.code !== 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the release could not be checked out into ${directory}: ${made.stderr.trim().split("\n")[0]?.slice(0, 200) ?? ""}`,
            where: host.name,
            mend: (0,core_text.t) `look at git worktree list in ${base}/repo`,
        });
    await host.run((0,command/* script */.K$)(linkShared, [base, directory, ...plan.deploy.shared], {
        ...releases_asOwner(plan),
        label: (0,core_text.t) `link ${plan.deploy.shared.join(", ")}`,
    }));
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
    const note = (await host.attempt((0,command/* command */.G5)("tail", ["-n", "1", "--", `${plan.deploy.directory}/golive/${(0,external_node_path_.basename)(directory)}`], {
        timeoutSeconds: 60,
    }))).stdout.trim();
    return note === "static inside" || (note !== "static outside" && (await preset.staticInside(context)));
}
async function switchTo({ host, plan }, directory) {
    const { stdout } = await host.run((0,command/* script */.K$)(switchLink, [plan.deploy.directory, directory], {
        ...releases_asOwner(plan),
        label: (0,core_text.t) `link current to ${directory}`,
    }));
    const real = (await host.run((0,command/* command */.G5)("readlink", ["-f", "--", directory], { timeoutSeconds: 60 }))).stdout.trim();
    if (stdout.trim() !== real)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${plan.deploy.directory}/current leads to ${stdout.trim()} instead of ${real}`,
            where: host.name,
            mend: (0,core_text.t) `find out what else changes that link`,
        });
}
/** Every release has a directory of its own, built before the window; a link says which one is live. */
const releases = {
    touches: "deploy.switch",
    parts: {
        "deploy.fetch": async (context) => (await isBuilt(context))
            ? { note: (0,core_text.t) `${context.release.commit.slice(0, 12)}, there since it was built` }
            : (0,git/* fetchTag */.xI)(context),
        "deploy.build": async (context, preset) => ({
            note: (await makeRelease(context, preset)) === "there" ? (0,core_text.t) `built before the window` : context.directory,
        }),
        async "deploy.switch"(context) {
            await switchTo(context, context.directory);
            return { note: context.directory };
        },
        "deploy.static": async (context, preset) => (await staticInside(context, preset))
            ? { skipped: true, note: (0,core_text.t) `collected with the release` }
            : preset.static(context),
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
            found.push({
                what: (0,core_text.t) `${directory}/repo is not a git repository that can be used`,
                where: host.name,
                mend: (0,git/* gitMend */.l7)(repo.stderr, (0,core_text.t) `clone the service's repository there (docs/releases.md)`),
            });
        const remote = repo.code === 0 ? await (0,git/* remoteProblem */.Iw)(host, plan) : null;
        if (remote !== null)
            found.push(remote);
        const link = await host.attempt(look(plan));
        if (link.code !== 0)
            found.push({
                what: link.stderr.trim().split("\n").at(-1)?.slice(0, 200) ?? "",
                where: host.name,
                mend: (0,core_text.t) `docs/releases.md says how a server is moved to this layout`,
            });
        for (const path of shared)
            if ((await host.attempt((0,command/* command */.G5)("test", ["-e", `${directory}/shared/${path}`], { timeoutSeconds: 60 }))).code !== 0)
                found.push({
                    what: (0,core_text.t) `${directory}/shared/${path} is not there`,
                    where: host.name,
                    mend: (0,core_text.t) `create it, or take it out of deploy.shared`,
                });
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
        return {
            took: {
                "deploy.fetch": seconds,
                "deploy.build": seconds,
                "deploy.static": (performance.now() - collecting) / 1000,
            },
            note: `${context.directory}${done === "there" ? (0,core_text.t) ` is there and whole` : ""}`,
        };
    },
    async back(context, preset, previous, collect) {
        if (previous.directory === undefined)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `the journal does not say where the previous release lies`,
                where: context.host.name,
                mend: (0,core_text.t) `link ${context.plan.deploy.directory}/current to it by hand`,
            });
        await switchTo(context, previous.directory);
        const there = { ...context, directory: previous.directory };
        if (collect && !(await staticInside(there, preset)))
            await preset.static(there);
        return { note: `${previous.tag}, ${previous.directory}` };
    },
    async tidy({ host, plan }, inUse) {
        const { stdout } = await host.run((0,command/* script */.K$)(removeOld, [plan.deploy.directory, String(plan.deploy.keep), ...inUse], {
            ...releases_asOwner(plan, 1800),
            label: (0,core_text.t) `remove old releases`,
        }));
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
  Wh: () => (/* binding */ everyUnitIs),
  dM: () => (/* binding */ managerOf),
  gx: () => (/* binding */ serviceProblems),
  Fp: () => (/* binding */ startServices),
  RU: () => (/* binding */ stopServices),
  Eb: () => (/* binding */ unitsLooks),
  ZA: () => (/* binding */ unitsOn)
});

// UNUSED EXPORTS: unitState

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
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
        return states.length > 0 && states.every((state) => ["exited", "dead", "created"].includes(state))
            ? "stopped"
            : "unknown";
    },
};

// EXTERNAL MODULE: ./.build/js/services/sudo.js
var sudo = __webpack_require__(4836);
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
    state: (stdout) => /^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout)
        ? "running"
        : /^\S+\s+(STOPPED|EXITED|FATAL)\b/m.test(stdout)
            ? "stopped"
            : "unknown",
};

;// CONCATENATED MODULE: ./.build/js/services/systemd.js

function systemctl(plan, args) {
    const timeoutSeconds = plan["stop-timeout"] + 60;
    return plan.sudo
        ? (0,command/* command */.G5)("sudo", ["-n", "systemctl", ...args], { timeoutSeconds })
        : (0,command/* command */.G5)("systemctl", [...args], { timeoutSeconds });
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
        return /^LoadState=(loaded|bad-setting)$/m.test(stdout) && /^ActiveState=(inactive|failed)$/m.test(stdout)
            ? "stopped"
            : "unknown";
    },
};

;// CONCATENATED MODULE: ./.build/js/services/manager.js






function managerOf(plan) {
    return { systemd: systemd, supervisor: supervisor, compose: compose }[plan.manager];
}
/** The units of a host, in the order in which they start. */
function unitsOn(plan, host) {
    return plan.units.flatMap((unit) => typeof unit === "string" ? [unit] : unit.hosts.includes(host) ? [unit.name] : []);
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
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${unit} still runs after it was stopped`,
            where: host.name,
            mend: (0,core_text.t) `look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable`,
        });
    }
}
/**
 * Starts every unit in order, with the code that lies there now: one that something else started meanwhile is stopped
 * first. Whether the service is up is for its health page to say.
 */
async function startServices(host, plan) {
    const manager = managerOf(plan);
    const units = unitsOn(plan, host.name);
    if (!(await everyUnitIs("stopped", host, plan)))
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
    throw new errors/* UserError */.yo({
        what: (0,core_text.t) `${plan.manager} does not say whether ${unit} runs`,
        where: host.name,
        mend: (0,core_text.t) `is this the name of a unit there, and may golive ask? Try: ${[asked.file, ...asked.args].join(" ")}`,
    }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
}
/** Of the units that this host has. Throws when the manager cannot say. */
async function everyUnitIs(state, host, plan) {
    for (const unit of unitsOn(plan, host.name))
        if ((await unitState(host, plan, unit)) !== state)
            return false;
    return true;
}
/** Whether the units run, on every host of the services at once. Throws nothing. */
async function unitsLooks(hosts, plan) {
    return Promise.all(plan.hosts.map(async (host) => {
        try {
            return { host, run: await everyUnitIs("running", hosts.get(host), plan) };
        }
        catch (trouble) {
            return { host, trouble };
        }
    }));
}
/** Whether every unit is known and runs, and whether golive may stop and start it. Changes nothing. */
async function serviceProblems(host, plan) {
    const manager = managerOf(plan);
    const found = await Promise.all(unitsOn(plan, host.name).map((unit) => (0,errors/* problemsFrom */.PD)(async () => {
        const state = await unitState(host, plan, unit);
        if (state === "stopped")
            return [
                {
                    what: (0,core_text.t) `${unit} does not run`,
                    where: host.name,
                    mend: (0,core_text.t) `a launch starts from a service that works; start it, or take it out of services.units`,
                },
            ];
        return plan.sudo
            ? (0,sudo/* sudoProblems */.i)(host, [manager.stop(plan, unit), ...manager.ready(plan, unit), manager.start(plan, unit)])
            : [];
    })));
    return found.flat();
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
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);





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
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `healthy after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .figure */ .vP)(seconds, 1)} s${plan.health.version && expected !== null ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `, version ${typeof expected === "string" ? expected : expected.tag}` : ""}`;
        if (seconds > plan.health.within)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `not healthy within ${plan.health.within} s: ${problem}`,
                where: host.name,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `look at the service's log on that host`,
            });
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds < 5 ? 200 : 1000);
    }
}
async function healthProblem(host, plan, expected) {
    const { url, version } = plan.health;
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, url, 5);
    if (page.status !== 200)
        return `${url} ${page.status === 0 ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `does not answer (${page.error})` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `answers ${page.status}`}`;
    if (version === undefined || expected === null)
        return null;
    const told = await versionOn(host, plan);
    if (typeof told !== "string")
        return told.problem;
    const fits = typeof expected === "string"
        ? told === expected
        : told === expected.tag || (told.length >= 7 && expected.commit.startsWith(told));
    return fits
        ? null
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} says ${told.slice(0, 60)}, not ${typeof expected === "string" ? expected : expected.tag}`;
}
/** What the version page of a host says now. */
async function versionOn(host, plan) {
    const { version } = plan.health;
    if (version === undefined)
        return { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the plan names no version page` };
    const page = await (0,_checks_http_js__WEBPACK_IMPORTED_MODULE_1__/* .curl */ .Vt)(host, version.url, 5);
    if (page.status !== 200)
        return { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} answers ${page.status}` };
    return versionOf(page.body, version.json) ?? { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${version.url} holds no "${version.json}"` };
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
