import { t } from "../../../core/text/text.ts";
import { textOf } from "../bytes.ts";
import type { Host } from "../../../hosts/host.ts";
import { differing } from "../contents.ts";
import type { Source, Streams } from "../source.ts";
import { objectDifferences, toldObjects } from "../objects.ts";
import { type DatabasePlan, databaseScript } from "../../postgres.ts";
import { archiveStreams } from "./scripts.ts";

export function parseStreams(bytes: string): Pick<Source, "streams" | "largeObjectBytes"> {
  const names = new Map(
    [...bytes.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([, oid = "", name = ""]) => [oid, textOf(name)]),
  );
  const streams: Streams = Object.fromEntries(
    [...bytes.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([, sha256 = "", oid = ""]) => [
      oid,
      { sha256, name: names.get(oid) ?? oid },
    ]),
  );
  const largeObjectBytes = objectsIn(bytes);
  return { streams, ...(largeObjectBytes === undefined ? {} : { largeObjectBytes }) };
}

const objectsIn = (lines: string) => /^objects\|(\w+)$/m.exec(lines)?.[1];

/**
 * What an archive holds that is not what the source held, without restoring it: the bytes of every table, of the
 * large objects, and the definition of every object. Empty when they are the same.
 */
export async function compareArchive(
  host: Host,
  plan: DatabasePlan,
  directory: string,
  source: Pick<Source, "streams" | "largeObjectBytes" | "objects" | "leftOut">,
): Promise<string[]> {
  const asked = databaseScript(plan, archiveStreams, [directory, String(plan.backup.jobs)], {
    bytes: true,
    timeoutSeconds: 4 * 3600,
  });
  const { stdout } = await host.run({ ...asked, label: t`pg_restore and gzip of ${directory}` });
  const cut = stdout.indexOf("schema|\n");
  const lines = stdout.slice(0, cut);
  const hashes = new Map([...lines.matchAll(/^file\|(\S+)\|(\d+)$/gm)].map(([, sha256 = "", id = ""]) => [id, sha256]));
  const found = Object.fromEntries(
    [...lines.matchAll(/^table\|(\d+)\|(\d+)$/gm)].map(([, id = "", oid = ""]) => [
      oid,
      { sha256: hashes.get(id) ?? "missing", name: source.streams[oid]?.name ?? oid },
    ]),
  );
  const otherObjects = source.largeObjectBytes !== undefined && source.largeObjectBytes !== objectsIn(lines);
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
    ...(otherObjects ? [t`the large objects do not have the same bytes in the dump`] : []),
    ...toldObjects(objectDifferences(source.objects, stdout.slice(cut))),
  ];
}
