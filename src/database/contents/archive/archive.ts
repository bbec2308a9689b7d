import { dirname } from "node:path";
import type { Finished } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { lookAtOffered, strangeProblem } from "./look.ts";
import { manifestProblems } from "./manifest.ts";
import { type DatabasePlan, databaseCommand, databaseScript } from "../../postgres.ts";

export interface ExpectedArchive {
  readonly database: string;
  /** Of the cluster that the archive has to come from. */
  readonly systemIdentifier?: string;
}

/** What is wrong with a path that is offered as the source of a rollback. Restores nothing and changes nothing. */
export async function archiveProblems(
  host: Host,
  plan: DatabasePlan,
  path: string,
  expected: ExpectedArchive,
): Promise<Problem[]> {
  const at = (problem: Problem): Problem => ({ ...problem, where: `${host.name}:${path}` });
  const seen = await lookAtOffered(host, plan, path);
  const strange = strangeProblem(path, seen);
  if (strange !== null) return [at(strange)];
  const [listed, version, manifest] = await Promise.all([
    host.attempt(databaseCommand(plan, "pg_restore", ["--list", "--", seen.archive], { timeoutSeconds: 300 })),
    host.attempt(databaseCommand(plan, "pg_restore", ["--version"], { timeoutSeconds: 60 })),
    host.attempt(
      databaseScript(plan, '[ ! -e "$1" ] || cat -- "$1"', [`${dirname(seen.archive)}/manifest.json`], {
        timeoutSeconds: 60,
      }),
    ),
  ]);
  const problems = [
    ...listProblems(listed, majorOf(version.stdout), expected, seen.files),
    ...manifestProblems(manifest, expected.systemIdentifier),
  ];
  return problems.map(at);
}

/** The archive's own words, from the head of the list of its contents. */
function listProblems(
  listed: Finished,
  reads: number | null,
  { database }: ExpectedArchive,
  files: ReadonlySet<string> | null,
): Problem[] {
  const said =
    listed.stderr
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.replace(/^pg_restore: (error: )?/, "")
      .slice(0, 200) ?? "";
  if (/unsupported version/.test(said)) return [newer(t`a newer pg_dump`, reads)];
  if (listed.code !== 0)
    return [
      {
        code: "archive-unreadable",
        what: t`its table of contents cannot be read: ${said}`,
        mend: t`this dump is damaged or cut off; offer another`,
      },
    ];
  const value = (name: string) => new RegExp(`^; +${name}: (.*)$`, "m").exec(listed.stdout)?.[1] ?? "";
  const made = majorOf(value("Dumped by pg_dump version"));
  const missing = files === null ? [] : missingFiles(listed.stdout, files);
  const problems: Problem[] = [];
  if (made !== null && reads !== null && made > reads) problems.push(newer(t`pg_dump ${made}`, reads));
  if (missing.length > 0) {
    const more = missing.length > 5 ? t` and ${missing.length - 5} more` : "";
    problems.push({
      code: "archive-unreadable",
      what: t`files of it are missing: ${missing.slice(0, 5).join(", ")}${more}`,
      mend: t`this dump is damaged; offer another`,
    });
  }
  return [...problems, ...otherDatabase(value("dbname"), database)];
}

function newer(by: string, reads: number | null): Problem {
  return {
    code: "archive-newer",
    what: t`it was made by ${by}, and pg_restore ${reads ?? ""} here is older`.replace("  ", " "),
    mend: t`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`,
  };
}

/** A dump may have been taken from the rollback copy of the same database. */
function otherDatabase(name: string, expected: string): Problem[] {
  if (name === expected || name.startsWith(`${expected}_copy_`)) return [];
  return [
    {
      code: "archive-other-database",
      what: t`it is a dump of the database "${name}", not of "${expected}"`,
      mend: t`offer a dump of ${expected}`,
    },
  ];
}

/** Each table's rows are in a file of their own, packed or not. */
function missingFiles(list: string, files: ReadonlySet<string>): string[] {
  return [...list.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([, id = ""]) =>
    ["", ".gz", ".lz4", ".zst"].some((end) => files.has(`${id}.dat${end}`)) ? [] : [`${id}.dat`],
  );
}

function majorOf(text: string): number | null {
  const found = /(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(text.trim());
  return found ? Number(found[1]) : null;
}
