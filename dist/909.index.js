export const id = 909;
export const ids = [909];
export const modules = {

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

/***/ 70:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m$: () => (/* binding */ openingMark),
  wu: () => (/* binding */ writtenSince),
  v4: () => (/* binding */ writtenText)
});

// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/database/contents.js + 1 modules
var contents = __webpack_require__(2285);
// EXTERNAL MODULE: ./.build/js/database/postgres.js
var postgres = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/database/written-rows.js

/** SQL for the row `t`: a hash of what both sides hold, the same for the same values. */
function hashOf(columns, side) {
    const values = columns.map((both) => written_rows_valueOf(both, side)).join(", ") || "NULL::text";
    return `hashtextextended(hash_record_extended(ROW(${values}), 0)::text, 0)`;
}
/** SQL for the row `t`: its key as text, `(5)`; whatever type the key has on either side. */
function keyTextOf(key, side) {
    if (key.length === 0)
        return "NULL::text";
    const values = key.map((both) => (both.now.base === both.then.base ? raw(both, side) : textOf(both, side)));
    return `ROW(${values.join(", ")})::text`;
}
const raw = (both, side) => `t.${both[side].sql}`;
/** By its own hash where that tells all values apart, or else as text. */
function written_rows_valueOf(both, side) {
    const { now, then } = both;
    if (now.base !== then.base || !now.exact)
        return `${quotedText(both, side)} COLLATE "C"`;
    return now.collated || then.collated ? `${raw(both, side)} COLLATE "C"` : raw(both, side);
}
// NULL is told apart from an empty text.
function quotedText(both, side) {
    return `format('%L', ${sameType(both) ? raw(both, side) : textOf(both, side)})`;
}
const sameType = ({ now, then }) => now.type === then.type;
/** Text that does not change with the type: a number of more digits after the point is the same number. */
function textOf(both, side) {
    const numbers = both.now.numeric && both.then.numeric;
    return numbers ? `trim_scale(${raw(both, side)}::numeric)::text` : `${raw(both, side)}::text`;
}
/**
 * SQL for the row `t`: whether it was written after `openingMark`. A transaction id is known by its last 32 bits only,
 * so one of a frozen row may seem to be of the future. An id alone is the mark of an older golive.
 */
function writtenAfter(openedAt) {
    if (openedAt === null)
        return "true";
    const [, first = "", next = first, running = ""] = /^(\d+)(?::(\d+):([\d,]*))?$/.exec(openedAt) ?? [];
    if (first === "")
        throw new errors/* InternalError */.Gd(`${openedAt} is no mark of an opening`);
    const ids = running === "" ? [] : running.split(",");
    const later = `age(t.xmin) BETWEEN 0 AND age('${shortId(next)}'::xid)`;
    return ids.length === 0 ? later : `(${later} OR t.xmin::text IN (${ids.map((id) => `'${shortId(id)}'`).join(", ")}))`;
}
const shortId = (id) => (BigInt(id) % 4294967296n).toString();

;// CONCATENATED MODULE: ./.build/js/database/written-tables.js


// A partition moves its rows with the key, and may be attached or split by a release: the whole is what people know.
// With a foreign table below it, its own partitions are looked at instead. Large objects are rows of one table: of the
// catalog itself where the role may read that, or else of the list of them.
const tablesSql = `WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT EXISTS (SELECT FROM pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid WHERE l.relkind = 'f')
  UNION ALL SELECT l.oid, l.relkind FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND EXISTS (SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f')
  UNION ALL SELECT c.oid, c.relkind FROM pg_class c WHERE c.oid = CASE WHEN has_table_privilege('pg_largeobject', 'SELECT')
    THEN 'pg_largeobject'::regclass ELSE 'pg_largeobject_metadata'::regclass END
)
SELECT json_build_object('name', n.nspname || '.' || c.relname, 'oid', c.oid::text,
  'sql', CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((SELECT json_agg(json_build_object('name', a.attname, 'sql', quote_ident(a.attname), 'number', a.attnum,
      'type', format_type(a.atttypid, a.atttypmod), 'base', format_type(a.atttypid, NULL), 'exact', y.typname = ANY ('{${contents/* exactTypes */.fJ.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace,
      'numeric', y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8') AND y.typnamespace = 'pg_catalog'::regnamespace,
      'collated', a.attcollation <> 0) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'),
  'keys', coalesce((SELECT json_agg(k.names ORDER BY k.indisprimary DESC, k.indexrelid) FROM (
    SELECT i.indexrelid, i.indisprimary, json_agg(a.attname ORDER BY a.attnum) AS names
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL AND NOT 0 = ANY (i.indkey)
    GROUP BY i.indexrelid, i.indisprimary HAVING bool_and(a.attnotnull)) k), '[]'))
FROM units u JOIN pg_class c ON c.oid = u.oid JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname;
`;
async function tablesOf(host, plan, database) {
    const asked = (0,postgres/* psqlCommand */.K9)(plan, database, `${contents/* contentSettings */.z6}${tablesSql}`, { jobs: "0" }, 300);
    const { stdout } = await host.run(asked);
    return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
}
/**
 * Each table of `now` with what it was. In a clone a table keeps its object id and a column its number, whatever they
 * are called since; otherwise, and where a release made one anew, the name tells.
 */
