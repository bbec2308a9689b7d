export const id = 244;
export const ids = [244];
export const modules = {

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ atKeyboard),
/* harmony export */   Tz: () => (/* binding */ toPerson),
/* harmony export */   oH: () => (/* binding */ withReach)
/* harmony export */ });
/* unused harmony exports commonOptions, planThatCounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9440);
/* harmony import */ var _plan_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7759);
/* harmony import */ var _stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(207);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6970);
/* harmony import */ var _stages_notices_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8757);










/** What every command of a person at the keyboard takes. */
const commonOptions = {
    plan: { type: "string", default: ".github/golive.yml" },
    "ssh-key-file": { type: "string" },
    because: { type: "string" },
    by: { type: "string" },
};
/** The words of a command, and the context it works in: no run, no GitHub unless given, the plan from a file. */
async function atKeyboard(args, options, out, github = _github_client_js__WEBPACK_IMPORTED_MODULE_5__/* .githubAway */ .sX) {
    const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({
        args: [...args],
        options: { ...commonOptions, ...options },
        allowPositionals: true,
    });
    const { plan: file, by = "", because = "", "ssh-key-file": key, } = values;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no such file`,
            where: file,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `name the plan with --plan FILE`,
        });
    });
    const given = process.env["GOLIVE_NOTICES"];
    const context = {
        github,
        log: toPerson(out),
        run: { id: 0, attempt: process.pid, actor: by.trim() === "" ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : by.trim() },
        sshKey: key === undefined ? "" : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(key, "utf8"),
        planFile: file,
        planText: text,
        jobDirectory: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        noticeKeys: given === undefined ? undefined : (0,_stages_notices_js__WEBPACK_IMPORTED_MODULE_9__/* .readKeys */ .x4)(given),
        signal: ended(),
    };
    return { values, positionals, context, because: because.trim(), by: by.trim() };
}
/** Ctrl-C ends what runs on the hosts, as a cancelled run does. */
function ended() {
    const abort = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"])
        process.once(signal, () => abort.abort());
    return abort.signal;
}
function toPerson(out) {
    const warn = (text) => out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `Warning: ${text}\n`);
    return { info: (text) => out(`${text}\n`), warn, error: warn };
}
/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
async function planThatCounts(context) {
    const read = (0,_plan_load_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlan */ .vS)(context.planText, context.planFile);
    const last = await lastOf(context);
    if (last !== null && (last.state.ended === null || !read.ok)) {
        for (const text of last.told)
            context.log.warn(text);
        return last.plan;
    }
    if (!read.ok)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(read.problems);
    return read.plan;
}
async function lastOf(context) {
    try {
        return await (0,_stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .findLaunch */ .j)(context, "last");
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo && error.problems[0]?.code === "launch-not-found")
            return null;
        throw error;
    }
}
/** The hosts of the plan that counts, open while the work lasts. */
async function withReach(context, work) {
    const plan = await planThatCounts(context);
    const reached = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .reach */ .gl)(plan, context);
    try {
        return await work(plan, reached);
    }
    finally {
        await reached.close();
    }
}


/***/ }),

/***/ 5442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clean: () => (/* binding */ clean_clean)
});

// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/inventory.js + 3 modules
var inventory = __webpack_require__(4392);
;// CONCATENATED MODULE: ./.build/js/stages/clean.js



/**
 * Removes what a person named, on record with who and why before anything goes. Only while no launch is under way, and
 * never what the list holds.
 */
async function clean(plan, reached, word) {
    return alone(plan, reached, word, async () => {
        const there = await (0,inventory/* leftoversOf */.K)(plan, reached);
        const asked = chosen(there, word);
        const free = asked.filter(({ held }) => held === null);
        await record(reached, free, word);
        const removed = [];
        const stays = asked.flatMap(({ id, held }) => (held === null ? [] : [{ id, why: held }]));
        for (const one of free)
            await one.remove().then(() => removed.push(one), (error) => stays.push({ id: one.id, why: (0,errors/* errorLine */.BP)(error) }));
        return { removed, stays };
    });
}
function chosen(there, { ids, olderThan }) {
    const unknown = ids.filter((id) => !there.some((one) => one.id === id));
    if (unknown.length > 0)
        throw new errors/* UserError */.yo(unknown.map((id) => ({
            code: "clean-unknown",
            what: (0,core_text.t) `nothing that a launch left is called ${id}; nothing was removed`,
            where: "--remove",
            mend: (0,core_text.t) `\`golive clean\` lists what there is`,
        })));
    const before = new Date(Date.now() - (olderThan ?? 0) * 1000).toISOString();
    return there.filter(({ id, since }) => ids.includes(id) || (olderThan !== null && since < before));
}
/** The launch lock is held meanwhile: no launch begins that would need what goes. */
async function alone(plan, { lock, bind }, { by }, work) {
    const mine = {
        release: "clean",
        tag: "",
        commit: "",
        digest: "",
        runId: 0,
        runUrl: "",
        actor: by,
        since: new Date().toISOString(),
    };
    const taken = await lock.take(mine);
    if (!taken.taken)
        throw new errors/* UserError */.yo({
            code: "clean-launch-under-way",
            what: (0,core_text.t) `a launch holds the lock (${taken.owner.actor}, ${taken.owner.tag || taken.owner.release}), and may need what is there`,
            where: plan.control.host,
            mend: (0,core_text.t) `wait until it is over; \`golive status\` says how it stands`,
        });
    bind(taken.token);
    try {
        return await work();
    }
    finally {
        await lock.release(mine);
    }
}
/** With each launch, that what it left was removed; without one, with none. */
async function record({ journal }, items, { by, because }) {
    const releases = [...new Set(items.map(({ release }) => release ?? "none"))];
    const at = new Date().toISOString();
    await journal.append(releases.map((release) => ({
        kind: "cleaned",
        at,
        release,
        run: { id: 0, attempt: 0 },
        items: items.filter((one) => (one.release ?? "none") === release).map(({ id }) => id),
        by,
        because,
    })));
}

