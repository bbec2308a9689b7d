import type { Command, Finished } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { asked } from "./runtime.ts";
import type { HaproxyPlan } from "./schema.ts";
import { knownMap, mapStatus, onlyToken, setMap } from "./scripts.ts";

/** Puts the map's value into the file and into HAProxy, and reads both back. */
export async function setPage(host: Host, plan: HaproxyPlan, value: "on" | "off"): Promise<void> {
  const label = `set map ${plan.map} ${plan.key} ${value}`;
  await host.run(asked(plan, setMap, [plan.map, plan.key, value, plan.socket], { label }));
  const found = await pageStatus(host, plan);
  if (found.some((word) => word !== value))
    throw new UserError({
      code: "haproxy-map-not-set",
      what: t`after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`,
      where: host.name,
      mend: t`is the socket of level admin, and the map's name the one in haproxy.cfg?`,
    });
}

/** Two words: what the file says, and HAProxy. */
export async function pageStatus(host: Host, plan: HaproxyPlan): Promise<readonly string[]> {
  // A way past the page that is not there is found by day as well.
  if (plan.bypass) await requireKnown(host, plan, plan.bypass.map);
  const label = `show map ${plan.map}`;
  const finished = await known(host, plan.map, asked(plan, mapStatus, [plan.map, plan.key, plan.socket], { label }));
  return finished.stdout.trim().split(/\s+/);
}

/** The map of tokens holds this one and no other, or none when it is empty. */
export async function writeToken(host: Host, plan: HaproxyPlan, map: string, token: string): Promise<void> {
  const command = asked(plan, onlyToken, [map, plan.socket], {
    stdin: `${token}\n`,
    timeoutSeconds: 60,
    label: t`write ${map}`,
    ...(token === "" ? {} : { secrets: [token] }),
  });
  const finished = await host.attempt(command);
  if (finished.code === 4)
    throw new UserError({
      code: "haproxy-token-not-taken",
      what: t`HAProxy did not take over what was written into ${map}`,
      where: host.name,
      mend: t`is the socket of level admin?`,
    });
  if (finished.code === 3) await requireKnown(host, plan, map);
  if (finished.code !== 0) throw new CommandError(host, command, finished);
}

async function requireKnown(host: Host, plan: HaproxyPlan, map: string): Promise<void> {
  await known(host, map, asked(plan, knownMap, [map, plan.socket], { label: `show map ${map}` }));
}

/** Runs what exits 3 when HAProxy has no such map. */
async function known(host: Host, map: string, command: Command): Promise<Finished> {
  const finished = await host.attempt(command);
  if (finished.code === 3)
    throw new UserError({
      code: "haproxy-map-unknown",
      what: t`HAProxy has no map ${map}`,
      where: host.name,
      mend: t`is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md`,
    });
  if (finished.code !== 0) throw new CommandError(host, command, finished);
  return finished;
}
