import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { differing } from "./contents.ts";
import type { Source, Streams } from "./source.ts";
import { compareObjects, parseObjects } from "./objects.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { archiveStreams } from "./scripts.ts";

const closing = "'\\\\.\\n\\n\\n'";

/**
 * psql script for the snapshot of a dump: each table once more as pg_dump asks for it, with its settings (those of the
 * database and the role stay, such as the time zone), in the same order, closed as in an archive, into a hash: a line
 * \`stream|sha256|oid\` each in a file, and their names. Needs the variable \`work\`.
 */
export const streamsSql = `RESET ALL;
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\\set file :work '/streams.sql'
SELECT format(E'COPY %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${closing.replaceAll("\\", "\\\\").replaceAll("'", "''")}',
  CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
    ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END, c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
  AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
LEFT JOIN pg_extension e ON e.oid = x.refobjid,
LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
) k,
LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}'))) \\g :file
\\i :file
\\! cat "$GOLIVE_WORK/streams" 2>/dev/null
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r';
`;

export function parseStreams(stdout: string): Streams {
  const names = new Map(
    [...stdout.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([, oid = "", name = ""]) => [oid, name]),
  );
  return Object.fromEntries(
    [...stdout.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [
      oid,
      { sha256, name: names.get(oid) ?? oid },
    ]),
  );
}

/**
 * What an archive holds that is not what the source held, without restoring it: the bytes of every table and the
 * definition of every object. Empty when they are the same.
 */
export async function compareArchive(
  host: Host,
  plan: DatabasePlan,
  directory: string,
  source: Pick<Source, "streams" | "objects" | "leftOut">,
): Promise<string[]> {
  const asked = databaseScript(plan, archiveStreams, [directory], { timeoutSeconds: 4 * 3600 });
  const { stdout } = await host.run({ ...asked, label: t`pg_restore and gzip of ${directory}` });
  const cut = stdout.indexOf("schema|\n");
  const found = Object.fromEntries(
    [...stdout.slice(0, cut).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [
      oid,
      { sha256, name: source.streams[oid]?.name ?? oid },
    ]),
  );
  return [
    ...Object.entries(source.leftOut ?? {}).map(
      ([name, rows]) =>
        t`${rows} {0:row|rows|rows} of table ${name}, which belongs to an extension, {0:is|are|are} not in the dump`,
    ),
    ...differing(source.streams, found, (oid, want, have) => {
      if (have === undefined) return t`table ${want?.name ?? oid} is not in the dump`;
      if (want === undefined) return t`the dump holds the table with oid ${oid}, which the database does not have`;
      return want.sha256 === have.sha256 ? null : t`table ${want.name} does not have the same bytes in the dump`;
    }),
    ...compareObjects(source.objects, parseObjects(stdout.slice(cut))),
  ];
}
