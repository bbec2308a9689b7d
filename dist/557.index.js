export const id = 557;
export const ids = [557];
export const modules = {

/***/ 8760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   k: () => (/* binding */ showDuration)
/* harmony export */ });
/** Seconds from "30s", "5m", "2h", "1h30m", or a bare number of seconds; null when it is none of these. */
function parseDuration(text) {
    const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text.trim());
    if (!found || text.trim() === "")
        return null;
    return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
/** Short form for people: 0.4 s, 12 s, 3 min 5 s, 1 h 2 min. */
function showDuration(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
    return `${Math.floor(whole / 3600)} h${Math.floor((whole % 3600) / 60) ? ` ${Math.floor((whole % 3600) / 60)} min` : ""}`;
}


/***/ }),

/***/ 2204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ pgbackrestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _plan_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4493);


/** `database.backup.pgbackrest`: hands the backup of a database too large for pg_dump to pgBackRest. */
const pgbackrestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    stanza: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "must be a stanza name of at most 64 letters, digits, _ . -")
        .describe("The stanza of this PostgreSQL server in pgBackRest's configuration."),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["full", "diff", "incr"]).optional().describe("What the launch takes; incr by default: the window is short, and the full one was taken before."),
    config: (0,_plan_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)("pgBackRest's configuration file, when it is not at its usual place.").optional(),
})
    .describe("Back up with pgBackRest, which is set up on the database host, in place of pg_dump.");


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   FI: () => (/* binding */ connection),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Sm: () => (/* binding */ hostName),
/* harmony export */   iZ: () => (/* binding */ relativePath),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pm: () => (/* binding */ clock),
/* harmony export */   q3: () => (/* binding */ httpUrl),
/* harmony export */   vU: () => (/* binding */ argv)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8760);


/** "30s", "5m", "2h"; in the parsed plan a number of seconds. */
const duration = (fallback) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .default(fallback)
    .refine((text) => (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text) !== null, "is not a duration; write 30s, 5m or 2h")
    .transform((text) => (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text) ?? 0)
    .describe(`A duration: 30s, 5m, 2h. Default ${fallback}.`);
const text = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1, "is empty").describe(what);
/** A path on a host; absolute, so that it never depends on where a login lands. */
const path = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\/(?!.*(^|\/)\.\.(\/|$))[^\0\n]*$/, "must be an absolute path without ..").describe(what);
const relativePath = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1, "is empty")
    .regex(/^(?![/-])(?!.*(^|\/)\.\.(\/|$))[^\0\n]*$/, "must be a path inside the repository, without a leading / and without ..")
    .describe(what);
const httpUrl = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((value) => {
    try {
        return ["http:", "https:"].includes(new URL(value).protocol);
    }
    catch {
        return false;
    }
}, "is not an http or https URL")
    .describe(what);
const clock = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time of day; write it as \"02:15\"").describe(what);
const hostName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9.-]*$/, "must be lower-case letters, digits, . and -");
const identifier = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9_-]*$/, "must be lower-case letters, digits, - and _").describe(what);
/** A command as a list of words; no shell reads it. */
const argv = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1, "needs at least the program's name").describe(what);
const connection = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    host: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[^\s]+$/, "holds a space").optional().describe("libpq host: an address or the directory of the socket."),
    port: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65535).optional(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[^\s]+$/, "holds a space").optional().describe("A role that may create databases and terminate sessions."),
    passfile: path("libpq password file on that host, mode 0600.").optional(),
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[^\s]+$/, "holds a space").optional().describe("A service of pg_service.conf instead."),
})
    .describe("How libpq connects on that host. Passwords stay in its own files.");


/***/ }),

/***/ 4557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ loadPlan),
  v: () => (/* binding */ parsePlan)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/js/plan/fields.js
var fields = __webpack_require__(4493);
;// CONCATENATED MODULE: ./.build/js/checks/schema.js


const common = {
    id: (0,fields/* identifier */.Cv)("Name of the check, unique in the plan."),
    title: (0,fields/* text */.Qq)("Line on the checklist.").optional(),
};
const http = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("http"),
    ...common,
    url: (0,fields/* httpUrl */.q3)("Address to ask."),
    from: fields/* hostName */.Sm.optional().describe("Host that asks, with curl. Default: the runner."),
    status: schemas/* int */.Whr().min(100).max(599).default(200),
    contains: (0,fields/* text */.Qq)("Text the answer must hold; {tag} and {commit} stand for the release.").optional(),
    within: (0,fields/* duration */.p0)("10s"),
    tries: schemas/* int */.Whr().min(1).max(20).default(3),
});
const smoke = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("smoke"),
    ...common,
    host: fields/* hostName */.Sm.describe("Host that runs the tests, in the release's directory."),
    path: (0,fields/* relativePath */.iZ)("Test file or folder in the repository."),
    run: (0,fields/* argv */.vU)("Writes a JUnit report to {report}, of the tests in {path}. Default: pytest of the virtual environment. No shell reads it.")
        .refine((words) => words.some((word) => word.includes("{report}")), "does not name {report}")
        .optional(),
    "least-tests": schemas/* int */.Whr().min(1).default(1).describe("Fewer tests than this is a failure."),
    "most-skipped": schemas/* int */.Whr().min(0).default(0).describe("More skipped tests than this is a failure."),
    env: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name"), schemas/* string */.YjP()).default({}),
    timeout: (0,fields/* duration */.p0)("10m"),
});
const commandCheck = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("command"),
    ...common,
    host: fields/* hostName */.Sm,
    run: (0,fields/* argv */.vU)("Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it."),
    timeout: (0,fields/* duration */.p0)("2m"),
});
const checkSchema = schemas/* discriminatedUnion */.gMt("kind", [http, smoke, commandCheck]);

;// CONCATENATED MODULE: ./.build/js/presets/schema.js


const customStep = schemas/* strictObject */.rej({
    id: (0,fields/* identifier */.Cv)("Name of the step, unique in the plan."),
    title: (0,fields/* text */.Qq)("Line on the checklist."),
    when: schemas/* enum */.k5n(["before-migrate", "after-migrate", "before-start", "after-start"]).default("before-start"),
    hosts: schemas/* array */.YOg(fields/* hostName */.Sm).min(1, "needs at least one host").optional().describe("Default: every host of the deploy."),
    run: (0,fields/* argv */.vU)("Program and arguments, run in the release's directory with the service's settings. No shell reads it."),
    timeout: (0,fields/* duration */.p0)("10m"),
})
    .describe("A step of your own beside the preset's.");
