export const id = 443;
export const ids = [443];
export const modules = {

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   marksOf: () => (/* binding */ marksOf),
/* harmony export */   resultOf: () => (/* binding */ resultOf)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2943);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2318);
/* harmony import */ var _stages_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7321);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1844);






const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_2__/* .approved */ .CJ,
    outputs: ["verdict"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        const results = await (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRelease */ .VA)(launch);
        return resultOf(results, {
            verdict: (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .worst */ .Q)(results.filter(({ required }) => required).map(({ verdict }) => verdict)),
        });
    }),
};
/** All that the checks said is shown, and the action fails when one of them did not pass. */
function resultOf(results, outputs) {
    const result = { outputs, summary: checkTable(results), marks: marksOf(results) };
    try {
        (0,_stages_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .requirePass */ .$d)(results);
        return result;
    }
    catch (failure) {
        return { ...result, failure };
    }
}
/** For the job summary. */
function checkTable(results) {
    const rows = results.map(({ title, verdict, evidence, required, acceptedBy }) => `| ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(title)} | ${verdict}${required ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `, not required`}${acceptedBy === undefined ? "" : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `, accepted by ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(acceptedBy)}`} | ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(evidence)} |`);
    const details = results.flatMap(({ title, details: lines }) => lines
        ? [
            `<details><summary>${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(title)}</summary>\n\n${lines.map((line) => `- ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(line)}`).join("\n")}\n\n</details>`,
        ]
        : []);
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}
/** GitHub shows ten errors of a step; the last of them says why the step failed. */
const most = 9;
/** Of tests that failed: what and where. What they said stays on the host. */
function marksOf(results) {
    const all = results.flatMap(({ marks }) => marks ?? []);
    return all.length <= most
        ? all
        : [...all.slice(0, most - 1), { text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__.t) `${all.length - most + 1} more; the summary has them all` }];
}


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4393);

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

