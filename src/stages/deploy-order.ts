import type { Plan } from "../plan/schema.ts";
import type { CustomStep, Deploy } from "../presets/schema.ts";
import type { PlacePart } from "../presets/strategy.ts";

export type HostPart = PlacePart | "deploy.start" | "deploy.health";
export type DeployPart = HostPart | "deploy.migrate" | CustomStep["when"];

const migrating: readonly DeployPart[] = ["before-migrate", "deploy.migrate", "after-migrate"];
const starting: readonly DeployPart[] = ["deploy.static", "before-start", "deploy.start", "deploy.health", "after-start"];
const orders: Readonly<Record<Deploy["strategy"], readonly DeployPart[]>> = {
  "in-place": ["deploy.fetch", "deploy.checkout", "deploy.environment", ...migrating, ...starting],
  // The migrations run from the new directory while the link still leads to the old one.
  releases: ["deploy.fetch", "deploy.build", ...migrating, "deploy.switch", ...starting],
};

/** The order of a deploy: each part on every host before the next part begins. */
export function deployOrder(plan: Plan): readonly DeployPart[] {
  return orders[plan.deploy.strategy].filter((part) => part.startsWith("deploy.") || plan.deploy.steps.some((step) => step.when === part));
}

export function perHost(part: DeployPart): part is HostPart {
  return part.startsWith("deploy.") && part !== "deploy.migrate";
}

/** Migrations run on exactly one host. */
export function migrateHost(plan: Plan): string {
  return plan.deploy["migrate-on"] ?? plan.deploy.hosts[0] ?? "";
}

export function customSteps(plan: Plan, when: DeployPart): { step: CustomStep; host: string; id: string }[] {
  return plan.deploy.steps.filter((step) => step.when === when).flatMap((step) => (step.hosts ?? plan.deploy.hosts).map((host) => ({ step, host, id: `deploy.step-${step.id}@${host}` })));
}