function pairsOf(now, then, cloned) {
    const byOid = new Map(then.map((table) => [table.oid, table]));
    const byName = new Map(then.map((table) => [table.name, table]));
    return now.map((table) => {
        const same = cloned ? byOid.get(table.oid) : undefined;
        const before = same ?? byName.get(table.name) ?? null;
        if (before === null)
            return { table, before, columns: [], key: [], added: [], gone: [] };
        const columns = bothOf(table, before, same !== undefined);
        const added = table.columns.filter((column) => !columns.some((both) => both.now === column));
        const gone = before.columns.filter((column) => !columns.some((both) => both.then === column));
        return { table, before, columns, key: keyOf(table, before, columns), added: namesOf(added), gone: namesOf(gone) };
    });
}
function bothOf(table, before, byNumber) {
    const numbered = byNumber
        ? table.columns.flatMap((now) => {
            const then = before.columns.find(({ number }) => number === now.number);
            return then === undefined ? [] : [{ now, then }];
        })
        : [];
    const used = new Set(numbered.map(({ then }) => then.name));
    return table.columns.flatMap((now) => {
        const known = numbered.find((both) => both.now === now);
        if (known !== undefined)
            return [known];
        const then = before.columns.find(({ name }) => name === now.name && !used.has(name));
        return then === undefined ? [] : [{ now, then }];
    });
}
/** The first key that is one on both sides: with all columns of a key of each, no two rows share its values. */
function keyOf(table, before, columns) {
    const ofNow = table.keys.map((names) => columns.filter(({ now }) => names.includes(now.name)));
    const ofThen = before.keys.map((names) => columns.filter(({ then }) => names.includes(then.name)));
    const whole = (found, keys) => found.filter((key, index) => key.length > 0 && key.length === keys[index]?.length);
    const now = whole(ofNow, table.keys);
    const then = whole(ofThen, before.keys);
    const within = (keys, key) => keys.some((small) => small.every((both) => key.includes(both)));
    return [...now, ...then].find((key) => within(now, key) && within(then, key)) ?? [];
}
function namesOf(columns) {
    return columns.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./.build/js/database/written.js






/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by a key (or, without one, by all they hold) and compared in the columns that both have. Rows whose columns
 * cannot all be compared count by the transaction that wrote them. The release's own record of migrations is left out.
 * Reads both; keeps nothing but `out`.
 */
async function writtenSince(host, plan, compared) {
    const [now, then] = await Promise.all([tablesOf(host, plan, compared.now), tablesOf(host, plan, compared.then)]);
    const ofPeople = now.filter(({ name }) => !name.endsWith(".django_migrations"));
    const pairs = pairsOf(ofPeople, then, compared.cloned);
    const differ = await differingPairs(host, plan, compared, pairs);
    if (compared.out !== null)
        await host.run((0,postgres/* databaseScript */.PK)(plan, 'umask 077; : > "$1"', [compared.out]));
    const found = [];
    for (const pair of differ) {
        const written = await writtenTo(host, plan, compared, pair);
        if (written.inserted + written.changed + written.deleted > 0)
            found.push(written);
    }
    return found.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
/** Whether rows count by who wrote them, as some of what they hold cannot be compared. */
const countsWriting = ({ added }, { openedAt }) => added.length > 0 && openedAt !== null;
/** A cheap look first: most tables are as they were. */
async function differingPairs(host, plan, compared, pairs) {
    const known = pairs.flatMap((pair) => (pair.before === null ? [] : [{ pair, before: pair.before }]));
    const since = writtenAfter(compared.openedAt);
    const was = known.map(({ pair, before }) => `SELECT ${sumOf(pair, "then")} || ' 0' FROM ${before.sql} AS t;`);
    const is = known.map(({ pair }) => {
        const written = countsWriting(pair, compared) ? `count(*) FILTER (WHERE ${since})` : "0";
        return `SELECT ${sumOf(pair, "now")} || ' ' || ${written} FROM ${pair.table.sql} AS t;`;
    });
    const sums = async (database, selects) => {
        const sql = `${contents/* contentSettings */.z6}${selects.join("\n")}\n`;
        const asked = (0,postgres/* psqlCommand */.K9)(plan, database, sql, { jobs: String(plan.backup.jobs) }, 4 * 3600);
        return (await host.run(asked)).stdout.split("\n");
    };
    const before = await sums(compared.then, was);
    const after = await sums(compared.now, is);
    const same = new Set(known.filter((_, index) => before[index] === after[index]).map(({ pair }) => pair));
    return pairs.filter((pair) => !same.has(pair));
}
const sumOf = (pair, side) => `count(*) || ' ' || coalesce(sum(${hashOf(pair.columns, side)}), 0)`;
// psql reads the rows of the other database in the middle of its script; both sides of the pipe have to end well. The
// rows go to a file of their own first, as psql does not see how a program ended that it writes to.
const compareScript = `umask 077; d=$(mktemp -d -- "$7/.written.XXXXXX") || exit 1
trap 'rm -rf -- "$d"' EXIT
GOLIVE_ROWS="$d/rows"; export GOLIVE_ROWS; : > "$GOLIVE_ROWS" || exit 1
printf '%s\\n' "$3" | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$6" -d "$2" -f - > "$d/then" || exit 1
{ printf '%s\\n' "$4"; cat -- "$d/then"; printf '%s\\n' '\\.' "$5"; } | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$6" -d "$1" -f - || exit
[ -z "$8" ] || { cat -- "$GOLIVE_ROWS" >> "$8" && printf 'rows|%s\\n' "$(wc -l < "$GOLIVE_ROWS")"; }`;
async function writtenTo(host, plan, compared, pair) {
    const { now, then, out } = compared;
    const { table } = pair;
    const [was, create, compare] = statementsFor(pair, compared);
    const asked = (0,postgres/* databaseScript */.PK)(plan, compareScript, [now, then, was, create, compare, String(plan.backup.jobs), plan.backup.directory, out ?? ""], { timeoutSeconds: 4 * 3600 });
    const { stdout } = await host.run({ ...asked, label: (0,core_text.t) `compare ${table.name} of ${now} and ${then}` });
    const counted = /^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout);
    if (counted === null)
        throw new errors/* InternalError */.Gd((0,core_text.t) `no counts of ${table.name}`);
    const [inserted = 0, changed = 0, deleted = 0, byPeople = 0, kept = 0] = counted.slice(1).map(Number);
    if (out !== null && Number(/^rows\|(\d+)$/m.exec(stdout)?.[1]) !== kept)
        throw new errors/* InternalError */.Gd((0,core_text.t) `not all rows of ${table.name} could be written to ${out}`);
    return {
        table: table.name,
        inserted,
        changed,
        deleted,
        byPeople,
        leftOut: [...new Set([...pair.added, ...pair.gone])].toSorted(),
    };
}
/** What the database of before prints, and what the other does before and after it has read that. */
function statementsFor(pair, compared) {
    const { table, before } = pair;
    const since = writtenAfter(compared.openedAt);
    const was = before === null ? "" : `${contents/* contentSettings */.z6}COPY (${rowsOf(pair, "then", before.sql, "false")}) TO STDOUT;`;
    const create = `${contents/* contentSettings */.z6}CREATE TEMP TABLE golive_then (k text COLLATE "C", h bigint);
COPY golive_then FROM STDIN;`;
    const unsure = countsWriting(pair, compared) ? " OR n.since" : "";
    const compare = `CREATE TEMP TABLE golive_written AS
SELECT coalesce(n.k, b.k) AS k, coalesce(n.since, false) AS since, n.part, n.id,
  CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change
FROM (${rowsOf(pair, "now", table.sql, since)}) n FULL JOIN golive_then b USING (k)
WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h${unsure};
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'),
  count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since), count(*) FILTER (WHERE since OR change = 'deleted')
FROM golive_written;
${compared.out === null ? "" : outSql(table)}`;
    return [was, create, compare];
}
/** Rows by their key, with a hash of what can be compared. Without a key equal rows are numbered, those of before first. */
function rowsOf(pair, side, from, since) {
    const known = `SELECT ${hashOf(pair.columns, side)} AS h, ${keyTextOf(pair.key, side)} AS k, ${since} AS since, t.tableoid AS part, t.ctid AS id FROM ${from} AS t`;
    const k = pair.key.length > 0 ? "r.k" : "r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";
    const kept = side === "now" ? ", r.since, r.part, r.id" : "";
    return `SELECT (${k}) COLLATE "C" AS k, r.h${kept} FROM (${known}) r`;
}
// A line break in a JSON text can only stand between its parts, where a blank does as well.
function outSql({ name, sql }) {
    return `SELECT translate(json_build_object('table', '${name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*))::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${sql} AS t ON t.ctid = w.id AND t.tableoid = w.part WHERE w.since OR w.change = 'deleted' \\g |cat > "$GOLIVE_ROWS"
`;
}
/**
 * The moment between what was written before and after it, as PostgreSQL's `pg_snapshot`: transactions that run now
 * belong to what comes.
 */
async function openingMark(host, plan) {
    return (await host.run((0,postgres/* psqlCommand */.K9)(plan, plan.name, "SELECT pg_current_snapshot()", {}, 60))).stdout.trim();
}
/** One line for people: `bookings +12 ~3 -1`. */
function writtenText(written) {
    if (written.length === 0)
        return (0,core_text.t) `nothing was written`;
    return written.map(tableText).join(", ");
}
function tableText({ table, inserted, changed, deleted, leftOut }) {
    const counts = [
        ...(inserted > 0 ? [`+${inserted}`] : []),
        ...(changed > 0 ? [`~${changed}`] : []),
        ...(deleted > 0 ? [`-${deleted}`] : []),
    ];
    const apart = leftOut.length > 0 ? (0,core_text.t) ` (not compared: ${leftOut.join(", ")})` : "";
    return `${table} ${counts.join(" ")}${apart}`;
}


/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ resumedMeanwhile),
/* harmony export */   Fw: () => (/* binding */ resumeSteps),
/* harmony export */   tW: () => (/* binding */ resumeAll),
/* harmony export */   uq: () => (/* binding */ pauseSteps)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5048);




