import { createHash } from "node:crypto";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Host, writeFileCommand } from "../../hosts/host.ts";
import type { Source } from "./../contents/source.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { hashDump } from "./shell/scripts.ts";

export interface ManifestFile {
  readonly name: string;
  readonly sha256: string;
}

/** Lies beside the dump; its own hash is in the journal. */
export interface Manifest {
  readonly format: 2;
  readonly service: string;
  readonly release: string;
  readonly tag: string;
  readonly commit: string;
  readonly database: string;
  readonly systemIdentifier: string;
  readonly takenAt: string;
  readonly source: Source;
  readonly files: readonly ManifestFile[];
}

/** The dump's files with their sha256, read back from the disk. */
export async function hashFiles(host: Host, plan: DatabasePlan, directory: string): Promise<ManifestFile[]> {
  const { stdout } = await host.run(databaseScript(plan, hashDump, [directory]));
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));
}

/** Writes `manifest.json` and returns its sha256. */
export async function writeManifest(
  host: Host,
  plan: DatabasePlan,
  directory: string,
  manifest: Manifest,
): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const write = writeFileCommand(`${directory}/manifest.json`, text, "600");
  await host.run(plan.runAs === undefined ? write : { ...write, user: plan.runAs });
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The manifest of a dump, after comparing it with the journal's hash and every file with the manifest.
 * Throws a UserError that names what does not fit.
 */
export async function readManifest(
  host: Host,
  plan: DatabasePlan,
  directory: string,
  sha256: string,
): Promise<Manifest> {
  const where = `${host.name}:${directory}`;
  const mend = t`this dump is not the one that was proved; look who changed it, and restore from another backup`;
  const { stdout } = await host.run(databaseScript(plan, 'cat -- "$1/manifest.json"', [directory]));
  if (createHash("sha256").update(stdout).digest("hex") !== sha256)
    throw new UserError({
      code: "manifest-not-the-recorded",
      what: t`the manifest is not the one in the journal`,
      where,
      mend,
    });
  const manifest = JSON.parse(stdout) as Manifest;
  const problems = compareFiles(manifest.files, await hashFiles(host, plan, directory));
  if (problems.length > 0)
    throw new UserError(problems.map((what) => ({ code: "dump-files-differ", what, where, mend })));
  return manifest;
}

export function compareFiles(wanted: readonly ManifestFile[], found: readonly ManifestFile[]): string[] {
  const have = new Map(found.map((file) => [file.name, file.sha256]));
  const names = new Set(wanted.map((file) => file.name));
  return [
    ...wanted.flatMap(({ name, sha256 }) => {
      if (!have.has(name)) return [t`file ${name} is missing`];
      return have.get(name) === sha256 ? [] : [t`file ${name} is damaged: its checksum differs`];
    }),
    ...found.filter(({ name }) => !names.has(name)).map(({ name }) => t`file ${name} does not belong to this dump`),
  ];
}
