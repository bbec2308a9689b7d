import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";

/** Settings of the database that its copy could not be given. */
export const databaseSettings = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "setting",
  asked: "inside",
  sql: `SELECT current_setting('server_version_num')::int >= 150000 AS knows_parameters,
  current_setting('server_version_num')::int < 160000 AS any_role \\gset
\\if :knows_parameters
  \\set granted 'has_parameter_privilege(c.name, ''SET'')'
\\else
  \\set granted false
\\endif
SELECT json_build_object(
  'kind', 'setting',
  'me', current_user,
  'name', c.name || CASE WHEN s.setrole = 0 THEN '' ELSE ' of the role ' || t.rolname END
)
FROM pg_db_role_setting s
  JOIN pg_database d ON d.oid = s.setdatabase
  JOIN pg_roles me ON me.rolname = current_user
  LEFT JOIN pg_roles t ON t.oid = s.setrole,
  LATERAL (SELECT split_part(x, '=', 1) AS name FROM unnest(s.setconfig) x) c
  LEFT JOIN pg_settings p ON p.name = c.name
WHERE d.datname = current_database() AND NOT me.rolsuper
  AND (
    (
      s.setrole <> 0 AND t.rolname <> current_user
      AND NOT (
        me.rolcreaterole AND NOT t.rolsuper
        AND (:'any_role' OR pg_has_role(s.setrole, 'MEMBER WITH ADMIN OPTION'))
      )
    )
    OR ((p.context = 'superuser' OR (p.name IS NULL AND c.name !~ '[.]')) AND NOT :granted)
  )
ORDER BY c.name;
`,
  problems: (rows, { database }) => {
    const settings = some(rows, ({ name }) => plain(name));
    const what = t`the role ${askingRole(rows)} may not give a copy of ${database} the settings that it has`;
    return [
      {
        code: "db-setting",
        what: `${what}: ${settings}`,
        mend: t`set them for the server or the role instead of in the database; ${t`or let database.connection be a superuser's`}`,
      },
    ];
  },
});
