export const id = 443;
export const ids = [443];
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

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   checkTable: () => (/* binding */ checkTable)
/* harmony export */ });
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2318);
/* harmony import */ var _stages_verify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7321);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);





const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["verdict"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        const results = await (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_0__/* .verify */ .MX)(launch);
        const result = { outputs: { verdict: (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .worst */ .Q)(results.map(({ verdict }) => verdict)) }, summary: checkTable(results) };
        try {
            (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePass */ .$d)(results);
            return result;
        }
        catch (failure) {
            return { ...result, failure };
        }
    }),
};
/** For the job summary. */
function checkTable(results) {
    const rows = results.map(({ title, verdict, evidence }) => `| ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(title)} | ${verdict} | ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(evidence)} |`);
    const details = results.flatMap(({ title, details: lines }) => (lines ? [`<details><summary>${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(title)}</summary>\n\n${lines.map((line) => `- ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(line)}`).join("\n")}\n\n</details>`] : []));
    return `## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8778);

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLaunch */ .M)(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" });
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
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
    return { seconds: sum(steps.map(({ seconds }) => seconds)), spread: Math.sqrt(sum(steps.map(({ spread }) => spread ** 2))) };
}
/** How far a forecast was off, as a share of what it was: 0.2 is a fifth. */
function deviation(forecastSeconds, actualSeconds) {
    return actualSeconds === 0 ? 0 : Math.abs(forecastSeconds - actualSeconds) / actualSeconds;
}
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
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
    return opens.diff(now).as("seconds") <= waitAtMost ? { kind: "wait", until: opens } : { kind: "early", approveFrom: opens.minus({ seconds: waitAtMost }) };
}
/** The last moment at which a rollback that begins still ends inside the window. */
function lastSafeMoment(window, rollback) {
    return window.end.minus({ seconds: atMost(rollback) });
}
function atMost({ seconds, spread }) {
    return seconds + spread;
}


/***/ }),

/***/ 4910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var core_command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/load-balancer/command.js


/** Any other balancer, by the team's own commands. */
function commandBalancer(plan, host) {
    const { bypass, drain } = plan;
    const words = ([file = "", ...args]) => (0,core_command/* command */.G5)(file, args, { timeoutSeconds: 300 });
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
        ...(bypass === undefined
            ? {}
            : {
                bypass: {
                    allow: async (token) => void (await host.run({ ...words(bypass.on), stdin: `${token}\n`, secrets: [token] })),
                    clear: async () => void (await host.run(words(bypass.off))),
                    tricks: [""],
                },
            }),
        ...(drain === undefined
            ? {}
            : {
                async running() {
                    const { stdout } = await host.run({ ...words(drain.running), timeoutSeconds: 15 });
                    if (!/^\d+$/.test(stdout.trim()))
                        throw new errors/* UserError */.yo({ what: `${drain.running[0]} did not print a number`, where: host.name, mend: "it prints how many requests still run, and nothing else" });
                    return [Number(stdout.trim())];
                },
            }),
    };
}

;// CONCATENATED MODULE: ./.build/js/load-balancer/haproxy.js


// The file is what a reload reads, the runtime map is what counts now; both are written, the file first. What else is
// in the map stays. $1 file, $2 key, $3 value, $4 socket.
const setScript = `say() { printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"; }
t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
{ [ ! -f "$1" ] || awk -v k="$2" '$1 != k' "$1" || exit 1; printf '%s %s\\n' "$2" "$3"; } > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
if say "show map $1" "$4" | awk -v k="$2" '$2 == k { f = 1 } END { exit !f }'; then say "set map $1 $2 $3" "$4"; else say "add map $1 $2 $3" "$4"; fi`;
// Two words: the file's and the runtime map's. A map that HAProxy does not know is an error of its own.
const statusScript = `m=$(printf 'show map %s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$3") || exit 1
case "$m" in *Unknown*|*"ermission"*|*"nvalid"*) printf '%s\\n' "$m" >&2; exit 3 ;; esac
f=$(awk -v k="$2" '$1 == k { v = $2 } END { print (v == "on" ? "on" : "off") }' "$1" 2>/dev/null || echo off)
printf '%s\\n' "$m" | awk -v k="$2" -v f="\${f:-off}" '$2 == k { v = $3 } END { print f, (v == "on" ? "on" : "off") }'`;
// The map of tokens is golive's alone: it holds the one on standard input, or none. Read back here, so that no token is
// printed: 4 when HAProxy has not what it should. printf belongs to the shell, so it is no argument either. $1 file, $2 socket.
const onlyToken = `IFS= read -r k; umask 077
say() { printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$s"; }
s=$2; t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
if [ -z "$k" ]; then : ; else printf '%s yes\\n' "$k"; fi > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
m=$(say "show map $1") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac
say "clear map $1" >/dev/null && { [ -z "$k" ] || say "add map $1 $k yes" >/dev/null; } || exit 1
m=$(say "show map $1"); n=0; y=
while read -r _ a b; do [ -z "$a" ] || n=$((n + 1)); [ "$a $b" != "$k yes" ] || y=yes; done <<end
$m
end
if [ -z "$k" ]; then [ "$n" = 0 ]; else [ "$n$y" = 1yes ]; fi || exit 4`;
const knownScript = `m=$(printf 'show map %s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac`;
const sayScript = `printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"`;
// What HAProxy reads when it starts anew. $1 file, $2 socket.
const keepScript = `t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
printf 'show servers state\\n' | socat -t 10 - "UNIX-CONNECT:$2" > "$t" && [ -s "$t" ] || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1"`;
/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
function haproxyBalancer(plan, hosts) {
    const asUser = plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
    const asked = (text, values, label) => (0,core_command/* script */.K$)(text, [plan.map, plan.key, ...values], { timeoutSeconds: 30, label, ...asUser });
    const everywhere = (ask) => Promise.all(hosts.map(ask));
    const { bypass, backend, drain } = plan;
    const requireKnown = async (host, map, command) => {
        const finished = await host.attempt(command);
        if (finished.code === 3)
            throw new errors/* UserError */.yo({ what: `HAProxy has no map ${map}`, where: host.name, mend: "is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md" });
        if (finished.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, command, finished);
        return finished;
    };
    const statusOf = async (host) => {
        // A way past the page that is not there is found by day as well.
        if (bypass)
            await requireKnown(host, bypass.map, (0,core_command/* script */.K$)(knownScript, [bypass.map, plan.socket], { timeoutSeconds: 30, label: `show map ${bypass.map}`, ...asUser }));
        const finished = await requireKnown(host, plan.map, asked(statusScript, [plan.socket], `show map ${plan.map}`));
        return finished.stdout.trim().split(/\s+/);
    };
    const set = async (host, value) => {
        await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
        const found = await statusOf(host);
        if (found.some((word) => word !== value))
            throw new errors/* UserError */.yo({ what: `after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`, where: host.name, mend: "is the socket of level admin, and the map's name the one in haproxy.cfg?" });
    };
    const tokens = (map, token) => everywhere(async (host) => {
        const command = (0,core_command/* script */.K$)(onlyToken, [map, plan.socket], { stdin: `${token}\n`, timeoutSeconds: 60, label: `write ${map}`, ...asUser, ...(token === "" ? {} : { secrets: [token] }) });
        const finished = await host.attempt(command);
        if (finished.code === 4)
            throw new errors/* UserError */.yo({ what: `HAProxy did not take over what was written into ${map}`, where: host.name, mend: "is the socket of level admin?" });
        if (finished.code === 3)
            await requireKnown(host, map, (0,core_command/* script */.K$)(knownScript, [map, plan.socket], { timeoutSeconds: 30, label: `show map ${map}`, ...asUser }));
        if (finished.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, command, finished);
    });
    return {
        on: async () => void (await everywhere((host) => set(host, "on"))),
        off: async () => void (await everywhere((host) => set(host, "off"))),
        async status() {
            const words = (await everywhere(statusOf)).flat();
            return words.every((word) => word === "on") ? "on" : words.every((word) => word === "off") ? "off" : "mixed";
        },
        ...(bypass === undefined ? {} : { bypass: { allow: async (token) => void (await tokens(bypass.map, token)), clear: async () => void (await tokens(bypass.map, "")), tricks: ["", plan.key] } }),
        // A backend's own count: the page is answered before it, and health checks are none of it.
        ...(backend === undefined || drain === undefined ? {} : { running: () => everywhere(async (host) => (await rowsOf(host, plan, backend)).filter(({ name }) => name === "BACKEND").reduce((sum, { sessions }) => sum + sessions, 0)) }),
        ...(backend === undefined ? {} : { servers: serversOf(plan, backend, everywhere) }),
    };
}
async function say(host, plan, text) {
    return (await host.run((0,core_command/* script */.K$)(sayScript, [text, plan.socket], { timeoutSeconds: 30, label: text, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) }))).stdout;
}
/** A backend's rows of `show stat`, by the names of its columns. */
async function rowsOf(host, plan, backend) {
    const [head = "", ...lines] = (await say(host, plan, "show stat")).split("\n");
    const names = head.replace(/^# /, "").split(",");
    const [at, name, sessions, status] = ["pxname", "svname", "scur", "status"].map((column) => names.indexOf(column));
    const rows = lines.map((line) => line.split(",")).filter((cells) => cells[at ?? -1] === backend && cells[name ?? -1] !== "FRONTEND");
    if (rows.length === 0)
        throw new errors/* UserError */.yo({ what: `HAProxy has no backend ${backend}`, where: host.name, mend: "is load-balancer.backend spelled as in haproxy.cfg?" });
    return rows.map((cells) => ({ name: cells[name ?? -1] ?? "", sessions: Number(cells[sessions ?? -1]), status: cells[status ?? -1] ?? "" }));
}
function serversOf(plan, backend, everywhere) {
    const named = (host) => {
        const server = plan.servers[host];
        if (server === undefined)
            throw new errors/* UserError */.yo({ what: `load-balancer.servers does not say which server ${host} is`, where: "load-balancer.servers", mend: `add ${host}: with its name in the backend ${backend}` });
        return server;
    };
    const set = async (server, wanted) => {
        await everywhere(async (host) => {
            const said = (await say(host, plan, `set server ${backend}/${server} state ${wanted}`)).trim();
            const row = (await rowsOf(host, plan, backend)).find(({ name }) => name === server);
            const out = /^(MAINT|DRAIN|NOLB)/.test(row?.status ?? "MAINT");
            if (said !== "" || out !== (wanted === "maint"))
                throw new errors/* UserError */.yo({ what: `${backend}/${server} is ${row?.status ?? "not there"} after it was set to ${wanted}${said === "" ? "" : ` (${said})`}`, where: host.name, mend: "is the socket of level admin, and the server's name the one in haproxy.cfg?" });
            if (plan["state-file"] !== undefined)
                await host.run((0,core_command/* script */.K$)(keepScript, [plan["state-file"], plan.socket], { timeoutSeconds: 30, label: `write ${plan["state-file"]}`, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) }));
        });
    };
    return {
        async missing() {
            const wanted = Object.values(plan.servers);
            const found = await everywhere(async (host) => {
                const rows = (await rowsOf(host, plan, backend)).filter(({ name }) => name !== "BACKEND");
                const names = wanted.length > 0 ? wanted : rows.map(({ name }) => name);
                return names.flatMap((server) => {
                    const state = rows.find(({ name }) => name === server)?.status ?? "not there";
                    // "UP 1/2" is on its way down; "no check" is as good as HAProxy knows.
                    return /^(UP|no check)/.test(state) ? [] : [{ balancer: host.name, server, state }];
                });
            });
            return found.flat();
        },
        takeOut: async (host) => set(named(host), "maint"),
        putBack: async (host) => set(named(host), "ready"),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/hosts/host.js
var hosts_host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/load-balancer/nginx.js




// A token is the name of an empty file, so its folder may be passed through and not listed: 0711. Whatever else looks
// like a token goes. $1 the folder, $2 the form; the token comes on standard input, as arguments are for all to see.
const nginx_onlyToken = `IFS= read -r t; umask 066
[ -d "$1" ] || mkdir -p -m 711 -- "$1" || exit 1
chmod go-w,o-r,o+x -- "$1" 2>/dev/null || [ -z "$(find "$1" -maxdepth 0 -perm /006)" ] || { echo "fatal: others may list $1" >&2; exit 1; }
find "$1" -mindepth 1 -maxdepth 1 -type f -name "$2" -delete || exit 1
[ -z "$t" ] || : > "$1/$t"`;
const formGlob = "[0-9a-f]".repeat(64);
/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
function nginxBalancer(plan, hosts) {
    const options = { timeoutSeconds: 30 };
    const { bypass, drain } = plan;
    const everywhere = (ask) => Promise.all(hosts.map(ask));
    return {
        async on(reason) {
            // nginx's workers only look whether the file is there; people may read why.
            await everywhere((host) => host.run((0,hosts_host/* writeFileCommand */.$)(plan.flag, `${reason}\n`, "644")));
        },
        async off() {
            await everywhere((host) => host.run((0,core_command/* script */.K$)('rm -f -- "$1"', [plan.flag], options)));
        },
        async status() {
            const found = await everywhere(async (host) => (await host.run((0,core_command/* script */.K$)('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim());
            return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
        },
        ...(bypass === undefined
            ? {}
            : {
                bypass: {
                    allow: async (token) => void (await everywhere((host) => host.run((0,core_command/* script */.K$)(nginx_onlyToken, [bypass.directory, formGlob], { ...options, stdin: `${token}\n`, secrets: [token], label: `write a token into ${bypass.directory}` })))),
                    clear: async () => void (await everywhere((host) => host.run((0,core_command/* script */.K$)(nginx_onlyToken, [bypass.directory, formGlob], { ...options, stdin: "\n", label: `clear ${bypass.directory}` })))),
                    // The flag is a file that is there: a configuration without the form's map would take the way to it for a token.
                    tricks: ["", ".", external_node_path_.posix.relative(bypass.directory, plan.flag)],
                },
            }),
        ...(drain === undefined ? {} : { running: () => everywhere((host) => writing(host, drain.status)) }),
    };
}
/** Requests under way, from the end of their headers on, as `stub_status` counts them; its own is not one of them. */
async function writing(host, url) {
    const { code, stdout } = await host.attempt((0,core_command/* command */.G5)("curl", ["-q", "-sS", "--globoff", "--noproxy", "*", "--max-time", "5", "--", url], { timeoutSeconds: 15 }));
    const found = /^Reading: \d+ Writing: (\d+) Waiting: \d+/m.exec(stdout);
    if (code !== 0 || found === null)
        throw new errors/* UserError */.yo({ what: `${url} is not a page of nginx's stub_status`, where: host.name, mend: "give it a server of its own on loopback (docs/maintenance.md)" });
    return Math.max(0, Number(found[1]) - 1);
}

;// CONCATENATED MODULE: ./.build/js/load-balancer/balancer.js



function openBalancer(plan, hosts) {
    switch (plan.kind) {
        case "nginx":
            return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "haproxy":
            return haproxyBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
        case "command":
            return commandBalancer(plan, hosts.get(plan.host));
    }
}


/***/ }),

/***/ 5384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ bypassCookie),
/* harmony export */   MR: () => (/* binding */ carrying),
/* harmony export */   eb: () => (/* binding */ keptToken),
/* harmony export */   t2: () => (/* binding */ keepToken),
/* harmony export */   uv: () => (/* binding */ newToken),
/* harmony export */   zt: () => (/* binding */ dropToken)
/* harmony export */ });
/* unused harmony export tokenForm */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5795);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6436);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9295);




