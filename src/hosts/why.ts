import { type Command, type Finished, script } from "../core/command.ts";
import { saidBy } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "./host.ts";
import { keepOutput } from "./shell/scripts.ts";

/**
 * Why a command did not do what it should, as far as that may be told, and the file on the host that holds all it said.
 * For commands whose end is told in other words than a CommandError's.
 */
export async function why(host: Host, asked: Command, finished: Finished): Promise<string> {
  const said = await whatItSaid(host, asked, finished);
  if (said !== "" && !said.startsWith("(")) return said;
  const ended = finished.code === null ? t`ended by a signal` : t`exit ${finished.code}`;
  return said === "" ? ended : `${ended} ${said}`;
}

/** The same where the exit code is told anyway: empty when it said nothing. */
export async function whatItSaid(host: Host, asked: Command, finished: Finished): Promise<string> {
  await host.learn?.();
  const said = saidBy(asked, finished, { known: host.known });
  const kept = await keepSaid(host, asked, finished);
  return [said, kept === null ? "" : `(${allItSaid(kept)})`].filter((part) => part !== "").join(" ");
}

/** Where the rest is, for people who may look at the host. */
export function allItSaid(file: string): string {
  return t`all it said: ${file}`;
}

/** Keeps the whole output in a file on the host that only its user can read; null when there is nothing to keepSaid, or no way. */
export async function keepSaid(
  host: Pick<Host, "name" | "attempt">,
  { file, user }: Pick<Command, "file" | "user">,
  { stdout, stderr }: Pick<Finished, "stdout" | "stderr">,
): Promise<string | null> {
  if (stdout.trim() === "" && stderr.trim() === "") return null;
  const program = file.slice(file.lastIndexOf("/") + 1).replaceAll(/[^\w.-]/g, "_") || "command";
  const text = `${stdout}\n--- stderr ---\n${stderr}\n`;
  const asked = script(keepOutput, [program], {
    stdin: text,
    timeoutSeconds: 30,
    ...(user === undefined ? {} : { user }),
  });
  const kept = await host.attempt(asked).catch(() => null);
  const path = /^kept (\/.+)$/m.exec(kept?.stdout ?? "")?.[1];
  return path === undefined ? null : `${host.name}:${path}`;
}