// EXTERNAL MODULE: ./.build/js/cli/at-keyboard.js
var at_keyboard = __webpack_require__(1572);
;// CONCATENATED MODULE: ./.build/js/cli/clean.js







const options = {
    remove: { type: "string", multiple: true, default: [] },
    "all-older-than": { type: "string" },
    json: { type: "boolean", default: false },
};
/** `golive clean`: what launches left behind; with `--remove` or `--all-older-than` it goes, on record. */
async function clean_clean(args, out) {
    const { values: given, positionals, context, because } = await (0,at_keyboard/* atKeyboard */.RE)(args, options, out);
    const values = given;
    // `--remove A B C`: what follows the first is meant as well, and nothing else is a word here.
    const ids = [...values.remove, ...(values.remove.length > 0 ? positionals : [])];
    const older = values["all-older-than"];
    const olderThan = older === undefined ? null : (0,duration/* parseDuration */.E)(older);
    const removes = ids.length > 0 || older !== undefined;
    const problems = [
        ...(positionals.length > 0 && values.remove.length === 0
            ? [{ what: (0,core_text.t) `"${positionals[0]}" is no word that golive clean knows`, mend: (0,core_text.t) `say --remove ${positionals[0]}` }]
            : []),
        ...(older !== undefined && olderThan === null
            ? [{ what: (0,core_text.t) `"${older}" is not a duration`, where: "--all-older-than", mend: (0,core_text.t) `write 30d or 12h` }]
            : []),
        ...(removes && because === ""
            ? [{ what: (0,core_text.t) `there is no reason`, where: "--because", mend: (0,core_text.t) `say why, for the record` }]
            : []),
    ];
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    await (0,at_keyboard/* withReach */.oH)(context, async (plan, reached) => {
        if (!removes) {
            const there = await (0,inventory/* leftoversOf */.K)(plan, reached);
            out(values.json ? `${JSON.stringify(there.map(plainly))}\n` : listText(there));
            return;
        }
        const word = { ids, olderThan, by: context.run.actor, because };
        const { removed, stays } = await clean(plan, reached, word);
        if (values.json)
            out(`${JSON.stringify({ removed: removed.map(plainly), stays })}\n`);
        else
            out([
                ...removed.map(({ id, bytes }) => (0,core_text.t) `removed  ${id} (${(0,figures/* showSize */.tY)(bytes)})`),
                ...stays.map(({ id, why }) => (0,core_text.t) `stays    ${id}: ${why}`),
                ...(removed.length + stays.length === 0 ? [(0,core_text.t) `Nothing is that old.`] : []),
                "",
            ].join("\n"));
        const named = stays.filter(({ id }) => ids.includes(id));
        if (named.length > 0)
            throw new errors/* UserError */.yo(named.map(({ id, why }) => ({ code: "clean-stays", what: (0,core_text.t) `${id} stays: ${why}` })));
    });
}
function plainly({ remove: _, ...said }) {
    return said;
}
function listText(there) {
    if (there.length === 0)
        return (0,core_text.t) `Launches left nothing behind.\n`;
    const lines = there.map(({ id, host, since, bytes, people, held }) => [
        ageText(since).padStart(12),
        (0,figures/* showSize */.tY)(bytes).padStart(10),
        people ? "👤" : "  ",
        `${id} (${host})${held === null ? "" : (0,core_text.t) `; stays: ${held}`}`,
    ].join("  "));
    const all = there.reduce((sum, { bytes }) => sum + bytes, 0);
    return (0,core_text.t) `${lines.join("\n")}\n\n${there.length} {1:thing|things|things}, ${(0,figures/* showSize */.tY)(all)}; 👤 holds people's data. To remove: golive clean --remove ID… --because REASON\n`;
}
function ageText(since) {
    const seconds = Math.max(0, (Date.now() - Date.parse(since)) / 1000);
    return seconds < 172_800 ? (0,figures/* showDuration */.kJ)(Math.round(seconds)) : (0,core_text.t) `${Math.floor(seconds / 86_400)} {0:day|days|days}`;
}


