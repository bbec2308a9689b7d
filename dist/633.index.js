export const id = 633;
export const ids = [633];
export const modules = {

/***/ 345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ feed),
  Y: () => (/* binding */ otherDatabase)
});

// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/scratch/as-user.js
/** Shell: `as USER words...`, as `hosts/words.ts` does it for a whole command; an empty user is this one. */
const asUserText = `as() {
  u=$1; shift
  if [ -z "$u" ] || [ "$(id -un)" = "$u" ]; then "$@"
  elif [ "$(id -u)" = 0 ]; then runuser -u "$u" -- "$@"
  else sudo -n -u "$u" -- "$@"; fi
}
`;

// EXTERNAL MODULE: ./.build/js/database/scratch/plain.js
var plain = __webpack_require__(7889);
;// CONCATENATED MODULE: ./.build/js/database/scratch/feed.js







// The one who may read the backup only reads it; all that looks into it runs as the user of the scratch server.
// $1 reader, $2 writer, $3 the backup, $4 what it is, then the writer's words.
const pipeText = `${asUserText}r=$1 w=$2 p=$3 k=$4; shift 4
give() { case "$k" in directory) as "$r" tar -C "$p" -cf - . ;; *) as "$r" cat -- "$p" ;; esac; }
{ give; echo "golive-read|$?" >&2; } | as "$w" "$@"`;
/** Feeds a backup to a database of the scratch server. Returns the seconds; throws a UserError that says why it is no good. */
async function feed({ host, database }, service, backup, name, { statementSeconds, lockSeconds }) {
    const env = {
        ...(0,postgres/* libpqEnvironment */.SQ)(database),
        PGOPTIONS: [
            `-c statement_timeout=${statementSeconds * 1000} -c lock_timeout=${lockSeconds * 1000}`,
            "-c synchronous_commit=off -c max_parallel_maintenance_workers=0",
        ].join(" "),
        GOLIVE_PROGRAMS: database.programs ?? "",
        GOLIVE_DATABASE: service.name,
        HOME: "/nonexistent",
        PATH: "/usr/local/bin:/usr/bin:/bin",
    };
    const writer = [
        "timeout",
        "--kill-after=10",
        String(statementSeconds),
        ...["env", "-i", ...Object.entries(env).map(([key, value]) => `${key}=${value}`)],
        ...["sh", "-c", plain/* feedText */.su, "sh"],
        ...[name, backup.format, backup.packed ?? "", database.backup.directory, plain/* filterText */.Yf],
    ];
    const reader = backup.reader ?? "";
    const asked = (0,command/* script */.K$)(pipeText, [reader, database["run-as"] ?? "", backup.path, backup.format, ...writer], {
        timeoutSeconds: statementSeconds + 30,
        label: (0,core_text.t) `restore ${backup.path} into ${name}`,
    });
    const finished = await host.attempt(asked);
    const problem = problemOf(finished, backup, service, statementSeconds);
    if (problem === null)
        return finished.seconds;
    throw new errors/* UserError */.yo({ where: `${host.name}:${backup.path}`, ...problem }, { cause: new errors/* CommandError */.Qd(host, asked, finished) });
}
function problemOf({ code, stderr, timedOut }, backup, service, limit) {
    const told = (kind) => new RegExp(`^golive-${kind}\\|(.*)$`, "m").exec(stderr)?.[1];
    const other = told("other");
    if (other !== undefined)
        return otherDatabase(other, service);
    if (timedOut || code === 124 || code === 137)
        return {
            code: "backup-slow",
            what: (0,core_text.t) `the newest backup was not restored within ${(0,figures/* showDuration */.kJ)(limit)}`,
            mend: (0,core_text.t) `give prepare.test-restore.statement-timeout more, if the window does not depend on it`,
        };
    if (code === 87)
        return {
            code: "psql-too-old",
            what: (0,core_text.t) `psql there does not know \\restrict, so a plain dump could tell it to run programs`,
            mend: (0,core_text.t) `update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc`,
        };
    if (/backslash commands are restricted/.test(stderr))
        return {
            code: "backup-commands-psql",
            what: (0,core_text.t) `the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run`,
            mend: (0,core_text.t) `find out who wrote into it before anybody restores it`,
        };
    if (/No space left on device/i.test(stderr))
        return {
            code: "scratch-no-room",
            what: (0,core_text.t) `there is no room left to restore the newest backup`,
            mend: (0,core_text.t) `make room where the scratch server is, or name another folder in prepare.test-restore.directory`,
        };
    const read = told("read");
    if (told("cut") !== undefined && code === 0)
        return damaged();
    if (code === 0 && (backup.format !== "sql" || read === "0"))
        return null;
    if (code === 0)
        return damaged();
    const [line = "", words] = told("names")?.split("|") ?? [];
    if (words !== undefined)
        return {
            code: "backup-names-server",
            what: (0,core_text.t) `the newest backup says ${words} in line ${line}, which is not the database's own, and cannot be restored`,
            mend: (0,core_text.t) `make it with pg_dump; roles and tablespaces are not part of it`,
        };
    const role = /role "([^"]+)" does not exist/.exec(stderr)?.[1];
    if (role !== undefined)
        return {
            code: "backup-role-missing",
            what: (0,core_text.t) `the newest backup gives things to the role ${role}, which the server does not have`,
            mend: (0,core_text.t) `as superuser on the service's server: CREATE ROLE "${role}"; or make the backup with --no-owner`,
        };
    return {
        code: "backup-not-restorable",
        what: (0,core_text.t) `the newest backup cannot be restored`,
        mend: (0,core_text.t) `find out why; as it is, it is no way back`,
    };
}
const damaged = () => ({
    code: "backup-damaged",
    what: (0,core_text.t) `the newest backup is damaged or cut off`,
    mend: (0,core_text.t) `find out why; the nightly backup cannot be relied on`,
});
function otherDatabase(name, service) {
    return {
        code: "backup-other",
        what: name === ""
            ? (0,core_text.t) `the newest backup holds several databases, and "${service.name}" is none of them`
            : (0,core_text.t) `the newest backup is of the database "${name}", not of "${service.name}"`,
        mend: (0,core_text.t) `correct prepare.newest-backup`,
    };
}


/***/ }),

