/**
 * psql script: what PostgreSQL writes of each object that may hold an expression, a line of JSON each, and the order of columns,
 * which a restore changes where a parent was given one after its child.
 */
export const definitionsSql = `
SELECT 'columns', c.oid::regclass, json_agg(a.attname ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND c.relpersistence <> 't' GROUP BY 1, 2;
SELECT 'default', a.attrelid::regclass, a.attname, to_json(pg_get_expr(d.adbin, d.adrelid))
FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE d.oid >= 16384;
SELECT 'constraint', c.conrelid::regclass, c.contypid::regtype, c.conname, to_json(pg_get_constraintdef(c.oid))
FROM pg_constraint c WHERE c.oid >= 16384;
SELECT 'index', to_json(pg_get_indexdef(i.indexrelid)), (SELECT json_agg(a.attstattarget ORDER BY a.attnum)
  FROM pg_attribute a WHERE a.attrelid = i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE i.indexrelid >= 16384 AND c.relkind <> 't';
SELECT 'bound', c.oid::regclass, pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid) FROM pg_class c
WHERE c.oid >= 16384 AND (c.relpartbound IS NOT NULL OR c.relkind = 'p');
SELECT 'rule', to_json(pg_get_ruledef(r.oid)) FROM pg_rewrite r WHERE r.oid >= 16384;
SELECT 'trigger', to_json(pg_get_triggerdef(t.oid)), t.tgenabled FROM pg_trigger t WHERE t.oid >= 16384 AND NOT t.tgisinternal;
SELECT 'policy', p.polrelid::regclass, p.polname, to_json(pg_get_expr(p.polqual, p.polrelid)),
  to_json(pg_get_expr(p.polwithcheck, p.polrelid)) FROM pg_policy p;
SELECT 'function', to_json(pg_get_functiondef(p.oid)) FROM pg_proc p WHERE p.oid >= 16384 AND p.prokind IN ('f', 'p', 'w');
SELECT 'type', t.oid::regtype, to_json(t.typdefault) FROM pg_type t WHERE t.oid >= 16384 AND t.typdefault IS NOT NULL;
SELECT 'statistics', to_json(pg_get_statisticsobjdef(s.oid)) FROM pg_statistic_ext s;
SELECT 'published', p.pubname, r.prrelid::regclass, pg_get_expr(r.prqual, r.prrelid), (SELECT json_agg(a.attname ORDER BY 1)
  FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[]))
FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid;
`;