/***/ }),

/***/ 2285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ compareContents),
  z6: () => (/* binding */ contentSettings),
  BI: () => (/* binding */ contentsSql),
  R1: () => (/* binding */ differing),
  fJ: () => (/* binding */ exactTypes),
  OJ: () => (/* binding */ parseContents),
  wh: () => (/* binding */ totalRows)
});

// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/properties.js
/**
 * psql script: a line `property|hash|key` for all that makes a database itself and is not among its contents, and for
 * the version of each extension. The collation version is that of the library which sorted its indexes.
 */
const propertiesSql = `SELECT 'property', md5(coalesce(p.value, '')), p.key
FROM pg_database d, LATERAL (SELECT to_jsonb(d) AS row) j, LATERAL (VALUES
  ('owner', pg_get_userbyid(d.datdba)::text),
  ('encoding', pg_encoding_to_char(d.encoding)::text),
  ('locale provider', j.row ->> 'datlocprovider'),
  ('collation', d.datcollate::text),
  ('character class', d.datctype::text),
  ('locale', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale')),
  ('rules of the locale', j.row ->> 'daticurules'),
  ('collation version', j.row ->> 'datcollversion'),
  ('connection limit', d.datconnlimit::text),
  ('tablespace', (SELECT spcname::text FROM pg_tablespace s WHERE s.oid = d.dattablespace)),
  ('comment', shobj_description(d.oid, 'pg_database')),
  ('grants', (SELECT string_agg(a.grantee::text || a.privilege_type || a.is_grantable, ',' ORDER BY a.grantee, a.privilege_type)
    FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a))
) AS p (key, value) WHERE d.datname = current_database();
SELECT 'property', md5(array_to_string(ARRAY(SELECT unnest(s.setconfig) ORDER BY 1), E'\\n')),
  CASE WHEN s.setrole = 0 THEN 'settings' ELSE 'settings of the role ' || pg_get_userbyid(s.setrole) END
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database();
SELECT 'property', md5(e.extversion || ' ' || n.nspname), 'extension ' || e.extname
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace;
`;

;// CONCATENATED MODULE: ./.build/js/database/contents.js