/** What every preset has in common. */
const deployCommon = {
    strategy: schemas/* enum */.k5n(["in-place", "releases"]).default("in-place").describe("in-place: check the tag out in the live directory. releases: a directory for every release, built the day before, and a link that is switched."),
    hosts: schemas/* array */.YOg(fields/* hostName */.Sm).min(1, "needs at least one host"),
    directory: (0,fields/* path */.Ae)("in-place: the live checkout of the service's repository. releases: the directory that holds repo, releases, current and shared."),
    keep: schemas/* int */.Whr().min(1).max(100).default(5).describe("With releases: how many directories of earlier ones stay, beside the live one and the one before."),
    shared: schemas/* array */.YOg((0,fields/* relativePath */.iZ)("Inside the release; links to the same path under shared.")).default([]).describe("With releases: files and folders that every release sees, such as uploads."),
    remote: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "is not the name of a git remote").default("origin"),
    "migrate-on": fields/* hostName */.Sm.optional().describe("The one host that runs the migrations. Default: the first."),
    "env-file": (0,fields/* path */.Ae)("File of KEY=value lines with the service's settings, read on the host for what runs in a release.").optional(),
    "run-as": schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").optional().describe("User that owns the checkout, through sudo -n."),
    steps: schemas/* array */.YOg(customStep).default([]),
};
const django = schemas/* strictObject */.rej({
    preset: schemas/* literal */.euz("django"),
    ...deployCommon,
    python: (0,fields/* path */.Ae)("Interpreter that makes the virtual environment.").default("/usr/bin/python3"),
    venv: (0,fields/* relativePath */.iZ)("The virtual environment, inside the checkout.").default(".venv"),
    "system-site-packages": schemas/* boolean */.zMY().default(false),
    requirements: (0,fields/* relativePath */.iZ)("Requirements file.").default("requirements.txt"),
    manage: (0,fields/* relativePath */.iZ)("Django's manage.py.").default("manage.py"),
    "collect-static": schemas/* boolean */.zMY().default(true),
});
const variable = (what) => schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name").describe(what);
/** What presets without a framework of their own are told. */
const byCommands = {
    migrate: schemas/* strictObject */.rej({
        pending: (0,fields/* argv */.vU)("Prints one line for each migration that is not applied, and nothing when there is none. No shell reads it."),
        run: (0,fields/* argv */.vU)("Applies them. No shell reads it."),
        folder: (0,fields/* relativePath */.iZ)("Folder of the migrations in the repository; .sql files in it are read for what they drop.").optional(),
    })
        .optional()
        .describe("The service's migrations. Without it none are run."),
    "database-setting": schemas/* union */.KCZ([schemas/* strictObject */.rej({ url: variable("Setting that holds the database's URL.") }), schemas/* strictObject */.rej({ name: variable("Setting that holds the database's name.") })])
        .optional()
        .describe("Which setting leads to the database; it is held to database.name, and on the day before to the scratch database."),
};
const node = schemas/* strictObject */.rej({
    preset: schemas/* literal */.euz("node"),
    ...deployCommon,
    ...byCommands,
    npm: (0,fields/* path */.Ae)("npm on these hosts.").default("/usr/bin/npm"),
    build: schemas/* boolean */.zMY().default(true).describe("Run the package's script named build, and drop what only building needs."),
    built: schemas/* array */.YOg((0,fields/* relativePath */.iZ)("What the build makes.")).default(["dist"]),
});
const compose = schemas/* strictObject */.rej({
    preset: schemas/* literal */.euz("compose"),
    ...deployCommon,
    ...byCommands,
    file: (0,fields/* relativePath */.iZ)("The compose file in the repository. Its images name the release.").default("compose.yaml"),
    build: schemas/* boolean */.zMY().default(false).describe("Build the images on the host instead of pulling them."),
});
const deploySchema = schemas/* discriminatedUnion */.gMt("preset", [django, node, compose]).describe("How the code gets there.");

// EXTERNAL MODULE: ./.build/js/database/pgbackrest-schema.js
var pgbackrest_schema = __webpack_require__(2204);
;// CONCATENATED MODULE: ./.build/js/access/schema.js


const schema_common = {
    id: (0,fields/* identifier */.Cv)("Name of the probe, unique in the plan."),
    title: (0,fields/* text */.Qq)("Line on the checklist.").optional(),
    from: fields/* hostName */.Sm.optional().describe("Host that asks. Default: where the service runs."),
};
const within = (0,fields/* duration */.p0)("10s");
/** A secret is named and never written down here. */
const setting = (what) => schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of a setting, not its value").describe(what);
const secret = setting("Setting of the service's settings file that holds the key.");
const url = (what) => (0,fields/* httpUrl */.q3)(what)
    .regex(/^[\x21-\x7e]*$/, "holds a space, a control character or a letter beyond ASCII")
    .refine((value) => !/^https?:\/\/[^/?#]*@/i.test(value), "holds credentials; name the setting that holds them as secret");
const base = (what, fallback) => url(what).regex(/^[^?#]*$/, "must have no ? and no #").default(fallback);
const address = (what) => schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$|^\[[0-9A-Fa-f:.]+\]$/, "must be a name, an IPv4 address, or an IPv6 address in [ ]").describe(what);
const port = schemas/* int */.Whr().min(1).max(65535);
const schema_status = schemas/* int */.Whr().min(100).max(599);
const oneLine = (what) => schemas/* string */.YjP().regex(/^[^\x00-\x1f\x7f]*$/, "holds a control character").describe(what);
const schema_http = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("http"),
    ...schema_common,
    within,
    url: url("Address that answers a GET only with the right key."),
    header: schemas/* string */.YjP().regex(/^[A-Za-z0-9-]+$/, "is not a header name").default("Authorization").describe("Header that carries the key."),
    prefix: oneLine("What stands before the key in that header.").default("Bearer "),
    secret,
    status: schema_status.default(200).describe("Answer to the right key."),
    denied: schemas/* array */.YOg(schema_status).min(1, "needs at least one status").default([401, 403]).describe("Answers to a wrong key."),
})
    .refine((probe) => !probe.denied.includes(probe.status), { path: ["denied"], message: "holds the status of the right key as well" });
const smtp = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("smtp"),
    ...schema_common,
    within,
    host: address("Mail server."),
    port: port.default(587),
    user: schemas/* string */.YjP().min(1, "is empty").regex(/^[^\x00-\x1f\x7f:]*$/, "holds a colon or a control character").optional().describe("Login at the mail server."),
    "user-secret": setting("Setting that holds the login instead.").optional(),
    secret,
    tls: schemas/* enum */.k5n(["starttls", "implicit", "none"]).default("starttls"),
})
    .refine((probe) => (probe.user === undefined) !== (probe["user-secret"] === undefined), { path: ["user"], message: "needs one of user and user-secret" });
