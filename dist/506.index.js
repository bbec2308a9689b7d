export const id = 506;
export const ids = [506];
export const modules = {

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

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ proveBypass),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Oq: () => (/* binding */ sawInstead),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* unused harmony export addressesOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _bypass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5384);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6384);





/** Every balancer's address; undefined is where the site's name leads. */
function addressesOf({ "load-balancer": { addresses }, }) {
    return addresses.length > 0 ? addresses : [undefined];
}
/** What visitors see at each balancer address, or who sends these headers. */
async function look(plan, headers = {}) {
    return Promise.all(addressesOf(plan).map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .probe */ .dy)(plan.site.url, { address, headers });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .isPage */ .yp)(answer, plan["load-balancer"]) };
    }));
}
/**
 * While the page is proved to be up: the token leads past it at every address, both ways it can be carried, and nothing
 * that is no token does. Throws a UserError naming the addresses where that is not so.
 */
async function proveBypass(plan, token, tricks) {
    const seen = async (value) => (await Promise.all((0,_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .carrying */ .MR)(value).map((headers) => look(plan, headers)))).flat();
    const mend = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `is the balancer configured for tokens as docs/maintenance.md shows?`;
    // A service that fails or hangs behind the page is past it as well: it may be why the launch goes back.
    const right = (await seen(token)).filter(({ closed }) => closed);
    if (right.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(once(right).map((sight) => ({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `with the launch's token one gets the maintenance page, not the site`,
            where: sight.address,
            mend,
        })));
    const none = [(0,_bypass_js__WEBPACK_IMPORTED_MODULE_3__/* .newToken */ .uv)(), `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, ...tricks];
    const wrong = (await Promise.all(none.map(seen))).flat().filter(({ closed }) => !closed);
    if (wrong.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(once(wrong).map((sight) => ({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `what is not a token of this launch leads past the page: one gets ${got(sight)}`,
            where: sight.address,
            mend,
        })));
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the token leads past it; ${none.length} that are none do not`;
}
function once(sights) {
    return [...new Map(sights.map((sight) => [sight.address, sight])).values()];
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
        const wrong = sights.filter((sight) => wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500);
        row = wrong.length === 0 ? row + 1 : 0;
        if (row === inARow[wanted])
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${row} looks in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
        if (wrong.length > 0 && Date.now() > until)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wrong.map((sight) => ({
                what: sawInstead(sight, wanted),
                where: sight.address,
                mend: mendFor(sight, wanted, plan),
            })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wrong.length === 0 ? 100 : 500);
    }
}
function got({ answer, closed }) {
    return answer.status === 0
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `no answer (${answer.error})`
        : closed
            ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the maintenance page`
            : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `status ${answer.status}${answer.status === 503 ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) ` that is not the page's` : ""}`;
}
function sawInstead(sight, wanted) {
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `visitors get ${got(sight)}, not ${wanted === "closed" ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the maintenance page` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the site`}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header, "page-text": text } = plan["load-balancer"];
    if (answer.status === 0)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `can the runner reach this address? See load-balancer.addresses and site.url in the plan`;
    if (wanted === "closed")
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `does the balancer show the page with status 503 and ${text === undefined ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the header ${header}` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `the plan's page-text`}? See docs/maintenance.md`;
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `look at the balancer's error log and at the service behind it`;
}


/***/ }),

/***/ 2446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   bs: () => (/* binding */ signOfLife),
/* harmony export */   u9: () => (/* binding */ requireOver),
/* harmony export */   zP: () => (/* binding */ silentEnoughSeconds)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8714);
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);
/* harmony import */ var _core_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1395);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _core_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7331);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4998);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7589);
/* harmony import */ var _locale_locale_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(492);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4393);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9972);













/**
 * Takes the lock for this launch, or goes on with the one that holds it: the same run, or a run that GitHub says is
 * over. Throws a UserError naming the run that holds it otherwise.
 */
