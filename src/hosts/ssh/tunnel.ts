import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { script } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { pollUntil } from "../../core/poll-until.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";
import { openSocket } from "./scripts.ts";

/** What leads from one host to a socket on another, through the runner; nothing listens on any network for it. */
export interface Bridge {
  /** Folder on the host it leads from, with a socket of the same name. */
  readonly directory: string;
  close(): Promise<void>;
}

const makeText = `d=$(mktemp -d "\${TMPDIR:-/tmp}/golive-XXXXXXXXXX") && chmod "$1" "$d" && printf "%s" "$d"`;

/** `shared`: another user of that host than the connection's uses it. On one and the same host nothing is needed. */
export async function bridge(
  from: Host,
  to: Host,
  socket: { readonly directory: string; readonly file: string },
  shared: boolean,
): Promise<Bridge> {
  if (from.name === to.name || (from.tunnel === undefined && to.tunnel === undefined))
    return { directory: socket.directory, close: async () => {} };
  const runner = await mkdtemp(join(tmpdir(), "golive-s-"));
  const closing: (() => Promise<void>)[] = [() => rm(runner, { recursive: true, force: true })];
  const close = async () => {
    for (const one of closing.toReversed()) await one().catch(() => {});
  };
  try {
    let near = join(socket.directory, socket.file);
    if (to.tunnel !== undefined) {
      const here = join(runner, socket.file);
      closing.push(to.tunnel("fetch", here, near));
      await requireSocket(here);
      near = here;
    }
    if (from.tunnel === undefined) {
      await chmod(runner, 0o711);
      if (shared) await chmod(near, 0o666);
      return { directory: runner, close };
    }
    const made = await from.run(script(makeText, [shared ? "711" : "700"], { timeoutSeconds: 60 }));
    const directory = made.stdout.trim();
    closing.push(async () => {
      await from.run(script('rm -rf -- "$1"', [directory], { timeoutSeconds: 60 }));
    });
    closing.push(from.tunnel("offer", near, `${directory}/${socket.file}`));
    const opened = await from.attempt(
      script(openSocket, [`${directory}/${socket.file}`, shared ? "yes" : "no"], { timeoutSeconds: 60 }),
    );
    if (opened.code !== 0) throw refused(from.name);
    return { directory, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function requireSocket(path: string): Promise<void> {
  const isThere = async () => ((await stat(path).catch(() => null))?.isSocket() ? true : null);
  if ((await pollUntil(isThere, { every: 0.1, limit: 20 })) === null) throw refused(path);
}

const refused = (where: string) =>
  new UserError({
    code: "tunnel-refused",
    what: t`ssh does not forward the socket of the throwaway server`,
    where,
    mend: t`allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in \
prepare.test-restore.server that the release's host reaches`,
  });