const s3 = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("s3"),
    ...schema_common,
    within,
    endpoint: url("Address of the object storage, without the bucket: https://s3.eu-central-1.amazonaws.com.").regex(/^https?:\/\/[^/?#]+\/?$/i, "must be scheme and host only"),
    region: schemas/* string */.YjP().regex(/^[a-z0-9-]+$/, "is not a region").default("us-east-1"),
    bucket: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of a bucket"),
    "key-id": setting("Setting that holds the id of the access key."),
    secret,
    canary: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/, "must be an object's name of letters, digits, . _ - and /")
        .optional()
        .describe("A few bytes are put under this name and removed; a random ending keeps it from ever being an object of yours."),
});
const postgres = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("postgres"),
    ...schema_common,
    within,
    connection: schemas/* strictObject */.rej({
        service: schemas/* string */.YjP().regex(/^[^\s]+$/, "holds a space").optional().describe("A service of pg_service.conf on that host."),
        host: schemas/* string */.YjP().regex(/^[^\s]+$/, "holds a space").optional().describe("libpq host: an address or the directory of the socket."),
        port: port.optional(),
        user: schemas/* string */.YjP().regex(/^[^\s]+$/, "holds a space").optional(),
        passfile: (0,fields/* path */.Ae)("libpq password file on that host, mode 0600.").optional(),
    })
        .default({})
        .describe("How the service itself connects. Passwords stay in libpq's own files."),
    database: schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,62}$/, "is not a database name"),
    replica: schemas/* boolean */.zMY().default(false).describe("A server that only reads along is good enough."),
});
const ssh = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("ssh"),
    ...schema_common,
    within,
    address: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f:]+$/, "must be a name or an address"),
    port: port.default(22),
    user: schemas/* string */.YjP().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "is not a user name"),
    "host-key": schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
        .transform((keys) => (typeof keys === "string" ? [keys] : keys))
        .refine((keys) => keys.every((key) => /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/.test(key)), 'must be public host keys such as "ssh-ed25519 AAAA..."')
        .describe("Public key or keys of that server; another one is a failure."),
    "identity-file": (0,fields/* path */.Ae)("Private key, on the host that asks."),
});
const telegram = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("telegram"),
    ...schema_common,
    within,
    secret,
    base: base("Address of the Bot API.", "https://api.telegram.org"),
});
const github = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("github"),
    ...schema_common,
    within,
    secret,
    base: base("Address of the REST API; https://HOST/api/v3 on GitHub Enterprise Server.", "https://api.github.com"),
    "least-days": schemas/* int */.Whr().min(0).max(3650).default(7).describe("A token that ends sooner is a failure."),
});
const commandAccess = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz("command"),
    ...schema_common,
    run: (0,fields/* argv */.vU)("Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it, and no key belongs in it."),
    timeout: (0,fields/* duration */.p0)("2m"),
});
const keysSchema = schemas/* strictObject */.rej({
    names: schemas/* array */.YOg(setting("Counts as a secret whatever its name; production must have it.")).default([]),
    shared: schemas/* array */.YOg(setting("May have the value of staging.")).default([]),
    staging: schemas/* strictObject */.rej({ host: fields/* hostName */.Sm, file: (0,fields/* path */.Ae)("Staging's settings file on that host.") }).optional().describe("Production must have no key that is in this file as well."),
})
    .describe("The secrets in deploy.env-file are looked at where they lie: no placeholder, none that is empty, none of staging.");
const accessSchema = schemas/* discriminatedUnion */.gMt("kind", [schema_http, smtp, s3, postgres, ssh, telegram, github, commandAccess]);

;// CONCATENATED MODULE: ./.build/js/plan/prepare-schema.js





const variables = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name"), schemas/* string */.YjP());
const table = schemas/* string */.YjP().regex(/^([A-Za-z_][A-Za-z0-9_$]*\.)?[A-Za-z_][A-Za-z0-9_$]*$/, "must be a table, or schema.table");
const prepare_schema_common = {
    host: fields/* hostName */.Sm.optional().describe("Where the backups are. Default: the database's host."),
    "max-age": (0,fields/* duration */.p0)("26h"),
};
const newestBackup = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("files"), ...prepare_schema_common, pattern: (0,fields/* path */.Ae)("The backups, with * in the last parts: /var/backups/clinic/*.dump. The newest counts.") }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("pgbackrest"), ...prepare_schema_common, ...pgbackrest_schema/* pgbackrestSchema */.U.pick({ stanza: true, config: true }).shape }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("command"), ...prepare_schema_common, run: (0,fields/* argv */.vU)("Prints the path of the newest backup. No shell reads it.") }),
])
    .describe("The backup that is made anyway each night: found, young enough, whole.");
const rule = schemas/* strictObject */.rej({
    table,
    "least-rows": schemas/* int */.Whr().min(0).default(1),
    newest: schemas/* strictObject */.rej({ column: schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_$]*$/, "is not a column's name"), within: (0,fields/* duration */.p0)("48h") })
        .optional()
        .describe("The newest value of that column is at most so old."),
});
const testRestore = schemas/* strictObject */.rej({
    server: schemas/* strictObject */.rej({
        host: fields/* hostName */.Sm.describe("Where psql and pg_restore run for it; the backup has to be there."),
        connection: fields/* connection */.FI.describe("How libpq connects to the scratch server from there. It is not the service's."),
        programs: (0,fields/* path */.Ae)("Folder of psql, pg_dump and pg_restore there, when it is not the database's.").optional(),
        "run-as": schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").optional().describe("User for the PostgreSQL programs there."),
        directory: (0,fields/* path */.Ae)("Folder for the trial dump, on that host.").default("/var/tmp/golive-day-before"),
    })
        .optional()
        .describe("A scratch server of its own. Default: a scratch database on the service's server, behind it in every queue."),
    rules: schemas/* array */.YOg(rule).min(1, "needs at least one rule; a restore nobody looks at proves nothing"),
    connections: schemas/* int */.Whr().min(2).max(1000).default(20).describe("Connection limit of the scratch database."),
    "lock-timeout": (0,fields/* duration */.p0)("5s"),
    "statement-timeout": (0,fields/* duration */.p0)("2h"),
})
    .describe("That backup is restored into a scratch database, looked at, and dropped at the end.");
const trial = schemas/* strictObject */.rej({
    directory: (0,fields/* path */.Ae)("Scratch folder on the host that migrates: the release and its environment are built there.").default("/var/tmp/golive-trial"),
    settings: variables.default({}).describe("Settings that point a release to another database; {database} stands for its name: {PGDATABASE: \"{database}\"}."),
    "database-url": schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name").optional().describe("Setting that holds a database URL (DATABASE_URL); its last part is replaced by the scratch database."),
    start: schemas/* strictObject */.rej({ run: (0,fields/* argv */.vU)("Starts one instance on a spare port, in the foreground. No shell reads it."), health: schemas/* string */.YjP().regex(/^http:\/\/(127\.0\.0\.1|localhost):\d+\//, "must be http://127.0.0.1:PORT/…"), within: (0,fields/* duration */.p0)("60s") })
        .optional()
        .describe("The release is started once against the migrated copy."),
    tests: schemas/* array */.YOg(checkSchema).default([]).describe("Checks on the migrated copy: smoke tests and commands run in the built release with these settings."),
})
    .describe("The release's migrations run on the restored backup.");
const prepareSchema = schemas/* strictObject */.rej({
    staging: schemas/* strictObject */.rej({ env: variables.describe("Put over that of each smoke check: {BASE_URL: https://staging.example.org}.") }).optional().describe("The smoke tests of the release, against staging."),
    access: schemas/* array */.YOg(accessSchema).default([]).describe("What the service needs beyond itself, asked from its host with its own keys, and with a wrong one."),
    keys: keysSchema.optional(),
    "newest-backup": newestBackup.optional(),
    "test-restore": testRestore.optional(),
    trial: trial.optional(),
    tell: schemas/* strictObject */.rej({ who: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^@[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9._-]+)?$/, "must be @login or @organization/team")).min(1), text: (0,fields/* text */.Qq)("A sentence of your own.").optional() }).optional().describe("Who is told on the checklist when and how long the site will be closed."),
})
    .prefault({})
    .describe("The day before: what is rehearsed and measured ahead of the window.");

