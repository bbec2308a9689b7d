/** Catalogs of the whole cluster, statistics, and what other files here ask for. */
const leftOut = `pg_authid pg_auth_members pg_database pg_tablespace pg_db_role_setting pg_shdepend pg_shdescription
  pg_shseclabel pg_replication_origin pg_parameter_acl pg_subscription_rel pg_statistic
  pg_statistic_ext_data pg_largeobject pg_largeobject_metadata pg_init_privs pg_attrdef pg_depend
  pg_description pg_seclabel pg_enum pg_subscription`;

/**
 * Columns that say where and when rather than what, or what a definition says as well: numbers of files, pages and
 * transactions, places of columns (those of dropped ones stay free), counters and hints, expressions as trees, grants.
 */
const passing = `oid relfilenode relpages reltuples relallvisible relallfrozen relfrozenxid relminmxid reltoastrelid
  relhasindex relhasrules relhastriggers relhassubclass relnatts relpartbound relrewrite reltype attnum
  attcacheoff attndims attmissingval atthasmissing atthasdef indkey indclass indcollation indoption
  indexprs indpred indcheckxmin conbin connoinherit conindid conkey confkey confdelsetcols tgqual tgattr
  tgargs ev_qual ev_action prosqlbody proargdefaults typdefaultbin typdefault polqual polwithcheck
  partexprs partattrs stxkeys stxexprs prattrs prqual proacl relacl attacl typacl nspacl lanacl fdwacl
  collencoding srvacl defaclacl`;

const list = (names: string) => `'{${names.split(/\s+/).join(",")}}'`;

/** SQL: the name of what a number of another catalog stands for. */
const identity = (value: string) =>
  `coalesce((SELECT i.identity FROM pg_identify_object(%L::regclass, ${value}, 0) i), '-')`;

/** What is made by users or extensions, and neither the TOAST table of one nor a temporary one. */
const mine = `CASE WHEN k.column IS NULL THEN 'true' ELSE format('x.%I >= 16384', k.column) END
  || CASE c.relname
    WHEN 'pg_class' THEN $q$ AND x.relkind <> 't' AND x.relpersistence <> 't' AND x.relnamespace <> 'pg_toast'::regnamespace$q$
    WHEN 'pg_attribute' THEN $q$ AND x.attnum > 0 AND NOT x.attisdropped AND EXISTS (SELECT FROM pg_class r
      WHERE r.oid = x.attrelid AND r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c'))$q$
    WHEN 'pg_index' THEN $q$ AND EXISTS (SELECT FROM pg_class r WHERE r.oid = x.indrelid AND r.relkind <> 't')$q$
    WHEN 'pg_namespace' THEN $q$ AND x.nspname !~ '^pg_'$q$
    WHEN 'pg_trigger' THEN $q$ AND NOT x.tgisinternal$q$
    ELSE '' END`;

/**
 * psql script: a line of JSON for every row of every catalog that a dump is to bring back, numbers replaced by names.
 * PostgreSQL itself says which column refers to which catalog.
 */
export const rowsOfCatalogsSql = `
SELECT format('SELECT %L, jsonb_strip_nulls(jsonb_build_object(%s)) FROM pg_catalog.%I x WHERE %s', c.relname,
  (SELECT string_agg(format('%L, ', a.attname) || CASE
      WHEN a.atttypid = 'text[]'::regtype THEN format('(SELECT jsonb_agg(e ORDER BY e) FROM unnest(x.%I) e)', a.attname)
      WHEN f.pktable IS NULL THEN format('x.%I::text', a.attname)
      WHEN f.is_array THEN format($q$(SELECT jsonb_agg(${identity("e.value")} ORDER BY e.place)
        FROM unnest(x.%I::oid[]) WITH ORDINALITY e (value, place))$q$, f.pktable, a.attname)
      ELSE format('${identity("x.%I::oid").replaceAll("'", "''")}', f.pktable, a.attname) END, ', ' ORDER BY a.attnum)
    FROM pg_attribute a LEFT JOIN LATERAL (
      SELECT f.pktable, f.is_array FROM pg_get_catalog_foreign_keys() f
      WHERE f.fktable = c.oid AND f.fkcols = ARRAY[a.attname::text] LIMIT 1
    ) f ON true
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attname = ANY (${list(passing)})),
  c.relname, ${mine})
FROM pg_class c, LATERAL (
  SELECT (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = 1 AND a.atttypid = 'oid'::regtype) AS column
) k
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relname = ANY (${list(leftOut)})
ORDER BY c.relname \\gexec
`;
