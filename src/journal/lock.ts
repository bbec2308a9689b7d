import { z } from "zod";
import { script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";

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

// All of it under a lock of its own for the moment: there is no instant without an owner, and no two have one token.
const inTurn = 'exec 9> "$1/.exchange" && flock 9 || exit 1';
const spellNew =
  'umask 077; mkdir -p -m 700 -- "$1" && t=$(mktemp "$1/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1';
const putNew = `n=0; [ ! -s "$1/token" ] || read -r n < "$1/token"
n=$((n + 1)) && printf '%s\\n' "$n" > "$1/.token" && sync "$1/.token" && mv -f -- "$1/.token" "$1/token" || exit 1
: > "$1/heartbeat" && mv -f -- "$t" "$1/lock.json" && sync "$1" && echo "taken $n"`;
const say = [
  's=-1; [ ! -e "$1/heartbeat" ] || s=$(($(date +%s) - $(stat -c %Y "$1/heartbeat")))',
  'n=0; [ ! -s "$1/token" ] || read -r n < "$1/token"; echo "held $n $s"; cat -- "$1/lock.json"',
].join("; ");
const takeScript = `${spellNew}
${inTurn}
if [ -s "$1/lock.json" ]; then rm -f -- "$t"; ${say}; elif [ -e "$1/lock.json" ]; then rm -f -- "$t"; echo empty; else ${putNew}; fi`;
const takeOverScript = `${spellNew}
${inTurn}
if [ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$2" ]; then ${putNew}; else rm -f -- "$t"; echo lost; fi`;
const heldScript = `[ -d "$1" ] || { echo free; exit 0; }
${inTurn}
if [ -s "$1/lock.json" ]; then ${say}; elif [ -e "$1/lock.json" ]; then echo empty; else echo free; fi`;
const releaseScript = `${inTurn}
[ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$(cat)" ] && rm -f -- "$1/lock.json" && sync "$1"`;

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
