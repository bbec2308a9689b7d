/** SQL: what a number of an object's class stands for, with its class. */
const named = (classId: string, id: string, sub = "0") =>
  `(SELECT i.type || ' ' || i.identity FROM pg_identify_object(${classId}, ${id}, ${sub}) i)`;

interface Granted {
  readonly catalog: string;
  /** What the names of its columns begin with. */
  readonly prefix: string;
  /** SQL: as acldefault calls such objects. */
  readonly kind: string;
  readonly only?: string;
}

/** SQL: entries of the access lists of a catalog's objects, what nobody has changed written out as well. */
const grants = ({ catalog, prefix, kind, only = "true" }: Granted) => `
SELECT 'grant', ${named(`'${catalog}'::regclass`, "x.oid")}, a.grantor::regrole, a.grantee::regrole, a.privilege_type, a.is_grantable
FROM ${catalog} x, LATERAL aclexplode(coalesce(x.${prefix}acl, acldefault(${kind}, x.${prefix}owner))) a
WHERE (x.oid >= 16384 OR x.${prefix}acl IS DISTINCT FROM (SELECT p.initprivs FROM pg_init_privs p
  WHERE p.classoid = '${catalog}'::regclass AND p.objoid = x.oid AND p.objsubid = 0)) AND ${only};`;

const granted: readonly Granted[] = [
  {
    catalog: "pg_class",
    prefix: "rel",
    kind: "CASE x.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\"",
    only: "x.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND x.relpersistence <> 't'",
  },
  { catalog: "pg_proc", prefix: "pro", kind: "'f'" },
  { catalog: "pg_namespace", prefix: "nsp", kind: "'n'", only: "x.nspname !~ '^pg_(temp|toast)'" },
  { catalog: "pg_type", prefix: "typ", kind: "'T'", only: "x.typrelid = 0 AND x.typelem = 0" },
  { catalog: "pg_language", prefix: "lan", kind: "'l'" },
  { catalog: "pg_foreign_data_wrapper", prefix: "fdw", kind: "'F'" },
  { catalog: "pg_foreign_server", prefix: "srv", kind: "'S'" },
];

const users = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/** psql script: what is attached to objects and holds no expression: comments, labels, members, grants, states. */
export const attachedSql = `
SELECT 'toast', c.oid::regclass, t.reloptions FROM pg_class c JOIN pg_class t ON t.oid = c.reltoastrelid
WHERE c.oid >= 16384 AND t.reloptions IS NOT NULL;
SELECT 'trigger of a constraint', c.conrelid::regclass, c.conname, t.tgrelid::regclass, t.tgfoid::regproc, t.tgenabled
FROM pg_trigger t JOIN pg_constraint c ON c.oid = t.tgconstraint WHERE t.tgisinternal;
SELECT 'labels', e.enumtypid::regtype, json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e GROUP BY 2;
SELECT 'subscription', to_jsonb(s) - '{oid,subdbid,subowner,subskiplsn}'::text[], s.subowner::regrole
FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database();
SELECT 'member', ${named("x.classid", "x.objid", "x.objsubid")}, ${named("x.refclassid", "x.refobjid")}, x.deptype
FROM pg_depend x WHERE x.deptype IN ('e', 'x') AND x.objid >= 16384
  AND NOT (x.classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class c WHERE c.oid = x.objid AND c.relkind = 't'));
SELECT 'comment', ${named("d.classoid", "d.objoid", "d.objsubid")}, to_json(d.description) FROM pg_description d
WHERE d.objoid >= 16384;
SELECT 'label', ${named("l.classoid", "l.objoid", "l.objsubid")}, l.provider, to_json(l.label) FROM pg_seclabel l;
SELECT 'default grant', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype, a.grantee::regrole, a.grantor::regrole,
  a.privilege_type, a.is_grantable FROM pg_default_acl d LEFT JOIN LATERAL aclexplode(d.defaclacl) a ON true;
SELECT 'grant', c.oid::regclass, t.attname, a.grantor::regrole, a.grantee::regrole, a.privilege_type, a.is_grantable
FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL aclexplode(t.attacl) a
WHERE ${users};${granted.map(grants).join("")}
SELECT 'grant', 'large object', l.oid, a.grantor::regrole, a.grantee::regrole, a.privilege_type, a.is_grantable
FROM pg_largeobject_metadata l, LATERAL aclexplode(coalesce(l.lomacl, acldefault('L', l.lomowner))) a;
`;