;// CONCATENATED MODULE: ./.build/js/plan/schema.js






const sshHost = schemas/* strictObject */.rej({
    connect: schemas/* literal */.euz("ssh"),
    address: (0,fields/* text */.Qq)("Name or address that the runner connects to."),
    port: schemas/* int */.Whr().min(1).max(65535).default(22),
    user: schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").describe("The user that the commands run as."),
    "host-key": schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
        .transform((keys) => (typeof keys === "string" ? [keys] : keys))
        .refine((keys) => keys.every((key) => /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/.test(key)), 'must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)')
        .describe("Public key or keys of the host; a connection to a host that shows another one is refused."),
    "identity-file": (0,fields/* path */.Ae)("Private key on the runner, when the key does not come as the input ssh-key.").optional(),
});
const localHost = schemas/* strictObject */.rej({ connect: schemas/* literal */.euz("local").describe("The runner itself is the host (a self-hosted runner on the server).") });
const schema_window = schemas/* strictObject */.rej({
    start: (0,fields/* clock */.pm)("When the maintenance window starts, in the plan's time zone."),
    end: (0,fields/* clock */.pm)("When it ends; before `start` means the next day."),
    schedule: schemas/* strictObject */.rej({
        backup: (0,fields/* clock */.pm)("Isolate and back up."),
        deploy: (0,fields/* clock */.pm)("Deploy."),
        verify: (0,fields/* clock */.pm)("Verify."),
    })
        .partial()
        .default({})
        .describe("Planned starts of the phases. Without them the window is divided in the usual proportions."),
    tolerance: (0,fields/* duration */.p0)("0s"),
    "wait-at-most": (0,fields/* duration */.p0)("1h"),
    "on-overrun": schemas/* enum */.k5n(["rollback", "ask", "continue"]).default("rollback").describe("Once a rollback no longer fits into the window and the site is still closed: roll back, ask the people under `ask`, or go on and say so."),
    ask: schemas/* strictObject */.rej({ who: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^@[A-Za-z0-9][A-Za-z0-9-]*$/, "must be a GitHub login with @")).min(1, "needs at least one person"), "at-most": (0,fields/* duration */.p0)("10m") })
        .optional()
        .describe("Who decides, by a comment on the checklist; without an answer in time the launch goes back."),
})
    .describe("The maintenance window.");
const approval = schemas/* strictObject */.rej({
    environment: (0,fields/* text */.Qq)("GitHub environment whose required reviewers approve the window.").default("production"),
    "rollback-environment": (0,fields/* text */.Qq)("GitHub environment whose required reviewers approve a rollback after the site has opened.").default("production-rollback"),
    comment: schemas/* strictObject */.rej({
        approvers: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/, "must be a GitHub login without @"))
            .min(1, "needs at least one approver")
            .describe("GitHub logins whose comment approves the window. Each needs write permission, and cannot approve a launch of their own."),
    })
        .optional()
        .describe("Where GitHub offers no required reviewers: the window waits for a comment on the checklist instead (docs/approval.md)."),
    unprotected: schemas/* strictObject */.rej({
        by: schemas/* string */.YjP().regex(/^@[A-Za-z0-9][A-Za-z0-9-]*$/, "must be a GitHub login with @").describe("Who takes this on."),
        because: (0,fields/* text */.Qq)("Why a launch without a required reviewer is acceptable."),
    })
        .optional()
        .describe("Launch although the environment has no required reviewer. Named and shown on the checklist."),
})
    .prefault({});
const maintenanceProof = {
    header: schemas/* string */.YjP().regex(/^[A-Za-z0-9-]+$/, "is not a header name").default("X-Golive-Maintenance").describe("Header that only the maintenance page carries."),
    "page-text": (0,fields/* text */.Qq)("Text that only the maintenance page holds, for a balancer that cannot send a header with it.").optional(),
    addresses: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^\s:]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i, "must be HOST or HOST:PORT"))
        .default([])
        .describe("Addresses of every balancer, each probed on its own. Default: where the site's name leads."),
};
const loadBalancer = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz("nginx"),
        hosts: schemas/* array */.YOg(fields/* hostName */.Sm).min(1, "needs at least one host"),
        flag: (0,fields/* path */.Ae)("File whose presence makes nginx answer 503 with the maintenance page."),
        ...maintenanceProof,
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz("haproxy"),
        hosts: schemas/* array */.YOg(fields/* hostName */.Sm).min(1, "needs at least one host"),
        map: (0,fields/* path */.Ae)("Map file of haproxy.cfg, spelled as it is there.").regex(/^[^\s;\\]+$/, "must hold no space, ; or \\"),
        key: schemas/* string */.YjP().regex(/^[A-Za-z0-9._-]+$/, "must be of letters, digits, . _ -").default("golive").describe("Key of that map; its value is on while the page is up."),
        socket: (0,fields/* path */.Ae)("HAProxy's runtime socket, of level admin.").regex(/^[^\s,:!]+$/, "must hold no space, comma, colon or !").default("/run/haproxy/admin.sock"),
        "run-as": schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").optional().describe("User that may write the map and the socket, through sudo -n."),
        ...maintenanceProof,
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz("command"),
        host: fields/* hostName */.Sm.describe("Where the commands run."),
        on: (0,fields/* argv */.vU)("Puts the maintenance page up."),
        off: (0,fields/* argv */.vU)("Takes it down."),
        status: (0,fields/* argv */.vU)("Exits 0 when the page is up, 3 when it is down, anything else when it cannot tell."),
        ...maintenanceProof,
    }),
])
    .describe("How visitors are sent to the maintenance page.");
