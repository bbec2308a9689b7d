export const id = 728;
export const ids = [728];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = { token: { required: true }, plan: { required: true }, "ssh-key": {}, "notice-keys": {} };
/** Inputs of the stages after `plan`: what was approved. */
const approved = { ...common, commit: { required: true }, digest: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ watch_action)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/checklist/chart.js
var chart = __webpack_require__(8667);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/checklist/times.js
var times = __webpack_require__(7133);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/hosts/host.js
var host = __webpack_require__(6436);
// EXTERNAL MODULE: ./.build/js/stages/backup-record.js
var backup_record = __webpack_require__(1986);
// EXTERNAL MODULE: ./.build/js/checks/ask-json.js
var ask_json = __webpack_require__(5128);
// EXTERNAL MODULE: ./.build/js/core/json-path.js
var json_path = __webpack_require__(2044);
;// CONCATENATED MODULE: ./.build/js/stages/feedback.js


/** Asked once, for the report. Null when the plan names no totals. */
async function feedbackTotals({ plan, hosts }) {
    const totals = plan.watch?.feedback?.totals;
    if (totals === undefined)
        return null;
    const answer = await (0,ask_json/* askerOf */.YX)(new URL(totals.url).host, totals, { hosts, plan })("");
    if ("trouble" in answer)
        return { numbers: totals.numbers.map(({ title }) => ({ title, value: null })), trouble: answer.trouble.evidence };
    return { numbers: totals.numbers.map(({ title, path }) => ({ title, value: numberAt(answer.json, path) })) };
}
/** A list counts by its length: some services give the answers and no total. */
function numberAt(json, path) {
    const value = (0,json_path/* valueAt */.f)(json, path);
    if (Array.isArray(value))
        return value.length;
    return typeof value === "number" && Number.isFinite(value) ? value : null;
}

// EXTERNAL MODULE: ./.build/js/stages/opened-launch.js
var opened_launch = __webpack_require__(3581);
;// CONCATENATED MODULE: ./.build/js/stages/report.js









