import { pollUntil } from "../../core/poll-until.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";

/** Asks a database until it lets golive in, at most for so many seconds; false when it does not. */
export async function untilOpen(
  host: Host,
  plan: DatabasePlan,
  name: string,
  patience: { readonly every: number; readonly limit: number },
): Promise<boolean> {
  const look = psqlCommand(plan, name, "SELECT 1", { timeoutSeconds: 30 });
  return (await pollUntil(async () => ((await host.attempt(look)).code === 0 ? true : null), patience)) !== null;
}
