import { createHash } from "node:crypto";
import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Host, writeFileCommand } from "../../hosts/host.ts";
import { compareFiles, type ManifestFile } from "../dump/manifest.ts";
import { ownScript } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";
import { hashFiles } from "./shell/scripts.ts";
import type { State } from "./state.ts";

/** Lies beside the files of a backup by commands; its own hash is in the journal. */
export interface KeptManifest {
  readonly format: 2;
  readonly engine: "commands";
  readonly service: string;
  readonly release: string;
  readonly tag: string;
  readonly commit: string;
  readonly database: string;
  readonly takenAt: string;
  readonly files: readonly ManifestFile[];
  /** Hash of the state that the database had then, which lies beside; null without such a command. */
  readonly state: string | null;
}

/** What a manifest says of the launch. */
export type KeptHead = Pick<KeptManifest, "format" | "service" | "release" | "tag" | "commit" | "database">;

const stateFile = (folder: string) => `${folder}/state.txt`;
const manifestFile = (folder: string) => `${folder}/manifest.json`;

async function write(host: Host, plan: CommandsPlan, path: string, text: string): Promise<void> {
  const command = writeFileCommand(path, text, "600");
  await host.run(plan.runAs === undefined ? command : { ...command, user: plan.runAs });
}

export async function keepState(host: Host, plan: CommandsPlan, folder: string, state: State): Promise<void> {
  if (state !== null) await write(host, plan, stateFile(folder), textOf(state));
}

/** The files in a folder with their sha256, read back from the disk. */
export async function hashKept(host: Host, plan: CommandsPlan, folder: string): Promise<ManifestFile[]> {
  const { stdout } = await host.run(ownScript(plan, hashFiles, [folder], { timeoutSeconds: 4 * 3600 }));
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66).replace(/^\.\//, "") }));
}

/** Writes the manifest of the backup in a folder, and returns its sha256 and how many files it names. */
export async function writeKept(
  host: Host,
  plan: CommandsPlan,
  folder: string,
  head: KeptHead & Pick<KeptManifest, "takenAt">,
): Promise<{ readonly sha256: string; readonly files: number }> {
  const files = await hashKept(host, plan, folder);
  const state = plan.state === undefined ? null : sha256Of(await read(host, plan, stateFile(folder)));
  const manifest: KeptManifest = { ...head, engine: "commands", files, state };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await write(host, plan, manifestFile(folder), text);
  return { sha256: sha256Of(text), files: files.length };
}

/** A backup as it was when it was made: nothing is missing, nothing is another, nothing came to it. */
export interface Whole {
  readonly manifest: KeptManifest;
  /** What the database held then. */
  readonly state: State;
}

/** Throws a UserError naming what is not as the manifest says, whose sha256 the journal has. */
export async function requireWhole(host: Host, plan: CommandsPlan, folder: string, sha256: string): Promise<Whole> {
  const text = await read(host, plan, manifestFile(folder));
  if (sha256Of(text) !== sha256) throw changed(host, folder, [t`the manifest is not the one in the journal`]);
  const manifest = JSON.parse(text) as KeptManifest;
  const problems = compareFiles(manifest.files, await hashKept(host, plan, folder));
  const stated = manifest.state === null ? null : await read(host, plan, stateFile(folder));
  const state =
    stated !== null && sha256Of(stated) !== manifest.state
      ? [t`file ${"state.txt"} is damaged: its checksum differs`]
      : [];
  if (problems.length + state.length > 0) throw changed(host, folder, [...problems, ...state]);
  return { manifest, state: stated === null ? null : stated.split("\n").filter((line) => line !== "") };
}

function changed(host: Host, folder: string, what: readonly string[]): UserError {
  const where = `${host.name}:${folder}`;
  const mend = t`this backup is not the one that was made; look who changed it, and restore from another`;
  return new UserError(what.map((one) => ({ code: "engine-backup-differs", what: one, where, mend })));
}

async function read(host: Host, plan: CommandsPlan, path: string): Promise<string> {
  const asked = ownScript(plan, 'cat -- "$1"', [path], { timeoutSeconds: 60 });
  const finished = await host.attempt(asked);
  if (finished.code === 0) return finished.stdout;
  throw new CommandError(host, asked, finished);
}

const textOf = (state: readonly string[]) => state.map((line) => `${line}\n`).join("");

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
