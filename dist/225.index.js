export const id = 225;
export const ids = [225];
export const modules = {

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ accessTitle),
  f: () => (/* binding */ probeAccess)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
;// CONCATENATED MODULE: ./.build/js/access/access.js
function failed(evidence) {
    return { verdict: "fail", evidence };
}
/** Nothing was measured. */
function unknown(evidence) {
    return { verdict: "error", evidence };
}
function asUser({ user }) {
    return user === undefined ? {} : { user };
}
function milliseconds(seconds) {
    return Math.round(seconds * 1000);
}

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/access/command.js


/** Exit 0 passes. Whatever the program prints stays where it is: it may be the key. */
async function probeCommand(probe, context) {
    const [file = "", ...args] = probe.run;
    const finished = await context.host.attempt((0,command/* command */.G5)(file, args, { timeoutSeconds: probe.timeout, ...asUser(context) }));
    if (finished.timedOut)
        return unknown(`did not end within ${probe.timeout} s`);
    const latencyMs = milliseconds(finished.seconds);
    if (finished.code === 0)
        return { verdict: "pass", evidence: `exit 0 in ${finished.seconds.toFixed(1)} s`, latencyMs };
    if (finished.code === 126 || finished.code === 127 || finished.code === null)
        return unknown("the program could not be run");
    return { ...failed(`exit ${finished.code} in ${finished.seconds.toFixed(1)} s`), latencyMs };
}

// EXTERNAL MODULE: ./.build/js/core/public-tail.js
var public_tail = __webpack_require__(4728);
// EXTERNAL MODULE: ./.build/js/access/settings.js
var settings = __webpack_require__(430);
;// CONCATENATED MODULE: ./.build/js/access/ask.js




/** Where the host puts the key, or the login that goes with it, into a line of curl's configuration. */
const key = Symbol("key");
const login = Symbol("login");
/**
 * One request of curl on the host. The key goes from the settings file through the shell's own memory into curl's
 * standard input: it is no argument, no variable of an environment, no file, and it never comes back.
 * The wrong key has the length and the shape of the right one: its first quarter, then letters for letters, digits for digits.
 */