/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
function pauseSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: pauseId(phase, work),
        async run(launch) {
            const id = pauseId(phase, work);
            const host = launch.hosts.get(work.host);
            // Written once: a second try finds it paused, which is not how it was.
            const was = launch.state().steps.get(id)?.facts.was ?? (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledState */ .tg)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work)));
            await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
            if (was === "paused")
                return { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it does not work now, and stays so`, facts: { was } };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseScheduled */ .gh)(host, work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work));
            return { ...(note ? { note } : {}), facts: { was } };
        },
        holds: async (launch) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .begun */ .q1)(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) ||
            (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledState */ .tg)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work))) === "paused",
    }));
}
/** What worked before works again; what did not is left as it was. */
function resumeSteps(plan, phase) {
    return plan.services.pause.map((work) => ({
        id: `${phase}.resume-${work.id}`,
        async run(launch) {
            if (!toResume(launch.state(), work))
                return { skipped: true, note: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it was not paused by this launch` };
            const note = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .resumeScheduled */ .L1)(launch.hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work));
            return note ? { note } : {};
        },
    }));
}
/** Hosts where something resumed what this launch paused. A webhook is set by no restart, and a release may set its own. */
async function resumedMeanwhile({ plan, hosts, state, }) {
    const found = await Promise.all(plan.services.pause.map(async (work) => {
        const paused = state().steps.get(pauseId("isolate", work))?.status === "done" && toResume(state(), work);
        if (work.kind === "telegram-webhook" || !paused || (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .begun */ .q1)(state(), `open.resume-${work.id}`))
            return [];
        const now = await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledState */ .tg)(hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work)).catch(() => "paused");
        return now === "working" ? [work.host] : [];
    }));
    return found.flat();
}
/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
async function resumeAll(plan, { hosts }, state) {
    const failed = await Promise.all(plan.services.pause
        .filter((work) => toResume(state, work))
        .map((work) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsFrom */ .PD)(async () => void (await (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .resumeScheduled */ .L1)(hosts.get(work.host), work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsPlace */ .t9)(plan, work))))));
    if (failed.flat().length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failed.flat());
}
function toResume(state, work) {
    return ["isolate", "rollback"].some((phase) => state.steps.get(pauseId(phase, work))?.facts.was === "working");
}
function pauseId(phase, work) {
    return `${phase}.pause-${work.id}`;
}


