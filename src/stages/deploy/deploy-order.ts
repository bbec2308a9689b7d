import type { Plan } from "../../plan/schema/schema.ts";
import type { CustomStep, Deploy } from "../../presets/schema.ts";
import type { PlacePart } from "../../presets/strategy.ts";

export type HostPart = PlacePart | "deploy.start" | "deploy.health";
export type DeployPart = HostPart | "deploy.migrate" | CustomStep["when"];

/** One thing that happens on one host; `id` is its line on the checklist. */
export interface HostStep {
  readonly id: string;
  readonly part: DeployPart;
  readonly host: string;
  /** Of a step of the plan's own. */
  readonly own?: CustomStep;
}

/** Hosts that go at the same time, each through its steps in order. The next batch begins when all of this one are through. */
interface Batch {
  readonly lanes: readonly (readonly HostStep[])[];
}

/** Nothing that is live changes with these, so that they need no batches. */
const ahead: Readonly<Record<Deploy["strategy"], readonly DeployPart[]>> = {
  "in-place": ["deploy.fetch"],
  releases: ["deploy.fetch", "deploy.build"],
};
/** The migrations run from the new files; with releases the link still leads to the old ones then. */
const before: Readonly<Record<Deploy["strategy"], readonly DeployPart[]>> = {
  "in-place": ["deploy.keep", "deploy.checkout", "deploy.environment"],
  releases: ["deploy.keep"],
};
const migrating: readonly DeployPart[] = ["before-migrate", "deploy.migrate", "after-migrate"];
const after: Readonly<Record<Deploy["strategy"], readonly DeployPart[]>> = {
  "in-place": [],
  releases: ["deploy.switch"],
};
const starting: readonly DeployPart[] = [
  "deploy.static",
  "before-start",
  "deploy.start",
  "deploy.health",
  "after-start",
];

/**
 * A deploy: everywhere what touches nothing live; then the host of the migrations alone, up to its health page; then
 * the others, so many at once. One that fails leaves those after it untouched.
 */
export function deployBatches(plan: Plan): readonly Batch[] {
  const { strategy, hosts } = plan.deploy;
  const first = migrateHost(plan);
  const rest = hosts.filter((host) => host !== first);
  const lanes = (names: readonly string[], parts: readonly DeployPart[]): Batch => ({
    lanes: names.map((host) => parts.flatMap((part) => stepsFor(plan, part, host))),
  });
  const others = [...before[strategy], ...after[strategy], ...starting];
  return [
    lanes([first, ...rest], ahead[strategy]),
    lanes([first], [...before[strategy], ...migrating, ...after[strategy], ...starting]),
    ...inBatches(rest, plan.deploy.batch).map((names) => lanes(names, others)),
  ];
}

function stepsFor(plan: Plan, part: DeployPart, host: string): readonly HostStep[] {
  if (part === "deploy.start") return plan.services.hosts.includes(host) ? [{ id: `${part}@${host}`, part, host }] : [];
  if (part === "deploy.health") return healthHosts(plan).includes(host) ? [{ id: `${part}@${host}`, part, host }] : [];
  if (part === "deploy.keep" && plan.deploy.keep.length === 0) return [];
  if (part.startsWith("deploy.")) return [{ id: `${part}@${host}`, part, host }];
  return plan.deploy.steps
    .filter((own) => own.when === part && stepHosts(plan, own).includes(host))
    .map((own) => ({ id: `deploy.step-${own.id}@${host}`, part, host, own }));
}

/** What belongs to the migrations happens where they do. */
export function stepHosts(plan: Plan, { when, hosts }: CustomStep): readonly string[] {
  if (hosts !== undefined) return hosts;
  return when === "before-migrate" || when === "after-migrate" ? [migrateHost(plan)] : plan.deploy.hosts;
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Hosts that have a health page. */
export function healthHosts({ health, services }: Plan): readonly string[] {
  return health.hosts ?? services.hosts;
}

/** Migrations run on exactly one host. */
export function migrateHost(plan: Plan): string {
  return plan.deploy.migrateOn ?? plan.deploy.hosts[0] ?? "";
}