const askScript = `${settings/* readSettings */.s}
unset k i c h w out code
file=$1 which=$2 secret=$3 login=$4 seconds=$5 header=$6 safe=$7
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" || { echo 'problem file'; exit 0; }
need() {
  setting "$file" "$1" || { echo "problem missing $1"; exit 0; }
  [ -n "$v" ] || { echo "problem empty $1"; exit 0; }
  if controlled; then echo "problem control $1"; exit 0; fi
}
escaped() { printf '%s' "$v" | sed 's/[\\\\"]/\\\\&/g'; }
i=
if [ -n "$login" ]; then
  need "$login"
  case "$v" in *:*) echo "problem colon $login"; exit 0 ;; esac
  i=$(escaped)
fi
need "$secret"
if [ "$safe" = yes ]; then case "$v" in *[!A-Za-z0-9:_-]*) echo "problem shape $secret"; exit 0 ;; esac; fi
if [ "$which" = wrong ]; then
  k=$v
  h=$(printf "%.$((\${#k} / 4))s" "$k")
  v=$h$(printf '%s' "\${k#"$h"}" | tr 'A-Z' 'Q' | tr 'a-z' 'q' | tr '0-9' '7')
  [ "$v" != "$k" ] || v=$h$(printf '%s' "\${k#"$h"}" | tr '!-~' 'z')
  [ "$v" != "$k" ] || v=\${k}x
fi
k=$(escaped)
c=
while IFS= read -r l; do
  case "$l" in k) c=$c$k ;; i) c=$c$i ;; .) c="$c
" ;; +*) c=$c\${l#+} ;; esac
done
out=$(printf '%s' "$c" | curl -q -s --globoff --max-time "$seconds" -o /dev/null -w '\\n%{response_code} %{time_total}' --config -)
code=$?
w=\${out##*
}
printf 'answer %s %s\\n' "$code" "$w"
[ -z "$header" ] || printf '%s\\n' "$out" | tr -d '\\r' | tr 'A-Z' 'a-z' | sed -n "s/^$header: */header /p"
`;
async function ask(context, question, which = "right") {
    const { secret, within } = question;
    if (context.envFile === undefined)
        return { trouble: failed(`no settings file is known that would hold ${secret}`) };
    const values = [context.envFile, which, secret, question.login ?? "", String(within), question.header ?? "", question.inAddress === true ? "yes" : "no"];
    const finished = await context.host.attempt((0,command/* script */.K$)(askScript, values, { stdin: configuration(question), timeoutSeconds: Math.ceil(within) + 15, label: "curl --config -", ...asUser(context) }));
    if (finished.timedOut)
        return { trouble: unknown(late(within)) };
    const problem = /^problem (\w+) ?(\w*)$/m.exec(finished.stdout);
    if (problem)
        return { trouble: troubleOf(problem[1] ?? "", problem[2] ?? "", context) };
    const found = /^answer (\d+) (\d+) ([\d.]+)$/m.exec(finished.stdout);
    if (!found) {
        const said = (0,public_tail/* publicTail */.W)(finished.stderr, [], 1);
        return { trouble: unknown(`curl could not be run on ${context.host.name} (exit ${finished.code})${said === "" ? "" : `: ${said}`}`) };
    }
    const [code, status, seconds] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const header = /^header (.*)$/m.exec(finished.stdout)?.[1];
    const loginDenied = code === 67;
    if (code !== 0 && !loginDenied)
        return { trouble: unknown(curlTrouble(code, within)) };
    return { answer: { status, seconds, ...(header === undefined ? {} : { header }), ...(loginDenied ? { loginDenied } : {}) } };
}
/** Asks with the right key, then with a wrong one: only a service that refuses the second has proved the first. */
async function prove(context, question, rule) {
    const right = await ask(context, question);
    if ("trouble" in right)
        return right.trouble;
    const { answer } = right;
    const latencyMs = milliseconds(answer.seconds);
    if (!rule.good(answer))
        return rule.denied(answer) ? { ...failed(`the key is refused (status ${answer.status})`), latencyMs } : { ...rule.otherwise(answer), latencyMs };
    const wrong = await ask(context, question, "wrong");
    const proved = (evidence) => ({ verdict: "inconclusive", evidence, latencyMs });
    if ("trouble" in wrong)
        return proved(`says yes, but a wrong key could not be tried, so nothing is proved: ${wrong.trouble.evidence}`);
    if (rule.good(wrong.answer))
        return proved("also says yes to a wrong key, so nothing is proved");
    if (!rule.denied(wrong.answer))
        return proved(`says status ${wrong.answer.status} to a wrong key, neither yes nor no, so nothing is proved`);
    return { verdict: "pass", evidence: `status ${answer.status} in ${answer.seconds.toFixed(2)} s; a wrong key is refused (${wrong.answer.status})`, latencyMs, answer };
}
/** The rule of services that speak HTTP. */
function byStatus(good, denied, hints = {}) {
    return {
        good: ({ status }) => status === good,
        denied: ({ status }) => denied.includes(status),
        otherwise({ status }) {
            const told = `status ${status}${hints[status] === undefined ? "" : `: ${hints[status]}`}, expected ${good}`;
            if (status === 429)
                return { verdict: "inconclusive", evidence: "status 429: asked too often to tell" };
            return status >= 500 ? unknown(told) : failed(told);
        },
    };
}
/** One letter before each piece tells the host whose text it is, so no value can be taken for another. */
function configuration({ lines }) {
    const text = (piece) => `+${piece}\n`;
    const whole = ([option, ...value]) => {
        if (value.length === 0)
            return text(option);
        return `${text(`${option} = "`)}${value.map((piece) => (piece === key ? "k\n" : piece === login ? "i\n" : text(ask_escape(piece)))).join("")}${text('"')}`;
    };
    return lines.map((line) => `${whole(line)}.\n`).join("");
}
function ask_escape(text) {
    if (/[\x00-\x1f\x7f]/.test(text))
        throw new Error("a line for curl cannot hold a control character");
    return text.replaceAll(/["\\]/g, "\\$&");
}
function troubleOf(problem, name, { host }) {
    switch (problem) {
        case "missing":
            return failed(`${name} is not in the settings file`);
        case "empty":
            return failed(`${name} is empty in the settings file`);
        case "control":
            return failed(`${name} holds a control character (a line end of Windows?), so it was not sent`);
        case "colon":
            return failed(`${name} holds a colon, which a login cannot`);
        case "shape":
            return failed(`${name} has not the shape of such a token, so it was not sent`);
        case "file":
            return unknown("the settings file cannot be read");
        case "printf":
            return unknown(`the shell on ${host.name} would show the key to others, so nothing was asked`);
        default:
            return unknown(`${problem} is not installed on ${host.name}`);
    }
}
function late(within) {
    return `no answer within ${within} s`;
}
function curlTrouble(code, within) {
    switch (code) {
        case 2:
        case 4:
        case 26:
            return "curl is too old for this (for s3: 7.75 or newer)";
        case 5:
            return "the proxy's name has no address";
        case 6:
            return "the name has no address (DNS)";
        case 7:
            return "no connection: refused, or no way there";
        case 28:
            return late(within);
        case 8:
            return "not the answer of such a service";
        case 35:
            return "no TLS connection comes about";
        case 51:
        case 60:
            return "its certificate is not trusted";
        case 64:
            return "it offers no TLS";
        case 16:
        case 18:
        case 52:
        case 55:
        case 56:
        case 92:
            return "the connection broke before an answer came";
        default:
            return `curl ended with ${code} before an answer came`;
    }
}

;// CONCATENATED MODULE: ./.build/js/access/github.js


const expiry = "github-authentication-token-expiration";
/** /rate_limit is open to every kind of token and counts against none; a wrong token gets 401 there. */
async function probeGithub(probe, context, now = Date.now()) {
    const { answer, ...probed } = await prove(context, {
        secret: probe.secret,
        within: probe.within,
        lines: [["url", `${probe.base.replace(/\/+$/, "")}/rate_limit`], ["header", "Accept: application/vnd.github+json"], ["header", "Authorization: Bearer ", key], ["dump-header", "-"]],
        header: expiry,
    }, byStatus(200, [401, 403]));
    if (answer === undefined)
        return probed;
    if (answer.header === undefined)
        return { ...probed, evidence: `${probed.evidence}; no end is told` };
    const end = readExpiry(answer.header);
    if (end === null)
        return { ...probed, verdict: "inconclusive", evidence: `${probed.evidence}; when it ends cannot be read` };
    const expires = new Date(end).toISOString();
    const days = Math.floor((end - now) / 86_400_000);
    const told = `ends in ${days} ${days === 1 ? "day" : "days"}`;
    const { latencyMs = 0 } = probed;
    if (days < probe["least-days"])
        return { ...failed(`the key works but ${told}; the plan wants at least ${probe["least-days"]}`), latencyMs, expires };
    return { ...probed, evidence: `${probed.evidence}; ${told}`, expires };
}
/** "2026-12-01 10:00:00 UTC" or "… +0300", in lower case. */
function readExpiry(header) {
    const found = /^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d:\d\d)\s*(utc|z|[+-]\d\d:?\d\d)$/.exec(header.trim());
    if (!found)
        return null;
    const zone = (found[3] ?? "").replace(/^(?:utc|z)$/, "Z").replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
    const end = Date.parse(`${found[1]}T${found[2]}${zone}`);
    return Number.isNaN(end) ? null : end;
}

;// CONCATENATED MODULE: ./.build/js/access/http.js

/** A GET with the key in a header. Redirects are not followed: the key belongs to that address only. */
async function probeHttp(probe, context) {
    const { answer: _, ...probed } = await prove(context, {
        secret: probe.secret,
        within: probe.within,
        lines: [["url", probe.url], ["header", `${probe.header}: ${probe.prefix}`, key]],
    }, byStatus(probe.status, probe.denied));
    return probed;
}

;// CONCATENATED MODULE: ./.build/js/access/postgres.js


// pg_has_role is true of a superuser for every role, so this finds those who are one and those who may become one.
const question = "SELECT current_database(), EXISTS (SELECT FROM pg_roles WHERE rolsuper AND pg_has_role(session_user, oid, 'MEMBER')), pg_is_in_recovery();\n";
/** Connects as the service does and looks at who and where it is. */
async function probePostgres(probe, context) {
    const args = ["-X", "-q", "-A", "-t", "--no-password", "-v", "ON_ERROR_STOP=1", "-F", "/", "-d", probe.database, "-f", "-"];
    const finished = await context.host.attempt((0,command/* command */.G5)("psql", args, { stdin: question, env: environment(probe), timeoutSeconds: probe.within, ...asUser(context) }));
    if (finished.timedOut)
        return unknown(`no answer within ${probe.within} s`);
    if (finished.code === 126 || finished.code === 127)
        return unknown(`psql is not installed on ${context.host.name}`);
    const latencyMs = milliseconds(finished.seconds);
    if (finished.code !== 0)
        return { ...judgeRefusal(finished.stderr, probe.within), latencyMs };
    const [database, superuser, replica] = finished.stdout.trim().split("/");
    if (superuser === undefined || replica === undefined)
        return unknown("connected, but the answer cannot be read");
    if (database !== probe.database)
        return { ...failed("connected to another database than the plan's"), latencyMs };
    if (superuser !== "f")
        return { ...failed("connected as a superuser, or as a role that may become one"), latencyMs };
    if (replica !== "f" && !probe.replica)
        return { ...failed("connected to a replica, which cannot be written to"), latencyMs };
    return { verdict: "pass", evidence: `connected in ${finished.seconds.toFixed(2)} s, not as a superuser`, latencyMs };
}
/** libpq's own words are English here; the server's may be in its language, and are a refusal whatever they say. */
function judgeRefusal(stderr, within) {
    const said = stderr.replaceAll("\n", " ");
    if (/timeout expired|timed out/i.test(said))
        return unknown(`no answer within ${within} s`);
    if (/could not translate host name/i.test(said))
        return unknown("the name has no address (DNS)");
    if (/Connection refused|No route to host|Network is unreachable|could not connect|No such file or directory\s+Is the server/i.test(said))
        return unknown("no connection: refused, or no way there");
    if (/definition of service .* not found/i.test(said))
        return failed("pg_service.conf has no such service");
    if (/no password supplied/i.test(said))
        return failed("no password for it in the password file, or the file is open to others (mode 0600)");
    if (/is starting up|is shutting down|in recovery mode|too many clients|too many connections|remaining connection slots/i.test(said))
        return unknown("the server takes no connection now");
    if (/server closed the connection|SSL SYSCALL|Connection reset/i.test(said))
        return unknown("the connection broke before an answer came");
    if (/password authentication failed/i.test(said))
        return failed("the password is refused");
    if (/database ".*" does not exist/i.test(said))
        return failed("no such database there");
    if (/no pg_hba\.conf entry/i.test(said))
        return failed("pg_hba.conf lets this role not in from here");
    if (/SSL|certificate/i.test(said) && !/failed: *FATAL/i.test(said))
        return unknown("no TLS connection comes about");
    return failed("the server refuses the connection");
}
function environment({ connection, within }) {
    return {
        ...(connection.host === undefined ? {} : { PGHOST: connection.host }),
        ...(connection.port === undefined ? {} : { PGPORT: String(connection.port) }),
        ...(connection.user === undefined ? {} : { PGUSER: connection.user }),
        ...(connection.passfile === undefined ? {} : { PGPASSFILE: connection.passfile }),
        ...(connection.service === undefined ? {} : { PGSERVICE: connection.service }),
        PGAPPNAME: "golive",
        PGCONNECT_TIMEOUT: String(Math.max(2, Math.ceil(within))),
        LC_ALL: "C",
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/js/access/s3.js



const hints = { 301: "another region or endpoint is the bucket's", 307: "another region or endpoint is the bucket's", 400: "another region, or not this storage", 404: "no such bucket" };
const canaryText = "golive";
/** HeadBucket, signed by curl; then, when the plan names one, a canary is put and removed. */
async function probeS3(probe, context) {
    const root = `${probe.endpoint.replace(/\/+$/, "")}/${probe.bucket}`;
    const { answer: _, ...probed } = await prove(context, s3_question(probe, root, "", ["head"]), byStatus(200, [401, 403], hints));
    if (probed.verdict !== "pass" || probe.canary === undefined)
        return probed;
    const name = `${root}/${probe.canary}.${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
    const { latencyMs = 0 } = probed;
    const step = async (did, asked) => {
        const told = await ask(context, asked);
        if ("trouble" in told)
            return { ...told.trouble, evidence: `${did}: ${told.trouble.evidence}`, latencyMs };
        return told.answer.status >= 200 && told.answer.status < 300 ? null : { ...failed(`${did} (status ${told.answer.status})`), latencyMs };
    };
    const put = await step("the bucket opens, but nothing can be put there", s3_question(probe, name, canaryText, ["request", "PUT"], ["data-binary", canaryText], ["header", "content-type: text/plain"]));
    // Of a put without an answer nobody knows whether it arrived.
    if (put?.verdict === "fail")
        return put;
    const removed = await step(`a canary was put but not removed; look for ${probe.canary}.*`, s3_question(probe, name, "", ["request", "DELETE"]));
    return put ?? removed ?? { ...probed, evidence: `${probed.evidence}; a canary was put and removed` };
}
/** The hash stands in a header as S3 wants it; curl adds it by itself only in newer versions. */
function s3_question(probe, url, body, ...lines) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(body).digest("hex");
    return {
        secret: probe.secret,
        login: probe["key-id"],
        within: probe.within,
        lines: [["url", url], ["aws-sigv4", `aws:amz:${probe.region}:s3`], ["user", login, ":", key], ["header", `x-amz-content-sha256: ${hash}`], ...lines],
    };
}

;// CONCATENATED MODULE: ./.build/js/access/smtp.js


const rule = {
    good: ({ status, loginDenied }) => loginDenied !== true && status >= 200 && status < 300,
    // A 4xx means "not now", whatever the login.
    denied: ({ status, loginDenied }) => loginDenied === true && !(status >= 400 && status < 500),
    otherwise: ({ status }) => (status >= 400 && status < 500 ? unknown(`status ${status}: the server is not able to tell now`) : failed(`status ${status} after the login`)),
};
/** Logs in and says NOOP: no sender, no recipient, no message. */
async function probeSmtp(probe, context) {
    const scheme = probe.tls === "implicit" ? "smtps" : "smtp";
    const user = probe.user ?? login;
    const { answer: _, ...probed } = await prove(context, {
        secret: probe.secret,
        login: probe["user-secret"],
        within: probe.within,
        lines: [["url", `${scheme}://${probe.host}:${probe.port}`], ["user", user, ":", key], ["request", "NOOP"], ...(probe.tls === "starttls" ? [["ssl-reqd"]] : [])],
    }, rule);
    return probed;
}

;// CONCATENATED MODULE: ./.build/js/access/ssh.js


/** The plan alone says where and how: no configuration of the host, no agent, no other key takes part. */
const ssh_askScript = `exec 2>/dev/null
LC_ALL=C; export LC_ALL
address=$1 port=$2 user=$3 identity=$4 seconds=$5 whole=$6
command -v ssh >/dev/null || { echo 'problem ssh'; exit 0; }
[ -f "$identity" ] && [ -r "$identity" ] || { echo 'problem identity'; exit 0; }
d=$(mktemp -d) || { echo 'problem folder'; exit 0; }
trap 'rm -rf -- "$d"' EXIT
trap 'exit 143' HUP INT TERM
cat > "$d/known_hosts" || { echo 'problem folder'; exit 0; }
said=$(timeout -k 2 "$seconds" ssh -F /dev/null -T -p "$port" -l "$user" -o BatchMode=yes -o StrictHostKeyChecking=yes -o "UserKnownHostsFile=$d/known_hosts" -o GlobalKnownHostsFile=/dev/null -o UpdateHostKeys=no \\
  -o PreferredAuthentications=publickey -o IdentitiesOnly=yes -o IdentityAgent=none -o "IdentityFile=$identity" -o ControlPath=none -o ForwardAgent=no -o "ConnectTimeout=$whole" -- "$address" true 2>&1 >/dev/null </dev/null)
printf 'ended %s\\n%s\\n' "$?" "$said"
`;
/** Runs `true` over there. The server must show the plan's host key, and nothing is asked of anyone. */
async function probeSsh(probe, context) {
    const spelled = probe.port === 22 ? probe.address : `[${probe.address}]:${probe.port}`;
    const known = probe["host-key"].map((key) => `${spelled} ${key}\n`).join("");
    const values = [probe.address, String(probe.port), probe.user, probe["identity-file"], String(probe.within), String(Math.max(1, Math.ceil(probe.within)))];
    const finished = await context.host.attempt((0,command/* script */.K$)(ssh_askScript, values, { stdin: known, timeoutSeconds: Math.ceil(probe.within) + 15, label: `ssh ${probe.address} true`, ...asUser(context) }));
    if (finished.timedOut)
        return unknown(`no answer within ${probe.within} s`);
    const problem = /^problem (\w+)$/m.exec(finished.stdout)?.[1];
    if (problem === "ssh")
        return unknown(`ssh is not installed on ${context.host.name}`);
    if (problem === "identity")
        return failed("the private key is not there, or cannot be read");
    const code = /^ended (\d+)$/m.exec(finished.stdout)?.[1];
    if (problem !== undefined || code === undefined)
        return unknown(`ssh could not be run on ${context.host.name} (exit ${finished.code})`);
    return judgeSsh(Number(code), finished.stdout, finished.seconds, probe.within);
}
function judgeSsh(code, said, seconds, within) {
    const latencyMs = milliseconds(seconds);
    if (code === 0)
        return { verdict: "pass", evidence: `let in in ${seconds.toFixed(2)} s, host key as in the plan`, latencyMs };
    if (code === 124 || code === 137 || /timed out/i.test(said))
        return unknown(`no answer within ${within} s`);
    if (code !== 255)
        return { ...failed(`let in, but \`true\` exited ${code} there`), latencyMs };
    if (/HOST IDENTIFICATION HAS CHANGED|Host key verification failed|No .* host key is known/i.test(said))
        return failed("shows another host key than the plan's");
    if (/UNPROTECTED PRIVATE KEY|bad permissions/i.test(said))
        return failed("the private key is open to others (mode 0600)");
    if (/Load key|invalid format|error in libcrypto/i.test(said))
        return failed("the private key cannot be used: not whole, or locked with a passphrase");
    if (/Permission denied|Too many authentication failures/i.test(said))
        return { ...failed("the key is refused"), latencyMs };
    if (/Could not resolve/i.test(said))
        return unknown("the name has no address (DNS)");
    if (/Connection refused/i.test(said))
        return unknown("the connection is refused");
    if (/No route to host|Network is unreachable/i.test(said))
        return unknown("no way there");
    return unknown("the connection broke before an answer came");
}

;// CONCATENATED MODULE: ./.build/js/access/telegram.js

/** getMe changes nothing. getUpdates would take messages away from the running bot, so it is never asked. */
async function probeTelegram(probe, context) {
    const { answer: _, ...probed } = await prove(context, {
        secret: probe.secret,
        within: probe.within,
        lines: [["url", `${probe.base.replace(/\/+$/, "")}/bot`, key, "/getMe"]],
        inAddress: true,
    }, byStatus(200, [401, 404]));
    return probed;
}

;// CONCATENATED MODULE: ./.build/js/access/probe.js










/** Proves one access from the host that needs it. A key that is refused fails; what cannot be asked is `error`. */
async function probeAccess(probe, context) {
    try {
        return await probed(probe, context);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return unknown(`${context.host.name} itself cannot be reached, so nothing was asked`);
        throw error;
    }
}
function probed(probe, context) {
    switch (probe.kind) {
        case "http":
            return probeHttp(probe, context);
        case "smtp":
            return probeSmtp(probe, context);
        case "s3":
            return probeS3(probe, context);
        case "postgres":
            return probePostgres(probe, context);
        case "ssh":
            return probeSsh(probe, context);
        case "telegram":
            return probeTelegram(probe, context);
        case "github":
            return probeGithub(probe, context);
        case "command":
            return probeCommand(probe, context);
    }
}
function accessTitle(probe) {
    if (probe.title !== undefined)
        return probe.title;
    switch (probe.kind) {
        case "http":
            return `${new URL(probe.url).host} takes ${probe.secret}`;
        case "smtp":
            return `Mail server ${probe.host} takes ${probe.secret}`;
        case "s3":
            return `Bucket ${probe.bucket} opens with ${probe.secret}`;
        case "postgres":
            return `Database ${probe.database} lets the service in`;
        case "ssh":
            return `${probe.address} lets ${probe.user} in`;
        case "telegram":
            return `Telegram takes ${probe.secret}`;
        case "github":
            return `GitHub takes ${probe.secret}`;
        case "command":
            return `${probe.run[0]} says so`;
    }
}


/***/ }),

