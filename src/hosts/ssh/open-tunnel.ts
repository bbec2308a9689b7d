import { execute } from "../execute.ts";

export interface TunnelEnds {
  /** `fetch`: `here` leads to the socket `there` on the host; `offer`: the other way round. */
  readonly direction: "fetch" | "offer";
  readonly here: string;
  readonly there: string;
}

/** A connection of its own: a shared one may end while nobody uses the tunnel. */
export function openTunnel(
  base: readonly string[],
  address: string,
  { direction, here, there }: TunnelEnds,
  signal: AbortSignal | undefined,
): () => Promise<void> {
  const ended = new AbortController();
  const options = ["ControlPath=none", "ExitOnForwardFailure=yes", "StreamLocalBindUnlink=yes"];
  const forward = direction === "fetch" ? ["-L", `${here}:${there}`] : ["-R", `${there}:${here}`];
  const words = ["ssh", "-N", ...options.flatMap((one) => ["-o", one]), ...forward, ...base, "--", address];
  const running = execute({
    words,
    environment: "ssh",
    timeoutSeconds: 12 * 3600,
    signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]),
  }).then(
    () => {},
    () => {},
  );
  return () => {
    ended.abort();
    return running;
  };
}