/***/ 7889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ unpackText),
/* harmony export */   Yf: () => (/* binding */ filterText),
/* harmony export */   bL: () => (/* binding */ lookText),
/* harmony export */   su: () => (/* binding */ feedText)
/* harmony export */ });
/** awk: the database that a `\connect` of pg_dump names. */
const namedText = `function named(line) {
  sub(/^\\\\connect (-reuse-previous=on )?/, "", line)
  if (line ~ /^"dbname='.*'"$/) { line = substr(line, 10, length(line) - 11); gsub(/\\\\/, "", line); return line }
  if (line ~ /^".*"$/) { line = substr(line, 2, length(line) - 2); gsub(/""/, "\\"", line) }
  return line
}
`;
/**
 * awk: what psql is fed of a plain dump. Only lines of pg_dump's own are left out, and only where it writes them:
 * - its own `\restrict` pair, as golive's stands around everything;
 * - `\connect` to the service's database, and what makes, drops or changes that database: the scratch one is made already;
 * - of a pg_dumpall, what belongs to the roles and to other databases.
 * Until the first object stands, errors are no reason to stop: `--clean` without `--if-exists` drops what is not there,
 * and a newer pg_dump sets what an older server does not know. From there on each is.
 */
const filterText = `${namedText}# Whether the statement goes on behind this line: within quotes, or without its semicolon.
function unfinished(line) {
  quotes += gsub(/'/, "'", line)
  return quotes % 2 == 1 || line !~ /;[ \\t]*$/
}
function tell(kind, what) { print "golive-" kind "|" what > "/dev/stderr" }
BEGIN {
  cut = 1
  key = ENVIRON["GOLIVE_RESTRICT"]; wanted = ENVIRON["GOLIVE_DATABASE"]
  state = "head"; strict = 0; ended = 1
}
NR == 1 { sub(/^\\357\\273\\277/, "") }
NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1; state = "skip" }
/^\\\\(un)?restrict [A-Za-z0-9]+$/ {
  if (/^\\\\restrict/ && (state == "head" || ended)) keys[$2] = 1
  if ($2 in keys) next
}
state == "skip" {
  if (/^\\\\connect / && ended) { if (named($0) == wanted) { state = "head"; found = 1 } ended = 0 }
  else if (/^-- PostgreSQL database dump complete/) ended = 1
  next
}
state == "head" {
  if (open) { open = unfinished($0); if (!dropping) print; next }
  if ($0 == "" || /^--/) { print; next }
  if (/^\\\\connect /) {
    if (named($0) == wanted) { found = 1; next }
    tell("other", named($0)); state = "skip"; ended = 0; cut = 0; next
  }
  dropping = /^(DROP|CREATE|ALTER|COMMENT ON|SECURITY LABEL ON) DATABASE / || /^(GRANT|REVOKE) .* ON DATABASE / ||
    /^ALTER ROLE .* IN DATABASE / || /^UPDATE pg_catalog\\.pg_database /
  if (dropping || /^SET / || /^SELECT pg_catalog\\.(set_config|lo_unlink)\\(/ || /^DROP / || /^ALTER .* DROP / ||
    /^CREATE OR REPLACE VIEW /) {
    quotes = 0; open = unfinished($0)
    if (!dropping) print
    next
  }
  state = "body"
  if (!strict) { strict = 1; print "\\\\unrestrict " key; print "\\\\set ON_ERROR_STOP on"; print "\\\\restrict " key }
}
copying { if ($0 == "\\\\.") copying = 0; print; next }
/^COPY .* FROM stdin;$/ { copying = 1; print; next }
/^-- PostgreSQL database dump complete/ { cut = 0; if (cluster) { state = "skip"; ended = 1; next } }
!names && /^(ALTER SYSTEM|(CREATE|DROP|ALTER) (DATABASE|ROLE|USER|TABLESPACE)) / { names = 1; tell("names", NR "|" $1 " " $2) }
{ print }
END { if (cluster && !found) tell("other", ""); else if (cut) tell("cut", "") }`;
/** What is in a plain dump, found in one reading: a line `connects|NAME` for the database it connects to, `complete` once it ends. */
const lookText = `${namedText}NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1 }
NR <= 5 && /^-- PostgreSQL database (cluster )?dump/ { known = 1 }
copying { if ($0 == "\\\\.") copying = 0; next }
/^\\\\restrict / && (cluster || !begun) { if (key == "") key = $2 }
/^\\\\unrestrict / { if ($2 == key) key = "" }
/^\\\\connect / && (cluster || !begun) { name = named($0); if (name != last) print "connects|" name; last = name }
/^(COPY|INSERT|CREATE (TABLE|TYPE|FUNCTION|EXTENSION|SCHEMA|SEQUENCE|VIEW)) / { begun = 1 }
/^COPY .* FROM stdin;$/ { copying = 1; next }
/^-- PostgreSQL database (cluster )?dump complete/ { at = NR }
END {
  if (!known) print "unknown"
  if (cluster) print "cluster"
  if (at && NR - at < 12 && key == "") print "complete"
}`;
/** Shell: `unpack KIND` as a filter; one that is not installed exits 127. */
const unpackText = `unpack() {
  case "$1" in
    gzip) gzip -dc ;; zstd) zstd -dcq ;; xz) xz -dc ;; bzip2) bzip2 -dc ;; lz4) lz4 -dcq ;; *) cat ;;
  esac
}
`;
/**
 * Shell, as the user of the scratch server: the backup on standard input into the database $1. $2 what it is, $3 how it
 * is packed, $4 a folder to work in, $5 the filter. What a backup tells psql itself (`\!`, `\copy`, `\connect`) psql
 * refuses between a pair that no backup can know.
 */
const feedText = `PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
umask 077
mkdir -p -m 700 -- "$4" && cd -- "$4" || exit
${unpackText}restore() { pg_restore --no-password --exit-on-error --dbname="$1" -- "$2"; c=$?; rm -rf -- "$2"; exit "$c"; }
plain() { psql -X -q --no-password -v ON_ERROR_STOP="$2" -d "$1" -f - >/dev/null; }
case "$2" in
  sql)
    printf '\\\\restrict x\\n\\\\unrestrict x\\n' | plain "$1" on 2>/dev/null || exit 87
    GOLIVE_RESTRICT=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n'); export GOLIVE_RESTRICT
    [ "\${#GOLIVE_RESTRICT}" = 32 ] || exit 1
    { printf '\\\\restrict %s\\n' "$GOLIVE_RESTRICT"; unpack "$3" | LC_ALL=C awk "$5"; } | plain "$1" off ;;
  directory) a=$(mktemp -d ./backup.XXXXXX) && tar -C "$a" -xf - && cat >/dev/null && restore "$1" "$a" ;;
  *) a=$(mktemp ./backup.XXXXXX) && unpack "$3" > "$a" && restore "$1" "$a" ;;
esac`;