/***/ }),

/***/ 4208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xr: () => (/* binding */ loudByHand),
  mS: () => (/* binding */ loudSteps),
  s2: () => (/* binding */ quietSteps)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(8714);
// EXTERNAL MODULE: ./.build/js/checks/ask-json.js
var ask_json = __webpack_require__(5128);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/journal/state.js
var journal_state = __webpack_require__(7589);
// EXTERNAL MODULE: ./.build/js/hosts/exchange.js
var exchange = __webpack_require__(4519);
;// CONCATENATED MODULE: ./.build/js/monitoring/api.js



/** The JSON of an answer of status 2xx; null for an empty one. Throws a UserError in words for all else. */
async function call({ name, url, host, within, login }, method, path, body) {
    const { status, body: text, error, } = await (0,exchange/* exchange */.c)(host, {
        url: `${url.replace(/\/+$/, "")}${path}`,
        method,
        within,
        login,
        ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const bad = (what) => new errors/* UserError */.yo({ what: `${name}: ${what}`, where: host?.name ?? (0,core_text.t) `the runner` });
    if (status === 0)
        throw bad(error ?? (0,core_text.t) `no answer`);
    if (status < 200 || status > 299)
        throw bad((0,core_text.t) `${status === 401 || status === 403 ? (0,core_text.t) `refuses the key, or wants one` : status >= 300 && status < 400 ? (0,core_text.t) `leads elsewhere` : (0,core_text.t) `says no to ${method} ${path.split("?")[0]}`} (status ${status})`);
    if (text.trim() === "")
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        throw bad((0,core_text.t) `the answer is no JSON`);
    }
}

// EXTERNAL MODULE: ./.build/js/monitoring/schema.js
var schema = __webpack_require__(1948);
;// CONCATENATED MODULE: ./.build/js/monitoring/alertmanager.js




/** The plan's matchers, and one more that leaves out what must always ring. */
function matchersOf({ matchers, not }) {
    const own = matchers.map((text) => {
        const [, name = "", operator = "", quoted, bare = ""] = schema/* matcherPattern */.bz.exec(text) ?? [];
        return {
            name,
            value: quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, "$1"),
            isRegex: operator.endsWith("~"),
            isEqual: operator.startsWith("="),
        };
    });
    return not.length === 0
        ? own
        : [
            ...own,
            {
                name: "alertname",
                value: not.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
                isRegex: true,
                isEqual: false,
            },
        ];
}
/** Of a launch that was cut off after the silence began, before it was on record. */
const mark = (release) => `[golive ${release}]`;
/** Begins a silence, or finds the one of this release, and proves it. Returns its id. */
async function beginSilence(api, silence, { release, because, until }) {
    const [found] = await activeSilences(api, release);
    const id = found?.id ??
        (await post(api, {
            matchers: matchersOf(silence),
            startsAt: new Date().toISOString(),
            endsAt: until.toISOString(),
            createdBy: "golive",
            comment: `${because} ${mark(release)}`,
        }));
    const state = await silenceState(api, id);
    if (state === "expired")
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: silence ${id} is expired already`, where: api.url });
    return id;
}
async function post(api, body) {
    const answer = (await call(api, "POST", "/api/v2/silences", body));
    if (typeof answer?.silenceID !== "string")
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: the answer is not of its API`, where: api.url });
    return answer.silenceID;
}
async function silenceState(api, id) {
    const found = (await call(api, "GET", `/api/v2/silence/${encodeURIComponent(id)}`));
    return found?.status?.state ?? null;
}
/** Those of a release that are not over: by their mark, whoever made them. */
async function activeSilences(api, release) {
    const all = await call(api, "GET", "/api/v2/silences");
    if (!Array.isArray(all))
        throw new errors/* UserError */.yo({ what: (0,core_text.t) `Alertmanager: the answer is not of its API`, where: api.url });
    return all.filter(({ comment, status }) => comment.includes(mark(release)) && status.state !== "expired");
}
/** Ends every silence of a release, and proves that it is over. Returns how many. */
async function endSilences(api, release, known) {
    const ids = [...new Set([...known, ...(await activeSilences(api, release)).map(({ id }) => id)])];
    for (const id of ids) {
        if ((await silenceState(api, id)) !== "expired")
            await call(api, "DELETE", `/api/v2/silence/${encodeURIComponent(id)}`);
        const state = await silenceState(api, id);
        if (state !== "expired")
            throw new errors/* UserError */.yo({
                what: (0,core_text.t) `Alertmanager: silence ${id} is ${state ?? (0,core_text.t) `unknown`} after it was deleted`,
                where: api.url,
            });
    }
    return ids.length;
}

