/** SQL: the privilege that lets a role give objects to another. */
export const mayBecome = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";

export const isSuperuser = "(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)";

/** SQL: whether the role that asks, if it is no superuser, may end the sessions of the role `r`. */
export const mayEnd = "NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))";

/** SQL: an object of a catalog that no extension brings. */
export const notOfExtension = (catalog: string, oid: string) => `NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e'
  )`;
