export const id = 342;
export const ids = [342];
export const modules = {

/***/ 1921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   TK: () => (/* binding */ issueFacts),
/* harmony export */   UO: () => (/* binding */ answerOnce)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9440);

/** A comment as it is now, with what its author may do; null when it is gone. */
async function saidIn(github, id) {
    const { octokit, owner, repo } = github;
    try {
        const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
        const author = data.user?.login ?? "";
        return {
            id: data.id,
            issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
            author,
            byHand: data.user?.type === "User" && !data.performed_via_github_app,
            body: data.body ?? "",
            createdAt: data.created_at,
            updatedAt: data.updated_at,
            permission: await permissionOf(github, author),
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** What a login may do in the repository: admin, write, read or none. */
async function permissionOf({ octokit, owner, repo }, login) {
    try {
        return (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })).data.permission;
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return "none";
        throw error;
    }
}
/** An issue as it is now; null when there is none. */
async function issueFacts({ octokit, owner, repo }, issue) {
    try {
        const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: issue });
        return {
            open: data.state === "open",
            body: data.body ?? "",
            labels: data.labels.flatMap((label) => (typeof label === "string" ? [label] : label.name ? [label.name] : [])),
            byBot: data.user?.type === "Bot" && !data.pull_request,
        };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** Answers a comment on its issue once; a second answer to the same comment is not posted. */
async function answerOnce({ octokit, owner, repo }, said, text) {
    const mark = `<!-- golive:answer=${said.id} -->`;
    const all = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: said.issue, per_page: 100 });
    if (all.some(({ user, body }) => user?.type === "Bot" && body?.startsWith(mark)))
        return;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}


/***/ }),

/***/ 4910:
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
/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
function haproxyBalancer(plan, hosts) {
    const asUser = plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
    const asked = (text, values, label) => (0,command/* script */.K$)(text, [plan.map, plan.key, ...values], { timeoutSeconds: 30, label, ...asUser });
    const statusOf = async (host) => {
        const command = asked(statusScript, [plan.socket], `show map ${plan.map}`);
        const finished = await host.attempt(command);
        if (finished.code === 3)
            throw new errors/* UserError */.yo({ what: `HAProxy has no map ${plan.map}`, where: host.name, mend: "is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md" });
        if (finished.code !== 0)
            throw new errors/* CommandError */.Qd(host.name, command, finished);
        return finished.stdout.trim().split(/\s+/);
    };
    const set = async (host, value) => {
        await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
        const found = await statusOf(host);
        if (found.some((word) => word !== value))
            throw new errors/* UserError */.yo({ what: `after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`, where: host.name, mend: "is the socket of level admin, and the map's name the one in haproxy.cfg?" });
    };
    return {
        on: async () => void (await Promise.all(hosts.map((host) => set(host, "on")))),
        off: async () => void (await Promise.all(hosts.map((host) => set(host, "off")))),
        async status() {
            const words = (await Promise.all(hosts.map(statusOf))).flat();
            return words.every((word) => word === "on") ? "on" : words.every((word) => word === "off") ? "off" : "mixed";
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
        case "haproxy":
            return haproxyBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
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
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9295);



/** What visitors see at each balancer address: the maintenance page is a 503 with golive's own header, or the plan's text. */
async function look(plan) {
    const { addresses, header, "page-text": text } = plan["load-balancer"];
    const all = addresses.length > 0 ? addresses : [undefined];
    return Promise.all(all.map(async (address) => {
        const answer = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)(plan.site.url, { address });
        return { address: address ?? new URL(plan.site.url).host, answer, closed: answer.status === 503 && (text === undefined ? answer.headers[header.toLowerCase()] !== undefined : answer.body.includes(text)) };
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
    const saw = answer.status === 0 ? `no answer (${answer.error})` : closed ? "the maintenance page" : `status ${answer.status}${answer.status === 503 ? " that is not the page's" : ""}`;
    return `visitors get ${saw}, not ${wanted === "closed" ? "the maintenance page" : "the site"}`;
}
function mendFor({ answer }, wanted, plan) {
    const { header, "page-text": text } = plan["load-balancer"];
    if (answer.status === 0)
        return "can the runner reach this address? See load-balancer.addresses and site.url in the plan";
    if (wanted === "closed")
        return `does the balancer show the page with status 503 and ${text === undefined ? `the header ${header}` : "the plan's page-text"}? See docs/maintenance.md`;
    return "look at the balancer's error log and at the service behind it";
}


/***/ }),

/***/ 3710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ asking),
  Y: () => (/* binding */ tryAccess)
});

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/access/settings.js
var settings = __webpack_require__(430);
;// CONCATENATED MODULE: ./.build/js/access/keys.js




/**
 * Names that speak of a secret, and among them those that only speak about one: how long, how old, where.
 * Of a URL what counts is what stands before the @; a digest is salted afresh in each call and comes in by stdin.
 */
