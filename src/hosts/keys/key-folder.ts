import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../core/errors.ts";
import { enterFolder, removeUnused } from "../folders/own-folders.ts";
import { type GivenKey, givenKey } from "./given-key.ts";

/** What the OpenSSH client reads and writes for one host, in a folder that only this user can enter. */
export interface KeyFolder {
  readonly directory: string;
  readonly knownHosts: string;
  /** The key's file; undefined when none was given. */
  readonly identity: string | undefined;
  readonly key: GivenKey;
  remove(): Promise<void>;
}

const folderName = /^golive-key-[A-Za-z0-9]{6}$/;

/** Throws a UserError when the secret holds something else than a private key: no host need be asked for that. */
export async function makeKeyFolder(
  { privateKey = "", temporary = tmpdir() }: { privateKey?: string | undefined; temporary?: string | undefined },
  hostKeys: string,
): Promise<KeyFolder> {
  const key = givenKey(privateKey);
  if (key.kind === "unusable") throw new UserError(key.problem);
  const directory = await mkdtemp(join(temporary, "golive-key-"));
  const leave = await enterFolder(directory);
  const knownHosts = join(directory, "known_hosts");
  await writeFile(knownHosts, hostKeys, { mode: 0o600 });
  return {
    directory,
    knownHosts,
    identity: key.kind === "key" ? await writeKey(directory, key) : undefined,
    key,
    async remove() {
      await leave();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function writeKey(directory: string, key: GivenKey & { kind: "key" }): Promise<string> {
  const file = join(directory, "key");
  await writeFile(file, key.text, { mode: 0o600 });
  // The client looks for it under this name.
  if (key.certificate !== null) await writeFile(`${file}-cert.pub`, `${key.certificate}\n`, { mode: 0o600 });
  return file;
}

/** What runs that were lost left here, of this user, and only what nobody uses. */
export async function removeKeyFolders(temporary = tmpdir()): Promise<void> {
  await removeUnused(temporary, folderName);
}