const bypassCookie = "golive_bypass";
/** Its form is what a balancer's configuration matches before it looks anything up. */
const tokenForm = /^[0-9a-f]{64}$/;
function newToken() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("hex");
}
/** The two ways in which a request carries a token. */
function carrying(token) {
    return [{ [_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .bypassHeader */ .mI]: token }, { cookie: `${bypassCookie}=${token}` }];
}
const file = (directory) => `${directory}/bypass-token`;
/** For the stages that follow and for who may read the control host. It is removed with the page. */
async function keepToken(control, directory, release, token) {
    await control.run({ ...(0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFileCommand */ .$)(file(directory), `${release} ${token}\n`, "600"), secrets: [token], label: `write ${file(directory)}` });
}
/** The token of the page that is up, and the launch that put it up; null when there is none. */
async function keptToken(control, directory) {
    const { stdout } = await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_3__/* .script */ .K$)('[ ! -e "$1" ] || cat -- "$1"', [file(directory)], { timeoutSeconds: 30, label: `read ${file(directory)}` }));
    const [release = "", token = ""] = stdout.trim().split(" ");
    return tokenForm.test(token) ? { release, token } : null;
}
async function dropToken(control, directory) {
    await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_3__/* .script */ .K$)('rm -f -- "$1"', [file(directory)], { timeoutSeconds: 30 }));
}