const lookScript = `${settings/* readSettings */.s}
unset p low own names name state looks salt d
command -v sha256sum >/dev/null || { echo 'problem sha256sum'; exit 0; }
IFS= read -r salt
file=$1; shift
readable "$file" || { echo 'problem file'; exit 0; }
lower() { tr 'A-Z' 'a-z'; }
names=$(
  while IFS= read -r l || [ -n "$l" ]; do
    l=\${l#"\${l%%[! \t]*}"}
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    n=\${l%%=*}; n=\${n%"\${n##*[! \t]}"}
    case "$n" in ''|[0-9]*|*[!A-Za-z0-9_]*) continue ;; esac
    printf '%s\\n' "$n"
  done < "$file" | sort -u
)
for name in $names; do
  setting "$file" "$name" || continue
  looks=no
  own=$(printf '%s' "$name" | lower)
  case "_\${own}_" in
    *_ttl_|*_length_|*_min_|*_max_|*_age_|*_timeout_|*_seconds_|*_minutes_|*_hours_|*_days_|*_expiry_|*_expires_|*_expire_|*_lifetime_|*_count_|*_limit_|*_size_|*_algorithm_|*_alg_|*_type_|*_prefix_|*_header_|*_name_|*_field_|*_file_|*_path_|*_dir_|*_enabled_|*_required_|*_validators_|*_hashers_|_use_*|_enable_*|_require_*|_allow_*) ;;
    *key_*|*keys_*|*token_*|*tokens_*|*secret_*|*secrets_*|*password_*|*passwd_*|*dsn_*) looks=yes ;;
  esac
  p=$v
  case "$v" in
    *://*@*)
      d=\${v#*://}; d=\${d%%[/?#]*}
      case "$d" in
        *@*)
          d=\${d%@*}
          case "$own" in *url*) looks=yes ;; esac
          case "$d" in *:*) p=\${d#*:} ;; *) p=$d ;; esac ;;
      esac ;;
    *) case "$own" in *url) [ "$looks" = no ] || case "$v" in *://*) looks=no ;; esac ;; esac ;;
  esac
  for n in "$@"; do [ "$n" != "$name" ] || [ "$looks" = yes ] || looks=named; done
  [ "$looks" != no ] || continue
  low=$(printf '%s' "$p" | lower)
  state=good
  case "$low" in *[0-9!.]) [ "\${#low}" -gt 16 ] || d=\${low%"\${low##*[!0-9!.]}"} ;; *) d=$low ;; esac
  [ "\${#low}" -le 16 ] || d=$low
  case "$d" in changeme|change-me|change_me|'change me'|todo|tbd|fixme|secret|password|passwd|passw0rd|test|testing|example|placeholder|replaceme|replace-me|replace_me|dummy|none|null|default|admin|"$own") state=placeholder ;; esac
  case "$low" in *changeme*|*change-me*|*change_me*|todo*|your-*|your_*|*example*|'<'*'>'|django-insecure-*|"$own") state=placeholder ;; esac
  [ -z "$p" ] || [ -n "$(printf '%s' "$p" | tr -d "$(first=\${p%"\${p#?}"}; case "$first" in [A-Za-z0-9*.]) printf '%s' "$first" ;; *) printf x ;; esac)")" ] || state=placeholder
  if [ "$state" = good ] && [ "$looks" = yes ] && [ "\${#p}" -lt 8 ]; then state=short; fi
  if controlled; then state=control; fi
  [ -n "$p" ] || state=empty
  d=
  [ -z "$p" ] || d=$(printf '%s %s' "$salt" "$p" | sha256sum)
  printf 'setting %s %s %s\\n' "$name" "$state" "\${d%% *}"
done
echo looked
`;
const told = {
    empty: { what: "is empty", mend: "put the key there" },
    placeholder: { what: "still holds a placeholder", mend: "put the key there" },
    short: { what: "is shorter than 8 characters, too short for a secret", mend: "make a longer one; if it is none, give it a name that does not speak of one" },
    control: { what: "holds a control character", mend: "write the file with line ends of Unix, one KEY=value a line" },
};
/**
 * Looks at the secrets in production's settings, where they lie: no placeholder, and nothing that staging has as well.
 * Values never leave a host; of each only a salted digest does, and that only as far as this function.
 */