/***/ }),

/***/ 4088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yS: () => (/* binding */ folderOf),
  rZ: () => (/* binding */ removeScratches),
  n_: () => (/* binding */ startScratch),
  X8: () => (/* binding */ whoIs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/scratch/programs.js
/** Shell: `binaries MAJOR` prints the folder with PostgreSQL's own programs of that version; Debian has them on no PATH. */
const binariesText = `binaries() {
  for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$1/bin" "/usr/pgsql-$1/bin" "$(pg_config --bindir 2>/dev/null)" \\
    "$(dirname -- "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$b/postgres" ] && [ -x "$b/initdb" ] || continue
    case "$("$b/postgres" --version)" in *"(PostgreSQL) $1"[!0-9]*) printf '%s\\n' "$b"; return ;; esac
  done
  return 1
}
`;

;// CONCATENATED MODULE: ./.build/js/database/scratch/server-text.js

/** Seconds after which a throwaway server ends by itself, whatever became of the run that started it. */
const longestLife = 12 * 3600;
// By golive's own user: a folder in which another user can make one of its own, and sees no other's. Of its parents
// only the journal's is opened for passing through; the files in it are readable by their owner only. $2 yes: that one.
const parentText = `umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"`;
// Everything that runs in the folder $1, or was started for it; what a backup started is found by the same signs.
const stopText = `members() {
  for p in /proc/[0-9]*; do
    [ -O "$p" ] && [ "$p" != "/proc/$$" ] || continue
    case "$(readlink "$p/cwd" 2>/dev/null)" in "$1"|"$1/"*) printf '%s\\n' "\${p#/proc/}"; continue ;; esac
    if tr '\\0' '\\n' < "$p/environ" 2>/dev/null | grep -qxF -- "GOLIVE_SCRATCH=$1"; then printf '%s\\n' "\${p#/proc/}"; fi
  done
}
end() {
  n=0
  while found=$(members "$1") && [ -n "$found" ]; do
    [ "$n" -lt 100 ] || return 1
    for p in $found; do
      case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in
        0:postgres) kill -QUIT "$p" ;;
        0:*) kill -TERM "$p" ;;
        *) [ "$n" -lt 20 ] || kill -KILL "$p" ;;
      esac 2>/dev/null
    done
    n=$((n + 1)); sleep 0.1
  done
}
`;
/** By the server's user: ends and removes the folders $2... in $1 that are its own. */
const removeText = `${stopText}cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done`;
// By the server's user. $1 the parent, $2 the name's beginning, $3 major version, $4 seconds it lives at most; its
// files on standard input, each line with the file's name before it. Prints the folder and where its programs are.
// It knows nothing of this session: no variable, no right that a program could add to it.
const startText = `${binariesText}umask 077
cd / || exit
[ "$(id -u)" != 0 ] || exit 86
[ -x "$1" ] && [ -w "$1" ] || exit 82
b=$(binaries "$3") || exit 85
d=$(mktemp -d -- "$1/$2XXXXXXXX") && chmod 711 -- "$d" || exit 83
mkdir -- "$d/home" "$d/dumps" "$d/spaces" && mkdir -m 711 -- "$d/s" || exit 83
cat > "$d/told" || exit 84
clean() { exec env -i PATH="$b:/usr/local/bin:/usr/bin:/bin" HOME="$d/home" LC_ALL=C GOLIVE_SCRATCH="$d" "$@"; }
failed() { tail -n 20 -- "$d/log" >&2; case "$(cat "$d/log")" in *'No space left'*) exit 84 ;; esac; exit 1; }
(clean "$b/initdb" -D "$d/data" -U postgres -E UTF8 --locale=C --auth=reject --no-sync) > "$d/log" 2>&1 < /dev/null || failed
for f in pg_hba.conf pg_ident.conf; do sed -n "s/^$f|//p" "$d/told" > "$d/data/$f" || exit 84; done
sed -n 's/^postgresql.conf|//p' "$d/told" >> "$d/data/postgresql.conf"
printf "unix_socket_directories = '%s'\\n" "$d/s" >> "$d/data/postgresql.conf" || exit 84
sed -n 's/^spaces|//p' "$d/told" | while read -r n; do mkdir -- "$d/spaces/$n"; done
bound=; ! setpriv --no-new-privs true 2>/dev/null || bound="setpriv --no-new-privs"
life=$4
start() {
  cd -- "$d/data" || exit
  (clean $bound setsid nohup timeout -s INT -k 60 "$life" "$b/postgres" -D "$d/data" "$@") > "$d/log" 2>&1 < /dev/null &
  p=$!; n=0
  while [ "$n" -lt 600 ]; do
    if (clean "$b/pg_isready" -q -h "$d/s" -p 5432); then return 0; fi
    kill -0 "$p" 2>/dev/null || return 1
    n=$((n + 1)); sleep 0.1
  done
  return 1
}
# A library that the service's server loads may lack here, or not start twice on one host.
start || start -c shared_preload_libraries= || failed
printf 'directory|%s\\nprograms|%s\\n' "$d" "$b"`;

;// CONCATENATED MODULE: ./.build/js/database/scratch/server.js






// Only what a restore or a migration may depend on; a value of several lines is none that these settings have.
const likeServiceSql = `SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`;
const settings = `listen_addresses = ''
port = 5432
shared_buffers = 64MB
huge_pages = off
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_logical_replication_workers = 0
max_parallel_maintenance_workers = 0
max_parallel_workers_per_gather = 0
logging_collector = off
log_min_error_statement = panic
log_min_messages = fatal
`;
/**
 * Makes a server beside the service's, of the same version, as a user that gets nowhere else, and starts it: reached by
 * its own socket only, by that user and the guests. What a lost run left is removed first.
 */
async function startScratch(host, service, wanted) {
    requireShort(host, wanted.directory);
    await removeScratches(host, service, wanted);
    const rows = await (0,postgres/* query */.P)(host, service, "postgres", likeServiceSql);
    const of = (kind) => rows.flatMap(([one, ...value]) => (one === kind ? [value.join("|")] : []));
    const [major = ""] = of("version");
    const asked = (0,command/* script */.K$)(startText, [wanted.directory, prefix(service), major, String(longestLife)], {
        user: wanted.user,
        stdin: filesOf(rows, of("role"), of("space"), wanted),
        env: { GOLIVE_PROGRAMS: service.programs ?? "" },
        timeoutSeconds: 300,
        label: (0,core_text.t) `start a throwaway server as ${wanted.user}`,
    });
    const started = await host.attempt(asked);
    if (started.code !== 0) {
        const cause = new errors/* CommandError */.Qd(host, asked, started);
        await removeScratches(host, service, wanted);
        throw new errors/* UserError */.yo({ ...refusal(started.code, wanted, major, cause), where: host.name }, { cause });
    }
    const value = (kind) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(started.stdout)?.[1] ?? "";
    const directory = value("directory");
    return { host, throwaway: true, database: planOf(service, wanted.user, directory, value("programs")) };
}
/** Ends and removes every throwaway server that golive made for this service in that folder. */
async function removeScratches(host, service, { directory, inControl, user }) {
    const parent = (0,command/* script */.K$)(parentText, [directory, inControl ? "yes" : "no"], { timeoutSeconds: 60 });
    const seen = await host.attempt(parent);
    if (seen.code !== 0)
        throw new errors/* UserError */.yo({
            code: "scratch-no-folder",
            what: (0,core_text.t) `the folder for the throwaway server cannot be made, or is somebody else's`,
            where: `${host.name}:${directory}`,
            mend: (0,core_text.t) `as root: install -d -o ${await whoIs(host)} ${directory}; or name another in prepare.test-restore.directory`,
        }, { cause: new errors/* CommandError */.Qd(host, parent, seen) });
    const left = seen.stdout.split("\n").filter((name) => name.startsWith(prefix(service)));
    if (left.length === 0)
        return;
    await host.run((0,command/* script */.K$)(removeText, [directory, ...left], { user, timeoutSeconds: 600 }));
}
/** The user of the connection. */
async function whoIs(host) {
    return (await host.run((0,command/* command */.G5)("id", ["-un"], { timeoutSeconds: 30 }))).stdout.trim();
}
function prefix({ name }) {
    return (0,external_node_crypto_.createHash)("sha256").update(name).digest("hex").slice(0, 4);
}
/** Behind it come a name of ten letters, the socket's folder and its file; libpq takes 107 bytes. */
function requireShort(host, directory) {
    if (Buffer.byteLength(directory) <= 79 && !/[,'"\\\s]/.test(directory))
        return;
    throw new errors/* UserError */.yo({
        code: "scratch-folder-name",
        what: (0,core_text.t) `the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it`,
        where: `${host.name}:${directory}`,
        mend: (0,core_text.t) `name one of at most 79 bytes in prepare.test-restore.directory`,
    });
}
/** Who gets in is known by the kernel, whatever password comes with it: its own user, and the guests. */
function filesOf(rows, roles, spaces, { user, guests, connections }) {
    const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
    const names = [...new Set(["postgres", ...roles])].filter((name) => !/[\n"]/.test(name));
    const ident = [...new Set([user, ...guests])].flatMap((one) => names.map((role) => `golive ${quoted(one)} ${quoted(role)}`));
    const kept = rows.flatMap(([kind = "", ...value]) => {
        const name = /^setting (\w+)$/.exec(kind)?.[1];
        return name === undefined ? [] : [`${name} = '${value.join("|").replaceAll("\\", "\\\\").replaceAll("'", "''")}'`];
    });
    const lines = (file, all) => all.map((line) => `${file}|${line}\n`).join("");
    return [
        lines("pg_hba.conf", ["local all all peer map=golive"]),
        lines("pg_ident.conf", ident),
        lines("postgresql.conf", [...settings.trim().split("\n"), `max_connections = ${connections + 10}`, ...kept]),
        lines("spaces", spaces.map((_, index) => String(index))),
    ].join("");
}
function planOf(service, user, directory, programs) {
    const { backup, ...rest } = service;
    return {
        ...rest,
        programs,
        "run-as": user,
        connection: { host: `${directory}/s`, port: 5432, user: "postgres" },
        backup: { ...backup, directory: `${directory}/dumps` },
    };
}
/** Folders of the server, by what they are for. */
function folderOf({ connection }, purpose) {
    return `${(connection.host ?? "").slice(0, -"/s".length)}/${purpose}`;
}
function refusal(code, { user, directory }, major, error) {
    switch (code) {
        case 82:
            return {
                code: "scratch-no-way",
                what: (0,core_text.t) `${user} cannot get to ${directory}, or make a folder in it`,
                mend: (0,core_text.t) `open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`,
            };
        case 84:
            return {
                code: "scratch-no-room",
                what: (0,core_text.t) `there is no room left for the throwaway server`,
                mend: (0,core_text.t) `make room in ${directory}, or name another folder in prepare.test-restore.directory`,
            };
        case 85:
            return {
                code: "scratch-no-programs",
                what: (0,core_text.t) `initdb and postgres of PostgreSQL ${major} are missing, so the backup has no server to be tried in`,
                mend: (0,core_text.t) `install postgresql-${major} there (only its programs are used), or name a server in prepare.test-restore.server`,
            };
        case 86:
            return {
                code: "scratch-user-root",
                what: (0,core_text.t) `PostgreSQL does not run as root, and no backup should`,
                mend: (0,core_text.t) `name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`,
            };
        default:
            return {
                code: "scratch-not-started",
                what: (0,core_text.t) `the throwaway server does not start: ${error.brief}`,
                mend: (0,core_text.t) `look at what it said, on the control host; or name a server in prepare.test-restore.server`,
            };
    }
}


/***/ }),

/***/ 5274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HN: () => (/* binding */ dropTrials),
  Gy: () => (/* binding */ mark),
  tC: () => (/* binding */ requireSane),
  Lq: () => (/* binding */ restoreTrial)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/create.js
var database_create = __webpack_require__(9954);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/database/restore.js + 2 modules
var restore = __webpack_require__(1286);
// EXTERNAL MODULE: ./.build/js/database/scratch/feed.js + 1 modules
var feed = __webpack_require__(345);
// EXTERNAL MODULE: ./.build/js/database/scratch/server.js + 2 modules
var server = __webpack_require__(4088);
;// CONCATENATED MODULE: ./.build/js/database/scratch/roles.js




const rolesSql = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1";
const spacesSql = `SELECT format('CREATE TABLESPACE %I LOCATION %L;', spcname,
  :'folder' || '/' || (row_number() OVER (ORDER BY spcname) - 1))
FROM pg_tablespace WHERE spcname !~ '^pg_' ORDER BY spcname`;
/**
 * Gives a throwaway server the roles and tablespaces of the service's, by name: no passwords, and folders of its own.
 * A role is there what it is on the service's server, superuser or not: what a migration may do is to be tried.
 */
async function makeRoles(service, scratch) {
    const { host, database } = scratch;
    const dumped = await service.host.run((0,postgres/* databaseCommand */.zN)(service.plan, "pg_dumpall", ["--no-password", "--roles-only", "--no-role-passwords"], {
        timeoutSeconds: 300,
    }));
    const text = dumped.stdout
        .split("\n")
        .filter((line) => line !== "CREATE ROLE postgres;" && !/^ALTER ROLE postgres WITH /.test(line) && !line.startsWith("\\"))
        .join("\n");
    // A setting that this server does not know is no reason to stop; a role that is missing afterwards is.
    const fed = (0,postgres/* databaseCommand */.zN)(database, "psql", ["-X", "-q", "--no-password", "-d", "postgres", "-f", "-"], {
        stdin: text,
        timeoutSeconds: 300,
    });
    const made = await host.attempt(fed);
    const wanted = (await (0,postgres/* query */.P)(service.host, service.plan, "postgres", rolesSql)).map(([name]) => name);
    const have = new Set((await (0,postgres/* query */.P)(host, database, "postgres", rolesSql)).map(([name]) => name));
    const missing = wanted.filter((name) => !have.has(name));
    if (missing.length > 0)
        throw new errors/* UserError */.yo({
            code: "scratch-roles",
            what: (0,core_text.t) `the throwaway server could not be given the roles ${missing.join(", ")}`,
            where: host.name,
            mend: (0,core_text.t) `look at what it said, on the control host; or name a server in prepare.test-restore.server`,
        }, { cause: new errors/* CommandError */.Qd(host, fed, made) });
    const { stdout: spaces } = await service.host.run((0,postgres/* psqlCommand */.K9)(service.plan, "postgres", `${spacesSql};\n`, { folder: (0,server/* folderOf */.yS)(database, "spaces") }, 60));
    if (spaces.trim() !== "")
        await host.run((0,postgres/* psqlCommand */.K9)(database, "postgres", spaces, {}, 60));
}

;// CONCATENATED MODULE: ./.build/js/database/trial.js








/** Restores a backup into a scratch database of golive's own that is made like the service's. Seconds it took. */
async function restoreTrial(service, scratch, backup, name, settings) {
    if (scratch.throwaway)
        await makeRoles(service, scratch);
    await createTrial(service, scratch, name, settings.connections);
    const seconds = await (0,feed/* feed */.h)(scratch, service.plan, backup, name, {
        statementSeconds: settings["statement-timeout"],
        lockSeconds: settings["lock-timeout"],
    });
    await requireRows(service, scratch, name, backup);
    return seconds;
}
async function createTrial(service, { host, database, throwaway }, name, connections) {
    await dropTrials(host, database);
    const [taken] = await (0,postgres/* query */.P)(host, database, "postgres", "SELECT datname FROM pg_database WHERE datname = :'name'", {
        name,
    });
    if (taken)
        throw new errors/* UserError */.yo({
            code: "db-name-taken",
            what: (0,core_text.t) `there is a database ${name} already, and golive did not make it`,
            where: host.name,
            mend: (0,core_text.t) `rename it, or drop it if nobody needs it`,
        });
    const elsewhere = throwaway || service.plan.connection !== database.connection;
    const recipe = await (0,database_create/* scratchRecipe */.Ti)(service.host, service.plan, { elsewhere, roles: throwaway });
    const create = (0,postgres/* psqlCommand */.K9)(database, "postgres", `${recipe}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec\n`, { name, mark });
    const created = await host.attempt(create);
    const role = /role "([^"]+)" does not exist/.exec(created.stderr)?.[1];
    if (role !== undefined)
        throw new errors/* UserError */.yo({
            code: "db-role-missing",
            what: (0,core_text.t) `the scratch server has no role ${role}, to whom the service's database belongs`,
            where: host.name,
            mend: (0,core_text.t) `as superuser there: CREATE ROLE "${role}" LOGIN`,
        });
    if (created.code !== 0)
        throw new errors/* CommandError */.Qd(host, create, created);
    // What comes out of a backup connects as the service does; a limit keeps it from eating the server's connections.
    const limited = "SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec\n";
    await host.run((0,postgres/* psqlCommand */.K9)(database, "postgres", limited, { name, limit: String(connections) }, 60));
}
const filledSql = `SELECT count(*), count(*) FILTER (WHERE pg_relation_size(c.oid) > 0) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
/** A backup in which nothing is can be restored without an error. */
async function requireRows(service, { host, database }, name, backup) {
    const counted = async (from, plan, of) => ((await (0,postgres/* query */.P)(from, plan, of, filledSql))[0] ?? []).map(Number);
    const [tables = 0, filled = 0] = await counted(host, database, name);
    const [, serves = 0] = await counted(service.host, service.plan, service.plan.name);
    if (filled > 0 || serves === 0)
        return;
    throw new errors/* UserError */.yo({
        code: tables === 0 ? "backup-without-tables" : "backup-without-rows",
        what: tables === 0 ? (0,core_text.t) `the newest backup holds no table` : (0,core_text.t) `no table of the newest backup holds a row`,
        where: `${host.name}:${backup.path}`,
        mend: (0,core_text.t) `find out how it is made (pg_dump --schema-only?); as it is, it is no way back`,
    });
}
/** What tells a scratch database of golive's from one that somebody else named so. */
const mark = "golive: scratch database, dropped by the next rehearsal";
/** Drops every scratch database that golive made for this service; a run that was lost may have left one. */
async function dropTrials(host, plan) {
    const left = await (0,postgres/* query */.P)(host, plan, "postgres", "SELECT datname FROM pg_database WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'", { prefix: `${plan.name}_trial_`, mark });
    for (const [name = ""] of left)
        await (0,restore/* dropSide */.f4)(host, plan, name);
}
/** What the plan's rules find in a restored database; throws a UserError naming every rule that is broken. */
async function requireSane(host, plan, database, rules) {
    const found = await Promise.all(rules.map(async (rule) => {
        const [schema, table] = rule.table.includes(".") ? rule.table.split(".") : ["public", rule.table];
        const where = `${host.name}, ${database}`;
        const problem = (what) => ({
            note: "",
            problems: [
                {
                    code: "backup-not-sane",
                    what: (0,core_text.t) `restored from the newest backup, ${rule.table} ${what}`,
                    where,
                    mend: (0,core_text.t) `the backup lacks data, or prepare.test-restore.rules expects too much`,
                },
            ],
        });
        const newest = rule.newest === undefined ? "NULL" : 'extract(epoch FROM now() - max(:"column")::timestamptz)::bigint';
        const asked = (0,postgres/* psqlCommand */.K9)(plan, database, `SELECT 'rows', count(*), ${newest} FROM :"schema".:"table";\n`, {
            schema: schema ?? "",
            table: table ?? "",
            ...(rule.newest === undefined ? {} : { column: rule.newest.column }),
        }, 1800);
        const finished = await host.attempt(asked);
        if (finished.code !== 0)
            return problem(/does not exist/.test(finished.stderr)
                ? /column/.test(finished.stderr)
                    ? (0,core_text.t) `has no column ${rule.newest?.column}`
                    : (0,core_text.t) `is not there`
                : (0,core_text.t) `cannot be read`);
        const [[, rows = "0", age = ""] = []] = (0,postgres/* rowsOf */.RO)(finished.stdout);
        // What answers is a server in which somebody's backup had its say.
        const count = Number(rows);
        if (!(count >= rule["least-rows"]))
            return problem((0,core_text.t) `has ${(0,figures/* figure */.vP)(count)} {0:row|rows|rows}; the plan expects at least ${rule["least-rows"]}`);
        if (rule.newest !== undefined && age === "")
            return problem((0,core_text.t) `has no value in ${rule.newest.column}`);
        if (rule.newest !== undefined && !(Number(age) <= rule.newest.within))
            return problem((0,core_text.t) `was last written ${(0,figures/* showDuration */.kJ)(Number(age))} ago; the plan expects ${(0,figures/* showDuration */.kJ)(rule.newest.within)} at most`);
        return { note: (0,core_text.t) `${rule.table} ${(0,figures/* figure */.vP)(count)} {1:row|rows|rows}`, problems: [] };
    }));
    const problems = found.flatMap((one) => one.problems);
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    return found.map(({ note }) => note).join(", ");
}


/***/ }),

/***/ 8633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZF: () => (/* binding */ closeScratch),
  jd: () => (/* binding */ openScratch),
  sX: () => (/* binding */ reachFrom),
  TC: () => (/* binding */ readerOf)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/scratch/own-server.js



const systemSql = "SELECT system_identifier FROM pg_control_system()";
// A role is what it may become: SET ROLE asks for membership, inherited or not.
const powersSql = `SELECT r.rolname, CASE WHEN r.rolsuper THEN 'SUPERUSER' WHEN r.rolcreaterole THEN 'CREATEROLE' WHEN r.rolreplication THEN 'REPLICATION' ELSE r.rolname END
FROM pg_roles r
WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND (r.rolsuper OR r.rolcreaterole OR r.rolreplication
  OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend')
  OR r.oid IN (SELECT datdba FROM pg_database WHERE datname = :'name'))`;
/** Whether the server that the plan names for the trial is the service's own. */
async function isOwnServer(service, scratch) {
    const [[own] = []] = await (0,postgres/* query */.P)(service.host, service.plan, "postgres", systemSql);
    const [[named] = []] = await (0,postgres/* query */.P)(scratch.host, scratch.database, "postgres", systemSql);
    return own === named;
}
/**
 * On the service's own server a backup is restored only by a role that the service's database does not let in, which is
 * tried, and that can become none that it does. Throws a UserError otherwise.
 */
async function requireTurnedAway({ host, database }, name) {
    const mend = (0,core_text.t) `make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "${name}" FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out`;
    const powers = await (0,postgres/* query */.P)(host, database, "postgres", powersSql, { name });
    if (powers.length > 0)
        throw new errors/* UserError */.yo({
            code: "trial-role-mighty",
            what: (0,core_text.t) `the backup would be restored on the service's own server by a role that is or may become ${powers.map(([role, power]) => (role === power ? role : `${role} (${power})`)).join(", ")}`,
            where: host.name,
            mend,
        });
    const tried = await host.attempt((0,postgres/* psqlCommand */.K9)(database, name, "SELECT 1;\n", {}, 60));
    if (tried.code !== 0 &&
        /permission denied for database|no pg_hba.conf entry|pg_hba.conf rejects|authentication failed/.test(tried.stderr))
        return;
    throw new errors/* UserError */.yo({
        code: "trial-role-let-in",
        what: (0,core_text.t) `the backup would be restored on the service's own server by a role that ${name} lets in`,
        where: host.name,
        mend,
    });
}