/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
const contentSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`;
/**
 * Types whose hash function tells apart all that a dump tells apart. Others are hashed as text: numeric 1.0 and 1.00, or
 * 0 and -0, are equal to their own hash function and yet not the same.
 */
const exactTypes = [
    "bool",
    "int2",
    "int4",
    "int8",
    "oid",
    "text",
    "varchar",
    "bpchar",
    "name",
    "char",
    "bytea",
    "date",
    "timestamp",
    "timestamptz",
    "time",
    "uuid",
];
/** SQL: whether an extension has this relation for itself. Its configuration is the users', and dumped. */
const ofExtension = "EXISTS (SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}')))";
const ofUsers = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
const readable = "has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')";
/**
 * psql script, after `contentSettings`: a line per table (`table|rows|hash|schema.name`), sequence and for all large
 * objects. Partitioned parents and foreign tables hold no rows of their own, and a restore fills materialized views
 * anew. Tables named in the variable `counted` (comma between) are counted only; `byname` says how columns are ordered. A row's own hash is linear in those
 * of its columns, and so would be their sum: hashed once more, it sees values that changed places between rows.
 */
const contentsSql = `SELECT 'by-name' WHERE :'byname' = 'true';
SELECT format('SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t', CASE WHEN ${ofExtension} THEN 'member' ELSE 'table' END,
  CASE WHEN n.nspname || '.' || c.relname = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((SELECT string_agg(
      CASE WHEN y.typname = ANY ('{${exactTypes.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END, ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true') AND ${ofUsers} AND (NOT ${ofExtension} OR (${readable}))
ORDER BY c.relname \\gexec
SELECT format('SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${ofUsers} AND NOT ${ofExtension}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0) FROM pg_largeobject_metadata;
${propertiesSql}`;
/** Reads the lines of `contentsSql`; others are passed over. */
function parseContents(stdout) {
    const tables = {};
    const members = {};
    const sequences = {};
    const properties = {};
    let largeObjects = { rows: 0, hash: "0" };
    let byName = false;
    for (const [kind, first = "", second = "", ...rest] of (0,postgres/* rowsOf */.RO)(stdout)) {
        const held = { rows: Number(first), hash: second === "-" ? null : second };
        if (kind === "by-name")
            byName = true;
        else if (kind === "table")
            tables[rest.join("|")] = held;
        else if (kind === "member")
            members[rest.join("|")] = held;
        else if (kind === "property")
            properties[[second, ...rest].join("|")] = first;
        else if (kind === "sequence")
            sequences[[second, ...rest].join("|")] = first;
        else if (kind === "large-objects")
            largeObjects = { rows: Number(first), hash: second };
    }
    return { tables, sequences, largeObjects, members, properties, byName };
}
/** What differs, a line each; empty when the copy is the source. */
function compareContents(source, copy) {
    return [
        ...differing(source.tables, copy.tables, otherRows),
        // What an older golive did not look at cannot be compared.
        ...(source.members === undefined ? [] : differing(source.members, copy.members ?? {}, otherRows)),
        ...(source.properties === undefined ? [] : differing(source.properties, copy.properties ?? {}, otherProperty)),
        ...differing(source.sequences, copy.sequences, (name, want, have) => want === have
            ? null
            : (0,core_text.t) `sequence ${name} is ${have === undefined ? "missing" : (0,core_text.t) `at ${have}`}${want === undefined ? (0,core_text.t) `, and should not be there` : (0,core_text.t) ` instead of ${want}`}`),
        ...(source.largeObjects.rows === copy.largeObjects.rows && source.largeObjects.hash === copy.largeObjects.hash
            ? []
            : [
                (0,core_text.t) `the large objects are not the same (${copy.largeObjects.rows} instead of ${source.largeObjects.rows}, or other bytes)`,
            ]),
    ];
}
function otherRows(name, want, have) {
    if (have === undefined)
        return (0,core_text.t) `table ${name} is missing (${want?.rows ?? 0} {1:row|rows|rows})`;
    if (want === undefined)
        return (0,core_text.t) `table ${name} should not be there (${have.rows} {1:row|rows|rows})`;
    if (want.rows !== have.rows)
        return (0,core_text.t) `table ${name} has ${have.rows} {1:row|rows|rows} instead of ${want.rows}`;
    if (want.hash === null || have.hash === null || want.hash === have.hash)
        return null;
    return (0,core_text.t) `table ${name} has the same number of rows, but not the same values`;
}
function otherProperty(name, want, have) {
    return want === have ? null : (0,core_text.t) `the database itself is another one: ${name}`;
}
function totalRows({ tables }) {
    return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
/** Every key of either side in order, with what is wrong about it. */
function differing(source, copy, wrong) {
    return [...new Set([...Object.keys(source), ...Object.keys(copy)])]
        .toSorted()
        .flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}


/***/ }),

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ keepFiles),
/* harmony export */   dE: () => (/* binding */ keepByDay),
/* harmony export */   k8: () => (/* binding */ folderByDay),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6319);



/** Made by day and finished in the window: then only what changed since is copied while the site is closed. */
function folderByDay({ keepIn, keep }) {
    // A tree of links is no beginning of one of copies.
    return `${keepIn}/by-day-${keep}`;
}
// $1 folder, $2 where it is kept, $3 how, $4 "open" while people upload: what they take away meanwhile is no failure.
// $5 what was made by day, which becomes the launch's own. The tree is made to be what is there, whatever an earlier try
// left of it; whether it is, the lists of both say. A copy shares blocks where the disk can.
const keepScript = `live=$1; to=$2; how=$3; open=$4; w=$to/work
[ -d "$live" ] || { echo "$live is not there" >&2; exit 43; }
if [ "$open" = closed ] && [ -d "$5" ] && [ ! -e "$to" ]; then mv -T -- "$5" "$to" || exit 1; fi
mkdir -p -- "$to" && rm -rf -- "$w" && mkdir -- "$w" && list "$live" "$w/now" || exit 1
fill() {
  if [ ! -d "$to/tree" ]; then
    rm -rf -- "$to/filling"
    case "$how" in
      copy) cp -a --reflink=auto -- "$live" "$to/filling" ;;
      link) cp -al -- "$live" "$to/filling" ;;
    esac
    mv -- "$to/filling" "$to/tree" || return 1
  fi
  list "$to/tree" "$w/have" && comm -z -13 -- "$w/now" "$w/have" > "$w/extra" && comm -z -23 -- "$w/now" "$w/have" > "$w/lacking" || return 1
  if [ -s "$w/extra" ] || [ -s "$w/lacking" ]; then
    files "$w/extra" | paths > "$w/remove" && files "$w/lacking" | paths > "$w/add" && writable "$to/tree" &&
      ( cd -- "$to/tree" && xargs -0r rm -f -- < "$w/remove" ) && prune "$to/tree" "$w/have" "$w/now" && parents "$to/tree" "$w/add" || return 1
    case "$how" in
      copy) carry "$live" "$to/tree" "$w/add" ;;
      link) ( cd -- "$live" && xargs -0r cp -dl --parents -t "$to/tree" -- < "$w/add" ) ;;
    esac
    [ "$?" = 0 ] || [ "$open" = open ] || return 1
    dress "$live" "$to/tree" "$w/now" || [ "$open" = open ] || return 1
  fi
}
if [ "$how" != count ]; then
  fill || exit 1
  list "$to/tree" "$w/have" || exit 1
  cmp -s -- "$w/now" "$w/have" || [ "$open" = open ] || { echo "what is kept is not what is there" >&2; exit 44; }
fi
list "$live" "$w/after" || exit 1
cmp -s -- "$w/now" "$w/after" || [ "$open" = open ] || { echo "files changed while they were kept" >&2; exit 45; }
mv -f -- "$w/now" "$to/manifest" && sync -- "$to/manifest" && { [ "$open" = open ] || sync -f -- "$to"; } || exit 1
echo "count $(count < "$to/manifest")"
echo "sha256 $(sha256sum < "$to/manifest" | cut -d ' ' -f 1)"
rm -rf -- "$w"`;
/** The day before: while people go on uploading. What it makes is no backup yet. */
async function keepByDay(host, place) {
    return keep(host, place, folderByDay(place), "open");
}
/** Behind closed doors: what is kept is proved to be what is there. May be run again after it was cut off. */
async function keepFiles(host, place, name) {
    return keep(host, place, `${place.keepIn}/${name}`, "closed");
}
/** Whether what is on record as kept still lies there. */
async function isKept(host, place, { folder, sha256, keep: how }) {
    const there = '[ "$(sha256sum < "$1/manifest" | cut -d " " -f 1)" = "$2" ] && { [ "$3" = count ] || [ -d "$1/tree" ]; }';
    return (await host.attempt((0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .filesScript */ .nI)(place, there, [folder, sha256, how]))).code === 0;
}
async function keep(host, place, folder, when) {
    const asked = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .filesScript */ .nI)(place, keepScript, [place.directory, folder, place.keep, when, folderByDay(place)], {
        changes: true,
        label: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `keep the files of ${place.id}`,
    });
    const finished = await host.attempt(asked);
    if (finished.code !== 0 || finished.timedOut)
        throw keepProblem(host, place, new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd(host, asked, finished));
    const said = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .answers */ .GA)(finished.stdout);
    return {
        folder,
        ...(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(said.count),
        sha256: said.sha256?.[0] ?? "",
        keep: place.keep,
        seconds: finished.seconds,
    };
}
function keepProblem({ name: where }, place, failed) {
    const { code, stderr } = failed.finished;
    const problem = (known, what, mend) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ code: known, what, where, mend }, { cause: failed });
    if (/No space left on device|Disk quota exceeded/i.test(stderr))
        return problem("files-no-room", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no room left to keep the files of ${place.id}`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `make room, or name another disk (keep-in); what was copied so far is used by the next try`);
    if (code === 43)
        return problem("files-missing", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the folder ${place.directory} is not there`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `create it, or correct files in the plan`);
    if (code === 45)
        return problem("files-not-quiet", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `files of ${place.id} changed although the services are stopped`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `find out who writes there (lsof +D), stop it, then run again`);
    if (code === 44)
        return problem("files-not-kept", (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `what is kept of ${place.id} is not what is there`, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `give run-as a user that may set their owners (root), or the one that they belong to`);
    return failed;
}


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ answers),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   nI: () => (/* binding */ filesScript)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5795);

// Names are bytes: any but NUL may stand in one, so every list is of records that end in NUL, and the tools that read
// it are told so. A record is TYPE, SIZE, TIME, MODE, OWNER, GROUP and then PATH, with tabs between; that of a link
// ends in "//" and where it leads, which no path holds. Sockets, pipes and devices are nobody's upload.
const words = `set -u; LC_ALL=C; export LC_ALL; umask 077
list() {
  ( cd -- "$1" && find . -mindepth 1 -ignore_readdir_race -path ./lost+found -prune \\
    -o -type d -printf 'd\\t0\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type f -printf 'f\\t%s\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type l -printf 'l\\t0\\t%T@\\t777\\t%U\\t%G\\t%P//%l\\0' ) > "$2.unsorted" && sort -z -o "$2" -- "$2.unsorted"
}
files() { sed -zn '/^d/!p' -- "$1"; }
folders() { sed -zn '/^d/p' -- "$1"; }
paths() { cut -z -f7- | sed -z 's#//.*##; s#^#./#' | sort -z; }
count() { cut -z -f1,2 | tr '\\0' '\\n' | awk '$1 == "f" || $1 == "l" { n++; b += $2 } END { printf "%d %.0f\\n", n, b }'; }
number() { tr -cd '\\0' | wc -c; }
`;
// What is written in a folder whose owner may not write there now; its rights are put right at the end.
const changing = `writable() { [ "$(id -u)" = 0 ] || find "$1" -type d ! -perm -700 -exec chmod u+rwx -- {} +; }
# $1 from, $2 to, $3 list of paths. Whatever has such a name there is not written into but replaced.
carry() {
  rm -f -- "$w/broken"
  { tar -C "$1" --format=posix --acls --xattrs --null --no-recursion --verbatim-files-from -T "$3" -cf - || : > "$w/broken"; } |
    tar -C "$2" --acls --xattrs --numeric-owner --delay-directory-restore -Pxpf - && [ ! -e "$w/broken" ]
}
# $1 folder, $2 list of paths: the folders that they lie in.
parents() { sed -z 's#/[^/]*$##' < "$2" | sort -zu > "$w/parents" && ( cd -- "$1" && xargs -0r mkdir -p -- < "$w/parents" ); }
# $1 folder, $2 what is there, $3 what shall be there: folders that shall not go, the deepest first.
prune() {
  folders "$2" | paths > "$w/dirs" && folders "$3" | paths > "$w/wanted-dirs" &&
    comm -z -23 -- "$w/dirs" "$w/wanted-dirs" | sort -zr > "$w/no-dirs" &&
    ( cd -- "$1" && xargs -0r rmdir --ignore-fail-on-non-empty -- < "$w/no-dirs" )
}
# $1 from, $2 to, $3 what shall be there: rights, owners and times of the folders that differ.
dress() {
  list "$2" "$w/dressed" && comm -z -23 -- "$3" "$w/dressed" > "$w/undressed" && folders "$w/undressed" | paths > "$w/dress" &&
    { [ ! -s "$w/dress" ] || carry "$1" "$2" "$w/dress"; }
}
`;
/** A script of this folder's user with the words for lists, and those for changing folders where they are wanted. */
function filesScript(place, text, values, options = {}) {
    const { changes = false, ...rest } = options;
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .script */ .K$)(`${words}${changes ? changing : ""}${text}`, values, {
        timeoutSeconds: 4 * 3600,
        ...rest,
        ...(place.user === undefined ? {} : { user: place.user }),
    });
}
/** `name value…` a line. */
function answers(stdout) {
    return Object.fromEntries(stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
        const [name = "", ...values] = line.split(" ");
        return [name, values];
    }));
}
function countsOf(values) {
    const [files = "0", bytes = "0"] = values ?? [];
    return { files: Number(files), bytes: Number(bytes) };
}


/***/ })

};
