export const id = 197;
export const ids = [197];
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

/***/ 6551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _stages_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9921);
/* harmony import */ var _stages_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2383);
/* harmony import */ var _stages_watch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9638);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9468);







const action = {
    inputs: { ..._action_js__WEBPACK_IMPORTED_MODULE_5__/* .common */ .sh, tag: { required: true }, state: { required: true, oneOf: ["watch", "report"] }, limit: {} },
    outputs: ["end", "because", "evidence"],
    async run(context, { tag = "", state = "", limit = "" }) {
        if (state === "watch") {
            const seconds = limit === "" ? undefined : (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E)(limit);
            if (seconds === null || seconds === 0)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `is not a duration`,
                    where: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `input limit`,
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `write it as 5h30m, 90m or 30s`,
                });
            const { end, because, charts } = await (0,_stages_watch_js__WEBPACK_IMPORTED_MODULE_4__/* .watch */ .wB)(context, tag, seconds);
            return {
                outputs: { end, because, evidence: "" },
                ...(charts.length === 0 ? {} : { summary: charts.join("\n\n") }),
            };
        }
        const { text, evidence } = await (0,_stages_report_js__WEBPACK_IMPORTED_MODULE_3__/* .report */ .S)(context, tag);
        return {
            outputs: { end: "", because: "", evidence: await (0,_stages_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvidence */ .n)(context.jobDirectory, evidence) },
            summary: text,
        };
    },
};


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


/***/ })

};
