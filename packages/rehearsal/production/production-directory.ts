import { chmod, mkdir, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** An empty directory for a production; a new one below the temporary directory when none is named. */
export async function productionDirectory(wanted: string | undefined): Promise<string> {
  const directory = wanted === undefined ? await mkdtemp(join(tmpdir(), "golive-production-")) : resolve(wanted);
  // It stands in the configuration files of four programs, and unix sockets have 107 characters for their path.
  if (!/^[\w./-]+$/.test(directory) || directory.length > 75) {
    throw new Error(`a production's directory has at most 75 characters, of A-Z a-z 0-9 . _ - and /: ${directory}`);
  }
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) throw new Error(`not empty, and stop() would remove it: ${directory}`);
  // PostgreSQL and nginx's worker run as other users when we are root, and pass through.
  await chmod(directory, 0o711);
  for (const [name, mode] of [
    ["settings", 0o700],
    ["backups", 0o700],
    ["state", 0o700],
  ] as const) {
    await mkdir(join(directory, name), { mode });
  }
  return directory;
}