async function claim(context, plan, wanted, reached) {
    const entries = await reached.journal.read();
    const fresh = freshId(entries, wanted.tag, context.run);
    const owner = ownerOf(context, wanted, fresh);
    const taken = await reached.lock.take(owner);
    if (taken.taken) {
        const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .latestRelease */ .JF)(entries);
        const before = last === null ? _journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$ : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(entries, last);
        if (last !== null && before.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .touched */ .FI)(before)) {
            if (before.release?.digest !== wanted.digest) {
                await reached.lock.release(owner);
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(halfDone(before.release?.tag ?? last, plan, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `its lock is gone`));
            }
            const successor = { ...owner, release: last };
            await succeed(context, plan, reached, owner, successor);
            return claimOf(context, plan, wanted, reached, entries, successor, before);
        }
        await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .shutOut */ .rt)(plan, reached, taken.token, context.log).catch(async (error) => {
            await reached.lock.release(owner);
            throw error;
        });
        return claimOf(context, plan, wanted, reached, entries, owner, _journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$);
    }
    return goOn(context, plan, wanted, reached, entries, taken, owner);
}
async function goOn(context, plan, wanted, reached, entries, found, owner) {
    const held = found.owner;
    const ours = held.runId === context.run.id;
    if (!ours)
        await requireOver(context, plan, found);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(entries, held.release);
    const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
    if (!same && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .touched */ .FI)(state))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(halfDone(held.tag, plan, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `see ${held.runUrl}`));
    const successor = same ? { ...owner, release: held.release } : owner;
    await succeed(context, plan, reached, held, successor);
    const text = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
    context.log.info(same ? text : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`);
    return claimOf(context, plan, wanted, reached, entries, successor, same ? state : _journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$);
}
/** The lock becomes the successor's, and whoever had it can do nothing any more. */
async function succeed({ log }, plan, reached, before, successor) {
    const token = await reached.lock.takeOver(before, successor);
    if (token === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `another run took the launch lock at the same moment`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `see the workflow's other runs`,
        });
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .shutOut */ .rt)(plan, reached, token, log);
}
/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
const silentEnoughSeconds = 120;
function signOfLife({ silentSeconds }) {
    return silentSeconds === null
        ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `it never gave a sign of life`
        : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `its last sign of life is ${(0,_core_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .showDuration */ .kJ)(silentSeconds)} old`;
}
/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
async function requireOver({ github }, plan, held) {
    const { owner, silentSeconds } = held;
    const who = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
    const sign = signOfLife(held);
    const byHand = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `once you know that it does nothing any more: golive unlock --by "your name" --because "…"`;
    const state = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runState */ .HQ)(github, owner.runId).catch((error) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch lock is held by ${who}, and GitHub does not say whether that run is over (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLine */ .BP)(error)}); ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `start again when GitHub answers; or ${byHand}`,
        }, { cause: error });
    });
    if (state === "in progress") {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `a launch of ${owner.tag} is in flight: ${who}; ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `wait for it, or cancel it: ${owner.runUrl}`,
        });
    }
    if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`,
            where: plan.control.host,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}`,
        });
    }
}
function claimOf(context, plan, wanted, reached, entries, owner, state) {
    const resumed = state.release !== null;
    return {
        owner,
        state,
        resumed,
        async open(findings, entrusted) {
            const next = (0,_core_window_js__WEBPACK_IMPORTED_MODULE_10__/* .currentOrNextWindow */ .Kx)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_11__/* .DateTime */ .c9.now());
            // One that never began takes the next window; a launch under way keeps its own.
            const window = ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .touched */ .FI)(state) ? state.release?.window : undefined) ?? {
                start: next.start.toISO() ?? "",
                end: next.end.toISO() ?? "",
            };
            const draft = {
                id: owner.release,
                ...wanted,
                issue: state.release?.issue ?? 0,
                actor: entrusted?.startedBy ?? context.run.actor,
                runId: context.run.id,
                window,
            };
            const at = new Date().toISOString();
            const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
            const steps = findings.map(({ step, note, facts }) => ({
                ...stamp,
                kind: "step",
                step,
                status: "done",
                ...(note === undefined ? {} : { note }),
                ...(facts === undefined ? {} : { facts }),
            }));
            const issue = draft.issue ||
                (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_12__/* .findIssue */ .Ry)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)(draft.id))) ||
                (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_12__/* .openIssue */ .YZ)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .pageTitle */ .W)(plan, draft, (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_7__/* .messagesOf */ .cr)(plan)), page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps])));
            const release = { ...draft, issue };
            const added = [
                { ...stamp, kind: "opened", opened: release },
                ...(resumed
                    ? [
                        {
                            ...stamp,
                            kind: "note",
                            text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch`,
                        },
                    ]
                    : []),
                ...steps,
                ...(entrusted?.approval ? [{ ...stamp, ...entrusted.approval }] : []),
            ];
            await reached.journal.append(added);
            const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .launchOf */ .v4)(context, plan, release, reached, [...entries, ...added]);
            if (resumed)
                launch.view.changed();
            return launch;
        },
    };
}
function page(context, plan, release, entries) {
    const window = {
        start: luxon__WEBPACK_IMPORTED_MODULE_11__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }),
        end: luxon__WEBPACK_IMPORTED_MODULE_11__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }),
    };
    const messages = (0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_7__/* .messagesOf */ .cr)(plan);
    return (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .Cf)({
        plan,
        release,
        phases: (0,_outline_js__WEBPACK_IMPORTED_MODULE_9__/* .outline */ .r)(plan, messages),
        state: entries.reduce(_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .next */ .K2, _journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$),
        window,
        runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runUrl */ .Vp)(context.github, release.runId),
        messages,
    });
}
/** A run that is run again after its launch ended begins another one. */
function freshId(entries, tag, run) {
    const id = (0,_core_release_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseId */ .Bf)(tag, run.id);
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}
function ownerOf({ github, run }, wanted, release) {
    return {
        release,
        ...wanted,
        runId: run.id,
        runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .runUrl */ .Vp)(github, run.id),
        actor: run.actor,
        since: new Date().toISOString(),
    };
}
function halfDone(tag, plan, how) {
    return {
        what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `the launch of ${tag} is half done (${how}); another one would build on it`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `launch ${tag} again: it goes on where it stopped, or rolls back. If that tag has moved: \`golive maintenance off --because …\` ends the launch as it is`,
    };
}


/***/ })

};