/***/ 430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/**
 * What every script here begins with: nothing it holds reaches a log, an environment or, as printf belongs to the shell,
 * an argument. `setting FILE NAME` puts the last value of that name into `$v` and is false when there is none: KEY=value
 * lines as systemd reads them, blanks around a value cut. Nothing in the file is evaluated.
 */
const readSettings = `exec 2>/dev/null
set +ax
unset v l n SSLKEYLOGFILE
LC_ALL=C; export LC_ALL
case "$(command -v printf)" in /*) echo 'problem printf'; exit 0 ;; esac
setting() {
  v=; set -- "$1" "$2" 1
  while IFS= read -r l || [ -n "$l" ]; do
    l=\${l#"\${l%%[! \t]*}"}
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    n=\${l%%=*}; n=\${n%"\${n##*[! \t]}"}
    [ "$n" = "$2" ] || continue
    v=\${l#*=}; v=\${v#"\${v%%[! \t]*}"}; v=\${v%"\${v##*[! \t]}"}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    set -- "$1" "$2" 0
  done < "$1"
  l=
  return "$3"
}
controlled() { [ "$(printf '%s' "$v" | tr -d '[:cntrl:]')" != "$v" ]; }
readable() { [ -f "$1" ] && [ -r "$1" ]; }
`;


/***/ }),

/***/ 8732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ checkTitle),
  k: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/public-tail.js
var public_tail = __webpack_require__(4728);
;// CONCATENATED MODULE: ./.build/js/checks/command.js


/** Exit 0 passes; 126, 127 and a time-out mean that nothing was measured. */
async function checkCommand(check, { hosts }) {
    const [file = "", ...args] = check.run;
    const finished = await hosts.get(check.host).attempt((0,command/* command */.G5)(file, args, { timeoutSeconds: check.timeout }));
    const took = `in ${finished.seconds.toFixed(1)} s`;
    if (finished.timedOut)
        return { verdict: "error", evidence: `${file} did not end within ${check.timeout} s` };
    if (finished.code === 0)
        return { verdict: "pass", evidence: `exit 0 ${took}` };
    const said = (0,public_tail/* publicTail */.W)(finished.stderr, [], 1);
    if (finished.code === 126 || finished.code === 127 || finished.code === null)
        return { verdict: "error", evidence: `${file} could not be run${said === "" ? "" : `: ${said}`}` };
    return { verdict: "fail", evidence: `exit ${finished.code} ${took}${said === "" ? "" : `: ${said}`}` };
}

// EXTERNAL MODULE: ./.build/js/checks/http.js
var http = __webpack_require__(822);
// EXTERNAL MODULE: ./.build/js/plan/layout.js
var layout = __webpack_require__(6642);
// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./.build/js/checks/junit.js

/** Reads a JUnit report. Throws when it is not whole, well-formed XML with a test suite in it. */
function parseJUnit(xml) {
    const parser = new saxes/* SaxesParser */.wT();
    const cases = [];
    let current = null;
    let suites = 0;
    let depth = 0;
    parser.on("error", (error) => {
        throw new Error(`the JUnit report is not well-formed: ${error.message}`);
    });
    parser.on("opentag", (tag) => {
        depth++;
        const attributes = tag.attributes;
        if (tag.name === "testsuite")
            suites++;
        if (tag.name === "testcase") {
            const name = attributes.name ?? "?";
            // Parameters of a test may be anyone's data.
            const bare = name.replace(/\[.*$/s, "[…]");
            current = { id: attributes.classname ? `${attributes.classname}::${bare}` : bare, seconds: Number(attributes.time ?? 0), result: "passed", message: "", text: "" };
        }
        else if (current && (tag.name === "failure" || tag.name === "error" || tag.name === "skipped")) {
            current.result = tag.name === "failure" ? "failed" : tag.name;
            current.message = attributes.type || attributes.message || "";
        }
    });
    parser.on("text", (text) => {
        if (current)
            current.text += text;
    });
    parser.on("closetag", (tag) => {
        depth--;
        if (tag.name !== "testcase" || !current)
            return;
        const { id, seconds, result, message, text } = current;
        cases.push({ id, seconds, result, ...(result === "failed" || result === "error" ? { reason: reasonOf(message, text) } : {}) });
        current = null;
    });
    parser.write(xml).close();
    if (suites === 0 || depth !== 0)
        throw new Error("the JUnit report holds no test suite");
    return cases;
}
/** pytest ends a failure's text with `file.py:12: AssertionError`; that line and no other is published. */
function reasonOf(message, text) {
    const place = /^([\w./-]+:\d+): ([\w.]+)$/m.exec(text);
    if (place)
        return `${place[2]} at ${place[1]}`;
    const kind = /^([A-Za-z_][\w.]*(?:Error|Exception|Failed|Exit|Warning|Interrupt))\b/.exec(message);
    return kind?.[1] ?? "failed";
}

;// CONCATENATED MODULE: ./.build/js/checks/smoke.js



// The report is fresh by construction: its folder did not exist before this run. pytest's own output is dropped,
// since it quotes whatever the service answered; the exit code and the report tell enough.
const runTests = `d=$(mktemp -d) || exit 90; trap 'rm -rf -- "$d"' EXIT
for w; do case $w in *'{report}'*) w=\${w%%'{report}'*}$d/report.xml\${w#*'{report}'} ;; esac; set -- "$@" "$w"; shift; done
"$@" >/dev/null 2>"$d/err"; c=$?; echo "$c"; cat -- "$d/report.xml" 2>/dev/null; exit 0`;
/** Runs pytest, or what the plan names, on the host in the release's directory. */
async function checkSmoke(check, { plan, hosts, built }) {
    const directory = built?.directory ?? (0,layout/* liveDirectory */.wY)(plan);
    const finished = await hosts.get(check.host).attempt((0,command/* script */.K$)(runTests, wordsOf(check, plan, directory), {
        cwd: directory,
        env: { PYTHONDONTWRITEBYTECODE: "1", ...check.env, ...built?.env },
        timeoutSeconds: check.timeout,
        ...(plan.deploy["run-as"] === undefined ? {} : { user: plan.deploy["run-as"] }),
    }));
    const cut = finished.stdout.indexOf("\n");
    return judgeSmoke(check, { code: Number(finished.stdout.slice(0, cut)) || (finished.code ?? 1), report: finished.stdout.slice(cut + 1), timedOut: finished.timedOut });
}
function wordsOf({ run, path }, { deploy }, directory) {
    if (run !== undefined)
        return run.map((word) => word.replaceAll("{path}", path));
    const venv = deploy.preset === "django" ? deploy.venv : ".venv";
    return [`${directory}/${venv}/bin/python`, "-m", "pytest", "--junit-xml={report}", "-o", "junit_family=xunit2", "-p", "no:cacheprovider", "-q", "--", path];
}
/** Judges an exit code and a report; they have to agree. */
function judgeSmoke(check, facts) {
    if (facts.timedOut)
        return { verdict: "error", evidence: `the tests did not end within ${check.timeout} s` };
    const pytest = check.run === undefined;
    if (pytest && facts.code === 5)
        return { verdict: "fail", evidence: `no tests in ${check.path}` };
    if (facts.report.trim() === "")
        return { verdict: "error", evidence: !pytest ? `${check.run?.[0]} wrote no report (exit ${facts.code})` : `pytest wrote no report (exit ${facts.code}${facts.code === 4 ? `: is ${check.path} there?` : ""}${facts.code === 127 || facts.code === 1 ? ": is pytest in the environment?" : ""})` };
    let cases;
    try {
        cases = parseJUnit(facts.report);
    }
    catch (error) {
        return { verdict: "error", evidence: error.message };
    }
    const of = (result) => cases.filter((one) => one.result === result);
    const [passed, failed, errors, skipped] = [of("passed"), of("failed"), of("error"), of("skipped")];
    const counts = `${passed.length} of ${cases.length} passed${failed.length ? `, ${failed.length} failed` : ""}${errors.length ? `, ${errors.length} errors` : ""}${skipped.length ? `, ${skipped.length} skipped` : ""}`;
    const details = cases.map((one) => `${{ passed: "✅", failed: "❌", error: "❔", skipped: "➖" }[one.result]} ${one.id} (${one.seconds.toFixed(2)} s)${one.reason ? ` — ${one.reason}` : ""}`);
    const first = [...failed, ...errors][0];
    if (failed.length > 0)
        return { verdict: "fail", evidence: `${counts}; first: ${first?.id} (${first?.reason})`, details };
    if ((pytest && [2, 3, 4].includes(facts.code)) || errors.length > 0)
        return { verdict: "error", evidence: `${counts}; the tests could not be run as they should (exit ${facts.code})`, details };
    if (facts.code !== 0)
        return { verdict: "fail", evidence: `${counts}, yet ${pytest ? "pytest" : check.run?.[0]} exited ${facts.code}`, details };
    if (passed.length < check["least-tests"])
        return { verdict: "fail", evidence: `${counts}; the plan wants at least ${check["least-tests"]} passed`, details };
    if (skipped.length > check["most-skipped"])
        return { verdict: "fail", evidence: `${counts}; the plan allows ${check["most-skipped"]} skipped`, details };
    return { verdict: "pass", evidence: counts, details };
}

;// CONCATENATED MODULE: ./.build/js/checks/check.js



/** Runs one check of the plan. What a check cannot measure is `error`, told in its own words. */
function runCheck(check, context) {
    switch (check.kind) {
        case "http":
            return (0,http/* checkHttp */.hv)(check, context);
        case "smoke":
            return checkSmoke(check, context);
        case "command":
            return checkCommand(check, context);
    }
}
function checkTitle(check) {
    if (check.title !== undefined)
        return check.title;
    if (check.kind === "http")
        return `${check.url} answers ${check.status}`;
    if (check.kind === "smoke")
        return `Smoke tests: ${check.path}`;
    return `${check.run[0]} says so on ${check.host}`;
}


/***/ }),

