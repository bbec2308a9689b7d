import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { execute } from "../../src/hosts/execute.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { commandWords } from "../../src/hosts/words.ts";

/** Why real sudo cannot be asked here; false when it can. */
export const noSudo = process.getuid?.() === 0 ? false : "only root may give a process sudoers of its own";

// The machine's own sudoers stay as they are: the folder is another one for these processes alone.
const inOwnFolder = 'mount --bind "$1" /etc/sudoers.d && shift && exec runuser -u nobody -- "$@"';

/** This machine for the user nobody, with these sudoers and no others. `first`: what else is mounted for it alone. */
export async function hostWithSudoers(t: TestContext, sudoers: string, first = ":"): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), "golive-sudoers-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await copyFile(sudoers, join(folder, "golive"));
  await execute({ words: ["chmod", "440", join(folder, "golive")], timeoutSeconds: 30 });
  return hostFrom("app-1", (command) =>
    execute({
      words: ["unshare", "--mount", "sh", "-c", `${first} && ${inOwnFolder}`, "sh", folder, ...commandWords(command)],
      stdin: command.stdin,
      timeoutSeconds: 120,
    }),
  );
}