/** The end of a launch that stayed live: what was promised and what was, and the checklist is closed. */
async function report(context, tag) {
    const { launch, close } = await (0,opened_launch/* openedLaunch */.p)(context, tag);
    try {
        const made = reportOf(launch, await feedbackTotals(launch));
        if (launch.state().steps.get("watch.report")?.status !== "done") {
            await (0,issue/* comment */.Im)(context.github, launch.release.issue, made.text);
            await launch.record({ kind: "step", step: "watch.report", status: "done" });
        }
        // An artifact ends after some weeks; the record of who answered for what should not.
        await launch.hosts.get(launch.plan.control.host).run((0,host/* writeFileCommand */.$)(evidenceFile(launch), evidenceText(made), "600"));
        launch.view.changed();
        await launch.view.flush();
        await (0,issue/* updateIssue */.tt)(context.github, launch.release.issue, { state: "closed", state_reason: "completed" });
        return made;
    }
    finally {
        await close();
    }
}
const evidenceFile = ({ plan, release }) => `${plan.control.directory}/evidence-${release.id}.json`;
function evidenceText({ evidence }) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}
function reportOf(launch, feedback = null) {
    const { plan, release, messages } = launch;
    const state = launch.state();
    const { totals } = (state.steps.get("watch.watch")?.facts ?? {});
    const slo = plan.watch?.slo ?? { availability: 99.9, latency: 99 };
    const rows = [];
    const promised = (name, { bad, all }, percent) => {
        if (all === 0)
            return;
        const budget = all * (1 - percent / 100);
        rows.push([name, `${shown(100 * (1 - bad / all))} % (${messages.watch.promised(shown(percent))}) · ${messages.watch.budget(bad, all, budget === 0 ? 0 : Math.round((100 * bad) / budget))}`]);
    };
    if (totals) {
        promised(messages.watch.answered, totals.traffic, slo.availability);
        promised(messages.watch.inTime, totals.latency, slo.latency);
        promised(messages.watch.own, totals.probes, slo.availability);
    }
    const { forecastSeconds, actualSeconds } = state.steps.get("after.forecast")?.facts ?? {};
    if (typeof forecastSeconds === "number" && typeof actualSeconds === "number")
        rows.push([messages.watch.siteClosed, `${(0,figures/* showDuration */.kJ)(actualSeconds)} (${messages.forecast} ${(0,figures/* showDuration */.kJ)(forecastSeconds)})`]);
    rows.push([messages.watch.incidents, state.incidents.length === 0 ? messages.watch.none : state.incidents.map(({ at, change, what }) => `${(0,times/* clock */.pm)(at, plan)} ${messages.watch.changes[change]}${what.length > 0 ? `: ${(0,markdown/* plain */.p)(what.join("; "))}` : ""}`).join("<br>")]);
    if (feedback !== null)
        rows.push([messages.watch.said, `${feedback.numbers.map(({ title, value }) => `${(0,markdown/* plain */.p)(title)}: ${value === null ? messages.watch.notKnown : (0,figures/* figure */.vP)(value)}`).join("; ")}${feedback.trouble === undefined ? "" : ` (${(0,markdown/* plain */.p)(feedback.trouble)})`}`]);
    const text = [`## ${messages.watch.title((0,markdown/* plain */.p)(plan.service), (0,markdown/* plain */.p)(release.tag))}`, `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`, ...(0,chart/* courseCharts */.f)(state.course, plan, messages), ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback.url}`]), `<sub>${(0,markdown/* code */.a)(release.id)} · ${(0,markdown/* code */.a)(release.digest.slice(0, 16))}</sub>`].join("\n\n");
    const evidence = {
        service: plan.service, tag: release.tag, commit: release.commit, planDigest: release.digest, release: release.id, issue: release.issue, startedBy: release.actor,
        approvedBy: state.approvedBy, approvals: state.comments, overridden: state.overridden, outcome: state.ended?.outcome ?? null,
        backupManifestSha256: state.steps.get("backup.manifest")?.status === "done" ? (0,backup_record/* manifestHash */.wj)(launch) : null,
        steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({ id, status, startedAt, endedAt: endedAt ?? null, ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }), ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }) })),
        scenarios: [...state.scenarios.values()], incidents: state.incidents, watch: totals ?? null, promised: slo, feedback: feedback?.numbers ?? null,
    };
    return { text, evidence };
}
function shown(percent) {
    return (0,figures/* figure */.vP)(percent);
}

// EXTERNAL MODULE: ./.build/js/stages/watch.js + 2 modules
var watch = __webpack_require__(9638);
// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
;// CONCATENATED MODULE: ./.build/js/actions/watch.js








const watch_action = {
    inputs: { ...action/* common */.sh, tag: { required: true }, state: { required: true, oneOf: ["watch", "report"] }, limit: {} },
    outputs: ["end", "because", "evidence"],
    async run(context, { tag = "", state = "", limit = "" }) {
        if (state === "watch") {
            const seconds = limit === "" ? undefined : (0,duration/* parseDuration */.E)(limit);
            if (seconds === null || seconds === 0)
                throw new errors/* UserError */.yo({ what: (0,core_text.t) `is not a duration`, where: (0,core_text.t) `input limit`, mend: (0,core_text.t) `write it as 5h30m, 90m or 30s` });
            const { end, because, charts } = await (0,watch/* watch */.w)(context, tag, seconds);
            return { outputs: { end, because, evidence: "" }, ...(charts.length === 0 ? {} : { summary: charts.join("\n\n") }) };
        }
        const made = await report(context, tag);
        const file = (0,external_node_path_.join)(context.jobDirectory, "evidence.json");
        await (0,promises_.writeFile)(file, evidenceText(made));
        return { outputs: { end: "", because: "", evidence: file }, summary: made.text };
    },
};


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
        return states.length > 0 && states.every((state) => ["exited", "dead", "created"].includes(state)) ? "stopped" : "unknown";
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
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `${unit} still runs after it was stopped`, where: host.name, mend: (0,core_text.t) `look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable` });
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
    throw new errors/* UserError */.yo({ what: (0,core_text.t) `${plan.manager} does not say whether ${unit} runs`, where: host.name, mend: (0,core_text.t) `is this the name of a unit there, and may golive ask? Try: ${[asked.file, ...asked.args].join(" ")}` }, { cause: new errors/* CommandError */.Qd(host.name, asked, finished) });
}
/** Of the units that this host has. Throws when the manager cannot say. */
async function everyUnitIs(state, host, plan) {
    for (const unit of unitsOn(plan, host.name))
        if ((await unitState(host, plan, unit)) !== state)
            return false;
    return true;
}
/** Whether every unit is known and runs, and whether golive may stop and start it. Changes nothing. */
async function serviceProblems(host, plan) {
    const manager = managerOf(plan);
    const found = await Promise.all(unitsOn(plan, host.name).map((unit) => (0,errors/* problemsFrom */.PD)(async () => {
        const state = await unitState(host, plan, unit);
        if (state === "stopped")
            return [{ what: (0,core_text.t) `${unit} does not run`, where: host.name, mend: (0,core_text.t) `a launch starts from a service that works; start it, or take it out of services.units` }];
        return plan.sudo ? (0,sudo/* sudoProblems */.i)(host, [manager.stop(plan, unit), ...manager.ready(plan, unit), manager.start(plan, unit)]) : [];
    })));
    return found.flat();
}


/***/ }),

/***/ 1986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ dumpProved),
/* harmony export */   hh: () => (/* binding */ wayBackIsThere),
/* harmony export */   iV: () => (/* binding */ backupDirectory),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wj: () => (/* binding */ manifestHash),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
function databaseHost(launch) {
    return launch.hosts.get(launch.plan.database.host);
}
function backupDirectory({ plan, release, state }) {
    const { reopened } = state();
    // A backup is never overwritten: one made anew has a folder of its own.
    return `${plan.database.backup.directory}/${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
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
    const { copy, dump } = launch.plan.database.backup;
    if (dump === "before-deploy")
        return dumpProved(launch) && (!copy || copyOf(launch) !== null);
    return copyOf(launch) !== null;
}


/***/ })

};