;// CONCATENATED MODULE: ./.build/js/monitoring/annotation.js



/** Opens a region on Grafana's graphs, or finds the one of this release, which has its id as a tag. Returns its id. */
async function openAnnotation(api, { tags, dashboard }, release, text) {
    const [found] = await openAnnotations(api, release);
    if (found !== undefined)
        return found.id;
    const answer = (await call(api, "POST", "/api/annotations", {
        time: Date.now(),
        tags: [...tags, release],
        text,
        ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
    }));
    if (typeof answer?.id !== "number")
        throw notGrafana(api);
    return answer.id;
}
/** Those of a release without an end, whoever made them. */
async function openAnnotations(api, release) {
    const all = await call(api, "GET", `/api/annotations?${new URLSearchParams({ tags: release, type: "annotation", limit: "100" })}`);
    if (!Array.isArray(all))
        throw notGrafana(api);
    return all.filter(({ time, timeEnd }) => (timeEnd ?? 0) <= time);
}
/** Ends every open region of a release now, and proves that it has an end. Returns their ids. */
async function closeAnnotations(api, release, text) {
    const ids = (await openAnnotations(api, release)).map(({ id }) => id);
    for (const id of ids) {
        const timeEnd = Date.now();
        await call(api, "PATCH", `/api/annotations/${id}`, { timeEnd, text });
        const read = (await call(api, "GET", `/api/annotations/${id}`));
        if (read?.timeEnd !== timeEnd)
            throw new errors/* UserError */.yo({ what: (0,core_text.t) `Grafana: annotation ${id} has no end after it was closed`, where: api.url });
    }
    return ids;
}
function notGrafana(api) {
    return new errors/* UserError */.yo({ what: (0,core_text.t) `Grafana: the answer is not of its API`, where: api.url });
}

