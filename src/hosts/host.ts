import { type Command, describe, type Finished, script } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import type { Known } from "../core/redact/known.ts";
import type { Names } from "../core/redact/names.ts";
import { t } from "../core/text/text.ts";

/** A machine of the plan. */
export interface Host {
  readonly name: string;
  /** What of the service is known to be no one's data, so that a program's words on it may be told. */
  readonly known?: Known | undefined;
  /** Learns more of that. For whoever is about to tell why something failed. */
  learn?(): Promise<void>;
  /** Runs a command to its end, whatever its exit code. Throws a UserError when the host cannot be reached. */
  attempt(command: Command): Promise<Finished>;
  /** The same, and throws a CommandError unless it exited 0. */
  run(command: Command): Promise<Finished>;
  /**
   * Of a host elsewhere: as long as it is not closed, `here` on the runner leads to the socket `there` on the host
   * (`fetch`), or the other way round (`offer`). Returns what closes it.
   */
  tunnel?(direction: "fetch" | "offer", here: string, there: string): () => Promise<void>;
  close(): Promise<void>;
}

export function hostFrom(
  name: string,
  attempt: Host["attempt"],
  close: Host["close"] = async () => {},
  names?: Names,
): Host {
  return {
    name,
    ...(names === undefined ? {} : { known: names.known, learn: () => names.look() }),
    attempt,
    close,
    async run(command) {
      const finished = await attempt(command);
      if (command.whole === true && finished.cut === true) throw tooMuch(name, command);
      if (finished.code === 0 && !finished.timedOut) return finished;
      await names?.look();
      throw new CommandError({ name, known: names?.known }, command, finished);
    },
  };
}

function tooMuch(host: string, command: Command): UserError {
  return new UserError({
    code: "output-too-long",
    what: t`it printed more than can be read: ${describe(command)}`,
    where: host,
    mend: t`this is more than golive was made for; report it`,
  });
}

/** The same machine, reached in another way: what is known of it stays. */
export function hostLike(host: Host, attempt: Host["attempt"], close?: Host["close"]): Host {
  const { known, learn } = host;
  const names = known === undefined ? undefined : { known, look: async () => learn?.(), lookWith() {} };
  return hostFrom(host.name, attempt, close, names);
}

/** Writes a whole file or none of it: a neighbour is written, synced and renamed over the old one. */
export function writeFileCommand(path: string, text: string, mode: string): Command {
  return script(
    'umask 077; t="$1.golive-$$"; cat > "$t" && chmod "$2" "$t" && sync "$t" && mv -f -- "$t" "$1"',
    [path, mode],
    { stdin: text, timeoutSeconds: 60 },
  );
}