async function keyProblems(production, staging, { names = [], shared }) {
    const salt = (0,external_node_crypto_.randomBytes)(32).toString("hex");
    const [here, there] = await Promise.all([look(production, names, salt), staging === null ? [] : look(staging, names, salt)]);
    const problems = [];
    if ("problems" in there)
        problems.push(...there.problems);
    if ("problems" in here)
        return [...here.problems, ...problems];
    const where = production.host.name;
    for (const name of names) {
        if (!here.some((setting) => setting.name === name))
            problems.push({ code: "key-missing", where, what: `${name} is not in the settings file`, mend: "add it there, or take it out of the plan's names" });
    }
    for (const { name, state, digest } of here) {
        const bad = told[state];
        if (bad)
            problems.push({ code: `key-${state}`, where, what: `${name} ${bad.what}`, mend: bad.mend });
        if (bad || "problems" in there || shared.includes(name))
            continue;
        const same = there.find((other) => other.name === name && other.digest === digest) ?? there.find((other) => other.digest === digest);
        if (same)
            problems.push({ code: "key-shared", where, what: `${name} has the value that ${same.name === name ? "it" : same.name} has on staging`, mend: "make a key of its own for production; if it has to be the same, name it under shared" });
    }
    return problems;
}
async function look({ host, file, user }, names, salt) {
    try {
        const finished = await host.attempt((0,command/* script */.K$)(lookScript, [file, ...names], { stdin: `${salt}\n`, timeoutSeconds: 120, label: `look at the names and shapes of the settings in ${file}`, ...(user === undefined ? {} : { user }) }));
        const problem = /^problem (\w+)$/m.exec(finished.stdout)?.[1];
        if (problem === "file")
            return unread(host, `the settings in ${file} cannot be read`, "let the user that deploys read it (chgrp and mode 0640), or correct the path");
        if (problem === "printf")
            return unread(host, "the shell there would show the keys to others, so they were not looked at", "let sh be dash, bash or busybox");
        if (problem !== undefined)
            return unread(host, `${problem} is not installed, so the settings in ${file} were not looked at`, `install ${problem} (coreutils)`);
        if (!/^looked$/m.test(finished.stdout))
            return unread(host, `the settings in ${file} could not be looked at to the end`, "may this user become the one who reads the file (sudo -n)?");
        return [...finished.stdout.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(([, name = "", state = "", digest = ""]) => ({ name, state, digest }));
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return { problems: error.problems };
        throw error;
    }
}
function unread(host, what, mend) {
    return { problems: [{ code: "key-unreadable", where: host.name, what, mend }] };
}

// EXTERNAL MODULE: ./.build/js/access/probe.js + 10 modules
var access_probe = __webpack_require__(4377);
// EXTERNAL MODULE: ./.build/js/stages/run-steps.js
var run_steps = __webpack_require__(2177);
;// CONCATENATED MODULE: ./.build/js/stages/access.js





/** The host that asks: the plan's, or else the first that the service runs on. */
function asking(plan, probe) {
    return probe.from ?? plan.services.hosts[0] ?? "";
}
/** Every probe of the plan at the same time and then the keys; all results are on record before one that is bad stops the day. */
async function tryAccess(launch) {
    const { access, keys } = launch.plan.prepare;
    const problems = (await Promise.all(access.map((probe) => tryOne(launch, probe)))).flat();
    const found = keys === undefined ? null : await (0,run_steps/* runStep */.eg)(launch, keysStep).then(() => null, (error) => error);
    if (found !== null && !(found instanceof errors/* StepError */.zg))
        throw found;
    if (problems.length === 0 && found !== null)
        throw found;
    const both = [...problems, ...(found?.cause instanceof errors/* UserError */.yo ? found.cause.problems : [])];
    if (both.length > 0)
        throw new errors/* StepError */.zg("day-before.access", new errors/* UserError */.yo(both));
}
async function tryOne(launch, probe) {
    const { plan } = launch;
    const step = `day-before.access-${probe.id}`;
    const from = asking(plan, probe);
    await launch.record({ kind: "step", step, status: "started" });
    const started = external_node_perf_hooks_.performance.now();
    const { verdict, evidence, latencyMs, expires } = await (0,access_probe/* probeAccess */.f)(probe, { host: launch.hosts.get(from), envFile: plan.deploy["env-file"], user: readerOn(plan, from) }).catch((error) => ({ verdict: "error", evidence: (0,errors/* errorLine */.BP)(error) }));
    const note = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
    const facts = { verdict, ...(latencyMs === undefined ? {} : { latencyMs }), ...(expires === undefined ? {} : { expires }) };
    await launch.record({ kind: "step", step, status: verdict === "pass" ? "done" : "failed", seconds: Math.round(external_node_perf_hooks_.performance.now() - started) / 1000, note, facts });
    launch.log.info(`${verdict === "pass" ? "" : "❌ "}${step} ${verdict}: ${evidence}`);
    return verdict === "pass" ? [] : [{ what: `${(0,access_probe/* accessTitle */.F)(probe)}: ${note}`, where: from, mend: verdict === "fail" ? "put the right key or address there before the night" : "nothing was proved, which is not a pass; look why" }];
}
const keysStep = {
    id: "day-before.keys",
    async run({ plan, hosts }) {
        const { keys } = plan.prepare;
        const file = plan.deploy["env-file"];
        if (!keys || file === undefined)
            return { skipped: true };
        const staging = keys.staging === undefined ? null : { host: hosts.get(keys.staging.host), file: keys.staging.file, user: readerOn(plan, keys.staging.host) };
        const problems = await Promise.all(plan.deploy.hosts.map((name) => keyProblems({ host: hosts.get(name), file, user: readerOn(plan, name) }, staging, keys)));
        if (problems.flat().length > 0)
            throw new errors/* UserError */.yo(problems.flat());
        return { note: staging === null ? "no placeholder, none empty" : "no placeholder, none empty, none that staging has" };
    },
    holds: async () => false,
};
/** Who reads the settings: the user that deploys, where there is one. */
function readerOn(plan, host) {
    return plan.deploy.hosts.includes(host) ? plan.deploy["run-as"] : undefined;
}


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ awaitComment),
/* harmony export */   Xx: () => (/* binding */ requireStillApproved),
/* harmony export */   pP: () => (/* binding */ awaitsComment),
/* harmony export */   rk: () => (/* binding */ approvalBy)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8714);
/* harmony import */ var _checklist_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2318);
/* harmony import */ var _core_approval_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9003);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8760);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5263);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4998);
/* harmony import */ var _github_said_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1921);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7589);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7285);













/** Whether the window still waits for a comment that approves it. A launch under way waits for nobody. */
function awaitsComment({ plan, run, state }) {
    return plan.approval.comment !== undefined && !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state()) && !state().comments.some((one) => one.run === run.id);
}
/**
 * The approval that a comment gives, looked up afresh: nothing of the event that started this run is believed.
 * Null when this run was approved by it before and the launch is under way. A comment that does not approve is
 * answered once, and a UserError says why. `patience` in seconds for the end of the run that opened the launch.
 */