// EXTERNAL MODULE: ./.build/js/database/scratch/server.js + 2 modules
var server = __webpack_require__(4088);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
;// CONCATENATED MODULE: ./.build/js/database/scratch/shut-out.js




// One row a thing: where PostgreSQL may be reached, and as whom. What the role may not see is left out.
const doorsSql = `SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'database', datname FROM pg_database WHERE datallowconn
UNION ALL SELECT 'port', setting FROM pg_settings WHERE name = 'port'
UNION ALL SELECT 'socket', trim(btrim(trim(s), '"'))
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'unix_socket_directories'
UNION ALL SELECT 'address', trim(s)
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'listen_addresses'
UNION ALL SELECT 'address', host(inet_server_addr()) WHERE inet_server_addr() IS NOT NULL
UNION ALL SELECT 'system', system_identifier::text FROM pg_control_system()`;
// As that user, without a password: every role on every way in. What PostgreSQL says to a stranger is known; anything
// else it says is told as it is, and counts as let in. $1 port, $2 the server's identifier, files, --, addresses; a role
// and a database a line on standard input. Another server at such an address knows neither, or is told by its identifier.
const tryText = `PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
# Debian's psql is a script that looks for the real one each time.
for b in /usr/lib/postgresql/*/bin; do [ ! -x "$b/psql" ] || PATH="$b:$PATH"; done
# From a folder that it may be in: psql says otherwise, and what it says is read.
cd / || exit
[ "$(id -u)" != 0 ] || { echo 'root|'; exit; }
port=$1 system=$2; shift 2
command -v psql >/dev/null || { echo 'psql|'; exit; }
for g in $(id -nG); do case "$g" in sudo|wheel|admin|docker|lxd|libvirt|disk|root|postgres) printf 'group|%s\\n' "$g" ;; esac; done
if command -v sudo >/dev/null && sudo -n -l >/dev/null 2>&1 </dev/null; then echo 'sudo|'; fi
home=$(getent passwd "$(id -u)" | cut -d: -f6)
for f in "$home/.pgpass" "$home/.pg_service.conf"; do [ ! -r "$f" ] || printf 'file|%s\\n' "$f"; done
while [ "$1" != -- ]; do [ ! -r "$1" ] || printf 'file|%s\\n' "$1"; shift; done
shift
tab=$(printf '\\t')
tried=0
while IFS="$tab" read -r role database; do
  for at; do
    case "$at" in
      /*) [ -S "$at/.s.PGSQL.$port" ] || continue
        if [ -O "$at/.s.PGSQL.$port" ]; then printf 'owns|%s\\n' "$at"; continue; fi ;;
    esac
    tried=$((tried + 1))
    said=$(env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C PGPASSFILE=/dev/null PGCONNECT_TIMEOUT=5 \\
      PGHOST="$at" PGPORT="$port" PGUSER="$role" PGDATABASE="$database" \\
      timeout 20 psql -X -w -A -t -c 'SELECT system_identifier FROM pg_control_system()' 2>&1 </dev/null) && {
      [ "$(printf '%s' "$said" | tail -n 1)" != "$system" ] || printf 'in|%s|%s|%s\\n' "$role" "$at" "$database"
      continue
    }
    case "$said" in
      *'no pg_hba.conf entry'*|*'pg_hba.conf rejects'*|*'authentication failed'*|*'no password supplied'*) ;;
      *'Connection refused'*|*'Permission denied'*|*'No such file'*|*'timeout expired'*|*'is unreachable'*|*'No route to host'*) ;;
      *'could not translate host name'*|*'Cannot assign requested address'*|*'Address family not supported'*) ;;
      *'does not exist'*) ;;
      *) printf 'said|%s|%s|%s|%s\\n' "$role" "$at" "$database" "$(printf '%s' "$said" | tail -n 1 | cut -c 1-200)" ;;
    esac
  done
done
printf 'tried|%s\\n' "$tried"`;
/**
 * Tries, by day, whether that user of the host gets into the service's server, becomes somebody else, or reads a key.
 * Throws a UserError with everything that lets it; returns in how many ways it was turned away.
 */
