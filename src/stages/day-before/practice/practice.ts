import { mounted, mountProblem } from "../../../hosts/folders/mounted.ts";
import type { Host } from "../../../hosts/host.ts";
import { releaseDirectory } from "../../../plan/layout.ts";
import { outsideAside } from "../../../presets/strategies/aside/aside.ts";
import { type DeployContext, presetOf, type Previous } from "../../../presets/preset.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import { contextOf } from "../../deploy/context.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import type { Launch } from "../../launch/context.ts";

/** The release goes forward and back on a copy of what serves, which only its own commands see, at the live paths. */
export interface Practice {
  /** Commands on its host see the copy. Its trial is there once there is a scratch database. */
  readonly context: DeployContext;
  readonly previous: Previous;
  /** Where the copy and the notes about it lie. */
  readonly directory: string;
  /** Seconds by step of the launch. */
  readonly measured: Map<string, number>;
  /** Folder whose files are compared; absolute. */
  readonly watched: string;
  readonly real: Host;
  /** Whether there is a copy of where the static files go. Else they are only looked at. */
  readonly collects: boolean;
  /** Commands on it see the copy too, and can write nothing else. */
  readonly sealed: Host;
}

/** Why a host cannot practise; null when it can. */
export async function practiceProblem(launch: Launch): Promise<string | null> {
  const { plan, hosts } = launch;
  const { runAs: user } = plan.deploy;
  return mountProblem(hosts.get(migrateHost(plan)), user === undefined ? {} : { user });
}

export async function openPractice(launch: Launch, directory: string, leftOut: readonly string[]): Promise<Practice> {
  const { plan, release } = launch;
  const live = contextOf(launch, migrateHost(plan));
  const strategy = strategyOf(plan);
  const previous = await strategy.current(live.host, plan);
  const mounts = await strategy.aside(live, previous, directory, leftOut);
  const statics = await presetOf(plan).staticElsewhere(live);
  const elsewhere = await outsideAside(live, statics, directory);
  const shown = [...mounts, ...elsewhere];
  const context = { ...live, host: mounted(live.host, shown), directory: releaseDirectory(plan, release) };
  // What it notes about the steps lies beside the copy.
  const notes = { from: directory, at: directory };
  const sealed = mounted(live.host, [notes, ...shown], { sealed: true });
  return {
    ...{ context, sealed, real: live.host },
    ...{ previous, directory, watched: plan.deploy.directory },
    collects: statics === null || elsewhere.some(({ at }) => `${statics}/`.startsWith(`${at}/`)),
    measured: new Map(),
  };
}

/** The same, where nothing but the copy can be written: for commands that others wrote. */
export function sealedContext({ context, sealed }: Practice): DeployContext {
  return { ...context, host: sealed };
}

/** The hosts, with the one of the practice showing its copy. */
export function hostsShowing({ hosts }: Pick<Launch, "hosts">, practice: Practice | null): Launch["hosts"] {
  if (practice === null) return hosts;
  const { host } = practice.context;
  return { ...hosts, get: (name) => (name === host.name ? host : hosts.get(name)) };
}