async function approvalBy(context, plan, now, id, entries, patience = 60) {
    const where = "input approval";
    if (plan.approval.comment === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "the plan takes no approval by a comment", where, mend: "leave it empty, or name approvers in approval.comment" });
    if (!/^[1-9][0-9]{0,15}$/.test(id))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "is not the id of a comment", where, mend: "leave it empty; the workflow Approve fills it in" });
    const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .latestRelease */ .JF)(entries);
    const state = last === null ? null : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, last);
    const release = state?.release;
    if (!state || !release)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "no launch was opened yet", where: plan.control.host, mend: "start the launch first; its checklist says what to write" });
    const own = state.comments.find((one) => one.id === Number(id) && one.run === context.run.id);
    if (own && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state) && state.ended === null)
        return null;
    const opening = own?.opening ?? release.runId;
    const waiting = state.ended === null && (state.waiting || own !== undefined);
    if (waiting)
        await untilOver(context, opening, patience);
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_3__/* .saidIn */ .$g)(context.github, Number(id));
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `there is no comment ${id}`, where, mend: "it was deleted; write a new one" });
    const used = usedComments(entries).filter((one) => !own || one !== own.id);
    const why = (await whyNot(context, said, { plan, release, now, state, entries, opening, waiting, used })) ?? (await whyNotYet(context, plan, opening, state));
    if (why !== null)
        await refuse(context, said, why);
    return { kind: "approved", by: [said.author], comment: { id: said.id, at: said.createdAt, opening } };
}
/** Just before anything is touched: the comment that approved this run is still there, as it was. */
async function requireStillApproved(launch) {
    const { plan, release, run, github } = launch;
    const state = launch.state();
    const given = state.comments.findLast((one) => one.run === run.id);
    const mend = `an approver writes ${(0,_core_approval_js__WEBPACK_IMPORTED_MODULE_6__/* .approvalText */ .zP)(release.digest)} on checklist #${release.issue}; that starts the window`;
    if (!given)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: "nobody approved this run by a comment", where: "approval.comment", mend });
    const said = await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_3__/* .saidIn */ .$g)(github, given.id);
    if (said === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `the comment of ${given.by} that approved this run was deleted`, where: "approval.comment", mend });
    const entries = await launch.journal.read();
    const used = usedComments(entries.filter((entry) => entry.run.id !== run.id));
    const why = await whyNot(launch, said, { plan, release, now: release, state, entries, opening: given.opening, waiting: true, used });
    if (why !== null)
        await refuse(launch, said, why);
}
/** The day before is through: from now on a comment can approve the window, and the approvers are told so. */
async function awaitComment(launch) {
    if (launch.state().waiting)
        return;
    const { plan, release, messages, github, log } = launch;
    const approvers = plan.approval.comment?.approvers ?? [];
    await launch.record({ kind: "waiting" });
    // The page first: it is what a comment is held to.
    await launch.view.flush();
    const text = `🔏 ${approvers.map((login) => `@${login}`).join(" ")}: **${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .p)(plan.service)} ${(0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .p)(release.tag)}** ${messages.waits} ${messages.howToApprove((0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .a)((0,_core_approval_js__WEBPACK_IMPORTED_MODULE_6__/* .approvalText */ .zP)(release.digest)), (0,_checklist_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .p)(release.actor))}`;
    await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_8__/* .comment */ .Im)(github, release.issue, text).catch((error) => log.warn(`The approvers could not be told: ${error.message}. The checklist says what to write.`));
}
async function whyNot({ github }, said, { plan, release, now, state, entries, opening, waiting, used }) {
    const [issue, start] = await Promise.all([(0,_github_said_js__WEBPACK_IMPORTED_MODULE_3__/* .issueFacts */ .TK)(github, release.issue), (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .startOf */ .GH)(github, opening)]);
    if (start === null)
        return "the run that opened this launch is gone from GitHub; start the launch again";
    const opened = entries.flatMap((entry) => (entry.kind === "opened" && entry.release === release.id ? [entry.opened.actor] : []));
    return (0,_core_approval_js__WEBPACK_IMPORTED_MODULE_6__/* .whyRefused */ .fG)(said, {
        ...now,
        recorded: release,
        issueOpen: issue?.open === true,
        waiting: waiting && state.ended === null,
        approvers: plan.approval.comment?.approvers ?? [],
        starters: [...opened, ...start.by],
        openedAt: start.at,
        used,
    });
}
/** An approval that comes too early would be used up by a run that cannot begin. */
async function whyNotYet({ github }, plan, opening, state) {
    if ((await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .runState */ .HQ)(github, opening)) === "in progress")
        return "the run that opened this launch is not over yet; write it again once it is";
    if (state.overridden !== null || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state))
        return null;
    const clock = (time) => `${time.setZone(plan.timezone).toFormat("yyyy-MM-dd HH:mm:ss")} ${plan.timezone}`;
    const gate = (0,_core_gate_js__WEBPACK_IMPORTED_MODULE_9__/* .gateAt */ .De)((0,_core_window_js__WEBPACK_IMPORTED_MODULE_10__/* .currentOrNextWindow */ .K)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_11__/* .DateTime */ .c9.now()), luxon__WEBPACK_IMPORTED_MODULE_11__/* .DateTime */ .c9.now(), { tolerance: plan.window.tolerance, waitAtMost: plan.window["wait-at-most"] }, (0,_forecast_js__WEBPACK_IMPORTED_MODULE_5__/* .forecastOf */ .DH)(state));
    if (gate.kind === "early")
        return `it is too early; write it again from ${clock(gate.approveFrom)} on`;
    if (gate.kind === "short")
        return `${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_12__/* .showDuration */ .k)(gate.left)} of the window are left, and the launch and a rollback may need ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_12__/* .showDuration */ .k)(gate.needed)}; write it again for the next window`;
    return null;
}
async function refuse({ github, log }, said, why) {
    await (0,_github_said_js__WEBPACK_IMPORTED_MODULE_3__/* .answerOnce */ .UO)(github, said, `🔏 This comment does not approve the launch: ${why}.`).catch((error) => log.warn(`The comment could not be answered: ${error.message}`));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ code: "approval-refused", what: `comment ${said.id} of ${said.author} does not approve the launch: ${why}`, where: "approval.comment", mend: "the checklist says what to write, and who may" });
}
/** The launch can only be taken on once its run has ended, and that run writes the page people answer. */
async function untilOver({ github, signal }, run, patience) {
    const until = Date.now() + patience * 1000;
    while (!signal.aborted && Date.now() < until && (await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .runState */ .HQ)(github, run)) === "in progress")
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(3000, patience * 1000), undefined, { signal }).catch(() => { });
}
function usedComments(entries) {
    return entries.flatMap((entry) => (entry.kind === "approved" && entry.comment ? [entry.comment.id] : []));
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
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8714);
/* harmony import */ var _checklist_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7331);
/* harmony import */ var _core_window_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7556);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2981);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4998);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7589);
/* harmony import */ var _locale_en_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8778);
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9972);












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
        const last = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .latestRelease */ .JF)(entries);
        const before = last === null ? _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$ : (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, last);
        if (last !== null && before.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(before)) {
            if (before.release?.digest !== wanted.digest) {
                await reached.lock.release(owner);
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(halfDone(before.release?.tag ?? last, plan, "its lock is gone"));
            }
            const successor = { ...owner, release: last };
            const token = await reached.lock.takeOver(owner, successor);
            if (token === null)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(lostRace(plan));
            await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, token, context.log);
            return claimOf(context, plan, wanted, reached, entries, successor, before);
        }
        await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, taken.token, context.log).catch(async (error) => {
            await reached.lock.release(owner);
            throw error;
        });
        return claimOf(context, plan, wanted, reached, entries, owner, _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$);
    }
    return goOn(context, plan, wanted, reached, entries, taken, owner);
}
async function goOn(context, plan, wanted, reached, entries, found, owner) {
    const held = found.owner;
    const ours = held.runId === context.run.id;
    if (!ours)
        await requireOver(context, plan, found);
    const state = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, held.release);
    const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
    if (!same && state.ended === null && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(halfDone(held.tag, plan, `see ${held.runUrl}`));
    const successor = same ? { ...owner, release: held.release } : owner;
    const token = await reached.lock.takeOver(held, successor);
    if (token === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(lostRace(plan));
    await (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .shutOut */ .rt)(plan, reached, token, context.log);
    const text = `run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
    context.log.info(same ? text : `the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`);
    return claimOf(context, plan, wanted, reached, entries, successor, same ? state : _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$);
}
/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
const silentEnoughSeconds = 120;
function signOfLife({ silentSeconds }) {
    return silentSeconds === null ? "it never gave a sign of life" : `its last sign of life is ${(0,_core_duration_js__WEBPACK_IMPORTED_MODULE_8__/* .showDuration */ .k)(silentSeconds)} old`;
}
/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
async function requireOver({ github }, plan, held) {
    const { owner, silentSeconds } = held;
    const who = `run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
    const sign = signOfLife(held);
    const byHand = 'once you know that it does nothing any more: golive unlock --by "your name" --because "…"';
    const state = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runState */ .HQ)(github, owner.runId).catch((error) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `the launch lock is held by ${who}, and GitHub does not say whether that run is over (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error)}); ${sign}`, where: plan.control.host, mend: `start again when GitHub answers; or ${byHand}` }, { cause: error });
    });
    if (state === "in progress") {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `a launch of ${owner.tag} is in flight: ${who}; ${sign}`, where: plan.control.host, mend: `wait for it, or cancel it: ${owner.runUrl}` });
    }
    if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ what: `the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`, where: plan.control.host, mend: `another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}` });
    }
}
function claimOf(context, plan, wanted, reached, entries, owner, state) {
    const resumed = state.release !== null;
    return {
        owner,
        state,
        resumed,
        async open(findings, entrusted) {
            const next = (0,_core_window_js__WEBPACK_IMPORTED_MODULE_9__/* .currentOrNextWindow */ .K)(plan.window, plan.timezone, luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.now());
            // One that never began takes the next window; a launch under way keeps its own.
            const window = ((0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .touched */ .FI)(state) ? state.release?.window : undefined) ?? { start: next.start.toISO() ?? "", end: next.end.toISO() ?? "" };
            const draft = { id: owner.release, ...wanted, issue: state.release?.issue ?? 0, actor: entrusted?.startedBy ?? context.run.actor, runId: context.run.id, window };
            const at = new Date().toISOString();
            const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
            const steps = findings.map(({ step, note, facts }) => ({ ...stamp, kind: "step", step, status: "done", ...(note === undefined ? {} : { note }), ...(facts === undefined ? {} : { facts }) }));
            const issue = draft.issue || (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_11__/* .findIssue */ .Ry)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)(draft.id))) || (await (0,_github_issue_js__WEBPACK_IMPORTED_MODULE_11__/* .openIssue */ .YZ)(context.github, (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .pageTitle */ .W)(plan, draft), page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps])));
            const release = { ...draft, issue };
            const added = [
                { ...stamp, kind: "opened", opened: release },
                ...(resumed ? [{ ...stamp, kind: "note", text: `run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch` }] : []),
                ...steps,
                ...(entrusted?.approval ? [{ ...stamp, ...entrusted.approval }] : []),
            ];
            await reached.journal.append(added);
            const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__/* .launchOf */ .v4)(context, plan, release, reached, [...entries, ...added]);
            if (resumed)
                launch.view.changed();
            return launch;
        },
    };
}
function page(context, plan, release, entries) {
    const window = { start: luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon__WEBPACK_IMPORTED_MODULE_10__/* .DateTime */ .c9.fromISO(release.window.end, { zone: plan.timezone }) };
    return (0,_checklist_render_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .Cf)({ plan, release, phases: (0,_outline_js__WEBPACK_IMPORTED_MODULE_7__/* .outline */ .r)(plan, _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en), state: entries.reduce(_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .next */ .K2, _journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyState */ .p$), window, runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(context.github, release.runId), messages: _locale_en_js__WEBPACK_IMPORTED_MODULE_5__.en });
}
/** A run that is run again after its launch ended begins another one. */
function freshId(entries, tag, run) {
    const id = (0,_core_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseId */ .Bf)(tag, run.id);
    return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}