async function requireShutOut(host, service, { user, secrets }) {
    const reachable = await host.attempt((0,command/* script */.K$)(":", [], { user, timeoutSeconds: 60 }));
    if (reachable.code !== 0)
        throw new errors/* UserError */.yo({ ...mayNotBecome(user), where: host.name });
    const doors = await (0,postgres/* query */.P)(host, service, "postgres", doorsSql);
    const of = (kind) => doors.flatMap(([one, value = ""]) => (one === kind && value !== "" ? [value] : []));
    const port = String(service.connection.port ?? of("port")[0] ?? 5432);
    const stdin = pairs(of("role"), of("database"), service.name)
        .map((pair) => `${pair.join("\t")}\n`)
        .join("");
    const addresses = await waysIn(host, service, of("socket"), of("address"));
    const files = [...secrets, service.connection.passfile].filter((file) => file !== undefined);
    const asked = (0,command/* script */.K$)(tryText, [port, of("system")[0] ?? "", ...files, "--", ...addresses], {
        user,
        stdin,
        env: { GOLIVE_PROGRAMS: service.programs ?? "" },
        timeoutSeconds: 900,
    });
    const { stdout } = await host.run({ ...asked, label: (0,core_text.t) `what ${user} may do there` });
    const rows = stdout.split("\n").map((line) => line.split("|"));
    // One role in at a door says enough of that door.
    const seen = new Set();
    const doorsOpen = rows.filter(([, , at = ""]) => at === "" || (!seen.has(at) && seen.add(at) !== undefined));
    const problems = doorsOpen.flatMap((row) => problemOf(row, user) ?? []);
    const tried = Number(rows.find(([kind]) => kind === "tried")?.[1] ?? 0);
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems.map((problem) => ({ ...problem, where: host.name })));
    return tried;
}
/** Every role at the service's database; at a few others some, as rules for one database only are rare. */
function pairs(roles, databases, name) {
    const few = roles.slice(0, 20);
    const others = databases.filter((one) => one !== name).slice(0, 3);
    return [
        ...roles.map((role) => [role, name]),
        ...others.flatMap((database) => few.map((role) => [role, database])),
    ].filter((pair) => pair.every((word) => !/[\t\n]/.test(word)));
}
async function waysIn(host, { connection }, sockets, listens) {
    const everywhere = ["*", "0.0.0.0", "::"];
    const own = listens.some((address) => everywhere.includes(address))
        ? (await host.attempt((0,command/* script */.K$)("hostname -I", [], { timeoutSeconds: 30 }))).stdout.trim().split(/\s+/)
        : [];
    return [
        ...new Set([
            ...(sockets.length > 0 ? sockets : ["/run/postgresql", "/tmp"]).filter((path) => path.startsWith("/")),
            ...(connection.host === undefined ? [] : [connection.host]),
            ...["127.0.0.1", "::1"],
            ...listens.filter((address) => !everywhere.includes(address)),
            ...own,
        ]),
    ].filter((address) => address !== "" && !/[\s,]/.test(address));
}
function mayNotBecome(user) {
    return {
        code: "scratch-user-missing",
        what: (0,core_text.t) `the throwaway server for the backup cannot run as ${user}`,
        mend: (0,core_text.t) `let golive run commands as ${user} without a password (docs/hosts.md has the line)`,
    };
}
function problemOf([kind, one = "", at = "", database = "", words = ""], user) {
    const mend = (0,core_text.t) `name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`;
    switch (kind) {
        case "in":
            return {
                code: "scratch-user-let-in",
                what: (0,core_text.t) `what a backup says would run as ${user}, and PostgreSQL lets ${user} in as ${one} without a password (${at}, database ${database})`,
                mend: (0,core_text.t) `take that line out of pg_hba.conf, or ${mend}`,
            };
        case "said":
            return {
                code: "scratch-user-let-in",
                what: (0,core_text.t) `what a backup says would run as ${user}, and PostgreSQL does not turn ${user} away as ${one} (${at}, database ${database}): ${words}`,
                mend: (0,core_text.t) `take that line out of pg_hba.conf, or ${mend}`,
            };
        case "owns":
            return {
                code: "scratch-user-is-server",
                what: (0,core_text.t) `${user} is the user that PostgreSQL itself runs as (${one}), so what a backup says would run with its rights`,
                mend,
            };
        case "sudo":
            return { code: "scratch-user-sudo", what: (0,core_text.t) `${user} may run commands as others by sudo`, mend };
        case "group":
            return { code: "scratch-user-group", what: (0,core_text.t) `${user} is in the group ${one}, which leads to root`, mend };
        case "root":
            return { code: "scratch-user-root", what: (0,core_text.t) `PostgreSQL does not run as root, and no backup should`, mend };
        case "file":
            return {
                code: "scratch-user-reads",
                what: (0,core_text.t) `${user} can read ${one}, which may hold the way to production`,
                mend: (0,core_text.t) `take that right away (chmod o-r), or ${mend}`,
            };
        case "psql":
            return {
                code: "db-tools-missing",
                what: (0,core_text.t) `${user} finds no psql there`,
                mend: (0,core_text.t) `install the PostgreSQL client programs there, or name their folder in database.programs`,
            };
        default:
            return null;
    }
}

