import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { extensionRowsSql } from "../../contents/extension-rows.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";
import { isSuperuser } from "./sql.ts";

const homeOfTests = "contrib_regression";

interface Extension {
  readonly why: "gone" | "untrusted";
  readonly me: string;
  readonly name: string;
}

export const missingExtensions = defineLook<Extension>({
  kind: "extension",
  asked: "inside",
  sql: `SELECT json_build_object(
  'kind', 'extension',
  'why', CASE WHEN v.name IS NULL THEN 'gone' ELSE 'untrusted' END,
  'me', current_user,
  'name', e.extname
)
FROM pg_extension e
  LEFT JOIN pg_available_extensions a ON a.name = e.extname
  LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
WHERE e.oid >= 16384 AND (v.name IS NULL OR (v.superuser AND NOT v.trusted AND NOT ${isSuperuser}))
ORDER BY e.extname;
`,
  problems: (rows, { database, provided = false }) => {
    const names = (list: readonly Extension[]) => some(list, ({ name }) => plain(name));
    const gone = rows.filter(({ why }) => why === "gone");
    const untrusted = rows.filter(({ why }) => why === "untrusted");
    const problems: Problem[] = [];
    if (gone.length > 0) {
      const what = t`extensions of ${database} are not installed on the server any more, and a dump of it could not be restored`;
      problems.push({
        code: "db-extension-missing",
        what: `${what}: ${names(gone)}`,
        mend: t`install their packages again, or DROP EXTENSION what is not used`,
      });
    }
    if (untrusted.length > 0 && !provided) {
      const me = askingRole(rows);
      const what = t`the role ${me} may not create extensions that ${database} has; only a superuser may`;
      problems.push({
        code: "db-extension-missing",
        what: `${what}: ${names(untrusted)}`,
        mend: t`DROP EXTENSION what is not used; ${t`or let database.connection be a superuser's`}`,
      });
    }
    return problems;
  },
});

/**
 * pg_cron may only be in the database where its scheduler looks. Beside that one it is made under the name that its own
 * tests have, which it knows as well.
 */
export const extensionHomes = defineLook<{ readonly name: string }>({
  kind: "extension-home",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'extension-home', 'name', d.datname)
FROM pg_extension e, pg_database d WHERE e.extname = 'pg_cron' AND d.datname = '${homeOfTests}';
`,
  problems: (rows, { database }) =>
    rows.map(({ name }) => ({
      code: "db-extension-home",
      what: t`pg_cron of ${database} is restored beside it under the name ${name}, and there is such a database already`,
      mend: t`rename that database, or drop it`,
    })),
});

interface Member {
  readonly name: string;
  readonly rows: number;
  /** By hand: the extension does not bring it. */
  readonly added: boolean;
}

/** Tables of extensions are left out of a dump, rows and all. */
export const extensionRows = defineLook<Member>({
  kind: "extension-rows",
  asked: "inside",
  sql: extensionRowsSql,
  problems: (tables, { database }) => {
    const filled = tables.filter(({ rows }) => rows !== 0);
    const added = tables.filter((table) => table.rows === 0 && table.added);
    const problems: Problem[] = [];
    if (filled.length > 0)
      problems.push({
        code: "db-extension-rows",
        what: t`tables of ${database} belong to extensions, so that pg_dump leaves them out, and hold rows that no \
extension brings: ${some(filled, ({ name, rows }) => plain(t`${name}: ${rows} rows`))}`,
        mend: t`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`,
      });
    if (added.length > 0)
      problems.push({
        code: "db-extension-member",
        what: t`tables of ${database} were added to extensions that do not bring them, so that pg_dump leaves them \
out: ${some(added, ({ name }) => plain(name))}`,
        mend: t`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped`,
      });
    return problems;
  },
});

/** `was` is the version that it has, `is` the one that a restore would make. */
export const extensionVersions = defineLook<{ readonly name: string; readonly was: string; readonly is: string }>({
  kind: "extension-version",
  asked: "inside",
  sql: `SELECT json_build_object(
  'kind', 'extension-version',
  'name', e.extname,
  'was', e.extversion,
  'is', a.default_version
)
FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.oid >= 16384 AND NOT EXISTS (
  SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion
)
ORDER BY e.extname;
`,
  problems: (rows, { database }) => {
    const versions = some(rows, ({ name, was, is }) => plain(t`${name} ${was}, now ${is}`));
    return [
      {
        code: "db-extension-version",
        what: t`extensions of ${database} are of versions that the server cannot create any more, and a restored \
one would have others: ${versions}`,
        mend: t`bring them up to date before the launch: ALTER EXTENSION … UPDATE`,
      },
    ];
  },
});
