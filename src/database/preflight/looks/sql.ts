/** SQL: the privilege that lets a role give objects to another. */
export const mayBecome = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";

export const isSuperuser = "(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)";

/** SQL: an object of a catalog that no extension brings. */
export const notOfExtension = (catalog: string, oid: string) => `NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e'
  )`;
