import { randomInt } from "node:crypto";
import { networkInterfaces } from "node:os";
import { run } from "../production/processes/run.ts";

/**
 * A /24 that nothing on this machine leads to, as its first three numbers. From 198.18.0.0/15, which is set aside for
 * test setups and which nobody routes.
 */
export async function freeNetwork(): Promise<string> {
  const routes = await run("ip", ["-4", "route", "show", "table", "all"]);
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list?.map(({ address }) => address) ?? [])
    .join("\n");
  for (let attempt = 0; attempt < 100; attempt++) {
    const network = `198.${18 + randomInt(2)}.${randomInt(1, 255)}`;
    if (!`${routes}\n${addresses}`.includes(`${network}.`)) return network;
  }
  throw new Error("no free network in 198.18.0.0/15: look at ip route");
}