function ownerOf({ github, run }, wanted, release) {
    return { release, ...wanted, runId: run.id, runUrl: (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(github, run.id), actor: run.actor, since: new Date().toISOString() };
}
function lostRace(plan) {
    return { what: "another run took the launch lock at the same moment", where: plan.control.host, mend: "see the workflow's other runs" };
}
function halfDone(tag, plan, how) {
    return { what: `the launch of ${tag} is half done (${how}); another one would build on it`, where: `${plan.control.host}:${plan.control.directory}`, mend: `launch ${tag} again: it goes on where it stopped, or rolls back. If that tag has moved: \`golive maintenance off --because …\` ends the launch as it is` };
}


/***/ }),

/***/ 342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hostsAnswer),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/access/programs.js
const programs = {
    http: ["curl"],
    smtp: ["curl"],
    s3: ["curl"],
    telegram: ["curl"],
    github: ["curl"],
    postgres: ["psql"],
    ssh: ["ssh"],
    command: [],
};
/** What must be installed on the host that asks. */
function programsFor(probes) {
    return [...new Set(probes.flatMap(({ kind }) => programs[kind]))].toSorted();
}

// EXTERNAL MODULE: ./.build/js/checks/check.js + 3 modules
var checks_check = __webpack_require__(8732);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/preflight.js + 1 modules
var preflight = __webpack_require__(9586);
// EXTERNAL MODULE: ./.build/js/database/pgbackrest.js
var pgbackrest = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/github/client.js + 2 modules
var client = __webpack_require__(9440);
;// CONCATENATED MODULE: ./.build/js/github/environments.js