/***/ 2529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openBalancer)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var core_command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
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
                        throw new errors/* UserError */.yo({
                            what: (0,core_text.t) `${drain.running[0]} did not print a number`,
                            where: host.name,
                            mend: (0,core_text.t) `it prints how many requests still run, and nothing else`,
                        });
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
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `HAProxy has no map ${map}`,
                where: host.name,
                mend: (0,core_text.t) `is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md`,
            });
        if (finished.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, command, finished);
        return finished;
    };
    const statusOf = async (host) => {
        // A way past the page that is not there is found by day as well.
        if (bypass)
            await requireKnown(host, bypass.map, (0,core_command/* script */.K$)(knownScript, [bypass.map, plan.socket], {
                timeoutSeconds: 30,
                label: `show map ${bypass.map}`,
                ...asUser,
            }));
        const finished = await requireKnown(host, plan.map, asked(statusScript, [plan.socket], `show map ${plan.map}`));
        return finished.stdout.trim().split(/\s+/);
    };
    const set = async (host, value) => {
        await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
        const found = await statusOf(host);
        if (found.some((word) => word !== value))
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`,
                where: host.name,
                mend: (0,core_text.t) `is the socket of level admin, and the map's name the one in haproxy.cfg?`,
            });
    };
    const tokens = (map, token) => everywhere(async (host) => {
        const command = (0,core_command/* script */.K$)(onlyToken, [map, plan.socket], {
            stdin: `${token}\n`,
            timeoutSeconds: 60,
            label: (0,core_text.t) `write ${map}`,
            ...asUser,
            ...(token === "" ? {} : { secrets: [token] }),
        });
        const finished = await host.attempt(command);
        if (finished.code === 4)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `HAProxy did not take over what was written into ${map}`,
                where: host.name,
                mend: (0,core_text.t) `is the socket of level admin?`,
            });
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
        ...(bypass === undefined
            ? {}
            : {
                bypass: {
                    allow: async (token) => void (await tokens(bypass.map, token)),
                    clear: async () => void (await tokens(bypass.map, "")),
                    tricks: ["", plan.key],
                },
            }),
        // A backend's own count: the page is answered before it, and health checks are none of it.
        ...(backend === undefined || drain === undefined
            ? {}
            : {
                running: () => everywhere(async (host) => (await rowsOf(host, plan, backend))
                    .filter(({ name }) => name === "BACKEND")
                    .reduce((sum, { sessions }) => sum + sessions, 0)),
            }),
        ...(backend === undefined ? {} : { servers: serversOf(plan, backend, everywhere) }),
    };
}
async function say(host, plan, text) {
    return (await host.run((0,core_command/* script */.K$)(sayScript, [text, plan.socket], {
        timeoutSeconds: 30,
        label: text,
        ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }),
    }))).stdout;
}
/** A backend's rows of `show stat`, by the names of its columns. */
async function rowsOf(host, plan, backend) {
    const [head = "", ...lines] = (await say(host, plan, "show stat")).split("\n");
    const names = head.replace(/^# /, "").split(",");
    const [at, name, sessions, status] = ["pxname", "svname", "scur", "status"].map((column) => names.indexOf(column));
    const rows = lines
        .map((line) => line.split(","))
        .filter((cells) => cells[at ?? -1] === backend && cells[name ?? -1] !== "FRONTEND");
    if (rows.length === 0)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `HAProxy has no backend ${backend}`,
            where: host.name,
            mend: (0,core_text.t) `is load-balancer.backend spelled as in haproxy.cfg?`,
        });
    return rows.map((cells) => ({
        name: cells[name ?? -1] ?? "",
        sessions: Number(cells[sessions ?? -1]),
        status: cells[status ?? -1] ?? "",
    }));
}
function serversOf(plan, backend, everywhere) {
    const named = (host) => {
        const server = plan.servers[host];
        if (server === undefined)
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `load-balancer.servers does not say which server ${host} is`,
                where: "load-balancer.servers",
                mend: (0,core_text.t) `add ${host}: with its name in the backend ${backend}`,
            });
        return server;
    };
    const set = async (server, wanted) => {
        await everywhere(async (host) => {
            const said = (await say(host, plan, `set server ${backend}/${server} state ${wanted}`)).trim();
            const row = (await rowsOf(host, plan, backend)).find(({ name }) => name === server);
            const out = /^(MAINT|DRAIN|NOLB)/.test(row?.status ?? "MAINT");
            if (said !== "" || out !== (wanted === "maint"))
                throw new errors/* UserError */.yo({
                    what: (0,core_text.t) `${backend}/${server} is ${row?.status ?? (0,core_text.t) `not there`} after it was set to ${wanted}${said === "" ? "" : ` (${said})`}`,
                    where: host.name,
                    mend: (0,core_text.t) `is the socket of level admin, and the server's name the one in haproxy.cfg?`,
                });
            if (plan["state-file"] !== undefined)
                await host.run((0,core_command/* script */.K$)(keepScript, [plan["state-file"], plan.socket], {
                    timeoutSeconds: 30,
                    label: (0,core_text.t) `write ${plan["state-file"]}`,
                    ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }),
                }));
        });
    };
    return {
        async missing() {
            const wanted = Object.values(plan.servers);
            const found = await everywhere(async (host) => {
                const rows = (await rowsOf(host, plan, backend)).filter(({ name }) => name !== "BACKEND");
                const names = wanted.length > 0 ? wanted : rows.map(({ name }) => name);
                return names.flatMap((server) => {
                    const state = rows.find(({ name }) => name === server)?.status ?? (0,core_text.t) `not there`;
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
                    allow: async (token) => void (await everywhere((host) => host.run((0,core_command/* script */.K$)(nginx_onlyToken, [bypass.directory, formGlob], {
                        ...options,
                        stdin: `${token}\n`,
                        secrets: [token],
                        label: (0,core_text.t) `write a token into ${bypass.directory}`,
                    })))),
                    clear: async () => void (await everywhere((host) => host.run((0,core_command/* script */.K$)(nginx_onlyToken, [bypass.directory, formGlob], {
                        ...options,
                        stdin: "\n",
                        label: (0,core_text.t) `clear ${bypass.directory}`,
                    })))),
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
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `${url} is not a page of nginx's stub_status`,
            where: host.name,
            mend: (0,core_text.t) `give it a server of its own on loopback (docs/maintenance.md)`,
        });
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
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5795);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _hosts_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6436);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6384);





const bypassCookie = "golive_bypass";
/** Its form is what a balancer's configuration matches before it looks anything up. */
const tokenForm = /^[0-9a-f]{64}$/;
function newToken() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("hex");
}
/** The two ways in which a request carries a token. */
function carrying(token) {
    return [{ [_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .bypassHeader */ .mI]: token }, { cookie: `${bypassCookie}=${token}` }];
}
const file = (directory) => `${directory}/bypass-token`;
/** For the stages that follow and for who may read the control host. It is removed with the page. */
async function keepToken(control, directory, release, token) {
    await control.run({
        ...(0,_hosts_host_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFileCommand */ .$)(file(directory), `${release} ${token}\n`, "600"),
        secrets: [token],
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `write ${file(directory)}`,
    });
}
/** The token of the page that is up, and the launch that put it up; null when there is none. */
async function keptToken(control, directory) {
    const { stdout } = await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('[ ! -e "$1" ] || cat -- "$1"', [file(directory)], {
        timeoutSeconds: 30,
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `read ${file(directory)}`,
    }));
    const [release = "", token = ""] = stdout.trim().split(" ");
    return tokenForm.test(token) ? { release, token } : null;
}
async function dropToken(control, directory) {
    await control.run((0,_core_command_js__WEBPACK_IMPORTED_MODULE_4__/* .script */ .K$)('rm -f -- "$1"', [file(directory)], { timeoutSeconds: 30 }));
}