// EXTERNAL MODULE: ./.build/js/database/trial.js + 1 modules
var trial = __webpack_require__(5274);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/js/hosts/tunnel.js







const makeText = 'd=$(mktemp -d "${TMPDIR:-/tmp}/golive-XXXXXXXXXX") && chmod "$1" "$d" && printf "%s" "$d"';
// Which users of that host may try is decided by the folder; who gets in, by the server.
const openText = 'n=0; while [ ! -S "$1" ]; do [ "$n" -lt 100 ] || exit 1; n=$((n + 1)); sleep 0.1; done; [ "$2" != yes ] || chmod 666 -- "$1"';
/** `shared`: another user of that host than the connection's uses it. On one and the same host nothing is needed. */
async function bridge(from, to, socket, shared) {
    if (from.name === to.name || (from.tunnel === undefined && to.tunnel === undefined))
        return { directory: socket.directory, close: async () => { } };
    const runner = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "golive-s-"));
    const closing = [() => (0,promises_.rm)(runner, { recursive: true, force: true })];
    const close = async () => {
        for (const one of closing.toReversed())
            await one().catch(() => { });
    };
    try {
        let near = (0,external_node_path_.join)(socket.directory, socket.file);
        if (to.tunnel !== undefined) {
            const here = (0,external_node_path_.join)(runner, socket.file);
            closing.push(to.tunnel("fetch", here, near));
            await until(here);
            near = here;
        }
        if (from.tunnel === undefined) {
            await (0,promises_.chmod)(runner, 0o711);
            if (shared)
                await (0,promises_.chmod)(near, 0o666);
            return { directory: runner, close };
        }
        const made = await from.run((0,command/* script */.K$)(makeText, [shared ? "711" : "700"], { timeoutSeconds: 60 }));
        const directory = made.stdout.trim();
        closing.push(async () => {
            await from.run((0,command/* script */.K$)('rm -rf -- "$1"', [directory], { timeoutSeconds: 60 }));
        });
        closing.push(from.tunnel("offer", near, `${directory}/${socket.file}`));
        const opened = await from.attempt((0,command/* script */.K$)(openText, [`${directory}/${socket.file}`, shared ? "yes" : "no"], { timeoutSeconds: 60 }));
        if (opened.code !== 0)
            throw refused(from.name);
        return { directory, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
async function until(path) {
    for (let tries = 0; tries < 200; tries++) {
        const found = await (0,promises_.stat)(path).catch(() => null);
        if (found?.isSocket())
            return;
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
    throw refused(path);
}
const refused = (where) => new errors/* UserError */.yo({
    code: "tunnel-refused",
    what: (0,core_text.t) `ssh does not forward the socket of the throwaway server`,
    where,
    mend: (0,core_text.t) `allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in prepare.test-restore.server that the release's host reaches`,
});

// EXTERNAL MODULE: ./.build/js/stages/deploy-order.js
var deploy_order = __webpack_require__(5058);
;// CONCATENATED MODULE: ./.build/js/stages/scratch.js






/** Whose programs read the backup, and where: the service's own, unless the plan names another server for it. */
function readerOf({ plan, hosts }) {
    const { database } = plan;
    const server = plan.prepare["test-restore"]?.server;
    if (!server)
        return { host: hosts.get(database.host), database };
    const { programs = database.programs, "run-as": user, connection, host } = server;
    const directory = server.directory ?? database.backup.directory;
    const { programs: _, "run-as": __, ...rest } = database;
    const own = { ...(programs === undefined ? {} : { programs }), ...(user === undefined ? {} : { "run-as": user }) };
    return {
        host: hosts.get(host),
        database: { ...rest, ...own, host, connection, backup: { ...database.backup, directory } },
    };
}
/**
 * The server that the backup and the trial run in. Nothing of theirs gets any further, and that is tried first: a server
 * made for it, as a user that gets nowhere else; or the plan's, as a role that the service's database turns away.
 */
async function openScratch(launch, settings) {
    const service = { host: launch.hosts.get(launch.plan.database.host), plan: launch.plan.database };
    if (settings.server) {
        const scratch = { ...readerOf(launch), throwaway: false };
        if (await isOwnServer(service, scratch))
            await requireTurnedAway(scratch, service.plan.name);
        return { scratch, turnedAway: null };
    }
    const { user, directory, inControl } = placeOf(launch, settings);
    const secrets = [launch.plan.deploy["env-file"]].filter((file) => file !== undefined);
    const turnedAway = await requireShutOut(service.host, service.plan, { user, secrets });
    const scratch = await (0,server/* startScratch */.n_)(service.host, service.plan, {
        ...{ user, directory, inControl },
        guests: await guestsOf(launch, service.host),
        connections: settings.connections,
    });
    return { scratch, turnedAway };
}
/** Removes what `openScratch` made, and what a lost run left of the same kind. */
async function closeScratch(launch, settings, scratch) {
    if (!scratch.throwaway)
        return (0,trial/* dropTrials */.HN)(scratch.host, scratch.database);
    await (0,server/* removeScratches */.rZ)(scratch.host, launch.plan.database, placeOf(launch, settings));
}
/** How the release's host gets to a throwaway server: by its socket, led there if it is on another host. */
async function reachFrom(launch, { host, database, throwaway }) {
    if (!throwaway)
        return { server: undefined, close: async () => { } };
    const directory = database.connection.host ?? "";
    const shared = launch.plan.deploy["run-as"] !== undefined;
    const from = launch.hosts.get((0,deploy_order/* migrateHost */.AL)(launch.plan));
    const led = await bridge(from, host, { directory, file: ".s.PGSQL.5432" }, shared);
    return { server: { host: led.directory, port: 5432 }, close: led.close };
}
function placeOf({ plan }, { "run-as": user, directory }) {
    const inControl = directory === undefined && plan.control.host === plan.database.host;
    return { user, directory: directory ?? `${plan.control.directory}/scratch`, inControl };
}
/** Whom the throwaway server lets in beside its own user: who runs the release, or leads it there. */
async function guestsOf({ plan }, host) {
    const owner = plan.deploy["run-as"];
    return [await (0,server/* whoIs */.X8)(host), ...(owner === undefined ? [] : [owner])];
}


/***/ })

};