/***/ }),

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);


/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return `every server is ready, after ${seconds.toFixed(1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({ what: `${server} is ${state}, so it gets no visitors`, where: balancer, mend: /^(MAINT|DRAIN|NOLB)/.test(state) ? `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers` : "look at the service's log on that host, and at its health check in haproxy.cfg" })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
}


/***/ }),

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   IB: () => (/* binding */ withdrawToken),
/* harmony export */   te: () => (/* binding */ giveToken)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5384);



/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_2__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn(`The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
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


const windowPhases = ["isolate", "backup", "deploy", "verify", "open"];
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
    const byPhase = windowPhases.map((id) => ({ id, steps: (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)(linesOf(id).map((line) => line.id), known) }));
    // Checks run at the same time: the slowest of them is what it takes.
    const counted = byPhase.map(({ id, steps }) => ({ id, steps: id === "verify" ? slowest(steps) : longest(linesOf(id), steps) }));
    const gaps = (0,_core_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSteps */ .Xm)([between], known);
    const spared = dumpAfter === null ? [] : besideTheOther(counted.flatMap(({ steps }) => steps), dumpAfter);
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
    const rest = steps.slice(migrated + 1).filter(({ id }) => /^(deploy|verify)\./.test(id));
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
            if (step.status === "done" && step.seconds !== undefined && !id.startsWith("prepare.") && !id.startsWith("day-before."))
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
        .map(([, { seconds = 0, endedAt = "" }]) => ({ from: Date.parse(endedAt) / 1000 - seconds, to: Date.parse(endedAt) / 1000 }))
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
        ["open.off", 0.1],
        ["rollback.stop", 1.2],
        ["rollback.start", 1.7],
        ["rollback.health", 2],
        ["rollback.code", 2],
        ["rollback.verify", 2],
        ["rollback.database", plan.database.backup.copy ? 1 : 2 + perByte(40)],
        [between, 0.5],
    ];
    return (id) => usual.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 0.5;
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O4: () => (/* binding */ requireWindow),
  Ek: () => (/* binding */ stayInTime)
});

