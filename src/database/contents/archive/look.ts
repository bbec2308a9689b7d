import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { type DatabasePlan, databaseScript } from "../../postgres.ts";
import { archiveLook } from "./scripts.ts";

/** What lies at a path that is offered as an archive, from outside. */
export interface OfferedFile {
  readonly kind: "missing" | "unreadable" | "directory" | "file";
  /** The archive itself: in a folder of golive's backups it is `dump`. */
  readonly archive: string;
  /** How it begins, and how it does when unpacked by gzip. */
  readonly head: Buffer;
  readonly unpacked: Buffer;
  /** Names in a directory. */
  readonly files: ReadonlySet<string> | null;
}

export async function lookAtOffered(host: Host, plan: DatabasePlan, path: string): Promise<OfferedFile> {
  const { stdout } = await host.run(databaseScript(plan, archiveLook, [path], { timeoutSeconds: 60 }));
  const values = (name: string) =>
    [...stdout.matchAll(new RegExp(`^${name}\\|(.*)$`, "gm"))].map(([, value = ""]) => value);
  const bytes = (name: string) => Buffer.from(values(name)[0] ?? "", "hex");
  const kind = values("kind").at(-1) as OfferedFile["kind"];
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
export function strangeProblem(path: string, { kind, head, unpacked }: OfferedFile): Problem | null {
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