/***/ 822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vt: () => (/* binding */ curl),
/* harmony export */   hv: () => (/* binding */ checkHttp)
/* harmony export */ });
/* unused harmony export judgeHttp */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5795);
/* harmony import */ var _load_balancer_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6384);



/** Asks a page and judges status, text and time. Tries again as often as the plan says, a second apart. */
async function checkHttp(check, { expected, hosts }) {
    let judgement = { verdict: "error", evidence: "not asked" };
    for (let attempt = 1; attempt <= check.tries; attempt++) {
        const facts = check.from === undefined ? await (0,_load_balancer_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .d)(check.url, { timeoutSeconds: check.within }) : await curl(hosts.get(check.from), check.url, check.within);
        judgement = facts.unasked === true ? { verdict: "error", evidence: facts.error ?? "not asked" } : judgeHttp(check, facts, expected);
        if (judgement.verdict === "pass")
            break;
        if (attempt < check.tries)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(1000);
    }
    return judgement;
}
function judgeHttp(check, facts, expected) {
    const took = `in ${facts.seconds.toFixed(2)} s`;
    if (facts.status === 0)
        return { verdict: "fail", evidence: `no answer: ${facts.error ?? "connection failed"}` };
    if (facts.status !== check.status)
        return { verdict: "fail", evidence: `status ${facts.status} ${took}, expected ${check.status}` };
    if (facts.seconds > check.within)
        return { verdict: "fail", evidence: `answered ${took}, later than ${check.within} s` };
    const wanted = check.contains?.replaceAll("{tag}", expected.tag).replaceAll("{commit}", expected.commit);
    if (wanted !== undefined && !facts.body.includes(wanted))
        return { verdict: "fail", evidence: `status ${facts.status} ${took}, but the answer does not hold "${wanted}"` };
    return { verdict: "pass", evidence: `status ${facts.status} ${took}` };
}
/** A page as the host itself sees it, by its curl. Throws when the host cannot be reached. */
async function curl(host, url, withinSeconds) {
    const args = ["-q", "-sS", "--globoff", "--noproxy", "*", "--max-time", String(withinSeconds), "-w", "\n%{http_code} %{time_total}", "--", url];
    const asked = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_2__/* .command */ .G5)("curl", args, { timeoutSeconds: withinSeconds + 15 });
    const finished = await host.attempt(asked);
    if (finished.code === 127 || finished.code === 126)
        return { status: 0, body: "", seconds: 0, error: `curl ${finished.code === 127 ? "is not installed" : "cannot be run"} on ${host.name}`, unasked: true };
    if (finished.timedOut)
        return { status: 0, body: "", seconds: finished.seconds, error: `curl did not end within ${withinSeconds + 15} s` };
    const cut = finished.stdout.lastIndexOf("\n");
    const [status = "0", seconds = "0"] = finished.stdout.slice(cut + 1).split(" ");
    const error = finished.code === 0 ? undefined : (finished.stderr.trim().split("\n")[0] ?? "").replace(/^curl: /, "");
    return { status: finished.code === 0 ? Number(status) : 0, body: finished.stdout.slice(0, Math.max(cut, 0)), seconds: Number(seconds), error };
}


/***/ }),

/***/ 5540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ fileAt),
/* harmony export */   lz: () => (/* binding */ commitOfTag),
/* harmony export */   s0: () => (/* binding */ pathExists)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9440);


/** The commit a tag points to (annotated or not). A branch of the same name does not count. */
async function commitOfTag({ octokit, owner, repo }, tag) {
    try {
        const { data } = await octokit.rest.repos.getCommit({ owner, repo, ref: `tags/${tag}`, per_page: 1 });
        return data.sha;
    }
    catch (error) {
        const status = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .httpStatus */ .n)(error);
        if (status === 404 || status === 422) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `there is no tag "${tag}" in ${owner}/${repo}`, mend: `create and push it (git tag ${tag} && git push origin ${tag}), or choose one that exists` }, { cause: error });
        }
        throw error;
    }
}
/** A file's text at a commit, or null when there is none. */
async function fileAt({ octokit, owner, repo }, path, commit) {
    try {
        const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
        if (Array.isArray(data) || data.type !== "file" || !("content" in data))
            return null;
        return Buffer.from(data.content, "base64").toString("utf8");
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** Whether a path (file or folder) exists at a commit. */
async function pathExists({ octokit, owner, repo }, path, commit) {
    try {
        await octokit.rest.repos.getContent({ owner, repo, path: path.replace(/\/+$/, ""), ref: commit });
        return true;
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .httpStatus */ .n)(error) === 404)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   U9: () => (/* binding */ approversOf),
/* harmony export */   Vp: () => (/* binding */ runUrl),
/* harmony export */   uS: () => (/* binding */ runIsOver)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9440);

/** Whether a workflow run can still do anything. A run that is gone cannot. */
async function runIsOver({ octokit, owner, repo }, runId) {
    try {
        const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
        return data.status === "completed";
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return true;
        throw error;
    }
}
/** When the latest attempt of a run started, ISO 8601, and whose runs it is: who started it first, and last. Null when it is gone. */
async function startOf({ octokit, owner, repo }, runId) {
    try {
        const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
        return { at: data.run_started_at ?? data.created_at, by: [data.actor?.login, data.triggering_actor?.login].flatMap((login) => (login ? [login] : [])) };
    }
    catch (error) {
        if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .httpStatus */ .n)(error) === 404)
            return null;
        throw error;
    }
}
/** Who approved the run's environments so far. */
async function approversOf({ octokit, owner, repo }, runId, environment) {
    const { data } = await octokit.rest.actions.getReviewsForRun({ owner, repo, run_id: runId });
    return data.filter((review) => review.state === "approved" && review.environments.some(({ name }) => name === environment)).map((review) => review.user.login);
}
function runUrl({ serverUrl, owner, repo }, runId) {
    return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}


/***/ }),

/***/ 6436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ writeFileCommand),
/* harmony export */   N: () => (/* binding */ hostFrom)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);


function hostFrom(name, attempt, close = async () => { }) {
    return {
        name,
        attempt,
        close,
        async run(command) {
            const finished = await attempt(command);
            if (finished.code !== 0 || finished.timedOut)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(name, command, finished);
            return finished;
        },
    };
}
/** Writes a whole file or none of it: a neighbour is written, synced and renamed over the old one. */
function writeFileCommand(path, text, mode) {
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)('umask 077; t="$1.golive-$$"; cat > "$t" && chmod "$2" "$t" && sync "$t" && mv -f -- "$t" "$1"', [path, mode], { stdin: text, timeoutSeconds: 60 });
}


/***/ }),