/***/ }),

/***/ 7518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1395);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4447);




/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
async function awaitServers(servers, withinSeconds = 30, everyMs = 500) {
    const started = Date.now();
    for (;;) {
        const missing = await servers.missing();
        const seconds = (Date.now() - started) / 1000;
        if (missing.length === 0)
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `every server is ready, after ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .figure */ .vP)(seconds, 1)} s`;
        if (seconds >= withinSeconds) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(missing.map(({ balancer, server, state }) => ({
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `${server} is ${state}, so it gets no visitors`,
                where: balancer,
                mend: /^(MAINT|DRAIN|NOLB)/.test(state)
                    ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers`
                    : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__.t) `look at the service's log on that host, and at its health check in haproxy.cfg`,
            })));
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(everyMs, withinSeconds * 1000));
    }
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

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   IB: () => (/* binding */ withdrawToken),
/* harmony export */   te: () => (/* binding */ giveToken)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);




/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
async function giveToken(launch) {
    const { plan, hosts, release, log } = launch;
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return null;
    const token = (await tokenOf(launch)) ?? (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)();
    log.secret?.(token);
    await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keepToken */ .t2)(control(plan, hosts), plan.control.directory, release.id, token);
    await bypass.allow(token);
    return token;
}
/** The token of the page that this launch put up; null when there is none. */
async function tokenOf({ plan, hosts, release, log }) {
    if (plan["load-balancer"].bypass === undefined)
        return null;
    const kept = await (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .keptToken */ .eb)(control(plan, hosts), plan.control.directory);
    if (kept?.release !== release.id)
        return null;
    log.secret?.(kept.token);
    return kept.token;
}
/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
async function withdrawToken({ plan, hosts, log, }) {
    const { bypass } = (0,_load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_2__/* .openBalancer */ .J)(plan["load-balancer"], hosts);
    if (bypass === undefined)
        return;
    for (const remove of [() => bypass.clear(), () => (0,_load_balancer_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .dropToken */ .zt)(control(plan, hosts), plan.control.directory)]) {
        await remove().catch((error) => {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            log.warn((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The token that led past the page could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorLine */ .BP)(error)}`);
        });
    }
}
function control(plan, hosts) {
    return hosts.get(plan.control.host);
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ migrationsOf)
/* harmony export */ });
/* harmony import */ var _plan_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6642);
/* harmony import */ var _presets_preset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5058);



/** How a check asks for the migrations of the release that is live. */
function migrationsOf(plan, hosts, live) {
    return (named) => {
        if (plan.deploy.preset !== "django" && plan.deploy.migrate === undefined)
            return null;
        const host = named ?? (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_1__/* .migrateHost */ .AL)(plan);
        const context = { plan, release: { id: live.tag, ...live }, host: hosts.get(host), directory: (0,_plan_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .liveDirectory */ .wY)(plan) };
        const preset = (0,_presets_preset_js__WEBPACK_IMPORTED_MODULE_0__/* .presetOf */ .j)(plan);
        return { host, pending: () => preset.pendingMigrations(context), drift: () => preset.drift(context) };
    };
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ waitForServers)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _load_balancer_balancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2529);
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
/* harmony export */   Ed: () => (/* binding */ stands),
/* harmony export */   JJ: () => (/* binding */ versionsBefore),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony exports verify, whenOf */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2318);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6832);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2943);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7589);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4925);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6523);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8852);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4393);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4229);
/* harmony import */ var _scenarios_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4106);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3450);
















/** Whether the site may open as far as this goes. */
function stands({ verdict, required, acceptedBy }) {
    return verdict === "pass" || !required || (verdict !== "fail" && acceptedBy !== undefined);
}
/** Ids of the lines that have to be done before the site opens. */
function required({ plan: { verify: { checks, scenarios }, }, state, }) {
    // Only there when it was not well.
    const units = state().steps.has(unitsLine) ? [unitsLine] : [];
    return [
        ...units,
        ...checks.filter((check) => check.required).map(({ id }) => `verify.${id}`),
        ...scenarios.filter((scenario) => scenario.required).map(({ id }) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioLine */ .xy)(id)),
    ];
}
const unitsLine = "verify.units-still";
/**
 * What decides about the opening: the plan's checks and scenarios, and, when these are through, that the units still
 * run. A process manager that died meanwhile may leave something behind that answers, and not for long.
 */
async function verifyRelease(launch) {
    const results = await verify(launch);
    return results.every(stands) ? [...results, ...(await unitsStill(launch))] : results;
}
async function unitsStill(launch) {
    const { services } = launch.plan;
    const looks = await (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .unitsLooks */ .Eb)(launch.hosts, services);
    const bad = looks.flatMap((look) => "trouble" in look
        ? [{ verdict: "error", what: `${look.host}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(look.trouble)}` }]
        : look.run
            ? []
            : [{ verdict: "fail", what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `not every unit runs any more on ${look.host}` }]);
    if (bad.length === 0 && !launch.state().steps.has(unitsLine))
        return [];
    const judgement = bad.length === 0
        ? {
            verdict: "pass",
            evidence: [...new Set(services.hosts.flatMap((name) => (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_6__/* .unitsOn */ .ZA)(services, name)))].join(", "),
        }
        : (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_14__/* .together */ .b)(bad);
    const result = { ...judgement, id: unitsLine, title: launch.messages.steps[unitsLine], required: true };
    await launch.record({
        kind: "step",
        step: unitsLine,
        status: judgement.verdict === "pass" ? "done" : "failed",
        note: noteOf(result),
        facts: { verdict: judgement.verdict },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${unitsLine} ${judgement.verdict}: ${judgement.evidence}`);
    return [result];
}
/**
 * Every check of the plan, and people's scenarios beside them. All results are on record even when one fails; people
 * are waited for as long as nothing required has failed. Where something required stays open, the people that the plan
 * names are asked.
 */
async function verify(launch, pace) {
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_10__/* .requireForward */ .jR)(launch);
    await (0,_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .stayInTime */ .Ek)(launch);
    const { checks, scenarios } = launch.plan.verify;
    const bypass = await wayIn(launch);
    const [results] = await Promise.all([
        inOrder(checks, (check) => verifyOne(launch, check, bypass)),
        scenarios.length > 0 ? (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .askForScenarios */ .MN)(launch) : undefined,
    ]);
    const failed = results.some((result) => result.verdict === "fail" && !stands(result));
    if (scenarios.length > 0 && failed)
        await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .callOff */ .mf)(launch);
    const walked = scenarios.length === 0 || failed ? [] : await (0,_scenarios_js__WEBPACK_IMPORTED_MODULE_12__/* .walkThrough */ .b$)(launch, pace);
    return withoutDoubt(launch, [
        ...results,
        ...walked.map(({ scenario, ...judgement }) => ({
            ...judgement,
            id: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioLine */ .xy)(scenario.id),
            title: `${scenario.id}: ${scenario.title}`,
            required: scenario.required,
        })),
    ], pace?.every(0));
}
/** What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time starts once the first have answered, or soon. */
async function inOrder(checks, run) {
    const looked = Promise.withResolvers();
    const started = checks.map((check) => (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(check) === "work" ? looked.promise.then(() => run(check)) : run(check));
    const looks = Promise.allSettled(started.filter((_, index) => checks[index] !== undefined && (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(checks[index]) === "look"));
    await Promise.race([looks, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(headStartMs)]);
    looked.resolve();
    return Promise.all(started);
}
const headStartMs = 1000;
async function verifyOne(launch, check, bypass) {
    const id = `verify.${check.id}`;
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    await launch.record({ kind: "step", step: id, status: "started" });
    launch.log.info(`${id} …`);
    const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
    const result = { ...judgement, id, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check), required: check.required };
    const seconds = Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - started) / 1000;
    await launch.record({
        kind: "step",
        step: id,
        status: judgement.verdict === "pass" ? "done" : "failed",
        seconds,
        note: noteOf(result),
        facts: { verdict: judgement.verdict, ...(check.required ? {} : { required: false }) },
    });
    launch.log.info(`${judgement.verdict === "pass" ? "" : check.required ? "❌ " : "⚠️ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
    return result;
}
/** Nothing required failed, and something of it was not concluded: whether that is enough is for a person to say, by name. */
async function withoutDoubt(launch, results, everySeconds) {
    const { ask } = launch.plan.verify;
    const open = results.filter((result) => !stands(result));
    if (ask === undefined || open.length === 0 || open.some(({ verdict }) => verdict === "fail"))
        return results;
    const said = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_7__/* .askPeople */ .T)(launch, {
        who: ask.who,
        text: (until) => launch.messages.doubt.ask((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .plain */ .p)(launch.release.tag), open.map((result) => `${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .plain */ .p)(result.title)}: ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .plain */ .p)(noteOf(result))}`), until),
        answers: { accept: /^\s*golive accept\s*$/i, back: /^\s*golive go back\s*$/i },
        atMost: ask["at-most"],
        ...(everySeconds === undefined ? {} : { everySeconds }),
    });
    if (said === null)
        return results;
    if (said.answer === "back") {
        await launch.record({ kind: "note", text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said.by} says to go back` });
        return results;
    }
    // What the checks said stays as it is; that it is enough is the person's word.
    for (const result of open)
        await launch.record({
            kind: "step",
            step: result.id,
            status: "done",
            note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
            facts: { verdict: result.verdict, acceptedBy: said.by },
        });
    await launch.record({
        kind: "note",
        text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
    });
    return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}