const database = schemas/* strictObject */.rej({
    engine: schemas/* literal */.euz("postgresql"),
    host: fields/* hostName */.Sm.describe("Where pg_dump, psql and pg_restore run."),
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,39}$/, "must be a database name of at most 40 letters, digits, _ $ -")
        .describe("The service's database."),
    connection: fields/* connection */.FI.default({}),
    programs: (0,fields/* path */.Ae)("Folder of psql, pg_dump and pg_restore, when those on the PATH are of another version than the server.").optional(),
    observers: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe("Roles that may stay connected while the site is closed because they only look (a metrics exporter). Anyone else's session stops the launch before the backup."),
    "run-as": schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").optional().describe("User for the PostgreSQL programs, through sudo -n (peer authentication)."),
    backup: schemas/* strictObject */.rej({
        directory: (0,fields/* path */.Ae)("Folder for the dumps; made with mode 0700."),
        jobs: schemas/* int */.Whr().min(1).max(32).default(2).describe("Parallel jobs of pg_dump and pg_restore."),
        copy: schemas/* boolean */.zMY().default(true).describe("Clone the database in the window, so that the way back is a rename. Takes its size once more on the server's disk. Without it the way back is a restore of the dump beside, then the same rename."),
        dump: schemas/* enum */.k5n(["before-deploy", "after-migration"])
            .default("before-deploy")
            .describe("after-migration: the dump is taken from the frozen copy once the migrations are through, so that they need not wait for it; it is proved before the site opens all the same. Needs the copy."),
        proof: schemas/* enum */.k5n(["restore", "content", "read"])
            .default("restore")
            .describe("How the dump is proved. restore: put back beside, contents and schema compared. content: not put back; the bytes of each table and the schema compared. read: read through whole only, for a database too large for the window."),
        "count-only": schemas/* array */.YOg((0,fields/* text */.Qq)("schema.table")).default([]).describe("Tables whose rows are counted and not compared, because their values have no stable text form."),
        recipient: schemas/* string */.YjP().regex(/^age1[0-9a-z]{20,}$/, "is not a public key of age (age1…)").optional().describe("Public key of age. What leaves the database, and rows set aside by a rollback, are encrypted to it."),
        pgbackrest: pgbackrest_schema/* pgbackrestSchema */.U.optional(),
        offsite: schemas/* strictObject */.rej({ run: (0,fields/* argv */.vU)("Sends the encrypted archive elsewhere; {file} is its path. No shell reads it: [rclone, copyto, \"{file}\", remote:backups/latest.age]."), timeout: (0,fields/* duration */.p0)("1h") })
            .optional()
            .describe("After the launch the backup is packed, encrypted to the recipient, and sent by this command; the packed file is removed once it exited 0."),
        keep: schemas/* strictObject */.rej({ count: schemas/* int */.Whr().min(1).max(1000).default(5), days: schemas/* int */.Whr().min(0).max(3650).default(30) })
            .prefault({})
            .describe("A backup is removed once it is both beyond the newest `count` and older than `days`. The newest proved one never is."),
        "least-free": schemas/* int */.Whr().min(0).default(64).describe("MiB that must stay free beside what the dump and its proof need."),
    }),
})
    .describe("The database and where its backups go.");
const paused = {
    id: (0,fields/* identifier */.Cv)("Name of the work, unique in the plan."),
    title: (0,fields/* text */.Qq)("What it is called on the checklist.").optional(),
    host: fields/* hostName */.Sm,
    sudo: schemas/* boolean */.zMY().default(false).describe("Pause and resume it through sudo -n."),
    timeout: (0,fields/* duration */.p0)("2m"),
};
const scheduled = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("systemd"), ...paused, unit: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, "is not the name of a unit").describe("A worker, or a timer (clinic-reminders.timer).") }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("cron"), ...paused, file: (0,fields/* path */.Ae)("A file in /etc/cron.d; it gets another name while it is paused.").regex(/^\/etc\/cron\.d\/[A-Za-z0-9_-]+$/, "must be a file in /etc/cron.d, of letters, digits, _ and -") }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("command"), ...paused, pause: (0,fields/* argv */.vU)("Pauses it. No shell reads it."), resume: (0,fields/* argv */.vU)("Lets it work again."), status: (0,fields/* argv */.vU)("Exits 0 when it works, 3 when it is paused, anything else when it cannot tell.") }),
])
    .describe("Work that runs by itself: paused with the maintenance page, resumed with it.");
const services = schemas/* strictObject */.rej({
    manager: schemas/* enum */.k5n(["systemd", "supervisor", "compose"]),
    hosts: schemas/* array */.YOg(fields/* hostName */.Sm).min(1, "needs at least one host"),
    units: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, "is not the name of a unit")).min(1, "needs at least one unit").describe("In the order in which they start; they stop in reverse."),
    sudo: schemas/* boolean */.zMY().default(false).describe("Run the manager's commands through sudo -n."),
    config: (0,fields/* path */.Ae)("Configuration file for supervisorctl, or the compose file that is live.").optional(),
    "stop-timeout": (0,fields/* duration */.p0)("60s"),
    pause: schemas/* array */.YOg(scheduled).default([]),
})
    .describe("What runs the service, stopped for the backup and started after the deploy.");
const health = schemas/* strictObject */.rej({
    url: (0,fields/* httpUrl */.q3)("Asked on each application host itself."),
    within: (0,fields/* duration */.p0)("60s"),
    version: schemas/* strictObject */.rej({ url: (0,fields/* httpUrl */.q3)("Page that names the running release."), json: (0,fields/* text */.Qq)("Key of the JSON answer whose value is the tag or the commit.").default("version") })
        .optional(),
})
    .describe("When the service counts as up: by its own page, not by the manager's word.");
const planSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe("Version of this file's format."),
    service: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be at most 40 lower-case letters, digits and -").describe("Name of the service."),
    locale: schemas/* enum */.k5n(["en"]).default("en").describe("Language of the checklist."),
    timezone: (0,fields/* text */.Qq)("IANA time zone of every time in this file and on the checklist.").default("UTC"),
    window: schema_window,
    approval,
    hosts: schemas/* record */.g1P(fields/* hostName */.Sm, schemas/* discriminatedUnion */.gMt("connect", [localHost, sshHost])).describe("The machines, by name."),
    control: schemas/* strictObject */.rej({
        host: fields/* hostName */.Sm.describe("The host that holds the journal and the lock."),
        directory: (0,fields/* path */.Ae)("Folder of the journal; made with mode 0700."),
    })
        .describe("Where the record of the launch lives."),
    site: schemas/* strictObject */.rej({ url: (0,fields/* httpUrl */.q3)("The site as visitors see it; probed from the runner.") }),
    "load-balancer": loadBalancer,
    database,
    services,
    health,
    prepare: prepareSchema,
    deploy: deploySchema,
    verify: schemas/* strictObject */.rej({ checks: schemas/* array */.YOg(checkSchema).min(1, "needs at least one check; a launch nobody looks at is not verified") }),
})
    .describe("Plan of a launch.");

;// CONCATENATED MODULE: ./.build/js/plan/json-schema.js