/** Who has to approve a job of this environment. */
async function protectionOf({ octokit, owner, repo }, environment) {
    try {
        const { data } = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: environment });
        for (const rule of data.protection_rules ?? []) {
            if (rule.type !== "required_reviewers" || !("reviewers" in rule))
                continue;
            const reviewers = (rule.reviewers ?? []).flatMap(({ reviewer }) => (reviewer && "login" in reviewer ? [reviewer.login] : reviewer && "slug" in reviewer ? [String(reviewer.slug)] : []));
            const prevented = "prevent_self_review" in rule && rule.prevent_self_review === true;
            if (reviewers.length > 0)
                return { kind: "reviewed", reviewers, selfReviewPrevented: prevented };
        }
        return { kind: "open" };
    }
    catch (error) {
        if ((0,client/* httpStatus */.n)(error) === 404)
            return { kind: "missing" };
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/github/said.js
var said = __webpack_require__(1921);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/load-balancer/balancer.js + 3 modules
var balancer = __webpack_require__(4910);
// EXTERNAL MODULE: ./.build/js/load-balancer/proof.js
var proof = __webpack_require__(6140);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./.build/js/presets/preset.js + 6 modules
var preset = __webpack_require__(4138);
// EXTERNAL MODULE: ./.build/js/presets/strategy.js + 2 modules
var strategy = __webpack_require__(8810);
// EXTERNAL MODULE: ./.build/js/services/manager.js + 3 modules
var manager = __webpack_require__(4925);
// EXTERNAL MODULE: ./.build/js/services/scheduled.js
var scheduled = __webpack_require__(5890);
// EXTERNAL MODULE: ./.build/js/stages/approval.js
var stages_approval = __webpack_require__(8087);
// EXTERNAL MODULE: ./.build/js/stages/access.js + 1 modules
var access = __webpack_require__(3710);
// EXTERNAL MODULE: ./.build/js/stages/claim.js
var claim = __webpack_require__(2446);
// EXTERNAL MODULE: ./.build/js/stages/launch.js + 11 modules
var launch = __webpack_require__(8778);
// EXTERNAL MODULE: ./.build/js/stages/health.js
var health = __webpack_require__(8102);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
;// CONCATENATED MODULE: ./.build/js/stages/prepare.js


























/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
async function prepare(context, tag, override = "", approval = "") {
    const wrongTag = (0,release/* tagProblem */.qH)(tag);
    if (wrongTag !== null)
        throw new errors/* UserError */.yo({ what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`, where: "input tag", mend: "give the name of the tag to launch, such as v1.1.0" });
    const commit = await (0,repository/* commitOfTag */.lz)(context.github, tag);
    const { plan, digest } = await (0,launch/* planAt */.Jl)(context.github, context.planFile, commit);
    const reached = await (0,launch/* reach */.gl)(plan, context);
    try {
        const outside = [{ step: "prepare.tag", problems: [], note: `${tag} is ${commit.slice(0, 12)}` }, await gates(context, plan, approval === ""), ...(await smokeFiles(context, plan, commit))];
        const hosts = await hostsAnswer(plan, reached);
        refuse([...outside, hosts]);
        const approved = approval === "" ? null : await (0,stages_approval/* approvalBy */.rk)(context, plan, { tag, digest }, approval, await reached.journal.read());
        const claimed = await (0,claim/* claim */.B7)(context, plan, { tag, commit, digest }, reached);
        if (approval !== "" && claimed.state.release === null) {
            await reached.lock.release(claimed.owner);
            throw new errors/* UserError */.yo({ what: "the launch that was approved no longer holds the lock", where: plan.control.host, mend: "start the launch again; its checklist says what to write" });
        }
        // A launch that is under way is not measured by what the world looked like before it.
        const inside = (0,state/* touched */.FI)(claimed.state) ? [] : await lookInside(plan, reached, { id: claimed.owner.release, tag, commit });
        try {
            refuse([...outside, ...inside]);
        }
        catch (error) {
            if (!claimed.resumed)
                await reached.lock.release(claimed.owner);
            throw error;
        }
        const starter = claimed.state.release?.actor;
        const launch = await claimed.open([...outside, hosts, ...inside], approval === "" || starter === undefined ? undefined : { startedBy: starter, approval: approved });
        if (override !== "")
            await launch.record({ kind: "overridden", by: context.run.actor, because: override.slice(0, 500) });
        return launch;
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}
function refuse(findings) {
    const problems = findings.flatMap((finding) => finding.problems);
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
}
/** `first`: this run opens the launch, and whoever started it cannot approve it by a comment. */
async function gates({ github, run }, plan, first) {
    const { environment, "rollback-environment": back, unprotected, comment } = plan.approval;
    const step = "prepare.approval";
    // A comment takes the place of the window's reviewers, not of those of a rollback after the site has opened.
    const protections = await Promise.all((comment ? [back] : [environment, back]).map(async (name) => ({ name, protection: await protectionOf(github, name) })));
    const open = protections.filter(({ protection }) => protection.kind !== "reviewed");
    const problems = [...(open.length > 0 && !unprotected ? open.map(({ name, protection }) => unprotectedProblem(name, protection)) : []), ...(comment ? await approverProblems(github, comment.approvers, first ? run.actor : "") : [])];
    if (problems.length > 0)
        return { step, problems };
    const notes = [...(comment ? [`a comment of ${comment.approvers.join(" or ")}`] : []), ...protections.map(({ name, protection }) => `${name}: ${protection.kind === "reviewed" ? protection.reviewers.join(", ") : "nobody has to approve"}`)];
    return { step, problems: [], note: `${notes.join("; ")}${open.length > 0 && unprotected ? `; ${unprotected.by} takes that on: ${unprotected.because}` : ""}` };
}
async function approverProblems(github, approvers, starter) {
    const where = "approval.comment.approvers";
    const may = await Promise.all(approvers.map(async (login) => ({ login, permission: await (0,said/* permissionOf */.Fp)(github, login) })));
    const weak = may.filter(({ permission }) => !["admin", "write"].includes(permission)).map(({ login, permission }) => ({ what: `${login} may not write to the repository (${permission}), so an approval of theirs would not count`, where, mend: "give them write permission, or name somebody else" }));
    const alone = approvers.every((login) => login.toLowerCase() === starter.toLowerCase());
    return [...weak, ...(alone ? [{ what: `${starter} starts this launch and is the only approver, so nobody could approve it`, where, mend: "name another approver, or let somebody else start it" }] : [])];
}
function unprotectedProblem(environment, protection) {
    return {
        what: protection.kind === "missing" ? `there is no environment "${environment}"; GitHub would make one that nobody has to approve` : `the environment "${environment}" has no required reviewer`,
        where: "GitHub",
        mend: "add required reviewers to it (Settings → Environments); where GitHub does not offer them, name approvers in approval.comment, or in approval.unprotected who takes this on, and why",
    };
}
async function smokeFiles({ github }, plan, commit) {
    const smoke = plan.verify.checks.flatMap((check, index) => (check.kind === "smoke" ? [{ check, index }] : []));
    if (smoke.length === 0)
        return [];
    const missing = await Promise.all(smoke.map(async ({ check, index }) => ((await (0,repository/* pathExists */.s0)(github, check.path, commit)) ? [] : [{ what: `${check.path} is not in the release`, where: `verify.checks[${index}].path`, mend: "commit the tests before the tag is made, or correct the path" }])));
    return [{ step: "prepare.smoke", problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") }];
}
/** One that cannot be reached is a failure, and counted before anything starts. */
async function hostsAnswer(plan, { hosts }) {
    const problems = await Promise.all(hosts.all.map(async (host) => {
        try {
            await host.run((0,command/* script */.K$)(":", [], { timeoutSeconds: 30 }));
            return [];
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return error.problems;
            throw error;
        }
    }));
    const all = hosts.all.length;
    const silent = problems.filter((one) => one.length > 0).length;
    const counted = silent > 0 && all > 1 ? [{ what: `${silent} of ${all} hosts cannot be used, so nothing is begun on any`, where: "hosts", mend: "mend them, or take them out of the plan" }] : [];
    return { step: "prepare.hosts", problems: [...counted, ...problems.flat()], note: Object.keys(plan.hosts).join(", ") };
}
async function lookInside(plan, reached, release) {
    const { hosts } = reached;
    const { id } = release;
    const database = async () => {
        const host = hosts.get(plan.database.host);
        const names = ["copy", "restored", "failed", "proof"].map((purpose) => (0,postgres/* sideName */.jf)(plan.database.name, purpose, id));
        const { problems, facts } = await (0,preflight/* databaseProblems */.kZ)(host, plan.database, names);
        if (plan.database.backup.pgbackrest && facts !== null)
            problems.push(...(await (0,pgbackrest/* pgbackrestProblems */.hi)(host, plan.database, plan.database.backup.pgbackrest)));
        const answered = { step: "prepare.database", problems, ...(facts === null ? {} : { note: databaseNote(plan, facts) }) };
        return facts === null ? [answered] : [answered, { step: "prepare.space", ...(await (0,preflight/* spaceProblems */.fR)(host, plan.database, facts, { copy: plan.database.backup.copy })) }];
    };
    const checkouts = async () => {
        const found = await Promise.all(plan.deploy.hosts.map((name) => (0,strategy/* strategyOf */.x)(plan).problems(hosts.get(name), plan)));
        return { step: "prepare.checkout", problems: found.flat(), note: plan.deploy.directory };
    };
    const found = await Promise.all([prepare_programs(plan, reached), rights(plan, reached), services(plan, reached), currentRelease(plan, reached), checkouts(), migrations(plan, reached, release), database(), prepare_balancer(plan, reached)]);
    return found.flat();
}
/** What the release's migrations do to data that is there; the first that drops or rewrites is the point of no return. */
async function migrations(plan, { hosts }, release) {
    const step = "prepare.migrations";
    const host = hosts.get((0,deploy_order/* migrateHost */.AL)(plan));
    // What is wrong with the checkout is told by the look at it.
    const found = await (0,strategy/* strategyOf */.x)(plan).current(host, plan).then(({ commit }) => (0,preset/* presetOf */.j)(plan).newMigrations({ plan, host, release, directory: (0,layout/* repositoryOf */._M)(plan) }, commit)).catch(() => null);
    if (found === null)
        return { step, problems: [], note: "could not be read" };
    const first = found.find(({ drops, rewrites }) => drops.length + rewrites.length > 0);
    const note = found.length === 0 ? "none: going back is a matter of code alone" : found.map(({ name, drops, rewrites }) => `${name}${drops.length + rewrites.length > 0 ? ` (${[...drops, ...rewrites].join(", ")})` : ""}`).join("; ");
    return { step, problems: [], note, facts: { migrations: found, ...(first ? { noReturn: first } : {}) } };
}
function databaseNote(plan, facts) {
    return `${plan.database.name}, PostgreSQL ${facts.serverVersion}, ${Math.round(facts.bytes / 1024 / 1024)} MiB`;
}
async function prepare_programs(plan, { hosts }) {
    const wanted = new Map();
    const add = (host, names) => wanted.set(host, new Set([...(wanted.get(host) ?? []), ...names]));
    for (const host of plan.deploy.hosts)
        add(host, (0,preset/* presetOf */.j)(plan).programs(plan));
    for (const host of plan.services.hosts)
        add(host, [...(0,manager/* managerOf */.dM)(plan.services).programs, "curl"]);
    if (plan.database.backup.recipient !== undefined)
        add(plan.database.host, ["age", "tar"]);
    if (plan.database.backup.offsite)
        add(plan.database.host, [plan.database.backup.offsite.run[0] ?? ""]);
    if (plan["load-balancer"].kind === "haproxy")
        for (const host of plan["load-balancer"].hosts)
            add(host, ["socat", "awk"]);
    for (const probe of plan.prepare.access)
        add((0,access/* asking */.o)(plan, probe), programsFor([probe]));
    for (const check of plan.verify.checks)
        if (check.kind === "http" && check.from !== undefined)
            add(check.from, ["curl"]);
    const problems = await Promise.all([...wanted].map(async ([name, programs]) => {
        const { stdout } = await hosts.get(name).run((0,command/* script */.K$)('for p; do command -v -- "$p" >/dev/null || echo "$p"; done', [...programs], { timeoutSeconds: 60 }));
        return stdout.split("\n").flatMap((program) => (program === "" ? [] : [{ what: `${program} is not installed`, where: name, mend: "install it there" }]));
    }));
    return { step: "prepare.tools", problems: problems.flat(), note: [...new Set([...wanted.values()].flatMap((names) => [...names]))].join(", ") };
}
/** What a missing right would stop at night is found by day: users, and folders that have to be written. */
async function rights(plan, { hosts }) {
    const balancer = plan["load-balancer"];
    const database = plan.database["run-as"];
    const owner = plan.deploy["run-as"];
    const wanted = [
        ...plan.deploy.hosts.map((host) => ({ host, user: owner, key: "deploy.directory", path: plan.deploy.directory })),
        { host: plan.database.host, user: database, key: "database.backup.directory", path: plan.database.backup.directory },
        ...(balancer.kind === "haproxy" ? balancer.hosts.map((host) => ({ host, user: balancer["run-as"], key: "load-balancer.map", path: (0,external_node_path_.dirname)(balancer.map) })) : []),
        ...(balancer.kind === "nginx" ? balancer.hosts.map((host) => ({ host, user: undefined, key: "load-balancer.flag", path: (0,external_node_path_.dirname)(balancer.flag) })) : []),
    ];
    const problems = await Promise.all(wanted.map(async ({ host, user, key, path }) => {
        const as = user === undefined ? {} : { user };
        if (user !== undefined && (await hosts.get(host).attempt({ file: "true", args: [], ...as, timeoutSeconds: 30 })).code !== 0) {
            return [{ what: `commands cannot run as ${user}`, where: host, mend: "allow it without a password (docs/hosts.md has the lines)" }];
        }
        // A folder that is not there yet is made by the launch: then its nearest parent counts.
        const nearest = key === "database.backup.directory" ? 'while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; ' : "";
        const { code } = await hosts.get(host).attempt((0,command/* script */.K$)(`p=$1; ${nearest}[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ]`, [path ?? ""], { ...as, timeoutSeconds: 30 }));
        return code === 0 ? [] : [{ what: `${path} cannot be written${user === undefined ? "" : ` by ${user}`} (${key})`, where: host, mend: "create it and give it to that user" }];
    }));
    return { step: "prepare.rights", problems: problems.flat() };
}
async function services(plan, { hosts }) {
    const found = await Promise.all([...plan.services.hosts.map((name) => (0,manager/* serviceProblems */.gx)(hosts.get(name), plan.services)), ...plan.services.pause.map((work) => (0,scheduled/* scheduledProblems */.g5)(hosts.get(work.host), work))]);
    return { step: "prepare.services", problems: found.flat(), note: plan.services.units.map((unit) => (typeof unit === "string" ? unit : unit.name)).join(", ") };
}
/**
 * How the release that runs now answers. Its health page has to: after a rollback it is what opens the site again.
 * Its version and the checks it passes today are kept; no more can be asked of it later.
 */
async function currentRelease(plan, { hosts }) {
    const healthy = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => {
        const problem = await (0,health/* healthProblem */._T)(hosts.get(name), plan, null);
        return problem === null ? [] : [{ what: `the release that runs now is not healthy: ${problem}`, where: name, mend: "mend the service, or health.url in the plan; a rollback could not be told from a failure" }];
    }));
    const told = await Promise.all((0,deploy_order/* healthHosts */.Sn)(plan).map(async (name) => [name, await (0,health/* versionOn */.Sx)(hosts.get(name), plan)]));
    const versions = Object.fromEntries(told.filter(([, version]) => typeof version === "string"));
    const settings = await Promise.all(plan.deploy.hosts.map(async (name) => {
        const host = hosts.get(name);
        const now = await (0,strategy/* strategyOf */.x)(plan).current(host, plan).catch(() => null);
        if (now === null)
            return [];
        const wrong = await (0,preset/* presetOf */.j)(plan).settings({ plan, host, release: { ...now, id: "now" }, directory: (0,layout/* liveDirectory */.wY)(plan) });
        return wrong === null ? [] : [{ what: wrong.problem, where: name, mend: wrong.mend }];
    }));
    const passed = await Promise.all(plan.verify.checks.map(async (check) => {
        if (check.kind === "smoke")
            return [];
        const expected = { tag: Object.values(versions)[0] ?? "", commit: "" };
        const judged = await (0,checks_check/* runCheck */.k)(check, { plan, expected: expected, hosts }).catch(() => null);
        return judged?.verdict === "pass" ? [check.id] : [];
    }));
    const names = Object.values(versions).join(", ");
    return { step: "prepare.checks", problems: [...healthy.flat(), ...settings.flat()], ...(names === "" ? {} : { note: names }), facts: { versions, passed: passed.flat() } };
}
async function prepare_balancer(plan, { hosts }) {
    const step = "prepare.balancer";
    const status = await (0,balancer/* openBalancer */.J)(plan["load-balancer"], hosts).status();
    if (status !== "off") {
        return { step, problems: [{ what: "the maintenance page is up already, and no launch of golive is under way", where: "load-balancer", mend: "find out who put it up, and take it down first" }] };
    }
    const wrong = (await (0,proof/* look */.Op)(plan)).filter(({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500);
    return { step, problems: wrong.map((sight) => ({ what: (0,proof/* sawInstead */.Oq)(sight, "open"), where: sight.address, mend: "a launch starts from a site that works; see site.url and load-balancer.addresses in the plan" })), note: plan.site.url };
}


/***/ })

};