/** Throws a StepError unless the site may open. */
function requirePass(results) {
    const bad = results.filter((result) => !stands(result));
    if (bad.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepError */ .zg("verify", new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}
/** Some of the checks against the previous release, without a record; it may have had fewer tests. */
async function runChecks(launch, expected, { leastTests, only }) {
    const bypass = await wayIn(launch);
    return inOrder(launch.plan.verify.checks.filter(({ id }) => only.includes(id)), async (check) => {
        const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
        return {
            ...(await judge(launch, asked, expected, bypass, "rollback.start")),
            id: check.id,
            title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTitle */ .Tq)(check),
            required: check.required,
        };
    });
}
/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch) {
    if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined)))
        return undefined;
    await (0,_servers_js__WEBPACK_IMPORTED_MODULE_13__/* .waitForServers */ .z)(launch);
    return (await (0,_bypass_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenOf */ .B9)(launch)) ?? undefined;
}
async function judge(launch, check, expected, bypass, start) {
    if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined)
        return { verdict: "error", evidence: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no token that leads past the maintenance page` };
    try {
        return await (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .runCheck */ .k_)(check, {
            plan: launch.plan,
            expected,
            hosts: launch.hosts,
            ...whenOf(launch, start),
            bypass,
            migrations: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_11__/* .migrationsOf */ .T)(launch.plan, launch.hosts, expected),
        });
    }
    catch (error) {
        return { verdict: "error", evidence: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLine */ .BP)(error) };
    }
}
/** What the version pages said before the window, by host; nothing for one that said nothing. */
function versionsBefore({ steps }) {
    return (steps.get("prepare.checks")?.facts.versions ?? {});
}
/** What the journal knows of when, and of what must be gone. */
function whenOf({ state, run, release, signal }, start) {
    const { steps } = state();
    const started = [...steps]
        .filter(([id]) => id.startsWith(`${start}@`))
        .map(([, step]) => step.endedAt ?? step.startedAt)
        .toSorted();
    return {
        run: run.id,
        since: started.at(-1),
        closedAt: steps.get("isolate.on")?.startedAt,
        previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag,
        signal,
        startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt,
    };
}
function noteOf({ verdict, evidence, required }) {
    const said = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
    return required || verdict === "pass" ? said : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `${said} (not required)`;
}
function mendOf(verdict) {
    return verdict === "fail"
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the release does not do what the plan expects of it`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `nothing was measured, which is not a pass; mend the check or what it asks`;
}


/***/ })

};