/** The plan's JSON Schema (draft 7, which editors know), for schema/golive.schema.json. */
function planJsonSchema() {
    return { ...json_schema_processors/* toJSONSchema */.bl(planSchema, { io: "input", target: "draft-7" }), title: "golive plan" };
}
/** The keys that the plan knows at a place; where several shapes are possible, those of the shape that `value` chose. */
function knownKeys(path, root) {
    let nodes = [planJsonSchema()];
    let value = root;
    for (const key of path) {
        nodes = shapes(nodes, value).flatMap((node) => {
            if (typeof key === "number")
                return node.items ? [node.items] : [];
            const property = node.properties?.[String(key)];
            if (property)
                return [property];
            return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
        });
        value = value?.[key];
    }
    return [...new Set(shapes(nodes, value).flatMap((node) => Object.keys(node.properties ?? {})))];
}
/** Opens unions; when a constant property (`kind`, `connect`) of one branch equals the value's, only that branch stays. */
function shapes(nodes, value) {
    const open = nodes.flatMap(flatten);
    const chosen = open.filter((node) => Object.entries(node.properties ?? {}).some(([key, property]) => property.const !== undefined && value?.[key] === property.const));
    return chosen.length > 0 ? chosen : open;
}
function flatten(node) {
    const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
    return branches.length > 0 ? branches.flatMap(flatten) : [node];
}

// EXTERNAL MODULE: ./.build/js/plan/nearest.js
var nearest = __webpack_require__(3980);
;// CONCATENATED MODULE: ./.build/js/plan/explain.js


