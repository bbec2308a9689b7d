import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { removeUnused } from "../folders/own-folders.ts";
import { removeKeyFolders } from "../keys/key-folder.ts";
import { runnerProgram } from "../runner-program.ts";

/** What runs that were lost left here: key files, folders of connections. Of this user, and only what nobody uses. */
export async function removeLeftovers({ temporary }: { readonly temporary?: string | undefined }): Promise<void> {
  await Promise.all([removeKeyFolders(temporary), removeUnused("/tmp", controlFolder())]);
}

/** The steps of a job share their connections. */
export function sessionName({ id, attempt }: { readonly id: number; readonly attempt: number }): string {
  return `${id}-${attempt}`;
}

/** After the last step of a job: its connections are ended, and nothing of them stays. */
export async function leaveSession(session: string): Promise<void> {
  const name = new RegExp(`^golive-${userInfo().uid}-${shortHash(session)}[0-9a-f]{6}$`);
  await removeUnused("/tmp", name, { spared: 0, before: endConnections });
}

async function endConnections(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sockets = entries.filter((entry) => entry.isSocket()).map((entry) => join(folder, entry.name));
  await Promise.allSettled(
    sockets.map((socket) =>
      runnerProgram({
        words: ["ssh", "-F", "/dev/null", "-o", `ControlPath=${socket}`, "-O", "exit", "any"],
        timeoutSeconds: 5,
      }),
    ),
  );
}

function controlFolder(): RegExp {
  return new RegExp(`^golive-${userInfo().uid}-[0-9a-f]{12}$`);
}

/** A short path (sockets may have 104 characters): who, which session, which host. */
export function controlName(session: string, keys: string): string {
  return `golive-${userInfo().uid}-${shortHash(session)}${shortHash(keys)}`;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
