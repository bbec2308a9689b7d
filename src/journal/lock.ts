import { z } from "zod";
import { script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { held, release, take, takeOver, words } from "./lock/scripts.ts";

/** Who holds the lock: one launch at a time for a service. */
export interface Owner {
  readonly release: string;
  readonly tag: string;
  readonly commit: string;
  readonly digest: string;
  readonly runId: number;
  readonly runUrl: string;
  readonly actor: string;
  readonly since: string;
}

/** Whoever holds the lock, and how long ago they gave a sign of life by the host's own clock; null when they never did. */
export interface Held {
  readonly owner: Owner;
  readonly token: number;
  readonly silentSeconds: number | null;
}

/** `token` rises with every owner (see hosts/fence.ts). */
export type Taken = { readonly taken: true; readonly token: number } | ({ readonly taken: false } & Held);

export interface Lock {
  /** Takes it when it is free. */
  take(owner: Owner): Promise<Taken>;
  held(): Promise<Held | null>;
  /** Replaces an owner known to be dead, and returns the new owner's token; null when somebody else was faster. */
  takeOver(dead: Owner, owner: Owner): Promise<number | null>;
  /** Gives it back; does nothing when it is another's. */
  release(owner: Owner): Promise<void>;
  /** A sign of life. */
  beat(): Promise<void>;
}

const takeScript = `${words}\n${take}`;
const takeOverScript = `${words}\n${takeOver}`;
const heldScript = `${words}\n${held}`;
const releaseScript = `${words}\n${release}`;

export function openLock(host: Host, directory: string): Lock {
  const options = { timeoutSeconds: 60 };
  const where = `${host.name}:${directory}/lock.json`;
  const spell = (owner: Owner) => JSON.stringify(owner);
  const ask = async (text: string, values: readonly string[], stdin?: string) => {
    const { stdout } = await host.run(
      script(text, [directory, ...values], { ...options, ...(stdin === undefined ? {} : { stdin }) }),
    );
    const cut = stdout.indexOf("\n");
    const [result = "", token = "0", silent = "-1"] = stdout.slice(0, cut).split(" ");
    if (result === "empty")
      throw new UserError({
        code: "lock-empty",
        what: t`the lock is an empty file`,
        where,
        mend: t`no launch wrote that; remove it once \`golive status\` shows none under way`,
      });
    return {
      result,
      token: Number(token),
      silentSeconds: Number(silent) < 0 ? null : Number(silent),
      rest: stdout.slice(cut + 1),
    };
  };
  return {
    async take(owner) {
      const { result, token, silentSeconds, rest } = await ask(takeScript, [], spell(owner));
      return result === "taken"
        ? { taken: true, token }
        : { taken: false, owner: parseOwner(rest, where), token, silentSeconds };
    },
    async held() {
      const { result, token, silentSeconds, rest } = await ask(heldScript, []);
      return result === "free" ? null : { owner: parseOwner(rest, where), token, silentSeconds };
    },
    async takeOver(dead, owner) {
      const { result, token } = await ask(takeOverScript, [spell(dead)], spell(owner));
      return result === "taken" ? token : null;
    },
    async release(owner) {
      await host.attempt(script(releaseScript, [directory], { ...options, stdin: spell(owner) }));
    },
    async beat() {
      await host.attempt(script(': > "$1/heartbeat"', [directory], options));
    },
  };
}

const owner = z.looseObject({
  release: z.string(),
  tag: z.string(),
  commit: z.string(),
  digest: z.string(),
  runId: z.number(),
  runUrl: z.string(),
  actor: z.string(),
  since: z.string(),
});

function parseOwner(text: string, where: string): Owner {
  try {
    const value: unknown = JSON.parse(text);
    owner.parse(value);
    // As it was spelled: whoever takes the lock over names its owner by the same words.
    return value as Owner;
  } catch (cause) {
    throw new UserError(
      {
        code: "lock-damaged",
        what: t`the lock is not golive's`,
        where,
        mend: t`somebody wrote into it; remove it once \`golive status\` shows no launch under way`,
      },
      { cause },
    );
  }
}