/** A schema issue in words: what is wrong and the mend. */
function explainIssue(issue, root) {
    const path = issue.path;
    const name = showPath(path);
    const value = valueAt(root, path);
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => {
                const known = knownKeys(path, root);
                const near = (0,nearest/* nearest */.p)(key, known);
                const inside = path.length > 0 ? ` in ${name}` : "";
                return { place: { path, key }, what: `unknown key "${key}"${inside}`, mend: near ? `did you mean "${near}"?` : `known here: ${known.join(", ")}` };
            });
        case "invalid_type":
            if (value === undefined)
                return [{ place: { path }, what: `${name} is missing`, mend: `add ${String(path.at(-1))}: ${article(issue.expected)}` }];
            return [{ place: { path }, what: `${name} is ${kindOf(value)}`, mend: `it has to be ${article(issue.expected)}${issue.expected === "string" ? "; put it in quotes" : ""}` }];
        case "invalid_union": {
            const options = issue.options;
            if (options) {
                const given = value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`;
                const near = typeof value === "string" ? (0,nearest/* nearest */.p)(value, options.map(String)) : null;
                return [{ place: { path }, what: given, mend: near ? `did you mean ${near}? Possible: ${options.join(", ")}` : `use one of: ${options.join(", ")}` }];
            }
            const first = issue.errors[0]?.[0];
            return [{ place: { path }, what: value === undefined ? `${name} is missing` : `${name} is not of a form the plan knows`, mend: first?.message ?? "see docs/plan.md" }];
        }
        case "invalid_value": {
            const values = issue.values.map((one) => String(one));
            const near = typeof value === "string" ? (0,nearest/* nearest */.p)(value, values) : null;
            return [
                {
                    place: { path },
                    what: value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`,
                    mend: near ? `did you mean ${near}? Possible: ${values.join(", ")}` : `use ${values.length > 1 ? "one of: " : ""}${values.join(", ")}`,
                },
            ];
        }
        case "too_small":
        case "too_big": {
            const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
            return [{ place: { path }, what: issue.origin === "string" || issue.origin === "array" ? `${name} ${issue.message}` : `${name} is ${String(value)}`, mend: `it has to be ${limit}${issue.origin === "string" ? " characters" : issue.origin === "array" ? " entries" : ""}` }];
        }
        case "invalid_key":
            return [{ place: { path: path.slice(0, -1), key: String(path.at(-1)) }, what: `"${String(path.at(-1))}" cannot be a name here`, mend: issue.issues[0]?.message ?? "use lower-case letters, digits, . and -" }];
        default:
            return [{ place: { path }, what: `${name} ${issue.message}`, mend: `it is ${JSON.stringify(value)}` }];
    }
}
function showPath(path) {
    return path.reduce((text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`), "");
}
function valueAt(root, path) {
    return path.reduce((value, key) => value?.[key], root);
}
function kindOf(value) {
    if (value === null)
        return "empty";
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object" ? "a mapping" : article(typeof value);
}
function article(kind) {
    const words = { object: "a mapping", array: "a list", record: "a mapping", string: "a text", number: "a number", int: "a whole number", boolean: "true or false" };
    return words[kind] ?? kind;
}

// EXTERNAL MODULE: ./.build/js/plan/references.js
var references = __webpack_require__(4794);
;// CONCATENATED MODULE: ./.build/js/plan/load.js





/** Parses a plan's text. All problems at once, each with file:line:column and the mend. Does no I/O. */
function parsePlan(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    if (document.errors.length > 0) {
        return {
            ok: false,
            problems: document.errors.map((error) => ({
                what: `this is not YAML: ${error.message.replace(/\.?$/, "")}`,
                position: at(error.pos[0]),
                mend: error.code === "DUPLICATE_KEY" ? "keep one of the two" : "compare the indentation, quotes and colons of this line and the one above",
            })),
        };
    }
    let value;
    try {
        value = document.toJS({ maxAliasCount: 50 });
    }
    catch (error) {
        return { ok: false, problems: [{ what: `this is not usable YAML: ${error.message}`, position: { file, line: 1, column: 1 }, mend: "write the values out instead of anchors and aliases" }] };
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
        return { ok: false, problems: [{ what: value === null ? "the plan is empty" : "the plan is not a mapping of keys", position: { file, line: 1, column: 1 }, mend: "start from examples/golive.yml" }] };
    }
    const located = (place) => at(offsetOf(document, place));
    const parsed = planSchema.safeParse(value);
    if (!parsed.success) {
        const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, value)).map(({ place, what, mend }) => ({ what, position: located(place), ...(mend === undefined ? {} : { mend }) }));
        return { ok: false, problems: inOrder(problems) };
    }
    const crossed = (0,references/* crossProblems */.r)(parsed.data).map(({ place, what, mend }) => ({ what, position: located(place), mend }));
    return crossed.length > 0 ? { ok: false, problems: inOrder(crossed) } : { ok: true, plan: parsed.data };
}
/** The plan, or a UserError with every problem. */
function loadPlan(text, file) {
    const result = parsePlan(text, file);
    if (!result.ok)
        throw new errors/* UserError */.yo(result.problems);
    return result.plan;
}
/** Where a place begins in the text; the nearest enclosing key when the value itself is missing. */
function offsetOf(document, place) {
    let node = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const key of [...place.path, ...(place.key === undefined ? [] : [place.key])]) {
        if (!(0,dist/* isCollection */.P3)(node))
            break;
        const pair = (0,dist/* isMap */.jh)(node) ? node.items.find((item) => (0,dist/* isPair */.tO)(item) && (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === String(key)) : undefined;
        const next = (0,dist/* isMap */.jh)(node) ? pair?.value : node.items[Number(key)];
        if (next === undefined && pair === undefined)
            break;
        if (pair && (0,dist/* isScalar */.jn)(pair.key))
            offset = pair.key.range?.[0] ?? offset;
        node = next;
        if ((0,dist/* isScalar */.jn)(node) && place.key === undefined)
            offset = node.range?.[0] ?? offset;
        else if ((0,dist/* isNode */.Ll)(node) && !pair)
            offset = node.range?.[0] ?? offset;
    }
    return offset;
}
function inOrder(problems) {
    return problems.toSorted((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0));
}


/***/ }),

/***/ 3980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The known word most like the given one, or null when none is near enough to be meant. */
function nearest(word, known) {
    const ranked = known.map((candidate) => ({ candidate, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), candidate.toLowerCase()) })).toSorted((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}


/***/ }),

/***/ 4794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ minutesFrom),
/* harmony export */   r: () => (/* binding */ crossProblems)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8714);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3980);


/** What a schema cannot say: names that have to exist, ids that have to differ, times that have to fit. */
function crossProblems(plan) {
    return [...hostProblems(plan), ...idProblems(plan), ...timeProblems(plan), ...placeProblems(plan), ...closedProblems(plan), ...backupProblems(plan), ...deployProblems(plan), ...prepareProblems(plan), ...approvalProblems(plan)];
}
function hostProblems(plan) {
    const names = Object.keys(plan.hosts);
    const balancer = plan["load-balancer"];
    const used = [
        { path: ["control", "host"], host: plan.control.host },
        { path: ["database", "host"], host: plan.database.host },
        ...("hosts" in balancer ? each(["load-balancer", "hosts"], balancer.hosts) : [{ path: ["load-balancer", "host"], host: balancer.host }]),
        ...each(["services", "hosts"], plan.services.hosts),
        ...plan.services.pause.map(({ host }, index) => ({ path: ["services", "pause", index, "host"], host })),
        ...each(["deploy", "hosts"], plan.deploy.hosts),
        ...(plan.deploy["migrate-on"] === undefined ? [] : [{ path: ["deploy", "migrate-on"], host: plan.deploy["migrate-on"] }]),
        ...plan.deploy.steps.flatMap((step, index) => each(["deploy", "steps", index, "hosts"], step.hosts ?? [])),
        ...plan.verify.checks.flatMap((check, index) => {
            const host = check.kind === "http" ? check.from : check.host;
            return host === undefined ? [] : [{ path: ["verify", "checks", index, check.kind === "http" ? "from" : "host"], host }];
        }),
        ...plan.prepare.access.flatMap((probe, index) => (probe.from === undefined ? [] : [{ path: ["prepare", "access", index, "from"], host: probe.from }])),
        ...(plan.prepare.keys?.staging === undefined ? [] : [{ path: ["prepare", "keys", "staging", "host"], host: plan.prepare.keys.staging.host }]),
        ...(plan.prepare["test-restore"]?.server === undefined ? [] : [{ path: ["prepare", "test-restore", "server", "host"], host: plan.prepare["test-restore"].server.host }]),
        ...(plan.prepare["newest-backup"]?.host === undefined ? [] : [{ path: ["prepare", "newest-backup", "host"], host: plan.prepare["newest-backup"].host }]),
        ...(plan.prepare.trial?.tests ?? []).flatMap((check, index) => {
            const host = check.kind === "http" ? check.from : check.host;
            return host === undefined ? [] : [{ path: ["prepare", "trial", "tests", index, check.kind === "http" ? "from" : "host"], host }];
        }),
    ];
    const unknown = used
        .filter(({ host }) => !names.includes(host))
        .map(({ path, host }) => {
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(host, names);
        return { place: { path }, what: `host "${host}" is not among hosts`, mend: near ? `did you mean "${near}"?` : `add it under hosts, or use one of: ${names.join(", ")}` };
    });
    const migrateOn = plan.deploy["migrate-on"];
    const outside = migrateOn !== undefined && names.includes(migrateOn) && !plan.deploy.hosts.includes(migrateOn)
        ? [{ place: { path: ["deploy", "migrate-on"] }, what: `"${migrateOn}" is not a host of the deploy`, mend: `use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}` }]
        : [];
    const strangers = plan.verify.checks.flatMap((check, index) => check.kind === "smoke" && names.includes(check.host) && !plan.deploy.hosts.includes(check.host)
        ? [{ place: { path: ["verify", "checks", index, "host"] }, what: `"${check.host}" has no checkout to run pytest in`, mend: `use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}` }]
        : []);
    const unrun = plan.verify.checks.flatMap((check, index) => check.kind === "smoke" && check.run === undefined && plan.deploy.preset !== "django" ? [{ place: { path: ["verify", "checks", index] }, what: `with preset ${plan.deploy.preset} there is no pytest of the virtual environment`, mend: "add run: with the words that write a JUnit report to {report}" }] : []);
    return [...unknown, ...outside, ...strangers, ...unrun];
}
function idProblems(plan) {
    const twice = (path, ids) => ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ place: { path: [...path, index, "id"] }, what: `id "${id}" is used twice`, mend: "give each its own" }] : []));
    return [
        ...twice(["verify", "checks"], plan.verify.checks.map((check) => check.id)),
        ...twice(["services", "pause"], plan.services.pause.map((work) => work.id)),
        ...twice(["prepare", "access"], plan.prepare.access.map((probe) => probe.id)),
        ...twice(["prepare", "trial", "tests"], (plan.prepare.trial?.tests ?? []).map((check) => check.id)),
        ...twice(["deploy", "steps"], plan.deploy.steps.map((step) => step.id)),
    ];
}
function timeProblems(plan) {
    const { start, end, schedule } = plan.window;
    const problems = [];
    if (!luxon__WEBPACK_IMPORTED_MODULE_1__/* .IANAZone */ .oh.isValidZone(plan.timezone))
        problems.push({ place: { path: ["timezone"] }, what: `"${plan.timezone}" is not a time zone`, mend: "use an IANA name such as Europe/Moscow" });
    if (start === end)
        problems.push({ place: { path: ["window", "end"] }, what: "the window has no length", mend: "end has to differ from start" });
    if (plan.window["on-overrun"] === "ask" && !plan.window.ask)
        problems.push({ place: { path: ["window", "on-overrun"] }, what: "nobody is named to be asked", mend: "add ask: {who: [\"@login\"]}" });
    const length = minutesFrom(start, end);
    let before = 0;
    for (const phase of ["backup", "deploy", "verify"]) {
        const time = schedule[phase];
        if (time === undefined)
            continue;
        const offset = minutesFrom(start, time);
        if (offset > length)
            problems.push({ place: { path: ["window", "schedule", phase] }, what: `${phase} at ${time} lies outside the window ${start}-${end}`, mend: "move it inside" });
        else if (offset < before)
            problems.push({ place: { path: ["window", "schedule", phase] }, what: `${phase} at ${time} comes before the phase it follows`, mend: "the order is backup, deploy, verify" });
        before = Math.max(before, offset);
    }
    return problems;
}
function closedProblems(plan) {
    const site = new URL(plan.site.url).host;
    return plan.verify.checks.flatMap((check, index) => check.kind === "http" && check.from === undefined && new URL(check.url).host === site
        ? [{ place: { path: ["verify", "checks", index, "url"] }, what: "this check would see the maintenance page: the site is closed while it is verified", mend: "ask the service itself from its host, with `from:` and the address behind the balancer" }]
        : []);
}
function backupProblems({ database: { backup } }) {
    return [
        ...(backup.dump === "after-migration" && !backup.copy ? [{ place: { path: ["database", "backup", "dump"] }, what: "a dump after the migration is taken from the copy, and the plan has none", mend: "set copy: true, or dump: before-deploy" }] : []),
        ...(backup.pgbackrest && !backup.copy ? [{ place: { path: ["database", "backup", "copy"] }, what: "with pgBackRest the way back is the copy: a restore of the whole server takes the other databases back as well", mend: "set copy: true" }] : []),
        ...(backup.pgbackrest && backup.dump === "after-migration" ? [{ place: { path: ["database", "backup", "dump"] }, what: "pgBackRest backs the whole server up, so it cannot take the frozen copy later", mend: "set dump: before-deploy" }] : []),
        ...(backup.pgbackrest && backup.proof === "content" ? [{ place: { path: ["database", "backup", "proof"] }, what: "a backup of pgBackRest has no tables to compare before it is restored", mend: "set proof: restore, or proof: read" }] : []),
        ...(backup.pgbackrest && backup.offsite ? [{ place: { path: ["database", "backup", "offsite"] }, what: "pgBackRest has its own repositories for that", mend: "add a second repository (repo2-…) to its configuration, and take offsite out" }] : []),
        ...(backup.offsite && backup.recipient === undefined ? [{ place: { path: ["database", "backup", "offsite"] }, what: "a backup leaves the host encrypted only, and the plan names no recipient", mend: "add recipient: age1… (the public key that age-keygen prints)" }] : []),
        ...(backup.offsite && !backup.offsite.run.some((word) => word.includes("{file}")) ? [{ place: { path: ["database", "backup", "offsite", "run"] }, what: "the command does not name the file", mend: "put {file} where it wants the path" }] : []),
    ];
}
function deployProblems({ deploy }) {
    const path = ["deploy", "shared"];
    if (deploy.shared.length > 0 && deploy.strategy !== "releases")
        return [{ place: { path }, what: "there is one directory only, so nothing has to be shared", mend: "set strategy: releases, or take shared out" }];
    return deploy.shared.flatMap((name, index) => {
        const parts = name.split("/").filter((part) => part !== "" && part !== ".");
        if (parts.length === 0 || parts[0] === ".git")
            return [{ place: { path: [...path, index] }, what: `"${name}" is the release itself`, mend: "name a file or folder inside it" }];
        return deploy.shared.some((other, at) => at < index && (other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) ? [{ place: { path: [...path, index] }, what: `"${name}" is shared already`, mend: "take it out" }] : [];
    });
}
function approvalProblems({ approval: { comment } }) {
    const logins = (comment?.approvers ?? []).map((login) => login.toLowerCase());
    return logins.flatMap((login, index) => (logins.indexOf(login) < index ? [{ place: { path: ["approval", "comment", "approvers", index] }, what: `approver "${login}" is named twice`, mend: "take one out; GitHub does not tell logins apart by case" }] : []));
}
function prepareProblems(plan) {
    const { "newest-backup": backup, "test-restore": restore, trial, staging } = plan.prepare;
    const migrates = plan.deploy["migrate-on"] ?? plan.deploy.hosts[0];
    const restores = restore?.server?.host ?? plan.database.host;
    const strangers = (trial?.tests ?? []).flatMap((check, index) => (check.kind !== "http" && check.host !== migrates ? [{ place: { path: ["prepare", "trial", "tests", index, "host"] }, what: `the release is tried on "${migrates}", not on "${check.host}"`, mend: `set host: ${migrates}` }] : []));
    const unread = plan.deploy["env-file"] === undefined ? [...plan.prepare.access.flatMap((probe, index) => ("secret" in probe ? [["prepare", "access", index]] : [])), ...(plan.prepare.keys ? [["prepare", "keys"]] : [])] : [];
    return [
        ...unread.map((path) => ({ place: { path }, what: "the plan names no settings file that would hold the key", mend: "add deploy.env-file" })),
        ...strangers,
        ...(restore && !backup ? [{ place: { path: ["prepare", "test-restore"] }, what: "there is no backup named to restore", mend: "add prepare.newest-backup" }] : []),
        ...(restore && backup?.host !== undefined && backup.host !== restores ? [{ place: { path: ["prepare", "newest-backup", "host"] }, what: `the backup is restored on "${restores}", and is on another host`, mend: `name a copy of it on ${restores}` }] : []),
        ...(restore && backup?.kind === "pgbackrest" ? [{ place: { path: ["prepare", "test-restore"] }, what: "a backup of pgBackRest is the whole server, so it is not restored beside the service", mend: "name a dump in prepare.newest-backup; pgBackRest's own backup is proved in the window" }] : []),
        ...(trial && !restore ? [{ place: { path: ["prepare", "trial"] }, what: "a release is tried on a restored backup, and the plan restores none", mend: "add prepare.test-restore" }] : []),
        ...(trial && Object.keys(trial.settings).length === 0 && trial["database-url"] === undefined ? [{ place: { path: ["prepare", "trial"] }, what: "nothing points the release to the scratch database", mend: "add settings: {PGDATABASE: \"{database}\"}, or database-url: DATABASE_URL" }] : []),
        ...(staging && !plan.verify.checks.some(({ kind }) => kind === "smoke") ? [{ place: { path: ["prepare", "staging"] }, what: "the plan has no smoke tests to run against staging", mend: "add a check of kind smoke to verify.checks" }] : []),
    ];
}
function placeProblems(plan) {
    const unnamed = plan.services.manager === "compose" && plan.services.config === undefined ? [{ place: { path: ["services"] }, what: "the compose file of the services is not named", mend: "add config: with the path of the one that is live" }] : [];
    const elsewhere = plan.services.hosts
        .map((host, index) => ({ host, index }))
        .filter(({ host }) => !plan.deploy.hosts.includes(host))
        .map(({ index, host }) => ({ place: { path: ["services", "hosts", index] }, what: `services run on "${host}", but nothing is deployed there`, mend: "add it to deploy.hosts, or take it out here" }));
    return [...unnamed, ...elsewhere];
}
/** Minutes from one time of day to the next occurrence of another; 0 when they are the same. */
function minutesFrom(from, to) {
    const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    return (minutes(to) - minutes(from) + 1440) % 1440;
}
function each(path, hosts) {
    return hosts.map((host, index) => ({ path: [...path, index], host }));
}


/***/ })

};