/***/ 6384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probe)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** One GET on a connection of its own, following nothing. Never throws. Reads at most 1 MiB of the body. */
function probe(url, { address, timeoutSeconds = 5 } = {}) {
    const target = new URL(url);
    const secure = target.protocol === "https:";
    const pinned = address === undefined ? null : new URL(`${target.protocol}//${address}`);
    const started = Date.now();
    return new Promise((resolve) => {
        const done = (answer) => resolve({ ...answer, seconds: (Date.now() - started) / 1000 });
        const failed = (error) => done({ status: 0, headers: {}, body: "", error: error.code ?? error.message });
        const sent = (secure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)({
            host: (pinned ?? target).hostname.replace(/^\[|\]$/g, ""),
            port: pinned?.port || target.port || (secure ? 443 : 80),
            path: `${target.pathname}${target.search}`,
            headers: { host: target.host, "user-agent": "golive", "cache-control": "no-cache" },
            servername: secure ? target.hostname : undefined,
            agent: false,
            timeout: timeoutSeconds * 1000,
        }, (answer) => {
            let body = "";
            answer.setEncoding("utf8");
            answer.on("data", (chunk) => {
                if (body.length < 1 << 20)
                    body += chunk;
            });
            answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body }));
            answer.on("error", failed);
        });
        sent.on("timeout", () => sent.destroy(Object.assign(new Error("timed out"), { code: `no answer within ${timeoutSeconds} s` })));
        sent.on("error", failed);
        // A server that trickles its answer is caught by this one.
        setTimeout(() => sent.destroy(Object.assign(new Error("timed out"), { code: `no whole answer within ${timeoutSeconds * 2} s` })), timeoutSeconds * 2000).unref();
        sent.end();
    });
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]));
}


/***/ }),

/***/ 564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   en: () => (/* binding */ en)
/* harmony export */ });
const en = {
    phases: {
        prepare: "Before the window",
        "day-before": "The day before",
        isolate: "Isolate",
        backup: "Back up",
        deploy: "Deploy",
        verify: "Verify",
        open: "Open",
        rollback: "Rollback",
        after: "Afterwards",
    },
    states: {
        planned: "🗓️ Planned: waiting for approval",
        waiting: "🔏 Waiting for an approval by comment",
        closed: "🚧 In the window: the maintenance page is up",
        opening: "🚪 Verified: the site is being opened",
        rollingBack: "↩️ Rolling back: the maintenance page is up",
        live: "🟢 Live",
        prepared: "🧪 Rehearsed: nothing was launched",
        rolledBack: "↩️ Rolled back: the previous release serves",
        failedOpen: "🔴 Failed before anything was touched",
        failedClosed: "🔴 Failed: the maintenance page is up",
    },
    facts: {
        release: "Release",
        window: "Window",
        state: "State",
        digest: "Plan digest",
        run: "Run",
        approved: "Approved by",
        approve: "To approve",
        unprotectedRollback: "No reviewer required for a rollback",
        unprotected: "No reviewer required",
        pointOfNoReturn: "Point of no return",
        maintenance: "Maintenance page",
    },
    waits: "waits for an approval.",
    howToApprove: (text, starter) => `To approve it, write a comment here that holds ${text} and nothing else. Not ${starter}, who started it. Do not edit it afterwards: an edited comment does not count.`,
    mayApprove: "These may:",
    pages: { on: "up since", off: "down since" },
    loss: {
        title: (service, tag) => `Take ${service} back from ${tag}?`,
        codeOnly: "No migration ran: the database stays as it is, and nothing is set aside.",
        nothing: "Nothing was written since the backup: the way back sets nothing aside.",
        kept: (database) => `Written since the site was closed for the backup. After the rollback these rows are not in ${database}: they stay in the database that is kept beside it, and in a file on the database host (\`golive recover\`).`,
        columns: ["table", "inserted", "changed", "deleted", "of them since the site opened"],
    },
    allItSaid: "all it said:",
    noReturn: (migration) => migration === null
        ? "none in the database: no migration drops or rewrites. Until the site opens the way back is automatic; afterwards a person approves it"
        : `“Run the migrations”, \`${migration.name}\`, which ${migration.drops.length > 0 ? "drops" : "rewrites"} (${[...migration.drops, ...migration.rewrites].join(", ")}): from there the way back takes the database of the backup. Until the site opens that is automatic and loses nothing; afterwards a person approves it, and newer rows are set aside`,
    skipped: "skipped",
    since: "since",
    planned: "planned",
    actual: "actual",
    forecast: "forecast",
    record: "On record",
    viewOnly: "This page is a view of the journal on the control host; editing it changes nothing.",
    pause: (what) => `Pause ${what}`,
    resume: (what) => `Resume ${what}`,
    steps: {
        "prepare.tag": "The tag is there and the plan at its commit holds",
        "prepare.approval": "The window needs a reviewer's approval",
        "prepare.hosts": "Every host answers, with the host key of the plan",
        "prepare.tools": "The programs the launch needs are on the hosts",
        "prepare.rights": "Every right the window and the way back need is there",
        "prepare.services": "The services are known and run now",
        "prepare.checks": "The release that runs now is healthy, and its settings name the database",
        "prepare.checkout": "The live checkout is clean and knows its remote",
        "prepare.migrations": "The migrations the release brings",
        "prepare.database": "The database answers, and the role may do what the way back needs",
        "prepare.space": "There is room for the copy, the dump and its proof",
        "prepare.balancer": "The site is open now, and its page can be switched",
        "prepare.smoke": "The smoke tests are in the release",
        "day-before.keys": "The service's secrets are its own, and no placeholders",
        "day-before.build": "Build the release, with an environment of its own",
        "day-before.staging": "The release's smoke tests pass against staging",
        "day-before.backup": "The newest nightly backup is there, young enough and whole",
        "day-before.restore": "That backup is restored beside, and holds what it should",
        "day-before.dump": "Rehearse the window's backup and its proof on it",
        "day-before.migrate": "Rehearse the migrations on it",
        "day-before.tests": "The release starts on the migrated copy and passes its tests",
        "day-before.forecast": "Forecast of the window",
        "day-before.tell": "Tell those who have to know",
        "isolate.on": "Put the maintenance page up",
        "isolate.proof": "Proof from outside: visitors see the maintenance page",
        "isolate.stop": "Stop the services, so that nothing writes",
        "backup.copy": "Clone the database, so that the way back is a rename",
        "backup.cluster": "Back the server up with pgBackRest",
        "backup.verify": "Proof: pgBackRest finds every file whole",
        "backup.dump": "Dump the database",
        "backup.manifest": "Checksum every file and write the manifest",
        "backup.read": "Proof: the dump reads through whole",
        "backup.proof": "Proof of the backup: contents and schema",
        "deploy.fetch": "Fetch the release",
        "deploy.checkout": "Check the release out",
        "deploy.environment": "Install the requirements",
        "deploy.build": "The release in a directory of its own",
        "deploy.switch": "Switch the link to the release",
        "deploy.migrate": "Run the migrations",
        "deploy.static": "Collect the static files",
        "deploy.start": "Start the services",
        "deploy.health": "The new release answers on its health page",
        "open.off": "Take the maintenance page down",
        "open.proof": "Proof from outside: visitors reach the new release",
        "after.offsite": "Send the backup elsewhere, encrypted",
        "after.tidy": "Remove what earlier launches left and the plan does not keep",
        "after.forecast": "Forecast and what it took",
        "rollback.on": "Put the maintenance page up",
        "rollback.proof": "Proof from outside: visitors see the maintenance page",
        "rollback.written": "Set aside what was written since the backup",
        "rollback.stop": "Stop the services",
        "rollback.code": "Put the code back to the previous release",
        "rollback.database": "Put the database back",
        "rollback.start": "Start the services",
        "rollback.health": "The previous release answers on its health page",
        "rollback.verify": "The checks pass on the previous release",
        "rollback.open": "Take the maintenance page down",
    },
};


/***/ }),

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ lockFile),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   "do": () => (/* binding */ releaseName),
/* harmony export */   fF: () => (/* binding */ releaseDirectory),
/* harmony export */   wY: () => (/* binding */ liveDirectory)
/* harmony export */ });
/** The directory that the service runs from. */
function liveDirectory({ deploy }) {
    return deploy.strategy === "releases" ? `${deploy.directory}/current` : deploy.directory;
}
/** The git repository that releases are fetched into. */
function repositoryOf({ deploy }) {
    return deploy.strategy === "releases" ? `${deploy.directory}/repo` : deploy.directory;
}
/** Where the files of a release lie once it is on the host. */
function releaseDirectory({ deploy }, release) {
    return deploy.strategy === "releases" ? `${deploy.directory}/releases/${releaseName(release)}` : deploy.directory;
}
/** A tag that moved is another directory. */
function releaseName({ tag, commit }) {
    return `${tag.replaceAll("/", "-")}-${commit.slice(0, 12)}`;
}
/** Held by one command at a time that changes the files of the service. */
function lockFile({ deploy }) {
    return deploy.strategy === "releases" ? `${deploy.directory}/golive.lock` : `${deploy.directory}/.git/golive.lock`;
}


/***/ }),

/***/ 5890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ resumeScheduled),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   g5: () => (/* binding */ scheduledProblems),
/* harmony export */   gh: () => (/* binding */ pauseScheduled),
/* harmony export */   tg: () => (/* binding */ scheduledState)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5795);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);


