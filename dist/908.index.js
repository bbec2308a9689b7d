export const id = 908;
export const ids = [908];
export const modules = {

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1986);
/* harmony import */ var _stages_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);




const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["directory", "manifest"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backup */ .R)(launch);
        return { outputs: { directory: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupDirectory */ .iV)(launch), manifest: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestHash */ .wj)(launch) } };
    }),
};


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


/***/ })

};
