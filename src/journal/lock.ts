import { script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
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

export type Taken = { readonly taken: true } | { readonly taken: false; readonly owner: Owner };

export interface Lock {
  /** Takes it when it is free. A hard link either appears whole or not at all, so two cannot both take it. */
  take(owner: Owner): Promise<Taken>;
  owner(): Promise<Owner | null>;
  /** Replaces an owner known to be dead; false when somebody else was faster. */
  takeOver(dead: Owner, owner: Owner): Promise<boolean>;
  /** Gives it back; does nothing when it is another's. */
  release(owner: Owner): Promise<void>;
}

const takeScript = `umask 077; mkdir -p -m 700 -- "$1" && t=$(mktemp "$1/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1
ln -- "$t" "$1/lock.json" 2>/dev/null && r=taken || r=held
if [ "$r" = held ] && [ ! -s "$1/lock.json" ]; then if [ -e "$1/lock.json" ]; then r=empty; else ln -- "$t" "$1/lock.json" && r=taken || r=refused; fi; fi
rm -f -- "$t"; echo "$r"; cat -- "$1/lock.json" 2>/dev/null || true`;
// Under a lock of its own for the moment of the exchange: there is no instant without an owner.
const exchange = `umask 077; t=$(mktemp "$1/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1
exec 9> "$1/.exchange" && flock 9 || exit 1
if [ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$2" ]; then mv -f -- "$t" "$1/lock.json" && echo taken; else rm -f -- "$t"; echo held; fi`;
const moveAway = `exec 9> "$1/.exchange" && flock 9 || exit 1
[ "$(cat -- "$1/lock.json" 2>/dev/null)" = "$(cat)" ] && mv -- "$1/lock.json" "$1/.lock.dead.$2" && rm -f -- "$1/.lock.dead.$2"`;

export function openLock(host: Host, directory: string): Lock {
  const options = { timeoutSeconds: 60 };
  const spell = (owner: Owner) => JSON.stringify(owner);
  const take = async (owner: Owner, attempt = 0): Promise<Taken> => {
    const { stdout } = await host.run(script(takeScript, [directory], { ...options, stdin: spell(owner) }));
    const [result = "", ...rest] = stdout.split("\n");
    if (result === "taken") return { taken: true };
    const held = parseOwner(rest.join("\n"), `${host.name}:${directory}/lock.json`);
    if (held !== null) return { taken: false, owner: held };
    if (result === "held" && attempt < 20) return take(owner, attempt + 1);
    throw new UserError({ what: result === "empty" ? "the lock is an empty file" : "the lock cannot be taken: the folder takes no hard link", where: `${host.name}:${directory}/lock.json`, mend: result === "empty" ? "no launch wrote that; remove it once `golive status` shows none under way" : "choose a control.directory on a file system of the host's own" });
  };
  return {
    take: (owner) => take(owner),
    async owner() {
      const { stdout } = await host.run(script('cat -- "$1/lock.json" 2>/dev/null || true', [directory], options));
      return parseOwner(stdout, `${host.name}:${directory}/lock.json`);
    },
    async takeOver(dead, owner) {
      const { stdout } = await host.run(script(exchange, [directory, spell(dead)], { ...options, stdin: spell(owner) }));
      return stdout.trim() === "taken";
    },
    async release(owner) {
      await host.attempt(script(moveAway, [directory, String(owner.runId)], { ...options, stdin: spell(owner) }));
    },
  };
}

function parseOwner(text: string, where: string): Owner | null {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text) as Owner;
  } catch (cause) {
    throw new UserError({ what: "the lock is not golive's", where, mend: "somebody wrote into it; remove it once `golive status` shows no launch under way" }, { cause });
  }
}