// A name with a dot is no crontab for cron, so the renamed file is not read; the rename is atomic both ways.
const cronStatus = 'if [ -f "$1" ]; then exit 0; elif [ -f "$1.golive-paused" ]; then exit 3; else exit 1; fi';
const cronPause = '[ ! -f "$1" ] || mv -f -- "$1" "$1.golive-paused"';
const cronResume = '[ ! -f "$1.golive-paused" ] || { [ ! -e "$1" ] && mv -- "$1.golive-paused" "$1"; }';
const unitStatus = 's=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1; case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac; case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac; exit 1';
function waysOf(work) {
    const words = ([file = "", ...args]) => (work.sudo ? (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)("sudo", ["-n", file, ...args], { timeoutSeconds: work.timeout }) : (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)(file, args, { timeoutSeconds: work.timeout }));
    const shell = (text, file) => ({ ...words(["sh", "-c", text, "sh", file]), label: `rename ${file}` });
    switch (work.kind) {
        case "systemd":
            return { status: (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(unitStatus, [work.unit], { timeoutSeconds: 30, label: `systemctl show ${work.unit}` }), pause: words(["systemctl", "stop", "--", work.unit]), resume: words(["systemctl", "start", "--", work.unit]) };
        case "cron":
            return { status: (0,_core_command_js__WEBPACK_IMPORTED_MODULE_1__/* .script */ .K$)(cronStatus, [work.file], { timeoutSeconds: 30, label: `look for ${work.file}` }), pause: shell(cronPause, work.file), resume: shell(cronResume, work.file) };
        case "command":
            return { status: words(work.status), pause: words(work.pause), resume: words(work.resume) };
    }
}
/** Whether it works now or is paused. Throws when nobody can tell. Changes nothing. */
async function scheduledState(host, work) {
    const { status } = waysOf(work);
    const finished = await host.attempt(status);
    if (finished.code === 0)
        return "working";
    if (finished.code === 3)
        return "paused";
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `nobody can tell whether ${nameOf(work)} works or is paused`, where: host.name, mend: work.kind === "command" ? "its status has to exit 0 when it works and 3 when it is paused" : work.kind === "cron" ? "is that file there?" : "is this the name of a unit there?" }, { cause: new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host.name, status, finished) });
}
/** Pauses it, and proves that it is. Twice is as good as once. */
async function pauseScheduled(host, work) {
    await host.run(waysOf(work).pause);
    await require(host, work, "paused");
}
/** Lets it work again, and proves that it does. */
async function resumeScheduled(host, work) {
    await host.run(waysOf(work).resume);
    await require(host, work, "working");
}
async function require(host, work, wanted) {
    const state = await scheduledState(host, work);
    if (state !== wanted)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${nameOf(work)} is still ${state}`, where: host.name, mend: "look what keeps it so; a unit that something else starts has to be paused there" });
}
/** What keeps it from being paused and resumed, as far as it can be known by day. Changes nothing. */
async function scheduledProblems(host, work) {
    try {
        await scheduledState(host, work);
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return error.problems;
        throw error;
    }
    if (work.kind !== "systemd" || !work.sudo)
        return [];
    const { pause, resume } = waysOf(work);
    const refused = await Promise.all([pause, resume].map(async ({ args }) => ((await host.attempt({ file: "sudo", args: ["-n", "-l", ...args.slice(1)], timeoutSeconds: 30 })).code === 0 ? [] : [args.slice(1).join(" ")])));
    return refused.flat().map((words) => ({ what: `sudo does not let golive run: ${words}`, where: host.name, mend: "allow it without a password (docs/hosts.md has the lines)" }));
}
function nameOf(work) {
    return work.title ?? (work.kind === "systemd" ? work.unit : work.kind === "cron" ? work.file : work.id);
}


/***/ }),

/***/ 5058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ migrateHost),
/* harmony export */   GB: () => (/* binding */ perHost),
/* harmony export */   bH: () => (/* binding */ customSteps),
/* harmony export */   yx: () => (/* binding */ deployOrder)
/* harmony export */ });
const migrating = ["before-migrate", "deploy.migrate", "after-migrate"];
const starting = ["deploy.static", "before-start", "deploy.start", "deploy.health", "after-start"];
const orders = {
    "in-place": ["deploy.fetch", "deploy.checkout", "deploy.environment", ...migrating, ...starting],
    // The migrations run from the new directory while the link still leads to the old one.
    releases: ["deploy.fetch", "deploy.build", ...migrating, "deploy.switch", ...starting],
};
/** The order of a deploy: each part on every host before the next part begins. */
function deployOrder(plan) {
    return orders[plan.deploy.strategy].filter((part) => part.startsWith("deploy.") || plan.deploy.steps.some((step) => step.when === part));
}
function perHost(part) {
    return part.startsWith("deploy.") && part !== "deploy.migrate";
}
/** Migrations run on exactly one host. */
function migrateHost(plan) {
    return plan.deploy["migrate-on"] ?? plan.deploy.hosts[0] ?? "";
}
function customSteps(plan, when) {
    return plan.deploy.steps.filter((step) => step.when === when).flatMap((step) => (step.hosts ?? plan.deploy.hosts).map((host) => ({ step, host, id: `deploy.step-${step.id}@${host}` })));
}


/***/ }),

/***/ 8225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XX: () => (/* binding */ endLaunch),
  M: () => (/* binding */ joinLaunch),
  v4: () => (/* binding */ launchOf),
  Jl: () => (/* binding */ planAt),
  gl: () => (/* binding */ reach),
  jR: () => (/* binding */ requireForward),
  TU: () => (/* binding */ requireLock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checklist/render.js + 3 modules
var checklist_render = __webpack_require__(9480);
// EXTERNAL MODULE: ./.build/js/github/client.js + 2 modules
var client = __webpack_require__(9440);
// EXTERNAL MODULE: ./.build/js/github/issue.js
var github_issue = __webpack_require__(2981);
;// CONCATENATED MODULE: ./.build/js/checklist/view.js


/** Seconds that one write may take. */
const patience = 5;
function openView({ github, issue, render, log, gap = { first: 4, most: 30 } }) {
    let dirty = false;
    let wait = gap.first;
    let timer;
    let writing = Promise.resolve();
    let written = "";
    let failures = 0;
    const write = async () => {
        clearTimeout(timer);
        timer = undefined;
        try {
            const body = render();
            dirty = false;
            if (body === written)
                return;
            await (0,github_issue/* updateIssue */.tt)(github, issue, { body }, patience);
            written = body;
            failures = 0;
        }
        catch (error) {
            // The issue is a view: the launch goes on, and the next write shows everything.
            dirty = true;
            failures++;
            log.warn(`The checklist #${issue} could not be updated: ${error.message}. The journal has it all; it is tried again.`);
        }
    };
    const enqueue = () => (writing = writing.then(write));
    return {
        changed() {
            dirty = true;
            if (timer !== undefined)
                return;
            timer = setTimeout(enqueue, wait * 1000);
            timer.unref();
            wait = Math.min(wait * 1.5, gap.most);
        },
        async flush() {
            clearTimeout(timer);
            timer = undefined;
            await writing;
            // Once it failed, the last word is left to the next action: visitors are waiting.
            if (dirty && failures === 0)
                await enqueue();
        },
    };
}

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/release.js
var release = __webpack_require__(7331);
// EXTERNAL MODULE: ./.build/js/github/repository.js
var repository = __webpack_require__(5540);
// EXTERNAL MODULE: ./.build/js/github/runs.js
var runs = __webpack_require__(4998);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./.build/js/hosts/execute.js


/** Output beyond this is cut in the middle of the run's memory: nobody reads it, and it must not end the runner. */
const mostOutput = 32 * 1024 * 1024;
/**
 * Runs a program of this machine to its end, in a process group of its own. Resolves for any exit code;
 * rejects only when the program cannot be started. On time-out and abort the whole group gets TERM, then KILL.
 */
