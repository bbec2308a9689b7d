import { type CommandOptions, script } from "../../core/command.ts";
import { type Host, hostLike } from "../host.ts";
import { why } from "../why.ts";
import { mountInside, mountOutside } from "./scripts.ts";

/** A folder that is seen in the place of another. */
export interface Mount {
  readonly from: string;
  readonly at: string;
}

/**
 * The same host, where every command sees each folder `from` at the path `at`, and nobody else does: in a mount
 * namespace of its own, as the same user. `sealed`: all else of the host's files can be read only. Exit 97, and nothing
 * is run, where that cannot be had.
 */
export function mounted(host: Host, mounts: readonly Mount[], { sealed = false } = {}): Host {
  const pairs = mounts.flatMap(({ from, at }) => [from, at]);
  return hostLike(host, (asked) => {
    // The live folder's lock is not this copy's; and a directory entered before the mounts would be the live one.
    const { exclusive: _, cwd = "/", file, args, ...options } = asked;
    const shown = asked.label ?? [file, ...(file === "sh" ? args.slice(3) : args)].join(" ");
    return host.attempt({
      ...options,
      ...script(mountOutside, [
        mountInside,
        String(mounts.length),
        sealed ? "sealed" : "-",
        ...pairs,
        cwd,
        file,
        ...args,
      ]),
      label: shown,
    });
  });
}

/** Why commands cannot be shown other folders there; null when they can. Changes nothing. */
export async function mountProblem(host: Host, options: CommandOptions): Promise<string | null> {
  const there = mounted(host, [{ from: "/usr", at: "/usr" }], { sealed: true });
  const asked = { ...script("exit 0", []), timeoutSeconds: 30, ...options };
  const tried = await there.attempt(asked);
  return tried.code === 0 ? null : await why(host, asked, tried);
}