// UNUSED EXPORTS: mayGoOn, windowOf

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/checklist/markdown.js
var markdown = __webpack_require__(2318);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/gate.js
var core_gate = __webpack_require__(5263);
;// CONCATENATED MODULE: ./.build/js/github/comments.js
/** People's comments on an issue that were posted after the one with this id, oldest first. */
async function commentsAfter({ octokit, owner, repo }, issue, after) {
    const all = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
    return all
        .filter(({ id, user }) => id > after && user?.type === "User")
        .map(({ id, user, body, created_at, updated_at }) => ({ id, author: user?.login ?? "", body: body ?? "", edited: created_at !== updated_at }));
}

// EXTERNAL MODULE: ./.build/js/github/issue.js
var issue = __webpack_require__(2981);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/forecast.js
var stages_forecast = __webpack_require__(7285);
;// CONCATENATED MODULE: ./.build/js/stages/gate.js










function windowOf({ release, plan }) {
    return { start: luxon/* DateTime */.c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon/* DateTime */.c9.fromISO(release.window.end, { zone: plan.timezone }) };
}
/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes.
 */
async function requireWindow(launch) {
    const { plan, log, signal } = launch;
    if ((0,state/* touched */.FI)(launch.state()))
        return;
    const { overridden } = launch.state();
    if (overridden !== null) {
        log.warn(`The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
        return;
    }
    const window = windowOf(launch);
    const clock = (time) => `${time.setZone(plan.timezone).toFormat("yyyy-MM-dd HH:mm:ss")} ${plan.timezone}`;
    const mend = "start the workflow again; if it has to be now, with `override` and the reason";
    for (;;) {
        const gate = (0,core_gate/* gateAt */.De)(window, luxon/* DateTime */.c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,stages_forecast/* forecastOf */.DH)(launch.state()));
        switch (gate.kind) {
            case "open":
                return;
            case "wait": {
                if (signal.aborted)
                    throw new errors/* UserError */.yo({ what: "the run was cancelled before the window opened" });
                const left = gate.until.diffNow().as("seconds");
                log.info(`The window opens in ${(0,duration/* showDuration */.k)(left)}, at ${clock(gate.until)}; waiting`);
                await (0,promises_.setTimeout)(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => { });
                continue;
            }
            case "early":
                throw new errors/* UserError */.yo({ code: "window-early", what: `it is too early: the window opens at ${clock(window.start)}`, where: "window", mend: `approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait` });
            case "over":
                throw new errors/* UserError */.yo({ code: "window-over", what: `the window is over since ${clock(gate.ended)}`, where: "window", mend: `${mend}; it takes the next window` });
            case "short":
                throw new errors/* UserError */.yo({ code: "window-short", what: `${(0,duration/* showDuration */.k)(gate.left)} of the window are left; the launch and a rollback may need ${(0,duration/* showDuration */.k)(gate.needed)}`, where: "window", mend: `make the window longer, or ${mend}` });
        }
    }
}
/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
async function stayInTime(launch) {
    const forecast = (0,stages_forecast/* forecastOf */.DH)(launch.state());
    if (forecast === null)
        return;
    const last = (0,core_gate/* lastSafeMoment */.sr)(windowOf(launch), forecast.rollback);
    if (luxon/* DateTime */.c9.now() <= last)
        return;
    const what = `the last moment at which a rollback fits into the window (${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
    const policy = launch.state().overridden === null ? launch.plan.window["on-overrun"] : "continue";
    const then = { rollback: "the launch goes back", ask: "people are asked", continue: "it goes on, as the plan or a person says" }[policy];
    if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
        await launch.record({ kind: "note", text: `${what}; ${then}` });
    if (policy === "rollback" || (policy === "ask" && !(await mayGoOn(launch, what))))
        throw new errors/* UserError */.yo({ code: "window-overrun", what, where: "window", mend: "the release goes back by itself; window.on-overrun: continue would have it go on" });
}
/** Asks the people of the plan on the checklist, and waits. No answer is no. `everySeconds` between two looks. */
async function mayGoOn(launch, what, everySeconds = 10) {
    const { ask } = launch.plan.window;
    if (!ask)
        return false;
    const until = luxon/* DateTime */.c9.now().plus({ seconds: ask["at-most"] });
    const asked = await (0,issue/* comment */.Im)(launch.github, launch.release.issue, `⏰ ${ask.who.join(" ")}: ${(0,markdown/* plain */.p)(what)}. The site is closed.\n\nComment \`golive go on\` to go on with ${(0,markdown/* plain */.p)(launch.release.tag)}, or \`golive go back\` to roll it back now. Without an answer until ${until.setZone(launch.plan.timezone).toFormat("HH:mm:ss")} it is rolled back.`).catch((error) => {
        launch.log.warn(`Nobody could be asked: ${error.message}`);
        return null;
    });
    while (asked !== null && luxon/* DateTime */.c9.now() < until && !launch.signal.aborted) {
        const comments = await commentsAfter(launch.github, launch.release.issue, asked).catch(() => []);
        for (const { author, body, edited } of comments) {
            // The plan at the approved commit says whose word counts; one that was changed afterwards is nobody's.
            const said = /^\s*golive go (on|back)\s*$/i.exec(body)?.[1]?.toLowerCase();
            if (said === undefined || edited || !ask.who.some((who) => who.slice(1).toLowerCase() === author.toLowerCase()))
                continue;
            if (said === "on")
                await launch.record({ kind: "overridden", by: author, because: what });
            else
                await launch.record({ kind: "note", text: `${author} says to go back` });
            return said === "on";
        }
        await (0,promises_.setTimeout)(Math.max(0, Math.min(everySeconds * 1000, until.diffNow().as("milliseconds"))), undefined, { signal: launch.signal }).catch(() => { });
    }
    return false;
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7518);



/** Health checks of the balancer need a moment after a start; what they still miss then is told, and no more. */
async function waitForServers(launch) {
    const { servers: known } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__/* .openBalancer */ .J)(launch.plan["load-balancer"], launch.hosts);
    if (known === undefined)
        return;
    await (0,_load_balancer_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitServers */ .V)(known).catch((error) => {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        launch.log.warn(error.message);
    });
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ requirePass),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8696);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8778);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3450);







/** Ids of the lines that have to be done before the site opens. */
function required({ plan }) {
    return plan.verify.checks.map((check) => `verify.${check.id}`);
}
/** Runs every check of the plan at the same time; all results are on record even when one fails. */
async function verify(launch) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .stayInTime */ .Ek)(launch);
    const bypass = await wayIn(launch);
    const results = await Promise.all(launch.plan.verify.checks.map(async (check) => {
        const id = `verify.${check.id}`;
        const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        await launch.record({ kind: "step", step: id, status: "started" });
        launch.log.info(`${id} …`);
        const judgement = await judge(launch, check, launch.release, bypass);
        const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
        await launch.record({ kind: "step", step: id, status: judgement.verdict === "pass" ? "done" : "failed", seconds, note: noteOf(judgement), facts: { verdict: judgement.verdict } });
        launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
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
/** The same checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests }) {
    const bypass = await wayIn(launch);
    return Promise.all(launch.plan.verify.checks.map(async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return { ...(await judge(launch, asked, expected, bypass)), id: check.id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) };
    }));
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: "there is no token that leads past the maintenance page" };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .runCheck */ .k)(check, { plan: launch.plan, expected, hosts: launch.hosts, bypass });
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