function execute({ words, stdin, timeoutSeconds, signal }) {
    return new Promise((resolve, reject) => {
        const started = external_node_perf_hooks_.performance.now();
        const [file = "", ...args] = words;
        const child = (0,external_node_child_process_.spawn)(file, args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
        const out = [];
        const err = [];
        let held = 0;
        let timedOut = false;
        let killer;
        const keep = (list) => (chunk) => {
            held += chunk.length;
            if (held <= mostOutput)
                list.push(chunk);
        };
        const kill = (name) => {
            try {
                if (child.pid !== undefined)
                    process.kill(-child.pid, name);
            }
            catch {
                // The group is gone already.
            }
        };
        const end = () => {
            kill("SIGTERM");
            killer ??= setTimeout(() => kill("SIGKILL"), 5000).unref();
        };
        const timer = setTimeout(() => {
            timedOut = true;
            end();
        }, timeoutSeconds * 1000);
        signal?.addEventListener("abort", end, { once: true });
        if (signal?.aborted)
            end();
        child.stdout.on("data", keep(out));
        child.stderr.on("data", keep(err));
        // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
        child.stdin.on("error", () => { });
        child.stdin.end(stdin ?? "");
        const settle = () => {
            clearTimeout(timer);
            clearTimeout(killer);
            signal?.removeEventListener("abort", end);
        };
        child.on("error", (error) => {
            settle();
            reject(error);
        });
        child.on("close", (code) => {
            settle();
            resolve({
                code,
                stdout: Buffer.concat(out).toString("utf8"),
                stderr: Buffer.concat(err).toString("utf8"),
                seconds: (external_node_perf_hooks_.performance.now() - started) / 1000,
                timedOut,
            });
        });
    });
}

// EXTERNAL MODULE: ./.build/js/hosts/host.js
var host = __webpack_require__(6436);
;// CONCATENATED MODULE: ./.build/js/hosts/words.js
const changeDirectory = 'cd -- "$1" && shift && exec "$@"';
/** Root needs no sudo (small servers often lack it); the user itself needs neither. */
const becomeUser = 'u=$1; shift; if [ "$(id -un)" = "$u" ]; then exec "$@"; elif [ "$(id -u)" = 0 ]; then exec runuser -u "$u" -- "$@"; else exec sudo -n -u "$u" -- "$@"; fi';
const defaultTimeoutSeconds = 3600;
/** How `timeout` ends: by itself, or by its own KILL. */
function endedByLimit(code, seconds, command) {
    return (code === 124 || code === 137) && seconds >= (command.timeoutSeconds ?? defaultTimeoutSeconds);
}
/** A command as plain words for exec: environment, directory and user put in front as programs of their own. */
function commandWords(command) {
    const limit = String(command.timeoutSeconds ?? defaultTimeoutSeconds);
    let words = [command.file, ...command.args];
    if (command.exclusive !== undefined)
        words = ["flock", "--close", "--wait", limit, command.exclusive, ...words];
    // Innermost, so that it runs as the same user as the program and may end it.
    words = ["timeout", "--kill-after=10", limit, ...words];
    const env = Object.entries(command.env ?? {});
    if (env.length > 0)
        words = ["env", ...env.map(([name, value]) => `${name}=${value}`), ...words];
    if (command.cwd !== undefined)
        words = ["sh", "-c", changeDirectory, "sh", command.cwd, ...words];
    if (command.user !== undefined)
        words = ["sh", "-c", becomeUser, "sh", command.user, ...words];
    return words;
}
/** One word quoted for a POSIX shell; what sshd hands to the login shell is read back as exactly this word. */
function quote(word) {
    if (word.includes("\0"))
        throw new Error("a word for a shell cannot hold a NUL");
    return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./.build/js/hosts/local.js



/** The machine the runner itself is on. */
function localHost(name, signal) {
    return (0,host/* hostFrom */.N)(name, async (command) => {
        const limit = command.timeoutSeconds ?? defaultTimeoutSeconds;
        const finished = await execute({ words: commandWords(command), stdin: command.stdin, timeoutSeconds: limit + 20, signal });
        return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.build/js/hosts/ssh-problem.js
const causes = [
    {
        said: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key verification failed|No .* host key is known/i,
        what: (at) => `${at} shows another host key than the plan's`,
        mend: "if the host was reinstalled, read its key on its own console (/etc/ssh/ssh_host_*_key.pub) and change host-key in the plan; if not, somebody may be in between",
    },
    { said: /Permission denied/i, what: (at) => `${at} does not accept the key`, mend: "put the public half of ssh-key into authorized_keys of that user, and check the secret" },
    { said: /invalid format|error in libcrypto|Load key/i, what: () => "the private key cannot be read", mend: "the secret has to hold the whole file, from BEGIN to END" },
    { said: /Could not resolve/i, what: (at) => `${at} has no address`, mend: "check the host's address in the plan, and the runner's DNS" },
    { said: /Connection refused/i, what: (at) => `${at} refuses the connection`, mend: "is sshd running there, and is this its port?" },
    { said: /timed out|No route to host|Network is unreachable/i, what: (at) => `${at} cannot be reached`, mend: "is the host up, and does its firewall let the runner in?" },
    { said: /closed by remote host|Connection reset|Broken pipe|kex_exchange_identification|Connection closed/i, what: (at) => `the connection to ${at} broke`, mend: "look at sshd's log on the host; then run the job again" },
];
/** What an exit code of 255 was about, or null when the remote command itself ended so. */
function sshProblem(stderr, host, plan) {
    const found = causes.find(({ said }) => said.test(stderr));
    if (!found)
        return stderr.trim() === "" ? { what: `the connection to ${plan.user}@${plan.address}:${plan.port} ended without a word`, where: host, mend: "run the job again; look at sshd's log on the host" } : null;
    return { what: found.what(`${plan.user}@${plan.address}:${plan.port}`), where: host, mend: found.mend };
}

;// CONCATENATED MODULE: ./.build/js/hosts/ssh.js









/**
 * A machine reached by OpenSSH. Its key must be the plan's. One connection is kept warm and shared with the
 * later steps of the same job, so that each command costs a round trip and no handshake.
 */
async function sshHost(name, plan, settings) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "golive-key-"));
    const knownHosts = (0,external_node_path_.join)(directory, "known_hosts");
    const spelled = plan.port === 22 ? plan.address : `[${plan.address}]:${plan.port}`;
    const keys = plan["host-key"].map((key) => `${spelled} ${key}\n`).join("");
    await (0,promises_.writeFile)(knownHosts, keys, { mode: 0o600 });
    let identity = plan["identity-file"];
    if (settings.privateKey !== undefined && settings.privateKey.trim() !== "") {
        identity = (0,external_node_path_.join)(directory, "key");
        // ssh refuses a key without its last newline, which secrets tend to lose.
        await (0,promises_.writeFile)(identity, `${settings.privateKey.replaceAll("\r\n", "\n").trim()}\n`, { mode: 0o600 });
    }
    const control = (0,external_node_path_.join)(await controlDirectory(settings.session, keys), "%C");
    const base = sshArguments(plan, { knownHosts, identity, control });
    return (0,host/* hostFrom */.N)(name, async (command) => {
        const seconds = command.timeoutSeconds ?? defaultTimeoutSeconds;
        const finished = await execute({
            words: ["ssh", ...base, "--", plan.address, commandWords(command).map(quote).join(" ")],
            stdin: command.stdin,
            timeoutSeconds: seconds + 20,
            signal: settings.signal,
        }).catch((error) => {
            if (error.code === "ENOENT")
                throw new errors/* UserError */.yo({ what: "ssh is not installed on the runner", where: name, mend: "install the OpenSSH client there (openssh-client)" });
            throw error;
        });
        const problem = finished.code === 255 ? sshProblem(finished.stderr, name, plan) : null;
        if (problem)
            throw new errors/* UserError */.yo(problem);
        return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
    }, () => (0,promises_.rm)(directory, { recursive: true, force: true }));
}
function sshArguments(plan, files) {
    const options = {
        BatchMode: "yes",
        StrictHostKeyChecking: "yes",
        UserKnownHostsFile: files.knownHosts,
        GlobalKnownHostsFile: "/dev/null",
        UpdateHostKeys: "no",
        ConnectTimeout: "15",
        ServerAliveInterval: "10",
        ServerAliveCountMax: "6",
        ControlMaster: "auto",
        ControlPath: files.control,
        ControlPersist: "120",
        ForwardAgent: "no",
        ...(files.identity === undefined ? {} : { IdentitiesOnly: "yes", IdentityFile: files.identity }),
    };
    return ["-T", "-p", String(plan.port), "-l", plan.user, ...Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`])];
}
/** A short path (sockets may have 104 characters) that only this user can enter. */
async function controlDirectory(session, keys) {
    const { uid } = (0,external_node_os_.userInfo)();
    const id = (0,external_node_crypto_.createHash)("sha256").update(`${session}\n${keys}`).digest("hex").slice(0, 12);
    const directory = (0,external_node_path_.join)("/tmp", `golive-${uid}-${id}`);
    await (0,promises_.mkdir)(directory, { mode: 0o700 }).catch((error) => {
        if (error.code !== "EEXIST")
            throw error;
    });
    const found = await (0,promises_.lstat)(directory);
    if (!found.isDirectory() || found.uid !== uid)
        throw new errors/* UserError */.yo({ what: `${directory} belongs to someone else`, mend: "remove it; it would hold the connections of this launch" });
    await (0,promises_.chmod)(directory, 0o700);
    return directory;
}

;// CONCATENATED MODULE: ./.build/js/hosts/open-hosts.js


/** Every host of the plan, ready to run commands. Connects to none of them yet. */
async function openHosts(plan, settings) {
    const entries = await Promise.all(Object.entries(plan.hosts).map(async ([name, host]) => [name, host.connect === "local" ? localHost(name, settings.signal) : await sshHost(name, host, settings)]));
    const byName = new Map(entries);
    return {
        get(name) {
            const host = byName.get(name);
            if (!host)
                throw new Error(`no host ${name}`);
            return host;
        },
        all: [...byName.values()],
        close: async () => void (await Promise.all([...byName.values()].map((host) => host.close()))),
    };
}

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/journal/journal.js


// Each write begins with a newline: what a crash left of the line before never swallows an acknowledged one.
const appendScript = 'umask 077; mkdir -p -m 700 -- "$1" && f="$1/journal.jsonl" && cat >> "$f" && sync "$f"';
const logScript = 'umask 077; mkdir -p -m 700 -- "$1/logs/$2" && cat > "$1/logs/$2/$3.log"';
function openJournal(host, directory) {
    return {
        async read() {
            const { stdout } = await host.run((0,command/* script */.K$)('f="$1/journal.jsonl"; if [ -e "$f" ]; then cat -- "$f"; fi', [directory], { timeoutSeconds: 60 }));
            return parseJournal(stdout, `${host.name}:${directory}/journal.jsonl`);
        },
        async append(entries) {
            const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
            await host.run((0,command/* script */.K$)(appendScript, [directory], { stdin: `\n${lines}`, timeoutSeconds: 60 }));
        },
        async keepLog(release, step, text) {
            await host.run((0,command/* script */.K$)(logScript, [directory, release, step], { stdin: text, timeoutSeconds: 60 }));
            return `${host.name}:${directory}/logs/${release}/${step}.log`;
        },
    };
}
/** Lines that are not JSON are what a crash left of a write that was never acknowledged; anything else odd is refused. */
function parseJournal(text, where) {
    return text
        .split("\n")
        .flatMap((line, index) => {
        if (line.trim() === "")
            return [];
        try {
            const entry = JSON.parse(line);
            if (typeof entry?.kind !== "string" || typeof entry.release !== "string" || typeof entry.at !== "string") {
                throw new errors/* UserError */.yo({ what: "a line of the journal is not golive's", where: `${where}:${index + 1}`, mend: "somebody edited the journal; put it back from a backup, or move it away to start anew" });
            }
            return [entry];
        }
        catch (error) {
            if (error instanceof SyntaxError)
                return [];
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ./.build/js/journal/lock.js


const takeScript = `umask 077; mkdir -p -m 700 -- "$1" && t=$(mktemp "$1/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1
ln -- "$t" "$1/lock.json" 2>/dev/null && r=taken || r=held
if [ "$r" = held ] && [ ! -s "$1/lock.json" ]; then if [ -e "$1/lock.json" ]; then r=empty; else ln -- "$t" "$1/lock.json" && r=taken || r=refused; fi; fi
rm -f -- "$t"; echo "$r"; cat -- "$1/lock.json" 2>/dev/null || true`;
// Under a lock of its own for the moment of the exchange: there is no instant without an owner.
const exchange = `umask 077; t=$(mktemp "$1/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1
exec 9> "$1/.exchange" && flock 9 || exit 1
if [ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$2" ]; then mv -f -- "$t" "$1/lock.json" && echo taken; else rm -f -- "$t"; echo held; fi`;
const moveAway = `exec 9> "$1/.exchange" && flock 9 || exit 1
[ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$(cat)" ] && mv -- "$1/lock.json" "$1/.lock.dead.$2" && rm -f -- "$1/.lock.dead.$2"`;
function openLock(host, directory) {
    const options = { timeoutSeconds: 60 };
    const spell = (owner) => JSON.stringify(owner);
    const take = async (owner, attempt = 0) => {
        const { stdout } = await host.run((0,command/* script */.K$)(takeScript, [directory], { ...options, stdin: spell(owner) }));
        const [result = "", ...rest] = stdout.split("\n");
        if (result === "taken")
            return { taken: true };
        const held = parseOwner(rest.join("\n"), `${host.name}:${directory}/lock.json`);
        if (held !== null)
            return { taken: false, owner: held };
        if (result === "held" && attempt < 20)
            return take(owner, attempt + 1);
        throw new errors/* UserError */.yo({ what: result === "empty" ? "the lock is an empty file" : "the lock cannot be taken: the folder takes no hard link", where: `${host.name}:${directory}/lock.json`, mend: result === "empty" ? "no launch wrote that; remove it once `golive status` shows none under way" : "choose a control.directory on a file system of the host's own" });
    };
    return {
        take: (owner) => take(owner),
        async owner() {
            const { stdout } = await host.run((0,command/* script */.K$)('cat -- "$1/lock.json" 2>/dev/null || true', [directory], options));
            return parseOwner(stdout, `${host.name}:${directory}/lock.json`);
        },
        async takeOver(dead, owner) {
            const { stdout } = await host.run((0,command/* script */.K$)(exchange, [directory, spell(dead)], { ...options, stdin: spell(owner) }));
            return stdout.trim() === "taken";
        },
        async release(owner) {
            await host.attempt((0,command/* script */.K$)(moveAway, [directory, String(owner.runId)], { ...options, stdin: spell(owner) }));
        },
    };
}
function parseOwner(text, where) {
    if (text.trim() === "")
        return null;
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* UserError */.yo({ what: "the lock is not golive's", where, mend: "somebody wrote into it; remove it once `golive status` shows no launch under way" }, { cause });
    }
}

// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/locale/en.js
var en = __webpack_require__(564);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 7 modules
var load = __webpack_require__(4557);
// EXTERNAL MODULE: ./.build/js/stages/outline.js
var outline = __webpack_require__(9972);
;// CONCATENATED MODULE: ./.build/js/stages/launch.js


















async function reach(plan, context) {
    const session = `${context.run.id}-${context.run.attempt}`;
    const hosts = await openHosts(plan, { privateKey: context.sshKey, session, signal: context.signal });
    const controlPlan = plan.hosts[plan.control.host];
    if (controlPlan === undefined)
        throw new Error("the control host is not among the hosts");
    const control = controlPlan.connect === "local" ? localHost(plan.control.host) : await sshHost(plan.control.host, controlPlan, { privateKey: context.sshKey, session });
    return {
        hosts,
        control,
        journal: openJournal(control, plan.control.directory),
        lock: openLock(control, plan.control.directory),
        close: async () => void (await Promise.all([hosts.close(), control.close()])),
    };
}
/** Reads and checks the plan at a commit; the digest binds both. */
async function planAt(github, file, commit) {
    const text = await (0,repository/* fileAt */.Wd)(github, file, commit);
    if (text === null)
        throw new errors/* UserError */.yo({ what: `there is no plan at ${file} in commit ${commit.slice(0, 12)}`, mend: "commit the plan before the tag is made (start from examples/golive.yml), or name its path in the input `plan`" });
    return { plan: (0,load/* loadPlan */.Y)(text, file), digest: (0,release/* planDigest */.Gb)(text, commit), text };
}
/** Joins the launch that `plan` opened in this run. Refuses when the plan is not the approved one. */
async function joinLaunch(context, approved) {
    const plan = await approvedPlan(context, approved);
    const reached = await reach(plan, context);
    try {
        const entries = await reached.journal.read();
        const release = releaseOfRun(entries, context.run.id, approved.digest);
        if (!release)
            throw new errors/* UserError */.yo({ what: "the journal knows no launch of this run with this plan", where: `${plan.control.host}:${plan.control.directory}`, mend: "start the workflow again" });
        return launchOf(context, plan, release, reached, entries);
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}
/** The approved plan. The digest binds its text and the commit, so a copy that fits is as good as GitHub's. */
async function approvedPlan(context, { commit, digest }) {
    const copy = (0,external_node_path_.join)(context.jobDirectory, `golive-plan-${digest.slice(0, 16)}.yml`);
    const kept = await (0,promises_.readFile)(copy, "utf8").catch(() => null);
    if (kept !== null && (0,release/* planDigest */.Gb)(kept, commit) === digest)
        return (0,load/* loadPlan */.Y)(kept, context.planFile);
    const found = await planAt(context.github, context.planFile, commit);
    if (found.digest !== digest) {
        throw new errors/* UserError */.yo({ what: "the plan is not the one that was approved (its digest differs)", where: context.planFile, mend: "start a new launch, so that a reviewer sees what has changed" });
    }
    await (0,promises_.writeFile)(copy, found.text, { mode: 0o600 });
    return found.plan;
}
/** A release keeps its id when another run takes it over; what counts is who opened it last. */
function releaseOfRun(entries, runId, digest) {
    const opened = entries.findLast((entry) => entry.kind === "opened" && entry.run.id === runId && entry.opened.digest === digest);
    return opened?.kind === "opened" ? opened.opened : null;
}
/** Before anything is changed: the lock has to be this run's. */
async function requireLock({ lock, plan, run, release }) {
    const owner = await lock.owner();
    if (owner && owner.runId === run.id && owner.release === release.id)
        return;
    throw new errors/* UserError */.yo({
        what: owner ? `the launch lock is held by run ${owner.runId} (${owner.actor}, ${owner.tag}), not by this run` : "this run no longer holds the launch lock",
        where: plan.control.host,
        mend: owner ? `see ${owner.runUrl}` : "this launch has ended; start the workflow again",
    });
}
/** A stage on the way forward: not once the way back has begun. */
async function requireForward(launch) {
    await requireLock(launch);
    const { ended } = launch.state();
    if (ended)
        throw new errors/* UserError */.yo({ what: `this launch has ended (${ended.outcome}: ${ended.because})`, mend: "start the workflow again" });
    if (launch.state().recalled !== null || (0,journal_state/* begun */.q1)(launch.state(), "rollback.stop"))
        throw new errors/* UserError */.yo({ what: "a rollback of this launch has begun and has to be finished first", mend: "the rollback goes on by itself in this job" });
}
/** Ends the launch on record and gives the lock back. */
async function endLaunch(launch, outcome, because) {
    await launch.record({ kind: "ended", outcome, because });
    const owner = await launch.lock.owner();
    if (owner?.runId === launch.run.id)
        await launch.lock.release(owner);
}
function launchOf(context, plan, release, reached, entries) {
    const messages = en.en;
    const phases = (0,outline/* outline */.rj)(plan, messages);
    let state = (0,journal_state/* stateOf */.L4)(entries, release.id);
    const window = { start: luxon/* DateTime */.c9.fromISO(release.window.start, { zone: plan.timezone }), end: luxon/* DateTime */.c9.fromISO(release.window.end, { zone: plan.timezone }) };
    const url = (0,runs/* runUrl */.Vp)(context.github, release.runId);
    const render = () => (0,checklist_render/* renderPage */.Cf)({ plan, release, phases, state, window, runUrl: url, messages });
    const view = openView({ github: context.github, issue: release.issue, render, log: context.log });
    return {
        ...context,
        plan,
        release,
        messages,
        phases,
        hosts: reached.hosts,
        journal: reached.journal,
        lock: reached.lock,
        view,
        state: () => state,
        async record(event) {
            const entry = { at: new Date().toISOString(), release: release.id, run: { id: context.run.id, attempt: context.run.attempt }, ...event };
            await reached.journal.append([entry]);
            state = (0,journal_state/* next */.K2)(state, entry);
            view.changed();
        },
        async close() {
            await view.flush();
            await reached.close();
        },
    };
}


/***/ }),

/***/ 9972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ builds),
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   rj: () => (/* binding */ outline)
/* harmony export */ });
/* harmony import */ var _access_probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4377);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5058);




