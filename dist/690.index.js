export const id = 690;
export const ids = [690];
export const modules = {

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  maintenanceOff: () => (/* binding */ maintenanceOff),
  status: () => (/* binding */ by_hand_status)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var render = __webpack_require__(9480);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/locale/en.js
var en = __webpack_require__(564);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 6 modules
var load = __webpack_require__(2473);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 2 modules
var balancer = __webpack_require__(6789);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
;// CONCATENATED MODULE: ./.build/js/stages/end-by-hand.js



/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
async function statusOf(plan, reached) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const owner = await reached.lock.owner();
    return {
        release,
        state: release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release),
        page: await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).status(),
        owner: owner ? `run ${owner.runId} of ${owner.actor}, ${owner.tag}, since ${owner.since} (${owner.runUrl})` : null,
    };
}
/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
async function openByHand(plan, reached, who, because) {
    const entries = await reached.journal.read();
    const release = (0,journal_state/* latestRelease */.JF)(entries);
    const state = release === null ? null : (0,journal_state/* stateOf */.L4)(entries, release);
    const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
    const under = state !== null && state.ended === null && (0,journal_state/* touched */.FI)(state);
    const added = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
    if (under)
        added.push({ ...stamp, kind: "ended", outcome: "failed", because: `opened by hand by ${who}: ${because}` });
    await (0,balancer/* openBalancer */.J)(plan["load-balancer"], reached.hosts).off();
    await reached.journal.append(added);
    const owner = await reached.lock.owner();
    if (owner && owner.release === release)
        await reached.lock.release(owner);
    return (0,proof/* prove */.zn)(plan, "open");
}

// EXTERNAL MODULE: ./.build/js/stages/launch.js + 9 modules
var launch = __webpack_require__(8225);
;// CONCATENATED MODULE: ./.build/js/cli/by-hand.js









const options = { plan: { type: "string", default: ".github/golive.yml" }, "ssh-key-file": { type: "string" }, because: { type: "string" } };
/** `golive status`: what state the launch and the site are in. */
async function by_hand_status(args, out) {
    await withPlan(args, async ({ plan, reached }) => {
        const { release, state, page, owner } = await statusOf(plan, reached);
        const stopped = [...(state?.steps ?? [])].filter(([, step]) => step.status === "failed" || step.status === "started");
        out([
            `launch            ${release ?? "none yet"}${state ? `: ${(0,render/* stateLine */.qo)(state, en.en)}${state.ended ? ` (${state.ended.because})` : ""}` : ""}`,
            `maintenance page  ${page === "mixed" ? "up on some balancers, down on others" : page === "on" ? "up" : "down"}`,
            `lock              ${owner ?? "free"}`,
            ...stopped.map(([id, step]) => `${step.status.padEnd(17)} ${id}${step.note ? `: ${step.note}` : ""}`),
            "",
        ].join("\n"));
    });
}
/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
async function maintenanceOff(args, out) {
    await withPlan(args, async ({ plan, reached, because }) => {
        if (because.trim() === "")
            throw new errors/* UserError */.yo({ what: "there is no reason", where: "--because", mend: 'say why, for the record: golive maintenance off --because "…"' });
        out(`The site is open: ${await openByHand(plan, reached, (0,external_node_os_.userInfo)().username, because)}\n`);
    });
}
async function withPlan(args, work) {
    const { values } = (0,external_node_util_.parseArgs)({ args: [...args], options });
    const text = await (0,promises_.readFile)(values.plan, "utf8").catch(() => {
        throw new errors/* UserError */.yo({ what: "there is no such file", where: values.plan, mend: "name the plan with --plan FILE" });
    });
    const plan = (0,load/* loadPlan */.Y)(text, values.plan);
    const file = values["ssh-key-file"];
    const sshKey = file === undefined ? "" : await (0,promises_.readFile)(file, "utf8");
    const reached = await (0,launch/* reach */.gl)(plan, { sshKey, signal: new AbortController().signal, run: { id: 0, attempt: process.pid, actor: (0,external_node_os_.userInfo)().username } });
    try {
        await work({ plan, reached, because: values.because ?? "" });
    }
    finally {
        await reached.close();
    }
}


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


/***/ })

};
