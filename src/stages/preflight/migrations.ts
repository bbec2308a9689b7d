import type { CheckContext } from "../../checks/context.ts";
import type { Release } from "../../core/release.ts";
import type { Hosts } from "../../hosts/open-hosts.ts";
import { liveDirectory } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { presetOf } from "../../presets/preset.ts";
import { migrateHost } from "../deploy/deploy-order.ts";

/** How a check asks for the migrations of the release that is live. */
export function migrationsOf(
  plan: Plan,
  hosts: Hosts,
  live: Pick<Release, "tag" | "commit">,
): NonNullable<CheckContext["migrations"]> {
  return (named) => {
    if (!presetOf(plan).migrates(plan)) return null;
    const host = named ?? migrateHost(plan);
    const context = { plan, release: { id: live.tag, ...live }, host: hosts.get(host), directory: liveDirectory(plan) };
    const preset = presetOf(plan);
    return { host, pending: () => preset.pendingMigrations(context), drift: () => preset.drift(context) };
  };
}