/** Every line of the checklist, known before anything runs. The stages use the same ids. */
function outline(plan, messages) {
    const line = (id, host) => ({ id: host === undefined ? id : `${id}@${host}`, title: `${messages.steps[id]}${host !== undefined && Object.keys(plan.hosts).length > 1 ? ` (${host})` : ""}` });
    const smoke = plan.verify.checks.some((check) => check.kind === "smoke");
    const prepare = ["prepare.tag", "prepare.approval", ...(smoke ? ["prepare.smoke"] : []), "prepare.hosts", "prepare.tools", "prepare.rights", "prepare.services", "prepare.checks", "prepare.checkout", "prepare.migrations", "prepare.database", "prepare.space", "prepare.balancer"];
    const lines = {
        prepare: prepare.map((id) => line(id)),
        "day-before": [...accessLines(plan, messages), ...dayBeforeLines(plan).map((id) => line(id))],
        isolate: [line("isolate.on"), line("isolate.proof"), ...plan.services.pause.map((work) => ({ id: `isolate.pause-${work.id}`, title: messages.pause((0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(work)) })), ...plan.services.hosts.map((host) => line("isolate.stop", host))],
        backup: [...(plan.database.backup.copy ? [line("backup.copy")] : []), ...(plan.database.backup.pgbackrest ? ["backup.cluster", "backup.verify"] : ["backup.dump", "backup.manifest", "backup.read"]).map((id) => line(id)), line("backup.proof")],
        deploy: (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__/* .deployOrder */ .yx)(plan).flatMap((part) => {
            if (part === "deploy.migrate")
                return [line("deploy.migrate", (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__/* .migrateHost */ .AL)(plan))];
            if ((0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__/* .perHost */ .GB)(part))
                return hostsOf(plan, part).map((host) => line(part, host));
            return (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_3__/* .customSteps */ .bH)(plan, part).map(({ step, host, id }) => ({ id, title: `${step.title}${plan.deploy.hosts.length > 1 ? ` (${host})` : ""}` }));
        }),
        verify: plan.verify.checks.map((check) => ({ id: `verify.${check.id}`, title: (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTitle */ .T)(check) })),
        open: [line("open.off"), line("open.proof"), ...plan.services.pause.map((work) => ({ id: `open.resume-${work.id}`, title: messages.resume((0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(work)) }))],
        after: [{ ...line("after.forecast"), optional: true }, ...(plan.database.backup.offsite ? [line("after.offsite")] : []), line("after.tidy")],
        rollback: [
            ...["rollback.on", "rollback.proof"].map((id) => ({ ...line(id), optional: true })),
            ...plan.services.pause.map((work) => ({ id: `rollback.pause-${work.id}`, title: messages.pause((0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(work)), optional: true })),
            ...plan.services.hosts.map((host) => line("rollback.stop", host)),
            { ...line("rollback.written"), optional: true },
            line("rollback.database"),
            ...plan.deploy.hosts.map((host) => line("rollback.code", host)),
            ...plan.services.hosts.map((host) => line("rollback.start", host)),
            ...plan.services.hosts.map((host) => line("rollback.health", host)),
            line("rollback.verify"),
            line("rollback.open"),
            ...plan.services.pause.map((work) => ({ id: `rollback.resume-${work.id}`, title: messages.resume((0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(work)) })),
        ],
    };
    return ["prepare", "day-before", "isolate", "backup", "deploy", "verify", "open", "rollback", "after"].map((id) => ({ id, title: messages.phases[id], lines: lines[id] }));
}
function hostsOf(plan, part) {
    return part === "deploy.start" || part === "deploy.health" ? plan.services.hosts : plan.deploy.hosts;
}
function accessLines({ prepare }, messages) {
    return [...prepare.access.map((probe) => ({ id: `day-before.access-${probe.id}`, title: (0,_access_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTitle */ .F)(probe) })), ...(prepare.keys ? [{ id: "day-before.keys", title: messages.steps["day-before.keys"] }] : [])];
}
/** Whether the release is built the day before: to be tried, or to be switched to. */
function builds({ prepare, deploy }) {
    return prepare.trial !== undefined || prepare.staging !== undefined || deploy.strategy === "releases";
}
function dayBeforeLines(plan) {
    const { trial, staging } = plan.prepare;
    const { prepare } = plan;
    return [
        ...(builds(plan) ? ["day-before.build"] : []),
        ...(staging ? ["day-before.staging"] : []),
        ...(prepare["newest-backup"] ? ["day-before.backup"] : []),
        ...(prepare["test-restore"] ? ["day-before.restore", "day-before.dump"] : []),
        ...(trial ? ["day-before.migrate"] : []),
        ...(trial && (trial.start || trial.tests.length > 0) ? ["day-before.tests"] : []),
        "day-before.forecast",
        ...(prepare.tell ? ["day-before.tell"] : []),
    ];
}


/***/ })

};