;// CONCATENATED MODULE: ./.build/js/stages/silence.js








const graceMinutes = 15;
/** Silent alerts on an open site are worse than loud ones on a closed one: ending is tried more than once. */
const tries = 3;
const pauseMs = 1000;
/** With the page: alerts about the service rest, and graphs show why. */
function quietSteps({ silence, annotation }, phase) {
    const id = (what) => `${phase}.${what}${phase === "isolate" ? "" : "-on"}`;
    return [
        ...(silence ? [silenceStep(id("silence"), phase)] : []),
        ...(annotation ? [annotationStep(id("annotation"))] : []),
    ];
}
/** With the opening: alerts ring again, and the region on the graphs has an end. */
function loudSteps({ silence, annotation }, phase) {
    const how = phase === "open" ? "opened" : (0,core_text.t) `rolled back`;
    return [
        ...(silence
            ? [
                {
                    id: `${phase}.silence`,
                    run: (launch) => orTell(launch, (0,core_text.t) `alerts may still be SILENCED`, () => ring(launch.plan, launch, launch.state(), launch.release.id)),
                },
            ]
            : []),
        ...(annotation
            ? [
                {
                    id: `${phase}.annotation`,
                    run: (launch) => orTell(launch, (0,core_text.t) `the region on Grafana's graphs has no end`, () => closeRegion(launch.plan, launch, launch.release.id, how)),
                },
            ]
            : []),
    ];
}
const silenceStep = (id, phase) => ({
    id,
    run: (launch) => orTell(launch, (0,core_text.t) `alerts are NOT silenced`, async () => {
        const { plan, release } = launch;
        if (!plan.silence)
            return { skipped: true };
        const end = luxon/* DateTime */.c9.max(luxon/* DateTime */.c9.fromISO(release.window.end), luxon/* DateTime */.c9.now()).plus({ minutes: graceMinutes });
        const because = (0,core_text.t) `${phase === "isolate" ? "launch" : "rollback"} of ${release.tag}, run ${launch.run.id}`;
        const silence = await beginSilence(alertmanager(plan, launch), plan.silence, {
            release: release.id,
            because,
            until: end.toJSDate(),
        });
        return {
            note: (0,core_text.t) `until ${end.setZone(plan.timezone).toFormat("HH:mm")} at the latest${plan.silence.not.length === 0 ? "" : (0,core_text.t) `; not ${plan.silence.not.join(", ")}`}`,
            facts: { silence },
        };
    }),
    async holds(launch) {
        const state = launch.state();
        if ((0,journal_state/* begun */.q1)(state, phase === "isolate" ? "open.silence" : "rollback.silence"))
            return true;
        const known = state.steps.get(id)?.facts.silence;
        return (typeof known === "string" &&
            silenceState(alertmanager(launch.plan, launch), known).then((found) => found === "active", () => false));
    },
});
const annotationStep = (id) => ({
    id,
    run: (launch) => orTell(launch, (0,core_text.t) `Grafana's graphs do not show the window`, async () => {
        const { plan, release } = launch;
        if (!plan.annotation)
            return { skipped: true };
        const annotation = await openAnnotation(grafana(plan, launch), plan.annotation, release.id, (0,core_text.t) `${plan.service} ${release.tag}: the site is closed`);
        return { note: (0,core_text.t) `annotation ${annotation}`, facts: { annotation } };
    }),
});
/** For a launch that a person ends by hand. What could not be ended is told and stops nobody. */
async function loudByHand(plan, reached, state, release, log) {
    if (plan.silence)
        await ring(plan, reached, state, release).catch((error) => log.warn((0,core_text.t) `alerts may still be silenced: ${(0,errors/* errorLine */.BP)(error)}`));
    if (plan.annotation)
        await closeRegion(plan, reached, release, (0,core_text.t) `opened by hand`).catch((error) => log.warn((0,core_text.t) `the region on Grafana's graphs has no end: ${(0,errors/* errorLine */.BP)(error)}`));
}
async function ring(plan, reached, state, release) {
    const known = ["isolate.silence", "rollback.silence-on"]
        .map((id) => state.steps.get(id)?.facts.silence)
        .filter((id) => typeof id === "string");
    for (let attempt = 1;; attempt++) {
        try {
            const ended = await endSilences(alertmanager(plan, reached), release, known);
            return ended === 0
                ? { skipped: true, note: (0,core_text.t) `nothing was silenced by this launch` }
                : { note: (0,core_text.t) `${ended} silence${ended > 1 ? "s" : ""} expired` };
        }
        catch (error) {
            if (attempt === tries)
                throw error;
            await (0,promises_.setTimeout)(pauseMs);
        }
    }
}
async function closeRegion(plan, reached, release, how) {
    const ids = await closeAnnotations(grafana(plan, reached), release, (0,core_text.t) `${plan.service}: the site was closed; ${how}`);
    return ids.length === 0
        ? { skipped: true, note: (0,core_text.t) `no annotation of this launch is open` }
        : { note: (0,core_text.t) `annotation ${ids.join(", ")}` };
}
/** A launch is not stopped because alerts ring, or go on resting: it is told, on the page and in the log. */
async function orTell(launch, what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (launch.signal.aborted)
            throw error;
        const text = `${what}: ${(0,errors/* errorLine */.BP)(error)}`;
        launch.log.warn(text);
        await launch.record({ kind: "note", text });
        return { skipped: true, note: text };
    }
}
function alertmanager(plan, { hosts }) {
    return apiOf("Alertmanager", plan, plan.silence, hosts);
}
function grafana(plan, { hosts }) {
    return apiOf("Grafana", plan, plan.annotation, hosts);
}
function apiOf(name, plan, asked, hosts) {
    if (asked === undefined)
        throw new errors/* InternalError */.Gd((0,core_text.t) `the plan has no ${name}`);
    return {
        name,
        url: asked.url,
        host: asked.from === undefined ? null : hosts.get(asked.from),
        within: asked.within,
        login: (0,ask_json/* loginOf */.DQ)(plan, asked),
    };
}


/***/ })

};
