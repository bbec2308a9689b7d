import { createHash, randomBytes } from "node:crypto";
import { type Command, type Finished, script } from "../core/command.ts";
import { saidBy, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "./host.ts";
import { endMarked, fenceCheck, fenceRaise } from "./shell/scripts.ts";

/**
 * What binds commands to the owner of the launch lock. Every owner gets a higher token than all before it; a host
 * remembers the highest it was told, and runs nothing for a lower one.
 */
export interface Fence {
  /** The same for all launches of one service: where its lock lies. Hexadecimal. */
  readonly scope: string;
  readonly token: number;
}

/** Shared by the hosts of one process. Without a fence commands run unbound: looks before the lock is taken. */
export interface Bond {
  fence: Fence | null;
}

export function scopeOf(host: string, directory: string): string {
  return createHash("sha256").update(`${host}\n${directory}`).digest("hex").slice(0, 16);
}

/** The environment variable by which a command is found again on its host. */
export const markVariable = "GOLIVE_COMMAND";

export function newMark({ fence }: Bond): string {
  return `${fence?.scope ?? "0"}:${fence?.token ?? 0}:${randomBytes(8).toString("hex")}`;
}

/** Exit code and word of a command that its host refused for a newer owner's sake. */
const fencedCode = 77;
const fencedWord = "golive-fenced";

/** The words of a command that its host runs only while nobody has a higher token. */
export function fencedWords(words: readonly string[], mark: string, fence: Fence | null): readonly string[] {
  // The mark comes first: whoever raises the fence finds either a command that will be refused, or one that is marked.
  return fence === null
    ? words
    : ["env", `${markVariable}=${mark}`, "sh", "-c", fenceCheck, "sh", fence.scope, String(fence.token), ...words];
}

/** Throws when the host refused the command because a later owner has the lock. */
export function requireUnfenced(finished: Finished, host: string): void {
  if (finished.code !== fencedCode || !new RegExp(`^${fencedWord} `, "m").test(finished.stderr)) return;
  throw new UserError({
    what: t`this run lost the launch lock to a later one, so it can no longer do anything here`,
    code: "lock-lost",
    where: host,
    mend: t`see the later run of the workflow, or \`golive status\``,
  });
}

/** Ends one command, wherever it is in its life, together with what it started. For the user that it runs as. */
export function endCommand(mark: string, user: string | undefined): Command {
  return script(endMarked, [`${mark}$`, "", "2"], { timeoutSeconds: 6, ...(user === undefined ? {} : { user }) });
}

/**
 * From here on no command of an earlier owner runs on this host: later ones are refused, those that still run are ended
 * first. Returns how many were ended. Throws when a later owner has the lock, or one cannot be ended.
 */
export async function raiseFence(host: Host, fence: Fence, users: readonly (string | undefined)[]): Promise<number> {
  const asked = script(fenceRaise, [fence.scope, String(fence.token)], { timeoutSeconds: 60 });
  const raised = await host.attempt(asked);
  requireUnfenced(raised, host.name);
  if (raised.code !== 0) {
    const why = saidBy(asked, raised, { known: host.known }) || t`exit ${raised.code}`;
    throw new UserError({
      code: "fence-not-written",
      what: t`golive cannot write down which launch may act here: ${why}`,
      where: host.name,
      mend: t`the user of the connection needs a home folder that it can write (docs/hosts.md)`,
    });
  }
  const ended = await Promise.all(users.map((user) => endEarlier(host, fence, user)));
  return ended.reduce((sum, count) => sum + count, 0);
}

/** Ends what commands of earlier owners still run as that user; returns how many. */
async function endEarlier(host: Host, fence: Fence, user: string | undefined): Promise<number> {
  const found = await host.attempt(
    script(endMarked, [`${fence.scope}:`, String(fence.token), "5"], {
      timeoutSeconds: 60,
      ...(user === undefined ? {} : { user }),
    }),
  );
  const pids = found.stdout.split("\n").filter((line) => line !== "");
  // Whoever may not run commands as that user has none left running either.
  if (found.code === 0 || (pids.length === 0 && !found.timedOut)) return pids.length;
  throw new UserError({
    code: "earlier-commands-run",
    what:
      pids.length > 0
        ? t`${pids.length} {0:command|commands|commands} of an earlier run still {0:runs|run|run} and cannot be ended (${pids.join(", ")})`
        : t`commands of an earlier run still run and cannot be ended`,
    where: host.name,
    mend: t`end them by hand, then run the job again`,
  });
}
