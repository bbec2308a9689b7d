import type { Problem } from "../../../../core/errors.ts";
import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { plain, some } from "../names.ts";
import { isSuperuser } from "../sql.ts";

interface File {
  readonly part: "relation" | "library";
  readonly name: string;
}

// Looked at twice: what is dropped or rewritten meanwhile is not missing.
const relations = (from: string) => `SELECT c.oid, pg_relation_filepath(c.oid) AS path, c.relnamespace, c.relname
  FROM ${from} WHERE c.relkind IN ('r', 'i', 'm', 't', 'S') AND c.relpersistence <> 't' AND NOT c.relisshared`;

const lacking = "path IS NOT NULL AND (pg_stat_file(path, true)).size IS NULL";

const librariesSql = `WITH folder AS (
  SELECT replace(d, '$libdir', (SELECT setting FROM pg_config() WHERE name = 'PKGLIBDIR')) AS path
  FROM unnest(string_to_array(current_setting('dynamic_library_path'), ':')) d
), library AS (
  SELECT DISTINCT p.probin AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE l.lanname = 'c' AND p.oid >= 16384 AND p.probin IS NOT NULL
), candidate AS (
  SELECT l.name, CASE WHEN l.name ~ '^[$]libdir/' THEN f.path || substr(l.name, 8)
    WHEN l.name ~ '/' THEN l.name ELSE f.path || '/' || l.name END AS path
  FROM library l, folder f
)
SELECT jsonb_build_object('kind', 'file', 'part', 'library', 'name', c.name)
FROM candidate c, unnest(ARRAY['', '.so', '.dylib']) e (ending)
GROUP BY c.name
HAVING bool_and((pg_stat_file(c.path || e.ending, true)).size IS NULL)
ORDER BY c.name;
`;

/** Files that the server has lost: those of tables and indexes, as of a tablespace that is gone, and libraries. */
export const missingFiles = defineLook<File>({
  kind: "file",
  asked: "inside",
  sql: `SELECT ${isSuperuser} AS may \\gset
\\if :may
  SELECT coalesce(json_agg(oid), '[]') AS suspects FROM (${relations("pg_class c")}) s WHERE ${lacking} \\gset
  SELECT jsonb_build_object('kind', 'file', 'part', 'relation', 'name', relnamespace::regnamespace || '.' || relname)
  FROM (${relations("json_array_elements_text(:'suspects') o JOIN pg_class c ON c.oid = o::oid")}) s
  WHERE ${lacking} ORDER BY relname;
  ${librariesSql}\\endif
`,
  problems: (rows, { database }) => {
    const names = (part: File["part"]) => rows.filter((row) => row.part === part);
    const [relation, library] = [names("relation"), names("library")];
    const problems: Problem[] = [];
    if (relation.length > 0)
      problems.push({
        code: "db-files-missing",
        what: t`the server has no files of these tables and indexes of ${database} any more: ${some(relation, ({ name }) => plain(name))}`,
        mend: t`mount what is not mounted (a tablespace's disk), or restore them from a backup; drop or REINDEX what is lost for good`,
      });
    if (library.length > 0)
      problems.push({
        code: "db-library-missing",
        what: t`functions of ${database} are in libraries that the server does not have any more, and a dump of it \
could not be restored: ${some(library, ({ name }) => plain(name))}`,
        mend: t`install their package again, or drop the functions`,
      });
    return problems;
  },
});
