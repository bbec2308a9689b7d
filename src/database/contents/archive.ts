import { dirname } from "node:path";
import type { Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, databaseCommand, databaseScript } from "../postgres.ts";

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
  const seen = await look(host, plan, path);
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
    ...manifestProblems(manifest, expected),
  ];
  return problems.map(at);
}

interface Seen {
  readonly kind: "missing" | "unreadable" | "directory" | "file";
  /** The archive itself: in a folder of golive's backups it is `dump`. */
  readonly archive: string;
  /** How it begins, and how it does when unpacked by gzip. */
  readonly head: Buffer;
  readonly unpacked: Buffer;
  /** Names in a directory. */
  readonly files: ReadonlySet<string> | null;
}

const lookScript = `p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`;

async function look(host: Host, plan: DatabasePlan, path: string): Promise<Seen> {
  const { stdout } = await host.run(databaseScript(plan, lookScript, [path], { timeoutSeconds: 60 }));
  const values = (name: string) =>
    [...stdout.matchAll(new RegExp(`^${name}\\|(.*)$`, "gm"))].map(([, value = ""]) => value);
  const bytes = (name: string) => Buffer.from(values(name)[0] ?? "", "hex");
  const kind = values("kind").at(-1) as Seen["kind"];
  return {
    kind,
    archive: values("archive")[0] ?? path,
    head: bytes("head"),
    unpacked: bytes("unpacked"),
    files: kind === "directory" ? new Set(values("file")) : null,
  };
}

const isArchive = (head: Buffer) => head.subarray(0, 5).toString("latin1") === "PGDMP";
const isSql = (head: Buffer) =>
  /^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(head.toString("latin1"));

/** What is no archive at all; null for one whose contents are worth reading. */
function strangeProblem(path: string, { kind, head, unpacked }: Seen): Problem | null {
  const unreadable = (what: string, mend: string): Problem => ({ code: "archive-unreadable", what, mend });
  const another = t`offer a dump in directory or custom format (pg_dump --format=directory)`;
  if (kind === "missing")
    return {
      code: "archive-missing",
      what: t`there is no such file or folder, or its folder may not be entered`,
      mend: t`name a dump that lies on the database host`,
    };
  if (kind === "unreadable")
    return unreadable(
      t`it may not be read by the user of the PostgreSQL programs`,
      t`give it to the user of database.run-as`,
    );
  if (isArchive(head)) return null;
  if (kind === "directory")
    return unreadable(t`this folder holds no dump: there is no toc.dat in it, or a damaged one`, another);
  if (isSql(head) || isSql(unpacked) || /\.sql(\.\w+)?$/i.test(path))
    return {
      code: "archive-plain-sql",
      what: t`this is SQL text: that it is whole cannot be proved before it is used`,
      mend: another,
    };
  if (isArchive(unpacked))
    return unreadable(t`it is packed with gzip`, t`unpack it (gunzip), then offer the file inside`);
  if (head.toString("latin1").startsWith("age-encryption.org/"))
    return unreadable(
      t`it is encrypted`,
      t`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`,
    );
  return unreadable(t`it is a dump neither in directory nor in custom format`, another);
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
  return [
    ...(made !== null && reads !== null && made > reads ? [newer(t`pg_dump ${made}`, reads)] : []),
    ...(missing.length > 0
      ? [
          {
            code: "archive-unreadable",
            what: t`files of it are missing: ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? t` and ${missing.length - 5} more` : ""}`,
            mend: t`this dump is damaged; offer another`,
          },
        ]
      : []),
    ...otherDatabase(value("dbname"), database),
  ];
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

function manifestProblems({ code, stdout }: Finished, { systemIdentifier }: ExpectedArchive): Problem[] {
  if (code === 0 && stdout.trim() === "") return [];
  const found = code === 0 ? identifierIn(stdout) : null;
  if (found === null)
    return [
      {
        code: "archive-unreadable",
        what: t`the manifest beside it cannot be read`,
        mend: t`look who changed manifest.json, or offer another dump`,
      },
    ];
  if (systemIdentifier === undefined || found === undefined || found === systemIdentifier) return [];
  return [
    {
      code: "archive-other-system",
      what: t`its manifest says that it comes from another PostgreSQL cluster (${found.slice(0, 40)} instead of ${systemIdentifier})`,
      mend: t`offer a dump of this cluster`,
    },
  ];
}

/** Undefined when the manifest does not tell, null when it is none. */
function identifierIn(text: string): string | undefined | null {
  try {
    const { systemIdentifier } = JSON.parse(text) as { systemIdentifier?: unknown };
    return typeof systemIdentifier === "string" ? systemIdentifier : undefined;
  } catch {
    return null;
  }
}

function majorOf(text: string): number | null {
  const found = /(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(text.trim());
  return found ? Number(found[1]) : null;
}
