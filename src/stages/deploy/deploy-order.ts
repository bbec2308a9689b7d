import type { Plan } from "../../plan/schema/schema.ts";
import { deployStep } from "../../journal/steps/steps.ts";
import type { CustomStep } from "../../presets/schema.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { partSteps, type StepPart } from "./part-steps.ts";

/** `before-start` and the like: where steps of the plan's own have their place. */
export type DeployPart = StepPart | CustomStep["when"];

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

const migrating: readonly DeployPart[] = ["before-migrate", "migrate", "after-migrate"];
const starting: readonly DeployPart[] = ["static", "before-start", "start", "health", "after-start"];

/**
 * A deploy: everywhere what touches nothing live; then the host of the migrations alone, up to its health page; then
 * the others, so many at once. One that fails leaves those after it untouched.
 */
export function deployBatches(plan: Plan): readonly Batch[] {
  const { hosts } = plan.deploy;
  const { ahead, before, after } = strategyOf(plan).order;
  const first = migrateHost(plan);
  const rest = hosts.filter((host) => host !== first);
  const lanes = (names: readonly string[], parts: readonly DeployPart[]): Batch => ({
    lanes: names.map((host) => parts.flatMap((part) => stepsFor(plan, part, host))),
  });
  const others = [...before, ...after, ...starting];
  return [
    lanes([first, ...rest], ahead),
    lanes([first], [...before, ...migrating, ...after, ...starting]),
    ...inBatches(rest, plan.deploy.batch).map((names) => lanes(names, others)),
  ];
}

function stepsFor(plan: Plan, part: DeployPart, host: string): readonly HostStep[] {
  if (isStep(part)) return isWanted(plan, part, host) ? [{ id: partSteps[part].on(host).id, part, host }] : [];
  return plan.deploy.steps
    .filter((own) => own.when === part && stepHosts(plan, own).includes(host))
    .map((own) => ({ id: deployStep.of(own.id, host).id, part, host, own }));
}

function isStep(part: DeployPart): part is StepPart {
  return part in partSteps;
}

function isWanted(plan: Plan, part: StepPart, host: string): boolean {
  if (part === "migrate") return plan.database.engine !== "none";
  if (part === "start") return plan.services.hosts.includes(host);
  if (part === "health") return healthHosts(plan).includes(host);
  return part !== "keep" || plan.deploy.keep.length > 0;
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
