import { rollbackDatabase } from "../../journal/steps/steps.ts";
import { oidOf } from "../../database/doors.ts";
import { standing } from "../../journal/standing.ts";
import { latestRelease, type LaunchState, stateOf } from "../../journal/state.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { heldUnits } from "../../services/hold.ts";
import { keepsStopped, unitsOn } from "../../services/manager.ts";
import { signOfLife } from "../launch/record/require-over.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { holder } from "./take-by-hand.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";

export interface Status {
  readonly release: string | null;
  readonly state: LaunchState | null;
  /** Null when the balancer does not say. */
  readonly page: "on" | "off" | "mixed" | null;
  readonly owner: string | null;
  /** Where the journal ends in the middle of the databases' change of places: whether it took place; else null. */
  readonly swapped: boolean | null;
  /** Units that golive keeps stopped, by host; null where the host does not say. */
  readonly held: ReadonlyMap<string, readonly string[] | null>;
}

/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
export async function statusOf(plan: Plan, reached: Connections): Promise<Status> {
  const entries = await reached.journal.read();
  const release = latestRelease(entries);
  const held = await reached.lock.held();
  const state = release === null ? null : stateOf(entries, release);
  return {
    release,
    state,
    swapped: state === null ? null : await wasSwapped(plan, reached, state),
    page: await openBalancer(plan.loadBalancer, reached.hosts)
      .status()
      .catch(() => null),
    owner: held ? `${holder(held.owner)}; ${signOfLife(held)}` : null,
    held: await heldByHost(plan, reached),
  };
}

async function heldByHost({ services }: Plan, { hosts }: Connections): Promise<Status["held"]> {
  if (!keepsStopped(services)) return new Map();
  const found = await Promise.all(
    services.hosts.map(async (name) => {
      const units = unitsOn(services, name);
      return [name, await heldUnits(hosts.get(name), services.hold, units, services).catch(() => null)] as const;
    }),
  );
  return new Map(found.filter(([, units]) => units === null || units.length > 0));
}

async function wasSwapped(plan: Plan, { hosts }: Connections, state: LaunchState): Promise<boolean | null> {
  const database = ifPostgresql(plan);
  if (database === undefined || standing(state).database !== "between") return null;
  const { replacement, uses } = rollbackDatabase.facts(state);
  const now = await oidOf(hosts.get(database.host), database, uses ?? database.name).catch(() => null);
  return now === null ? null : now === replacement;
}
